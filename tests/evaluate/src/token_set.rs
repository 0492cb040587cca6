//! Sets of tokens: what a span, or several, cover of a document.
//!
//! Answers for: which tokens count, how much two sets share, and how well the sets of one side are covered by
//! those of the other. What the sets stand for is the measures' business.

use std::collections::BTreeSet;

use schema::{Span, Token};

use crate::counts::{Counts, share};
use crate::coverage::Coverage;

/// Tokens by their places in the document, in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct TokenSet(Vec<usize>);

impl TokenSet {
    /// The tokens of `text` that overlap one of `spans`. Marks do not count, unless there is nothing else.
    pub(crate) fn of(text: &str, tokens: &[Token], spans: &[Span]) -> Self {
        let all: BTreeSet<usize> = spans.iter().flat_map(|&span| overlapping(tokens, span)).collect();
        let is_word = |&at: &usize| !is_mark(tokens[at].span.of(text));
        let words: Vec<usize> = all.iter().copied().filter(is_word).collect();
        Self(if words.is_empty() { all.into_iter().collect() } else { words })
    }

    /// The places.
    pub(crate) fn places(&self) -> &[usize] {
        &self.0
    }

    /// Whether the token at `place` is in it.
    pub(crate) fn holds(&self, place: usize) -> bool {
        self.0.binary_search(&place).is_ok()
    }

    /// How many tokens both hold.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        if self.0.last() < other.0.first() || other.0.last() < self.0.first() {
            return 0;
        }
        self.0.iter().filter(|&&place| other.holds(place)).count()
    }

    /// The harmonic mean of the shares that each has in the other.
    pub(crate) fn f1(&self, other: &Self) -> f64 {
        share(2.0 * self.shared(other) as f64, (self.0.len() + other.0.len()) as f64).unwrap_or_default()
    }

    /// What both share, of what either holds.
    pub(crate) fn jaccard(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        share(shared as f64, (self.0.len() + other.0.len() - shared) as f64).unwrap_or_default()
    }
}

/// The places of the tokens that overlap `span`.
fn overlapping(tokens: &[Token], span: Span) -> impl Iterator<Item = usize> + use<'_> {
    let start = tokens.partition_point(|token| token.span.end() <= span.start());
    (start..tokens.len()).take_while(move |&at| tokens[at].span.overlaps(span))
}

/// Whether a token is a mark: quotation marks, dashes, stops; not signs of money, number or a name.
fn is_mark(form: &str) -> bool {
    form.chars().all(|c| !c.is_alphanumeric() && !"$€£¥%@#&+=§°".contains(c))
}

/// How well the sets of the gold and the found ones cover each other.
pub(crate) fn coverage(wanted: &BTreeSet<&TokenSet>, found: &BTreeSet<&TokenSet>) -> Coverage {
    Coverage {
        right: best(found, wanted),
        found: found.len() as f64,
        reached: best(wanted, found),
        wanted: wanted.len() as f64,
    }
}

/// The best F1 of each of `sets` with one of `others`, summed.
fn best(sets: &BTreeSet<&TokenSet>, others: &BTreeSet<&TokenSet>) -> f64 {
    let best = |set: &&TokenSet| others.iter().map(|other| set.f1(other)).fold(0.0, f64::max);
    sets.iter().map(best).sum()
}

/// How many sets of the gold were found as they are.
pub(crate) fn exact(wanted: &BTreeSet<&TokenSet>, found: &BTreeSet<&TokenSet>) -> Counts {
    let hits = wanted.intersection(found).count();
    Counts { hits: hits as f64, extra: (found.len() - hits) as f64, missed: (wanted.len() - hits) as f64 }
}

#[cfg(test)]
mod tests {
    use super::{TokenSet, coverage, exact};
    use crate::counts::Counts;
    use schema::{Span, Token};

    fn tokens(text: &str) -> Vec<Token> {
        let mut start = 0;
        let places = text.split(' ').map(|word| {
            start += word.len() + 1;
            Token::unread(Span::new(start - 1 - word.len(), start - 1), 0)
        });
        places.collect()
    }

    fn set(text: &str, parts: &[&str]) -> TokenSet {
        let place = |part: &&str| {
            let start = text.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        TokenSet::of(text, &tokens(text), &parts.iter().map(place).collect::<Vec<_>>())
    }

    #[test]
    fn marks_do_not_count_beside_words() {
        let text = "“ It costs $ 5 , ” she said :";
        assert_eq!(set(text, &["“ It costs $ 5 , ”"]).places(), [1, 2, 3, 4]);
        assert_eq!(set(text, &["It", "$ 5"]).places(), [1, 3, 4]);
        assert_eq!(set(text, &[":"]).places(), [9]);
        // A span that cuts into a token holds it.
        assert_eq!(set(text, &["aid"]).places(), [8]);
    }

    #[test]
    fn shares_are_computed_by_hand() {
        let text = "a b c d e f";
        let (one, other) = (set(text, &["a b c d"]), set(text, &["c d e f"]));
        assert_eq!((one.shared(&other), one.f1(&other)), (2, 0.5));
        assert!((one.jaccard(&other) - 1.0 / 3.0).abs() < 1e-9);
        assert!(one.jaccard(&set(text, &["e"])) < 1e-9);
    }

    #[test]
    fn coverage_takes_the_best_of_the_other_side() {
        let text = "a b c d e f";
        let (whole, half, other) = (set(text, &["a b c d"]), set(text, &["a b"]), set(text, &["f"]));
        let wanted = [&whole].into();
        let covered = coverage(&wanted, &[&half, &other].into());
        assert_eq!((covered.found, covered.wanted), (2.0, 1.0));
        assert!((covered.recall().unwrap() - 2.0 / 3.0).abs() < 1e-9);
        assert!((covered.precision().unwrap() - 1.0 / 3.0).abs() < 1e-9);
        let counts = exact(&wanted, &[&whole, &other].into());
        assert_eq!(counts, Counts { hits: 1.0, extra: 1.0, missed: 0.0 });
    }
}
