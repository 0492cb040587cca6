//! The attributions that the tree of a sentence tells.
//!
//! Answers for: going through the words of a sentence, and cue, source and content of each that signals
//! something. A report without content waits for a quotation. Leaves quotation marks to others.

use std::ops::Range;

use schema::labels::{AbsentSource, CueClass, Relation, Upos};

use super::content::{self, Content, Shape};
use super::cue::{self, Candidate, Entry, Frames};
use super::group;
use super::phrase;
use super::source;
use super::{according, loose, noun, quoted, sense};
use crate::key::{Key, key, keys};
use crate::quotations;
use crate::syntax::Parse;

/// A cue with its source and content, all as places of the article's words.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// The head of the cue.
    pub(super) at: usize,
    /// All words of the cue.
    pub(super) cue: Range<usize>,
    pub(super) entry: Entry,
    pub(super) source: source::Found,
    pub(super) contents: Vec<Range<usize>>,
}

impl Report {
    /// The words from the first to the last of cue and source.
    pub(super) fn frame(&self) -> Range<usize> {
        self.source
            .as_ref()
            .map_or(self.cue.clone(), |source| source.start.min(self.cue.start)..source.end.max(self.cue.end))
    }

    /// Takes the words of cue and source out of the content.
    fn part(&mut self, parse: Parse<'_>) {
        let source = self.source.clone().unwrap_or(self.cue.clone());
        let holes = [self.cue.clone(), source];
        let is_mixed =
            |piece: &Range<usize>| holes.iter().any(|hole| piece.start < hole.end && hole.start < piece.end);
        if self.contents.iter().any(is_mixed) {
            let pieces = std::mem::take(&mut self.contents);
            self.contents =
                pieces.into_iter().flat_map(|piece| phrase::without(parse, piece, &holes)).collect();
        }
    }

    /// Whether the word at `at` is one of the content's.
    pub(super) fn says(&self, at: usize) -> bool {
        self.contents.iter().any(|piece| piece.contains(&at))
    }
}

/// The reports of the words of `sentence`, in the order of their cues.
pub(super) fn find(parse: Parse<'_>, sentence: Range<usize>) -> Vec<Report> {
    let mut found = Vec::new();
    for at in sentence {
        found.extend(read(parse, at));
    }
    loose::free(parse, &mut found);
    quoted::lend(parse, &mut found);
    for report in &mut found {
        report.part(parse);
    }
    found
}

/// What the word at `at` signals.
fn read(parse: Parse<'_>, at: usize) -> Option<Report> {
    if let Some(report) = according::read(parse, at) {
        return Some(report);
    }
    let candidate = cue::candidate(parse, at)?;
    match parse.upos(at)? {
        _ if candidate.is_verb => Some(of_verb(parse, at, candidate)),
        Upos::Noun => noun::read(parse, at, candidate.entry),
        Upos::Adj => of_adjective(parse, at, candidate.entry),
        _ => None,
    }
}

fn of_verb(parse: Parse<'_>, at: usize, candidate: Candidate) -> Report {
    let mut entry = candidate.entry;
    let content = content::of_verb(parse, at, entry);
    if content.as_ref().is_some_and(|content| names(parse, entry, content)) {
        entry.class = CueClass::Say;
    }
    let is_passive = group::is_passive(parse, at);
    let joint = content.as_ref().and_then(|content| content.joint);
    let mut cue = group::range(parse, at, joint.filter(|&joint| joint <= at + 3));
    cue.end += usize::from(candidate.particle == Some(cue.end));
    let source = source::of_verb(parse, at, is_passive);
    let mut contents = content.map_or_else(Vec::new, |content| content.pieces);
    if !starts_with_mark(parse, &contents) && !sense::is_report(parse, at, entry, &source) {
        contents.clear();
    }
    Report { at, cue, entry, source, contents }
}

