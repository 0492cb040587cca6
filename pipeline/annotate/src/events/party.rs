//! Who takes part in an event.
//!
//! Answers for: whether a noun stands for somebody (a person, a body, a state), who is meant where it does
//! not ("an attack by rebels", "ties with Velden"), and the words that name them. Leaves to others where in
//! the clause to look.

use std::ops::Range;
use std::sync::LazyLock;

use schema::labels::{EntityType, Relation, Upos};
use schema::{Annotations, Mention, Participant};

use super::clause::is_phrase;
use super::lexicon::is_deed;
use crate::key::{Key, key, keys};
use crate::language::gazetteer::Listing;
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Party {
    /// The words.
    pub(super) words: Range<usize>,
    /// The word that heads them, or heads those for whom a pronoun stands; `None` where several are named
    /// together.
    head: Option<usize>,
}

impl Party {
    /// The noun at `head` with its phrase.
    pub(super) fn of(parse: Parse<'_>, names: &Names<'_>, head: usize) -> Self {
        let is_one = parse.child(head, &[Relation::Conj]).is_none();
        Self { words: phrase(parse, names, head), head: is_one.then_some(head) }
    }

    /// The words of a name, or the word at `at`.
    pub(super) fn name_at(parse: Parse<'_>, names: &Names<'_>, at: usize) -> Self {
        Self { words: name_around(parse, names, at), head: Some(at) }
    }

    /// Several who are named together.
    pub(super) const fn several(words: Range<usize>) -> Self {
        Self { words, head: None }
    }

    /// Those that a pronoun in the clause of a complement stands for are the one at `reporter`, who says it, where
    /// both may be the same.
    pub(super) fn said_by(self, parse: Parse<'_>, names: &Names<'_>, reporter: usize) -> Self {
        let is_person = names.mention(reporter).map(|mention| mention.kind == EntityType::Person);
        let is_meant = self.head.is_some_and(|head| match is_person {
            Some(true) => parse.lemma(head).is_any(&keys!["he", "she"]),
            Some(false) => parse.lemma(head).is_any(&keys!["it", "they"]),
            None => false,
        });
        if is_meant { Self { head: Some(reporter), ..self } } else { self }
    }

    /// As the article has it.
    pub(super) fn participant(&self, parse: Parse<'_>, names: &Names<'_>) -> Participant {
        let entity = self.head.and_then(|head| names.mention(head)).map(|mention| mention.entity);
        Participant { span: parse.span(self.words.clone()), entity }
    }
}

/// How deep a phrase is searched for somebody.
const DEEPEST: usize = 4;

/// Nouns that stand for people or for a body, by their lemma.
static SOMEBODY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let is_person = |row: &Vec<&'static str>| row.len() == 2 && row[1] != "document";
    let roles = rows(include_str!("../../data/source_roles.tsv")).filter(is_person).map(|row| row[0]);
    let people = rows(include_str!("../../data/people.tsv")).map(|row| row[0]);
    let others = rows(include_str!("../../data/collectives.txt")).map(|row| row[0]);
    Lexicon::new(roles.chain(people).chain(others).map(|word| (word, ())))
});

/// Adjectives of nationality.
static NATIONALITIES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = rows(include_str!("../../data/demonyms.tsv")).map(|row| (row[0], ()));
    Lexicon::new(words.filter(|(word, ())| !word.contains(' ')))
});

/// The names of an article, found by the place of a word.
pub(super) struct Names<'a> {
    mentions: &'a [Mention],
    /// The place of each word's mention; [`NONE`] outside of names.
    of_word: Vec<u32>,
}

/// No name.
const NONE: u32 = u32::MAX;

/// Part of an expression of time.
const TIME: u32 = u32::MAX - 1;

impl<'a> Names<'a> {
    /// The names among `found`.
    pub(super) fn new(parse: Parse<'_>, found: &'a Annotations) -> Self {
        let mut of_word = vec![NONE; parse.len()];
        for (index, mention) in (0..).zip(&found.mentions) {
            of_word[parse.places(mention.span)].fill(index);
        }
        for time in &found.times {
            of_word[parse.places(time.span)].fill(TIME);
        }
        Self { mentions: &found.mentions, of_word }
    }

    /// The place of the name that the word at `at` is part of.
    pub(super) fn at(&self, at: usize) -> Option<usize> {
        self.of_word.get(at).filter(|&&index| index < TIME).map(|&index| index as usize)
    }

    /// Whether the word at `at` is part of an expression of time.
    pub(super) fn is_time(&self, at: usize) -> bool {
        self.of_word.get(at) == Some(&TIME)
    }

    /// The name that the word at `at` is part of.
    pub(super) fn mention(&self, at: usize) -> Option<&'a Mention> {
        self.at(at).map(|index| &self.mentions[index])
    }
}

