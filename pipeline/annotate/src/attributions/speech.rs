//! The attributions of an article as they grow from paragraph to paragraph.
//!
//! Answers for: which quotations share an attribution, which need none, and the rows that come of it.

use std::ops::Range;

use schema::labels::{AbsentSource, QuoteType};
use schema::{Attribution, Cue, Span};

use super::Source;
use super::frame::{self, Fit, Framing};
use super::function_word::is_mark;
use super::indirect::{self, Report};
use crate::quotations::{self, Ending, Next, Quotation};
use crate::words::Words;

/// The fewest words by which a quotation without a cue is an utterance.
const UTTERANCE: usize = 4;

/// What has been read so far.
#[derive(Debug)]
pub(super) struct Speech<'t> {
    text: &'t str,
    attributions: Vec<Attribution>,
    /// The attribution whose last quotation goes on with the next paragraph.
    open: Option<usize>,
    /// The cue and source that the paragraph before ended with, before a colon.
    led_in: Option<(Cue, Source)>,
}

/// A cue that has found its quotation: its place, its attribution, one past the last word of its frame.
#[derive(Debug, Clone)]
struct Claim {
    cue: usize,
    attribution: usize,
    end: usize,
}

/// What is known while one paragraph is read.
#[derive(Debug)]
struct Paragraph<'t> {
    words: Words<'t>,
    quotations: Vec<Quotation>,
    /// The attribution of each quotation that has one.
    owners: Vec<Option<usize>>,
    claims: Vec<Claim>,
    /// Place by place, whether a frame holds the token.
    is_framed: Vec<bool>,
}

