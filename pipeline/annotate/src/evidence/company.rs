//! Words that decide whether a word beside them is evidence.
//!
//! Answers for: `data/hedge_company.tsv`. Leaves to its siblings which word stands beside which.

use std::sync::LazyLock;

use crate::key::Key;
use crate::lexicon::{Lexicon, rows};

/// What a word is to a word of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// Something said or believed.
    Claim,
    /// Something that one is given or refused.
    Grant,
    /// A unit.
    Measure,
    /// A verb of saying or thinking.
    Speech,
    /// Something from which one concludes, no person.
    Thing,
}

/// The kinds as the file spells them.
const SPELLINGS: [(&str, Company); 5] = [
    ("claim", Company::Claim),
    ("grant", Company::Grant),
    ("measure", Company::Measure),
    ("speech", Company::Speech),
    ("thing", Company::Thing),
];

static WORDS: LazyLock<Lexicon<u8>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/hedge_company.tsv"));
    Lexicon::new(rows.filter_map(|row| Some((*row.first()?, read(row.get(1)?)?))))
});

/// The kinds that a column spells, a bit each; `None` where one is not known.
fn read(column: &str) -> Option<u8> {
    let bit = |word: &str| {
        let spelling = SPELLINGS.iter().find(|(spelling, _)| *spelling == word)?;
        Some(1 << spelling.1 as u8)
    };
    column.split(' ').map(bit).sum()
}

impl Company {
    /// Whether the word with this lemma is of this kind.
    pub(super) fn has(self, lemma: Key) -> bool {
        WORDS.get(lemma).is_some_and(|kinds| kinds & (1 << self as u8) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Company, read, rows};
    use crate::key::key;

    #[test]
    fn every_row_of_the_lexicon_is_read() {
        for row in rows(include_str!("../../data/hedge_company.tsv")) {
            assert!(row.len() == 2 && read(row[1]).is_some(), "{row:?}");
        }
        assert!(Company::Claim.has(key!("story")) && Company::Thing.has(key!("story")));
        assert!(!Company::Speech.has(key!("story")));
    }
}
