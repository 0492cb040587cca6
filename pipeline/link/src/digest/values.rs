//! The values that a document reports.
//!
//! Answers for: each number of people, shots or years with its bounds, whom it counts, who asserts it and how
//! surely; what became of the attacker; the day and the place of the event. A value that a document gives
//! twice counts once, where it stands first. Leaves to others: how the values of several documents stand to
//! each other.

mod attacker;
mod bearing;
mod hostages;
mod person;
mod scope;
mod setting;
#[cfg(test)]
mod tests;

use schema::labels::{
    AttackerStatus, ClaimMeasure, ClaimScope, EvidenceClass, Factuality, Measure, Party, QuantityType, Role,
    SourceRole, Upos, ValueModifier,
};
use schema::{Date, Document, Quantity};
use smol_str::SmolStr;

use super::heap_size;
use bearing::Bearing;

/// The values of a document and those who assert them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Values {
    /// The values in the order of the text.
    pub(crate) all: Box<[Value]>,
    /// Those who assert one.
    pub(crate) asserters: Box<[Asserter]>,
}

/// A reported value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Value {
    /// What it is the value of.
    pub(crate) measure: ClaimMeasure,
    /// The value.
    pub(crate) figure: Figure,
    /// Whom it counts; `None` where it is no number of people.
    pub(crate) scope: Option<ClaimScope>,
    /// The side that those counted are on; `None` where that is not told.
    pub(crate) party: Option<Party>,
    /// The place among the document's entities of the one whom it is told of; `None` where that is nobody by
    /// name.
    pub(crate) about: Option<u32>,
    /// The strongest doubt that bears on it.
    pub(crate) hedge: Option<EvidenceClass>,
    /// How certain it is, by whoever asserts it.
    pub(crate) factuality: Factuality,
    /// The place of who asserts it among the asserters; `None` where the author does.
    pub(crate) asserter: Option<u16>,
    /// The place of its sentence, from 0.
    pub(crate) sentence: u32,
    /// The first and the last day on which it was so; `None` where nothing tells.
    pub(crate) days: Option<(Date, Date)>,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Figure {
    /// A number from `min` to `max`, either of which may be infinite.
    Number {
        /// The lowest value meant.
        min: f64,
        /// The highest value meant.
        max: f64,
        /// How it is to be taken; `None` where it is meant exactly.
        modifier: Option<ValueModifier>,
    },
    /// What became of the attacker.
    Status(AttackerStatus),
    /// A first and a last day.
    Days(Date, Date),
    /// The place of a place among the document's entities.
    Place(u32),
}

/// Who asserts a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asserter {
    /// The words that name or describe it; `None` where an attribution names nobody.
    pub(crate) text: Option<SmolStr>,
    /// The place among the document's entities of what they stand for; `None` where that is not told.
    pub(crate) entity: Option<u32>,
    /// Who stands behind them.
    pub(crate) role: SourceRole,
}

impl Values {
    /// The values of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let mut draft = Draft { document, all: Vec::new(), asserters: Vec::new() };
        for quantity in &document.annotations.quantities {
            draft.add_quantity(quantity);
        }
        hostages::add(&mut draft);
        attacker::add(&mut draft);
        setting::add(&mut draft);
        draft.finish()
    }

    /// How many bytes its lists take.
    pub(super) fn size(&self) -> usize {
        let texts = self.asserters.iter().filter_map(|asserter| asserter.text.as_ref());
        size_of_val(&*self.all) + size_of_val(&*self.asserters) + texts.map(heap_size).sum::<usize>()
    }
}

/// Values in the making.
#[derive(Debug)]
struct Draft<'d> {
    document: &'d Document,
    all: Vec<Value>,
    asserters: Vec<Asserter>,
}

