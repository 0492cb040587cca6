//! Named entities.
//!
//! Answers for: the sets of names, which types count in each, and how documents are given to the language layer.

use std::collections::{BTreeMap, BTreeSet};

use annotate::Layers;
use annotate::language::{self, Name};
use schema::labels::EntityType::{self, Location, Organisation, Person};
use schema::labels::Vocabulary as _;
use schema::{Article, Span};
use serde::Deserialize;

use crate::conll;
use crate::counts::Counts;
use crate::gold::{self, Gold};
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::named::{self, Document, Named};
use crate::offsets::Offsets;
use crate::report::{counted, number};

/// The types that count.
const KINDS: &[EntityType] = &[Person, Location, Organisation];

/// The folder of re3d in the gold.
const RE3D: &str = "entities/re3d";

pub(crate) const MEASURE: Measure = Measure {
    name: "names",
    title: "Names",
    definition: "\
A found name is right where the gold has a name of the same span and the same type (PER, LOC or ORG); other types do
not count, but in the tables. The words of CleanCoNLL and UNER-EWT are given to `annotate::language` as the gold cuts
them, a document at a time, as the files part them. The documents of re3d are given as plain text to
`segment::segment` and `annotate::annotate`; its Person, Location and Organisation count, without those of
confidence 0, and hold much that is no name (\"the Iraqi population\", \"Foreign Office Minister\"), which recall
shows. Precision, recall and F1 count the names of a set together; documents are resampled. Neither the
network nor the larger one that labelled its training text (`pipeline/train/teacher`) learnt from any of these
documents. Its patterns of sports results (`pipeline/train/data/patterns.txt`) were written after its errors on
CleanCoNLL dev had been read, so that figure is one of development.",
    peers: "\
Peers: spaCy en_core_web_md, measured by the project's lead (issue 4) on the test files of CleanCoNLL and UNER-EWT,
which this gold does not hold; it has 0.636 on UNER-PUD.",
    figure: Figure::F1,
    take,
};

/// A set whose words are tagged, a word a line.
struct Tagged {
    name: &'static str,
    path: &'static str,
    /// The fields of a line, the place of the word and the place of the tag.
    fields: [usize; 3],
    /// The types that its table shows.
    kinds: &'static [EntityType],
    target: f64,
    peers: &'static str,
}

const TAGGED: &[Tagged] = &[
    Tagged {
        name: "CleanCoNLL dev",
        path: "entities/cleanconll_dev.iob2",
        fields: [5, 0, 4],
        kinds: EntityType::ALL,
        target: 0.75,
        peers: "spaCy en_core_web_md 0.598 (CleanCoNLL test)",
    },
    Tagged {
        name: "UNER-EWT dev",
        path: "entities/uner_ewt_dev.iob2",
        fields: [5, 1, 2],
        kinds: KINDS,
        target: 0.72,
        peers: "spaCy en_core_web_md 0.659 (UNER-EWT test)",
    },
];

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for set in TAGGED {
        let documents: Vec<Document> = conll::read(gold, set.path, set.fields[0])?
            .iter()
            .map(|document| set.document(document))
            .collect();
        let row = Row { target: Some(set.target), peers: set.peers, ..row(set.name, &documents) };
        add(&mut outcome, row, &documents, set.kinds);
    }
    let documents = re3d(gold)?;
    add(&mut outcome, row("re3d", &documents), &documents, KINDS);
    Ok(outcome)
}

/// Puts what a set gives to the rest.
fn add(outcome: &mut Outcome, row: Row, documents: &[Document], kinds: &[EntityType]) {
    outcome.tables.push(types(&row.set, documents, kinds));
    outcome.rows.push(row);
    outcome.cases.extend(documents.iter().flat_map(|document| document.cases(KINDS)));
}

fn row(set: &str, documents: &[Document]) -> Row {
    let units: Vec<Counts> = documents.iter().map(|document| document.counts(KINDS)).collect();
    let names: f64 = units.iter().map(|counts| counts.hits + counts.missed).sum();
    Row::of_counts(set, format!("{}, {names} names", counted(documents.len(), "document")), &units)
}

/// How well each type is found.
fn types(set: &str, documents: &[Document], kinds: &[EntityType]) -> Table {
    let row = |(kind, counts): (EntityType, Counts)| {
        let names = (counts.hits + counts.missed).to_string();
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(number);
        [vec![kind.as_str().to_owned(), names], figures.to_vec()].concat()
    };
    Table {
        title: format!("The types of {set}:"),
        header: ["type", "names", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: named::by_type(documents, kinds).into_iter().map(row).collect(),
    }
}

impl Tagged {
    /// A document with the names of its tags, and those found in its words.
    fn document(&self, document: &conll::Document) -> Document {
        let [_, word, tag] = self.fields;
        let sentences: Vec<Vec<(&str, &str)>> = document
            .sentences
            .iter()
            .map(|sentence| sentence.rows.iter().map(|row| (&*row.fields[word], &*row.fields[tag])).collect())
            .collect();
        let words: Vec<Vec<&str>> =
            sentences.iter().map(|sentence| sentence.iter().map(|(word, _)| *word).collect()).collect();
        let lines: Vec<&[&str]> = words.iter().map(Vec::as_slice).collect();
        let readings = language::read(&lines, Layers::Names);
        let (mut text, mut wanted, mut found) = (String::new(), BTreeSet::new(), BTreeSet::new());
        for ((sentence, words), reading) in sentences.iter().zip(&words).zip(readings) {
            wanted.extend(named::of_tags(sentence, text.len()));
            found.extend(reading.names.iter().map(|name| placed(name, words, text.len())));
            text += &words.join(" ");
            text.push('\n');
        }
        Document { place: format!("{} {}", self.name, document.id), text, wanted, found }
    }
}

/// A found name as a span of the line that starts at `start`, where single spaces part the words.
fn placed(name: &Name, words: &[&str], start: usize) -> Named {
    let length = |words: &[&str]| words.iter().map(|word| word.len() + 1).sum::<usize>();
    let first = start + length(&words[..name.first]);
    let end = start + length(&words[..=name.last]) - 1;
    (Span::new(first, end), name.kind)
}

/// A document of re3d.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Re3dDocument {
    #[serde(rename = "_id")]
    id: String,
    source_name: String,
    text: String,
}

