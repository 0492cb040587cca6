//! The fields of a record: which one holds what, under the names that people use.
//!
//! Answers for: finding text, title, address, dates, authors, outlet, section and language in a JSON object, and
//! turning nested values into text. Leaves to others: what is done with them (`record`, `sidecar`).

use std::borrow::Cow;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::{FieldNames, Options, dates};
use schema::Metadata;

/// Names of the text field, the most telling first, as [`plain`] spells them.
const TEXT: &[&str] = &[
    "text",
    "content",
    "body",
    "articlebody",
    "maintext",
    "article",
    "articletext",
    "fulltext",
    "contenttext",
    "bodytext",
    "textcontent",
    "plaintext",
    "cleanedtext",
    "cleantext",
    "rawtext",
    "storytext",
    "story",
    "articlecontent",
    "contenthtml",
    "bodyhtml",
    "html",
    "rawhtml",
    "contentencoded",
    "document",
];
const TITLE: &[&str] = &["title", "headline", "articletitle", "head", "pagetitle", "name"];
const URL: &[&str] = &[
    "url",
    "link",
    "canonicalurl",
    "articleurl",
    "sourceurl",
    "weburl",
    "uri",
    "mainentityofpage",
    "permalink",
];
const PUBLISHED: &[&str] = &[
    "published",
    "publishedat",
    "datepublished",
    "publicationdate",
    "datepublish",
    "publishdate",
    "publisheddate",
    "pubdate",
    "dateposted",
    "publishedtime",
    "articlepublishedtime",
    "publishtime",
    "datetime",
    "date",
    "firstpublished",
    "createdat",
    "timestamp",
];
const MODIFIED: &[&str] = &[
    "modified",
    "modifiedat",
    "datemodified",
    "datemodify",
    "modifieddate",
    "modifiedtime",
    "articlemodifiedtime",
    "updated",
    "updatedat",
    "dateupdated",
    "lastmodified",
    "lastupdated",
];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator", "writer", "writers", "articleauthor"];
const OUTLET: &[&str] = &[
    "outlet",
    "publisher",
    "publication",
    "newspaper",
    "sitename",
    "source",
    "sourcename",
    "sourcedomain",
    "site",
    "domain",
    "media",
    "newsoutlet",
];
const SECTION: &[&str] = &["section", "articlesection", "category", "categories", "sections"];
const LANGUAGE: &[&str] = &["language", "lang", "inlanguage", "languagecode"];

/// The entries of a JSON object in their order.
pub(crate) type Entries<'r> = Vec<(Cow<'r, str>, &'r RawValue)>;

/// The entries of the object that `json` is.
///
/// # Errors
///
/// When it is not a JSON object.
pub(crate) fn entries(json: &str) -> serde_json::Result<Entries<'_>> {
    struct Object;
    impl<'de> Visitor<'de> for Object {
        type Value = Entries<'de>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object with the article's fields")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(Name(name)) = map.next_key()? {
                entries.push((name, map.next_value()?));
            }
            Ok(entries)
        }
    }
    let mut json = serde_json::Deserializer::from_str(json);
    let entries = json.deserialize_map(Object)?;
    json.end()?;
    Ok(entries)
}

/// A key of an object, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Name<'r>(#[serde(borrow)] Cow<'r, str>);

/// A name without case and word separators: `article_body`, `articleBody` and `Article Body` are one.
fn plain(name: &str) -> String {
    let kept = name.chars().filter(|&ch| !matches!(ch, '_' | '-' | ' ' | ':' | '.'));
    kept.flat_map(char::to_lowercase).collect()
}

/// Whether a record with these fields has one for the text.
pub(crate) fn has_text<'n>(mut names: impl Iterator<Item = &'n str>, fields: &FieldNames) -> bool {
    names.any(|name| is_text(name, fields))
}

fn is_text(name: &str, fields: &FieldNames) -> bool {
    match &fields.text {
        Some(wanted) => plain(wanted) == plain(name),
        None => TEXT.contains(&plain(name).as_str()),
    }
}

/// Whether any field is looked for under this name.
pub(crate) fn is_known(name: &str, fields: &FieldNames) -> bool {
    let plain_name = plain(name);
    wanted(fields).into_iter().any(|(set, usual)| match set {
        Some(set) => plain(set) == plain_name,
        None => usual.contains(&plain_name.as_str()),
    })
}

