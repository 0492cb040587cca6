//! The names of a document.
//!
//! Answers for: each entity's fullest name and how much of the document it bears. Leaves to others: which names of
//! several documents stand for one thing.

use schema::Document;
use schema::labels::{EntityType, Role};

use super::values::place;

/// How many sentences of the body are its lead.
const LEAD: usize = 3;

/// The entities of a document, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Names {
    /// Their fullest names, one behind the other.
    texts: Box<str>,
    all: Box<[Packed]>,
}

/// An entity, its name aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed {
    /// Where its name ends, and the next one begins.
    end: u32,
    kind: EntityType,
    mentions: u8,
    is_prominent: bool,
}

/// An entity of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name<'d> {
    /// Its fullest name.
    pub(crate) text: &'d str,
    /// What it is.
    pub(crate) kind: EntityType,
    /// How many mentions it has; the highest number stands for more.
    pub(crate) mentions: u8,
    /// Whether the headline or the lead names it.
    pub(crate) is_prominent: bool,
}

impl Names {
    /// Those of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let mut texts = String::new();
        let packed = |entity: &schema::Entity| {
            texts.push_str(entity.name.of(&document.article.text));
            Packed { end: place(texts.len()), kind: entity.kind, mentions: 0, is_prominent: false }
        };
        let mut all: Box<[Packed]> = document.annotations.entities.iter().map(packed).collect();
        let prominent = prominent(document);
        for mention in &document.annotations.mentions {
            let Some(name) = all.get_mut(mention.entity) else { continue };
            name.mentions = name.mentions.saturating_add(1);
            name.is_prominent |= prominent.get(mention.sentence).copied().unwrap_or_default();
        }
        Self { texts: texts.into_boxed_str(), all }
    }

    /// The entity at this place.
    pub(crate) fn get(&self, place: usize) -> Option<Name<'_>> {
        let Packed { end, kind, mentions, is_prominent } = *self.all.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.all[before].end);
        Some(Name { text: &self.texts[start as usize..end as usize], kind, mentions, is_prominent })
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Name<'_>> {
        (0..self.all.len()).filter_map(|place| self.get(place))
    }

    /// How many bytes its lists take.
    pub(super) fn size(&self) -> usize {
        self.texts.len() + size_of_val(&*self.all)
    }
}

/// For each sentence of `document` whether it is of the headline or the lead.
pub(super) fn prominent(document: &Document) -> Vec<bool> {
    let mut lead = 0;
    let mut is_prominent = |role| {
        lead += usize::from(role == Role::Body);
        matches!(role, Role::Headline | Role::Deck) || (role == Role::Body && lead <= LEAD)
    };
    document.sentences.iter().map(|sentence| is_prominent(sentence.role)).collect()
}
