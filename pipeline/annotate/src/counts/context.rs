//! What a number stands under: doubt, a source, a time.
//!
//! Answers for: `hedge`, `attribution` and `time` of every quantity.

use schema::labels::{Relation, TimeType, Upos};
use schema::{Annotations, Attribution, Evidence, Quantity, TimeExpression};

use crate::syntax::Parse;

/// Fills in what the quantities of `found` stand under.
pub(super) fn fill(parse: Parse<'_>, found: &mut Annotations) {
    let Annotations { attributions, evidence, times, quantities, .. } = found;
    let clauses: Vec<Option<usize>> = times.iter().map(|time| clause_of_time(parse, time)).collect();
    for quantity in quantities {
        quantity.hedge = Evidence::strongest(evidence, quantity.sentence, quantity.span);
        quantity.attribution = attribution(attributions, quantity);
        quantity.time = time(parse, times, &clauses, quantity);
    }
}

/// The innermost attribution whose content holds the quantity.
fn attribution(attributions: &[Attribution], quantity: &Quantity) -> Option<usize> {
    let holds = |attribution: &Attribution| {
        attribution
            .contents
            .iter()
            .find(|content| content.contains(quantity.span))
            .map(|content| content.len())
    };
    let end = attributions.partition_point(|attribution| attribution.sentence <= quantity.sentence);
    let near = attributions[..end].iter().enumerate().rev().take(NEAR);
    let holding = near.filter_map(|(place, attribution)| Some((holds(attribution)?, place)));
    holding.min().map(|(_, place)| place)
}

/// How many attributions before a quantity are looked at: more than any article nests or spans.
const NEAR: usize = 64;

/// The expression of time that dates the quantity: of its own clause, or of the noun that its clause describes.
fn time(
    parse: Parse<'_>,
    times: &[TimeExpression],
    clauses: &[Option<usize>],
    quantity: &Quantity,
) -> Option<usize> {
    let first = times.partition_point(|time| time.sentence < quantity.sentence);
    let own = (first..times.len()).take_while(|&place| times[place].sentence == quantity.sentence);
    let dates = own.filter(|&place| matches!(times[place].kind, TimeType::Date | TimeType::Time));
    let at = parse.places(quantity.counted.unwrap_or(quantity.span)).next()?;
    let clause = clause(parse, at)?;
    let distance = |&place: &usize| times[place].span.start().abs_diff(quantity.span.start());
    let of_clause = dates.clone().filter(|&place| clauses[place] == Some(clause)).min_by_key(distance);
    of_clause.or_else(|| {
        let noun = parse.head(clause).filter(|_| parse.relation(clause) == Relation::AclRelcl)?;
        let is_below = |&place: &usize| {
            parse
                .places(times[place].span)
                .next()
                .is_some_and(|at| parse.is_below(at, noun) && !parse.is_below(at, clause))
        };
        dates.filter(is_below).min_by_key(distance)
    })
}

fn clause_of_time(parse: Parse<'_>, time: &TimeExpression) -> Option<usize> {
    clause(parse, parse.places(time.span).next()?)
}

/// The predicate of the clause that the word at `at` stands in.
fn clause(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_predicate = |&place: &usize| {
        place != at && matches!(parse.upos(place), Some(Upos::Verb | Upos::Aux))
            || parse.child(place, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cop]).is_some()
            || parse.head(place).is_none()
    };
    parse.upwards(at).find(is_predicate)
}
