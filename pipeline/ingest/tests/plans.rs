//! Inputs and the order in which they are read.

use std::fs;
use std::path::{Path, PathBuf};

use ingest::{Error, Options};
use tempfile::TempDir;

/// A folder `news` with articles, and everything that is passed over.
fn news() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join("news").join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be made");
    };
    write("b.txt", "Bridge closed.");
    write("a.txt", "Fire at the mill.");
    write("sub/c.md", "# Harbour\n\nIt reopens.");
    write("README.md", "What this is.");
    write(".hidden/d.txt", "Not read.");
    write(".e.txt", "Not read.");
    write("metadata.csv", "file,outlet,published_at,headline\na.txt,Norwick Courier,2031-03-04,Fire!\n");
    folder
}

fn locators<P: AsRef<Path>>(inputs: &[P]) -> Vec<String> {
    let options = Options::default();
    let plan = ingest::plan(inputs, &options).expect("the inputs are there");
    let sources = ingest::read(&plan, &options).map(|source| source.expect("it can be read"));
    sources.map(|source| source.locator().path.clone()).collect()
}

#[test]
fn every_way_of_naming_gives_the_same_locators() {
    let folder = news();
    let root = folder.path().join("news");
    let expected = ["news/a.txt", "news/b.txt", "news/sub/c.md"];
    assert_eq!(locators(std::slice::from_ref(&root)), expected);
    assert_eq!(locators(&[root.join("../news")]), expected);
    assert_eq!(locators(&[root.join("b.txt"), root.join("a.txt")]), expected[..2]);
    assert_eq!(locators(&[root.join("*.txt")]), expected[..2]);
    assert_eq!(locators(&[root.join("**/*.md")])[0], "news/README.md".replace("README.md", "sub/c.md"));
}

#[test]
fn a_file_is_read_once_under_its_smallest_locator() {
    let folder = news();
    let root = folder.path().join("news");
    assert_eq!(locators(&[root.join("sub"), root.clone()]), ["news/a.txt", "news/b.txt", "news/sub/c.md"]);
    let plan = ingest::plan(&[root.join("a.txt"), root], &Options::default()).expect("the inputs are there");
    assert_eq!((plan.files(), plan.skipped().repeated), (3, 1));
}

#[test]
fn what_is_passed_over_is_counted() {
    let folder = news();
    let plan = ingest::plan(&[folder.path().join("news")], &Options::default()).expect("the folder is there");
    let skipped = plan.skipped();
    assert_eq!((skipped.hidden, skipped.excluded, skipped.metadata), (2, 1, 1));
    assert_eq!(plan.bytes(), 14 + 17 + 22);
}

#[test]
fn metadata_beside_a_file_fills_in_what_it_lacks() {
    let folder = news();
    let options = Options { outlet: Some("Harbour Post".to_owned()), ..Options::default() };
    let plan = ingest::plan(&[folder.path().join("news")], &options).expect("the folder is there");
    let sources: Vec<_> =
        ingest::read(&plan, &options).map(|source| source.expect("it can be read")).collect();
    let parse = |nth: usize| ingest::parse(&sources[nth], &options).expect("it is text").metadata;
    assert_eq!(parse(0).outlet.as_deref(), Some("Norwick Courier"));
    assert_eq!(parse(0).headline.as_deref(), Some("Fire!"));
    assert!(parse(0).published.is_some());
    assert_eq!(parse(1).outlet.as_deref(), Some("Harbour Post"));
    let key = sources[0].key();
    fs::write(folder.path().join("news/metadata.csv"), "file,outlet\na.txt,Other\n")
        .expect("the file is there");
    let plan = ingest::plan(&[folder.path().join("news")], &options).expect("the folder is there");
    let changed = ingest::read(&plan, &options).next().expect("a source").expect("it can be read");
    assert_ne!(key, changed.key(), "the cache must see changed metadata");
    assert_eq!(sources[0].id(), changed.id(), "the document stays the same");
}

#[test]
fn wrong_inputs_are_told_before_anything_is_read() {
    let folder = news();
    let root = folder.path().join("news");
    let plan = |input: PathBuf| ingest::plan(&[input], &Options::default()).expect_err("a wrong input");
    assert!(matches!(plan(root.join("none")), Error::Missing { .. }));
    assert!(matches!(plan(root.join("*.xyz")), Error::NoMatch { .. }));
    assert!(matches!(plan(root.join("[z-a]")), Error::MalformedGlob { .. }));
    fs::create_dir(root.join("empty")).expect("a folder can be made");
    assert!(matches!(plan(root.join("empty")), Error::EmptyFolder { skipped: 0, .. }));
    fs::write(root.join("metadata.csv"), "file,outlet\na.txt\n").expect("a file can be made");
    assert!(matches!(plan(root.clone()), Error::MalformedMetadata { line: 2, .. }));
    fs::write(root.join("metadata.csv"), "name,outlet\n").expect("a file can be made");
    let message = plan(root).to_string();
    assert!(message.contains("line 1") && message.contains("`file`"), "{message}");
}

#[test]
fn options_are_read_from_a_table_and_unknown_keys_refused() {
    let options: Options =
        toml::from_str("max_ratio = 50\n[fields]\ntext = \"lede\"\n").expect("valid options");
    assert_eq!((options.max_ratio, options.fields.text.as_deref()), (50, Some("lede")));
    assert!(toml::from_str::<Options>("max_ration = 50").is_err());
    let written = toml::to_string(&Options::default()).expect("options can be written");
    assert_eq!(toml::from_str::<Options>(&written).expect("as written"), Options::default());
}
