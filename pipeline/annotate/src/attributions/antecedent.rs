//! What a relative clause speaks of.
//!
//! Answers for: the relative pronoun or the noun that is a part of what the cue of a relative clause says:
//! "the plan that he denounced", "an office he wants to hold". Leaves to `source` the pronoun as subject.

use std::ops::Range;

use schema::labels::Relation;

use super::content::{Content, Shape, Verb};
use super::cue::Frames;
use super::{phrase, source};

impl Verb<'_> {
    /// What a relative clause without a complement of its own speaks of: "the plan that he denounced".
    pub(super) fn antecedent_alone(self) -> Option<Content> {
        let piece = self.antecedent().filter(|_| self.frames.has(Frames::OBJ))?;
        Content::of(vec![piece], Shape::Object)
    }

    /// Adds what a relative clause speaks of, where its content has a gap: "the office that he wants to
    /// hold".
    pub(super) fn with_antecedent(self, mut content: Content) -> Content {
        let has_gap = matches!(content.shape, Shape::Clause | Shape::Infinitive | Shape::Phrase);
        if has_gap
            && self.has_gap()
            && let Some(piece) = self.antecedent()
            && content.pieces.first().is_some_and(|first| piece.end <= first.start)
        {
            content.pieces.insert(0, piece);
        }
        content
    }

    /// Whether the clause below the cue lacks a subject or an object of its own.
    fn has_gap(self) -> bool {
        self.behind(&[Relation::Obj, Relation::Iobj]).is_none()
    }

    /// The relative pronoun of the verb's clause that is not its subject, else the noun that it hangs on.
    fn antecedent(self) -> Option<Range<usize>> {
        let parse = self.parse;
        let subject = parse.child(self.at, &[Relation::Nsubj]).filter(|&subject| subject < self.at)?;
        if parse.relation(self.at) != Relation::AclRelcl {
            return None;
        }
        let reach = parse.reach(self.at);
        if let Some(pronoun) = source::relative(parse, self.at) {
            return (pronoun < parse.reach(subject).start).then_some(pronoun..pronoun + 1);
        }
        let is_bare = reach.start == parse.reach(subject).start;
        let noun = parse.head(self.at)?;
        is_bare.then(|| phrase::noun_phrase(parse, noun)).flatten().and_then(|range| {
            phrase::trimmed(parse, range.start..reach.start.min(range.end))
                .filter(|range| range.contains(&noun))
        })
    }
}
