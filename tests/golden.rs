//! The sample corpus, word for word.
//!
//! `golden/*.txt` holds what `copydesk show` prints for each article; `output/README.md` is the data card of a
//! run over the sample. `UPDATE_GOLDEN=1 cargo test` rewrites both after a change that was meant.

use std::fs;
use std::path::{Path, PathBuf};

use crate::dataset::parquet_rows;
use crate::program::{call, root, run};

/// Compares `found` with the file at `path`, or rewrites the file when asked to.
fn expect(path: &Path, found: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return;
    }
    let name = path.file_name().unwrap().to_string_lossy();
    let expected =
        fs::read_to_string(path).unwrap_or_else(|_| panic!("`{name}` is missing; run with UPDATE_GOLDEN=1"));
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    if let Some((at, (old, new))) = lines.find(|(_, (old, new))| old != new) {
        panic!(
            "`{name}` line {}:\n  expected {old}\n  found    {new}\nUPDATE_GOLDEN=1 rewrites it if this is meant",
            at + 1
        );
    }
    assert_eq!(expected.lines().count(), found.lines().count(), "`{name}` has more or fewer lines");
}

/// The documents of the sample: path and record.
fn documents() -> Vec<(String, usize)> {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &["--format", "parquet", "--quiet"]);
    let rows = parquet_rows(&data, "documents").into_iter();
    rows.map(|row| {
        let record = row["source_record"].as_deref().map_or(0, |record| record.parse().unwrap());
        (row["source_path"].clone().unwrap(), record)
    })
    .collect()
}

#[test]
fn every_article_of_the_sample_reads_as_before() {
    let folder = root().join("tests/golden");
    let mut expected: Vec<PathBuf> = Vec::new();
    for (source, record) in documents() {
        let outcome = call(&["show", &source, "--document", &record.to_string()]);
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        let name = source.trim_start_matches("corpus/").replace('/', "-");
        let path = folder.join(format!("{name}.{record}.txt"));
        expect(&path, &outcome.stdout);
        expected.push(path);
    }
    let stale = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let stale: Vec<PathBuf> = stale.filter(|path| !expected.contains(path)).collect();
    assert!(stale.is_empty(), "no article of the sample gives {stale:?}");
}

#[test]
fn the_committed_data_card_is_that_of_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &["--quiet"]);
    expect(&root().join("output/README.md"), &fs::read_to_string(data.join("README.md")).unwrap());
}
