//! Main predicates and what is said of them where they stand.
//!
//! Answers for: the head of a content, and the FactBank value of a predicate by whoever states it, from its
//! evidence, its auxiliaries and its mood. Leaves to `factuality` and `statements` whose predicate it is.
//!
//! What is to come ("will", "is going to") is as certain as it is told: the values say how far the speaker goes, as
//! in FactBank, and the tense is no part of them.

use std::ops::Range;

use schema::labels::{EvidenceClass, Factuality, Relation, Upos};
use schema::{Attribution, Span};

use crate::evidence::Bearing;
use crate::evidence::extent::{SUBJECTS, is_gerund, is_infinitive};
use crate::key::{Key, keys};
use crate::syntax::Parse;

/// How often a main predicate is looked for below a cue or a word of evidence.
pub(crate) const DEPTH: usize = 4;

/// The trees of an article with their evidence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Predicates<'t> {
    pub(crate) parse: Parse<'t>,
    pub(crate) bearings: &'t [Bearing],
}

impl Predicates<'_> {
    /// The evidence in the sentence of the word at `at`.
    pub(crate) fn around(&self, at: usize) -> &[Bearing] {
        let sentence = self.parse.words.tokens[at].sentence;
        let start = self.bearings.partition_point(|bearing| bearing.evidence.sentence < sentence);
        let rest = &self.bearings[start..];
        &rest[..rest.partition_point(|bearing| bearing.evidence.sentence == sentence)]
    }

    /// The evidence that bears on the predicate at `at`.
    pub(crate) fn on(&self, at: usize) -> impl Iterator<Item = &Bearing> {
        self.around(at).iter().filter(move |bearing| bearing.target == at)
    }

    /// Whether the word at `at` is negated, as a verb by "not" or as a noun by "no".
    pub(crate) fn is_negated(&self, at: usize) -> bool {
        self.around(at).iter().any(|bearing| {
            let is_tied = bearing.target == at || self.parse.head(bearing.at) == Some(at);
            let is_negation = bearing.evidence.class == EvidenceClass::Negation && is_tied;
            is_negation || bearing.at == at && bearing.is_negated
        })
    }

    /// Whether what the verb at `at` tells is not put forward as done: it is to come, possible, asked.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        let is_hedge = |bearing: &Bearing| {
            use EvidenceClass::{Condition, Epistemic, Investigative};
            bearing.at != at && matches!(bearing.evidence.class, Condition | Epistemic | Investigative)
        };
        let has_modal =
            || auxiliary(self.parse, at, FUTURE) || self.is_modal(at) || is_going_to(self.parse, at);
        self.parse.upos(at) == Some(Upos::Verb) && (has_modal() || self.on(at).any(is_hedge))
    }

    /// Whether the predicate at `at` stands under an auxiliary of ability or duty.
    fn is_modal(&self, at: usize) -> bool {
        auxiliary(self.parse, at, ABILITY) || auxiliary(self.parse, at, DUTY)
    }

    /// Whether the word at `at` is the predicate of a clause.
    pub(crate) fn is_clause(&self, at: usize) -> bool {
        let parse = self.parse;
        matches!(parse.upos(at), Some(Upos::Verb | Upos::Aux))
            || is_infinitive(parse, at)
            || parse.children(at).any(|child| {
                let relation = parse.relation(child);
                relation == Relation::Cop || SUBJECTS.contains(&relation)
            })
    }

    /// The head of the words in `span`: the one whose head stands outside.
    pub(crate) fn head_of(&self, span: Span) -> Option<usize> {
        let places = self.parse.places(span);
        self.tops(std::slice::from_ref(&places)).next()
    }

    /// The main predicate of a content; of one with several sentences, that of the first. Below words of evidence
    /// that take a clause, it is the head of that clause: "it was possible that the driver had slept".
    pub(crate) fn of_content(&self, attribution: &Attribution) -> Option<usize> {
        let first = attribution.contents.first()?;
        let sentence = self.parse.sentence(self.parse.places(*first).start);
        let head = self.in_sentence(&attribution.contents, &sentence)?;
        let below = |at: usize| self.below(at).filter(|&below| below != at);
        std::iter::successors(Some(head), |&at| below(at)).take(DEPTH).last()
    }

    /// The predicate that the word at `at` is but the evidence of.
    pub(crate) fn below(&self, at: usize) -> Option<usize> {
        let is_taken = |bearing: &&Bearing| bearing.at == at && bearing.target != at;
        let target = self.around(at).iter().find(is_taken)?.target;
        (self.parse.is_below(target, at) && self.is_clause(target)).then_some(target)
    }

    /// The main predicate of what `contents` hold of a sentence.
    pub(crate) fn in_sentence(&self, contents: &[Span], sentence: &Range<usize>) -> Option<usize> {
        let within = |span: &Span| {
            let places = self.parse.places(*span);
            places.start.max(sentence.start)..places.end.min(sentence.end)
        };
        let pieces: Vec<Range<usize>> =
            contents.iter().map(within).filter(|places| places.start < places.end).collect();
        let tops = || self.tops(&pieces);
        tops().find(|&top| self.is_clause(top)).or_else(|| tops().next())
    }

    /// The words of `pieces` whose heads stand outside of them.
    fn tops<'p>(&'p self, pieces: &'p [Range<usize>]) -> impl Iterator<Item = usize> + 'p {
        let holds = |place: usize| pieces.iter().any(|piece| piece.contains(&place));
        pieces.iter().cloned().flatten().filter(move |&place| {
            let is_word = self.parse.upos(place).is_some_and(|upos| upos != Upos::Punct);
            is_word && !self.parse.head(place).is_some_and(holds)
        })
    }

    /// What is stated of the predicate at `at` inside of `contents`.
    pub(crate) fn stated(&self, at: usize, contents: &[Span]) -> Factuality {
        let holds = |span: Span| contents.iter().any(|content| content.contains(span));
        if is_asked(self.parse, at, holds) {
            return Factuality::Unknown;
        }
        self.value(at, holds)
    }

    /// What is stated of the predicate at `at` by the evidence whose words `counts` admits.
    pub(crate) fn value(&self, at: usize, counts: impl Fn(Span) -> bool) -> Factuality {
        let parse = self.parse;
        let bearings = self.on(at).filter(|bearing| counts(bearing.evidence.span));
        let value = bearings.fold(Factuality::Certain, |value, bearing| {
            let is_negated = bearing.at != at && !bearing.is_negated && self.is_negated(bearing.at);
            both(value, if is_negated { negated(bearing.value) } else { bearing.value })
        });
        let is_hedged = !matches!(value, Factuality::Certain | Factuality::CertainNot);
        match value {
            _ if is_wish(parse, at) => Factuality::Unknown,
            _ if is_hedged => value,
            _ if auxiliary(parse, at, DUTY) => Factuality::Unknown,
            // "Cannot" and "could not" tell that it is not so, "can" that it may be.
            Factuality::Certain if auxiliary(parse, at, ABILITY) => Factuality::Possible,
            _ => value,
        }
    }
}