/// Whether a verb that else wants something only gives its object a name: "called it a disgrace".
fn names(parse: Parse<'_>, entry: Entry, content: &Content) -> bool {
    let is_infinitive = content.pieces.iter().cloned().flatten().any(|at| parse.words.is(at, key!("to")));
    let is_bare = content.joint.is_none() && matches!(content.shape, Shape::Infinitive | Shape::Object);
    entry.class == CueClass::Want && entry.frames.has(Frames::CALL) && is_bare && !is_infinitive
}

/// Whether a quotation mark stands before the first piece or opens it.
fn starts_with_mark(parse: Parse<'_>, pieces: &[Range<usize>]) -> bool {
    let is_mark = |at: usize| quotations::is_mark(parse.words.form(at));
    pieces.first().is_some_and(|piece| is_mark(piece.start) || piece.start > 0 && is_mark(piece.start - 1))
}

/// An adjective as predicate: "is sure that", "is critical of".
fn of_adjective(parse: Parse<'_>, at: usize, entry: Entry) -> Option<Report> {
    let is_predicate = parse.child(at, &[Relation::Cop]).is_some()
        || matches!(parse.relation(at), Relation::Xcomp | Relation::Acl | Relation::Advcl | Relation::Conj);
    if !is_predicate {
        return None;
    }
    let content =
        complement(parse, at, entry.frames).filter(|found| sense::is_attitude(parse, at, entry, found))?;
    let head = source::subject(parse, at)?;
    let source = source::phrase(parse, head, at).ok_or(AbsentSource::NotFound);
    let cue = group::range(parse, at, content.joint);
    Some(Report { at, cue, entry, source, contents: content.pieces })
}

/// The complement behind an adjective or a noun.
pub(super) fn complement(parse: Parse<'_>, at: usize, frames: Frames) -> Option<Content> {
    let mut behind = parse.children(at).filter(|&child| child > at);
    behind.find_map(|child| {
        let reach = parse.reach(child);
        let lead = leading(parse, child);
        match parse.relation(child) {
            Relation::Ccomp
            | Relation::Acl
            | Relation::Advcl
            | Relation::Xcomp
            | Relation::AclRelcl
            | Relation::Csubj
                if clause_fits(parse, child, frames) =>
            {
                Content::of(phrase::trimmed(parse, reach).into_iter().collect(), Shape::Clause)
            }
            Relation::Nmod | Relation::Obl | Relation::Advcl | Relation::Acl
                if lead.is_some_and(|lead| frames.has_preposition(parse.words.key(lead))) =>
            {
                let joint = lead?;
                let pieces = phrase::trimmed(parse, joint + 1..reach.end).into_iter().collect();
                Content::of(pieces, Shape::Phrase).map(|content| Content { joint: Some(joint), ..content })
            }
            _ => None,
        }
    })
}

/// The preposition that the phrase or the clause at `child` starts with.
fn leading(parse: Parse<'_>, child: usize) -> Option<usize> {
    let start = parse.reach(child).start;
    let is_leading = parse.head(start) == Some(child)
        && matches!(parse.relation(start), Relation::Case | Relation::Mark)
        && !(parse.relation(start) == Relation::Mark && parse.words.is(start, key!("to")));
    is_leading.then_some(start)
}

/// Whether the clause at `child`, by the word that leads it, is the content of a noun or an adjective.
fn clause_fits(parse: Parse<'_>, child: usize, frames: Frames) -> bool {
    let is_marked = |words: &[Key]| {
        parse
            .children(child)
            .any(|mark| parse.relation(mark) == Relation::Mark && parse.words.key(mark).is_any(words))
    };
    let relation = parse.relation(child);
    frames.has(Frames::THAT) && (is_marked(&[key!("that")]) || relation == Relation::Ccomp)
        || frames.has(Frames::TO) && is_marked(&[key!("to")]) && relation != Relation::AclRelcl
        || frames.has(Frames::WH) && is_marked(&keys!["whether", "if"]) && relation != Relation::Advcl
}
