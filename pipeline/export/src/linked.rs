//! What documents share, as rows.
//!
//! Answers for: the rows of stories, claims, their summaries and reuse, and the keys by which rows name what is
//! shared. Nothing is decided here.

use std::borrow::Cow;

use schema::tables::{ClaimRow, ReuseRow, StoryRow, SummaryRow};
use schema::{
    Claim, ClaimSummary, ClaimValue, Date, DocumentId, Links, ReusedSentence, SentencePlace, Story,
};

/// The links of a run on their way to the tables.
pub(crate) struct Linked<'l> {
    links: &'l Links,
    /// For each claim its place among the claims of its document.
    ordinals: Vec<usize>,
}

impl<'l> Linked<'l> {
    /// Prepares the rows of `links`.
    pub(crate) fn new(links: &'l Links) -> Self {
        let mut of_document = vec![0; links.ids.len()];
        let ordinal = |claim: &Claim| {
            let next: &mut usize = &mut of_document[claim.place.document];
            *next += 1;
            *next - 1
        };
        Self { links, ordinals: links.claims.iter().map(ordinal).collect() }
    }

    /// The rows of the stories, whose titles these are.
    pub(crate) fn stories<'r>(
        &'r self,
        titles: &'r [Option<Box<str>>],
    ) -> impl Iterator<Item = StoryRow<'r>> {
        let stories = self.links.stories.iter().enumerate();
        stories.map(|(at, story)| self.story(at, story, titles.get(at).and_then(Option::as_deref)))
    }

    fn story<'r>(&'r self, at: usize, story: &'r Story, title: Option<&'r str>) -> StoryRow<'r> {
        let name = |entity: &usize| self.links.entities[*entity].name.as_str();
        let key_entities: Vec<&str> = story.entities.iter().map(name).collect();
        StoryRow {
            story_id: story_id(self.links, at),
            title,
            first_published_at: story.published.map(|(first, _)| first),
            last_published_at: story.published.map(|(_, last)| last),
            n_documents: count(story.documents.len()),
            n_outlets: count(story.outlets),
            place: story.place.as_ref().map(name),
            event_date: story.day,
            key_entities: (!key_entities.is_empty()).then(|| Cow::Owned(key_entities.join("; "))),
        }
    }

    /// The rows of the claims.
    pub(crate) fn claims(&self) -> impl Iterator<Item = ClaimRow<'_>> {
        self.links.claims.iter().enumerate().map(|(at, claim)| self.claim(at, claim))
    }

    fn claim<'r>(&'r self, at: usize, claim: &'r Claim) -> ClaimRow<'r> {
        let name = |entity: usize| self.links.entities[entity].name.as_str();
        let source = claim.asserter.as_ref();
        let asserted_by = source.and_then(|source| source.entity.map(name).or(source.text.as_deref()));
        let (value_min, value_max, modifier) = numbers(Some(&claim.value));
        ClaimRow {
            claim_id: self.claim_id(at),
            story_id: story_id(self.links, claim.story),
            document_id: Cow::Owned(self.id(claim.place).to_string()),
            sentence_id: self.sentence_id(claim.place),
            measure: claim.measure,
            value_min,
            value_max,
            r#mod: modifier,
            value_text: words(Some(&claim.value)),
            scope: claim.scope,
            party: claim.party,
            about: claim.about.map(name),
            asserted_by,
            asserted_by_role: source.map(|source| source.role),
            reported_by: claim.reporter.as_deref(),
            as_of: claim.as_of,
            factuality: claim.factuality,
            hedge_class: claim.hedge,
            relation: claim.relation,
            related_claim_id: claim.related.map(|related| self.claim_id(related)),
            supersedes: claim.supersedes.map(|older| self.claim_id(older)),
        }
    }

    /// The rows of what the claims come to.
    pub(crate) fn summaries(&self) -> impl Iterator<Item = SummaryRow<'_>> {
        self.links.summaries.iter().map(|summary| self.summary(summary))
    }

    fn summary<'r>(&'r self, summary: &'r ClaimSummary) -> SummaryRow<'r> {
        let (consensus_min, consensus_max, _) = numbers(summary.consensus.as_ref());
        SummaryRow {
            story_id: story_id(self.links, summary.story),
            measure: summary.measure,
            consensus_min,
            consensus_max,
            consensus_text: words(summary.consensus.as_ref()),
            lowest: summary.lowest,
            highest: summary.highest,
            n_claims: count(summary.claims),
            n_independent_origins: count(summary.independent_origins),
        }
    }

    /// The rows of the reused sentences, in the order of the documents.
    pub(crate) fn reuse(&self) -> impl Iterator<Item = ReuseRow<'_>> {
        let documents = self.links.documents.iter().enumerate();
        documents.flat_map(move |(document, own)| {
            own.sentences.iter().map(move |reused| self.reused(document, reused))
        })
    }

    fn reused(&self, document: usize, reused: &ReusedSentence) -> ReuseRow<'_> {
        let cluster = &self.links.reuse[reused.cluster];
        let place = SentencePlace { document, sentence: reused.sentence };
        ReuseRow {
            reuse_cluster_id: reuse_cluster_id(self.links, reused.cluster),
            sentence_id: self.sentence_id(place),
            document_id: Cow::Owned(self.id(place).to_string()),
            reuse_type: reused.kind,
            difference: reused.difference,
            similarity: reused.similarity,
            origin_sentence_id: self.sentence_id(cluster.origin),
            is_origin_dated: cluster.is_origin_dated,
        }
    }

    fn claim_id(&self, claim: usize) -> Cow<'static, str> {
        let id = self.id(self.links.claims[claim].place);
        Cow::Owned(id.annotation('k', self.ordinals[claim]))
    }

    fn sentence_id(&self, place: SentencePlace) -> Cow<'static, str> {
        Cow::Owned(self.id(place).sentence(place.sentence).to_string())
    }

    fn id(&self, place: SentencePlace) -> DocumentId {
        self.links.ids[place.document]
    }
}

