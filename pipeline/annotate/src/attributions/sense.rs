//! Whether a word of the lexicon is used as a cue where it stands.
//!
//! Answers for: the constructions in which a cue only names an aim, a possibility or a thing: infinitives of
//! purpose, names behind "called", "you" as anybody, nouns without a source. Leaves the frames of the lexicon
//! to `content`.

use schema::labels::{CueClass, Relation, Upos};

use super::content::{Content, Shape};
use super::cue::{Entry, Frames};
use super::{group, sayer, source};
use crate::key::{key, keys};
use crate::syntax::Parse;

/// Whether the verb at `at` reports its content, which is no quotation.
pub(super) fn is_report(parse: Parse<'_>, at: usize, entry: Entry, source: &source::Found) -> bool {
    !is_purpose(parse, at)
        && !is_naming(parse, at, entry)
        && !is_anybody(parse, source)
        && !is_undergone(parse, at, source)
}

/// Whether the verb at `at` is an infinitive that no cue and no verb of phase governs: "a way to show".
fn is_purpose(parse: Parse<'_>, at: usize) -> bool {
    let verb = group::outermost(parse, at);
    let is_to = |child| parse.relation(child) == Relation::Mark && parse.words.is(child, key!("to"));
    let is_loose =
        matches!(parse.relation(verb), Relation::Advcl | Relation::Acl | Relation::Xcomp | Relation::Csubj);
    is_loose && parse.children(verb).take_while(|&child| child < verb).any(is_to)
}

/// Whether the verb at `at` is a participle behind a noun that only says its name or its kind: "a man called
/// Reed".
fn is_naming(parse: Parse<'_>, at: usize, entry: Entry) -> bool {
    parse.relation(at) == Relation::Acl
        && group::is_reduced(parse, at)
        && !entry.frames.has(Frames::TELL)
        && parse.child(at, &[Relation::OblAgent]).is_none()
}

/// Whether a place or a thing undergoes what the verb at `at` would perceive: "Velden has seen floods". A
/// clause behind "that" is perceived.
fn is_undergone(parse: Parse<'_>, at: usize, source: &source::Found) -> bool {
    let is_clause = || {
        parse.children(at).any(|child| {
            matches!(parse.relation(child), Relation::Ccomp | Relation::Advcl)
                && parse.child(child, &[Relation::Mark]).is_some_and(|mark| mark > at)
        })
    };
    parse.lemma(at).is_any(&keys!["see", "hear", "feel", "witness", "experience"])
        && source.as_ref().is_ok_and(|source| sayer::is_senseless(parse, source))
        && !is_clause()
}

/// Whether the source is "you", which stands for anybody in a report.
fn is_anybody(parse: Parse<'_>, source: &source::Found) -> bool {
    source.as_ref().is_ok_and(|range| range.len() == 1 && parse.words.key(range.start).is(key!("you")))
}

/// Whether the noun at `at` reports its content: a clause that may be true, or something said by somebody.
pub(super) fn is_noun_report(parse: Parse<'_>, entry: Entry, content: &Content, is_named: bool) -> bool {
    let first = content.pieces.first().map_or(usize::MAX, |piece| piece.start);
    let is_infinitive = parse.words.is(first, key!("to"));
    match content.shape {
        Shape::Clause if is_infinitive => is_named,
        Shape::Clause => true,
        _ => {
            is_named
                && matches!(
                    entry.class,
                    CueClass::Judge | CueClass::Believe | CueClass::Doubt | CueClass::Deny | CueClass::Feel
                )
        }
    }
}

/// Whether the adjective at `at` tells what somebody takes for true, values or feels rather than is ready to
/// do.
pub(super) fn is_attitude(parse: Parse<'_>, at: usize, entry: Entry, content: &Content) -> bool {
    let is_infinitive = content.pieces.first().is_some_and(|piece| parse.words.is(piece.start, key!("to")));
    let is_ready = is_infinitive && matches!(entry.class, CueClass::Want | CueClass::Commit);
    !is_ready && parse.upos(at) == Some(Upos::Adj)
}
