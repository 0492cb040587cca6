//! What a story is about.
//!
//! Answers for: the linked entities that most documents of a story name, and the place among them. Leaves to others: which
//! documents tell one story (`stories`).

use std::collections::BTreeMap;

use schema::labels::EntityType;

use super::Entities;
use crate::corpus::Corpus;

/// The most entities that are told.
const TOLD: usize = 8;

/// What a story is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Subject {
    /// The linked place that most of its documents name; `None` where they name none.
    pub(crate) place: Option<usize>,
    /// The linked entities that most of its documents name, and one in its headline or lead, most important first.
    pub(crate) entities: Vec<usize>,
}

/// How much a story's documents make of an entity. In the order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Weight {
    /// How many name it in the headline or the lead.
    prominent: usize,
    /// How many name it.
    documents: usize,
    /// How often they name it.
    mentions: usize,
}

impl Subject {
    /// What the documents of these ranks are about, whose entities are `entities`.
    pub(crate) fn of(corpus: &Corpus<'_>, entities: &Entities, ranks: &[u32]) -> Self {
        let weights = weights(corpus, entities, ranks);
        let kind = |entity: u32| entities.all[entity as usize].kind;
        let places = weights.iter().filter(|(entity, _)| kind(**entity) == EntityType::Location);
        let place = places.rev().max_by_key(|(_, weight)| (weight.documents, **weight));
        let is_told = |weight: &Weight| weight.prominent > 0 && 2 * weight.documents > ranks.len();
        let mut told: Vec<(&u32, &Weight)> = weights.iter().filter(|(_, weight)| is_told(weight)).collect();
        told.sort_by_key(|&(entity, weight)| (std::cmp::Reverse(weight), entity));
        Self {
            place: place.map(|(&entity, _)| entity as usize),
            entities: told.into_iter().take(TOLD).map(|(&entity, _)| entity as usize).collect(),
        }
    }
}

fn weights(corpus: &Corpus<'_>, entities: &Entities, ranks: &[u32]) -> BTreeMap<u32, Weight> {
    let mut weights: BTreeMap<u32, Weight> = BTreeMap::new();
    for &rank in ranks {
        let mut own: BTreeMap<u32, (bool, usize)> = BTreeMap::new();
        for (name, &entity) in corpus.digest(rank).names.iter().zip(entities.of_document(rank)) {
            let (is_prominent, mentions) = own.entry(entity).or_default();
            *is_prominent |= name.is_prominent;
            *mentions += usize::from(name.mentions);
        }
        for (entity, (is_prominent, mentions)) in own {
            let weight = weights.entry(entity).or_default();
            weight.prominent += usize::from(is_prominent);
            weight.documents += 1;
            weight.mentions += mentions;
        }
    }
    weights
}
