//! What the documents of a story tell of the dead and the injured, taken together.
//!
//! Answers for: the toll that the documents bear out best. Every toll that one tells may be it; each document
//! adds to it what it weighs, times how far its own toll goes with it. The dead of an event only become more, and who
//! is injured may die. A toll that the first sentence gives weighs more than one put together from many. Leaves to
//! others: a document's own toll, which the third stage makes.

use std::collections::{BTreeMap, BTreeSet};

use schema::labels::{AttackerStatus, ClaimMeasure, ClaimScope};
use schema::{ClaimValue, Date, Timestamp};

use super::Ledger;
use super::consensus::exactly;
use super::event::Event;
use crate::digest::{Digest, Figure, Value};

/// How much a toll bears out another one that agrees with it in the dead alone, or in the injured alone.
const SAME_KILLED: f64 = 0.5;
const SAME_INJURED: f64 = 0.4;

/// How much it does where the other has the same sum and more dead, for the injured may die.
const SINCE_DEAD: f64 = 0.8;

/// How much one with fewer dead bears out what a later document counts in its first sentence: tolls rise.
const OUTDATED: f64 = 0.4;

/// How much one weighs that tells of dead in no words that can be shown, or sums up several events.
const UNSHOWN: f64 = 0.6;
const ROUNDUP: f64 = 0.5;

/// How much one weighs whose first sentence tells of as many dead, and of other than the several that it comes to.
const HEADED: f64 = 1.3;
const SCATTERED: f64 = 0.6;

/// How much a document with one dead fewer bears out a toll where the attacker is dead: it leaves him out, or
/// he lived yet; and where it tells of his death itself, so that its toll should have him.
const WITHOUT_ATTACKER: f64 = 0.8;
const WITH_ATTACKER: f64 = 0.3;

/// How much more the last document weighs than the first, for more is known then.
const LATE: f64 = 0.1;

/// How much each document adds that gives the number in so many words.
const EXPLICIT: f64 = 0.3;

/// The killed and the injured that a document tells of.
type Pair = (u32, u32);

/// The tolls of a story's documents, the earliest first.
#[derive(Debug)]
pub(super) struct Tolls<'t> {
    documents: Vec<Witness<'t>>,
    event: Event,
}

/// What a document tells of the event.
#[derive(Debug, Clone, Copy)]
struct Witness<'t> {
    digest: &'t Digest,
    toll: Pair,
    /// The dead of its first sentence.
    first: f64,
    /// Whether it tells that the attacker is dead.
    has_dead_attacker: bool,
    weight: f64,
}

impl<'t> Tolls<'t> {
    /// The tolls of the documents of `ledger`, whose story is about `event`.
    pub(super) fn of(ledger: Ledger<'t>, event: Event) -> Self {
        let digests = ledger.documents.iter().map(|&document| &ledger.digests[document]);
        let mut documents: Vec<Witness<'_>> = digests.map(|digest| Witness::of(digest, event)).collect();
        weigh(&mut documents);
        Self { documents, event }
    }

    /// Those of the numbers of `measure` that are not zero.
    pub(super) fn numbers(&self, measure: ClaimMeasure) -> Vec<f64> {
        let numbers = self.documents.iter().map(|witness| number(witness.toll, measure));
        numbers.filter(|&number| number > 0).map(f64::from).collect()
    }

    /// The number of `measure` in the toll that the documents bear out best; `None` where they are silent.
    pub(super) fn consensus(&self, measure: ClaimMeasure) -> Option<ClaimValue> {
        let best = self.best().filter(|&best| best != (0, 0))?;
        Some(exactly(number(best, measure).into()))
    }

    /// The toll that the documents bear out best.
    fn best(&self) -> Option<Pair> {
        let pairs: BTreeSet<Pair> = self.documents.iter().map(|witness| witness.toll).collect();
        let scored = pairs.into_iter().map(|pair| {
            let candidate = self.candidate(pair);
            let votes = self.documents.iter().map(|witness| witness.weight * witness.support(&candidate));
            (votes.sum::<f64>() + EXPLICIT * self.explicit(pair, candidate.has_dead_attacker), pair)
        });
        // Of equals the one with more dead and fewer injured: who is said to live may have died since.
        let order = |one: &(f64, Pair), other: &(f64, Pair)| {
            one.0.total_cmp(&other.0).then(one.1.0.cmp(&other.1.0)).then(other.1.1.cmp(&one.1.1))
        };
        scored.max_by(order).map(|(_, pair)| pair)
    }

    fn candidate(&self, pair: Pair) -> Candidate {
        let own = || self.documents.iter().filter(|witness| witness.toll == pair);
        let counts = self.documents.iter().filter(|witness| pair.0 > 1 && witness.first == f64::from(pair.0));
        Candidate {
            pair,
            has_dead_attacker: self.documents.iter().any(|witness| witness.has_dead_attacker),
            last: own().filter_map(|witness| witness.digest.published_day()).max(),
            counted: counts.filter_map(|witness| witness.digest.published).max(),
        }
    }

