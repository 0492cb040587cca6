//! Events: who did what to whom, and how it stands to what is.
//!
//! Answers for: the sets, when an event is found, and when a found one is right.

use std::collections::BTreeMap;

use annotate::annotate;
use schema::labels::{EventStatus, EventType, Upos, Vocabulary as _};
use schema::{Annotations, Article, Entity, Event, Participant};
use serde::Deserialize;

use crate::accuracy::{self, Accuracy};
use crate::cases::{Case, ranked};
use crate::coded::{self, Coded, Dyad, Reason};
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::offsets::Offsets;
use crate::page::Page;
use crate::publication;
use crate::report::{counted, number};
use crate::triggered::{self, Document, Wanted};

pub(crate) const MEASURE: Measure = Measure {
    name: "events",
    title: "Events",
    definition: "\
*TimeBank and AQUAINT*: each document is given to `segment::segment` and `annotate::annotate` as plain text, published on
the day of its creation time. An event of TimeML is found where the head token of an event's trigger lies in it; heads
are those of our tree. Precision, recall and F1 count the events of all documents; documents are resampled.

*PETRARCH*: the sentences of its unit tests, taken for English; each expected event counts. It is right where one of our
events has a type that its code may be in PLOVER, its actor's words, or the name of the one that they stand for, hold
a name of the expected source, and its recipient's one of the target's. Where a source or target is told by a role
alone, any words will do. Those who stand together as the actor, without a recipient, did it to each other; a visit or
a meeting (CONSULT) may be told from either side. The codes are those of WEIS for the most part, not of CAMEO (`212` is
an arrest, `122` a denunciation, `064` a recognition), so they are compared by type; `coded` holds the crosswalk. The
tests bring their own dictionaries, and many code words otherwise than these mean: the second row is without the
sentences whose code does not follow from their words, which were told by reading. Sentences are resampled.

*MEANTIME*: found as those of TimeBank; of the events found, the share whose status is the gold's. `NEG` is negated;
`POSSIBLE`, `PROBABLE` and clauses of a condition are hypothetical; what is `CERTAIN` and `FUTURE` is future, and else
actual; `UNDERSPECIFIED` ones do not count. The last row is what the answer actual to everything would reach.",
    peers: "",
    figure: Figure::F1,
    take,
};

/// Sentences of PETRARCH whose codes do not follow from the words, but from a dictionary that was made for the test.
const MADE_UP: &[&str] = &[
    "COMMA-05",
    "COMMA-07",
    "COMPOUND-23",
    "COMPOUND-32",
    "COMPOUND-42",
    "DATE-01",
    "DATE-02",
    "DATE-03",
    "DATE-06",
    "DATE-07",
    "DATE-08",
    "DATE-10",
    "DATE-11",
    "DATE-12",
    "DEMO-10",
    "DEMO-20",
    "DEMO-21",
    "DEMO-22",
    "DEMO-23",
    "DEMO-25",
    "DEMO-27",
    "DEMO-31",
    "DEMO-32",
    "PATTERN-10",
    "PATTERN-14",
    "PATTERN-16",
    "PATTERN-18",
    "PATTERN-21",
    "PATTERN-22",
    "PATTERN-23",
    "PATTERN-24",
    "PATTERN-25",
    "PATTERN-27",
    "PATTERN-29",
    "PATTERN-30",
    "PATTERN-31",
    "SYNSET-12",
    "SYNSET-21a",
    "SYNSET-21b",
    "VERB-04",
    "VERB-05a",
    "VERB-06",
    "VERB-07",
    "VERB-11",
    "VERB-12",
    "VERB-13",
    "VERB-14",
    "VERB-15",
    "VERB-17",
    "VERB-18",
    "VERB-19",
    "AFP080801M008-2",
    "AFP0808020593-1a",
    "AFP0808020593-1b",
];

/// A document of the gold; offsets are code points.
#[derive(Debug, Deserialize)]
struct Annotated {
    id: String,
    dct: Option<String>,
    text: String,
    #[serde(default, alias = "markables")]
    events: Vec<Markable>,
}

