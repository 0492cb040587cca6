//! Persons' names that are one wherever they stand.
//!
//! Answers for: joining the forms and the longer forms of a name where all that have it agree, and telling how common a
//! surname is. Leaves to others: what only the story can tell (`cast`).
//!
//! Each row of given names that stands in a name, with the surname, is a key; a name meets those that hold all of its given
//! names in a row. So it is one sort over about three keys a name.

use std::collections::HashMap;

use names::{PersonalName, usual_form};
use schema::labels::EntityType;

use super::bearers::{Bearers, agree};
use super::spellings::{Form, Spellings, count, person};
use crate::digest::pair_hash;

/// From so many bearers on, by their first given names, a surname is too common for names to be joined by it alone.
const COMMON: u32 = 24;

/// The most longer forms of a name; with more of them it is nobody's in particular.
const LONGER: usize = 24;

/// The most given names that are read.
const GIVEN: usize = 4;

/// How many persons bear each surname, by their first given names.
#[derive(Debug, Default)]
pub(super) struct Families {
    bearers: HashMap<String, u32>,
    /// The names, by their places, that fit several persons.
    shared: Vec<bool>,
}

impl Families {
    /// Whether several persons bear the surname, so that it is no misspelling.
    pub(super) fn is_established(&self, family: &str) -> bool {
        self.bearers.get(family).is_some_and(|&bearers| bearers > 1)
    }

    /// Whether the name at this place fits several persons, so that the story must tell who is meant.
    pub(super) fn is_shared(&self, name: u32) -> bool {
        self.shared[name as usize]
    }

    fn is_common(&self, family: &str) -> bool {
        self.bearers.get(family).is_some_and(|&bearers| bearers >= COMMON)
    }

    /// Counts the bearers of the surnames of `people`.
    fn of(people: &[(u32, PersonalName)], names: usize) -> Self {
        let first = |name: &PersonalName| usual_form(&name.words[0]).to_owned();
        let mut all: Vec<(&str, String)> =
            people.iter().map(|(_, name)| (name.family(), first(name))).collect();
        all.sort_unstable();
        all.dedup();
        let by_family = all.chunk_by(|one, other| one.0 == other.0);
        let bearers = by_family.map(|bearers| (bearers[0].0.to_owned(), count(bearers.len()))).collect();
        Self { bearers, shared: vec![false; names] }
    }
}

/// A row of given names in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// The hash of the row and the surname.
    key: u64,
    /// Whether the name has more given names than these.
    is_part: bool,
    /// The place among the people.
    person: u32,
}

/// Joins the names of one person among `spellings`; how common their surnames are.
pub(super) fn join(spellings: &Spellings<'_>, bearers: &mut Bearers) -> Families {
    let names = (0..).zip(&spellings.names);
    let is_person =
        |name: &super::spellings::Name<'_>| name.kind == EntityType::Person && name.form == Form::Full;
    let people: Vec<(u32, PersonalName)> =
        names.filter(|(_, name)| is_person(name)).map(|(place, name)| (place, person(name.text))).collect();
    let mut families = Families::of(&people, spellings.names.len());
    let mut rows = Vec::with_capacity(3 * people.len());
    for (place, (_, name)) in (0..).zip(&people) {
        add_rows(name, place, &mut rows);
    }
    rows.sort_unstable();
    rows.dedup();
    for same in rows.chunk_by(|one, other| one.key == other.key) {
        let wholes = same.partition_point(|row| !row.is_part);
        join_row(&people, same.split_at(wholes), (&mut families, bearers));
    }
    families
}

/// Adds every row of given names of `name`.
fn add_rows(name: &PersonalName, person: u32, rows: &mut Vec<Row>) {
    let (family, given) = name.words.split_last().expect("a full name has several words");
    let mut words: Vec<u64> = given.iter().take(GIVEN).map(|word| hash(usual_form(word))).collect();
    words.extend(name.generation.map(|generation| generation as u64));
    for start in 0..words.len() {
        let mut key = hash(family);
        for (end, &word) in words.iter().enumerate().skip(start) {
            key = pair_hash(key, word);
            let is_part = start > 0 || end + 1 < words.len();
            rows.push(Row { key, is_part, person });
        }
    }
}

fn hash(word: &str) -> u64 {
    crate::digest::text_hash(word)
}

/// Joins the names that are one row of given names and a surname to each other and to the longer ones, if those agree.
fn join_row(
    people: &[(u32, PersonalName)],
    (wholes, longer): (&[Row], &[Row]),
    (families, bearers): (&mut Families, &mut Bearers),
) {
    let Some(first) = wholes.first() else { return };
    let name = |row: &Row| &people[row.person as usize];
    let is_common = families.is_common(name(first).1.family());
    let do_agree = longer.len() <= LONGER
        && longer
            .iter()
            .enumerate()
            .all(|(at, one)| longer[at + 1..].iter().all(|other| agree(&name(one).1, &name(other).1)));
    if !do_agree {
        for row in wholes {
            families.shared[name(row).0 as usize] = true;
        }
    }
    if is_common {
        return;
    }
    let joined = if do_agree { longer } else { &[] };
    for row in wholes.iter().chain(joined) {
        bearers.join(name(first).0, name(row).0);
    }
}
