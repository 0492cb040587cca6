//! The genres of the treebank GUM, which the names of its documents tell.
//!
//! Answers for: which documents may be learnt from. The annotation of all is open; the text of some genres is for
//! non-commercial use and is left out.

/// The genres whose text is for non-commercial use.
const NON_COMMERCIAL: [&str; 5] = ["essay", "fiction", "letter", "podcast", "whow"];

/// Whether the document named so, of GUM or of another treebank, may be learnt from.
pub(crate) fn is_open(document: &str) -> bool {
    let genre = document.strip_prefix("GUM_").and_then(|name| name.split('_').next());
    !genre.is_some_and(|genre| NON_COMMERCIAL.contains(&genre))
}

#[cfg(test)]
mod tests {
    use super::is_open;

    #[test]
    fn genres_for_non_commercial_use_are_left_out() {
        assert!(!is_open("GUM_fiction_mill") && !is_open("GUM_whow_mill"));
        assert!(is_open("GUM_news_mill") && is_open("weblog-letter_1"));
    }
}
