//! Who is named beside a cue.
//!
//! Answers for: the run of words that names the source, before the cue or behind it, told by form: names with
//! their titles and appositions, pronouns, noun phrases. Gives nothing where the words do not look like one.

use std::ops::Range;

use super::cue;
use super::function_word::{self, Class, is_mark};
use crate::key::{key, keys};
use crate::words::Words;

/// The most words of a source.
const LONGEST: usize = 28;

/// The source that ends before `end`, looked for from `floor` on.
pub(super) fn before(words: Words<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(2 * LONGEST));
    if end > floor && words.form(end - 1) == "," {
        return with_apposition(words, floor, end - 1);
    }
    let start = clause_start(words, floor, end);
    if is_phrase(words, start..end) {
        return Some(start..end);
    }
    // "There were initial reports": what stands right behind an auxiliary is no subject.
    nearest(words, floor, end)
        .filter(|found| found.start == floor || !function_word::is(words, found.start - 1, Class::Auxiliary))
}

/// The noun phrase right before `end`, as short as it can be.
pub(super) fn nearest(words: Words<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let start = phrase_start(words, floor.max(end.saturating_sub(LONGEST)), end);
    is_phrase(words, start..end).then_some(start..end)
}

/// The most words of a source between the start of its sentence and a comma.
const SHORT: usize = 4;

/// The pronoun, the name or the few words before a comma that a sentence starts with at `floor`.
pub(super) fn leading(words: Words<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    if function_word::is(words, floor, Class::Pronoun) {
        return Some(floor..floor + 1);
    }
    if end <= floor + SHORT + 1 && end > floor && is_phrase(words, floor..end - 1) {
        return Some(floor..end - 1);
    }
    let stop = (floor + 1..end).find(|&at| !words.is_capitalised(at) || is_mark(words, at))?;
    (stop > floor + 1 && is_phrase(words, floor..stop)).then_some(floor..stop)
}

/// A source with an apposition between commas: "Ada Brandt, the mayor," before a cue.
fn with_apposition(words: Words<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let comma = (floor..end).rev().find(|&at| words.form(at) == ",")?;
    let start = clause_start(words, floor, comma);
    let is_head = is_phrase(words, start..comma) && end - start <= LONGEST;
    is_head.then_some(start..end)
}

/// Where the clause starts that ends before `end`: behind the last mark or conjunction.
fn clause_start(words: Words<'_>, floor: usize, end: usize) -> usize {
    let is_edge = |at: usize| {
        let is_break = is_mark(words, at) && !matches!(words.form(at), "-" | "." | "&" | "/" | "(" | ")");
        let is_joint = function_word::is(words, at, Class::Conjunction) && !is_between_names(words, at);
        is_break || is_joint
    };
    (floor..end).rev().find(|&at| is_edge(at)).map_or(floor, |at| at + 1)
}

/// Whether "and" at `at` joins two parts of one source: "Reed and Brandt", "police and fire officials".
fn is_between_names(words: Words<'_>, at: usize) -> bool {
    let starts_clause = matches!(
        function_word::class(words, at + 1),
        Some(Class::Pronoun | Class::Auxiliary | Class::Adverb)
    );
    let ends_clause = at == 0 || is_mark(words, at - 1) || words.form(at - 1).ends_with("ed");
    let is_determined = function_word::is(words, at + 1, Class::Determiner);
    words.is(at, key!("and")) && !starts_clause && !ends_clause && !is_determined
}

/// Where the noun phrase starts that ends before `end`: at its determiner, or the first of its capitals.
fn phrase_start(words: Words<'_>, floor: usize, end: usize) -> usize {
    let mut start = end;
    while start > floor {
        let at = start - 1;
        match function_word::class(words, at) {
            Some(Class::Determiner | Class::Pronoun) => return at,
            Some(Class::Preposition)
                if words.key(at).is_any(&keys!["of", "for", "at", "in", "from"]) && start < end => {}
            Some(_) => return start,
            None if is_mark(words, at) && words.form(at) != "-" || is_finite(words, at) => return start,
            None => {}
        }
        start = at;
    }
    start
}

/// Whether a reporting verb that is no participle stands at `at`.
fn is_finite(words: Words<'_>, at: usize) -> bool {
    words.is_lower(at) && cue::signal(words, at).is_some_and(|signal| !signal.verb.is_participle)
}

