//! The documents of ECB+: articles in groups that tell of one event, with the people, organisations and
//! places that take part, as the stages read them.
//!
//! Answers for: its file, how a document is given to the stages, and what is kept of it. Several measures
//! share one reading (`Gold::subtopics`). What is right is the measures' business.

use link::Digest;
use rayon::prelude::*;
use schema::Span;
use serde::Deserialize;

use crate::gold::Gold;
use crate::joined::Joined;
use crate::linked;
use crate::page::Page;

/// A document that was read.
#[derive(Debug)]
pub(crate) struct Report {
    /// Its name.
    pub(crate) id: String,
    /// The event that it tells of.
    pub(crate) subtopic: String,
    /// Whether it is of the part `dev`.
    pub(crate) is_dev: bool,
    /// Its text.
    pub(crate) text: String,
    /// Where its checked sentences speak of people, organisations and places.
    pub(crate) references: Vec<Reference>,
    /// The names that were found, and the place of what each names among the document's entities.
    pub(crate) names: Vec<(Span, usize)>,
    /// Its digest.
    pub(crate) digest: Digest,
}

/// Words that stand for somebody or something, by the gold.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    /// Where they stand.
    pub(crate) span: Span,
    /// What they stand for: `HUM` or `LOC`.
    pub(crate) kind: String,
    /// The name of the chain of all that stand for the same, in any document.
    pub(crate) chain: String,
}

/// A document as the file holds it; its sentences are counted from 0.
#[derive(Debug, Deserialize)]
struct Record {
    doc_id: String,
    subtopic: String,
    split: String,
    sentences: Vec<Vec<String>>,
    validated_sent_ids: Vec<usize>,
    mentions: Vec<Marked>,
}

#[derive(Debug, Deserialize)]
struct Marked {
    sent_id: usize,
    tokens: Vec<usize>,
    r#type: String,
    chain: String,
}

/// All documents.
pub(crate) fn read(gold: &Gold) -> anyhow::Result<Vec<Report>> {
    let records: Vec<Record> = gold.rows("stories/ecbplus.jsonl")?;
    Ok(records.into_par_iter().enumerate().map(|(at, record)| Report::of(record, at)).collect())
}

impl Report {
    /// The document of `record`, the one at place `at` of the file.
    fn of(record: Record, at: usize) -> Self {
        let mut joined = Joined::default();
        let address = record.address();
        for (nth, words) in record.sentences.iter().enumerate() {
            joined.push(if nth == 0 && address.is_some() { &[] } else { words });
        }
        let references = record.references(&joined);
        let mut page = Page::titled(&joined.text);
        page.article.metadata.outlet = address.as_deref().and_then(linked::host);
        let document = linked::document(page, at);
        let names = document.annotations.mentions.iter().map(|mention| (mention.span, mention.entity));
        Self {
            id: record.doc_id,
            subtopic: record.subtopic,
            is_dev: record.split == "dev",
            references,
            names: names.collect(),
            digest: Digest::of(&document),
            text: document.article.text,
        }
    }

    /// The document of this text, of which nothing was found, for tests.
    #[cfg(test)]
    pub(crate) fn of_text(text: &str) -> Self {
        let digest = Digest::of(&linked::document(Page::titled(text), 0));
        let [id, subtopic] = [String::new(), String::new()];
        let (references, names) = (Vec::new(), Vec::new());
        Self { id, subtopic, is_dev: true, text: text.to_owned(), references, names, digest }
    }
}

impl Record {
    /// The address that its first sentence is; `None` where it is another sentence.
    fn address(&self) -> Option<String> {
        let first = self.sentences.first()?;
        first.first().is_some_and(|word| word.starts_with("http")).then(|| first.concat())
    }

    /// What its checked sentences, whose words stand as in `joined`, say of people, organisations and places.
    fn references(&self, joined: &Joined) -> Vec<Reference> {
        let counts = |one: &&Marked| {
            matches!(one.r#type.as_str(), "HUM" | "LOC") && self.validated_sent_ids.contains(&one.sent_id)
        };
        let placed = |one: &Marked| {
            let words = joined.words.get(one.sent_id)?;
            let (first, last) = (words.get(*one.tokens.first()?)?, words.get(*one.tokens.last()?)?);
            let span = Span::new(first.start(), last.end());
            Some(Reference { span, kind: one.r#type.clone(), chain: one.chain.clone() })
        };
        self.mentions.iter().filter(counts).filter_map(placed).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Record, Reference, Report};

    const RECORD: &str = r#"{"doc_id": "1_1ecbplus", "subtopic": "1ecbplus", "split": "dev", "validated_sent_ids": [1],
        "sentences": [["http", ":", "/", "/", "herald", ".", "example", "/", "a", ".", "html"],
            ["Ada", "Brandt", "left", "Orby", "."], ["She", "smiled", "."]],
        "mentions": [{"sent_id": 1, "tokens": [0, 1], "type": "HUM", "chain": "HUM1"},
            {"sent_id": 1, "tokens": [3], "type": "LOC", "chain": "LOC1"},
            {"sent_id": 1, "tokens": [2], "type": "ACT", "chain": "ACT1"},
            {"sent_id": 2, "tokens": [0], "type": "HUM", "chain": "HUM1"}]}"#;

    #[test]
    fn the_address_is_no_text_and_only_checked_sentences_count() {
        let report = Report::of(serde_json::from_str::<Record>(RECORD).unwrap(), 0);
        assert_eq!(report.text.trim(), "Ada Brandt left Orby.\nShe smiled.");
        let found =
            |one: &Reference| (one.span.of(&report.text).to_owned(), one.kind.clone(), one.chain.clone());
        let found: Vec<_> = report.references.iter().map(found).collect();
        let expected =
            [["Ada Brandt", "HUM", "HUM1"], ["Orby", "LOC", "LOC1"]].map(|one| one.map(str::to_owned).into());
        assert_eq!(found, expected);
        assert!(report.is_dev);
    }
}
