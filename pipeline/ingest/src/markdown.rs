//! Markdown: the text without its marks.
//!
//! Answers for: headings, paragraphs, list items, quotations, code and table cells as blocks. The text of a link
//! stays and its target goes; a picture leaves its description as a caption. Leaves to others: where it stood,
//! which alignment proves.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use schema::labels::Layout;
use schema::{Run, Span};

use crate::html_blocks::gap;
use crate::text::{self, Draft, Gap};

/// The draft of a Markdown text, and which pieces of it (each as `Run::text`) stand in the source letter for letter
/// (at `Run::source`).
pub(crate) fn draft(source: &str) -> (Draft, Vec<Run>) {
    let clean = text::cleaned(source);
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut blocks = Blocks::default();
    for (event, range) in Parser::new_ext(&clean, extensions).into_offset_iter() {
        blocks.event(event, Piece { source: &clean, at: range.start });
    }
    blocks.end();
    // Places in a text that lost characters are not places in the source.
    let stretches = if clean.len() == source.len() { blocks.stretches } else { Vec::new() };
    (blocks.draft, stretches)
}

/// Where an event's text stands, if it stands there letter for letter.
#[derive(Clone, Copy)]
struct Piece<'s> {
    source: &'s str,
    at: usize,
}

/// The blocks so far, and the one in the making.
#[derive(Default)]
struct Blocks {
    draft: Draft,
    line: String,
    /// Pieces of the block in the making that stand in the source, counted from its start.
    pieces: Vec<Run>,
    /// The same of the blocks so far, counted from the draft's start.
    stretches: Vec<Run>,
    /// The layouts of the elements that are open, outermost first.
    open: Vec<Layout>,
    /// Whether a first-level heading was seen: the first is the headline.
    has_headline: bool,
    in_metadata: bool,
    /// Whether the block just ended was an item or a cell, which stand close together.
    is_close: bool,
}

impl Blocks {
    fn event(&mut self, event: Event<'_>, piece: Piece<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if self.layout() == Layout::Code => self.code(&text, piece),
            Event::Text(text) if !self.in_metadata => self.text(&text, piece),
            Event::Code(text) if !self.in_metadata => self.text(&text, Piece { at: piece.at + 1, ..piece }),
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak | Event::Rule => self.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        if matches!(tag, Tag::MetadataBlock(_)) {
            self.in_metadata = true;
        }
        if let Some(layout) = self.layout_of(tag) {
            self.end();
            self.open.push(layout);
        } else if matches!(tag, Tag::Paragraph) {
            self.end();
        }
    }

    fn layout_of(&mut self, tag: &Tag<'_>) -> Option<Layout> {
        match tag {
            Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, .. } if !self.has_headline => {
                self.has_headline = true;
                Some(Layout::Headline)
            }
            Tag::Heading { .. } => Some(Layout::Heading),
            Tag::BlockQuote(_) => Some(Layout::Quotation),
            Tag::CodeBlock(_) => Some(Layout::Code),
            Tag::Item => Some(Layout::ListItem),
            Tag::TableCell => Some(Layout::TableCell),
            Tag::Image { .. } => Some(Layout::Caption),
            _ => None,
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::Image => {
                self.end();
                self.open.pop();
            }
            TagEnd::Paragraph => self.end(),
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str, piece: Piece<'_>) {
        let start = self.line.len();
        self.line.push_str(&text.replace('\n', " "));
        let is_verbatim = piece.source.get(piece.at..).is_some_and(|rest| rest.starts_with(text));
        if is_verbatim && !text.is_empty() {
            let span = Span::new(0, text.len());
            self.pieces.push(Run { text: span.shifted(start), source: span.shifted(piece.at) });
        }
    }

    fn code(&mut self, text: &str, mut piece: Piece<'_>) {
        for line in text.split_inclusive('\n') {
            self.text(line.trim_end_matches('\n'), piece);
            self.end();
            piece.at += line.len();
        }
    }

    fn layout(&self) -> Layout {
        self.open.last().copied().unwrap_or(Layout::Paragraph)
    }

    fn end(&mut self) {
        let layout = self.layout();
        let is_close = gap(layout) == Gap::Line;
        let gap = if is_close && self.is_close { Gap::Line } else { Gap::Blank };
        let before = self.draft.blocks.len();
        self.draft.push(layout, &self.line, gap);
        if let Some(block) = self.draft.blocks.get(before) {
            self.is_close = is_close;
            let indent = self.line.len() - self.line.trim_start().len();
            self.stretches.extend(self.pieces.iter().filter_map(|piece| kept(*piece, indent, block.span)));
        }
        self.line.clear();
        self.pieces.clear();
    }
}

/// The part of a piece that is in the block at `block`, whose line had `indent` bytes of white space before it.
fn kept(piece: Run, indent: usize, block: Span) -> Option<Run> {
    let start = piece.text.start().max(indent);
    let end = piece.text.end().min(indent + block.len());
    let skipped = start - piece.text.start();
    let text = (start < end).then(|| Span::new(start - indent, end - indent).shifted(block.start()))?;
    let from = piece.source.start() + skipped;
    Some(Run { text, source: Span::new(from, from + text.len()) })
}
