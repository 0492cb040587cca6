//! What is split off a word.
//!
//! Answers for: clitics behind their apostrophe, "n't", the joined words "cannot", "gonna" and the like, and
//! units written onto a number.

use schema::Span;

use super::joint::leans;

/// Words that are two, with the length of the first.
const JOINED: &[(&str, usize)] = &[
    ("arent", 2),
    ("aint", 2),
    ("cannot", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("gimme", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("isnt", 2),
    ("lemme", 3),
    ("lotta", 3),
    ("outta", 3),
    ("shouldnt", 6),
    ("thats", 4),
    ("wanna", 3),
    ("wasnt", 3),
    ("wont", 2),
    ("wouldnt", 5),
];

/// Units that are written onto a number.
const UNITS: &[&str] = &[
    "am", "bn", "cm", "ft", "g", "gb", "h", "hr", "hrs", "k", "kg", "km", "kph", "lb", "lbs", "m", "mb",
    "min", "mins", "ml", "mm", "mn", "mph", "oz", "p", "pm", "tn", "x", "yr", "yrs", "yo",
];

/// Puts the parts of the word at `span`, of which there is at least one.
pub(super) fn split(text: &str, span: Span, put: &mut impl FnMut(Span)) {
    let word = span.of(text);
    let cut = match word.as_bytes() {
        [b'0'..=b'9', .., b'a'..=b'z' | b'A'..=b'Z'] => unit_start(word).or_else(|| clitic_start(word)),
        bytes if bytes.iter().any(|&byte| byte == b'\'' || byte == 0xE2) => clitic_start(word),
        [_, _, _, .., b'a' | b'e' | b's' | b't' | b'A' | b'E' | b'S' | b'T'] => joined_start(word),
        _ => None,
    };
    match cut.map(|cut| span.start() + cut) {
        Some(cut) if cut > span.start() && cut < span.end() => {
            put(Span::new(span.start(), cut));
            put(Span::new(cut, span.end()));
        }
        _ => put(span),
    }
}

/// Where the clitic of `word` starts.
fn clitic_start(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().find(|&(_, mark)| mark == '\'' || mark == '’')?;
    let (host, run) = (&word[..at], &word[at + mark.len_utf8()..]);
    if leans(host, run) {
        return Some(at);
    }
    let is_not = run.eq_ignore_ascii_case("t") && host.ends_with(['n', 'N']);
    is_not.then(|| at - 1)
}

/// Where the second word of a joined one starts.
fn joined_start(word: &str) -> Option<usize> {
    JOINED.iter().find(|(joined, _)| word.eq_ignore_ascii_case(joined)).map(|&(_, first)| first)
}

/// Where the unit behind a number starts.
fn unit_start(word: &str) -> Option<usize> {
    let start = word.bytes().position(|byte| byte.is_ascii_alphabetic())?;
    let unit = word[start..].trim_end_matches('.');
    let is_half_day = unit.eq_ignore_ascii_case("a.m") || unit.eq_ignore_ascii_case("p.m");
    // "3G" is a name, "3g" a weight.
    let is_name =
        unit.len() == 1 && unit.as_bytes()[0].is_ascii_uppercase() && !matches!(unit, "K" | "M" | "B");
    let is_unit = !is_name && UNITS.iter().any(|known| unit.eq_ignore_ascii_case(known));
    (is_half_day || is_unit).then_some(start)
}
