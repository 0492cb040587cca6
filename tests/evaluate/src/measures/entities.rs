//! Entities: which names stand for one person, organisation or place.
//!
//! Answers for: the sets of names, how a gold mention meets a found name, and what is wrong with an entity.

use std::collections::BTreeMap;

use link::Digest;
use schema::Span;

use crate::cases::{Case, ranked};
use crate::clusters::{self, Cubed};
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::{counted, number};
use crate::subtopics::{Reference, Report};
use crate::{variants, words};

pub(crate) const MEASURE: Measure = Measure {
    name: "entities",
    title: "Entities",
    definition: "\
Name variants: pairs of names of persons, companies and organisations, whose likeness by the crate `names`
says that they are of one bearer or of two; right is what the set says. The documents of the part dev of ECB+
are read by the first three stages and given to `link::link` all at once. Its people and organisations (HUM)
and places (LOC) count, in the checked sentences, with their chains across documents. A gold mention meets the
found name that has at least half of the capitalised words that it begins with, small words and a possessor
aside (\"in Jacksonville, Fla.\" meets `Jacksonville`). B³ over the mentions that meet a name, comparing
chains with linked entities, and over all mentions, where those that meet none (pronouns, \"officials\", \"the
island\") stand alone, so that recall cannot be high. One country has a chain as an actor and one as a place,
which costs precision. Documents are drawn anew, as they were linked among all.",
    peers: "Peers: the figure of logic_v2 (nomenklatura) is the one that issue 7 states.",
    figure: Figure::F1,
    take,
};

/// The most names of a wrong entity that are shown.
const SHOWN: usize = 12;

/// Words before a name that are no part of it.
const SMALL: &[&str] =
    &["a", "an", "at", "by", "from", "in", "into", "near", "of", "on", "the", "to", "towards"];

/// A gold mention.
#[derive(Debug)]
struct Mention<'r> {
    /// The place of its document.
    document: usize,
    reference: &'r Reference,
    text: &'r str,
    /// The linked entity of the name that it meets; `None` where it meets none.
    entity: Option<usize>,
}

/// What a mention stands for by what was found: a linked entity, or nothing but itself, the one at this
/// place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Entity(usize),
    Alone(usize),
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let reports: Vec<&Report> = gold.subtopics()?.iter().filter(|report| report.is_dev).collect();
    let digests: Vec<Digest> = reports.iter().map(|report| report.digest.clone()).collect();
    let links = link::link(&digests);
    let linked = |document: usize, entity: usize| links.documents[document].entities.get(entity).copied();
    let all = mentions(&reports, linked);
    let (named, _): (Vec<Mention>, Vec<Mention>) =
        mentions(&reports, linked).into_iter().partition(Mention::is_named);
    let pairs = variants::read(gold)?;
    let paired = Row { target: Some(0.85), peers: "logic_v2 0.790", ..variants::row(&pairs) };
    Ok(Outcome {
        rows: vec![paired, row("ECB+ dev, names", &named), row("ECB+ dev, all mentions", &all)],
        tables: vec![variants::schemas(&pairs), kinds(&named)],
        cases: variants::cases(&pairs).into_iter().chain(cases(&named)).collect(),
    })
}

/// The gold mentions of all `reports`; `linked` gives the linked entity of a document's entity.
fn mentions<'r>(reports: &[&'r Report], linked: impl Fn(usize, usize) -> Option<usize>) -> Vec<Mention<'r>> {
    let of = |(document, report): (usize, &&'r Report)| {
        let report = *report;
        let mention = |reference: &'r Reference| Mention {
            document,
            reference,
            text: reference.span.of(&report.text),
            entity: met(report, reference.span).and_then(|entity| linked(document, entity)),
        };
        report.references.iter().map(mention).collect::<Vec<_>>()
    };
    reports.iter().enumerate().flat_map(of).collect()
}

