//! A document as rows.
//!
//! Answers for: which value stands in which column, and the code-point offsets, which are counted here once.
//! Nothing is decided here: what a row says was found by the stages before.

use std::borrow::Cow;

use schema::labels::{EntityTag, Role};
use schema::tables::{
    AttributionRow, ContentRow, DocumentRow, EntityRow, QuantityRow, RejectRow, SentenceRow, TimeRow,
    TokenRow,
};
use schema::{
    Annotations, Attribution, CharIndex, Document, Mention, Quantity, Rejection, Sentence, Span,
    TimeExpression, Token,
};

use crate::hashed_file::hexadecimal;

/// A document on its way to the tables.
pub(crate) struct Rows<'d> {
    document: &'d Document,
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
    /// Prepares the rows of `document`.
    pub(crate) fn new(document: &'d Document) -> Self {
        let id = document.article.id;
        Self {
            document,
            id: id.to_string(),
            sentence_ids: (0..document.sentences.len()).map(|at| id.sentence(at).to_string()).collect(),
            chars: CharIndex::new(&document.article.text),
        }
    }

    /// The row of the document itself.
    pub(crate) fn document(&self) -> DocumentRow<'_> {
        let article = &self.document.article;
        let metadata = &article.metadata;
        DocumentRow {
            document_id: Cow::Borrowed(&self.id),
            source_path: &article.locator.path,
            source_record: article.locator.record.map(int64),
            source_format: article.format,
            source_sha256: Cow::Owned(hexadecimal(&article.sha256)),
            url: metadata.url.as_deref(),
            outlet: metadata.outlet.as_deref(),
            headline: metadata.headline.as_deref().or_else(|| self.first_headline()),
            byline: metadata.byline.as_deref(),
            published_at: metadata.published.map(|moment| moment.at),
            published_precision: metadata.published.map(|moment| moment.precision),
            modified_at: metadata.modified.map(|moment| moment.at),
            modified_precision: metadata.modified.map(|moment| moment.precision),
            section: metadata.section.as_deref(),
            language: self.document.language.as_str(),
            encoding: &article.encoding,
            text: &article.text,
            n_sentences: int32(self.document.sentences.len()),
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

    fn sentence(&self, index: usize, sentence: &Sentence, n_tokens: usize) -> SentenceRow<'_> {
        let article = &self.document.article;
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(sentence.span);
        let source = article.source_map.locate(sentence.span);
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
        let Annotations { tokens, entities, .. } = &self.document.annotations;
        let sentences = tokens.chunk_by(|a, b| a.sentence == b.sentence);
        let mut mentions = entities.as_slice();
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
        let mentions = self.document.annotations.entities.iter().enumerate();
        mentions.map(|(index, mention)| self.entity(index, mention))
    }

    fn entity(&self, index: usize, mention: &Mention) -> EntityRow<'_> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(mention.span);
        EntityRow {
            mention_id: self.annotation_id('m', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(mention.sentence),
            r#type: mention.kind,
            text: self.text(mention.span),
            confidence: mention.confidence,
            start_char,
            end_char,
            start_byte,
            end_byte,
        }
    }

    /// The rows of the attributions.
    pub(crate) fn attributions(&self) -> impl Iterator<Item = AttributionRow<'_>> {
        let attributions = self.document.annotations.attributions.iter().enumerate();
        attributions.map(|(index, attribution)| self.attribution(index, attribution))
    }

    fn attribution<'r>(&'r self, index: usize, attribution: &'r Attribution) -> AttributionRow<'r> {
        let source = attribution.source.ok();
        let source_at = source.map(|span| self.offsets(span));
        let cue = attribution.cue.as_ref();
        let cue_at = cue.map(|cue| self.offsets(cue.span));
        AttributionRow {
            attribution_id: self.annotation_id('a', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(attribution.sentence),
            quote_type: attribution.quote_type,
            source_text: source.map(|span| self.text(span)),
            source_absent: attribution.source.err(),
            source_start_char: source_at.as_ref().map(|at| at.start_char),
            source_end_char: source_at.as_ref().map(|at| at.end_char),
            source_start_byte: source_at.as_ref().map(|at| at.start_byte),
            source_end_byte: source_at.as_ref().map(|at| at.end_byte),
            cue_text: cue.map(|cue| self.text(cue.span)),
            cue_lemma: cue.map(|cue| cue.lemma),
            cue_stance: cue.map(|cue| cue.stance),
            cue_start_char: cue_at.as_ref().map(|at| at.start_char),
            cue_end_char: cue_at.as_ref().map(|at| at.end_char),
            cue_start_byte: cue_at.as_ref().map(|at| at.start_byte),
            cue_end_byte: cue_at.as_ref().map(|at| at.end_byte),
            n_contents: int32(attribution.contents.len()),
            is_closed: attribution.is_closed,
        }
    }

    /// The rows of the attributions' pieces.
    pub(crate) fn contents(&self) -> impl Iterator<Item = ContentRow<'_>> {
        let attributions = self.document.annotations.attributions.iter().enumerate();
        attributions.flat_map(move |(index, attribution)| {
            let pieces = attribution.contents.iter().enumerate();
            pieces.map(move |(piece, span)| self.content(index, piece, *span))
        })
    }

    fn content(&self, attribution: usize, piece: usize, span: Span) -> ContentRow<'_> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(span);
        ContentRow {
            attribution_id: self.annotation_id('a', attribution),
            content_index: int32(piece),
            document_id: &self.id,
            sentence_id: self.sentence_id(self.sentence_at(span.start())),
            text: self.text(span),
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

    fn quantity(&self, index: usize, quantity: &Quantity) -> QuantityRow<'_> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(quantity.span);
        QuantityRow {
            quantity_id: self.annotation_id('n', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(quantity.sentence),
            r#type: quantity.kind,
            text: self.text(quantity.span),
            value_min: quantity.value_min,
            value_max: quantity.value_max,
            r#mod: quantity.modifier,
            unit: quantity.unit,
            start_char,
            end_char,
            start_byte,
            end_byte,
        }
    }

    /// The first sentence that stands as headline.
    fn first_headline(&self) -> Option<&str> {
        let sentences = &self.document.sentences;
        sentences
            .iter()
            .find(|sentence| sentence.role == Role::Headline)
            .map(|headline| self.text(headline.span))
    }

    fn annotation_id(&self, kind: char, index: usize) -> Cow<'static, str> {
        Cow::Owned(self.document.article.id.annotation(kind, index))
    }

    fn sentence_id(&self, index: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self.sentence_ids[index])
    }

    /// The place of the sentence that holds byte `at`, or of the first one behind it.
    fn sentence_at(&self, at: usize) -> usize {
        let sentences = &self.document.sentences;
        sentences.partition_point(|sentence| sentence.span.end() <= at).min(sentences.len() - 1)
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
