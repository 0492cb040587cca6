//! The dates that sources state, in the forms that occur.
//!
//! Answers for: telling a written date and what of it is stated: an instant, a local time or a day. Reads ISO
//! 8601, RFC 2822, `26-FEB-1987 15:01:01.79`, days with the month in letters, and Unix time as a JSON number.
//! A form that reads two ways (`03/04/2016`) is no date.

use jiff::civil;
use jiff::fmt::{rfc2822, strtime};
use jiff::tz::{Offset, TimeZone};
use schema::labels::MomentPrecision;
use schema::{Moment, Timestamp};
use serde_json::Value;

/// Forms of a day with a time; the time's zone is tried for behind each.
const WITH_TIME: &[&str] = &[
    "%d-%b-%Y %H:%M:%S%.f",
    "%d-%b-%Y %H:%M",
    "%d %b %Y %H:%M:%S",
    "%d %b %Y %H:%M",
    "%b %d %Y %H:%M:%S",
    "%b %d %Y %H:%M",
    "%b %d %Y %I:%M %p",
    "%d %b %Y %I:%M %p",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%b %d %H:%M:%S %Y",
];

/// Forms of a day alone.
const DAY: &[&str] = &["%d-%b-%Y", "%d %b %Y", "%b %d %Y", "%Y/%m/%d", "%Y %b %d"];

/// Seconds from here on are milliseconds: the year 5138.
const FIRST_MILLISECONDS: i64 = 100_000_000_000;

/// The date that a JSON value states: a text, or Unix seconds or milliseconds as a number.
pub(crate) fn of_json(value: &Value) -> Option<Moment> {
    match value {
        Value::String(text) => of_text(text),
        Value::Number(number) => of_unix(number),
        Value::Array(items) => items.first().and_then(of_json),
        Value::Object(object) => ["$date", "@value", "value", "iso", "rendered"]
            .iter()
            .find_map(|&name| of_json(object.get(name)?)),
        _ => None,
    }
}

fn of_unix(number: &serde_json::Number) -> Option<Moment> {
    let micros = match number.as_i64() {
        Some(seconds) if seconds.abs() < FIRST_MILLISECONDS => seconds.checked_mul(1_000_000)?,
        Some(milliseconds) => milliseconds.checked_mul(1_000)?,
        None => jiff::Timestamp::UNIX_EPOCH
            .checked_add(jiff::SignedDuration::try_from_secs_f64(number.as_f64()?).ok()?)
            .ok()?
            .as_microsecond(),
    };
    // A small number is a year or a count of days, not a time of the news.
    let timestamp = jiff::Timestamp::from_microsecond(micros).ok()?;
    (timestamp.as_second().abs() >= 100_000).then(|| moment(timestamp, MomentPrecision::Instant))
}

/// The date that a text states.
pub(crate) fn of_text(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.len() > 80 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    of_iso(text).or_else(|| of_mail(text)).or_else(|| of_written(text))
}

/// ISO 8601 and RFC 3339.
fn of_iso(text: &str) -> Option<Moment> {
    if let Ok(timestamp) = text.parse::<jiff::Timestamp>() {
        return Some(moment(timestamp, MomentPrecision::Instant));
    }
    // jiff reads a civil time from a lone date too.
    if let Ok(day) = strtime::parse("%Y-%m-%d", text)
        .and_then(|parsed| parsed.to_date())
        .or_else(|_| strtime::parse("%Y%m%d", text).and_then(|parsed| parsed.to_date()))
    {
        return local(day.into(), MomentPrecision::Day);
    }
    let has_time = text.contains(':') || text.contains('T');
    let time = text.parse::<civil::DateTime>().ok().filter(|_| has_time)?;
    local(time, MomentPrecision::Local)
}

/// RFC 2822, the form of mail and RSS.
fn of_mail(text: &str) -> Option<Moment> {
    // The standard takes a zone that it does not know for UTC.
    let last = text.split_whitespace().next_back()?;
    zone(last)?;
    let parser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    parser.parse_timestamp(text).ok().map(|timestamp| moment(timestamp, MomentPrecision::Instant))
}

/// Days with the month in letters, with or without a time and a zone.
fn of_written(text: &str) -> Option<Moment> {
    let (text, zone) = split_zone(&simplified(text));
    let time = WITH_TIME.iter().find_map(|form| strtime::parse(form, &text).ok()?.to_datetime().ok());
    match (time, zone) {
        (Some(time), Some(zone)) => {
            let timestamp = zone.to_timestamp(time).ok()?;
            Some(moment(timestamp, MomentPrecision::Instant))
        }
        (Some(time), None) => local(time, MomentPrecision::Local),
        (None, None) => {
            let day = DAY.iter().find_map(|form| strtime::parse(form, &text).ok()?.to_date().ok())?;
            local(day.into(), MomentPrecision::Day)
        }
        (None, Some(_)) => None,
    }
}

/// The text without commas, weekday and filling words, months by their first three letters, one space between
/// words.
fn simplified(text: &str) -> String {
    let spaced = text.replace(',', " ");
    let words = spaced.split_whitespace().filter(|word| !is_filler(word)).map(shortened);
    words.collect::<Vec<_>>().join(" ")
}

fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &["at", "on", "of", "published", "updated", "posted", "|", "-"];
    const WEEKDAYS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ];
    let word = word.trim_end_matches(['.', ':']).to_lowercase();
    FILLERS.contains(&word.as_str()) || WEEKDAYS.contains(&word.as_str())
}

