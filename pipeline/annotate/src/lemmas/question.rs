//! What the tables are asked: an edit or a case, for a whole word or for an ending of it.
//!
//! Answers for: the keys of the tables, which are hashes of 64 bits, made alike where the tables are taught and where
//! they are read.

use schema::labels::Upos;

use super::casing::Shape;

/// The longest ending that is asked for, in bytes.
pub const LONGEST: usize = 6;

/// What is asked of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Which edit leads to its lemma.
    Edit(Upos),
    /// In which case its lemma is set.
    Casing(Upos, Shape),
}

impl Question {
    /// The longest ending that tells anything, in bytes; 0 where only the empty one does.
    pub fn depth(self) -> usize {
        match self {
            Self::Edit(Upos::Adj | Upos::Adv | Upos::Noun | Upos::Verb) => LONGEST,
            Self::Casing(Upos::Adj, Shape::Title) => 3,
            Self::Edit(_) | Self::Casing(..) => 0,
        }
    }

    /// The key of the whole word with these endings.
    pub fn word(self, endings: &Endings) -> u64 {
        key(endings.word, self.number() << 1 | 1)
    }

    /// The key of its ending of `length` bytes, which is at most [`LONGEST`] and the length of the word.
    pub fn ending(self, endings: &Endings, length: usize) -> u64 {
        key(endings.hashes[length], self.number() << 1)
    }

    fn number(self) -> u64 {
        match self {
            Self::Edit(upos) => upos as u64 * 5,
            Self::Casing(upos, shape) => upos as u64 * 5 + 1 + shape as u64,
        }
    }
}

/// The hashes of a word in lower case and of its endings.
#[derive(Debug, Clone, Copy)]
pub struct Endings {
    /// By length in bytes.
    hashes: [u64; LONGEST + 1],
    word: u64,
    /// The bytes of the longest ending.
    pub length: usize,
}

impl Endings {
    /// Those of `form`.
    pub fn of(form: &str) -> Self {
        if form.is_ascii() {
            Self::of_bytes(form.as_bytes())
        } else {
            Self::of_bytes(form.to_lowercase().as_bytes())
        }
    }

    fn of_bytes(word: &[u8]) -> Self {
        let mut hash = 0xCBF2_9CE4_8422_2325;
        let mut hashes = [hash; LONGEST + 1];
        for (at, byte) in word.iter().rev().enumerate() {
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3);
            if let Some(place) = hashes.get_mut(at + 1) {
                *place = hash;
            }
        }
        Self { hashes, word: hash, length: word.len().min(LONGEST) }
    }
}

/// Mixes a hash and the number of a question; never 0, which marks an empty place.
fn key(hash: u64, question: u64) -> u64 {
    let mixed = (hash ^ question.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed ^ mixed >> 32) | 1
}

#[cfg(test)]
mod tests {
    use schema::labels::Upos;

    use super::{Endings, Question};

    #[test]
    fn endings_are_shared_and_words_are_not() {
        let noun = Question::Edit(Upos::Noun);
        let [tram, dream] = ["tram", "DREAM"].map(Endings::of);
        assert_eq!(noun.ending(&tram, 2), noun.ending(&dream, 2));
        assert_ne!(noun.ending(&tram, 3), noun.ending(&dream, 3));
        assert_ne!(noun.word(&tram), noun.ending(&tram, 4));
        assert_ne!(noun.word(&tram), Question::Edit(Upos::Verb).word(&tram));
        assert_eq!(noun.word(&Endings::of("ÇAY")), noun.word(&Endings::of("çay")));
    }
}
