//! The places, organisations and other things that an article names.
//!
//! Answers for: whose name each spelling of a name is that is no person's. Leaves to others: how alike two names are
//! (crate `names`).

use std::collections::HashMap;

use names::{acronym, is_near};
use schema::Mention;
use schema::labels::EntityType;

use super::spellings::{Bearer, Spellings};
use crate::language::gazetteer::Listing;

/// How many of those that share a word are compared, the last first.
const COMPARED: usize = 24;

/// The shortest name that may be misspelt, in bytes.
const SHORTEST: usize = 7;

/// Finds the bearers of all but the persons' names among `spellings`, which are those of `mentions`.
pub(super) fn find(text: &str, mentions: &[Mention], spellings: &mut Spellings<'_>) {
    let mut bodies = Bodies::of(spellings);
    bodies.join_bracketed(text, mentions, spellings);
    bodies.join_acronyms();
    bodies.join_shortened();
    bodies.join_misspelt();
    bodies.finish(spellings);
}

/// Names that are equal when folded.
#[derive(Debug)]
struct Body<'t> {
    text: &'t str,
    /// Its words, folded, parted by blanks; the full one of a by-name.
    key: String,
    kind: EntityType,
    /// The body that it is part of; itself where it is none.
    whole: usize,
}

/// All of them, in the order of their first mentions.
#[derive(Debug)]
struct Bodies<'t> {
    all: Vec<Body<'t>>,
    /// The body of each spelling; none for a person.
    of_spellings: Vec<Option<usize>>,
}

impl<'t> Bodies<'t> {
    fn of(spellings: &Spellings<'t>) -> Self {
        let mut bodies = Self { all: Vec::new(), of_spellings: Vec::with_capacity(spellings.all.len()) };
        let mut places: HashMap<String, usize> = HashMap::new();
        for spelling in &spellings.all {
            if spelling.kind == EntityType::Person {
                bodies.of_spellings.push(None);
                continue;
            }
            let key = names::key(spelling.text);
            let place = places.get(&key).copied().unwrap_or(bodies.all.len());
            if place == bodies.all.len() {
                places.insert(key.clone(), place);
                bodies.all.push(Body { text: spelling.text, key, kind: spelling.kind, whole: place });
            }
            bodies.of_spellings.push(Some(place));
        }
        bodies
    }

    /// Joins the short name in brackets to the full one before it: `the Velden Transport Agency (VTA)`.
    fn join_bracketed(&mut self, text: &str, mentions: &[Mention], spellings: &Spellings<'_>) {
        for (nth, pair) in mentions.windows(2).enumerate() {
            let [full, short] = pair else { continue };
            let (start, end) = (full.span.end(), short.span.start());
            let is_bracketed = start < end
                && text[start..end].trim_start() == "("
                && text[short.span.end()..].starts_with(')');
            let is_of_full = || spells(short.span.of(text), full.span.of(text));
            if !is_bracketed || full.kind != short.kind || !is_of_full() {
                continue;
            }
            let body = |nth: usize| self.of_spellings[spellings.of_mentions[nth]];
            if let (Some(full), Some(short)) = (body(nth), body(nth + 1))
                && self.all[full].key.contains(' ')
            {
                self.join(short, full);
            }
        }
    }

