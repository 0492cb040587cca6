//! Words of raw text.
//!
//! Answers for: when a word is right, and how words that differ are shown.

use std::collections::BTreeSet;

use schema::{Article, Span};

use crate::cases::Case;
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row};
use crate::report::counted;
use crate::treebank::{self, Document};

/// Bytes of text shown on each side of words that differ, about.
const CONTEXT: usize = 30;

/// The word F1 to reach on each set.
const TARGET: f64 = 0.99;

pub(crate) const MEASURE: Measure = Measure {
    name: "tokens",
    title: "Tokens",
    definition: "\
The words of UD treebanks in the raw text of their documents, one paragraph a line: nothing of the gold but the
paragraphs is given. `segment::segment` finds the sentences and `annotate::annotate` the words in them. A found word
is right where the gold has a word of the same span; the parts of a multiword token (do|n't) are words of their own.
Precision, recall and F1 count the words of a set together. The rules were written with both sets in view.",
    peers: "",
    figure: Figure::F1,
    take,
};

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for file in ["ewt_dev", "gum_dev"] {
        let scored: Vec<Scored> = treebank::read(gold, file)?.into_iter().map(Scored::of).collect();
        outcome.rows.push(row(file, &scored));
        outcome.cases.extend(scored.iter().flat_map(Scored::cases));
    }
    Ok(outcome)
}

fn row(file: &str, scored: &[Scored]) -> Row {
    let units: Vec<Counts> = scored.iter().map(Scored::counts).collect();
    let words = scored.iter().map(|scored| scored.wanted.len()).sum();
    let size = format!("{}, {}", counted(scored.len(), "document"), counted(words, "word"));
    Row { target: Some(TARGET), ..Row::of_counts(file, size, &units) }
}

/// A document with its words, the gold's and the found ones.
struct Scored {
    document: Document,
    wanted: Vec<Span>,
    found: Vec<Span>,
}

impl Scored {
    fn of(document: Document) -> Self {
        let article = Article::of_lines(&document.text);
        let sentences = segment::segment(&article);
        let annotations = annotate::annotate(&article, &sentences);
        let wanted = document.sentences.iter().flatten().map(|word| word.span).collect();
        Self { wanted, found: annotations.tokens.iter().map(|token| token.span).collect(), document }
    }

    fn counts(&self) -> Counts {
        let wanted: BTreeSet<&Span> = self.wanted.iter().collect();
        let hits = self.found.iter().filter(|span| wanted.contains(span)).count();
        Counts {
            hits: hits as f64,
            extra: (self.found.len() - hits) as f64,
            missed: (self.wanted.len() - hits) as f64,
        }
    }

    fn cases(&self) -> Vec<Case> {
        differences(&self.wanted, &self.found).map(|(wanted, found)| self.case(wanted, found)).collect()
    }

    /// The same stretch of text in gold and in found words.
    fn case(&self, wanted: &[Span], found: &[Span]) -> Case {
        let text = &self.document.text;
        let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ");
        let spans = || wanted.iter().chain(found);
        let start = spans().map(|span| span.start()).min().unwrap_or_default();
        let end = spans().map(|span| span.end()).max().unwrap_or_default();
        let what = match wanted.len().cmp(&found.len()) {
            std::cmp::Ordering::Less => "split",
            std::cmp::Ordering::Equal => "cut elsewhere",
            std::cmp::Ordering::Greater => "joined",
        };
        Case {
            kind: format!("{what}: {}", words(wanted).to_lowercase()),
            cost: (wanted.len() + found.len()) as f64,
            place: format!("{} {}", self.document.file, self.document.id),
            lines: vec![
                ("gold", words(wanted)),
                ("found", words(found)),
                (
                    "text",
                    text[floor(text, start.saturating_sub(CONTEXT))..floor(text, end + CONTEXT)]
                        .replace('\n', " ¶ "),
                ),
            ],
        }
    }
}

/// The last character boundary of `text` up to `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The runs of words that differ, between places where words of both end.
fn differences<'s>(wanted: &'s [Span], found: &'s [Span]) -> impl Iterator<Item = (&'s [Span], &'s [Span])> {
    let ends: BTreeSet<usize> = found.iter().map(|span| span.end()).collect();
    let mut rest = found;
    let runs = wanted.split_inclusive(move |span| ends.contains(&span.end()));
    runs.filter_map(move |run| {
        let end = run.last()?.end();
        let (own, after) = rest.split_at(rest.partition_point(|span| span.end() <= end));
        rest = after;
        (own != run).then_some((run, own))
    })
}

#[cfg(test)]
mod tests {
    use super::{Scored, differences};
    use crate::counts::Counts;
    use crate::treebank::tests::{SAMPLE, documents};
    use schema::Span;

    fn spans(ends: &[(usize, usize)]) -> Vec<Span> {
        ends.iter().map(|(start, end)| Span::new(*start, *end)).collect()
    }

    #[test]
    fn words_are_those_of_the_treebank() {
        let document = documents(SAMPLE).unwrap().remove(0);
        let scored = Scored::of(document);
        assert_eq!(scored.counts(), Counts { hits: 11.0, extra: 0.0, missed: 0.0 });
        assert!(scored.cases().is_empty());
    }

    #[test]
    fn a_word_that_is_cut_costs_on_both_sides() {
        let mut scored = Scored::of(documents(SAMPLE).unwrap().remove(0));
        scored.found.splice(0..2, [Span::new(0, 6)]);
        assert_eq!(scored.counts(), Counts { hits: 9.0, extra: 1.0, missed: 2.0 });
        let cases = scored.cases();
        assert_eq!((cases.len(), cases[0].kind.as_str(), cases[0].cost), (1, "joined: orby | 's", 3.0));
        assert_eq!(cases[0].lines[1], ("found", "Orby's".to_owned()));
    }

    #[test]
    fn differences_end_where_both_have_a_word_end() {
        let (wanted, found) = (spans(&[(0, 2), (2, 5), (6, 9)]), spans(&[(0, 3), (3, 5), (6, 9)]));
        let runs: Vec<_> = differences(&wanted, &found).collect();
        assert_eq!(runs, [(&wanted[..2], &found[..2])]);
        assert_eq!(differences(&wanted, &wanted).count(), 0);
    }
}
