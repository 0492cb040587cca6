//! The forms of given names.
//!
//! Answers for: `data/given_name_forms.txt`: which spellings are one given name. Leaves to others: short forms
//! (`nicknames`), and names that the list does not have.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::rows;

/// The place of the name of each form.
static NAMES: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let names = rows(include_str!("../data/given_name_forms.txt")).enumerate();
    names.flat_map(|(place, row)| row[0].split(' ').map(move |form| (form, place))).collect()
});

/// The first form of each name.
static USUAL: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let names = rows(include_str!("../data/given_name_forms.txt"));
    names.filter_map(|row| row.first()?.split(' ').next()).collect()
});

/// The name that `form`, folded, is a form of; `None` where the list does not have it.
pub(crate) fn name(form: &str) -> Option<usize> {
    NAMES.get(form).copied()
}

/// The form that stands for all forms of the given name `form`, folded; itself where no list has it.
pub fn usual_form(form: &str) -> &str {
    name(form).and_then(|name| USUAL.get(name).copied()).unwrap_or(form)
}

/// Whether two given names, folded, are listed as one; `None` where one of them is in no list.
pub(crate) fn are_one(one: &str, other: &str) -> Option<bool> {
    Some(name(one)? == name(other)?)
}

#[cfg(test)]
mod tests {
    use super::are_one;

    #[test]
    fn forms_are_of_one_name() {
        assert_eq!(are_one("mohammed", "muhammad"), Some(true));
        assert_eq!(are_one("andrei", "sergei"), Some(false));
        assert_eq!(are_one("andrei", "xqzzv"), None);
    }
}
