//! Lines that stand again in the same article.
//!
//! Answers for: a title that comes back is a caption, a cut one a link to
//! another article; a quotation set apart that the text holds too is a pull
//! quote; prose under the headline that the text says again is the deck. Leaves to others: repeated headlines, which the head claims, and repetition over the articles of an
//! outlet, which one article does not show.

use std::collections::BTreeMap;

use schema::labels::{Layout, Role};

use super::Page;
use super::line::Line;

/// The fewest words of a line whose repetition says something.
const SHORTEST: usize = 4;

/// How many characters of the first prose must stand again for it to be the deck, and within how much prose.
const OPENING: usize = 60;
const SOON: usize = 4;

/// The fewest words of a pull quote.
const SHORTEST_QUOTE: usize = 5;

/// How many quotations set apart are looked for in the rest of the page.
const MOST_QUOTES: usize = 40;

/// Marks lines that repeat another one.
pub(super) fn mark(page: &mut Page<'_>) {
    let repeated = repeated(page);
    for at in repeated {
        let is_cut = page.lines[at].key.ends_with("...") || page.lines[at].key.ends_with('…');
        page.roles[at] = Some(if is_cut { Role::Promo } else { Role::Caption });
    }
    let apart: Vec<usize> =
        (0..page.lines.len()).filter(|&at| is_set_apart(page, at)).take(MOST_QUOTES).collect();
    for at in apart {
        if stands_elsewhere(page, at) {
            page.roles[at] = Some(Role::PullQuote);
        }
    }
}

/// Marks the first prose behind the headline as the deck where the text soon says the same again.
pub(super) fn mark_deck(page: &mut Page<'_>) {
    let Some(first) = (0..page.lines.len()).find(|&at| page.is_open_prose(at)) else { return };
    let has_headline = (0..first).any(|at| page.roles[at] == Some(Role::Headline));
    let has_deck = (0..first).any(|at| page.roles[at] == Some(Role::Deck));
    let opening: String = page.lines[first].key.chars().take(OPENING).collect();
    let near = (first + 1..page.lines.len()).filter(|&at| page.is_open_prose(at)).take(SOON);
    let is_said = |at: usize| page.lines[at].key.contains(&opening);
    let is_whole = page.is_open_line(first) && opening.chars().count() == OPENING;
    if has_headline && !has_deck && is_whole && near.into_iter().any(is_said) {
        page.roles[first] = Some(Role::Deck);
    }
}

/// The open lines without a full stop whose whole text stands on another line.
fn repeated(page: &Page<'_>) -> Vec<usize> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, line) in page.lines.iter().enumerate() {
        if line.words >= SHORTEST && !line.ends_sentence() {
            places.entry(&line.key).or_default().push(at);
        }
    }
    places
        .into_values()
        .filter(|found| found.len() > 1)
        .flatten()
        .filter(|&at| page.is_open_line(at))
        .collect()
}

/// Whether the line is a quotation that stands alone.
fn is_set_apart(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let is_quotation =
        line.layout == Layout::Quotation || (page.is_open(at) && !inner(line).contains(['.', '!', '?']));
    is_quotation && line.words >= SHORTEST_QUOTE && is_quoted(line)
}

/// Whether quotation marks stand around all of the line.
pub(super) fn is_quoted(line: &Line<'_>) -> bool {
    let inside = inner(line);
    inside.len() + 2 == line.key.len() && !inside.contains('"')
}

/// The line's text without the quotation marks around it.
fn inner<'l>(line: &'l Line<'_>) -> &'l str {
    let key = line.key.as_str();
    key.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(key)
}

/// Whether the quotation's text stands in another line that is prose.
fn stands_elsewhere(page: &Page<'_>, at: usize) -> bool {
    let text = inner(&page.lines[at]).trim_end_matches(['.', ',']);
    page.lines
        .iter()
        .enumerate()
        .any(|(other, line)| other != at && line.is_prose() && line.key.contains(text))
}
