//! TIMEX3 values, as the standard writes them and as Recognizers-Text does.
//!
//! Answers for: which answers of Recognizers-Text TIMEX3 can express, which values then are right, and which ways of
//! writing a value are one. Where an expression starts and ends there is told here too, since both sides draw the line
//! differently before it.

use jiff::civil::Date;
use schema::Span;

/// An answer of Recognizers-Text, of one expression.
#[derive(Debug, Clone, Default)]
pub(crate) struct Expression<'s> {
    /// Its words.
    pub(crate) text: &'s str,
    /// When it is said, `2016-11-07T00:00:00`.
    pub(crate) reference: &'s str,
    /// What it may mean: the `timex`, and the first day or time meant, empty where that is not told.
    pub(crate) readings: Vec<(&'s str, &'s str)>,
}

/// Why TIMEX3 cannot express an answer.
pub(crate) type Reason = &'static str;

impl Expression<'_> {
    /// The TIMEX3 values that are right, in the form of [`normal`].
    ///
    /// # Errors
    ///
    /// The reason where TIMEX3 cannot express it.
    pub(crate) fn values(&self) -> Result<Vec<String>, Reason> {
        let Some(((timex, _), others)) = self.readings.split_first() else {
            return Err("a time zone");
        };
        if others.iter().any(|(other, _)| other != timex) {
            return Err("several readings (`at 4.30`: morning or evening)");
        }
        if self.is_counted() {
            return Err("a length counted from another expression (`two days after May 1`), which are two");
        }
        if let Some(range) = timex.strip_prefix('(') {
            return self.range(range.trim_end_matches(')'));
        }
        if let Some(reason) = beyond(timex) {
            return Err(reason);
        }
        let value = self.vague(timex);
        let days = self.readings.iter().filter_map(|(_, first)| first.get(..10)?.parse().ok());
        let days: Vec<Date> = days.collect();
        let mut values: Vec<String> = days.iter().map(|day| filled(&value, *day)).collect();
        if self.words().iter().any(|word| word == "week") {
            values.extend(days.iter().map(|day| filled("XXXX-WXX", *day)));
        }
        if value.starts_with('T') {
            values.extend(self.reference.get(..10).map(|day| format!("{day}{value}")));
            values.push(format!("XXXX-XX-XX{value}"));
        }
        values.push(self.day(&value).to_owned());
        match &*value {
            "SP" | "SU" | "FA" | "WI" => values.push(format!("XXXX-{value}")),
            "P1WE" => values.push("XXXX-WXX-WE".to_owned()),
            _ => {}
        }
        let mut values: Vec<String> = values.iter().map(|value| normal(value)).collect();
        values.sort_unstable();
        values.dedup();
        Ok(values)
    }

    /// The value of a stretch of time, where it is a unit of the calendar or a length from or to the day of speaking.
    fn range(&self, range: &str) -> Result<Vec<String>, Reason> {
        let ends: Vec<&str> = range.split(',').collect();
        let &[start, end, length] = ends.as_slice() else { return Err("not a timex") };
        if length.contains('B') {
            return Err("working days");
        }
        let unit = unit(start, length).filter(|_| self.names_unit());
        let tells_length = self.words().iter().any(|word| is_unit(word));
        let is_now = |end: &str| end == "PRESENT_REF" || within_a_day(end, self.reference);
        match unit {
            Some(value) => Ok(vec![value]),
            _ if tells_length && (is_now(start) || is_now(end)) => Ok(vec![normal(&self.vague(length))]),
            _ => Err("a stretch with two ends (`from May to July`)"),
        }
    }

    /// The words in lower case.
    fn words(&self) -> Vec<String> {
        let words = self.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    }

    /// Whether the words name a quarter, a decade or a century.
    fn names_unit(&self) -> bool {
        let is_one = |word: &String| {
            ["quarter", "decade", "centur"].iter().any(|name| word.starts_with(name))
                || word.ends_with("0s")
                || word.strip_prefix('q').is_some_and(|rest| rest.parse::<u8>().is_ok())
        };
        self.words().iter().any(is_one)
    }

    /// Whether a length is counted from another expression, which TIMEX3 marks as two.
    fn is_counted(&self) -> bool {
        let words = self.words();
        words.windows(3).any(|three| {
            let [unit, way, anchor] = three else { return false };
            is_unit(unit) && ["after", "before", "from", "since"].contains(&way.as_str()) && anchor != "now"
        })
    }

    /// `few` and `several` are three for Recognizers-Text; TIMEX3 leaves them open.
    fn vague(&self, timex: &str) -> String {
        let is_vague = self.words().iter().any(|word| word == "few" || word == "several");
        if is_vague && timex.starts_with('P') {
            timex.replace(|c: char| c.is_ascii_digit(), "X")
        } else {
            timex.to_owned()
        }
    }

    /// The end of a day is its last second for Recognizers-Text; TIMEX3 has the day, with a modifier.
    fn day<'v>(&self, value: &'v str) -> &'v str {
        value
            .strip_suffix("T23:59:59")
            .filter(|_| self.words().iter().any(|word| word == "end" || word == "eod"))
            .unwrap_or(value)
    }
}