/// Month names by three letters, `19th` as `19`, `4:05pm` and `a.m.` as the parser wants them.
fn shortened(word: &str) -> String {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "sept",
    ];
    let lower = word.trim_end_matches('.').to_lowercase();
    if MONTHS.contains(&lower.as_str()) {
        return lower[..3].to_owned();
    }
    for end in ["st", "nd", "rd", "th"] {
        if let Some(day) =
            lower.strip_suffix(end).filter(|day| !day.is_empty() && day.bytes().all(|b| b.is_ascii_digit()))
        {
            return day.to_owned();
        }
    }
    match lower.replace('.', "").as_str() {
        half @ ("am" | "pm") => half.to_owned(),
        time if time.contains(':') && (time.ends_with("am") || time.ends_with("pm")) => {
            let (time, half) = time.split_at(time.len() - 2);
            format!("{time} {half}")
        }
        _ => word.trim_end_matches('.').to_owned(),
    }
}

/// The text without the zone behind it, and the zone's offset from UTC.
fn split_zone(text: &str) -> (String, Option<Offset>) {
    match text.rsplit_once(' ').and_then(|(rest, last)| Some((rest, zone(last)?))) {
        Some((rest, offset)) => (rest.to_owned(), Some(offset)),
        None => (text.to_owned(), None),
    }
}

/// The offset that a zone stands for. Names of zones that one offset goes by everywhere are understood; `CST` or
/// `IST` leave the time unread rather than guessed.
fn zone(name: &str) -> Option<Offset> {
    const ZONES: &[(&str, i8)] =
        &[("GMT", 0), ("UT", 0), ("UTC", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("PST", -8), ("PDT", -7)];
    let named = ZONES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
    named.map(|&(_, hours)| Offset::constant(hours)).or_else(|| numeric_offset(name))
}

fn numeric_offset(text: &str) -> Option<Offset> {
    let digits = text.strip_prefix(['+', '-'])?.replace(':', "");
    let number: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    let seconds = (number / 100) * 3600 + (number % 100) * 60;
    Offset::from_seconds(if text.starts_with('-') { -seconds } else { seconds }).ok()
}

fn local(time: civil::DateTime, precision: MomentPrecision) -> Option<Moment> {
    let timestamp = TimeZone::UTC.to_timestamp(time).ok()?;
    Some(moment(timestamp, precision))
}

fn moment(timestamp: jiff::Timestamp, precision: MomentPrecision) -> Moment {
    Moment { at: Timestamp { micros: timestamp.as_microsecond() }, precision }
}

#[cfg(test)]
mod tests {
    use super::{of_json, of_text};
    use schema::labels::{MomentPrecision, Vocabulary};
    use serde_json::json;

    fn read(text: &str) -> String {
        of_text(text).map_or("none".to_owned(), |moment| {
            let at = jiff::Timestamp::from_microsecond(moment.at.micros).expect("in range");
            format!("{at} {}", moment.precision.as_str())
        })
    }

    #[test]
    fn every_form_is_read() {
        for (text, expected) in [
            ("2016-12-19T19:05:00+03:00", "2016-12-19T16:05:00Z instant"),
            ("2016-12-19T19:05:00.250Z", "2016-12-19T19:05:00.25Z instant"),
            ("2016-12-19 19:05:00", "2016-12-19T19:05:00Z local"),
            ("2016-12-19T19:05", "2016-12-19T19:05:00Z local"),
            ("2016-12-19", "2016-12-19T00:00:00Z day"),
            ("20161219", "2016-12-19T00:00:00Z day"),
            ("2016-12-19 19:05:00+0300", "2016-12-19T16:05:00Z instant"),
            ("Mon, 19 Dec 2016 19:05:00 +0300", "2016-12-19T16:05:00Z instant"),
            ("Mon, 19 Dec 2016 19:05:00 GMT", "2016-12-19T19:05:00Z instant"),
            ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01.79Z local"),
            (" 5-MAR-1987 12:37:15.26", "1987-03-05T12:37:15.26Z local"),
            ("December 19, 2016", "2016-12-19T00:00:00Z day"),
            ("Monday, Dec. 19th, 2016", "2016-12-19T00:00:00Z day"),
            ("19 September 2016", "2016-09-19T00:00:00Z day"),
            ("Sept. 9, 2016 4:05 p.m. EST", "2016-09-09T21:05:00Z instant"),
            ("19 Dec 2016 16:05 UTC", "2016-12-19T16:05:00Z instant"),
            ("2016/12/19", "2016-12-19T00:00:00Z day"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_reads_two_ways_is_no_date() {
        for text in
            ["03/04/2016", "yesterday", "2016", "12", "Monday", "", "2016-13-40", "19 Dec 2016 16:05 IST"]
        {
            assert_eq!(read(text), "none", "{text}");
        }
    }

    #[test]
    fn unix_time_is_a_number() {
        let seconds = of_json(&json!(1_482_163_200)).expect("seconds");
        assert_eq!(of_json(&json!(1_482_163_200_000_i64)), Some(seconds));
        assert_eq!(seconds.precision, MomentPrecision::Instant);
        assert_eq!(of_json(&json!(2016)), None);
        assert_eq!(of_json(&json!("1482163200")), None);
    }
}
