//! Documents with their expressions of time: those of the gold and those found.
//!
//! Answers for: the figures of TempEval-3 and what is wrong with an expression. Where the gold comes from is the
//! business of the measure of times.

use std::cmp::Ordering;

use schema::Span;
use schema::labels::{TimeType, Vocabulary as _};

use crate::cases::Case;
use crate::counts::Counts;
use crate::marked;
use crate::overlap::{self, Pair};

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timed {
    pub(crate) span: Span,
    pub(crate) kind: TimeType,
    /// The TIMEX3 value.
    pub(crate) value: String,
}

/// What makes a found expression right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It has the same span.
    Strict,
    /// It overlaps.
    Relaxed,
    /// It overlaps and is of the same type.
    Type,
    /// It overlaps and has the same value.
    Value,
}

impl Verdict {
    /// Whether `found` serves `wanted`, which it overlaps.
    pub(crate) fn holds(self, wanted: &Timed, found: &Timed) -> bool {
        match self {
            Self::Strict => wanted.span == found.span,
            Self::Relaxed => true,
            Self::Type => wanted.kind == found.kind,
            Self::Value => wanted.value == found.value,
        }
    }
}

/// A document with its expressions, both lists in the order of the text.
#[derive(Debug)]
pub(crate) struct Document {
    /// Where it stands in the gold.
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) wanted: Vec<Timed>,
    pub(crate) found: Vec<Timed>,
}

impl Document {
    /// How many expressions are right.
    pub(crate) fn counts(&self, verdict: Verdict) -> Counts {
        let pairs = self.pairs().into_iter();
        let hits = pairs.filter(|&pair| self.of(pair).is_some_and(|(one, other)| verdict.holds(one, other)));
        let hits = hits.count();
        Counts {
            hits: hits as f64,
            extra: (self.found.len() - hits) as f64,
            missed: (self.wanted.len() - hits) as f64,
        }
    }

    /// The counts of one type: extra ones are those found as that type.
    pub(crate) fn counts_of(&self, kind: TimeType, verdict: Verdict) -> Counts {
        let mut counts = Counts::default();
        for pair in self.pairs() {
            let wanted = pair.wanted.map(|at| &self.wanted[at]);
            let found = pair.found.map(|at| &self.found[at]);
            let is_right = self.of(pair).is_some_and(|(one, other)| verdict.holds(one, other));
            let is_wanted = wanted.is_some_and(|time| time.kind == kind);
            let is_found = found.is_some_and(|time| time.kind == kind);
            counts.hits += f64::from(u8::from(is_wanted && is_right));
            counts.missed += f64::from(u8::from(is_wanted && !is_right));
            counts.extra += f64::from(u8::from(is_found && !(is_wanted && is_right)));
        }
        counts
    }

    /// What is wrong.
    pub(crate) fn cases(&self) -> Vec<Case> {
        let mut cases = Vec::new();
        for pair in self.pairs() {
            let wanted = pair.wanted.map(|at| &self.wanted[at]);
            let found = pair.found.map(|at| &self.found[at]);
            cases.extend(kinds(wanted, found).into_iter().map(|kind| self.case(kind, wanted, found)));
        }
        cases
    }

    fn pairs(&self) -> Vec<Pair> {
        let spans = |times: &[Timed]| times.iter().map(|time| time.span).collect::<Vec<_>>();
        overlap::pairs(&spans(&self.wanted), &spans(&self.found))
    }

    /// Both sides of a pair that has both.
    fn of(&self, pair: Pair) -> Option<(&Timed, &Timed)> {
        Some((&self.wanted[pair.wanted?], &self.found[pair.found?]))
    }

    fn case(&self, kind: String, wanted: Option<&Timed>, found: Option<&Timed>) -> Case {
        let spans = [wanted, found].into_iter().flatten().map(|time| time.span);
        let shown = marked::around(&self.text, spans);
        let line = |time: Option<&Timed>| {
            let labels: Vec<String> =
                time.iter().map(|time| format!("{} {}:", time.kind.as_str(), time.value)).collect();
            let marks: Vec<(Span, &str)> =
                time.iter().zip(&labels).map(|(time, label)| (time.span, label.as_str())).collect();
            marked::bracketed(&self.text, shown, &marks)
        };
        let lines = vec![("gold", line(wanted)), ("found", line(found))];
        Case { kind, cost: 1.0, place: self.place.clone(), lines }
    }
}

