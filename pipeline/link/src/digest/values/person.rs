//! Whom a value is told of.
//!
//! Answers for: the person whose age a number gives or who is told of as killed, injured or arrested, by
//! name, and the side that a person without a name is on.

use std::collections::HashSet;
use std::sync::LazyLock;

use schema::labels::{EntityType, Party, QuantityType, Relation};
use schema::{Document, Quantity, Span, Token};

use super::place;

/// Nouns for those who attack.
static ATTACKERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let file = include_str!("../../../data/attackers.txt");
    file.lines().filter(|line| !line.starts_with('#')).collect()
});

/// The place among the entities of `document` of the person whom `quantity` is told of, and that one's side.
pub(super) fn of(document: &Document, quantity: &Quantity) -> (Option<u32>, Option<Party>) {
    match quantity.kind {
        QuantityType::Age => of_age(document, quantity),
        QuantityType::Singular => {
            let about = quantity.counted.and_then(|counted| named(document, quantity.sentence, counted));
            (about, quantity.party)
        }
        _ => (None, quantity.party),
    }
}

/// Whether `token` is a noun for one who attacks.
pub(super) fn is_attacker(token: &Token) -> bool {
    token.lemma.as_deref().is_some_and(|lemma| ATTACKERS.contains(lemma))
}

/// The tokens of `sentence`.
pub(super) fn tokens(document: &Document, sentence: usize) -> &[Token] {
    let all = &document.annotations.tokens;
    let start = all.partition_point(|token| token.sentence < sentence);
    let end = start + all[start..].partition_point(|token| token.sentence == sentence);
    &all[start..end]
}

/// The place in the sentence of the head of the word at `at`.
pub(super) fn head(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at)?.head?.checked_sub(1).map(|head| head as usize)
}

/// Who is as old as `quantity` says: the noun that it describes, who that noun is said to be, or is called
/// beside it.
fn of_age(document: &Document, quantity: &Quantity) -> (Option<u32>, Option<Party>) {
    let tokens = tokens(document, quantity.sentence);
    let Some(top) = top(tokens, quantity.span) else { return (None, None) };
    let mut near = vec![top];
    near.extend(head(tokens, top).filter(|_| is_description(tokens[top].relation)));
    let described = near.clone();
    near.extend(described.iter().flat_map(|&at| {
        (0..tokens.len())
            .filter(move |&child| head(tokens, child) == Some(at) && names(tokens[child].relation))
    }));
    near.extend(
        described
            .iter()
            .filter_map(|&at| head(tokens, at).filter(|_| tokens[at].relation == Some(Relation::Appos))),
    );
    let about = near.iter().find_map(|&at| named(document, quantity.sentence, tokens[at].span));
    let is_attacker = near.iter().any(|&at| is_attacker(&tokens[at]));
    (about, is_attacker.then_some(Party::Attacker))
}

/// The last word of `span` that hangs on a word outside of it: "old" of "22-year-old".
fn top(tokens: &[Token], span: Span) -> Option<usize> {
    let is_inside = |at: usize| tokens.get(at).is_some_and(|token| span.contains(token.span));
    (0..tokens.len())
        .rev()
        .filter(|&at| is_inside(at))
        .find(|&at| head(tokens, at).is_none_or(|head| !is_inside(head)))
}

/// Whether a word of this relation describes its head.
const fn is_description(relation: Option<Relation>) -> bool {
    matches!(
        relation,
        Some(
            Relation::Amod
                | Relation::Nummod
                | Relation::Appos
                | Relation::Compound
                | Relation::Acl
                | Relation::Nmod
        )
    )
}

/// Whether a word of this relation says who its head is.
const fn names(relation: Option<Relation>) -> bool {
    matches!(relation, Some(Relation::Nsubj | Relation::Appos | Relation::Flat))
}

/// The place among the entities of the person whom a name at `span` names.
fn named(document: &Document, sentence: usize, span: Span) -> Option<u32> {
    let mentions = &document.annotations.mentions;
    let first = mentions.partition_point(|mention| mention.sentence < sentence);
    let mut own = mentions[first..].iter().take_while(|mention| mention.sentence == sentence);
    own.find(|mention| mention.kind == EntityType::Person && mention.span.overlaps(span))
        .map(|mention| place(mention.entity))
}
