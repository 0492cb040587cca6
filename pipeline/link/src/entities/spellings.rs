//! The names of all documents, each spelling once.
//!
//! Answers for: which spellings are one name wherever they stand (marks, titles, particles, by-names), and how much a name
//! says of its bearer. Leaves to others: which names stand for one thing.

use std::collections::HashMap;

use names::{PersonalName, acronym, has_by_names, is_initial, key, known, romanised};
use schema::labels::EntityType;

use crate::corpus::Corpus;

/// A spelling of a name.
#[derive(Debug)]
pub(super) struct Spelling<'d> {
    pub(super) text: &'d str,
    pub(super) kind: EntityType,
    /// The place of the name.
    name: u32,
}

/// How much a name says of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A person's surname with a given name; another thing's name.
    Full,
    /// The initials of another thing.
    Acronym,
    /// A surname, a given name or initials alone; a word that any body of its sort goes by.
    Short,
}

/// A name: spellings that are one.
#[derive(Debug)]
pub(super) struct Name<'d> {
    /// Its first spelling.
    pub(super) text: &'d str,
    pub(super) kind: EntityType,
    pub(super) form: Form,
    /// How many documents have it, short forms aside.
    pub(super) documents: u32,
}

/// The names of all documents.
#[derive(Debug)]
pub(super) struct Spellings<'d> {
    pub(super) all: Vec<Spelling<'d>>,
    pub(super) names: Vec<Name<'d>>,
    /// The spelling of each entity, document by document in the order of their ranks.
    pub(super) of: Vec<u32>,
    /// Where each document's begin in that list, and its end.
    pub(super) starts: Vec<usize>,
}

impl<'d> Spellings<'d> {
    /// The names of `corpus`.
    pub(super) fn of(corpus: &Corpus<'d>) -> Self {
        let mut read = Self { all: Vec::new(), names: Vec::new(), of: Vec::new(), starts: vec![0] };
        let mut places: HashMap<(&str, EntityType), u32> = HashMap::new();
        let mut keys: HashMap<(String, EntityType), u32> = HashMap::new();
        for digest in corpus.digests() {
            for name in digest.names.iter() {
                let (text, kind) = (name.text, name.kind);
                let spelling = *places.entry((text, kind)).or_insert_with(|| read.add(text, kind, &mut keys));
                let name = read.all[spelling as usize].name;
                read.names[name as usize].documents += 1;
                read.of.push(spelling);
            }
            read.starts.push(read.of.len());
        }
        read
    }

    /// Reads a new spelling; its place.
    fn add(&mut self, text: &'d str, kind: EntityType, keys: &mut HashMap<(String, EntityType), u32>) -> u32 {
        let (key, form) = if kind == EntityType::Person { personal(text) } else { bodily(text) };
        let name = *keys.entry((key, kind)).or_insert_with(|| {
            self.names.push(Name { text, kind, form, documents: 0 });
            count(self.names.len()) - 1
        });
        self.all.push(Spelling { text, kind, name });
        count(self.all.len()) - 1
    }

    /// The names of the document of this rank, in its order.
    pub(super) fn names_of(&self, rank: u32) -> impl Iterator<Item = u32> {
        let of = &self.of[self.starts[rank as usize]..self.starts[rank as usize + 1]];
        of.iter().map(|&spelling| self.all[spelling as usize].name)
    }

    /// How full a name the spelling at this place is: capitals throughout are a headline or an acronym. Places go by any of
    /// their names.
    pub(super) fn fullness(&self, spelling: u32) -> (bool, usize) {
        let spelling = &self.all[spelling as usize];
        let has_small = spelling.text.chars().any(char::is_lowercase);
        let is_place = spelling.kind == EntityType::Location;
        let words = if is_place { 2 } else { spelling.text.split(' ').count().min(2) };
        (has_small, words)
    }
}

/// A count of names, of which no run has four billion.
pub(super) fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// A person's name taken apart, in Latin letters.
pub(super) fn person(text: &str) -> PersonalName {
    PersonalName::of(&romanised(text), known)
}

fn personal(text: &str) -> (String, Form) {
    let name = person(text);
    let mut key = name.words.join(" ");
    if let Some(generation) = name.generation {
        key.push_str(["/sr", "/jr", "/iii"][generation as usize]);
    }
    let (_, given) = name.words.split_last().unwrap_or((&key, &[]));
    let is_short = given.iter().all(|word| is_initial(word)) || is_initial(name.family());
    (key, if is_short { Form::Short } else { Form::Full })
}

fn bodily(text: &str) -> (String, Form) {
    let key = key(&romanised(text));
    let form = if super::bodies::is_common(&key) {
        Form::Short
    } else if acronym(text).is_some() && !key.contains(' ') && !has_by_names(&key) {
        Form::Acronym
    } else {
        Form::Full
    };
    (key, form)
}
