//! Who stands behind a source.
//!
//! Answers for: the role that a noun, a name of a body or a whole phrase tells, by `data/source_roles.tsv` and the
//! kinds of `data/organisations.tsv`. Leaves to others: whom a phrase stands for (`scene`).

use std::collections::HashMap;
use std::sync::LazyLock;

use schema::labels::{EntityType, Relation, SourceRole};

use super::nominal;
use crate::key::{Key, keys};
use crate::language::gazetteer::ORGANISATIONS;
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

static ROLES: LazyLock<Lexicon<SourceRole>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| Some((*row.first()?, SourceRole::from_word(row.get(1)?)?));
    Lexicon::new(rows(include_str!("../../data/source_roles.tsv")).filter_map(row))
});

/// The well-known organisations, as they are written.
static BODIES: LazyLock<HashMap<&str, SourceRole>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| {
        let role = match *row.get(1)? {
            "agency" | "outlet" => SourceRole::Media,
            "party" => SourceRole::Party,
            "world" | "state" => SourceRole::Official,
            "company" => SourceRole::Business,
            _ => SourceRole::Group,
        };
        Some((row[0], role))
    };
    rows(ORGANISATIONS).filter_map(row).collect()
});

/// What the words of a body's name tell.
pub(super) fn of_body(name: &str, kind: EntityType) -> Option<SourceRole> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    if let Some(&known) = BODIES.get(name) {
        return Some(known);
    }
    let roles = || name.rsplit([' ', '-']).filter_map(|word| of_lemma(Key::of(word)));
    // A police department is first of all police.
    let first = roles().find(|role| matches!(role, SourceRole::Police | SourceRole::Military));
    // A country, a city stands for those who govern it.
    let is_place = kind == EntityType::Location;
    first.or_else(|| roles().next()).or(is_place.then_some(SourceRole::Official))
}

/// What a noun tells.
pub(super) fn of_lemma(lemma: Key) -> Option<SourceRole> {
    ROLES.get(lemma)
}

/// What the phrase around the noun at `at` tells. A spokesman, a chief or a source is what the body is that he
/// belongs to; `of_name` tells the role of the name at a place.
pub(super) fn of_phrase(
    parse: Parse<'_>,
    at: usize,
    of_name: impl Fn(usize) -> Option<SourceRole>,
) -> Option<SourceRole> {
    let noun = nominal::noun(parse, at);
    let own = of_lemma(noun);
    if !is_of_any_body(noun) {
        return own;
    }
    let tells =
        |role: &SourceRole| !matches!(role, SourceRole::Person | SourceRole::Other | SourceRole::Witness);
    let of_word = |at: usize| of_name(at).or_else(|| of_lemma(parse.lemma(at)));
    let belongs = |&child: &usize| {
        matches!(
            parse.relation(child),
            Relation::Compound | Relation::Amod | Relation::Nmod | Relation::NmodPoss | Relation::NmodDesc
        )
    };
    let body = parse.children(at).filter(belongs).find_map(|child| {
        let inner = || parse.children(child).filter(belongs).find_map(|word| of_word(word).filter(tells));
        of_word(child).filter(tells).or_else(inner)
    });
    body.or(own)
}

/// Whether bodies of every kind have someone who is called by this noun.
fn is_of_any_body(noun: Key) -> bool {
    noun.is_any(&keys![
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "source",
        "official",
        "chief",
        "head",
        "director",
        "leader",
        "member",
        "representative",
        "employee",
        "worker",
        "boss",
        "aide",
        "adviser",
        "advisor",
        "secretary",
        "president",
        "chairman",
        "chairwoman",
        "chair",
        "manager",
        "staff",
        "staffer",
        "insider",
        "veteran",
        "commander",
        "officer",
        "executive",
        "authority",
    ])
}
