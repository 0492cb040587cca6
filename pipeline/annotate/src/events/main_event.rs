//! The main event of each sentence.
//!
//! Answers for: which event of a sentence is told for its own sake: that nearest to the root, or to the head
//! of the content where a source asserts the sentence. A verb that only says of its object that it happens
//! gives way to it.

use schema::labels::Relation;
use schema::{Annotations, Span};

use super::Told;
use super::light::is_light;
use super::setting::Triggers;
use crate::syntax::Parse;

/// Marks the main event of every sentence that has one.
pub(super) fn mark(parse: Parse<'_>, found: &Annotations, triggers: &Triggers, told: &mut [Told]) {
    for own in told.chunk_by_mut(|one, next| one.event.sentence == next.event.sentence) {
        let content = content(found, own);
        let depth = |told: &&mut Told| {
            let is_outside = content.is_some_and(|content| !content.contains(told.event.trigger));
            (is_outside, parse.upwards(told.at).count())
        };
        let Some(highest) = own.iter_mut().min_by_key(depth).map(|told| told.at) else { continue };
        let main = deed(parse, triggers, highest).unwrap_or(highest);
        let is_typed = |told: &Told| told.at == main && told.event.kind.is_some();
        let main = if own.iter().any(is_typed) { main } else { highest };
        for told in own {
            told.event.is_main = told.at == main;
        }
    }
}

/// The piece of content with the first of these events, those of a sentence; `None` where the author asserts
/// it.
fn content(found: &Annotations, own: &[Told]) -> Option<Span> {
    let sentence = own.first()?.event.sentence;
    let attribution = found.statements.get(sentence)?.attribution?;
    let contents = &found.attributions.get(attribution)?.contents;
    let holds_one = |content: &&Span| own.iter().any(|told| content.contains(told.event.trigger));
    contents.iter().find(holds_one).copied()
}

/// The event of which a verb at `at` says no more than that it happens: "staged a raid", "the attack took
/// place".
fn deed(parse: Parse<'_>, triggers: &Triggers, at: usize) -> Option<usize> {
    let noun = parse.child(at, &[Relation::Obj, Relation::NsubjPass]);
    let deed =
        noun.filter(|&noun| triggers.at(noun).is_some()).or_else(|| parse.child(at, &[Relation::Nsubj]))?;
    (is_light(parse, at) && triggers.at(deed).is_some()).then_some(deed)
}
