//! A gold page as the stages see it: an article with its sentences.
//!
//! Answers for: reading one file, or taking a text, and running the first two stages on it with their default options.

use std::path::Path;

use anyhow::Context as _;
use schema::labels::Layout;
use schema::{Article, LanguageTag, Sentence};

/// An article with its sentences.
#[derive(Debug)]
pub(crate) struct Page {
    /// The article.
    pub(crate) article: Article,
    /// Its sentences.
    pub(crate) sentences: Vec<Sentence>,
}

impl Page {
    /// The page in the file at `path`; `None` where the first stage rejects it.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Option<Self>> {
        let options = ingest::Options::default();
        let plan = ingest::plan(&[path], &options)?;
        let source = ingest::read(&plan, &options).next();
        let source = source.with_context(|| format!("`{}` holds no source", path.display()))?;
        let article = source.and_then(|source| ingest::parse(&source, &options));
        Ok(article.ok().map(Self::of))
    }

    /// The page that `article` is.
    pub(crate) fn of(article: Article) -> Self {
        let sentences = segment::segment(&article);
        Self { article, sentences }
    }

    /// The page of a text whose lines are paragraphs, the first of them the headline.
    pub(crate) fn titled(text: &str) -> Self {
        let mut article = Article::of_lines(text);
        if let Some(first) = article.blocks.first_mut() {
            first.layout = Layout::Headline;
        }
        Self::of(article)
    }

    /// The same page, all of it taken for English.
    pub(crate) fn english(mut self) -> Self {
        for sentence in &mut self.sentences {
            sentence.language = LanguageTag::new("en");
        }
        self
    }

    /// The text of `sentence`.
    pub(crate) fn text(&self, sentence: &Sentence) -> &str {
        sentence.span.of(&self.article.text)
    }
}
