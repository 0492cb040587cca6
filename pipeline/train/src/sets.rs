//! The sets of gold that boundaries are learnt from and scored on.
//!
//! Answers for: which documents belong to a set, where they come from, their licences, and reading them. A set that
//! is scored is never learnt from.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use crate::document::Paragraph;
use crate::genre::is_open;

/// Documents of one origin.
#[derive(Debug)]
pub(crate) struct Set {
    /// Its name in the card.
    pub(crate) name: &'static str,
    /// Its files, relative to the folder of gold.
    pub(crate) files: &'static [&'static str],
    /// Whose work it is and under which licence.
    pub(crate) source: &'static str,
    form: Form,
    /// Whether the document with an id in a file belongs.
    holds: fn(file: &str, id: &str) -> bool,
}

/// What a row of a file is.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// Text with the spans of its sentences.
    Sentences,
    /// News text; all that the rules leave open in a paragraph with a stop at its end is taken for no boundary.
    News,
    /// The same, with a space around every mark.
    TokenisedNews,
}

const EWT: &str = "Universal Dependencies English EWT (Silveira et al. 2014), CC BY-SA 4.0";
const GUM: &str = "Universal Dependencies English GUM (Zeldes 2017), CC BY 4.0 or CC BY-SA 4.0 by genre";

/// What is learnt from.
pub(crate) const LEARNT: &[Set] = &[
    Set {
        name: "EWT train",
        files: &["sentences/ewt_train.jsonl"],
        source: EWT,
        form: Form::Sentences,
        holds: |_, _| true,
    },
    Set {
        name: "GUM train without news and the non-commercial genres",
        files: &["sentences/gum_train.jsonl"],
        source: GUM,
        form: Form::Sentences,
        holds: |_, id| genre(id) != "news" && is_open(id),
    },
    Set {
        name: "re3d, paragraphs that end in a stop, no boundaries added to the rules'",
        files: &[
            "entities/re3d/australian_department_of_foreign_affairs/documents.json",
            "entities/re3d/delegation_of_the_european_union_to_syria/documents.json",
            "entities/re3d/uk_government/documents.json",
            "entities/re3d/us_state_department/documents.json",
            "entities/re3d/wikipedia/documents.json",
        ],
        source: "Relationship and Entity Extraction Evaluation Dataset (Dstl), public domain, Open Government Licence \
                 or CC BY-SA by folder",
        form: Form::News,
        holds: |_, _| true,
    },
    Set {
        name: "MEANTIME, paragraphs that end in a stop, no boundaries added to the rules'",
        files: &["times/meantime.jsonl"],
        source: "NewsReader MEANTIME corpus (Minard et al. 2016) of Wikinews, CC BY 4.0",
        form: Form::TokenisedNews,
        holds: |_, _| true,
    },
];

/// What is scored.
pub(crate) const SCORED: &[Set] = &[
    Set {
        name: "EWT dev",
        files: &["sentences/ewt_dev.jsonl"],
        source: EWT,
        form: Form::Sentences,
        holds: |_, _| true,
    },
    Set {
        name: "GUM dev and the news of GUM train",
        files: &["sentences/gum_dev.jsonl", "sentences/gum_train.jsonl"],
        source: GUM,
        form: Form::Sentences,
        holds: |file, id| file.ends_with("dev.jsonl") || genre(id) == "news",
    },
    Set {
        name: "the news of GUM dev and train",
        files: &["sentences/gum_dev.jsonl", "sentences/gum_train.jsonl"],
        source: GUM,
        form: Form::Sentences,
        holds: |_, id| genre(id) == "news",
    },
];

/// A row of any of the files.
#[derive(Debug, Deserialize)]
struct Row {
    #[serde(default, alias = "_id")]
    id: String,
    text: String,
    /// Spans in code points.
    #[serde(default)]
    sentences: Vec<(usize, usize)>,
}

impl Set {
    /// Its paragraphs in the folder `gold`.
    pub(crate) fn paragraphs(&self, gold: &Path) -> anyhow::Result<Vec<Paragraph>> {
        let mut paragraphs = Vec::new();
        for file in self.files {
            let path = gold.join(file);
            let text = fs::read_to_string(&path).with_context(|| format!("`{}`", path.display()))?;
            for (at, line) in text.lines().enumerate() {
                let row: Row = serde_json::from_str(line)
                    .with_context(|| format!("`{}` line {}", path.display(), at + 1))?;
                if (self.holds)(file, &row.id) {
                    paragraphs.extend(self.form.paragraphs(&row));
                }
            }
        }
        Ok(paragraphs)
    }
}

impl Form {
    fn paragraphs(self, row: &Row) -> Vec<Paragraph> {
        match self {
            Self::Sentences => {
                Paragraph::of_document(&row.text, row.sentences.iter().map(|&(start, _)| start))
            }
            Self::News => Paragraph::of_news(&row.text),
            Self::TokenisedNews => Paragraph::of_news(&joined(&row.text)),
        }
    }
}

/// Tokenised text with its marks where a writer sets them.
fn joined(text: &str) -> String {
    let pairs = [
        (" ,", ","),
        (" .", "."),
        (" ;", ";"),
        (" :", ":"),
        ("( ", "("),
        (" )", ")"),
        (" 's", "'s"),
        (" %", "%"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The genre of a document of GUM: `GUM_news_hackers` is news.
fn genre(id: &str) -> &str {
    id.split('_').nth(1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{LEARNT, SCORED, joined};

    #[test]
    fn nothing_that_is_scored_is_learnt() {
        for id in ["GUM_news_mill", "GUM_bio_mill", "GUM_fiction_mill"] {
            let file = "sentences/gum_train.jsonl";
            let holds = |sets: &[super::Set]| {
                sets.iter().any(|set| set.files.contains(&file) && (set.holds)(file, id))
            };
            assert!(!(holds(LEARNT) && holds(SCORED)), "{id}");
        }
        let dev = |file: &&str| file.ends_with("dev.jsonl");
        assert!(!LEARNT.iter().flat_map(|set| set.files).any(dev));
    }

    #[test]
    fn marks_are_joined_to_their_words() {
        assert_eq!(joined("Holt 's bank ( est. 1901 ) , he said ."), "Holt's bank (est. 1901), he said.");
    }
}
