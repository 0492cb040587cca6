//! From one source to one article.
//!
//! Answers for: choosing the format's path, and the article's frame: identity, encoding, sidecar, the refusal of
//! what holds no text. Leaves to others: each format's content.

use std::borrow::Cow;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use encoding_rs::Encoding;

use crate::fields::{self, Fields};
use crate::source::Body;
use crate::stream::{self, Compression, Stream};
use crate::text::Draft;
use crate::{Options, Source, alignment, encoding, html, identity, markdown, record, response, text};
use schema::labels::{Layout, RejectReason, SourceFormat, Stage};
use schema::{Article, Metadata, Rejection, SourceMap};

/// Why a source gives no article, and in words.
pub(crate) type Refusal = (RejectReason, String);

/// What a format's path makes of a source.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) draft: Draft,
    pub(crate) metadata: Metadata,
    pub(crate) source_map: SourceMap,
    /// `None` where the source is UTF-8 by its format.
    pub(crate) encoding: Option<&'static Encoding>,
}

/// Makes the article of a source. It reads nothing, keeps nothing and does not panic, so that sources can be
/// parsed in parallel in any order.
///
/// # Errors
///
/// The rejection, when the source holds no article.
pub fn parse(source: &Source, options: &Options) -> Result<Article, Rejection> {
    // Other people's parsers stand behind this; one page that trips them must not end the run.
    let content = catch_unwind(AssertUnwindSafe(|| content(source, options)))
        .unwrap_or_else(|_| Err((RejectReason::Malformed, "a parser failed on it".to_owned())));
    let result = content.and_then(|content| article(source, options, content));
    result.map_err(|(reason, detail)| rejection(source, reason, detail))
}

fn rejection(source: &Source, reason: RejectReason, detail: String) -> Rejection {
    let bytes = Some(source.len() as u64);
    let detail = match source.line {
        Some(line) if !detail.starts_with("line ") => format!("line {line}: {detail}"),
        _ => detail,
    };
    Rejection { locator: source.locator.clone(), stage: Stage::Parse, reason, detail, bytes }
}

fn content(source: &Source, options: &Options) -> Result<Content, Refusal> {
    match source.body {
        Body::File(compression) => file(source, compression, options),
        Body::Record | Body::Row(_) => record::content(source, options),
        Body::Response => response::content(source, options),
    }
}

/// The content of a file that is itself the article.
fn file(source: &Source, compression: Compression, options: &Options) -> Result<Content, Refusal> {
    let unpacked;
    let bytes = if compression == Compression::None {
        &source.bytes
    } else {
        unpacked = unpack(&source.bytes, compression, options)?;
        &unpacked
    };
    match source.format {
        SourceFormat::Html => html::content(bytes, None, options),
        SourceFormat::Markdown => marked(bytes, options),
        _ => plain(bytes, options),
    }
}

/// Decompresses a whole file within the limits.
pub(crate) fn unpack(bytes: &[u8], compression: Compression, options: &Options) -> Result<Vec<u8>, Refusal> {
    let limit = options.max_source_bytes;
    let mut unpacked = Vec::new();
    let stream =
        Stream::over(bytes, compression, options.max_ratio).map_err(|error| stream::failure(&error))?;
    stream.take(limit + 1).read_to_end(&mut unpacked).map_err(|error| stream::failure(&error))?;
    if unpacked.len() as u64 > limit {
        let detail =
            format!("it unpacks to more than {limit} bytes; raise `ingest.max_source_bytes` to read it");
        return Err((RejectReason::TooLarge, detail));
    }
    Ok(unpacked)
}

/// The content of a plain text.
fn plain(bytes: &[u8], options: &Options) -> Result<Content, Refusal> {
    let decoded = encoding::decode(bytes, None, options.encoding.as_deref())?;
    let draft = text::draft(&decoded.text);
    let source_map = alignment::align(&draft.text, &decoded.text, &decoded.pieces());
    Ok(Content { draft, source_map, encoding: Some(decoded.encoding), ..Content::default() })
}

/// The content of a Markdown text.
fn marked(bytes: &[u8], options: &Options) -> Result<Content, Refusal> {
    let decoded = encoding::decode(bytes, None, options.encoding.as_deref())?;
    let (draft, stretches) = markdown::draft(&decoded.text);
    let source_map = alignment::translated(&stretches, &decoded.pieces());
    let headline = draft.blocks.iter().find(|block| block.layout == Layout::Headline);
    let metadata = Metadata {
        headline: headline.map(|block| block.span.of(&draft.text).to_owned()),
        ..Metadata::default()
    };
    Ok(Content { draft, source_map, metadata, encoding: Some(decoded.encoding) })
}

/// Puts the article together.
fn article(source: &Source, options: &Options, content: Content) -> Result<Article, Refusal> {
    let Content { draft, mut metadata, source_map, encoding } = content;
    if draft.blocks.is_empty() {
        let detail = if source.is_empty() { "it has no bytes" } else { "it holds nothing but white space" };
        return Err((RejectReason::Empty, detail.to_owned()));
    }
    if let Some(sidecar) = &source.sidecar
        && let Ok(entries) = fields::entries(sidecar)
    {
        fields::fill(&mut metadata, Fields::new(&entries, &options.fields).metadata());
    }
    fields::complete(&mut metadata, options);
    let encoding = match source.body {
        Body::Row(name) => name,
        _ => encoding.unwrap_or(encoding_rs::UTF_8).name(),
    };
    Ok(Article {
        id: source.id(),
        locator: source.locator.clone(),
        sha256: identity::sha256(&source.bytes),
        format: source.format,
        encoding: Cow::Borrowed(encoding),
        metadata,
        text: draft.text,
        blocks: draft.blocks,
        source_map,
    })
}
