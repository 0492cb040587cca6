//! Numbers that count nothing.
//!
//! Answers for: numbers that are part of a name or a code, scores, and the pronoun "one".

use schema::labels::QuantityType;

use super::amount::Amount;
use crate::key::{Key, key, keys};
use crate::words::Words;

/// Words whose number tells one of a kind from the others.
const NUMBERED: &[Key] = &keys![
    "#",
    "airbus",
    "appendix",
    "apartment",
    "apt",
    "article",
    "articles",
    "boeing",
    "chapter",
    "channel",
    "class",
    "figure",
    "flight",
    "form",
    "gate",
    "grade",
    "group",
    "highway",
    "interstate",
    "level",
    "line",
    "model",
    "no",
    "no.",
    "nos",
    "nos.",
    "number",
    "page",
    "part",
    "pier",
    "platform",
    "psalm",
    "proposition",
    "resolution",
    "room",
    "route",
    "section",
    "sector",
    "stage",
    "step",
    "suite",
    "table",
    "terminal",
    "title",
    "type",
    "unit",
    "version",
    "vol.",
    "volume",
    "ward",
    "windows",
    "zone",
    "district",
];

/// Words that end the name of a street.
const STREETS: &[Key] = &keys![
    "ave",
    "ave.",
    "avenue",
    "blvd",
    "blvd.",
    "boulevard",
    "block",
    "court",
    "drive",
    "highway",
    "lane",
    "place",
    "rd",
    "rd.",
    "road",
    "square",
    "st",
    "st.",
    "street",
    "way"
];

/// What is made, answered or kept by the number that calls for help.
const CALLS: &[Key] = &keys![
    "call",
    "caller",
    "callers",
    "calls",
    "center",
    "centre",
    "dispatcher",
    "dispatchers",
    "operator",
    "operators",
    "recording",
    "recordings",
    "system",
    "tape",
    "tapes"
];

/// Words behind "one" that show it to be a pronoun.
const AFTER_PRONOUN: &[Key] = &keys![
    "of", "another", "who", "that", "in", "to", "can", "could", "is", "was", "has", "had", "would", "will",
    "may", "might", "must", "should", "by", "on", "at", "with", "for", "from", "and", "or", "but", "as",
    "than", "which", "where", "when", "'s", "does", "did", "'d", "'ll", "it", "they", "he", "she", "we", "i",
    "said", "were", "are", "after", "before", "because", "if", "like", "n't", "not", "so",
];

/// Words before "one" that make it a pronoun.
const BEFORE_PRONOUN: &[Key] = &keys![
    "no", "any", "some", "every", "this", "that", "each", "which", "another", "the", "other", "good", "new",
    "big", "'s",
];

/// Whether the number at `at` counts nothing.
pub(super) fn only_names(words: Words<'_>, at: usize, amount: &Amount) -> bool {
    if amount.kind != QuantityType::Cardinal || amount.modifier.is_some() {
        return is_part_of_word(words, at, amount.end);
    }
    is_pronoun(words, at, amount.end)
        || words.key_before(at, 1).is_any(NUMBERED) && words.is_numeric(at)
        || is_model(words, at, amount.end)
        || is_score(words, at, amount.end)
        || is_address(words, at, amount.end)
        || is_part_of_word(words, at, amount.end)
}

/// Whether "one" stands for someone.
fn is_pronoun(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_one = end == at + 1 && words.is(at, key!("one"));
    let is_followed =
        words.is_lower(end) && !words.key(end).is_any(AFTER_PRONOUN) || words.is(end, key!("-"));
    is_one && (!is_followed || words.key_before(at, 1).is_any(BEFORE_PRONOUN))
}

/// Whether a number in digits behind a name belongs to it: no noun that it counts follows.
fn is_model(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_named = at >= 2 && words.is_capitalised(at - 1) && words.form(at - 1).len() > 1;
    is_named && words.is_numeric(at) && !words.is_lower(end) && !words.form(at).contains([',', '.'])
}

/// Whether the number is that of a house, or the one that calls for help.
fn is_address(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_emergency = matches!(words.form(at), "911" | "999" | "112")
        && (!words.is_lower(end) || words.key(end).is_any(CALLS));
    let is_called = words
        .key_before(at, 1)
        .is_any(&keys!["call", "called", "calling", "calls", "dial", "dialed", "dialled", "dialing"]);
    let is_street = words.is_capitalised(end) && (end..end + 4).any(|place| words.key(place).is_any(STREETS));
    words.is_numeric(at) && (is_emergency || is_called || is_street || words.is(end, key!("block")))
}

/// Whether the number is half of a score or a vote: "3-1", "5-4".
fn is_score(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_link = |place: usize| {
        words.key(place).is_any(&keys!["-", "–", ":"]) && words.adjoins(place) && words.adjoins(place + 1)
    };
    let behind = is_link(end) && words.is_numeric(end + 1);
    let before = at >= 2 && is_link(at - 1) && words.is_numeric(at - 2);
    words.is_numeric(at) && (behind || before)
}

/// Whether the number is written onto letters: "F-16", "COVID-19", "G-7"; or onto a bracket of a telephone number.
fn is_part_of_word(words: Words<'_>, at: usize, end: usize) -> bool {
    let behind_letters = at >= 2
        && words.form(at - 1) == "-"
        && words.adjoins(at)
        && words.adjoins(at - 1)
        && words.is_capitalised(at - 2)
        && words.is_numeric(at);
    let is_area_code =
        at >= 1 && words.form(at - 1) == "(" && words.form(end) == ")" && words.form(end + 1).contains('-');
    behind_letters || is_area_code
}
