//! What a page says of itself: JSON-LD, `meta` tags and the elements around the headline.
//!
//! Answers for: address, outlet, headline, deck, authors, times, section and language of a page, each from the
//! most exact place that states it. Leaves to others: the main text (`html`).

use serde_json::{Map, Value};
use trafilatura::dom::{Document, NodeId};

use crate::{dates, fields};
use schema::{Metadata, Moment};

/// Headlines have at least this many bytes: what is shorter is the name of a section.
const MIN_TITLE_BYTES: usize = 12;

/// What was found in a page's head and around its headline.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The objects of JSON-LD that are articles, one behind the other.
    articles: Vec<Map<String, Value>>,
    /// `meta` tags: their names in lower case, and their contents.
    meta: Vec<(String, String)>,
    canonical: Option<String>,
    language: Option<String>,
    /// The text of the only first-level heading.
    heading: Option<String>,
    /// The text of the `title` element.
    title: Option<String>,
    /// The one day or time that `time` elements state.
    time: Option<Moment>,
}

/// Reads a page.
pub(crate) fn read(document: &Document) -> Page {
    let all = |selector: &str| document.query_selector_all(document.root(), selector);
    let attribute = |selector: &str, name: &str| {
        all(selector).first().and_then(|&node| document.get_attribute(node, name))
    };
    Page {
        articles: json_ld(document),
        meta: all("meta[content]").into_iter().filter_map(|node| meta(document, node)).collect(),
        canonical: attribute("link[rel='canonical']", "href"),
        language: attribute("html", "lang"),
        heading: only(all("h1").into_iter().filter_map(|node| line(document, node))),
        title: all("title").first().and_then(|&node| line(document, node)),
        time: only(
            all("time[datetime]")
                .into_iter()
                .filter_map(|node| dates::of_text(&document.get_attribute(node, "datetime")?)),
        ),
    }
}

/// The one value that all items are.
fn only<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// The element's text on one line.
fn line(document: &Document, node: NodeId) -> Option<String> {
    Some(fields::one_line(&document.text_content(node))).filter(|text| !text.is_empty())
}

fn meta(document: &Document, node: NodeId) -> Option<(String, String)> {
    let name =
        ["property", "name", "itemprop"].iter().find_map(|&name| document.get_attribute(node, name))?;
    let content = fields::one_line(&document.get_attribute(node, "content")?);
    (!content.is_empty()).then(|| (name.to_lowercase(), content))
}

/// The articles among the JSON-LD objects of the page.
fn json_ld(document: &Document) -> Vec<Map<String, Value>> {
    let mut articles = Vec::new();
    for script in document.scripts_with_type(&["application/ld+json"]) {
        let text = document.text_content(script);
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        // Line breaks inside strings are the usual fault.
        let value = serde_json::from_str(text).or_else(|_| serde_json::from_str(&fields::one_line(text)));
        if let Ok(value) = value {
            collect_articles(value, &mut articles);
        }
    }
    articles
}

fn collect_articles(value: Value, articles: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| collect_articles(item, articles)),
        Value::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                collect_articles(graph, articles);
            }
            if let Some(entity) = object.get("mainEntity").filter(|entity| entity.is_object()) {
                collect_articles(entity.clone(), articles);
            }
            if is_article(&object) {
                articles.push(object);
            }
        }
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is_kind = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
        })
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}

impl Page {
    /// The page's metadata; `found` is what trafilatura made of it, for what is stated nowhere exactly.
    pub(crate) fn metadata(&self, found: &trafilatura::Metadata) -> Metadata {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let is_name = |name: &String| !fields::is_address(name);
        let tag = || self.meta(&["og:site_name", "application-name", "twitter:site"]);
        let outlet = self.property("publisher").filter(is_name).or_else(tag);
        let outlet = outlet.map(|name| name.trim_start_matches('@').to_owned()).filter(is_name);
        Metadata {
            url: self.url(),
            headline: self.headline(outlet.as_deref()).or_else(|| some(&found.title)),
            byline: self.byline().or_else(|| some(&found.author).map(|names| names.replace("; ", ", "))),
            published: self.published(),
            modified: self.modified(),
            section: self
                .property("articleSection")
                .or_else(|| self.meta(&["article:section", "section", "og:article:section"])),
            language: self.language(),
            outlet: outlet.or_else(|| some(&found.sitename)),
        }
    }

