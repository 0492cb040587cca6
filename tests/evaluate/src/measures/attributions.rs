//! Attributions of news articles.
//!
//! Answers for: reading PolNeAR, which figures are taken of it and their targets.

use std::collections::BTreeMap;

use schema::Span;
use serde::Deserialize;

use crate::accuracy::Accuracy;
use crate::attributed::{Document, Slot};
use crate::counts::Counts;
use crate::coverage::Coverage;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::misattribution::Construction;
use crate::offsets::Offsets;
use crate::page::Page;
use crate::report::{counted, number};
use crate::token_set::{coverage, exact};

pub(crate) const MEASURE: Measure = Measure {
    name: "attributions",
    title: "Attributions",
    definition: "\
The articles of PolNeAR are given as plain text to `segment::segment` and `annotate::annotate`; the first
paragraph is marked as the headline. Of the train set every fifth article is read, to show how the figures hold on
more text. PolNeAR marks no attribution inside the content of another one, so those found there, which have a
`parent_id`, are left out. Spans are compared as sets of tokens, all pieces of a content together; marks count only where there is
nothing else.

*Cue*: found where its head word lies in a cue found, each serving one; the head word is that of our tree: the
highest of its verbs, nouns, adjectives and adverbs, else of its other words (\"said\" of \"said Monday\").
*Exact*: a source or content with the same tokens as one of the gold; F1 over the distinct ones of a document.
*Overlapping*: precision is the mean over those found of the best F1 of tokens with one of the gold, recall the
mean over those of the gold of the best with one found. An attribution without a source counts for sources in
neither. *Whole*: source, cue and content each share at least half of the tokens of both with those of one
attribution of the gold, and where the gold has no source, none was found.

Nothing is learnt from PolNeAR, of whose text no licence is known: no word, weight or rule of the project is taken
from it. Errors on both sets were read, so the figures are those of development.",
    peers: "\
Peers: BBC Citron on PARC3, as its authors report it (issue 5): other texts, annotated by a narrower rule.",
    figure: Figure::F1,
    take,
};

/// A set with the targets of its figures.
struct Set {
    name: &'static str,
    path: &'static str,
    /// One document in so many is read.
    step: usize,
    targets: [Option<f64>; FIGURES.len()],
}

const SETS: &[Set] = &[
    Set {
        name: "PolNeAR dev",
        path: "attributions/polnear_dev.jsonl",
        step: 1,
        targets: [Some(0.80), Some(0.65), Some(0.80), Some(0.50), Some(0.80), Some(0.65)],
    },
    Set {
        name: "PolNeAR train",
        path: "attributions/polnear_train.jsonl",
        step: 5,
        targets: [None; FIGURES.len()],
    },
];

/// How a figure is taken.
enum Taking {
    Counted(fn(&Document) -> Counts),
    Covered(Slot),
}

/// The figures: name, how each is taken, peers.
const FIGURES: [(&str, Taking, &str); 6] = [
    ("cue", Taking::Counted(Document::cues), "Citron 0.823"),
    ("source, exact", Taking::Counted(|document| counts(document, Slot::Source)), ""),
    ("source, overlapping", Taking::Covered(Slot::Source), "Citron 0.820"),
    ("content, exact", Taking::Counted(|document| counts(document, Slot::Content)), "Citron 0.593"),
    ("content, overlapping", Taking::Covered(Slot::Content), "Citron 0.833"),
    ("whole", Taking::Counted(Document::whole), ""),
];

/// The constructions with fewer cues of the gold than one in so many stand in one row of the table.
const RARE: usize = 100;

/// An article with its attributions; all offsets are code points.
#[derive(Debug, Deserialize)]
struct Annotated {
    id: String,
    text: String,
    attributions: Vec<Triple>,
}

#[derive(Debug, Deserialize)]
struct Triple {
    #[serde(default)]
    source: Vec<(usize, usize)>,
    #[serde(default)]
    cue: Vec<(usize, usize)>,
    #[serde(default)]
    content: Vec<(usize, usize)>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for set in SETS {
        let rows: Vec<Annotated> = gold.rows(set.path)?;
        let rows = rows.into_iter().step_by(set.step);
        let documents: Vec<Document> = rows.map(|row| document(set, row)).collect();
        outcome.rows.extend(rows_of(set, &documents));
        outcome.tables.push(constructions(set, &documents));
        outcome.cases.extend(documents.iter().flat_map(Document::cases));
    }
    Ok(outcome)
}

fn document(set: &Set, row: Annotated) -> Document {
    let Page { article, sentences } = Page::titled(&row.text);
    let annotations = annotate::annotate(&article, &sentences);
    let offsets = Offsets::of(&row.text);
    let spans = |pieces: Vec<(usize, usize)>| -> Vec<Span> {
        pieces.into_iter().filter_map(|(start, end)| offsets.span(start, end)).collect()
    };
    let gold = row.attributions.into_iter().filter(|triple| !triple.is_empty());
    let gold = gold.map(|Triple { source, cue, content }| [spans(source), spans(cue), spans(content)]);
    let place = format!("{} {}", set.name, row.id);
    Document::new(place, article.text, (sentences, annotations)).wanting(gold)
}

impl Triple {
    /// Whether nothing of it is marked.
    fn is_empty(&self) -> bool {
        self.source.is_empty() && self.cue.is_empty() && self.content.is_empty()
    }
}

/// A row for each figure.
fn rows_of(set: &Set, documents: &[Document]) -> Vec<Row> {
    let all: usize = documents.iter().map(|document| document.wanted.len()).sum();
    let size = format!("{}, {}", counted(documents.len(), "document"), counted(all, "attribution"));
    let figures = FIGURES.iter().zip(set.targets);
    let row = |((name, taking, peers), target): (&(&str, Taking, &'static str), Option<f64>)| {
        let name = format!("{}, {name}", set.name);
        let row = match taking {
            Taking::Counted(counts) => {
                Row::of_counts(&name, size.clone(), &documents.iter().map(counts).collect::<Vec<_>>())
            }
            Taking::Covered(slot) => Coverage::row(&name, size.clone(), &coverages(documents, *slot)),
        };
        Row { target, peers: if target.is_some() { peers } else { "" }, ..row }
    };
    figures.map(row).collect()
}

/// How many parts in `slot` were found as they are.
fn counts(document: &Document, slot: Slot) -> Counts {
    let [wanted, found] = document.parts(slot);
    exact(&wanted, &found)
}

fn coverages(documents: &[Document], slot: Slot) -> Vec<Coverage> {
    let of_slot = |document: &Document| {
        let [wanted, found] = document.parts(slot);
        coverage(&wanted, &found)
    };
    documents.iter().map(of_slot).collect()
}

/// How many cues of each construction are found.
fn constructions(set: &Set, documents: &[Document]) -> Table {
    let all: Vec<(Construction, bool)> = documents.iter().flat_map(Document::constructions).collect();
    let mut found: BTreeMap<Construction, Vec<bool>> = BTreeMap::new();
    for (construction, is_found) in &all {
        found.entry(construction.clone()).or_default().push(*is_found);
    }
    let (mut common, rare): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(_, answers)| answers.len() * RARE >= all.len());
    common.sort_by_key(|(_, answers)| std::cmp::Reverse(answers.len()));
    let others = rare.into_iter().flat_map(|(_, answers)| answers).collect();
    common.push((("any", "other".to_owned()), others));
    let row = |((upos, relation), answers): (Construction, Vec<bool>)| {
        let recall = Accuracy::of(answers.iter().copied()).share();
        vec![upos.to_owned(), relation, answers.len().to_string(), number(recall)]
    };
    Table {
        title: format!(
            "The cues of {}, by the part of speech of the head word and how our tree hangs the content on it:",
            set.name
        ),
        header: ["cue", "content", "attributions", "recall"].map(str::to_owned).to_vec(),
        rows: common.into_iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Annotated, FIGURES, SETS, Set, constructions, coverages, document, rows_of};
    use crate::attributed::Slot;
    use crate::attributed::tests::document as parsed;

    const SET: Set = Set { name: "toy", path: "", step: 1, targets: [Some(0.5); FIGURES.len()] };

    const SAID: [&str; 3] = ["Ada", "said", "trams stopped"];
    const DENIED: [&str; 3] = ["Ada", "denying", "reports of strikes"];

    #[test]
    fn the_gold_counts_in_code_points_and_may_miss_parts() {
        let row = r#"{"id": "a", "text": "Öke\n\n– Öke said so.", "attributions":
            [{"source": [[7, 10]], "cue": [[11, 15]], "content": [[16, 18]]}, {"cue": [[5, 6]]}, {}]}"#;
        let row: Annotated = serde_json::from_str(row).unwrap();
        let read = document(&SETS[0], row);
        assert_eq!((read.place.as_str(), read.wanted.len()), ("PolNeAR dev a", 2));
        let spans = |slot| read.wanted[0].part(slot).unwrap().spans[0].of(&read.text);
        assert_eq!([Slot::Source, Slot::Cue, Slot::Content].map(spans), ["Öke", "said", "so"]);
        assert!(read.wanted[1].content.is_none());
    }

    #[test]
    fn figures_are_computed_by_hand() {
        let documents = [parsed(&[SAID, DENIED], &[SAID, ["Ada", "reports", "of strikes"]])];
        let rows = rows_of(&SET, &documents);
        let figure =
            |name: &str| rows.iter().find(|row| row.set == format!("toy, {name}")).unwrap().value.unwrap();
        for (name, value) in [
            ("cue", 0.5),
            ("source, exact", 1.0),
            ("source, overlapping", 1.0),
            ("content, exact", 0.5),
            // `of strikes` reaches 0.8 of `reports of strikes`.
            ("content, overlapping", 0.9),
            ("whole", 0.5),
        ] {
            assert!((figure(name) - value).abs() < 1e-9, "{name} {}", figure(name));
        }
        assert_eq!((rows[1].size.as_str(), rows[1].target), ("1 document, 2 attributions", Some(0.5)));
        let covered = coverages(&documents, Slot::Content)[0];
        assert_eq!((covered.wanted, covered.found), (2.0, 2.0));
    }

    #[test]
    fn cues_are_told_by_their_construction() {
        let document = parsed(&[SAID, DENIED, ["-", "reports", "strikes"]], &[SAID]);
        let rows = constructions(&SET, &[document]).rows;
        assert_eq!(
            rows,
            [
                ["NOUN", "nmod", "1", "0.000"],
                ["VERB", "ccomp", "1", "1.000"],
                ["VERB", "obj", "1", "0.000"],
                ["any", "other", "0", "–"],
            ]
        );
    }
}
