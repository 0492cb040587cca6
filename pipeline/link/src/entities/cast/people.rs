//! The persons of a story.
//!
//! Answers for: which full names are one person's in another spelling, and who is meant by a surname, initials, or a name
//! that fits several persons elsewhere. Leaves to others: things (`things`).

use std::collections::HashMap;

use names::{PersonalName, is_misspelt, sound, usual_form};
use schema::labels::EntityType;

use super::{COMPARED, Part, edges, meet_by_keys, only_bearer};
use crate::digest::{pair_hash, text_hash};
use crate::entities::bearers::{Bearers, agree};
use crate::entities::persons::Families;
use crate::entities::spellings::{Form, Spellings, person};

/// The persons' names of a story.
#[derive(Debug)]
pub(super) struct People<'s> {
    /// Those that say who is meant.
    full: Vec<(&'s Part, PersonalName)>,
    /// Those that do not, the longer first.
    short: Vec<(&'s Part, PersonalName)>,
    spellings: &'s Spellings<'s>,
    families: &'s Families,
}

impl<'s> People<'s> {
    /// The persons' names among `parts`.
    pub(super) fn of(parts: &'s [Part], spellings: &'s Spellings<'s>, families: &'s Families) -> Self {
        let name = |part: &Part| &spellings.names[part.name as usize];
        let people = parts.iter().filter(|part| name(part).kind == EntityType::Person);
        let is_full = |part: &Part| name(part).form == Form::Full && !families.is_shared(part.name);
        let (full, mut short): (Vec<_>, Vec<_>) =
            people.map(|part| (part, person(name(part).text))).partition(|(part, _)| is_full(part));
        short.sort_by_key(|(_, name)| std::cmp::Reverse(name.words.len()));
        Self { full, short, spellings, families }
    }

    /// Joins full names that are one person's, but for two that a document keeps apart.
    pub(super) fn join(&self, bearers: &mut Bearers) {
        let keyed = self.full.iter().enumerate();
        let keyed =
            keyed.flat_map(|(at, (_, name))| keys(name).into_iter().map(move |key| (key, at))).collect();
        meet_by_keys(keyed, |one, other| {
            let ((one, name), (other, other_name)) = (&self.full[one], &self.full[other]);
            if agree(name, other_name) && !self.are_two_families(name, other_name) && !one.is_beside(other) {
                bearers.join_agreeing(one.name, other.name, &self.spellings.names);
            }
        });
    }

    /// Whether the surnames differ and both are borne by others as well, so that none is the other misspelt.
    fn are_two_families(&self, one: &PersonalName, other: &PersonalName) -> bool {
        let (one, other) = (one.family(), other.family());
        one != other && self.families.is_established(one) && self.families.is_established(other)
    }

    /// Calls `tell` for each name that does not say who is meant, where one person of the story fits alone, with a name of
    /// that person. The names that are no more than a word and fit nobody.
    pub(super) fn name(&self, bearers: &mut Bearers, mut tell: impl FnMut(&Part, u32)) -> Vec<&'s Part> {
        let (mut known, mut unknown) = (Known::default(), Vec::new());
        self.full.iter().for_each(|(part, name)| known.add(name, (part, part.name)));
        for (part, name) in &self.short {
            let fitting = self.fitting(name, part, &known);
            if fitting.is_empty() && name.is_bare() {
                unknown.push(*part);
            }
            let meant = only_bearer(fitting.into_iter(), bearers);
            if let Some(full) = meant {
                tell(part, full);
            }
            let is_full = self.spellings.names[part.name as usize].form == Form::Full;
            if let Some(full) = meant.or(is_full.then_some(part.name)) {
                known.add(name, (part, full));
            }
        }
        unknown
    }

    /// The names of those who are known and may be meant by `name`, which `part` bears.
    fn fitting(&self, name: &PersonalName, part: &Part, known: &Known<'_>) -> Vec<u32> {
        let with = |key: u64| known.by_key.get(&key).into_iter().flatten().take(COMPARED);
        let family = name.family();
        let same = with(text_hash(family))
            .filter(|(full, _, _)| full.family() == family && (name.is_bare() || agree(full, name)));
        let fitting: Vec<u32> =
            same.filter(|(_, other, _)| !part.is_beside(other)).map(|(.., full)| *full).collect();
        if !fitting.is_empty() || !name.is_bare() || self.families.is_established(family) {
            return fitting;
        }
        let near = edges(family)
            .flat_map(with)
            .filter(|(full, ..)| is_misspelt(full.family(), family, names::known));
        near.filter(|(_, other, _)| !part.is_beside(other)).map(|(.., full)| *full).collect()
    }
}

/// Those whose full names are known, by surname and by how it begins and ends.
#[derive(Debug, Default)]
struct Known<'p> {
    by_key: HashMap<u64, Vec<(&'p PersonalName, &'p Part, u32)>>,
}

impl<'p> Known<'p> {
    /// Adds the name of `part`, whose bearer has the name `full`.
    fn add(&mut self, name: &'p PersonalName, (part, full): (&'p Part, u32)) {
        if name.is_bare() {
            return;
        }
        for key in edges(name.family()).chain([text_hash(name.family())]) {
            self.by_key.entry(key).or_default().push((name, part, full));
        }
    }
}

/// What two spellings of a name may have in common: the surname, its sound, how it begins or ends; the words in any order.
fn keys(name: &PersonalName) -> Vec<u64> {
    let family = name.family();
    let given = text_hash(usual_form(&name.words[0]));
    let letter = name.words[0].chars().next().map_or(0, u64::from);
    let mut keys = vec![pair_hash(text_hash(family), letter), pair_hash(text_hash(&sound(family)), given)];
    keys.extend(edges(family).map(|edge| pair_hash(edge, given)));
    keys.extend(
        name.words[..name.words.len() - 1].iter().map(|word| pair_hash(text_hash(word), text_hash(family))),
    );
    if let [one, other] = &name.words[..] {
        keys.push(pair_hash(text_hash(other), text_hash(one)));
    }
    keys
}
