//! What the documents of a story tell of the dead and the injured, taken together.
//!
//! Answers for: the toll that the documents bear out best. Every toll that one tells may be it; each document
//! adds to it what it weighs, times how far its own toll goes with it. The dead of an event only become more, and who
//! is injured may die. A toll that the first sentence gives weighs more than one put together from many. Leaves to
//! others: a document's own toll, which the third stage makes.

use std::collections::BTreeSet;

use schema::labels::{AttackerStatus, ClaimMeasure, ClaimScope};
use schema::{ClaimValue, Date, Timestamp};

use super::Ledger;
use super::consensus::exactly;
use super::event::Event;
use super::origins::Origins;
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

/// How many sentences at the start may be those of the headline.
const HEADLINE: u32 = 2;

/// The killed and the injured that a document tells of.
type Pair = (u32, u32);

/// The tolls of a story's documents, the earliest first.
#[derive(Debug)]
pub(super) struct Tolls<'t> {
    documents: Vec<Witness<'t>>,
    event: Event,
    /// The toll that they bear out best; `None` where they are silent.
    best: Option<Pair>,
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
    /// Whether a later one counts more dead in its first sentence.
    is_outdated: bool,
    weight: f64,
}

impl<'t> Tolls<'t> {
    /// The tolls of the documents of `ledger`, whose story is about `event`. Those of one of the `origins` weigh as one,
    /// and later ones more.
    pub(super) fn of(ledger: Ledger<'t>, event: Event, origins: &Origins) -> Self {
        let last = ledger.documents.len().saturating_sub(1).max(1) as f64;
        let documents = ledger.documents.iter().enumerate().map(|(at, &document)| {
            let witness = Witness::of(&ledger.digests[document], event);
            let share = 1.0 / origins.size(document) as f64;
            Witness { weight: witness.weight * share * (1.0 + LATE * at as f64 / last), ..witness }
        });
        let mut documents: Vec<Witness<'_>> = documents.collect();
        outdate(&mut documents);
        let mut tolls = Self { documents, event, best: None };
        tolls.best = tolls.best().filter(|&best| best != (0, 0));
        tolls
    }

    /// Those of the numbers of `measure` that are not zero.
    pub(super) fn numbers(&self, measure: ClaimMeasure) -> Vec<f64> {
        let numbers = self.documents.iter().map(|witness| number(witness.toll, measure));
        numbers.filter(|&number| number > 0).map(f64::from).collect()
    }

    /// The number of `measure` in the toll that the documents bear out best; `None` where they are silent.
    pub(super) fn consensus(&self, measure: ClaimMeasure) -> Option<ClaimValue> {
        Some(exactly(number(self.best?, measure).into()))
    }

    /// The toll that the documents bear out best.
    fn best(&self) -> Option<Pair> {
        let pairs: BTreeSet<Pair> = self.documents.iter().map(|witness| witness.toll).collect();
        let scored = pairs.into_iter().map(|pair| {
            let candidate = self.candidate(pair);
            let votes = self.documents.iter().map(|witness| witness.weight * witness.support(&candidate));
            (votes.sum::<f64>() + EXPLICIT * self.explicit(&candidate), pair)
        });
        // Of equals the one with more dead and fewer injured: who is said to live may have died since.
        let order = |one: &(f64, Pair), other: &(f64, Pair)| {
            one.0.total_cmp(&other.0).then(one.1.0.cmp(&other.1.0)).then(other.1.1.cmp(&one.1.1))
        };
        scored.max_by(order).map(|(_, pair)| pair)
    }

    fn candidate(&self, pair: Pair) -> Candidate {
        let own = || self.documents.iter().filter(|witness| witness.toll == pair);
        let counts = self.documents.iter().filter(|witness| pair.0 > 1 && is(witness.first, pair.0));
        Candidate {
            pair,
            has_dead_attacker: self.documents.iter().any(|witness| witness.has_dead_attacker),
            last: own().filter_map(|witness| witness.digest.published_day()).max(),
            counted: counts.filter_map(|witness| witness.digest.published).max(),
        }
    }

