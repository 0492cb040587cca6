//! Entities: which names of several documents stand for one thing.
//!
//! # What it decides
//!
//! For every entity of every document the linked one that it is: the same person, place or organisation in any document, by
//! its most frequent full name.
//!
//! # How it decides
//!
//! Names that are one but for marks, titles, particles and by-names are one wherever they stand, each kind for itself, so
//! that a place is never a team. Persons' names that are longer or otherwise romanised forms of each other are one where
//! nobody else's fits and the surname is not too common (`persons`). What depends on who is meant is decided story by story,
//! which is why stories come first: surnames alone, initials, misspellings, short forms and acronyms are those of the one
//! bearer whom the story's documents name in full (`cast`); where it names none or two, they stay by themselves. Two names
//! that one document keeps apart are two, and no one bears two names that contradict each other (`bearers`).
//!
//! # Example
//!
//! ```text
//! story 1:  Andrei Karlov, Andrey Gennadyevich Karlov, Karlov      one person
//! story 2:  Karlov                                                 another one, of whom no more is known
//! ```
//!
//! # Known misses
//!
//! - Persons who share the full name are one.
//! - A surname alone whose bearer no document of the story names, however well known, is somebody else in each story.
//! - A body that is a place to one document and an organisation to another ("the White House") is two.
//!
//! # Sources
//!
//! The lists of the crate `names`; `data/common_bodies.txt`.

mod bearers;
mod bodies;
mod cast;
mod persons;
mod spellings;
mod subject;

use std::collections::HashMap;

use schema::LinkedEntity;
use schema::labels::EntityType;
use smol_str::SmolStr;

use crate::corpus::Corpus;
use crate::stories::Stories;
use bearers::Bearers;
use spellings::{Form, Spellings};

pub(crate) use subject::Subject;

/// The linked entities of a run.
#[derive(Debug)]
pub(crate) struct Entities {
    /// The place of the linked entity of each entity, document by document in the order of their ranks.
    of_names: Vec<u32>,
    /// Where each document's begin in that list, and its end.
    starts: Vec<usize>,
    /// The linked entities, in the order of their first mentions.
    all: Vec<LinkedEntity>,
}

impl Entities {
    /// The entities of `corpus`, whose stories are `stories`.
    pub(crate) fn of(corpus: &Corpus<'_>, stories: &Stories) -> Self {
        let spellings = Spellings::of(corpus);
        let mut bearers = Bearers::new(&spellings.names);
        let families = persons::join(&spellings, &mut bearers);
        bodies::join_kinds(&spellings, &mut bearers);
        let meant = cast::meant(&spellings, stories, (&families, &mut bearers));
        let mut found = Numbering::new(&meant, &mut bearers);
        let (mut of_names, mut is_vote) = (Vec::with_capacity(spellings.of.len()), Vec::new());
        for rank in corpus.ranks() {
            let story = stories.of_rank[rank as usize];
            for name in spellings.names_of(rank) {
                let (entity, votes) = found.entity(story, name, &spellings);
                of_names.push(entity);
                is_vote.push(votes);
            }
        }
        let all = described(corpus, &spellings, (&of_names, &is_vote));
        Self { of_names, starts: spellings.starts, all }
    }

    /// For each entity of the document of this rank the place of the linked one.
    pub(crate) fn of_document(&self, rank: u32) -> &[u32] {
        &self.of_names[self.starts[rank as usize]..self.starts[rank as usize + 1]]
    }

    /// The linked entities, in the order of their first mentions.
    pub(crate) fn into_all(self) -> Vec<LinkedEntity> {
        self.all
    }
}

/// What a name stands for in its story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Meant {
    /// The bearer of these names in every story.
    Bearer(u32),
    /// Something of which only this story tells: the story and the name.
    Unknown(u32, u32),
}

/// The numbers of the linked entities as they are met.
struct Numbering<'b> {
    meant: &'b HashMap<(u32, u32), u32>,
    bearers: &'b mut Bearers,
    numbers: HashMap<Meant, u32>,
}

