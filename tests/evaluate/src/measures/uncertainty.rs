//! Uncertain sentences of Wikipedia.
//!
//! Answers for: reading the sample of CoNLL-2010, which evidence makes a sentence uncertain, and what is shown
//! of the errors.

use schema::labels::EvidenceClass::{self, Doxastic, Epistemic, Hearsay, Investigative, Weasel};
use schema::labels::{Role, Vocabulary as _};
use schema::{Annotations, Article, LanguageTag, Sentence, Span};
use serde::Deserialize;

use crate::accuracy::Accuracy;
use crate::bootstrap;
use crate::cases::{Case, excerpt};
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::{counted, number};

pub(crate) const MEASURE: Measure = Measure {
    name: "uncertainty",
    title: "Uncertainty",
    definition: "\
Each sentence of the sample of CoNLL-2010 (Wikipedia, task 1) is given to `annotate::annotate` by itself, as
English body text. It is found uncertain where it holds evidence that is epistemic, doxastic, investigative,
hearsay or weasel; conditions, negations and denials make nothing uncertain. Sentences are resampled.

The file's label `uncertain` is read the other way round: it is true of nearly all of the shortest sentences,
which are titles of articles, and of far fewer sentences with \"may\", \"probably\" or \"some\" than without. The
last row takes the label as it stands. Nothing is learnt from this set, nor any word taken from it.",
    peers: "\
Peers: the best system of the shared task reached 0.602 on its test set, in which one sentence in four is uncertain
(Farkas et al. 2010); in this sample it is one in two.",
    figure: Figure::F1,
    take,
};

/// The file.
const PATH: &str = "hedges/conll2010_sentences.jsonl";

/// The classes of evidence that make a sentence uncertain.
const UNCERTAIN: &[EvidenceClass] = &[Epistemic, Doxastic, Investigative, Hearsay, Weasel];

/// The targets of F1 and of precision.
const TARGETS: [f64; 2] = [0.75, 0.80];

/// The most characters shown of a sentence.
const MOST: usize = 400;

/// A sentence of the gold.
#[derive(Debug, Deserialize)]
struct Labelled {
    text: String,
    /// Whether it is certain, whatever the field's name says.
    #[serde(rename = "uncertain")]
    is_certain: bool,
}

/// A sentence with what was found in it.
#[derive(Debug)]
struct Scored {
    text: String,
    /// Whether it is uncertain.
    wanted: bool,
    /// Class and lemma of the evidence of uncertainty.
    found: Vec<(EvidenceClass, String)>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let scored: Vec<Scored> = gold.rows::<Labelled>(PATH)?.iter().map(Scored::of).collect();
    let cases = scored.iter().enumerate().filter_map(|(at, one)| one.case(at)).collect();
    Ok(Outcome { rows: rows(&scored), tables: vec![classes(&scored)], cases })
}

fn rows(scored: &[Scored]) -> Vec<Row> {
    let size = counted(scored.len(), "sentence");
    let counts: Vec<Counts> = scored.iter().map(|one| one.counts(one.wanted)).collect();
    let turned: Vec<Counts> = scored.iter().map(|one| one.counts(!one.wanted)).collect();
    let row = Row::of_counts("CoNLL-2010", size.clone(), &counts);
    let drawn = |draw: &[usize]| draw.iter().map(|&unit| counts[unit]).sum::<Counts>().precision();
    let precision = Row {
        value: row.precision,
        interval: bootstrap::interval(counts.len(), drawn),
        target: Some(TARGETS[1]),
        figure: Some(Figure::Precision),
        ..Row::blank("CoNLL-2010, precision", size.clone())
    };
    let turned = Row::of_counts("CoNLL-2010, the label as it stands", size, &turned);
    vec![Row { target: Some(TARGETS[0]), ..row }, precision, turned]
}

/// How often the evidence of each class stands in uncertain sentences.
fn classes(scored: &[Scored]) -> Table {
    let row = |&class: &EvidenceClass| {
        let holds = |one: &&Scored| one.found.iter().any(|(found, _)| *found == class);
        let alone = |one: &&Scored| holds(one) && one.found.iter().all(|(found, _)| *found == class);
        let share = |of: &dyn Fn(&&Scored) -> bool| {
            Accuracy::of(scored.iter().filter(|one| of(one)).map(|one| one.wanted))
        };
        let (all, alone) = (share(&holds), share(&alone));
        let cells = [all, alone].map(|part| [part.all.to_string(), number(part.share())]);
        [vec![class.as_str().to_owned()], cells.concat()].concat()
    };
    Table {
        title: "The classes of evidence: the sentences with one, and with no other, and the share that is \
            uncertain:"
            .to_owned(),
        header: ["class", "sentences", "uncertain", "alone", "uncertain"].map(str::to_owned).to_vec(),
        rows: UNCERTAIN.iter().map(row).collect(),
    }
}

