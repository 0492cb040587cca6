//! The words of a sentence at a glance.
//!
//! Answers for: telling most pairs apart that share three rare words or a shingle and no more, in a few steps and without a
//! look at their words. Leaves to `likeness` whether the others are alike.

/// The classes that words fall into.
const CLASSES: u32 = u128::BITS;

/// The share of the rarer words of the shorter sentence that the longer one has, as a fraction; and where that one has more
/// than so many times as many classes.
const HALF: (u32, u32) = (1, 2);
const MOST: (u32, u32) = (4, 5);
const LONGER: u32 = 2;

/// Which classes the words of a sentence are of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    all: u128,
    rarer: u128,
}

impl Mark {
    /// That of a sentence with these words, of which these are the rarer ones.
    pub(super) fn of(words: &[u16], rarer: &[u16]) -> Self {
        Self { all: classes(words), rarer: classes(rarer) }
    }

    /// Whether two sentences can be nearly the same: half of the rarer words of the shorter one are in both, and most of them
    /// where it is much shorter.
    pub(super) fn may_be_near(self, other: Self) -> bool {
        let (ours, theirs) = (self.all.count_ones(), other.all.count_ones());
        let (shorter, longer) = if ours <= theirs { (self, other) } else { (other, self) };
        let rarer = shorter.rarer.count_ones();
        let shared = (shorter.rarer & longer.all).count_ones();
        let is_much_longer = longer.all.count_ones() > LONGER * shorter.all.count_ones();
        let (part, whole) = if is_much_longer { MOST } else { HALF };
        whole * shared >= part * rarer
    }
}

fn classes(words: &[u16]) -> u128 {
    words.iter().fold(0, |classes, &word| classes | 1 << (u32::from(word) % CLASSES))
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn half_of_the_rarer_words_of_the_shorter_one_are_asked_for() {
        let whole: Vec<u16> = (0..20).collect();
        let mark = Mark::of(&whole, &whole[..10]);
        let changed: Vec<u16> = (5..25).collect();
        assert!(mark.may_be_near(Mark::of(&changed, &changed[..10])));
        let other: Vec<u16> = (8..28).map(|word| if word < 10 { word } else { word + 40 }).collect();
        assert!(!mark.may_be_near(Mark::of(&other, &other[..10])));
    }

    #[test]
    fn a_clause_has_most_of_its_rarer_words_in_the_whole() {
        let whole: Vec<u16> = (0..30).collect();
        let clause: Vec<u16> = (0..8).collect();
        let mark = Mark::of(&whole, &whole[..15]);
        assert!(mark.may_be_near(Mark::of(&clause, &clause[..4])));
        assert!(!mark.may_be_near(Mark::of(&clause, &[0, 1, 50, 51])));
    }
}
