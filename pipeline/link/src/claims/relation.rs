//! How the claims of one measure stand to each other.
//!
//! Answers for: the relation of each claim to one that stood when it was made, and which claims others take
//! the place of. Leaves to others: what the claims come to.

use std::collections::BTreeMap;

use schema::labels::{
    AttackerStatus, ClaimMeasure, ClaimRelation, ClaimScope, Factuality, Party, ValueModifier,
};
use schema::{Claim, ClaimValue};

/// Relates `claims`, those of one story and measure in their order, of which the first has the place `base`.
pub(super) fn relate(claims: &mut [Claim], base: usize) {
    let totals = totals(claims);
    let mut standing: Vec<usize> = Vec::new();
    for at in 0..claims.len() {
        let known = standing.iter().rev().copied();
        let of_part = |other: usize| is_part(&totals, &claims[at]) || is_part(&totals, &claims[other]);
        let compared = |other: usize| compare(&claims[other], &claims[at]).unless(|| of_part(other));
        let closest = known.map(|other| (compared(other), other));
        let Some((found, other)) = closest.min_by_key(|(found, _)| found.rank()) else {
            standing.push(at);
            continue;
        };
        claims[at].relation = Some(found.relation());
        claims[at].related = Some(base + other);
        match found {
            Found::Agree | Found::Wider => {}
            Found::Narrower | Found::Contradict | Found::ScopeDifference => standing.push(at),
            Found::Update | Found::Denial => {
                claims[at].supersedes = Some(base + other);
                standing.retain(|&place| place != other);
                standing.push(at);
            }
            Found::Outdated => take_place(&mut claims[other], base + at),
        }
    }
}

/// The highest number that each document gives of each side; ages count nobody.
type Totals = BTreeMap<(usize, Party), f64>;

fn totals(claims: &[Claim]) -> Totals {
    let mut totals = Totals::new();
    for claim in claims.iter().filter(|claim| !is_denied(claim) && claim.measure != ClaimMeasure::Age) {
        if let ClaimValue::Number { min: Some(least), .. } = claim.value {
            let total = totals.entry((claim.place.document, side(claim))).or_insert(least);
            *total = total.max(least);
        }
    }
    totals
}

/// Whether the document of `claim` gives a higher number too, of which this is a part.
fn is_part(totals: &Totals, claim: &Claim) -> bool {
    let total = totals.get(&(claim.place.document, side(claim)));
    let most = match claim.value {
        ClaimValue::Number { max, .. } => max,
        _ => None,
    };
    total.zip(most).is_some_and(|(&total, most)| most < total)
}

/// Notes that `claim` takes the place of the one at `older`, which came behind it since neither is dated.
fn take_place(claim: &mut Claim, older: usize) {
    if claim.supersedes.is_none() {
        claim.supersedes = Some(older);
        if claim.relation.is_none() {
            claim.relation = Some(ClaimRelation::Update);
            claim.related = Some(older);
        }
    }
}

/// How a claim stands to one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// The same.
    Agree,
    /// It lies within the bounds of the other.
    Narrower,
    /// The other lies within its bounds.
    Wider,
    /// It takes the place of the other.
    Update,
    /// One denies the other and takes its place.
    Denial,
    /// It was so before the other.
    Outdated,
    /// Both cannot be.
    Contradict,
    /// They count others.
    ScopeDifference,
}

impl Found {
    /// The order in which one is looked for.
    const fn rank(self) -> u8 {
        match self {
            Self::Denial => 0,
            Self::Agree => 1,
            Self::Narrower => 2,
            Self::Wider => 3,
            Self::Update => 4,
            Self::Outdated => 5,
            Self::Contradict => 6,
            Self::ScopeDifference => 7,
        }
    }

    /// It, or a difference in scope where it would be a conflict and one of the two is a part of a document's number.
    fn unless(self, has_part: impl Fn() -> bool) -> Self {
        let is_conflict = matches!(self, Self::Update | Self::Outdated | Self::Contradict);
        if is_conflict && has_part() { Self::ScopeDifference } else { self }
    }

    const fn relation(self) -> ClaimRelation {
        match self {
            Self::Agree => ClaimRelation::Agree,
            Self::Narrower | Self::Wider => ClaimRelation::Refine,
            Self::Update => ClaimRelation::Update,
            Self::Denial | Self::Outdated | Self::Contradict => ClaimRelation::Contradict,
            Self::ScopeDifference => ClaimRelation::ScopeDifference,
        }
    }
}

/// How `claim` stands to `other`, which comes before it.
fn compare(other: &Claim, claim: &Claim) -> Found {
    if side(other) != side(claim) || is_of_others(other, claim) {
        return Found::ScopeDifference;
    }
    let found = match (&other.value, &claim.value) {
        (&ClaimValue::Status(before), &ClaimValue::Status(status)) => {
            of_status(before, status, is_later(other, claim))
        }
        (ClaimValue::Place(one), ClaimValue::Place(two)) => of_place(one, two),
        _ => of_ranges(other, claim),
    };
    of_denial(other, claim, found)
}

