//! Who says what.
//!
//! # What it marks
//!
//! Attributions: the words that name the source, the cue that signals it, the content in its pieces. Direct
//! and mixed ones start from a quotation (`quotations`), indirect ones from a cue alone. Only text that
//! speaks to the reader is read: headlines, decks, subheadings, body, captions, pull quotes and list items.
//!
//! # How it decides
//!
//! Every word of `data/cues.tsv`, "according to" and a name before a colon may be a cue; the row says which
//! contents it takes. In the tree of its sentence the content is looked for as a clause below the cue, a
//! clause that the tree hangs elsewhere, an infinitive, an object with its "as", the phrase of a preposition,
//! what a relative clause speaks of, and the clause around the cue; the source as subject, agent or
//! possessor, up through coordination, participles and control. Infinitives of purpose, names ("a man called
//! Reed"), nouns that only name a topic, and "you" report nothing. A participle behind a comma and a second
//! verb of the same subject are freed from the content that the tree puts them in; clauses right behind a
//! content that the tree hangs on the cue as well are a part of it. A clause of time ("as he spoke") reports
//! nothing of what is around it; "as he told Nordlight" between commas does. Of "the agency cited Brandt as
//! saying" come two rows, the agency's around Brandt's. The cue's span is its verb group, with the
//! preposition before the content.
//!
//! A quotation looks for a report that takes it as a whole: behind it (`," said X`, `," X said`, `,"
//! according to X`), then before it (`X said: “`, `X told reporters that “`). Quotations joined by "and",
//! parted by one cue, or starting the next sentence share an attribution; so does the paragraph that goes on
//! with a speech left open, and one that is nothing but a quotation behind an attributed one. A name behind a
//! dash signs the quotation before it. Quoted words inside a content make it `mixed`; scare quotes and titles
//! outside of one are no utterances. A quotation without cue is a row of its own when it is an utterance by
//! its form: a sentence, or the whole paragraph. Inside a quotation, a verb without subject ("don't forget
//! them") reports nothing. Sentences that were not read have no cues. Last, each row gets the innermost row
//! whose content holds its cue.
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
//! - Light verbs and phrases that are no row of the lexicon ("took to the airwaves to", "has no time for").
//! - A content that the tree gives to another verb ("refused to resign and hopes for a second term").
//! - A second clause that the tree sets beside the cue ("said it was late and the trams were full"); "as he
//!   put it".
//! - Nouns whose content stands behind "is" ("my advice is, stay"), and cues before their noun
//!   ("much-praised").
//! - Appearance without a source ("seems", "appears"), which is evidence and no attribution; "for Brandt,
//!   it was".
//! - A second predicative ("called Reed a liar and Odell a coward"), a verdict in quotation marks without a
//!   verb.
//!
//! # Sources
//!
//! PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018) for what source, cue and content are.

mod according;
mod antecedent;
mod aside;
mod clause;
mod content;
mod cue;
mod frame;
mod group;
mod label;
mod loose;
mod nesting;
mod noun;
mod object;
mod paragraph;
mod phrase;
mod quoted;
mod report;
mod sayer;
mod sense;
mod signature;
mod source;
mod speech;

use std::ops::Range;

use schema::labels::Role;
use schema::{Attribution, Token};

use crate::quotations::{self, Next};
use crate::syntax::Parse;
use paragraph::Paragraph;
use speech::Speech;

/// The attributions of an article, in the order of their first contents.
pub(crate) fn mark(parse: Parse<'_>) -> Vec<Attribution> {
    let mut speech = Speech::new(parse);
    let mut paragraphs = paragraphs(parse).peekable();
    while let Some(range) = paragraphs.next() {
        let next = paragraphs.peek().map(|next| paragraph::slice(parse, next.clone()));
        let next = if next.is_some_and(quotations::opens_with_mark) { Next::Opens } else { Next::Other };
        speech.read(Paragraph::read(parse, range, next));
    }
    nesting::nest(speech.finish())
}

/// The words of every paragraph that speaks to the reader.
fn paragraphs(parse: Parse<'_>) -> impl Iterator<Item = Range<usize>> {
    let place = move |token: &Token| {
        parse.sentences.get(token.sentence).map(|sentence| (sentence.block, is_prose(sentence.role)))
    };
    let mut start = 0;
    parse.words.tokens.chunk_by(move |one, next| place(one) == place(next)).filter_map(move |tokens| {
        let range = start..start + tokens.len();
        start = range.end;
        let (_, is_prose) = place(tokens.first()?)?;
        is_prose.then_some(range)
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
