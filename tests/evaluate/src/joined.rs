//! Text put together from the words that a gold set cuts it into.
//!
//! Answers for: where spaces stand between words of English, and where each word stands in the text. What the
//! set left out of the text cannot be known: a dash between spaces becomes a hyphen.

use schema::Span;

/// Words that stand close to the one before them.
const LEFT: &[&str] = &[
    ".", ",", ";", ":", "!", "?", "...", ")", "]", "”", "’", "'", "%", "'s", "’s", "n't", "com", "net",
    "org", "html",
];

/// Words that the next one stands close to.
const RIGHT: &[&str] = &["(", "[", "“", "‘", "$", "£", "€", "#"];

/// Words that stand close to both.
const BETWEEN: &[&str] = &["-", "/"];

/// What follows an apostrophe that was cut off on both sides.
const CONTRACTED: &[&str] = &["s", "t", "d", "m", "re", "ve", "ll"];

/// A text with its words.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    /// The text, a sentence a line.
    pub(crate) text: String,
    /// Where the words of each sentence stand.
    pub(crate) words: Vec<Vec<Span>>,
}

impl Joined {
    /// Adds a sentence as a line of its own, which is empty where `words` are.
    pub(crate) fn push<S: AsRef<str>>(&mut self, words: &[S]) {
        let mut spans = Vec::with_capacity(words.len());
        let mut quotes = 0;
        for (at, word) in words.iter().map(AsRef::as_ref).enumerate() {
            let before = &words[..at];
            if !is_close(before, word, quotes) {
                self.text.push(' ');
            }
            quotes += word.matches('"').count();
            let start = self.text.len();
            self.text.push_str(word);
            spans.push(Span::new(start, self.text.len()));
        }
        self.text.push('\n');
        self.words.push(spans);
    }
}

/// Whether no space stands before `word`; so many straight quotation marks stand in the sentence `before` it.
fn is_close<S: AsRef<str>>(before: &[S], word: &str, quotes: usize) -> bool {
    let Some(last) = before.last().map(AsRef::as_ref) else { return true };
    let is_open = quotes % 2 == 1;
    match (last, word) {
        ("\"", _) if is_open => true,
        (_, "\"") => is_open,
        ("’" | "'", part) if CONTRACTED.contains(&part) => true,
        _ => {
            LEFT.contains(&word)
                || RIGHT.contains(&last)
                || [last, word].iter().any(|one| BETWEEN.contains(one))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Joined;

    fn joined(sentences: &[&str]) -> Joined {
        let mut joined = Joined::default();
        for sentence in sentences {
            joined.push(&sentence.split_whitespace().collect::<Vec<_>>());
        }
        joined
    }

    #[test]
    fn marks_stand_as_english_writes_them() {
        let of = |sentence| joined(&[sentence]).text;
        assert_eq!(
            of("\" It ’ s over , \" said Ada ( 51 ) of Mill - Post . com ."),
            "\"It’s over,\" said Ada (51) of Mill-Post.com.\n"
        );
        assert_eq!(of("“ No , ” she said : \"Go home . \""), "“No,” she said: \"Go home.\"\n");
        assert_eq!(of("The mayors ’ offer of $ 5"), "The mayors’ offer of $5\n");
    }

    #[test]
    fn words_are_found_again() {
        let joined = joined(&["Çağrı fell .", "", "He died ."]);
        let found = |sentence: usize, word: usize| joined.words[sentence][word].of(&joined.text);
        assert_eq!((found(0, 0), found(0, 2), found(2, 1)), ("Çağrı", ".", "died"));
        assert_eq!(joined.text, "Çağrı fell.\n\nHe died.\n");
    }
}
