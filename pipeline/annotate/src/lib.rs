//! The third stage: what the sentences of an article say.
//!
//! Responsible for: the words and marks with their parts of speech, lemmas and trees, the names, who says what,
//! the expressions of time and the numbers of an article, each as a span of the document text. Not responsible
//! for: what a sentence is on the page or where it ends (the second stage's), and what articles share (the
//! fourth's). It reads no file, and it cannot fail.
//!
//! In reading order: `key` and `lexicon` look words up; `tokens` cuts sentences into words, which `words` lets the
//! others read; `reader` gives them to `language`, the network, and `lemmas`, a `dateline` by itself; `syntax`
//! walks the trees; `entities` gathers the names of one thing; `quotations` reads quotation marks, `attributions`
//! who says what and `speakers` who that is; `evidence` marks words of doubt, from which `factuality` judges how
//! certain a content is and `statements` who asserts each sentence; `dates` and `numbers` find times and
//! quantities, `counts` what those count, `tolls` the dead and injured of the main event, and `events` who did what
//! to whom.

mod dateline;
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
mod counts;
mod dates;
mod entities;
mod events;
mod evidence;
mod factuality;
mod numbers;
mod quotations;
mod speakers;
mod statements;
mod syntax;
mod tolls;

use schema::{Annotations, Article, LanguageTag, Sentence, Toll};

use key::Key;
use syntax::{Parse, Syntax};
use words::Words;

pub use language::Layers;

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
/// let found = annotate::annotate(&article, &[sentence]);
/// assert_eq!(found.mentions[0].span.of(text), "Ada Brandt");
/// assert_eq!(found.attributions[0].source.map(|source| source.span.of(text)), Ok("Ada Brandt"));
/// assert_eq!(found.times[0].value, "2016-12-19");
/// assert_eq!(found.quantities[0].value_min, Some(8.0));
/// ```
pub fn annotate(article: &Article, sentences: &[Sentence]) -> Annotations {
    let text = article.text.as_str();
    let mut tokens = tokens::mark(text, sentences);
    let mut mentions = reader::read(text, sentences, &mut tokens);
    let entities = entities::gather(text, &mut mentions);
    let keys: Vec<Key> = tokens.iter().map(|token| Key::of(token.span.of(text))).collect();
    let words = Words { text, tokens: &tokens, keys: &keys, language: LanguageTag::UNDETERMINED };
    let syntax = Syntax::of(&tokens);
    let parse = Parse::new(words, sentences, &syntax);
    let mut attributions = attributions::mark(parse);
    speakers::identify(parse, &mentions, &entities, &mut attributions);
    let bearings = evidence::mark(parse);
    factuality::judge(parse, &bearings, &mut attributions);
    let statements = statements::make(parse, &bearings, &attributions);
    let evidence = bearings.into_iter().map(|bearing| bearing.evidence).collect();
    let times = dates::mark(parse, article.metadata.published);
    let quantities = numbers::mark(parse, &times);
    let events = Vec::new();
    let mut found = Annotations {
        tokens: Vec::new(),
        mentions,
        entities,
        attributions,
        evidence,
        statements,
        times,
        quantities,
        events,
        toll: Toll::default(),
    };
    let tellings = counts::complete(parse, &mut found);
    found.toll = tolls::tell(parse, &found, &tellings);
    found.events = events::mark(parse, &found);
    Annotations { tokens, ..found }
}
