//! Which days the expressions of an article mean.
//!
//! Answers for: counting from the day of publication or from what the text spoke of last, choosing by tense
//! among days that come round, and saying that nothing could be resolved. Never puts in a day that nothing
//! tells.

use jiff::{ToSpan, civil};
use schema::labels::{Granularity, TimeResolution};
use schema::{Moment, TimeExpression};

use super::anchor::{Anchor, Anchors};
use super::located::{Located, Resolved};
use super::meaning::{Length, Meaning, Origin, Reach, Steps, Which};
use super::period::{Period, Unit, distance, stored};
use super::returning::Returning;
use super::tense::{self, Direction};
use crate::key::keys;
use crate::syntax::Parse;

/// How many expressions back the text still speaks of what one of them named.
const MEMORY: usize = 12;

/// How many sentences back a time of day finds its day.
const NEAR: usize = 2;

/// Up to how many days away a day of a month is the nearest one whatever the tense.
const NEARBY: i64 = 100;

/// The rows of the expressions `found` in an article that was `published` then.
pub(super) fn all(parse: Parse<'_>, published: Option<Moment>, found: &[Located]) -> Vec<TimeExpression> {
    let anchors = Anchors::of(parse, published, found);
    let mut story = Story { parse, anchors, spoken: Vec::new() };
    let mut rows = Vec::with_capacity(found.len());
    for sentence in found.chunk_by(|one, next| one.sentence == next.sentence) {
        story.resolve(sentence, &mut rows);
    }
    rows
}

/// An article as far as it was read.
#[derive(Debug)]
struct Story<'t> {
    parse: Parse<'t>,
    anchors: Anchors,
    /// What was spoken of, each with its sentence.
    spoken: Vec<(usize, Period)>,
}

