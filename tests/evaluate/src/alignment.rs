//! Where the pieces of a gold text stand in a found one.
//!
//! Answers for: giving each found word to at most one piece. Pieces that stand there word for word come first, at
//! the edges of sentences if they can; then those that were split or changed, run by run. What the pieces are is
//! the caller's business.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::words::WordId;

/// The words of the shortest run that shows where a part of a piece stands.
const RUN: usize = 4;

/// The words of a run so long that it shows where its piece stands, however much of the piece is missing.
const SURE: usize = 12;

/// How many words may stand between the parts of a piece, beside as many as it has itself.
const SLACK: usize = 100;

/// A found text: its words and where its sentences end.
#[derive(Debug, Default)]
pub(crate) struct FoundText {
    /// The words in order.
    pub(crate) words: Vec<WordId>,
    /// The sentence of each word.
    pub(crate) sentences: Vec<usize>,
}

/// The place in `pieces` of the one that each found word belongs to; `None` for words of no piece.
///
/// A piece of which less than half was found, and no run of [`SURE`] words, counts as not found.
pub(crate) fn align(pieces: &[Vec<WordId>], found: &FoundText) -> Vec<Option<usize>> {
    let mut alignment = Alignment::new(found);
    let order = 0..pieces.len();
    let split: Vec<usize> = order.filter(|&piece| !alignment.place_whole(piece, &pieces[piece])).collect();
    for piece in split {
        alignment.place_parts(piece, &pieces[piece]);
    }
    alignment.owners
}

/// A run of words that a piece and the found text share.
#[derive(Debug, Clone, Copy)]
struct SharedRun {
    in_piece: usize,
    in_found: usize,
    length: usize,
}

struct Alignment<'f> {
    found: &'f FoundText,
    owners: Vec<Option<usize>>,
    /// Where each run of [`RUN`] words starts.
    index: BTreeMap<&'f [WordId], Vec<usize>>,
}

impl<'f> Alignment<'f> {
    fn new(found: &'f FoundText) -> Self {
        let mut index: BTreeMap<&[WordId], Vec<usize>> = BTreeMap::new();
        for (at, run) in found.words.windows(RUN).enumerate() {
            index.entry(run).or_default().push(at);
        }
        Self { found, owners: vec![None; found.words.len()], index }
    }

    /// Gives the piece the free place where it stands word for word; whether there is one.
    fn place_whole(&mut self, piece: usize, words: &[WordId]) -> bool {
        let free =
            self.starts(words).into_iter().map(|at| at..at + words.len()).filter(|at| self.is_free(at));
        let fits = free.filter(|at| words.len() >= RUN || self.edges(at) == 2);
        // The first among those with the most edges: `min_by_key` keeps the first, `max_by_key` the last.
        let Some(place) = fits.min_by_key(|at| 2 - self.edges(at)) else { return words.is_empty() };
        self.owners[place].fill(Some(piece));
        true
    }

    /// Where the found text has all of `words` in a row.
    fn starts(&self, words: &[WordId]) -> Vec<usize> {
        let all = &self.found.words;
        let is_whole = |at: &usize| all[*at..].starts_with(words);
        match words.get(..RUN) {
            _ if words.is_empty() => Vec::new(),
            Some(first) => self.index.get(first).into_iter().flatten().copied().filter(is_whole).collect(),
            None => (0..all.len()).filter(is_whole).collect(),
        }
    }

    fn is_free(&self, place: &Range<usize>) -> bool {
        self.owners[place.clone()].iter().all(Option::is_none)
    }

    /// How many of the two ends of `place` are ends of sentences.
    fn edges(&self, place: &Range<usize>) -> usize {
        let sentences = &self.found.sentences;
        let differ = |a: Option<usize>, b: usize| a.and_then(|a| sentences.get(a)) != sentences.get(b);
        usize::from(differ(place.start.checked_sub(1), place.start))
            + usize::from(differ(Some(place.end - 1), place.end))
    }

    /// Gives the piece the free runs that it shares with the found text, where those tell enough.
    fn place_parts(&mut self, piece: usize, words: &[WordId]) {
        let whole = 0..self.found.words.len();
        let Some(longest) = self.longest(words, 0..words.len(), whole) else { return };
        let reach = words.len() + SLACK;
        let end = (longest.in_found + longest.length + reach).min(self.found.words.len());
        let near = longest.in_found.saturating_sub(reach)..end;
        let runs = self.runs(words, 0..words.len(), near);
        let shared: usize = runs.iter().map(|run| run.length).sum();
        if shared * 2 < words.len() && longest.length < SURE {
            return;
        }
        for run in runs {
            self.owners[run.in_found..run.in_found + run.length].fill(Some(piece));
        }
    }

