//! The blocks of a tree of HTML elements.
//!
//! Answers for: where a block ends (at every element that is not inline, and at `br`), which layout it has by
//! the elements around it, and white space as a browser shows it. Leaves to others: which part of a page is the
//! article.

use std::collections::BTreeSet;

use schema::labels::Layout;
use trafilatura::dom::{Document, NodeId};

use crate::html_class::{self, Named};
use crate::text::{Draft, Gap};

/// The blocks below `root`.
pub(crate) fn draft(document: &Document, root: NodeId) -> Draft {
    let mut walk = Walk::new(document, Scope::Content);
    walk.run(root);
    walk.draft
}

/// A whole page as a walk over it finds it.
#[derive(Debug)]
pub(crate) struct Walked {
    pub(crate) draft: Draft,
    /// The elements that name themselves no part of an article; their blocks are not in the draft.
    pub(crate) furniture: Vec<NodeId>,
    /// What the pictures say of themselves to those who do not see them.
    pub(crate) pictures: Vec<String>,
    /// The blocks that are nothing but links to other pages.
    pub(crate) linked: BTreeSet<usize>,
}

/// All blocks of a page, with the layouts that its classes name.
pub(crate) fn page(document: &Document) -> Walked {
    let mut walk = Walk::new(document, Scope::Page);
    walk.run(document.body().unwrap_or_else(|| document.root()));
    Walked { draft: walk.draft, furniture: walk.furniture, pictures: walk.pictures, linked: walk.linked }
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

/// What the walk goes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// The main content, all of whose blocks belong.
    Content,
    /// A whole page, in which classes are asked for the function of an element.
    Page,
}

struct Walk<'d> {
    document: &'d Document,
    scope: Scope,
    draft: Draft,
    /// The block in the making.
    line: String,
    /// Whether white space stands before what comes.
    is_spaced: bool,
    /// How many links to other pages stand around.
    links: usize,
    furniture: Vec<NodeId>,
    pictures: Vec<String>,
    /// How many elements of pictures stand around.
    frames: usize,
    /// Whether all of the block in the making stands in links to other pages.
    is_link: bool,
    linked: BTreeSet<usize>,
}

impl<'d> Walk<'d> {
    const fn new(document: &'d Document, scope: Scope) -> Self {
        Self {
            document,
            scope,
            draft: Draft { text: String::new(), blocks: Vec::new() },
            line: String::new(),
            is_spaced: false,
            links: 0,
            furniture: Vec::new(),
            pictures: Vec::new(),
            frames: 0,
            is_link: true,
            linked: BTreeSet::new(),
        }
    }

    fn run(&mut self, root: NodeId) {
        self.children(root, Layout::Paragraph);
        self.end_block(Layout::Paragraph);
    }

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
            | "select" | "textarea" => {}
            "button" if !self.is_lightbox(node) => {}
            "br" | "hr" => self.end_block(layout),
            _ if self.scope == Scope::Page => self.named_element(node, tag, layout),
            _ if is_inline(tag) => self.children(node, layout),
            _ => self.block(node, layout, layout_of(tag, layout)),
        }
    }

    /// An element of a page, whose classes may name its function.
    fn named_element(&mut self, node: NodeId, tag: &str, layout: Layout) {
        if matches!(tag, "nav" | "footer" | "form" | "dialog") && !holds(self.document, node, "h1") {
            return;
        }
        if tag == "img" {
            self.pictures.extend(self.document.get_attribute(node, "alt"));
            return;
        }
        let named = match tag {
            "article" | "main" | "body" | "a" => None,
            _ => html_class::named(self.document, node, layout),
        };
        // A whole section or figure is no caption, whatever it is called.
        let named = named.filter(|&named| {
            !matches!(tag, "section" | "figure") || matches!(named, Named::Furniture | Named::Picture)
        });
        let is_link = tag == "a" && leaves_page(self.document, node);
        self.links += usize::from(is_link);
        match named {
            Some(Named::Furniture) => self.furniture.push(node),
            Some(Named::Picture) => self.frame(node, layout),
            Some(Named::Description) if self.frames > 0 => self.block(node, layout, Layout::Caption),
            Some(Named::Caption) => self.block(node, layout, Layout::Caption),
            Some(Named::Deck) => self.block(node, layout, Layout::Deck),
            Some(Named::Credit) => self.block(node, layout, layout),
            Some(Named::Description) | None => self.unnamed(node, tag, layout),
        }
        self.links -= usize::from(is_link);
    }

    /// An element of a page whose classes say nothing.
    fn unnamed(&mut self, node: NodeId, tag: &str, layout: Layout) {
        match tag {
            _ if is_inline(tag) => self.children(node, layout),
            _ if matches!(layout, Layout::Caption | Layout::Deck) => self.block(node, layout, layout),
            "h1" => self.block(node, layout, Layout::Headline),
            _ => self.block(node, layout, layout_of(tag, layout)),
        }
    }

    /// An element around a picture.
    fn frame(&mut self, node: NodeId, layout: Layout) {
        self.frames += 1;
        self.block(node, layout, layout);
        self.frames -= 1;
    }

    /// Whether the button enlarges a picture and holds its caption.
    fn is_lightbox(&self, node: NodeId) -> bool {
        self.scope == Scope::Page && holds(self.document, node, "figcaption")
    }

    /// An element that is a block of its own: `around` is the layout outside it.
    fn block(&mut self, node: NodeId, around: Layout, inside: Layout) {
        self.end_block(around);
        self.children(node, inside);
        self.end_block(inside);
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
                self.is_link &= self.links > 0;
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
        if self.is_link && !self.line.is_empty() {
            self.linked.insert(self.draft.blocks.len());
        }
        self.is_link = true;
        self.draft.push(layout, &self.line, gap(layout));
        self.line.clear();
        self.is_spaced = false;
    }
}

/// Whether an element with this tag stands in `node`.
fn holds(document: &Document, node: NodeId, tag: &str) -> bool {
    !document.get_elements_by_tag_name(node, tag).is_empty()
}

/// Whether the link leads to another page and not to a picture or a place of this one.
fn leaves_page(document: &Document, node: NodeId) -> bool {
    const PICTURES: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];
    let address = document.get_attribute(node, "href").unwrap_or_default().to_lowercase();
    let is_picture = PICTURES.iter().any(|ending| address.contains(ending));
    !(address.is_empty() || address.starts_with('#') || address.starts_with("javascript") || is_picture)
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
