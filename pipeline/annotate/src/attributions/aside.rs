//! Cues beside their content.
//!
//! Answers for: the clause or the sentence that a cue and its subject stand in, behind or before: "X, he
//! said, Y", "X, mayor says", "as he put it, X". Leaves to `content` when a verb has one.

use std::ops::Range;

use schema::labels::{CueClass, Relation};

use super::content::{Content, Shape, Verb};
use super::cue::Frames;
use super::{phrase, source};
use crate::key::{key, keys};
use crate::syntax::Parse;

/// The most words of a comment on what somebody knows or thinks: "as far as we know".
const SHORT: usize = 5;

impl Verb<'_> {
    /// The sentence around a cue and its subject that stand between commas: "It was, he said, a mistake".
    pub(super) fn aside(self) -> Option<Content> {
        let parse = self.parse;
        let subject =
            source::subject(parse, self.at).filter(|&subject| parse.head(subject) == Some(self.at))?;
        let reach = phrase::noun_phrase(parse, subject)?;
        let frame = reach.start.min(self.at)..reach.end.max(self.at + 1);
        let sentence = parse.sentence(self.at);
        let is_comma = |at: usize| parse.words.form(at) == ",";
        let is_closed = is_comma(frame.end) && frame.end + 1 < sentence.end;
        let is_tight =
            frame.start > sentence.start + 1 && is_comma(frame.start - 1) && frame.len() <= reach.len() + 2;
        let is_parted = self.frames.has(Frames::THAT) && is_closed && is_tight && !self.has_complement();
        is_parted.then(|| around(parse, parse.root(sentence)?, &frame)).flatten()
    }

    /// The sentence before a comma behind which nothing but the cue and its subject stand: "X, mayor says".
    pub(super) fn trailing(self) -> Option<Content> {
        let parse = self.parse;
        let subject = source::phrase(parse, source::subject(parse, self.at)?, self.at)?;
        let sentence = parse.sentence(self.at);
        let comma = subject.start.checked_sub(1).filter(|&comma| comma > sentence.start)?;
        let is_last = subject.end <= self.at && !phrase::has_word(parse, self.at + 1..sentence.end);
        let is_parted = is_last && parse.words.form(comma) == "," && self.frames.has(Frames::THAT);
        let piece = phrase::trimmed(parse, sentence.start..comma)?;
        is_parted.then(|| Content::of(vec![piece], Shape::Around)).flatten()
    }

    /// Whether a clause behind the verb is its complement.
    fn has_complement(self) -> bool {
        self.children().any(|child| {
            child > self.at && matches!(self.parse.relation(child), Relation::Xcomp)
                || self.parse.relation(child) == Relation::Mark
        })
    }

    /// The clause that the verb and its subject stand beside: "X, he said", "X, as he put it".
    pub(super) fn around(self) -> Option<Content> {
        let parse = self.parse;
        let clause = parse.head(self.at)?;
        let relation = parse.relation(self.at);
        let is_aside = match relation {
            Relation::Advcl if self.is_as_clause() => self.is_comment(),
            Relation::Advcl => !self.is_subordinate(),
            Relation::Parataxis | Relation::Discourse | Relation::Dep => true,
            _ => false,
        };
        let has_subject = parse.child(self.at, &[Relation::Nsubj]).is_some();
        let is_parted = has_subject && self.frames.has(Frames::THAT) && is_aside;
        is_parted.then(|| around(parse, clause, &parse.reach(self.at))).flatten()
    }

    /// Whether the clause behind "as" says where the rest comes from, not what happened meanwhile: it stands
    /// between commas, and its verb has nothing of its own: "as he told Nordlight", "as we know".
    fn is_comment(self) -> bool {
        let parse = self.parse;
        let reach = parse.reach(self.at);
        let start = reach.clone().find(|&at| !phrase::is_mark(parse, at)).unwrap_or(self.at);
        let is_parted = start == parse.sentence(self.at).start || phrase::is_mark(parse, start - 1);
        let is_speech = matches!(self.class, CueClass::Say | CueClass::Show | CueClass::Predict);
        let is_own = |&child: &usize| match parse.relation(child) {
            Relation::Obj => !self.frames.has(Frames::TELL) && !parse.words.is(child, key!("it")),
            Relation::Xcomp | Relation::Ccomp => true,
            _ => false,
        };
        is_parted && (is_speech || reach.end - start <= SHORT) && !self.children().any(|child| is_own(&child))
    }

    /// Whether a conjunction makes the verb's clause a subordinate one.
    fn is_subordinate(self) -> bool {
        self.parse.child(self.at, &[Relation::Mark]).is_some()
            || self
                .parse
                .reach(self.at)
                .any(|at| self.parse.words.key(at).is_any(&keys!["when", "where", "while"]))
    }

    pub(super) fn is_as_clause(self) -> bool {
        source::is_as(self.parse, self.at)
    }

    /// "As reported by X", beside the clause that is the content.
    pub(super) fn as_reported(self) -> Option<Content> {
        let is_bare = self.parse.child(self.at, &[Relation::Nsubj, Relation::NsubjPass]).is_none();
        let is_aside = is_bare
            && self.is_as_clause()
            && self.frames.has(Frames::CLAUSE)
            && !matches!(self.class, CueClass::Know | CueClass::Feel);
        let clause = self.parse.head(self.at).filter(|_| is_aside)?;
        around(self.parse, clause, &self.parse.reach(self.at))
    }
}

/// The clause at `clause` without the words of `hole` and without what joins it to the sentence before.
pub(super) fn around(parse: Parse<'_>, clause: usize, hole: &Range<usize>) -> Option<Content> {
    let reach = parse.reach(clause);
    let mut start = reach.start;
    while start < clause
        && (parse.relation(start) == Relation::Cc || start > reach.start && parse.words.form(start) == ",")
    {
        start += 1;
    }
    Content::of(phrase::without(parse, start..reach.end, std::slice::from_ref(hole)), Shape::Around)
}
