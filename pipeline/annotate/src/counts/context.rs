//! What a number stands under: doubt, a source, a time.
//!
//! Answers for: `hedge`, `attribution` and `time` of every quantity.

use std::ops::Range;

use schema::labels::{Measure, Relation, Role, TimeType, Upos};
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

/// The expression of time that dates the quantity: of its own clause, of the one that it goes on with, or of the noun
/// that its clause describes; in a caption of the caption.
fn time(
    parse: Parse<'_>,
    times: &[TimeExpression],
    clauses: &[Option<usize>],
    quantity: &Quantity,
) -> Option<usize> {
    let dates = dates(times, quantity.sentence..quantity.sentence + 1);
    let at = parse.places(quantity.counted.unwrap_or(quantity.span)).next()?;
    let clause = clause(parse, at)?;
    let distance = |&place: &usize| times[place].span.start().abs_diff(quantity.span.start());
    let of_clause = |clause: usize| dates.clone().filter(move |&place| clauses[place] == Some(clause));
    // An age is one's at any time that the article tells of.
    let is_of_event = quantity.measure.is_some_and(|measure| measure != Measure::Age);
    let next = |&clause: &usize| continued(parse, clause).filter(|_| is_of_event);
    let of_whole =
        std::iter::successors(Some(clause), next).find_map(|clause| of_clause(clause).min_by_key(distance));
    let of_noun = || {
        let noun = parse.head(clause).filter(|_| parse.relation(clause) == Relation::AclRelcl)?;
        let is_below = |&place: &usize| {
            parse
                .places(times[place].span)
                .next()
                .is_some_and(|at| parse.is_below(at, noun) && !parse.is_below(at, clause))
        };
        dates.clone().filter(is_below).min_by_key(distance)
    };
    let of_caption = || {
        let caption = self::dates(times, caption(parse, quantity.sentence)?);
        let is_day = |place: &usize| times[*place].days.is_some_and(|(first, last)| first == last);
        caption.filter(is_day).min_by_key(distance).filter(|_| is_of_event)
    };
    of_whole.or_else(of_noun).or_else(of_caption)
}

/// The places of the dates in these sentences.
fn dates(times: &[TimeExpression], sentences: Range<usize>) -> impl Iterator<Item = usize> + Clone {
    let first = times.partition_point(|time| time.sentence < sentences.start);
    let own = (first..times.len()).take_while(move |&place| times[place].sentence < sentences.end);
    own.filter(|&place| matches!(times[place].kind, TimeType::Date | TimeType::Time))
}

/// The clause that the one at `clause` goes on with, telling of the same event: "hit the station on Monday, leaving 30
/// dead".
fn continued(parse: Parse<'_>, clause: usize) -> Option<usize> {
    let goes_on = match parse.relation(clause) {
        Relation::Advcl => {
            parse.child(clause, &[Relation::Mark, Relation::Nsubj, Relation::NsubjPass]).is_none()
        }
        Relation::Xcomp | Relation::Conj => true,
        _ => false,
    };
    parse.head(clause).filter(|_| goes_on)
}

/// The sentences whose times date the one at `sentence`: it alone, in a caption all of the caption.
pub(crate) fn dated_with(parse: Parse<'_>, sentence: usize) -> Range<usize> {
    caption(parse, sentence).unwrap_or(sentence..sentence + 1)
}

/// The sentences of the caption that the one at `sentence` is of.
fn caption(parse: Parse<'_>, sentence: usize) -> Option<Range<usize>> {
    let sentences = parse.sentences;
    let own = sentences.get(sentence).filter(|own| own.role == Role::Caption)?;
    let start = sentences.partition_point(|other| other.block < own.block);
    Some(start..start + sentences[start..].partition_point(|other| other.block == own.block))
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
