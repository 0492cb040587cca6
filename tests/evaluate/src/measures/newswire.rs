//! Stories over a year of one agency's newswire: whether they stay apart.
//!
//! Answers for: the corpus, and how large the largest story is. Nobody has said which of its articles tell of
//! one event.

use anyhow::Context as _;
use ingest::Options;
use link::Digest;
use rayon::prelude::*;
use schema::Links;

use crate::cases;
use crate::gold::Gold;
use crate::linked;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::page::Page;
use crate::report::{counted, number};

pub(crate) const MEASURE: Measure = Measure {
    name: "newswire",
    title: "Stories of a newswire",
    definition: "\
The 19,043 articles of Reuters of 1987 that lie in the folder `corpora` beside the gold are read by the first
three stages and given to `link::link` all at once. They name no outlet but the time of publication, are full
of figures and of set phrases, and most tell of an event of their own; a linker that chains similar articles
puts thousands into one story. The figure is the share of the articles that stand outside the largest story.
Without the corpus nothing is measured.",
    peers: "",
    figure: Figure::Share,
    take,
};

/// The corpus, from the folder of the gold.
const PATH: &str = "../corpora/reuters_1987.jsonl";

/// The share that is to stand outside the largest story.
const TARGET: f64 = 0.99;

/// Articles that are in memory with all that was found in them.
const BATCH: usize = 512;

/// How many of the largest stories the table shows.
const LARGEST: usize = 5;

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let path = gold.path(PATH);
    if !path.is_file() {
        let rows = vec![Row { target: Some(TARGET), ..Row::blank("Reuters 1987", counted(0, "article")) }];
        return Ok(Outcome { rows, ..Outcome::default() });
    }
    let options = Options::default();
    let plan = ingest::plan(&[&path], &options).with_context(|| format!("`{}`", path.display()))?;
    let mut sources = ingest::read(&plan, &options);
    let mut digests: Vec<Digest> = Vec::new();
    loop {
        let batch: Vec<_> = sources.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let articles =
            batch.into_iter().filter_map(|source| source.and_then(|it| ingest::parse(&it, &options)).ok());
        let articles: Vec<_> = articles.enumerate().collect();
        let first = digests.len();
        digests.par_extend(
            articles
                .into_par_iter()
                .map(|(at, article)| Digest::of(&linked::document(Page::of(article), first + at))),
        );
    }
    Ok(outcome(&sizes(&link::link(&digests))))
}

/// How many articles each story has, the largest first.
fn sizes(links: &Links) -> Vec<usize> {
    let stories = cases::ranked(links.documents.iter().map(|document| document.story));
    stories.into_iter().map(|(_, size)| size).collect()
}

/// The figures of stories of these `sizes`, the largest first.
fn outcome(sizes: &[usize]) -> Outcome {
    let articles: usize = sizes.iter().sum();
    let share = |size: usize| (articles > 0).then(|| size as f64 / articles as f64);
    let outside = sizes.first().and_then(|&largest| share(articles - largest));
    let size = format!("{}, {} stories", counted(articles, "article"), sizes.len());
    let line =
        |(nth, &size): (usize, &usize)| vec![(nth + 1).to_string(), size.to_string(), number(share(size))];
    let table = Table {
        title: "The largest stories:".to_owned(),
        header: ["story", "articles", "share"].map(str::to_owned).to_vec(),
        rows: sizes.iter().take(LARGEST).enumerate().map(line).collect(),
    };
    let row = Row { value: outside, target: Some(TARGET), ..Row::blank("Reuters 1987", size) };
    Outcome { rows: vec![row], tables: vec![table], ..Outcome::default() }
}

#[cfg(test)]
mod tests {
    use super::{outcome, sizes};
    use schema::{DocumentLinks, Links};

    #[test]
    fn the_largest_story_comes_first() {
        let document = |story| DocumentLinks { story, ..DocumentLinks::default() };
        let links = Links { documents: [0, 1, 2, 1, 1].map(document).to_vec(), ..Links::default() };
        assert_eq!(sizes(&links), [3, 1, 1]);
    }

    #[test]
    fn the_figure_is_what_stands_outside() {
        let outcome = outcome(&[3, 1, 1]);
        assert_eq!(
            (outcome.rows[0].size.as_str(), outcome.rows[0].value),
            ("5 articles, 3 stories", Some(0.4))
        );
        assert_eq!(outcome.tables[0].rows[0], ["1", "3", "0.600"]);
    }

    #[test]
    fn nothing_has_no_figure() {
        assert_eq!(super::outcome(&[]).rows[0].value, None);
    }
}
