//! The blocks of a tree of HTML elements.
//!
//! Answers for: where a block ends (at every element that is not inline, and at `br`), which layout it has by
//! the elements around it, and white space as a browser shows it. Leaves to others: which part of a page is the
//! article.

use schema::labels::Layout;
use trafilatura::dom::{Document, NodeId};

use crate::text::{Draft, Gap};

/// The blocks below `root`.
pub(crate) fn draft(document: &Document, root: NodeId) -> Draft {
    let mut walk = Walk { document, draft: Draft::default(), line: String::new(), is_spaced: false };
    walk.children(root, Layout::Paragraph);
    walk.end_block(Layout::Paragraph);
    walk.draft
}

/// What stands before a block of this layout: items and cells stand closer than paragraphs.
pub(crate) const fn gap(layout: Layout) -> Gap {
    match layout {
        Layout::ListItem | Layout::TableCell | Layout::Code => Gap::Line,
        _ => Gap::Blank,
    }
}

/// Whether an element stands deeper than `limit` in the tree.
pub(crate) fn is_deeper_than(document: &Document, limit: usize) -> bool {
    let mut open = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > limit {
            return true;
        }
        open.extend(document.child_nodes(node).into_iter().map(|child| (child, depth + 1)));
    }
    false
}

struct Walk<'d> {
    document: &'d Document,
    draft: Draft,
    /// The block in the making.
    line: String,
    /// Whether white space stands before what comes.
    is_spaced: bool,
}

impl Walk<'_> {
    fn children(&mut self, node: NodeId, layout: Layout) {
        for child in self.document.child_nodes(node) {
            if self.document.is_text(child) {
                let text = self.document.text_content(child);
                self.text(&text, layout);
            } else if self.document.is_element(child) {
                self.element(child, layout);
            }
        }
    }

    fn element(&mut self, node: NodeId, layout: Layout) {
        let tag = self.document.tag_name(node);
        match tag {
            "script" | "style" | "noscript" | "template" | "head" | "iframe" | "svg" | "object"
            | "select" | "button" | "textarea" => {}
            "br" | "hr" => self.end_block(layout),
            _ if is_inline(tag) => self.children(node, layout),
            _ => {
                self.end_block(layout);
                let inside = layout_of(tag, layout);
                self.children(node, inside);
                self.end_block(inside);
            }
        }
    }

    fn text(&mut self, text: &str, layout: Layout) {
        if layout == Layout::Code {
            return self.code(text);
        }
        for ch in text.chars() {
            // A no-break space is a character that the author set.
            if ch.is_whitespace() && ch != '\u{A0}' {
                self.is_spaced = true;
            } else {
                if self.is_spaced && !self.line.is_empty() {
                    self.line.push(' ');
                }
                self.is_spaced = false;
                self.line.push(ch);
            }
        }
    }

    fn code(&mut self, text: &str) {
        let mut lines = text.split('\n');
        self.line.push_str(lines.next().unwrap_or_default());
        for line in lines {
            self.end_block(Layout::Code);
            self.line.push_str(line);
        }
    }

    fn end_block(&mut self, layout: Layout) {
        self.draft.push(layout, &self.line, gap(layout));
        self.line.clear();
        self.is_spaced = false;
    }
}

/// Whether the element stands inside a line.
fn is_inline(tag: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "graphic", "hi", "i", "ins", "kbd", "label", "mark", "q", "ref", "ruby", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];
    INLINE.binary_search(&tag).is_ok()
}

/// The layout of what stands in an element, itself inside `around`.
fn layout_of(tag: &str, around: Layout) -> Layout {
    match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Layout::Heading,
        "li" | "dt" | "dd" => Layout::ListItem,
        "figcaption" | "caption" => Layout::Caption,
        "td" | "th" => Layout::TableCell,
        "blockquote" => Layout::Quotation,
        "pre" => Layout::Code,
        _ => around,
    }
}

#[cfg(test)]
mod tests {
    use super::draft;
    use trafilatura::dom::Document;

    fn blocks(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let draft = draft(&document, document.root());
        let spans = draft.blocks.iter();
        spans.map(|block| format!("{:?}: {}", block.layout, block.span.of(&draft.text))).collect()
    }

    #[test]
    fn inline_tags_neither_glue_nor_split() {
        assert_eq!(
            blocks("<p>One <b>two</b>,\n three<i>teen</i><a> four</a></p>"),
            ["Paragraph: One two, threeteen four"]
        );
    }

    #[test]
    fn breaks_and_blocks_end_a_line() {
        assert_eq!(
            blocks("<div>One<br>two<p>three</div>four"),
            ["Paragraph: One", "Paragraph: two", "Paragraph: three", "Paragraph: four"]
        );
    }

    #[test]
    fn layout_comes_from_the_elements_around() {
        let html = "<h2>Head</h2><blockquote><p>Said</blockquote><ul><li><p>Item<li>Next</ul><figure><img>\
                    <figcaption>Shown</figcaption></figure><table><tr><td>Cell</table><pre>a\n b</pre><script>x</script>";
        assert_eq!(
            blocks(html),
            [
                "Heading: Head",
                "Quotation: Said",
                "ListItem: Item",
                "ListItem: Next",
                "Caption: Shown",
                "TableCell: Cell",
                "Code: a",
                "Code: b"
            ]
        );
    }
}
