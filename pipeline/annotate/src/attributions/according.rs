//! Prepositions that name a source.
//!
//! Answers for: "according to", "in the words of", "in the view of" and their like, whose phrase stands in
//! the clause that is the content.

use std::ops::Range;

use schema::labels::{AbsentSource, CueClass, Relation, Upos};

use super::aside;
use super::cue::Entry;
use super::phrase;
use super::report::Report;
use super::source;
use crate::key::{key, keys};
use crate::syntax::Parse;

const ACCORDING: Entry = Entry::plain("according to");
const WORDS_OF: Entry = Entry::plain("in the words of");
const VIEW_OF: Entry = Entry { class: CueClass::Believe, ..Entry::plain("in the view of") };
const PER: Entry = Entry::plain("per");

/// What the preposition that starts at `at` signals.
pub(super) fn read(parse: Parse<'_>, at: usize) -> Option<Report> {
    let words = parse.words;
    if words.is(at, key!("according")) && words.is(at + 1, key!("to")) {
        return report(parse, at..at + 2, ACCORDING);
    }
    if words.is(at, key!("as")) && words.is(at + 1, key!("per")) {
        return report(parse, at..at + 2, PER);
    }
    if !words.is(at, key!("in")) || !words.is(at + 1, key!("the")) || !words.is(at + 3, key!("of")) {
        return None;
    }
    let entry = match () {
        () if words.is(at + 2, key!("words")) => WORDS_OF,
        () if words.key(at + 2).is_any(&keys![
            "view",
            "opinion",
            "eyes",
            "judgment",
            "judgement",
            "estimation"
        ]) =>
        {
            VIEW_OF
        }
        () => return None,
    };
    report(parse, at..at + 4, entry)
}

/// The report of the phrase that `cue` introduces.
fn report(parse: Parse<'_>, cue: Range<usize>, entry: Entry) -> Option<Report> {
    let noun = whole(parse, named(parse, cue.clone())?);
    let range = phrase::noun_phrase(parse, noun)?;
    let start = range.start.max(cue.end);
    let range = source::whole_name(parse, start..range.end.max(start + 1), cue.start);
    let source = phrase::trimmed(parse, range.clone()).ok_or(AbsentSource::NotFound);
    let phrase = cue.start..range.end;
    let clause =
        if is_last(parse, &phrase) { parse.upwards(noun).last() } else { clause(parse, noun, &phrase) };
    let content = clause.and_then(|clause| aside::around(parse, clause, &phrase));
    let contents = content.map_or_else(Vec::new, |content| content.pieces);
    Some(Report { at: cue.start, cue, entry, source, contents })
}

/// The head of the name that the word at `at` is a part of.
fn whole(parse: Parse<'_>, at: usize) -> usize {
    let is_part = |at: usize| {
        matches!(
            parse.relation(at),
            Relation::Compound | Relation::Flat | Relation::NmodDesc | Relation::NmodUnmarked
        )
    };
    parse.upwards(at).find(|&at| !is_part(at)).unwrap_or(at)
}

/// Whether the phrase stands behind a comma at the end of its sentence: it then bears on all of it.
fn is_last(parse: Parse<'_>, phrase: &Range<usize>) -> bool {
    let rest = phrase.end..parse.sentence(phrase.start).end;
    parse.words.form_before(phrase.start) == "," && !phrase::has_word(parse, rest)
}

/// The head of the noun phrase behind the preposition at `cue`.
fn named(parse: Parse<'_>, cue: Range<usize>) -> Option<usize> {
    let head = parse.head(cue.start).filter(|head| !cue.contains(head));
    head.filter(|&head| head >= cue.end).or_else(|| {
        let sentence = parse.sentence(cue.start);
        (cue.end..sentence.end).find(|&at| {
            matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Pron))
                && parse.head(at).is_none_or(|head| {
                    head < cue.end || parse.relation(at) != Relation::Compound && head < at
                })
        })
    })
}

/// The head of the clause that the phrase of the noun at `noun` stands in.
fn clause(parse: Parse<'_>, noun: usize, phrase: &Range<usize>) -> Option<usize> {
    let is_clause = |&at: &usize| {
        !phrase.contains(&at)
            && (matches!(parse.upos(at), Some(Upos::Verb | Upos::Aux))
                || parse.child(at, &[Relation::Cop, Relation::Nsubj]).is_some()
                || parse.head(at).is_none())
    };
    parse.upwards(noun).skip(1).find(is_clause)
}
