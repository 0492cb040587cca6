//! Words and marks.
//!
//! # What it marks
//!
//! Every word and every mark of every sentence: the tokens that all other annotators read. Words are those of
//! Universal Dependencies for English. The tokens of a sentence are in order, do not overlap, hold no white
//! space and cover everything else.
//!
//! # How it decides
//!
//! By the classes of bytes, in one pass. A run of letters and digits is a word. Some marks join two runs: the
//! stop of "U.S." or "3.5", the comma of "10,000", the colon of "10:30", the slash of "9/11", the apostrophe of
//! "O'Neill", the hyphen behind a prefix as in "non-violent" or inside a telephone number. Other hyphens are
//! marks of their own. Then clitics are split off ("do|n't", "Turkey|'s", "gon|na"), units written onto a number
//! too ("6|pm"). A full stop stays with an abbreviation (`data/abbreviations.tsv`), an initial and a word with
//! stops inside. Addresses, handles and hash tags stay whole. Equal marks in a row (`...`, `--`, `!!!`) are one.
//!
//! # Example
//!
//! ```text
//! Dr. Odell doesn't expect 10,000-strong crowds by 6pm.
//! --- ----- ----~~~ ------ ------~------ ------ -- -~~~
//! ```
//!
//! # Known misses
//!
//! - Clitics without their apostrophe ("its late", "Joans car") stay whole, but for "dont", "didnt" and the like.
//! - "a lot" written "alot" and other misspelt joins stay whole.
//! - Words of other languages are split by the rules of English.
//! - Emoticons beyond the plainest come apart.
//!
//! # Sources
//!
//! UD English guidelines, <https://universaldependencies.org/en/>; the habits of the treebanks EWT and GUM.

mod address;
mod clitics;
mod joint;
mod mark;
mod scanner;

use schema::{Sentence, Token};

use scanner::Scanner;

/// Bytes of news text for each token, about: what the list is first made for.
const BYTES_PER_TOKEN: usize = 5;

/// The tokens of all `sentences` of `text`.
pub(crate) fn mark(text: &str, sentences: &[Sentence]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / BYTES_PER_TOKEN);
    for (index, sentence) in sentences.iter().enumerate() {
        let head = text.get(..sentence.span.end()).unwrap_or_default();
        Scanner::new(head, sentence.span.start()).scan(|span| tokens.push(Token::unread(span, index)));
    }
    tokens
}
