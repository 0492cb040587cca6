//! Evidence in verbs, adjectives and nouns, which bear on what they take.
//!
//! Answers for: finding the complement that a row of the lexicon asks for, and the scope that follows: the
//! complement, or the whole clause where its subject is the complement's too ("is believed to have fled"). Leaves
//! to its siblings the words that bear on their head, and vague sources.

use std::ops::Range;

use schema::labels::{EvidenceClass, Relation, Upos};

use super::company::Company;
use super::extent::{
    SUBJECTS, extent, is_gerund, is_infinitive, is_interrogative, is_passive, is_plural, negator,
};
use super::hedge::{Entry, Frame, Partner, entries};
use super::{Bearing, Place, vague};
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// How a complement is joined to its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    That,
    Wh,
    To,
    Ing,
    Object,
    Predicative,
    Preposition(Key),
}

/// The evidence that the word at `at` is by `entry`, if it is.
pub(super) fn find(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    let cue = cue(parse, at, entry)?;
    if entry.frames.has(Frame::Attribute) && is_attribute(parse, at) {
        let noun = parse.head(at)?;
        return Some(Bearing::new(parse, (cue, entry), Place::phrase(parse, noun)));
    }
    match entry.upos {
        Upos::Noun => of_noun(parse, at, entry),
        Upos::Adj => of_adjective(parse, at, entry),
        _ => of_verb(parse, at, entry),
    }
    .map(|place| Bearing::new(parse, (cue, entry), place))
}

/// The words of the cue; `None` where the entry's second word is missing.
fn cue(parse: Parse<'_>, at: usize, entry: &Entry) -> Option<Range<usize>> {
    match entry.partner {
        Partner::Well => {
            let back = if parse.words.key_before(at, 1).is(key!("-")) { 2 } else { 1 };
            parse.words.key_before(at, back).is(key!("well")).then(|| at - back..at + 1)
        }
        Partner::None if entry.class == EvidenceClass::Weasel => {
            Some(vague::adverb(parse, at).filter(|&adverb| adverb + 1 == at).unwrap_or(at)..at + 1)
        }
        Partner::None => Some(at..at + 1),
        Partner::Negated => {
            let negator = negator(parse, at).filter(|&negator| negator < at)?;
            Some(if at - negator <= 2 { negator..at + 1 } else { at..at + 1 })
        }
        Partner::Particle(particle) => {
            let is_near = |place: &usize| parse.words.is(*place, particle);
            (at + 1..at + 3).find(is_near).map(|place| at..place + 1)
        }
    }
}

/// Whether the word at `at` modifies the noun behind it.
fn is_attribute(parse: Parse<'_>, at: usize) -> bool {
    let is_before = parse.head(at).is_some_and(|head| head > at);
    let is_dark = parse.words.key_before(at, 1).is_any(&keys!["no", "best", "worst", "every"]);
    parse.relation(at) == Relation::Amod && is_before && !is_dark
}

fn of_verb(parse: Parse<'_>, at: usize, entry: &Entry) -> Option<Place> {
    let is_passive = is_passive(parse, at);
    let is_plain_passive = parse.child(at, &[Relation::AuxPass]).is_some();
    if entry.class == EvidenceClass::Weasel && (!is_passive || has_named_agent(parse, at)) {
        return None;
    }
    if entry.frames.has(Frame::Often) && vague::adverb(parse, at).is_some() {
        return Some(Place::clause(parse, at));
    }
    if entry.frames.has(Frame::Claim)
        && let Some(noun) = claim(parse, at)
    {
        return Some(Place::statement(parse, noun, at));
    }
    let fits = |join: Join| {
        let (active, passive) = frames(join);
        // A participle alone takes no clause: "after a witness said that" is no passive, whatever the tree.
        let in_voice = if join == Join::That { is_plain_passive } else { is_passive }
            && passive.is_some_and(|frame| entry.frames.has(frame));
        let of_thing =
            join == Join::That && !is_passive && entry.frames.has(Frame::ThingThat) && is_of_thing(parse, at);
        active.is_some_and(|frame| entry.frames.has(frame)) || in_voice || of_thing
    };
    let is_raising = |join: Join| !matches!(join, Join::That | Join::Wh | Join::Object | Join::Ing);
    let fitting = complements(parse, at).filter(|(join, _)| fits(*join));
    // A clause says more than the object or the subject of the passive beside it.
    if let Some((join, place)) = fitting.min_by_key(|(join, _)| *join == Join::Object) {
        return match join {
            Join::Object => object(parse, at, place, entry),
            _ if is_raising(join) => Some(Place { range: extent(parse, at, None), target: place }),
            _ => Some(Place::phrase(parse, place)),
        };
    }
    entry.frames.has(Frame::Any).then(|| Place::clause(parse, at))
}

