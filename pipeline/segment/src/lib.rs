//! The second stage: an article's blocks become sentences with roles and languages.
//!
//! Responsible for: where a sentence begins and ends, what it does on the page, which language it is in, and
//! the language of a document. Not responsible for: making blocks and joining wrapped lines (the first stage),
//! what a sentence says (the third), lines that recur over the articles of an outlet (the fourth). The stage is
//! a pure function that never fails: what cannot be told is body, or `und`.
//!
//! In reading order: `roles` gives every block its role; `boundaries` splits blocks into sentences; `roles`
//! then corrects the sentences of blocks that hold several roles; `language` gives every sentence its language.
//! `lexicon` reads the word lists of `data/` for all of them. Of `boundaries`, the crate `train` sees the places that
//! the model decides and the form of its file; nothing else uses them.

#[doc(hidden)]
pub mod boundaries;
mod language;
mod lexicon;
mod roles;

use schema::labels::{Layout, Role};
use schema::{Article, LanguageTag, Sentence, Span};

pub use language::document_language;

/// The sentences of `article`: ordered, disjoint, each inside one block, together all of its text but white space.
///
/// An article without text has none.
///
/// ```
/// use schema::Article;
/// use schema::labels::Role;
///
/// let text = "With your support we can go on.The U.S. envoy left at 6 p.m. Monday. She said nothing.";
/// let article = Article::of_lines(text);
/// let sentences = segment::segment(&article);
/// let found: Vec<_> = sentences.iter().map(|sentence| (sentence.role, sentence.span.of(text))).collect();
/// assert_eq!(found, [
///     (Role::Promo, "With your support we can go on."),
///     (Role::Body, "The U.S. envoy left at 6 p.m. Monday."),
///     (Role::Body, "She said nothing."),
/// ]);
/// assert_eq!(sentences[1].language.as_str(), "en");
/// ```
pub fn segment(article: &Article) -> Vec<Sentence> {
    let page = roles::of_blocks(article);
    let mut sentences = Vec::new();
    for (block, at) in article.blocks.iter().enumerate() {
        let is_code = page.role(block) == Role::Markup || at.layout == Layout::Code;
        let spans = if is_code { whole(&article.text, at.span) } else { split(&article.text, at.span) };
        sentences.extend(spans.into_iter().map(|span| unmarked(span, block)));
    }
    roles::of_sentences(article, &page, &mut sentences);
    language::mark(article, &mut sentences);
    sentences
}

/// The sentences of the block at `block` of `text`, without roles and languages: ordered, disjoint, trimmed, and
/// together all of it but white space.
///
/// # Panics
///
/// When `block` is no span of `text`.
pub fn split(text: &str, block: Span) -> Vec<Span> {
    boundaries::split(text, block)
}

/// The block as one piece, for code has no sentences; none where it is white space.
fn whole(text: &str, block: Span) -> Vec<Span> {
    Some(block.trimmed(text)).filter(|span| !span.is_empty()).into_iter().collect()
}

/// A sentence whose role and language are not known yet.
const fn unmarked(span: Span, block: usize) -> Sentence {
    Sentence { span, block, role: Role::Body, language: LanguageTag::UNDETERMINED, language_confidence: 0.0 }
}