impl Story<'_> {
    /// Adds the rows of the expressions of one sentence.
    fn resolve(&mut self, sentence: &[Located], rows: &mut Vec<TimeExpression>) {
        let first = rows.len();
        let mut resolved: Vec<Option<Resolved>> = Vec::with_capacity(sentence.len());
        for (at, located) in sentence.iter().enumerate() {
            let meaning = self.of_next(located, sentence.get(at + 1));
            let one = (located.found.meaning != Meaning::AnyDay)
                .then(|| meaning.unwrap_or_else(|| self.one(located)));
            // What is only compared with is not spoken of.
            let is_compared = matches!(located.found.meaning, Meaning::YearBefore(_));
            if let Some(period) = one.as_ref().and_then(|one| one.period).filter(|_| !is_compared) {
                self.spoken.push((located.sentence, period));
            }
            resolved.push(one);
        }
        for (at, located) in sentence.iter().enumerate() {
            let one = resolved[at].clone().unwrap_or_else(|| self.time_of_day(located, &resolved, at));
            rows.push(located.row(self.parse, one));
        }
        debug_assert_eq!(rows.len() - first, sentence.len(), "every expression is a row");
    }

    /// The quarter that ends on the day of the next expression: "the quarter ended Sept. 30".
    fn of_next(&self, located: &Located, next: Option<&Located>) -> Option<Resolved> {
        let next = next.filter(|next| next.places.start == located.places.end + 1)?;
        let is_ended = self.parse.words.key(located.places.end).is_any(&keys!["ended", "ending"]);
        let is_quarter =
            matches!(located.found.meaning, Meaning::Counted(Steps { unit: Unit::Quarter, count: 0, .. }));
        let end = self.one(next);
        let day = end.period.filter(|_| is_ended && is_quarter)?;
        let quarter = Period::holding(day.first, Unit::Quarter);
        Some(Resolved {
            days: None,
            resolution: end.resolution,
            anchor: end.anchor,
            ..Resolved::period(quarter, end.resolution)
        })
    }

    /// What one expression means that is no time of day alone.
    fn one(&self, located: &Located) -> Resolved {
        match &located.found.meaning {
            Meaning::Stated(period) => Resolved::period(*period, TimeResolution::Explicit),
            Meaning::Fiscal(year) => {
                Resolved::value(format!("{year:04}"), Granularity::Year, TimeResolution::Explicit)
            }
            Meaning::Decade(tens) => self.decade(located, *tens),
            Meaning::Partial(value, granularity) => Resolved::open(value.clone(), *granularity),
            Meaning::Returning(name, which) => self.returning(located, *name, *which),
            Meaning::Within(name, steps) => self.within(located, *name, *steps),
            Meaning::WeekOf(name) => self.week_of(located, *name),
            Meaning::Counted(steps) => self.counted(located, *steps),
            Meaning::YearBefore(origin) => self.year_before(located, *origin),
            Meaning::Minutes(minutes) => self.minutes(located, *minutes),
            Meaning::Length(length) => self.length(located, *length),
            Meaning::Set(value, granularity) => {
                Resolved::value(value.clone(), *granularity, TimeResolution::Explicit)
            }
            Meaning::Vague(value) => Resolved::open(*value, Granularity::Day),
            Meaning::AnyDay => Resolved::open(Unit::Day.unknown(), Granularity::Day),
        }
    }

    fn anchor(&self, located: &Located) -> Option<Anchor> {
        self.anchors.at(self.parse, located.sentence)
    }

    /// A decade of which only the tens are told: the last one before, of those that can be no other.
    fn decade(&self, located: &Located, tens: i16) -> Resolved {
        let anchor = self.anchor(located).filter(|_| tens >= 30);
        let last = anchor.and_then(|anchor| {
            let year = anchor.day.year();
            let first = (year - tens).div_euclid(100) * 100 + tens;
            Some(Resolved::from(anchor, Period::holding(civil::Date::new(first, 1, 1).ok()?, Unit::Decade)))
        });
        last.unwrap_or_else(|| Resolved::open(format!("XX{}", tens / 10), Granularity::Decade))
    }

    /// What comes round, and which one.
    fn returning(&self, located: &Located, name: Returning, which: Which) -> Resolved {
        let anchor = match which {
            Which::Previous | Which::Following => self.spoken(Unit::Day).or_else(|| self.anchor(located)),
            _ => self.anchor(located),
        };
        let chosen = anchor.and_then(|anchor| {
            let direction = match (which, name) {
                (Which::Open, _) | (Which::This, Returning::Season(_)) => {
                    self.direction(located, name, anchor)
                }
                _ => Direction::Unknown,
            };
            Some(Resolved::from(anchor, choose(name, anchor.day, (which, direction))?))
        });
        chosen.unwrap_or_else(|| Resolved::open(name.value(), name.unit().granularity()))
    }

    /// On which side of the anchor an open name lies.
    fn direction(&self, located: &Located, name: Returning, anchor: Anchor) -> Direction {
        let direction = tense::of(self.parse, located.places.clone());
        match (name, direction) {
            // A picture is taken near the day of which its article speaks, before it or behind.
            (Returning::Weekday(_), Direction::Past) if anchor.is_near => Direction::Unknown,
            (Returning::Weekday(_), Direction::Unknown) if !anchor.is_near => Direction::Past,
            (Returning::Quarter(_) | Returning::Weekend, Direction::Unknown) => Direction::Past,
            _ => direction,
        }
    }

    /// A name in a week, month or year that is counted.
    fn within(&self, located: &Located, name: Returning, steps: Steps) -> Resolved {
        let outer = self.counted(located, steps);
        let inner = outer.period.and_then(|period| name.within(period));
        match inner {
            Some(period) => Resolved { anchor: outer.anchor, ..Resolved::period(period, outer.resolution) },
            None => Resolved::open(name.value(), name.unit().granularity()),
        }
    }

    fn week_of(&self, located: &Located, name: Returning) -> Resolved {
        let day = self.returning(located, name, Which::Open);
        match day.period {
            Some(day_period) => {
                let week = Period::holding(day_period.first, Unit::Week);
                Resolved { anchor: day.anchor, ..Resolved::period(week, day.resolution) }
            }
            None => Resolved::open(Unit::Week.unknown(), Granularity::Week),
        }
    }

    /// So many units from an origin.
    fn counted(&self, located: &Located, steps: Steps) -> Resolved {
        let unknown = || Resolved::open(steps.unit.unknown(), steps.unit.granularity());
        let anchor = match steps.origin {
            // Where nothing was spoken of yet, the text speaks of its own time; but a day is one of an event.
            Origin::Text if self.spoken.is_empty() && steps.count != 0 && steps.unit > Unit::Day => {
                self.anchor(located)
            }
            Origin::Text => self.spoken(steps.unit),
            // "Today" in an article that only a picture dates may be a day later.
            Origin::Publication => {
                self.anchor(located).filter(|anchor| !(anchor.is_near && steps.unit == Unit::Day))
            }
        };
        let Some(anchor) = anchor else { return unknown() };
        let period = Period::holding(anchor.day, steps.unit).shifted(steps.count);
        period.map_or_else(unknown, |period| Resolved::from(anchor, period))
    }

    /// What the text spoke of last that is no longer than `unit`.
    fn spoken(&self, unit: Unit) -> Option<Anchor> {
        let is_one =
            |period: Period| if unit == Unit::Quarter { period.unit == unit } else { period.unit <= unit };
        let last = self.spoken.iter().rev().take(MEMORY).find(|(_, period)| is_one(*period))?;
        Some(Anchor::of_text(last.1.first))
    }

    /// A year before: that of the quarter of which the text speaks, else of the year.
    fn year_before(&self, located: &Located, origin: Origin) -> Resolved {
        let last = self.spoken.iter().rev().take(MEMORY);
        let quarter = last.map(|(_, period)| *period).find(|period| period.unit == Unit::Quarter);
        if let Some((quarter, before)) = quarter.and_then(|quarter| Some((quarter, quarter.shifted(-4)?))) {
            return Resolved::from(Anchor::of_text(quarter.first), before);
        }
        let year = |origin| self.counted(located, Steps { unit: Unit::Year, count: -1, origin });
        match year(origin) {
            Resolved { period: None, .. } if origin == Origin::Text => year(Origin::Publication),
            resolved => resolved,
        }
    }

    /// So many minutes from the moment of publication.
    fn minutes(&self, located: &Located, minutes: i64) -> Resolved {
        let unknown = || Resolved::open(Unit::Minute.unknown(), Granularity::Minute);
        let (Some(anchor), Some(moment)) = (self.anchor(located), self.anchors.moment) else {
            return unknown();
        };
        let Ok(at) = moment.checked_add(minutes.minutes()) else { return unknown() };
        let value = format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute());
        Resolved { value, granularity: Granularity::Minute, ..Resolved::from(anchor, Period::day(at.date())) }
    }

    /// A length, and the days that it reaches over.
    fn length(&self, located: &Located, length: Length) -> Resolved {
        let plain = Resolved::value(length.value(), length.unit.granularity(), TimeResolution::Explicit);
        let (Some(reach), Some(count), Some(anchor)) = (length.reach, length.count, self.anchor(located))
        else {
            return plain;
        };
        #[expect(clippy::cast_possible_truncation, reason = "checked to be in range")]
        let steps =
            (count.fract() == 0.0 && count < 5000.0 && !length.unit.is_of_clock()).then_some(count as i32);
        let whole = |steps: i32| Period { unit: length.unit, first: anchor.day }.shifted(steps);
        let far = steps.and_then(|steps| whole(if reach == Reach::Before { -steps } else { steps }));
        match far.map(|period| period.first) {
            Some(first) if reach == Reach::Before => bounded(plain, anchor, (first, anchor.day)),
            Some(last) => bounded(plain, anchor, (anchor.day, last)),
            None => plain,
        }
    }

    /// A time of day, on the nearest day that its sentence or the ones before name.
    fn time_of_day(&self, located: &Located, sentence: &[Option<Resolved>], at: usize) -> Resolved {
        let day = |one: &Option<Resolved>| {
            one.clone().filter(|one| one.period.is_some_and(|period| period.unit == Unit::Day))
        };
        let near = (0..sentence.len())
            .filter_map(|place| Some((place.abs_diff(at), day(&sentence[place])?)))
            .min_by_key(|(distance, _)| *distance);
        if let Some((_, day)) = near {
            return day;
        }
        let last = self.spoken.iter().rev().take(MEMORY).find(|(_, period)| period.unit == Unit::Day);
        match last.filter(|(sentence, _)| sentence + NEAR >= located.sentence) {
            Some((_, day)) => Resolved::from(Anchor::of_text(day.first), *day),
            None => Resolved::open(Unit::Day.unknown(), Granularity::Day),
        }
    }
}

