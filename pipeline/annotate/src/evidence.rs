//! Words of uncertainty and negation.
//!
//! # What it marks
//!
//! Evidence: the words by which the author, or a source, does not put a thing forward as plainly so, each with its
//! class and with its scope, the words that it bears on.
//!
//! # How it decides
//!
//! `data/hedges.tsv` says which words are evidence in which construction; the tree says whether the construction
//! stands there. An adverb, an auxiliary, `not` bears on the clause or phrase of its head; a determiner on its
//! noun, and on the clause of which that is subject or object; a verb, adjective or noun on its complement, and on
//! the whole clause where the complement shares its subject (`is believed to have fled`). `If` bears on the
//! clause that depends on it, `whether` on its own. `Could` is left out where it tells an ability, `would` where it
//! tells the future of a past. A scope is one stretch of words, so it may hold a few that stand between.
//!
//! # Example
//!
//! ```text
//! The gunman, reportedly a policeman, may have fled.
//!             ---------- ~~~~~~~~~~~                  hearsay
//! ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ --- ~~~~~~~~~   epistemic
//! ```
//!
//! # Known misses
//!
//! - `May` of permission counts, unless "you" or any of a kind may; `can` of possibility does not.
//! - Quotation marks of distance.
//! - Verbs that the tagger takes for nouns ("police suspect arson"), contents that the tree takes for relative
//!   clauses ("the rumour that she had left").
//! - "Some", "many", "several" count as weasels wherever they leave open how many, with their noun as scope, as
//!   in the shared task; only where they are the source of something do they bear on a statement.
//!
//! # Sources
//!
//! `BioScope` (Vincze et al. 2008) for cues and scopes; the CoNLL-2010 shared task (Farkas et al. 2010) for weasels;
//! Szarvas et al. 2012 for the classes.

mod company;
mod complement;
pub(crate) mod extent;
mod hedge;
mod modifier;
mod vague;

use std::ops::Range;

use schema::Evidence;
use schema::labels::{EvidenceClass, Factuality, Relation, Upos};

use crate::key::key;
use crate::syntax::Parse;
use extent::{extent, trimmed};
use hedge::{Entry, Frame, Partner};

/// A word of evidence with the predicate or noun that it bears on.
#[derive(Debug, Clone)]
pub(crate) struct Bearing {
    pub(crate) evidence: Evidence,
    /// The place of its last word.
    pub(crate) at: usize,
    /// The place of the head of what it bears on.
    pub(crate) target: usize,
    /// What a plain statement becomes by it.
    pub(crate) value: Factuality,
    /// Whether its lemma is a word with "not" or "no" before it.
    pub(crate) is_negated: bool,
}

/// What evidence bears on.
#[derive(Debug, Clone)]
struct Place {
    range: Range<usize>,
    target: usize,
}

impl Place {
    /// The clause whose predicate stands at `at`.
    fn clause(parse: Parse<'_>, at: usize) -> Self {
        Self { range: extent(parse, at, None), target: at }
    }

    /// The phrase or clause whose head stands at `at`.
    fn phrase(parse: Parse<'_>, at: usize) -> Self {
        Self::clause(parse, at)
    }

    /// The phrase at `noun` without the clause or word at `at` that judges it.
    fn statement(parse: Parse<'_>, noun: usize, at: usize) -> Self {
        let mut path = parse.upwards(at).take_while(|&place| place != noun);
        Self { range: extent(parse, noun, path.by_ref().last()), target: noun }
    }
}

impl Bearing {
    fn new(parse: Parse<'_>, (cue, entry): (Range<usize>, &'static Entry), place: Place) -> Self {
        Self::of_class(parse, (cue, entry, entry.class), place)
    }

    fn of_class(
        parse: Parse<'_>,
        (cue, entry, class): (Range<usize>, &'static Entry, EvidenceClass),
        place: Place,
    ) -> Self {
        let range = trimmed(parse, place.range);
        let scope = (!range.is_empty()).then(|| parse.span(range));
        let sentence = parse.words.tokens[cue.start].sentence;
        let evidence =
            Evidence { span: parse.span(cue.clone()), sentence, class, lemma: entry.lemma.into(), scope };
        let is_negated = entry.partner == Partner::Negated;
        Self { evidence, at: cue.end - 1, target: place.target, value: entry.value, is_negated }
    }
}

/// The evidence of an article, in the order of the text.
pub(crate) fn mark(parse: Parse<'_>) -> Vec<Bearing> {
    let mut found = Vec::new();
    for sentence in parse.by_sentence() {
        let first = found.len();
        found.extend(sentence.filter_map(|at| word(parse, at)));
        settle(&mut found, first);
    }
    found
}

/// The evidence whose last word stands at `at`.
fn word(parse: Parse<'_>, at: usize) -> Option<Bearing> {
    let upos = parse.upos(at)?;
    if matches!(upos, Upos::Punct | Upos::Propn | Upos::Num) {
        return None;
    }
    if is_so_called(parse, at) {
        return so_called(parse, at);
    }
    let upos = if is_brought_in(parse, at) { Upos::Noun } else { upos };
    let mut rows = hedge::entries_as(parse.lemma(at), upos);
    rows.find_map(|entry| {
        let is_vague = [Frame::Count, Frame::Source, Frame::Speaker, Frame::Esteem]
            .iter()
            .any(|frame| entry.frames.has(*frame));
        match entry.upos {
            _ if is_vague => vague::find(parse, at, entry),
            Upos::Verb | Upos::Noun | Upos::Adj => complement::find(parse, at, entry),
            _ => modifier::find(parse, at, entry),
        }
    })
}

/// Whether the word at `at` is a noun that "there are" brings in, whatever its tag: "there are reports".
fn is_brought_in(parse: Parse<'_>, at: usize) -> bool {
    let is_there = |verb: usize| parse.child(verb, &[Relation::Expl]).is_some();
    parse.relation(at) == Relation::Nsubj && parse.head(at).is_some_and(is_there)
}

/// Whether the word at `at` ends "so-called", which is three tokens.
fn is_so_called(parse: Parse<'_>, at: usize) -> bool {
    parse.words.is(at, key!("called"))
        && parse.words.key_before(at, 2).is(key!("so"))
        && parse.words.adjoins(at)
}

fn so_called(parse: Parse<'_>, at: usize) -> Option<Bearing> {
    let entry = hedge::entries(key!("so-called")).first()?;
    let noun =
        parse.head(at).filter(|_| matches!(parse.relation(at), Relation::Amod | Relation::Compound))?;
    Some(Bearing::new(parse, (at - 2..at + 1, entry), Place::phrase(parse, noun)))
}

/// Puts what was found in a sentence, from `first` on, in order, without words that are parts of other cues ("not"
/// in "not clear") or say what another says of the same clause ("whether" behind "unclear").
fn settle(found: &mut Vec<Bearing>, first: usize) {
    found[first..].sort_by_key(|one| one.evidence.span);
    let is_repeated = |nth: &usize| found[first..].iter().any(|other| repeats(&found[*nth], other));
    let repeated: Vec<usize> = (first..found.len()).filter(is_repeated).collect();
    for nth in repeated.into_iter().rev() {
        found.remove(nth);
    }
}

/// Whether `other` says what `one` does.
fn repeats(one: &Bearing, other: &Bearing) -> bool {
    let (word, more) = (&one.evidence, &other.evidence);
    let is_part = word.span != more.span && more.span.contains(word.span);
    let is_doubled = word.lemma == "whether" && more.lemma != "whether" && word.class == more.class;
    is_part || is_doubled && one.target == other.target
}
