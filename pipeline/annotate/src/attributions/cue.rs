//! Words that signal an attribution.
//!
//! Answers for: `data/reporting_verbs.tsv`, "according to", and the verb group around a cue: what stands before
//! it as auxiliary or adverb, and whether it is passive or denied.

use std::sync::LazyLock;

use schema::Cue;
use schema::labels::CueStance;

use super::function_word::{self, Class};
use crate::key::{key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// What a reporting verb takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    Clause,
    That,
    Tell,
    Quote,
}

/// A row of the lexicon as one of its forms is looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    pub(super) frame: Frame,
    stance: CueStance,
    /// Whether the form ends in -ing.
    pub(super) is_participle: bool,
}

static VERBS: LazyLock<Lexicon<Verb>> = LazyLock::new(|| {
    Lexicon::new(rows(include_str!("../../data/reporting_verbs.tsv")).flat_map(|row| {
        let [lemma, frame, stance, forms] = row[..] else { return Vec::new() };
        let frame = match frame {
            "clause" => Frame::Clause,
            "that" => Frame::That,
            "tell" => Frame::Tell,
            _ => Frame::Quote,
        };
        let stance = CueStance::from_word(stance).unwrap_or(CueStance::Neutral);
        let verb = |form: &'static str| {
            (form, Verb { lemma, frame, stance, is_participle: form.ends_with("ing") && form != lemma })
        };
        forms.split(' ').map(verb).collect()
    }))
});

/// A cue in its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signal {
    /// The place of its verb, or of "according".
    pub(super) at: usize,
    /// One past its last word.
    pub(super) end: usize,
    /// Where auxiliaries and adverbs before the verb start: the source ends there.
    pub(super) group: usize,
    pub(super) verb: Verb,
    pub(super) is_passive: bool,
    pub(super) is_denied: bool,
}

impl Signal {
    /// The cue as the tables hold it.
    pub(super) fn cue(&self, words: Words<'_>) -> Cue {
        Cue { span: words.span(self.at..self.end), lemma: self.verb.lemma, stance: self.verb.stance }
    }

    /// Whether it is "according to".
    pub(super) fn is_according(&self) -> bool {
        self.end == self.at + 2
    }
}

/// The reporting verb at `at`.
pub(super) fn verb(words: Words<'_>, at: usize) -> Option<Verb> {
    VERBS.get(words.key(at))
}

/// The cue at `at`.
pub(super) fn signal(words: Words<'_>, at: usize) -> Option<Signal> {
    if words.is(at, key!("according")) {
        return according(words, at);
    }
    let verb = verb(words, at).filter(|verb| !is_part_of_name(words, at) && !is_noun(words, at, *verb))?;
    let mut group = at;
    let (mut is_passive, mut is_denied) = (false, false);
    while let Some(class) = group.checked_sub(1).and_then(|place| function_word::class(words, place)) {
        match class {
            Class::Auxiliary => is_passive |= is_being(words, group - 1) && !verb.is_participle,
            Class::Negation => is_denied = true,
            Class::Adverb => {}
            _ => break,
        }
        group -= 1;
    }
    if group > 0 && is_adverb_by_form(words, group - 1) {
        group -= 1;
    }
    Some(Signal { at, end: at + 1, group, verb, is_passive, is_denied })
}

/// "According to".
fn according(words: Words<'_>, at: usize) -> Option<Signal> {
    let verb = Verb {
        lemma: "according to",
        frame: Frame::Clause,
        stance: CueStance::Neutral,
        is_participle: false,
    };
    words.is(at + 1, key!("to")).then_some(Signal {
        at,
        end: at + 2,
        group: at,
        verb,
        is_passive: false,
        is_denied: false,
    })
}

/// Whether the form at `at` is a part of a name or of a hyphened word: "United States", "think-tank".
fn is_part_of_name(words: Words<'_>, at: usize) -> bool {
    let is_tied = |place: usize| words.form(place) == "-" && words.adjoins(place);
    let is_name =
        words.is_capitalised(at) && at > 0 && words.tokens[at - 1].sentence == words.tokens[at].sentence;
    is_name || is_tied(at + 1) || at > 0 && words.adjoins(at) && words.form(at - 1) == "-"
}

/// Whether the form at `at` is a noun here: "the report", "a state", "Mr Price's claims", "of charge".
fn is_noun(words: Words<'_>, at: usize, verb: Verb) -> bool {
    if words.key(at).is_any(&keys!["said", "says", "say", "told", "wrote", "added"]) {
        return words.key_before(at, 1).is(key!("the"));
    }
    let Some(before) = at.checked_sub(1) else { return true };
    let class = function_word::class(words, before);
    let is_led = matches!(class, Some(Class::Determiner | Class::Preposition))
        || words.key(before).is_any(&keys!["'s", "'"]);
    // "Officials claim" is a verb, "the mayor's claim", "a newspaper report" a noun.
    let is_bare = words.form(at).eq_ignore_ascii_case(verb.lemma) && class.is_none();
    is_led
        || is_bare
            && !(words.is_lower(before) && words.form(before).ends_with('s')
                || words.key(before).is_any(&keys!["people", "police", "who", "to"]))
}

fn is_being(words: Words<'_>, at: usize) -> bool {
    words.key(at).is_any(&keys!["is", "was", "were", "are", "be", "been", "being", "am", "'s", "'re"])
}

/// Whether an adverb in -ly stands at `at`.
fn is_adverb_by_form(words: Words<'_>, at: usize) -> bool {
    let form = words.form(at);
    form.len() > 4
        && form.ends_with("ly")
        && words.is_lower(at)
        && !words.key(at).is_any(&keys!["family", "ally", "assembly"])
}

#[cfg(test)]
mod tests {
    use super::{CueStance, VERBS, rows};
    use crate::key::Key;

    #[test]
    fn every_row_of_the_lexicon_is_read() {
        for row in rows(include_str!("../../data/reporting_verbs.tsv")) {
            let [lemma, frame, stance, forms] = row[..] else { panic!("four columns: {row:?}") };
            assert!(["clause", "that", "tell", "quote"].contains(&frame), "{lemma}: {frame}");
            assert!(CueStance::from_word(stance).is_some(), "{lemma}: {stance}");
            assert!(forms.split(' ').all(|form| VERBS.get(Key::of(form)).is_some()), "{lemma}: {forms}");
        }
    }
}
