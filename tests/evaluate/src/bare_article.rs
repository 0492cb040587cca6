//! An article made of bare text, for gold that comes without a file.
//!
//! Answers for: one block for each line that is not blank, of which the source says nothing.

use schema::labels::{Layout, SourceFormat};
use schema::{Article, Block, DocumentId, Locator, Metadata, SourceMap, Span};

/// The article whose text is `text` and whose paragraphs are its lines.
pub(crate) fn of_lines(text: &str) -> Article {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { span, layout: Layout::Line });
        }
    }
    Article {
        id: DocumentId::new([0; 16]),
        locator: Locator::default(),
        sha256: [0; 32],
        format: SourceFormat::Text,
        encoding: "UTF-8",
        metadata: Metadata::default(),
        text: text.to_owned(),
        blocks,
        source_map: SourceMap::unproven(),
    }
}

#[cfg(test)]
mod tests {
    use super::of_lines;

    #[test]
    fn lines_are_blocks_without_white_space() {
        let article = of_lines(" One. Two.\n\n \nÜç \n");
        let found: Vec<_> = article.blocks.iter().map(|block| block.span.of(&article.text)).collect();
        assert_eq!(found, ["One. Two.", "Üç"]);
        assert!(of_lines("").blocks.is_empty());
    }
}
