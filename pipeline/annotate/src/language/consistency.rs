//! One name, one type: what a document says of a name in one place counts in the others.
//!
//! Answers for: after all sentences are read, forms of address, which are no part of a name; the type of names that
//! stand in a document more than once, and of companies that go by one word; and a part of a person's full name that
//! the network passed over. Leaves to others: finding names in a sentence (`names`).

use std::collections::{HashMap, HashSet};

use names::WordKind;
use schema::labels::EntityType;

use super::{Name, Reading, gazetteer};

/// How much surer a document must be of another type for a name to change its own.
const MARGIN: f32 = 1.2;

/// How sure a name must be that lends its parts.
const SURE: f32 = 0.6;

/// What the sentences of a document say of a spelling: how surely it is of each type.
type Votes = [f32; EntityType::ALL.len()];

/// Makes the names in the `readings` of `document` agree.
pub(super) fn agree(document: &[&[&str]], readings: &mut [Reading]) {
    for (words, reading) in document.iter().zip(readings.iter_mut()) {
        reading.names.iter_mut().for_each(|name| drop_address(words, name));
    }
    let votes = votes(document, readings);
    if votes.is_empty() {
        return;
    }
    for (words, reading) in document.iter().zip(readings.iter_mut()) {
        for name in &mut reading.names {
            settle(name, votes.get(&spelling(&words[name.first..=name.last])));
        }
    }
    let parts = parts(document, readings);
    let companies = companies(document, readings);
    let is_company = |word: &str| companies.contains(word) && !parts.contains_key(word);
    for (words, reading) in document.iter().zip(readings.iter_mut()) {
        let bare = reading.names.iter_mut().filter(|name| name.first == name.last);
        for name in bare.filter(|name| name.kind == EntityType::Person && is_company(words[name.first])) {
            name.kind = EntityType::Organisation;
        }
    }
    if !parts.is_empty() {
        for (words, reading) in document.iter().zip(readings) {
            lend(words, &parts, &mut reading.names);
        }
    }
}

/// Takes the form of address from a person's name.
fn drop_address(words: &[&str], name: &mut Name) {
    if name.kind == EntityType::Person && name.first < name.last && gazetteer::is_address(words[name.first]) {
        name.first += 1;
    }
}

/// The votes on each spelling of a name.
fn votes(document: &[&[&str]], readings: &[Reading]) -> HashMap<String, Votes> {
    let mut votes: HashMap<_, Votes> = HashMap::new();
    for (words, reading) in document.iter().zip(readings) {
        for name in &reading.names {
            let spelling = spelling(&words[name.first..=name.last]);
            votes.entry(spelling).or_default()[name.kind as usize] += name.confidence;
        }
    }
    votes
}

/// A name without its letter case: a dateline in capitals is the place that the text names.
fn spelling(words: &[&str]) -> String {
    words.join(" ").to_lowercase()
}

/// Gives a name the type that the document is much surer of.
fn settle(name: &mut Name, votes: Option<&Votes>) {
    let Some(votes) = votes else { return };
    for &kind in EntityType::ALL {
        if votes[kind as usize] > votes[name.kind as usize] * MARGIN {
            name.kind = kind;
        }
    }
}