/// Whether a word is a unit of time.
fn is_unit(word: &str) -> bool {
    const UNITS: &[&str] = &[
        "second",
        "minute",
        "min",
        "hour",
        "day",
        "week",
        "fortnight",
        "weekend",
        "month",
        "quarter",
        "year",
        "yr",
        "decade",
        "century",
        "centurie",
    ];
    UNITS.contains(&word.strip_suffix('s').unwrap_or(word))
}

/// Why TIMEX3 has no value for a `timex`.
fn beyond(timex: &str) -> Option<Reason> {
    let in_month = |at: usize| timex.get(at..).is_some_and(|part| part.starts_with("-W"));
    Some(match timex {
        _ if timex.starts_with("FY") => "a fiscal year",
        _ if timex.starts_with("SY") => "a school year",
        _ if timex.contains("TME") => "a time of a meal",
        _ if timex.contains('#') || in_month(7) => "a week or weekday counted in its month",
        _ if timex.contains("WD") || timex.contains("BD") => "working days",
        _ if timex.ends_with("-02-30") => "a day that no calendar has",
        _ => return None,
    })
}

/// The calendar's own name for a stretch from `start`: a quarter, a decade, a century.
fn unit(start: &str, length: &str) -> Option<String> {
    let (year, day) = start.split_at_checked(4)?;
    match (length, day) {
        ("P3M", "-01-01") => Some(format!("{year}-Q1")),
        ("P3M", "-04-01") => Some(format!("{year}-Q2")),
        ("P3M", "-07-01") => Some(format!("{year}-Q3")),
        ("P3M", "-10-01") => Some(format!("{year}-Q4")),
        ("P10Y", "-01-01") => year.strip_suffix('0').map(str::to_owned),
        ("P100Y", "-01-01") => year.strip_suffix("00").map(str::to_owned),
        _ => None,
    }
}

/// Whether `end` is the day of `reference` or the next one.
fn within_a_day(end: &str, reference: &str) -> bool {
    let day = |text: &str| -> Option<Date> { text.get(..10)?.parse().ok() };
    let (Some(end), Some(reference)) = (day(end), day(reference)) else { return false };
    end == reference || reference.tomorrow().is_ok_and(|next| end == next)
}

/// The value with what it leaves open taken from `day`, on which it falls or starts.
fn filled(value: &str, day: Date) -> String {
    let (date, time) = value.split_at(value.find('T').unwrap_or(value.len()));
    let week = day.iso_week_date();
    let date = match date {
        _ if !date.contains('X') => date.to_owned(),
        "XXXX" => format!("{:04}", day.year()),
        "XXXX-WXX" => format!("{:04}-W{:02}", week.year(), week.week()),
        "XXXX-WXX-WE" => format!("{:04}-W{:02}-WE", week.year(), week.week()),
        _ if date.len() == 7 => day.strftime("%Y-%m").to_string(),
        _ => day.to_string(),
    };
    date + time
}

