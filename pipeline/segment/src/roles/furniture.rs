//! The page's furniture: controls, notices, appeals and what players and foreign posts leave.
//!
//! Answers for: lines that are no part of the article whatever stands around them.

use schema::labels::Role;

use super::line::Line;
use super::phrases::Sign;
use super::{appeal, call};

/// The most words of a line that one phrase makes an appeal; a longer one is asked sentence by sentence.
const LONGEST_APPEAL: usize = 60;

/// The most words of a line that tells how to reach the author.
const LONGEST_REACH: usize = 25;

/// The most words of a line that one phrase makes an appeal, whatever else it says.
const LONGEST_CALL: usize = 28;

/// The most words of a line that holds nothing but an address or a telephone number.
const LONGEST_CONTACT: usize = 8;

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
    if is_teaser(&line.key) || is_link(line) || is_list_title(line) {
        return Some(Role::Promo);
    }
    if line.words <= LONGEST_APPEAL {
        let role = listed(line);
        if role.is_some() {
            return role;
        }
    }
    if call::is_call(line) || is_contact_of_author(line) {
        return Some(Role::Promo);
    }
    (line.is_plain() && is_contact(line)).then_some(Role::Boilerplate)
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
    is_long || (line.is_prose() && appeal::tells(&line.key))
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

/// Whether the line heads a list of other articles: `More Norvale News`.
fn is_list_title(line: &Line<'_>) -> bool {
    let ends = [" news", " stories", " headlines", " videos"];
    line.words < 6 && line.key.starts_with("more ") && ends.iter().any(|end| line.key.ends_with(end))
}

/// Whether the line is an address, a handle or a telephone number with hardly a word around it.
fn is_contact(line: &Line<'_>) -> bool {
    if line.words > LONGEST_CONTACT || line.ends_sentence() {
        return false;
    }
    line.key.split_whitespace().any(is_address) || is_telephone(&line.key)
}

/// Whether the line tells how to reach who wrote the article: `Reach the reporter at`, `Email her at`.
fn is_contact_of_author(line: &Line<'_>) -> bool {
    let verb = line.key.split(' ').next().unwrap_or_default();
    let reaches = matches!(verb, "email" | "e-mail" | "reach" | "follow" | "tweet" | "contact");
    reaches && line.words <= LONGEST_REACH && line.key.split_whitespace().any(is_address)
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
