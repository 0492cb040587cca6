//! The attributions of an article as they grow from paragraph to paragraph.
//!
//! Answers for: which quotations and reports share an attribution, which need none, and the rows that come of
//! it.

use std::ops::Range;

use schema::labels::{AbsentSource, Factuality, QuoteType, Role, Upos};
use schema::{Attribution, Cue, Source, Span};

use super::paragraph::Paragraph;
use super::report::Report;
use super::source;
use super::{frame, label, quoted, signature};
use crate::quotations::Quotation;
use crate::syntax::Parse;

/// The fewest words by which a quotation without a cue is an utterance.
const UTTERANCE: usize = 4;

/// The most words between two parts of a quotation.
const LONGEST_GAP: usize = 30;

/// What has been read so far.
#[derive(Debug)]
pub(super) struct Speech<'t> {
    parse: Parse<'t>,
    rows: Vec<Attribution>,
    /// The attribution whose last quotation goes on with the next paragraph.
    open: Option<usize>,
    /// The report that the paragraph before ended with, before a colon.
    led_in: Option<Report>,
    /// The attribution that the paragraph before ended with.
    last: Option<usize>,
    /// The attribution that the paragraph before, nothing but a quotation, was given to.
    joined: Option<usize>,
    /// The attributions to a headline's label, which may be a topic.
    doubtful: Vec<usize>,
}

impl<'t> Speech<'t> {
    pub(super) fn new(parse: Parse<'t>) -> Self {
        let (rows, doubtful) = (Vec::new(), Vec::new());
        Self { parse, rows, open: None, led_in: None, last: None, joined: None, doubtful }
    }

    /// Everything found.
    pub(super) fn finish(mut self) -> Vec<Attribution> {
        let text = self.parse.words.text;
        let sources: Vec<&str> = self.named().map(|source| last_word(source.span.of(text))).collect();
        let is_topic = |row: &Attribution| {
            let label = row.source.map_or("", |source| last_word(source.span.of(text)));
            sources.iter().filter(|source| **source == label).count() < 2
        };
        let mut place = 0;
        let doubtful = std::mem::take(&mut self.doubtful);
        self.rows.retain(|row| {
            place += 1;
            !(doubtful.contains(&(place - 1)) && is_topic(row))
        });
        self.rows
    }

    fn named(&self) -> impl Iterator<Item = Source> {
        self.rows.iter().filter_map(|row| row.source.ok())
    }

    /// Reads a paragraph.
    pub(super) fn read(&mut self, mut paragraph: Paragraph<'t>) {
        let joined = self.joined.take();
        self.start(&mut paragraph);
        for nth in 0..paragraph.quotations.len() {
            if paragraph.owners[nth].is_none() {
                paragraph.owners[nth] = self.place(&mut paragraph, nth);
            }
        }
        self.report(&mut paragraph);
        self.follow_up(&mut paragraph);
        self.keep_utterances(&mut paragraph);
        self.part_from(&paragraph, joined);
        self.sign(&paragraph);
        self.open = paragraph.owners.last().copied().flatten().filter(|_| paragraph.goes_on());
        self.led_in = before_colon(&paragraph);
        self.last = last_row(&paragraph);
    }

    /// Gives the first quotation to the attribution that the paragraph before left open or led in.
    fn start(&mut self, paragraph: &mut Paragraph<'t>) {
        let open = self.open.take();
        let led_in = self.led_in.take();
        let Some(first) = paragraph.quotations.first().copied() else { return };
        if first.start != paragraph.range.start {
            return;
        }
        if let Some(open) = open.filter(|&open| self.may_go_on(paragraph, open)) {
            self.go_on(paragraph, open);
        } else if let Some(report) = led_in
            && frame::behind(paragraph, 0).is_none()
        {
            let row = self.push(&report, QuoteType::Direct, vec![first.content]);
            self.rows[row].is_closed = first.is_closed();
            paragraph.owners[0] = Some(row);
        }
    }

