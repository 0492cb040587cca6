//! When the documents of the gold were published, as the stages take it.
//!
//! Answers for: reading the gold's days and times. Whether the time of the day is to be known is the measures'
//! business: most of the gold states the day alone.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use schema::labels::MomentPrecision;
use schema::{Moment, Timestamp};

/// The day that `text` starts with, as a day (`1998-08-07`, `1998-08-07T16:35`); `None` where there is none.
pub(crate) fn day(text: &str) -> Option<Moment> {
    let day: Date = text.get(..10)?.parse().ok()?;
    moment(day.into(), MomentPrecision::Day)
}

/// The day and the time of `text` (`2016-11-07T16:12:00`); `None` where there are none.
pub(crate) fn instant(text: &str) -> Option<Moment> {
    moment(text.parse().ok()?, MomentPrecision::Local)
}

/// The day of `moment` as it is written in ISO 8601.
pub(crate) fn shown(moment: Moment) -> String {
    let at = jiff::Timestamp::from_microsecond(moment.at.micros).unwrap_or_default();
    at.to_zoned(TimeZone::UTC).date().to_string()
}

fn moment(time: DateTime, precision: MomentPrecision) -> Option<Moment> {
    let micros = time.to_zoned(TimeZone::UTC).ok()?.timestamp().as_microsecond();
    Some(Moment { at: Timestamp { micros }, precision })
}

#[cfg(test)]
mod tests {
    use super::{day, instant, shown};
    use schema::labels::MomentPrecision::{Day, Local};

    #[test]
    fn days_and_times_are_told_apart() {
        const SECOND: i64 = 1_000_000;
        let of = |moment: schema::Moment| (moment.at.micros / SECOND, moment.precision);
        assert_eq!(day("1970-01-02T16:35").map(of), Some((86_400, Day)));
        assert_eq!(instant("1970-01-02T00:01:00").map(of), Some((86_460, Local)));
        assert_eq!(day("1970-01-02").map(shown).as_deref(), Some("1970-01-02"));
        assert_eq!((day("19700102"), day(""), instant("noon")), (None, None, None));
    }
}
