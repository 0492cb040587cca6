//! What the words of an expression say, before it is asked which days they mean.
//!
//! Answers for: the forms of meaning that the grammar gives and `resolve` takes.

use schema::labels::{Granularity, TimeModifier};

use super::period::{Period, Unit};
use super::returning::Returning;

/// An expression as the grammar found it, in places of its sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) start: usize,
    /// One past its last word.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    /// The time of the day, for a TIME.
    pub(super) clock: Option<Clock>,
    pub(super) modifier: Option<TimeModifier>,
}

impl Found {
    /// What the words from `start` to `end` mean, without a time of day.
    pub(super) fn new(start: usize, end: usize, meaning: Meaning) -> Self {
        Self { start, end, meaning, clock: None, modifier: None }
    }

    /// The same with this time of day.
    pub(super) fn at(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }
}

/// What an expression means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A stretch of the calendar that the words state in full.
    Stated(Period),
    /// A year that is none of the calendar's: "fiscal 1989".
    Fiscal(i16),
    /// Ten years of a century that is not told, by their first: 90.
    Decade(i16),
    /// A value that the words leave open in part, and its unit.
    Partial(String, Granularity),
    /// One of those that come round.
    Returning(Returning, Which),
    /// One of those that come round, in a stretch so many steps from an origin: "June last year".
    Within(Returning, Steps),
    /// The week that holds a day: "the week of March 6".
    WeekOf(Returning),
    /// A stretch so many steps from an origin: "last week", "two days ago".
    Counted(Steps),
    /// So many minutes from the moment of publication: "two hours ago".
    Minutes(i64),
    /// The stretch of which the text speaks, a year before: "a year earlier" in a report on a quarter.
    YearBefore(Origin),
    /// A length of time.
    Length(Length),
    /// The day of which the text speaks: a time of day without its day.
    AnyDay,
    /// A time that recurs, by its value.
    Set(String, Granularity),
    /// The past, the present or the future as such.
    Vague(&'static str),
}

/// Which of those that come round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The tense tells.
    Open,
    /// The last one before.
    Last,
    /// The next one behind.
    Next,
    /// The one of this week, month or year.
    This,
    /// The last one before the day of which the text speaks.
    Previous,
    /// The next one behind the day of which the text speaks.
    Following,
}

/// From where steps are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The day on which the text is published.
    Publication,
    /// What the text spoke of last.
    Text,
}

/// So many units from an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) unit: Unit,
    pub(super) count: i32,
    pub(super) origin: Origin,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Length {
    pub(super) unit: Unit,
    /// How many units; `None` where that is left open.
    pub(super) count: Option<f64>,
    /// On which side of the day of publication it lies, where the words tell.
    pub(super) reach: Option<Reach>,
}

/// Up to the day of publication, or from it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Before,
    After,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// A part of the day by its TIMEX3 code.
    Part(&'static str),
    /// An hour.
    Hour(Hour),
}

/// An hour of the day with what is told behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    /// From 0 to 24.
    pub(super) of_day: u8,
    /// `None` where only the hour is told.
    pub(super) minute: Option<u8>,
    /// `None` where it is not told.
    pub(super) second: Option<u8>,
    /// Whether it is that of Greenwich.
    pub(super) is_greenwich: bool,
}

impl Hour {
    /// The same in a part of the day: seven in the evening is 19.
    pub(super) fn of_part(self, code: &str) -> Self {
        let is_late = matches!(code, "AF" | "EV") || code == "NI" && self.of_day >= 6;
        if is_late && self.of_day < 12 { Self { of_day: self.of_day + 12, ..self } } else { self }
    }
}

impl Clock {
    /// The value behind that of the day.
    pub(super) fn value(self) -> String {
        match self {
            Self::Part(code) => format!("T{code}"),
            Self::Hour(Hour { of_day, minute, second, is_greenwich }) => {
                let minute = minute.unwrap_or(0);
                let zone = if is_greenwich { "Z" } else { "" };
                match second {
                    Some(second) => format!("T{of_day:02}:{minute:02}:{second:02}{zone}"),
                    None => format!("T{of_day:02}:{minute:02}{zone}"),
                }
            }
        }
    }

    /// The smallest unit told; the day for a part of it.
    pub(super) fn granularity(self) -> Granularity {
        match self {
            Self::Part(_) => Granularity::Day,
            Self::Hour(Hour { second: Some(_), .. }) => Granularity::Second,
            Self::Hour(Hour { minute: Some(_), .. }) => Granularity::Minute,
            Self::Hour(_) => Granularity::Hour,
        }
    }
}

impl Length {
    /// Its TIMEX3 value: "P2Y6M", "PT5H30M", "PXD".
    pub(super) fn value(self) -> String {
        let clock = if self.unit.is_of_clock() { "T" } else { "" };
        let (code, factor, smaller) = self.code();
        let Some(count) = self.count.map(|count| count * f64::from(factor)) else {
            return format!("P{clock}X{}", self.open_code());
        };
        let rest = (count.fract() * smaller.0).round();
        if rest == 0.0 || smaller.1.is_empty() {
            return format!("P{clock}{count}{code}");
        }
        let whole = count.trunc();
        let whole = if whole == 0.0 { String::new() } else { format!("{clock}{whole}{code}") };
        let clock = if whole.starts_with('T') { "" } else { smaller.2 };
        format!("P{whole}{clock}{rest}{}", smaller.1)
    }

    /// The letter of its unit, how many of that unit one is, and the unit into which a fraction goes: how
    /// many of it, its letter and what stands before it.
    fn code(self) -> (&'static str, i16, (f64, &'static str, &'static str)) {
        match self.unit {
            Unit::Second => ("S", 1, (0.0, "", "T")),
            Unit::Minute => ("M", 1, (60.0, "S", "T")),
            Unit::Hour => ("H", 1, (60.0, "M", "T")),
            Unit::Day => ("D", 1, (24.0, "H", "T")),
            Unit::Week => ("W", 1, (0.0, "", "")),
            Unit::Weekend => ("WE", 1, (0.0, "", "")),
            Unit::Month => ("M", 1, (0.0, "", "")),
            Unit::Quarter => ("Q", 1, (0.0, "", "")),
            Unit::Season => ("M", 3, (0.0, "", "")),
            Unit::Half => ("M", 6, (0.0, "", "")),
            Unit::Year => ("Y", 1, (12.0, "M", "")),
            Unit::Decade => ("Y", 10, (0.0, "", "")),
            Unit::Century => ("Y", 100, (0.0, "", "")),
            Unit::Millennium => ("Y", 1000, (0.0, "", "")),
        }
    }

    /// The code of its unit where the count is left open.
    fn open_code(self) -> &'static str {
        match self.unit {
            Unit::Decade => "DE",
            Unit::Century => "CE",
            Unit::Millennium => "ML",
            _ => self.code().0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Length, Unit};

    #[test]
    fn lengths_are_written_as_the_guidelines_say() {
        let value = |count, unit| Length { unit, count, reach: None }.value();
        assert_eq!(value(Some(2.5), Unit::Year), "P2Y6M");
        assert_eq!(value(Some(0.5), Unit::Hour), "PT30M");
        assert_eq!(value(Some(5.5), Unit::Hour), "PT5H30M");
        assert_eq!(value(Some(1.5), Unit::Day), "P1DT12H");
        assert_eq!(value(Some(2.0), Unit::Decade), "P20Y");
        assert_eq!(value(None, Unit::Century), "PXCE");
        assert_eq!(value(None, Unit::Minute), "PTXM");
    }
}