    /// Whether the first quotation of a paragraph may go on with `open`: nobody else is named as its speaker.
    fn may_go_on(&self, paragraph: &Paragraph<'_>, open: usize) -> bool {
        let framing = frame::behind(paragraph, 0).map(|nth| paragraph.reports[nth].source.clone());
        let (Ok(one), Some(Ok(other))) = (self.rows[open].source, framing) else { return true };
        let text = self.parse.words.text;
        let other = self.parse.span(other).of(text);
        let is_pronoun = matches!(other, "he" | "she" | "they" | "it" | "He" | "She" | "They");
        is_pronoun || last_word(one.span.of(text)) == last_word(other)
    }

    /// Adds the first quotation to the attribution that the paragraph before left open.
    fn go_on(&mut self, paragraph: &mut Paragraph<'_>, open: usize) {
        self.extend(open, &paragraph.quotations[0]);
        paragraph.owners[0] = Some(open);
        if let Some(nth) = frame::behind(paragraph, 0) {
            paragraph.rows[nth] = Some(open);
            if self.rows[open].cue.is_none() {
                self.rows[open].cue = Some(self.cue(&paragraph.reports[nth]));
                self.rows[open].source = self.source(&paragraph.reports[nth]);
            }
        }
    }

    fn extend(&mut self, row: usize, quotation: &Quotation) {
        self.rows[row].contents.push(quotation.content);
        self.rows[row].is_closed = quotation.is_closed();
    }

    /// Finds the attribution of a quotation; `None` where no cue frames it.
    fn place(&mut self, paragraph: &mut Paragraph<'t>, nth: usize) -> Option<usize> {
        let quotation = paragraph.quotations[nth];
        let before = frame::before(paragraph, nth);
        let behind = || frame::behind(paragraph, nth);
        let fresh = |report: &usize| paragraph.rows[*report].is_none();
        if let Some(report) = before.filter(fresh).or_else(|| behind().filter(fresh)) {
            return Some(self.frame(paragraph, report, quotation));
        }
        let joined = before.and_then(|report| paragraph.rows[report]).or_else(|| joined(paragraph, nth));
        if let Some(owner) = joined {
            self.extend(owner, &quotation);
            return Some(owner);
        }
        None
    }

    /// Adds a quotation that the report frames.
    fn frame(&mut self, paragraph: &mut Paragraph<'_>, report: usize, quotation: Quotation) -> usize {
        let found = &paragraph.reports[report];
        let is_before = found.cue.end <= quotation.start;
        let mut contents: Vec<Span> = if is_before && paragraph.speaks_freely(found) {
            let behind = found.contents.iter().filter(|piece| piece.start >= found.cue.end);
            behind.map(|piece| self.parse.span(piece.clone())).collect()
        } else {
            Vec::new()
        };
        let kind = if contents.is_empty() { QuoteType::Direct } else { QuoteType::Mixed };
        contents.push(quotation.content);
        let row = self.push(found, kind, contents);
        let is_told = found.source.as_ref().is_ok_and(|source| is_before || source.start >= quotation.end);
        let inverted = || {
            let start = if is_before { self.parse.sentence(found.at).start } else { quotation.end };
            frame::unnamed(paragraph, found, start).or_else(|| source::inverted(self.parse, found.at))
        };
        if !is_told && let Some(noun) = inverted() {
            self.rows[row].source = Ok(Source::unknown(self.parse.span(noun)));
        }
        self.rows[row].is_closed = quotation.is_closed();
        paragraph.rows[report] = Some(row);
        self.quote(paragraph, report, quotation).unwrap_or(row)
    }

    /// Gives a quotation also to the one whom the source of its report quotes: "“X,” the agency quoted
    /// Brandt as saying".
    fn quote(&mut self, paragraph: &mut Paragraph<'_>, outer: usize, quotation: Quotation) -> Option<usize> {
        let inner = quoted::tail(self.parse, &paragraph.reports, outer)?;
        let row = paragraph.rows[outer]?;
        let told = paragraph.reports[outer].contents.iter().map(|piece| self.parse.span(piece.clone()));
        self.rows[row].contents.extend(told);
        self.rows[row].quote_type = QuoteType::Mixed;
        let row = self.push(&paragraph.reports[inner], QuoteType::Direct, vec![quotation.content]);
        self.rows[row].is_closed = quotation.is_closed();
        paragraph.rows[inner] = Some(row);
        Some(row)
    }