/// Whether the word at `at` stands for somebody.
pub(super) fn is_somebody(parse: Parse<'_>, names: &Names<'_>, at: usize) -> bool {
    if names.is_time(at) {
        return false;
    }
    match parse.upos(at) {
        Some(Upos::Propn) => true,
        Some(Upos::Pron) => parse.lemma(at).is_any(&keys![
            "he",
            "she",
            "it",
            "they",
            "i",
            "we",
            "you",
            "who",
            "whom",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "anyone",
            "anybody",
            "nobody",
            "himself",
            "herself",
            "themselves",
            "each"
        ]),
        Some(Upos::Noun) => {
            SOMEBODY.get(parse.lemma(at)).is_some() || names.at(at).is_some() || is_unknown_name(parse, at)
        }
        Some(Upos::Adj | Upos::Num | Upos::Det) => is_count_of_people(parse, at) || names.at(at).is_some(),
        _ => false,
    }
}

/// Whether the noun, a bare subject, has its capital as a name that the tagger does not know: "Velden praised".
fn is_unknown_name(parse: Parse<'_>, at: usize) -> bool {
    let is_bare =
        || parse.children(at).all(|child| matches!(parse.relation(child), Relation::Conj | Relation::Cc));
    parse.relation(at) == Relation::Nsubj
        && parse.words.is_capitalised(at)
        && parse.words.is_lower(at + 1)
        && parse.words.key(at).is(parse.lemma(at))
        && is_bare()
        && !is_deed(parse.lemma(at))
        && !Listing::of(parse.words.form(at)).is_everyday()
}

/// Whether a numeral or the like stands where a noun does: "killed at least 30", "many were hurt".
fn is_count_of_people(parse: Parse<'_>, at: usize) -> bool {
    let is_noun_place = matches!(
        parse.relation(at),
        Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::OblAgent | Relation::OblUnmarked
    );
    is_noun_place
        && parse.child(at, &[Relation::Nmod]).is_none()
        && !parse.words.key(at).is_any(&keys!["this", "that"])
}

/// Whether the noun at `at` stands for somebody itself.
pub(super) fn is_told(parse: Parse<'_>, names: &Names<'_>, at: usize) -> bool {
    is_somebody(parse, names, at)
        || is_beside_somebody(parse, names, at)
        || is_number_of_somebody(parse, names, at)
}

/// Who is meant by the noun at `at`: the noun's own phrase where it stands for somebody, else whoever it
/// tells of.
pub(super) fn named(parse: Parse<'_>, names: &Names<'_>, at: usize) -> Option<Party> {
    head(parse, names, at, DEEPEST).map(|head| Party::of(parse, names, head))
}

fn head(parse: Parse<'_>, names: &Names<'_>, at: usize, depth: usize) -> Option<usize> {
    if is_told(parse, names, at) {
        return Some(at);
    }
    let below = depth.checked_sub(1)?;
    let inside = |relations: &[Relation]| {
        let mut children = parse.children(at).filter(|&child| relations.contains(&parse.relation(child)));
        children.find_map(|child| head(parse, names, child, below))
    };
    if parse.upos(at) == Some(Upos::Verb) {
        return inside(&[Relation::Obj, Relation::OblAgent, Relation::Obl]);
    }
    inside(&[Relation::NmodPoss])
        .or_else(|| nationality(parse, names, at))
        .or_else(|| {
            let is_inside = |child: usize| {
                let case = parse.child(child, &[Relation::Case]).map(|case| parse.words.key(case));
                let is_town = || names.mention(child).is_some_and(|mention| is_town(parse, mention));
                let is_scene =
                    case.is_some_and(|case| case.is(key!("at")) || case.is(key!("in")) && is_town());
                is_phrase(parse.relation(child)) && !is_scene
            };
            let mut children = parse.children(at).filter(|&child| is_inside(child));
            children.find_map(|child| head(parse, names, child, below))
        })
        .or_else(|| inside(&[Relation::Appos]))
        .or_else(|| inside(&[Relation::Conj]))
}

/// Whether the noun, capitalised, is named with somebody: one of two sides of which the tagger knows one.
fn is_beside_somebody(parse: Parse<'_>, names: &Names<'_>, at: usize) -> bool {
    let is_other =
        |child: usize| parse.relation(child) == Relation::Conj && parse.upos(child) == Some(Upos::Propn);
    parse.words.is_capitalised(at) && !names.is_time(at) && parse.children(at).any(is_other)
}

/// Whether the noun counts people: "dozens of tourists", "a group of men".
fn is_number_of_somebody(parse: Parse<'_>, names: &Names<'_>, at: usize) -> bool {
    let counts = keys![
        "bunch", "pair", "dozen", "score", "hundred", "thousand", "million", "number", "majority", "rest",
        "lot", "couple", "handful", "most", "some", "many", "several", "all", "both", "half", "one", "two",
        "three", "four", "five", "none"
    ];
    (parse.lemma(at).is_any(&counts) || parse.upos(at) == Some(Upos::Num))
        && parse.child(at, &[Relation::Nmod]).is_some_and(|of| is_somebody(parse, names, of))
}

