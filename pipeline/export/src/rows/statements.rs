//! Who says what and how surely, as rows.
//!
//! Answers for: the rows of attributions, their contents and the evidence, and the names of those who assert
//! something.

use schema::tables::{AttributionRow, ContentRow, EvidenceRow};
use schema::{Attribution, Evidence, Source, Span};

use super::{Offsets, Rows, int32};

impl Rows<'_> {
    /// The rows of the attributions.
    pub(crate) fn attributions(&self) -> impl Iterator<Item = AttributionRow<'_>> {
        let attributions = self.document.annotations.attributions.iter().enumerate();
        attributions.map(|(index, attribution)| self.attribution(index, attribution))
    }

    fn attribution<'r>(&'r self, index: usize, attribution: &'r Attribution) -> AttributionRow<'r> {
        let source = attribution.source.ok();
        let entity = source.and_then(|source| source.entity.ok());
        let source_at = source.map(|source| self.offsets(source.span));
        let cue = attribution.cue.as_ref();
        let cue_at = cue.map(|cue| self.offsets(cue.span));
        AttributionRow {
            attribution_id: self.annotation_id('a', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(attribution.sentence),
            quote_type: attribution.quote_type,
            level: int32(self.ancestors(attribution).count()),
            parent_id: attribution.parent.map(|parent| self.annotation_id('a', parent)),
            source_text: source.map(|source| self.text(source.span)),
            source_absent: attribution.source.err(),
            source_sentence_id: source.map(|source| self.sentence_of(source.span)),
            source_role: source.map(|source| source.role),
            source_named: source.map(|source| self.is_named(&source)),
            source_entity_id: entity.map(|entity| self.entity_id(entity)),
            source_name: entity.map(|entity| self.name(entity)),
            source_unresolved: source.and_then(|source| source.entity.err()),
            source_start_char: source_at.as_ref().map(|at| at.start_char),
            source_end_char: source_at.as_ref().map(|at| at.end_char),
            source_start_byte: source_at.as_ref().map(|at| at.start_byte),
            source_end_byte: source_at.as_ref().map(|at| at.end_byte),
            cue_text: cue.map(|cue| self.text(cue.span)),
            cue_lemma: cue.map(|cue| &*cue.lemma),
            cue_class: cue.map(|cue| cue.class),
            cue_stance: cue.map(|cue| cue.stance),
            cue_start_char: cue_at.as_ref().map(|at| at.start_char),
            cue_end_char: cue_at.as_ref().map(|at| at.end_char),
            cue_start_byte: cue_at.as_ref().map(|at| at.start_byte),
            cue_end_byte: cue_at.as_ref().map(|at| at.end_byte),
            cue_sentence_id: cue.map(|cue| self.sentence_of(cue.span)),
            factuality: attribution.factuality,
            n_contents: int32(attribution.contents.len()),
            is_closed: attribution.is_closed,
        }
    }

    /// The attributions whose contents hold this one, from the innermost outwards.
    fn ancestors(&self, attribution: &Attribution) -> impl Iterator<Item = &Attribution> {
        let attributions = &self.document.annotations.attributions;
        let parent = |attribution: &Attribution| attribution.parent.map(|parent| &attributions[parent]);
        std::iter::successors(parent(attribution), move |above| parent(above))
    }

    /// Who the source of an attribution is, by name or else by its words.
    pub(super) fn asserter(&self, attribution: usize) -> Option<&str> {
        let source = self.document.annotations.attributions[attribution].source.ok()?;
        Some(source.entity.map_or_else(|_| self.text(source.span), |entity| self.name(entity)))
    }

    /// Whether the words of a source hold a name of the entity that it stands for.
    fn is_named(&self, source: &Source) -> bool {
        let mentions = &self.document.annotations.mentions;
        let first = mentions.partition_point(|mention| mention.span.start() < source.span.start());
        let inside = mentions[first..].iter().take_while(|mention| source.span.contains(mention.span));
        inside.into_iter().any(|mention| source.entity == Ok(mention.entity))
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
            sentence_id: self.sentence_of(span),
            text: self.text(span),
            start_char,
            end_char,
            start_byte,
            end_byte,
        }
    }

    /// The rows of the evidence.
    pub(crate) fn evidence(&self) -> impl Iterator<Item = EvidenceRow<'_>> {
        let evidence = self.document.annotations.evidence.iter().enumerate();
        evidence.map(|(index, evidence)| self.one_evidence(index, evidence))
    }

    fn one_evidence<'r>(&'r self, index: usize, evidence: &'r Evidence) -> EvidenceRow<'r> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(evidence.span);
        let scope_at = evidence.scope.map(|scope| self.offsets(scope));
        EvidenceRow {
            evidence_id: self.annotation_id('u', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(evidence.sentence),
            class: evidence.class,
            text: self.text(evidence.span),
            lemma: &evidence.lemma,
            start_char,
            end_char,
            start_byte,
            end_byte,
            scope_text: evidence.scope.map(|scope| self.text(scope)),
            scope_start_char: scope_at.as_ref().map(|at| at.start_char),
            scope_end_char: scope_at.as_ref().map(|at| at.end_char),
            scope_start_byte: scope_at.as_ref().map(|at| at.start_byte),
            scope_end_byte: scope_at.as_ref().map(|at| at.end_byte),
        }
    }
}
