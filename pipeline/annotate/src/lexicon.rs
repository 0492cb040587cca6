//! Word lists as the annotators look words up in them.
//!
//! Answers for: reading the `.tsv` and `.txt` files of `data/` (a `#` line is a comment, a tab parts columns)
//! and finding a word by its folded spelling. What a row means is the business of the annotator that owns it.

use std::collections::HashMap;

use crate::key::{Key, KeyHashing};

/// What a lexicon says of single words.
#[derive(Debug)]
pub(crate) struct Lexicon<T>(HashMap<Key, T, KeyHashing>);

impl<T: Copy> Lexicon<T> {
    /// The lexicon of these words; of two equal words the first stands.
    pub(crate) fn new<'w>(entries: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        let mut map = HashMap::default();
        for (word, value) in entries {
            map.entry(Key::of(word)).or_insert(value);
        }
        map.remove(&Key::NONE);
        Self(map)
    }

    /// What it says of the word with this key.
    pub(crate) fn get(&self, key: Key) -> Option<T> {
        self.0.get(&key).copied()
    }
}

/// The rows of a lexicon file, each with its columns.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, rows};
    use crate::key::Key;

    #[test]
    fn comments_are_no_rows() {
        let read: Vec<_> = rows("# about\n\na\t1\nb\t2\n").collect();
        assert_eq!(read, [["a", "1"], ["b", "2"]]);
    }

    #[test]
    fn words_are_found_in_any_case() {
        let lexicon = Lexicon::new([("may", 5), ("may", 6)]);
        assert_eq!(lexicon.get(Key::of("MAY")), Some(5));
        assert_eq!(lexicon.get(Key::of("june")), None);
    }
}
