//! Calls: single lines that send the visitor somewhere else.
//!
//! Answers for: telling such a line by its form, an imperative of media and the outlet's own place, where no listed
//! phrase gives it away. Leaves to others: listed phrases (`furniture`), appeals of several lines (`appeal`).

use std::sync::LazyLock;

use super::appeal;
use super::line::Line;
use crate::lexicon::Lexicon;

/// The words of a call.
const WORDS: std::ops::RangeInclusive<usize> = 3..=14;

/// What a word of a call does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Verb,
    Place,
}

static CALLS: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    Lexicon::parse(include_str!("../../data/calls.tsv"), |class| match class {
        "verb" => Some(Part::Verb),
        "place" => Some(Part::Place),
        _ => None,
    })
});

/// What is waiting at the place that a call names.
const OFFERS: [&str; 7] = [
    " for the latest",
    " for updates",
    " for more",
    " for details",
    " for the details",
    " for continuing",
    " as this story",
];

/// Whether the line is a call.
pub(super) fn is_call(line: &Line<'_>) -> bool {
    line.is_plain() && is_call_text(&line.key, line.ends_sentence())
}

/// Whether the folded text begins with an imperative of media and names the outlet, a place of its or what it offers.
pub(super) fn is_call_text(key: &str, ends_sentence: bool) -> bool {
    if !WORDS.contains(&key.split_whitespace().count()) || key.contains('"') || appeal::tells(key) {
        return false;
    }
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let begins = words.next().is_some_and(|word| CALLS.get(word) == Some(Part::Verb));
    let mut names_outlet = false;
    let mut names_place = false;
    let mut ends_in_updates = false;
    for word in words {
        names_outlet |= matches!(word, "our" | "us");
        names_place |= CALLS.get(word) == Some(Part::Place);
        ends_in_updates = word == "updates";
    }
    let names_offer = OFFERS.iter().any(|offer| key.contains(offer));
    let names_any = names_outlet || ends_in_updates || (names_offer && !key.starts_with("see "));
    begins && (names_any || (names_place && !ends_sentence))
}
