//! The errors of a measure as text that a person can read.
//!
//! Answers for: how often each kind of error occurs, and which cases are shown first. The words of a case are the
//! measures' own.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The most kinds of error that are listed.
const KINDS: usize = 20;

/// One wrong answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Case {
    /// The kind of error, in words that cases of one kind share.
    pub(crate) kind: String,
    /// How much it costs: 1 where all errors count alike.
    pub(crate) cost: f64,
    /// Where it stands in the gold.
    pub(crate) place: String,
    /// What to see: a label and a text for each line.
    pub(crate) lines: Vec<(&'static str, String)>,
}

/// Writes the kinds of error in `cases`, with their number and their share of the cost, and the `most` worst cases of the measure `name`.
pub(crate) fn write(out: &mut impl Write, name: &str, cases: &[Case], most: usize) -> io::Result<()> {
    let kinds = by_kind(cases);
    let all = cost(cases.iter());
    writeln!(out, "{name}: {} errors of {} kinds", cases.len(), kinds.len())?;
    for kind in kinds.iter().take(KINDS) {
        let share = 100.0 * cost(kind.iter().copied()) / all;
        writeln!(out, "{:>8} {share:>5.1} %  {}", kind.len(), kind[0].kind)?;
    }
    for (nth, case) in worst(&kinds).take(most).enumerate() {
        writeln!(out, "\n{}. {}: {}", nth + 1, case.place, case.kind)?;
        for (label, text) in &case.lines {
            writeln!(out, "    {label:<8}{text}")?;
        }
    }
    writeln!(out)
}

/// The cases of each kind, the dearest first; the kind that costs most in all first.
fn by_kind(cases: &[Case]) -> Vec<Vec<&Case>> {
    let mut kinds: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        kinds.entry(&case.kind).or_default().push(case);
    }
    let mut kinds: Vec<_> = kinds.into_values().collect();
    for kind in &mut kinds {
        kind.sort_by(|a, b| b.cost.total_cmp(&a.cost));
    }
    let of_kind = |kind: &[&Case]| cost(kind.iter().copied());
    kinds.sort_by(|a, b| of_kind(b).total_cmp(&of_kind(a)));
    kinds
}

fn cost<'c>(cases: impl Iterator<Item = &'c Case>) -> f64 {
    cases.map(|case| case.cost).sum()
}

/// The kinds' cases in turn, so that one frequent kind does not hide the others.
fn worst<'c>(kinds: &[Vec<&'c Case>]) -> impl Iterator<Item = &'c Case> {
    let ranked = kinds.iter().flat_map(|kind| kind.iter().copied().enumerate());
    let mut ranked: Vec<(usize, &Case)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, case)| case)
}

/// The first `most` characters of `text` on one line, with an ellipsis where something was cut.
pub(crate) fn excerpt(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// Counted things, the most frequent first and equal ones in their own order.
pub(crate) fn ranked<K: Ord>(things: impl Iterator<Item = K>) -> Vec<(K, usize)> {
    let mut counts: BTreeMap<K, usize> = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use super::{Case, excerpt, ranked, write};

    fn case(kind: &str, cost: f64, place: &str) -> Case {
        Case {
            kind: kind.to_owned(),
            cost,
            place: place.to_owned(),
            lines: vec![("gold", "a | b".to_owned())],
        }
    }

    #[test]
    fn kinds_take_turns_and_the_dear_ones_come_first() {
        let cases = [case("lost", 1.0, "p1"), case("extra", 3.0, "p2"), case("extra", 5.0, "p3")];
        let mut out = Vec::new();
        write(&mut out, "main-text", &cases, 2).unwrap();
        let expected = "main-text: 3 errors of 2 kinds\n       2  88.9 %  extra\n       1  11.1 %  lost\n\n1. p3: extra\n    gold    a | b\n\n2. p1: lost\n    gold    a | b\n\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn excerpts_are_one_line() {
        assert_eq!(excerpt(" a\n b  c ", 9), "a b c");
        assert_eq!(excerpt("çğı", 2), "çğ…");
    }

    #[test]
    fn the_most_frequent_comes_first() {
        assert_eq!(ranked("abcbc".chars()), [('b', 2), ('c', 2), ('a', 1)]);
    }
}