    fn join_acronyms(&mut self) {
        let mut by_initials: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, body) in self.all.iter().enumerate().filter(|(_, body)| body.key.contains(' ')) {
            let [great, all] = names::initials(body.text);
            if great != all {
                by_initials.entry(all).or_default().push(place);
            }
            by_initials.entry(great).or_default().push(place);
        }
        for place in 0..self.all.len() {
            let Some(letters) = acronym(self.all[place].text) else { continue };
            let fitting = by_initials.get(&letters).into_iter().flatten();
            self.join_only(place, fitting.copied().filter(|&full| self.are_alike(place, full)).collect());
        }
    }

    /// Joins organisations whose names were cut short.
    fn join_shortened(&mut self) {
        let mut by_edge: HashMap<&str, Vec<usize>> = HashMap::new();
        let words: Vec<Vec<&str>> = self.all.iter().map(|body| body.key.split(' ').collect()).collect();
        let is_organisation = |place: &usize| self.all[*place].kind == EntityType::Organisation;
        for place in (0..words.len()).filter(is_organisation).filter(|&place| words[place].len() > 1) {
            for word in &words[place] {
                by_edge.entry(word).or_default().push(place);
            }
        }
        let mut pairs = Vec::new();
        for place in (0..words.len()).filter(is_organisation) {
            let near = by_edge.get(words[place][0]).into_iter().flatten().rev().take(COMPARED).copied();
            let fits = |full: &usize| names::is_shortened(&words[place], &words[*full], Listing::kinds);
            pairs.push((place, near.filter(fits).collect()));
        }
        for (place, fitting) in pairs {
            self.join_only(place, fitting);
        }
    }

    /// Joins names of which one is the other misspelt: they are near, and a word of one is in no list.
    fn join_misspelt(&mut self) {
        let mut by_edge: HashMap<(&str, bool), Vec<usize>> = HashMap::new();
        let mut pairs = Vec::new();
        for (place, body) in self.all.iter().enumerate().filter(|(_, body)| body.key.len() >= SHORTEST) {
            for (edge, is_end) in edges(&body.key) {
                let known = by_edge.entry((edge, is_end)).or_default();
                let is_near = |other: &&usize| {
                    let other = &self.all[**other];
                    other.kind == body.kind
                        && is_near(&other.key, &body.key)
                        && is_strange(&other.key, &body.key)
                };
                pairs.push((place, known.iter().rev().take(COMPARED).filter(is_near).copied().collect()));
                known.push(place);
            }
        }
        for (place, fitting) in pairs {
            self.join_only(place, fitting);
        }
    }

    /// Whether the types of two names let them be of one bearer.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.all[one].kind, self.all[other].kind);
        one == other || one == EntityType::Miscellaneous || other == EntityType::Miscellaneous
    }

    /// Joins a name to the one body that it fits; to none where it fits several.
    fn join_only(&mut self, place: usize, fitting: Vec<usize>) {
        let mut wholes: Vec<usize> = fitting.into_iter().map(|full| self.whole(full)).collect();
        wholes.sort_unstable();
        wholes.dedup();
        if let [whole] = wholes[..] {
            self.join(place, whole);
        }
    }

    fn join(&mut self, part: usize, whole: usize) {
        let (part, whole) = (self.whole(part), self.whole(whole));
        self.all[part].whole = whole;
    }

    /// The body at the end of the chain from `place`.
    fn whole(&self, mut place: usize) -> usize {
        while self.all[place].whole != place {
            place = self.all[place].whole;
        }
        place
    }

    /// Gives every spelling its bearer.
    fn finish(self, spellings: &mut Spellings<'_>) {
        let groups: Vec<usize> = self.all.iter().map(|_| spellings.group()).collect();
        for (nth, body) in self.of_spellings.iter().enumerate() {
            if let Some(body) = body {
                spellings.all[nth].bearer = Bearer::One(groups[self.whole(*body)]);
            }
        }
    }
}

/// Whether `short` is an acronym of letters of `full`, the first of one of its words: no station behind a town.
fn spells(short: &str, full: &str) -> bool {
    let Some(letters) = acronym(short) else { return false };
    let full = full.to_uppercase();
    let starts = full.split(' ').any(|word| word.chars().next() == letters.chars().next());
    let mut rest = full.chars();
    starts && letters.chars().all(|letter| rest.any(|other| other == letter))
}

/// Whether a word that only one of two names has is in no list of names.
fn is_strange(one: &str, other: &str) -> bool {
    let is_odd = |one: &str, other: &str| {
        let is_unlisted = |word: &str| {
            let listing = Listing::of(word);
            !(listing.is_place() || listing.is_given() || listing.is_surname() || listing.is_everyday())
        };
        one.split(' ').filter(|word| !other.split(' ').any(|known| known == *word)).any(is_unlisted)
    };
    is_odd(one, other) || is_odd(other, one)
}

/// How a name begins and how it ends: a misspelling leaves one of both as it is.
fn edges(key: &str) -> [(&str, bool); 2] {
    let is_edge = |at: &usize| key.is_char_boundary(*at);
    let start = (3..key.len()).find(is_edge).unwrap_or(key.len());
    let end = (0..=key.len() - 3).rev().find(is_edge).unwrap_or(0);
    [(&key[..start], false), (&key[end..], true)]
}
