//! Files in the forms of the `CoNLL` tasks: a word a line, its fields between tabs, a blank line behind each sentence.
//!
//! Answers for: documents, sentences, comments and fields, with the file and the line in every error. Which field
//! holds what is the business of those who read it (`treebank`, the measure of names).

use anyhow::{Context as _, bail};

use crate::gold::Gold;

/// What opens a document in the files of CoNLL-2003.
const DOCUMENT_START: &str = "-DOCSTART-";

/// A document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// Its name; its place in the file, from 1, where the file names none.
    pub(crate) id: String,
    /// Its sentences, none of them empty.
    pub(crate) sentences: Vec<Sentence>,
}

/// A sentence.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The text that a comment gives; empty where none does.
    pub(crate) text: String,
    /// Whether a comment says that a paragraph starts with it.
    pub(crate) opens_paragraph: bool,
    /// Its lines.
    pub(crate) rows: Vec<Row>,
}

/// A line of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line's number in the file, from 1.
    pub(crate) line: usize,
    /// Its fields.
    pub(crate) fields: Vec<String>,
}

/// The documents of the file at `path`, whose lines have `width` fields.
pub(crate) fn read(gold: &Gold, path: &str, width: usize) -> anyhow::Result<Vec<Document>> {
    let text = gold.text(path)?;
    documents(&text, width).with_context(|| format!("`{}`", gold.path(path).display()))
}

fn documents(text: &str, width: usize) -> anyhow::Result<Vec<Document>> {
    let mut documents: Vec<Document> = Vec::new();
    let mut sentence = Sentence::default();
    for (at, line) in text.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            if !sentence.rows.is_empty() {
                close(&mut documents, std::mem::take(&mut sentence));
            }
        } else if let Some(comment) = line.strip_prefix("# ") {
            note(&mut documents, &mut sentence, comment);
        } else if line.starts_with(DOCUMENT_START) {
            let id = (documents.len() + 1).to_string();
            documents.push(Document { id, ..Document::default() });
        } else {
            let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
            if fields.len() != width {
                bail!("line {}: {} fields, not {width}", at + 1, fields.len());
            }
            sentence.rows.push(Row { line: at + 1, fields });
        }
    }
    documents.retain(|document| !document.sentences.is_empty());
    Ok(documents)
}

/// Puts a sentence to the last document.
fn close(documents: &mut Vec<Document>, sentence: Sentence) {
    if documents.is_empty() {
        documents.push(Document { id: "1".to_owned(), ..Document::default() });
    }
    if let Some(document) = documents.last_mut() {
        document.sentences.push(sentence);
    }
}

/// Takes what a comment says.
fn note(documents: &mut Vec<Document>, sentence: &mut Sentence, comment: &str) {
    let (key, value) = comment.split_once(" = ").unwrap_or((comment, ""));
    match key {
        "newdoc id" => documents.push(Document { id: value.to_owned(), ..Document::default() }),
        "newpar" | "newpar id" => sentence.opens_paragraph = true,
        "text" => value.clone_into(&mut sentence.text),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::documents;

    #[test]
    fn comments_open_documents_and_paragraphs() {
        let text =
            "# newdoc id = a\n# newpar\n# text = It ran.\n1\tIt\n2\tran\n\n3\t.\n\n# newdoc id = b\n\n";
        let found = documents(text, 2).unwrap();
        assert_eq!(found.len(), 1, "a document without sentences is none");
        assert_eq!((found[0].id.as_str(), found[0].sentences.len()), ("a", 2));
        let first = &found[0].sentences[0];
        assert_eq!((first.text.as_str(), first.opens_paragraph, first.rows.len()), ("It ran.", true, 2));
        assert_eq!((first.rows[1].line, first.rows[1].fields[1].as_str()), (5, "ran"));
        assert!(!found[0].sentences[1].opens_paragraph);
    }

    #[test]
    fn documents_start_as_in_conll_2003_too() {
        let text = "-DOCSTART-\tO\n\nOrby\tB-LOC\n#\tO\n\n-DOCSTART-\tO\n\nran\tO\n";
        let found = documents(text, 2).unwrap();
        assert_eq!(found.iter().map(|document| document.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(found[0].sentences[0].rows[1].fields, ["#", "O"]);
        assert_eq!(documents("ran\tO\n", 2).unwrap()[0].id, "1");
    }

    #[test]
    fn a_line_of_another_width_is_an_error() {
        let error = documents("1\tIt\n2 ran\n", 2).unwrap_err().to_string();
        assert_eq!(error, "line 2: 1 fields, not 2");
    }
}
