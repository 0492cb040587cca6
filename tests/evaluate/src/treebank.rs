//! Documents of a UD treebank: their raw text, and their words with parts of speech, lemmas and trees.
//!
//! Answers for: the fields of CoNLL-U, what GUM notes of the discourse, the place of each word in the text, and giving the gold words to the
//! language layer, document by document. Words that the text does not hold (empty nodes) are left out; the words
//! of a multiword token stand one behind the other in it.

use annotate::Layers;
use annotate::language::{self, Reading};
use anyhow::{Context as _, bail};
use schema::Span;
use schema::labels::Upos;

use crate::conll::{self, Row};
use crate::gold::Gold;

/// The fields of a line of CoNLL-U.
const FIELDS: usize = 10;

/// Words shown on each side of a wrong one.
const CONTEXT: usize = 6;

/// A document.
#[derive(Debug)]
pub(crate) struct Document {
    /// The file it is in.
    pub(crate) file: &'static str,
    /// Its name.
    pub(crate) id: String,
    /// Its raw text, a paragraph a line.
    pub(crate) text: String,
    /// Its sentences.
    pub(crate) sentences: Vec<Vec<Word>>,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it is written.
    pub(crate) form: String,
    /// Where it stands in the text.
    pub(crate) span: Span,
    /// Its lemma.
    pub(crate) lemma: String,
    /// Its part of speech.
    pub(crate) upos: Upos,
    /// The place of its head in the sentence, from 1; 0 for the root.
    pub(crate) head: u32,
    /// Its relation to its head, without the subtype.
    pub(crate) relation: String,
    /// The unit of discourse that it opens and its relations; `None` where it opens none.
    pub(crate) discourse: Option<String>,
}

/// The documents of `tokens/FILE.conllu`.
pub(crate) fn read(gold: &Gold, file: &'static str) -> anyhow::Result<Vec<Document>> {
    let path = format!("tokens/{file}.conllu");
    let documents = conll::read(gold, &path, FIELDS)?.into_iter();
    documents
        .map(|document| Document::new(file, document))
        .collect::<anyhow::Result<_>>()
        .with_context(|| format!("`{}`", gold.path(&path).display()))
}

impl Document {
    fn new(file: &'static str, document: conll::Document) -> anyhow::Result<Self> {
        let (mut text, mut sentences) = (String::new(), Vec::new());
        let mut is_glued = true;
        for sentence in &document.sentences {
            if sentence.opens_paragraph && !text.is_empty() {
                text.push('\n');
            } else if !is_glued {
                text.push(' ');
            }
            let mut end = text.len();
            text.push_str(&sentence.text);
            let rows = sentence.rows.iter().filter(|row| is_word(row));
            sentences.push(rows.map(|row| Word::new(row, &text, &mut end)).collect::<anyhow::Result<_>>()?);
            let last = sentence.rows.last();
            is_glued = last.is_some_and(|row| notes(row).any(|note| note == "SpaceAfter=No"));
        }
        Ok(Self { file, id: document.id, text, sentences })
    }

    /// What the language layer says of the gold words.
    pub(crate) fn reading(&self, layers: Layers) -> Vec<Reading> {
        let forms: Vec<Vec<&str>> = self
            .sentences
            .iter()
            .map(|sentence| sentence.iter().map(|word| word.form.as_str()).collect())
            .collect();
        let sentences: Vec<&[&str]> = forms.iter().map(Vec::as_slice).collect();
        language::read(&sentences, layers)
    }

    /// Where its sentence at place `at` is, for a list of errors.
    pub(crate) fn place(&self, at: usize) -> String {
        format!("{} {} sentence {}", self.file, self.id, at + 1)
    }
}

/// What stands beside the word of a line.
fn notes(row: &Row) -> impl Iterator<Item = &str> {
    row.fields[9].split('|')
}

/// Whether the line is a word of the text: neither the span of a multiword token nor an empty node.
fn is_word(row: &Row) -> bool {
    row.fields[0].bytes().all(|byte| byte.is_ascii_digit())
}

