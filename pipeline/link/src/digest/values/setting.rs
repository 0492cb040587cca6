//! When and where what a document reports was so.
//!
//! Answers for: the days of a number, by its own expression of time, or by those of its sentence, or, in a
//! caption, of the caption; the day and the place of the event that killed or hurt somebody.

use std::cmp::Reverse;

use schema::labels::{ClaimMeasure, EventStatus, EventType, Role, TimeType};
use schema::{Date, Document, Event, Quantity, Span, TimeExpression};

use super::bearing::Bearing;
use super::{Draft, Figure, Value, place, tells};

/// The first and the last day on which `quantity`, a number of `measure`, was so.
pub(super) fn days(document: &Document, quantity: &Quantity, measure: ClaimMeasure) -> Option<(Date, Date)> {
    if measure == ClaimMeasure::Age {
        let time = quantity.time.and_then(|at| document.annotations.times.get(at));
        return time.and_then(|time| time.days);
    }
    of_sentence(document, quantity.time, quantity.sentence)
}

/// The first and the last day of what `sentence` dates by the expression at `time`, or by none.
fn of_sentence(document: &Document, time: Option<usize>, sentence: usize) -> Option<(Date, Date)> {
    let own = time.and_then(|at| document.annotations.times.get(at)).and_then(|time| time.days);
    own.or_else(|| latest(document, sentence)).or_else(|| of_caption(document, sentence))
}

/// The latest days that `sentence` names.
fn latest(document: &Document, sentence: usize) -> Option<(Date, Date)> {
    let times = &document.annotations.times;
    let first = times.partition_point(|time| time.sentence < sentence);
    let own = times[first..].iter().take_while(|time| time.sentence == sentence);
    own.filter(|time| is_date(time)).filter_map(|time| time.days).max_by_key(|&(_, last)| last)
}

/// The first days that the caption names in which `sentence` stands.
fn of_caption(document: &Document, sentence: usize) -> Option<(Date, Date)> {
    let block = document.sentences.get(sentence).filter(|own| own.role == Role::Caption)?.block;
    let before = document.sentences[..sentence].iter().rev().take_while(|own| own.block == block).count();
    (sentence - before..sentence).find_map(|own| latest(document, own))
}

fn is_date(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeType::Date | TimeType::Time)
}

/// Adds the day and the place of the event.
pub(super) fn add(draft: &mut Draft<'_>) {
    let document = draft.document;
    if let Some((sentence, span, day)) = day(document) {
        let value = Value::new(ClaimMeasure::EventDate, Figure::Days(day, day));
        let value = Value { days: Some((day, day)), ..value };
        draft.add(value, sentence, Bearing::of(document, sentence, span));
    }
    for event in attacks(document) {
        let Some(entity) = entity(document, event) else { continue };
        let value = Value::new(ClaimMeasure::EventPlace, Figure::Place(entity));
        let days = of_sentence(document, event.time, event.sentence);
        draft.add(
            Value { days, ..value },
            event.sentence,
            Bearing::of(document, event.sentence, event.trigger),
        );
        break;
    }
}

/// The first single day on which somebody was killed or hurt, with where that is told. Captions, of which many are
/// those of pictures from the archive, count where nothing else tells, and of several the last day.
fn day(document: &Document) -> Option<(usize, Span, Date)> {
    let harm = harm(document).map(|quantity| (quantity.sentence, quantity.span, quantity.time));
    let attacks = attacks(document).map(|event| (event.sentence, event.trigger, event.time));
    let dated = harm.chain(attacks).filter_map(|(sentence, span, time)| {
        let (first, last) = document.annotations.times.get(time?).filter(|time| is_date(time))?.days?;
        (first == last).then_some((sentence, span, first))
    });
    let is_caption = |sentence: usize| {
        document.sentences.get(sentence).is_some_and(|sentence| sentence.role == Role::Caption)
    };
    dated.min_by_key(|&(sentence, span, day)| {
        let captioned = is_caption(sentence).then_some(Reverse(day));
        (captioned, span.start())
    })
}

/// The numbers of those killed or hurt.
fn harm(document: &Document) -> impl Iterator<Item = &Quantity> {
    let is_harm = |quantity: &&Quantity| {
        let measure = quantity.measure.and_then(super::measure);
        matches!(measure, Some(ClaimMeasure::Killed | ClaimMeasure::Injured | ClaimMeasure::Casualties))
            && document.sentences.get(quantity.sentence).is_some_and(|sentence| tells(sentence.role))
    };
    document.annotations.quantities.iter().filter(is_harm)
}

/// The attacks that were, in sentences that tell of somebody killed or hurt.
fn attacks(document: &Document) -> impl Iterator<Item = &Event> {
    let mut hurt: Vec<usize> = harm(document).map(|quantity| quantity.sentence).collect();
    hurt.dedup();
    let is_attack = move |event: &&Event| {
        event.kind == Some(EventType::Assault)
            && event.status == EventStatus::Actual
            && hurt.binary_search(&event.sentence).is_ok()
    };
    document.annotations.events.iter().filter(is_attack)
}

/// The place among the entities of where `event` was.
fn entity(document: &Document, event: &Event) -> Option<u32> {
    document.annotations.mentions.get(event.place?).map(|mention| place(mention.entity))
}