impl<'t> Speech<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, attributions: Vec::new(), open: None, led_in: None }
    }

    /// Everything found, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Attribution> {
        self.attributions.sort_by_key(|attribution| attribution.contents.first().copied());
        self.attributions
    }

    /// Reads a paragraph.
    pub(super) fn read(&mut self, words: Words<'t>, next: Next) {
        let quotations = quotations::find(words, next);
        let owners = vec![None; quotations.len()];
        let mut paragraph =
            Paragraph { words, quotations, owners, claims: Vec::new(), is_framed: vec![false; words.len()] };
        let open = self.open.take();
        let led_in = self.led_in.take();
        for nth in 0..paragraph.quotations.len() {
            let quotation = paragraph.quotations[nth];
            let goes_on =
                open.filter(|&open| nth == 0 && quotation.start == 0 && self.may_go_on(&paragraph, open));
            paragraph.owners[nth] = match goes_on {
                Some(open) => Some(self.go_on(&mut paragraph, open, nth)),
                None => self.place(&mut paragraph, nth),
            };
        }
        if let (Some(led_in), Some(first)) = (led_in, paragraph.quotations.first().copied())
            && first.start == 0
            && paragraph.owners[0].is_none()
        {
            paragraph.owners[0] = Some(self.follow(led_in, words, first));
        }
        self.report(&mut paragraph);
        self.keep_utterances(&mut paragraph);
        let goes_on = paragraph.quotations.last().is_some_and(|last| last.ending == Ending::GoesOn);
        self.open = paragraph.owners.last().copied().flatten().filter(|_| goes_on);
        self.led_in = frame::before_colon(words);
    }

    /// Adds a quotation that the paragraph before led in.
    fn follow(&mut self, (cue, source): (Cue, Source), words: Words<'_>, quotation: Quotation) -> usize {
        let sentence = words.tokens[quotation.start].sentence;
        let (contents, is_closed) = (vec![quotation.content], quotation.is_closed());
        let quote_type = QuoteType::Direct;
        self.attributions.push(Attribution {
            quote_type,
            sentence,
            source,
            cue: Some(cue),
            contents,
            is_closed,
        });
        self.attributions.len() - 1
    }

    /// Whether the first quotation of a paragraph may go on with `open`: nobody else is named as its speaker.
    fn may_go_on(&self, paragraph: &Paragraph<'_>, open: usize) -> bool {
        let framing = frame::behind(paragraph.words, &paragraph.quotations[0], paragraph.ceiling(0));
        let (Ok(one), Some(Ok(other))) =
            (self.attributions[open].source, framing.map(|framing| framing.source))
        else {
            return true;
        };
        let last_word = |span: Span| span.of(self.text).rsplit(' ').next().unwrap_or_default();
        let is_pronoun = matches!(other.of(self.text), "he" | "she" | "they" | "it" | "He" | "She" | "They");
        is_pronoun || last_word(one) == last_word(other)
    }

    /// Adds a quotation to the attribution that the paragraph before left open.
    fn go_on(&mut self, paragraph: &mut Paragraph<'_>, open: usize, nth: usize) -> usize {
        let quotation = paragraph.quotations[nth];
        self.attributions[open].contents.push(quotation.content);
        self.attributions[open].is_closed = quotation.is_closed();
        if self.attributions[open].cue.is_none()
            && let Some(framing) = frame::behind(paragraph.words, &quotation, paragraph.ceiling(nth))
        {
            self.attributions[open].cue = Some(framing.signal.cue(paragraph.words));
            self.attributions[open].source = framing.source;
            paragraph.claim(&framing, open);
        }
        open
    }

    /// Finds the attribution of a quotation; `None` where no cue frames it.
    fn place(&mut self, paragraph: &mut Paragraph<'_>, nth: usize) -> Option<usize> {
        let words = paragraph.words;
        let quotation = paragraph.quotations[nth];
        let before = frame::before(words, &quotation, paragraph.floor(nth));
        let is_led_in = before.as_ref().is_some_and(|framing| framing.fit == Fit::Whole);
        if !is_led_in && let Some(framing) = frame::behind(words, &quotation, paragraph.ceiling(nth)) {
            return Some(self.add(paragraph, &framing, quotation));
        }
        if let Some(owner) = paragraph.joined(nth, before.as_ref()) {
            self.attributions[owner].contents.push(quotation.content);
            self.attributions[owner].is_closed = quotation.is_closed();
            return Some(owner);
        }
        let framing = before.filter(|framing| !paragraph.is_claimed(framing))?;
        match framing.fit {
            Fit::Whole => Some(self.add(paragraph, &framing, quotation)),
            Fit::Term { start, end } => {
                let owner = self.add(paragraph, &framing, quotation);
                self.attributions[owner].quote_type = QuoteType::Mixed;
                self.attributions[owner].contents = vec![words.span(start..end)];
                Some(owner)
            }
            // The clause around it is the content: found with the other reports of the sentence.
            Fit::PartOf(_) => None,
        }
    }

    /// Adds a quotation that its cue frames.
    fn add(&mut self, paragraph: &mut Paragraph<'_>, framing: &Framing, quotation: Quotation) -> usize {
        let owner = self.attributions.len();
        self.attributions.push(Attribution {
            quote_type: QuoteType::Direct,
            sentence: paragraph.words.tokens[quotation.start].sentence,
            source: framing.source,
            cue: Some(framing.signal.cue(paragraph.words)),
            contents: vec![quotation.content],
            is_closed: quotation.is_closed(),
        });
        paragraph.claim(framing, owner);
        owner
    }

    /// Adds what is reported without a quotation around it.
    fn report(&mut self, paragraph: &mut Paragraph<'_>) {
        let words = paragraph.words;
        let mut start = 0;
        for tokens in words.tokens.chunk_by(|one, next| one.sentence == next.sentence) {
            let sentence = start..start + tokens.len();
            start = sentence.end;
            for report in indirect::find(words, sentence, |at| paragraph.is_free(at)) {
                self.add_report(paragraph, &report);
            }
        }
    }

    fn add_report(&mut self, paragraph: &mut Paragraph<'_>, report: &Report) {
        let words = paragraph.words;
        let owner = self.attributions.len();
        let mut kind = QuoteType::Indirect;
        for (nth, quotation) in paragraph.quotations.iter().enumerate() {
            let holds =
                |content: &Range<usize>| content.start <= quotation.start && quotation.end <= content.end;
            if paragraph.owners[nth].is_none() && report.contents.iter().any(holds) {
                paragraph.owners[nth] = Some(owner);
                kind = QuoteType::Mixed;
            }
        }
        let Some(first) = report.contents.first() else { return };
        let sentence = words.tokens[first.start].sentence;
        let contents: Vec<Span> = report.contents.iter().map(|content| words.span(content.clone())).collect();
        let cue = Some(report.signal.cue(words));
        let source = report.source;
        self.attributions.push(Attribution {
            quote_type: kind,
            sentence,
            source,
            cue,
            contents,
            is_closed: true,
        });
    }

    /// Adds the quotations without a cue that are utterances by their form.
    fn keep_utterances(&mut self, paragraph: &mut Paragraph<'_>) {
        for (nth, quotation) in paragraph.quotations.iter().enumerate() {
            if paragraph.owners[nth].is_none() && is_utterance(paragraph.words, self.text, quotation) {
                paragraph.owners[nth] = Some(self.attributions.len());
                self.attributions.push(Attribution {
                    quote_type: QuoteType::Direct,
                    sentence: paragraph.words.tokens[quotation.start].sentence,
                    source: Err(AbsentSource::NoCue),
                    cue: None,
                    contents: vec![quotation.content],
                    is_closed: quotation.is_closed(),
                });
            }
        }
    }
}

