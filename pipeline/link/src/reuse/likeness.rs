//! How alike two wordings are.
//!
//! Answers for: which share of their words two passages have in common, in which order, and whether one is the other with
//! small changes.

use super::weights::Weights;
use crate::digest::is_number;

/// The most words of a passage.
const WORDS: usize = u8::MAX as usize;

/// What two wordings have in common where one is the other with some words changed: the share of all their words, by number
/// and by weight, and of the shorter one's pairs of neighbours.
const CHANGED: f32 = 0.53;
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
const LOOSE: f32 = 0.55;
const LOOSE_WEIGHT: f32 = 0.4;
const LOOSE_ORDER: f32 = 0.25;
const LOOSE_PART: f32 = 0.8;
const LOOSE_PART_ORDER: f32 = 0.5;

/// How many numbers in digits may be other ones, unless most are the same.
const OTHER_NUMBERS: usize = 1;

/// Where fewer than one of so many words of the shorter one are shared, nothing else is asked.
const FEW: usize = 2;

/// How alike two wordings are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Likeness {
    /// How many words they have in common.
    shared: usize,
    /// How many pairs of neighbours they have in common.
    shared_pairs: usize,
    /// How many words the shorter and the longer one have.
    shorter: usize,
    longer: usize,
    /// What the words weigh that they have in common.
    weight: f32,
    /// What those of the lighter and the heavier one weigh.
    lighter: f32,
    heavier: f32,
    /// Whether both have several numbers in digits that the other has not, and few that it has.
    is_of_other_numbers: bool,
}

impl Likeness {
    /// That of the wordings with the words `one` and `other`.
    pub(super) fn of(weights: &Weights, one: &[u16], other: &[u16]) -> Self {
        let (mut ours, mut theirs) = ([0; WORDS], [0; WORDS]);
        let (ours, theirs) = (sorted(&mut ours, one), sorted(&mut theirs, other));
        let (mut shared, mut weight, mut numbers) = (0, 0.0, 0);
        each_common(ours, theirs, |word| {
            shared += 1;
            weight += weights.of_word(word);
            numbers += usize::from(is_number(word));
        });
        let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
        let mut likeness = Self { shared, shorter, longer, weight, ..Self::default() };
        if FEW * shared >= shorter {
            let weighed = [weights.of_words(one), weights.of_words(other)];
            let other_numbers = count_numbers(ours).min(count_numbers(theirs)) - numbers;
            likeness.shared_pairs = common_pairs(one, other);
            likeness.lighter = weighed[0].min(weighed[1]);
            likeness.heavier = weighed[0].max(weighed[1]);
            likeness.is_of_other_numbers = other_numbers > OTHER_NUMBERS.max(numbers);
        }
        likeness
    }

    /// The share of all their words that they have in common, from 0 to 1.
    pub(super) fn similarity(self) -> f32 {
        self.shared as f32 / (self.shorter + self.longer - self.shared).max(1) as f32
    }

    /// The share of the shorter one's words that the longer one has, from 0 to 1.
    pub(super) fn containment(self) -> f32 {
        self.shared as f32 / self.shorter.max(1) as f32
    }

    /// What the words weigh that they have in common.
    pub(super) const fn weight(self) -> f32 {
        self.weight
    }

    /// Which share of the weight of the lighter one that is.
    pub(super) fn weighed_containment(self) -> f32 {
        self.weight / self.lighter.max(f32::MIN_POSITIVE)
    }

    /// Whether one is the other with some words changed, a clause dropped, or clauses in another order.
    pub(super) fn is_near(self) -> bool {
        self.weight >= WEIGHT
            && !self.is_of_other_numbers
            && (self.is_changed([CHANGED, CHANGED_WEIGHT, CHANGED_ORDER])
                || self.is_part([DROPPED, DROPPED_ORDER]))
    }

    /// Whether both can stand in one cluster, when each is nearly the same as another one of it.
    pub(super) fn is_of_one(self) -> bool {
        let is_alike = self.is_changed([LOOSE, LOOSE_WEIGHT, LOOSE_ORDER])
            || self.is_part([LOOSE_PART, LOOSE_PART_ORDER]);
        is_alike && !self.is_of_other_numbers || self.is_near()
    }

    /// Whether they have at least these shares in common: of the words by number and by weight, and of the order.
    fn is_changed(self, [words, weight, order]: [f32; 3]) -> bool {
        let weighed = self.weight / (self.lighter + self.heavier - self.weight).max(f32::MIN_POSITIVE);
        self.similarity() >= words && weighed >= weight && self.order() >= order
    }

    /// Whether one is the other without a clause, with these shares of the shorter one's words and order.
    fn is_part(self, [words, order]: [f32; 2]) -> bool {
        self.shorter >= DROPPED_WORDS
            && self.longer <= DROPPED_TIMES * self.shorter
            && self.containment() >= words
            && self.order() >= order
    }

    /// The share of the shorter one's pairs of neighbours that the longer one has.
    pub(super) fn order(self) -> f32 {
        self.shared_pairs as f32 / self.shorter.saturating_sub(1).max(1) as f32
    }
}

/// How many of these words, which are in order, are numbers: those stand last.
fn count_numbers(words: &[u16]) -> usize {
    words.len() - words.partition_point(|&word| !is_number(word))
}

/// How many pairs of neighbours two wordings have in common.
fn common_pairs(one: &[u16], other: &[u16]) -> usize {
    let pairs = |pair: &[u16]| u32::from(pair[0]) << 16 | u32::from(pair[1]);
    let (mut ours, mut theirs) = ([0; WORDS], [0; WORDS]);
    let fill = |room: &mut [u32; WORDS], words: &[u16]| {
        let length = words.len().saturating_sub(1);
        room.iter_mut().zip(words.windows(2)).for_each(|(place, pair)| *place = pairs(pair));
        room[..length].sort_unstable();
        length
    };
    let (our_length, their_length) = (fill(&mut ours, one), fill(&mut theirs, other));
    let mut count = 0;
    each_common(&ours[..our_length], &theirs[..their_length], |_| count += 1);
    count
}

/// The words in order, put into `room`.
fn sorted<'r>(room: &'r mut [u16; WORDS], words: &[u16]) -> &'r [u16] {
    let own = &mut room[..words.len()];
    own.copy_from_slice(words);
    own.sort_unstable();
    own
}

/// Calls `take` with the values that two ordered lists have in common, each as often as both have it.
fn each_common<T: Copy + Ord>(mut one: &[T], mut other: &[T], mut take: impl FnMut(T)) {
    while let (Some(ours), Some(theirs)) = (one.first(), other.first()) {
        let (is_ours, is_theirs) = (ours <= theirs, theirs <= ours);
        if is_ours && is_theirs {
            take(*ours);
        }
        one = &one[usize::from(is_ours)..];
        other = &other[usize::from(is_theirs)..];
    }
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
