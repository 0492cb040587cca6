//! From one article to one document.
//!
//! Answers for: the order of the stages between reading and writing, which take values and give values.

use schema::{Article, Document};
use segment::Recurring;

/// Segments and annotates `article`, of whose outlet these lines are known to recur.
pub(crate) fn from_article(article: Article, recurring: &Recurring) -> Document {
    let sentences = segment::segment_among(&article, recurring);
    let language = segment::document_language(&sentences);
    let annotations = annotate::annotate(&article, &sentences);
    Document { article, language, sentences, annotations }
}
