//! Documents of the gold as the stage `link` takes them.
//!
//! Answers for: putting a page and what was found in it together as a document, and the place that names it.

use annotate::annotate;
use schema::{Document, DocumentId};

use crate::page::Page;

/// The document of `page`, in which the third stage was at work, at place `at` of its set.
pub(crate) fn document(page: Page, at: usize) -> Document {
    let Page { mut article, sentences } = page;
    article.id = DocumentId::new((at as u128).to_be_bytes());
    let annotations = annotate(&article, &sentences);
    let language = segment::document_language(&sentences);
    Document { article, language, sentences, annotations }
}

/// The host of `address`, of an archived page that of the page itself; `None` where there is none.
pub(crate) fn host(address: &str) -> Option<String> {
    let (_, behind) = address.rsplit_once("://")?;
    let host = behind.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{document, host};
    use crate::page::Page;

    #[test]
    fn documents_are_named_by_their_places() {
        let document = document(Page::titled("The mill\n\nThe mill in Orby burned."), 255);
        assert_eq!(document.article.id.to_string(), "000000000000000000000000000000ff");
        assert_eq!((document.sentences.len(), document.annotations.tokens.is_empty()), (2, false));
    }

    #[test]
    fn archived_pages_have_the_host_that_they_came_from() {
        let archived = "http://web.archive.org/web/20140212/http://www.Herald.example:80/2014/mill";
        assert_eq!(host(archived).as_deref(), Some("herald.example"));
        assert_eq!((host("https://post.example?a=1").as_deref(), host("mill")), (Some("post.example"), None));
    }
}