fn wanted(fields: &FieldNames) -> [(Option<&String>, &'static [&'static str]); 9] {
    [
        (fields.text.as_ref(), TEXT),
        (fields.title.as_ref(), TITLE),
        (fields.url.as_ref(), URL),
        (fields.published.as_ref(), PUBLISHED),
        (fields.modified.as_ref(), MODIFIED),
        (fields.author.as_ref(), AUTHOR),
        (fields.outlet.as_ref(), OUTLET),
        (fields.section.as_ref(), SECTION),
        (fields.language.as_ref(), LANGUAGE),
    ]
}

/// Says that none of these fields is the text's, with how to mend it.
pub(crate) fn no_text<'n>(names: impl Iterator<Item = &'n str>, what: &str, fields: &FieldNames) -> String {
    let seen: Vec<_> = names.take(20).map(|name| format!("`{name}`")).collect();
    let seen = if seen.is_empty() { "none".to_owned() } else { seen.join(", ") };
    match &fields.text {
        Some(wanted) => format!("no {what} is named `{wanted}` as `ingest.fields.text` says; seen: {seen}"),
        None => format!(
            "no {what} holds the text under a usual name; name it with `ingest.fields.text`; seen: {seen}"
        ),
    }
}

/// A record's fields, looked up by what they hold.
pub(crate) struct Fields<'r, 'e> {
    entries: &'e [(Cow<'r, str>, &'r RawValue)],
    plain_names: Vec<String>,
    names: &'e FieldNames,
}

impl<'r, 'e> Fields<'r, 'e> {
    pub(crate) fn new(entries: &'e [(Cow<'r, str>, &'r RawValue)], names: &'e FieldNames) -> Self {
        Self { entries, plain_names: entries.iter().map(|(name, _)| plain(name)).collect(), names }
    }

    /// The values that stand under the set name, else under the usual ones in their order.
    fn candidates(&self, set: Option<&str>, usual: &[&str]) -> Vec<&'r RawValue> {
        let under = |wanted: &str| {
            let at = self.plain_names.iter().position(|name| name == wanted)?;
            Some(self.entries[at].1).filter(|value| value.get() != "null")
        };
        match set {
            Some(set) => under(&plain(set)).into_iter().collect(),
            None => usual.iter().copied().filter_map(under).collect(),
        }
    }

    /// The text field: the first that holds something, else the first at all.
    pub(crate) fn text(&self) -> Option<&'r RawValue> {
        let candidates = self.candidates(self.names.text.as_deref(), TEXT);
        let full = candidates.iter().find(|value| text_of(value).is_some());
        full.or(candidates.first()).copied()
    }

    /// The field of the headline.
    pub(crate) fn title(&self) -> Option<&'r RawValue> {
        let candidates = self.candidates(self.names.title.as_deref(), TITLE);
        candidates.into_iter().find(|value| text_of(value).is_some())
    }

    fn find(&self, set: Option<&str>, usual: &[&str]) -> Option<String> {
        self.candidates(set, usual).into_iter().find_map(text_of)
    }

    fn moment(&self, set: Option<&str>, usual: &[&str]) -> Option<schema::Moment> {
        self.candidates(set, usual).into_iter().find_map(|value| dates::of_json(&parsed(value)?))
    }

    /// Everything but the text.
    pub(crate) fn metadata(&self) -> Metadata {
        let names = self.names;
        Metadata {
            url: self.find(names.url.as_deref(), URL).filter(|url| is_address(url)),
            outlet: self.find(names.outlet.as_deref(), OUTLET),
            headline: self.title().and_then(text_of),
            byline: self.find(names.author.as_deref(), AUTHOR),
            published: self.moment(names.published.as_deref(), PUBLISHED),
            modified: self.moment(names.modified.as_deref(), MODIFIED),
            section: self.find(names.section.as_deref(), SECTION),
            language: self.find(names.language.as_deref(), LANGUAGE).and_then(|tag| language_tag(&tag)),
        }
    }
}

fn parsed(value: &RawValue) -> Option<Value> {
    serde_json::from_str(value.get()).ok()
}

/// The value as one line of text; `None` where it holds none.
fn text_of(value: &RawValue) -> Option<String> {
    joined(&parsed(value)?)
}

