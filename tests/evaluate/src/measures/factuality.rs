//! How certain events are, and with which polarity.
//!
//! Answers for: reading the events of MEANTIME, which value of FactBank their labels make, and which statement or
//! attribution speaks of an event.

use std::collections::BTreeMap;

use schema::labels::{Factuality, Relation, Vocabulary as _};
use schema::{Annotations, Sentence, Span};
use serde::Deserialize;

use crate::accuracy::{self, Accuracy};
use crate::cases::{Case, excerpt};
use crate::dependencies::Dependencies;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::offsets::Offsets;
use crate::page::Page;
use crate::token_set::TokenSet;

pub(crate) const MEASURE: Measure = Measure {
    name: "factuality",
    title: "Factuality",
    definition: "\
The articles of MEANTIME are given as plain text to `segment::segment` and `annotate::annotate`, the first line as
the headline. Of its events with certainty and polarity those count that are a main predicate: the head word of
the content of an attribution in its sentence, compared with the factuality by the source; or the head of a
sentence that stands in no content, compared with that by the author. A copula or an auxiliary counts as the
predicate that it belongs to. CERTAIN, PROBABLE and POSSIBLE become CT, PR and PS, POS and NEG the signs;
UNDERSPECIFIED polarity is CTu with CERTAIN and else Uu, and UNDERSPECIFIED certainty is Uu. Nearly all events are
CT+, so the table tells more than the share of right answers; the last row is what the answer CT+ to everything
would reach.",
    peers: "",
    figure: Figure::Accuracy,
    take,
};

/// The file.
const PATH: &str = "times/meantime.jsonl";

/// The most characters shown of a sentence.
const MOST: usize = 300;

/// An article of the gold; offsets are code points.
#[derive(Debug, Deserialize)]
struct Annotated {
    id: String,
    text: String,
    markables: Vec<Markable>,
}

#[derive(Debug, Deserialize)]
struct Markable {
    kind: String,
    /// Where it stands; `None` where nothing in the text is meant.
    start: Option<usize>,
    end: Option<usize>,
    certainty: Option<String>,
    polarity: Option<String>,
}

/// Whose predicate an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaker {
    /// The author's.
    Author,
    /// A source's.
    Source,
}

/// An event that is a main predicate.
#[derive(Debug)]
struct Answer {
    speaker: Speaker,
    gold: Factuality,
    found: Factuality,
    case: Option<Case>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let documents: Vec<Vec<Answer>> = gold.rows::<Annotated>(PATH)?.iter().map(answers).collect();
    let mut outcome = Outcome { rows: rows(&documents), ..Outcome::default() };
    outcome.tables.push(confusion(documents.iter().flatten()));
    outcome.cases = documents.into_iter().flatten().filter_map(|answer| answer.case).collect();
    Ok(outcome)
}

fn rows(documents: &[Vec<Answer>]) -> Vec<Row> {
    let row = |name: &str, verdict: &dyn Fn(&Answer) -> Option<bool>| {
        let units = documents.iter().map(|answers| Accuracy::of(answers.iter().filter_map(verdict)));
        accuracy::row_of(&format!("MEANTIME{name}"), "event", &units.collect::<Vec<_>>())
    };
    let of = |speaker: Speaker| {
        move |answer: &Answer| (answer.speaker == speaker).then_some(answer.gold == answer.found)
    };
    vec![
        row("", &|answer| Some(answer.gold == answer.found)),
        row(", by the author", &of(Speaker::Author)),
        row(", by a source", &of(Speaker::Source)),
        row(", always CT+", &|answer| Some(answer.gold == Factuality::Certain)),
    ]
}

/// How often each value of the gold was found as which.
fn confusion<'a>(answers: impl Iterator<Item = &'a Answer>) -> Table {
    let mut counts: BTreeMap<Factuality, BTreeMap<Factuality, usize>> = BTreeMap::new();
    for answer in answers {
        *counts.entry(answer.gold).or_default().entry(answer.found).or_default() += 1;
    }
    let row = |(gold, found): (&Factuality, &BTreeMap<Factuality, usize>)| {
        let cells = Factuality::ALL.iter().map(|value| found.get(value).unwrap_or(&0).to_string());
        [gold.as_str().to_owned()].into_iter().chain(cells).collect()
    };
    let names = Factuality::ALL.iter().map(|value| value.as_str());
    Table {
        title: "Events by the value in the gold and the one found:".to_owned(),
        header: ["gold \\ found"].into_iter().chain(names).map(str::to_owned).collect(),
        rows: counts.iter().map(row).collect(),
    }
}

