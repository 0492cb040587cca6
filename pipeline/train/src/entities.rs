//! Sentences with the names in them (IOB).
//!
//! Answers for: reading the sets of names, whose schemes differ, as the tags that each word may have. A set that marks
//! no names of other kinds allows them where it is silent, at words with a capital.

use std::fs;
use std::path::Path;

use annotate::language::names::{OUTSIDE, Place, tag_of};
use anyhow::Context as _;
use schema::labels::EntityType;

use crate::network::chain::Allowed;
use crate::network::example::Gold;
use crate::treebank::Document;

/// How a set writes names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scheme {
    /// The columns of the word and of the tag; the last one where there is none.
    pub(crate) columns: (usize, Option<usize>),
    /// Whether it marks names of other kinds.
    pub(crate) marks_others: bool,
}

/// A name of gold: its first and last word and its type, if the set tells it in ours.
pub(crate) type Mention = (usize, usize, EntityType);

/// The documents of the file at `path`.
pub(crate) fn read(path: &Path, scheme: Scheme) -> anyhow::Result<Vec<Document>> {
    let text = fs::read_to_string(path).with_context(|| format!("`{}`", path.display()))?;
    let mut documents = vec![Document::default()];
    let (mut words, mut tags): (Vec<String>, Vec<String>) = Default::default();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !words.is_empty() {
                let gold = sentence(std::mem::take(&mut words), &std::mem::take(&mut tags), scheme);
                documents.last_mut().expect("there is one").sentences.push(gold);
            }
        } else if line.starts_with("# newdoc") || line.starts_with("-DOCSTART-") {
            documents.push(Document { name: line.to_owned(), sentences: Vec::new() });
        } else if !line.starts_with("# ") {
            let columns: Vec<&str> = line.split(['\t', ' ']).collect();
            let column = scheme.columns.1.unwrap_or(columns.len() - 1);
            words.push(columns.get(scheme.columns.0).unwrap_or(&"_").to_string());
            tags.push(columns.get(column).unwrap_or(&"O").to_string());
        }
    }
    documents.retain(|document| !document.sentences.is_empty());
    Ok(documents)
}

fn sentence(words: Vec<String>, tags: &[String], scheme: Scheme) -> Gold {
    let mentions = mentions(tags);
    let mut names: Vec<Allowed> = words.iter().map(|word| silent(word, scheme)).collect();
    for (first, last, kind) in mentions {
        mark(&mut names, (first, last, kind));
    }
    Gold { words, names: Some(names), ..Gold::default() }
}

/// What a word may be of which the set says nothing.
pub(crate) fn silent(word: &str, scheme: Scheme) -> Allowed {
    if scheme.marks_others || !word.starts_with(char::is_uppercase) {
        return 1 << OUTSIDE;
    }
    let places = [Place::Begin, Place::Inside, Place::End, Place::Single];
    places.iter().fold(1 << OUTSIDE, |all, place| all | 1 << tag_of(EntityType::Miscellaneous, *place))
}

/// Lets the words of a name be nothing else.
pub(crate) fn mark(names: &mut [Allowed], (first, last, kind): Mention) {
    for (word, allowed) in names.iter_mut().enumerate().take(last + 1).skip(first) {
        let place = match (word == first, word == last) {
            (true, true) => Place::Single,
            (true, false) => Place::Begin,
            (false, true) => Place::End,
            (false, false) => Place::Inside,
        };
        *allowed = 1 << tag_of(kind, place);
    }
}

/// The names that IOB tags of either kind say.
fn mentions(tags: &[String]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut open: Option<&str> = None;
    for (word, tag) in tags.iter().enumerate() {
        let (place, label) = tag.split_once('-').unwrap_or(("O", ""));
        if let Some(kind) = kind(label) {
            match mentions.last_mut() {
                Some(last) if place == "I" && open == Some(label) => last.1 = word,
                _ => mentions.push((word, word, kind)),
            }
        }
        open = (!label.is_empty()).then_some(label);
    }
    mentions
}

/// The type that a set calls `label`.
fn kind(label: &str) -> Option<EntityType> {
    match label {
        "PER" | "person" => Some(EntityType::Person),
        "LOC" | "location" => Some(EntityType::Location),
        "ORG" | "corporation" | "group" => Some(EntityType::Organisation),
        "MISC" | "creative-work" | "product" => Some(EntityType::Miscellaneous),
        _ => None,
    }
}

/// The names of a sentence, of the three types that every set has.
pub(crate) fn scored(gold: &Gold) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut first = 0;
    for (word, allowed) in gold.names.iter().flatten().enumerate() {
        for kind in [EntityType::Person, EntityType::Location, EntityType::Organisation] {
            let is = |place| *allowed == 1 << tag_of(kind, place);
            if is(Place::Begin) || is(Place::Single) {
                first = word;
            }
            if is(Place::End) || is(Place::Single) {
                mentions.push((first, word, kind));
            }
        }
    }
    mentions
}

#[cfg(test)]
mod tests {
    use schema::labels::EntityType::{Location, Organisation, Person};

    use super::{Scheme, mentions, scored, sentence, silent};

    fn tags(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn both_kinds_of_iob_are_read() {
        let of = |line| mentions(&tags(line));
        assert_eq!(of("O B-PER I-PER O B-LOC"), [(1, 2, Person), (4, 4, Location)]);
        assert_eq!(of("I-PER I-PER B-PER I-LOC"), [(0, 1, Person), (2, 2, Person), (3, 3, Location)]);
        assert_eq!(of("B-corporation I-corporation"), [(0, 1, Organisation)]);
    }

    #[test]
    fn what_is_read_is_scored() {
        let scheme = Scheme { columns: (0, None), marks_others: false };
        let words = ["Ada", "Brandt", "left", "Izmir"].map(str::to_owned).to_vec();
        let gold = sentence(words, &tags("B-PER I-PER O B-LOC"), scheme);
        assert_eq!(scored(&gold), [(0, 1, Person), (3, 3, Location)]);
    }

    #[test]
    fn silence_allows_other_names_at_capitals_alone() {
        let scheme = Scheme { columns: (0, None), marks_others: false };
        assert_eq!(silent("left", scheme), 1);
        assert_eq!(silent("Turkish", scheme).count_ones(), 5);
        assert_eq!(silent("Turkish", Scheme { marks_others: true, ..scheme }), 1);
    }
}