impl<'b> Numbering<'b> {
    fn new(meant: &'b HashMap<(u32, u32), u32>, bearers: &'b mut Bearers) -> Self {
        Self { meant, bearers, numbers: HashMap::new() }
    }

    /// The entity of the name at `name` in `story`, and whether it may be called so: a short form may not.
    fn entity(&mut self, story: u32, name: u32, spellings: &Spellings<'_>) -> (u32, bool) {
        let decided = self.meant.get(&(story, name)).copied();
        let meant = match decided {
            Some(full) => Meant::Bearer(self.bearers.root(full)),
            None if spellings.names[name as usize].form == Form::Short => Meant::Unknown(story, name),
            None => Meant::Bearer(self.bearers.root(name)),
        };
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        (*self.numbers.entry(meant).or_insert(next), decided.is_none())
    }
}

/// The linked entities: `of_names` gives the place of each name's, `is_vote` whether the entity may be called so.
fn described(
    corpus: &Corpus<'_>,
    spellings: &Spellings<'_>,
    (of_names, is_vote): (&[u32], &[bool]),
) -> Vec<LinkedEntity> {
    let mut all: Vec<LinkedEntity> = Vec::new();
    let (mut last_rank, mut votes) = (Vec::new(), Vec::with_capacity(of_names.len()));
    for rank in corpus.ranks() {
        let start = spellings.starts[rank as usize];
        for (at, name) in corpus.digest(rank).names.iter().enumerate() {
            let (entity, spelling) = (of_names[start + at], spellings.of[start + at]);
            if entity as usize == all.len() {
                all.push(first_met(corpus.place(rank), at));
                last_rank.push(u32::MAX);
            }
            if last_rank[entity as usize] != rank {
                last_rank[entity as usize] = rank;
                all[entity as usize].documents += 1;
            }
            votes.push(Vote { entity, is_own: is_vote[start + at], spelling, mentions: name.mentions });
        }
    }
    name(&mut all, spellings, votes);
    all
}

/// What a document calls an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Vote {
    entity: u32,
    /// Whether the entity may be called so.
    is_own: bool,
    spelling: u32,
    /// How often the document names it.
    mentions: u8,
}

/// Gives each entity the name that most documents call it in full, of several the one that is mentioned more often.
fn name(all: &mut [LinkedEntity], spellings: &Spellings<'_>, mut votes: Vec<Vote>) {
    votes.sort_unstable();
    for of_one in votes.chunk_by(|one, other| one.entity == other.entity) {
        let called =
            of_one.chunk_by(|one, other| (one.is_own, one.spelling) == (other.is_own, other.spelling));
        let weight = |same: &&[Vote]| {
            let mentions: usize = same.iter().map(|vote| usize::from(vote.mentions)).sum();
            (same[0].is_own, spellings.fullness(same[0].spelling), same.len(), mentions)
        };
        // Of equal ones the first is taken.
        let fullest = called.rev().max_by_key(weight);
        if let Some(spelling) = fullest.map(|same| &spellings.all[same[0].spelling as usize]) {
            let entity = &mut all[of_one[0].entity as usize];
            (entity.name, entity.kind) = (SmolStr::new(spelling.text), spelling.kind);
        }
    }
}

