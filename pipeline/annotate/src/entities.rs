//! The names of one thing in an article.
//!
//! # What it marks
//!
//! Entities: which names share a bearer, and the fullest name of each bearer. In the order of their first names.
//!
//! # How it decides
//!
//! Every spelling is read once (`spellings`). Persons share nothing with places and organisations. Two full names
//! are one person's when surname and given names agree, initials, short forms and misspellings allowed; a surname
//! alone is the person's who bears it, the last one mentioned where several do; a given name alone is hers who alone
//! bears it (`persons`). Other names are one when they are equal, one is a by-name, the initials or a short form of
//! the other, or one is misspelt (`bodies`). Where two full names fit, none is taken. One word that is now a person,
//! now a place is taken for the person where the article names her in full, and else for the place.
//!
//! # Example
//!
//! ```text
//! Ada Brandt of the Velden Transport Agency (VTA) resigned. "Brandt was good," the agency's Omar Reed said. VTA ...
//! 0             1                           1                2                              3               1
//! ```
//! where 0 and 2 are one: `Ada Brandt`.
//!
//! # Known misses
//!
//! - Families ("the Brandts") are no entity of theirs; a person who changes the surname is two.
//! - A team that is called by its town, and the town.
//! - Persons of one name.
//!
//! # Sources
//!
//! The crate `names` with its lists; the lists of names that the network reads.

mod bodies;
mod persons;
mod spellings;

use schema::labels::EntityType;
use schema::{Entity, Mention};

use spellings::{Bearer, Spellings};

/// How many sentences back a name is near.
const NEAR: usize = 1;

/// Gives every mention its entity, and the entities in the order of their first mentions.
pub(crate) fn gather(text: &str, mentions: &mut [Mention]) -> Vec<Entity> {
    let mut spellings = Spellings::of(text, mentions);
    bodies::find(text, mentions, &mut spellings);
    persons::find(&mut spellings);
    let groups = groups(mentions, &spellings);
    let mut entities = Entities::default();
    for (mention, (group, spelling)) in mentions.iter_mut().zip(groups) {
        mention.entity = entities.add(group, spelling, mention.kind);
    }
    entities.finish(&spellings)
}

/// The group and the spelling of every mention.
fn groups(mentions: &[Mention], spellings: &Spellings<'_>) -> Vec<(usize, usize)> {
    let mut presence = vec![Presence::default(); spellings.groups];
    let mut groups = Vec::with_capacity(mentions.len());
    for (mention, &spelling) in mentions.iter().zip(&spellings.of_mentions) {
        let group = match &spellings.all[spelling].bearer {
            Bearer::One(group) => {
                presence[*group].last = Some(mention.sentence);
                *group
            }
            Bearer::OneOf(some) => {
                let near = |group: &usize| presence[*group].nearness(mention.sentence);
                some.iter().copied().rev().max_by_key(near).unwrap_or_default()
            }
        };
        presence[group].count += 1;
        groups.push((group, spelling));
    }
    groups
}

/// How present a bearer is to the reader who meets a name that several may bear.
#[derive(Debug, Clone, Copy, Default)]
struct Presence {
    /// The sentence of the last name that nobody else bears.
    last: Option<usize>,
    /// How many names there have been.
    count: usize,
}

impl Presence {
    /// Whoever was named in this sentence or the one before is nearest, then whoever was named most often.
    fn nearness(self, sentence: usize) -> (usize, usize) {
        let is_near = |last: &usize| last + NEAR >= sentence;
        (self.last.filter(is_near).map_or(0, |last| last + 1), self.count)
    }
}

/// The entities as they are met.
#[derive(Debug, Default)]
struct Entities {
    of_groups: Vec<Option<usize>>,
    found: Vec<Votes>,
}

/// What the mentions of an entity say of it.
#[derive(Debug)]
struct Votes {
    kinds: [u32; EntityType::ALL.len()],
    /// How often each spelling stands for it.
    spellings: Vec<(usize, u32)>,
}

impl Entities {
    /// Counts a mention; its entity.
    fn add(&mut self, group: usize, spelling: usize, kind: EntityType) -> usize {
        if self.of_groups.len() <= group {
            self.of_groups.resize(group + 1, None);
        }
        let entity = *self.of_groups[group].get_or_insert(self.found.len());
        if entity == self.found.len() {
            self.found.push(Votes { kinds: Default::default(), spellings: Vec::new() });
        }
        let votes = &mut self.found[entity];
        votes.kinds[kind as usize] += 1;
        match votes.spellings.iter_mut().find(|(known, _)| *known == spelling) {
            Some((_, count)) => *count += 1,
            None => votes.spellings.push((spelling, 1)),
        }
        entity
    }

    fn finish(self, spellings: &Spellings<'_>) -> Vec<Entity> {
        self.found.iter().map(|votes| votes.entity(spellings)).collect()
    }
}

impl Votes {
    fn entity(&self, spellings: &Spellings<'_>) -> Entity {
        let most = self.kinds.iter().max().copied().unwrap_or_default();
        let is_most = |kind: &&EntityType| self.kinds[**kind as usize] == most;
        let kind = EntityType::ALL.iter().find(is_most).copied().unwrap_or(EntityType::Miscellaneous);
        // Of equal ones the first is taken.
        let fullest = self
            .spellings
            .iter()
            .rev()
            .max_by_key(|(spelling, count)| spellings.all[*spelling].fullness(*count));
        let name = fullest.map(|(spelling, _)| spellings.all[*spelling].span).unwrap_or_default();
        Entity { kind, name }
    }
}