/// Auxiliaries of what is to come.
const FUTURE: &[Key] = &keys!["will", "'ll", "wo", "shall", "would"];
/// Auxiliaries of ability.
const ABILITY: &[Key] = &keys!["can", "ca", "could"];
/// Auxiliaries of duty.
const DUTY: &[Key] = &keys!["should", "must", "ought"];

/// Whether a question mark ends the words from `at` on, inside of what `holds` admits.
fn is_asked(parse: Parse<'_>, at: usize, holds: impl Fn(Span) -> bool) -> bool {
    let inside = (at..parse.sentence(at).end).take_while(|&place| holds(parse.words.tokens[place].span));
    inside.last().is_some_and(|last| parse.words.form(last) == "?")
}

/// Whether one of `words` is an auxiliary of the predicate at `at`.
fn auxiliary(parse: Parse<'_>, at: usize, words: &[Key]) -> bool {
    let mut children = parse.children(at);
    children.any(|child| parse.relation(child) == Relation::Aux && parse.words.key(child).is_any(words))
}

/// Whether the predicate at `at` is the "going" of "is going to".
fn is_going_to(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is_any(&keys!["going", "set", "due", "about"])
        && parse.child(at, &[Relation::Xcomp]).is_some_and(|next| is_infinitive(parse, next))
}

