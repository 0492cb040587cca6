//! Captions and credits: what a picture shows and who made it.
//!
//! Answers for: lines with a credit, a caption's opening or a dateline in capitals with a day; and short lines
//! that stand beside a caption or a picture. Leaves to others: galleries, which `gallery` finds by their controls.

use schema::labels::{Layout, Role};

use super::Page;
use super::head;
use super::line::Line;
use super::phrases::Sign;

/// The most words of a line that is nothing but a credit.
const LONGEST_CREDIT: usize = 10;

/// The most words of a line that one credit inside makes a caption.
const LONGEST_CAPTION: usize = 140;

/// How far into the line, in bytes, a dateline in capitals may reach.
const LONGEST_DATELINE: usize = 70;

/// The fewest words of a caption behind a label.
const LABELLED: usize = 12;

/// The most words of a title that a picture bears beside its caption.
const LONGEST_TITLE: usize = 14;

/// The role of a line that describes a picture or credits it.
pub(super) fn role(line: &Line<'_>) -> Option<Role> {
    if line.is_plain() && counts_images(&line.key) {
        return Some(Role::Caption);
    }
    if line.is_plain() && is_name_of_maker(line.text) {
        return Some(Role::Credit);
    }
    if line.words > LONGEST_CAPTION || line.key.contains("reuters/ipsos") {
        return None;
    }
    if line.signs.has(Sign::CreditStart) {
        let is_credit = line.words <= LONGEST_CREDIT;
        return Some(if is_credit { Role::Credit } else { Role::Caption });
    }
    let is_caption = line.signs.has(Sign::Credit)
        || line.signs.has(Sign::Caption)
        || has_day_dateline(line.text)
        || has_bar_credit(line.text)
        || has_date_behind(&line.key)
        || has_bracket_credit(line.text)
        || (line.is_plain() && has_maker_behind(line.text));
    is_caption.then_some(Role::Caption)
}

/// Whether the text counts the pictures of a gallery: `Image 3 of 12`.
fn counts_images(key: &str) -> bool {
    let mut rest = key;
    while let Some((_, behind)) = rest.split_once("image ") {
        let mut words = behind.split_whitespace();
        let is_number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        if is_number && words.next() == Some("of") {
            return true;
        }
        rest = behind;
    }
    false
}

/// Whether the text is nothing but the name of a maker.
pub(super) fn is_name_of_maker(text: &str) -> bool {
    is_bracketed_name(text) || is_maker(text)
}

/// Whether the text is a few names in brackets and nothing else.
fn is_bracketed_name(text: &str) -> bool {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inside.is_some_and(|name| {
        let is_part = |word: &str| !word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        name.split_whitespace().count() < 6
            && !name.contains(['(', '.'])
            && name.split_whitespace().all(is_part)
    })
}

/// Whether the text is a maker and an outlet: `Ilse Brandt/The Courier`.
fn is_maker(text: &str) -> bool {
    let text = text.strip_suffix(']').and_then(|rest| rest.rsplit_once(" [")).map_or(text, |(rest, _)| rest);
    let Some((maker, outlet)) = text.split_once('/') else { return false };
    let is_outlet = |word: &str| word.starts_with(char::is_uppercase);
    let words = outlet.split_whitespace().count();
    head::is_name_text(maker.trim())
        && (1..5).contains(&words)
        && outlet.split_whitespace().all(is_outlet)
        && !outlet.ends_with(['.', ':', '?', '!'])
}

/// Whether the line begins as agencies begin captions: `ANKARA, TURKEY - OCTOBER 10: People ...`.
fn has_day_dateline(text: &str) -> bool {
    let end = text.bytes().take(LONGEST_DATELINE).position(|byte| byte == b':');
    let Some(head) = end.and_then(|end| text.get(..end)) else { return false };
    let is_capital = !head.contains(char::is_lowercase) && head.starts_with(char::is_uppercase);
    let has_day = head.contains(|c: char| c.is_ascii_digit()) || head.contains('(');
    is_capital
        && has_day
        && head.contains(',')
        && head.contains([' ', '\u{a0}'])
        && head.contains(['-', '–', '—'])
}

