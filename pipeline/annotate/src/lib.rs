//! The third stage: what the sentences of an article say.
//!
//! Responsible for: the words and marks with their parts of speech, lemmas and trees, the names, who says what,
//! the expressions of time and the numbers of an article, each as a span of the document text. Not responsible
//! for: what a sentence is on the page or where it ends (the second stage's), and what articles share (the
//! fourth's). It reads no file, and it cannot fail.
//!
//! In reading order: [`Options`] say what is found; `key` and `lexicon` look words up; `tokens` cuts sentences
//! into words, which `words` lets the others read; `reader` gives them to `language`, the network, and `lemmas`;
//! `quotations` reads quotation marks and `attributions` who says what; `dates` and `numbers` find times and
//! quantities.

mod key;
mod lexicon;
mod tokens;
mod words;

#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod lemmas;
mod reader;

mod attributions;
mod dates;
mod numbers;
mod options;
mod quotations;

use schema::labels::Role;
use schema::{Annotations, Article, LanguageTag, Sentence};

use key::Key;
use words::Words;

pub use language::Layers;
pub use options::Options;

/// Everything that the annotators find in the sentences of `article`, in the order of the text.
///
/// The sentences are those of this article, in order. A list is empty where nothing was found.
///
/// ```
/// use schema::labels::Role;
/// use schema::{Article, LanguageTag, Sentence};
///
/// let text = "\"At least eight trams were lost,\" said Ada Brandt on December 19, 2016.";
/// let article = Article::of_lines(text);
/// let span = article.blocks[0].span;
/// let language = LanguageTag::new("en");
/// let sentence = Sentence { span, block: 0, role: Role::Body, language, language_confidence: 1.0 };
///
/// let found = annotate::annotate(&article, &[sentence], &annotate::Options::default());
/// assert_eq!(found.entities[0].span.of(text), "Ada Brandt");
/// assert_eq!(found.attributions[0].source.map(|source| source.of(text)), Ok("Ada Brandt"));
/// assert_eq!(found.times[0].value, "2016-12-19");
/// assert_eq!(found.quantities[0].value_min, Some(8.0));
/// ```
pub fn annotate(article: &Article, sentences: &[Sentence], options: &Options) -> Annotations {
    let text = article.text.as_str();
    let mut tokens = tokens::mark(text, sentences);
    let entities = reader::read(text, sentences, &mut tokens, options.layers);
    let keys: Vec<Key> = tokens.iter().map(|token| Key::of(token.span.of(text))).collect();
    let mut found = Annotations::default();
    let article = Words { text, tokens: &tokens, keys: &keys, language: LanguageTag::UNDETERMINED };
    found.attributions = attributions::mark(article, sentences);
    for words in by_sentence(article, sentences) {
        let first_time = found.times.len();
        dates::mark(words, &mut found.times);
        numbers::mark(words, &found.times[first_time..], &mut found.quantities);
    }
    Annotations { tokens, entities, ..found }
}

/// The words of every sentence that is no code.
fn by_sentence<'t>(article: Words<'t>, sentences: &'t [Sentence]) -> impl Iterator<Item = Words<'t>> {
    let mut start = 0;
    article.tokens.chunk_by(|one, next| one.sentence == next.sentence).filter_map(move |tokens| {
        let keys = &article.keys[start..start + tokens.len()];
        start += tokens.len();
        let &Sentence { role, language, .. } = sentences.get(tokens.first()?.sentence)?;
        (role != Role::Markup).then_some(Words { tokens, keys, language, ..article })
    })
}
