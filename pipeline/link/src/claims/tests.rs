//! Claims of stories that a person can read: `cases.txt`.

use schema::labels::{
    AttackerStatus, ClaimMeasure, ClaimScope, EntityType, Factuality, Party, SourceRole, ValueModifier,
    Vocabulary as _,
};
use schema::{
    Claim, ClaimSummary, ClaimValue, Date, Document, DocumentLinks, LinkedEntity, Links, Story, Timestamp,
    Toll,
};

use super::find;
use crate::digest::{Asserter, Digest, Figure, Value};

const CASES: &str = include_str!("cases.txt");

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

#[test]
fn cases_come_out() {
    let cases: Vec<&str> = CASES.split("\n\n").filter(|case| !case.starts_with('#')).collect();
    assert!(cases.len() > 10, "the cases are parted by empty lines");
    let failures: Vec<String> = cases.iter().filter_map(|case| failure(case)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// What comes out of `case`, where that is not what it expects.
fn failure(case: &str) -> Option<String> {
    let (given, expected) = case.split_once("\n---\n").expect("a case has two parts");
    let (title, documents) = given.trim_start().split_once('\n').expect("a case has a title");
    let found = Told::of(documents).ledger();
    (found != expected.trim_end()).then(|| format!("{title}\n{found}"))
}

/// The documents of a case.
#[derive(Default)]
struct Told {
    digests: Vec<Digest>,
    links: Links,
}

impl Told {
    fn of(documents: &str) -> Self {
        let mut told = Self::default();
        for line in documents.lines() {
            told.add(line);
        }
        // As stories have them: the earliest first, those without a day last.
        let mut order: Vec<usize> = (0..told.digests.len()).collect();
        order.sort_by_key(|&at| (told.digests[at].published.is_none(), told.digests[at].published));
        told.links.stories = vec![Story { documents: order, ..Story::default() }];
        told
    }

    fn add(&mut self, line: &str) {
        let (head, values) = line.split_once(": ").expect("a document has values");
        let mut words = head.split(' ');
        let mut digest = Digest::of(&Document {
            article: schema::Article::of_lines(""),
            language: schema::LanguageTag::new("en"),
            sentences: Vec::new(),
            annotations: schema::Annotations::default(),
        });
        digest.outlet = words.next().map(Into::into);
        let day = words.next().expect("a document has a day or `-`");
        digest.published = day.parse().ok().map(|day: i64| Timestamp { micros: day * DAY });
        digest.wire = words.next().map(|_| "Reuters");
        self.links.documents.push(DocumentLinks::default());
        let (mut all, mut asserters) = (Vec::new(), Vec::new());
        for (sentence, value) in (0..).zip(values.split("; ")) {
            match value.strip_prefix("toll ") {
                Some(toll) => digest.toll = self::toll(toll),
                None => all.push(Value { sentence, ..self.value(value, &mut asserters) }),
            }
        }
        digest.values.all = all.into_boxed_slice();
        digest.values.asserters = asserters.into_boxed_slice();
        self.digests.push(digest);
    }

    fn value(&mut self, line: &str, asserters: &mut Vec<Asserter>) -> Value {
        let mut words = line.split(' ');
        let measure = measure(words.next().expect("a value has a measure"));
        let first = words.next().expect("a value has a value");
        let figure = if first == "day" { day(words.next()) } else { figure(first) };
        let mut value = Value { factuality: Factuality::Certain, ..Value::new(measure, figure) };
        while let Some(word) = words.next() {
            match word {
                "of" => value.about = Some(self.entity(words.next().unwrap_or_default())),
                "by" | "via" => {
                    let role = if word == "via" { SourceRole::Media } else { SourceRole::Official };
                    let name = words.next().unwrap_or_default();
                    let entity = (word == "via").then(|| self.entity(name));
                    asserters.push(Asserter { text: Some(name.into()), entity, role });
                    value.asserter = Some(0);
                }
                "on" => match day(words.next()) {
                    Figure::Days(first, last) => value.days = Some((first, last)),
                    other => panic!("{other:?} is no day"),
                },
                "denied" => value.factuality = Factuality::CertainNot,
                _ => match ClaimScope::from_word(word) {
                    Some(scope) => value.scope = Some(scope),
                    None => value.party = Some(Party::from_word(word).expect("a scope or a party")),
                },
            }
        }
        value
    }

    /// The place among the entities of the document being added of the one of this name.
    fn entity(&mut self, name: &str) -> u32 {
        let known = self.links.entities.iter().position(|entity| entity.name == name);
        let linked = known.unwrap_or_else(|| {
            let kind = EntityType::Person;
            self.links.entities.push(LinkedEntity {
                kind,
                name: name.into(),
                document: 0,
                entity: 0,
                documents: 1,
            });
            self.links.entities.len() - 1
        });
        let own = &mut self.links.documents.last_mut().expect("the document stands there").entities;
        own.push(linked);
        u32::try_from(own.len() - 1).expect("a case is short")
    }

    fn ledger(&self) -> String {
        let (claims, summaries) = find(&self.digests, &self.links);
        let claims = claims.iter().map(|claim| self.claim(claim));
        claims.chain(summaries.iter().map(summary)).collect::<Vec<_>>().join("\n")
    }

    fn claim(&self, claim: &Claim) -> String {
        let outlet = self.digests[claim.place.document].outlet.as_deref().unwrap_or("-");
        let own = format!("{outlet} {} {}", name(claim.measure), shown(&claim.value));
        let relation = claim.relation.zip(claim.related);
        let relation = relation.map(|(relation, other)| format!(" {} {other}", relation.as_str()));
        let older = claim.supersedes.map(|older| format!(" takes {older}"));
        own + &relation.unwrap_or_default() + &older.unwrap_or_default()
    }
}

fn summary(summary: &ClaimSummary) -> String {
    let bound = |value: Option<f64>| value.map_or("-".to_owned(), |value| value.to_string());
    let consensus = summary.consensus.as_ref().map_or("-".to_owned(), shown);
    let (lowest, highest) = (bound(summary.lowest), bound(summary.highest));
    let (claims, origins) = (summary.claims, summary.independent_origins);
    format!("= {} {consensus} {lowest}..{highest} {claims} {origins}", name(summary.measure))
}

/// The measures whose words are long, in short.
const SHORT: [(ClaimMeasure, &str); 2] =
    [(ClaimMeasure::AttackerStatus, "status"), (ClaimMeasure::EventDate, "date")];

fn measure(word: &str) -> ClaimMeasure {
    let short = SHORT.iter().find(|(_, short)| *short == word).map(|(measure, _)| *measure);
    short.or_else(|| ClaimMeasure::from_word(word)).expect("a measure")
}

fn name(measure: ClaimMeasure) -> &'static str {
    SHORT.iter().find(|(own, _)| *own == measure).map_or(measure.as_str(), |(_, short)| short)
}

fn figure(word: &str) -> Figure {
    if let Some(status) = AttackerStatus::from_word(word) {
        return Figure::Status(status);
    }
    let number = |word: &str| word.parse().expect("a number");
    let (min, max, modifier) = match (word.strip_suffix('+'), word.split_once('-')) {
        (Some(min), _) => (number(min), f64::INFINITY, Some(ValueModifier::AtLeast)),
        (_, Some((min, max))) => (number(min), number(max), None),
        _ => (number(word), number(word), None),
    };
    Figure::Number { min, max, modifier }
}

fn day(word: Option<&str>) -> Figure {
    let day = Date { days: word.and_then(|word| word.parse().ok()).expect("a day") };
    Figure::Days(day, day)
}

fn toll(word: &str) -> Toll {
    let (killed, injured) = word.split_once('/').expect("killed/injured");
    let number = |word: &str| word.parse().ok().filter(|&number| number > 0);
    Toll { killed: number(killed), injured: number(injured) }
}

fn shown(value: &ClaimValue) -> String {
    match value {
        ClaimValue::Number { min: Some(min), max: None, .. } => format!("{min}+"),
        ClaimValue::Number { min: Some(min), max: Some(max), .. } if min.total_cmp(max).is_eq() => {
            min.to_string()
        }
        ClaimValue::Number { min, max, .. } => {
            format!("{}-{}", min.unwrap_or_default(), max.unwrap_or_default())
        }
        ClaimValue::Status(status) => status.as_str().to_owned(),
        ClaimValue::Days(first, _) => format!("day {}", first.days),
        ClaimValue::Place(name) => name.to_string(),
    }
}
