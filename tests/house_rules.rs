//! The house rules, checked on the repository itself.
//!
//! Answers for: every rule that a program can decide soundly. Each test lists all its offenders, with what to do
//! about them. What needs a reader (a comment that says why, a name that fits) is left to reviews; what clippy
//! and rustfmt check is left to them.

mod architecture;
mod lexicons;
mod manifests;
mod repository;
mod rust_source;

use std::sync::LazyLock;

use manifests::Workspace;
use rust_source::RustSource;

/// The longest a function may be, in lines from `fn` to its closing brace.
const FUNCTION_LINES: usize = 60;

/// The longest that half of the functions may be, in lines.
const MEDIAN_FUNCTION_LINES: usize = 10;

/// The longest a file may be, in lines.
const FILE_LINES: usize = 500;

/// Names of files and folders that say nothing of what is in them.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc"];

/// Macros that mark unfinished code.
const UNFINISHED: &[&str] = &["todo!", "unimplemented!", "dbg!"];

/// Words in a comment that mark unfinished code.
const UNFINISHED_NOTES: &[&str] = &["TODO", "FIXME", "XXX:", "HACK"];

/// What reaches outside the values that a stage is given: modules of `std`, and crates.
const OUTSIDE: &[&str] = &["env", "fs", "net", "process", "rayon", "thread", "time"];

/// Which of [`OUTSIDE`] a crate may use; a crate that is not listed may use none.
const MAY_REACH: &[(&str, &[&str])] = &[
    ("ingest", &["fs"]),
    ("export", &["fs"]),
    ("pipeline", &["env", "fs", "process", "rayon", "thread", "time"]),
    ("train", &["env", "fs", "process", "rayon", "thread", "time"]),
    ("evaluate", &["env", "fs", "process", "rayon", "thread", "time"]),
];

static SOURCES: LazyLock<Vec<RustSource>> = LazyLock::new(|| {
    let files = repository::files().into_iter().filter(|path| repository::ending(path) == Some("rs"));
    files.map(|path| RustSource::new(&path, &repository::read(&path))).collect()
});

static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| Workspace::read(repository::read));

/// Fails with `offenders`, one a line, below the `rule` that they break.
fn expect_none(rule: &str, offenders: &[String]) {
    assert!(offenders.is_empty(), "{rule}:\n  {}\n", offenders.join("\n  "));
}

/// What `check` finds in all Rust sources.
fn in_sources(check: impl Fn(&RustSource) -> Vec<String>) -> Vec<String> {
    assert!(!SOURCES.is_empty(), "no Rust source found below `{}`", repository::ROOT);
    SOURCES.iter().flat_map(check).collect()
}

#[test]
fn crates_depend_in_one_direction() {
    expect_none("a crate depends on one that it may not know", &WORKSPACE.wrong_dependencies());
}

#[test]
fn crates_share_the_lints() {
    expect_none("a manifest does not share the workspace's lints", &WORKSPACE.missing_lints());
}

#[test]
fn the_top_level_is_fixed() {
    expect_none("the top level is not that of the design", &repository::top_level_offenders());
}

#[test]
fn every_file_says_what_it_is() {
    let found = in_sources(|source| {
        let opens = source.text.starts_with("//! ");
        if opens { Vec::new() } else { vec![source.path.clone()] }
    });
    expect_none("a file does not open with `//!`", &found);
}

#[test]
fn no_function_is_long() {
    let found = in_sources(|source| {
        let long = source.functions().into_iter().filter(|function| function.lines > FUNCTION_LINES);
        long.map(|f| format!("{}:{}: `{}` has {} lines", source.path, f.line, f.name, f.lines)).collect()
    });
    expect_none(&format!("a function is longer than {FUNCTION_LINES} lines"), &found);
}

#[test]
fn most_functions_are_short() {
    let mut lengths: Vec<usize> =
        SOURCES.iter().flat_map(RustSource::functions).map(|function| function.lines).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(
        median <= MEDIAN_FUNCTION_LINES,
        "half of {} functions have {median} lines or more",
        lengths.len()
    );
}

#[test]
fn no_file_is_long() {
    let found = in_sources(|source| {
        let lines = source.text.lines().count();
        if lines <= FILE_LINES { Vec::new() } else { vec![format!("{}: {lines} lines", source.path)] }
    });
    expect_none(&format!("a file is longer than {FILE_LINES} lines"), &found);
}

#[test]
fn lints_are_expected_with_a_reason() {
    let found = in_sources(|source| source.places(&source.code, rust_source::allows_a_lint));
    expect_none(
        "a lint is allowed; `#[expect(.., reason = \"..\")]` says why and notices when it is over",
        &found,
    );
}

#[test]
fn nothing_is_left_unfinished() {
    let found = in_sources(|source| {
        let has = |words: &[&str], line: &str| words.iter().any(|word| line.contains(word));
        let mut places = source.places(&source.code, |line| has(UNFINISHED, line));
        places.extend(source.places(&source.comments, |line| has(UNFINISHED_NOTES, line)));
        places
    });
    expect_none("unfinished code, or a note of it", &found);
}

#[test]
fn nothing_is_unwrapped() {
    let found = in_sources(|source| source.places(&source.production(), |line| line.contains(".unwrap()")));
    expect_none("`.unwrap()` outside tests; `expect` says why it cannot fail", &found);
}

#[test]
fn files_are_named_after_what_they_hold() {
    let files = repository::files();
    let names_nothing = |part: &str| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or(part));
    let found: Vec<_> = files.into_iter().filter(|path| path.split('/').any(names_nothing)).collect();
    expect_none("a file or folder is named after nothing in it", &found);
}

#[test]
fn lexicons_are_sorted_and_say_where_they_come_from() {
    let is_lexicon = |path: &String| lexicons::is_lexicon(path);
    let found: Vec<_> = repository::files()
        .into_iter()
        .filter(is_lexicon)
        .flat_map(|path| lexicons::offenders(&path, &repository::read(&path)))
        .collect();
    expect_none("a lexicon breaks its form", &found);
}

#[test]
fn stages_do_not_reach_outside() {
    let found = in_sources(|source| {
        let Some(name) = WORKSPACE.crate_of(&source.path) else { return Vec::new() };
        let may = MAY_REACH.iter().find(|(listed, _)| *listed == name).map_or(&[] as &[&str], |(_, may)| may);
        let used = source.reaches(OUTSIDE);
        let wrong = used.into_iter().filter(|outside| !may.contains(outside));
        wrong
            .map(|outside| format!("{}: `{outside}`, which crate `{name}` may not use", source.path))
            .collect()
    });
    expect_none("a crate reaches outside the values it is given", &found);
}

#[test]
fn the_architecture_page_is_short_and_names_every_dependency() {
    let page = repository::read("ARCHITECTURE.md");
    let found = architecture::offenders(&page, &WORKSPACE.outside_dependencies());
    expect_none("ARCHITECTURE.md breaks its form", &found);
}