/// The one way in which a value is written here: times of day to the minute or second, lengths in months, days and
/// seconds, each where there are any.
pub(crate) fn normal(value: &str) -> String {
    if let Some(length) = value.strip_prefix('P').and_then(length) {
        return length;
    }
    let Some((date, time)) = value.split_once('T').filter(|(_, time)| !time.is_empty()) else {
        return value.to_owned();
    };
    let time = match time {
        "NT" => "NI",
        _ if time.len() == 8 => time.strip_suffix(":00").unwrap_or(time),
        _ => time,
    };
    let is_hour = time.len() <= 2 && time.bytes().all(|byte| byte.is_ascii_digit());
    if is_hour { format!("{date}T{time:0>2}:00") } else { format!("{date}T{time}") }
}

/// A length in months, days and seconds: `1M`, `14D`, `5400S`; `None` where a number or a unit is not a plain one.
fn length(parts: &str) -> Option<String> {
    let (mut months, mut days, mut seconds) = (0.0, 0.0, 0.0);
    let (mut number, mut is_time) = (String::new(), false);
    for unit in parts.chars() {
        if unit.is_ascii_digit() || unit == '.' {
            number.push(unit);
            continue;
        }
        let (sum, worth) = match (unit, is_time) {
            ('T', false) => {
                is_time = true;
                continue;
            }
            ('C', false) => (&mut months, 1200.0),
            ('E', false) => (&mut months, 120.0),
            ('Y', false) => (&mut months, 12.0),
            ('Q', false) => (&mut months, 3.0),
            ('M', false) => (&mut months, 1.0),
            ('W', false) => (&mut days, 7.0),
            ('D', false) => (&mut days, 1.0),
            ('H', true) => (&mut seconds, 3600.0),
            ('M', true) => (&mut seconds, 60.0),
            ('S', true) => (&mut seconds, 1.0),
            _ => return None,
        };
        *sum += worth * number.parse::<f64>().ok()?;
        number.clear();
    }
    let parts = [(months, 'M'), (days, 'D'), (seconds, 'S')];
    let parts = parts.iter().filter(|(sum, _)| *sum > 0.0).map(|(sum, unit)| format!("{sum}{unit}"));
    number.is_empty().then(|| parts.collect())
}

