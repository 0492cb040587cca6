//! Word lists of this crate as sets that are asked without regard to case.
//!
//! Answers for: reading the `.txt` and `.tsv` files of `data/` and folding a word in the way their entries are
//! written. What a list means is its file's header and the module that asks it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The longest word, in bytes, that any list can hold.
const LONGEST: usize = 32;

/// A word in lower case, held without an allocation.
pub(crate) struct Folded {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Folded {
    /// The folded `word`; `None` where it is longer than any entry.
    pub(crate) fn new(word: &str) -> Option<Self> {
        let mut folded = Self { bytes: [0; LONGEST], len: 0 };
        if word.is_ascii() {
            folded.len = word.len();
            folded.bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
            folded.bytes.make_ascii_lowercase();
            return Some(folded);
        }
        for letter in word.chars() {
            let lower = if letter == 'İ' { 'i' } else { letter.to_lowercase().next().unwrap_or(letter) };
            let room = folded.bytes.get_mut(folded.len..folded.len + lower.len_utf8())?;
            folded.len += lower.encode_utf8(room).len();
        }
        Some(folded)
    }

    /// Its text.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// Lower-case words, each with a value.
pub(crate) struct Lexicon<V> {
    entries: HashMap<&'static str, V, BuildHasherDefault<WordHasher>>,
    /// The lengths, as bits, of the words that begin with each byte: most words asked for are none of them.
    lengths: [u32; 256],
}

/// FNV-1a: the words are few, short and our own.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl<V: Copy> Lexicon<V> {
    /// The lexicon of a file with one word a line, each given what `value` makes of its other column.
    pub(crate) fn parse(file: &'static str, value: impl Fn(&str) -> Option<V>) -> Self {
        let entry = |line: &'static str| {
            let (word, rest) = line.split_once('\t').unwrap_or((line, ""));
            Some((word, value(rest)?))
        };
        Self::of(lines(file).filter_map(entry))
    }

    /// The lexicon of these words, in lower case.
    pub(crate) fn of(entries: impl Iterator<Item = (&'static str, V)>) -> Self {
        let entries: HashMap<_, _, _> = entries.collect();
        let mut lengths = [0; 256];
        for word in entries.keys() {
            lengths[usize::from(word.as_bytes()[0])] |= length_bit(word);
        }
        Self { entries, lengths }
    }

    /// The value of `word` in any case.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        let first = word.bytes().next()?.to_ascii_lowercase();
        if word.is_ascii() && self.lengths[usize::from(first)] & length_bit(word) == 0 {
            return None;
        }
        self.entries.get(Folded::new(word)?.as_str()).copied()
    }
}

/// The bit of a word's length in bytes, one for all that are longer than any entry.
const fn length_bit(word: &str) -> u32 {
    1 << if word.len() < LONGEST { word.len() } else { LONGEST - 1 }
}

impl Lexicon<()> {
    /// The lexicon of a file with one word a line.
    pub(crate) fn words(file: &'static str) -> Self {
        Self::parse(file, |_| Some(()))
    }

    /// Whether `word` is listed, in any case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The entries of a lexicon file: its lines without the `#` header and blank lines.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}
