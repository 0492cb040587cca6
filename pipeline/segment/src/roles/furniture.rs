//! The page's furniture: controls, notices, appeals and what players and foreign posts leave.
//!
//! Answers for: lines that are no part of the article whatever stands around them.

use std::sync::LazyLock;

use schema::labels::Role;

use super::line::Line;
use super::phrases::Sign;
use super::{appeal, call, head};
use crate::lexicon::Lexicon;

/// The most words of a line that one phrase makes an appeal; a longer one is asked sentence by sentence.
const LONGEST_APPEAL: usize = 60;

/// The most words of a line that tells how to reach the author.
const LONGEST_REACH: usize = 25;

/// The most words of a line that one phrase makes an appeal, whatever else it says.
const LONGEST_CALL: usize = 28;

/// The most words of a line that holds nothing but an address or a telephone number.
const LONGEST_CONTACT: usize = 8;

/// The most words of a line that consists of the names of controls.
const LONGEST_CONTROLS: usize = 12;

/// The fewest words behind the label of a gallery that make it a title; fewer are the photographers.
const SHORTEST_TITLE: usize = 4;

static CONTROLS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/controls.txt")));

/// The role of a line that is furniture.
pub(super) fn role(line: &Line<'_>) -> Option<Role> {
    let is_number = line.is_plain() && !line.text.contains(char::is_alphabetic);
    if is_number
        || (line.is_plain() && is_counter(line))
        || line.signs.has(Sign::Gallery)
        || line.signs.has(Sign::Comments)
    {
        return Some(Role::Boilerplate);
    }
    if line.signs.has(Sign::Correction) {
        return Some(Role::Correction);
    }
    if is_teaser(&line.key)
        || is_link(line)
        || is_list_title(line)
        || is_excerpt(line)
        || is_gallery_title(line.text, &line.key)
    {
        return Some(Role::Promo);
    }
    if line.words <= LONGEST_APPEAL {
        let role = listed(line);
        if role.is_some() {
            return role;
        }
    }
    if call::is_call(line) || is_contact_of_author(line.text, &line.key) {
        return Some(Role::Promo);
    }
    (line.is_plain() && (is_contact(line) || is_controls(&line.key) || is_bar(&line.key)))
        .then_some(Role::Boilerplate)
}

/// The role that the lists give.
fn listed(line: &Line<'_>) -> Option<Role> {
    if line.signs.has(Sign::Embed) {
        Some(Role::Embed)
    } else if line.signs.has(Sign::Promo) && !reads_as_report(line) {
        Some(Role::Promo)
    } else if line.signs.has(Sign::Notice) || is_copyright(line.text, &line.key) {
        Some(Role::Boilerplate)
    } else {
        None
    }
}

/// Whether a line with a phrase of promo may be a sentence of the article: it tells what somebody said, or it is long
/// and has few other words of an appeal.
fn reads_as_report(line: &Line<'_>) -> bool {
    let is_long = line.words > LONGEST_CALL && !appeal::is_dense(&line.key);
    let is_older = line.key.starts_with("previous") && line.is_prose();
    is_long || is_older || (line.is_prose() && appeal::tells(&line.key))
}

/// Whether the text begins with the mark of the copyright, and a year or, where it is no sentence, an owner behind it.
pub(super) fn is_copyright(text: &str, key: &str) -> bool {
    let behind = ["copyright", "(c)", "©"].iter().find_map(|mark| key.strip_prefix(mark));
    let is_year = |word: &str| {
        let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    };
    let owner = text.split_whitespace().nth(1);
    let names_owner = owner.is_some_and(|word| word.starts_with(char::is_uppercase)) && !text.ends_with('.');
    behind.is_some_and(|behind| names_owner || behind.split_whitespace().take(4).any(is_year))
}

/// Whether the line counts what a control holds: `9 PHOTOS`, `1 of 12`, `3 comments`, `0:50`, or is a number.
pub(super) fn is_counter(line: &Line<'_>) -> bool {
    if line.words > 4 || !line.key.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let is_number = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ':' | ',' | '.' | '(' | ')'))
    };
    let mut words = line.key.split_whitespace();
    words.all(|word| is_number(word) || COUNTED.contains(&word))
}

/// What the counters of pages count.
const COUNTED: [&str; 21] = [
    "photo",
    "photos",
    "image",
    "images",
    "picture",
    "pictures",
    "slide",
    "slides",
    "video",
    "videos",
    "comment",
    "comments",
    "share",
    "shares",
    "view",
    "views",
    "likes",
    "gallery",
    "of",
    "reactions",
    "yorum",
];

/// Whether the line is a title behind a running time, as lists of videos have: `0:52 Officer leaves hospital`.
fn is_teaser(key: &str) -> bool {
    let Some((clock, title)) = key.split_once(' ') else { return false };
    let is_clock = clock.split_once(':').is_some_and(|(minutes, seconds)| {
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        is_digits(minutes) && minutes.len() < 3 && is_digits(seconds) && seconds.len() == 2
    });
    let is_time = title.starts_with(['a', 'p']) && title[1..].starts_with(['.', 'm']);
    is_clock && !is_time && !title.ends_with(['.', ':', '"'])
}

