//! Cases that a person can read: an input, and what becomes of it.
//!
//! Each file under `cases/` is named for its input's extension (`NAME.EXTENSION.case`) and holds the input, a line
//! `---`, and the expected articles: a line of metadata each (`key: value`), then a line `layout | text` for each
//! block, or `reason | detail` for a rejection. `UPDATE_GOLDEN=1` rewrites the second part.

use std::fmt::Write;
use std::path::Path;

use schema::labels::Vocabulary;
use schema::{Article, Moment, Rejection};

/// Everything that an input gives, as the cases show it.
fn render(input: &[u8], extension: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(format!("input.{extension}"));
    std::fs::write(&path, input).expect("the folder takes a file");
    let options = ingest::Options::default();
    let plan = ingest::plan(&[path], &options).expect("the file is there");
    let outcomes = ingest::read(&plan, &options).map(|source| ingest::parse(&source?, &options));
    let parts: Vec<_> = outcomes
        .map(|outcome| outcome.map_or_else(|refused| rejection(&refused), |article| show(&article)))
        .collect();
    parts.join("\n")
}

fn rejection(refused: &Rejection) -> String {
    format!("{} | {}\n", refused.reason.as_str(), refused.detail)
}

fn show(article: &Article) -> String {
    let metadata = &article.metadata;
    let mut out = String::new();
    let entries = [
        ("url", metadata.url.clone()),
        ("outlet", metadata.outlet.clone()),
        ("headline", metadata.headline.clone()),
        ("byline", metadata.byline.clone()),
        ("published", metadata.published.map(moment)),
        ("modified", metadata.modified.map(moment)),
        ("section", metadata.section.clone()),
        ("language", metadata.language.clone()),
    ];
    for (key, value) in entries {
        if let Some(value) = value {
            writeln!(out, "{key}: {value}").expect("memory takes all");
        }
    }
    for block in &article.blocks {
        let proof = if article.source_map.locate(block.span).is_some() { "=" } else { "|" };
        writeln!(out, "{} {proof} {}", block.layout.as_str(), block.span.of(&article.text))
            .expect("memory takes all");
    }
    out
}

fn moment(moment: Moment) -> String {
    let at = jiff::Timestamp::from_microsecond(moment.at.micros).expect("in range");
    format!("{at} {}", moment.precision.as_str())
}

/// Compares what an input gives with what its case expects.
fn check(path: &Path) {
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    let extension =
        name.strip_suffix(".case").and_then(|name| name.split_once('.')).expect("NAME.EXTENSION.case").1;
    let case = std::fs::read_to_string(path).expect("a case is text");
    let (input, expected) = case.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no line `---`"));
    let actual = render(input.as_bytes(), extension);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, format!("{input}\n---\n{actual}")).expect("the case can be written");
        return;
    }
    assert!(!expected.trim().is_empty(), "{name}: a case expects something");
    assert_eq!(actual, expected, "{name}");
}

#[test]
fn every_case_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 8, "cases are missing");
    for path in paths {
        check(&path);
    }
}
