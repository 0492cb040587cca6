//! The tables that the treebanks taught.
//!
//! Answers for: the form of their file, reading it, and the lemma that they give. The file is `models/lemmas.bin`, made
//! by the crate `train`; `models/lemmas.md` tells from what.

use std::borrow::Cow;

use schema::labels::Upos;

use super::casing::{Casing, Shape};
use super::edit::Edit;
use super::question::{Endings, Question};

/// What a model file starts with.
const MAGIC: [u8; 4] = *b"CDLM";

/// The version of the file's form and of the keys; a file of another cannot be used.
pub const VERSION: u8 = 1;

/// The bytes of a place in the table: a key and an answer.
const PLACE: usize = 10;

/// Edits, and a table of answers by key.
///
/// Its file: `CDLM`, the version; the number of edits in two bytes, and for each how many characters it strips, how
/// many bytes it adds, and these; then the table, a power of two of places of ten bytes: key and answer, both
/// little-endian, all zero where the place is empty. A key stands in the first empty place from its own on.
#[derive(Debug, Clone)]
pub struct Model<'b> {
    edits: Vec<Edit<'b>>,
    table: &'b [[u8; PLACE]],
}

/// Why bytes are no model that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// They are no model file, or not all of one.
    Malformed,
    /// The file has another version, this one.
    Version(u8),
}

/// An answer with whether it is meant for the whole word.
type Answer = (usize, bool);

impl<'b> Model<'b> {
    /// The model in the file `bytes`.
    ///
    /// # Errors
    ///
    /// [`Unusable`] when they are no such file or one of another version.
    pub fn read(bytes: &'b [u8]) -> Result<Self, Unusable> {
        match bytes.strip_prefix(&MAGIC).ok_or(Unusable::Malformed)? {
            [VERSION, low, high, rest @ ..] => {
                Self::read_parts(u16::from_le_bytes([*low, *high]), rest).ok_or(Unusable::Malformed)
            }
            [version, ..] if *version != VERSION => Err(Unusable::Version(*version)),
            _ => Err(Unusable::Malformed),
        }
    }

    fn read_parts(count: u16, mut rest: &'b [u8]) -> Option<Self> {
        let mut edits = Vec::with_capacity(usize::from(count));
        for _ in 0..count {
            let [strip, length, behind @ ..] = rest else { return None };
            let (add, behind) = behind.split_at_checked(usize::from(*length))?;
            edits.push(Edit { strip: *strip, add: std::str::from_utf8(add).ok()? });
            rest = behind;
        }
        let (table, beyond) = rest.as_chunks();
        let has_end = table.iter().any(|place| parts(place).0 == 0);
        (beyond.is_empty() && table.len().is_power_of_two() && has_end).then_some(Self { edits, table })
    }

    /// The lemma of `form` as a word of the class `upos`, borrowed where it is the form or its beginning.
    pub fn lemma<'f>(&self, form: &'f str, upos: Upos) -> Cow<'f, str> {
        if upos == Upos::Num && form.contains(',') {
            return Cow::Owned(ungrouped(form));
        }
        let endings = Endings::of(form);
        let shape = Shape::of(form);
        let (stem, add) = self.edited(form, Question::Edit(upos), &endings);
        let casing = self.answer(Question::Casing(upos, shape), &endings);
        let casing = casing.and_then(|(casing, _)| Casing::ALL.get(casing)).copied().unwrap_or(Casing::Kept);
        if add.is_empty() {
            return casing.set(stem, shape);
        }
        let word = format!("{stem}{add}");
        Cow::Owned(casing.set(&word, shape).into_owned())
    }

    /// What stays of `form` and what is put behind it.
    fn edited<'f>(&self, form: &'f str, question: Question, endings: &Endings) -> (&'f str, &'b str) {
        let Some((edit, is_own)) = self.answer(question, endings) else { return (form, "") };
        let edit = self.edits.get(edit).copied().unwrap_or(Edit::NONE);
        let is_word = |stem: &str| edit.strip <= 1 || is_own || has_vowel(stem) || has_vowel(edit.add);
        edit.stem(form).filter(|stem| is_word(stem)).map_or((form, ""), |stem| (stem, edit.add))
    }

    /// The answer for the whole word, else for its longest known ending.
    fn answer(&self, question: Question, endings: &Endings) -> Option<Answer> {
        if let Some(answer) = self.get(question.word(endings)) {
            return Some((answer, true));
        }
        let longest = question.depth().min(endings.length);
        let mut lengths = (0..=longest).rev();
        lengths.find_map(|length| self.get(question.ending(endings, length))).map(|answer| (answer, false))
    }

    fn get(&self, key: u64) -> Option<usize> {
        let mut at = place(key, self.table.len());
        loop {
            let (found, answer) = parts(&self.table[at]);
            match found {
                0 => return None,
                found if found == key => return Some(usize::from(answer)),
                _ => at = (at + 1) & (self.table.len() - 1),
            }
        }
    }

    /// The keys of the table with their answers.
    pub fn entries(&self) -> impl Iterator<Item = (u64, u16)> {
        self.table.iter().map(parts).filter(|&(key, _)| key != 0)
    }
}

