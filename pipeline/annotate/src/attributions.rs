//! Who says what.
//!
//! # What it marks
//!
//! Attributions: the words that name the source, the cue that signals it, the content in its pieces. Direct and
//! mixed ones start from a quotation (`quotations`), indirect ones from a cue alone. Only text that speaks to
//! the reader is read: headlines, decks, subheadings, body, captions, pull quotes and list items.
//!
//! # How it decides
//!
//! A quotation looks for its cue behind it (`," said X`, `," X said`, `according to X`), then before it in its
//! sentence (`X said: “`, `X told reporters that “`). Quotations joined by "and", parted by one cue, or starting
//! the next sentence of the paragraph share an attribution; so does the paragraph that goes on with a speech
//! left open. A quotation without cue is a row of its own when it is an utterance by its form: a sentence, or
//! the whole paragraph. Quoted words inside a clause are `mixed` when a cue frames them ("described as
//! “reckless”", "said the plan was “dead”"), else nothing: scare quotes and titles are no utterances. Without
//! quotation, a cue makes a row where the pattern is plain: `X said that ...`, `..., X said`, `According to X,
//! ...`, `X was said to ...`. Sources are runs of words that look like a noun phrase at the edge of the cue's
//! clause; where none is found, the row says why.
//!
//! # Example
//!
//! ```text
//! "It is over," said Ada Brandt, the mayor. "Go home."
//!  ~~~~~~~~~~~  ---- ======================  ~~~~~~~~
//! ```
//!
//! # Known misses
//!
//! - Cues that are nouns ("the claim that"), and verbs of acting or wanting ("refused", "hopes for").
//! - Who a pronoun or "the ministry" stands for; sources inside sources; quotations inside quotations.
//! - Denied and asked cues ("did not say whether") without a quotation.
//! - A source parted from its cue by a long relative clause, or by a passive ("was said to have shouted").
//!
//! # Sources
//!
//! PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018) for what source, cue and content are.

mod cue;
mod frame;
mod function_word;
mod indirect;
mod source;
mod speech;

use schema::labels::{AbsentSource, Role};
use schema::{Attribution, Sentence, Span, Token};

use crate::quotations::{self, Next};
use crate::words::Words;
use speech::Speech;

/// Who the words name, or why nobody.
type Source = Result<Span, AbsentSource>;

/// The attributions of an article, whose sentences have these words.
pub(crate) fn mark(article: Words<'_>, sentences: &[Sentence]) -> Vec<Attribution> {
    let mut speech = Speech::new(article.text);
    let mut paragraphs = paragraphs(article, sentences).peekable();
    while let Some(words) = paragraphs.next() {
        let opens = paragraphs.peek().is_some_and(|next| quotations::opens_with_mark(*next));
        speech.read(words, if opens { Next::Opens } else { Next::Other });
    }
    speech.finish()
}

/// The words of every paragraph that speaks to the reader.
fn paragraphs<'t>(article: Words<'t>, sentences: &'t [Sentence]) -> impl Iterator<Item = Words<'t>> {
    let place = |token: &Token| {
        sentences.get(token.sentence).map(|sentence| (sentence.block, is_prose(sentence.role)))
    };
    let mut start = 0;
    article.tokens.chunk_by(move |one, next| place(one) == place(next)).filter_map(move |tokens| {
        let range = start..start + tokens.len();
        start = range.end;
        let (_, is_prose) = place(tokens.first()?)?;
        let language = sentences.get(tokens.first()?.sentence)?.language;
        is_prose.then(|| Words { tokens, keys: &article.keys[range], language, ..article })
    })
}

/// Whether a sentence of this role speaks to the reader.
fn is_prose(role: Role) -> bool {
    matches!(
        role,
        Role::Headline
            | Role::Deck
            | Role::Subheading
            | Role::Body
            | Role::Caption
            | Role::PullQuote
            | Role::ListItem
    )
}
