//! How alike two wordings are.
//!
//! Answers for: which share of their words two passages have in common, in which order, and whether one is the other with
//! small changes.

use super::weights::{Weighed, Weights};

/// The most words of a passage.
const WORDS: usize = u8::MAX as usize;

/// What two wordings have in common where one is the other with some words changed: the share of all their words, by number
/// and by weight, and of the shorter one's pairs of neighbours.
const CHANGED: f32 = 0.5;
const CHANGED_WEIGHT: f32 = 0.45;
const CHANGED_ORDER: f32 = 0.3;

/// The same where one is the other without a clause, of the shorter one's words and pairs; the fewest words that it has,
/// and how many times as many the longer one has at most.
const DROPPED: f32 = 0.95;
const DROPPED_ORDER: f32 = 0.8;
const DROPPED_WORDS: usize = 7;
const DROPPED_TIMES: usize = 3;

/// What the words weigh at least that they have in common: about that of two rare ones and some common ones.
const WEIGHT: f32 = 250.0;

/// What two wordings have in common that stand in one cluster because of others between them.
const LOOSE: f32 = 0.5;
const LOOSE_WEIGHT: f32 = 0.4;
const LOOSE_ORDER: f32 = 0.25;

/// How alike two wordings are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    /// How many words they have in common.
    shared: usize,
    /// How many pairs of neighbours they have in common.
    shared_pairs: usize,
    /// How many words the shorter and the longer one have.
    shorter: usize,
    longer: usize,
    /// What the words weigh.
    weighed: Weighed,
}

impl Likeness {
    /// That of the wordings with the words `one` and `other`.
    pub(super) fn of(weights: &Weights, one: &[u16], other: &[u16]) -> Self {
        let (mut ours, mut theirs) = ([0; WORDS], [0; WORDS]);
        let shared = common(sorted(&mut ours, words(one)), sorted(&mut theirs, words(other)));
        let shared_pairs = common(sorted(&mut ours, pairs(one)), sorted(&mut theirs, pairs(other)));
        Self {
            shared,
            shared_pairs,
            shorter: one.len().min(other.len()),
            longer: one.len().max(other.len()),
            weighed: weights.compare(one, other),
        }
    }

    /// The share of all their words that they have in common, from 0 to 1.
    pub(super) fn similarity(self) -> f32 {
        self.shared as f32 / (self.shorter + self.longer - self.shared).max(1) as f32
    }

    /// The share of the shorter one's words that the longer one has, from 0 to 1.
    pub(super) fn containment(self) -> f32 {
        self.shared as f32 / self.shorter.max(1) as f32
    }

    /// Whether one is the other with some words changed, a clause dropped, or clauses in another order.
    pub(super) fn is_near(self) -> bool {
        let is_changed = self.similarity() >= CHANGED
            && self.weighed.similarity() >= CHANGED_WEIGHT
            && self.order() >= CHANGED_ORDER;
        let can_be_part = self.shorter >= DROPPED_WORDS && self.longer <= DROPPED_TIMES * self.shorter;
        let is_part = || can_be_part && self.containment() >= DROPPED && self.order() >= DROPPED_ORDER;
        self.weighed.shared >= WEIGHT && (is_changed || is_part())
    }

    /// Whether both can stand in one cluster, when each is nearly the same as another one of it.
    pub(super) fn is_of_one(self) -> bool {
        let is_alike = self.similarity() >= LOOSE && self.weighed.similarity() >= LOOSE_WEIGHT;
        self.is_near() || (is_alike && self.order() >= LOOSE_ORDER)
    }

    /// The share of the shorter one's pairs of neighbours that the longer one has.
    fn order(self) -> f32 {
        self.shared_pairs as f32 / self.shorter.saturating_sub(1).max(1) as f32
    }
}

fn words(words: &[u16]) -> impl Iterator<Item = u32> {
    words.iter().copied().map(u32::from)
}

fn pairs(words: &[u16]) -> impl Iterator<Item = u32> {
    words.windows(2).map(|pair| u32::from(pair[0]) << 16 | u32::from(pair[1]))
}

/// The values in order, put into `room`.
fn sorted(room: &mut [u32; WORDS], values: impl Iterator<Item = u32>) -> &[u32] {
    let mut filled = 0;
    for (place, value) in room.iter_mut().zip(values) {
        *place = value;
        filled += 1;
    }
    room[..filled].sort_unstable();
    &room[..filled]
}

/// How many values two ordered lists have in common, each as often as both have it.
fn common(mut one: &[u32], mut other: &[u32]) -> usize {
    let mut count = 0;
    while let (Some(ours), Some(theirs)) = (one.first(), other.first()) {
        count += usize::from(ours == theirs);
        let (is_ours, is_theirs) = (ours <= theirs, theirs <= ours);
        one = &one[usize::from(is_ours)..];
        other = &other[usize::from(is_theirs)..];
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{Likeness, Weights};

    fn likeness(one: &[u16], other: &[u16]) -> Likeness {
        let others: Vec<u16> = (100..10_000).collect();
        Likeness::of(&Weights::of([one, other, &others].into_iter()), one, other)
    }

    #[test]
    fn shared_words_count_as_often_as_both_have_them() {
        let likeness = likeness(&[1, 1, 2, 3], &[1, 2, 2, 3, 4]);
        assert_eq!((likeness.shared, likeness.shared_pairs), (3, 2));
        assert!((likeness.containment() - 0.75).abs() < 1e-6 && (likeness.similarity() - 0.5).abs() < 1e-6);
    }

    #[test]
    fn small_changes_are_near() {
        let base: Vec<u16> = (0..14).collect();
        let changed: Vec<u16> = base.iter().map(|word| if word % 5 == 0 { 99 } else { *word }).collect();
        let dropped = &base[..8];
        let turned = [&base[6..], &base[..6]].concat();
        for other in [&changed[..], dropped, &turned] {
            assert!(likeness(&base, other).is_near(), "{other:?}");
        }
        let mixed: Vec<u16> = base.iter().map(|word| word * 5 % 14).collect();
        let half: Vec<u16> = base.iter().map(|word| if word % 2 == 0 { 99 } else { *word }).collect();
        for other in [&mixed[..], &half, &base[..4]] {
            assert!(!likeness(&base, other).is_near(), "{other:?}");
        }
    }
}
