//! Pairs that are worth comparing.
//!
//! Answers for: bringing together the items of a large set that share a telling feature or two less telling ones, in time
//! that grows with the set and in memory that does not grow with the number of pairs. Leaves to others: what an item and a
//! feature are, and whether two items are alike.
//!
//! Each feature that tells by itself is a key, and so is every pair of an item's features; the items of one key meet. The
//! keys are made and sorted in shares of about equal size, one after the other, so that never all are in memory. Where
//! many items have one key, each meets only those next to it in the order of the set.

use crate::digest::pair_hash;

/// About how many keys are sorted at once, of 16 bytes each.
const AT_ONCE: usize = 1 << 23;

/// How many of the items behind it with one key an item meets.
const CROWD: usize = 24;

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
/// list, at most `most`. Items that share several keys meet several times.
pub(crate) fn pairs(
    items: u32,
    most: usize,
    mut features: impl FnMut(u32, &mut Vec<Feature>),
    mut meet: impl FnMut(u32, u32),
) {
    let shares = (items as usize * most * most.div_ceil(2)).div_ceil(AT_ONCE).max(1) as u64;
    let (mut own, mut keyed) = (Vec::with_capacity(most), Vec::new());
    for share in 0..shares {
        keyed.clear();
        for item in 0..items {
            own.clear();
            features(item, &mut own);
            keyed.extend(keys(&own).filter(|key| key % shares == share).map(|key| (key, item)));
        }
        keyed.sort_unstable();
        keyed.dedup();
        keyed.chunk_by(|one, other| one.0 == other.0).for_each(|block| meet_each(block, &mut meet));
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

fn meet_each(block: &[(u64, u32)], meet: &mut impl FnMut(u32, u32)) {
    for (at, &(_, one)) in block.iter().enumerate() {
        block[at + 1..].iter().take(CROWD).for_each(|&(_, other)| meet(one, other));
    }
}

#[cfg(test)]
mod tests {
    use super::{CROWD, Feature, pairs};

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
        assert_eq!(found.iter().filter(|pair| pair.0 == 0).count(), CROWD);
        assert!(found.contains(&(0, 1)) && !found.contains(&(0, u32::try_from(CROWD).unwrap() + 1)));
    }
}