/// Whether the words of `range` look like a noun phrase that can speak.
fn is_phrase(words: Words<'_>, range: Range<usize>) -> bool {
    let (start, end) = (range.start, range.end);
    if range.is_empty() || range.len() > LONGEST || function_word::is(words, end - 1, Class::Preposition) {
        return false;
    }
    let starts = match function_word::class(words, start) {
        Some(Class::Determiner) => {
            range.len() > 1
                || words
                    .key(start)
                    .is_any(&keys!["some", "many", "others", "most", "one", "several", "that", "this"])
        }
        Some(Class::Pronoun) => range.len() == 1,
        Some(Class::Time | Class::Adverb) => {
            words.is_capitalised(start) && range.len() > 1 && !words.is_lower(start + 1)
        }
        Some(_) => false,
        None if range.len() == 1 && words.is_lower(start) && words.form(start).ends_with("ing") => false,
        None => !is_mark(words, start) || words.form(start).starts_with(['@', '#']),
    };
    starts && range.clone().skip(1).all(|at| is_inside(words, start, at))
}

/// Whether the word at `at` may stand inside a source that started at `start`.
fn is_inside(words: Words<'_>, start: usize, at: usize) -> bool {
    match function_word::class(words, at) {
        Some(Class::Auxiliary | Class::Negation) => is_relative(words, start, at),
        Some(Class::Pronoun) => words.is(at, key!("who")),
        Some(Class::Conjunction) => words.key(at).is_any(&keys!["and", "or", "that", "which"]),
        Some(_) => true,
        None => !is_finite(words, at) || words.is_capitalised(at),
    }
}

/// Whether a relative clause of the source holds the word at `at`.
fn is_relative(words: Words<'_>, start: usize, at: usize) -> bool {
    (start..at).any(|place| words.key(place).is_any(&keys!["who", "that", "which"]))
}

/// The source that starts at `start`, looked for up to `ceiling`: "said Ada Brandt, the mayor."
pub(super) fn behind(words: Words<'_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let first = phrase_end(words, start, ceiling);
    let mut end = first;
    while end > start && words.form(end) == "," && end + 1 < ceiling && is_apposition(words, end + 1) {
        let next = phrase_end(words, end + 1, ceiling);
        let is_closed = next >= ceiling || is_mark(words, next);
        if next == end + 1 || !is_closed {
            break;
        }
        end = next;
    }
    is_phrase(words, start..first).then_some(start..end)
}

/// One past the last word of the noun phrase at `start`.
fn phrase_end(words: Words<'_>, start: usize, ceiling: usize) -> usize {
    let limit = ceiling.min(start + LONGEST);
    let relative = (start..limit).find(|&at| words.key(at).is_any(&keys!["who", "which"])).unwrap_or(limit);
    (start..limit)
        .find(|&at| {
            let is_break = is_mark(words, at) && !matches!(words.form(at), "-" | "&" | "/");
            let ends = at < relative
                && match function_word::class(words, at) {
                    Some(Class::Time) => {
                        at > start && (words.is_capitalised(at) || !words.is_capitalised(at + 1))
                    }
                    Some(Class::Conjunction) => !is_between_names(words, at),
                    Some(Class::Auxiliary | Class::Negation) => true,
                    Some(Class::Preposition) => is_adverbial(words, at),
                    Some(Class::Pronoun) => at > start,
                    _ => at > start && (cue::verb(words, at).is_some_and(|verb| verb.is_participle)),
                };
            is_break || ends
        })
        .unwrap_or(limit)
}

/// One past the nouns that follow a quoted word at `at`: "the “reckless” plan of the council".
pub(super) fn noun_end(words: Words<'_>, at: usize) -> usize {
    let is_noun = function_word::class(words, at).is_none()
        && at < words.len()
        && !is_mark(words, at)
        && words.is_lower(at);
    let is_determined = function_word::is(words, at, Class::Determiner);
    if is_noun || is_determined { phrase_end(words, at, words.len()) } else { at }
}

/// Whether the preposition at `at` starts a phrase that says when, where or how it was said.
fn is_adverbial(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    match () {
        () if words.is(at, key!("of")) => false,
        () if words.is(at, key!("in")) => {
            words.key(next).is_any(&keys![
                "a",
                "an",
                "his",
                "her",
                "their",
                "response",
                "court",
                "english",
                "reference",
            ]) || words.is_numeric(next)
        }
        () if words.is(at, key!("at")) => words.key(next).is_any(&keys!["a", "an"]),
        () if words.key(at).is_any(&keys!["for", "from", "with"]) => false,
        () => true,
    }
}

/// Whether an apposition starts at `at`: a determiner, an age, a title or a name, no participle.
fn is_apposition(words: Words<'_>, at: usize) -> bool {
    let is_led = matches!(function_word::class(words, at), Some(Class::Determiner))
        && !words.key(at).is_any(&keys!["that", "this", "his", "her"]);
    let is_noun = function_word::class(words, at).is_none()
        && cue::verb(words, at).is_none()
        && !words.form(at).ends_with("ing");
    is_led || words.is_numeric(at) || words.is(at, key!("who")) || is_noun && !is_mark(words, at)
}
