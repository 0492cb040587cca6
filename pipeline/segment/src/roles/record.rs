//! Records: lines that give facts and names one by one.
//!
//! Answers for: runs of `Age: 17` and of names with their ages, which are lists; and the single name with an age, which
//! stands under a picture. Leaves to others: items with a mark of their own, and hyphens that only look like one.

use schema::labels::Role;

use super::Page;
use super::head;
use super::line::Line;
use super::phrases::Sign;

/// The most words of a fact's label, and of its value.
const LABEL: usize = 3;
const VALUE: usize = 8;

/// The fewest facts in a row that make a record.
const FACTS: usize = 3;

/// The most words of a line that opens with a name and an age.
const PERSON: usize = 14;

/// Marks the facts of records and the names with ages, and takes the role of an item from a lone hyphen.
pub(super) fn mark(page: &mut Page<'_>) {
    release_lone(page);
    mark_runs(page, is_fact, FACTS);
    mark_runs(page, is_person, 2);
    for at in 1..page.lines.len() {
        if page.is_open(at) && is_person(&page.lines[at]) {
            page.roles[at] = Some(Role::Caption);
        }
    }
}

/// Marks runs of at least `least` open lines of one form as items; the first line may be the headline.
fn mark_runs(page: &mut Page<'_>, has_form: fn(&Line<'_>) -> bool, least: usize) {
    let mut at = 1;
    while at < page.lines.len() {
        let is_next = |next: &usize| page.is_open(*next) && has_form(&page.lines[*next]);
        let end = at + (at..page.lines.len()).take_while(is_next).count();
        if end - at >= least {
            page.roles[at..end].fill(Some(Role::ListItem));
        }
        at = end + 1;
    }
}

/// Whether the line is a short label and a short value: `Cause: Storm`.
fn is_fact(line: &Line<'_>) -> bool {
    let Some((label, value)) = line.text.split_once(": ") else { return false };
    let is_label = label.starts_with(char::is_uppercase) && label.split_whitespace().count() <= LABEL;
    let starts = value.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_stamp = line.signs.has(Sign::Date) || line.signs.has(Sign::Byline);
    is_label && !is_stamp && starts && value.split_whitespace().count() <= VALUE && !line.ends_sentence()
}

/// Whether the line opens with a name and an age, and is no sentence: `Ona Lill, 31, of Norvale`.
fn is_person(line: &Line<'_>) -> bool {
    let mut parts = line.text.split(", ");
    let is_name = parts.next().is_some_and(head::is_name_text);
    let age = parts.next().and_then(|part| part.split_whitespace().next()).unwrap_or_default();
    let is_age = (1..4).contains(&age.len()) && age.bytes().all(|byte| byte.is_ascii_digit());
    let goes_on = parts.next().is_none_or(|rest| {
        rest.starts_with("of ") || rest.starts_with("from ") || rest.starts_with(char::is_uppercase)
    });
    is_name && is_age && goes_on && line.words <= PERSON && !line.ends_sentence() && !line.text.ends_with(':')
}

/// Gives a sentence behind the only hyphen of its kind back: a dateline was lost before it.
fn release_lone(page: &mut Page<'_>) {
    let mark = |at: usize| page.lines[at].text.chars().next().filter(|c| matches!(c, '-' | '–' | '—'));
    let items: Vec<(usize, char)> = (0..page.lines.len())
        .filter(|&at| page.roles[at] == Some(Role::ListItem) && page.lines[at].is_plain())
        .filter_map(|at| Some((at, mark(at)?)))
        .collect();
    for &(at, own) in &items {
        let is_lone = items.iter().filter(|(_, other)| *other == own).count() == 1;
        if is_lone && page.lines[at].is_prose() {
            page.roles[at] = None;
        }
    }
}
