//! Pairs that are worth comparing.
//!
//! Answers for: bringing together the items of a large set that share a telling feature or two less telling ones, in time
//! that grows with the set and in memory that does not grow with the number of pairs. Leaves to others: what an item and a
//! feature are, and whether two items are alike.
//!
//! Each feature that tells by itself is a key, and so is every pair of an item's features; the items of one key meet. Most
//! keys are one item's alone: a sieve tells, so that only the others are sorted, in shares of about equal size one after the
//! other. Where many items have one key, each meets only those next to it in the order of the set.

mod sieve;

use crate::digest::{halves, pair_hash};
use sieve::Sieve;

/// About how many keys are sorted at once, of 12 bytes each, and the most shares, for each of which all keys are made anew.
const AT_ONCE: u64 = 1 << 23;
const SHARES: u64 = 3;

/// How many pairs gather before each is met once, and they are let go.
const PAIRS: usize = 1 << 23;

/// Of up to so many items with one key all meet each other; of more, each meets so many behind it.
const CROWD: usize = 12;
const REACH: usize = 4;

/// A feature of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feature {
    /// Two items that share it meet.
    Alone(u64),
    /// Two items that share it and another one, of this kind or the next, meet.
    Paired(u64),
    /// Both.
    Either(u64),
}

impl Feature {
    const fn alone(self) -> Option<u64> {
        match self {
            Self::Alone(number) | Self::Either(number) => Some(number),
            Self::Paired(_) => None,
        }
    }

    const fn paired(self) -> Option<u64> {
        match self {
            Self::Paired(number) | Self::Either(number) => Some(number),
            Self::Alone(_) => None,
        }
    }
}

/// Calls `meet` for pairs out of so many `items`, the lower first. An item has the features that `features` puts into a
/// list, which come to about so many `keys`. Items that share several keys may meet several times.
pub(crate) fn pairs(
    items: u32,
    keys: u64,
    features: impl FnMut(u32, &mut Vec<Feature>),
    meet: impl FnMut(u32, u32),
) {
    let mut sieve = Sieve::new(u64::from(items) * keys);
    let mut keys = Keys { items, features, own: Vec::new() };
    keys.each(|_, key| sieve.add(key));
    let shares = sieve.shared().div_ceil(AT_ONCE).clamp(1, SHARES);
    let mut keyed: Vec<Keyed> = Vec::new();
    let mut meetings = Meetings { pairs: Vec::new(), meet };
    for share in 0..shares {
        keyed.clear();
        keys.each(|item, key| {
            if key % shares == share && sieve.is_shared(key) {
                keyed.push((halves(key), item));
            }
        });
        keyed.sort_unstable();
        keyed.dedup();
        keyed.chunk_by(|one, other| one.0 == other.0).for_each(|block| meetings.add(block));
    }
    meetings.let_go();
}

/// The keys of all items, made anew whenever they are asked for.
struct Keys<F> {
    items: u32,
    features: F,
    own: Vec<Feature>,
}

impl<F: FnMut(u32, &mut Vec<Feature>)> Keys<F> {
    /// Calls `take` with each item and each of its keys.
    fn each(&mut self, mut take: impl FnMut(u32, u64)) {
        for item in 0..self.items {
            self.own.clear();
            (self.features)(item, &mut self.own);
            keys(&self.own).for_each(|key| take(item, key));
        }
    }
}

/// A key, in halves, with its item.
type Keyed = ([u32; 2], u32);

/// Pairs that are to meet. Those of one event or one sentence share many keys, and comparing is what takes time.
struct Meetings<M> {
    pairs: Vec<(u32, u32)>,
    meet: M,
}

impl<M: FnMut(u32, u32)> Meetings<M> {
    /// Adds the pairs of a block of items with one key.
    fn add(&mut self, block: &[Keyed]) {
        let reach = if block.len() <= CROWD { CROWD } else { REACH };
        for (at, &(_, one)) in block.iter().enumerate() {
            self.pairs.extend(block[at + 1..].iter().take(reach).map(|&(_, other)| (one, other)));
        }
        if self.pairs.len() >= PAIRS {
            self.let_go();
        }
    }

    fn let_go(&mut self) {
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.pairs.drain(..).for_each(|(one, other)| (self.meet)(one, other));
    }
}

/// The keys of an item with these features.
fn keys(features: &[Feature]) -> impl Iterator<Item = u64> {
    let paired = |from: usize| features[from..].iter().filter_map(|feature| feature.paired());
    let pairs = features.iter().enumerate().filter_map(|(at, one)| Some((at, one.paired()?)));
    let pairs = pairs.flat_map(move |(at, one)| {
        paired(at + 1).map(move |other| pair_hash(one.min(other), one.max(other)))
    });
    let alone = features.iter().filter_map(|feature| feature.alone());
    alone.map(|number| pair_hash(number, number)).chain(pairs)
}

#[cfg(test)]
mod tests {
    use super::{CROWD, Feature, REACH, pairs};

    fn met(items: &[&[Feature]]) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        let features = |item: u32, own: &mut Vec<Feature>| own.extend(items[item as usize]);
        pairs(items.len().try_into().unwrap(), 3, features, |one, other| found.push((one, other)));
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn one_telling_feature_or_two_others_bring_items_together() {
        use Feature::{Alone, Either, Paired};
        let items: [&[Feature]; 4] = [
            &[Either(1), Paired(2)],
            &[Alone(1)],
            &[Paired(2), Either(3)],
            &[Alone(1), Paired(3), Paired(2)],
        ];
        assert_eq!(met(&items), [(0, 1), (0, 3), (1, 3), (2, 3)]);
    }

    #[test]
    fn in_a_crowd_only_neighbours_meet() {
        let item: &[Feature] = &[Feature::Alone(1)];
        let items = vec![item; 2 * CROWD];
        let found = met(&items);
        assert_eq!(found.iter().filter(|pair| pair.0 == 0).count(), REACH);
        assert!(found.contains(&(0, 1)) && !found.contains(&(0, u32::try_from(CROWD).unwrap())));
    }
}