/// The key of a story: that of its earliest document, with its letter.
pub(crate) fn story_id(links: &Links, story: usize) -> Cow<'static, str> {
    let earliest = links.stories[story].documents.first().copied().unwrap_or_default();
    Cow::Owned(format!("{}:s", links.ids[earliest]))
}

/// The key of a reuse cluster: its origin's document, its letter and the origin's sentence.
pub(crate) fn reuse_cluster_id(links: &Links, cluster: usize) -> Cow<'static, str> {
    let origin = links.reuse[cluster].origin;
    Cow::Owned(links.ids[origin.document].annotation('r', origin.sentence))
}

/// The key of a linked entity: that of its first document, with its letter and its place there.
pub(crate) fn entity_id(links: &Links, entity: usize) -> Cow<'static, str> {
    let entity = &links.entities[entity];
    Cow::Owned(links.ids[entity.document].annotation('e', entity.entity))
}

/// The bounds of a value that is a number.
fn numbers(value: Option<&ClaimValue>) -> (Option<f64>, Option<f64>, Option<schema::labels::ValueModifier>) {
    match value {
        Some(ClaimValue::Number { min, max, modifier }) => (*min, *max, *modifier),
        _ => (None, None, None),
    }
}

/// The words of a value that is no number.
fn words(value: Option<&ClaimValue>) -> Option<Cow<'_, str>> {
    use schema::labels::Vocabulary as _;
    match value? {
        ClaimValue::Number { .. } => None,
        ClaimValue::Status(status) => Some(Cow::Borrowed(status.as_str())),
        ClaimValue::Days(first, last) if first == last => Some(Cow::Owned(day(*first))),
        ClaimValue::Days(first, last) => Some(Cow::Owned(format!("{}/{}", day(*first), day(*last)))),
        ClaimValue::Place(name) => Some(Cow::Borrowed(name.as_str())),
    }
}

/// A day as ISO 8601 writes it.
fn day(date: Date) -> String {
    let span = jiff::Span::new().try_days(date.days).ok();
    let epoch = jiff::civil::date(1970, 1, 1);
    span.and_then(|span| epoch.checked_add(span).ok()).unwrap_or(epoch).to_string()
}

/// A count of documents or sentences.
fn count(count: usize) -> i32 {
    i32::try_from(count).expect("a run has fewer than 2^31 documents")
}
