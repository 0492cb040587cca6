//! Whom the source of an attribution stands for.
//!
//! # What it marks
//!
//! The role of every source, and the entity that it stands for or why there is none.
//!
//! # How it decides
//!
//! The article is read from its first word to its last as a reader would (`scene`). A name stands for its entity;
//! so does the title before it and the apposition beside it. A definite noun stands for whoever was introduced with
//! it ("Ada Brandt, the mayor of Velden" ... "the mayor"), if nothing that it says of its own speaks against; "the
//! company" also for the one company that was just named. He and she stand for the person who is most present:
//! subjects and sources more than objects, each half as much a sentence later, none further back than three; the
//! sex told by titles, nouns, given names and earlier pronouns must fit. It stands for a body in the same way, who
//! and which for the noun that their clause belongs to. Persons without a name are kept in mind like the others, so
//! that they are not passed over for one with a name. Where the second candidate is nearly as present as the first,
//! the source is ambiguous. I and we stand for the speaker of the quotation that they are in, and else for the
//! author.
//!
//! The role is that of the noun beside the name or in the phrase, that of the body where the noun has it from there
//! ("a company spokesman"), and else what was told of the entity before.
//!
//! # Example
//!
//! ```text
//! Ada Brandt, the mayor, said it was over. She said ... The mayor said ... Critics said ...
//! 0 official                               0            0                  collective
//! ```
//!
//! # Known misses
//!
//! - "They" and plural nouns stand for no entity, even where two persons were named.
//! - A person who is introduced by the pronoun or the noun before the name: "When he left, Brandt said".
//! - A noun that nobody was introduced with: "Brandt ... the veteran politician".
//!
//! # Sources
//!
//! Lappin and Leass 1994 for how presence grows and fades; `data/nominals.tsv`, `data/source_roles.tsv`,
//! `data/anonymous_sources.txt`.

mod anonymous;
mod naming;
mod nominal;
mod pronoun;
mod referent;
mod role;
mod scene;

use std::ops::Range;

use schema::labels::{Relation, SourceRole, UnresolvedSource, Upos};
use schema::{Attribution, Entity, Mention, Source};

use crate::key::{key, keys};
use crate::syntax::Parse;
use pronoun::Pronoun;
use referent::{Kind, Referent};
use scene::{Scene, Stand};

/// The entity of a source, or why there is none.
type Identity = Result<usize, UnresolvedSource>;

/// How many sentences back "they" may point.
const NEAR: usize = 1;

/// Fills the sources of `attributions` in.
pub(crate) fn identify(
    parse: Parse<'_>,
    mentions: &[Mention],
    entities: &[Entity],
    attributions: &mut [Attribution],
) {
    if attributions.iter().all(|attribution| attribution.source.is_err()) {
        return;
    }
    let scene = Scene::of(parse, mentions, entities, attributions);
    let mut crowd = None;
    for nth in 0..attributions.len() {
        let (Some(head), Ok(Source { span, .. })) = (scene.source_head(nth), attributions[nth].source) else {
            continue;
        };
        let sentence = parse.words.tokens[head].sentence;
        let known = match (pronoun(parse, &scene, head), crowd) {
            (Some(Pronoun::First), _) => speaker(&scene, attributions, nth),
            (Some(Pronoun::Many), Some((last, known))) if last + NEAR >= sentence => known,
            _ => known(parse, &scene, (parse.places(span), head)),
        };
        crowd = is_crowd(parse, head, known.1).then_some((sentence, known));
        if let Ok(source) = &mut attributions[nth].source {
            (source.role, source.entity) = known;
        }
    }
}

/// Role and entity of the source in `places` with this head.
fn known(
    parse: Parse<'_>,
    scene: &Scene<'_>,
    (places, head): (Range<usize>, usize),
) -> (SourceRole, Identity) {
    let identity = identity(parse, scene, (places, head));
    let person = identity.ok().map(|entity| &scene.referents[entity]).filter(|one| one.kind == Kind::Person);
    (person.and_then(|person| person.role).unwrap_or_else(|| role(parse, scene, head)), identity)
}

/// The pronoun that a source is and that the scene has not resolved.
fn pronoun(parse: Parse<'_>, scene: &Scene<'_>, head: usize) -> Option<Pronoun> {
    pronoun::at(parse, head).filter(|_| scene.stand(head) == Stand::Nobody)
}

/// Whether "they" may take a source up: several without a name.
fn is_crowd(parse: Parse<'_>, head: usize, identity: Identity) -> bool {
    let is_plural = parse.words.key(head) != parse.lemma(head);
    match identity {
        Err(UnresolvedSource::Collective) => true,
        Err(UnresolvedSource::Anonymous) => is_plural || pronoun::at(parse, head) == Some(Pronoun::Many),
        _ => false,
    }
}

