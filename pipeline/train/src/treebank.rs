//! Sentences of Universal Dependencies treebanks (CoNLL-U).
//!
//! Answers for: words, parts of speech and trees of a file, document by document; which documents are left out.
//! Multiword tokens and empty nodes are not words.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use schema::labels::{Relation, Upos};

use crate::network::arcs::Tree;
use crate::network::example::Gold;

/// A document: its name and its sentences.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) sentences: Vec<Gold>,
}

/// The documents of the file at `path` whose names `holds` takes.
pub(crate) fn read(path: &Path, holds: impl Fn(&str) -> bool) -> anyhow::Result<Vec<Document>> {
    let text = fs::read_to_string(path).with_context(|| format!("`{}`", path.display()))?;
    let mut documents: Vec<Document> = Vec::new();
    for block in text.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let name = block.lines().find_map(|line| line.strip_prefix("# newdoc id = "));
        if name.is_some() || documents.is_empty() {
            documents.push(Document { name: name.unwrap_or_default().to_owned(), sentences: Vec::new() });
        }
        let sentence =
            sentence(block).with_context(|| format!("`{}`: sentence `{block}`", path.display()))?;
        documents.last_mut().expect("one was pushed").sentences.push(sentence);
    }
    documents.retain(|document| holds(&document.name));
    Ok(documents)
}

/// The sentence of a block of lines.
fn sentence(block: &str) -> anyhow::Result<Gold> {
    let (mut words, mut tags) = (Vec::new(), Vec::new());
    let mut tree = Tree { heads: Vec::new(), relations: Vec::new() };
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, _, _, head, relation, ..] = columns[..] else { bail!("too few columns") };
        if id.contains(['-', '.']) {
            continue;
        }
        words.push(form.to_owned());
        tags.push(place(Upos::ALL, &Upos::from_word(upos).unwrap_or(Upos::X)));
        tree.heads.push(head.parse()?);
        tree.relations.push(place(Relation::ALL, &nearest(relation)));
    }
    let id = block.lines().find_map(|line| line.strip_prefix("# sent_id = ")).unwrap_or_default().to_owned();
    Ok(Gold { id, words, tags: Some(tags), tree: Some(tree), names: None })
}

/// The relation, or its universal part.
fn nearest(relation: &str) -> Relation {
    let universal = relation.split(':').next().unwrap_or_default();
    Relation::from_word(relation).or_else(|| Relation::from_word(universal)).unwrap_or(Relation::Dep)
}

fn place<T: PartialEq>(all: &[T], value: &T) -> u8 {
    let place = all.iter().position(|other| other == value).expect("the list holds every value");
    u8::try_from(place).expect("vocabularies are short")
}

#[cfg(test)]
mod tests {
    use schema::labels::{Relation, Upos};

    use super::sentence;

    #[test]
    fn words_are_read_and_ranges_are_not() {
        let block = "# text = Don't go\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n\
                     1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\t_\t_\t3\tadvmod:neg\t_\t_\n\
                     3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\t_";
        let gold = sentence(block).unwrap();
        assert_eq!(gold.words, ["Do", "n't", "go"]);
        let tree = gold.tree.unwrap();
        assert_eq!(tree.heads, [3, 3, 0]);
        assert_eq!(Relation::ALL[usize::from(tree.relations[1])], Relation::Advmod);
        assert_eq!(Upos::ALL[usize::from(gold.tags.unwrap()[2])], Upos::Verb);
    }

    #[test]
    fn a_line_with_too_few_columns_is_refused() {
        assert!(sentence("1\tgo").is_err());
    }
}
