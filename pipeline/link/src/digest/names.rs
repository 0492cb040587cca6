//! The names of a document.
//!
//! Answers for: each entity's fullest name and how much of the document it bears. Leaves to others: which names of
//! several documents stand for one thing.

use schema::Document;
use schema::labels::{EntityType, Role};
use smol_str::SmolStr;

/// How many sentences of the body are its lead.
const LEAD: usize = 3;

/// An entity of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Its fullest name.
    pub(crate) text: SmolStr,
    /// What it is.
    pub(crate) kind: EntityType,
    /// How many mentions it has; the highest number stands for more.
    pub(crate) mentions: u8,
    /// Whether the headline or the lead names it.
    pub(crate) is_prominent: bool,
}

/// The entities of `document`, in their order.
pub(super) fn of(document: &Document) -> Box<[Name]> {
    let text = &document.article.text;
    let entities = document.annotations.entities.iter();
    let name = |entity: &schema::Entity| Name {
        text: SmolStr::new(entity.name.of(text)),
        kind: entity.kind,
        mentions: 0,
        is_prominent: false,
    };
    let mut names: Box<[Name]> = entities.map(name).collect();
    let prominent = prominent(document);
    for mention in &document.annotations.mentions {
        let Some(name) = names.get_mut(mention.entity) else { continue };
        name.mentions = name.mentions.saturating_add(1);
        name.is_prominent |= prominent.get(mention.sentence).copied().unwrap_or_default();
    }
    names
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