/// Whether the line is the title of another article in square brackets.
fn is_link(line: &Line<'_>) -> bool {
    let inside = line.key.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inside.is_some_and(|inside| line.words > 3 && !inside.contains(['[', ']']) && !inside.ends_with('.'))
}

/// Whether the line is the beginning of another page, cut off in square brackets.
fn is_excerpt(line: &Line<'_>) -> bool {
    line.is_plain() && line.words > 3 && (line.key.ends_with("[…]") || line.key.ends_with("[...]"))
}

/// Whether the text is the title of a gallery behind its label: `Photos: Two ferries adrift off Norvale`.
pub(super) fn is_gallery_title(text: &str, key: &str) -> bool {
    let labels = ["photos: ", "pictures: ", "videos: "];
    let Some(label) = labels.iter().find(|label| key.starts_with(**label)) else { return false };
    let title = text.get(label.len()..).unwrap_or_default();
    let is_plain_word = |word: &str| word.len() > 3 && word.starts_with(char::is_lowercase);
    let words = title.split_whitespace().count();
    words >= SHORTEST_TITLE && title.split_whitespace().any(is_plain_word) && !text.ends_with('.')
}

/// Whether all words are names of controls, counts or addresses, and one at least is a control.
pub(super) fn is_controls(key: &str) -> bool {
    let mut words = key
        .split_whitespace()
        .filter(|word| !is_address(word))
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()));
    let first = words.next();
    key.split_whitespace().count() <= LONGEST_CONTROLS
        && first.is_some_and(|word| CONTROLS.contains(word))
        && words.all(|word| CONTROLS.contains(word))
}

/// Whether the line is a bar of counts, dates and controls: `5 hours ago | 120 views | 2 |`.
fn is_bar(key: &str) -> bool {
    let is_cell = |cell: &str| cell.is_empty() || is_controls(cell) || head::consists_of_date(cell);
    key.matches('|').count() > 1 && key.split('|').all(|cell| is_cell(cell.trim()))
}

/// Whether the line heads a list of other articles: `More Norvale News`.
fn is_list_title(line: &Line<'_>) -> bool {
    let ends = [" news", " stories", " headlines", " videos"];
    let key = line.key.trim_end_matches(':');
    line.words < 6 && key.starts_with("more ") && ends.iter().any(|end| key.ends_with(end))
}

/// Whether the line is an address, a handle or a telephone number with hardly a word around it.
fn is_contact(line: &Line<'_>) -> bool {
    if line.words > LONGEST_CONTACT || line.ends_sentence() {
        return false;
    }
    line.key.split_whitespace().any(is_address) || (is_telephone(&line.key) && !has_date(&line.key))
}

/// Whether a word of the text is a date in numbers, which has as many digits as a telephone number with the time.
fn has_date(key: &str) -> bool {
    key.split_whitespace().any(|word| {
        let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
        let is_part =
            |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
        parts.len() == 3 && parts[0].len() < 3 && parts[1].len() < 3 && parts.iter().all(is_part)
    })
}

/// Whether the text tells how to reach who wrote the article: `Reach the reporter at`, `Email her at`, `Ona Lill: `.
pub(super) fn is_contact_of_author(text: &str, key: &str) -> bool {
    let behind = key.trim_start_matches(|c: char| !c.is_alphanumeric());
    let behind = behind.strip_prefix("you can ").unwrap_or(behind);
    let verb = behind.split(' ').next().unwrap_or_default();
    let reaches = matches!(verb, "email" | "e-mail" | "reach" | "follow" | "tweet" | "contact" | "find")
        || (key.contains(" can be reached at ") && !key.starts_with("police"))
        || text.split_once(": ").is_some_and(|(name, _)| head::is_name_text(name));
    let names_place = key.split_whitespace().any(is_address)
        || (verb == "reach" && key.rsplit_once(" at ").is_some_and(|(_, place)| is_number(place)));
    reaches && names_place && key.split_whitespace().count() <= LONGEST_REACH
}

/// Whether the text is a telephone number, with or without its area.
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '-' | '(' | ')' | '.' | ' ');
    (7..12).contains(&digits) && text.chars().all(is_mark)
}

/// Whether the word is an address of the web, an e-mail address or a handle.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '/');
    word.starts_with("http://")
        || word.starts_with("https://")
        || word.starts_with("www.")
        || word.starts_with("//")
        || (word.starts_with('@') && word.len() > 2)
        || word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        || word.starts_with("twitter.com/")
        || word.starts_with("facebook.com/")
}

/// Whether ten digits or more, grouped as a telephone number, make up most of the line.
fn is_telephone(key: &str) -> bool {
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    (10..14).contains(&digits) && key.len() < 40 && key.contains(['-', '(', '.']) && !key.contains('$')
}
