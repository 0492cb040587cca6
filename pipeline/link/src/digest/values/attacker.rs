//! What became of the attacker.
//!
//! Answers for: attackers told of as killed or arrested, which the third stage counts, and phrases that say
//! that one is free, shut in, caught or harmless (`data/attacker_states.tsv`), found by what hangs on what in
//! the tree.

use std::collections::HashMap;
use std::sync::LazyLock;

use schema::labels::{AttackerStatus, ClaimMeasure, Measure, Party, Relation, Upos};
use schema::{Quantity, Token};

use super::bearing::Bearing;
use super::person::{self, head, is_attacker};
use super::{Draft, Figure, Value};

/// A phrase that says what became of an attacker.
#[derive(Debug)]
struct State {
    words: Vec<&'static str>,
    status: AttackerStatus,
    is_of_object: bool,
}

/// The phrases by their first words.
static STATES: LazyLock<HashMap<&str, Vec<State>>> = LazyLock::new(|| {
    let mut states: HashMap<&str, Vec<State>> = HashMap::new();
    let file = include_str!("../../../data/attacker_states.tsv");
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let words: Vec<&str> = cells.next().unwrap_or_default().split(' ').collect();
        let status = cells.next().and_then(AttackerStatus::from_word).expect("the second column is a status");
        let is_of_object = cells.next() == Some("object");
        states.entry(words[0]).or_default().push(State { words, status, is_of_object });
    }
    states
});

/// Adds what `quantity` says of an attacker's fate, if anything.
pub(super) fn add_fate(draft: &mut Draft<'_>, quantity: &Quantity, bearing: Bearing) {
    let status = match quantity.measure {
        Some(Measure::Killed) => AttackerStatus::Killed,
        Some(Measure::Arrested) => AttackerStatus::InCustody,
        _ => return,
    };
    if quantity.party == Some(Party::Attacker) {
        let days = super::setting::days(draft.document, quantity, ClaimMeasure::AttackerStatus);
        draft.add(Value { days, ..value(status) }, quantity.sentence, bearing);
    }
}

/// Adds what the phrases say of attackers.
pub(super) fn add(draft: &mut Draft<'_>) {
    let document = draft.document;
    let tokens = &document.annotations.tokens;
    let mut last = None;
    for token in tokens.iter().filter(|token| token.upos == Some(Upos::Noun) && is_attacker(token)) {
        if last == Some(token.sentence) {
            continue;
        }
        last = Some(token.sentence);
        let own = person::tokens(document, token.sentence);
        if let Some((at, status)) = state(own, document.article.text.as_str()) {
            let bearing = Bearing::of(document, token.sentence, own[at].span);
            draft.add(value(status), token.sentence, bearing);
        }
    }
}

fn value(status: AttackerStatus) -> Value {
    let value = Value::new(ClaimMeasure::AttackerStatus, Figure::Status(status));
    Value { party: Some(Party::Attacker), ..value }
}

/// The first phrase of the sentence that says something of an attacker: its first word's place, and the
/// status.
fn state(tokens: &[Token], text: &str) -> Option<(usize, AttackerStatus)> {
    let attackers: Vec<usize> = (0..tokens.len()).filter(|&at| is_attacker(&tokens[at])).collect();
    (0..tokens.len()).find_map(|at| {
        let states = STATES.get(tokens[at].lemma.as_deref()?)?;
        let fitting = states.iter().find_map(|state| {
            let words = state.matched(tokens, text, at)?;
            let tells = |&attacker: &usize| words.iter().any(|&word| state.is_of(tokens, attacker, word));
            attackers.iter().any(tells).then_some(state.status)
        })?;
        Some((at, fitting))
    })
}

impl State {
    /// The places of its words from `at` on, adverbs and articles left out; `None` where they do not stand
    /// there.
    fn matched(&self, tokens: &[Token], text: &str, at: usize) -> Option<Vec<usize>> {
        let mut next = at;
        let mut places = Vec::with_capacity(self.words.len());
        for word in &self.words {
            while !is_word(tokens.get(next)?, text, word) && !places.is_empty() && is_filler(&tokens[next]) {
                next += 1;
            }
            if !is_word(tokens.get(next)?, text, word) {
                return None;
            }
            places.push(next);
            next += 1;
        }
        Some(places)
    }

    /// Whether it says something of the attacker at `attacker` by its word at `word`.
    fn is_of(&self, tokens: &[Token], attacker: usize, word: usize) -> bool {
        let above = head(tokens, attacker);
        let is_object = !matches!(tokens[attacker].relation, Some(Relation::Nsubj | Relation::NsubjOuter));
        if above == Some(word) {
            return self.is_of_object == is_object
                || !self.is_of_object && is_passive(tokens[attacker].relation);
        }
        let is_below = head(tokens, word) == Some(attacker);
        let is_beside = above.is_some() && above == head(tokens, word);
        is_below || !self.is_of_object && is_beside && is_clausal(tokens[word].relation)
    }
}

/// Whether a word of this relation is the subject of a passive: "the gunman was taken into custody".
fn is_passive(relation: Option<Relation>) -> bool {
    relation == Some(Relation::NsubjPass)
}

/// Whether a word of this relation says something of the subject or object of its head.
const fn is_clausal(relation: Option<Relation>) -> bool {
    matches!(
        relation,
        Some(
            Relation::Xcomp
                | Relation::Ccomp
                | Relation::Obl
                | Relation::Advmod
                | Relation::Advcl
                | Relation::Conj
        )
    )
}

fn is_word(token: &Token, text: &str, word: &str) -> bool {
    token.lemma.as_deref() == Some(word) || token.span.of(text).eq_ignore_ascii_case(word)
}

const fn is_filler(token: &Token) -> bool {
    matches!(token.upos, Some(Upos::Adv | Upos::Det))
}
