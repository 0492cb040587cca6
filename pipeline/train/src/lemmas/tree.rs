//! Answers by ending: the tree that says which answer the words with an ending mostly have.
//!
//! Answers for: learning it from counts of words and answers, and the words that are exceptions to it.

use std::collections::BTreeMap;

/// How much better than that of its parent the answer of an ending must be, in words.
const ENDING_GAIN: usize = 2;

/// How often each word was seen with each answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts(BTreeMap<String, BTreeMap<u16, usize>>);

impl Counts {
    /// Counts `word` with `answer` so many `times`.
    pub(super) fn add(&mut self, word: &str, answer: u16, times: usize) {
        *self.0.entry(word.to_owned()).or_default().entry(answer).or_default() += times;
    }

    /// Whether `word` was seen.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// The words with their most frequent answers and how often these were seen.
    pub(super) fn best(&self) -> impl Iterator<Item = (&str, u16, usize)> {
        self.0.iter().map(|(word, answers)| {
            let (answer, times) = most(answers);
            (word.as_str(), answer, times)
        })
    }
}

/// The most frequent answer; of several the first.
fn most(answers: &BTreeMap<u16, usize>) -> (u16, usize) {
    answers.iter().fold((0, 0), |best, (&answer, &times)| if times > best.1 { (answer, times) } else { best })
}

/// Answers by ending.
#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    /// An ending and its answer; the empty one stands there always.
    pub(super) endings: BTreeMap<String, u16>,
    depth: usize,
}

impl Tree {
    /// The tree of endings of at most `depth` bytes; every word counts once. `root` is the answer of the empty ending,
    /// where it is given.
    pub(super) fn learn(counts: &Counts, depth: usize, root: Option<u16>) -> Self {
        let mut nodes: BTreeMap<(usize, &str), BTreeMap<u16, usize>> = BTreeMap::new();
        for (word, answer, _) in counts.best() {
            for ending in endings(word, depth) {
                *nodes.entry((ending.len(), ending)).or_default().entry(answer).or_default() += 1;
            }
        }
        let mut tree = Self { endings: BTreeMap::new(), depth };
        for ((length, ending), answers) in nodes {
            let (best, words) = most(&answers);
            let held = tree.answer(ending);
            let gain = words - held.and_then(|held| answers.get(&held)).copied().unwrap_or(0);
            if length == 0 {
                tree.endings.insert(String::new(), root.unwrap_or(best));
            } else if held != Some(best) && gain >= ENDING_GAIN {
                tree.endings.insert(ending.to_owned(), best);
            }
        }
        tree
    }

    /// The answer of the longest known ending of `word`.
    pub(super) fn answer(&self, word: &str) -> Option<u16> {
        endings(word, self.depth).find_map(|ending| self.endings.get(ending)).copied()
    }

    /// The words seen at least `least` times with an answer that is not the tree's.
    pub(super) fn exceptions<'c>(
        &'c self,
        counts: &'c Counts,
        least: usize,
    ) -> impl Iterator<Item = (&'c str, u16)> {
        let is_other = move |&(word, answer, times): &(&str, u16, usize)| {
            times >= least && self.answer(word) != Some(answer)
        };
        counts.best().filter(is_other).map(|(word, answer, _)| (word, answer))
    }
}

/// The endings of `word` of at most `depth` bytes, the longest first, the empty one last.
fn endings(word: &str, depth: usize) -> impl Iterator<Item = &str> {
    (word.len().saturating_sub(depth)..=word.len()).filter_map(|at| word.get(at..))
}

#[cfg(test)]
mod tests {
    use super::{Counts, Tree};

    fn counts() -> Counts {
        let mut counts = Counts::default();
        for word in ["tram", "mill", "boat"] {
            counts.add(word, 0, 2);
        }
        for word in ["trams", "mills", "boats"] {
            counts.add(word, 1, 1);
        }
        counts.add("news", 0, 5);
        counts.add("news", 1, 1);
        counts
    }

    #[test]
    fn endings_answer_for_words_never_seen() {
        let tree = Tree::learn(&counts(), 3, None);
        assert_eq!(["rail", "rails"].map(|word| tree.answer(word)), [Some(0), Some(1)]);
        assert_eq!(tree.endings.len(), 2);
    }

    #[test]
    fn exceptions_are_words_seen_often_enough() {
        let tree = Tree::learn(&counts(), 3, None);
        assert_eq!(tree.exceptions(&counts(), 2).collect::<Vec<_>>(), [("news", 0)]);
        assert_eq!(tree.exceptions(&counts(), 6).count(), 0);
    }

    #[test]
    fn the_root_may_be_given() {
        assert_eq!(Tree::learn(&counts(), 0, Some(7)).answer("rail"), Some(7));
    }
}
