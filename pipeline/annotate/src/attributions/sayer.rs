//! Nouns that may be sources.
//!
//! Answers for: whether a word stands for somebody or something that speaks, by `data/source_roles.tsv`,
//! `data/people.tsv`, `data/collectives.txt` and the names of places. Leaves to `source` which word is one.

use std::ops::Range;
use std::sync::LazyLock;

use schema::labels::Upos;

use crate::key::keys;
use crate::language::gazetteer::Listing;
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// Nouns for people, bodies, papers and pictures.
static SAYERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let files = [
        include_str!("../../data/source_roles.tsv"),
        include_str!("../../data/people.tsv"),
        include_str!("../../data/collectives.txt"),
    ];
    Lexicon::new(files.into_iter().flat_map(rows).filter_map(|row| Some((*row.first()?, ()))))
});

/// Whether the noun at `at` stands for somebody or something that speaks.
pub(super) fn may_speak(parse: Parse<'_>, at: usize) -> bool {
    match parse.upos(at) {
        Some(Upos::Noun) => SAYERS.get(parse.lemma(at)).is_some(),
        _ => !parse.lemma(at).is_any(&keys!["it", "which", "that"]),
    }
}

/// Whether the words name a thing or a place, which perceives nothing.
pub(super) fn is_senseless(parse: Parse<'_>, source: &Range<usize>) -> bool {
    let is_head = |&at: &usize| parse.head(at).is_none_or(|head| !source.contains(&head));
    let head = source.clone().find(is_head).unwrap_or(source.start);
    !may_speak(parse, head) || source.len() == 1 && is_place(parse.words.form(head))
}

/// Whether `form` names a place and nobody.
fn is_place(form: &str) -> bool {
    let listing = Listing::of(form);
    listing.is_place() && !listing.is_surname() && !listing.is_given()
}
