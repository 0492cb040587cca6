//! The places, organisations and other things of a story.
//!
//! Answers for: which names are cut short, initials or misspellings of others. Leaves to others: persons (`people`).

use std::collections::HashMap;

use names::{acronym, initials, is_near, is_shortened, key, known, romanised};
use schema::labels::EntityType;

use super::{COMPARED, Part, edges, meet_by_keys, only_bearer};
use crate::entities::bearers::Bearers;
use crate::entities::spellings::{Form, Name, Spellings};

/// The shortest name that may be misspelt, in bytes.
const SHORTEST: usize = 7;

/// How many times more documents must have the right spelling.
const RARER: u32 = 3;

/// The names of a story that are no persons'.
#[derive(Debug)]
pub(super) struct Things<'s> {
    all: Vec<Thing<'s>>,
    /// All names of the run, by their places.
    names: &'s [Name<'s>],
}

/// One of them.
#[derive(Debug)]
struct Thing<'s> {
    part: &'s Part,
    name: &'s Name<'s>,
    key: String,
}

impl Thing<'_> {
    fn words(&self) -> Vec<&str> {
        self.key.split(' ').collect()
    }

    /// Whether the kinds let two names be of one bearer.
    fn is_alike(&self, other: &Self) -> bool {
        let (one, other) = (self.name.kind, other.name.kind);
        one == other || one == EntityType::Miscellaneous || other == EntityType::Miscellaneous
    }
}

impl<'s> Things<'s> {
    /// The names among `parts` that are no persons'.
    pub(super) fn of(parts: &'s [Part], spellings: &'s Spellings<'s>) -> Self {
        let thing = |part: &'s Part| {
            let name = &spellings.names[part.name as usize];
            (name.kind != EntityType::Person).then(|| Thing { part, name, key: key(&romanised(name.text)) })
        };
        Self { all: parts.iter().filter_map(thing).collect(), names: &spellings.names }
    }

    /// Calls `tell` for each of `parts`, words that a document takes for persons' names, with the one thing that others of the
    /// story call so.
    pub(super) fn name_misread(
        &self,
        parts: &[&Part],
        bearers: &mut Bearers,
        mut tell: impl FnMut(&Part, u32),
    ) {
        let mut by_key: HashMap<&str, Vec<u32>> = HashMap::new();
        for thing in self.all.iter().filter(|thing| thing.name.form != Form::Short) {
            by_key.entry(&thing.key).or_default().push(thing.part.name);
        }
        for part in parts {
            let key = key(&romanised(self.names[part.name as usize].text));
            let same = by_key.get(key.as_str()).into_iter().flatten().copied();
            if let Some(meant) = only_bearer(same, bearers) {
                tell(part, meant);
            }
        }
    }

    /// Joins a rare name to a much more frequent one that is spelt nearly alike, but for two that a document keeps apart.
    pub(super) fn join_misspelt(&self, bearers: &mut Bearers) {
        let long = self.all.iter().enumerate().filter(|(_, thing)| thing.key.len() >= SHORTEST);
        let keyed = long.flat_map(|(at, thing)| edges(&thing.key).map(move |edge| (edge, at))).collect();
        meet_by_keys(keyed, |one, other| {
            let (one, other) = (&self.all[one], &self.all[other]);
            let (few, many) =
                (one.name.documents.min(other.name.documents), one.name.documents.max(other.name.documents));
            let is_rarer = few.saturating_mul(RARER) <= many;
            if is_rarer
                && one.name.kind == other.name.kind
                && is_near(&one.key, &other.key)
                && !one.part.is_beside(other.part)
            {
                bearers.join(one.part.name, other.part.name);
            }
        });
    }

    /// Calls `tell` for each acronym whose letters begin the words of one name alone, with that name.
    pub(super) fn name_acronyms(&self, bearers: &mut Bearers, mut tell: impl FnMut(&Part, u32)) {
        let mut by_initials: HashMap<String, Vec<&Thing<'_>>> = HashMap::new();
        for thing in self.all.iter().filter(|thing| thing.key.contains(' ')) {
            let [great, all] = initials(&romanised(thing.name.text));
            if great != all {
                by_initials.entry(all).or_default().push(thing);
            }
            by_initials.entry(great).or_default().push(thing);
        }
        for short in self.all.iter().filter(|thing| thing.name.form == Form::Acronym) {
            let fitting = acronym(short.name.text).and_then(|letters| by_initials.get(&letters));
            let fitting = fitting.into_iter().flatten().filter(|full| short.is_alike(full));
            if let Some(full) = only_bearer(fitting.map(|full| full.part.name), bearers) {
                tell(short.part, full);
            }
        }
    }

    /// Calls `tell` for each organisation's name that is one other alone cut short, with that one.
    pub(super) fn name_shortened(&self, bearers: &mut Bearers, mut tell: impl FnMut(&Part, u32)) {
        let organisations = || self.all.iter().filter(|thing| thing.name.kind == EntityType::Organisation);
        let mut by_word: HashMap<&str, Vec<&Thing<'_>>> = HashMap::new();
        for thing in organisations().filter(|thing| thing.name.form == Form::Full && thing.key.contains(' '))
        {
            for word in thing.words() {
                by_word.entry(word).or_default().push(thing);
            }
        }
        for short in organisations().filter(|thing| thing.name.form != Form::Acronym) {
            let words = short.words();
            let near = by_word.get(words[0]).into_iter().flatten().take(COMPARED);
            let fits = |full: &&&Thing<'_>| {
                is_shortened(&words, &full.words(), known) && !short.part.is_beside(full.part)
            };
            if let Some(full) = only_bearer(near.filter(fits).map(|full| full.part.name), bearers) {
                tell(short.part, full);
            }
        }
    }
}
