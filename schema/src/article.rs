//! An article as the first stage gives it, and a document as the last stage takes it.
//!
//! Answers for: what belongs to an article. Which blocks are body and which are not is the second stage's work.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::labels::{Layout, SourceFormat};
use crate::{Annotations, DocumentId, LanguageTag, Moment, Sentence, SourceMap, Span};

/// Where an article came from: a file, or a record in one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Locator {
    /// The file's path with `/` between its parts, from the name of the input folder that it was found in.
    pub path: String,
    /// The record's place in the file, from 0; `None` where the file is the article.
    pub record: Option<u64>,
}

/// What the source says of an article beside its text; `None` where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Metadata {
    /// The address it was published at.
    pub url: Option<String>,
    /// The name of the outlet that published it, else the host of its address.
    pub outlet: Option<String>,
    /// Its headline.
    pub headline: Option<String>,
    /// Its authors as printed.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// The section of the outlet it stands in.
    pub section: Option<String>,
    /// The language it is declared to be in, a BCP 47 tag.
    pub language: Option<String>,
}

/// A run of the text with one layout function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands in the article's text, without white space around it, without a line break inside.
    pub span: Span,
    /// What the source's layout says it is.
    pub layout: Layout,
}

/// One piece of news as ingested.
///
/// The blocks are ordered, disjoint and cover all of the text but white space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its identifier.
    pub id: DocumentId,
    /// Where it came from.
    pub locator: Locator,
    /// SHA-256 of the source's bytes.
    pub sha256: [u8; 32],
    /// The format of the source.
    pub format: SourceFormat,
    /// The name of the source's character encoding, as the WHATWG Encoding Standard spells it.
    pub encoding: Cow<'static, str>,
    /// What the source says of it beside the text.
    pub metadata: Metadata,
    /// The document text: every span of every annotation points into it.
    pub text: String,
    /// The text's blocks.
    pub blocks: Vec<Block>,
    /// Where the text stands in the source.
    pub source_map: SourceMap,
}

impl Article {
    /// The article of a bare text with these blocks: no source is known of it. For examples, tests and scorers.
    pub fn bare(text: String, blocks: Vec<Block>) -> Self {
        Self {
            id: DocumentId::new([0; 16]),
            locator: Locator::default(),
            sha256: [0; 32],
            format: SourceFormat::Text,
            encoding: Cow::Borrowed("UTF-8"),
            metadata: Metadata::default(),
            text,
            blocks,
            source_map: SourceMap::unproven(),
        }
    }

    /// The article of a bare text whose every line that is not blank is a block, of which the source says nothing.
    pub fn of_lines(text: &str) -> Self {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.len()).trimmed(text);
            start += line.len();
            if !span.is_empty() {
                blocks.push(Block { span, layout: Layout::Line });
            }
        }
        Self::bare(text.to_owned(), blocks)
    }
}

/// An article with everything that was found in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The article.
    pub article: Article,
    /// The language of most of its body.
    pub language: LanguageTag,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// What was found in the sentences.
    pub annotations: Annotations,
}

#[cfg(test)]
mod tests {
    use super::Article;

    #[test]
    fn lines_are_blocks_without_white_space() {
        let article = Article::of_lines(" One. Two.\n\n \nÜç \n");
        let found: Vec<_> = article.blocks.iter().map(|block| block.span.of(&article.text)).collect();
        assert_eq!(found, ["One. Two.", "Üç"]);
        assert!(Article::of_lines("").blocks.is_empty());
    }
}
