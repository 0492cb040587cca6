//! What a measure is, and the list of all of them.
//!
//! Answers for: the one place where a new measure is entered. A measure is a file in `measures/` with a constant
//! `MEASURE`; `report` prints what it gives and `cases` lists its errors, whatever it measures.

use crate::bootstrap::{self, Interval};
use crate::cases::Case;
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measures::{
    attributions, casualties, claims, entities, events, factuality, language, lemmas, main_text, names,
    newswire, quantities, reuse, roles, rst_attributions, sentences, stories, tags, times, tokens, trees,
    uncertainty,
};

/// Every measure, in the order of the report.
pub(crate) const ALL: &[Measure] = &[
    sentences::MEASURE,
    main_text::MEASURE,
    roles::MEASURE,
    language::MEASURE,
    tokens::MEASURE,
    tags::MEASURE,
    lemmas::MEASURE,
    trees::MEASURE,
    names::MEASURE,
    attributions::MEASURE,
    rst_attributions::MEASURE,
    uncertainty::MEASURE,
    factuality::MEASURE,
    times::MEASURE,
    quantities::MEASURE,
    casualties::MEASURE,
    events::MEASURE,
    entities::MEASURE,
    stories::MEASURE,
    newswire::MEASURE,
    reuse::MEASURE,
    claims::MEASURE,
];

/// Something that is measured on gold.
#[derive(Debug)]
pub(crate) struct Measure {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// Its title in the report.
    pub(crate) title: &'static str,
    /// How it is defined, as paragraphs of Markdown.
    pub(crate) definition: &'static str,
    /// Where the peers' figures come from, as a paragraph of Markdown.
    pub(crate) peers: &'static str,
    /// The figure that the target is about.
    pub(crate) figure: Figure,
    /// Takes it.
    pub(crate) take: fn(&Gold) -> anyhow::Result<Outcome>,
}

/// The main figure of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    /// F1, shown with precision and recall.
    F1,
    /// The share of right answers.
    Accuracy,
    /// The share of what was found that is right.
    Precision,
    /// The share of what is there that was found.
    Recall,
    /// A share that the measure's definition names.
    Share,
}

/// What a measure gives.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Its figures, one row for each set.
    pub(crate) rows: Vec<Row>,
    /// What else is worth knowing.
    pub(crate) tables: Vec<Table>,
    /// Its errors.
    pub(crate) cases: Vec<Case>,
}

/// The figures on one set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// The set.
    pub(crate) set: String,
    /// How large it is.
    pub(crate) size: String,
    /// Precision; `None` where nothing was found.
    pub(crate) precision: Option<f64>,
    /// Recall; `None` where the gold is empty.
    pub(crate) recall: Option<f64>,
    /// The main figure; `None` where there was nothing to measure.
    pub(crate) value: Option<f64>,
    /// The main figure's 95 % interval; `None` where there are fewer than two units to draw.
    pub(crate) interval: Option<Interval>,
    /// The peers' main figures; empty where none are known.
    pub(crate) peers: &'static str,
    /// The main figure to reach; `None` where none is set.
    pub(crate) target: Option<f64>,
    /// What the main figure is; `None` where it is the measure's.
    pub(crate) figure: Option<Figure>,
}

impl Row {
    /// The figures on a set whose `units` are resampled, without peers or a target.
    pub(crate) fn of_counts(set: &str, size: String, units: &[Counts]) -> Self {
        let counts: Counts = units.iter().copied().sum();
        Self {
            precision: counts.precision(),
            recall: counts.recall(),
            value: counts.f1(),
            interval: bootstrap::interval(units.len(), |draw| {
                draw.iter().map(|&unit| units[unit]).sum::<Counts>().f1()
            }),
            ..Self::blank(set, size)
        }
    }

    /// The row of a set of which nothing is measured yet.
    pub(crate) fn blank(set: &str, size: String) -> Self {
        Self {
            set: set.to_owned(),
            size,
            precision: None,
            recall: None,
            value: None,
            interval: None,
            peers: "",
            target: None,
            figure: None,
        }
    }
}

/// A table beside the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// What it shows, as a paragraph of Markdown.
    pub(crate) title: String,
    /// The heads of its columns.
    pub(crate) header: Vec<String>,
    /// Its rows.
    pub(crate) rows: Vec<Vec<String>>,
}

#[test]
fn names_are_words_of_the_command_line_and_unique() {
    let names: std::collections::BTreeSet<_> = ALL.iter().map(|measure| measure.name).collect();
    assert_eq!(names.len(), ALL.len());
    assert!(names.iter().all(|name| name.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase())));
}