/// Whether the predicate at `at` is the verb of an order: in its plain form, without a subject or an auxiliary.
fn is_wish(parse: Parse<'_>, at: usize) -> bool {
    let token = &parse.words.tokens[at];
    let is_plain = token.upos == Some(Upos::Verb)
        && token.lemma.as_deref().is_some_and(|lemma| parse.words.form(at).eq_ignore_ascii_case(lemma));
    let is_main = matches!(parse.relation(at), Relation::Root | Relation::Ccomp | Relation::Parataxis);
    let has_company = parse.children(at).any(|child| {
        let relation = parse.relation(child);
        let is_do = parse.words.key(child).is_any(&keys!["do"]);
        SUBJECTS.contains(&relation)
            || matches!(relation, Relation::Mark | Relation::AuxPass | Relation::Expl)
            || relation == Relation::Aux && !is_do
    });
    is_plain && is_main && !has_company
}

/// Whether the word at `at` can be the predicate of a sentence: a finite verb, a participle of a headline, or
/// anything with a subject, a copula or an object, for nouns that are verbs take objects ("GM posts loss").
pub(crate) fn is_predicate(parse: Parse<'_>, at: usize) -> bool {
    let has_company = parse.children(at).any(|child| {
        let relation = parse.relation(child);
        SUBJECTS.contains(&relation) || matches!(relation, Relation::Cop | Relation::Obj | Relation::AuxPass)
    });
    let is_verb = matches!(parse.upos(at), Some(Upos::Verb | Upos::Aux));
    !is_infinitive(parse, at) && (has_company || is_verb && !is_gerund(parse, at))
}

/// The value with the other polarity.
pub(crate) fn negated(value: Factuality) -> Factuality {
    match value {
        Factuality::Certain => Factuality::CertainNot,
        Factuality::CertainNot => Factuality::Certain,
        Factuality::Probable => Factuality::ProbableNot,
        Factuality::ProbableNot => Factuality::Probable,
        Factuality::Possible => Factuality::PossibleNot,
        Factuality::PossibleNot => Factuality::Possible,
        Factuality::CertainUnknown | Factuality::Unknown => value,
    }
}

/// A statement of one value under words of another: the less certain of the two, negated where one of them is.
pub(crate) fn both(one: Factuality, other: Factuality) -> Factuality {
    use Factuality::{CertainNot, CertainUnknown, PossibleNot, ProbableNot, Unknown};
    if [one, other].contains(&Unknown) {
        return Unknown;
    }
    if [one, other].contains(&CertainUnknown) {
        return CertainUnknown;
    }
    let is_negative = |value| matches!(value, CertainNot | ProbableNot | PossibleNot);
    let positive = |value| if is_negative(value) { negated(value) } else { value };
    // The vocabulary has the positive values from certain to possible in this order.
    let weaker = positive(one).max(positive(other));
    if is_negative(one) == is_negative(other) { weaker } else { negated(weaker) }
}

#[cfg(test)]
mod tests {
    use super::{both, negated};
    use schema::labels::Factuality::{
        Certain, CertainNot, CertainUnknown, Possible, PossibleNot, Probable, ProbableNot, Unknown,
    };

    #[test]
    fn the_weaker_value_stands_and_negations_cancel() {
        assert_eq!(both(Certain, Probable), Probable);
        assert_eq!(both(CertainNot, Possible), PossibleNot);
        assert_eq!(both(CertainNot, CertainNot), Certain);
        assert_eq!(both(ProbableNot, CertainNot), Probable);
        assert_eq!(both(Possible, Probable), Possible);
        assert_eq!(both(Unknown, CertainNot), Unknown);
        assert_eq!(both(CertainUnknown, CertainNot), CertainUnknown);
    }

    #[test]
    fn a_negation_turns_the_polarity_alone() {
        assert_eq!([Certain, ProbableNot, Unknown].map(negated), [CertainNot, Probable, Unknown]);
    }
}
