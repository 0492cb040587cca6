//! The words of a text as `\w+` finds them: runs of letters, digits and low lines of any script.
//!
//! Answers for: where the words stand and for numbers that stand for them, so that texts can be compared fast. In
//! scripts that write vowels as marks (Devanagari, Thai) the marks belong to the word here, while Python's `\w`
//! ends a word at some of them.

use std::collections::BTreeMap;

use schema::Span;

/// Where the words of `text` stand.
pub(crate) fn spans(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (is_part(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| Span::new(from, text.len())));
    found
}

/// Whether a word may hold `c`: circled letters are symbols, though Unicode calls them alphabetic.
fn is_part(c: char) -> bool {
    c == '_' || (c.is_alphanumeric() && !('Ⓐ'..='ⓩ').contains(&c))
}

/// A number that stands for a word: equal for equal words of one [`WordIds`].
pub(crate) type WordId = usize;

/// The numbers of the words met so far.
#[derive(Debug, Default)]
pub(crate) struct WordIds(BTreeMap<String, WordId>);

impl WordIds {
    /// The words of `text` as they are spelt.
    pub(crate) fn words(&mut self, text: &str) -> Vec<WordId> {
        spans(text).into_iter().map(|span| self.id(span.of(text).to_owned())).collect()
    }

    /// The words of `text` in lower case.
    pub(crate) fn folded(&mut self, text: &str) -> Vec<WordId> {
        spans(text).into_iter().map(|span| self.id(span.of(text).to_lowercase())).collect()
    }

    fn id(&mut self, word: String) -> WordId {
        let next = self.0.len();
        *self.0.entry(word).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    use super::{WordIds, spans};

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "“Don’t,” said A_1 – Çağrı! ⓒ";
        let found: Vec<_> = spans(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["Don", "t", "said", "A_1", "Çağrı"]);
        assert!(spans(" … ").is_empty());
    }

    #[test]
    fn equal_words_have_one_number() {
        let mut ids = WordIds::default();
        assert_eq!(ids.words("a B a b"), [0, 1, 0, 2]);
        assert_eq!(ids.folded("A B"), [0, 2]);
    }
}
