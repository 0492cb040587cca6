//! Parts of the calendar that come round: a weekday, a month, a season, a feast.
//!
//! Answers for: the stretches near a day that a name such as "Monday", "May 3" or "Easter" may mean, and the
//! value of the name alone. Leaves to `resolve` which of them is meant.

use std::sync::LazyLock;

use jiff::civil;

use super::period::{Period, Unit, date, later};
use super::sense::Line;
use crate::key::Key;
use crate::lexicon::rows;

/// What comes round every week, month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Returning {
    /// A day of the week, from 1 for Monday.
    Weekday(u8),
    /// A month, from 1.
    Month(u8),
    /// A day of a month.
    Day(u8, u8),
    /// A season by the month that it starts in.
    Season(u8),
    /// A quarter, from 1.
    Quarter(u8),
    /// A half of a year, from 1.
    Half(u8),
    /// A day of any month; with its weekday, where that is told, which only some months have.
    DayOfMonth(u8, Option<u8>),
    /// The end of a week.
    Weekend,
    /// A week of a year, as ISO counts them.
    Week(u8),
    /// A feast.
    Feast(Feast),
}

impl Returning {
    /// The stretches of this name near `day`, in order, some of them before and some behind.
    pub(super) fn near(self, day: civil::Date) -> impl Iterator<Item = Period> {
        // Any day of a month falls on any weekday within a year and a half.
        let far = if matches!(self, Self::DayOfMonth(_, Some(_))) { 18 } else { 2 };
        (-far..=far).filter_map(move |step| match self {
            Self::Weekday(_) | Self::Weekend => self.within(Period::holding(day, Unit::Week).shifted(step)?),
            Self::DayOfMonth(..) => self.within(Period::holding(day, Unit::Month).shifted(step)?),
            _ => self.within(Period::holding(day, Unit::Year).shifted(step)?),
        })
    }

    /// The first one that starts in `outer`; `None` where there is none.
    pub(super) fn within(self, outer: Period) -> Option<Period> {
        let first = outer.first;
        let year = first.year();
        let day = match self {
            Self::Weekday(weekday) => {
                let start = i64::from(first.weekday().to_monday_zero_offset());
                later(first, (i64::from(weekday) - 1 - start).rem_euclid(7))
            }
            Self::Weekend => return Some(Period::holding(first, Unit::Weekend)),
            // The first week may start in the year before; the fourth of January is always in it.
            Self::Week(nth) => {
                return Period::holding(date(year, 1, 4)?, Unit::Week).shifted(i32::from(nth) - 1);
            }
            Self::Month(month) | Self::Season(month) => date(year, month, 1)?,
            Self::Day(month, day) => date(year, month, day)?,
            Self::Quarter(nth) => date(year, nth * 3 - 2, 1)?,
            Self::Half(nth) => date(year, nth * 6 - 5, 1)?,
            Self::DayOfMonth(day, weekday) => {
                let found = date(year, u8::try_from(first.month()).ok()?, day)?;
                let is_right = weekday.is_none_or(|weekday| {
                    found.weekday().to_monday_one_offset() == i8::try_from(weekday).unwrap_or(0)
                });
                Some(found).filter(|_| is_right)?
            }
            Self::Feast(feast) => feast.day(year)?,
        };
        let period = Period { unit: self.unit(), first: day };
        (first..=outer.last()).contains(&day).then_some(period)
    }

    /// The unit of one.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Weekday(_) | Self::Day(..) | Self::DayOfMonth(..) | Self::Feast(_) => Unit::Day,
            Self::Month(_) => Unit::Month,
            Self::Season(_) => Unit::Season,
            Self::Quarter(_) => Unit::Quarter,
            Self::Half(_) => Unit::Half,
            Self::Weekend => Unit::Weekend,
            Self::Week(_) => Unit::Week,
        }
    }

    /// The TIMEX3 value of the name alone.
    pub(super) fn value(self) -> String {
        match self {
            Self::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
            Self::Weekend => "XXXX-WXX-WE".to_owned(),
            Self::Week(nth) => format!("XXXX-W{nth:02}"),
            Self::Month(month) => format!("XXXX-{month:02}"),
            Self::Day(month, day) | Self::Feast(Feast::Fixed(month, day)) => {
                format!("XXXX-{month:02}-{day:02}")
            }
            Self::Season(month) => format!("XXXX-{}", ["WI", "SP", "SU", "FA"][usize::from(month) / 3 % 4]),
            Self::Quarter(nth) => format!("XXXX-Q{nth}"),
            Self::Half(nth) => format!("XXXX-H{nth}"),
            Self::DayOfMonth(day, _) => format!("XXXX-XX-{day:02}"),
            Self::Feast(_) => "XXXX-XX-XX".to_owned(),
        }
    }
}

