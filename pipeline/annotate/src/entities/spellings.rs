//! The spellings of the names in an article.
//!
//! Answers for: which mentions are spelt alike, so that each spelling is read once, and how full a name it is. Leaves
//! to others: whose names they are.

use std::collections::HashMap;

use schema::labels::EntityType;
use schema::{Mention, Span};

/// Whose name a spelling is.
#[derive(Debug, Clone)]
pub(super) enum Bearer {
    /// This group's.
    One(usize),
    /// Of the one among these groups that was mentioned last.
    OneOf(Vec<usize>),
}

/// One spelling of a name.
#[derive(Debug)]
pub(super) struct Spelling<'t> {
    pub(super) text: &'t str,
    /// Where it stands first.
    pub(super) span: Span,
    /// What most of it name, the first of them where they are level.
    pub(super) kind: EntityType,
    pub(super) bearer: Bearer,
}

/// All spellings, in the order of their first mentions.
#[derive(Debug)]
pub(super) struct Spellings<'t> {
    pub(super) all: Vec<Spelling<'t>>,
    /// The spelling of each mention.
    pub(super) of_mentions: Vec<usize>,
    /// How many groups there are.
    pub(super) groups: usize,
    /// Where each text stands among them, as a person's name and as another.
    places: HashMap<(&'t str, bool), usize>,
}

impl<'t> Spellings<'t> {
    /// The spellings of `mentions`. A person and something else that are spelt alike are two.
    pub(super) fn of(text: &'t str, mentions: &[Mention]) -> Self {
        let (places, of_mentions) =
            (HashMap::with_capacity(mentions.len()), Vec::with_capacity(mentions.len()));
        let mut spellings = Self { all: Vec::new(), of_mentions, groups: 0, places };
        for mention in mentions {
            let name = mention.span.of(text);
            let is_person = mention.kind == EntityType::Person;
            let place = *spellings.places.entry((name, is_person)).or_insert_with(|| {
                let (span, kind, bearer) = (mention.span, mention.kind, Bearer::OneOf(Vec::new()));
                spellings.all.push(Spelling { text: name, span, kind, bearer });
                spellings.all.len() - 1
            });
            spellings.of_mentions.push(place);
        }
        spellings
    }

    /// The bearer of what is no person and spelt as the person's name at `place`.
    pub(super) fn namesake(&self, place: usize) -> Option<Bearer> {
        let place = self.places.get(&(self.all[place].text, false))?;
        Some(self.all[*place].bearer.clone())
    }

    /// A new group.
    pub(super) fn group(&mut self) -> usize {
        self.groups += 1;
        self.groups - 1
    }
}

impl Spelling<'_> {
    /// How full a name it is, where it stands `count` times for its bearer. Persons go by the usual of their full
    /// names, places by the usual one, the rest by the longest; capitals throughout are a headline or an acronym.
    pub(super) fn fullness(&self, count: u32) -> [usize; 4] {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let words = self.text.split(' ').count();
        let is_small = usize::from(self.text.chars().any(char::is_lowercase));
        match self.kind {
            EntityType::Person => [is_small, words.min(2), count, self.text.len()],
            EntityType::Location => [is_small, count, words, self.text.len()],
            _ => [is_small, words, count, self.text.len()],
        }
    }
}
