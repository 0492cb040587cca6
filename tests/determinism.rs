//! The same inputs give the same bytes.

use std::fs;
use std::path::Path;

use crate::dataset::files;
use crate::program::{path, root, run};

/// The sample corpus, run with these flags into a folder of its own.
fn sample(flags: &[&str]) -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &[&["--tables", "+tokens", "--quiet"], flags].concat());
    files(&data)
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let alone = sample(&["--threads", "1"]);
    assert_eq!(alone, sample(&["--threads", "4"]));
    assert!(alone.contains_key("tokens.parquet"));
}

#[test]
fn the_size_of_a_batch_is_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("small.toml");
    fs::write(&config, "[run]\nbatch_sources = 1\n").unwrap();
    assert_eq!(sample(&["--config", path(&config)]), sample(&[]));
}

#[test]
fn the_order_and_the_spelling_of_inputs_are_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = fs::canonicalize(root().join("corpus")).unwrap();
    let mut inputs: Vec<_> = fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.retain(|input| input.is_dir());
    inputs.sort();
    let forward: Vec<&Path> = inputs.iter().map(AsRef::as_ref).collect();
    let backward: Vec<&Path> = forward.iter().rev().copied().chain(forward.first().copied()).collect();
    run(&forward, &folder.path().join("a"), &["--quiet"]);
    run(&backward, &folder.path().join("b"), &["--quiet"]);
    assert_eq!(files(&folder.path().join("a")), files(&folder.path().join("b")));
}

#[test]
fn where_the_folder_stands_is_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = fs::canonicalize(root().join("corpus")).unwrap();
    run(&[&corpus], &folder.path().join("data"), &["--tables", "+tokens", "--quiet"]);
    assert_eq!(files(&folder.path().join("data")), sample(&[]));
}

#[test]
fn a_second_run_replaces_the_first_with_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &["--quiet"]);
    let first = files(&data);
    run(&[Path::new("corpus")], &data, &["--quiet"]);
    assert_eq!(first, files(&data));
}
