//! Objects, infinitives and phrases as contents.
//!
//! Answers for: `data/occasions.txt`, and how far the content reaches that a verb has as its object, as the
//! phrase of a preposition, or as an infinitive, a gerund or a predicative. Leaves to `content` when a verb
//! has one.

use std::sync::LazyLock;

use schema::labels::{Relation, Upos};

use super::content::{Content, Form, Shape, Verb, form};
use super::cue::Frames;
use super::{phrase, source};
use crate::key::{key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::quotations;
use crate::syntax::Parse;

static OCCASIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = rows(include_str!("../../data/occasions.txt")).filter_map(|row| row.first().copied());
    Lexicon::new(words.map(|word| (word, ())))
});

impl Verb<'_> {
    /// An infinitive, a gerund or a predicative, with the object that it speaks of.
    pub(super) fn infinitive(self) -> Option<Content> {
        let is_infinitive = |&child: &usize| {
            child > self.at
                && self.parse.relation(child) == Relation::Acl
                && form(self.parse, child) == Form::Infinitive
        };
        let clause = self.behind(&[Relation::Xcomp]).or_else(|| self.children().find(is_infinitive))?;
        let is_taken = match form(self.parse, clause) {
            Form::Infinitive => self.frames.has(Frames::TO),
            Form::Gerund => self.frames.has(Frames::ING.or(Frames::CALL)),
            Form::Finite if source::is_as(self.parse, clause) => self.frames.has(Frames::AS),
            Form::Finite => self.frames.has(Frames::CALL),
        };
        let object = self.behind(&[Relation::Obj, Relation::Iobj]).filter(|&object| object < clause);
        let start = self.parse.reach(object.unwrap_or(clause)).start;
        let range = phrase::trimmed(self.parse, start..self.parse.reach(clause).end)?;
        is_taken.then(|| Content::of(vec![range], Shape::Infinitive)).flatten()
    }

    /// An object, with the "as", the predicative or the preposition that goes with it.
    pub(super) fn object(self) -> Option<Content> {
        let object = self.behind(&[Relation::Obj]).or_else(|| self.behind(&[Relation::Iobj]))?;
        let more = self.extension(object);
        if !self.frames.has(Frames::OBJ) && more.is_none() && !self.is_glued(object) {
            return None;
        }
        let first = self.behind(&[Relation::Iobj]).filter(|&first| first < object).unwrap_or(object);
        let end = more.map_or_else(|| self.widened(object), |more| self.parse.reach(more).end);
        let before = self.children().find(|&child| child > self.at && child < first && self.takes_as(child));
        let start = self.parse.reach(before.unwrap_or(first)).start;
        Content::of(phrase::trimmed(self.parse, start..end).into_iter().collect(), Shape::Object)
    }

    /// The last child behind the object that says as what, for what or of what the source takes it.
    fn extension(self, object: usize) -> Option<usize> {
        let is_one = |&child: &usize| {
            let relation = self.parse.relation(child);
            child > object
                && match relation {
                    Relation::Obl | Relation::Advcl if self.takes_phrase(child) || self.takes_as(child) => {
                        true
                    }
                    Relation::Advcl | Relation::Ccomp => self.is_saying(child),
                    Relation::Xcomp | Relation::Obj => self.frames.has(Frames::CALL),
                    _ => false,
                }
        };
        self.children().filter(is_one).last()
    }

    /// Whether the tree hangs the "as" or the quoted predicative on the object itself: "called the plan
    /// “reckless”".
    fn is_glued(self, object: usize) -> bool {
        let parse = self.parse;
        let reach = parse.reach(object);
        let is_as = |child| source::case(parse, child).is_some_and(|case| parse.words.is(case, key!("as")));
        self.frames.has(Frames::AS) && parse.children(object).any(is_as)
            || self.frames.has(Frames::CALL)
                && (reach.clone().any(|at| quotations::is_mark(parse.words.form(at)))
                    || parse
                        .children(object)
                        .any(|child| child > object && parse.relation(child) == Relation::Amod))
    }

    /// One past the object and the phrases right behind it that the tree hangs on the verb.
    fn widened(self, object: usize) -> usize {
        let mut end = self.parse.reach(object).end;
        for child in self.children().filter(|&child| child > object) {
            let reach = self.parse.reach(child);
            if reach.start == end && !phrase::is_mark(self.parse, end) && self.goes_with_object(child) {
                end = reach.end;
            }
        }
        end
    }

    /// Whether what stands at `child`, right behind the object, says more of it rather than when or where.
    fn goes_with_object(self, child: usize) -> bool {
        let parse = self.parse;
        match parse.relation(child) {
            Relation::Xcomp | Relation::Ccomp => true,
            Relation::Advcl => form(parse, child) == Form::Infinitive,
            Relation::Obl => source::case(parse, child).is_some_and(|case| {
                parse.words.key(case).is_any(&keys![
                    "as", "for", "to", "with", "from", "over", "of", "about", "against", "into", "on", "in",
                ]) && !is_occasion(parse, child)
            }),
            _ => false,
        }
    }

    /// Whether "as saying" and its like start at `child`: what follows is the object's own report.
    fn is_saying(self, child: usize) -> bool {
        source::is_as(self.parse, child) && self.parse.words.form(child).ends_with("ing")
    }

    fn takes_as(self, child: usize) -> bool {
        self.frames.has(Frames::AS) && source::is_as(self.parse, child)
    }

    /// Whether the frames allow the phrase or the clause at `child` by its preposition.
    fn takes_phrase(self, child: usize) -> bool {
        self.preposition(child).is_some() && !is_occasion(self.parse, child)
    }

    /// The preposition of the frames before the phrase at `child`.
    fn preposition(self, child: usize) -> Option<usize> {
        let reach = self.parse.reach(child);
        let is_leading = |&place: &usize| {
            place < child
                && matches!(self.parse.relation(place), Relation::Case | Relation::Mark)
                && self.frames.has_preposition(self.parse.words.key(place))
        };
        let first = self.parse.children(child).find(is_leading).filter(|&first| first == reach.start)?;
        let is_infinitive =
            self.parse.relation(first) == Relation::Mark && self.parse.words.is(first, key!("to"));
        (!is_infinitive).then_some(first)
    }

    /// The phrase of a preposition.
    pub(super) fn prepositional(self) -> Option<Content> {
        let is_phrase = |&child: &usize| {
            child > self.at
                && matches!(self.parse.relation(child), Relation::Obl | Relation::Advcl | Relation::Ccomp)
        };
        let found =
            self.children().filter(is_phrase).find(|&child| self.takes_phrase(child) || self.takes_as(child));
        let phrase = found?;
        let joint = self.preposition(phrase).or_else(|| source::case(self.parse, phrase))?;
        let reach = self.parse.reach(phrase);
        let pieces = phrase::trimmed(self.parse, joint + 1..reach.end).into_iter().collect();
        let content = Content::of(pieces, Shape::Phrase)?;
        Some(Content { joint: Some(joint), ..content })
    }
}

/// Whether the phrase at `at` says when or on which occasion something was said: "on Monday", "in an
/// interview".
pub(super) fn is_occasion(parse: Parse<'_>, at: usize) -> bool {
    OCCASIONS.get(parse.lemma(at)).is_some() || parse.upos(at) == Some(Upos::Num)
}
