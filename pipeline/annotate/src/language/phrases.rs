//! Names of several words that the lists know.
//!
//! Answers for: where in a sentence the words of a known place or organisation stand, as hints for `names`. The lists
//! are those of `gazetteer`. Leaves to others: whether it is a name there, and of what.

use std::collections::HashMap;
use std::sync::LazyLock;

use names::fold;

use super::gazetteer::{ORGANISATIONS, PLACES, may_begin};
use crate::lexicon;

/// What a hint may be: begin, inside and end of a place, and of an organisation.
pub const HINTS: usize = 6;

/// A hint at a word, from 1; 0 is none.
pub type Hint = u8;

/// The longest phrase that is looked for, in words.
const LONGEST: usize = 6;

/// The phrases: places by their folded spelling, organisations as they are written.
static PHRASES: LazyLock<HashMap<&'static str, Hint>> = LazyLock::new(|| {
    let of = |file, hint| {
        lexicon::rows(file)
            .map(|row| row[0])
            .filter(|phrase| phrase.contains(' '))
            .map(move |phrase| (phrase, hint))
    };
    of(PLACES, 1).chain(of(ORGANISATIONS, 4)).collect()
});

/// The hint at each word of a sentence; `bits` are those of `gazetteer` for each word.
pub fn hints(words: &[&str], bits: impl Fn(usize) -> u32) -> Vec<Hint> {
    let mut hints = vec![0; words.len()];
    let mut first = 0;
    while first < words.len() {
        let found = may_begin(bits(first)).then(|| longest(&words[first..])).flatten();
        let Some((length, kind)) = found else {
            first += 1;
            continue;
        };
        hints[first..first + length].fill(kind + 1);
        hints[first] = kind;
        hints[first + length - 1] = kind + 2;
        first += length;
    }
    hints
}

/// The longest phrase at the start of `words`: how many words, and the hint of its first.
fn longest(words: &[&str]) -> Option<(usize, Hint)> {
    let (mut folded, mut written) = (String::new(), String::new());
    let mut found = None;
    for (nth, word) in words.iter().enumerate().take(LONGEST) {
        append(&mut folded, &fold(word));
        append(&mut written, word);
        let capital = word.starts_with(char::is_uppercase);
        let hint = PHRASES.get(written.as_str()).or_else(|| PHRASES.get(folded.as_str()));
        if let Some(&hint) = hint.filter(|_| nth > 0 && capital) {
            found = Some((nth + 1, hint));
        }
    }
    found
}

/// Adds a word to a phrase: a clitic is glued, a hyphen parts words as a space does.
fn append(phrase: &mut String, word: &str) {
    if word == "-" {
        return;
    }
    if !phrase.is_empty() && !word.starts_with('\'') {
        phrase.push(' ');
    }
    phrase.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::hints;
    use crate::language::gazetteer;

    #[test]
    fn known_phrases_are_hinted_at() {
        let words = ["In", "New", "York", "the", "United", "Nations", "met"];
        assert_eq!(hints(&words, |at| gazetteer::bits(words[at])), [0, 1, 3, 0, 4, 6, 0]);
        let words = ["a", "new", "york", "ham"];
        assert_eq!(hints(&words, |at| gazetteer::bits(words[at])), [0; 4]);
    }
}
