//! A sentence as the second stage gives it.
//!
//! Answers for: what belongs to a sentence. What it says is the third stage's work.

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::labels::Role;

/// A language as its shortest ISO 639 code, the primary subtag of BCP 47.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LanguageTag {
    /// The code in ASCII; a code of two letters ends with a zero.
    code: [u8; 3],
}

impl LanguageTag {
    /// The tag of text whose language cannot be told.
    pub const UNDETERMINED: Self = Self::new("und");

    /// The tag with this code, in lower case.
    ///
    /// # Panics
    ///
    /// When the code is not made of two or three letters.
    pub const fn new(code: &str) -> Self {
        match *code.as_bytes() {
            [one, two] if code.is_ascii() => Self { code: [one, two, 0] },
            [one, two, three] if code.is_ascii() => Self { code: [one, two, three] },
            _ => panic!("a language code has two or three letters"),
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        let length = if self.code[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.code[..length]).unwrap_or("und")
    }
}

/// A sentence: a run of one block of the article.
///
/// The sentences of an article are ordered, disjoint and cover all of its text but white space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands in the article's text, without white space around it.
    pub span: Span,
    /// The place of its block among the article's blocks, from 0.
    pub block: usize,
    /// What it does on the page.
    pub role: Role,
    /// The language it is in.
    pub language: LanguageTag,
    /// How sure that language is, from 0 to 1; 0 where it is undetermined.
    pub language_confidence: f32,
}
