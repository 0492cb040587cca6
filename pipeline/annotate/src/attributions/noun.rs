//! Nouns that signal an attribution.
//!
//! Answers for: the content behind a noun ("the claim that", "his criticism of"), and its source: the
//! possessor, a phrase behind it, or the subject of the light verb before it. Leaves to others what a verb
//! signals.

use std::ops::Range;

use schema::labels::{AbsentSource, Relation};

use super::cue::Entry;
use super::group;
use super::report::{self, Report};
use super::{phrase, sense, source};
use crate::key::{Key, keys};
use crate::syntax::Parse;

/// Verbs that only lend a noun their subject: "made a promise", "expressed doubts".
const LIGHT: &[Key] = &keys![
    "make",
    "give",
    "issue",
    "express",
    "voice",
    "raise",
    "have",
    "offer",
    "deliver",
    "launch",
    "level",
    "file",
    "take",
    "show",
    "send",
    "release",
    "publish",
    "hold",
    "put",
    "air",
    "register",
    "reiterate",
    "repeat",
    "lodge",
    "mount",
    "announce",
    "pose",
    "draw",
    "face",
    "pay",
    "share",
];

/// What the noun at `at` signals.
pub(super) fn read(parse: Parse<'_>, at: usize, entry: Entry) -> Option<Report> {
    let content = report::complement(parse, at, entry.frames)?;
    let light = light_verb(parse, at);
    let source = possessor(parse, at)
        .or_else(|| light.and_then(|verb| source::phrase(parse, source::subject(parse, verb)?, at)))
        .or_else(|| author(parse, at, &content.pieces))
        .ok_or(AbsentSource::NotFound);
    if !sense::is_noun_report(parse, entry, &content, source.is_ok()) {
        return None;
    }
    let mut cue = group::range(parse, at, None);
    cue.start = light.map_or(cue.start, |verb| group::range(parse, verb, None).start);
    cue.end = content.joint.map_or(cue.end, |joint| cue.end.max(joint + 1));
    Some(Report { at, cue, entry, source, contents: content.pieces })
}

/// The light verb whose object is the noun at `at`.
fn light_verb(parse: Parse<'_>, at: usize) -> Option<usize> {
    let verb = parse.head(at).filter(|_| parse.relation(at) == Relation::Obj)?;
    (parse.lemma(verb).is_any(LIGHT) && verb < at && !group::is_passive(parse, verb)).then_some(verb)
}

fn possessor(parse: Parse<'_>, at: usize) -> Option<Range<usize>> {
    let owner = parse.child(at, &[Relation::NmodPoss])?;
    let range = phrase::noun_phrase(parse, owner)?;
    let clitic = parse.child(owner, &[Relation::Case]).filter(|&case| case + 1 == range.end);
    phrase::trimmed(parse, range.start..clitic.unwrap_or(range.end))
}

/// Whom a preposition behind the noun at `at` names: "a statement by", "warnings from".
fn author(parse: Parse<'_>, at: usize, contents: &[Range<usize>]) -> Option<Range<usize>> {
    let is_named = |&child: &usize| {
        parse.relation(child) == Relation::Nmod
            && source::case(parse, child)
                .is_some_and(|case| parse.words.key(case).is_any(&keys!["by", "from", "among"]))
            && !contents.iter().any(|piece| piece.contains(&child))
    };
    phrase::noun_phrase(parse, parse.children(at).find(is_named)?)
}
