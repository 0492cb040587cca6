//! Times of day.
//!
//! Answers for: "6 p.m.", "10:30", "10.30am", "1500 GMT", "six o'clock", "4 in the morning", "half past
//! nine", noon and midnight, parts of the day. Leaves to `joint` the day that stands beside one.

use schema::labels::TimeModifier;

use super::calendar;
use super::meaning::{Clock, Found, Hour, Meaning};
use super::sense::{Line, Sense};
use crate::key::{Key, key, keys};
use crate::words::Words;

/// The time of day at `at`, whose day is not told yet.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    let (end, clock) = match line.sense(at)? {
        Sense::Noon(hour) => noon(line, at, hour)?,
        Sense::Figure
            if line.words.form(at) == "12" && matches!(line.sense(at + 1), Some(Sense::Noon(_))) =>
        {
            let Some(Sense::Noon(hour)) = line.sense(at + 1) else { return None };
            noon(line, at + 1, hour)?
        }
        Sense::Figure => past(line, at).or_else(|| of_digits(line, at)).or_else(|| in_part(line, at))?,
        Sense::Number => past(line, at).or_else(|| in_words(line, at)).or_else(|| in_part(line, at))?,
        Sense::DayPart(code) if is_part_alone(line, at) => return Some(part(line, at, code)),
        _ => return None,
    };
    let (zone, is_greenwich) = zone(line.words, end).unwrap_or((0, false));
    let clock = Clock::Hour(Hour { is_greenwich, ..clock });
    Some(Found::new(at, end + zone, Meaning::AnyDay).at(clock))
}

/// A part of the day whose day is not told.
fn part(line: Line<'_>, at: usize, code: &'static str) -> Found {
    let found = Found::new(at, at + 1, Meaning::AnyDay).at(Clock::Part(code));
    let is_middle = line.words.form(at).starts_with(['m', 'M']) && line.words.form(at).contains("mid");
    Found { modifier: is_middle.then_some(TimeModifier::Mid), ..found }
}

/// Whether a part of the day stands for itself: "in the morning", "early morning", "overnight".
fn is_part_alone(line: Line<'_>, at: usize) -> bool {
    let words = line.words;
    let before = words.key_before(at, 1);
    let is_definite = before.is(key!("the"))
        && words
            .key_before(at, 2)
            .is_any(&keys!["in", "during", "of", "for", "by", "until", "through", "into"]);
    let is_early = before.is_any(&keys!["early", "late", "mid"]);
    let is_adverb = words.key(at).is_any(&keys![
        "overnight",
        "mid-morning",
        "mid-afternoon",
        "midmorning",
        "midafternoon"
    ]);
    let is_night = words.key(at).is_any(&keys!["dawn", "dusk", "nightfall", "daybreak"])
        && before.is_any(&keys!["at", "before", "by", "until", "after", "from"]);
    (is_definite || is_early || is_adverb || is_night) && !(words.is_capitalised(at) && at > 0)
}

/// Noon or midnight.
fn noon(line: Line<'_>, at: usize, hour: u8) -> Option<(usize, Hour)> {
    let words = line.words;
    let is_time =
        !words.is_capitalised(at) || words.key_before(at, 1).is_any(&keys!["at", "until", "by"]) || at == 0;
    is_time.then_some((at + 1, Hour { of_day: hour, minute: Some(0), second: None, is_greenwich: false }))
}

/// A time in digits: with its half of the day, its zone, "o'clock", or a word that leads it in.
fn of_digits(line: Line<'_>, at: usize) -> Option<(usize, Hour)> {
    let words = line.words;
    if let Some(hour) = suffixed(words, at) {
        return Some((at + 1, hour));
    }
    let (end, hour) = digits(words, at)?;
    if words.is(end, key!("p")) && words.adjoins(end) && is_led_in(words, at) {
        return Some((end + 1, Hour { of_day: Half::Afternoon.hour(hour.of_day)?, ..hour }));
    }
    if let Some(half) = half_of_day(words.key(end)) {
        return Some((end + 1, Hour { of_day: half.hour(hour.of_day)?, ..hour }));
    }
    if words.key(end).is_any(&keys!["o'clock", "oclock"]) && hour.minute.is_none() && hour.of_day <= 12 {
        return Some(with_part(line, end + 1, hour));
    }
    let is_clock = hour.minute.is_some() && (zone(words, end).is_some() || is_led_in(words, at));
    is_clock.then_some((end, hour)).or_else(|| range(line, end, hour))
}

