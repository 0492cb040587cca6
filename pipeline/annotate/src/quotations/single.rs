//! Single quotation marks among apostrophes.
//!
//! Answers for: whether a single mark at the edge of a word has a partner later in the paragraph.

use super::marks::{self, Family, Side};
use crate::key::keys;
use crate::words::Words;

/// How many tokens a quotation between single marks may hold.
const LONGEST: usize = 120;

/// The place of the mark that closes the single mark at `at`; `None` where it opens nothing.
pub(super) fn partner(words: Words<'_>, at: usize) -> Option<usize> {
    if is_elision(words, at) {
        return None;
    }
    let end = words.len().min(at + LONGEST);
    let mut possessive = None;
    for place in at + 2..end {
        if !is_single(words, place) {
            continue;
        }
        match marks::side(words, place) {
            Side::Closes if !is_possessive(words, place) => return Some(place),
            Side::Closes => possessive = possessive.or(Some(place)),
            // Another one opens: what was found before it must do.
            Side::Opens if possessive.is_some() => return possessive,
            Side::Opens | Side::Either => {}
        }
    }
    possessive.or_else(|| double_partner(words, at))
}

/// A double mark at the end of the paragraph may close a curly single one by mistake.
fn double_partner(words: Words<'_>, at: usize) -> Option<usize> {
    let last = words.len().checked_sub(1)?;
    let is_near = (at + 2..at + LONGEST).contains(&last);
    let is_closing = is_near && marks::family(words.form(last)) == Some(Family::Double);
    if !is_closing {
        return None;
    }
    let is_only = (at + 1..last).all(|place| marks::family(words.form(place)) != Some(Family::Double));
    (is_only && words.form(at) == "‘").then_some(last)
}

fn is_single(words: Words<'_>, at: usize) -> bool {
    marks::family(words.form(at)) == Some(Family::Single)
}

/// Whether the mark at `at` may be the apostrophe of a plural: behind an s, before a word in small letters.
fn is_possessive(words: Words<'_>, at: usize) -> bool {
    words.form_before(at).ends_with(['s', 'S']) && words.is_lower(at + 1)
}

/// Whether the mark at `at` stands for letters left out.
pub(super) fn is_elision(words: Words<'_>, at: usize) -> bool {
    words.key(at + 1).is_any(&keys!["n", "em", "til", "cause", "tis", "twas", "round", "bout"])
        && words.adjoins(at + 1)
}
