//! Clauses as contents.
//!
//! Answers for: the finite clause below a verb, where the tree may hang it, and what it starts with. Leaves
//! to `content` when a verb has one.

use schema::labels::{Relation, Upos};

use super::content::{Content, Form, Shape, Verb, form};
use super::cue::{self, Frames};
use super::{object, phrase};
use crate::key::{Key, key, keys};
use crate::language::gazetteer::Listing;
use crate::quotations;
use crate::syntax::Parse;

/// How many words behind a verb "that" may stand.
const FARTHEST: usize = 24;

impl Verb<'_> {
    /// A finite clause, or an infinitive or a gerund with a subject of its own.
    pub(super) fn clause(self) -> Option<Content> {
        let is_clause = |&child: &usize| match self.parse.relation(child) {
            Relation::Ccomp => {
                self.takes(child) && !self.is_second_cue(child) && !is_phrase(self.parse, child)
            }
            Relation::Advcl => {
                child > self.at && self.frames.has(Frames::WH) && is_question(self.parse, child)
            }
            Relation::Parataxis => child > self.at && self.is_said(child),
            _ => false,
        };
        let clause = self.children().find(is_clause)?;
        let mut pieces = phrase::below(self.parse, clause);
        if let Some(first) = pieces.first_mut().filter(|first| first.start > self.at) {
            first.start = self.topic(clause).unwrap_or(first.start).min(first.start);
            if let Some(start) = self.hearer_end(clause).filter(|&start| start < first.end) {
                first.start = first.start.max(start);
            }
        }
        if let Some(last) = pieces.last_mut().filter(|last| last.start > self.at) {
            last.end = self.end_of_more(last.end);
        }
        Content::of(pieces, Shape::Clause)
    }

    /// One past the clauses right behind `end` that go on with the content although the tree hangs them on
    /// the verb: "said she feared | it was over | and that nobody knew | because".
    fn end_of_more(self, mut end: usize) -> usize {
        let parse = self.parse;
        for child in self.children().filter(|&child| child > self.at) {
            let reach = parse.reach(child);
            let is_next = reach.start >= end && !phrase::has_word(parse, end..reach.start);
            if is_next && self.is_more(child) {
                end = phrase::trimmed(parse, reach).map_or(end, |reach| reach.end);
            }
        }
        end
    }

    /// Whether the clause at `child`, behind a complement, is a part of it.
    fn is_more(self, child: usize) -> bool {
        let parse = self.parse;
        let leads = |words: &[Key]| {
            let mark = parse.child(child, &[Relation::Mark]).filter(|&mark| mark < child);
            mark.is_some_and(|mark| parse.words.key(mark).is_any(words))
        };
        match parse.relation(child) {
            Relation::Ccomp => self.takes(child) && !self.is_gloss(child),
            Relation::Conj => leads(&keys!["that", "whether"]),
            Relation::Advcl => leads(&keys!["because", "unless"]),
            _ => false,
        }
    }

    /// A clause with "that" which the tree hangs on a word between the verb and it: "said in a statement
    /// that".
    pub(super) fn that_clause(self) -> Option<Content> {
        let parse = self.parse;
        let end = parse.sentence(self.at).end.min(self.at + FARTHEST);
        let that = (self.at + 1..end).find(|&at| {
            parse.words.is(at, key!("that"))
                && (parse.relation(at) == Relation::Mark || self.is_behind_day(at))
        })?;
        let clause = parse.head(that).filter(|&clause| clause > that && self.frames.has(Frames::THAT))?;
        let is_own = (self.at + 1..that).all(|at| parse.is_below(at, self.at) || phrase::is_mark(parse, at));
        let range = phrase::trimmed(parse, that..parse.reach(clause).end)?;
        is_own.then(|| Content::of(vec![range], Shape::Clause)).flatten()
    }

    /// Whether the "that" at `at` is taken for the pronoun of a clause on a day: "said on Friday that".
    fn is_behind_day(self, at: usize) -> bool {
        let noun = self.parse.head(at).and_then(|clause| self.parse.head(clause));
        noun.is_some_and(|noun| noun > self.at && noun + 1 == at && object::is_occasion(self.parse, noun))
    }

    /// A clause right behind the verb that the tree hangs on another word.
    pub(super) fn next_clause(self) -> Option<Content> {
        let parse = self.parse;
        let start = self.at + 1;
        let is_same = start < parse.sentence(self.at).end && !phrase::is_mark(parse, start);
        let head =
            parse.upwards(start).take_while(|&at| at > self.at && parse.reach(at).start >= start).last()?;
        let is_clause = has_subject(parse, head);
        let range = phrase::trimmed(parse, parse.reach(head))?;
        let is_taken = is_same && is_clause && self.frames.has(Frames::THAT);
        is_taken.then(|| Content::of(vec![range], Shape::Clause)).flatten()
    }

    /// Where the words of the hearer end that the tree takes for a part of the clause: "told Reuters she was
    /// off".
    fn hearer_end(self, clause: usize) -> Option<usize> {
        let parse = self.parse;
        let is_noun = matches!(parse.upos(self.at + 1), Some(Upos::Noun | Upos::Propn));
        let is_taken = is_noun && self.frames.has(Frames::TELL) && parse.reach(clause).start == self.at + 1;
        let has_hearer = self.behind(&[Relation::Obj, Relation::Iobj]).is_some_and(|object| object < clause);
        let subjects = parse
            .children(clause)
            .filter(|&child| matches!(parse.relation(child), Relation::Nsubj | Relation::NsubjPass));
        let last = subjects.filter(|&child| child > self.at).last().filter(|_| is_taken && !has_hearer)?;
        (self.at + 2..=last)
            .find(|&at| matches!(parse.upos(at), Some(Upos::Det | Upos::Pron)))
            .or_else(|| self.is_outlet().then_some(self.at + 2))
    }

    /// Whether letters for an outlet and the name of somebody else stand behind the verb: "told AFP Brandt
    /// had".
    fn is_outlet(self) -> bool {
        let words = self.parse.words;
        let (first, second) = (words.form(self.at + 1), words.form(self.at + 2));
        let listing = Listing::of(second);
        first.len() > 1
            && first.chars().all(char::is_uppercase)
            && second.chars().any(char::is_lowercase)
            && (listing.is_surname() || listing.is_given())
            && !listing.is_everyday()
    }

    /// Where the object of a verb without hearer starts, which then belongs to the clause behind it.
    fn topic(self, clause: usize) -> Option<usize> {
        let object = self.behind(&[Relation::Obj, Relation::Iobj]).filter(|&object| object < clause)?;
        let is_topic = !self.frames.has(Frames::TELL) && self.parse.upos(object) != Some(Upos::Pron);
        is_topic.then(|| self.parse.reach(object).start)
    }

    /// Whether a participle behind a comma is taken for the complement: "said, citing a source, that".
    fn is_second_cue(self, clause: usize) -> bool {
        let is_participle = clause > self.at && form(self.parse, clause) == Form::Gerund;
        is_participle
            && self.parse.words.form_before(clause) == ","
            && cue::candidate(self.parse, clause).is_some()
    }

    /// Whether the clause at `child`, behind a comma, is another cue with its source or has no subject: "he
    /// was safe, | Nordlight reported", "he was safe, | apparently unhurt".
    fn is_gloss(self, child: usize) -> bool {
        let parse = self.parse;
        let start = phrase::trimmed(parse, parse.reach(child)).map_or(child, |reach| reach.start);
        parse.words.form_before(start) == ","
            && (cue::candidate(parse, child).is_some() || !has_subject(parse, child))
    }

    /// Whether the frames allow the complement clause at `clause`.
    fn takes(self, clause: usize) -> bool {
        match form(self.parse, clause) {
            Form::Infinitive => self.frames.has(Frames::TO.or(Frames::WH)),
            Form::Gerund => self.frames.has(Frames::ING.or(Frames::CLAUSE)),
            Form::Finite => self.frames.has(Frames::CLAUSE),
        }
    }

    /// Whether the clause at `child`, set beside the verb, is what is said: behind a colon or a comma.
    fn is_said(self, child: usize) -> bool {
        let start = self.parse.reach(child).start;
        let mark = (self.at + 1..start).rev().find(|&at| !quotations::is_mark(self.parse.words.form(at)));
        let is_led = mark.is_some_and(|at| matches!(self.parse.words.form(at), ":" | ","));
        self.frames.has(Frames::CLAUSE.or(Frames::QUOTE)) && is_led
    }
}

/// Whether the clause at `at` has a subject of its own.
fn has_subject(parse: Parse<'_>, at: usize) -> bool {
    parse.child(at, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).is_some()
}

/// Whether the complement at `at` is the phrase of a preposition, which says where: "on “Morning Talk”".
fn is_phrase(parse: Parse<'_>, at: usize) -> bool {
    let start = parse.reach(at).start;
    parse.relation(start) == Relation::Case
        && parse.head(start) == Some(at)
        && parse.child(at, &[Relation::Cop]).is_none()
        && !has_subject(parse, at)
}

/// Whether "if" or "whether" leads the clause at `at`.
fn is_question(parse: Parse<'_>, at: usize) -> bool {
    let is_word = |child| {
        parse.relation(child) == Relation::Mark && parse.words.key(child).is_any(&keys!["if", "whether"])
    };
    parse.children(at).any(is_word)
}