/// `found`, or what it becomes where one of the two is denied.
fn of_denial(other: &Claim, claim: &Claim, found: Found) -> Found {
    let is_same = matches!(found, Found::Agree | Found::Narrower | Found::Wider);
    match (is_denied(other), is_denied(claim)) {
        (false, false) => found,
        (true, true) => {
            if is_same {
                found
            } else {
                Found::ScopeDifference
            }
        }
        _ if !is_same => Found::ScopeDifference,
        (false, true) => Found::Denial,
        (true, false) if is_later(other, claim) => Found::Denial,
        (true, false) => Found::Contradict,
    }
}

/// Whether `claim` says that its value is not so.
pub(super) fn is_denied(claim: &Claim) -> bool {
    matches!(claim.factuality, Factuality::CertainNot | Factuality::ProbableNot | Factuality::PossibleNot)
}

/// Whether `claim` is dated later than `other`.
fn is_later(other: &Claim, claim: &Claim) -> bool {
    matches!((other.as_of, claim.as_of), (Some(one), Some(two)) if one < two)
}

/// The side whose people `claim` counts, those of whom it is not told with the victims.
pub(super) fn side(claim: &Claim) -> Party {
    match claim.party {
        Some(party @ (Party::Attacker | Party::Responder)) => party,
        Some(Party::Victim | Party::Mixed) | None => Party::Victim,
    }
}

/// Whether the two are told of different people by name, or one counts a part of those whom the other counts.
fn is_of_others(one: &Claim, other: &Claim) -> bool {
    let names_differ = matches!((one.about, other.about), (Some(one), Some(other)) if one != other);
    let is_age = one.measure == ClaimMeasure::Age;
    let is_part = |claim: &Claim| claim.scope == Some(ClaimScope::Part);
    names_differ || (is_age && one.about != other.about) || is_part(one) || is_part(other)
}

/// How far an attacker has come.
const fn stage(status: AttackerStatus) -> u8 {
    match status {
        AttackerStatus::AtLarge => 0,
        AttackerStatus::Surrounded => 1,
        AttackerStatus::Neutralised => 2,
        AttackerStatus::InCustody | AttackerStatus::Killed => 3,
    }
}

fn of_status(before: AttackerStatus, status: AttackerStatus, is_later: bool) -> Found {
    use AttackerStatus::Neutralised;
    match (before, status) {
        _ if before == status => Found::Agree,
        (Neutralised, _) if stage(status) > stage(before) => Found::Narrower,
        (_, Neutralised) if stage(status) < stage(before) => Found::Wider,
        _ if stage(status) > stage(before) => Found::Update,
        _ if stage(status) < stage(before) && !is_later => Found::Outdated,
        _ => Found::Contradict,
    }
}

/// Places that are not the same are taken for parts of one another, since a list of which lies in which is
/// not asked.
fn of_place(before: &str, place: &str) -> Found {
    match () {
        () if before.eq_ignore_ascii_case(place) => Found::Agree,
        () if place.contains(before) => Found::Narrower,
        () if before.contains(place) => Found::Wider,
        () => Found::ScopeDifference,
    }
}

fn of_ranges(other: &Claim, claim: &Claim) -> Found {
    let (Some(before), Some(own)) = (range(&other.value), range(&claim.value)) else {
        return Found::ScopeDifference;
    };
    match () {
        () if before == own => Found::Agree,
        () if before.0 <= own.0 && own.1 <= before.1 => Found::Narrower,
        () if own.0 <= before.1 && before.0 <= own.1 => Found::Wider,
        () if other.scope != claim.scope || other.place.document == claim.place.document => {
            Found::ScopeDifference
        }
        () if is_update(other, claim) && (own.0 > before.0 || may_fall(claim.measure)) => Found::Update,
        () => Found::Contradict,
    }
}

/// Whether `claim` is dated later than `other`, of a number that may change.
fn is_update(other: &Claim, claim: &Claim) -> bool {
    claim.measure != ClaimMeasure::EventDate && is_later(other, claim)
}

/// Whether a later value may well be lower: the missing are found, the dead are not.
const fn may_fall(measure: ClaimMeasure) -> bool {
    matches!(measure, ClaimMeasure::Missing | ClaimMeasure::Hostages | ClaimMeasure::Displaced)
}

/// How far from a number another may lie that is about it, as a share of it.
const ABOUT: f64 = 0.1;

/// The least and the greatest of a number or of days.
pub(super) fn range(value: &ClaimValue) -> Option<(f64, f64)> {
    match *value {
        ClaimValue::Number { min: Some(min), max: Some(max), modifier: Some(ValueModifier::About) } => {
            Some((min - min * ABOUT, max + max * ABOUT))
        }
        ClaimValue::Number { min, max, .. } => {
            Some((min.unwrap_or(f64::NEG_INFINITY), max.unwrap_or(f64::INFINITY)))
        }
        ClaimValue::Days(first, last) => Some((first.days.into(), last.days.into())),
        ClaimValue::Status(_) | ClaimValue::Place(_) => None,
    }
}
