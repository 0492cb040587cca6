//! Where and when an event happened, and who says so.
//!
//! Answers for: leading each name of a place and each expression of time of a sentence to the event of its
//! clause, and the innermost attribution around an event. Leaves to others what a time or a place is.

use schema::labels::{EntityType, Relation, Upos};
use schema::{Annotations, Attribution, Span};

use super::clause;
use super::light::is_light;
use crate::key::keys;
use crate::syntax::Parse;

/// The place of no event.
const NONE: u32 = u32::MAX;

/// The events of an article by the places of their words.
pub(super) struct Triggers {
    of_word: Vec<u32>,
}

impl Triggers {
    /// No events in an article of so many words.
    pub(super) fn new(words: usize) -> Self {
        Self { of_word: vec![NONE; words] }
    }

    /// Notes that the word at `at` tells the event at `index`.
    pub(super) fn note(&mut self, at: usize, index: usize) {
        self.of_word[at] = u32::try_from(index).unwrap_or(NONE);
    }

    /// The event that the word at `at` tells.
    pub(super) fn at(&self, at: usize) -> Option<usize> {
        self.of_word.get(at).filter(|&&index| index != NONE).map(|&index| index as usize)
    }
}

/// A name of a place with the event that happened there.
pub(super) struct Place {
    pub(super) event: usize,
    /// The name's place among the mentions.
    pub(super) mention: usize,
    /// Whether it says where they are to whom the event is done: "shot two guards in Velden".
    pub(super) is_of_object: bool,
}

/// The names of places at which events happened.
pub(super) fn places<'a>(
    parse: Parse<'a>,
    found: &'a Annotations,
    triggers: &'a Triggers,
) -> impl Iterator<Item = Place> + 'a {
    let places =
        found.mentions.iter().enumerate().filter(|(_, mention)| mention.kind == EntityType::Location);
    places.filter_map(move |(mention, name)| {
        let head = head_of(parse, name.span)?;
        let (event, is_of_object) = happened_at(parse, triggers, head)?;
        Some(Place { event, mention, is_of_object })
    })
}

/// The head of the words of `span`.
fn head_of(parse: Parse<'_>, span: Span) -> Option<usize> {
    let words = parse.places(span);
    words.clone().find(|&at| parse.head(at).is_none_or(|head| !words.contains(&head)))
}

/// The event that happened at the place named at `at`, on which its phrase hangs, as "in Velden" does, and
/// whether it does so through the object.
fn happened_at(parse: Parse<'_>, triggers: &Triggers, at: usize) -> Option<(usize, bool)> {
    let mut below = at;
    let (mut is_led, mut is_of_object) = (false, false);
    for above in parse.upwards(at).skip(1) {
        is_led |= has_case_of_place(parse, below);
        let reaches = match parse.relation(below) {
            Relation::Obl => is_led,
            // "In the city of Velden" leads on, "the mayor of Velden" does not.
            Relation::Nmod if triggers.at(above).is_some() => is_led,
            Relation::Compound | Relation::NmodPoss | Relation::Amod => is_deed(parse, triggers, above),
            Relation::Nmod | Relation::Appos | Relation::NmodDesc | Relation::Flat => true,
            Relation::Obj | Relation::NsubjPass => {
                is_of_object |= !is_light(parse, above);
                is_led
            }
            _ => false,
        };
        if !reaches {
            return None;
        }
        if let Some(event) = triggers.at(above) {
            return Some((event, is_of_object));
        }
        below = above;
    }
    None
}

/// Whether a name before the noun at `at` says where: "the Velden bombing".
fn is_deed(parse: Parse<'_>, triggers: &Triggers, at: usize) -> bool {
    parse.upos(at) == Some(Upos::Noun) && triggers.at(at).is_some()
}

fn has_case_of_place(parse: Parse<'_>, at: usize) -> bool {
    let mut cases = parse.children(at).filter(|&child| parse.relation(child) == Relation::Case);
    cases.any(|case| {
        parse.words.key(case).is_any(&keys![
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "across",
            "around",
            "on",
            "over",
            "along",
            "throughout",
            "within",
            "off",
            "beside",
            "behind",
            "under",
            "beneath",
            "above",
            "by"
        ])
    })
}

/// The events at whose time an expression stands, each with the place of the expression.
pub(super) fn times<'a>(
    parse: Parse<'a>,
    found: &'a Annotations,
    triggers: &'a Triggers,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    found.times.iter().enumerate().filter_map(move |(index, time)| {
        let head = head_of(parse, time.span)?;
        Some((happened_when(parse, triggers, head)?, index))
    })
}

/// The event that happened at the time told at `at`.
fn happened_when(parse: Parse<'_>, triggers: &Triggers, at: usize) -> Option<usize> {
    let mut below = at;
    for above in parse.upwards(at).skip(1) {
        let reaches = matches!(
            parse.relation(below),
            Relation::Obl
                | Relation::OblUnmarked
                | Relation::Nmod
                | Relation::NmodUnmarked
                | Relation::NmodPoss
                | Relation::Advmod
                | Relation::Amod
                | Relation::Compound
                | Relation::Nummod
                | Relation::Appos
        );
        if !reaches {
            return None;
        }
        if let Some(event) = triggers.at(above) {
            return Some(event);
        }
        below = above;
    }
    None
}

/// The event of the verb that says of the noun at `at` that it happens, at whose place and time it did.
pub(super) fn host(parse: Parse<'_>, triggers: &Triggers, at: usize) -> Option<usize> {
    if parse.upos(at) != Some(Upos::Noun) {
        return None;
    }
    let verb = match parse.relation(at) {
        Relation::Nsubj => parse.head(at)?,
        _ => clause::governing_verb(parse, at).filter(|_| parse.relation(at) != Relation::Obl)?,
    };
    triggers.at(verb)
}

/// The contents of an article's attributions, asked from its start to its end.
pub(super) struct Contents {
    /// Each piece with its attribution, in the order of their starts.
    pieces: Vec<(Span, usize)>,
    next: usize,
    /// The pieces that have begun and may still hold what comes.
    open: Vec<(Span, usize)>,
}

impl Contents {
    /// The contents of `attributions`.
    pub(super) fn new(attributions: &[Attribution]) -> Self {
        let pieces = attributions.iter().enumerate();
        let mut pieces: Vec<(Span, usize)> = pieces
            .flat_map(|(index, attribution)| attribution.contents.iter().map(move |span| (*span, index)))
            .collect();
        pieces.sort_by_key(|(span, index)| (span.start(), std::cmp::Reverse(span.end()), *index));
        Self { pieces, next: 0, open: Vec::new() }
    }

    /// The innermost attribution around `span`, which starts nowhere before the last one asked for.
    pub(super) fn around(&mut self, span: Span) -> Option<usize> {
        while let Some(piece) = self.pieces.get(self.next).filter(|(piece, _)| piece.start() <= span.start())
        {
            self.open.push(*piece);
            self.next += 1;
        }
        self.open.retain(|(piece, _)| piece.end() > span.start());
        let around = self.open.iter().filter(|(piece, _)| piece.contains(span));
        around.min_by_key(|(piece, _)| piece.len()).map(|(_, index)| *index)
    }
}
