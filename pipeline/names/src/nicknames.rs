//! Short forms of given names.
//!
//! Answers for: `data/nicknames.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::rows;

/// The full names of each short form.
static FULL_NAMES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows(include_str!("../data/nicknames.tsv")) {
        let [short, full] = row[..] else { continue };
        names.insert(short, full.split(' ').collect());
    }
    names
});

/// Whether one given name, folded, is short for the other, or both are short for a third.
pub(crate) fn are_of_one_name(one: &str, other: &str) -> bool {
    let full = |name| FULL_NAMES.get(name).map_or(&[][..], Vec::as_slice);
    let (first, second) = (full(one), full(other));
    first.contains(&other) || second.contains(&one) || first.iter().any(|name| second.contains(name))
}
