//! The form of ARCHITECTURE.md.
//!
//! Answers for: its length, and that it names each dependency. Whether the reasons are good is left to readers.

/// The longest the page may be, in lines.
const LINES: usize = 150;

/// What is wrong with `page`, which must name each of `dependencies` as a word of its own.
pub(super) fn offenders(page: &str, dependencies: &[String]) -> Vec<String> {
    let lines = page.lines().count();
    let too_long = (lines > LINES).then(|| format!("{lines} lines; at most {LINES} are read"));
    let unnamed = dependencies.iter().filter(|name| !names(page, name));
    too_long
        .into_iter()
        .chain(unnamed.map(|name| format!("dependency `{name}` has no reason there")))
        .collect()
}

fn names(page: &str, name: &str) -> bool {
    let is_part = |ch: char| ch.is_alphanumeric() || ch == '-' || ch == '_';
    page.match_indices(name).any(|(at, _)| {
        let follows = page[at + name.len()..].chars().next();
        !page[..at].ends_with(is_part) && !follows.is_some_and(is_part)
    })
}

#[test]
fn the_check_can_fail() {
    let wanted = ["csv".to_owned(), "serde".to_owned()];
    assert_eq!(offenders("`csv`, `serde_json`", &wanted), ["dependency `serde` has no reason there"]);
    assert_eq!(offenders("csv and serde", &wanted), Vec::<String>::new());
    assert_eq!(offenders(&"csv serde\n".repeat(LINES + 1), &wanted).len(), 1);
}