/// The answers for the events of a document that are main predicates.
fn answers(document: &Annotated) -> Vec<Answer> {
    let Page { article, sentences } = Page::titled(&document.text);
    let annotations = annotate::annotate(&article, &sentences);
    let predicates = Predicates::of(&article.text, &sentences, &annotations);
    let offsets = Offsets::of(&document.text);
    let events = document.markables.iter().filter_map(|event| {
        let gold = event.factuality()?;
        let (at, (speaker, found)) = predicates.find(offsets.span(event.start?, event.end?)?)?;
        let case = (gold != found).then(|| {
            let sentence = sentences[annotations.tokens[at].sentence].span;
            let event = annotations.tokens[at].span.of(&article.text);
            let lines = vec![
                ("event", format!("{event} ({speaker:?})").to_lowercase()),
                ("text", excerpt(sentence.of(&article.text), MOST)),
            ];
            let kind = format!("{} taken for {}", gold.as_str(), found.as_str());
            Case { kind, cost: 1.0, place: format!("MEANTIME {}", document.id), lines }
        });
        Some(Answer { speaker, gold, found, case })
    });
    events.collect()
}

impl Markable {
    /// The value that its labels make; `None` where it is no event, or none with labels.
    fn factuality(&self) -> Option<Factuality> {
        if self.kind != "EVENT_MENTION" {
            return None;
        }
        Some(match (self.certainty.as_deref()?, self.polarity.as_deref()?) {
            ("CERTAIN", "POS") => Factuality::Certain,
            ("CERTAIN", "NEG") => Factuality::CertainNot,
            ("CERTAIN", "UNDERSPECIFIED") => Factuality::CertainUnknown,
            ("PROBABLE", "POS") => Factuality::Probable,
            ("PROBABLE", "NEG") => Factuality::ProbableNot,
            ("POSSIBLE", "POS") => Factuality::Possible,
            ("POSSIBLE", "NEG") => Factuality::PossibleNot,
            ("PROBABLE" | "POSSIBLE", "UNDERSPECIFIED") | ("UNDERSPECIFIED", _) => Factuality::Unknown,
            _ => return None,
        })
    }
}

/// The main predicates of a document, by the places of their tokens.
struct Predicates<'d> {
    annotations: &'d Annotations,
    trees: Dependencies<'d>,
    values: BTreeMap<usize, (Speaker, Factuality)>,
}

impl<'d> Predicates<'d> {
    fn of(text: &str, sentences: &[Sentence], annotations: &'d Annotations) -> Self {
        let trees = Dependencies::of(&annotations.tokens);
        let mut values = BTreeMap::new();
        for (at, token) in annotations.tokens.iter().enumerate() {
            let statement = annotations.statements.get(token.sentence);
            if let Some(statement) = statement.filter(|_| token.relation == Some(Relation::Root)) {
                values.insert(at, (Speaker::Author, statement.factuality));
            }
        }
        // Inner attributions come after outer ones, so a predicate belongs to the innermost.
        for attribution in &annotations.attributions {
            let sentence = sentences[attribution.sentence].span;
            let own = attribution.contents.iter().copied().filter(|piece| sentence.overlaps(*piece));
            let content = TokenSet::of(text, &annotations.tokens, &own.collect::<Vec<_>>());
            let head = trees.head_word(&content);
            values.extend(head.map(|head| (head, (Speaker::Source, attribution.factuality))));
        }
        Self { annotations, trees, values }
    }

