//! The table of a model, learnt from words.
//!
//! Answers for: what is counted, what becomes an ending or an exception, and the file. The same words in any order give
//! the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use annotate::lemmas::casing::{Casing, Shape};
use annotate::lemmas::edit::Edit;
use annotate::lemmas::model;
use annotate::lemmas::question::{Endings, Question};

use super::inflections;
use super::tree::{Counts, Tree};
use super::words::Word;

/// How often each form of the own list counts: twice, so that it outweighs a slip of the treebanks.
const OWN: usize = 2;

/// How often a form must be seen to be an exception where words are inflected freely, and elsewhere; there a form that
/// was seen once is mostly somebody's name or slip.
const LEAST_INFLECTED: usize = 1;
const LEAST: usize = 2;

/// How often a misspelling must be seen before its lemma is known.
const LEAST_TYPO: usize = 2;

/// What was seen for one question: rightly spelt words, and the others.
#[derive(Debug, Default)]
struct Seen {
    words: Counts,
    typos: Counts,
}

/// A question, the key of a word or an ending in it, and the answer.
type Entry = (Question, u64, u16);

/// The file of the model learnt from `words` and the list of inflections.
pub(super) fn learn<'w>(words: impl Iterator<Item = &'w Word>) -> Vec<u8> {
    let own = inflections::words();
    let words = words.filter(|word| word.is_taught()).map(|word| (word, 1));
    let words: Vec<(&Word, usize)> = words.chain(own.iter().map(|word| (word, OWN))).collect();
    let lowered: Vec<(String, String)> =
        words.iter().map(|(word, _)| (word.form.to_lowercase(), word.lemma.to_lowercase())).collect();
    let edits: BTreeSet<Edit<'_>> =
        lowered.iter().filter_map(|(form, lemma)| Edit::between(form, lemma)).chain([Edit::NONE]).collect();
    let edits: Vec<Edit<'_>> = edits.into_iter().collect();
    let mut seen = BTreeMap::new();
    for (&(word, times), (form, lemma)) in words.iter().zip(&lowered) {
        if let Some(edit) = Edit::between(form, lemma) {
            count(&mut seen, (word, form), (edit, place(&edits, edit)), times);
        }
    }
    let none = place(&edits, Edit::NONE);
    let entries: Vec<Entry> =
        seen.iter().flat_map(|(&question, seen)| entries(question, seen, none)).collect();
    file(&edits, entries)
}

/// The place of an edit in the list.
fn place(edits: &[Edit<'_>], edit: Edit<'_>) -> u16 {
    let place = edits.binary_search(&edit).expect("the list holds every edit");
    u16::try_from(place).expect("a language has few edits")
}

/// Counts what `word`, in lower case `form`, answers: its edit, which stands at a place, and its case.
fn count(
    seen: &mut BTreeMap<Question, Seen>,
    (word, form): (&Word, &str),
    (edit, place): (Edit<'_>, u16),
    times: usize,
) {
    let edits = seen.entry(Question::Edit(word.upos)).or_default();
    if word.is_typo {
        return edits.typos.add(form, place, times);
    }
    edits.words.add(form, place, times);
    // The own list is in lower case and has nothing to say of capitals.
    if let Some(casing) = casing(word, edit).filter(|_| times < OWN) {
        let question = Question::Casing(word.upos, Shape::of(&word.form));
        seen.entry(question).or_default().words.add(form, casing as u16, times);
    }
}

/// The case that the lemma of `word` is in; none where no casing gives it. Where the form has no capitals either, it is
/// lower case.
fn casing(word: &Word, edit: Edit<'_>) -> Option<Casing> {
    let stem = edit.stem(&word.form)?;
    let kept = format!("{stem}{}", edit.add);
    let shape = Shape::of(&word.form);
    let order = [Casing::Lower, Casing::Kept, Casing::Title, Casing::Upper];
    order.into_iter().find(|casing| casing.set(&kept, shape) == word.lemma)
}

/// The endings and exceptions of a question; `none` is the place of the edit that changes nothing.
fn entries(question: Question, seen: &Seen, none: u16) -> Vec<Entry> {
    // A word with an ending never seen is not inflected, for all that is known.
    let root = is_edit(question).then_some(none);
    let tree = Tree::learn(&seen.words, question.depth(), root);
    let least = if question.depth() > 0 { LEAST_INFLECTED } else { LEAST };
    let exceptions = tree.exceptions(&seen.words, least);
    let typos = tree.exceptions(&seen.typos, LEAST_TYPO).filter(|(word, _)| !seen.words.has(word));
    let words = exceptions.chain(typos).map(|(word, answer)| (question.word(&Endings::of(word)), answer));
    let endings = tree.endings.iter();
    let endings =
        endings.map(|(ending, &answer)| (question.ending(&Endings::of(ending), ending.len()), answer));
    endings.chain(words).map(|(key, answer)| (question, key, answer)).collect()
}

fn is_edit(question: Question) -> bool {
    matches!(question, Question::Edit(_))
}

/// The file of `entries`, with those of the `edits` that are in use.
fn file(edits: &[Edit<'_>], entries: Vec<Entry>) -> Vec<u8> {
    let used: BTreeSet<u16> = entries.iter().filter(|entry| is_edit(entry.0)).map(|entry| entry.2).collect();
    let kept: Vec<Edit<'_>> = used.iter().map(|&place| edits[usize::from(place)]).collect();
    let places: BTreeMap<u16, u16> = used.into_iter().zip(0..).collect();
    let renumbered = entries.into_iter().map(|(question, key, answer)| match places.get(&answer) {
        Some(&place) if is_edit(question) => (key, place),
        _ => (key, answer),
    });
    let mut renumbered: Vec<(u64, u16)> = renumbered.collect();
    renumbered.sort_unstable();
    model::file(&kept, &renumbered)
}

#[cfg(test)]
mod tests {
    use annotate::lemmas::model::Model;
    use schema::labels::Upos;

    use super::learn;
    use crate::lemmas::words::Word;

    fn words() -> Vec<Word> {
        let rows = [
            ("Tram", "tram", Upos::Noun),
            ("MILLS", "mill", Upos::Noun),
            ("NTV", "NTV", Upos::Propn),
            ("Velden", "Velden", Upos::Propn),
            ("is", "be", Upos::Aux),
            ("is", "be", Upos::Aux),
        ];
        let word = |(form, lemma, upos): (&str, &str, Upos)| Word {
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            upos,
            is_typo: false,
        };
        rows.map(word).to_vec()
    }

    #[test]
    fn the_same_words_in_any_order_give_the_same_bytes() {
        let words = words();
        assert_eq!(learn(words.iter()), learn(words.iter().rev()));
    }

    #[test]
    fn what_is_learnt_is_known_again() {
        let words = words();
        let bytes = learn(words.iter());
        let model = Model::read(&bytes).unwrap();
        for word in &words {
            assert_eq!(model.lemma(&word.form, word.upos), word.lemma);
        }
        assert_eq!(model.lemma("Boycotting", Upos::Verb).to_lowercase(), "boycott");
        assert_eq!(model.lemma("HOSTAGES", Upos::Noun).to_lowercase(), "hostage");
    }
}