fn of_adjective(parse: Parse<'_>, at: usize, entry: &Entry) -> Option<Place> {
    if parse.words.key_before(at, 1).is_any(&keys!["as", "if", "where", "when", "whenever", "wherever"]) {
        return None;
    }
    if entry.frames.has(Frame::Claim)
        && let Some(noun) = claim(parse, at)
    {
        return Some(Place::statement(parse, noun, at));
    }
    let is_clausal = |join: Join| matches!(join, Join::That | Join::Wh | Join::To);
    let fits = |join: Join| frames(join).0.is_some_and(|frame| entry.frames.has(frame));
    let complement = complements(parse, at).find(|(join, _)| is_clausal(*join) || fits(*join));
    let Some((join, place)) = complement else {
        let is_predicate = parse.child(at, &[Relation::Cop]).is_some()
            || parse.relation(at) == Relation::Xcomp && parse.head(at).is_some();
        return (entry.frames.has(Frame::Any) && is_predicate).then(|| Place::clause(parse, at));
    };
    if !fits(join) {
        return None;
    }
    let is_raising = join == Join::To;
    let range = if is_raising { extent(parse, at, None) } else { extent(parse, place, None) };
    Some(Place { range, target: place })
}

fn of_noun(parse: Parse<'_>, at: usize, entry: &Entry) -> Option<Place> {
    let is_certain = entry.partner == Partner::None && negator(parse, at).is_some();
    if is_certain || parse.words.key_before(at, 1).is(key!("without")) {
        return None;
    }
    if entry.class == EvidenceClass::Denial
        && let Some(subject) = parse.child(at, &SUBJECTS)
    {
        return Some(Place::statement(parse, subject, at));
    }
    let fits = |join: Join| match join {
        Join::Preposition(word) if word.is(key!("of")) => {
            entry.frames.has(Frame::Of)
                || entry.frames.has(Frame::ManyOf) && is_plural(parse, at)
                || entry.frames.has(Frame::AnOf) && has_article(parse, at)
        }
        join => frames(join).0.is_some_and(|frame| entry.frames.has(frame)),
    };
    let complement = complements(parse, at).find(|(join, _)| fits(*join));
    match complement {
        Some((_, place)) => Some(Place::phrase(parse, place)),
        None => entry.frames.has(Frame::Bare).then(|| Place::phrase(parse, at)),
    }
}

/// Whether "a" stands before the noun at `at`, or "the" before a majority.
fn has_article(parse: Parse<'_>, at: usize) -> bool {
    parse.children(at).any(|child| parse.words.key(child).is_any(&keys!["a", "an"]))
        || parse.lemma(at).is(key!("majority"))
}

/// The frames that a complement fills in the active and in the passive.
fn frames(join: Join) -> (Option<Frame>, Option<Frame>) {
    match join {
        Join::That => (Some(Frame::That), Some(Frame::BeThat)),
        Join::Wh => (Some(Frame::Wh), None),
        Join::To => (Some(Frame::To), Some(Frame::BeTo)),
        Join::Ing => (Some(Frame::Ing), None),
        Join::Object => (Some(Frame::Object), None),
        Join::Predicative => (Some(Frame::Predicative), Some(Frame::BePredicative)),
        Join::Preposition(word) if word.is(key!("as")) => (Some(Frame::As), Some(Frame::BeAs)),
        Join::Preposition(word) if word.is(key!("of")) => (Some(Frame::Of), None),
        Join::Preposition(word) if word.is(key!("from")) => (Some(Frame::From), None),
        Join::Preposition(word) if word.is(key!("at")) => (None, Some(Frame::BeAt)),
        Join::Preposition(word) if word.is(key!("with")) => (None, Some(Frame::BeWith)),
        Join::Preposition(_) => (None, None),
    }
}

/// The complements of the word at `at`, in order.
fn complements(parse: Parse<'_>, at: usize) -> impl Iterator<Item = (Join, usize)> {
    parse.children(at).filter_map(move |child| join(parse, child).map(|join| (join, child)))
}

/// How the word at `child` completes its head; `None` where it does not.
fn join(parse: Parse<'_>, child: usize) -> Option<Join> {
    match parse.relation(child) {
        Relation::Obj | Relation::NsubjPass => Some(Join::Object),
        Relation::AdvclRelcl => is_interrogative(parse, child).then_some(Join::Wh),
        Relation::Ccomp | Relation::Csubj | Relation::CsubjPass | Relation::CsubjOuter => {
            Some(clause(parse, child))
        }
        Relation::Xcomp if is_infinitive(parse, child) => Some(Join::To),
        Relation::Xcomp if is_gerund(parse, child) => Some(Join::Ing),
        Relation::Xcomp => Some(preposition(parse, child).unwrap_or(Join::Predicative)),
        Relation::Acl | Relation::Advcl => {
            let is_asked =
                is_interrogative(parse, child) && !parse.words.is(parse.reach(child).start, key!("if"));
            let is_of_noun = parse.relation(child) == Relation::Acl;
            match preposition(parse, child) {
                Some(join) => Some(join),
                None if is_asked => Some(Join::Wh),
                None if is_infinitive(parse, child) => Some(Join::To),
                None => is_of_noun.then(|| clause(parse, child)).filter(|join| *join == Join::That),
            }
        }
        Relation::Obl | Relation::Nmod | Relation::OblUnmarked => preposition(parse, child),
        _ => None,
    }
}

