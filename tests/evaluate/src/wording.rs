//! What the wordings of two sentences have in common.
//!
//! Answers for: the folding of marks, case and spaces, and when two sentences are too unlike to be one. It is
//! a judge of what the stage `link` finds, so it shares nothing with the stage.

use std::collections::BTreeSet;

use crate::words::{WordId, WordIds};

/// The share of the words of both that like sentences have in common.
const LIKE: f64 = 0.5;

/// The share of its words that a shortened sentence has in common with the whole.
const WITHIN: f64 = 0.8;

/// The words in one run that sentences with the same quotation have in common.
const RUN: usize = 5;

/// `text` in lower case, with straight quotation marks, hyphens for dashes and single spaces.
pub(crate) fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '–' | '—' => '-',
        other => other,
    };
    let words =
        text.split_whitespace().map(|word| word.chars().map(plain).collect::<String>().to_lowercase());
    words.collect::<Vec<_>>().join(" ")
}

/// The words of a sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wording {
    /// As they stand.
    words: Vec<WordId>,
    /// Each once, in order.
    set: Vec<WordId>,
}

impl Wording {
    /// The wording of `text`; `weren't` is two words, as `were not`.
    pub(crate) fn of(text: &str, ids: &mut WordIds) -> Self {
        let words = ids.words(&folded(text).replace("n't", " not"));
        let mut set = words.clone();
        set.sort_unstable();
        set.dedup();
        Self { words, set }
    }

    /// Whether half of the words of both are common, or nearly all words of one stand in the other, in any
    /// order.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let common = self.common(other) as f64;
        let all = (self.set.len() + other.set.len()) as f64 - common;
        let fewest = self.set.len().min(other.set.len()) as f64;
        common > 0.0 && (common >= LIKE * all || common >= WITHIN * fewest)
    }

    /// Whether a run of words of both is common, as where they hold one quotation.
    pub(crate) fn shares_a_run(&self, other: &Self) -> bool {
        let runs: BTreeSet<&[WordId]> = self.words.windows(RUN).collect();
        other.words.windows(RUN).any(|run| runs.contains(run))
    }

    fn common(&self, other: &Self) -> usize {
        self.set.iter().filter(|word| other.set.binary_search(word).is_ok()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{Wording, folded};
    use crate::words::WordIds;

    fn pair(one: &str, other: &str) -> [Wording; 2] {
        let mut ids = WordIds::default();
        [one, other].map(|text| Wording::of(text, &mut ids))
    }

    #[test]
    fn marks_case_and_spaces_fold() {
        assert_eq!(folded(" “It’s  OVER” –\u{a0}he said"), "\"it's over\" - he said");
    }

    #[test]
    fn like_sentences_share_half_or_hold_each_other() {
        let is_like = |one: &str, other: &str| {
            let [one, other] = pair(one, other);
            assert_eq!(one.is_like(&other), other.is_like(&one));
            one.is_like(&other)
        };
        assert!(is_like("the mill in Orby burned", "the mill in Orby flooded"));
        assert!(is_like("Five cars burned.", "On Monday night in the town of Orby, five cars burned."));
        assert!(is_like("They weren’t there.", "They were not home."));
        assert!(!is_like("The mill burned.", "The tower of Orby fell."));
        assert!(!is_like("", ""));
    }

    #[test]
    fn quotations_are_runs() {
        let [one, other] = pair(
            "“It is not over yet,” she said.",
            "Brandt told those in the hall at Orby it is not over yet.",
        );
        assert!(one.shares_a_run(&other) && !one.is_like(&other));
        let [one, other] = pair("It is over, not yet.", "It is not over yet.");
        assert!(!one.shares_a_run(&other));
    }
}