    /// The longest shared run of a part of the piece and a place, and those on both sides of it, in order.
    fn runs(&self, words: &[WordId], part: Range<usize>, place: Range<usize>) -> Vec<SharedRun> {
        let Some(run) = self.longest(words, part.clone(), place.clone()) else { return Vec::new() };
        let mut runs = self.runs(words, part.start..run.in_piece, place.start..run.in_found);
        runs.push(run);
        let (in_piece, in_found) = (run.in_piece + run.length, run.in_found + run.length);
        runs.extend(self.runs(words, in_piece..part.end, in_found..place.end));
        runs
    }

    /// The longest free run that `part` of the piece and `place` share, the first among equals.
    fn longest(&self, words: &[WordId], part: Range<usize>, place: Range<usize>) -> Option<SharedRun> {
        let mut best: Option<SharedRun> = None;
        for in_piece in part.start..(part.end + 1).saturating_sub(RUN).max(part.start) {
            let starts = self.index.get(&words[in_piece..in_piece + RUN]).into_iter().flatten();
            for &in_found in starts.filter(|at| place.contains(at)) {
                let limit = (part.end - in_piece).min(place.end - in_found);
                let length = self.shared(&words[in_piece..in_piece + limit], in_found);
                if length >= RUN && best.is_none_or(|best| length > best.length) {
                    best = Some(SharedRun { in_piece, in_found, length });
                }
            }
        }
        best
    }

    /// How many of `words` stand free from `at` on.
    fn shared(&self, words: &[WordId], at: usize) -> usize {
        let found = self.found.words[at..].iter().zip(&self.owners[at..]);
        found.zip(words).take_while(|((found, owner), word)| found == word && owner.is_none()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{FoundText, align};
    use crate::words::WordIds;

    /// Aligns texts; the sentences of the found one are divided by `|`. A piece is shown by its place, `-` is none.
    fn aligned(pieces: &[&str], found: &str) -> String {
        let mut ids = WordIds::default();
        let pieces: Vec<_> = pieces.iter().map(|piece| ids.folded(piece)).collect();
        let mut text = FoundText::default();
        for (sentence, part) in found.split('|').enumerate() {
            let words = ids.folded(part);
            text.sentences.extend(words.iter().map(|_| sentence));
            text.words.extend(words);
        }
        let owners = align(&pieces, &text).into_iter();
        owners.map(|owner| owner.map_or("-".to_owned(), |piece| piece.to_string())).collect()
    }

    #[test]
    fn whole_pieces_are_found_across_sentences() {
        assert_eq!(aligned(&["one two three four"], "zero | One “two” | three, four | five"), "-0000-");
    }

    #[test]
    fn each_word_has_one_owner() {
        assert_eq!(aligned(&["a b c d", "a b c d"], "a b c d | x | a b c d | a b c d"), "0000-1111----");
    }

    #[test]
    fn a_place_at_the_edges_of_sentences_is_preferred() {
        assert_eq!(aligned(&["a b c d"], "x a b c d y | a b c d"), "------0000");
    }

    #[test]
    fn short_pieces_must_be_whole_sentences() {
        assert_eq!(aligned(&["the end"], "this is the end of it | The end"), "------00");
        assert_eq!(aligned(&["the end"], "this is the end of it"), "------");
    }

    #[test]
    fn split_pieces_are_found_run_by_run() {
        let found = "a b c d e | share this now | f g h i j";
        assert_eq!(aligned(&["a b c d e f g h i j"], found), "00000---00000");
    }

    #[test]
    fn a_piece_that_is_mostly_missing_is_not_found() {
        assert_eq!(aligned(&["a b c d e f g h i j"], "a b c d | other words"), "------");
        let long = "a b c d e f g h i j k l";
        assert_eq!(aligned(&[&format!("{long} {}", "m n o ".repeat(9))], long), "000000000000");
    }

    #[test]
    fn nothing_aligns_with_nothing() {
        assert_eq!(aligned(&[], "a b"), "--");
        assert_eq!(aligned(&["", "a b c d"], ""), "");
    }
}
