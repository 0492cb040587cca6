//! The names of places, organisations and other things that are no persons'.
//!
//! Answers for: which of them any body of its sort goes by, and the kinds of one name. Leaves to others: what only the story
//! can tell (`cast`).

use std::collections::HashSet;
use std::sync::LazyLock;

use names::{WordKind, key, known, romanised};
use schema::labels::EntityType;

use super::bearers::Bearers;
use super::spellings::{Form, Name, Spellings};
use crate::digest::text_hash;

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/common_bodies.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
});

/// Whether any body of its sort goes by the name that has this key.
pub(super) fn is_common(key: &str) -> bool {
    COMMON.contains(key)
}

/// A name with the hash of its key.
type Keyed = (u64, u32);

/// Joins names of one spelling that documents take for things of several kinds. A name of one word may be a place and a
/// team, or a person's, so that only what is neither is joined to it.
pub(super) fn join_kinds(spellings: &Spellings<'_>, bearers: &mut Bearers) {
    let names = (0..).zip(&spellings.names).filter(|(_, name)| name.form != Form::Short);
    let mut keyed: Vec<Keyed> =
        names.map(|(place, name)| (text_hash(&key(&romanised(name.text))), place)).collect();
    keyed.sort_unstable();
    for same in keyed.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
        join_same(same, &spellings.names, bearers);
    }
}

/// Joins names of one spelling.
fn join_same(same: &[Keyed], names: &[Name<'_>], bearers: &mut Bearers) {
    use EntityType::{Location, Miscellaneous, Organisation, Person};

    let of = |kind: EntityType| {
        same.iter().map(|&(_, place)| place).find(|&place| names[place as usize].kind == kind)
    };
    let mut join = |one: Option<u32>, other: Option<u32>| {
        if let (Some(one), Some(other)) = (one, other) {
            bearers.join(one, other);
        }
    };
    let key = key(names[same[0].1 as usize].text);
    let has_words = key.contains(' ');
    let is_body = has_words && key.split(' ').any(|word| known(word).has(WordKind::OrganisationWord));
    if is_body {
        join(of(Location), of(Organisation));
    }
    if is_body || of(Location).is_none() || of(Organisation).is_none() {
        let other = of(Organisation).or(of(Location));
        join(of(Miscellaneous), other);
        join(of(Person).filter(|_| has_words), other.or(of(Miscellaneous)));
    }
}
