//! Attributions without a quotation around what is said.
//!
//! Answers for: the plain patterns of a sentence with a cue (`X said that ...`, `..., X said`, `according to X`,
//! `X was said to ...`) and where their content starts and ends.

use std::ops::Range;

use schema::labels::AbsentSource;

use super::Source;
use super::cue::{self, Frame, Signal};
use super::frame;
use super::function_word::{self, Class, is_mark};
use super::source;
use crate::key::{key, keys};
use crate::words::Words;

/// The fewest words of a content.
const SHORTEST: usize = 3;

/// How many words of a content are looked through for its end; a sentence that is longer is none.
const LONGEST: usize = 400;

/// What was found in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub(super) signal: Signal,
    pub(super) source: Source,
    pub(super) contents: Vec<Range<usize>>,
}

/// The reports of the sentence at `sentence`; `is_free` tells the places outside quotations and other frames.
pub(super) fn find(words: Words<'_>, sentence: Range<usize>, is_free: impl Fn(usize) -> bool) -> Vec<Report> {
    let mut reports = Vec::new();
    let mut end = stripped_end(words, sentence.clone());
    if let Some((report, cut)) = trailing(words, sentence.start..end, &is_free) {
        reports.push(report);
        end = cut;
    }
    let mut at = sentence.start;
    while at < end {
        let signal = if is_free(at) { cue::signal(words, at) } else { None };
        let report = signal.and_then(|signal| leading(words, sentence.start..end, signal, &is_free));
        at = report.as_ref().map_or(at + 1, |report| report.signal.end);
        let is_clause = report.is_some();
        reports.extend(report);
        if is_clause {
            break;
        }
    }
    reports
}

/// One past the last word of a sentence without its closing marks.
fn stripped_end(words: Words<'_>, sentence: Range<usize>) -> usize {
    let mut end = sentence.end;
    while end > sentence.start && matches!(words.form(end - 1), "." | "!" | "?" | "..." | "…") {
        end -= 1;
    }
    end
}

/// `..., X said` and `..., said X` at the end of a sentence; with where the content ends.
fn trailing(
    words: Words<'_>,
    sentence: Range<usize>,
    is_free: &impl Fn(usize) -> bool,
) -> Option<(Report, usize)> {
    let commas =
        sentence.clone().rev().filter(|&at| matches!(words.form(at), "," | "–" | "—" | "--") && is_free(at));
    for comma in commas.take(4) {
        let start = comma + 1;
        let Some((signal, named)) = bare_report(words, start..sentence.end) else { continue };
        let content = content_from(words, sentence.start)..comma;
        if content.len() >= SHORTEST && content.clone().all(is_free) {
            let report = Report { signal, source: named, contents: vec![content] };
            return Some((report, comma));
        }
    }
    None
}

/// Where the content of a sentence starts: behind a word that joins it to the one before.
fn content_from(words: Words<'_>, start: usize) -> usize {
    let joins = words.key(start).is_any(&keys!["but", "and", "however", "still", "meanwhile"]);
    start + usize::from(joins) + usize::from(joins && words.form(start + 1) == ",")
}

/// Source and cue that are all of `range` but for words of time and place behind them.
fn bare_report(words: Words<'_>, range: Range<usize>) -> Option<(Signal, Source)> {
    if let Some(signal) = cue::signal(words, range.start) {
        if signal.is_according() {
            let named = source::behind(words, signal.end, range.end);
            return Some((signal, named.map(|range| words.span(range)).ok_or(AbsentSource::NotFound)));
        }
        let named = source::behind(words, signal.end, range.end)?;
        let is_plain = !signal.verb.is_participle && !signal.is_passive && signal.verb.frame == Frame::Clause;
        return (is_plain && ends_report(words, named.end, range.end))
            .then(|| (signal, Ok(words.span(named))));
    }
    let at = range.clone().find(|&at| words.is_lower(at) && cue::signal(words, at).is_some())?;
    let signal = cue::signal(words, at)
        .filter(|signal| !signal.verb.is_participle && !signal.is_denied && !signal.is_passive)?;
    let named =
        source::before(words, range.start, signal.group).filter(|named| named.start == range.start)?;
    let told = if signal.verb.frame == Frame::Tell { addressee_end(words, signal.end) } else { signal.end };
    ends_report(words, told, range.end).then(|| (signal, Ok(words.span(named))))
}