    /// How many documents give the killed of `pair` in so many words, a dead attacker apart or not, and how
    /// many its injured, or both together.
    fn explicit(&self, pair: Pair, has_dead_attacker: bool) -> f64 {
        let gives = |digest: &Digest, measure: ClaimMeasure, number: u32| {
            let is_it = |value: &Value| {
                value.measure == measure && counts(value, number) && self.event.has(digest, value)
            };
            number > 0 && digest.values.all.iter().any(is_it)
        };
        let apart = if has_dead_attacker { pair.0.saturating_sub(1) } else { 0 };
        let killed =
            |digest| [pair.0, apart].iter().any(|&number| gives(digest, ClaimMeasure::Killed, number));
        let injured = |digest| {
            pair.1 > 0
                && (gives(digest, ClaimMeasure::Injured, pair.1)
                    || gives(digest, ClaimMeasure::Casualties, pair.0 + pair.1))
        };
        let digests = self.documents.iter().map(|witness| witness.digest);
        digests.map(|digest| f64::from(u8::from(killed(digest)) + u8::from(injured(digest)))).sum()
    }
}

/// A toll that may be that of the event.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    pair: Pair,
    /// Whether a document tells that the attacker is dead.
    has_dead_attacker: bool,
    /// The last day on which it is told.
    last: Option<Date>,
    /// When a first sentence last counted several dead so.
    counted: Option<Timestamp>,
}

impl<'t> Witness<'t> {
    /// What `digest` tells of `event`, weighed by itself alone.
    fn of(digest: &'t Digest, event: Event) -> Self {
        let toll = toll(digest);
        let own = || digest.values.all.iter().filter(|value| event.has(digest, value));
        let is_shown = toll.0 == 0 || own().any(|value| value.measure == ClaimMeasure::Killed);
        let is_dead =
            |value: &Value| value.figure == Figure::Status(AttackerStatus::Killed) && value.hedge.is_none();
        let first = dead(digest.values.all.iter().filter(|value| value.sentence == 0));
        let is_headed = toll.0 > 0 && first == f64::from(toll.0);
        let doubts = [
            (!is_shown, UNSHOWN),
            (digest.is_roundup, ROUNDUP),
            (is_headed, HEADED),
            (toll.0 > 1 && !is_headed, SCATTERED),
        ];
        let weight = doubts.iter().filter(|(is_so, _)| *is_so).map(|(_, weight)| weight).product();
        Self { digest, toll, first, has_dead_attacker: own().any(is_dead), weight }
    }

    /// How far it bears out `candidate`. Who tells of fewer dead behind the last that tells it contradicts it.
    fn support(&self, candidate: &Candidate) -> f64 {
        let (told, pair) = (self.toll, candidate.pair);
        let sum = |pair: Pair| pair.0 + pair.1;
        let is_behind = candidate.last.zip(self.digest.published_day()).is_some_and(|(last, own)| own > last);
        let is_before =
            candidate.counted.zip(self.digest.published).is_some_and(|(counted, own)| own < counted);
        match () {
            () if told == pair => 1.0,
            () if told.0 < pair.0 && is_behind => 0.0,
            () if told.0 + 1 == pair.0 && told.1 == pair.1 && candidate.has_dead_attacker => {
                if self.has_dead_attacker { WITH_ATTACKER } else { WITHOUT_ATTACKER }
            }
            () if sum(told) == sum(pair) && told.0 < pair.0 => SINCE_DEAD,
            () if told.0 == pair.0 => SAME_KILLED,
            () if told.0 < pair.0 && is_before => OUTDATED,
            () if told.1 == pair.1 => SAME_INJURED,
            () => 0.0,
        }
    }
}

/// The least number of dead that `values` tell of together.
fn dead<'v>(values: impl Iterator<Item = &'v Value>) -> f64 {
    let killed = values.filter(|value| value.measure == ClaimMeasure::Killed);
    let least = killed.filter_map(|value| match value.figure {
        Figure::Number { min, .. } if min.is_finite() => Some(min),
        _ => None,
    });
    least.sum()
}

/// Weighs the `documents` beside each other: those of one agency, or of one outlet, as one, and later ones
/// more.
fn weigh(documents: &mut [Witness<'_>]) {
    let mut sizes: BTreeMap<&str, f64> = BTreeMap::new();
    let origins = documents.iter().filter_map(|witness| origin(witness.digest));
    origins.for_each(|origin| *sizes.entry(origin).or_default() += 1.0);
    let last = documents.len().saturating_sub(1).max(1) as f64;
    for (at, witness) in documents.iter_mut().enumerate() {
        let share = origin(witness.digest).map_or(1.0, |origin| 1.0 / sizes[origin]);
        witness.weight *= share * (1.0 + LATE * at as f64 / last);
    }
}

/// The toll that `digest` tells.
fn toll(digest: &Digest) -> Pair {
    (digest.toll.killed.unwrap_or_default(), digest.toll.injured.unwrap_or_default())
}

/// Whether `value` gives `number` in so many words.
fn counts(value: &Value, number: u32) -> bool {
    let is_it = matches!(value.figure, Figure::Number { min, .. } if min.total_cmp(&number.into()).is_eq());
    is_it && value.scope != Some(ClaimScope::One)
}

const fn number(pair: Pair, measure: ClaimMeasure) -> u32 {
    if matches!(measure, ClaimMeasure::Killed) { pair.0 } else { pair.1 }
}

fn origin(digest: &Digest) -> Option<&str> {
    digest.wire.or(digest.outlet.as_deref())
}