/// A length with the days that it reaches over.
fn bounded(plain: Resolved, anchor: Anchor, (first, last): (civil::Date, civil::Date)) -> Resolved {
    Resolved {
        days: Some((stored(first), stored(last))),
        resolution: anchor.resolution,
        anchor: Some(anchor),
        ..plain
    }
}

/// The one of those that come round which is meant, seen from `day`.
fn choose(name: Returning, day: civil::Date, (which, direction): (Which, Direction)) -> Option<Period> {
    let before = || name.near(day).filter(|period| period.last() < day).last();
    let behind = || name.near(day).find(|period| period.first > day);
    match which {
        Which::Last | Which::Previous => before(),
        Which::Next | Which::Following => behind(),
        Which::This => match name {
            Returning::Weekday(_) => name.within(Period::holding(day, Unit::Week)),
            Returning::Season(_) => open(name, day, direction),
            _ => name.within(Period::holding(day, Unit::Year)),
        },
        Which::Open => open(name, day, direction),
    }
}

/// The one that the tense tells, or the nearest.
fn open(name: Returning, day: civil::Date, direction: Direction) -> Option<Period> {
    let near = nearest(name, day)?;
    let is_nearby = match name {
        Returning::Day(..) | Returning::Feast(_) => distance(near.first, day).abs() <= NEARBY,
        Returning::Month(_) => near.first <= day && day <= near.last(),
        _ => false,
    };
    // Results are told for the quarter that is running, or that has just ended.
    let told =
        name.near(day).filter(|period| period.first <= day && distance(period.last(), day) <= NEARBY).last();
    match direction {
        _ if is_nearby => Some(near),
        _ if matches!(name, Returning::Quarter(_)) && told.is_some() => told,
        Direction::Past => name.near(day).filter(|period| period.first <= day).last(),
        Direction::Present if !matches!(name, Returning::Weekday(_) | Returning::Weekend) => Some(near),
        Direction::Present | Direction::Future => name.near(day).find(|period| period.last() >= day),
        Direction::Unknown => Some(near),
    }
}

/// The one whose first day is the nearest.
fn nearest(name: Returning, day: civil::Date) -> Option<Period> {
    name.near(day).min_by_key(|period| distance(period.first, day).abs())
}
