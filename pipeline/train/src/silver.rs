//! Names that a larger network found in the treebanks, which mark none themselves.
//!
//! Answers for: reading `data/silver_names.tsv` and laying its names over the sentences of a treebank. Where the larger
//! network was unsure, the words of the name may be anything. Leaves to others: how the file was made (its header).

use std::collections::HashMap;

use annotate::language::names::OUTSIDE;
use anyhow::Context as _;
use schema::labels::EntityType;

use crate::entities::mark;
use crate::network::chain::{ANY, Allowed};
use crate::treebank::Document;

/// The probability from which a name is taken as it is.
const SURE: f32 = 0.6;

/// The names of sentences, by the name of the set and that of the sentence.
#[derive(Debug, Default)]
pub(crate) struct Silver<'t>(HashMap<(&'t str, &'t str), &'t str>);

impl<'t> Silver<'t> {
    /// The rows of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        let row = |line: &'t str| {
            let (set, rest) = line.split_once('\t')?;
            let (sentence, spans) = rest.split_once('\t').unwrap_or((rest, ""));
            Some(((set, sentence), spans))
        };
        Self(text.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
    }

    /// Lays the names of `set` over its documents.
    ///
    /// # Errors
    ///
    /// When a row is none, or has a name beyond its sentence.
    pub(crate) fn lay(&self, set: &str, documents: &mut [Document]) -> anyhow::Result<()> {
        for gold in documents.iter_mut().flat_map(|document| &mut document.sentences) {
            let Some(spans) = self.0.get(&(set, gold.id.as_str())) else { continue };
            let mut names = vec![1 << OUTSIDE; gold.words.len()];
            for span in spans.split_whitespace() {
                lay(span, &mut names).with_context(|| format!("sentence `{}`: name `{span}`", gold.id))?;
            }
            gold.names = Some(names);
        }
        Ok(())
    }
}

/// Lays one name over the words of its sentence.
fn lay(span: &str, names: &mut [Allowed]) -> anyhow::Result<()> {
    let mut fields = span.split(':');
    let mut field = || fields.next().context("a field is missing");
    let (first, end): (usize, usize) = (field()?.parse()?, field()?.parse()?);
    let kind = EntityType::from_word(field()?).context("the type is unknown")?;
    let probability: f32 = field()?.parse()?;
    let words = names.get_mut(first..end).filter(|words| !words.is_empty()).context("no such words")?;
    if probability < SURE {
        words.fill(ANY);
    } else {
        mark(names, (first, end - 1, kind));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Silver;
    use crate::entities::scored;
    use crate::network::chain::ANY;
    use crate::network::example::Gold;
    use crate::treebank::Document;

    fn documents() -> Vec<Document> {
        let words = ["Ada", "Brandt", "left", "Izmir"].map(str::to_owned).to_vec();
        let gold = Gold { id: "s1".to_owned(), words, ..Gold::default() };
        vec![Document { sentences: vec![gold], ..Document::default() }]
    }

    #[test]
    fn sure_names_are_laid_and_others_left_open() {
        let mut documents = documents();
        let silver = Silver::new("# about\nset\ts1\t0:2:PER:0.98 3:4:LOC:0.31\n");
        silver.lay("set", &mut documents).unwrap();
        let gold = &documents[0].sentences[0];
        assert_eq!(scored(gold).len(), 1);
        assert_eq!(gold.names.as_ref().unwrap()[2..], [1, ANY]);
    }

    #[test]
    fn a_sentence_without_a_row_says_nothing_of_names() {
        let mut documents = documents();
        Silver::new("other\ts1\t").lay("set", &mut documents).unwrap();
        assert_eq!(documents[0].sentences[0].names, None);
        assert!(Silver::new("set\ts1\t2:9:PER:0.9").lay("set", &mut documents).is_err());
    }
}
