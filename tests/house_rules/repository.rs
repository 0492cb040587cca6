//! The repository's files.
//!
//! Answers for: which files belong to it, and what may stand at its top level.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The repository's root.
pub(super) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What the top level must hold.
const REQUIRED: &[&str] = &["Cargo.toml", "corpus", "output", "pipeline", "schema", "tests"];

/// What it may hold beside that.
const ALLOWED: &[&str] = &[
    ".ci",
    ".git",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "QUALITY.md",
    "README.md",
    "clippy.toml",
    "deny.toml",
    "justfile",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "target",
];

/// The start of the names of half-written snapshots, which stand beside `output/` during a run.
const UNFINISHED_SNAPSHOT: &str = ".output.";

/// Every file of the repository by its path from the root, with `/` between its parts, in the order of the paths;
/// without hidden folders, datasets and what builds leave behind.
pub(super) fn files() -> Vec<String> {
    let mut found = Vec::new();
    walk("", &mut found);
    found.sort_unstable();
    found
}

/// What follows the last full stop of a path.
pub(super) fn ending(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, ending)| ending)
}

/// The text of the file at `path` from the root.
pub(super) fn read(path: &str) -> String {
    let bytes = fs::read(Path::new(ROOT).join(path))
        .unwrap_or_else(|error| panic!("`{path}` cannot be read: {error}"));
    String::from_utf8(bytes).unwrap_or_else(|_| panic!("`{path}` is not UTF-8"))
}

/// What is missing at the top level and what does not belong there.
pub(super) fn top_level_offenders() -> Vec<String> {
    offenders(&names(Path::new(ROOT)))
}

fn offenders(names: &BTreeSet<String>) -> Vec<String> {
    let missing = REQUIRED.iter().filter(|name| !names.contains(**name));
    let belongs = |name: &str| {
        REQUIRED.contains(&name) || ALLOWED.contains(&name) || name.starts_with(UNFINISHED_SNAPSHOT)
    };
    let foreign = names.iter().filter(|name| !belongs(name));
    missing
        .map(|name| format!("`{name}` is missing"))
        .chain(foreign.map(|name| format!("`{name}` does not belong there")))
        .collect()
}

fn walk(folder: &str, found: &mut Vec<String>) {
    for name in names(&Path::new(ROOT).join(folder)) {
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        let full = Path::new(ROOT).join(&path);
        if full.is_dir() && !is_left_out(&path, &name) {
            walk(&path, found);
        } else if full.is_file() {
            found.push(path);
        }
    }
}

fn is_left_out(path: &str, name: &str) -> bool {
    name.starts_with('.') || name == "__pycache__" || name == "target" || path == "output"
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("folder `{}` cannot be listed: {error}", folder.display()));
    entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_top_level_check_can_fail() {
    let holds = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<BTreeSet<_>>();
    let mut right = holds(REQUIRED);
    assert_eq!(offenders(&right), Vec::<String>::new());
    right.insert("src".to_owned());
    right.remove("corpus");
    assert_eq!(offenders(&right), ["`corpus` is missing", "`src` does not belong there"]);
}
