//! A document as CoNLL-U.
//!
//! Answers for: the form that the tools of Universal Dependencies read, made from the rows of the table `tokens`.
//! A clitic is a word of its own, joined by `SpaceAfter=No`. MISC holds the part in a name as `NER` (IOB2, left
//! out outside names) and the code points of the document text as `TokenRange`. The tools want a part of speech
//! and a tree of every sentence, so one that was not read has what UD provides for that: `X`, no lemma, and all
//! words as `dep` of the first; the comment `analysed = no` tells it from a sentence that was read.

use std::io::{self, Write};

use schema::labels::{EntityTag, Relation, Upos, Vocabulary as _};
use schema::tables::TokenRow;
use schema::{Document, Links, Sentence};

use crate::rows::Rows;

/// What stands for a value that is not known.
const UNKNOWN: &str = "_";

/// Writes `document` to `out`: a comment for the document, then every sentence with its role and language.
///
/// # Errors
///
/// Where `out` cannot be written.
pub fn write(document: &Document, out: &mut impl Write) -> io::Result<()> {
    let links = Links::default();
    let rows = Rows::new(document, &links, 0);
    let mut tokens = rows.tokens().peekable();
    writeln!(out, "# newdoc id = {}", document.article.id)?;
    let mut block = None;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let id = document.article.id.sentence(index).to_string();
        if block.replace(sentence.block) != Some(sentence.block) {
            writeln!(out, "# newpar id = {}:p{}", document.article.id, sentence.block)?;
        }
        let next = document.sentences.get(index + 1);
        let is_glued = next.is_some_and(|next| next.span.start() == sentence.span.end());
        let words: Vec<TokenRow<'_>> =
            std::iter::from_fn(|| tokens.next_if(|token| token.sentence_id == id)).collect();
        let is_read = words.iter().all(|word| word.head.is_some());
        write_comments(&id, sentence, &document.article.text, out)?;
        if !is_read {
            writeln!(out, "# analysed = no")?;
        }
        for (at, word) in words.iter().enumerate() {
            write_word(word, word.space_after && !(is_glued && at + 1 == words.len()), out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The comments above a sentence. Its text is on one line; runs of white space in it become single spaces.
fn write_comments(id: &str, sentence: &Sentence, text: &str, out: &mut impl Write) -> io::Result<()> {
    let words: Vec<&str> = sentence.span.of(text).split_whitespace().collect();
    writeln!(out, "# sent_id = {id}")?;
    writeln!(out, "# role = {}", sentence.role.as_str())?;
    writeln!(out, "# language = {}", sentence.language.as_str())?;
    writeln!(out, "# text = {}", words.join(" "))
}

fn write_word(word: &TokenRow<'_>, space_after: bool, out: &mut impl Write) -> io::Result<()> {
    let TokenRow { token_index, form, start_char, end_char, .. } = *word;
    let (lemma, upos) = (word.lemma.unwrap_or(UNKNOWN), word.upos.unwrap_or(Upos::X).as_str());
    let (head, relation) = match (word.head, word.deprel) {
        (Some(head), Some(relation)) => (head, relation),
        _ if token_index == 1 => (0, Relation::Root),
        _ => (1, Relation::Dep),
    };
    write!(out, "{token_index}\t{form}\t{lemma}\t{upos}\t_\t_\t{head}\t{}\t_\t", relation.as_str())?;
    if let Some(tag) = word.entity.filter(|tag| *tag != EntityTag::Outside) {
        write!(out, "NER={}|", tag.as_str())?;
    }
    if !space_after {
        write!(out, "SpaceAfter=No|")?;
    }
    writeln!(out, "TokenRange={start_char}:{end_char}")
}

#[cfg(test)]
mod tests {
    use schema::labels::{EntityType, Relation, Role, Upos};
    use schema::{Annotations, Article, Document, LanguageTag, Mention, Sentence, Span, Token};

    /// Two glued sentences: an English one that was read, and one in Turkish.
    fn document() -> Document {
        let article = Article::of_lines("Çam  fell.Geldi mi?");
        let sentence = |start, end, tag| Sentence {
            span: Span::new(start, end),
            block: 0,
            role: Role::Body,
            language: LanguageTag::new(tag),
            language_confidence: 1.0,
        };
        let read = |start, end, upos, lemma: &str, head, relation| Token {
            upos: Some(upos),
            lemma: Some(lemma.into()),
            head: Some(head),
            relation: Some(relation),
            ..Token::unread(Span::new(start, end), 0)
        };
        let tokens = vec![
            read(0, 4, Upos::Propn, "Çam", 2, Relation::Nsubj),
            read(6, 10, Upos::Verb, "fall", 0, Relation::Root),
            read(10, 11, Upos::Punct, ".", 2, Relation::Punct),
            Token::unread(Span::new(11, 16), 1),
            Token::unread(Span::new(17, 19), 1),
            Token::unread(Span::new(19, 20), 1),
        ];
        let name = Mention {
            span: Span::new(0, 4),
            sentence: 0,
            kind: EntityType::Location,
            confidence: 0.5,
            entity: 0,
        };
        Document {
            article,
            language: LanguageTag::new("en"),
            sentences: vec![sentence(0, 11, "en"), sentence(11, 20, "tr")],
            annotations: Annotations { tokens, mentions: vec![name], ..Annotations::default() },
        }
    }

    #[test]
    fn read_and_unread_sentences_are_trees() {
        let mut page = Vec::new();
        super::write(&document(), &mut page).unwrap();
        let id = "0".repeat(32);
        let expected = format!(
            "\
# newdoc id = {id}
# newpar id = {id}:p0
# sent_id = {id}:0
# role = body
# language = en
# text = Çam fell.
1\tÇam\tÇam\tPROPN\t_\t_\t2\tnsubj\t_\tNER=B-LOC|TokenRange=0:3
2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=5:9
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No|TokenRange=9:10

# sent_id = {id}:1
# role = body
# language = tr
# text = Geldi mi?
# analysed = no
1\tGeldi\t_\tX\t_\t_\t0\troot\t_\tTokenRange=10:15
2\tmi\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No|TokenRange=16:18
3\t?\t_\tX\t_\t_\t1\tdep\t_\tTokenRange=18:19

"
        );
        assert_eq!(String::from_utf8(page).unwrap(), expected);
    }
}
