//! Those who are spoken of, as a reader keeps them in mind.
//!
//! Answers for: what is known of each, how present each is at a sentence, and by which nouns each was introduced.
//! Leaves to others: which words speak of whom (`scene`).

use std::collections::HashMap;

use schema::labels::SourceRole;

use super::nominal::Sex;
use crate::key::{Key, KeyHashing};

/// What a referent is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Body,
    /// A name of something else.
    Thing,
}

/// One who is spoken of.
#[derive(Debug, Clone)]
pub(super) struct Referent {
    pub(super) kind: Kind,
    /// The place among the article's entities; `None` for one without a name.
    pub(super) entity: Option<usize>,
    /// Whether it was brought in as somebody new: `a witness`.
    pub(super) is_new: bool,
    pub(super) is_place: bool,
    pub(super) sex: Option<Sex>,
    pub(super) role: Option<SourceRole>,
    /// The age that the text gives.
    pub(super) age: Option<u32>,
    /// The place of the last word for it, and its sentence.
    pub(super) last: usize,
    pub(super) sentence: usize,
    /// How present it was there.
    weight: f32,
}

impl Referent {
    /// One of whom nothing was said yet.
    pub(super) fn new(kind: Kind, entity: Option<usize>) -> Self {
        Self {
            kind,
            entity,
            is_new: false,
            is_place: false,
            sex: None,
            role: None,
            age: None,
            last: 0,
            sentence: 0,
            weight: 0.0,
        }
    }

    /// Whether it is a body that is no place.
    pub(super) fn is_organisation(&self) -> bool {
        self.kind == Kind::Body && !self.is_place
    }

    /// How present it is at `sentence`: half as much a sentence later.
    pub(super) fn presence(&self, sentence: usize) -> f32 {
        let steps = i32::try_from(sentence.saturating_sub(self.sentence)).unwrap_or(i32::MAX);
        self.weight * 0.5f32.powi(steps.min(16))
    }

    /// Notes the word for it at `place` in `sentence`.
    pub(super) fn touch(&mut self, place: usize, sentence: usize, weight: f32) {
        self.weight = self.presence(sentence) + weight;
        (self.last, self.sentence) = (place, sentence);
    }
}

/// What a noun says of the one that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    /// Its lemma.
    pub(super) noun: Key,
    /// The words that tell which: names and peoples.
    pub(super) names: Vec<Key>,
    /// The words that tell what kind: `foreign`, `deputy`.
    pub(super) kinds: Vec<Key>,
}

/// The nouns by which referents were introduced.
#[derive(Debug, Default)]
pub(super) struct Introductions {
    by_noun: HashMap<Key, Vec<(usize, Description)>, KeyHashing>,
}

/// How many introductions by one noun are compared, the last first.
const COMPARED: usize = 16;

impl Introductions {
    pub(super) fn add(&mut self, referent: usize, description: Description) {
        if description.noun == Key::NONE {
            return;
        }
        let known = self.by_noun.entry(description.noun).or_default();
        if !known.iter().rev().take(COMPARED).any(|(one, before)| *one == referent && *before == description)
        {
            known.push((referent, description));
        }
    }

    /// Those whom `description` fits, each once, the one introduced last first.
    pub(super) fn fitting(&self, description: &Description) -> Vec<usize> {
        let mut fitting = Vec::new();
        for (referent, known) in
            self.by_noun.get(&description.noun).into_iter().flatten().rev().take(COMPARED)
        {
            if known.allows(description) && !fitting.contains(referent) {
                fitting.push(*referent);
            }
        }
        fitting
    }
}

impl Description {
    /// Whether `later` may speak of whom this one introduced: it may say less, and tell which where this one did not.
    fn allows(&self, later: &Self) -> bool {
        let names = self.names.is_empty() || later.names.iter().all(|name| self.names.contains(name));
        names && later.kinds.iter().all(|kind| self.kinds.contains(kind))
    }
}