/// The entity of the found name that a mention at `span` meets: of several the one with most of its words,
/// then the first.
fn met(report: &Report, span: Span) -> Option<usize> {
    let words = name_words(&report.text, span);
    let common = |name: Span| {
        words.iter().filter(|word| name.start() <= word.start() && word.end() <= name.end()).count()
    };
    let names = report.names.iter().map(|&(name, entity)| (common(name), entity));
    let (most, entity) = names.rev().max_by_key(|&(common, _)| common)?;
    (most > 0 && 2 * most >= words.len()).then_some(entity)
}

/// The words of a mention at `span` that name what it stands for: those with a capital or a digit that it
/// begins with, small words and a possessor aside; none where it is a description.
fn name_words(text: &str, span: Span) -> Vec<Span> {
    let words = words::spans(span.of(text)).into_iter();
    let words: Vec<Span> =
        words.map(|word| Span::new(span.start() + word.start(), span.start() + word.end())).collect();
    let is_possessive = |word: &Span| word.of(text) == "s" && text[..word.start()].ends_with(['\'', '’']);
    let possessed = words.iter().rposition(is_possessive).map_or(0, |at| at + 1);
    let own = if possessed < words.len() { &words[possessed..] } else { &words };
    let is_name = |word: &&Span| word.of(text).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let small = own.iter().take_while(|word| SMALL.contains(&word.of(text))).count();
    own[small..].iter().take_while(is_name).copied().collect()
}

impl Mention<'_> {
    fn is_named(&self) -> bool {
        self.entity.is_some()
    }
}

/// What B³ gives each of `mentions`.
fn compare(mentions: &[Mention]) -> Vec<Cubed> {
    let chains: Vec<&str> = mentions.iter().map(|mention| mention.reference.chain.as_str()).collect();
    let found = |(at, mention): (usize, &Mention)| mention.entity.map_or(Found::Alone(at), Found::Entity);
    let found: Vec<Found> = mentions.iter().enumerate().map(found).collect();
    clusters::compare(&chains, &found)
}

fn row(set: &str, mentions: &[Mention]) -> Row {
    let mut units: BTreeMap<usize, Cubed> = BTreeMap::new();
    for (mention, cubed) in mentions.iter().zip(compare(mentions)) {
        let unit = units.entry(mention.document).or_default();
        *unit = *unit + cubed;
    }
    let units: Vec<Cubed> = units.into_values().collect();
    let size = format!("{}, {}", counted(units.len(), "document"), counted(mentions.len(), "mention"));
    clusters::row(set, size, &units)
}

