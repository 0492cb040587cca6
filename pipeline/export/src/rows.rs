//! A document as rows.
//!
//! Answers for: which value stands in which column, and the code-point offsets, which are counted here once.
//! Nothing is decided here: what a row says was found by the stages before.

mod events;
mod statements;

use std::borrow::Cow;

use schema::labels::{EntityTag, Role};
use schema::tables::{DocumentRow, EntityRow, QuantityRow, RejectRow, SentenceRow, TimeRow, TokenRow};
use schema::{
    Annotations, CharIndex, Document, DocumentLinks, Links, Mention, Quantity, Rejection, ReusedSentence,
    Sentence, Span, Statement, TimeExpression, Token,
};

use crate::hashed_file::hexadecimal;
use crate::linked;

/// A document on its way to the tables.
pub(crate) struct Rows<'d> {
    document: &'d Document,
    /// What links the documents of the run.
    links: &'d Links,
    /// What links this one; `None` outside of a run.
    own: Option<&'d DocumentLinks>,
    /// The document's key.
    id: String,
    /// The keys of its sentences.
    sentence_ids: Vec<String>,
    chars: CharIndex<'d>,
}

/// A span in both units, as the tables hold it.
struct Offsets {
    start_char: i32,
    end_char: i32,
    start_byte: i32,
    end_byte: i32,
}

impl<'d> Rows<'d> {
    /// Prepares the rows of `document`, the one at `place` of those that `links` links.
    pub(crate) fn new(document: &'d Document, links: &'d Links, place: usize) -> Self {
        let id = document.article.id;
        Self {
            document,
            links,
            own: links.documents.get(place),
            id: id.to_string(),
            sentence_ids: (0..document.sentences.len()).map(|at| id.sentence(at).to_string()).collect(),
            chars: CharIndex::new(&document.article.text),
        }
    }

