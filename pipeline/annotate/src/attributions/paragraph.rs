//! A paragraph with its quotations and the reports of its sentences.
//!
//! Answers for: both in places of the article's words, and how a report and a quotation stand to each other.
//! Leaves to others which of them belong together.

use std::ops::Range;

use schema::labels::AbsentSource;

use super::report::{self, Report};
use super::{label, phrase};
use crate::quotations::{self, Ending, Next, Quotation};
use crate::syntax::Parse;
use crate::words::Words;

/// What is known while one paragraph is read.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    pub(super) parse: Parse<'t>,
    pub(super) range: Range<usize>,
    pub(super) quotations: Vec<Quotation>,
    pub(super) reports: Vec<Report>,
    /// The attribution of each quotation that has one.
    pub(super) owners: Vec<Option<usize>>,
    /// The attribution of each report that has one.
    pub(super) rows: Vec<Option<usize>>,
}

impl<'t> Paragraph<'t> {
    /// The paragraph at `range`, behind which stands `next`.
    pub(super) fn read(parse: Parse<'t>, range: Range<usize>, next: Next) -> Self {
        let mut quotations = quotations::find(slice(parse, range.clone()), next);
        for quotation in &mut quotations {
            quotation.start += range.start;
            quotation.end += range.start;
        }
        let mut reports: Vec<Report> = Vec::new();
        for sentence in sentences(parse, range.clone()) {
            reports.extend(label::read(parse, sentence.clone(), range.end));
            reports.extend(report::find(parse, sentence));
        }
        let owners = vec![None; quotations.len()];
        let rows = vec![None; reports.len()];
        let mut paragraph = Self { parse, range, quotations, reports, owners, rows };
        paragraph.confine();
        paragraph
    }

    /// Keeps what a report inside a quotation says inside it.
    fn confine(&mut self) {
        for nth in 0..self.reports.len() {
            let Some(holder) = self.holder(self.reports[nth].at) else {
                let source = self.reports[nth].source.as_ref().ok();
                if source.is_some_and(|source| self.is_quoted(source)) {
                    self.reports[nth].source = Err(AbsentSource::NotFound);
                }
                self.clip(nth);
                continue;
            };
            let bounds = self.quotations[holder].start..self.quotations[holder].end;
            let report = &mut self.reports[nth];
            let pieces = std::mem::take(&mut report.contents);
            let clipped = |piece: Range<usize>| piece.start.max(bounds.start)..piece.end.min(bounds.end);
            let inside = pieces.into_iter().map(clipped).filter(|piece| piece.start < piece.end);
            report.contents = inside.filter_map(|piece| phrase::trimmed(self.parse, piece)).collect();
            // "Gunman ‘shouted at guards’": the source may stand right before the mark.
            let is_outside = |source: &Range<usize>| source.start < bounds.start || source.end > bounds.end;
            if report.source.as_ref().is_ok_and(|source| is_outside(source) && source.end != bounds.start) {
                report.contents.clear();
            }
        }
    }

    /// Ends the source of a report before a quotation that a comma parts from it: "said Brandt, “and then
    /// nothing”".
    fn clip(&mut self, nth: usize) {
        let Ok(source) = &mut self.reports[nth].source else { return };
        let words = self.parse.words;
        let is_parted = |quotation: &&Quotation| {
            (source.start + 1..source.end).contains(&quotation.start)
                && words.form_before(quotation.start) == ","
        };
        if let Some(quotation) = self.quotations.iter().find(is_parted) {
            source.end = (quotation.start - 1).max(source.start + 1);
        }
    }

    /// Whether the words stand in a quotation of more than their own.
    fn is_quoted(&self, range: &Range<usize>) -> bool {
        let holder = self.holder(range.start).map(|nth| &self.quotations[nth]);
        holder.is_some_and(|holder| range.end <= holder.end && holder.end - holder.start > range.len() + 3)
    }

    /// The quotation that holds the word at `at`.
    pub(super) fn holder(&self, at: usize) -> Option<usize> {
        let nth = self.quotations.partition_point(|quotation| quotation.end <= at);
        self.quotations.get(nth).is_some_and(|quotation| quotation.start <= at).then_some(nth)
    }

    /// One past the last token of the quotation before the `nth`.
    pub(super) fn floor(&self, nth: usize) -> usize {
        nth.checked_sub(1).map_or(self.range.start, |before| self.quotations[before].end)
    }

    /// The first token of the quotation behind the `nth`.
    pub(super) fn ceiling(&self, nth: usize) -> usize {
        self.quotations.get(nth + 1).map_or(self.range.end, |next| next.start)
    }

    /// The sentence of the word at `at`.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.parse.words.tokens.get(at).map_or(usize::MAX, |token| token.sentence)
    }

    /// Whether the report says words that stand in no quotation.
    pub(super) fn speaks_freely(&self, report: &Report) -> bool {
        report
            .contents
            .iter()
            .cloned()
            .flatten()
            .any(|at| self.holder(at).is_none() && phrase::has_word(self.parse, at..at + 1))
    }

    /// Whether the report says words behind its cue that stand in no quotation.
    pub(super) fn goes_on_freely(&self, report: &Report) -> bool {
        let behind = report.contents.iter().cloned().flatten().filter(|&at| at >= report.cue.end);
        behind.into_iter().any(|at| self.holder(at).is_none() && phrase::has_word(self.parse, at..at + 1))
    }

    /// Whether the report says words of the `nth` quotation.
    pub(super) fn overlaps(&self, report: &Report, nth: usize) -> bool {
        let quotation = &self.quotations[nth];
        report.contents.iter().any(|piece| piece.start < quotation.end && quotation.start < piece.end)
            && !(quotation.start..quotation.end).contains(&report.at)
    }

    /// Whether the paragraph is nothing but one closed quotation.
    pub(super) fn is_speech(&self) -> bool {
        match self.quotations[..] {
            [one] => {
                let outside = [self.range.start..one.start, one.end..self.range.end];
                one.is_closed() && !outside.into_iter().any(|range| phrase::has_word(self.parse, range))
            }
            _ => false,
        }
    }

    /// Whether the last quotation goes on with the next paragraph.
    pub(super) fn goes_on(&self) -> bool {
        self.quotations.last().is_some_and(|last| last.ending == Ending::GoesOn)
    }
}

/// The words at `range`, in the language of its first sentence.
pub(super) fn slice(parse: Parse<'_>, range: Range<usize>) -> Words<'_> {
    let Words { text, tokens, keys, language } = parse.words;
    let first = tokens.get(range.start).and_then(|token| parse.sentences.get(token.sentence));
    let language = first.map_or(language, |sentence| sentence.language);
    Words { text, tokens: &tokens[range.clone()], keys: &keys[range], language }
}

/// The sentences of the words at `range`.
fn sentences(parse: Parse<'_>, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut start = range.start;
    parse.words.tokens[range].chunk_by(|one, next| one.sentence == next.sentence).map(move |tokens| {
        start += tokens.len();
        start - tokens.len()..start
    })
}
