//! What the numbers count, and who is told of without a number.
//!
//! # What it marks
//!
//! For each quantity: the noun that it counts, what that is of the things that news counts (killed, injured,
//! missing, arrested, ...), whose side those counted are on, the doubt and the source it stands under, and when it
//! was so. One person of whom such a thing is told without a number ("a guard was shot dead") is a row of its own.
//!
//! # How it decides
//!
//! By the tree: a word of the lexicon (`data/outcomes.tsv`) leads to those whom it befell, as subject or object,
//! through passives, participles, relative clauses and what is joined by "and"; where the tree leads nowhere, to
//! the noun or number that stands beside it (`beside`). "Shot", "stabbed" and "hit" leave open who lives:
//! casualties, unless "dead", "to death" or "fatally" says more. Of two words for one count the graver holds. Other
//! numbers count what their noun says ("three gunmen", "eight shots"), or their unit. The people are those of
//! `data/people.tsv`, and names. A row without a number is made for one who was killed, injured, hit, arrested,
//! lost or taken, once for each such phrase, never for what is denied or only might be.
//!
//! # Example
//!
//! ```text
//! Two men were killed and a guard was wounded; the gunman was also killed.
//! ~~~                     ~~~~~~~              ~~~~~~~~~~
//! 2, killed, victim       1, injured, responder    1, killed, attacker
//! ```
//!
//! # Known misses
//!
//! - What is told over two sentences ("Three were in the car. All died.") is not joined.
//! - Animals and things that are counted as killed or hit by a number count with no measure.
//! - Plurals without a number ("both", "his parents", "several") are no rows.
//!
//! # Sources
//!
//! Universal Dependencies, <https://universaldependencies.org/>.

mod affected;
mod beside;
mod context;
mod outcome;
mod people;
mod phrase;
mod table;

use schema::Annotations;
use schema::labels::{Measure, Party};

use crate::syntax::Parse;
use table::Table;

pub(crate) use context::dated_with;
pub(crate) use people::is_noun_for_one;

/// That something became of somebody: what an outcome word says of one phrase of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Telling {
    /// The place of the quantity that counts them.
    pub(crate) row: usize,
    /// The place of the word for them.
    pub(crate) person: usize,
    /// The place of the word that says it.
    pub(crate) outcome: usize,
    /// What became of them.
    pub(crate) measure: Measure,
    /// Whether it is told as a fact.
    pub(crate) is_actual: bool,
}

/// Fills in what the quantities of `found` count, and adds those that are told without a number; gives what is told
/// of people, in the order of the rows.
pub(crate) fn complete(parse: Parse<'_>, found: &mut Annotations) -> Vec<Telling> {
    let mut table = Table::of(parse, std::mem::take(&mut found.quantities), &found.mentions);
    for sentence in parse.by_sentence() {
        for at in sentence {
            outcome::read(parse, at, &mut table);
        }
    }
    let (quantities, tellings) = table.finish();
    found.quantities = quantities;
    context::fill(parse, found);
    tellings
}

/// How grave a measure is: of two that are told of the same people, the graver holds.
fn gravity(measure: Measure) -> u8 {
    match measure {
        Measure::Killed => 9,
        Measure::Injured => 8,
        Measure::Casualties => 7,
        Measure::Hostages => 6,
        Measure::Missing => 5,
        Measure::Arrested => 4,
        Measure::Displaced | Measure::Rescued => 3,
        Measure::Participants => 2,
        _ => 1,
    }
}

/// Both sides together.
fn joined(one: Option<Party>, other: Option<Party>) -> Option<Party> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(Party::Mixed),
        (one, other) => one.or(other),
    }
}
