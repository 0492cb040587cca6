//! HTML: the main content of a page, block by block.
//!
//! Answers for: the page's encoding, its main content (found by trafilatura), its blocks with their layouts, the
//! headline above them, and markup inside a record's text field. Leaves to others: what the page's head says
//! (`page`).

use encoding_rs::Encoding;
use schema::labels::{Layout, RejectReason};
use schema::{Run, SourceMap};
use trafilatura::dom::Document;
use trafilatura::{ExtractionFocus, HtmlDateMode};

use crate::html_blocks;
use crate::html_outline::{Found, Outline, Placed};
use crate::parse::{Content, Refusal};
use crate::record::letters;
use crate::text::{self, Draft, Gap};
use crate::{Options, encoding, nesting, page};

/// Elements inside each other beyond which a page is refused: browsers stop near here, and what walks the tree
/// would run out of stack.
const MAX_DEPTH: usize = 512;

/// Tags that may be open at once before a page is parsed, by a count that takes end tags left out for missing.
const MAX_UNCLOSED: usize = 4096;

/// How far into a page it may declare its encoding, in bytes.
const DECLARATION_BYTES: usize = 4096;

/// Blocks shorter than this, in bytes, are not looked for in the page: they may stand there by chance.
const MIN_PIECE_BYTES: usize = 24;

/// How many blocks of the main content may repeat the headline or the deck above it.
const REPEATS: usize = 6;

/// How much of a page a text field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// All of it.
    Page,
    /// The article's markup alone.
    Fragment,
}

/// The content of a page; `declared` is the encoding that its HTTP header names.
///
/// # Errors
///
/// When the bytes are no text, or no article is found in them.
pub(crate) fn content(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
    options: &Options,
) -> Result<Content, Refusal> {
    if bytes.trim_ascii().is_empty() {
        return Ok(Content::default());
    }
    let declared = declared.or_else(|| declaration(bytes));
    let decoded = encoding::decode(bytes, declared, options.encoding.as_deref())?;
    let mut content = of_page(&decoded.text)?;
    content.source_map = located(&content.draft, &decoded.text, &decoded.pieces());
    content.encoding = Some(decoded.encoding);
    Ok(content)
}

/// The encoding that the page itself names: a `charset` in a `meta` tag or an XML declaration.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARATION_BYTES)].to_ascii_lowercase();
    let key: &[u8] = if head.starts_with(b"<?xml") { b"encoding=" } else { b"charset=" };
    let at = memchr::memmem::find(&head, key)? + key.len();
    let value = head[at..].trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|&byte| matches!(byte, b'"' | b'\'' | b';' | b'>' | b'/' | b' ' | b'?'));
    Encoding::for_label(&value[..end.unwrap_or(value.len())])
}

/// Whether a text field holds markup, and how much of a page.
pub(crate) fn kind(text: &str) -> Option<Kind> {
    let start = text.trim_start().as_bytes();
    if crate::format::starts_like_html(start) && !start.starts_with(b"<!--") {
        return Some(Kind::Page);
    }
    let tags =
        memchr::memchr_iter(b'<', text.as_bytes()).filter(|&at| is_block_tag(&text.as_bytes()[at + 1..]));
    (tags.take(2).count() == 2).then_some(Kind::Fragment)
}

/// Whether a tag that sets blocks apart stands here, behind its `<`.
fn is_block_tag(bytes: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[
        b"p",
        b"br",
        b"div",
        b"h1",
        b"h2",
        b"h3",
        b"h4",
        b"ul",
        b"ol",
        b"li",
        b"blockquote",
        b"article",
        b"section",
        b"table",
        b"figure",
    ];
    let name = bytes.strip_prefix(b"/").unwrap_or(bytes);
    NAMES.iter().any(|&tag| {
        let matches = name.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
        matches && matches!(name.get(tag.len()), Some(b'>' | b' ' | b'/' | b'\n'))
    })
}

/// The content of a text field with markup in it.
///
/// # Errors
///
/// When no article is found in it.
pub(crate) fn of_field(text: &str, kind: Kind) -> Result<Content, Refusal> {
    match kind {
        Kind::Page => of_page(text),
        Kind::Fragment => {
            let document = parsed(text)?;
            let draft = html_blocks::draft(&document, document.root());
            Ok(Content { draft, ..Content::default() })
        }
    }
}

