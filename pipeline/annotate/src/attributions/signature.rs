//! Names behind a dash.
//!
//! Answers for: the source below or behind a quotation that stands by itself: `“It is over.” — Ada Brandt`.
//! Leaves to others which quotation it signs.

use std::ops::Range;

use super::cue::Entry;
use super::report::Report;
use super::{label, phrase};
use crate::syntax::Parse;

/// The report of a dash and a name that are all of `range`, but for what follows the name behind a comma.
pub(super) fn read(parse: Parse<'_>, range: Range<usize>) -> Option<Report> {
    let at = range.start;
    let is_dash = matches!(parse.words.form(at), "—" | "–" | "―" | "--" | "-");
    let signed = phrase::trimmed(parse, at + 1..range.end).filter(|_| is_dash)?;
    let comma = signed.clone().find(|&place| parse.words.form(place) == ",").unwrap_or(signed.end);
    let is_named = label::is_name(parse, &(signed.start..comma)) && signed.len() <= LONGEST;
    is_named.then(|| Report {
        at,
        cue: at..at + 1,
        entry: Entry::plain("—"),
        source: Ok(signed),
        contents: Vec::new(),
    })
}

/// The most words of a name and what it says of itself.
const LONGEST: usize = 16;