/// The last words of the full names of persons, with their surest confidence.
fn parts<'d>(document: &[&'d [&'d str]], readings: &[Reading]) -> HashMap<&'d str, f32> {
    let mut parts: HashMap<&str, f32> = HashMap::new();
    for (words, reading) in document.iter().zip(readings) {
        let full = |name: &&Name| {
            name.kind == EntityType::Person && name.last > name.first && name.confidence > SURE
        };
        for name in reading.names.iter().filter(full) {
            let part = words[name.last];
            if part.chars().count() > 2 && part.starts_with(char::is_uppercase) {
                let confidence = parts.entry(part).or_default();
                *confidence = confidence.max(name.confidence);
            }
        }
    }
    parts
}

/// The first words of the names of companies, told by their legal forms: `Velmora Resources Ltd`.
fn companies<'d>(document: &[&'d [&'d str]], readings: &[Reading]) -> HashSet<&'d str> {
    let kinds = gazetteer::Listing::kinds;
    let is_company = |words: &[&str], name: &Name| {
        name.kind == EntityType::Organisation
            && name.confidence > SURE
            && name.last > name.first
            && kinds(words[name.last]).has(WordKind::OrganisationEnding)
            && [WordKind::Everyday, WordKind::Given, WordKind::OrganisationWord]
                .iter()
                .all(|&other| !kinds(words[name.first]).has(other))
    };
    let each = document.iter().zip(readings);
    each.flat_map(|(words, reading)| {
        let found = reading.names.iter().filter(|name| is_company(words, name));
        found.map(|name| words[name.first])
    })
    .collect()
}

/// Marks the parts of known persons that stand alone and outside of all names.
fn lend(words: &[&str], parts: &HashMap<&str, f32>, names: &mut Vec<Name>) {
    for (word, form) in words.iter().enumerate() {
        if !form.starts_with(char::is_uppercase) {
            continue;
        }
        let Some(&confidence) = parts.get(form) else { continue };
        let place = names.partition_point(|name| name.last < word);
        if names.get(place).is_none_or(|name| name.first > word) {
            let kind = EntityType::Person;
            names.insert(place, Name { first: word, last: word, kind, confidence: confidence * SURE });
        }
    }
}

#[cfg(test)]
mod tests {
    use schema::labels::EntityType::{Location, Organisation, Person};

    use super::{Name, Reading, agree};

    fn reading(names: &[Name]) -> Reading {
        Reading { names: names.to_vec(), ..Reading::default() }
    }

    #[test]
    fn the_surname_of_a_full_name_is_a_person() {
        let document: [&[&str]; 2] = [&["Ada", "Brandt", "left"], &["Then", "Brandt", "slept"]];
        let mut readings =
            [reading(&[Name { first: 0, last: 1, kind: Person, confidence: 0.9 }]), reading(&[])];
        agree(&document, &mut readings);
        assert_eq!(readings[1].names.len(), 1);
        assert_eq!((readings[1].names[0].first, readings[1].names[0].kind), (1, Person));
    }

    #[test]
    fn a_company_goes_by_its_first_word() {
        let document: [&[&str]; 2] = [&["Velmora", "Resources", "Ltd"], &["Velmora", "said"]];
        let full = Name { first: 0, last: 2, kind: Organisation, confidence: 0.9 };
        let bare = Name { first: 0, last: 0, kind: Person, confidence: 0.9 };
        let mut readings = [reading(&[full]), reading(&[bare])];
        agree(&document, &mut readings);
        assert_eq!(readings[1].names[0].kind, Organisation);
    }

    #[test]
    fn a_form_of_address_is_no_name() {
        let document: [&[&str]; 1] = [&["Mr.", "Brandt", "left"]];
        let mut readings = [reading(&[Name { first: 0, last: 1, kind: Person, confidence: 0.9 }])];
        agree(&document, &mut readings);
        assert_eq!((readings[0].names[0].first, readings[0].names[0].last), (1, 1));
    }

    #[test]
    fn capitals_are_the_same_name() {
        let document: [&[&str]; 2] = [&["VELMORA"], &["Velmora"]];
        let of = |kind, confidence| reading(&[Name { first: 0, last: 0, kind, confidence }]);
        let mut readings = [of(Organisation, 0.3), of(Location, 0.9)];
        agree(&document, &mut readings);
        assert_eq!(readings[0].names[0].kind, Location);
    }

    #[test]
    fn the_surer_type_wins() {
        let document: [&[&str]; 2] = [&["Velmora"], &["Velmora"]];
        let of = |kind, confidence| reading(&[Name { first: 0, last: 0, kind, confidence }]);
        let mut readings = [of(Location, 0.9), of(Organisation, 0.3)];
        agree(&document, &mut readings);
        assert_eq!(readings[1].names[0].kind, Location);
        let mut readings = [of(Location, 0.9), of(Organisation, 0.8)];
        agree(&document, &mut readings);
        assert_eq!(readings[1].names[0].kind, Organisation);
    }
}
