//! Gaps: the spaces of a sentence behind which another could begin.
//!
//! Answers for: finding them, and how many tokens stand before each. A space between two words in lower case is
//! none but before the address of a page, and most are such: 64 bytes are looked at together, a bit for each.

use schema::Span;

use super::junction::Signs;

/// A space with a token behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gap {
    /// The byte behind the space.
    pub at: usize,
    /// How many tokens of the sentence stand before it.
    pub count: u32,
    /// Whether one of them begins in lower case.
    pub has_low: bool,
}

/// Makes `gaps` those of `sentence`, which starts with no space, in the block `text`, in order.
pub(super) fn find(gaps: &mut Vec<Gap>, text: &str, sentence: Span, signs: Signs) {
    gaps.clear();
    let bytes = &text.as_bytes()[..sentence.end()];
    let mut count = 1;
    let mut has_low = bytes[sentence.start()..].first().is_some_and(u8::is_ascii_lowercase);
    for base in sentence.range().step_by(STEP) {
        let Chunk { starts, low, mut open } = Chunk::of(&bytes[base..], signs);
        while open != 0 {
            let nth = open.trailing_zeros();
            let earlier = starts & !(u64::MAX << nth);
            gaps.push(Gap {
                at: base + nth as usize,
                count: count + earlier.count_ones(),
                has_low: has_low || earlier & low != 0,
            });
            open &= open - 1;
        }
        count += starts.count_ones();
        has_low |= starts & low != 0;
    }
}

/// The bytes from one chunk to the next: the first two of each show only what stands before a token.
const STEP: usize = u64::BITS as usize - 2;

/// What 64 bytes are, a bit for each, the first in the lowest.
#[derive(Debug, Clone, Copy)]
struct Chunk {
    /// The first bytes of tokens behind a space.
    starts: u64,
    /// The letters of ASCII in lower case.
    low: u64,
    /// The starts behind a gap.
    open: u64,
}

impl Chunk {
    /// Of the bytes that `rest` starts with; what is behind the last counts as space.
    fn of(rest: &[u8], signs: Signs) -> Self {
        let mut space = u64::MAX.unbounded_shl(u32::try_from(rest.len()).unwrap_or(u32::MAX));
        let mut low = 0;
        let (eights, tail) = rest.as_chunks();
        let mut padded = [0; 8];
        padded[..tail.len()].copy_from_slice(tail);
        for (nth, eight) in eights.iter().chain([&padded]).take(8).enumerate() {
            let eight = u64::from_le_bytes(*eight);
            space |= packed(equals(eight, b' ')) << (nth * 8);
            low |= packed(is_low(eight)) << (nth * 8);
        }
        let starts = space << 1 & !space & !0b11;
        let inner = if signs.has_pages { 0 } else { low << 2 & low };
        Self { starts, low, open: starts & !inner }
    }
}

/// The highest bit of each of eight bytes, and the lowest.
const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x0101_0101_0101_0101;

/// The highest bit of every one of eight bytes that is `byte`.
const fn equals(eight: u64, byte: u8) -> u64 {
    let other = eight ^ (LOW * byte as u64);
    !(((other & !HIGH) + !HIGH) | other) & HIGH
}

/// The highest bit of every one of eight bytes that is a letter of ASCII in lower case.
const fn is_low(eight: u64) -> u64 {
    let seven = eight & !HIGH;
    let from_a = seven + LOW * (0x80 - b'a' as u64);
    let behind_z = seven + LOW * (0x7F - b'z' as u64);
    from_a & !behind_z & !eight & HIGH
}

/// The highest bits of eight bytes side by side.
const fn packed(high: u64) -> u64 {
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use schema::Span;

    use super::{Gap, equals, find, is_low, packed};
    use crate::boundaries::junction::Signs;

    #[test]
    fn every_byte_is_told() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut eight = [b'a'; 8];
                eight[place] = byte;
                let eight = u64::from_le_bytes(eight);
                let is_set = |bits: u64| packed(bits) >> place & 1 == 1;
                assert_eq!(is_set(equals(eight, b' ')), byte == b' ', "{byte} at {place}");
                assert_eq!(is_set(is_low(eight)), byte.is_ascii_lowercase(), "{byte} at {place}");
            }
        }
    }

    #[test]
    fn gaps_are_found_across_chunks() {
        for length in 0..200 {
            let text = format!("{} Ö is  B, c H\nd e f", "x".repeat(length + 1));
            let mut found = Vec::new();
            find(&mut found, &text, Span::new(0, text.len()), Signs::of(&text));
            let at = |piece: &str| text.find(piece).unwrap();
            let expected = [("Ö", 1), ("is", 2), ("B", 3), ("c ", 4), ("H", 5)];
            let expected = expected.map(|(piece, count)| Gap { at: at(piece), count, has_low: true });
            assert_eq!(found, expected, "{length}");
        }
    }
}
