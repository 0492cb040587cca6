//! What stands in the tree as the content of a verb.
//!
//! Answers for: in which order the complements of a verb are tried, in the active and the passive, and the
//! form of a clause. The clauses are those of `clause`, objects and phrases those of `object`, what stands
//! around a cue that of `aside`, what a relative clause speaks of that of `antecedent`. Leaves quotation
//! marks to others.

use std::ops::Range;

use schema::labels::{CueClass, Relation, Upos};

use super::cue::{Entry, Frames};
use super::{group, phrase, source};
use crate::key::{key, keys};
use crate::syntax::Parse;

/// The words of a content, and what joins them to their cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) pieces: Vec<Range<usize>>,
    /// The preposition behind the cue.
    pub(super) joint: Option<usize>,
    pub(super) shape: Shape,
}

/// How a content stands to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A clause below the cue.
    Clause,
    /// A clause that the cue stands in or behind.
    Around,
    /// An infinitive, a gerund or a predicative.
    Infinitive,
    /// A noun phrase as object, or as subject of a passive.
    Object,
    /// The phrase of a preposition.
    Phrase,
}

impl Content {
    pub(super) fn of(pieces: Vec<Range<usize>>, shape: Shape) -> Option<Self> {
        (!pieces.is_empty()).then_some(Self { pieces, joint: None, shape })
    }
}

/// A verb with the frames of its row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb<'t> {
    pub(super) parse: Parse<'t>,
    pub(super) at: usize,
    pub(super) class: CueClass,
    pub(super) frames: Frames,
}

/// The content of the verb at `at`.
pub(super) fn of_verb(parse: Parse<'_>, at: usize, entry: Entry) -> Option<Content> {
    let verb = Verb { parse, at, class: entry.class, frames: entry.frames };
    if group::is_passive(parse, at) { verb.passive() } else { verb.active() }
}

impl Verb<'_> {
    fn active(self) -> Option<Content> {
        let found = self
            .aside()
            .or_else(|| self.clause())
            .or_else(|| self.that_clause())
            .or_else(|| self.infinitive())
            .or_else(|| self.object())
            .or_else(|| self.prepositional())
            .or_else(|| self.antecedent_alone())
            .or_else(|| self.around())
            .or_else(|| self.next_clause())
            .or_else(|| self.trailing())?;
        Some(self.with_antecedent(found))
    }

    pub(super) fn children(self) -> impl Iterator<Item = usize> + Clone {
        self.parse.children(self.at)
    }

    /// The first child behind the verb with one of these relations.
    pub(super) fn behind(self, relations: &[Relation]) -> Option<usize> {
        self.children().find(|&child| child > self.at && relations.contains(&self.parse.relation(child)))
    }

    fn passive(self) -> Option<Content> {
        let subject = self.passive_subject();
        let complement = self.passive_complement();
        let is_hearer = self.frames.has(Frames::TELL)
            && complement.as_ref().is_some_and(|found| found.shape != Shape::Infinitive);
        let is_alone = complement.is_none() && !self.frames.has(Frames::OBJ);
        let (joint, shape) =
            complement.as_ref().map_or((None, Shape::Object), |found| (found.joint, found.shape));
        if is_alone || complement.is_none() && self.is_as_clause() {
            return self.as_reported();
        }
        let mut pieces: Vec<Range<usize>> = subject.filter(|_| !is_hearer).into_iter().collect();
        pieces.extend(complement.into_iter().flat_map(|found| found.pieces));
        Content::of(pieces, shape).map(|content| Content { joint, ..content })
    }

    /// The subject of the passive, or the noun that a participle hangs on; none where it is a mere "it".
    fn passive_subject(self) -> Option<Range<usize>> {
        let parse = self.parse;
        let is_it = |at: usize| parse.lemma(at).is_any(&keys!["it", "there"]);
        if let Some(subject) = parse.child(self.at, &[Relation::NsubjPass, Relation::Nsubj]) {
            return phrase::noun_phrase(parse, subject).filter(|_| !is_it(subject));
        }
        if matches!(parse.relation(self.at), Relation::Conj | Relation::Xcomp) {
            let subject = source::subject(parse, self.at)?;
            return source::phrase(parse, subject, self.at).filter(|_| !is_it(subject));
        }
        let noun = parse.head(self.at).filter(|_| parse.relation(self.at) == Relation::Acl)?;
        source::phrase(parse, noun, self.at)
    }

    /// What follows a passive: a clause, an infinitive, "as", a preposition.
    fn passive_complement(self) -> Option<Content> {
        self.clause().or_else(|| self.infinitive()).or_else(|| self.prepositional())
    }
}

/// The form of a complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Infinitive,
    Gerund,
    Finite,
}

/// The form of the complement at `clause`.
pub(super) fn form(parse: Parse<'_>, clause: usize) -> Form {
    let is_to = |child| parse.relation(child) == Relation::Mark && parse.words.is(child, key!("to"));
    let is_finite = || parse.child(clause, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).is_some();
    if parse.children(clause).take_while(|&child| child < clause).any(is_to) {
        Form::Infinitive
    } else if parse.upos(clause) == Some(Upos::Verb)
        && parse.words.form(clause).ends_with("ing")
        && !is_finite()
    {
        Form::Gerund
    } else {
        Form::Finite
    }
}
