//! The decision: does a stop end its sentence?
//!
//! Answers for: the rules, in the order in which they are tried. The lists are `abbreviation`'s and
//! `starter`'s; a stop with no space behind it is `glue`'s.

use super::abbreviation::{self, Abbreviation};
use super::context::{Left, Opening, Right, is_apostrophe};
use super::glue;
use super::ordinal;
use super::reporting;
use super::starter::is_starter;
use super::stop::{Mark, Stop};

/// Where the sentence that starts at `start` ends, when it ends at `stop`.
pub(super) fn boundary(text: &str, start: usize, stop: &Stop) -> Option<usize> {
    let right = Right::of(text, stop.after);
    if right.opening == Opening::End {
        return None;
    }
    let left = Left::of(text, start, stop);
    if !right.is_spaced {
        return glue::boundary(text, stop, &left, &right);
    }
    let ends = match stop.mark {
        Mark::Unambiguous => true,
        Mark::Period => period_ends(stop, &left, &right),
        Mark::Ellipsis => ellipsis_ends(&left, &right),
        Mark::Exclamation | Mark::Question => call_ends(text, stop, &left, &right),
    };
    ends.then_some(stop.after)
}

/// Whether a single full stop before white space ends its sentence.
fn period_ends(stop: &Stop, left: &Left<'_>, right: &Right<'_>) -> bool {
    if left.token.is_empty() && stop.after == stop.end {
        return spaced_period_ends(left, right);
    }
    match right.opening {
        Opening::Lower => stop.after == stop.end && lower_begins(left, right),
        Opening::Mark(mark) => (mark_begins(mark) || right.begins_item()) && !stays_open(left, right),
        Opening::Digit | Opening::Upper | Opening::Caseless => !stays_open(left, right),
        Opening::End => false,
    }
}

/// Whether a full stop with white space on both sides ends a sentence: not where an ellipsis is spaced out.
fn spaced_period_ends(left: &Left<'_>, right: &Right<'_>) -> bool {
    !left.before.trim().is_empty() && !matches!(right.opening, Opening::Lower | Opening::Mark(_))
}

/// Whether a word in lower case begins a sentence behind a full stop: the token must be a plain word.
fn lower_begins(left: &Left<'_>, right: &Right<'_>) -> bool {
    let is_plain = left.token.chars().all(|c| c.is_alphabetic() || is_apostrophe(c));
    let is_quoted = right.openers.contains(['"', '“', '‘', '\'']);
    let is_long = left.token.chars().count() > 2 || TWO_LETTERS.contains(&left.token);
    is_plain && is_long && !is_quoted && abbreviation::classify(left.token).is_none()
}

/// Words of two letters that end sentences; others of that length are rather abbreviations.
const TWO_LETTERS: [&str; 12] = ["be", "do", "go", "he", "him", "in", "is", "it", "me", "on", "up", "us"];

/// Whether a mark that is neither letter nor digit can begin a sentence.
const fn mark_begins(mark: char) -> bool {
    !matches!(
        mark,
        ',' | ';' | ':' | ')' | ']' | '.' | '…' | '-' | '–' | '—' | '!' | '?' | '&' | '/' | '=' | '+' | '%'
    )
}

/// Whether the token before the full stop keeps the sentence open before what follows.
fn stays_open(left: &Left<'_>, right: &Right<'_>) -> bool {
    if is_list_number(left) || ordinal::continues(left, right) {
        return true;
    }
    if is_initial(left.token) {
        return initial_stays_open(left, right);
    }
    if let Some(class) = abbreviation::classify(left.token) {
        return abbreviation_stays_open(class, right);
    }
    if right.opening == Opening::Digit && is_lower_letter(left.token) {
        return true;
    }
    is_dotted(left.token) && !begins_anew(right)
}

/// Whether the sentence stays open behind an abbreviation of this class.
fn abbreviation_stays_open(class: Abbreviation, right: &Right<'_>) -> bool {
    let before_number = right.opening == Opening::Digit;
    match class {
        Abbreviation::Title | Abbreviation::Inner => true,
        Abbreviation::Number => before_number || (is_roman(right.word) && right.word != "I"),
        Abbreviation::Month => before_number || !begins_anew(right),
        Abbreviation::Final => !begins_anew(right),
        Abbreviation::Time => abbreviation::goes_with_time(right.word),
        Abbreviation::Closing => false,
    }
}

/// Whether the text behind an abbreviation shows by its first word or mark that a sentence begins.
fn begins_anew(right: &Right<'_>) -> bool {
    let is_quotation = right.openers.contains(['"', '“', '„', '«']);
    let is_lead = right.rest[right.word.len()..].starts_with(": ");
    right.opening == Opening::Upper && (is_starter(right.word) || is_quotation || is_lead)
}

/// Whether the token is the number of a list item at the head of its sentence: `1. The`, `a. The`, `IV. The`.
fn is_list_number(left: &Left<'_>) -> bool {
    let token = left.token;
    let is_number = token.len() < 3 && token.bytes().all(|b| b.is_ascii_digit());
    let is_headed = left.is_first() || left.before.ends_with(": ");
    !token.is_empty() && is_headed && (is_number || token.len() == 1 || is_roman(token))
}

/// Whether the token is one letter in upper case, or ends in one behind a full stop or hyphen.
fn is_initial(token: &str) -> bool {
    let mut letters = token.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether the token is one letter in lower case: `c. 1818`, `p. 7`.
fn is_lower_letter(token: &str) -> bool {
    token.len() == 1 && token.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether a single capital letter keeps the sentence open: in a name, not in `plan B. The`.
fn initial_stays_open(left: &Left<'_>, right: &Right<'_>) -> bool {
    let in_name = left.previous().starts_with(char::is_uppercase);
    if left.token == "I" && !in_name {
        return false;
    }
    match right.opening {
        Opening::Upper => !is_starter(right.word) || (in_name && right.word.len() == 1),
        _ => true,
    }
}

/// Whether full stops stand inside the token, between letters.
fn is_dotted(token: &str) -> bool {
    let mut parts = token.split('.');
    token.contains('.')
        && parts.all(|part| (1..3).contains(&part.len()) && part.chars().all(char::is_alphabetic))
}

/// Whether the word is a Roman numeral.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() < 7 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether an ellipsis ends its sentence.
fn ellipsis_ends(left: &Left<'_>, right: &Right<'_>) -> bool {
    if left.is_first() && left.token.is_empty() {
        return false;
    }
    match right.opening {
        Opening::Upper | Opening::Caseless => true,
        Opening::Digit | Opening::Lower | Opening::End => false,
        Opening::Mark(mark) => mark_begins(mark),
    }
}

/// Whether a run with `?` or `!` ends its sentence.
fn call_ends(text: &str, stop: &Stop, left: &Left<'_>, right: &Right<'_>) -> bool {
    let is_closed = stop.after > stop.end;
    match right.opening {
        Opening::Lower => {
            let is_word = left.token.chars().all(char::is_lowercase);
            !is_closed
                && !left.token.is_empty()
                && (stop.mark == Mark::Question || is_word || is_starter(right.word))
        }
        Opening::Upper => !(is_closed && reporting::follows(right, text)),
        Opening::Digit | Opening::Caseless => true,
        Opening::Mark(mark) => mark_begins(mark) || right.begins_item(),
        Opening::End => false,
    }
}
