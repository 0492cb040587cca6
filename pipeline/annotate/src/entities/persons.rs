//! The persons whom an article names.
//!
//! Answers for: whose name each spelling of a person's name is. Full names are read first, for surnames and given
//! names alone depend on them. Leaves to others: how alike two names are (crate `names`).

use std::collections::HashMap;

use names::{PersonalName, fold, is_misspelt, may_be_one_person};
use schema::labels::EntityType;

use super::spellings::{Bearer, Spellings};
use crate::language::gazetteer::Listing;

/// How many of those who share a word of their names are compared, the last first.
const COMPARED: usize = 24;

/// Finds the bearers of the persons' names among `spellings`; those of all others are known.
pub(super) fn find(spellings: &mut Spellings<'_>) {
    let is_person = |place: &usize| spellings.all[*place].kind == EntityType::Person;
    let places = (0..spellings.all.len()).filter(is_person);
    let names = places.map(|place| (place, PersonalName::of(spellings.all[place].text, Listing::kinds)));
    let (bare, full): (Vec<_>, Vec<_>) = names.partition(|(_, name)| name.is_bare());
    let mut persons = Persons::default();
    for (place, name) in full {
        spellings.all[place].bearer = persons.of_full(name, (place, &mut *spellings));
    }
    persons.claim(spellings);
    for (place, name) in bare {
        spellings.all[place].bearer = persons.of_bare(name, (place, &mut *spellings));
    }
}

/// A person as far as the names are read.
#[derive(Debug)]
struct Person {
    group: usize,
    /// The spelling by which the article names it first.
    spelling: usize,
    names: Vec<PersonalName>,
}

/// All persons, and where to look for one.
#[derive(Debug, Default)]
struct Persons {
    all: Vec<Person>,
    /// Those with this surname.
    by_family: HashMap<String, Vec<usize>>,
    /// Those with this word in the name.
    by_word: HashMap<String, Vec<usize>>,
    /// Those whose surname begins or ends so: a misspelling leaves one of both as it is.
    by_edge: HashMap<String, Vec<usize>>,
}