impl Draft<'_> {
    fn add_quantity(&mut self, quantity: &Quantity) {
        let Some(measure) = quantity.measure.and_then(measure) else { return };
        let is_one = quantity.kind == QuantityType::Singular;
        let is_count = is_one || matches!(quantity.kind, QuantityType::Cardinal | QuantityType::Age);
        // One who was hit may live or not, and most articles tell later which.
        if !is_count || (is_one && measure == ClaimMeasure::Casualties) {
            return;
        }
        let (about, party) = person::of(self.document, quantity);
        if measure == ClaimMeasure::Age && about.is_none() && party.is_none() {
            return;
        }
        let bearing = Bearing::of_quantity(self.document, quantity);
        let value = Value {
            scope: scope::of(self.document, quantity, measure),
            about,
            party,
            days: setting::days(self.document, quantity, measure),
            ..Value::number(measure, quantity.value_min, quantity.value_max, quantity.modifier)
        };
        self.add(value, quantity.sentence, bearing);
        attacker::add_fate(self, quantity, bearing);
    }

    /// Adds `value`, which stands in `sentence` under `bearing`.
    fn add(&mut self, value: Value, sentence: usize, bearing: Bearing) {
        let Some(role) = self.document.sentences.get(sentence).map(|sentence| sentence.role) else { return };
        if !tells(role) {
            return;
        }
        let asserter = bearing.attribution.map(|attribution| self.asserter(attribution));
        let Bearing { hedge, factuality, .. } = bearing;
        let sentence = place(sentence);
        self.all.push(Value { hedge, factuality, asserter, sentence, ..value });
    }

    /// The place of the source of `attribution` among those who assert values; where it names none, of the
    /// one who says that it was said.
    fn asserter(&mut self, attribution: usize) -> u16 {
        let all = &self.document.annotations.attributions;
        let outwards = std::iter::successors(all.get(attribution), |inner| all.get(inner.parent?));
        let source = outwards.flat_map(|found| found.source.as_ref()).next();
        let asserter = Asserter {
            text: source.map(|source| SmolStr::new(source.span.of(&self.document.article.text))),
            entity: source.and_then(|source| source.entity.ok()).map(place),
            role: source.map_or(SourceRole::Other, |source| source.role),
        };
        let known = self.asserters.iter().position(|known| *known == asserter);
        let at = known.unwrap_or_else(|| {
            self.asserters.push(asserter);
            self.asserters.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn finish(mut self) -> Values {
        self.all.sort_by_key(|value| value.sentence);
        let mut all: Vec<Value> = Vec::with_capacity(self.all.len());
        for value in self.all {
            if !all.iter().any(|known| known.says(&value)) {
                all.push(value);
            }
        }
        Values { all: all.into_boxed_slice(), asserters: self.asserters.into_boxed_slice() }
    }
}

impl Value {
    /// The value from `min` to `max` of which nothing else is known.
    pub(crate) const fn number(
        measure: ClaimMeasure,
        min: Option<f64>,
        max: Option<f64>,
        modifier: Option<ValueModifier>,
    ) -> Self {
        let min = match min {
            Some(min) => min,
            None => f64::NEG_INFINITY,
        };
        let max = match max {
            Some(max) => max,
            None => f64::INFINITY,
        };
        Self::new(measure, Figure::Number { min, max, modifier })
    }

    /// The value of which nothing else is known.
    pub(crate) const fn new(measure: ClaimMeasure, figure: Figure) -> Self {
        Self {
            measure,
            figure,
            scope: None,
            party: None,
            about: None,
            hedge: None,
            factuality: Factuality::Unknown,
            asserter: None,
            sentence: 0,
            days: None,
        }
    }

    /// Whether it says what `other` says, by the same one and as surely.
    fn says(&self, other: &Self) -> bool {
        let rest = Self { sentence: self.sentence, days: self.days, ..*other };
        *self == rest
    }
}

/// Nouns for events of which an article with several in its headline sums them up.
const EVENTS: &[&str] = &[
    "accident", "attack", "crash", "fire", "homicide", "incident", "killing", "murder", "shooting",
    "stabbing",
];

/// Whether the headline of `document` sums up several events: "weekend shootings".
pub(super) fn is_roundup(document: &Document) -> bool {
    let text = document.article.text.as_str();
    let headline = document.sentences.iter().position(|sentence| sentence.role == Role::Headline);
    let mut tokens = headline.map_or(&[][..], |at| person::tokens(document, at)).iter();
    tokens.any(|token| {
        let lemma = token.lemma.as_deref().unwrap_or_default();
        let is_plural = token.upos == Some(Upos::Noun) && token.span.of(text).ends_with('s');
        lemma.eq_ignore_ascii_case("weekend")
            || is_plural && EVENTS.iter().any(|event| lemma.eq_ignore_ascii_case(event))
    })
}

/// What claims make of what the third stage counts; `None` where they leave it out.
const fn measure(measure: Measure) -> Option<ClaimMeasure> {
    match measure {
        Measure::Killed => Some(ClaimMeasure::Killed),
        Measure::Injured => Some(ClaimMeasure::Injured),
        Measure::Casualties => Some(ClaimMeasure::Casualties),
        Measure::Missing => Some(ClaimMeasure::Missing),
        Measure::Arrested => Some(ClaimMeasure::Arrested),
        Measure::Displaced => Some(ClaimMeasure::Displaced),
        Measure::Rescued => Some(ClaimMeasure::Rescued),
        Measure::Hostages => Some(ClaimMeasure::Hostages),
        Measure::Shots => Some(ClaimMeasure::Shots),
        Measure::Attackers => Some(ClaimMeasure::Attackers),
        Measure::Age => Some(ClaimMeasure::Age),
        Measure::Participants | Measure::Money | Measure::Duration => None,
    }
}

/// Whether the sentences of this role tell the story.
const fn tells(role: Role) -> bool {
    use Role::{Body, Caption, Dateline, Deck, Headline, ListItem, PullQuote, Subheading};
    matches!(role, Headline | Deck | Dateline | Subheading | Body | Caption | PullQuote | ListItem)
}

/// A place in a list of the document; no article is so long that it does not fit.
pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
