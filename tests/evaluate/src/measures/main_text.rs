//! Main text: how much of an article's body the stages keep of a page, and how much else.
//!
//! Answers for: which roles make up the main text, and for showing what was lost and what is too much. The
//! benchmark's arithmetic is in `shingles`.

use std::collections::BTreeSet;

use schema::labels::{Role, Vocabulary as _};
use serde::Deserialize;

use crate::bootstrap;
use crate::cases::{Case, excerpt};
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row};
use crate::page::Page;
use crate::report::counted;
use crate::shingles::{self, LENGTH, PageMeans};
use crate::words::{self, WordId, WordIds};

/// The roles whose sentences are main text.
const MAIN: &[Role] = &[
    Role::Body,
    Role::Subheading,
    Role::ListItem,
    Role::TableCell,
    Role::PullQuote,
    Role::Dateline,
    Role::Correction,
];

/// The fewest words of a run that is shown as lost or as too much.
const SHOWN: usize = LENGTH;

/// Characters of it that are shown.
const EXCERPT: usize = 240;

pub(crate) const MEASURE: Measure = Measure {
    name: "main-text",
    title: "Main text",
    definition: "\
The measure of the benchmark `scrapinghub/article-extraction-benchmark` (`evaluate.py`): a text's words are its runs
of letters, digits and low lines as they are spelt; its shingles are all runs of four words, with how often each
occurs. Shingles that the true and the found text share are right, the others too much or lost; the three counts of
a page are divided by their sum. Precision is the mean over pages of the right among the found, recall that of the
right among the true, F1 the harmonic mean of the two means. The found text is that of all sentences with the roles
body, subheading, list_item, table_cell, pull_quote, dateline and correction, one a line: the benchmark asks for the
text of the article with its subheadings, and its true texts hold lists and tables too, but as a rule no headline,
byline, caption or credit. A page that is rejected gives no text. The pages are the 45 of the benchmark's 181 that
this gold holds.",
    peers: "\
Peers: F1 published for all 181 pages: rs-trafilatura by itself, trafilatura and Readability in the benchmark's table
(trafilatura 2.0.0; Readability as the crate `dom_smoothie` 0.14.0, while Readability.js 0.6.0 has 0.947 there). Not
taken again on these 45.",
    figure: Figure::F1,
    take,
};

/// A row of the gold.
#[derive(Debug, Deserialize)]
struct GoldPage {
    id: String,
    #[serde(rename = "articleBody")]
    body: String,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut scored = Vec::new();
    let mut cases = Vec::new();
    for truth in gold.rows::<GoldPage>("roles/article_extraction.jsonl")? {
        let page = Page::read(&gold.path(&format!("roles/article_extraction/{}.html.gz", truth.id)))?;
        let found = page.as_ref().map(main_text).unwrap_or_default();
        scored.push(shingles::compare(&truth.body, &found));
        cases.extend(differences(&truth, page.as_ref()));
    }
    Ok(Outcome { rows: vec![row(&scored)], tables: Vec::new(), cases })
}

fn row(pages: &[Counts]) -> Row {
    let means = PageMeans::of(pages.iter().copied());
    Row {
        precision: means.precision,
        recall: means.recall,
        value: means.f1,
        interval: bootstrap::interval(pages.len(), |draw| {
            PageMeans::of(draw.iter().map(|&page| pages[page])).f1
        }),
        peers: "rs-trafilatura 0.970, trafilatura 0.958, Readability 0.865",
        target: Some(0.97),
        ..Row::blank("article_extraction", counted(pages.len(), "page"))
    }
}

/// The sentences of the main text, one a line.
fn main_text(page: &Page) -> String {
    let kept = page.sentences.iter().filter(|sentence| MAIN.contains(&sentence.role));
    kept.map(|sentence| page.text(sentence)).collect::<Vec<_>>().join("\n")
}

/// What the page's main text lost of the true one, and what it has too much.
fn differences(truth: &GoldPage, page: Option<&Page>) -> Vec<Case> {
    let Some(page) = page else {
        let lines = vec![("lost", excerpt(&truth.body, EXCERPT))];
        let kind = "the page was rejected".to_owned();
        return vec![Case { kind, cost: 1.0, place: truth.id.clone(), lines }];
    };
    let mut ids = WordIds::default();
    let true_words = ids.words(&truth.body);
    let found = main_text(page);
    let found_words = ids.words(&found);
    let lost = runs(&truth.body, &true_words, &windows(&found_words));
    let lost = lost.into_iter().map(|run| {
        let role = role_of(page, &run, &mut ids);
        (format!("lost, {}", role.map_or("not in the document", Role::as_str)), "lost", run)
    });
    let lost: Vec<_> = lost.collect();
    let extra = runs(&found, &found_words, &windows(&true_words)).into_iter();
    let extra = extra.map(|run| {
        let role = role_of(page, &run, &mut ids);
        (format!("extra, {}", role.map_or("of several roles", Role::as_str)), "extra", run)
    });
    let extra: Vec<_> = extra.collect();
    let words = true_words.len().max(1) as f64;
    let case = |(kind, label, run): (String, &'static str, Run)| Case {
        kind,
        cost: run.words as f64 / words,
        place: format!("{} ({} words)", truth.id, run.words),
        lines: vec![(label, excerpt(&run.text, EXCERPT))],
    };
    lost.into_iter().chain(extra).map(case).collect()
}