/// Whether nothing but whom it was told to, and an adverbial, follows from `at` to `end`.
fn ends_report(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_adverbial =
        matches!(function_word::class(words, at), Some(Class::Preposition | Class::Time | Class::Adverb));
    at >= end || words.form(at) == "," || is_adverbial && end - at <= 10
}

/// `X said (that) ...`, `According to X, ...`, `X was said to ...`.
fn leading(
    words: Words<'_>,
    sentence: Range<usize>,
    signal: Signal,
    is_free: &impl Fn(usize) -> bool,
) -> Option<Report> {
    if signal.is_according() {
        return according(words, sentence, signal)
            .filter(|report| report.contents.iter().all(|content| content.clone().all(is_free)));
    }
    if signal.is_denied || signal.verb.frame == Frame::Quote {
        return None;
    }
    if signal.is_passive {
        return passive(words, sentence, signal);
    }
    let start = content_start(words, &signal)?;
    let end = content_end(words, start..sentence.end, is_free);
    if end < start + SHORTEST
        || signal.verb.is_participle && words.form(signal.group.saturating_sub(1)) != ","
    {
        return None;
    }
    let named =
        frame::subject(words, &signal, sentence.start).filter(|named| !is_reader_or_author(words, named))?;
    let content = start..end;
    Some(Report { signal, source: Ok(words.span(named)), contents: vec![content] })
}

/// Whether the source is who writes or who reads: these report nothing.
fn is_reader_or_author(words: Words<'_>, named: &Range<usize>) -> bool {
    named.len() == 1 && words.key(named.start).is_any(&keys!["you", "i", "we", "everyone"])
}

/// `According to X, ...` at the start of a sentence, `... according to X` inside it.
fn according(words: Words<'_>, sentence: Range<usize>, signal: Signal) -> Option<Report> {
    let named = source::behind(words, signal.end, sentence.end)?;
    let comma = named.end + usize::from(words.form(named.end) == ",");
    let content = if signal.at <= sentence.start + 1 {
        comma..sentence.end
    } else {
        content_from(words, sentence.start)..signal.at - usize::from(words.form(signal.at - 1) == ",")
    };
    (content.len() >= SHORTEST).then(|| Report {
        signal,
        source: Ok(words.span(named)),
        contents: vec![content],
    })
}

/// `X was said to ...`: the source is not told; the content is in two pieces.
fn passive(words: Words<'_>, sentence: Range<usize>, signal: Signal) -> Option<Report> {
    let says = matches!(signal.verb.frame, Frame::Clause | Frame::That);
    let named = source::before(words, sentence.start, signal.group)?;
    let content = signal.end..content_end(words, signal.end..sentence.end, &|_| true);
    let is_bare = !words.key(named.start).is_any(&keys!["who", "which"])
        && !named.clone().any(|at| words.form(at) == ",");
    let is_plain = says && is_bare && words.is(signal.end, key!("to")) && content.len() >= SHORTEST;
    is_plain.then(|| Report { signal, source: Err(AbsentSource::Passive), contents: vec![named, content] })
}

/// Where the content behind a cue starts; `None` where no clause follows.
pub(super) fn content_start(words: Words<'_>, signal: &Signal) -> Option<usize> {
    let behind = aside_end(words, signal);
    if words.is(behind, key!("that")) {
        return Some(behind);
    }
    match signal.verb.frame {
        Frame::Clause if behind == signal.end => starts_clause(words, signal).then_some(behind),
        Frame::Tell if behind > signal.end => Some(behind),
        _ => None,
    }
}