/// An entity of re3d; its ends are code points of the text.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Re3dEntity {
    document_id: String,
    begin: usize,
    end: usize,
    r#type: String,
    confidence: f64,
}

/// The documents of all folders of re3d with their names.
fn re3d(gold: &Gold) -> anyhow::Result<Vec<Document>> {
    let mut documents = Vec::new();
    for path in gold.files(RE3D, "documents.json")? {
        let entities: Vec<Re3dEntity> = gold::rows(&path.with_file_name("entities.json"))?;
        let mut by_document: BTreeMap<String, Vec<Re3dEntity>> = BTreeMap::new();
        for entity in entities {
            by_document.entry(entity.document_id.clone()).or_default().push(entity);
        }
        for document in gold::rows::<Re3dDocument>(&path)? {
            let entities = by_document.remove(&document.id).unwrap_or_default();
            documents.push(re3d_document(document, &entities));
        }
    }
    Ok(documents)
}

fn re3d_document(document: Re3dDocument, entities: &[Re3dEntity]) -> Document {
    let article = Article::of_lines(&document.text);
    let sentences = segment::segment(&article);
    let found = annotate::annotate(&article, &sentences).mentions;
    let offsets = Offsets::of(&document.text);
    let wanted = entities.iter().filter(|entity| entity.confidence > 0.0).filter_map(|entity| {
        let kind = match entity.r#type.as_str() {
            "Person" => Person,
            "Location" => Location,
            "Organisation" => Organisation,
            _ => return None,
        };
        Some((offsets.span(entity.begin, entity.end)?, kind))
    });
    Document {
        place: format!("re3d {} {}", document.source_name, document.id),
        wanted: wanted.collect(),
        found: found.iter().map(|mention| (mention.span, mention.kind)).collect(),
        text: document.text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Re3dDocument, Re3dEntity, TAGGED, placed, re3d_document, row, types};
    use crate::conll;
    use crate::named::Document;
    use annotate::language::Name;
    use schema::Span;
    use schema::labels::EntityType::{Location, Miscellaneous, Organisation, Person};

    #[test]
    fn found_names_stand_where_their_words_do() {
        let name = Name { first: 1, last: 2, kind: Location, confidence: 1.0 };
        assert_eq!(placed(&name, &["in", "Öst", "Orby", "."], 10), (Span::new(13, 22), Location));
    }

    #[test]
    fn gold_names_stand_where_their_words_do() {
        let line = |word: &str, tag: &str| {
            let fields = [word, "-", "-", "-", tag].map(str::to_owned).to_vec();
            conll::Row { line: 1, fields }
        };
        let rows = vec![line("In", "O"), line("Orby", "B-LOC")];
        let sentences = vec![conll::Sentence { rows, ..conll::Sentence::default() }];
        let document = TAGGED[0].document(&conll::Document { id: "7".to_owned(), sentences });
        assert_eq!((document.place.as_str(), document.text.as_str()), ("CleanCoNLL dev 7", "In Orby\n"));
        assert_eq!(document.wanted, [(Span::new(3, 7), Location)].into());
    }

    #[test]
    fn sets_are_pooled_and_other_types_stand_apart() {
        let span = Span::new(0, 3);
        let of = |wanted: &[_], found: &[_]| Document {
            place: String::new(),
            text: "Ada".to_owned(),
            wanted: wanted.iter().map(|kind| (span, *kind)).collect(),
            found: found.iter().map(|kind| (span, *kind)).collect(),
        };
        let documents = [of(&[Person], &[Person]), of(&[Person], &[Miscellaneous]), of(&[], &[Organisation])];
        let row = row("toy", &documents);
        assert_eq!((row.precision, row.recall, row.value), (Some(0.5), Some(0.5), Some(0.5)));
        assert_eq!(row.size, "3 documents, 2 names");
        let table = types("toy", &documents, &[Person, Miscellaneous]);
        assert_eq!(table.rows[1], ["MISC", "0", "0.000", "–", "0.000"]);
    }

    #[test]
    fn re3d_counts_code_points_and_drops_what_nobody_was_sure_of() {
        let entity = |begin, end, kind: &str, confidence| Re3dEntity {
            document_id: "d".to_owned(),
            begin,
            end,
            r#type: kind.to_owned(),
            confidence,
        };
        let text = "“Örk” fell.".to_owned();
        let entities =
            [entity(1, 4, "Location", 0.9), entity(0, 5, "Location", 0.0), entity(1, 4, "Weapon", 1.0)];
        let document = Re3dDocument { id: "d".to_owned(), source_name: "toy".to_owned(), text };
        let document = re3d_document(document, &entities);
        let names: Vec<&str> = document.wanted.iter().map(|(span, _)| span.of(&document.text)).collect();
        assert_eq!(names, ["Örk"]);
    }
}
