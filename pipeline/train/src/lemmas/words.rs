//! The words of a treebank with their lemmas (CoNLL-U).
//!
//! Answers for: reading them. Multiword tokens and empty nodes are no words.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use schema::labels::Upos;

/// A word as it stands in a treebank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) form: String,
    pub(super) lemma: String,
    pub(super) upos: Upos,
    /// Whether it is misspelt; its lemma is not.
    pub(super) is_typo: bool,
}

impl Word {
    /// Whether something is learnt from it: not from the parts of torn words, which have no lemma of their own, nor
    /// from figures, whose lemma is a matter of their commas.
    pub(super) fn is_taught(&self) -> bool {
        let is_torn = self.lemma == "_" && self.form != "_";
        let is_figure = self.upos == Upos::Num && self.form.contains(|sign: char| sign.is_ascii_digit());
        !is_torn && !is_figure
    }
}

/// The words of the documents in the file at `path` whose names `holds` takes.
pub(super) fn read(path: &Path, holds: fn(&str) -> bool) -> anyhow::Result<Vec<Word>> {
    let text = fs::read_to_string(path).with_context(|| format!("`{}`", path.display()))?;
    let mut is_held = true;
    let mut words = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            is_held = holds(name);
        } else if is_held {
            words.extend(word(line));
        }
    }
    Ok(words)
}

fn word(line: &str) -> Option<Word> {
    let mut columns = line.split('\t');
    let id = columns.next()?;
    let [form, lemma, upos] = [columns.next()?, columns.next()?, columns.next()?];
    let is_word = id.bytes().all(|byte| byte.is_ascii_digit());
    let is_typo = columns.nth(1)?.split('|').any(|feature| feature == "Typo=Yes");
    let upos = Upos::from_word(upos)?;
    is_word.then(|| Word { form: form.to_owned(), lemma: lemma.to_owned(), upos, is_typo })
}

#[cfg(test)]
mod tests {
    use schema::labels::Upos;

    use super::word;

    #[test]
    fn words_are_read_and_ranges_are_not() {
        let read = word("2\tn't\tnot\tPART\tRB\tPolarity=Neg|Typo=Yes\t3\tadvmod\t_\t_").unwrap();
        assert_eq!((read.form.as_str(), read.lemma.as_str(), read.upos), ("n't", "not", Upos::Part));
        assert!(read.is_typo);
        assert_eq!(word("1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_"), None);
        assert_eq!(word("# text = 1"), None);
    }
}
