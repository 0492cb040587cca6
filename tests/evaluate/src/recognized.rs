//! The specs of Microsoft Recognizers-Text: short inputs with what must be found in them.
//!
//! Answers for: reading them, and which of them count. What their answers mean is the measures' business.

use annotate::annotate;
use schema::{Annotations, Article, Moment, Span};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::gold::Gold;
use crate::offsets::Offsets;
use crate::page::Page;

/// An input with what must be found in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Spec {
    pub(crate) input: String,
    context: Option<Context>,
    not_supported: Option<String>,
    pub(crate) results: Vec<Answer>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Context {
    reference_date_time: String,
}

/// What must be found.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Answer {
    pub(crate) type_name: String,
    #[serde(default)]
    pub(crate) resolution: Option<Map<String, Value>>,
    /// Its first and its last code point.
    start: usize,
    end: usize,
}

impl Spec {
    /// Whether every port of the library gives these answers.
    pub(crate) fn is_common(&self) -> bool {
        self.not_supported.is_none()
    }

    /// Whether the library's own implementation gives these answers, if not every port.
    pub(crate) fn is_supported(&self) -> bool {
        self.not_supported.as_ref().is_none_or(|ports| !ports.contains("dotnet"))
    }

    /// When the input is said, `2016-11-07T00:00:00`; empty where that is not told.
    pub(crate) fn reference(&self) -> &str {
        self.context.as_ref().map_or("", |context| context.reference_date_time.as_str())
    }

    /// Where an answer stands.
    ///
    /// # Panics
    ///
    /// Where the answer stands outside of the input, which [`read`] refuses.
    pub(crate) fn span(&self, answer: &Answer) -> Span {
        Offsets::of(&self.input).span(answer.start, answer.end + 1).expect("the reader has seen to it")
    }

    /// What is found in the input, published then; all of it is taken for English.
    pub(crate) fn annotations(&self, published: Option<Moment>) -> Annotations {
        let mut article = Article::of_lines(&self.input);
        article.metadata.published = published;
        let Page { article, sentences } = Page::of(article).english();
        annotate(&article, &sentences)
    }
}

impl Answer {
    /// The text under `key` in the resolution; `None` where there is none.
    pub(crate) fn resolved(&self, key: &str) -> Option<&str> {
        self.resolution.as_ref()?.get(key)?.as_str()
    }
}

/// The specs of `model`.
///
/// # Errors
///
/// Where the file cannot be read or an answer stands outside of its input.
pub(crate) fn read(gold: &Gold, model: &str) -> anyhow::Result<Vec<Spec>> {
    let specs: Vec<Spec> = gold.rows(&format!("recognizers/{model}.jsonl"))?;
    for spec in &specs {
        let length = spec.input.chars().count();
        let is_inside = |answer: &Answer| answer.start <= answer.end && answer.end < length;
        anyhow::ensure!(spec.results.iter().all(is_inside), "answer outside of `{}` in {model}", spec.input);
    }
    Ok(specs)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Spec;

    /// The spec that a line of JSON holds.
    pub(crate) fn spec(json: &str) -> Spec {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn ends_are_inside_and_ports_are_told() {
        let line = r#"{"Input": "é six days", "NotSupported": "python, dotnet", "Results":
            [{"Text": "six days", "Start": 2, "End": 9, "TypeName": "x", "Resolution": {"value": "6", "n": null}}]}"#;
        let spec = spec(line);
        assert_eq!(spec.span(&spec.results[0]).of(&spec.input), "six days");
        assert_eq!((spec.is_common(), spec.is_supported(), spec.reference()), (false, false, ""));
        assert_eq!((spec.results[0].resolved("value"), spec.results[0].resolved("n")), (Some("6"), None));
    }
}
