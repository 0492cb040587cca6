//! All ways to tag a sentence, with the probability of each.
//!
//! Answers for: how sure the network is of a name, which is the share of all taggings that hold it (forward and
//! backward sums of a linear-chain conditional random field). Leaves to others: the best tagging (`names`).

use super::curve::exp;
use super::names::may_follow;
use super::network::NAME_TAGS;

/// A weight for every tag of one word.
type Line = [f32; NAME_TAGS];

/// The taggings of one sentence.
#[derive(Debug)]
pub(super) struct Lattice<'s> {
    /// What a tag (row) multiplies the next by (column).
    steps: &'s [Line; NAME_TAGS],
    /// What each word multiplies its tags by.
    words: Vec<Line>,
    /// The sums over all that stands up to a word, each line as parts of one.
    forward: Vec<Line>,
    /// The sums over all that stands behind a word, in the same units.
    backward: Vec<Line>,
    /// What the forward sums of each word were divided by.
    units: Vec<f32>,
}

/// What a tag (row) multiplies the next by (column), from what it adds to its score.
pub(super) fn factors(step: impl Fn(usize, usize) -> f32) -> [Line; NAME_TAGS] {
    std::array::from_fn(|from| std::array::from_fn(|to| exp(step(from, to))))
}

impl<'s> Lattice<'s> {
    /// The taggings of a sentence of at least one word with these `scores`, a line a word.
    pub(super) fn new(scores: &[f32], steps: &'s [Line; NAME_TAGS]) -> Self {
        let words: Vec<Line> = scores.chunks_exact(NAME_TAGS).map(weights).collect();
        let (forward, units) = forward(&words, steps);
        let backward = backward(&words, &units, steps);
        Self { steps, words, forward, backward, units }
    }

    /// The probability that the words from `first` on have these `tags`, at least one, whatever the others have.
    pub(super) fn probability(&self, first: usize, tags: &[usize]) -> f32 {
        let mut probability = self.forward[first][tags[0]];
        for (word, pair) in (first + 1..).zip(tags.windows(2)) {
            let (from, to) = (pair[0], pair[1]);
            probability *= self.steps[from][to] * self.words[word][to] / self.units[word];
        }
        let last = first + tags.len() - 1;
        (probability * self.backward[last][tags[tags.len() - 1]]).clamp(0.0, 1.0)
    }
}

/// What a word multiplies its tags by: the best by one.
fn weights(scores: &[f32]) -> Line {
    let largest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    std::array::from_fn(|tag| exp(scores[tag] - largest))
}

fn forward(words: &[Line], steps: &[Line; NAME_TAGS]) -> (Vec<Line>, Vec<f32>) {
    let mut lines: Vec<Line> = Vec::with_capacity(words.len());
    let mut units = Vec::with_capacity(words.len());
    for (nth, word) in words.iter().enumerate() {
        let mut line = match lines.last() {
            Some(before) => stepped(before, steps),
            None => std::array::from_fn(|tag| if may_follow(None, Some(tag)) { 1.0 } else { 0.0 }),
        };
        for (tag, (sum, weight)) in line.iter_mut().zip(word).enumerate() {
            *sum *= if nth + 1 < words.len() || may_follow(Some(tag), None) { *weight } else { 0.0 };
        }
        let unit = line.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        for sum in &mut line {
            *sum /= unit;
        }
        lines.push(line);
        units.push(unit);
    }
    (lines, units)
}

fn stepped(before: &Line, steps: &[Line; NAME_TAGS]) -> Line {
    let mut line = [0.0; NAME_TAGS];
    for (sum, steps) in before.iter().zip(steps) {
        for (into, step) in line.iter_mut().zip(steps) {
            *into += sum * step;
        }
    }
    line
}

fn backward(words: &[Line], units: &[f32], steps: &[Line; NAME_TAGS]) -> Vec<Line> {
    let last: Line = std::array::from_fn(|tag| if may_follow(Some(tag), None) { 1.0 } else { 0.0 });
    let mut lines = vec![last; words.len()];
    for word in (1..words.len()).rev() {
        let behind: Line = std::array::from_fn(|tag| words[word][tag] * lines[word][tag] / units[word]);
        lines[word - 1] =
            std::array::from_fn(|from| behind.iter().zip(&steps[from]).map(|(sum, step)| sum * step).sum());
    }
    lines
}

#[cfg(test)]
mod tests {
    use schema::labels::EntityType::{Location, Person};

    use super::super::names::{OUTSIDE, Place, Steps, tag_of};
    use super::{Lattice, NAME_TAGS, factors};

    #[test]
    fn the_probabilities_of_all_taggings_of_a_word_sum_to_one() {
        let steps = Steps::new(&[0.3; NAME_TAGS * NAME_TAGS]);
        let factors = factors(|from, to| steps.step(from, to));
        let scores: Vec<f32> = (0..4 * NAME_TAGS).map(|nth| (nth * 7 % 11) as f32 / 3.0).collect();
        let lattice = Lattice::new(&scores, &factors);
        for word in 0..4 {
            let sum: f32 = (0..NAME_TAGS).map(|tag| lattice.probability(word, &[tag])).sum();
            assert!((sum - 1.0).abs() < 1e-4, "{word}: {sum}");
        }
    }

    #[test]
    fn a_word_that_may_be_two_things_is_half_sure() {
        let steps = Steps::new(&[0.0; NAME_TAGS * NAME_TAGS]);
        let factors = factors(|from, to| steps.step(from, to));
        let mut scores = vec![-50.0; NAME_TAGS];
        scores[tag_of(Person, Place::Single)] = 1.0;
        scores[tag_of(Location, Place::Single)] = 1.0;
        let lattice = Lattice::new(&scores, &factors);
        assert!((lattice.probability(0, &[tag_of(Person, Place::Single)]) - 0.5).abs() < 1e-4);
        assert!(lattice.probability(0, &[OUTSIDE]) < 1e-4);
    }

    #[test]
    fn both_words_of_a_name_count_together() {
        let steps = Steps::new(&[0.0; NAME_TAGS * NAME_TAGS]);
        let factors = factors(|from, to| steps.step(from, to));
        let mut scores = vec![-50.0; 2 * NAME_TAGS];
        let (begin, end) = (tag_of(Person, Place::Begin), tag_of(Person, Place::End));
        (scores[begin], scores[NAME_TAGS + end]) = (2.0, 2.0);
        (scores[OUTSIDE], scores[NAME_TAGS + OUTSIDE]) = (1.0, 1.0);
        let lattice = Lattice::new(&scores, &factors);
        let expected = 1.0 / (1.0 + (-2f32).exp());
        assert!((lattice.probability(0, &[begin, end]) - expected).abs() < 1e-3);
    }
}
