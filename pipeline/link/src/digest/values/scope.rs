//! Whom a number counts.
//!
//! Answers for: the words that say that it counts those beside somebody, attackers too, or some of those
//! counted before.

use schema::labels::{ClaimMeasure, ClaimScope, Party, QuantityType};
use schema::{Document, Quantity, Token};

use super::person::{is_attacker, tokens};

/// How many words behind the counted noun are looked at.
const AHEAD: usize = 8;

/// The scope of `quantity`, which counts for `measure`; `None` where it counts no people.
pub(super) fn of(document: &Document, quantity: &Quantity, measure: ClaimMeasure) -> Option<ClaimScope> {
    use ClaimMeasure::{Age, AttackerStatus, EventDate, EventPlace, Shots};
    if matches!(measure, Age | AttackerStatus | EventDate | EventPlace | Shots) {
        return None;
    }
    Some(match quantity.kind {
        QuantityType::Singular => ClaimScope::One,
        _ => of_count(document, quantity, measure),
    })
}

fn of_count(document: &Document, quantity: &Quantity, measure: ClaimMeasure) -> ClaimScope {
    let tokens = tokens(document, quantity.sentence);
    let text = document.article.text.as_str();
    let end = quantity.counted.map_or(quantity.span.end(), |counted| counted.end().max(quantity.span.end()));
    let start = tokens.partition_point(|token| token.span.start() < quantity.span.start());
    let behind = tokens.partition_point(|token| token.span.start() < end).max(start);
    let phrase = &tokens[start.saturating_sub(1)..behind];
    let rest = &tokens[behind..tokens.len().min(behind + AHEAD)];
    let has = |tokens: &[Token], words: &[&str]| {
        tokens.iter().any(|token| words.iter().any(|word| token.span.of(text).eq_ignore_ascii_case(word)))
    };
    let including = rest.iter().position(|token| token.span.of(text).eq_ignore_ascii_case("including"));
    let names_attacker = including.is_some_and(|at| rest[at..].iter().any(is_attacker));
    match () {
        () if names_attacker || quantity.party == Some(Party::Mixed) => ClaimScope::Including,
        () if has(phrase, &["other", "others", "another", "more", "additional"]) => ClaimScope::Others,
        () if is_part(&tokens[start..], text) => ClaimScope::Part,
        () if measure == ClaimMeasure::Injured && has(rest, CONDITION) => ClaimScope::Part,
        () => ClaimScope::All,
    }
}

/// Words of reports that tell how some of the injured are.
const CONDITION: &[&str] =
    &["critical", "critically", "stable", "serious", "seriously", "life-threatening", "released"];

/// Whether words that start with a number take it out of a larger one: `two of the wounded`, `one of them`.
fn is_part(tokens: &[Token], text: &str) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    word(1).eq_ignore_ascii_case("of") && ["the", "them", "those", "whom", "these"].contains(&word(2))
}
