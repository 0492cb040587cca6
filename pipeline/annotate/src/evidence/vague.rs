//! Vague sources and vague numbers, which Wikipedia calls weasel words.
//!
//! Answers for: an unnamed many as the source ("critics say", "some argue"), quantities that leave open how many,
//! and adverbs of common opinion. Leaves to `complement` the passives that name nobody ("is considered").

use schema::labels::{EvidenceClass, Relation, Upos};

use super::company::Company;
use super::extent::{SUBJECTS, is_plural};
use super::hedge::{Entry, Frame, entries, entries_as};
use super::{Bearing, Place, complement};
use crate::key::{key, keys};
use crate::syntax::Parse;

/// The evidence that the word at `at` is by `entry`, if it is.
pub(super) fn find(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    if entry.frames.has(Frame::Esteem) {
        return esteem(parse, at, entry).or_else(|| complement::find(parse, at, entry));
    }
    let is_count = entry.frames.has(Frame::Count) && (counts(parse, at) || is_one_of(parse, at));
    let is_speaker =
        || parse.head(at).is_some_and(|verb| is_subject(parse, at) && Company::Speech.has(parse.lemma(verb)));
    let is_source = is_bare_source(parse, at)
        && (entry.frames.has(Frame::Source) || entry.frames.has(Frame::Speaker) && is_speaker());
    let noun = if is_source || is_head(parse, at) { at } else { parse.head(at)? };
    (is_count || is_source).then(|| Bearing::new(parse, (at..at + 1, entry), spoken(parse, noun)))
}

/// A superlative of esteem, the opinion of nobody in particular: "the most famous", "best known".
fn esteem(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    let start = if parse.words.key_before(at, 1).is_any(&keys!["-", "widely"]) {
        at.checked_sub(2)?
    } else {
        at.checked_sub(1)?
    };
    let is_superlative = parse.words.key(start).is_any(&keys!["most", "best", "least"]);
    let noun = parse.head(at).filter(|_| parse.relation(at) == Relation::Amod).unwrap_or(at);
    is_superlative.then(|| Bearing::new(parse, (start..at + 1, entry), Place::phrase(parse, noun)))
}

/// What a vague phrase bears on: what it is the source of, else itself.
fn spoken(parse: Parse<'_>, noun: usize) -> Place {
    let verb =
        parse.head(noun).filter(|&verb| is_subject(parse, noun) && Company::Speech.has(parse.lemma(verb)));
    let content = verb.and_then(|verb| parse.child(verb, &[Relation::Ccomp]));
    Place::phrase(parse, content.unwrap_or(noun))
}

/// Whether the word at `at` stands alone for those it counts: "some argue", "many of them".
fn is_head(parse: Parse<'_>, at: usize) -> bool {
    !matches!(parse.relation(at), Relation::Det | Relation::Amod | Relation::Advmod | Relation::Nummod)
}

/// Whether the word at `at` counts things without saying how many, as a part of what the clause tells.
fn counts(parse: Parse<'_>, at: usize) -> bool {
    if parse.upos(at) == Some(Upos::Noun) {
        return is_plural(parse, at) && !is_determined(parse, at) && is_part(parse, at);
    }
    if parse.words.key_before(at, 1).is_any(&keys!["as", "so", "too", "how"]) {
        return false;
    }
    match parse.head(at) {
        Some(noun) if matches!(parse.relation(at), Relation::Det | Relation::Amod) => {
            let is_number = parse.upos(at + 1) == Some(Upos::Num) || Company::Measure.has(parse.lemma(noun));
            is_plural(parse, noun) && !is_number && !is_definite(parse, noun) && is_part(parse, noun)
        }
        _ => is_head(parse, at) && is_part(parse, at) && !is_definite(parse, at),
    }
}

/// Whether the phrase at `at` is the subject, an object or an adverbial of a clause.
fn is_part(parse: Parse<'_>, at: usize) -> bool {
    let relation = parse.relation(at);
    SUBJECTS.contains(&relation)
        || matches!(
            relation,
            Relation::Obj | Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::Conj
        )
}

/// Whether the word at `at` is the "most" of "one of the most".
fn is_one_of(parse: Parse<'_>, at: usize) -> bool {
    let before = |back: usize| parse.words.key_before(at, back);
    let is_open = before(3).is(key!("one")) && before(2).is(key!("of")) || before(2).is(key!("among"));
    parse.words.is(at, key!("most")) && before(1).is(key!("the")) && is_open
}

/// Whether "the", "these" or a possessor tells which are meant.
fn is_definite(parse: Parse<'_>, at: usize) -> bool {
    parse.children(at).any(|child| {
        let is_the = || parse.words.key(child).is_any(&keys!["the", "this", "that", "these", "those"]);
        parse.relation(child) == Relation::NmodPoss || parse.relation(child) == Relation::Det && is_the()
    })
}

fn is_subject(parse: Parse<'_>, at: usize) -> bool {
    SUBJECTS.contains(&parse.relation(at))
}

/// Whether an article, a possessor or a number tells who is meant.
fn is_determined(parse: Parse<'_>, at: usize) -> bool {
    let tells = |child: usize| match parse.relation(child) {
        Relation::Det => !entries(parse.lemma(child)).iter().any(|entry| entry.frames.has(Frame::Count)),
        Relation::NmodPoss | Relation::Nummod | Relation::Nmod | Relation::Appos | Relation::Acl => true,
        Relation::Compound | Relation::Flat => parse.upos(child) == Some(Upos::Propn),
        _ => false,
    };
    parse.children(at).any(tells)
}

/// Whether nothing tells who of the plural at `at` is meant.
fn is_bare_source(parse: Parse<'_>, at: usize) -> bool {
    let is_active = || is_subject(parse, at) || parse.relation(at) == Relation::OblAgent;
    is_plural(parse, at) && !is_determined(parse, at) && is_active()
}

/// Whether the phrase at `at` is one that names nobody: "by some", "by many scholars", "by critics".
pub(super) fn is_vague(parse: Parse<'_>, at: usize) -> bool {
    let upos = parse.upos(at).unwrap_or(Upos::X);
    let is_counted = |place: usize| {
        let upos = parse.upos(place).unwrap_or(Upos::X);
        entries_as(parse.lemma(place), upos).any(|entry| entry.frames.has(Frame::Count))
    };
    let is_source = || {
        let mut rows = entries_as(parse.lemma(at), upos);
        rows.any(|entry| entry.frames.has(Frame::Source) || entry.frames.has(Frame::Speaker))
            && is_plural(parse, at)
            && !is_determined(parse, at)
    };
    is_counted(at) || parse.children(at).any(is_counted) || is_source()
}

/// The adverb of common opinion or habit beside the verb at `at`: "widely", "often".
pub(super) fn adverb(parse: Parse<'_>, at: usize) -> Option<usize> {
    parse.children(at).find(|&child| {
        let is_view = |entry: &Entry| entry.frames.has(Frame::View) && entry.class == EvidenceClass::Weasel;
        parse.relation(child) == Relation::Advmod && entries(parse.lemma(child)).iter().any(is_view)
    })
}
