//! From one source to one document.
//!
//! Answers for: the order of the stages between reading and writing, which take values and give values.

use ingest::Source;
use schema::{Document, Rejection};

/// Parses, segments and annotates `source`.
pub(crate) fn from_source(source: &Source, options: &ingest::Options) -> Result<Document, Rejection> {
    let article = ingest::parse(source, options)?;
    let sentences = segment::segment(&article);
    let language = segment::document_language(&sentences);
    let annotations = annotate::annotate(&article, &sentences);
    Ok(Document { article, language, sentences, annotations })
}
