//! Identifiers of documents and sentences.
//!
//! Answers for: their text form. The hash that a document's id is made of is the first stage's work.

use std::fmt;

use serde::{Deserialize, Serialize};

/// 128 bits that name a document: BLAKE3 over its source's bytes and its locator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId([u8; 16]);

impl DocumentId {
    /// The id with these bits.
    pub const fn new(bits: [u8; 16]) -> Self {
        Self(bits)
    }

    /// The id of the sentence at place `index` of this document.
    pub const fn sentence(self, index: usize) -> SentenceId {
        SentenceId { document: self, index }
    }

    /// The id of the `index`-th annotation of one kind, told apart from other kinds by the letter `kind`.
    pub fn annotation(self, kind: char, index: usize) -> String {
        format!("{self}:{kind}{index}")
    }
}

impl fmt::Display for DocumentId {
    /// 32 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// Names a sentence: its document and its place there, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    document: DocumentId,
    index: usize,
}

impl fmt::Display for SentenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.document, self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentId;

    #[test]
    fn ids_print_as_the_tables_hold_them() {
        let id = DocumentId::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(id.to_string(), "000102030405060708090a0b0c0d0eff");
        assert_eq!(id.sentence(7).to_string(), "000102030405060708090a0b0c0d0eff:7");
        assert_eq!(id.annotation('q', 0), "000102030405060708090a0b0c0d0eff:q0");
    }
}