/// Whom "I" and "we" stand for in the source at `nth`: the speaker of the quotation around it, or else the author.
fn speaker(scene: &Scene<'_>, attributions: &[Attribution], nth: usize) -> (SourceRole, Identity) {
    let author = (SourceRole::Media, Err(UnresolvedSource::Author));
    let Some(outer) = scene.source_head(nth).and_then(|head| scene.quotation(head)) else { return author };
    match attributions[outer].source {
        Ok(source) if outer != nth => {
            let Some(head) = scene.source_head(outer) else { return (source.role, source.entity) };
            scene.referent(head).map_or((source.role, source.entity), |referent| {
                let entity = referent.entity.ok_or(UnresolvedSource::Anonymous);
                (referent.role.unwrap_or(source.role), entity)
            })
        }
        _ => (SourceRole::Other, Err(UnresolvedSource::NotFound)),
    }
}

/// The entity of the source in `places` with this head.
fn identity(parse: Parse<'_>, scene: &Scene<'_>, (places, head): (Range<usize>, usize)) -> Identity {
    if is_joined(parse, scene, head) {
        return Err(UnresolvedSource::Ambiguous);
    }
    let identity = match scene.stand(head) {
        Stand::Several => Err(UnresolvedSource::Ambiguous),
        Stand::One(_) => scene.referent(head).map_or(Err(UnresolvedSource::NotFound), entity),
        Stand::Nobody => Err(unnamed(parse, head)),
    };
    let is_person = |entity: usize| scene.referents[entity].kind == Kind::Person;
    if identity.is_ok_and(is_person) || pronoun::at(parse, head).is_some() {
        return identity;
    }
    let person = person_named(parse, scene, places).filter(|_| !is_of_other(parse, scene, head));
    person.map_or(identity, Ok)
}

/// The person whose name a phrase starts with or ends with, before its first comma, where the tree has another word
/// for its head: `Velden Bank governor Omar Reed`.
fn person_named(parse: Parse<'_>, scene: &Scene<'_>, places: Range<usize>) -> Option<usize> {
    let is_end = |&at: &usize| matches!(parse.words.form(at), "," | "(") || parse.words.is(at, key!("who"));
    let end = places.clone().find(is_end).unwrap_or(places.end);
    let is_prepositional = (places.start..end).any(|at| {
        parse.upos(at) == Some(Upos::Adp) && scene.stand(at) == Stand::Nobody
            || parse.words.is(at, key!("'s"))
    });
    let last = scene.referent(end.checked_sub(1)?)?;
    let is_named = last.kind == Kind::Person && parse.words.is_capitalised(end - 1) && !is_prepositional;
    last.entity.filter(|_| is_named)
}

/// Whether the word at `head` is a noun for another person, or for several.
fn is_of_other(parse: Parse<'_>, scene: &Scene<'_>, head: usize) -> bool {
    parse.words.is_lower(head) && parse.lemma(head) != parse.words.key(head)
        || scene.referent(head).is_some_and(|one| one.kind == Kind::Person && one.is_new)
}

/// Whether another name is joined to the one at `head`.
fn is_joined(parse: Parse<'_>, scene: &Scene<'_>, head: usize) -> bool {
    let named = |at: usize| scene.referent(at).and_then(|referent| referent.entity);
    let others = parse.children(head).filter(|&child| parse.relation(child) == Relation::Conj);
    named(head).is_some_and(|one| others.filter_map(named).any(|other| other != one))
}

fn entity(referent: &Referent) -> Identity {
    let absent = if referent.is_new { UnresolvedSource::Anonymous } else { UnresolvedSource::NotFound };
    referent.entity.ok_or(absent)
}

/// Why a source that stands for nobody known does not.
fn unnamed(parse: Parse<'_>, head: usize) -> UnresolvedSource {
    let (form, lemma) = (parse.words.key(head), parse.lemma(head));
    let determiner = parse.child(head, &[Relation::Det, Relation::Nummod]).map(|word| parse.words.key(word));
    let is_definite = determiner.is_some_and(|word| word.is_any(&keys!["the", "this", "that"]));
    let is_plural = form != lemma;
    match anonymous::of_form(form) {
        Some(kind) if is_plural || !is_definite => kind,
        None if is_plural && pronoun::at(parse, head).is_none() => UnresolvedSource::Collective,
        None if determiner.is_some_and(|word| word.is_any(&keys!["a", "an", "another", "some", "one"])) => {
            UnresolvedSource::Anonymous
        }
        _ => UnresolvedSource::NotFound,
    }
}

/// The role of the source with this head.
fn role(parse: Parse<'_>, scene: &Scene<'_>, head: usize) -> SourceRole {
    let of_name = |at: usize| scene.referent(at).filter(|one| one.entity.is_some()).and_then(|one| one.role);
    let referent = scene.referent(head);
    let own = match referent {
        Some(referent) if referent.entity.is_some() => referent.role,
        _ => role::of_phrase(parse, head, of_name).or(referent.and_then(|referent| referent.role)),
    };
    let is_person = referent.is_some_and(|referent| referent.kind == Kind::Person);
    own.unwrap_or(if is_person { SourceRole::Person } else { SourceRole::Other })
}