    /// Adds what the trees tell, with the quotations inside it.
    fn report(&mut self, paragraph: &mut Paragraph<'_>) {
        for nth in 0..paragraph.reports.len() {
            let is_known = paragraph.rows[nth].is_some() || paragraph.reports[nth].contents.is_empty();
            if is_known || is_order(paragraph, nth) {
                continue;
            }
            let kind = widen(paragraph, nth);
            let report = &paragraph.reports[nth];
            let contents = report.contents.iter().map(|piece| self.content(paragraph, piece)).collect();
            let row = self.push(report, kind, contents);
            if label::is_doubtful(self.parse, report) {
                self.doubtful.push(row);
            }
            paragraph.rows[nth] = Some(row);
            for (place, quotation) in paragraph.quotations.iter().enumerate() {
                let is_inside = paragraph.reports[nth].says(quotation.start + 1);
                if is_inside && paragraph.owners[place].is_none() {
                    paragraph.owners[place] = Some(row);
                }
            }
        }
    }

    /// The span of a piece: what stands between the marks where it is all of a quotation.
    fn content(&self, paragraph: &Paragraph<'_>, piece: &Range<usize>) -> Span {
        let whole = paragraph.quotations.iter().find(|quotation| {
            quotation.start <= piece.start
                && piece.end <= quotation.end
                && piece.start <= quotation.start + 1
                && piece.end + 2 >= quotation.end
        });
        whole.map_or_else(|| self.parse.span(piece.clone()), |quotation| quotation.content)
    }

    /// Gives a quotation that makes a sentence or a paragraph of its own to the source of the one before.
    fn follow_up(&mut self, paragraph: &mut Paragraph<'_>) {
        for nth in 1..paragraph.quotations.len() {
            if paragraph.owners[nth].is_none()
                && is_utterance(paragraph, &paragraph.quotations[nth])
                && let Some(owner) = joined(paragraph, nth)
            {
                self.extend(owner, &paragraph.quotations[nth]);
                paragraph.owners[nth] = Some(owner);
            }
        }
        if let Some(last) = self.last
            && paragraph.is_speech()
            && !self.is_heading(paragraph)
            && paragraph.owners[0].is_none()
            && self.rows[last].cue.is_some()
            && self.rows[last].quote_type != QuoteType::Indirect
        {
            self.extend(last, &paragraph.quotations[0]);
            paragraph.owners[0] = Some(last);
            self.joined = Some(last);
        }
    }

    /// Whether the paragraph stands as a heading, in which quotations are picked from anywhere.
    fn is_heading(&self, paragraph: &Paragraph<'_>) -> bool {
        let sentence = self.parse.words.tokens.get(paragraph.range.start).map(|token| token.sentence);
        let role = sentence.and_then(|at| self.parse.sentences.get(at)).map(|sentence| sentence.role);
        matches!(role, Some(Role::Headline | Role::Deck | Role::Subheading | Role::PullQuote))
    }

    /// Takes the quotation of the paragraph before from the attribution at `joined`, where the paragraph
    /// names its own speaker.
    fn part_from(&mut self, paragraph: &Paragraph<'t>, joined: Option<usize>) {
        let Some(row) = joined.filter(|_| signature::read(self.parse, paragraph.range.clone()).is_some())
        else {
            return;
        };
        if let Some(content) = self.rows[row].contents.pop() {
            self.last = Some(self.push_bare(content));
        }
    }

    /// Gives a quotation without a cue to the name behind a dash at the end of its paragraph, or in the next.
    fn sign(&mut self, paragraph: &Paragraph<'t>) {
        let (owner, start) = match (paragraph.quotations.last(), paragraph.owners.last()) {
            (Some(quotation), Some(owner)) => (*owner, quotation.end),
            _ => (self.last, paragraph.range.start),
        };
        let Some(row) = owner.filter(|&row| self.rows[row].cue.is_none()) else { return };
        if let Some(report) = signature::read(self.parse, start..paragraph.range.end) {
            self.rows[row].source = self.source(&report);
            self.rows[row].cue = Some(self.cue(&report));
        }
    }

