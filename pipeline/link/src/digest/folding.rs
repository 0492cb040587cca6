//! Folded text as a hash.
//!
//! Answers for: which spellings are one (letter case, the forms of quotation marks and dashes, white space, characters
//! without width), and a hash that is the same on every machine and in every version: FNV-1a, its bits mixed at the end.

/// What the hash starts from.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of `text`, folded: runs of white space count as one space, and those at its ends not at all.
pub(crate) fn text_hash(text: &str) -> u64 {
    let mut state = SEED;
    let mut words = text.split_whitespace();
    if let Some(first) = words.next() {
        state = folded(state, first);
    }
    for word in words {
        state = folded(step(state, b' '), word);
    }
    mixed(state)
}

/// The hash of `word`, folded.
pub(crate) fn word_hash(word: &str) -> u32 {
    (mixed(folded(SEED, word)) >> 32) as u32
}

/// The hash of two numbers in their order.
pub(crate) const fn pair_hash(one: u64, other: u64) -> u64 {
    mixed(mixed(one ^ SEED).rotate_left(23) ^ other)
}

/// A hash in halves, which need no room beside them where smaller numbers follow.
pub(crate) const fn halves(hash: u64) -> [u32; 2] {
    [(hash >> 32) as u32, (hash & 0xffff_ffff) as u32]
}

/// The state behind the folded characters of `text`.
fn folded(mut state: u64, text: &str) -> u64 {
    if text.is_ascii() {
        return text.bytes().fold(state, |state, byte| step(state, byte.to_ascii_lowercase()));
    }
    let mut buffer = [0; 4];
    for character in text.chars().filter_map(plain).flat_map(char::to_lowercase) {
        state = character.encode_utf8(&mut buffer).bytes().fold(state, step);
    }
    state
}

/// The plain form of `character`; `None` for one without width.
fn plain(character: char) -> Option<char> {
    match character {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some('"'),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '`' | '´' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        'İ' => Some('i'),
        other => Some(other),
    }
}

const fn step(state: u64, byte: u8) -> u64 {
    (state ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// Spreads what distinguishes two states over all bits.
const fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let state = (state ^ (state >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    state ^ (state >> 33)
}

#[cfg(test)]
mod tests {
    use super::{text_hash, word_hash};

    #[test]
    fn quotes_spaces_and_case_fold() {
        assert_eq!(
            text_hash("“It’s over,”  she said –\u{a0}twice."),
            text_hash("\"IT'S over,\" she said - twice. ")
        );
        assert_eq!(text_hash("Vel\u{ad}den"), text_hash("velden"));
        assert_eq!(word_hash("İZMİR"), word_hash("izmir"));
    }

    #[test]
    fn other_words_and_breaks_count() {
        assert_ne!(text_hash("It was over."), text_hash("It was over"));
        assert_ne!(text_hash("a rest"), text_hash("arest"));
        assert_ne!(word_hash("Velden"), word_hash("Velde"));
    }
}
