//! The head of an article: headline, deck, byline, dateline.
//!
//! Answers for: the lines before the first prose, and bylines and dates that stand elsewhere on lines of their own.

use std::sync::LazyLock;

use schema::labels::{Layout, Role};

use super::Page;
use super::caption;
use super::line::{self, Line};
use super::phrases::{Sign, Signs};
use crate::boundaries;
use crate::lexicon::Lexicon;

/// How far down the first line may be repeated as the headline.
const REPEATED_WITHIN: usize = 4;

/// How many lines the head can have.
const LONGEST_HEAD: usize = 14;

/// The words of a headline and of a deck.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=30;
const DECK: std::ops::RangeInclusive<usize> = 4..=50;

/// The most words of a byline, of a line that names who helped, and of one with the date.
const LONGEST_BYLINE: usize = 24;
const LONGEST_ACKNOWLEDGEMENT: usize = 45;
const LONGEST_DATE: usize = 14;

/// The most words of a place on a line of its own, and how far into a line, in bytes, one may reach.
const LONGEST_PLACE: usize = 7;
const LONGEST_DATELINE: usize = 60;

/// The fewest letters of a word that says what a deck is about, and one in how many must stand in the article too.
const TELLING: usize = 6;
const SHARED: usize = 4;

/// How much of a headline, in bytes, must stand again for a line to repeat it.
const SHORTEST_REPEAT: usize = 20;

static DATE_WORDS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/date_words.txt")));

/// Marks the lines of the head; `stated` is the headline that the source states.
pub(super) fn mark(page: &mut Page<'_>, stated: Option<&str>) {
    mark_repeated(page);
    mark_labels(page);
    let stated = stated.map(line::fold);
    let mut headline: Option<usize> = None;
    for at in 0..page.lines.len().min(LONGEST_HEAD) {
        if page.roles[at] == Some(Role::Headline) {
            headline = headline.or(Some(at));
        }
        if !page.is_open(at) {
            continue;
        }
        match head_role(page, at, headline, stated.as_deref()) {
            Some(role) => {
                page.roles[at] = Some(role);
                headline = headline.or((role == Role::Headline).then_some(at));
            }
            None if page.lines[at].is_prose() => break,
            None => {}
        }
    }
    mark_foreign(page);
}

/// Marks the first line and its repetition right behind it as the headline, whatever word leads them.
fn mark_repeated(page: &mut Page<'_>) {
    let Some(next) = (1..page.lines.len().min(REPEATED_WITHIN)).find(|&at| repeats_first(page, at)) else {
        return;
    };
    for at in [0, next] {
        if page.roles[at] == Some(Role::Promo) {
            page.roles[at] = Some(Role::Headline);
        }
    }
}

/// Whether line `at` repeats the first line, and both can be a headline.
fn repeats_first(page: &Page<'_>, at: usize) -> bool {
    let [first, line] = [&page.lines[0], &page.lines[at]];
    let is_fit = |line: &Line<'_>| line.is_plain() && HEADLINE.contains(&line.words);
    is_fit(first) && is_fit(line) && is_same(&first.key, &line.key)
}

/// Marks bylines and dates on lines of their own.
fn mark_labels(page: &mut Page<'_>) {
    for at in 0..page.lines.len() {
        if page.is_open(at) {
            let in_head = at < LONGEST_HEAD;
            let line = &page.lines[at];
            page.roles[at] = if is_byline(line) {
                Some(Role::Byline)
            } else {
                let is_stamp = is_date(line) && (in_head || line.signs.has(Sign::Date));
                (is_stamp || heads_text(page, at)).then_some(Role::Dateline)
            };
        }
    }
}

/// Whether the line is a place and a dash, and the text that they belong before stands on the next.
fn heads_text(page: &Page<'_>, at: usize) -> bool {
    let Some(place) = page.lines[at].text.strip_suffix(['-', '–', '—']) else { return false };
    let is_part = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '(' || is_dash(c));
    let first = place.split_whitespace().next().unwrap_or_default();
    let is_place = first.len() > 2 && (!first.contains(char::is_lowercase) || place.contains(','));
    at + 1 < page.lines.len()
        && page.is_open_prose(at + 1)
        && is_place
        && page.lines[at].words <= LONGEST_PLACE
        && place.split_whitespace().all(is_part)
}