/// The word before the noun at `at` that tells whose it is: "Israeli strikes", "police raid".
pub(super) fn nationality(parse: Parse<'_>, names: &Names<'_>, at: usize) -> Option<usize> {
    parse.children(at).take_while(|&child| child < at).find(|&child| match parse.relation(child) {
        Relation::Amod | Relation::Compound | Relation::NmodDesc => {
            names.mention(child).is_some_and(|mention| !is_town(parse, mention))
                || NATIONALITIES.get(parse.words.key(child)).is_some()
                || (parse.relation(child) == Relation::Compound
                    && names.at(child).is_none()
                    && !is_quality(parse, child)
                    && is_somebody(parse, names, child))
        }
        _ => false,
    })
}

/// Whether a word before a noun tells what it is like though it may stand for somebody elsewhere: "a mass
/// shooting".
pub(super) fn is_quality(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is_any(&keys!["capital", "child", "mass", "news", "press", "twin"])
        || parse.upos(at) == Some(Upos::Propn) && Listing::of(parse.words.form(at)).is_everyday()
}

/// Whether a name is that of a town, which before a noun says where rather than who: "the Velden shooting".
fn is_town(parse: Parse<'_>, mention: &Mention) -> bool {
    let last = parse.places(mention.span).next_back();
    mention.kind == EntityType::Location
        && last.is_some_and(|last| Listing::of(parse.words.form(last)).is_town())
}

/// Whether the party hangs on the word at `at` by a phrase that says where.
pub(super) fn is_scene(parse: Parse<'_>, party: &Party, at: usize) -> bool {
    let has_place_case = |word: usize| {
        let mut cases = parse.children(word).filter(|&child| parse.relation(child) == Relation::Case);
        cases.any(|case| {
            parse.words.key(case).is_any(&keys!["in", "at", "near", "outside", "inside", "across"])
        })
    };
    let Some(head) = party.head.or(Some(party.words.start)) else { return false };
    let mut path = parse.upwards(head).take_while(|&above| Some(above) != parse.head(at));
    path.any(has_place_case)
}

/// The words of the noun at `at` with what describes it and who is named with it, clauses aside.
fn phrase(parse: Parse<'_>, names: &Names<'_>, at: usize) -> Range<usize> {
    let name = name_around(parse, names, at);
    let Range { mut start, mut end } = name.clone();
    let outside = |child: &usize| !name.contains(child);
    for child in name.clone().flat_map(|word| parse.children(word)).filter(outside) {
        let range = match parse.relation(child) {
            Relation::Conj if is_noun(parse, child) => phrase(parse, names, child),
            Relation::Nmod if names.is_time(child) => continue,
            Relation::Det
            | Relation::DetPredet
            | Relation::Amod
            | Relation::Compound
            | Relation::Flat
            | Relation::Nummod
            | Relation::Nmod
            | Relation::NmodPoss
            | Relation::NmodDesc
            | Relation::Advmod
            | Relation::CcPreconj => parse.reach(child),
            _ => continue,
        };
        let is_conjunct = parse.relation(child) == Relation::Conj;
        let is_behind_mark = child > at && !is_conjunct && has_gap(parse, end..range.start);
        if range.contains(&at) || is_behind_mark {
            continue;
        }
        start = start.min(range.start);
        end = end.max(range.end);
    }
    without_edges(parse, start, end, at)
}

fn is_noun(parse: Parse<'_>, at: usize) -> bool {
    matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num))
}

/// Whether a mark parts what is taken from what would be.
fn has_gap(parse: Parse<'_>, mut between: Range<usize>) -> bool {
    between.any(|place| matches!(parse.words.form(place), "," | "–" | "—" | "--" | "(" | ";" | ":"))
}

/// `start..end` without marks and prepositions at its edges.
fn without_edges(parse: Parse<'_>, mut start: usize, mut end: usize, head: usize) -> Range<usize> {
    let is_loose = |at: usize| {
        matches!(parse.relation(at), Relation::Punct | Relation::Case | Relation::Cc | Relation::Mark)
    };
    let bounds = |at: usize| parse.words.key(at + 1).is_any(&keys!["least", "most"]);
    while start < head && is_loose(start) && !bounds(start) {
        start += 1;
    }
    while end > head + 1 && is_loose(end - 1) {
        end -= 1;
    }
    start..end
}

/// The words of the name that the word at `at` is part of, else the word.
fn name_around(parse: Parse<'_>, names: &Names<'_>, at: usize) -> Range<usize> {
    names.mention(at).map_or(at..at + 1, |mention| parse.places(mention.span))
}

/// Whether the phrase of the word at `at` is or holds a name, as that of a place that somebody goes to.
pub(super) fn holds_name(parse: Parse<'_>, names: &Names<'_>, at: usize) -> bool {
    parse.reach(at).any(|word| names.at(word).is_some())
        || (parse.upos(at) == Some(Upos::Propn) && !names.is_time(at))
}

/// The key of the word that heads a conjunct, for a look at each: "shells and rockets".
pub(super) fn coordinated(parse: Parse<'_>, at: usize) -> impl Iterator<Item = Key> {
    let rest = parse.children(at).filter(move |&child| parse.relation(child) == Relation::Conj);
    std::iter::once(at).chain(rest).map(move |place| parse.lemma(place))
}
