//! The archive of gun violence: its incidents with the articles that tell of them, as the stages read them.
//!
//! Answers for: its file, how an article is given to the stages, and what is kept of it. Reading takes most
//! of the time of several measures, so all threads do it, once a run (`Gold::incidents`). What is right is
//! the measures' business.

use link::Digest;
use rayon::prelude::*;
use schema::{Annotations, Attribution, Quantity, Toll};
use serde::Deserialize;

use crate::gold::Gold;
use crate::page::Page;
use crate::{linked, publication};

/// Articles below one number of an incident, more than any has.
const NUMBERS: usize = 1000;

/// An incident with its articles.
#[derive(Debug)]
pub(crate) struct Incident {
    /// Its number.
    pub(crate) id: String,
    /// Who was killed; `None` where the archive names nobody.
    pub(crate) killed: Option<u32>,
    /// Who was injured; `None` where the archive names nobody.
    pub(crate) injured: Option<u32>,
    /// Those whom the archive counts.
    pub(crate) participants: Vec<Participant>,
    /// Its articles.
    pub(crate) articles: Vec<Telling>,
    /// The digests of the articles, in their order.
    pub(crate) digests: Vec<Digest>,
}

/// Somebody whom the archive counts, in its words.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Participant {
    #[serde(rename = "Type")]
    pub(crate) kind: Option<String>,
    #[serde(rename = "Status")]
    pub(crate) status: Option<String>,
    #[serde(rename = "Age")]
    pub(crate) age: Option<String>,
}

/// An article that was read.
#[derive(Debug)]
pub(crate) struct Telling {
    /// Its name in the archive.
    pub(crate) id: String,
    /// Its text and sentences.
    pub(crate) page: Page,
    /// Who says what in it.
    pub(crate) attributions: Vec<Attribution>,
    /// The numbers that it states.
    pub(crate) quantities: Vec<Quantity>,
    /// The dead and injured that it tells of.
    pub(crate) toll: Toll,
}

/// An incident as the file holds it.
#[derive(Debug, Deserialize)]
struct Record {
    #[serde(rename = "incident")]
    id: String,
    killed: Option<u32>,
    injured: Option<u32>,
    participants: Option<Vec<Participant>>,
    articles: Vec<Report>,
}

#[derive(Debug, Deserialize)]
struct Report {
    id: String,
    title: Option<String>,
    published: Option<String>,
    uri: Option<String>,
    text: String,
}

/// All incidents with their articles.
pub(crate) fn read(gold: &Gold) -> anyhow::Result<Vec<Incident>> {
    let records: Vec<Record> = gold.rows("stories/gun_violence_incidents.jsonl")?;
    Ok(records.into_par_iter().enumerate().map(|(at, record)| Incident::of(record, at)).collect())
}

impl Incident {
    /// The incident of `record`, the one at place `at` of the file.
    fn of(record: Record, at: usize) -> Self {
        let articles = record.articles.into_iter().enumerate();
        let (articles, digests) = articles.map(|(nth, report)| report.read(at * NUMBERS + nth)).unzip();
        Self {
            id: record.id,
            killed: record.killed,
            injured: record.injured,
            participants: record.participants.unwrap_or_default(),
            articles,
            digests,
        }
    }

    /// The incident in the line `json`, for tests.
    #[cfg(test)]
    pub(crate) fn of_json(json: &str) -> Self {
        Self::of(serde_json::from_str(json).expect("a test writes what can be read"), 0)
    }
}

impl Report {
    /// The article, which is named by the number `at`, and its digest.
    fn read(self, at: usize) -> (Telling, Digest) {
        let title = self.title.as_deref().unwrap_or_default();
        let mut page = Page::titled(&format!("{title}\n\n{}", self.text));
        page.article.metadata.published = self.published.as_deref().and_then(publication::day);
        page.article.metadata.outlet = self.uri.as_deref().and_then(linked::host);
        let document = linked::document(page, at);
        let digest = Digest::of(&document);
        let page = Page { article: document.article, sentences: document.sentences };
        let Annotations { attributions, quantities, toll, .. } = document.annotations;
        (Telling { id: self.id, page, attributions, quantities, toll }, digest)
    }
}

#[cfg(test)]
mod tests {
    use super::Incident;
    use schema::labels::Layout;

    #[test]
    fn articles_have_their_headline_day_and_outlet() {
        let incident = Incident::of_json(
            r#"{"incident": "12", "killed": 1, "injured": null, "participants": null, "articles": [{"id": "a",
                "title": "Rain", "published": "2014-05-16", "text": "It rained.",
                "uri": "http://web.archive.org/web/1/http://herald.example/rain"}]}"#,
        );
        let article = &incident.articles[0].page.article;
        assert_eq!((incident.id.as_str(), incident.killed, incident.injured), ("12", Some(1), None));
        assert_eq!((article.blocks[0].layout, article.blocks.len()), (Layout::Headline, 2));
        assert_eq!(article.metadata.outlet.as_deref(), Some("herald.example"));
        assert!(article.metadata.published.is_some());
        assert_eq!(incident.digests.len(), 1);
    }
}