/// The role of an open line of the head, given the place of the headline where it was seen.
fn head_role(page: &Page<'_>, at: usize, headline: Option<usize>, stated: Option<&str>) -> Option<Role> {
    let line = &page.lines[at];
    if stated.is_some_and(|stated| is_same(stated, &line.key)) {
        return Some(Role::Headline);
    }
    let Some(first) = headline else {
        if is_name(line) {
            return Some(Role::Caption);
        }
        return (is_title(line) && has_text_behind(page, at)).then_some(Role::Headline);
    };
    if is_same(&page.lines[first].key, &line.key) {
        return Some(Role::Headline);
    }
    let goes_on = at <= first + 3 || page.roles[at - 1] == Some(Role::Deck);
    let is_deck = goes_on && DECK.contains(&line.words) && is_unfinished(line) && !opens_text(line.text);
    if is_deck && page.roles[at - 1] == Some(Role::Deck) && caption::is_labelled(line) {
        return Some(Role::Caption);
    }
    if is_name(line) && at <= first + 3 {
        return Some(if is_told_of(page, at) { Role::Caption } else { Role::Byline });
    }
    (is_deck && has_text_behind(page, at)).then_some(Role::Deck)
}

/// Whether the text opens with a dateline: `NORVALE, Est. (NB) — `.
fn opens_text(text: &str) -> bool {
    let Some(end) = [" — ", " – ", " - ", " -- "].iter().filter_map(|dash| text.find(dash)).min() else {
        return false;
    };
    let place = &text[..end];
    let first = place.split([' ', ',']).next().unwrap_or_default();
    let is_capital = first.len() > 2 && first.chars().all(char::is_uppercase);
    is_capital && end <= LONGEST_DATELINE && place.contains([',', '('])
}

/// Marks several decks that have hardly a word in common with the article as titles of other articles.
fn mark_foreign(page: &mut Page<'_>) {
    let decks: Vec<usize> = (0..page.lines.len().min(LONGEST_HEAD))
        .filter(|&at| page.roles[at] == Some(Role::Deck) && page.lines[at].layout == Layout::Line)
        .collect();
    let foreign: Vec<usize> = decks.iter().copied().filter(|&at| is_foreign(page, at)).collect();
    let [first, .., last] = foreign[..] else { return };
    for at in decks.into_iter().filter(|at| (first..=last).contains(at)) {
        page.roles[at] = Some(Role::Promo);
    }
}

/// Whether hardly any of the line's longer words stands in the article's prose or headline.
fn is_foreign(page: &Page<'_>, at: usize) -> bool {
    let stands = |word: &str| {
        (0..page.lines.len()).any(|other| {
            let is_article = page.is_open_prose(other) || page.roles[other] == Some(Role::Headline);
            is_article && page.lines[other].key.contains(word)
        })
    };
    let words = page.lines[at].key.split(|c: char| !c.is_alphanumeric());
    let telling: Vec<&str> = words.filter(|word| word.chars().count() >= TELLING).collect();
    telling.len() >= SHARED && telling.iter().filter(|word| stands(word)).count() * SHARED < telling.len()
}

/// Whether the text tells of the one whose name the line is, so that a picture shows them.
fn is_told_of(page: &Page<'_>, at: usize) -> bool {
    const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];
    let mut words = page.lines[at].key.rsplit(' ').map(|word| word.trim_end_matches(['.', ',']));
    let last = words.find(|word| !SUFFIXES.contains(word)).unwrap_or_default();
    let holds = |line: &Line<'_>| {
        line.key.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|word| word == last)
    };
    last.len() > 3 && page.lines[at + 1..].iter().filter(|line| line.is_prose() && holds(line)).count() > 1
}

/// Whether the line can be a headline: short, and without a full stop.
fn is_title(line: &Line<'_>) -> bool {
    let is_call = line.text.ends_with(['?', '!']) && line.words <= 16;
    HEADLINE.contains(&line.words) && (is_call || is_unfinished(line))
}

/// Whether the line ends in no stop, comma or colon.
fn is_unfinished(line: &Line<'_>) -> bool {
    let is_open = line.text.ends_with([':', ',', ';']);
    !line.ends_sentence() && !is_open && is_one_sentence(line)
}

/// Whether the rules alone see one sentence: a headline with "Posted: ..." behind it has no stop to go by.
fn is_one_sentence(line: &Line<'_>) -> bool {
    boundaries::Draft::of(line.text).starts.len() == 1
}

