//! A sentence as the second stage gives it.
//!
//! Answers for: what belongs to a sentence. What it says is the third stage's work.

use crate::Span;
use crate::labels::Role;

/// A language as its shortest ISO 639 code, the primary subtag of BCP 47.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(&'static str);

impl LanguageTag {
    /// The tag of text whose language cannot be told.
    pub const UNDETERMINED: Self = Self("und");

    /// The tag with this code, in lower case.
    pub const fn new(code: &'static str) -> Self {
        Self(code)
    }

    /// The code.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// A sentence: a run of one block of the article.
///
/// The sentences of an article are ordered, disjoint and cover all of its text but white space.
#[derive(Debug, Clone, PartialEq)]
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
