//! What the claims of a measure come to.
//!
//! Answers for: the value that most of the origins bear out, of equals the more exact one; and the lowest and
//! highest. Leaves to others: which claims others take the place of, and tolls, of which documents tell in
//! many sentences.

use std::collections::BTreeSet;

use schema::labels::{AttackerStatus, ClaimMeasure, ClaimScope, Party, ValueModifier};
use schema::{Claim, ClaimValue};

use super::origins::Origins;
use super::relation::{is_denied, range, side};

/// The claims of one measure of a story.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'c> {
    /// The measure.
    pub(super) measure: ClaimMeasure,
    /// The place of the first among all claims.
    pub(super) base: usize,
    /// The claims, related to each other.
    pub(super) claims: &'c [Claim],
}

impl<'c> Group<'c> {
    /// The lowest and the highest number among the claims that count all of one side; among `tolls` where
    /// none does.
    pub(super) fn extremes(self, tolls: &[f64]) -> (Option<f64>, Option<f64>) {
        let is_told =
            |claim: &&Claim| is_count(claim) && !is_denied(claim) && self.measure != ClaimMeasure::Age;
        let number = |claim: &Claim| match claim.value {
            ClaimValue::Number { min, max, .. } => Some((min.or(max)?, max.or(min)?)),
            _ => None,
        };
        let mut numbers: Vec<(f64, f64)> = self.claims.iter().filter(is_told).filter_map(number).collect();
        if numbers.is_empty() {
            numbers.extend(tolls.iter().map(|&toll| (toll, toll)));
        }
        let lowest = numbers.iter().map(|(low, _)| *low).min_by(f64::total_cmp);
        (lowest, numbers.iter().map(|(_, high)| *high).max_by(f64::total_cmp))
    }

    /// The standing value that most origins bear out; zero where the last word is that there are none.
    pub(super) fn consensus(self, origins: &Origins) -> Option<ClaimValue> {
        let standing = self.standing();
        let affirmed: Vec<&Claim> = standing.iter().copied().filter(|claim| !is_denied(claim)).collect();
        let counts: Vec<&Claim> = affirmed.iter().copied().filter(|claim| is_count(claim)).collect();
        if affirmed.is_empty() {
            return standing.into_iter().any(denies_any).then(|| exactly(0.0));
        }
        if counts.is_empty() {
            return at_least(&affirmed);
        }
        if counts.iter().any(|claim| claim.about != counts[0].about) {
            return None;
        }
        best(&counts, origins)
    }

    /// The claims whose place no other takes.
    fn standing(self) -> Vec<&'c Claim> {
        let superseded: BTreeSet<usize> = self.claims.iter().filter_map(|claim| claim.supersedes).collect();
        let all = self.claims.iter().enumerate();
        all.filter(|(at, _)| !superseded.contains(&(self.base + at))).map(|(_, claim)| claim).collect()
    }
}

/// Whether `claim` counts all whom its measure means.
fn is_count(claim: &Claim) -> bool {
    let is_harm =
        matches!(claim.measure, ClaimMeasure::Killed | ClaimMeasure::Injured | ClaimMeasure::Casualties);
    let is_whole = !matches!(claim.scope, Some(ClaimScope::One | ClaimScope::Part));
    is_whole && !(is_harm && side(claim) != Party::Victim)
}

/// Whether a denied `claim` says that there is not even one.
fn denies_any(claim: &Claim) -> bool {
    matches!(claim.value, ClaimValue::Number { min: Some(min), max: None, .. } if min <= 1.0)
}

/// How many those are at least of whom the `claims` tell one by one.
fn at_least(claims: &[&Claim]) -> Option<ClaimValue> {
    let ones = || claims.iter().filter(|claim| claim.scope == Some(ClaimScope::One));
    let names: BTreeSet<usize> = ones().filter_map(|claim| claim.about).collect();
    let min = names.len().max(ones().count().min(1));
    let modifier = Some(ValueModifier::AtLeast);
    (min > 0).then_some(ClaimValue::Number { min: Some(min as f64), max: None, modifier })
}

/// The value that most origins bear out; of equals the more exact one, then the one claimed later.
fn best(claims: &[&Claim], origins: &Origins) -> Option<ClaimValue> {
    let mut values: Vec<(&ClaimValue, BTreeSet<usize>)> = Vec::new();
    for claim in claims {
        let group = origins.group(claim.place.document);
        match values.iter_mut().find(|(value, _)| **value == claim.value) {
            Some((_, groups)) => drop(groups.insert(group)),
            None => values.push((&claim.value, BTreeSet::from([group]))),
        }
    }
    let score = |value: &ClaimValue| {
        let bearing =
            values.iter().filter(|(other, _)| bears_out(other, value)).flat_map(|(_, groups)| groups);
        bearing.collect::<BTreeSet<_>>().len()
    };
    let scored = values.iter().map(|&(value, _)| (score(value), value));
    let order = |one: &(usize, &ClaimValue), other: &(usize, &ClaimValue)| {
        one.0.cmp(&other.0).then(width(other.1).total_cmp(&width(one.1)))
    };
    scored.max_by(order).map(|(_, value)| value.clone())
}

/// Whether who claims `claimed` may well mean `value`: it is the same, or lies within its bounds.
fn bears_out(claimed: &ClaimValue, value: &ClaimValue) -> bool {
    match (claimed, value) {
        (ClaimValue::Status(claimed), ClaimValue::Status(status)) => {
            claimed == status || *claimed == AttackerStatus::Neutralised && is_caught(*status)
        }
        (ClaimValue::Place(claimed), ClaimValue::Place(place)) => claimed == place,
        _ => match (range(claimed), range(value)) {
            (Some(claimed), Some(value)) => claimed.0 <= value.0 && value.1 <= claimed.1,
            _ => false,
        },
    }
}

const fn is_caught(status: AttackerStatus) -> bool {
    matches!(status, AttackerStatus::InCustody | AttackerStatus::Killed)
}

/// How far apart the bounds of `value` are.
fn width(value: &ClaimValue) -> f64 {
    match range(value) {
        Some((min, max)) => max - min,
        None => 0.0,
    }
}

/// The value that is `number` and no other.
pub(super) const fn exactly(number: f64) -> ClaimValue {
    ClaimValue::Number { min: Some(number), max: Some(number), modifier: None }
}