/// A value as text: the name of an object, the items of a list with commas between them.
pub(crate) fn joined(value: &Value) -> Option<String> {
    const NAMES: &[&str] =
        &["name", "title", "value", "text", "$t", "#text", "rendered", "@id", "url", "uri"];
    let text = match value {
        Value::String(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().filter_map(joined).collect::<Vec<_>>().join(", "),
        Value::Object(object) => {
            NAMES.iter().find_map(|&name| object.get(name).and_then(joined)).unwrap_or_default()
        }
        Value::Null | Value::Bool(_) => String::new(),
    };
    (!text.is_empty()).then_some(text)
}

/// The text with every run of white space made one space, without control characters.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<_> = text
        .split(|ch: char| ch.is_whitespace() || ch.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Whether this is an address on the web rather than a name or a number.
pub(crate) fn is_address(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, rest)| scheme.starts_with("http") && !rest.is_empty())
}

/// The host of an address without `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// A declared language as a BCP 47 tag: `en_US` is `en-US`; `None` for words such as `English`.
pub(crate) fn language_tag(declared: &str) -> Option<String> {
    let tag = declared.trim().replace('_', "-");
    let tag = tag.split(['.', ',', ' ']).next().unwrap_or_default();
    let mut parts = tag.split('-');
    let language = parts.next().filter(|part| (2..=3).contains(&part.len()))?;
    let is_tag = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (is_tag && language.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| tag.to_owned())
}

/// Takes from `other` what `metadata` lacks.
pub(crate) fn fill(metadata: &mut Metadata, other: Metadata) {
    let Metadata { url, outlet, headline, byline, published, modified, section, language } = other;
    metadata.url = metadata.url.take().or(url);
    metadata.outlet = metadata.outlet.take().or(outlet);
    metadata.headline = metadata.headline.take().or(headline);
    metadata.byline = metadata.byline.take().or(byline);
    metadata.published = metadata.published.or(published);
    metadata.modified = metadata.modified.or(modified);
    metadata.section = metadata.section.take().or(section);
    metadata.language = metadata.language.take().or(language);
}

/// Fills in what neither the source nor its sidecar says: the outlet, by option or by the address's host.
pub(crate) fn complete(metadata: &mut Metadata, options: &Options) {
    let outlet = metadata.outlet.take().or_else(|| options.outlet.clone());
    metadata.outlet = outlet.or_else(|| metadata.url.as_deref().and_then(host));
}

#[cfg(test)]
mod tests {
    use super::{Fields, entries, host, joined, language_tag};
    use crate::FieldNames;
    use serde_json::json;

    #[test]
    fn usual_names_are_found_whatever_their_case() {
        let json = r#"{"Article_Body": "b", "TITLE": "t", "datePublished": "2016-12-19", "author": [{"name": "A"}, "B"]}"#;
        let entries = entries(json).expect("an object");
        let names = FieldNames::default();
        let fields = Fields::new(&entries, &names);
        assert_eq!(fields.text().expect("there is one").get(), "\"b\"");
        let metadata = fields.metadata();
        assert_eq!(metadata.headline.as_deref(), Some("t"));
        assert_eq!(metadata.byline.as_deref(), Some("A, B"));
        assert!(metadata.published.is_some());
    }

    #[test]
    fn a_set_name_excludes_the_usual_ones() {
        let entries = entries(r#"{"text": "summary", "lede": "all"}"#).expect("an object");
        let names = FieldNames { text: Some("lede".to_owned()), ..FieldNames::default() };
        assert_eq!(Fields::new(&entries, &names).text().expect("there is one").get(), "\"all\"");
    }

    #[test]
    fn an_empty_field_gives_way_to_a_full_one() {
        let entries = entries(r#"{"text": " ", "body": "all"}"#).expect("an object");
        let names = FieldNames::default();
        assert_eq!(Fields::new(&entries, &names).text().expect("there is one").get(), "\"all\"");
    }

    #[test]
    fn nested_names_are_joined() {
        let value = json!([{"@type": "Person", "name": "Ada  Ort"}, {"name": "Bo Lind"}]);
        assert_eq!(joined(&value).as_deref(), Some("Ada Ort, Bo Lind"));
        assert_eq!(joined(&json!(null)), None);
    }

    #[test]
    fn hosts_and_tags_are_plain() {
        assert_eq!(host("https://www.Harbor-Post.example:80/a?b").as_deref(), Some("harbor-post.example"));
        assert_eq!(language_tag("en_US").as_deref(), Some("en-US"));
        assert_eq!(language_tag("English"), None);
    }
}
