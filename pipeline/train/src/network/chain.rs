//! The chain of name tags: a conditional random field that learns from partly known tags.
//!
//! Answers for: the loss of a sentence, which is how much of the probability of all sequences of whole names falls on
//! sequences that the gold does not allow, and its slopes. Leaves to others: which tags gold allows (`example`).

use annotate::language::curve::{exp, log_sum_exp};
use annotate::language::names::{Steps, may_follow};
use annotate::language::network::NAME_TAGS;

/// The tags that a word may have, a bit each.
pub(crate) type Allowed = u32;

/// Every tag.
pub(crate) const ANY: Allowed = (1 << NAME_TAGS) - 1;

/// What no sequence can have.
const NEVER: f32 = -1e9;

/// The loss of the scores of a sentence, its words being allowed the tags `allowed`; the slopes are added to `slopes`
/// (of the scores, and of the steps, row by row).
pub(crate) fn loss(
    scores: &[f32],
    steps: &Steps,
    allowed: &[Allowed],
    (slopes, step_slopes): (&mut [f32], &mut [f32]),
) -> f32 {
    let any = vec![ANY; allowed.len()];
    let all = Lattice::new(scores, steps, &any);
    let right = Lattice::new(scores, steps, allowed);
    if right.total < NEVER / 2.0 {
        return 0.0;
    }
    all.add_slopes((scores, steps), 1.0, (slopes, step_slopes));
    right.add_slopes((scores, steps), -1.0, (slopes, step_slopes));
    all.total - right.total
}

/// The sums over all allowed sequences, up to each word and from it on.
struct Lattice<'a> {
    allowed: &'a [Allowed],
    forward: Vec<[f32; NAME_TAGS]>,
    backward: Vec<[f32; NAME_TAGS]>,
    total: f32,
}

impl<'a> Lattice<'a> {
    fn new(scores: &[f32], steps: &Steps, allowed: &'a [Allowed]) -> Self {
        let count = allowed.len();
        let mut forward = vec![[NEVER; NAME_TAGS]; count];
        let mut backward = vec![[NEVER; NAME_TAGS]; count];
        let score = |word: usize, tag: usize| scores[word * NAME_TAGS + tag];
        let may = |word: usize, tag: usize| allowed[word] >> tag & 1 == 1;
        for word in 0..count {
            for tag in (0..NAME_TAGS).filter(|tag| may(word, *tag)) {
                forward[word][tag] = score(word, tag)
                    + match word.checked_sub(1) {
                        None if may_follow(None, Some(tag)) => 0.0,
                        None => NEVER,
                        Some(before) => {
                            let sums = &forward[before];
                            log_sum_exp((0..NAME_TAGS).map(|from| sums[from] + steps.step(from, tag)))
                        }
                    };
            }
        }
        for word in (0..count).rev() {
            for tag in (0..NAME_TAGS).filter(|tag| may(word, *tag)) {
                backward[word][tag] = if word + 1 == count {
                    if may_follow(Some(tag), None) { 0.0 } else { NEVER }
                } else {
                    let sums = &backward[word + 1];
                    log_sum_exp((0..NAME_TAGS).map(|to| steps.step(tag, to) + score(word + 1, to) + sums[to]))
                };
            }
        }
        let total = log_sum_exp((0..NAME_TAGS).map(|tag| forward[count - 1][tag] + backward[count - 1][tag]));
        Self { allowed, forward, backward, total }
    }

    /// Adds `side` times the probability of each tag and of each step.
    fn add_slopes(
        &self,
        (scores, steps): (&[f32], &Steps),
        side: f32,
        (slopes, step_slopes): (&mut [f32], &mut [f32]),
    ) {
        for word in 0..self.allowed.len() {
            for tag in 0..NAME_TAGS {
                let sum = self.forward[word][tag] + self.backward[word][tag] - self.total;
                if sum < -20.0 {
                    continue;
                }
                slopes[word * NAME_TAGS + tag] += side * exp(sum);
                let Some(before) = word.checked_sub(1) else { continue };
                let onward = scores[word * NAME_TAGS + tag] + self.backward[word][tag] - self.total;
                for from in 0..NAME_TAGS {
                    let sum = self.forward[before][from] + steps.step(from, tag) + onward;
                    if sum > -20.0 {
                        step_slopes[from * NAME_TAGS + tag] += side * exp(sum);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use annotate::language::names::Steps;
    use annotate::language::network::NAME_TAGS;

    use super::{ANY, loss};
    use crate::network::random::Random;

    #[test]
    fn slopes_are_the_change_of_the_loss() {
        let mut random = Random::new(5);
        let mut scores: Vec<f32> = (0..4 * NAME_TAGS).map(|_| random.within(1.0)).collect();
        let mut steps: Vec<f32> = (0..NAME_TAGS * NAME_TAGS).map(|_| random.within(1.0)).collect();
        let allowed = [1 | 1 << 1 | 1 << 4, ANY, 1 << 3 | 1, 1];
        let of = |scores: &[f32], steps: &[f32]| {
            let mut slopes = (vec![0.0; scores.len()], vec![0.0; steps.len()]);
            (loss(scores, &Steps::new(steps), &allowed, (&mut slopes.0, &mut slopes.1)), slopes)
        };
        let (_, slopes) = of(&scores, &steps);
        for nth in 0..scores.len() {
            let kept = scores[nth];
            scores[nth] = kept + 0.01;
            let above = of(&scores, &steps).0;
            scores[nth] = kept - 0.01;
            let below = of(&scores, &steps).0;
            scores[nth] = kept;
            assert!(((above - below) / 0.02 - slopes.0[nth]).abs() < 2e-3, "score {nth}");
        }
        for nth in 0..steps.len() {
            let kept = steps[nth];
            steps[nth] = kept + 0.01;
            let above = of(&scores, &steps).0;
            steps[nth] = kept - 0.01;
            let below = of(&scores, &steps).0;
            steps[nth] = kept;
            assert!(((above - below) / 0.02 - slopes.1[nth]).abs() < 2e-3, "step {nth}");
        }
    }

    #[test]
    fn what_allows_all_costs_nothing() {
        let mut slopes = (vec![0.0; 2 * NAME_TAGS], vec![0.0; NAME_TAGS * NAME_TAGS]);
        let steps = Steps::new(&vec![0.5; NAME_TAGS * NAME_TAGS]);
        let cost = loss(&[0.3; 2 * NAME_TAGS], &steps, &[ANY, ANY], (&mut slopes.0, &mut slopes.1));
        assert!(cost.abs() < 1e-5 && slopes.0.iter().all(|slope| slope.abs() < 1e-5));
    }
}