    /// How many documents give the killed of `candidate` in so many words, a dead attacker apart or not, and how
    /// many its injured, or both together.
    fn explicit(&self, candidate: &Candidate) -> f64 {
        let pair = candidate.pair;
        let gives = |digest: &Digest, measure: ClaimMeasure, number: u32| {
            let is_it = |value: &Value| {
                value.measure == measure && counts(value, number) && self.event.has(digest, value)
            };
            number > 0 && digest.values.all.iter().any(is_it)
        };
        let apart = if candidate.has_dead_attacker { pair.0.saturating_sub(1) } else { 0 };
        let killed =
            |digest| [pair.0, apart].iter().any(|&number| gives(digest, ClaimMeasure::Killed, number));
        let injured = |digest| {
            pair.1 > 0
                && (gives(digest, ClaimMeasure::Injured, pair.1)
                    || gives(digest, ClaimMeasure::Casualties, pair.0 + pair.1))
        };
        let standing = self.documents.iter().filter(|witness| !witness.is_outdated);
        let sizes =
            standing.map(|&Witness { digest, .. }| u8::from(killed(digest)) + u8::from(injured(digest)));
        sizes.map(f64::from).sum()
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
        let first = first_dead(digest);
        let is_headed = toll.0 > 0 && is(first, toll.0);
        let doubts = [
            (!is_shown, UNSHOWN),
            (digest.is_roundup, ROUNDUP),
            (is_headed, HEADED),
            (toll.0 > 1 && !is_headed, SCATTERED),
        ];
        let weight = doubts.iter().filter(|(is_so, _)| *is_so).map(|(_, weight)| weight).product();
        Self { digest, toll, first, has_dead_attacker: own().any(is_dead), is_outdated: false, weight }
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

/// Notes which of the `documents` later ones outdo.
fn outdate(documents: &mut [Witness<'_>]) {
    let is_counted = |witness: &&Witness<'_>| witness.toll.0 > 1 && is(witness.first, witness.toll.0);
    let counted = documents.iter().filter(is_counted);
    let counted: Vec<(Timestamp, u32)> =
        counted.filter_map(|witness| Some((witness.digest.published?, witness.toll.0))).collect();
    for witness in documents {
        let (own, dead) = (witness.digest.published, witness.toll.0);
        witness.is_outdated =
            counted.iter().any(|&(at, more)| more > dead && own.is_some_and(|own| own < at));
    }
}

/// The dead of the first sentence of `digest` that tells of any, or of injured, if it is one of the headline's.
fn first_dead(digest: &Digest) -> f64 {
    let is_harm = |value: &&Value| {
        matches!(value.measure, ClaimMeasure::Killed | ClaimMeasure::Injured | ClaimMeasure::Casualties)
    };
    let mut harm = digest.values.all.iter().filter(is_harm).peekable();
    let sentence = harm.peek().map(|value| value.sentence).filter(|&sentence| sentence < HEADLINE);
    let first = harm.take_while(|value| Some(value.sentence) == sentence);
    let killed = first.filter(|value| value.measure == ClaimMeasure::Killed);
    let least = killed.filter_map(|value| match value.figure {
        Figure::Number { min, .. } if min.is_finite() => Some(min),
        _ => None,
    });
    least.sum()
}

/// The toll that `digest` tells.
fn toll(digest: &Digest) -> Pair {
    (digest.toll.killed.unwrap_or_default(), digest.toll.injured.unwrap_or_default())
}

/// Whether a value is just `number`.
fn is(value: f64, number: u32) -> bool {
    value.total_cmp(&number.into()).is_eq()
}

/// Whether `value` gives `number` in so many words.
fn counts(value: &Value, number: u32) -> bool {
    let is_it = matches!(value.figure, Figure::Number { min, .. } if is(min, number));
    is_it && value.scope != Some(ClaimScope::One)
}

const fn number(pair: Pair, measure: ClaimMeasure) -> u32 {
    if matches!(measure, ClaimMeasure::Killed) { pair.0 } else { pair.1 }
}
