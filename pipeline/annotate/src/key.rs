//! The spelling of a short word, folded, as one number.
//!
//! Answers for: letter case and the two apostrophes, so that "Said", "SAID" and "said", "n’t" and "n't" are one
//! key. Looking a word up costs no allocation. Leaves words of more than [`CAPACITY`] bytes without a key: no
//! lexicon holds one.

use std::hash::{BuildHasherDefault, Hasher};

/// The longest word that has a key, in bytes of its folded form.
const CAPACITY: usize = 16;

/// The folded spelling of a word; [`Key::NONE`] where it is too long for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u128);

impl Key {
    /// The key of a word that no lexicon holds.
    pub(crate) const NONE: Self = Self(0);

    /// The key of `word`.
    pub(crate) fn of(word: &str) -> Self {
        if word.len() <= CAPACITY && word.is_ascii() {
            let mut folded = [0; CAPACITY];
            folded[..word.len()].copy_from_slice(word.as_bytes());
            folded.make_ascii_lowercase();
            return Self(u128::from_le_bytes(folded));
        }
        Self::of_wide(word)
    }

    /// The key of a word with characters beyond ASCII.
    fn of_wide(word: &str) -> Self {
        let mut folded = [0; CAPACITY];
        let mut filled = 0;
        for character in word.chars().flat_map(fold) {
            let end = filled + character.len_utf8();
            let Some(place) = folded.get_mut(filled..end) else { return Self::NONE };
            character.encode_utf8(place);
            filled = end;
        }
        Self(u128::from_le_bytes(folded))
    }

    /// The key of `word`, which is given in lower case; made when the program is compiled.
    ///
    /// # Panics
    ///
    /// When the word is longer than [`CAPACITY`].
    pub(crate) const fn lower(word: &str) -> Self {
        let mut folded = [0; CAPACITY];
        let mut at = 0;
        while at < word.len() {
            folded[at] = word.as_bytes()[at];
            at += 1;
        }
        Self(u128::from_le_bytes(folded))
    }

    /// Whether this is `word`.
    pub(crate) fn is(self, word: Self) -> bool {
        self == word
    }

    /// Whether this is one of `words`.
    pub(crate) fn is_any(self, words: &[Self]) -> bool {
        words.contains(&self)
    }
}

/// The key of a word in lower case.
macro_rules! key {
    ($word:literal) => {
        const { $crate::key::Key::lower($word) }
    };
}

/// The keys of words in lower case.
macro_rules! keys {
    ($($word:literal),+ $(,)?) => {
        const { [$($crate::key::Key::lower($word)),+] }
    };
}

pub(crate) use {key, keys};

/// The lower case of one character; the dotted capital I of Turkish becomes a plain i.
fn fold(character: char) -> impl Iterator<Item = char> {
    let plain = match character {
        '’' | '‘' => '\'',
        'İ' => 'i',
        other => other,
    };
    plain.to_lowercase()
}

/// Spreads the bits of a key, which is all that a table of a few hundred words needs.
#[derive(Debug, Default)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
    }

    fn write_u128(&mut self, key: u128) {
        let [low, high] =
            [key, key >> 64].map(|half| u64::try_from(half & u128::from(u64::MAX)).unwrap_or(0));
        let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

/// Makes a map look keys up by [`KeyHasher`].
pub(crate) type KeyHashing = BuildHasherDefault<KeyHasher>;

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn case_and_apostrophes_fold() {
        assert_eq!(Key::of("N’T"), Key::of("n't"));
        assert_eq!(Key::of("ŞUBAT"), Key::of("şubat"));
        assert_eq!(Key::of("İki"), Key::of("iki"));
        assert_ne!(Key::of("said"), Key::of("says"));
        assert_eq!(Key::of("a word that is far too long"), Key::NONE);
    }
}