    /// The first of these `meta` tags.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|&name| self.meta.iter().find(|(key, _)| key == name))
            .map(|(_, content)| content.clone())
    }

    /// The text of a property of an article in JSON-LD.
    fn property(&self, name: &str) -> Option<String> {
        let text = self.articles.iter().find_map(|article| article.get(name).and_then(fields::joined))?;
        Some(fields::one_line(&plain(&text))).filter(|text| !text.is_empty())
    }

    fn moment(&self, name: &str) -> Option<Moment> {
        self.articles.iter().find_map(|article| article.get(name).and_then(dates::of_json))
    }

    /// What the page says of itself in a sentence or two.
    pub(crate) fn description(&self) -> Option<String> {
        self.meta(&["description", "og:description", "twitter:description"])
            .or_else(|| self.property("description"))
    }

    fn url(&self) -> Option<String> {
        let stated = [self.canonical.clone(), self.meta(&["og:url", "twitter:url"]), self.property("url")];
        let entity = self.property("mainEntityOfPage");
        stated.into_iter().flatten().chain(entity).find(|url| fields::is_address(url))
    }

    /// The headline as printed on the page, where what the page says of itself agrees; else as it says.
    fn headline(&self, outlet: Option<&str>) -> Option<String> {
        let property = self.property("headline");
        let tag = self.meta(&["og:title", "twitter:title"]).or_else(|| self.title.clone());
        let said = property.or_else(|| tag.map(|title| without_outlet(&title, outlet).to_owned()));
        let printed = self.heading.clone().filter(|heading| heading.len() >= MIN_TITLE_BYTES);
        match (printed, said) {
            (Some(printed), Some(said)) if shares_words(&printed, &said) => Some(printed),
            (printed, said) => said.or(printed),
        }
    }

    fn byline(&self) -> Option<String> {
        let is_name = |name: &String| !fields::is_address(name);
        self.property("author")
            .or_else(|| self.meta(&["author", "article:author", "byl", "parsely-author"]))
            .filter(is_name)
    }

    fn published(&self) -> Option<Moment> {
        const NAMES: &[&str] = &[
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "date",
            "dc.date.issued",
            "dc.date",
            "dcterms.created",
            "pubdate",
            "publishdate",
            "publish_date",
            "parsely-pub-date",
            "sailthru.date",
            "og:published_time",
        ];
        self.moment("datePublished").or_else(|| self.dated(NAMES)).or(self.time)
    }

    fn modified(&self) -> Option<Moment> {
        const NAMES: &[&str] = &[
            "article:modified_time",
            "og:article:modified_time",
            "og:updated_time",
            "datemodified",
            "lastmod",
            "last-modified",
            "dcterms.modified",
        ];
        self.moment("dateModified").or_else(|| self.dated(NAMES))
    }

    fn dated(&self, names: &[&str]) -> Option<Moment> {
        names.iter().find_map(|&name| dates::of_text(&self.meta(&[name])?))
    }

    fn language(&self) -> Option<String> {
        let stated =
            [self.property("inLanguage"), self.language.clone(), self.meta(&["og:locale", "language"])];
        stated.into_iter().flatten().find_map(|tag| fields::language_tag(&tag))
    }
}

/// JSON-LD's texts with the entities undone that some pages leave in them.
fn plain(text: &str) -> String {
    if !text.contains('&') && !text.contains('<') {
        return text.to_owned();
    }
    let document = Document::parse(text);
    document.text_content(document.root())
}

/// The title without the outlet's name behind a dash or a bar.
fn without_outlet<'t>(title: &'t str, outlet: Option<&str>) -> &'t str {
    let separators = [" | ", " - ", " – ", " — ", " :: "];
    let cut = separators.iter().filter_map(|separator| title.rsplit_once(separator)).find(|(_, end)| {
        outlet.is_some_and(|outlet| {
            let letters = |text: &str| crate::record::letters(text).collect::<String>();
            letters(end) == letters(outlet) || letters(outlet).starts_with(&letters(end))
        })
    });
    cut.map_or(title, |(start, _)| start)
}

/// Whether two prints of a headline share half of the shorter one's words.
fn shares_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|ch: char| !ch.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared > 0 && shared * 2 >= a.len().min(b.len())
}
