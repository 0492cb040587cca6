//! The sides of an event, put together from what the tree has in pieces.
//!
//! Answers for: subjects that are coordinated though the tree has two of them or has lost one, whom a pronoun
//! stands for in what somebody says, and the subject as one side of what two do with each other. Leaves to
//! others in which places of a clause to look.

use schema::labels::{EntityType, Relation, Upos};

use super::clause;
use super::frame::Word;
use super::lexicon::{self, Row, Slot};
use super::party::{self, Party};
use crate::key::{Key, key};

impl Word<'_> {
    /// Who is meant by the word at `at`; of a pronoun as the subject in what somebody says, the one
    /// who says it.
    pub(super) fn named(self, at: usize) -> Option<Party> {
        let at = self.behind_place(at);
        let party = party::named(self.parse, self.names, at)?;
        let is_subject = || clause::surface_subject(self.parse, self.at) == Some(at);
        let reporter = clause::reporter(self.parse, self.at)
            .filter(|_| self.parse.upos(at) == Some(Upos::Pron) && is_subject());
        Some(match reporter {
            Some(reporter) => party.said_by(self.parse, self.names, reporter),
            None => party,
        })
    }

    /// The word at `at`, or the one that it says the home of where the tree lets "who" speak of the place: "a man from
    /// Velden who".
    fn behind_place(self, at: usize) -> usize {
        let parse = self.parse;
        let is_place = self.names.mention(at).is_some_and(|mention| mention.kind == EntityType::Location);
        let is_who = |child: usize| {
            parse.relation(child) == Relation::AclRelcl
                && parse
                    .child(child, &[Relation::Nsubj, Relation::NsubjPass])
                    .is_some_and(|who| parse.words.is(who, key!("who")))
        };
        if is_place && parse.relation(at) == Relation::Nmod && parse.children(at).any(is_who) {
            return parse.head(at).unwrap_or(at);
        }
        at
    }

    /// The subject that starts with the word at `first`, with the one behind it where the tree has two for
    /// one that is coordinated, and the one before it that the tree has lost.
    pub(super) fn subjects(self, first: usize) -> Option<Party> {
        let (parse, names) = (self.parse, self.names);
        let is_deed = parse.upos(first) == Some(Upos::Noun) && lexicon::is_deed(parse.lemma(first));
        let own = if is_deed { None } else { self.named(first) };
        if let Some(start) = self.lost_side(first) {
            return own.map(|own| Party::several(start..own.words.end));
        }
        let second = self.second_subject(first).and_then(|second| party::named(parse, names, second));
        let Some(second) = second else { return own };
        let is_named = own.is_some() || parse.words.is_capitalised(first);
        let start = own.map_or(first, |own| own.words.start);
        let is_before = is_named && start < second.words.start;
        Some(if is_before { Party::several(start..second.words.end) } else { second })
    }

    /// The subject right behind that at `first` which is coordinated with it.
    fn second_subject(self, first: usize) -> Option<usize> {
        let parse = self.parse;
        if parse.relation(first) != Relation::Nsubj {
            return None;
        }
        let end = parse.reach(first).end;
        parse.head(first).into_iter().flat_map(|head| parse.children(head)).find(|&child| {
            let start = parse.reach(child).start;
            let has_and = || (start..start + 2).any(|place| parse.relation(place) == Relation::Cc);
            let is_list =
                || parse.reach(child).start <= end && parse.child(child, &[Relation::Conj]).is_some();
            child > first && parse.relation(child) == Relation::Nsubj && (has_and() || is_list())
        })
    }

    /// Where the sentence starts with a name of which the tree knows nothing, coordinated with the subject at
    /// `first`: "Velden and Dorn met".
    fn lost_side(self, first: usize) -> Option<usize> {
        let parse = self.parse;
        let and = parse.reach(first).start;
        if parse.relation(and) != Relation::Cc || !parse.words.is(and, key!("and")) {
            return None;
        }
        let is_start =
            |at: usize| at == 0 || parse.words.tokens[at - 1].sentence != parse.words.tokens[at].sentence;
        let mut start = and;
        while !is_start(start) {
            start -= 1;
            if !parse.words.is_capitalised(start) && parse.words.form(start) != "," {
                return None;
            }
        }
        let is_subject = |at: usize| parse.relation(at) == Relation::Nsubj;
        (start < and && !(start..and).any(is_subject)).then_some(start)
    }

    /// One side of what a noun says that two do with each other, where it names the other: the subject of the clause, as
    /// in "called for talks with Velden" and "died in clashes with the police".
    pub(super) fn first_side(self, row: &Row) -> Option<Party> {
        const WITH: Key = key!("with");
        let is_mutual = self.is_noun() && row.recipient.contains(&Slot::Preposition(WITH));
        let own = || clause::phrases(self.parse, self.at, WITH).next();
        // "Strained over the talks, with few results": the phrase of the verb tells nothing of its other nouns.
        let other = if self.parse.relation(self.at) == Relation::Obl { own() } else { self.phrase(WITH) };
        other.filter(|_| is_mutual)?;
        let verb = clause::governing_verb(self.parse, self.at)?;
        let subject = match self.parse.relation(self.at) {
            Relation::Obl => clause::surface_subject(self.parse, verb),
            _ => clause::subject(self.parse, verb),
        };
        self.subjects(subject?)
    }
}