/// How a clause completes its head.
fn clause(parse: Parse<'_>, at: usize) -> Join {
    if is_interrogative(parse, at) {
        Join::Wh
    } else if is_infinitive(parse, at) {
        Join::To
    } else if is_gerund(parse, at) {
        Join::Ing
    } else if parse.upos(at) == Some(Upos::Verb) && parse.child(at, &SUBJECTS).is_none() {
        // A participle without a subject, "reports published on Monday", is no content.
        Join::Predicative
    } else {
        Join::That
    }
}

/// The preposition before the phrase or clause at `at`.
fn preposition(parse: Parse<'_>, at: usize) -> Option<Join> {
    let mut leads = parse
        .children(at)
        .filter(|&child| matches!(parse.relation(child), Relation::Case | Relation::Mark) && child < at);
    let word = leads.next().map(|child| parse.words.key(child))?;
    (!word.is_any(&keys!["to", "that", "whether", "if"])).then_some(Join::Preposition(word))
}

/// Whether the passive at `at` names who does it, and not vaguely. The agent may hang on the predicative: "is
/// considered reckless by Brandt".
fn has_named_agent(parse: Parse<'_>, at: usize) -> bool {
    let is_agent = |child: usize| {
        let is_by = || preposition(parse, child) == Some(Join::Preposition(key!("by")));
        matches!(parse.relation(child), Relation::OblAgent | Relation::Obl) && is_by()
    };
    let predicative = parse.child(at, &[Relation::Xcomp]).into_iter();
    let children = parse.children(at).chain(predicative.flat_map(|below| parse.children(below)));
    children.filter(|&child| is_agent(child)).any(|agent| !vague::is_vague(parse, agent))
}

/// Whether the subject of the verb at `at` is evidence, a text or a finding rather than a person.
fn is_of_thing(parse: Parse<'_>, at: usize) -> bool {
    parse.child(at, &SUBJECTS).is_none_or(|subject| Company::Thing.has(parse.lemma(subject)))
}

/// The noun of saying that a verb takes as its object, or an adjective as its noun or subject.
fn claim(parse: Parse<'_>, at: usize) -> Option<usize> {
    let noun = if is_attribute(parse, at) {
        parse.head(at)
    } else {
        parse
            .child(at, &[Relation::Obj, Relation::NsubjPass])
            .or_else(|| parse.child(at, &SUBJECTS).filter(|_| parse.upos(at) != Some(Upos::Verb)))
    }?;
    let noun = antecedent(parse, noun, at);
    let is_pronoun = || {
        let is_adjective = parse.upos(at) != Some(Upos::Verb) && parse.relation(at) != Relation::Amod;
        is_adjective && parse.words.key(noun).is_any(&keys!["that", "this", "they", "it", "which", "all"])
    };
    (is_claim(parse, noun) || is_pronoun()).then_some(noun)
}

/// Whether the word at `at` names something said or believed.
fn is_claim(parse: Parse<'_>, at: usize) -> bool {
    let is_said = |entry: &Entry| {
        entry.upos == Upos::Noun && matches!(entry.class, EvidenceClass::Hearsay | EvidenceClass::Doxastic)
    };
    Company::Claim.has(parse.lemma(at)) || entries(parse.lemma(at)).iter().any(is_said)
}

/// What a relative pronoun at `noun` stands for in the relative clause of the word at `at`; else `noun` itself.
///
/// The clause often hangs on the last noun before it: "reports of a gunman, which were denied" denies the reports.
fn antecedent(parse: Parse<'_>, noun: usize, at: usize) -> usize {
    let is_relative = parse.words.key(noun).is_any(&keys!["which", "that", "who"]);
    let Some(head) = parse.head(at).filter(|_| is_relative && parse.relation(at) == Relation::AclRelcl)
    else {
        return noun;
    };
    let above = parse.head(head).filter(|_| parse.relation(head) == Relation::Nmod);
    above.filter(|&above| is_claim(parse, above)).unwrap_or(head)
}

/// The place of an object; `None` where the verb does not speak of a statement ("denied him entry").
fn object(parse: Parse<'_>, at: usize, noun: usize, entry: &Entry) -> Option<Place> {
    if entry.lemma == "deny" && is_refusal(parse, at) {
        return None;
    }
    let noun = antecedent(parse, noun, at);
    Some(Place::statement(parse, noun, at))
}

/// Whether "deny" at `at` means to refuse something to somebody.
fn is_refusal(parse: Parse<'_>, at: usize) -> bool {
    let has = |relation: Relation| parse.child(at, &[relation]);
    let object = has(Relation::Obj);
    let is_given = has(Relation::Iobj).is_some() || object.is_some() && is_passive(parse, at);
    let thing = object.or_else(|| has(Relation::NsubjPass));
    is_given || thing.is_some_and(|thing| Company::Grant.has(parse.lemma(thing)))
}
