//! Lemmas of single words, in a file that a person can read.
//!
//! Answers for: the form of `tests/cases/lemmas.txt`: a part of speech, a form and its lemma in a line, parted by
//! blanks; a `#` line is a comment. A malformed line fails.

use annotate::lemmas::lemma;
use schema::labels::Upos;

const CASES: &str = include_str!("cases/lemmas.txt");

/// What is wrong with a case, if anything.
fn fault(line: &str) -> Option<String> {
    let columns: Vec<&str> = line.split_whitespace().collect();
    let [upos, form, expected] = columns[..] else { panic!("no case: {line:?}") };
    let upos = Upos::from_word(upos).unwrap_or_else(|| panic!("no part of speech: {line:?}"));
    let actual = lemma(form, upos);
    (actual != expected).then(|| format!("{line} | actual: {actual}"))
}

#[test]
fn lemmas_are_as_the_file_says() {
    let lines = CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let wrong: Vec<String> = lines.filter_map(fault).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_lemma_is_found() {
    assert_eq!(fault("NOUN trams trams").as_deref(), Some("NOUN trams trams | actual: tram"));
}

#[test]
#[should_panic(expected = "no case")]
fn a_malformed_case_fails() {
    fault("NOUN trams");
}
