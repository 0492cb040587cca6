//! The words of a name that stands alone, in any script.
//!
//! Answers for: what of the name is compared (titles, particles and legal forms are told from the rest, initials parted) and
//! in which order. Leaves to others: what the words are worth (`likeness`); names as an article prints them
//! (`personal_name`, `body_name`).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::alignment::{Weight, Word};
use crate::body_name::key;
use crate::lexicon::rows;
use crate::spelling::{fold, romanised};
use crate::word_kind::{WordKind, known};

/// The weight of each legal form and each word for the extent of a company.
static FORMS: LazyLock<HashMap<&str, Weight>> = LazyLock::new(|| {
    let weight = |class: &str| if class == "scope" { Weight::Light } else { Weight::None };
    let row = |row: Vec<&'static str>| Some((*row.first()?, weight(row.get(1)?)));
    rows(include_str!("../data/legal_forms.tsv")).filter_map(row).collect()
});

/// The most words of a legal form.
const LONGEST: usize = 4;

/// Words that join others.
const LITTLE: &[&str] = &["and", "da", "de", "del", "des", "di", "du", "for", "of", "the"];

/// The words of a person's name, the surname last where a comma tells it.
pub(crate) fn personal(name: &str) -> Vec<Word> {
    let name = romanised(name);
    let is_mixed = name.contains(char::is_lowercase);
    let ordered = match name.split_once(',') {
        Some((family, given)) if !given.trim().is_empty() => format!("{given} {family}"),
        _ => name.into_owned(),
    };
    let mut words = Vec::new();
    for word in ordered.split([' ', '-', ',', '\u{a0}']) {
        let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
        if is_initials(word, is_mixed) && letters < 4 {
            words.extend(
                word.chars()
                    .filter(char::is_ascii_alphabetic)
                    .map(|letter| letter.to_ascii_lowercase().into()),
            );
        } else {
            words.push(fold(word).replace(|letter: char| !letter.is_alphanumeric(), ""));
        }
    }
    words.retain(|word: &String| !word.is_empty());
    drop_unless_bare(&mut words, WordKind::Title);
    drop_unless_bare(&mut words, WordKind::Particle);
    words.into_iter().map(|word| Word::of(word, Weight::Full)).collect()
}

/// Whether the word is initials: `J.`, `J.C.`, or `JC` beside words with small letters.
fn is_initials(word: &str, is_mixed: bool) -> bool {
    let is_capitals = word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    let has_vowel = word.bytes().any(|byte| b"AEIOU".contains(&byte));
    is_capitals && (word.contains('.') || is_mixed && !has_vowel)
}

/// Drops the words of a kind, as far as two words are left.
fn drop_unless_bare(words: &mut Vec<String>, kind: WordKind) {
    let is_dropped = |word: &String| {
        let kinds = known(word);
        word.len() > 1 && kinds.has(kind) && !kinds.has(WordKind::Given)
    };
    if words.iter().filter(|word| !is_dropped(word)).count() > usize::from(kind == WordKind::Particle) {
        words.retain(|word| !is_dropped(word));
    }
}

/// The words of the name of a company or another body.
pub(crate) fn bodily(name: &str) -> Vec<Word> {
    let name = romanised(name);
    let mut bracketed = String::new();
    let mut open = name.as_ref();
    while let Some((_, rest)) = open.split_once('(') {
        let (inside, behind) = rest.split_once(')').unwrap_or((rest, ""));
        bracketed = bracketed + &fold(inside) + " ";
        open = behind;
    }
    let key = key(&name).replace('&', " and ");
    let plain = |word: &str| word.replace(|letter: char| !letter.is_alphanumeric() && letter != '\'', "");
    let words: Vec<String> = key.split(' ').map(plain).filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let weights = weights(&words);
    let weighted = words.iter().zip(weights).map(|(word, weight)| {
        let is_bracketed = bracketed.split(' ').any(|inside| inside == *word);
        let weight = if is_bracketed && weight == Weight::Full { Weight::Light } else { weight };
        Word::of(word.trim_end_matches("'s").replace('\'', ""), weight)
    });
    weighted.collect()
}

/// The weights of the words: legal forms and words for the extent are found at both ends, from outside in.
fn weights(words: &[&str]) -> Vec<Weight> {
    let little = |word: &&str| if LITTLE.contains(word) { Weight::None } else { Weight::Full };
    let mut weights: Vec<Weight> = words.iter().map(little).collect();
    let (mut start, mut end) = (0, words.len());
    loop {
        let at_end = (1..=LONGEST.min(end - start))
            .rev()
            .find_map(|count| Some((count, form(&words[end - count..end])?)));
        let at_start = (1..=LONGEST.min(end - start))
            .rev()
            .find_map(|count| Some((count, form(&words[start..start + count])?)));
        match (at_end, at_start) {
            (Some((count, weight)), _) => {
                weights[end - count..end].fill(weight);
                end -= count;
            }
            (_, Some((count, Weight::None))) => {
                weights[start..start + count].fill(Weight::None);
                start += count;
            }
            _ => return weights,
        }
    }
}

/// What the words weigh together, where they are a legal form or a word for the extent.
fn form(words: &[&str]) -> Option<Weight> {
    FORMS.get(words.join(" ").as_str()).copied()
}