    /// Adds the quotations without a cue that are utterances by their form.
    fn keep_utterances(&mut self, paragraph: &mut Paragraph<'_>) {
        for nth in 0..paragraph.quotations.len() {
            let quotation = paragraph.quotations[nth];
            if paragraph.owners[nth].is_none() && is_utterance(paragraph, &quotation) {
                let row = self.push_bare(quotation.content);
                self.rows[row].is_closed = quotation.is_closed();
                paragraph.owners[nth] = Some(row);
            }
        }
    }

    /// Adds a quotation without a cue; gives its place.
    fn push_bare(&mut self, content: Span) -> usize {
        let tokens = self.parse.words.tokens;
        let token = tokens.partition_point(|token| token.span.end() <= content.start());
        self.rows.push(Attribution {
            quote_type: QuoteType::Direct,
            sentence: tokens.get(token).map_or(0, |token| token.sentence),
            source: Err(AbsentSource::NoCue),
            cue: None,
            contents: vec![content],
            is_closed: true,
            parent: None,
            factuality: Factuality::Unknown,
        });
        self.rows.len() - 1
    }

    /// Adds an attribution; gives its place.
    fn push(&mut self, report: &Report, quote_type: QuoteType, contents: Vec<Span>) -> usize {
        let first = contents.iter().min_by_key(|content| content.start());
        let row = self.push_bare(*first.expect("an attribution has a content"));
        let (source, cue) = (self.source(report), Some(self.cue(report)));
        self.rows[row] = Attribution { quote_type, source, cue, contents, ..self.rows[row].clone() };
        row
    }

    fn source(&self, report: &Report) -> Result<Source, AbsentSource> {
        report.source.clone().map(|range| Source::unknown(self.parse.span(range)))
    }

    fn cue(&self, report: &Report) -> Cue {
        let span = self.parse.span(report.cue.clone());
        Cue { span, lemma: report.entry.lemma.into(), class: report.entry.class, stance: report.entry.stance }
    }
}

/// Whether the `nth` report is a verb inside a quotation that nobody is the subject of: "don't forget them".
fn is_order(paragraph: &Paragraph<'_>, nth: usize) -> bool {
    let Report { at, source, .. } = &paragraph.reports[nth];
    let is_verb = paragraph.parse.upos(*at) == Some(Upos::Verb);
    is_verb && *source == Err(AbsentSource::NotFound) && paragraph.holder(*at).is_some()
}

/// The attribution that the `nth` quotation shares with the one before it.
fn joined(paragraph: &Paragraph<'_>, nth: usize) -> Option<usize> {
    let quotation = &paragraph.quotations[nth];
    let owner = paragraph.owners[nth.checked_sub(1)?]?;
    let gap = paragraph.floor(nth)..quotation.start;
    let is_joint = |form: &str| matches!(form, "," | "and" | "or" | "then" | "–" | "—" | "..." | "…");
    let is_list = gap.clone().all(|at| is_joint(paragraph.parse.words.form(at)));
    let is_joined = is_list || is_second_part(paragraph, nth, owner);
    (is_joined || starts_next_sentence(paragraph, nth, owner)).then_some(owner)
}

/// Whether the frame of `owner` and a comma stand before the `nth` quotation: "“X,” he said, “and Y”".
fn is_second_part(paragraph: &Paragraph<'_>, nth: usize, owner: usize) -> bool {
    let start = paragraph.quotations[nth].start;
    let gap = paragraph.floor(nth)..start;
    let mut reports = paragraph.reports.iter().zip(&paragraph.rows).filter(|(_, row)| **row == Some(owner));
    matches!(paragraph.parse.words.form_before(start), "," | "–" | "—" | "--")
        && gap.len() <= LONGEST_GAP
        && reports.any(|(report, _)| gap.contains(&report.at))
        && paragraph.reports.iter().filter(|report| gap.contains(&report.at)).count() == 1
}