/// A run of words of one text that the other text does not have.
struct Run {
    text: String,
    words: usize,
}

fn windows(words: &[WordId]) -> BTreeSet<&[WordId]> {
    words.windows(LENGTH).collect()
}

/// The runs of `words`, those of `text`, that no shingle shared with the `other` text covers.
fn runs(text: &str, words: &[WordId], other: &BTreeSet<&[WordId]>) -> Vec<Run> {
    let mut covered = vec![false; words.len()];
    for (at, shingle) in words.windows(LENGTH).enumerate() {
        if other.contains(shingle) {
            covered[at..at + LENGTH].fill(true);
        }
    }
    let spans = words::spans(text);
    let mut at = 0;
    let mut found = Vec::new();
    for part in covered.chunk_by(|a, b| a == b) {
        let end = at + part.len();
        if !part[0] && part.len() >= SHOWN {
            let text = text[spans[at].start()..spans[end - 1].end()].to_owned();
            found.push(Run { text, words: part.len() });
        }
        at = end;
    }
    found
}

/// The role of the sentences that hold most of the run's shingles; `None` where they hold less than half.
fn role_of(page: &Page, run: &Run, ids: &mut WordIds) -> Option<Role> {
    let wanted = ids.words(&run.text);
    let wanted = windows(&wanted);
    let mut held = vec![0; Role::ALL.len()];
    for sentence in &page.sentences {
        let words = ids.words(page.text(sentence));
        held[sentence.role as usize] += windows(&words).intersection(&wanted).count();
    }
    let (role, count) = Role::ALL.iter().zip(held).max_by_key(|(_, count)| *count)?;
    (count * 2 >= wanted.len()).then_some(*role)
}

#[cfg(test)]
mod tests {
    use super::{GoldPage, differences, main_text, row};
    use crate::counts::Counts;
    use crate::page::Page;
    use schema::Article;
    use schema::labels::Role;

    /// Two lines, the second with this role.
    fn page(role: Role) -> Page {
        let mut page =
            Page::of(Article::of_lines("The old mill burned down.\nPlease give us some money now"));
        for (sentence, role) in page.sentences.iter_mut().zip([Role::Body, role]) {
            sentence.role = role;
        }
        page
    }

    fn truth(body: &str) -> GoldPage {
        GoldPage { id: "p".to_owned(), body: body.to_owned() }
    }

    #[test]
    fn the_main_text_leaves_out_what_is_not_the_article() {
        assert_eq!(main_text(&page(Role::Promo)), "The old mill burned down.");
        assert!(main_text(&page(Role::Subheading)).ends_with("\nPlease give us some money now"));
    }

    #[test]
    fn what_is_lost_and_too_much_is_named_by_role() {
        let kinds = |page: &Page, body: &str| -> Vec<String> {
            differences(&truth(body), Some(page)).into_iter().map(|case| case.kind).collect()
        };
        let both = "The old mill burned down. Please give us some money now";
        assert_eq!(kinds(&page(Role::Body), both), [""; 0]);
        assert_eq!(kinds(&page(Role::Promo), both), ["lost, promo"]);
        assert_eq!(kinds(&page(Role::Body), "The old mill burned down."), ["extra, body"]);
        assert_eq!(
            kinds(&page(Role::Promo), "The old mill burned down. Four words are enough"),
            ["lost, not in the document"]
        );
        assert_eq!(differences(&truth("A b."), None)[0].kind, "the page was rejected");
    }

    #[test]
    fn figures_are_means_over_pages() {
        let right = Counts { hits: 1.0, ..Counts::default() };
        let half = Counts { hits: 0.5, extra: 0.0, missed: 0.5 };
        let row = row(&[right, half]);
        assert_eq!((row.precision, row.recall), (Some(1.0), Some(0.75)));
        assert_eq!(row.value, Some(2.0 * 0.75 / 1.75));
    }
}