fn parts(place: &[u8; PLACE]) -> (u64, u16) {
    let [k0, k1, k2, k3, k4, k5, k6, k7, a0, a1] = *place;
    (u64::from_le_bytes([k0, k1, k2, k3, k4, k5, k6, k7]), u16::from_le_bytes([a0, a1]))
}

/// The place that a key asks for first.
fn place(key: u64, places: usize) -> usize {
    (key >> 16) as usize & (places - 1)
}

/// A number without the commas between its digits.
fn ungrouped(number: &str) -> String {
    let is_digit = |at: usize| number.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let stays =
        |&(at, sign): &(usize, char)| sign != ',' || !is_digit(at.wrapping_sub(1)) || !is_digit(at + 1);
    number.char_indices().filter(stays).map(|(_, sign)| sign).collect()
}

fn has_vowel(word: &str) -> bool {
    word.bytes().any(|byte| matches!(byte | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || byte >= 0x80)
}

/// The file of a model with these edits and answers by key.
///
/// # Panics
///
/// When there are more edits than two bytes count, or an edit adds more than one byte counts.
pub fn file(edits: &[Edit<'_>], entries: &[(u64, u16)]) -> Vec<u8> {
    let count = u16::try_from(edits.len()).expect("a language has few edits");
    let mut bytes = [&MAGIC[..], &[VERSION], &count.to_le_bytes()].concat();
    for edit in edits {
        bytes.extend([edit.strip, u8::try_from(edit.add.len()).expect("a lemma is short")]);
        bytes.extend(edit.add.as_bytes());
    }
    bytes.extend(table(entries).as_flattened());
    bytes
}

/// The table of `entries`, at most half full.
fn table(entries: &[(u64, u16)]) -> Vec<[u8; PLACE]> {
    let places = (entries.len() * 2 + 1).next_power_of_two();
    let mut table = vec![[0; PLACE]; places];
    for (key, answer) in entries {
        let mut at = place(*key, places);
        while table[at] != [0; PLACE] {
            at = (at + 1) & (places - 1);
        }
        table[at][..8].copy_from_slice(&key.to_le_bytes());
        table[at][8..].copy_from_slice(&answer.to_le_bytes());
    }
    table
}

#[cfg(test)]
mod tests {
    use schema::labels::Upos;

    use super::{Model, Unusable, VERSION, file};
    use crate::lemmas::casing::{Casing, Shape};
    use crate::lemmas::edit::Edit;
    use crate::lemmas::question::{Endings, Question};

    fn made() -> Vec<u8> {
        let noun = Question::Edit(Upos::Noun);
        let edits =
            [Edit::NONE, Edit { strip: 1, add: "" }, Edit { strip: 3, add: "y" }, Edit { strip: 3, add: "" }];
        let casing = Question::Casing(Upos::Noun, Shape::Title);
        let entries = [
            (noun.ending(&Endings::of("s"), 1), 1),
            (noun.ending(&Endings::of("ies"), 3), 2),
            (noun.word(&Endings::of("series")), 0),
            (Question::Edit(Upos::Verb).ending(&Endings::of("ing"), 3), 3),
            (casing.ending(&Endings::of(""), 0), Casing::Lower as u16),
        ];
        file(&edits, &entries)
    }

    #[test]
    fn the_longest_ending_decides_and_words_go_first() {
        let bytes = made();
        let model = Model::read(&bytes).unwrap();
        let lemmas = ["trams", "Parties", "series", "tram", "flies", "MPs", "İs"]
            .map(|form| model.lemma(form, Upos::Noun).into_owned());
        assert_eq!(lemmas, ["tram", "party", "series", "tram", "fly", "MP", "i̇"]);
        let verbs = ["halting", "sting", "trams"].map(|form| model.lemma(form, Upos::Verb));
        assert_eq!(verbs, ["halt", "sting", "trams"]);
        assert_eq!(
            ["1,200,000", "$1,5", ",5,", ","].map(|form| model.lemma(form, Upos::Num).into_owned()),
            ["1200000", "$15", ",5,", ","]
        );
    }

    #[test]
    fn another_version_is_refused() {
        let mut bytes = made();
        bytes[4] = VERSION + 1;
        assert_eq!(Model::read(&bytes).unwrap_err(), Unusable::Version(VERSION + 1));
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let bytes = made();
        for part in
            [&bytes[..bytes.len() - 1], &bytes[..bytes.len() - 10], &bytes[..9], &bytes[1..], b"CDLM", b""]
        {
            assert_eq!(Model::read(part).unwrap_err(), Unusable::Malformed);
        }
    }
}
