//! What lists say of a word of a name.
//!
//! Answers for: the kinds of words that tell names apart, and the few words that this crate's own lists know. Leaves to
//! others: lists of given names, surnames and places, which a caller brings.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::given_names;
use crate::lexicon::rows;
use crate::spelling::fold;

/// The particles inside names, one a line behind the header: `data/name_particles.txt`.
pub const PARTICLES: &str = include_str!("../data/name_particles.txt");

/// The words of organisations' names, each with `head` or `suffix`, behind the header: `data/organisation_words.tsv`.
pub const ORGANISATION_WORDS: &str = include_str!("../data/organisation_words.tsv");

static KNOWN_PARTICLES: LazyLock<HashSet<&str>> = LazyLock::new(|| first_column(PARTICLES));
static FORMS_OF_ADDRESS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| first_column(include_str!("../data/forms_of_address.txt")));

/// The words of organisations' names; whether each ends a name.
static KNOWN_ORGANISATION_WORDS: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| Some((*row.first()?, *row.get(1)? == "suffix"));
    rows(ORGANISATION_WORDS).filter_map(row).collect()
});

fn first_column(file: &'static str) -> HashSet<&'static str> {
    rows(file).filter_map(|row| row.first().copied()).collect()
}

/// A kind of word, as far as it tells of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// A given name.
    Given,
    /// A given name of women and of no men.
    Female,
    /// A given name of men and of no women.
    Male,
    /// A surname.
    Surname,
    /// It joins the words of a surname: `van`.
    Particle,
    /// A form of address, a rank, an office or a calling.
    Title,
    /// A place, or a word for those who live there.
    Place,
    /// A word of every day.
    Everyday,
    /// It tells what an organisation is: `ministry`.
    OrganisationWord,
    /// It ends the names of companies and clubs: `inc`.
    OrganisationEnding,
}

/// The kinds of a word; none of them where no list has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordKinds(u16);

impl WordKinds {
    /// Whether the word is of this kind.
    pub const fn has(self, kind: WordKind) -> bool {
        self.0 >> kind as u16 & 1 == 1
    }

    /// These kinds and `kind` where `holds`.
    #[must_use]
    pub fn with(self, kind: WordKind, holds: impl FnOnce() -> bool) -> Self {
        Self(self.0 | u16::from(holds()) << kind as u16)
    }
}

/// What the lists of a caller say of a word in any spelling.
pub type Lists = fn(&str) -> WordKinds;

/// What this crate's own lists say of a word: particles, forms of address, words of organisations, and given
/// names that have several forms.
pub fn known(word: &str) -> WordKinds {
    let word = fold(word);
    let of_organisation = KNOWN_ORGANISATION_WORDS.get(word.as_str());
    WordKinds::default()
        .with(WordKind::Particle, || KNOWN_PARTICLES.contains(word.as_str()))
        .with(WordKind::Title, || FORMS_OF_ADDRESS.contains(word.as_str()))
        .with(WordKind::OrganisationWord, || of_organisation == Some(&false))
        .with(WordKind::OrganisationEnding, || of_organisation == Some(&true))
        .with(WordKind::Given, || given_names::name(&word).is_some())
}

#[cfg(test)]
mod tests {
    use super::{WordKind, WordKinds, known};

    #[test]
    fn words_have_their_kinds() {
        assert!(known("van").has(WordKind::Particle) && known("Mr.").has(WordKind::Title));
        assert!(known("Andrei").has(WordKind::Given) && known("xqzzv") == WordKinds::default());
    }
}