impl Persons {
    /// The bearer of a name of several words.
    fn of_full(&mut self, name: PersonalName, (place, spellings): (usize, &mut Spellings<'_>)) -> Bearer {
        let fitting = self.fitting(&name);
        match fitting[..] {
            [] => {}
            [one] => return self.join(one, name),
            _ => return self.one_of(&fitting),
        }
        let is_surname = Listing::of(&name.words[0]).is_particle() && name.words.len() == 2;
        match self.by_family.get(name.family()).map(Vec::as_slice) {
            Some(&[one]) if is_surname => Bearer::One(self.all[one].group),
            _ => self.add(name, (place, spellings)),
        }
    }

    /// The persons all of whose names agree with `name`.
    fn fitting(&self, name: &PersonalName) -> Vec<usize> {
        let (first, family) = (name.words.first(), Some(name.family()));
        let mut fitting = Vec::new();
        for word in first.map(String::as_str).into_iter().chain(family) {
            for &place in self.by_word.get(word).into_iter().flatten().rev().take(COMPARED) {
                let fits = || {
                    self.all[place].names.iter().all(|known| may_be_one_person(known, name, Listing::kinds))
                };
                if !fitting.contains(&place) && fits() {
                    fitting.push(place);
                }
            }
        }
        fitting
    }

    /// Takes the surnames that stand among the names of other things, though no list knows them there.
    fn claim(&self, spellings: &mut Spellings<'_>) {
        for spelling in &mut spellings.all {
            let is_claimed = matches!(spelling.kind, EntityType::Location | EntityType::Miscellaneous)
                && !spelling.text.contains(' ')
                && !Listing::of(spelling.text).is_place();
            if is_claimed && let Some(&[one]) = self.by_family.get(&fold(spelling.text)).map(Vec::as_slice) {
                spelling.bearer = Bearer::One(self.all[one].group);
            }
        }
    }

    /// The bearer of the surname or given name alone at `place`.
    fn of_bare(&mut self, name: PersonalName, (place, spellings): (usize, &mut Spellings<'_>)) -> Bearer {
        let word = name.family();
        let bearers = self.bearing(word);
        if !bearers.is_empty() {
            return self.one_of(&bearers);
        }
        // A word from the middle of a name is called alone only once the whole has been read.
        let is_called = |one: usize| {
            let person = &self.all[one];
            person.spelling < place
                || person.names.iter().any(|name| name.words.first().is_some_and(|first| first == word))
        };
        if let Some(&[one]) = self.by_word.get(word).map(Vec::as_slice)
            && is_called(one)
        {
            return Bearer::One(self.all[one].group);
        }
        let near = self.near(word);
        if let [one] = near[..] {
            return Bearer::One(self.all[one].group);
        }
        spellings.namesake(place).unwrap_or_else(|| self.add(name, (place, spellings)))
    }

    /// Those whose surname is `word`; also where it comes first, but for given names.
    fn bearing(&self, word: &str) -> Vec<usize> {
        let mut bearers = self.by_family.get(word).cloned().unwrap_or_default();
        if Listing::of(word).is_surname() && !Listing::of(word).is_given() {
            let is_first = |place: &&usize| {
                self.all[**place]
                    .names
                    .iter()
                    .any(|name| name.words.first().is_some_and(|first| first == word))
            };
            let first = self.by_word.get(word).into_iter().flatten().filter(is_first);
            bearers.extend(first.copied().filter(|place| !bearers.contains(place)).collect::<Vec<_>>());
            bearers.sort_unstable();
        }
        bearers
    }

    /// Those of whose surname `word` is a misspelling.
    fn near(&self, word: &str) -> Vec<usize> {
        let mut near = Vec::new();
        for edge in edges(word).into_iter().flatten() {
            for &place in self.by_edge.get(&edge).into_iter().flatten().rev().take(COMPARED) {
                let is_misspelt = self.all[place]
                    .names
                    .iter()
                    .any(|known| is_misspelt(known.family(), word, Listing::kinds));
                if is_misspelt && !near.contains(&place) {
                    near.push(place);
                }
            }
        }
        near
    }

    fn one_of(&self, places: &[usize]) -> Bearer {
        if let [one] = *places {
            return Bearer::One(self.all[one].group);
        }
        let last = places.iter().rev().take(COMPARED).rev();
        Bearer::OneOf(last.map(|&place| self.all[place].group).collect())
    }

    /// A new person of this name.
    fn add(&mut self, name: PersonalName, (place, spellings): (usize, &mut Spellings<'_>)) -> Bearer {
        self.all.push(Person { group: spellings.group(), spelling: place, names: Vec::new() });
        self.join(self.all.len() - 1, name)
    }

    /// Takes `name` for one of the person's at `place`.
    fn join(&mut self, place: usize, name: PersonalName) -> Bearer {
        let enter = |map: &mut HashMap<String, Vec<usize>>, key: &str| {
            let places = map.entry(key.to_owned()).or_default();
            if !places.iter().rev().take(COMPARED).any(|known| *known == place) {
                places.push(place);
            }
        };
        enter(&mut self.by_family, name.family());
        edges(name.family()).iter().flatten().for_each(|edge| enter(&mut self.by_edge, edge));
        name.words.iter().for_each(|word| enter(&mut self.by_word, word));
        let person = &mut self.all[place];
        person.names.push(name);
        Bearer::One(person.group)
    }
}

/// How a long word begins and how it ends.
fn edges(word: &str) -> Option<[String; 2]> {
    let count = word.chars().count();
    let first = || word.chars().take(3);
    (count > 5).then(|| [first().chain(['-']).collect(), word.chars().skip(count - 3).collect()])
}