/// An hour with a letter for its half of the day, or one that is loosely told: "9:00a", "7p", "11ish".
fn suffixed(words: Words<'_>, at: usize) -> Option<Hour> {
    let form = words.form(at);
    let digits = form.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let (hour, minute) = digits.split_once(':').map_or((digits, None), |(hour, minute)| (hour, Some(minute)));
    let (_, told) = hour_of(at + 1, hour, minute, None)?;
    match &form[digits.len()..] {
        "ish" => Some(told),
        "a" if is_led_in(words, at) => Some(Hour { of_day: Half::Morning.hour(told.of_day)?, ..told }),
        "p" if is_led_in(words, at) => Some(Hour { of_day: Half::Afternoon.hour(told.of_day)?, ..told }),
        _ => None,
    }
}

/// An hour whose half of the day is told behind the second of two: "8-9 a.m.", "between 7 and 9 p.m.".
fn range(line: Line<'_>, at: usize, hour: Hour) -> Option<(usize, Hour)> {
    let words = line.words;
    let is_linked = words.key(at).is_any(&keys!["-", "–", "to", "and"]);
    let (end, _) = digits(words, at + 1).filter(|_| is_linked)?;
    let half = half_of_day(words.key(end))?;
    Some((at, Hour { of_day: half.hour(hour.of_day)?, ..hour }))
}

/// "Six o'clock", "six p.m.", "six thirty" with either.
fn in_words(line: Line<'_>, at: usize) -> Option<(usize, Hour)> {
    let hour = calendar::cardinal(line.words.key(at)).and_then(|hour| u8::try_from(hour).ok())?;
    let place = line.behind_hyphen(at + 1);
    let minute = calendar::cardinal(line.words.key(place)).and_then(|minute| u8::try_from(minute).ok());
    let minute = minute.filter(|minute| (10..60).contains(minute));
    let end = if minute.is_some() { place + 1 } else { at + 1 };
    let plain = Hour { of_day: hour, minute, second: None, is_greenwich: false };
    if let Some(half) = half_of_day(line.words.key(end)) {
        return Some((end + 1, Hour { of_day: half.hour(hour)?, ..plain }));
    }
    let is_hour = line.words.key(end).is_any(&keys!["o'clock", "oclock"]) && hour <= 12;
    let is_before_day = minute.is_some() && hour <= 12 && matches!(line.sense(end), Some(Sense::Day(_)));
    is_hour.then(|| with_part(line, end + 1, plain)).or_else(|| is_before_day.then_some((end, plain)))
}

/// A time that nothing but its place shows to be one: "7", "14:55".
pub(super) fn bare(line: Line<'_>, at: usize) -> Option<Found> {
    let (end, hour) =
        digits(line.words, at).filter(|(_, hour)| hour.minute.is_some() || hour.of_day <= 12)?;
    Some(Found::new(at, end, Meaning::AnyDay).at(Clock::Hour(hour)))
}

/// "Half past nine", "ten past 9", "a quarter to five".
fn past(line: Line<'_>, at: usize) -> Option<(usize, Hour)> {
    let words = line.words;
    let is_past = words.is(at + 1, key!("past"));
    if !is_past && !words.is(at + 1, key!("to")) {
        return None;
    }
    let minutes = match words.key(at) {
        half if half.is(key!("half")) && is_past => 30,
        _ => small(words, at).filter(|minutes| *minutes < 30 && (is_past || minutes % 5 == 0))?,
    };
    let hour = small(words, at + 2).filter(|hour| (1..=12).contains(hour))?;
    let is_clock = is_past || words.is(at + 3, key!("o'clock")) || half_of_day(words.key(at + 3)).is_some();
    let (hour, minute) = if is_past { (hour, minutes) } else { ((hour + 11) % 12, 60 - minutes) };
    let plain = Hour { of_day: hour, minute: Some(minute), second: None, is_greenwich: false };
    let end = at + 3 + usize::from(words.is(at + 3, key!("o'clock")));
    match half_of_day(words.key(end)) {
        Some(half) => Some((end + 1, Hour { of_day: half.hour(hour)?, ..plain })),
        None => is_clock.then(|| with_part(line, end, plain)),
    }
}

/// A small number at `at`, in digits or words.
fn small(words: Words<'_>, at: usize) -> Option<u8> {
    let number = words.integer(at).and_then(|number| u8::try_from(number).ok());
    number.or_else(|| calendar::cardinal(words.key(at)).and_then(|number| u8::try_from(number).ok()))
}

