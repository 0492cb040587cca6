//! Lines that recur over the articles of the outlet.
//!
//! Answers for: an open line that recurs is boilerplate, unless it may be the article's own. Its own may be a line whose
//! words the rest of the article speaks of (the background of a running story); a full sentence that does not address
//! the reader (`Nobody was hurt.` stands in many reports); and a line amid prose, which may head it. Sentences and
//! headings must stand in most of the outlet's articles. Leaves to others: which lines recur (`recurrence`).

use std::collections::HashSet;

use schema::Article;
use schema::labels::Role;

use super::{Page, appeal};
use crate::recurrence::{Recurrence, Recurring, content_words};

/// Marks the open lines that recur as boilerplate.
pub(super) fn mark(page: &mut Page<'_>, article: &Article, recurring: &Recurring) {
    let Some(found) = recurring.of(article, page.lines.iter().map(|line| line.key.as_str())) else { return };
    let candidates: Vec<usize> =
        (0..found.len()).filter(|&at| found[at].is_some() && page.is_open(at)).collect();
    if candidates.is_empty() {
        return;
    }
    let topic = topic(page, &found);
    let is_boilerplate = |&at: &usize| {
        let may_be_own = is_report(page, at) || heads_prose(page, &found, at);
        (found[at] == Some(Recurrence::Most) || !may_be_own) && !is_topical(&page.lines[at].key, &topic)
    };
    let boilerplate: Vec<usize> = candidates.into_iter().filter(is_boilerplate).collect();
    for at in boilerplate {
        page.roles[at] = Some(Role::Boilerplate);
    }
}

/// The words that the lines speak of which do not recur.
fn topic(page: &Page<'_>, found: &[Option<Recurrence>]) -> HashSet<String> {
    let own = page.lines.iter().zip(found).filter(|(_, found)| found.is_none());
    own.flat_map(|(line, _)| content_words(&line.key)).map(str::to_owned).collect()
}

/// Whether the article speaks of more than half of what the line says.
fn is_topical(key: &str, topic: &HashSet<String>) -> bool {
    let (spoken, all) = content_words(key)
        .fold((0, 0), |(spoken, all), word| (spoken + usize::from(topic.contains(word)), all + 1));
    spoken * 2 > all
}

/// Whether the line is a full sentence that does not address the reader.
fn is_report(page: &Page<'_>, at: usize) -> bool {
    page.lines[at].ends_sentence() && !appeal::addresses(&page.lines[at].key)
}

/// Whether prose that does not recur stands before and behind the line.
fn heads_prose(page: &Page<'_>, found: &[Option<Recurrence>], at: usize) -> bool {
    let is_own = |near: usize| near < found.len() && found[near].is_none() && page.is_open_prose(near);
    at > 0 && is_own(at - 1) && is_own(at + 1)
}
