//! Words that stand before an expression and belong to it.
//!
//! Answers for: the words that say how an expression is to be taken, which TIMEX3 calls its `mod`: "early",
//! "late", "about", "at least", "the end of". Leaves to `phrase` what they modify.

use schema::labels::TimeModifier;

use super::meaning::{Found, Meaning};
use super::returning::Returning;
use super::sense::{Line, Sense};
use crate::key::{Key, key, keys};

/// The modifying words at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lead {
    /// One past the last of them.
    pub(super) end: usize,
    /// `None` where they change nothing: "sometime next year".
    pub(super) modifier: Option<TimeModifier>,
    /// Whether they stand only before a number of units.
    pub(super) is_of_length: bool,
}

/// The modifying words at `at`.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Lead> {
    if line.sense(at) != Some(Sense::Lead) {
        return None;
    }
    of_length(line, at).or_else(|| of_part(line, at)).or_else(|| of_any(line, at))
}

/// Bounds of a number of units.
fn of_length(line: Line<'_>, at: usize) -> Option<Lead> {
    let words = line.words;
    let bounds: [(&[Key], TimeModifier); 13] = [
        (&keys!["no", "more", "than"], TimeModifier::EqualOrLess),
        (&keys!["not", "more", "than"], TimeModifier::EqualOrLess),
        (&keys!["no", "less", "than"], TimeModifier::EqualOrMore),
        (&keys!["just", "under"], TimeModifier::LessThan),
        (&keys!["just", "over"], TimeModifier::MoreThan),
        (&keys!["more", "than"], TimeModifier::MoreThan),
        (&keys!["less", "than"], TimeModifier::LessThan),
        (&keys!["at", "least"], TimeModifier::EqualOrMore),
        (&keys!["at", "most"], TimeModifier::EqualOrLess),
        (&keys!["up", "to"], TimeModifier::EqualOrLess),
        (&keys!["almost"], TimeModifier::LessThan),
        (&keys!["nearly"], TimeModifier::LessThan),
        (&keys!["barely"], TimeModifier::LessThan),
    ];
    let (bound, modifier) = bounds.iter().find(|(bound, _)| words.are(at, bound))?;
    Some(Lead { end: at + bound.len(), modifier: Some(*modifier), is_of_length: true })
}

/// Parts of a stretch: "early", "late", "the end of".
fn of_part(line: Line<'_>, at: usize) -> Option<Lead> {
    let words = line.words;
    let is_adverb = words.key(at).is_any(&keys!["early", "earlier", "late", "later", "mid"]);
    let modifier = match words.key(at) {
        key if key.is_any(&keys!["early", "earlier", "beginning", "start"]) => TimeModifier::Start,
        key if key.is_any(&keys!["mid", "middle"]) => TimeModifier::Mid,
        key if key.is_any(&keys!["late", "later", "end", "close"]) => TimeModifier::End,
        _ => return None,
    };
    let end = if is_adverb {
        let place = line.behind_hyphen(at + 1);
        place + usize::from(words.key(place).is_any(&keys!["in", "on"]))
    } else {
        at + 1 + usize::from(words.is(at + 1, key!("of")))
    };
    (is_adverb || end > at + 1).then_some(Lead { end, modifier: Some(modifier), is_of_length: false })
}

/// "About", "around": before anything that has a place or a length.
fn of_any(line: Line<'_>, at: usize) -> Option<Lead> {
    let words = line.words;
    if words.are(at, &keys!["right", "now"]) {
        return Some(Lead { end: at + 1, modifier: None, is_of_length: false });
    }
    if words.is(at, key!("sometime")) {
        let end = at + 1 + usize::from(words.is(at + 1, key!("in")));
        return Some(Lead { end, modifier: None, is_of_length: false });
    }
    // "Information about the 2015 burglary".
    let is_of_thing = words.is(at + 1, key!("the")) && words.is_numeric(at + 2) && words.is_lower(at + 3);
    let is_topic = is_of_thing
        || words.key_before(at, 1).is_any(&keys!["how", "what", "talking", "talk", "think", "ask", "asked"]);
    let is_about =
        words.key(at).is_any(&keys!["about", "around", "approximately", "roughly", "circa"]) && !is_topic;
    is_about.then_some(Lead { end: at + 1, modifier: Some(TimeModifier::Approx), is_of_length: false })
}

impl Lead {
    /// Whether what was found behind these words may be modified by them.
    pub(super) fn may_modify(self, line: Line<'_>, at: usize, found: &Found) -> bool {
        let is_counted = matches!(line.sense(found.start), Some(Sense::Number | Sense::Figure))
            || line.words.key(found.start).is_any(&keys!["a", "an"]);
        let is_length = matches!(
            found.meaning,
            Meaning::Length(_) | Meaning::Counted(_) | Meaning::YearBefore(_) | Meaning::Vague(_)
        ) && is_counted;
        if self.is_of_length {
            return is_length || matches!(found.meaning, Meaning::Length(_));
        }
        if self.modifier.is_none() && line.words.is(at, key!("right")) {
            return matches!(found.meaning, Meaning::Vague(_));
        }
        if self.modifier == Some(TimeModifier::Approx) {
            let is_subject = line.words.key(at).is_any(&keys!["about", "around"]) && !is_counted;
            return !is_subject || is_point(found);
        }
        !is_length && !matches!(found.meaning, Meaning::Set(..) | Meaning::Vague(_))
    }
}

/// Whether an expression is a point around which others lie: a year, a day, an hour.
fn is_point(found: &Found) -> bool {
    let is_day = matches!(
        found.meaning,
        Meaning::Stated(_) | Meaning::Returning(Returning::Day(..) | Returning::Feast(_), _)
    );
    found.clock.is_some() || is_day
}