/// The tree of a page.
fn parsed(html: &str) -> Result<Document, Refusal> {
    let too_deep =
        || (RejectReason::Malformed, format!("its elements stand more than {MAX_DEPTH} deep in each other"));
    // The parser's time grows with the square of the depth, so that the worst must not reach it.
    if nesting::is_deeper_than(html.as_bytes(), MAX_UNCLOSED) {
        return Err(too_deep());
    }
    let document = Document::parse(&text::cleaned(html));
    if html_blocks::is_deeper_than(&document, MAX_DEPTH) {
        return Err(too_deep());
    }
    Ok(document)
}

fn of_page(html: &str) -> Result<Content, Refusal> {
    let mut document = parsed(html)?;
    let about = page::read(&document);
    let outline = Outline::of(&document);
    outline.prune(&mut document);
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let extracted = trafilatura::extract_document(document, &options)
        .map_err(|error| (RejectReason::NoArticle, error.to_string().to_lowercase()))?;
    let body = Document::parse(&extracted.content_html);
    let body = html_blocks::draft(&body, body.root());
    if body.blocks.is_empty() {
        return Err((RejectReason::NoArticle, "no main text was found in the page".to_owned()));
    }
    let metadata = about.metadata(&extracted.metadata);
    let found = outline.found(&body, metadata.headline.as_deref(), about.description().as_deref());
    let draft = assembled(metadata.headline.as_deref(), &found, &body);
    Ok(Content { draft, metadata, ..Content::default() })
}

/// The headline and the deck, and below them the main content, which does not repeat them, with its captions.
fn assembled(headline: Option<&str>, found: &Found<'_>, body: &Draft) -> Draft {
    let key = |text: &str| letters(text).collect::<String>();
    let mut draft = Draft::default();
    draft.push(Layout::Headline, headline.unwrap_or_default(), Gap::Blank);
    let mut above = vec![key(headline.unwrap_or_default())];
    for deck in &found.deck {
        let deck_key = key(deck);
        if !above.contains(&deck_key) {
            draft.push(Layout::Deck, deck, Gap::Blank);
            above.push(deck_key);
        }
    }
    let mut captions = found.captions.iter().peekable();
    for (nth, block) in body.blocks.iter().enumerate() {
        while let Some(caption) = captions.next_if(|caption| caption.before <= nth) {
            push_caption(&mut draft, caption);
        }
        if found.teasers.contains(&nth) {
            continue;
        }
        let content = block.span.of(&body.text);
        let layout = layout(block.layout, found.layouts[nth]);
        let may_repeat = nth < REPEATS || block.layout == Layout::Heading;
        if !(may_repeat && above.contains(&key(content))) {
            draft.push(layout, content, html_blocks::gap(layout));
        }
    }
    for caption in captions {
        push_caption(&mut draft, caption);
    }
    draft
}

fn push_caption(draft: &mut Draft, caption: &Placed<'_>) {
    draft.push(Layout::Caption, caption.text, if caption.goes_on { Gap::Line } else { Gap::Blank });
}

/// The layout of a block of the main content, of which the page may say more than the content's own elements.
const fn layout(found: Layout, on_page: Option<Layout>) -> Layout {
    match on_page {
        Some(Layout::Caption) => Layout::Caption,
        _ => found,
    }
}

/// The map of the blocks that occur in the page once, letter for letter.
fn located(draft: &Draft, page: &str, pieces: &[Run]) -> SourceMap {
    let mut map = SourceMap::unproven();
    for block in &draft.blocks {
        let content = block.span.of(&draft.text);
        if content.len() < MIN_PIECE_BYTES {
            continue;
        }
        let mut places = memchr::memmem::find_iter(page.as_bytes(), content.as_bytes());
        if let (Some(at), None) = (places.next(), places.next()) {
            let found = crate::alignment::place(content, at, pieces);
            map.append(found.shifted(block.span.start()));
        }
    }
    map
}
