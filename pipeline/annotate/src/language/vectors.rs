//! Pretrained vectors of words.
//!
//! Answers for: reading `models/vectors.bin`, which is used as it stands: a table of hashed words in order and a row of
//! signed bytes for each. Leaves to others: how it was made (`models/vectors.md`) and what the network makes of a
//! vector.

use std::sync::LazyLock;

use super::network::VECTOR;

/// The vectors that this crate was built with.
static BUILT_IN: LazyLock<Vectors<'static>> = LazyLock::new(|| {
    Vectors::read(include_bytes!("../../models/vectors.bin"))
        .expect("a test reads the file, which is part of the crate")
});

/// What the file starts with, version included.
const HEADER: [u8; 8] = *b"CDWV\x01\x00\x40\x00";

/// The bytes of a hashed word.
const KEY: usize = 8;

/// Adds the vector of the word `lower`, given in lower case, to `sum`; whether there is one.
pub fn add(lower: &str, sum: &mut [f32; VECTOR]) -> bool {
    let Some(row) = BUILT_IN.row(lower) else { return false };
    for (sum, byte) in sum.iter_mut().zip(row) {
        *sum += f32::from(byte.cast_signed()) * BUILT_IN.scale;
    }
    true
}

/// A table of vectors.
struct Vectors<'b> {
    /// What a byte counts.
    scale: f32,
    keys: &'b [u8],
    rows: &'b [u8],
}

impl<'b> Vectors<'b> {
    /// The table in the file `bytes`, if it is one of this version.
    fn read(bytes: &'b [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&HEADER)?;
        let (&count, rest) = rest.split_first_chunk()?;
        let (&scale, rest) = rest.split_first_chunk()?;
        let count = usize::try_from(u32::from_le_bytes(count)).ok()?;
        let (keys, rows) = rest.split_at_checked(count * KEY)?;
        (rows.len() == count * VECTOR).then_some(Self { scale: f32::from_le_bytes(scale), keys, rows })
    }

    /// The bytes of the vector of a word.
    fn row(&self, lower: &str) -> Option<&'b [u8]> {
        let key = hash(lower);
        let (mut low, mut high) = (0, self.keys.len() / KEY);
        while low < high {
            let middle = usize::midpoint(low, high);
            let found: [u8; KEY] = self.keys[middle * KEY..][..KEY].try_into().ok()?;
            match u64::from_le_bytes(found).cmp(&key) {
                std::cmp::Ordering::Equal => return self.rows.get(middle * VECTOR..(middle + 1) * VECTOR),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

/// The key of a word (FNV-1a).
fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::{VECTOR, add};

    #[test]
    fn words_of_a_kind_point_the_same_way() {
        let of = |word: &str| {
            let mut vector = [0.0; VECTOR];
            assert!(add(word, &mut vector), "{word}");
            vector
        };
        let near = |one: [f32; VECTOR], other: [f32; VECTOR]| -> f32 {
            let dot = |a: &[f32; VECTOR], b: &[f32; VECTOR]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
            dot(&one, &other) / (dot(&one, &one) * dot(&other, &other)).sqrt()
        };
        assert!(near(of("istanbul"), of("ankara")) > near(of("istanbul"), of("quickly")));
        assert!(!add("xqzzv-no-word", &mut [0.0; VECTOR]));
    }
}