/// What is wrong with what was found for an expression of the gold; nothing where all is right.
fn kinds(wanted: Option<&Timed>, found: Option<&Timed>) -> Vec<String> {
    match (wanted, found) {
        (Some(wanted), None) => vec![format!("{} missed", wanted.kind.as_str())],
        (None, Some(found)) => vec![format!("{} invented", found.kind.as_str())],
        (Some(wanted), Some(found)) => {
            [extent(wanted, found), kind(wanted, found), value(wanted, found)].into_iter().flatten().collect()
        }
        (None, None) => Vec::new(),
    }
}

fn extent(wanted: &Timed, found: &Timed) -> Option<String> {
    if wanted.span == found.span {
        return None;
    }
    let start = found.span.start().cmp(&wanted.span.start());
    let end = found.span.end().cmp(&wanted.span.end());
    let wrong = match (start, end) {
        (Ordering::Greater | Ordering::Equal, Ordering::Less | Ordering::Equal) => "too short",
        (Ordering::Less | Ordering::Equal, Ordering::Greater | Ordering::Equal) => "too long",
        _ => "shifted",
    };
    Some(format!("{} span {wrong}", wanted.kind.as_str()))
}

fn kind(wanted: &Timed, found: &Timed) -> Option<String> {
    let [wanted, found] = [wanted, found].map(|time| time.kind.as_str());
    (wanted != found).then(|| format!("{wanted} taken for {found}"))
}

/// A wrong value; values of one type whose forms differ are kinds of their own.
fn value(wanted: &Timed, found: &Timed) -> Option<String> {
    if wanted.value == found.value || wanted.kind != found.kind {
        return None;
    }
    let form = |value: &str| value.replace(|c: char| c.is_ascii_digit(), "9");
    let (one, other) = (form(&wanted.value), form(&found.value));
    let kind = wanted.kind.as_str();
    Some(if one == other { format!("{kind} value {one}") } else { format!("{kind} value {other} for {one}") })
}

#[cfg(test)]
mod tests {
    use super::{Document, Timed, Verdict};
    use crate::counts::Counts;
    use schema::Span;
    use schema::labels::TimeType::{self, Date, Duration};

    const TEXT: &str = "On Monday, December 19, Ada waited two days, until last week was over.";

    fn timed(words: &str, kind: TimeType, value: &str) -> Timed {
        let start = TEXT.find(words).unwrap();
        Timed { span: Span::new(start, start + words.len()), kind, value: value.to_owned() }
    }

    fn document() -> Document {
        Document {
            place: "toy".to_owned(),
            text: TEXT.to_owned(),
            wanted: vec![
                timed("Monday, December 19", Date, "2016-12-19"),
                timed("two days", Duration, "P2D"),
                timed("last week", Date, "2016-W50"),
            ],
            found: vec![
                timed("Monday", Date, "2016-12-19"),
                timed("December 19", Date, "XXXX-12-19"),
                timed("two days", Date, "P2D"),
            ],
        }
    }

    #[test]
    fn figures_are_counted_by_hand() {
        let hits = |verdict| document().counts(verdict).hits.to_string();
        assert_eq!(
            [Verdict::Strict, Verdict::Relaxed, Verdict::Type, Verdict::Value].map(hits),
            ["1", "2", "1", "1"]
        );
        assert_eq!(document().counts(Verdict::Relaxed), Counts { hits: 2.0, extra: 1.0, missed: 1.0 });
        assert_eq!(
            document().counts_of(Date, Verdict::Strict),
            Counts { hits: 0.0, extra: 3.0, missed: 2.0 }
        );
    }

    #[test]
    fn errors_have_names() {
        let kinds: Vec<String> = document().cases().into_iter().map(|case| case.kind).collect();
        assert_eq!(
            kinds,
            [
                "DATE span too short",
                "DATE value XXXX-99-99 for 9999-99-99",
                "DURATION taken for DATE",
                "DATE missed",
                "DATE invented",
            ]
        );
        let cases = document().cases();
        assert!(cases[0].lines[0].1.starts_with("On [DATE 2016-12-19: Monday, December 19], Ada"));
    }
}
