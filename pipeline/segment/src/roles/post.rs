//! What players and social networks leave in a text: posts with their signature, and transcripts.
//!
//! Answers for: telling a post by who signed it and when, in whatever words it is, and a transcript by the mark of
//! its format. Leaves to others: listed phrases of embeds (`furniture`).

use super::head;

/// The most words of a line that one signature at its end makes a post.
const LONGEST: usize = 80;

/// Whether the line with the folded text `key` and so many words is a post or a transcript.
pub(super) fn is_embedded(key: &str, words: usize) -> bool {
    is_transcript(key) || (words <= LONGEST && is_signed(key))
}

/// Whether the text opens as a file of subtitles does.
fn is_transcript(key: &str) -> bool {
    key.starts_with("webvtt")
}

/// Whether the text ends in a handle in brackets and a date: `... (@harbourdesk) March 3, 2019`.
pub(super) fn is_signed(key: &str) -> bool {
    let Some((handle, date)) = key.rsplit_once("(@").and_then(|(_, end)| end.split_once(')')) else {
        return false;
    };
    let is_handle = !handle.is_empty() && handle.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_handle && date.contains(|c: char| c.is_ascii_digit()) && head::consists_of_date(date)
}
