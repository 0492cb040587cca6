//! How a report frames a quotation.
//!
//! Answers for: finding the report whose cue stands behind a quotation or before it and whose content it is.
//! Leaves quotations that are a part of what a report says to others.

use std::ops::Range;

use schema::labels::{CueClass, Relation, Upos};

use super::cue::Frames;
use super::paragraph::Paragraph;
use super::phrase;
use super::report::Report;
use crate::key::{key, keys};
use crate::quotations::Quotation;
use crate::syntax::Parse;

/// The most words between a cue and a quotation that a comma parts from it.
const ASIDE: usize = 12;

/// The report whose cue stands right behind the `nth` quotation.
pub(super) fn behind(paragraph: &Paragraph<'_>, nth: usize) -> Option<usize> {
    let quotation = &paragraph.quotations[nth];
    let words = paragraph.parse.words;
    let is_closing = |mark: char| matches!(mark, '"' | '\'' | '”' | '’' | '»');
    let last = quotation.content.of(words.text).trim_end_matches(is_closing).chars().next_back()?;
    let is_parted = matches!(words.form(quotation.end), "," | "–" | "—" | "--" | "-");
    let start = quotation.end + usize::from(is_parted);
    // A comma inside the marks shows that the quotation is what the cue behind it takes.
    let is_comma = matches!(last, ',' | '?' | '!') && !is_parted;
    let is_strict = last == '.' && !is_parted && words.is_capitalised(start);
    let ceiling = paragraph.ceiling(nth);
    paragraph.reports.iter().position(|report| {
        let is_elsewhere = report.source.as_ref().is_ok_and(|source| source.end <= quotation.start);
        let is_near = !is_elsewhere
            && named(paragraph, report, start).is_some_and(|gap| gap <= 1)
            && report.at < ceiling;
        let is_same = paragraph.sentence(report.at) == paragraph.sentence(start);
        let is_clear = is_parted || ends_clause(last);
        is_near
            && is_same
            && is_clear
            && quotation.is_closed()
            && can_speak(report)
            && !is_meanwhile(paragraph.parse, report)
            && (is_comma || !paragraph.speaks_freely(report))
            && (!is_strict || ends_sentence(paragraph, report))
    })
}

/// How many words stand between `start` and the frame of the report behind it, whose source the tree may not
/// tell.
fn named(paragraph: &Paragraph<'_>, report: &Report, start: usize) -> Option<usize> {
    let is_told = report.source.as_ref().is_ok_and(|source| source.start >= start);
    let first = if is_told { report.frame().start } else { report.cue.start };
    let gap = first.checked_sub(start)?;
    if gap > 1 && !is_told { unnamed(paragraph, report, start).map(|_| 0) } else { Some(gap) }
}

/// The words from `start` to the cue, where they may name its source.
pub(super) fn unnamed(paragraph: &Paragraph<'_>, report: &Report, start: usize) -> Option<Range<usize>> {
    let parse = paragraph.parse;
    let gap = start..report.cue.start.max(start);
    let is_nominal = gap.len() <= ASIDE && !gap.clone().any(|at| is_clausal(parse, at));
    phrase::trimmed(parse, gap).filter(|_| is_nominal)
}

/// Whether the word at `at` belongs to a clause rather than to a name.
fn is_clausal(parse: Parse<'_>, at: usize) -> bool {
    match parse.upos(at) {
        Some(Upos::Aux | Upos::Sconj) => true,
        Some(Upos::Verb) => !parse.words.form(at).ends_with("ing"),
        _ => false,
    }
}

fn ends_clause(last: char) -> bool {
    matches!(last, ',' | '.' | '?' | '!' | '…' | '-' | '—' | '–' | ';')
}

/// Whether a whole quotation may be what the cue takes.
fn can_speak(report: &Report) -> bool {
    report.entry.frames.has(Frames::CLAUSE.or(Frames::QUOTE))
}

/// Whether little but source and cue makes the report's sentence.
fn ends_sentence(paragraph: &Paragraph<'_>, report: &Report) -> bool {
    let sentence = paragraph.parse.sentence(report.at);
    let rest = report.frame().end..sentence.end.min(paragraph.range.end);
    report.entry.frames.has(Frames::CLAUSE) && rest.len() <= ASIDE
}

/// The report whose cue stands before the `nth` quotation in its sentence and takes it as a whole.
pub(super) fn before(paragraph: &Paragraph<'_>, nth: usize) -> Option<usize> {
    let quotation = &paragraph.quotations[nth];
    let floor = paragraph.floor(nth);
    let found = paragraph.reports.iter().rposition(|report| {
        report.cue.end <= quotation.start
            && report.at >= floor
            && paragraph.sentence(report.at) == paragraph.sentence(quotation.start)
            && can_speak(report)
    })?;
    leads(paragraph, &paragraph.reports[found], quotation, nth).then_some(found)
}

/// Whether the report before a quotation leads to it.
fn leads(paragraph: &Paragraph<'_>, report: &Report, quotation: &Quotation, nth: usize) -> bool {
    let words = paragraph.parse.words;
    let gap = report.cue.end..quotation.start;
    let lead = if gap.is_empty() { "" } else { words.form(gap.end - 1) };
    if is_meanwhile(paragraph.parse, report) && phrase::has_word(paragraph.parse, gap.clone()) {
        return false;
    }
    if !report.contents.is_empty() {
        let is_all = paragraph.overlaps(report, nth) && !paragraph.speaks_freely(report);
        let is_next = !phrase::has_word(paragraph.parse, gap.clone());
        return is_all
            || is_next && !paragraph.goes_on_freely(report)
            || lead == ":" && !paragraph.overlaps(report, nth);
    }
    let is_aside = || {
        let is_bare = paragraph.parse.upos(gap.end - 1) != Some(Upos::Det);
        gap.len() <= 8 && is_bare && gap.clone().all(|at| is_beside(paragraph, at, report))
    };
    let is_phrase = || {
        report.entry.class != CueClass::Say && paragraph.parse.upos(quotation.start + 1) == Some(Upos::Adp)
    };
    match lead {
        ":" => true,
        "" => !is_phrase(),
        "," => gap.len() <= ASIDE,
        _ => report.entry.class == CueClass::Say && is_aside(),
    }
}

/// Whether the cue stands in a clause that says when something else happened: "as he spoke".
fn is_meanwhile(parse: Parse<'_>, report: &Report) -> bool {
    let is_time = |child| {
        let word = parse.words.key(child);
        word.is_any(&keys!["while", "when", "after", "before", "until", "once", "since"])
            || word.is(key!("as")) && !report.entry.frames.has(Frames::CLAUSE)
    };
    parse.relation(report.at) == Relation::Advcl
        && parse.children(report.at).take_while(|&child| child < report.at).any(is_time)
}

/// Whether the word at `at` only says to whom, where or how the report was made.
fn is_beside(paragraph: &Paragraph<'_>, at: usize, report: &Report) -> bool {
    let parse = paragraph.parse;
    let child = parse.upwards(at).take_while(|&above| above != report.at).last();
    let is_aside = child.is_some_and(|child| {
        parse.is_below(at, report.at)
            && matches!(
                parse.relation(child),
                Relation::Obl
                    | Relation::OblUnmarked
                    | Relation::Iobj
                    | Relation::Obj
                    | Relation::Advmod
                    | Relation::Nsubj
            )
    });
    is_aside || phrase::is_mark(parse, at)
}
