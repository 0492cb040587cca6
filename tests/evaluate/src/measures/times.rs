//! Expressions of time.
//!
//! Answers for: the sets, how their documents are given to the stages, and the figures of each.

use annotate::annotate;
use schema::labels::{TimeType, Vocabulary as _};
use schema::{Annotations, Article};
use serde::Deserialize;

use crate::accuracy::{self, Accuracy};
use crate::cases::{Case, ranked};
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::offsets::Offsets;
use crate::publication;
use crate::recognized::{self, Answer, Spec};
use crate::report::{counted, number};
use crate::timed::{Document, Timed, Verdict};
use crate::timex::{self, Expression, Reason};

pub(crate) const MEASURE: Measure = Measure {
    name: "times",
    title: "Times",
    definition: "\
*TimeBank and AQUAINT*: each document is given to `segment::segment` and `annotate::annotate` as plain text, published on
the day of its creation time. The figures are those of TempEval-3: F1 of spans that are the same (*strict*) and that
overlap (*relaxed*), of those that overlap and have the gold's type, and of those that overlap and have its value, letter
for letter. Where several overlap, each serves once, the nearest first. Documents are resampled.

*Recognizers-Text*: the inputs of `DateTimeModel` are published at their reference time and taken for English. The
figure is the share of inputs of which every answer was found with its span and its value that TIMEX3 can express as
one expression; the table tells what was left out. The target is for inputs that every port of the library supports;
those of its own implementation alone stand apart. Words before the expression that TIMEX3 does not count in
(\"since\", \"in\", \"the\", \"later than\"), and \"about\", are no part of the span on either side. The answers are
put into TIMEX3: what a value leaves open (`XXXX-WXX-1`) is right open, or filled from any day that the answer names;
a time of day is right on the day of reference or on no day (`T18` is `XXXX-XX-XXT18:00`); lengths are the same in
other units (`P2W`, `P14D`); quarters, decades and centuries have their own value (`2019-Q1`, `199`), a stretch counted
from or to the day of reference its length (\"next 3 days\", `P3D`), \"a few\" an `X`; the end of a day is the day.
Inputs are resampled.",
    peers: "\
Peers: HeidelTime on the test texts of TempEval-3 (issue 6), which are not in this gold; TimeBank and AQUAINT were its
training texts.",
    figure: Figure::F1,
    take,
};

/// The figures of TempEval-3: name, target, peers.
const FIGURES: [(&str, Verdict, f64, &str); 4] = [
    ("spans, strict", Verdict::Strict, 0.83, "HeidelTime 0.813"),
    ("spans, relaxed", Verdict::Relaxed, 0.91, "HeidelTime 0.903"),
    ("type", Verdict::Type, 0.90, ""),
    ("value", Verdict::Value, 0.78, "HeidelTime 0.776"),
];

/// A document with its expressions; their ends are code points.
#[derive(Debug, Deserialize)]
struct Dated {
    id: String,
    dct: String,
    text: String,
    times: Vec<Timex>,
}

#[derive(Debug, Deserialize)]
struct Timex {
    start: usize,
    end: usize,
    r#type: String,
    value: Option<String>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let rows: Vec<Dated> = gold.rows("times/timebank_aquaint.jsonl")?;
    let documents: Vec<Document> = rows.into_iter().map(document).collect();
    let specs = recognized::read(gold, "DateTimeModel")?;
    let (common, rest): (Vec<Spec>, Vec<Spec>) =
        specs.into_iter().filter(Spec::is_supported).partition(Spec::is_common);
    let common: Vec<Checked> = common.into_iter().map(Checked::of).collect();
    let rest: Vec<Checked> = rest.into_iter().map(Checked::of).collect();
    let mut rows = tempeval(&documents);
    rows.push(Row { target: Some(0.85), ..share("DateTimeModel", &common) });
    rows.push(share("DateTimeModel, not in every port", &rest));
    let all = common.iter().chain(&rest);
    let cases = documents.iter().flat_map(Document::cases).chain(all.flat_map(Checked::cases));
    Ok(Outcome {
        rows,
        tables: vec![types(&documents), left_out(&common, &rest), beyond(&common, &rest)],
        cases: cases.collect(),
    })
}

fn document(row: Dated) -> Document {
    let mut article = Article::of_lines(&row.text);
    article.metadata.published = publication::day(&row.dct);
    let sentences = segment::segment(&article);
    let offsets = Offsets::of(&row.text);
    let wanted = row.times.into_iter().filter_map(|time| {
        let kind = TimeType::from_word(&time.r#type)?;
        Some(Timed { span: offsets.span(time.start, time.end)?, kind, value: time.value.unwrap_or_default() })
    });
    let mut wanted: Vec<Timed> = wanted.collect();
    wanted.sort_by_key(|time| time.span.start());
    let found = found(annotate(&article, &sentences));
    Document { place: format!("TimeBank {}", row.id), wanted, found, text: row.text }
}

fn found(annotations: Annotations) -> Vec<Timed> {
    let times = annotations.times.into_iter();
    times.map(|time| Timed { span: time.span, kind: time.kind, value: time.value }).collect()
}

fn tempeval(documents: &[Document]) -> Vec<Row> {
    let all: usize = documents.iter().map(|document| document.wanted.len()).sum();
    let size = format!("{}, {}", counted(documents.len(), "document"), counted(all, "expression"));
    let row = |(name, verdict, target, peers): &(&str, Verdict, f64, &'static str)| {
        let units: Vec<Counts> = documents.iter().map(|document| document.counts(*verdict)).collect();
        let row = Row::of_counts(&format!("TimeBank and AQUAINT, {name}"), size.clone(), &units);
        Row { target: Some(*target), peers, ..row }
    };
    FIGURES.iter().map(row).collect()
}

/// How well each type is found.
fn types(documents: &[Document]) -> Table {
    let row = |kind: &TimeType| {
        let of = |verdict| documents.iter().map(|one| one.counts_of(*kind, verdict)).sum::<Counts>();
        let counts = of(Verdict::Relaxed);
        let figures = [Verdict::Strict, Verdict::Relaxed, Verdict::Type, Verdict::Value];
        let figures = figures.map(|verdict| number(of(verdict).recall()));
        [vec![kind.as_str().to_owned(), (counts.hits + counts.missed).to_string()], figures.to_vec()].concat()
    };
    Table {
        title: "The types of TimeBank and AQUAINT; recall by each of the four figures:".to_owned(),
        header: ["type", "expressions", "strict", "relaxed", "type", "value"].map(str::to_owned).to_vec(),
        rows: TimeType::ALL.iter().map(row).collect(),
    }
}

/// A spec of Recognizers-Text with what was found.
#[derive(Debug)]
struct Checked {
    spec: Spec,
    found: Vec<Timed>,
    /// For each answer the expression that serves it, if any; or why it is left out.
    verdicts: Vec<Result<Check, Reason>>,
}

/// An answer that counts.
#[derive(Debug)]
struct Check {
    values: Vec<String>,
    /// What overlaps its span most nearly.
    found: Option<Timed>,
    has_span: bool,
    has_value: bool,
}

impl Check {
    const fn is_right(&self) -> bool {
        self.has_span && self.has_value
    }
}

impl Checked {
    fn of(spec: Spec) -> Self {
        let found = found(spec.annotations(publication::instant(spec.reference())));
        let verdicts = spec.results.iter().map(|answer| check(&spec, answer, &found)).collect();
        Self { spec, found, verdicts }
    }

    /// Whether every answer that counts is right; `None` where none counts.
    fn is_right(&self) -> Option<bool> {
        let mut counting = self.verdicts.iter().flatten().peekable();
        counting.peek()?;
        Some(counting.all(Check::is_right))
    }

    /// How many found expressions serve no answer, counted or left out.
    fn beyond(&self) -> usize {
        let spans: Vec<_> = self.spec.results.iter().map(|answer| self.spec.span(answer)).collect();
        self.found.iter().filter(|time| !spans.iter().any(|span| span.overlaps(time.span))).count()
    }

    fn cases(&self) -> Vec<Case> {
        let answers = self.spec.results.iter().zip(&self.verdicts);
        let wrong = answers.filter_map(|(answer, verdict)| {
            let check = verdict.as_ref().ok().filter(|check| !check.is_right())?;
            Some((answer, check))
        });
        wrong.map(|(answer, check)| self.case(answer, check)).collect()
    }

    fn case(&self, answer: &Answer, check: &Check) -> Case {
        let input = &self.spec.input;
        let told = check.found.as_ref().map_or_else(
            || "nothing".to_owned(),
            |time| format!("[{}] {} {}", time.span.of(input), time.kind.as_str(), time.value),
        );
        let wanted = format!("[{}] {}", self.spec.span(answer).of(input), check.values.join(" or "));
        let wrong = match check {
            Check { found: None, .. } => "missed",
            Check { has_span: false, has_value: true, .. } => "span",
            Check { has_span: true, .. } => "value",
            Check { .. } => "span and value",
        };
        let kind = answer.type_name.trim_start_matches("datetimeV2.");
        let at = format!("DateTimeModel at {}", self.spec.reference());
        let lines = vec![("input", input.clone()), ("gold", wanted), ("found", told)];
        Case { kind: format!("DateTimeModel, {kind}: {wrong}"), cost: 1.0, place: at, lines }
    }
}

fn check(spec: &Spec, answer: &Answer, found: &[Timed]) -> Result<Check, Reason> {
    let span = spec.span(answer);
    let values = readings(answer).filter_map(|reading| {
        let text = |key: &str| reading.get(key)?.as_str();
        let first = text("value").or_else(|| text("start")).or_else(|| text("end"));
        Some((text("timex")?, first.unwrap_or_default()))
    });
    let text = span.of(&spec.input);
    let expression = Expression { text, reference: spec.reference(), readings: values.collect() };
    let values = expression.values()?;
    let over = found.iter().filter(|time| time.span.overlaps(span));
    let found = over.max_by_key(|time| time.span.end().min(span.end()) - time.span.start().max(span.start()));
    let core = |span| timex::core(&spec.input, span);
    let has_span = found.is_some_and(|time| core(time.span) == core(span));
    let has_value = found.is_some_and(|time| values.contains(&timex::normal(&time.value)));
    Ok(Check { values, found: found.cloned(), has_span, has_value })
}

fn readings(answer: &Answer) -> impl Iterator<Item = &serde_json::Value> {
    let values = answer.resolution.as_ref().and_then(|resolution| resolution.get("values")?.as_array());
    values.into_iter().flatten()
}

fn share(set: &str, specs: &[Checked]) -> Row {
    let verdicts = specs.iter().filter_map(Checked::is_right);
    let units: Vec<Accuracy> = verdicts.map(|is_right| Accuracy::of([is_right].into_iter())).collect();
    let size = counted(units.len(), "input");
    Row { size, figure: Some(Figure::Accuracy), ..accuracy::row_of(set, "input", &units) }
}

/// What was left out of Recognizers-Text, and why.
fn left_out(common: &[Checked], rest: &[Checked]) -> Table {
    let reasons = |specs: &[Checked]| -> Vec<Reason> {
        let verdicts = specs.iter().flat_map(|spec| &spec.verdicts);
        verdicts.filter_map(|verdict| verdict.as_ref().err().copied()).collect()
    };
    let [common, rest] = [reasons(common), reasons(rest)];
    let count = |reasons: &[Reason], reason| reasons.iter().filter(|other| **other == reason).count();
    let all = ranked(common.iter().chain(&rest).copied());
    let row = |(reason, _): (Reason, usize)| {
        vec![reason.to_owned(), count(&common, reason).to_string(), count(&rest, reason).to_string()]
    };
    Table {
        title: "The answers of `DateTimeModel` that TIMEX3 does not express in one expression:".to_owned(),
        header: ["what", "answers", "not in every port"].map(str::to_owned).to_vec(),
        rows: all.into_iter().map(row).collect(),
    }
}

/// What was found where `DateTimeModel` has nothing.
fn beyond(common: &[Checked], rest: &[Checked]) -> Table {
    let row = |name: &str, specs: &[Checked]| {
        let found: usize = specs.iter().map(|spec| spec.found.len()).sum();
        let beyond: usize = specs.iter().map(Checked::beyond).sum();
        vec![name.to_owned(), specs.len().to_string(), found.to_string(), beyond.to_string()]
    };
    Table {
        title: "Expressions found in all inputs of `DateTimeModel`, and those where it has no answer:"
            .to_owned(),
        header: ["inputs", "all", "found", "without an answer"].map(str::to_owned).to_vec(),
        rows: vec![row("every port", common), row("not in every port", rest)],
    }
}

#[cfg(test)]
mod tests {
    use super::{Checked, Dated, document, left_out, share};
    use crate::recognized::tests::spec;
    use crate::timed::Verdict;

    const DAY: &str = r#"{"Input": "I left on December 19, 2016.",
        "Context": {"ReferenceDateTime": "2016-12-20T00:00:00"},
        "Results": [{"Start": 7, "End": 26, "TypeName": "datetimeV2.date",
        "Resolution": {"values": [{"timex": "2016-12-19", "value": "2016-12-19"}]}}]}"#;

    #[test]
    fn the_gold_counts_in_code_points() {
        let row = r#"{"id": "a", "dct": "2016-12-20", "text": "É so on December 19, 2016.",
            "times": [{"start": 8, "end": 25, "type": "DATE", "value": "2016-12-19"}]}"#;
        let row: Dated = serde_json::from_str(row).unwrap();
        let document = document(row);
        assert_eq!(
            (document.wanted[0].span.of(&document.text), document.counts(Verdict::Value).hits),
            ("December 19, 2016", 1.0)
        );
    }

    #[test]
    fn answers_are_right_by_span_and_value() {
        let right = Checked::of(spec(DAY));
        let wrong = Checked::of(spec(&DAY.replace("-12-19", "-12-18")));
        let long = Checked::of(spec(&DAY.replace("\"Start\": 7", "\"Start\": 2")));
        let is_right = |checked: &Checked| checked.is_right().unwrap();
        assert_eq!([&right, &wrong, &long].map(is_right), [true, false, false]);
        assert_eq!(share("toy", &[right, wrong]).value, Some(0.5));
        assert_eq!(long.cases()[0].kind, "DateTimeModel, date: span");
        let nothing = Checked::of(spec(r#"{"Input": "On December 19, 2016.", "Results": []}"#));
        assert_eq!((nothing.is_right(), nothing.beyond()), (None, 1));
    }

    #[test]
    fn what_is_left_out_is_listed() {
        let range = DAY.replace("\"timex\": \"2016-12-19\"", "\"timex\": \"(2016-12-01,2016-12-19,P18D)\"");
        let checked = [Checked::of(spec(&range))];
        assert_eq!(checked[0].is_right(), None);
        let rows = left_out(&checked, &[]).rows;
        assert_eq!(rows[0][1..], ["1", "0"]);
    }
}
