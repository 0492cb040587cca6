//! What the classes of an element say of its function.
//!
//! Answers for: reading the words of `class`, `id`, `itemprop` and test labels, and the few functions that they
//! name alike on most news sites: caption, credit, deck, furniture. Leaves to others: whether the element's place
//! on the page bears it out (`html_outline`).

use schema::labels::Layout;
use trafilatura::dom::{Document, NodeId};

/// A function that pages name in their classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// The text of a picture.
    Caption,
    /// Who made the picture.
    Credit,
    /// The standfirst.
    Deck,
    /// A picture with what stands around it.
    Picture,
    /// A description: of a picture or of the article.
    Description,
    /// Something beside the article: forms, links to other articles, buttons.
    Furniture,
}

/// Words that name a standfirst.
const DECK: &[&str] = &[
    "deck",
    "dek",
    "excerpt",
    "leadtext",
    "standfirst",
    "strapline",
    "subhead",
    "subheadline",
    "subtitle",
    "summary",
];

/// Words that name a picture's maker. They count only inside a figure.
const CREDIT: &[&str] =
    &["attribution", "byline", "copyright", "credit", "credits", "distributor", "photographer", "source"];

/// Words that name what is no part of the article.
const FURNITURE: &[&str] = &[
    "authorbio",
    "inlinerelated",
    "latestnews",
    "mostpopular",
    "mostread",
    "newsletter",
    "newslettersignup",
    "outbrain",
    "readnext",
    "recirc",
    "recirculation",
    "recommended",
    "related",
    "relatedarticles",
    "relatedlinks",
    "relatedstories",
    "share",
    "sharebar",
    "signup",
    "socialshare",
    "taboola",
    "trending",
];

/// Words that name a picture's frame.
const PICTURE: &[&str] =
    &["carousel", "figure", "gallery", "image", "lightbox", "photo", "picture", "slide", "slideshow"];

/// Words beside `caption` that tell of a control or a state and not of a text.
const NO_CAPTION: &[&str] = &["button", "close", "hide", "no", "off", "on", "settings", "toggle", "track"];

/// What the names of `node` say; inside a caption, `around`, words that elsewhere mean something else name its
/// credit.
pub(crate) fn named(document: &Document, node: NodeId, around: Layout) -> Option<Named> {
    let mut names = document.class_name(node);
    for attribute in ["itemprop", "data-testid", "data-gu-name"] {
        if let Some(name) = document.get_attribute(node, attribute) {
            names.push(' ');
            names.push_str(&name);
        }
    }
    if names.trim().is_empty() {
        return None;
    }
    let words = words(&names);
    let has = |list: &[&str]| is_listed(&words, list);
    if around == Layout::Caption {
        return has(CREDIT).then_some(Named::Credit);
    }
    if has(FURNITURE) {
        Some(Named::Furniture)
    } else if words.iter().flatten().any(|word| word.ends_with("caption")) && !has(NO_CAPTION) {
        Some(Named::Caption)
    } else if has(DECK) {
        Some(Named::Deck)
    } else if has(&["description"]) {
        Some(Named::Description)
    } else {
        has(PICTURE).then_some(Named::Picture)
    }
}

/// The words of each name, in lower case: `sub-title`, `subTitle` and `sub_title` have the same.
fn words(names: &str) -> Vec<Vec<String>> {
    names.split_whitespace().map(of_name).collect()
}

fn of_name(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for ch in name.chars() {
        let begins = !ch.is_alphanumeric() || (ch.is_uppercase() && was_lower);
        if begins && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        was_lower = ch.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| ch.is_alphanumeric()) {
            word.extend(ch.to_lowercase());
        }
    }
    words
}

/// Whether a word, or two neighbours of one name read as one, stand in the list.
fn is_listed(names: &[Vec<String>], list: &[&str]) -> bool {
    names.iter().any(|words| {
        words.iter().any(|word| list.contains(&word.as_str()))
            || words.windows(2).any(|pair| list.contains(&pair.concat().as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::{Named, named};
    use schema::labels::Layout;
    use trafilatura::dom::Document;

    fn of(class: &str) -> Option<Named> {
        let document = Document::parse(&format!("<p class=\"{class}\">x</p>"));
        let node = document.query_selector(document.root(), "p").expect("it was just written");
        named(&document, node, Layout::Paragraph)
    }

    #[test]
    fn names_are_read_however_they_are_written() {
        for class in ["article__sub-title", "entrySubTitle", "ContentHeaderDek-x7", "big standFirst"] {
            assert_eq!(of(class), Some(Named::Deck), "{class}");
        }
        for class in ["wp-caption-text", "figcaption", "image__caption wide", "imageCaption"] {
            assert_eq!(of(class), Some(Named::Caption), "{class}");
        }
        for class in ["newsletter-box", "c-related__list", "latestNews"] {
            assert_eq!(of(class), Some(Named::Furniture), "{class}");
        }
    }

    #[test]
    fn other_words_say_nothing() {
        for class in ["", "captions-off", "caption-toggle", "no-caption", "decking", "shareholder", "title"] {
            assert_eq!(of(class), None, "{class}");
        }
    }
}