/// Whether prose that no rule has claimed stands behind the line.
fn has_text_behind(page: &Page<'_>, at: usize) -> bool {
    (at + 1..page.lines.len()).any(|behind| page.is_open_prose(behind))
}

/// Whether one of the texts repeats the other, or its beginning, cut off or not, the site's name aside.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| {
        let title = text.split_once("... - ").map_or(text, |(title, _)| title);
        title.trim_end_matches(['.', '…', ' '])
    });
    let shorter = one.len().min(other.len());
    shorter >= SHORTEST_REPEAT && one.as_bytes()[..shorter] == other.as_bytes()[..shorter]
        || (!one.is_empty() && one == other)
}

/// Whether the line names the authors.
fn is_byline(line: &Line<'_>) -> bool {
    let is_short = line.words <= LONGEST_BYLINE && !line.ends_sentence();
    let leads = line.signs.has(Sign::Byline) && has_names(line.text);
    let signs_off =
        line.text.starts_with(['-', '–', '—']) && is_name_text(line.text.trim_start_matches(is_dash));
    (is_short && (leads || signs_off))
        || (is_acknowledgement(line.signs, line.words) && is_one_sentence(line))
}

/// Marks the last line as a byline where it says for whom its author writes.
pub(super) fn mark_author(page: &mut Page<'_>) {
    let Some(last) = (0..page.lines.len()).rev().find(|&at| page.is_open_prose(at)) else { return };
    let has_more = (0..last).any(|at| page.is_open_prose(at));
    if has_more && is_about_author(&page.lines[last]) {
        page.roles[last] = Some(Role::Byline);
    }
}

/// Whether the line says what its author is: `Ilse Brandt is a staff writer for the Norvale Courier.`
fn is_about_author(line: &Line<'_>) -> bool {
    const WRITERS: [&str; 9] = [
        "writer",
        "reporter",
        "columnist",
        "correspondent",
        "journalist",
        "editor",
        "contributor",
        "producer",
        "blogger",
    ];
    let Some((name, behind)) = line.text.split_once(" is ").or_else(|| line.text.split_once(" covers "))
    else {
        return false;
    };
    let role = behind.split([',', '.', ';']).next().unwrap_or_default();
    let writes = role.split_whitespace().take(8).any(|word| WRITERS.contains(&word.to_lowercase().as_str()));
    is_name_text(name) && line.words <= LONGEST_ACKNOWLEDGEMENT && !line.key.contains('"') && writes
}

/// Whether a text with these signs and words does nothing but name those who helped with the article.
pub(super) fn is_acknowledgement(signs: Signs, words: usize) -> bool {
    signs.has(Sign::Contributor) && words <= LONGEST_ACKNOWLEDGEMENT
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | ' ')
}

/// Whether most words behind the first are names: in upper case, or a link between names.
fn has_names(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1).peekable();
    words.peek().is_some() && words.all(|word| word.starts_with(char::is_uppercase) || is_link(word))
}

fn is_link(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty()
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            bare,
            "and"
                | "of"
                | "for"
                | "the"
                | "by"
                | "in"
                | "de"
                | "van"
                | "ve"
                | "at"
                | "to"
                | "on"
                | "writer"
                | "writers"
                | "reporter"
                | "reporters"
        )
}

/// Whether the line is a name and nothing else.
fn is_name(line: &Line<'_>) -> bool {
    let ends_name = line.text.ends_with(|c: char| c.is_alphabetic() || c == '.');
    (2..5).contains(&line.words) && is_name_text(line.text) && ends_name && !line.is_capitals()
}

/// Whether the text is two to four words that all begin in upper case.
pub(super) fn is_name_text(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let is_part = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ',' | '\'' | '’' | '-'))
    };
    (2..5).contains(&count) && text.split_whitespace().all(is_part)
}

/// Whether the line says when the article was published, and nothing else.
fn is_date(line: &Line<'_>) -> bool {
    let has_number = line.key.contains(|c: char| c.is_ascii_digit());
    let is_short = line.words <= LONGEST_DATE;
    is_short && has_number && (line.signs.has(Sign::Date) || consists_of_date(&line.key))
}

/// Whether every word belongs to a date.
pub(super) fn consists_of_date(key: &str) -> bool {
    let mut words =
        key.split([' ', ',', '|', '(', ')', '/', '-', '–', '—', ';', '@']).filter(|word| !word.is_empty());
    words.all(|word| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || DATE_WORDS.contains(word.trim_end_matches(['.', ':']))
    })
}