    /// The row of the document itself.
    pub(crate) fn document(&self) -> DocumentRow<'_> {
        let Document { article, annotations, .. } = self.document;
        let (metadata, toll) = (&article.metadata, annotations.toll);
        DocumentRow {
            document_id: Cow::Borrowed(&self.id),
            source_path: &article.locator.path,
            source_record: article.locator.record.map(int64),
            source_format: article.format,
            source_sha256: Cow::Owned(hexadecimal(&article.sha256)),
            url: metadata.url.as_deref(),
            outlet: metadata.outlet.as_deref(),
            headline: self.headline(),
            byline: metadata.byline.as_deref(),
            published_at: metadata.published.map(|moment| moment.at),
            published_precision: metadata.published.map(|moment| moment.precision),
            modified_at: metadata.modified.map(|moment| moment.at),
            modified_precision: metadata.modified.map(|moment| moment.precision),
            section: metadata.section.as_deref(),
            language: self.document.language.as_str(),
            encoding: &article.encoding,
            text: &article.text,
            wire_agency: self.own.and_then(|own| own.wire),
            story_id: self.story_id(),
            n_sentences: int32(self.document.sentences.len()),
            killed: toll.killed.and_then(|killed| i32::try_from(killed).ok()),
            injured: toll.injured.and_then(|injured| i32::try_from(injured).ok()),
        }
    }

    /// The rows of the sentences.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = SentenceRow<'_>> {
        let mut tokens =
            self.document.annotations.tokens.chunk_by(|a, b| a.sentence == b.sentence).peekable();
        self.document.sentences.iter().enumerate().map(move |(index, sentence)| {
            let own = tokens.next_if(|chunk| chunk[0].sentence == index);
            self.sentence(index, sentence, own.map_or(0, <[Token]>::len))
        })
    }

    fn sentence<'r>(&'r self, index: usize, sentence: &'r Sentence, n_tokens: usize) -> SentenceRow<'r> {
        let article = &self.document.article;
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(sentence.span);
        let source = article.source_map.locate(sentence.span);
        let reused = self.reused(index);
        let cluster = reused.map(|reused| &self.links.reuse[reused.cluster]);
        let statement = self.document.annotations.statements.get(index).copied();
        let statement = statement.unwrap_or(Statement::UNREAD);
        SentenceRow {
            sentence_id: self.sentence_id(index),
            document_id: &self.id,
            sentence_index: int32(index),
            paragraph_index: int32(sentence.block),
            role: sentence.role,
            text: sentence.span.of(&article.text),
            language: sentence.language.as_str(),
            language_confidence: sentence.language_confidence,
            n_tokens: int32(n_tokens),
            assertion: statement.assertion,
            asserted_by: statement.attribution.and_then(|at| self.asserter(at)),
            attribution_id: statement.attribution.map(|at| self.annotation_id('a', at)),
            factuality: statement.factuality,
            hedge_class: statement.hedge,
            is_question: statement.is_question,
            story_id: self.story_id(),
            reuse_cluster_id: reused.map(|reused| linked::reuse_cluster_id(self.links, reused.cluster)),
            reuse_type: reused.map(|reused| reused.kind),
            n_outlets: cluster.map_or(1, |cluster| int32(cluster.outlets)),
            n_independent_origins: cluster.map_or(1, |cluster| int32(cluster.independent_origins)),
            start_char,
            end_char,
            start_byte,
            end_byte,
            source_start_byte: source.map(|span| int64(span.start() as u64)),
            source_end_byte: source.map(|span| int64(span.end() as u64)),
        }
    }

    /// The rows of the tokens.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = TokenRow<'_>> {
        let Annotations { tokens, mentions, .. } = &self.document.annotations;
        let sentences = tokens.chunk_by(|a, b| a.sentence == b.sentence);
        let mut mentions = mentions.as_slice();
        sentences.flat_map(|tokens| (0..tokens.len()).map(move |at| (tokens, at))).map(move |(tokens, at)| {
            let token = &tokens[at];
            let space_after = tokens.get(at + 1).is_none_or(|next| next.span.start() > token.span.end());
            let entity = token.upos.map(|_| entity_tag(token.span, &mut mentions));
            TokenRow { space_after, entity, ..self.token(at, token) }
        })
    }

    fn token<'r>(&'r self, at: usize, token: &'r Token) -> TokenRow<'r> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(token.span);
        TokenRow {
            sentence_id: self.sentence_id(token.sentence),
            document_id: &self.id,
            token_index: int32(at + 1),
            form: self.text(token.span),
            lemma: token.lemma.as_deref(),
            upos: token.upos,
            head: token.head.map(|head| int32(head as usize)),
            deprel: token.relation,
            entity: None,
            space_after: true,
            start_char,
            end_char,
            start_byte,
            end_byte,
        }
    }

    /// The rows of the names.
    pub(crate) fn entities(&self) -> impl Iterator<Item = EntityRow<'_>> {
        let mentions = self.document.annotations.mentions.iter().enumerate();
        mentions.map(|(index, mention)| self.entity(index, mention))
    }

    fn entity(&self, index: usize, mention: &Mention) -> EntityRow<'_> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(mention.span);
        EntityRow {
            mention_id: self.annotation_id('m', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(mention.sentence),
            entity_id: self.entity_id(mention.entity),
            r#type: mention.kind,
            text: self.text(mention.span),
            name: self.name(mention.entity),
            confidence: mention.confidence,
            start_char,
            end_char,
            start_byte,
            end_byte,
        }
    }

    /// The rows of the expressions of time.
    pub(crate) fn times(&self) -> impl Iterator<Item = TimeRow<'_>> {
        let times = self.document.annotations.times.iter().enumerate();
        times.map(|(index, time)| self.time(index, time))
    }

    fn time<'r>(&'r self, index: usize, time: &'r TimeExpression) -> TimeRow<'r> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(time.span);
        TimeRow {
            time_id: self.annotation_id('t', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(time.sentence),
            r#type: time.kind,
            text: self.text(time.span),
            value: &time.value,
            r#mod: time.modifier,
            start_date: time.days.map(|(first, _)| first),
            end_date: time.days.map(|(_, last)| last),
            granularity: time.granularity,
            resolution: time.resolution,
            anchor_date: time.anchor,
            start_char,
            end_char,
            start_byte,
            end_byte,
        }
    }

    /// The rows of the quantities.
    pub(crate) fn quantities(&self) -> impl Iterator<Item = QuantityRow<'_>> {
        let quantities = self.document.annotations.quantities.iter().enumerate();
        quantities.map(|(index, quantity)| self.quantity(index, quantity))
    }

    fn quantity<'r>(&'r self, index: usize, quantity: &'r Quantity) -> QuantityRow<'r> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(quantity.span);
        let counted_at = quantity.counted.map(|counted| self.offsets(counted));
        QuantityRow {
            quantity_id: self.annotation_id('n', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(quantity.sentence),
            r#type: quantity.kind,
            text: self.text(quantity.span),
            value_min: quantity.value_min,
            value_max: quantity.value_max,
            r#mod: quantity.modifier,
            unit: quantity.unit.as_deref(),
            measure: quantity.measure,
            counted_text: quantity.counted.map(|counted| self.text(counted)),
            party: quantity.party,
            hedge_class: quantity.hedge,
            attribution_id: quantity.attribution.map(|at| self.annotation_id('a', at)),
            time_id: quantity.time.map(|at| self.annotation_id('t', at)),
            start_char,
            end_char,
            start_byte,
            end_byte,
            counted_start_char: counted_at.as_ref().map(|at| at.start_char),
            counted_end_char: counted_at.as_ref().map(|at| at.end_char),
            counted_start_byte: counted_at.as_ref().map(|at| at.start_byte),
            counted_end_byte: counted_at.as_ref().map(|at| at.end_byte),
        }
    }

    /// The headline that the source states, without the name of its site, else the first sentence that stands as one.
    pub(crate) fn headline(&self) -> Option<&str> {
        let mut sentences = self.document.sentences.iter();
        let first = sentences.find(|sentence| sentence.role == Role::Headline);
        let Some(stated) = self.document.article.metadata.headline.as_deref() else {
            return first.map(|first| self.text(first.span));
        };
        let is_behind = |sentence: &&Sentence| first.is_some_and(|first| first.block == sentence.block);
        let is_masthead = |sentence: &&Sentence| {
            sentence.role == Role::Boilerplate && stated.ends_with(self.text(sentence.span))
        };
        let masthead = sentences.take_while(is_behind).find(is_masthead);
        let bare =
            masthead.and_then(|masthead| stated.strip_suffix(self.text(masthead.span))).map(str::trim_end);
        Some(bare.unwrap_or(stated))
    }

    /// The key of the document's story; its own where it stands alone.
    fn story_id(&self) -> Cow<'static, str> {
        let alone = || Cow::Owned(format!("{}:s", self.document.article.id));
        self.own.map_or_else(alone, |own| linked::story_id(self.links, own.story))
    }

    /// What makes the sentence at `index` one that is printed elsewhere too.
    fn reused(&self, index: usize) -> Option<&'d ReusedSentence> {
        let sentences = &self.own?.sentences;
        let at = sentences.binary_search_by_key(&index, |reused| reused.sentence).ok()?;
        sentences.get(at)
    }

    /// The place among the linked entities of one of the document.
    fn linked_entity(&self, entity: usize) -> Option<usize> {
        self.own?.entities.get(entity).copied()
    }

    /// The key of an entity of the document.
    fn entity_id(&self, entity: usize) -> Cow<'static, str> {
        let alone = || self.annotation_id('e', entity);
        self.linked_entity(entity).map_or_else(alone, |linked| linked::entity_id(self.links, linked))
    }

    /// The most frequent full name of an entity of the document.
    fn name(&self, entity: usize) -> &str {
        let alone = || self.text(self.document.annotations.entities[entity].name);
        self.linked_entity(entity).map_or_else(alone, |linked| self.links.entities[linked].name.as_str())
    }

    fn annotation_id(&self, kind: char, index: usize) -> Cow<'static, str> {
        Cow::Owned(self.document.article.id.annotation(kind, index))
    }

    fn sentence_id(&self, index: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self.sentence_ids[index])
    }

    /// The key of the sentence that `span` starts in.
    fn sentence_of(&self, span: Span) -> Cow<'_, str> {
        let sentences = &self.document.sentences;
        let index = sentences.partition_point(|sentence| sentence.span.end() <= span.start());
        self.sentence_id(index.min(sentences.len() - 1))
    }

    fn text(&self, span: Span) -> &str {
        span.of(&self.document.article.text)
    }

    fn offsets(&self, span: Span) -> Offsets {
        Offsets {
            start_char: int32(self.chars.char_offset(span.start())),
            end_char: int32(self.chars.char_offset(span.end())),
            start_byte: int32(span.start()),
            end_byte: int32(span.end()),
        }
    }
}

/// The part that the token at `span` has in a name; the `mentions` that end before it are dropped.
fn entity_tag(span: Span, mentions: &mut &[Mention]) -> EntityTag {
    while let [first, rest @ ..] = *mentions
        && first.span.end() <= span.start()
    {
        *mentions = rest;
    }
    match mentions.first() {
        Some(mention) if mention.span.start() == span.start() => EntityTag::begin(mention.kind),
        Some(mention) if mention.span.contains(span) => EntityTag::inside(mention.kind),
        _ => EntityTag::Outside,
    }
}

/// The row of a rejection.
pub(crate) fn reject(rejection: &Rejection) -> RejectRow<'_> {
    RejectRow {
        source_path: &rejection.locator.path,
        source_record: rejection.locator.record.map(int64),
        stage: rejection.stage,
        reason: rejection.reason,
        detail: &rejection.detail,
        bytes: rejection.bytes.map(int64),
    }
}

/// A count or an offset inside one document.
fn int32(count: usize) -> i32 {
    i32::try_from(count).expect("a document is far smaller than 2 GiB")
}

/// A count or an offset inside one file.
fn int64(count: u64) -> i64 {
    i64::try_from(count).expect("a file is smaller than 8 EiB")
}
