//! Stretches of the calendar: a day, a week, a quarter, a century.
//!
//! Answers for: which stretch holds a day, which comes before and behind, its TIMEX3 value and its first and
//! last day. The calendar itself is jiff's. Leaves to `resolve` which stretch an expression means.

use jiff::{ToSpan, civil};
use schema::Date;
use schema::labels::Granularity;

/// A unit of the calendar or of the clock, the shorter first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit of that name in the lexicon.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "weekend" => Self::Weekend,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// What the tables call it.
    pub(super) fn granularity(self) -> Granularity {
        match self {
            Self::Second => Granularity::Second,
            Self::Minute => Granularity::Minute,
            Self::Hour => Granularity::Hour,
            Self::Day | Self::Weekend => Granularity::Day,
            Self::Week => Granularity::Week,
            Self::Month | Self::Half => Granularity::Month,
            Self::Quarter => Granularity::Quarter,
            Self::Season => Granularity::Season,
            Self::Year => Granularity::Year,
            Self::Decade => Granularity::Decade,
            Self::Century | Self::Millennium => Granularity::Century,
        }
    }

    /// Whether it is shorter than a day.
    pub(super) fn is_of_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// The value of one of which nothing is known.
    pub(super) fn unknown(self) -> &'static str {
        match self {
            Self::Second | Self::Minute | Self::Hour => "XXXX-XX-XXTXX",
            Self::Day => "XXXX-XX-XX",
            Self::Week => "XXXX-WXX",
            Self::Weekend => "XXXX-WXX-WE",
            Self::Month | Self::Season => "XXXX-XX",
            Self::Quarter => "XXXX-QX",
            Self::Half => "XXXX-HX",
            Self::Year => "XXXX",
            Self::Decade => "XXX",
            Self::Century | Self::Millennium => "XX",
        }
    }

    /// How many months it is long, for those that are.
    fn months(self) -> Option<i32> {
        Some(match self {
            Self::Month => 1,
            Self::Quarter | Self::Season => 3,
            Self::Half => 6,
            Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1200,
            Self::Millennium => 12_000,
            _ => return None,
        })
    }
}

/// One stretch of the calendar, a day long at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) unit: Unit,
    /// Its first day.
    pub(super) first: civil::Date,
}

impl Period {
    /// The one that holds `day`. A unit of the clock gives the day.
    pub(super) fn holding(day: civil::Date, unit: Unit) -> Self {
        let weekday = i64::from(day.weekday().to_monday_zero_offset());
        let first = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => day,
            Unit::Week => later(day, -weekday),
            Unit::Weekend => later(day, 5 - weekday),
            Unit::Month => day.first_of_month(),
            Unit::Quarter => in_months(day, 3),
            // The winter starts in December.
            Unit::Season => in_months(day.saturating_add(1.month()), 3).saturating_sub(1.month()),
            Unit::Half => in_months(day, 6),
            Unit::Year => day.first_of_year(),
            Unit::Decade => in_years(day, 10, 0),
            // The first century starts with the year 1.
            Unit::Century => in_years(day, 100, 1),
            Unit::Millennium => in_years(day, 1000, 1),
        };
        let unit = if unit.is_of_clock() { Unit::Day } else { unit };
        Self { unit, first }
    }

    /// The day.
    pub(super) fn day(day: civil::Date) -> Self {
        Self { unit: Unit::Day, first: day }
    }

    /// The one `steps` further on, or back; `None` beyond the calendar's end.
    pub(super) fn shifted(self, steps: i32) -> Option<Self> {
        let span = match (self.unit, self.unit.months()) {
            (_, Some(months)) => 1.month().checked_mul(i64::from(months) * i64::from(steps)).ok()?,
            (Unit::Day, None) => i64::from(steps).days(),
            _ => 1.week().checked_mul(i64::from(steps)).ok()?,
        };
        Some(Self { first: self.first.checked_add(span).ok()?, ..self })
    }

    /// Its last day.
    pub(super) fn last(self) -> civil::Date {
        match self.unit {
            Unit::Weekend => later(self.first, 1),
            Unit::Day => self.first,
            _ => self.shifted(1).map_or(self.first, |next| later(next.first, -1)),
        }
    }

    /// Its first and last day as the tables hold them; those of its years for a season, whose days differ
    /// with the country.
    pub(super) fn days(self) -> (Date, Date) {
        match self.unit {
            Unit::Season => (stored(self.first.first_of_year()), stored(self.last().last_of_year())),
            _ => (stored(self.first), stored(self.last())),
        }
    }

    /// Its TIMEX3 value.
    pub(super) fn value(self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match self.unit {
            Unit::Day | Unit::Second | Unit::Minute | Unit::Hour => self.first.to_string(),
            Unit::Week | Unit::Weekend => {
                let week = self.first.iso_week_date();
                let end = if self.unit == Unit::Weekend { "-WE" } else { "" };
                format!("{:04}-W{:02}{end}", week.year(), week.week())
            }
            Unit::Month => format!("{year:04}-{month:02}"),
            Unit::Quarter => format!("{year:04}-Q{}", (month + 2) / 3),
            Unit::Season => format!("{year:04}-{}", season(month)),
            Unit::Half => format!("{year:04}-H{}", (month + 5) / 6),
            Unit::Year => format!("{year:04}"),
            Unit::Decade => format!("{:03}", year / 10),
            Unit::Century => format!("{:02}", year / 100),
            Unit::Millennium => format!("{:01}", year / 1000),
        }
    }
}