impl Word {
    /// The word of a line, which stands behind `end` in `text` with nothing but white space between.
    fn new(row: &Row, text: &str, end: &mut usize) -> anyhow::Result<Self> {
        let [_, form, lemma, upos, _, _, head, relation, ..] = row.fields.as_slice() else {
            bail!("line {}: too few fields", row.line);
        };
        let rest = &text[*end..];
        let start = *end + (rest.len() - rest.trim_start().len());
        if !text[start..].starts_with(form.as_str()) {
            bail!("line {}: `{form}` is not what the text holds there", row.line);
        }
        *end = start + form.len();
        Ok(Self {
            form: form.clone(),
            span: Span::new(start, *end),
            lemma: lemma.clone(),
            upos: Upos::from_word(upos)
                .with_context(|| format!("line {}: `{upos}` is no part of speech", row.line))?,
            head: head.parse().with_context(|| format!("line {}: `{head}` is no head", row.line))?,
            relation: universal(relation).to_owned(),
            discourse: notes(row).find_map(|note| note.strip_prefix("Discourse=")).map(str::to_owned),
        })
    }
}

/// The relation without its subtype.
pub(crate) fn universal(relation: &str) -> &str {
    relation.split(':').next().unwrap_or(relation)
}

/// The word at place `at` in brackets, with some words on each side.
pub(crate) fn around(sentence: &[Word], at: usize) -> String {
    let (first, end) = (at.saturating_sub(CONTEXT), sentence.len().min(at + CONTEXT + 1));
    let words = sentence[first..end].iter().enumerate().map(|(place, word)| {
        if first + place == at { format!("[{}]", word.form) } else { word.form.clone() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(crate) mod tests {
    use std::fs;

    use super::{Document, around, read, universal};
    use crate::gold::Gold;

    /// Two sentences in words of our own, the second in a paragraph of its own.
    pub(crate) const SAMPLE: &str = "\
# newdoc id = mill
# newpar id = p1
# text = Orby's mill (old) burned.
1-2\tOrby's\t_\t_\t_\t_\t_\t_\t_\t_
1\tOrby\tOrby\tPROPN\t_\t_\t3\tnmod:poss\t_\t_
2\t's\t's\tPART\t_\t_\t1\tcase\t_\t_
3\tmill\tmill\tNOUN\t_\t_\t7\tnsubj\t_\t_
4\t(\t(\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
5\told\told\tADJ\t_\t_\t3\tamod\t_\tSpaceAfter=No
6\t)\t)\tPUNCT\t_\t_\t5\tpunct\t_\t_
7\tburned\tburn\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
7.1\tburned\tburn\tVERB\t_\t_\t_\t_\t0:root\t_
8\t.\t.\tPUNCT\t_\t_\t7\tpunct\t_\t_

# newpar id = p2
# text = Nobody died.
1\tNobody\tnobody\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tdied\tdie\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

";

    /// The documents of a file `tokens/ewt_dev.conllu` with this text.
    pub(crate) fn documents(conllu: &str) -> anyhow::Result<Vec<Document>> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("tokens"))?;
        fs::write(folder.path().join("tokens/ewt_dev.conllu"), conllu)?;
        read(&Gold::open(folder.path())?, "ewt_dev")
    }

    #[test]
    fn words_stand_where_the_text_holds_them() {
        let documents = documents(SAMPLE).unwrap();
        let document = &documents[0];
        assert_eq!(document.text, "Orby's mill (old) burned.\nNobody died.");
        let words: Vec<&str> =
            document.sentences.iter().flatten().map(|word| word.span.of(&document.text)).collect();
        assert_eq!(words, ["Orby", "'s", "mill", "(", "old", ")", "burned", ".", "Nobody", "died", "."]);
        assert_eq!(document.sentences[0][0].relation, "nmod");
    }

    #[test]
    fn malformed_words_name_their_line() {
        for (old, new, wanted) in [
            ("\tNobody\tnobody", "\tNoone\tnobody", "line 17: `Noone` is not what the text holds there"),
            ("PRON", "PRONOUN", "line 17: `PRONOUN` is no part of speech"),
            ("\t2\tnsubj", "\t_\tnsubj", "line 17: `_` is no head"),
        ] {
            let error = format!("{:#}", documents(&SAMPLE.replace(old, new)).unwrap_err());
            assert!(error.contains(wanted), "{error}");
        }
    }

    #[test]
    fn a_word_is_shown_among_its_neighbours() {
        let documents = documents(SAMPLE).unwrap();
        assert_eq!(around(&documents[0].sentences[0], 7), "'s mill ( old ) burned [.]");
        assert_eq!(universal("nmod:poss"), "nmod");
    }
}
