//! The inflections that this project knows beside the treebanks.
//!
//! Answers for: reading `data/inflections.tsv` and inflecting its words.

use schema::labels::Upos;

use super::words::Word;

const FILE: &str = include_str!("../../data/inflections.tsv");

/// The forms of every word of the list.
pub(super) fn words() -> Vec<Word> {
    FILE.lines().filter(|line| !line.starts_with('#')).flat_map(forms).collect()
}

/// The forms of the word in a row.
fn forms(row: &str) -> Vec<Word> {
    let columns: Vec<&str> = row.split('\t').collect();
    let (class, base, irregular) = (columns[0], columns[1], &columns[2..]);
    let (name, class) = class.split_once('_').unwrap_or((class, ""));
    let upos = upos(name);
    let regular = endings(upos, class).iter().map(|ending| inflect(base, class, ending));
    let irregular: Vec<String> = irregular.iter().map(|&form| form.to_owned()).collect();
    let inflected = if irregular.is_empty() { regular.collect() } else { irregular };
    let word = |form| Word { form, lemma: base.to_owned(), upos, is_typo: false };
    [base.to_owned()].into_iter().chain(inflected).map(word).collect()
}

fn upos(name: &str) -> Upos {
    match name {
        "verb" => Upos::Verb,
        "noun" => Upos::Noun,
        "adjective" => Upos::Adj,
        other => panic!("`{other}` is no class of inflections"),
    }
}

/// The endings that words of a class take.
fn endings(upos: Upos, class: &str) -> &'static [&'static str] {
    match (upos, class) {
        (_, "fixed") => &[],
        (Upos::Verb, _) => &["ed", "ing", "s"],
        (Upos::Noun, _) => &["s"],
        _ => &["er", "est"],
    }
}

/// `base` with an ending, in the way of its class.
fn inflect(base: &str, class: &str, ending: &str) -> String {
    let last = base.chars().next_back().unwrap_or_default();
    let but = |count: usize| &base[..base.len() - count];
    let has_vowel = ending.starts_with(['e', 'i']);
    match class {
        "ie" if ending == "ing" => format!("{}ying", but(2)),
        "e" | "ie" if has_vowel => format!("{}{ending}", but(1)),
        "y" if ending == "s" => format!("{}ies", but(1)),
        "y" if ending != "ing" => format!("{}i{ending}", but(1)),
        "double" if has_vowel => format!("{base}{last}{ending}"),
        "double" if matches!(last, 's' | 'z') => format!("{base}{last}es"),
        _ if ending == "s" && is_sibilant(base) => format!("{base}es"),
        _ => format!("{base}{ending}"),
    }
}

/// Whether a plural or a third person ends in "es".
fn is_sibilant(base: &str) -> bool {
    const WITH_O: [&str; 10] =
        ["cargo", "echo", "embargo", "hero", "mosquito", "potato", "tomato", "tornado", "torpedo", "veto"];
    ["s", "x", "z", "ch", "sh"].iter().any(|end| base.ends_with(end)) || WITH_O.contains(&base)
}

#[cfg(test)]
mod tests {
    use super::{forms, words};

    fn shown(row: &str) -> String {
        forms(row).into_iter().map(|word| word.form).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_inflected_by_their_class() {
        assert_eq!(shown("verb_plain\tboycott"), "boycott boycotted boycotting boycotts");
        assert_eq!(shown("verb_e\tbribe"), "bribe bribed bribing bribes");
        assert_eq!(shown("verb_double\tquiz"), "quiz quizzed quizzing quizzes");
        assert_eq!(shown("verb_y\tdeny"), "deny denied denying denies");
        assert_eq!(shown("verb_ie\tvie"), "vie vied vying vies");
        assert_eq!(shown("verb\tsing\tsang\tsung"), "sing sang sung");
        assert_eq!(shown("noun_fixed\tpolitics"), "politics");
        assert_eq!(shown("noun_plain\thero"), "hero heroes");
        assert_eq!(shown("adjective_y\thappy"), "happy happier happiest");
        assert_eq!(shown("adjective\tgood\tbetter\tbest"), "good better best");
    }

    #[test]
    fn the_list_is_read() {
        assert!(words().len() > 5000);
    }
}