#[derive(Debug, Deserialize)]
struct Markable {
    /// What MEANTIME marks; TimeML's list holds events alone.
    kind: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    cls: Option<String>,
    certainty: Option<String>,
    polarity: Option<String>,
    time: Option<String>,
    special_cases: Option<String>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let timebank = documents(gold, "times/timebank_aquaint.jsonl", "TimeBank")?;
    let coded: Vec<Checked> = coded::read(gold)?.into_iter().map(Checked::of).collect();
    let meantime = documents(gold, "times/meantime.jsonl", "MEANTIME")?;
    let mut rows = vec![Row { target: Some(0.78), ..detection("TimeBank and AQUAINT", &timebank) }];
    rows.extend(dyads(&coded));
    rows.push(detection("MEANTIME", &meantime));
    rows.extend(statuses(&meantime));
    let tables =
        vec![classes(&timebank), words(&timebank), codes(&coded), left_out(&coded), confusion(&meantime)];
    let cases = timebank.iter().flat_map(Document::cases);
    let cases = cases.chain(coded.iter().flat_map(Checked::cases));
    let cases = cases.chain(meantime.iter().flat_map(Document::status_cases));
    Ok(Outcome { rows, tables, cases: cases.collect() })
}

fn documents(gold: &Gold, path: &str, set: &str) -> anyhow::Result<Vec<Document>> {
    let rows: Vec<Annotated> = gold.rows(path)?;
    Ok(rows.into_iter().map(|row| document(set, row)).collect())
}

fn document(set: &str, row: Annotated) -> Document {
    let mut page =
        if row.dct.is_some() { Page::of(Article::of_lines(&row.text)) } else { Page::titled(&row.text) };
    page.article.metadata.published = row.dct.as_deref().and_then(publication::day);
    let Annotations { tokens, events, .. } = annotate(&page.article, &page.sentences);
    let offsets = Offsets::of(&row.text);
    let wanted = row.events.iter().filter_map(|event| event.wanted(&offsets)).collect();
    let found = triggered::heads(&row.text, &tokens, &events);
    Document { place: format!("{set} {}", row.id), text: row.text, tokens, wanted, found }
}

impl Markable {
    fn wanted(&self, offsets: &Offsets) -> Option<Wanted> {
        if self.kind.as_deref().is_some_and(|kind| kind != "EVENT_MENTION") {
            return None;
        }
        let span = offsets.span(self.start?, self.end?)?;
        Some(Wanted { span, class: self.cls.clone().unwrap_or_default(), status: self.status() })
    }

    /// The status that its labels make.
    fn status(&self) -> Option<EventStatus> {
        let label = |label: &'_ Option<String>| label.clone().unwrap_or_default();
        let (certainty, time) = (label(&self.certainty), label(&self.time));
        match (certainty.as_str(), label(&self.polarity).as_str(), time.as_str()) {
            (_, "NEG", _) => Some(EventStatus::Negated),
            _ if label(&self.special_cases).starts_with("COND") => Some(EventStatus::Hypothetical),
            ("POSSIBLE" | "PROBABLE", _, _) => Some(EventStatus::Hypothetical),
            ("CERTAIN", "POS", "FUTURE") => Some(EventStatus::Future),
            ("CERTAIN", "POS", "NON_FUTURE") => Some(EventStatus::Actual),
            _ => None,
        }
    }
}

fn detection(set: &str, documents: &[Document]) -> Row {
    let all: usize = documents.iter().map(|document| document.wanted.len()).sum();
    let size = format!("{}, {}", counted(documents.len(), "document"), counted(all, "event"));
    Row::of_counts(set, size, &documents.iter().map(Document::counts).collect::<Vec<_>>())
}

/// How many events of each class of TimeML are found.
fn classes(documents: &[Document]) -> Table {
    let mut classes: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for document in documents {
        for (wanted, head) in document.wanted.iter().zip(document.heads()) {
            classes.entry(&wanted.class).or_default().push(head.is_some());
        }
    }
    let row = |(class, found): (&str, Vec<bool>)| {
        let recall = Accuracy::of(found.iter().copied()).share();
        vec![class.to_owned(), found.len().to_string(), number(recall)]
    };
    Table {
        title: "The events of TimeBank and AQUAINT, by their class:".to_owned(),
        header: ["class", "events", "recall"].map(str::to_owned).to_vec(),
        rows: classes.into_iter().map(row).collect(),
    }
}

