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

    /// Puts the rarest of the different words of a passage into `rarest`, at most so many, the rarest first.
    pub(super) fn rarest(&self, words: &[u16], most: usize, rarest: &mut Vec<u16>) {
        rarest.clear();
        for &word in words {
            let rank = |word: u16| (self.counts[usize::from(word)], word);
            let at = rarest.partition_point(|&other| rank(other) < rank(word));
            if at < most && rarest.get(at) != Some(&word) {
                rarest.truncate(most - 1);
                rarest.insert(at, word);
            }
        }
    }

    /// How much `word` weighs.
    pub(super) fn of_word(&self, word: u16) -> f32 {
        self.weights[usize::from(word)]
    }

    /// How much `words` weigh.
    pub(super) fn of_words(&self, words: &[u16]) -> f32 {
        words.iter().map(|&word| self.of_word(word)).sum()
    }
}
