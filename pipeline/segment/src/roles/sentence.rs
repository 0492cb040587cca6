//! Sentences whose role differs from their block's.
//!
//! Answers for: blocks in which a lost line break joined an appeal to the body, and captions with their credit.
//! Only the first and the last sentences of a block can leave the body; a sentence inside it stays.

use schema::labels::Role;
use schema::{Article, Sentence};

use super::Page;
use super::line::fold;
use super::phrases::{self, Sign, Signs};
use super::{appeal, call, caption, furniture, head, post};

/// The fewest words of a sentence that leaves an appeal for the body.
const SHORTEST_BODY: usize = 6;

/// The most words of a sentence that is nothing but a credit.
const LONGEST_CREDIT: usize = 12;

/// The most words of a sentence that is nothing but a date.
const LONGEST_DATE: usize = 8;

/// The most words of a sentence that says when an article was published and when it was changed.
const LONGEST_STAMP: usize = 20;

/// The most words of a sentence that one phrase makes an appeal or a notice.
const LONGEST_APPEAL: usize = 60;

/// Gives every sentence of `sentences`, which stand in the order of the blocks, its role.
pub(crate) fn of_sentences(article: &Article, page: &Page<'_>, sentences: &mut [Sentence]) {
    for run in sentences.chunk_by_mut(|one, next| one.block == next.block) {
        let at = run[0].block;
        set_all(run, page.role(at));
        if run.len() > 1 {
            correct(article, page, run);
        }
    }
}

/// Corrects the sentences of a block that holds several.
fn correct(article: &Article, page: &Page<'_>, run: &mut [Sentence]) {
    let at = run[0].block;
    let has_signs = !is_plain(page.lines[at].signs);
    match page.role(at) {
        Role::Body | Role::ListItem => peel(article, run),
        Role::Headline | Role::Deck => part_head(article, page, run),
        Role::Embed if post::is_embedded(&page.lines[at].key, page.lines[at].words) => {}
        Role::Promo | Role::Boilerplate | Role::Embed if has_signs => release(article, run),
        Role::Promo => release_glued(article, run),
        Role::Caption => credit(article, run),
        _ => {}
    }
}

fn set_all(run: &mut [Sentence], role: Role) {
    for sentence in run {
        sentence.role = role;
    }
}

/// Whether the block holds no phrase that could move one of its sentences.
fn is_plain(signs: Signs) -> bool {
    ![Sign::Promo, Sign::Notice, Sign::Embed, Sign::Credit, Sign::CreditStart, Sign::Contributor, Sign::Date]
        .iter()
        .any(|&sign| signs.has(sign))
}

/// Takes the first and the last sentences that are no body out of a block of body.
fn peel(article: &Article, run: &mut [Sentence]) {
    let first = give_outside(article, run.iter_mut());
    give_outside(article, run[first..].iter_mut().rev());
}

/// Gives these sentences their roles up to the first that is body, and tells how many had one.
fn give_outside<'s>(article: &Article, sentences: impl Iterator<Item = &'s mut Sentence>) -> usize {
    let mut given = 0;
    for sentence in sentences {
        let Some(role) = outside(article, sentence) else { break };
        sentence.role = role;
        given += 1;
    }
    given
}

/// Marks the sentences of a headline or a deck that repeat the headline, give the date of the article or name the
/// site.
fn part_head(article: &Article, page: &Page<'_>, run: &mut [Sentence]) {
    let masthead = page.masthead(run[0].block);
    let headline = (0..run[0].block).find(|&at| page.role(at) == Role::Headline);
    for sentence in run {
        let text = sentence.span.of(&article.text);
        let key = fold(text);
        let has_date = phrases::signs(&key).has(Sign::Date) && text.contains(|c: char| c.is_ascii_digit());
        if masthead == Some(sentence.span) {
            sentence.role = Role::Boilerplate;
        } else if headline.is_some_and(|at| head::is_same(&page.lines[at].key, &key)) {
            sentence.role = Role::Headline;
        } else if has_date && text.split_whitespace().count() <= LONGEST_STAMP {
            sentence.role = Role::Dateline;
        }
    }
}

/// The role of a sentence that is no body wherever it stands.
fn outside(article: &Article, sentence: &Sentence) -> Option<Role> {
    let text = sentence.span.of(&article.text);
    let key = fold(text);
    let signs = phrases::signs(&key);
    let words = text.split_whitespace().count();
    if words > LONGEST_APPEAL {
        None
    } else if signs.has(Sign::Promo) || calls(text, &key) || furniture::is_gallery_title(text, &key) {
        Some(Role::Promo)
    } else if signs.has(Sign::Notice) || furniture::is_copyright(text, &key) {
        Some(Role::Boilerplate)
    } else if head::is_acknowledgement(signs, words) {
        Some(Role::Byline)
    } else if signs.has(Sign::Embed) || post::is_signed(&key) {
        Some(Role::Embed)
    } else if signs.has(Sign::Date) && words <= LONGEST_DATE && text.contains(|c: char| c.is_ascii_digit()) {
        Some(Role::Dateline)
    } else {
        (signs.has(Sign::CreditStart) && words <= LONGEST_CREDIT).then_some(Role::Credit)
    }
}

/// Whether the sentence is a call or tells how to reach the author.
fn calls(text: &str, key: &str) -> bool {
    let is_quoted = text.starts_with(['\'', '‘']) || text.ends_with(['\'', '’']);
    !is_quoted && (call::is_call_text(key, true) || furniture::is_contact_of_author(text, key))
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

/// Gives what a lost line break joined to an appeal back to the body, where it reads so.
fn release_glued(article: &Article, run: &mut [Sentence]) {
    let is_glued = |at: &usize| run[at - 1].span.end() == run[*at].span.start();
    let Some(first) = (1..run.len()).rev().find(is_glued) else { return };
    if run[first..].iter().all(|sentence| reading(article, sentence) == Reading::Body) {
        set_all(&mut run[first..], Role::Body);
    }
}

fn reading(article: &Article, sentence: &Sentence) -> Reading {
    let text = sentence.span.of(&article.text);
    let key = fold(text);
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let addresses = words.any(|word| matches!(word, "we" | "our" | "us" | "your" | "you"));
    if addresses || !is_plain(phrases::signs(&key)) || appeal::is_dense(&key) {
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
        if is_short && (phrases::signs(&fold(text)).has(Sign::CreditStart) || caption::is_name_of_maker(text))
        {
            sentence.role = Role::Credit;
        }
    }
}