/// How well the events of each part of speech are found.
fn words(documents: &[Document]) -> Table {
    let mut words: BTreeMap<&str, Counts> = BTreeMap::new();
    let name = |upos: Option<Upos>| upos.map_or("X", Upos::as_str);
    for document in documents {
        for (wanted, head) in document.wanted.iter().zip(document.heads()) {
            let counts = words.entry(name(document.upos(wanted.span))).or_default();
            let side = if head.is_some() { &mut counts.hits } else { &mut counts.missed };
            *side += 1.0;
        }
        for at in document.extra() {
            words.entry(name(document.tokens[at].upos)).or_default().extra += 1.0;
        }
    }
    let mut rows: Vec<_> = words.into_iter().collect();
    rows.sort_by(|(_, one), (_, other)| other.total().total_cmp(&one.total()));
    let row = |(word, counts): (&str, Counts)| {
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(number);
        [vec![word.to_owned(), (counts.hits + counts.missed).to_string()], figures.to_vec()].concat()
    };
    Table {
        title: "The same by the part of speech that we give the word:".to_owned(),
        header: ["word", "events", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: rows.into_iter().map(row).collect(),
    }
}

/// A sentence of PETRARCH with what was found.
#[derive(Debug)]
struct Checked {
    coded: Coded,
    events: Vec<Event>,
    entities: Vec<Entity>,
}

impl Checked {
    fn of(coded: Coded) -> Self {
        let mut page = Page::of(Article::of_lines(&coded.text)).english();
        page.article.metadata.published = publication::day(&coded.day);
        let Annotations { events, entities, .. } = annotate(&page.article, &page.sentences);
        Self { coded, events, entities }
    }

    /// Whether the code follows from the words.
    fn is_plain(&self) -> bool {
        !MADE_UP.contains(&self.coded.id.as_str())
    }

    /// The expected events that count, with whether they were found.
    fn answers(&self) -> impl Iterator<Item = (&Dyad, bool)> {
        let dyads = self.coded.events.iter().flatten();
        dyads.map(|dyad| (dyad, self.events.iter().any(|event| self.gives(event, dyad))))
    }

    fn gives(&self, event: &Event, dyad: &Dyad) -> bool {
        let is_typed = event.kind.is_some_and(|kind| dyad.types.contains(&kind));
        let (actor, recipient) = (self.words(event.actor), self.words(event.recipient));
        let (actor, recipient) = (actor.as_deref(), recipient.as_deref());
        let fits = |actor, recipient| dyad.source.is_in(actor) && dyad.target.is_in(recipient);
        let is_mutual = event.kind == Some(EventType::Consult);
        let is_reciprocal = recipient.is_none() && fits(actor, actor);
        is_typed && (fits(actor, recipient) || is_reciprocal || (is_mutual && fits(recipient, actor)))
    }

    /// The words of a participant, and the name of the one that they stand for.
    fn words(&self, participant: Option<Participant>) -> Option<String> {
        let Participant { span, entity } = participant?;
        let name = entity.map(|at| self.entities[at].name).filter(|name| !span.contains(*name));
        let spans = [Some(span), name].into_iter().flatten();
        Some(spans.map(|span| span.of(&self.coded.text)).collect::<Vec<_>>().join(" = "))
    }

    fn cases(&self) -> Vec<Case> {
        let wrong = self.answers().filter(|(_, is_right)| !is_right);
        wrong.map(|(dyad, _)| self.case(dyad)).collect()
    }

    fn case(&self, dyad: &Dyad) -> Case {
        let has_type = |event: &Event| event.kind.is_some_and(|kind| dyad.types.contains(&kind));
        let wrong = match self.events.iter().find(|event| has_type(event)) {
            _ if !self.is_plain() => "made up",
            None if self.events.is_empty() => "no event",
            None => "type",
            Some(event) if !dyad.source.is_in(self.words(event.actor).as_deref()) => "actor",
            Some(_) => "recipient",
        };
        let types: Vec<&str> = dyad.types.iter().map(|kind| kind.as_str()).collect();
        let gold = format!("{} ({}) {:?} -> {:?}", dyad.code, types.join(", "), dyad.source, dyad.target);
        let found: Vec<String> = self.events.iter().map(|event| self.shown(event)).collect();
        let lines = vec![("text", self.coded.text.clone()), ("gold", gold), ("found", found.join("; "))];
        let place = format!("PETRARCH {}", self.coded.id);
        Case { kind: format!("PETRARCH {}: {wrong}", &dyad.code[..2]), cost: 1.0, place, lines }
    }

    fn shown(&self, event: &Event) -> String {
        let kind = event.kind.map_or("-", EventType::as_str);
        let told = |one| self.words(one).unwrap_or_else(|| "-".to_owned());
        let (actor, recipient) = (told(event.actor), told(event.recipient));
        format!("[{}] {kind}: {actor} -> {recipient}", event.trigger.of(&self.coded.text))
    }
}

/// The rows of PETRARCH: all expected events, and those whose code follows from the words.
fn dyads(sentences: &[Checked]) -> [Row; 2] {
    let row = |set: &str, counts: &dyn Fn(&Checked) -> bool| {
        let sentences = sentences.iter().filter(|sentence| counts(sentence));
        let units = sentences.map(|sentence| Accuracy::of(sentence.answers().map(|(_, is_right)| is_right)));
        let units: Vec<Accuracy> = units.filter(|units| units.all > 0).collect();
        let all: usize = units.iter().map(|unit| unit.all).sum();
        let size = format!("{}, {}", counted(units.len(), "sentence"), counted(all, "event"));
        Row { size, figure: Some(Figure::Accuracy), ..accuracy::row_of(set, "event", &units) }
    };
    let all = row("PETRARCH, type and actors", &|_| true);
    let plain = row("PETRARCH, codes that follow from the words", &Checked::is_plain);
    [all, plain].map(|row| Row { target: Some(0.75), ..row })
}

/// How many expected events of each root are right.
fn codes(sentences: &[Checked]) -> Table {
    let mut roots: BTreeMap<&str, [Vec<bool>; 2]> = BTreeMap::new();
    for sentence in sentences {
        for (dyad, is_right) in sentence.answers() {
            let has_type = |event: &Event| event.kind.is_some_and(|kind| dyad.types.contains(&kind));
            let [types, all] = roots.entry(&dyad.code[..2]).or_default();
            types.push(sentence.events.iter().any(has_type));
            all.push(is_right);
        }
    }
    let row = |(root, answers): (&str, [Vec<bool>; 2])| {
        let shares = answers.each_ref().map(|answers| number(Accuracy::of(answers.iter().copied()).share()));
        [vec![root.to_owned(), answers[0].len().to_string()], shares.to_vec()].concat()
    };
    Table {
        title: "The expected events of PETRARCH, by the root of their code:".to_owned(),
        header: ["root", "events", "type", "type and actors"].map(str::to_owned).to_vec(),
        rows: roots.into_iter().map(row).collect(),
    }
}

/// The expected events that were left out.
fn left_out(sentences: &[Checked]) -> Table {
    let reasons = sentences.iter().flat_map(|sentence| &sentence.coded.events);
    let reasons = reasons.filter_map(|event| event.as_ref().err().copied());
    let row = |(reason, events): (Reason, usize)| vec![reason.to_owned(), events.to_string()];
    Table {
        title: "The expected events of PETRARCH that do not count:".to_owned(),
        header: ["what", "events"].map(str::to_owned).to_vec(),
        rows: ranked(reasons).into_iter().map(row).collect(),
    }
}

/// The rows of MEANTIME's statuses.
fn statuses(documents: &[Document]) -> [Row; 2] {
    let row = |set: &str, is_right: fn([EventStatus; 2]) -> bool| {
        let units = documents.iter().map(|document| {
            Accuracy::of(document.statuses().into_iter().map(|(_, statuses)| is_right(statuses)))
        });
        let row = accuracy::row_of(set, "event", &units.collect::<Vec<_>>());
        Row { figure: Some(Figure::Accuracy), ..row }
    };
    [
        row("MEANTIME, status", |[gold, found]| gold == found),
        row("MEANTIME, always actual", |[gold, _]| gold == EventStatus::Actual),
    ]
}

/// How often each status of the gold was found as which.
fn confusion(documents: &[Document]) -> Table {
    let statuses: Vec<[EventStatus; 2]> =
        documents.iter().flat_map(Document::statuses).map(|(_, statuses)| statuses).collect();
    let count = |pair: [EventStatus; 2]| statuses.iter().filter(|other| **other == pair).count().to_string();
    let row = |&gold: &EventStatus| {
        let counts = EventStatus::ALL.iter().map(|&found| count([gold, found]));
        [gold.as_str().to_owned()].into_iter().chain(counts).collect()
    };
    let header = EventStatus::ALL.iter().map(|status| status.as_str().to_owned());
    Table {
        title: "The status of the events of MEANTIME that were found:".to_owned(),
        header: ["gold \\ found".to_owned()].into_iter().chain(header).collect(),
        rows: EventStatus::ALL.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Checked, Markable, classes, dyads, left_out, words};
    use crate::coded::tests::coded;
    use crate::triggered::tests::{TEXT, document, span};
    use schema::labels::{EventStatus, EventType};
    use schema::{Event, Participant};

    fn participant(words: &str) -> Participant {
        Participant { span: span(words), entity: None }
    }

    fn event(kind: EventType, actor: Option<&str>, recipient: Option<&str>) -> Event {
        Event {
            trigger: span("shot dead"),
            lemma: "shoot".into(),
            sentence: 0,
            kind: Some(kind),
            mode: None,
            cameo: None,
            actor: actor.map(participant),
            recipient: recipient.map(participant),
            place: None,
            time: None,
            status: EventStatus::Actual,
            attribution: None,
            is_main: true,
        }
    }

    #[test]
    fn tables_tell_classes_and_parts_of_speech() {
        assert_eq!(classes(&[document()]).rows, [["OCCURRENCE", "1", "1.000"], ["STATE", "1", "0.000"]]);
        assert_eq!(words(&[document()]).rows.len(), 3);
    }

    #[test]
    fn labels_make_a_status() {
        let status = |certainty: &str, polarity: &str, time: &str, special: &str| {
            let [certainty, polarity, time, special_cases] =
                [certainty, polarity, time, special].map(|label| Some(label.to_owned()));
            let (kind, start, end, cls) = (None, None, None, None);
            Markable { kind, start, end, cls, certainty, polarity, time, special_cases }.status()
        };
        assert_eq!(status("CERTAIN", "POS", "NON_FUTURE", "NONE"), Some(EventStatus::Actual));
        assert_eq!(status("CERTAIN", "POS", "FUTURE", "NONE"), Some(EventStatus::Future));
        assert_eq!(status("CERTAIN", "NEG", "FUTURE", "COND_MAIN_CLAUSE"), Some(EventStatus::Negated));
        assert_eq!(status("CERTAIN", "POS", "FUTURE", "COND_IF_CLAUSE"), Some(EventStatus::Hypothetical));
        assert_eq!(status("PROBABLE", "UNDERSPECIFIED", "FUTURE", "NONE"), Some(EventStatus::Hypothetical));
        assert_eq!(status("UNDERSPECIFIED", "POS", "FUTURE", "NONE"), None);
    }

    #[test]
    fn dyads_need_type_and_actors() {
        let gives = |expected: &[[&str; 3]], event: Event| {
            let checked = Checked { coded: coded(TEXT, expected), events: vec![event], entities: Vec::new() };
            checked.answers().all(|(_, is_right)| is_right)
        };
        let shot = |actor, recipient| event(EventType::Assault, actor, recipient);
        let force = [["ARN", "GON", "223"]];
        assert!(gives(&force, shot(Some("Arnor"), Some("Gondor"))));
        assert!(!gives(&force, shot(Some("Gondor"), Some("Arnor"))));
        assert!(!gives(&force, shot(Some("Arnor"), None)));
        assert!(gives(&force, shot(Some(TEXT), None)));
        assert!(!gives(&force, event(EventType::Aid, Some("Arnor"), Some("Gondor"))));
        let met = event(EventType::Consult, Some("Arnor"), Some("Gondor"));
        assert!(gives(&[["ARN", "GON", "031"], ["GON", "ARN", "033"]], met));
    }

    #[test]
    fn rows_count_expected_events() {
        let event = event(EventType::Assault, Some("Arnor"), Some("Gondor"));
        let expected = [["ARN", "GON", "223"], ["ARN", "GON", "071"], ["ARN", "GON", "023"]];
        let checked = [Checked { coded: coded(TEXT, &expected), events: vec![event], entities: Vec::new() }];
        let [all, plain] = dyads(&checked);
        assert_eq!(
            (all.value, all.size.as_str(), plain.value),
            (Some(0.5), "1 sentence, 2 events", Some(0.5))
        );
        assert_eq!(left_out(&checked).rows[0][1], "1");
        assert_eq!(checked[0].cases()[0].kind, "PETRARCH 07: type");
    }
}
