//! The name of a place, an organisation or another thing that is no person.
//!
//! Answers for: one spelling for its by-names and its ways of writing, its initials, and whether one name is another cut
//! short. Leaves to others: how alike two names are by degrees (`likeness`), and which thing is meant.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::rows;
use crate::spelling::fold;
use crate::word_kind::Lists;
use crate::word_kind::WordKind::{Everyday, OrganisationEnding, OrganisationWord, Place, Surname, Title};

/// By-names, each with the name that it stands for.
static ALIASES: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("../data/name_aliases.tsv")));

/// Abbreviations of states as they are written, each with its state.
static STATES: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("../data/state_abbreviations.tsv")));

/// Words that are written in two ways.
static VARIANTS: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("../data/word_variants.tsv")));

type Pairs = HashMap<&'static str, &'static str>;

/// The second word of each row by its first.
fn pairs(file: &'static str) -> Pairs {
    rows(file).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect()
}

/// The names that by-names stand for.
static ALIASED: LazyLock<HashSet<&str>> = LazyLock::new(|| ALIASES.values().copied().collect());

/// Whether the list of by-names has the name with this key, so that it says by itself what it names.
pub fn has_by_names(key: &str) -> bool {
    ALIASED.contains(key)
}

/// A name in one spelling: folded, without "the" and "'s", a by-name as the name that it stands for, in the whole or
/// at its beginning, the abbreviation of a state as the state.
pub fn key(name: &str) -> String {
    let name = name.trim_end_matches("'s").trim_end_matches("’s");
    if let Some(&state) = STATES.get(name) {
        return state.to_owned();
    }
    let mut key = String::with_capacity(name.len());
    let mut last = 0;
    for word in name.split([' ', '-', '\u{a0}']) {
        let word = fold(word.trim_matches(|mark: char| matches!(mark, '"' | '“' | '”' | ',')));
        if word.is_empty() || key.is_empty() && word == "the" {
            continue;
        }
        // "U. S." is "U.S.".
        if !(key.is_empty() || last == 1 && word.len() == 1) {
            key.push(' ');
        }
        last = word.len();
        key += VARIANTS.get(word.as_str()).copied().unwrap_or(&word);
    }
    if let Some(&full) = ALIASES.get(key.as_str()) {
        return full.to_owned();
    }
    let full = key.split_once(' ').filter(|(first, _)| first.len() < 4);
    let full = full.and_then(|(first, rest)| Some((*ALIASES.get(first)?, rest)));
    full.filter(|(full, _)| !key.starts_with(full))
        .map(|(full, rest)| format!("{full} {rest}"))
        .unwrap_or(key)
}

/// Whether `short` is what is left of the organisation's name `long` when its beginning or its end is dropped.
///
/// At the end, one word stands for the whole only if it tells what the whole is: `the Court`. So it does before "of":
/// `the Bank`. What else begins a name stands for it where the rest only tells what it is, or is another name: no
/// place does, and no everyday word.
pub fn is_shortened(short: &[&str], long: &[&str], lists: Lists) -> bool {
    let (&[first, ..], true) = (short, short.len() < long.len()) else { return false };
    let kinds = lists(first);
    let is_class = short.len() == 1 && kinds.has(OrganisationWord) && first != "house";
    if long.ends_with(short) {
        return short.len() > 1 || is_class;
    }
    if !long.starts_with(short) {
        return false;
    }
    let rest = || long[short.len()..].iter().map(|word| lists(word));
    let is_common = kinds.has(Everyday) || kinds.has(OrganisationWord) || kinds.has(Title);
    let is_bare = short.len() == 1 && (is_common || kinds.has(Place));
    let is_name = short.len() == 1 && rest().all(|word| word.has(Surname) && !word.has(Everyday));
    is_class && long[1] == "of"
        || rest().all(|word| word.has(OrganisationEnding))
        || !is_bare && (is_name || rest().all(|word| word.has(OrganisationWord)))
}

/// The initials of the words of a name, without those of little words and with them; capitals tell which are little.
pub fn initials(name: &str) -> [String; 2] {
    let words = || name.split([' ', '-', '\u{a0}']).filter(|word| !matches!(*word, "The" | "the" | "&"));
    let initial = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let great = words().filter(|word| word.starts_with(char::is_uppercase)).filter_map(initial).collect();
    [great, words().filter_map(initial).flat_map(char::to_uppercase).collect()]
}

/// The letters of an acronym: two to seven capitals, stops or none between; `None` where the name is another word.
pub fn acronym(name: &str) -> Option<String> {
    let letters: String = name.chars().filter(|&letter| letter != '.').collect();
    let is_short = (2..=7).contains(&letters.chars().count());
    (is_short && letters.chars().all(char::is_uppercase)).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::{acronym, initials, is_shortened, key};
    use crate::word_kind::{WordKind, WordKinds};

    fn lists(word: &str) -> WordKinds {
        WordKinds::default()
            .with(WordKind::OrganisationWord, || {
                ["agency", "bank", "house", "ministry", "mills", "fc"].contains(&word)
            })
            .with(WordKind::OrganisationEnding, || word == "fc")
            .with(WordKind::Place, || word == "london")
    }

    #[test]
    fn organisations_are_shortened_at_either_end() {
        let is_shortened = |short: &[&str], long: &[&str]| is_shortened(short, long, lists);
        assert!(is_shortened(&["transport", "agency"], &["velden", "transport", "agency"]));
        assert!(
            is_shortened(&["ministry"], &["transport", "ministry"])
                && is_shortened(&["orby"], &["orby", "mills"])
        );
        assert!(
            !is_shortened(&["house"], &["white", "house"]) && !is_shortened(&["london"], &["london", "bank"])
        );
        assert!(is_shortened(&["london"], &["london", "fc"]), "an ending adds nothing");
    }

    #[test]
    fn by_names_have_the_key_of_the_name() {
        assert_eq!(
            (key("the U. S.").as_str(), key("United States").as_str()),
            ("united states", "united states")
        );
        assert_eq!(
            (key("RIA"), key("UK Treasury's")),
            (key("RIA Novosti"), "united kingdom treasury".to_owned())
        );
    }

    #[test]
    fn abbreviated_states_are_states() {
        assert_eq!([key("La."), key("LA"), key("N.Y.")], ["louisiana", "los angeles", "new york"]);
    }

    #[test]
    fn acronyms_are_capitals() {
        assert_eq!(initials("the Velden Board of Trade"), ["VBT", "VBOT"]);
        assert_eq!(acronym("U.N.").as_deref(), Some("UN"));
        assert_eq!((acronym("Velden"), acronym("A.")), (None, None));
    }
}