/// The season that starts in a month.
fn season(month: i8) -> &'static str {
    match month {
        3 => "SP",
        6 => "SU",
        9 => "FA",
        _ => "WI",
    }
}

/// The day `days` further on; the same day where the calendar ends before.
pub(super) fn later(day: civil::Date, days: i64) -> civil::Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// How many days lie between, below zero where `to` comes first.
pub(super) fn distance(from: civil::Date, to: civil::Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The first day of the part of a year, `length` months long, that holds `day`.
fn in_months(day: civil::Date, length: i8) -> civil::Date {
    let month = (day.month() - 1) / length * length + 1;
    civil::Date::new(day.year(), month, 1).unwrap_or(day)
}

/// The first day of the stretch of years that holds `day`; the stretches start `offset` years behind their
/// multiple.
fn in_years(day: civil::Date, length: i16, offset: i16) -> civil::Date {
    let year = (day.year() - offset) / length * length + offset;
    civil::Date::new(year, 1, 1).unwrap_or(day)
}

/// The day, where the calendar has it.
pub(super) fn date(year: i16, month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A day of the calendar as the tables hold it.
pub(super) fn stored(day: civil::Date) -> Date {
    let days = distance(civil::Date::constant(1970, 1, 1), day);
    Date { days: i32::try_from(days).expect("jiff's calendar ends in the year 9999") }
}

#[cfg(test)]
mod tests {
    use super::{Period, Unit, date};

    #[test]
    fn stretches_hold_their_days() {
        let day = date(2016, 12, 19).unwrap();
        let values = [
            (Unit::Week, "2016-W51"),
            (Unit::Weekend, "2016-W51-WE"),
            (Unit::Month, "2016-12"),
            (Unit::Quarter, "2016-Q4"),
            (Unit::Half, "2016-H2"),
            (Unit::Season, "2016-WI"),
            (Unit::Decade, "201"),
            (Unit::Century, "20"),
        ];
        for (unit, value) in values {
            let period = Period::holding(day, unit);
            assert_eq!(period.value(), value);
            assert!(period.first <= period.last());
        }
    }

    #[test]
    fn stretches_are_counted_over_the_ends_of_years() {
        let quarter = Period::holding(date(2016, 2, 29).unwrap(), Unit::Quarter);
        assert_eq!(quarter.shifted(-1).unwrap().value(), "2015-Q4");
        let week = Period::holding(date(2016, 1, 3).unwrap(), Unit::Week);
        assert_eq!(
            (week.value().as_str(), week.shifted(1).unwrap().value().as_str()),
            ("2015-W53", "2016-W01")
        );
        let century = Period::holding(date(2000, 5, 5).unwrap(), Unit::Century);
        assert_eq!(century.value(), "19");
    }
}