/// The rule by which a feast finds its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// A day of a month.
    Fixed(u8, u8),
    /// A weekday of a month, the first one on or behind a day of it.
    From { month: u8, weekday: u8, day: u8 },
    /// So many days behind Easter Sunday of the western churches.
    Easter(i16),
}

impl Feast {
    /// Its day in a year.
    fn day(self, year: i16) -> Option<civil::Date> {
        match self {
            Self::Fixed(month, day) => date(year, month, day),
            Self::From { month, weekday, day } => {
                let first = date(year, month, day)?;
                let start = i64::from(first.weekday().to_monday_zero_offset());
                Some(later(first, (i64::from(weekday) - 1 - start).rem_euclid(7)))
            }
            Self::Easter(days) => Some(later(easter(year)?, i64::from(days))),
        }
    }

    /// The rule that the lexicon writes: `12-25`, `easter -2`, `from 11-22 4`.
    fn read(rule: &str) -> Option<Self> {
        let mut words = rule.split(' ');
        let (first, second, third) = (words.next()?, words.next(), words.next());
        let day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            Some((month.parse().ok()?, day.parse().ok()?))
        };
        match first {
            "easter" => Some(Self::Easter(second?.parse().ok()?)),
            "from" => {
                let (month, day) = day(second?)?;
                Some(Self::From { month, weekday: third?.parse().ok()?, day })
            }
            fixed => day(fixed).map(|(month, day)| Self::Fixed(month, day)),
        }
    }
}

/// Easter Sunday of the western churches: the algorithm of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<civil::Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    date(i16::try_from(year).ok()?, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
}

/// The feasts, each with the words of its name.
static FEASTS: LazyLock<Vec<(Vec<Key>, Feast)>> = LazyLock::new(|| {
    rows(include_str!("../../data/holidays.tsv"))
        .filter_map(|row| {
            let &[name, rule] = row.as_slice() else { return None };
            Some((name.split(' ').map(Key::of).collect(), Feast::read(rule)?))
        })
        .collect()
});

/// The first words of the names of feasts.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../data/holidays.tsv")).filter_map(|row| row.first()?.split(' ').next())
}

/// The feast at `at` and where its name ends; the longest name stands.
pub(super) fn feast(line: Line<'_>, at: usize) -> Option<(usize, Feast)> {
    let names = FEASTS.iter().filter(|(name, _)| line.words.are(at, name));
    let (name, feast) = names.max_by_key(|(name, _)| name.len())?;
    Some((at + name.len(), *feast))
}

#[cfg(test)]
mod tests {
    use super::{Feast, Returning, easter};
    use crate::dates::period::{Period, Unit, date};

    #[test]
    fn easter_is_where_the_churches_keep_it() {
        for (year, month, day) in [(1998, 4, 12), (2000, 4, 23), (2016, 3, 27), (2024, 3, 31)] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn feasts_find_their_day() {
        let year = |year| Period { unit: Unit::Year, first: date(year, 1, 1).unwrap() };
        let thanksgiving = Feast::read("from 11-22 4").unwrap();
        assert_eq!(Returning::Feast(thanksgiving).within(year(1999)).unwrap().value(), "1999-11-25");
        assert_eq!(Returning::Feast(Feast::read("12-25").unwrap()).value(), "XXXX-12-25");
    }

    #[test]
    fn weekdays_come_round_every_week() {
        let near: Vec<String> =
            Returning::Weekday(1).near(date(2016, 12, 21).unwrap()).map(Period::value).collect();
        assert_eq!(near, ["2016-12-05", "2016-12-12", "2016-12-19", "2016-12-26", "2017-01-02"]);
    }
}