/// Whether the line ends as captions of recordings do: `Rescue boats at work. (Published Monday, May 4, 2015)`.
fn has_date_behind(key: &str) -> bool {
    let inside = key.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    inside.is_some_and(|(_, date)| date.starts_with("published ") && date.len() < LONGEST_DATELINE)
}

/// Whether names in brackets stand behind the last full stop: `The ferry leaves Norvale. (Harbour Eight)`.
fn has_bracket_credit(text: &str) -> bool {
    let inside = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(". ("));
    inside.is_some_and(|(caption, credit)| {
        let is_name = |word: &str| word.starts_with(char::is_uppercase) || word.len() < 3;
        !caption.is_empty()
            && credit.split_whitespace().count() < 6
            && !credit.ends_with('.')
            && credit.split_whitespace().all(is_name)
            && !head::consists_of_date(&credit.to_lowercase())
    })
}

/// Whether a maker in capitals and an outlet stand behind the last full stop: `... at dawn. ILSE BRANDT / STAFF`.
fn has_maker_behind(text: &str) -> bool {
    let Some((_, maker)) = text.rsplit_once(". ") else { return false };
    let name = maker.split('/').next().unwrap_or_default();
    is_maker(maker) && !name.contains(char::is_lowercase)
}

/// Whether a credit stands behind a bar at the end: `... in the 3200 block. | Network Video`.
fn has_bar_credit(text: &str) -> bool {
    let Some((caption, credit)) = text.rsplit_once(" | ") else { return false };
    let words = credit.split_whitespace().count();
    caption.ends_with(['.', ')'])
        && words < 6
        && credit.starts_with(char::is_uppercase)
        && !credit.ends_with('.')
}

/// Marks what stands under a caption of a source with layout, on the next line, as its credit.
pub(super) fn mark_credits(page: &mut Page<'_>) {
    for at in 1..page.lines.len() {
        let [above, line] = [&page.lines[at - 1], &page.lines[at]];
        let is_under = above.layout == Layout::Caption && line.layout == Layout::Caption && !line.is_apart;
        if is_under && line.words <= LONGEST_CREDIT && !line.ends_sentence() {
            page.roles[at] = Some(Role::Credit);
        }
    }
}

/// Marks the open lines that stand right before a caption without a blank line, or repeat a picture's text.
pub(super) fn mark_neighbours(page: &mut Page<'_>) {
    for at in 0..page.lines.len() {
        if page.is_open(at) && is_labelled(&page.lines[at]) {
            page.roles[at] = Some(Role::Caption);
        }
        if page.is_open(at)
            && is_title(&page.lines[at])
            && (heads_caption(page, at) || names_picture(page, at))
        {
            page.roles[at] = Some(Role::Caption);
        }
    }
}

/// Whether the line is short and has no full stop.
fn is_title(line: &Line<'_>) -> bool {
    line.words <= LONGEST_TITLE && !line.ends_sentence() && !line.text.ends_with(':')
}

/// Whether the line is an unfinished sentence behind a short label: `Still waiting: Families gather at the quay`.
pub(super) fn is_labelled(line: &Line<'_>) -> bool {
    let Some((label, sentence)) = line.text.split_once(": ") else { return false };
    let is_label = label.split_whitespace().count() < 5 && label.contains(char::is_lowercase);
    let is_sentence = sentence.starts_with(char::is_uppercase) && line.words >= LABELLED;
    is_label && is_sentence && !line.ends_sentence() && line.text.ends_with(char::is_alphanumeric)
}

/// Whether the next line is the caption that this one is the title or the beginning of.
fn heads_caption(page: &Page<'_>, at: usize) -> bool {
    let Some(next) = page.lines.get(at + 1).filter(|_| page.roles[at + 1] == Some(Role::Caption)) else {
        return false;
    };
    (page.has_blank_lines && !next.is_apart && page.lines[at].is_apart)
        || next.key.starts_with(&page.lines[at].key)
}

/// Whether a leftover image before the line bears its text.
fn names_picture(page: &Page<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| page.roles[before] == Some(Role::Markup));
    before.is_some_and(|before| page.lines[before].key.contains(page.lines[at].key.as_str()))
}
