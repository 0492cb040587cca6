//! The dead and injured of an article's main event.
//!
//! # What it marks
//!
//! Two numbers for an article: everyone killed in its main event and everyone injured in it who is not dead, those
//! who did it included, as an archive of incidents counts them. A number that is only bounded counts with its least.
//!
//! # How it decides
//!
//! From what `counts` tells of people. Each sentence has sums: killed, injured, hit, with nobody in it counted twice
//! (`sentence`): pronouns, lists behind a number, "the boy" of whom it spoke; who is hurt and "where he died" is
//! killed. The highest sums of the headline, the captions and the first sentences of the body hold (`tally`): not
//! their sum, since every sentence tells the same event again. Of those hit, the killed are taken off; who is told of
//! beside others ("three others were wounded") is not. Who kills himself is added to those he killed, and in a
//! murder-suicide all whom one shoots are dead. What a headline counts holds over the rest. Later sentences fill in
//! only what the lead leaves open: they seldom tell of more people, and often of other events.
//! Sentences that are dated before the main event or count many events are left out (`background`). Where nobody is
//! told of, words for a death or a wound in headline and lead stand for one.
//!
//! # Example
//!
//! ```text
//! Two dead in Velden shooting. A guard was wounded. The gunman, 40, shot two people and then himself.
//! killed 2, injured 1
//! ```
//!
//! # Known misses
//!
//! - Articles on several events, such as the shootings of a weekend, give the toll of all.
//! - Who died after the article was written.
//! - Whom a later sentence names beside those of the lead, or who is told of in a sentence of his own.
//! - An event that is told only as background: the trial for a shooting may leave its injured out.
//! - A separate death told in the lead ("hours after his brother died").
//! - Animals, unborn children and people hurt by other means than the others count as the article counts them.
//!
//! # Sources
//!
//! None: the rules are the project's own.

mod background;
mod sentence;
mod tally;

use std::ops::Range;

use schema::labels::Role;
use schema::{Annotations, Toll};

use crate::counts::Telling;
use crate::syntax::Parse;
use background::Main;
use tally::Tally;

/// How many sentences of the body tell of the main event before others may.
const LEAD: usize = 5;

/// The toll of the main event of the article of which all else is `found`.
pub(crate) fn tell(parse: Parse<'_>, found: &Annotations, tellings: &[Telling]) -> Toll {
    let mut tally = Tally::default();
    let main = Main::of(found, tellings);
    let end_of_lead = end_of_lead(parse);
    for rows in by_sentence(found) {
        let own = &tellings[tellings.partition_point(|telling| telling.row < rows.start)..];
        let own = &own[..own.partition_point(|telling| telling.row < rows.end)];
        let sentence = found.quantities[rows.start].sentence;
        let is_told = parse.sentences.get(sentence).is_some_and(|sentence| is_content(sentence.role));
        if !is_told || main.is_background(parse, found, rows.clone()) {
            continue;
        }
        let sum = sentence::sum(parse, found, rows, own);
        if sentence >= end_of_lead && !tally.is_empty() {
            tally.add_later(sum);
            continue;
        }
        tally.add(sum);
        if parse.sentences[sentence].role == Role::Headline {
            tally.add_headline(sum);
        }
    }
    tally.toll(tally::signs(parse))
}

/// The place of the sentence that the lead ends before.
fn end_of_lead(parse: Parse<'_>) -> usize {
    let bodies = parse.sentences.iter().enumerate().filter(|(_, sentence)| sentence.role == Role::Body);
    bodies.map(|(place, _)| place + 1).nth(LEAD - 1).unwrap_or(parse.sentences.len())
}

/// The rows of each sentence that has any.
fn by_sentence(found: &Annotations) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    found.quantities.chunk_by(|one, next| one.sentence == next.sentence).map(move |rows| {
        end += rows.len();
        end - rows.len()..end
    })
}

/// Whether a sentence of this role tells the story.
fn is_content(role: Role) -> bool {
    !matches!(
        role,
        Role::Promo | Role::Boilerplate | Role::Markup | Role::Embed | Role::Byline | Role::Credit
    )
}
