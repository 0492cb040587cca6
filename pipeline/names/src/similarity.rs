//! How alike two names are.
//!
//! Answers for: whether two given names, two persons' names, or a spelling and its misspelling may be of one bearer. Every
//! function is pure and looks at names alone. Leaves to others: the names of organisations (`body_name`), how alike names
//! are by degrees (`likeness`), which names there are and how many bearers fit.

use strsim::osa_distance;

use crate::personal_name::PersonalName;
use crate::word_kind::{Lists, WordKind, WordKinds};
use crate::{given_names, nicknames};

/// The fewest letters of a word that may be misspelt: shorter ones have too many neighbours.
const SHORTEST: usize = 5;

/// Whether one word is the other with one letter more, less or other, or two turned round.
pub fn is_near(one: &str, other: &str) -> bool {
    let is_long = |word: &str| word.len() >= SHORTEST && !word.bytes().any(|byte| byte.is_ascii_digit());
    is_long(one) && is_long(other) && one.len().abs_diff(other.len()) <= 2 && osa_distance(one, other) == 1
}

/// Whether one of two surnames is the other misspelt: they are near, and no list holds both.
pub fn is_misspelt(one: &str, other: &str, lists: Lists) -> bool {
    let is_known = |word| lists(word).has(WordKind::Surname) || lists(word).has(WordKind::Given);
    is_near(one, other) && !(is_known(one) && is_known(other))
}

/// Whether two given names may be one: equal, an initial, a short form, a listed form, or near, of no other sex and not
/// listed as two names.
pub fn is_same_given(one: &str, other: &str, lists: Lists) -> bool {
    if one == other {
        return true;
    }
    if is_initial(one) || is_initial(other) {
        return one.chars().next() == other.chars().next();
    }
    let is_spelling = || is_near(one, other) && !are_of_two_sexes(lists(one), lists(other));
    nicknames::are_of_one_name(one, other) || given_names::are_one(one, other).unwrap_or_else(is_spelling)
}

fn are_of_two_sexes(one: WordKinds, other: WordKinds) -> bool {
    let differ = |one: WordKinds, other: WordKinds| one.has(WordKind::Female) && other.has(WordKind::Male);
    differ(one, other) || differ(other, one)
}

/// Whether the word is one letter.
pub fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some() && letters.next().is_none()
}

/// Whether two names of two or more words may be one person's.
///
/// The surname is the same and the given names of the shorter stand in a row in the longer; or the shorter is how
/// the longer begins, or two words turned round. Two generations of one name are two persons.
pub fn may_be_one_person(one: &PersonalName, other: &PersonalName, lists: Lists) -> bool {
    if one.generation.is_some() && other.generation.is_some() && one.generation != other.generation {
        return false;
    }
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    let (Some((family, given)), Some((long_family, long_given))) =
        (short.words.split_last(), long.words.split_last())
    else {
        return false;
    };
    let is_exact = family == long_family;
    if is_exact || is_misspelt(family, long_family, lists) && given.first() == long_given.first() {
        return are_given_in(given, long_given, lists);
    }
    let is_turned = long.words.len() == 2 && short.words.iter().eq(long.words.iter().rev());
    is_turned || given.len() < long_given.len() && !is_initial(family) && long.words.starts_with(&short.words)
}

/// Whether the given names `short` stand in a row among `long`.
fn are_given_in(short: &[String], long: &[String], lists: Lists) -> bool {
    let fits =
        |window: &[String]| window.iter().zip(short).all(|(one, other)| is_same_given(one, other, lists));
    long.windows(short.len().max(1)).any(fits)
}

#[cfg(test)]
mod tests {
    use super::{PersonalName, is_misspelt, is_same_given, may_be_one_person};
    use crate::word_kind::{WordKind, WordKinds, known};

    fn one_person(one: &str, other: &str) -> bool {
        may_be_one_person(&PersonalName::of(one, known), &PersonalName::of(other, known), known)
    }

    #[test]
    fn given_names_agree_by_initial_short_form_and_spelling() {
        let is_same = |one, other| is_same_given(one, other, known);
        assert!(is_same("ada", "a") && is_same("bill", "william") && is_same("andrey", "andrei"));
        assert!(!is_same("ada", "omar") && !is_same("tim", "tom"));
        let lists = |word: &str| {
            WordKinds::default()
                .with(WordKind::Female, || word == "denise")
                .with(WordKind::Male, || word == "denis")
        };
        assert!(!is_same_given("denis", "denise", lists), "a man and a woman");
    }

    #[test]
    fn persons_agree_in_surname_and_given_names() {
        assert!(one_person("Ada Brandt", "Ada M. Brandt") && one_person("A. Brandt", "Ada Brandt"));
        assert!(one_person("Andrey Gennadyevich Orlov", "Andrei Orlov"));
        assert!(one_person("Tomas Erdogan", "Tomas Erdgoan"), "no list has both");
        assert!(one_person("Mert Aydin Orel", "Mert Aydin"), "the surname comes later");
        assert!(!one_person("Ada Brandt", "Omar Brandt") && !one_person("Ada Brandt", "Ada Reed"));
        assert!(!one_person("John A. Reed", "John B. Reed") && !one_person("Omar Reed Jr.", "Omar Reed Sr."));
    }

    #[test]
    fn two_known_surnames_are_no_misspelling() {
        let lists = |word: &str| WordKinds::default().with(WordKind::Surname, || word.starts_with("johns"));
        assert!(!is_misspelt("johnson", "johnston", lists) && is_misspelt("erdogan", "erdgoan", lists));
    }
}