/// Whether the `nth` quotation starts the sentence behind the frame of the one before it.
fn starts_next_sentence(paragraph: &Paragraph<'_>, nth: usize, owner: usize) -> bool {
    let quotation = &paragraph.quotations[nth];
    let sentence = paragraph.sentence(quotation.start);
    let stop = paragraph.parse.words.form_before(quotation.start);
    let starts = quotation.start > 0 && (paragraph.sentence(quotation.start - 1) != sentence || stop == ".");
    let frames = paragraph.reports.iter().zip(&paragraph.rows);
    let frame_end =
        frames.filter(|(_, row)| **row == Some(owner)).map(|(report, _)| report.frame().end).max();
    let last = frame_end.unwrap_or(0).max(paragraph.floor(nth)).saturating_sub(1);
    let before = paragraph.sentence(last);
    starts && (before + 1 == sentence || before == sentence)
}

/// Widens the content of the `nth` report to the quotations that it starts or ends in; tells how it is given.
fn widen(paragraph: &mut Paragraph<'_>, nth: usize) -> QuoteType {
    let mut kind = QuoteType::Indirect;
    for place in 0..paragraph.quotations.len() {
        if !paragraph.overlaps(&paragraph.reports[nth], place) {
            continue;
        }
        let Quotation { start, end, .. } = paragraph.quotations[place];
        kind = QuoteType::Mixed;
        let cue = paragraph.reports[nth].cue.clone();
        for piece in &mut paragraph.reports[nth].contents {
            if piece.start < end && start < piece.end && !(start..end).contains(&cue.start) {
                piece.start = piece.start.min(start);
                piece.end = piece.end.max(end);
            }
        }
    }
    kind
}

/// The report that a paragraph with a colon at its end leads in with.
fn before_colon(paragraph: &Paragraph<'_>) -> Option<Report> {
    let colon = paragraph.range.end.checked_sub(1)?;
    let is_led = paragraph.parse.words.form(colon) == ":";
    let sentence = paragraph.sentence(colon);
    let last =
        |report: &&Report| paragraph.sentence(report.at) == sentence && paragraph.holder(report.at).is_none();
    paragraph.reports.iter().rev().find(last).filter(|_| is_led).cloned()
}

/// The attribution that the last sentence of a paragraph belongs to.
fn last_row(paragraph: &Paragraph<'_>) -> Option<usize> {
    let sentence = paragraph.sentence(paragraph.range.end.checked_sub(1)?);
    let owner = paragraph.quotations.last().filter(|last| paragraph.sentence(last.end - 1) == sentence);
    if owner.is_some() {
        return paragraph.owners.last().copied().flatten();
    }
    let mut reports = paragraph.reports.iter().zip(&paragraph.rows);
    reports.find(|(report, _)| paragraph.sentence(report.at) == sentence).and_then(|(_, row)| *row)
}

fn last_word(name: &str) -> &str {
    name.trim_end_matches("'s").trim_end_matches("’s").rsplit(' ').next().unwrap_or_default()
}

/// Whether a quotation without a cue is an utterance: the whole paragraph, or a sentence by its form.
fn is_utterance(paragraph: &Paragraph<'_>, quotation: &Quotation) -> bool {
    let words = paragraph.parse.words;
    let is_word = |at: &usize| words.form(*at).starts_with(char::is_alphanumeric);
    let inside = || (quotation.start + 1..quotation.end).filter(is_word);
    let count = inside().count();
    if paragraph.is_speech() {
        return count >= 2;
    }
    let content = quotation.content.of(words.text);
    let is_title =
        inside().filter(|&at| words.form(at).len() > 3).all(|at| words.is_capitalised(at)) && count <= 8;
    let is_sentence = content.starts_with(char::is_uppercase)
        && (content.ends_with(['.', '!', '?', ',', '…']) || count >= 2 * UTTERANCE);
    count >= UTTERANCE && is_sentence && !is_title
}