/// How well the names of each kind are linked.
fn kinds(mentions: &[Mention]) -> Table {
    let mut kinds: BTreeMap<&str, Cubed> = BTreeMap::new();
    for (mention, cubed) in mentions.iter().zip(compare(mentions)) {
        let sum = kinds.entry(&mention.reference.kind).or_default();
        *sum = *sum + cubed;
    }
    let row = |(kind, cubed): (&str, Cubed)| {
        let figures = [cubed.mean_precision(), cubed.mean_recall(), cubed.f1()].map(number);
        [vec![kind.to_owned(), cubed.items.to_string()], figures.to_vec()].concat()
    };
    Table {
        title: "The names of ECB+ dev, by their kind:".to_owned(),
        header: ["kind", "names", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: kinds.into_iter().map(row).collect(),
    }
}

/// The chains that lie in several entities, and the entities that hold several chains.
fn cases(mentions: &[Mention]) -> Vec<Case> {
    let mut chains: BTreeMap<&str, Vec<(&Mention, Cubed)>> = BTreeMap::new();
    let mut entities: BTreeMap<Option<usize>, Vec<(&Mention, Cubed)>> = BTreeMap::new();
    for (mention, cubed) in mentions.iter().zip(compare(mentions)) {
        chains.entry(&mention.reference.chain).or_default().push((mention, cubed));
        entities.entry(mention.entity).or_default().push((mention, cubed));
    }
    let split = chains.into_values().filter_map(|chain| {
        let cost = chain.iter().map(|(_, cubed)| 1.0 - cubed.recall).sum();
        case("ECB+: split", &chain, cost, |mention| format!("entity {}", mention.entity.unwrap_or_default()))
    });
    let mixed = entities.into_values().filter_map(|entity| {
        let cost = entity.iter().map(|(_, cubed)| 1.0 - cubed.precision).sum();
        case("ECB+: mixed", &entity, cost, |mention| mention.reference.chain.clone())
    });
    split.chain(mixed).collect()
}

/// The error of a group of mentions, shown by what parts them; `None` where nothing does.
fn case(
    kind: &str,
    group: &[(&Mention, Cubed)],
    cost: f64,
    part: impl Fn(&Mention) -> String,
) -> Option<Case> {
    if cost <= 0.0 {
        return None;
    }
    let shown = ranked(group.iter().map(|(mention, _)| (part(mention), mention.text)));
    let line = |((part, text), count): ((String, &str), usize)| ("name", format!("{part}: {text} ({count})"));
    Some(Case {
        kind: kind.to_owned(),
        cost,
        place: format!("{}, {}", group[0].0.reference.chain, counted(group.len(), "mention")),
        lines: shown.into_iter().take(SHOWN).map(line).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Mention, cases, kinds, met, name_words, row};
    use crate::subtopics::{Reference, Report};
    use schema::Span;

    const TEXT: &str = "In Velden, Orby, Mayor Ada Brandt met officials.";

    fn report() -> Report {
        let span = |name: &str| {
            let start = TEXT.find(name).expect("it is there");
            Span::new(start, start + name.len())
        };
        let names = vec![(span("Velden"), 0), (span("Orby"), 1), (span("Ada Brandt"), 2)];
        Report { names, ..Report::of_text(TEXT) }
    }

    #[test]
    fn mentions_meet_the_name_with_half_of_their_capitals() {
        let met_by = |text: &str| {
            let start = TEXT.find(text).expect("it is there");
            met(&report(), Span::new(start, start + text.len()))
        };
        assert_eq!(met_by("Velden, Orby"), Some(0));
        assert_eq!(met_by("Mayor Ada Brandt"), Some(2));
        assert_eq!((met_by("Brandt"), met_by("officials"), met_by("Mayor")), (Some(2), None, None));
    }

    #[test]
    fn descriptions_and_possessors_are_no_names() {
        let named = |text: &str| -> Vec<String> {
            let words = name_words(text, Span::new(0, text.len()));
            words.iter().map(|word| word.of(text).to_owned()).collect()
        };
        assert_eq!(named("in Orby, Velden"), ["Orby", "Velden"]);
        assert_eq!(named("Velden's Orby island"), ["Orby"]);
        assert_eq!(named("at 12th Street near Orby"), ["12th", "Street"]);
        assert_eq!(named("Velden’s"), ["Velden"]);
        assert!(named("Velden's highest mill").is_empty() && named("a mill in Orby").is_empty());
    }

    /// Two chains in one document: the second mention of the first is in the entity of the other.
    fn toy(references: &[Reference]) -> Vec<Mention<'_>> {
        let entities = [Some(0), Some(1), Some(1), None];
        let mentions = references.iter().zip(entities);
        mentions.map(|(reference, entity)| Mention { document: 0, reference, text: "Orby", entity }).collect()
    }

    fn references() -> Vec<Reference> {
        let of = |chain: &str| Reference {
            span: Span::new(0, 4),
            kind: "LOC".to_owned(),
            chain: chain.to_owned(),
        };
        ["a", "a", "b", "b"].map(of).to_vec()
    }

    #[test]
    fn mentions_without_a_name_stand_alone() {
        let references = references();
        let row = row("toy", &toy(&references));
        assert_eq!(row.size, "1 document, 4 mentions");
        assert_eq!((row.precision, row.recall), (Some(0.75), Some(0.5)));
        assert_eq!(kinds(&toy(&references[..1])).rows, [["LOC", "1", "1.000", "1.000", "1.000"]]);
    }

    #[test]
    fn split_chains_and_mixed_entities_are_errors() {
        let references = references();
        let cases = cases(&toy(&references[..3]));
        let found: Vec<&str> = cases.iter().map(|case| case.kind.as_str()).collect();
        assert_eq!(found, ["ECB+: split", "ECB+: mixed"]);
        assert_eq!(cases[1].lines[0].1, "a: Orby (1)");
    }
}
