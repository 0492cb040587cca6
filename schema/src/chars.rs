//! From byte offsets to code-point offsets of one text.
//!
//! Answers for: the number of code points before a byte, in constant time after one pass over the text. This
//! is done once per document, where rows are made; inside the program every offset is in bytes.

/// How far apart the counted positions stand, in bytes.
const STRIDE: usize = 128;

/// The code-point offsets of one text.
#[derive(Debug, Clone)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// Code points before each multiple of [`STRIDE`]; empty where the text is ASCII.
    counts: Vec<usize>,
}

impl<'t> CharIndex<'t> {
    /// Counts the code points of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut counts = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                counts.push(before);
                before += code_points(chunk);
            }
            counts.push(before);
        }
        Self { text, counts }
    }

    /// The number of code points before byte `at`, a character boundary of the text.
    ///
    /// # Panics
    ///
    /// When `at` is past the end of the text.
    pub fn char_offset(&self, at: usize) -> usize {
        if self.counts.is_empty() {
            return at;
        }
        let stop = at / STRIDE;
        self.counts[stop] + code_points(&self.text.as_bytes()[stop * STRIDE..at])
    }
}

/// The characters that start in `bytes`: every byte but the continuation bytes `10xxxxxx`.
fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::CharIndex;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_counting(text in "[a-zçğ€𝕏 \n]{0,600}") {
            let index = CharIndex::new(&text);
            for (nth, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.char_offset(at), nth);
            }
            prop_assert_eq!(index.char_offset(text.len()), text.chars().count());
        }
    }
}
