//! Sentences whose role differs from their block's.
//!
//! Answers for: blocks in which a lost line break joined an appeal to the body, and captions with their credit.
//! Only the first and the last sentences of a block can leave the body; a sentence inside it stays.

use schema::labels::Role;
use schema::{Article, Sentence};

use super::Page;
use super::line::fold;
use super::phrases::{self, Sign, Signs};

/// The fewest words of a sentence that leaves an appeal for the body.
const SHORTEST_BODY: usize = 6;

/// The most words of a sentence that is nothing but a credit.
const LONGEST_CREDIT: usize = 12;

/// The most words of a sentence that is nothing but a date.
const LONGEST_DATE: usize = 8;

/// The most words of a sentence that one phrase makes an appeal or a notice.
const LONGEST_APPEAL: usize = 60;

/// Gives every sentence of `sentences`, which stand in the order of the blocks, its role.
pub(crate) fn of_sentences(article: &Article, page: &Page<'_>, sentences: &mut [Sentence]) {
    for run in sentences.chunk_by_mut(|one, next| one.block == next.block) {
        let at = run[0].block;
        set_all(run, page.role(at));
        if run.len() > 1 && !is_plain(page.lines[at].signs) {
            match page.role(at) {
                Role::Body | Role::ListItem => peel(article, run),
                Role::Promo | Role::Boilerplate | Role::Embed => release(article, run),
                Role::Caption => credit(article, run),
                _ => {}
            }
        }
    }
}

fn set_all(run: &mut [Sentence], role: Role) {
    for sentence in run {
        sentence.role = role;
    }
}

/// Whether the block holds no phrase that could move one of its sentences.
fn is_plain(signs: Signs) -> bool {
    ![Sign::Promo, Sign::Notice, Sign::Embed, Sign::Credit, Sign::CreditStart, Sign::Date]
        .iter()
        .any(|&sign| signs.has(sign))
}

/// Takes the first and the last sentences that are no body out of a block of body.
fn peel(article: &Article, run: &mut [Sentence]) {
    let roles: Vec<Option<Role>> = run.iter().map(|sentence| outside(article, sentence)).collect();
    let first = roles.iter().take_while(|role| role.is_some()).count();
    let last = roles.iter().rev().take_while(|role| role.is_some()).count();
    for at in (0..first).chain(roles.len() - last.min(roles.len() - first)..roles.len()) {
        run[at].role = roles[at].unwrap_or(run[at].role);
    }
}

/// The role of a sentence that is no body wherever it stands.
fn outside(article: &Article, sentence: &Sentence) -> Option<Role> {
    let text = sentence.span.of(&article.text);
    let signs = phrases::signs(&fold(text));
    let words = text.split_whitespace().count();
    if words > LONGEST_APPEAL {
        None
    } else if signs.has(Sign::Promo) {
        Some(Role::Promo)
    } else if signs.has(Sign::Notice) {
        Some(Role::Boilerplate)
    } else if signs.has(Sign::Embed) {
        Some(Role::Embed)
    } else if signs.has(Sign::Date) && words <= LONGEST_DATE && text.contains(|c: char| c.is_ascii_digit()) {
        Some(Role::Dateline)
    } else {
        (signs.has(Sign::CreditStart) && words <= LONGEST_CREDIT).then_some(Role::Credit)
    }
}

/// What a sentence of an appeal reads as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// It holds a sign or addresses the reader.
    Appeal,
    /// Neither, but it is no full sentence.
    Neutral,
    /// A full sentence of the article.
    Body,
}

/// Gives the sentences behind an appeal that read as body back to it, and all but the appeal where most do.
fn release(article: &Article, run: &mut [Sentence]) {
    let readings: Vec<Reading> = run.iter().map(|sentence| reading(article, sentence)).collect();
    let body = readings.iter().filter(|&&reading| reading == Reading::Body).count();
    if readings[0] == Reading::Body && body * 2 >= readings.len() {
        set_all(run, Role::Body);
        return peel(article, run);
    }
    let behind = readings.iter().rposition(|&reading| reading == Reading::Appeal).map_or(0, |last| last + 1);
    if let Some(first) = (behind..readings.len()).find(|&at| readings[at] == Reading::Body) {
        set_all(&mut run[first..], Role::Body);
    }
}

fn reading(article: &Article, sentence: &Sentence) -> Reading {
    let text = sentence.span.of(&article.text);
    let key = fold(text);
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let addresses = words.any(|word| matches!(word, "we" | "our" | "us" | "your" | "you"));
    if addresses || !is_plain(phrases::signs(&key)) {
        return Reading::Appeal;
    }
    let is_full = text.split_whitespace().count() >= SHORTEST_BODY && text.ends_with(['.', '"', '”']);
    if is_full { Reading::Body } else { Reading::Neutral }
}

/// Marks the sentences of a caption that are nothing but a credit.
fn credit(article: &Article, run: &mut [Sentence]) {
    for sentence in run {
        let text = sentence.span.of(&article.text);
        let is_short = text.split_whitespace().count() <= LONGEST_CREDIT;
        if is_short && phrases::signs(&fold(text)).has(Sign::CreditStart) {
            sentence.role = Role::Credit;
        }
    }
}
