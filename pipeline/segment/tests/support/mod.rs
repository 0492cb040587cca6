//! Articles made from lines, for the tests of this crate.

use schema::labels::{Layout, SourceFormat};
use schema::{Article, Block, DocumentId, Locator, Metadata, SourceMap, Span};

/// The article whose blocks are the lines of `text`, as plain text gives them.
pub(crate) fn article(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, layout: Layout::Line });
        }
        start += line.len() + 1;
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