impl Scored {
    fn of(gold: &Labelled) -> Self {
        let text = gold.text.replace("&quot;", "\"").replace("&amp;", "&");
        let annotations = annotations(&text);
        let evidence = annotations.evidence.iter().filter(|evidence| UNCERTAIN.contains(&evidence.class));
        let found = evidence.map(|evidence| (evidence.class, evidence.lemma.to_string())).collect();
        Self { text, wanted: !gold.is_certain, found }
    }

    fn counts(&self, wanted: bool) -> Counts {
        match (wanted, self.found.is_empty()) {
            (true, false) => Counts { hits: 1.0, ..Counts::default() },
            (true, true) => Counts { missed: 1.0, ..Counts::default() },
            (false, false) => Counts { extra: 1.0, ..Counts::default() },
            (false, true) => Counts::default(),
        }
    }

    /// The error in the sentence at place `at` of the file.
    fn case(&self, at: usize) -> Option<Case> {
        let shown = |(class, lemma): &(EvidenceClass, String)| format!("{} `{lemma}`", class.as_str());
        let found: Vec<String> = self.found.iter().map(shown).collect();
        let kind = match (self.wanted, found.as_slice()) {
            (true, []) => "missed".to_owned(),
            (false, [one]) => format!("invented: {one}"),
            (false, [_, _, ..]) => "invented: several".to_owned(),
            _ => return None,
        };
        let lines = vec![("found", found.join(", ")), ("text", excerpt(&self.text, MOST))];
        Some(Case { kind, cost: 1.0, place: format!("{PATH} line {}", at + 1), lines })
    }
}

/// What is found in `text`, one English sentence of a body.
fn annotations(text: &str) -> Annotations {
    let article = Article::of_lines(text);
    let span = Span::new(0, text.len()).trimmed(text);
    let language = LanguageTag::new("en");
    let sentence = Sentence { span, block: 0, role: Role::Body, language, language_confidence: 1.0 };
    annotate::annotate(&article, &[sentence])
}

#[cfg(test)]
mod tests {
    use super::{Labelled, Scored, classes, rows};
    use crate::measure::Figure;
    use schema::labels::EvidenceClass::{self, Epistemic, Hearsay};

    fn scored(wanted: bool, found: &[(EvidenceClass, &str)]) -> Scored {
        let found = found.iter().map(|(class, lemma)| (*class, (*lemma).to_owned())).collect();
        Scored { text: "The mill may burn.".to_owned(), wanted, found }
    }

    fn sample() -> [Scored; 4] {
        [
            scored(true, &[(Epistemic, "may")]),
            scored(true, &[]),
            scored(false, &[(Epistemic, "may"), (Hearsay, "reportedly")]),
            scored(true, &[(Hearsay, "reportedly")]),
        ]
    }

    #[test]
    fn figures_are_computed_by_hand() {
        let rows = rows(&sample());
        let third = 2.0 / 3.0;
        assert_eq!(
            (rows[0].precision, rows[0].recall, rows[0].value),
            (Some(third), Some(third), Some(third))
        );
        assert_eq!((rows[1].value, rows[1].figure), (Some(third), Some(Figure::Precision)));
        // Of the one sentence that is certain, found uncertain with two others.
        assert_eq!((rows[2].precision, rows[2].recall, rows[2].target), (Some(1.0 / 3.0), Some(1.0), None));
    }

    #[test]
    fn classes_are_counted_with_others_and_alone() {
        let rows = classes(&sample()).rows;
        assert_eq!(rows[0], ["epistemic", "2", "0.500", "1", "1.000"]);
        assert_eq!(rows[3], ["hearsay", "2", "0.500", "1", "1.000"]);
        assert_eq!(rows[4], ["weasel", "0", "–", "0", "–"]);
    }

    #[test]
    fn errors_name_the_evidence() {
        let kinds: Vec<Option<String>> =
            sample().iter().enumerate().map(|(at, one)| Some(one.case(at)?.kind)).collect();
        assert_eq!(kinds, [None, Some("missed".to_owned()), Some("invented: several".to_owned()), None]);
        let one = scored(false, &[(Epistemic, "may")]).case(4).unwrap();
        assert_eq!(one.kind, "invented: epistemic `may`");
        assert!(one.place.ends_with("line 5"));
    }

    #[test]
    fn the_label_is_turned_and_the_text_decoded() {
        let gold = r#"{"uncertain": true, "text": "The &quot;mill&quot; stands."}"#;
        let gold: Labelled = serde_json::from_str(gold).unwrap();
        let scored = Scored::of(&gold);
        assert_eq!((scored.wanted, scored.text.as_str()), (false, "The \"mill\" stands."));
    }
}