    /// The main predicate that the event at `span` is, and its value.
    fn find(&self, span: Span) -> Option<(usize, (Speaker, Factuality))> {
        let tokens = &self.annotations.tokens;
        let at = tokens.iter().position(|token| token.span.overlaps(span))?;
        let is_helper = matches!(tokens[at].relation?, Relation::Cop | Relation::Aux | Relation::AuxPass);
        let at = if is_helper { self.trees.head(at)? } else { at };
        Some((at, *self.values.get(&at)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Annotated, Answer, Markable, Predicates, Speaker, answers, confusion, rows};
    use crate::dependencies::tests::parsed;
    use schema::labels::{AbsentSource, Factuality, QuoteType, Role};
    use schema::{Annotations, Attribution, LanguageTag, Sentence, Span, Statement};

    fn markable(certainty: &str, polarity: &str) -> Markable {
        let (certainty, polarity) = (Some(certainty.to_owned()), Some(polarity.to_owned()));
        Markable { kind: "EVENT_MENTION".to_owned(), start: Some(0), end: Some(0), certainty, polarity }
    }

    #[test]
    fn labels_become_values_of_factbank() {
        let value = |certainty, polarity| markable(certainty, polarity).factuality();
        assert_eq!(value("CERTAIN", "NEG"), Some(Factuality::CertainNot));
        assert_eq!(value("CERTAIN", "UNDERSPECIFIED"), Some(Factuality::CertainUnknown));
        assert_eq!(value("POSSIBLE", "UNDERSPECIFIED"), Some(Factuality::Unknown));
        assert_eq!(value("UNDERSPECIFIED", "POS"), Some(Factuality::Unknown));
        assert_eq!(value("", ""), None);
        let name = Markable { kind: "ENTITY_MENTION".to_owned(), ..markable("CERTAIN", "POS") };
        assert_eq!(name.factuality(), None);
    }

    #[test]
    fn predicates_are_the_sentences_and_the_contents() {
        let (text, tokens) = parsed(
            "Ada PROPN 2 nsubj Ada
             said VERB 0 root say
             trams NOUN 6 nsubj tram
             might AUX 6 aux might
             be AUX 6 cop be
             late ADJ 2 ccomp late",
        );
        let span = |part: &str| {
            let start = text.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        let sentence = Sentence {
            span: Span::new(0, text.len()).trimmed(&text),
            block: 0,
            role: Role::Body,
            language: LanguageTag::new("en"),
            language_confidence: 1.0,
        };
        let attribution = Attribution {
            quote_type: QuoteType::Indirect,
            sentence: 0,
            source: Err(AbsentSource::ALL[0]),
            cue: None,
            contents: vec![span("trams might be late")],
            is_closed: true,
            parent: None,
            factuality: Factuality::Possible,
        };
        let statement = Statement { factuality: Factuality::Certain, ..Statement::UNREAD };
        let annotations = Annotations {
            tokens,
            attributions: vec![attribution],
            statements: vec![statement],
            ..Annotations::default()
        };
        let predicates = Predicates::of(&text, &[sentence], &annotations);
        let find = |part: &str| predicates.find(span(part));
        assert_eq!(find("said"), Some((1, (Speaker::Author, Factuality::Certain))));
        assert_eq!(find("be"), Some((5, (Speaker::Source, Factuality::Possible))));
        assert_eq!(find("trams"), None);
    }

    #[test]
    fn events_of_the_gold_are_found_by_code_points() {
        let gold = r#"{"id": "a", "text": "Öke\nThe old mill burned on Monday night .", "markables": [
            {"kind": "EVENT_MENTION", "start": 17, "end": 23, "certainty": "CERTAIN", "polarity": "POS"},
            {"kind": "EVENT_MENTION", "start": 12, "end": 16, "certainty": "CERTAIN", "polarity": "POS"},
            {"kind": "EVENT_MENTION", "start": 17, "end": 23},
            {"kind": "EVENT_MENTION"}]}"#;
        let gold: Annotated = serde_json::from_str(gold).unwrap();
        let found: Vec<_> = answers(&gold).iter().map(|answer| (answer.speaker, answer.gold)).collect();
        assert_eq!(found, [(Speaker::Author, Factuality::Certain)]);
    }

    #[test]
    fn figures_and_table_are_computed_by_hand() {
        let answer = |speaker, gold, found| Answer { speaker, gold, found, case: None };
        let documents = [vec![
            answer(Speaker::Author, Factuality::Certain, Factuality::Certain),
            answer(Speaker::Author, Factuality::Possible, Factuality::Certain),
            answer(Speaker::Source, Factuality::Possible, Factuality::Possible),
            answer(Speaker::Source, Factuality::CertainNot, Factuality::CertainNot),
        ]];
        let values: Vec<Option<f64>> = rows(&documents).iter().map(|row| row.value).collect();
        assert_eq!(values, [Some(0.75), Some(0.5), Some(1.0), Some(0.25)]);
        let table = confusion(documents.iter().flatten());
        assert_eq!(table.rows[2], ["PS+", "1", "0", "0", "0", "1", "0", "0", "0"]);
    }
}
