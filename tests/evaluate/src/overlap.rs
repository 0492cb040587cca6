//! Which found spans serve which of the gold, by the text that they share.
//!
//! Answers for: the pairs, each span in one of them. What a pair is worth is the measures' business.

use schema::Span;

/// The places of a span of the gold and of the found one that serves it, or either alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) wanted: Option<usize>,
    pub(crate) found: Option<usize>,
}

/// The spans of the gold with those that overlap them, the best first come; then what was found beyond them.
///
/// Both lists are in the order of the text; spans of one list may overlap.
pub(crate) fn pairs(wanted: &[Span], found: &[Span]) -> Vec<Pair> {
    let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
    let mut first = 0;
    for (at, span) in wanted.iter().enumerate() {
        first += found[first..].iter().take_while(|other| other.end() <= span.start()).count();
        let near = found.iter().enumerate().skip(first).take_while(|(_, other)| other.start() < span.end());
        let over = near.filter(|(_, other)| other.overlaps(*span));
        candidates.extend(over.map(|(other, over)| (distance(*span, *over), at, other)));
    }
    candidates.sort_unstable();
    let mut partners = vec![None; wanted.len()];
    let mut is_taken = vec![false; found.len()];
    for (_, at, other) in candidates {
        if partners[at].is_none() && !is_taken[other] {
            partners[at] = Some(other);
            is_taken[other] = true;
        }
    }
    let served = partners.into_iter().enumerate().map(|(at, found)| Pair { wanted: Some(at), found });
    let free = is_taken.iter().enumerate().filter(|(_, is_taken)| !**is_taken);
    served.chain(free.map(|(at, _)| Pair { wanted: None, found: Some(at) })).collect()
}

/// How many bytes stand in one of the spans alone.
fn distance(one: Span, other: Span) -> usize {
    one.start().abs_diff(other.start()) + one.end().abs_diff(other.end())
}

#[cfg(test)]
mod tests {
    use super::{Pair, pairs};
    use schema::Span;

    #[test]
    fn each_span_serves_once_and_the_nearest_wins() {
        let of = |spans: &[(usize, usize)]| -> Vec<Span> {
            spans.iter().map(|&(start, end)| Span::new(start, end)).collect()
        };
        let wanted = of(&[(0, 4), (10, 20), (30, 34), (40, 44)]);
        let found = of(&[(5, 8), (9, 14), (10, 19), (30, 44)]);
        let pair = |wanted: Option<usize>, found: Option<usize>| Pair { wanted, found };
        assert_eq!(
            pairs(&wanted, &found),
            [
                pair(Some(0), None),
                pair(Some(1), Some(2)),
                pair(Some(2), Some(3)),
                pair(Some(3), None),
                pair(None, Some(0)),
                pair(None, Some(1)),
            ]
        );
    }
}
