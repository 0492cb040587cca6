//! How much words weigh when two wordings are compared.
//!
//! Answers for: rare words of the run more than common ones. Sentences of a few hundred kinds recur in all news with other
//! names and numbers in them; what they have in common weighs little.

/// How many words a run is taken to have seen before, none of which it has: in a small run every word would else look common.
const WORDS: usize = 20_000;

/// The weight of each word, by its hash.
#[derive(Debug)]
pub(super) struct Weights {
    /// In how many places it stands.
    counts: Vec<u32>,
    weights: Vec<f32>,
}

impl Weights {
    /// Those of words in these passages.
    pub(super) fn of<'w>(passages: impl Iterator<Item = &'w [u16]>) -> Self {
        let mut counts = vec![0_u32; 1 << u16::BITS];
        let mut words = WORDS;
        for passage in passages {
            for &word in passage {
                counts[usize::from(word)] += 1;
            }
            words += passage.len();
        }
        let weight = |count: &u32| (words as f32 / (*count).max(1) as f32).ln_1p().powi(2);
        Self { weights: counts.iter().map(weight).collect(), counts }
    }

    /// Puts the different words of a passage into `rarest`, each with its count, the rarest first.
    pub(super) fn rarest(&self, words: &[u16], rarest: &mut Vec<(u32, u16)>) {
        rarest.clear();
        rarest.extend(words.iter().map(|&word| (self.counts[usize::from(word)], word)));
        rarest.sort_unstable();
        rarest.dedup();
    }

    /// What the words of two passages weigh.
    pub(super) fn compare(&self, one: &[u16], other: &[u16]) -> Weighed {
        let all = |words: &[u16]| words.iter().map(|word| self.weight(*word)).sum::<f32>();
        let in_other = |one: &[u16], other: &[u16]| {
            one.iter().filter(|word| other.contains(word)).map(|word| self.weight(*word)).sum::<f32>()
        };
        let (ours, theirs) = (all(one), all(other));
        let shared = in_other(one, other).min(in_other(other, one));
        Weighed { shared, lighter: ours.min(theirs), heavier: ours.max(theirs) }
    }

    fn weight(&self, word: u16) -> f32 {
        self.weights[usize::from(word)]
    }
}

/// What the words of two passages weigh.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weighed {
    /// Those that both have.
    pub(super) shared: f32,
    lighter: f32,
    heavier: f32,
}

impl Weighed {
    /// Which share of both the shared words are.
    pub(super) fn similarity(self) -> f32 {
        self.shared / (self.lighter + self.heavier - self.shared).max(f32::MIN_POSITIVE)
    }

    /// Which share of the lighter one the shared words are.
    pub(super) fn containment(self) -> f32 {
        self.shared / self.lighter.max(f32::MIN_POSITIVE)
    }
}