/// The span in `text` without what stands before the expression itself: prepositions, articles, comparisons, signs;
/// and without a full stop behind it. Recognizers-Text counts most of these in, TIMEX3 does not.
pub(crate) fn core(text: &str, span: Span) -> Span {
    const BEFORE: &[&str] = &[
        "about", "after", "any", "anytime", "around", "as", "at", "before", "between", "by", "during",
        "early", "for", "from", "greater", "in", "late", "later", "no", "of", "on", "or", "right", "since",
        "sometime", "starting", "than", "the", "till", "time", "to", "until", "within",
    ];
    let mut start = span.start();
    let end = start + span.of(text).trim_end_matches('.').len();
    loop {
        let rest = text[start..end].trim_start_matches(|c: char| c.is_whitespace() || "<>=~".contains(c));
        start = end - rest.len();
        match rest.split_once(' ') {
            Some((word, _)) if BEFORE.contains(&word.to_lowercase().as_str()) => start += word.len(),
            _ => return Span::new(start, end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expression, core, normal};
    use schema::Span;

    fn values(text: &str, readings: &[(&str, &str)]) -> Result<String, &'static str> {
        let expression = Expression { text, reference: "2016-11-07T00:00:00", readings: readings.to_vec() };
        expression.values().map(|values| values.join(" "))
    }

    #[test]
    fn what_is_left_open_is_filled_from_either_reading() {
        let two = [("XXXX-WXX-1", "2016-10-31"), ("XXXX-WXX-1", "2016-11-07")];
        assert_eq!(values("monday", &two).unwrap(), "2016-10-31 2016-11-07 XXXX-WXX-1");
        assert_eq!(values("april", &[("XXXX-04", "2018-04-01")]).unwrap(), "2018-04 XXXX-04");
        assert_eq!(
            values("that weekend", &[("XXXX-WXX-WE", "2018-01-06")]).unwrap(),
            "2018-W01-WE XXXX-WXX-WE"
        );
        assert_eq!(
            values("tuesday at 4pm", &[("XXXX-WXX-2T16", "2016-11-01 16:00:00")]).unwrap(),
            "2016-11-01T16:00 XXXX-WXX-2T16:00"
        );
        assert_eq!(
            values("in the morning", &[("TMO", "08:00:00")]).unwrap(),
            "2016-11-07TMO TMO XXXX-XX-XXTMO"
        );
    }

    #[test]
    fn stretches_are_left_out_but_for_units_and_lengths_from_now() {
        let range = [("(XXXX-05-01,XXXX-09-01,P4M)", "")];
        assert!(values("from May to September", &range).unwrap_err().starts_with("a stretch"));
        assert!(values("between now and May 21", &[("(2016-11-07,XXXX-05-21,P195D)", "")]).is_err());
        assert_eq!(values("next 3 days", &[("(2016-11-08,2016-11-11,P3D)", "")]).unwrap(), "3D");
        assert_eq!(values("2019-Q1", &[("(2019-01-01,2019-04-01,P3M)", "")]).unwrap(), "2019-Q1");
        assert_eq!(values("1990s", &[("(1990-01-01,2000-01-01,P10Y)", "")]).unwrap(), "199");
    }

    #[test]
    fn what_timex3_lacks_has_a_reason() {
        let counted = values("two days after May 1", &[("2016-05-03", "2016-05-03")]);
        assert!(counted.unwrap_err().starts_with("a length counted"));
        assert_eq!(values("two weeks from now", &[("2016-11-21", "2016-11-21")]).unwrap(), "2016-11-21");
        assert!(values("between today and tomorrow", &[("(2016-11-07,2016-11-08,P1D)", "")]).is_err());
        assert_eq!(values("fiscal year 2008", &[("FY2008", "")]), Err("a fiscal year"));
        assert_eq!(
            values("last week of Dec", &[("2016-12-W04", "")]).unwrap_err(),
            "a week or weekday counted in its month"
        );
        assert!(values("at 4.30", &[("T04:30", ""), ("T16:30", "")]).is_err());
        assert_eq!(values("this week", &[("2018-W20", "2018-05-14")]).unwrap(), "2018-W20");
    }

    #[test]
    fn open_numbers_and_ends_of_days_follow_timex3() {
        assert_eq!(values("every weekend", &[("P1WE", "not resolved")]).unwrap(), "P1WE XXXX-WXX-WE");
        assert_eq!(
            values("the week of May 2", &[("XXXX-05-02", "2016-05-02")]).unwrap(),
            "2016-05-02 2016-W18 XXXX-05-02"
        );
        assert_eq!(values("a few minutes", &[("PT3M", "180")]).unwrap(), "PTXM");
        assert_eq!(values("end of tomorrow", &[("2016-11-08T23:59:59", "")]).unwrap(), "2016-11-08");
    }

    #[test]
    fn values_have_one_form() {
        for (value, form) in [
            ("P2W", "14D"),
            ("P14D", "14D"),
            ("PT1.5H", "5400S"),
            ("P1.25Y", "15M"),
            ("P10Y", "120M"),
            ("PXD", "PXD"),
            ("PAST_REF", "PAST_REF"),
            ("PRESENT_REF", "PRESENT_REF"),
            ("2016-11-07T08:00:00", "2016-11-07T08:00"),
            ("2016-11-07T08:00:31", "2016-11-07T08:00:31"),
            ("2016-11-07T9", "2016-11-07T09:00"),
            ("2016-11-07TNT", "2016-11-07TNI"),
        ] {
            assert_eq!(normal(value), form);
        }
    }

    #[test]
    fn words_before_and_stops_behind_are_no_part() {
        let text = "any time from the 18th";
        assert_eq!(core(text, Span::new(0, text.len())).of(text), "18th");
        assert_eq!(core("later", Span::new(0, 5)).of("later"), "later");
        assert_eq!(core("< =2019", Span::new(0, 7)).of("< =2019"), "2019");
        assert_eq!(core("about 6 p.m.", Span::new(0, 12)).of("about 6 p.m."), "6 p.m");
    }
}