/// "4 in the morning", "seven at night".
fn in_part(line: Line<'_>, at: usize) -> Option<(usize, Hour)> {
    let hour = small(line.words, at).filter(|hour| (1..=12).contains(hour))?;
    let plain = Hour { of_day: hour, minute: None, second: None, is_greenwich: false };
    let (end, hour) = with_part(line, at + 1, plain);
    (end > at + 1).then_some((end, hour))
}

/// The hour with the part of the day behind it: "in the morning", "at night".
fn with_part(line: Line<'_>, at: usize, hour: Hour) -> (usize, Hour) {
    let words = line.words;
    let place = if words.are(at, &keys!["in", "the"]) { at + 2 } else { at + 1 };
    let is_part = place == at + 2 || words.is(at, key!("at"));
    let half = match line.sense(place).filter(|_| is_part) {
        Some(Sense::DayPart("MO")) => Half::Morning,
        Some(Sense::DayPart("NI")) if hour.of_day < 6 => Half::Morning,
        Some(Sense::DayPart("AF" | "EV" | "NI")) => Half::Afternoon,
        _ => return (at, hour),
    };
    half.hour(hour.of_day).map_or((at, hour), |of_day| (place + 1, Hour { of_day, ..hour }))
}

/// The hour in digits at `at`, with the minute and second where they are told, and where it ends.
fn digits(words: Words<'_>, at: usize) -> Option<(usize, Hour)> {
    let form = words.form(at);
    let has_half = half_of_day(words.key(at + 1)).is_some();
    let is_dotted = form.contains('.') && has_half;
    if form.len() == 4 && (zone(words, at + 1).is_some() || has_half) && !form.contains([':', '.']) {
        let (hour, minute) = form.split_at_checked(2)?;
        return hour_of(at + 1, hour, Some(minute), None);
    }
    let mut parts = form.split(if is_dotted { '.' } else { ':' });
    let (hour, minute, second) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || hour.len() > 2 {
        return None;
    }
    hour_of(at + 1, hour, minute, second)
}

fn hour_of(end: usize, hour: &str, minute: Option<&str>, second: Option<&str>) -> Option<(usize, Hour)> {
    let below = |text: &str, limit: u8| {
        let number: u8 =
            text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()?;
        (number < limit).then_some(number)
    };
    let pair = |text: Option<&str>| match text {
        Some(text) if text.len() == 2 => below(text, 60).map(Some),
        Some(_) => None,
        None => Some(None),
    };
    let (minute, second) = (pair(minute)?, pair(second)?);
    Some((end, Hour { of_day: below(hour, 24)?, minute, second, is_greenwich: false }))
}

/// The half of a day, before noon and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// The hour of 24 for an hour of this half.
    fn hour(self, hour: u8) -> Option<u8> {
        match (self, hour) {
            (Self::Morning, 12) => Some(0),
            // Five minutes to one.
            (Self::Afternoon, 0) => Some(12),
            (_, 13..) => None,
            (Self::Morning, hour) | (Self::Afternoon, hour @ 12) => Some(hour),
            (Self::Afternoon, hour) => Some(hour + 12),
        }
    }
}

fn half_of_day(key: Key) -> Option<Half> {
    // "am" is a verb where it stands apart from a number in small letters; behind an hour it is none.
    if key.is_any(&keys!["a.m.", "am", "a.m"]) {
        return Some(Half::Morning);
    }
    key.is_any(&keys!["p.m.", "pm", "p.m"]).then_some(Half::Afternoon)
}

/// How many words from `at` on name a time zone, and whether it is that of Greenwich.
fn zone(words: Words<'_>, at: usize) -> Option<(usize, bool)> {
    // At the end of a sentence the stop may belong to the token: "1530 EST."
    let key = Key::of(words.form(at).trim_end_matches('.'));
    if key.is_any(&keys!["gmt", "utc"]) {
        return Some((1, true));
    }
    if words.are(at, &keys!["local", "time"]) {
        return Some((2, false));
    }
    let is_zone = key.is_any(&keys![
        "est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt", "ct", "mst", "mdt", "cet", "cest", "bst",
        "ist", "jst", "aest", "hrs", "hours",
    ]);
    (is_zone && (words.is_capitalised(at) || key.is_any(&keys!["hrs", "hours"]))).then_some((1, false))
}

/// Whether the words before `at` lead a time of day in.
fn is_led_in(words: Words<'_>, at: usize) -> bool {
    let lead = words.key_before(at, 1);
    lead.is_any(&keys![
        "at", "by", "until", "till", "around", "about", "from", "to", "before", "after", "since", "between",
        "and", "-", "–",
    ]) && !words.form(at).starts_with("0:")
}