impl Paragraph<'_> {
    /// One past the last token of the quotation before the `nth`.
    fn floor(&self, nth: usize) -> usize {
        nth.checked_sub(1).map_or(0, |before| self.quotations[before].end)
    }

    /// The first token of the quotation behind the `nth`.
    fn ceiling(&self, nth: usize) -> usize {
        self.quotations.get(nth + 1).map_or(self.words.len(), |next| next.start)
    }

    fn claim(&mut self, framing: &Framing, attribution: usize) {
        self.claims.push(Claim { cue: framing.signal.at, attribution, end: framing.range.end });
        self.is_framed[framing.range.clone()].fill(true);
    }

    fn is_claimed(&self, framing: &Framing) -> bool {
        self.claims.iter().any(|claim| claim.cue == framing.signal.at)
    }

    /// The attribution that the `nth` quotation shares with the one before it.
    fn joined(&self, nth: usize, before: Option<&Framing>) -> Option<usize> {
        let quotation = &self.quotations[nth];
        if let Some(claim) =
            before.and_then(|framing| self.claims.iter().find(|claim| claim.cue == framing.signal.at))
        {
            return Some(claim.attribution);
        }
        let owner = self.owners[nth.checked_sub(1)?]?;
        let gap = self.floor(nth)..quotation.start;
        let is_list = gap
            .clone()
            .all(|at| matches!(self.words.form(at), "," | "and" | "or" | "then" | "–" | "—" | "..." | "…"));
        (is_list || self.starts_next_sentence(nth, owner)).then_some(owner)
    }

    /// Whether the `nth` quotation starts the sentence behind the frame of the one before it.
    fn starts_next_sentence(&self, nth: usize, owner: usize) -> bool {
        let quotation = &self.quotations[nth];
        let tokens = self.words.tokens;
        let starts =
            quotation.start > 0 && tokens[quotation.start - 1].sentence != tokens[quotation.start].sentence;
        let frame_end =
            self.claims.iter().filter(|claim| claim.attribution == owner).map(|claim| claim.end).max();
        let last = frame_end.unwrap_or(0).max(self.floor(nth)).saturating_sub(1);
        let follows = tokens[last].sentence + 1 == tokens[quotation.start].sentence
            || tokens[last].sentence == tokens[quotation.start].sentence;
        starts && follows
    }

    /// Whether the token at `at` is outside of every quotation that has its attribution, and of their frames.
    fn is_free(&self, at: usize) -> bool {
        let nth = self.quotations.partition_point(|quotation| quotation.end <= at);
        let is_inside = self.quotations.get(nth).is_some_and(|quotation| quotation.start <= at);
        !(is_inside && self.owners[nth].is_some() || self.is_framed[at])
    }
}

/// Whether a quotation without a cue is an utterance: the whole paragraph, or a sentence by its form.
fn is_utterance(words: Words<'_>, text: &str, quotation: &Quotation) -> bool {
    let inside = || (quotation.start + 1..quotation.end).filter(|&at| !is_mark(words, at));
    let count = inside().count();
    if quotation.start == 0 && quotation.end + 1 >= words.len() && quotation.is_closed() {
        return count >= 2;
    }
    let content = quotation.content.of(text);
    let is_title =
        inside().filter(|&at| words.form(at).len() > 3).all(|at| words.is_capitalised(at)) && count <= 8;
    let is_sentence = content.starts_with(char::is_uppercase)
        && (content.ends_with(['.', '!', '?', ',', '…']) || count >= 2 * UTTERANCE);
    count >= UTTERANCE && is_sentence && !is_title
}
