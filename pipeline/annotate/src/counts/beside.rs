//! What stands beside an outcome word.
//!
//! Answers for: the people next to the word, before or behind it, where the tree leads nowhere or astray: headlines, and
//! participles taken for nouns. Leaves to `affected` the way through the tree.

use schema::labels::{Relation, Upos};

use super::affected::{Stand, is_gerund, is_passive};
use super::people::is_noun_for_one;
use crate::key::{key, keys};
use crate::syntax::Parse;

/// The noun that a headline joins to the person at `at`: "mother, two children found dead", "2 women, man shot".
pub(super) fn listed_before(parse: Parse<'_>, at: usize) -> Option<usize> {
    use Relation::{Amod, Compound, Nummod};
    let is_own = |&child: &usize| child < at && matches!(parse.relation(child), Amod | Compound | Nummod);
    let first = parse.children(at).find(is_own).map_or(at, |child| parse.reach(child).start);
    let is_link = parse.words.key_before(first, 1).is_any(&keys![",", "and", "&"]);
    let noun = first.checked_sub(2).filter(|&noun| is_link && parse.upos(noun) == Some(Upos::Noun))?;
    let is_verb = |at: usize| matches!(parse.upos(at), Some(Upos::Verb | Upos::Aux));
    let start = parse.sentence(at).start;
    (start <= noun && !(start..first).any(is_verb)).then_some(noun)
}

/// The number that stands right before the participle or adjective at `at`, or before its noun: "four dead", "two
/// children dead".
pub(super) fn number_before(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_number = |place: usize| parse.upos(place) == Some(Upos::Num);
    let found = parse.lemma(at).is(key!("dead")) && parse.words.key_before(at, 1).is(key!("found"));
    let end = at.checked_sub(1 + usize::from(found))?;
    let noun = usize::from(parse.upos(end) == Some(Upos::Noun) && parse.relation(end) != Relation::NsubjPass);
    let number = end.checked_sub(noun).filter(|&place| is_number(place))?;
    let is_state = !is_gerund(parse, at) && !parse.words.form(at).ends_with('s');
    let counts_more = parse.upos(at + 1) == Some(Upos::Noun) && parse.sentence(at).contains(&(at + 1));
    let is_own = parse.sentence(at).contains(&number) && !is_aged(parse, number);
    (is_state && is_own && !counts_more).then_some(number)
}

/// Whether the number at `at` stands between commas or behind one, as an age does: "Boy, 12, killed".
fn is_aged(parse: Parse<'_>, at: usize) -> bool {
    parse.words.form_before(at) == ","
        && matches!(at.checked_sub(2).and_then(|before| parse.upos(before)), Some(Upos::Noun | Upos::Propn))
        && parse.words.integer(at).is_some_and(|age| age > 5)
}

/// Whether the verb at `at` stands right before a number of people: "killed two and injured three others".
pub(super) fn is_before_count(parse: Parse<'_>, at: usize) -> bool {
    let is_people = |place: usize| {
        let is_noun = matches!(parse.upos(place), Some(Upos::Noun | Upos::Propn | Upos::Sym | Upos::Punct));
        !is_noun || is_noun_for_one(parse.lemma(place)) || parse.words.is(place, key!("people"))
    };
    let is_count = |place: usize| {
        parse.upos(place) == Some(Upos::Num)
            && (is_people(place + 1) || parse.words.is(place + 1, key!("other")))
    };
    parse.relation(at) == Relation::Conj && is_count(at + 1) && !is_passive(parse, at)
}

/// Whether a mark parts the participle at `at` from what follows: "man killed, girl wounded".
pub(super) fn is_parted(parse: Parse<'_>, at: usize) -> bool {
    let is_closed = parse.lemma(at).is(key!("dead")) && parse.words.is(at + 1, key!("and"));
    is_closed || matches!(parse.words.form(at + 1), "," | ";" | ":")
}

/// The last noun or number before the word at `at` that hangs on it: a subject that the tree took for another thing.
pub(super) fn before(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_phrase = |place: usize| {
        matches!(parse.upos(place), Some(Upos::Noun | Upos::Propn | Upos::Num)) || is_age(parse, place)
    };
    let is_bare = |place: usize| !is_phrase(place) || parse.child(place, &[Relation::Case]).is_none();
    let own = parse.children(at).take_while(|&child| child < at);
    own.filter(|&child| is_phrase(child) && is_bare(child)).last().map(|found| first_joined(parse, found))
}

/// The first of those that the word at `at` is joined to.
fn first_joined(parse: Parse<'_>, at: usize) -> usize {
    let head = parse.head(at).filter(|&head| parse.relation(at) == Relation::Conj && is_phrase(parse, head));
    head.map_or(at, |head| first_joined(parse, head))
}

/// The nearest noun, number or name beside the word at `at`: before a participle, behind another form.
pub(super) fn find(parse: Parse<'_>, at: usize, stand: Stand) -> Option<usize> {
    let sentence = parse.sentence(at);
    if is_gerund(parse, at) && stand == Stand::Object && parse.lemma(at).is(key!("shoot")) {
        return None;
    }
    let is_left = stand == Stand::Subject || !is_gerund(parse, at) && !parse.words.form(at).ends_with('s');
    if is_left {
        let mut before = (sentence.start..at).rev().take(4).take_while(|&place| !is_end(parse, place));
        let found = before.find(|&place| {
            is_phrase(parse, place)
                || parse.upos(place) == Some(Upos::Adj)
                    && parse.words.key(place).is_any(&keys!["others", "more", "other"])
        });
        return found.map(|found| first_joined(parse, found));
    }
    behind(parse, at)
}

/// The first noun, number or name behind the word at `at`.
pub(super) fn behind(parse: Parse<'_>, at: usize) -> Option<usize> {
    let mut places = (at + 1..parse.sentence(at).end).take(5).take_while(|&place| !is_end(parse, place));
    places.find(|&place| is_phrase(parse, place) && !is_phrase(parse, place + 1))
}

fn is_phrase(parse: Parse<'_>, at: usize) -> bool {
    matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron)) || is_age(parse, at)
}

/// Whether the word at `at` is the last of "3-year-old", which stands for a person too.
pub(super) fn is_age(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is(key!("old")) && parse.words.form_before(at) == "-"
}

fn is_end(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is_any(&keys![",", ";", ":", ".", "and", "but", "-", "–", "—"])
}
