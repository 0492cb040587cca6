//! Reporting clauses behind a quotation: `"Why?" Kaya asked.` is one sentence.
//!
//! Answers for: whether the text behind a closing quotation mark says who spoke.

use std::sync::LazyLock;

use super::context::Right;
use super::starter::is_starter;
use crate::lexicon::Lexicon;

/// How many words of a name may stand before the verb.
const LONGEST_NAME: usize = 4;

static VERBS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/reporting_verbs.txt")));

/// Whether a quotation closes before `right` and a reporting clause follows: a name or `I`, then a verb.
pub(super) fn follows(right: &Right<'_>, text: &str) -> bool {
    let closed = text[..right.start].trim_end();
    if !closed.ends_with(['"', '”', '’', '\'', '»', '“']) || !right.openers.is_empty() {
        return false;
    }
    if is_starter(right.word) && right.word != "I" {
        return false;
    }
    let mut length = 0;
    for word in right.rest.split_whitespace() {
        let bare = word.trim_end_matches([',', '.', ':']);
        if VERBS.contains(bare) {
            return length > 0;
        }
        length += 1;
        let is_name = word.starts_with(char::is_uppercase) && bare.len() == word.len();
        if !is_name || length > LONGEST_NAME {
            return false;
        }
    }
    false
}
