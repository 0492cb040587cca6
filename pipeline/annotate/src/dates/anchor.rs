//! The day from which relative expressions are counted.
//!
//! Answers for: the day of publication; where that is not known, the day that datelines and captions state;
//! the day that a caption states for itself. Leaves to `resolve` what is counted from it.
//!
//! Pictures that are marked as old ("file photo", "archive") date no article, and of the others those that
//! are more than a month older than the latest one show something else. Where what remains differs by more
//! than three days, nothing dates the article.

use jiff::{Timestamp, civil, tz::TimeZone};
use schema::Moment;
use schema::labels::{MomentPrecision, Role, TimeResolution};

use super::located::Located;
use super::meaning::Meaning;
use super::period::{Unit, distance};
use super::returning::Returning;
use crate::key::keys;
use crate::syntax::Parse;

/// How many days apart the pictures of one article may be.
const CLOSE: i64 = 3;

/// How many days before the latest picture of an article another one shows something else.
const OLD: i64 = 31;

/// A day from which others are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) day: civil::Date,
    pub(super) resolution: TimeResolution,
    /// Whether it is only near the day on which the text was written: that of a picture.
    pub(super) is_near: bool,
}

impl Anchor {
    /// A day of which the text speaks.
    pub(super) fn of_text(day: civil::Date) -> Self {
        Self { day, resolution: TimeResolution::AnchoredText, is_near: false }
    }
}

/// The days that an article gives.
#[derive(Debug)]
pub(super) struct Anchors {
    article: Option<Anchor>,
    /// The moment of publication, in UTC, where more than its day is stated.
    pub(super) moment: Option<civil::DateTime>,
    /// The block of each caption that states a day, and the latest of its days.
    captions: Vec<(usize, civil::Date)>,
}

impl Anchors {
    /// Those of an article that was `published` then.
    pub(super) fn of(parse: Parse<'_>, published: Option<Moment>, found: &[Located]) -> Self {
        let mut captions = Vec::new();
        let mut pictures = Vec::new();
        for (located, day) in found.iter().filter_map(|located| Some((located, stated(located)?))) {
            if role(parse, located) != Role::Caption {
                continue;
            }
            let block = parse.sentences[located.sentence].block;
            keep_latest(&mut captions, block, day);
            if !is_old(parse, located) {
                pictures.push(day);
            }
        }
        let moment = published.and_then(moment_of);
        let published_day = moment.map(|(at, _)| Anchor {
            day: at.date(),
            resolution: TimeResolution::AnchoredPublication,
            is_near: false,
        });
        let article = published_day.or_else(|| dateline(parse, found)).or_else(|| picture(&pictures));
        let moment = moment.filter(|(_, precision)| *precision != MomentPrecision::Day).map(|(at, _)| at);
        Self { article, moment, captions }
    }

    /// The one for what stands in a sentence.
    pub(super) fn at(&self, parse: Parse<'_>, sentence: usize) -> Option<Anchor> {
        let block = parse.sentences.get(sentence).map(|sentence| sentence.block);
        let own = self.captions.iter().find(|(caption, _)| Some(*caption) == block);
        let own =
            own.map(|&(_, day)| Anchor { day, resolution: TimeResolution::AnchoredText, is_near: true });
        own.or(self.article)
    }
}

/// A moment in UTC, and what of it is stated.
fn moment_of(moment: Moment) -> Option<(civil::DateTime, MomentPrecision)> {
    let at = Timestamp::from_microsecond(moment.at.micros).ok()?;
    Some((at.to_zoned(TimeZone::UTC).datetime(), moment.precision))
}

fn role(parse: Parse<'_>, located: &Located) -> Role {
    parse.sentences[located.sentence].role
}

/// The day that an expression states in full.
fn stated(located: &Located) -> Option<civil::Date> {
    match located.found.meaning {
        Meaning::Stated(period) if period.unit == Unit::Day => Some(period.first),
        _ => None,
    }
}

fn keep_latest(captions: &mut Vec<(usize, civil::Date)>, block: usize, day: civil::Date) {
    match captions.last_mut().filter(|(last, _)| *last == block) {
        Some((_, latest)) => *latest = (*latest).max(day),
        None => captions.push((block, day)),
    }
}

/// Whether the sentence of an expression says that the picture is an old one.
fn is_old(parse: Parse<'_>, located: &Located) -> bool {
    parse.sentence(located.places.start).any(|at| {
        parse.words.key(at).is_any(&keys!["file", "archive", "archives", "archival", "undated", "dated"])
    })
}

/// The day of the pictures, where they agree.
fn picture(days: &[civil::Date]) -> Option<Anchor> {
    let latest = days.iter().copied().max()?;
    let agree = days.iter().all(|&day| !(CLOSE..OLD).contains(&distance(day, latest)));
    agree.then_some(Anchor { day: latest, resolution: TimeResolution::AnchoredText, is_near: true })
}

/// The day that the dateline states: a line of its own, or the head of the first sentence.
fn dateline(parse: Parse<'_>, found: &[Located]) -> Option<Anchor> {
    let located = found.iter().find(|located| is_of_dateline(parse, located))?;
    let day = match located.found.meaning {
        Meaning::Stated(period) if period.unit == Unit::Day => period.first,
        Meaning::Returning(name @ Returning::Day(..), _) => same_day(name, found)?,
        _ => return None,
    };
    Some(Anchor::of_text(day))
}

/// The day that a date without its year means: one that the article states in full elsewhere.
fn same_day(name: Returning, found: &[Located]) -> Option<civil::Date> {
    found.iter().filter_map(stated).find(|&day| Returning::Day(month(day), of_month(day)) == name)
}

fn month(day: civil::Date) -> u8 {
    u8::try_from(day.month()).unwrap_or(0)
}

fn of_month(day: civil::Date) -> u8 {
    u8::try_from(day.day()).unwrap_or(0)
}

/// Whether an expression is the date of a dateline: "VELDEN, Dec. 19 (AP) —".
fn is_of_dateline(parse: Parse<'_>, located: &Located) -> bool {
    let role = role(parse, located);
    if role == Role::Dateline {
        return true;
    }
    let sentence = parse.sentence(located.places.start);
    let is_near_head = located.places.start <= sentence.start + 8 && located.places.start > sentence.start;
    let place = parse.words.form(sentence.start);
    let is_place = place.len() > 2 && !place.chars().any(char::is_lowercase);
    let is_parted = parse.words.form(located.places.end).starts_with(['(', '-', '–', '—', '_', ':', '/']);
    role == Role::Body && is_near_head && is_place && is_parted
}