/// Where the words between cue and content end: to whom, when and where it was said.
fn aside_end(words: Words<'_>, signal: &Signal) -> usize {
    let mut at = signal.end;
    if signal.verb.frame == Frame::Tell {
        at = addressee_end(words, at);
    }
    if matches!(function_word::class(words, at), Some(Class::Preposition | Class::Time))
        && !words.is(at, key!("to"))
    {
        // "said on Monday that", "said in a statement that": only where "that" shows the end.
        let end = (at..words.len().min(at + 9)).find(|&place| words.is(place, key!("that")));
        return end.unwrap_or(at);
    }
    at
}

/// One past the last word of whom something is told to.
fn addressee_end(words: Words<'_>, at: usize) -> usize {
    match function_word::class(words, at) {
        Some(Class::Determiner) => {
            let verbless = (at + 1..at + 6)
                .find(|&place| words.is(place, key!("that")) || function_word::class(words, place).is_some());
            verbless.unwrap_or(at + 2)
        }
        Some(Class::Pronoun) => at + 1,
        Some(_) => at + usize::from(words.key(at).is_any(&keys!["him", "her", "them", "us", "me", "you"])),
        None if words.is_capitalised(at) => {
            let end = (at..at + 6)
                .find(|&place| !words.is_capitalised(place) || is_mark(words, place))
                .unwrap_or(at + 1);
            // "told Reuters Karlov had died": the second name is the clause's.
            let is_glued = end > at + 1 && function_word::is(words, end, Class::Auxiliary);
            if is_glued { at + 1 } else { end }
        }
        None => at + usize::from(!is_mark(words, at)),
    }
}

/// Whether what stands behind the cue looks like a clause.
fn starts_clause(words: Words<'_>, signal: &Signal) -> bool {
    let at = signal.end;
    let starts = match function_word::class(words, at) {
        Some(Class::Determiner | Class::Pronoun | Class::Time) => true,
        Some(Class::Preposition) => {
            words.key(at).is_any(&keys!["in", "after", "despite", "during", "under", "since"])
                && signal.verb.lemma == "say"
        }
        Some(Class::Conjunction) => {
            words.key(at).is_any(&keys!["while", "if", "although", "when", "what", "where", "how"])
        }
        Some(_) => false,
        None => !is_mark(words, at) || is_opening(words, at),
    };
    let limit = words.len().min(at + 14);
    let clause =
        (at..limit).take_while(|&place| !is_mark(words, place) || matches!(words.form(place), "-" | "."));
    let is_finite =
        |place: usize| function_word::is(words, place, Class::Auxiliary) && !words.is(place, key!("being"));
    let has_verb = || clause.clone().any(is_finite);
    starts && (signal.verb.lemma == "say" || has_verb())
}

fn is_opening(words: Words<'_>, at: usize) -> bool {
    matches!(words.form(at), "\"" | "“" | "‘" | "$" | "£" | "€" | "``")
}

/// Where the content that starts with `range` ends: before another frame, or with the sentence.
fn content_end(words: Words<'_>, range: Range<usize>, is_free: &impl Fn(usize) -> bool) -> usize {
    let is_edge = |at: usize| {
        let is_next = words.form(at) == ","
            && (words.is(at + 1, key!("according"))
                || cue::signal(words, at + 1).is_some_and(|next| next.verb.is_participle));
        let is_contrast = words.form(at) == "," && words.is(at + 1, key!("but"));
        let is_second_verb = words.is(at, key!("and"))
            && words.is_lower(at + 1)
            && cue::signal(words, at + 1).is_some_and(|next| !next.verb.is_participle);
        is_next || is_contrast || is_second_verb || !is_free(at) || words.form(at) == ";"
    };
    range.clone().take(LONGEST).find(|&at| is_edge(at)).unwrap_or(range.end)
}
