//! Records: a JSON object with a text field, and rows that were made into one.
//!
//! Answers for: the text of a record (its headline, a blank line, its text field), and the proof of where both
//! stand. Leaves to others: the names of fields (`fields`).

use std::borrow::Cow;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::fields::{self, Fields};
use crate::parse::{Content, Refusal};
use crate::source::Body;
use crate::text::{self, Draft, Gap};
use crate::{Options, Source, alignment, html};
use schema::SourceMap;
use schema::labels::{Layout, RejectReason};

/// The content of a record.
///
/// # Errors
///
/// When it is no JSON object in UTF-8, or has no text.
pub(crate) fn content(source: &Source, options: &Options) -> Result<Content, Refusal> {
    let json = std::str::from_utf8(&source.bytes).map_err(|error| {
        let detail = format!("it is not UTF-8 from byte {} of the record on", error.valid_up_to());
        (RejectReason::Undecodable, detail)
    })?;
    let entries = fields::entries(json).map_err(|error| malformed(source, &error))?;
    let fields = Fields::new(&entries, &options.fields);
    let Some(raw) = fields.text() else {
        let names = entries.iter().map(|(name, _)| name.as_ref());
        return Err((RejectReason::MissingText, fields::no_text(names, "field", &options.fields)));
    };
    let text = value(raw).map_err(|error| malformed(source, &error))?;
    if text.trim().is_empty() {
        return Err((RejectReason::Empty, "its text field holds nothing but white space".to_owned()));
    }
    let mut content = match html::kind(&text) {
        Some(kind) => html::of_field(&text, kind)?,
        None => plain(source, raw, &text),
    };
    let metadata = std::mem::take(&mut content.metadata);
    content.metadata = fields.metadata();
    fields::fill(&mut content.metadata, metadata);
    Ok(with_headline(source, fields.title(), content))
}

/// A failure of the JSON parser, in words that say where.
fn malformed(source: &Source, error: &serde_json::Error) -> Refusal {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text).to_lowercase();
    let detail = match source.line {
        Some(line) if error.column() > 0 => format!("line {line}, column {}: {what}", error.column()),
        _ => what,
    };
    (RejectReason::Malformed, detail)
}

/// The value of the text field: a string, or a list of paragraphs.
fn value(raw: &RawValue) -> serde_json::Result<Cow<'_, str>> {
    if raw.get().starts_with('"') {
        return serde_json::from_str::<Text<'_>>(raw.get()).map(|text| text.0);
    }
    let paragraphs = match serde_json::from_str(raw.get())? {
        Value::Array(items) => items.iter().filter_map(fields::joined).collect(),
        other => Vec::from_iter(fields::joined(&other)),
    };
    Ok(Cow::Owned(paragraphs.join("\n\n")))
}

/// A string, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Text<'r>(#[serde(borrow)] Cow<'r, str>);

fn plain(source: &Source, raw: &RawValue, text: &str) -> Content {
    let draft = text::draft(text);
    let source_map = located(source, raw, text, &draft.text);
    Content { draft, source_map, ..Content::default() }
}

/// The map of `text`, which was made from the value `decoded` of a string of this record.
fn located(source: &Source, raw: &RawValue, decoded: &str, text: &str) -> SourceMap {
    if source.body != Body::Record || !raw.get().starts_with('"') {
        return SourceMap::unproven();
    }
    let inside = raw.get().as_ptr() as usize - source.bytes.as_ptr() as usize;
    let start = usize::try_from(source.offset).unwrap_or(0) + inside;
    alignment::align(text, decoded, &alignment::json_pieces(raw.get(), start))
}

/// The content under its headline: the text's own where it begins with it, else the title field's.
fn with_headline(source: &Source, title: Option<&RawValue>, mut content: Content) -> Content {
    let Some(headline) = content.metadata.headline.clone() else { return content };
    match Opening::of(&content.draft, &headline) {
        Opening::Headline => {
            content.draft.blocks[0].layout = Layout::Headline;
            content
        }
        Opening::HeadlineWithMore => content,
        Opening::Other => {
            let decoded = title.and_then(|raw| value(raw).ok()).unwrap_or_default();
            let map = title.map(|raw| located(source, raw, &decoded, &headline)).unwrap_or_default();
            prepend(&headline, map, content)
        }
    }
}

fn prepend(headline: &str, mut map: SourceMap, mut content: Content) -> Content {
    let mut draft = Draft::default();
    draft.push(Layout::Headline, headline, Gap::Blank);
    let start = draft.append(&content.draft);
    map.append(content.source_map.shifted(start));
    content.source_map = map;
    content.draft = draft;
    content
}

/// How a text begins.
enum Opening {
    /// Its first block is the headline.
    Headline,
    /// Its first block begins with the headline and goes on.
    HeadlineWithMore,
    /// Otherwise.
    Other,
}

impl Opening {
    fn of(draft: &Draft, headline: &str) -> Self {
        let Some(first) = draft.blocks.first() else { return Self::Other };
        let mut first = letters(first.span.of(&draft.text));
        let mut headline = letters(headline).peekable();
        if headline.peek().is_none() || headline.any(|letter| first.next() != Some(letter)) {
            Self::Other
        } else if first.next().is_none() {
            Self::Headline
        } else {
            Self::HeadlineWithMore
        }
    }
}

/// Letters and digits in lower case: what two prints of one headline share.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase)
}