/// An entity that is first met in the document at `document`, as its entity at `entity`.
fn first_met(document: usize, entity: usize) -> LinkedEntity {
    LinkedEntity { kind: EntityType::Miscellaneous, name: SmolStr::default(), document, entity, documents: 0 }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use schema::labels::{EntityType, Vocabulary as _};
    use schema::{Annotations, Article, Document, Entity, LanguageTag, Mention, Span};

    use super::Entities;
    use crate::Digest;
    use crate::corpus::Corpus;
    use crate::stories::Stories;

    /// Cases parted by an empty line: a title, then a line for each document: its story, and its names, each with its kind and
    /// a letter for the one that it stands for.
    const CASES: &str = include_str!("entities/cases.txt");

    /// A name with its kind and the letter of what it stands for.
    type Named<'c> = (EntityType, &'c str, &'c str);

    /// The story and the names of the document that a line describes.
    fn read(line: &str) -> (u32, Vec<Named<'_>>) {
        let (story, names) = line.split_once(": ").unwrap_or_else(|| panic!("`{line}` has no story"));
        let read = |name| {
            let read = |name: &'_ str| {
                let (kind, rest) = name.split_once(' ')?;
                let (text, letter) = rest.split_once(" = ")?;
                let kind = EntityType::ALL.iter().find(|known| known.as_str() == kind)?;
                Some((*kind, text.len(), letter.len()))
            };
            let (kind, text, letter) = read(name).unwrap_or_else(|| panic!("`{name}` is no name"));
            let start = name.len() - letter - " = ".len() - text;
            (kind, &name[start..start + text], &name[name.len() - letter..])
        };
        (story.parse().expect("a story is a number"), names.split("; ").map(read).collect())
    }

    fn digest(names: &[Named<'_>]) -> Digest {
        let mut article = Article::bare(String::new(), Vec::new());
        let mut annotations = Annotations::default();
        for (entity, (kind, name, _)) in names.iter().enumerate() {
            let start = article.text.len();
            article.text.push_str(name);
            let span = Span::new(start, article.text.len());
            annotations.entities.push(Entity { kind: *kind, name: span });
            annotations.mentions.push(Mention { span, sentence: 0, kind: *kind, confidence: 1.0, entity });
        }
        Digest::of(&Document {
            article,
            language: LanguageTag::UNDETERMINED,
            sentences: Vec::new(),
            annotations,
        })
    }

    fn entities(documents: &[(u32, Vec<Named<'_>>)]) -> Entities {
        let digests: Vec<Digest> = documents.iter().map(|(_, names)| digest(names)).collect();
        let of_rank: Vec<u32> = documents.iter().map(|(story, _)| *story).collect();
        let stories = of_rank.iter().max().map_or(0, |last| last + 1);
        let of_story =
            |story| (0..).zip(&of_rank).filter(move |(_, of)| **of == story).map(|(rank, _)| rank).collect();
        let members = (0..stories).map(of_story).collect();
        Entities::of(&Corpus::of(&digests), &Stories { of_rank, members })
    }

    /// The names of a case that stand for something else than it says.
    fn wrong(case: &str) -> Vec<String> {
        let (title, lines) = case.split_once('\n').expect("a case has documents");
        let documents: Vec<_> = lines.lines().map(read).collect();
        let found = entities(&documents);
        let (mut letters, mut numbers, mut wrong) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for (rank, (_, names)) in (0..).zip(&documents) {
            for ((_, name, letter), &entity) in names.iter().zip(found.of_document(rank)) {
                let known = *letters.entry(entity).or_insert(letter);
                let number = *numbers.entry(letter).or_insert(entity);
                if (known, number) != (letter, entity) {
                    wrong.push(format!("{title}: `{name}` of document {rank} is {known}, not {letter}"));
                }
            }
        }
        wrong
    }

    #[test]
    fn names_stand_for_whom_the_cases_say() {
        let wrong: Vec<String> = CASES.trim().split("\n\n").flat_map(wrong).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn an_entity_is_called_by_its_most_frequent_full_name() {
        let lines = "1: PER Karlov = a; LOC US = b\n1: PER Andrey Karlov = a; LOC United States = b\n\
            1: PER Andrei Karlov = a; ORG Isis = d\n1: PER Andrei Karlov = a; ORG AP = c; ORG Islamic State = d\n\
            1: PER KARLOV = a; ORG AP = c";
        let found = entities(&lines.lines().map(read).collect::<Vec<_>>()).into_all();
        let called: Vec<_> = found.iter().map(|entity| (entity.name.as_str(), entity.documents)).collect();
        assert_eq!(called, [("Andrei Karlov", 5), ("United States", 2), ("Islamic State", 2), ("AP", 2)]);
        assert_eq!((found[3].document, found[3].entity, found[3].kind), (3, 1, EntityType::Organisation));
    }
}
