//! The second stage: an article's blocks become sentences with roles and languages.
//!
//! Responsible for: where a sentence begins and ends, what it does on the page, which language it is in, and
//! the language of a document. Not responsible for: making blocks and joining wrapped lines (the first stage),
//! what a sentence says (the third). The stage is a pure function that never fails: what cannot be told is body, or
//! `und`.
//!
//! In reading order: `recurrence` finds the lines that recur over the articles of an outlet, the one thing that an
//! article by itself does not show; `roles` gives every block its role; `boundaries` splits blocks into sentences;
//! `roles` then corrects the sentences of blocks that hold several roles; `language` gives every sentence its
//! language. `lexicon` reads the word lists of `data/` for all of them. Of `boundaries`, the crate `train` sees the places that
//! the model decides and the form of its file; nothing else uses them.

#[doc(hidden)]
pub mod boundaries;
mod language;
mod lexicon;
mod recurrence;
mod roles;

use schema::labels::{Layout, Role};
use schema::{Article, LanguageTag, Sentence, Span};

pub use language::document_language;
pub use recurrence::{Census, Fingerprint, Recurring, Sieve};

/// The sentences of `article` by itself: ordered, disjoint, each inside one block, together all of its text but white
/// space.
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
    segment_among(article, &Recurring::none())
}

/// The sentences of `article` among the others of its outlet, of which lines are known that recur: as [`segment`]
/// gives them, but such a line is boilerplate however it reads.
///
/// ```
/// use schema::Article;
/// use schema::labels::Role;
///
/// let stories = [
///     "A bridge over the Rivna fell into the water at noon.",
///     "Twelve goats were shown at the market, and three won prizes.",
///     "Heavy snow closed the northern pass again for two days.",
/// ];
/// let articles = stories.map(|story| {
///     let mut article = Article::of_lines(&format!("{story}\nNight desk, third floor"));
///     article.metadata.outlet = Some("Tarnholt Herald".to_owned());
///     article
/// });
/// let fingerprints = || articles.iter().filter_map(segment::Fingerprint::of);
/// let mut sieve = segment::Sieve::default();
/// fingerprints().for_each(|article| sieve.add(&article));
/// let mut census = sieve.census();
/// fingerprints().for_each(|article| census.add(&article));
///
/// let sentences = segment::segment_among(&articles[0], &census.recurring());
/// assert_eq!((sentences[0].role, sentences[1].role), (Role::Body, Role::Boilerplate));
/// ```
pub fn segment_among(article: &Article, recurring: &Recurring) -> Vec<Sentence> {
    let page = roles::of_blocks(article, recurring);
    let mut sentences = Vec::new();
    for (block, at) in article.blocks.iter().enumerate() {
        let is_code = page.role(block) == Role::Markup || at.layout == Layout::Code;
        let spans = match page.masthead(block) {
            _ if is_code => whole(&article.text, at.span),
            Some(masthead) => {
                let headline = Span::new(at.span.start(), masthead.start()).trimmed(&article.text);
                split(&article.text, headline).into_iter().chain([masthead]).collect()
            }
            None => split(&article.text, at.span),
        };
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
