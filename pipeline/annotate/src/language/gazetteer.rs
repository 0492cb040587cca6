//! The lists of names and of words about names, as bits of a form.
//!
//! Answers for: which lists a word stands in, alone or as part of a phrase, by its folded spelling. The lists
//! themselves are files of `data/` with a header each. Leaves to others: what a bit is worth (`network`).

use std::collections::HashMap;
use std::sync::LazyLock;

use names::{WordKind, WordKinds, fold};

use crate::lexicon;

/// The bits of every word in the lists.
static LISTS: LazyLock<Lists> = LazyLock::new(Lists::new);

/// A list of words: its file, and the bit of a row by what its second column begins with.
type List = (&'static str, &'static [(&'static str, u32)]);

/// The lists with one word a row that are looked up by folded spelling.
const WORDS: [List; 7] = [
    (include_str!("../../data/given_names.tsv"), &[("f", 0), ("m", 1), ("", 2)]),
    (include_str!("../../data/surnames.tsv"), &[("1", 3), ("2", 4), ("3", 5), ("", 6)]),
    (names::ORGANISATION_WORDS, &[("head", 7), ("", 8)]),
    (include_str!("../../data/place_words.tsv"), &[("before", 9), ("behind", 10), ("", 11)]),
    (
        include_str!("../../data/titles.tsv"),
        &[("honorific", ADDRESS), ("military", 13), ("office", 14), ("", 15)],
    ),
    (names::PARTICLES, &[("", 16)]),
    (include_str!("../../data/everyday_words.txt"), &[("", 17)]),
];

/// Places, folded, and organisations as they are written.
pub(super) const PLACES: &str = include_str!("../../data/places.tsv");
pub(crate) const ORGANISATIONS: &str = include_str!("../../data/organisations.tsv");

/// The lists with phrases.
const PHRASES: [List; 2] = [
    (PLACES, &[("country", 18), ("state", 19), ("city", 20), ("", 21)]),
    (include_str!("../../data/demonyms.tsv"), &[("nation", 22), ("region", 23), ("", 24)]),
];

/// The kinds of organisations.
const KINDS: [(&str, u32); 5] = [("agency", 25), ("outlet", 25), ("company", 26), ("sport", 27), ("", 28)];

/// A form of address.
const ADDRESS: u32 = 12;

/// The first word of a phrase of places or demonyms; a later one; a word of the name of an organisation.
const FIRST: u32 = 29;
const LATER: u32 = 30;
const INSIDE: u32 = 31;

/// One bit for each list that the word `form` stands in.
pub fn bits(form: &str) -> u32 {
    LISTS.bits(form)
}

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listing(u32);

impl Listing {
    /// What they say of `form`.
    pub(crate) fn of(form: &str) -> Self {
        Self(bits(form))
    }

    fn has(self, bits: std::ops::RangeInclusive<u32>) -> bool {
        bits.into_iter().any(|bit| self.0 >> bit & 1 == 1)
    }

    /// What they say of `form`, as far as it tells of names.
    pub(crate) fn kinds(form: &str) -> WordKinds {
        let listing = Self::of(form);
        WordKinds::default()
            .with(WordKind::Given, || listing.is_given())
            .with(WordKind::Female, || listing.is_female())
            .with(WordKind::Male, || listing.is_male())
            .with(WordKind::Surname, || listing.is_surname())
            .with(WordKind::Particle, || listing.is_particle())
            .with(WordKind::Title, || listing.is_title())
            .with(WordKind::Place, || listing.is_place())
            .with(WordKind::Everyday, || listing.is_everyday())
            .with(WordKind::OrganisationWord, || listing.is_organisation_word())
            .with(WordKind::OrganisationEnding, || listing.is_organisation_ending())
    }

    /// Whether it is a given name of women and of no men.
    pub(crate) fn is_female(self) -> bool {
        self.has(0..=0) && !self.has(1..=2)
    }

    /// Whether it is a given name of men and of no women.
    pub(crate) fn is_male(self) -> bool {
        self.has(1..=1) && !self.has(0..=0) && !self.has(2..=2)
    }

    /// Whether it is a given name.
    pub(crate) fn is_given(self) -> bool {
        self.has(0..=2)
    }

    /// Whether it is a surname.
    pub(crate) fn is_surname(self) -> bool {
        self.has(3..=6)
    }

    /// Whether it tells what an organisation is: `ministry`, `bank`.
    fn is_organisation_word(self) -> bool {
        self.has(7..=7)
    }

    /// Whether it ends the names of companies and clubs: `inc`, `fc`.
    fn is_organisation_ending(self) -> bool {
        self.has(8..=8)
    }

    /// Whether it is a form of address, a rank, an office or a calling.
    fn is_title(self) -> bool {
        self.has(ADDRESS..=15)
    }

    /// Whether it joins the words of a surname.
    pub(crate) fn is_particle(self) -> bool {
        self.has(16..=16)
    }

    /// Whether it is a word of every day.
    pub(crate) fn is_everyday(self) -> bool {
        self.has(17..=17)
    }

    /// Whether it is a town, and no country, state or people.
    pub(crate) fn is_town(self) -> bool {
        self.has(20..=20) && !self.has(18..=19) && !self.has(21..=24)
    }

    /// Whether it is a place, or a word for those who live there.
    pub(crate) fn is_place(self) -> bool {
        self.has(18..=24)
    }
}

/// Whether `form` is a form of address, which is no part of a person's name.
pub(super) fn is_address(form: &str) -> bool {
    bits(form) & 1 << ADDRESS != 0
}

/// Whether a word with these bits may begin a phrase.
pub(super) fn may_begin(bits: u32) -> bool {
    bits & (1 << FIRST | 1 << INSIDE) != 0
}

/// How many of the places are countries, which news names more often than towns.
const COUNTRIES: usize = 6_000;

/// Words of the lists by what they name, to make examples of.
#[derive(Debug)]
pub struct Fillers {
    given: Vec<String>,
    surnames: Vec<String>,
    places: Vec<String>,
    demonyms: Vec<String>,
    agencies: Vec<String>,
}

impl Fillers {
    /// All that is listed.
    #[expect(clippy::new_without_default, reason = "reading the lists is work, not a default")]
    pub fn new() -> Self {
        let of = |file, kinds: &'static [&str]| {
            let wanted = move |row: &Vec<&str>| kinds.iter().any(|kind| row[1..].first() == Some(kind));
            lexicon::rows(file).filter(wanted).map(|row| row[0])
        };
        let capitals = |phrase: &str| phrase.split(' ').map(capital).collect::<Vec<_>>().join(" ");
        let countries: Vec<&str> = of(PLACES, &["country"]).collect();
        let countries = countries.into_iter().cycle().take(COUNTRIES);
        Self {
            given: of(WORDS[0].0, &["f", "m", "u"]).map(capitals).collect(),
            surnames: of(WORDS[1].0, &["1", "2", "x"]).map(capitals).collect(),
            places: of(PLACES, &["state", "city"]).chain(countries).map(capitals).collect(),
            demonyms: of(PHRASES[1].0, &["nation", "people"]).map(capitals).collect(),
            agencies: of(ORGANISATIONS, &["agency", "outlet"]).map(str::to_owned).collect(),
        }
    }

    /// What fills the gap `name`.
    pub fn of(&self, name: &str) -> Option<&[String]> {
        Some(match name {
            "given" => &self.given,
            "surname" => &self.surnames,
            "place" => &self.places,
            "demonym" => &self.demonyms,
            "agency" => &self.agencies,
            _ => return None,
        })
    }
}

/// The word with a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The folded spellings, and the spellings of organisations.
struct Lists {
    folded: HashMap<Box<str>, u32>,
    written: HashMap<&'static str, u32>,
}

impl Lists {
    fn new() -> Self {
        let mut lists = Self { folded: HashMap::with_capacity(1 << 17), written: HashMap::new() };
        for (file, kinds) in WORDS {
            for row in lexicon::rows(file) {
                let mut words = row[0].split(' ');
                let (Some(word), None) = (words.next(), words.next()) else { continue };
                lists.add(word, bit(&row, kinds));
            }
        }
        for (file, kinds) in PHRASES {
            lexicon::rows(file).for_each(|row| lists.add_phrase(&row, kinds));
        }
        for row in lexicon::rows(ORGANISATIONS) {
            let single = !row[0].contains(' ');
            let bits = if single { bit(&row, &KINDS) } else { 1 << INSIDE };
            row[0].split(' ').for_each(|word| *lists.written.entry(word).or_default() |= bits);
        }
        lists
    }

    fn add(&mut self, word: &str, bits: u32) {
        match self.folded.get_mut(word) {
            Some(known) => *known |= bits,
            None => _ = self.folded.insert(word.into(), bits),
        }
    }

    fn add_phrase(&mut self, row: &[&str], kinds: &[(&str, u32)]) {
        if row[0].contains(' ') {
            for (nth, word) in row[0].split(' ').enumerate() {
                self.add(word, 1 << if nth == 0 { FIRST } else { LATER });
            }
        } else {
            self.add(row[0], bit(row, kinds));
        }
    }

    fn bits(&self, form: &str) -> u32 {
        let folded = self.folded.get(fold(form).as_str()).copied().unwrap_or_default();
        folded | self.written.get(form).copied().unwrap_or_default()
    }
}

/// The bit of a row.
fn bit(row: &[&str], kinds: &[(&str, u32)]) -> u32 {
    let kind = row.get(1).copied().unwrap_or_default();
    kinds.iter().find(|(start, _)| kind.starts_with(start)).map_or(0, |(_, bit)| 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::{FIRST, INSIDE, LATER, bits};

    fn has(form: &str, bit: u32) -> bool {
        bits(form) >> bit & 1 == 1
    }

    #[test]
    fn words_are_found_in_their_lists() {
        assert!(has("Turkey", 18) && has("TURKEY", 18) && has("İzmir", 20) && has("Turkish", 22));
        assert!(has("Mr.", 12) && has("Ministry", 7) && has("said", 17));
        assert!(has("New", FIRST) && has("York", LATER) && has("Nations", INSIDE));
        assert_eq!(bits("xqzzv"), 0);
    }
}
