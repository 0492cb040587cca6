//! Titles of other articles inside a text.
//!
//! Answers for: the items behind the title of such a list (`Related stories`), and headlines strewn between the
//! paragraphs of a text, told by their capitals. Leaves to others: the title of the list (`furniture`), and titles
//! in a row without one (`subheading`).

use schema::labels::{Layout, Role};

use super::Page;

/// The most words of the title of a list.
const TITLE: usize = 8;

/// The words of an item.
const ITEM: std::ops::RangeInclusive<usize> = 4..=24;

/// Titles of lists as they stand behind a full stop.
const TITLES: [&str; 4] =
    [". Related Articles ", ". Related Coverage ", ". Related Headlines ", ". Related Stories "];

/// The most items of a list.
const LONGEST: usize = 12;

/// The words of a headline between paragraphs: with the longer ones a single line is told, the others by company.
const STREWN: std::ops::RangeInclusive<usize> = 6..=18;
const LONG: usize = 10;
const COMPANY: usize = 3;

/// Marks headlines of other articles between paragraphs.
pub(super) fn mark_strewn(page: &mut Page<'_>) {
    let strewn: Vec<usize> = (0..page.lines.len()).filter(|&at| is_strewn(page, at)).collect();
    let is_many = strewn.len() >= COMPANY;
    for at in strewn {
        if is_many || page.lines[at].words >= LONG {
            page.roles[at] = Some(Role::Promo);
        }
    }
}

/// Whether the line reads as a headline: no full stop, and nearly all of its words in capitals, as in a title.
fn is_strewn(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let is_free = page.is_open_line(at) && STREWN.contains(&line.words) && !line.is_capitals();
    let is_open =
        line.ends_sentence() || line.text.ends_with([':', ',', ';', '"', '”']) || line.key.contains(". ");
    let behind_prose = (0..at).any(|before| page.is_open_prose(before));
    is_free && !is_open && behind_prose && is_title_case(line.text)
}

/// Whether most words of four letters and more begin in upper case.
fn is_title_case(text: &str) -> bool {
    let long =
        || text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let upper = long().filter(|word| {
        !word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
    });
    upper.count() * 10 >= long().count() * 9 && long().count() > 3
}

/// Marks the items of every list behind a title that is promo.
pub(super) fn mark(page: &mut Page<'_>) {
    for title in 0..page.lines.len() {
        if is_title(page, title) || ends_in_title(page, title) {
            let items = title + 1..page.lines.len().min(title + 1 + LONGEST);
            let last = items.clone().take_while(|&at| is_item(page, at)).last();
            if let Some(last) = last {
                page.roles[items.start..=last].fill(Some(Role::Promo));
            }
        }
    }
}

/// Whether the line announces other articles and does not name one itself.
fn is_title(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let opens = ["more ", "read more", "related", "see also", "also", "recommended", "don't miss", "most "];
    page.roles[at] == Some(Role::Promo)
        && line.words <= TITLE
        && !line.ends_sentence()
        && opens.iter().any(|open| line.key.starts_with(open))
        && line.key.split_once(": ").is_none()
}

/// Whether a lost line break joined the title of a list and its first item to the end of a paragraph.
fn ends_in_title(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let title = TITLES.iter().filter_map(|title| line.text.rfind(title)).max();
    let behind = title.map(|start| line.text[start..].split_whitespace().count());
    page.is_open_line(at) && !line.ends_sentence() && behind.is_some_and(|words| words <= *ITEM.end())
}

/// Whether the line is the title of an article, or an item of a list that is none of the text's.
fn is_item(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    match page.roles[at] {
        Some(Role::ListItem) => line.words <= *ITEM.end(),
        Some(Role::Subheading | Role::Deck | Role::Caption) | None if line.layout == Layout::Line => {
            ITEM.contains(&line.words) && !line.ends_sentence() && !line.text.ends_with(':')
        }
        Some(Role::Promo) => true,
        _ => false,
    }
}
