//! The case files of `cases/`: what a page of lines becomes.
//!
//! A file holds cases parted by lines of `====`. A case is the input's lines, a line `---`, and the expected
//! sentences, one a line, as `role| text`. A role `tr:body` also expects the language. A line of the input that
//! reads `[layout] text` has that layout. A malformed case fails.

use std::path::Path;

use schema::Article;
use schema::labels::{Layout, Role, Vocabulary};

#[test]
fn every_case_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10, "the case files are gone");
    let failures: Vec<String> = files.iter().flat_map(|file| check_file(file)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn check_file(file: &Path) -> Vec<String> {
    let name = file.file_name().expect("a file of the folder has a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).expect("the case file is text");
    let cases = text.split("\n====\n").enumerate();
    cases
        .filter_map(|(nth, case)| check(case).err().map(|why| format!("{name}, case {}: {why}", nth + 1)))
        .collect()
}

fn check(case: &str) -> Result<(), String> {
    let (input, expected) = case.split_once("\n---\n").ok_or("no line `---` between input and expected")?;
    let article = read(input);
    let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
    if article.blocks.is_empty() || expected.is_empty() {
        return Err("empty input or expected".to_owned());
    }
    let with_language = expected.iter().map(|line| has_language(line)).collect::<Result<Vec<_>, _>>()?;
    let found: Vec<String> = segment::segment(&article)
        .iter()
        .enumerate()
        .map(|(nth, sentence)| {
            let language = if with_language.get(nth) == Some(&true) {
                format!("{}:", sentence.language.as_str())
            } else {
                String::new()
            };
            format!("{language}{}| {}", sentence.role.as_str(), sentence.span.of(&article.text))
        })
        .collect();
    if found == expected { Ok(()) } else { Err(difference(&found, &expected)) }
}

/// Whether the expected line names a language; an unknown role is an error.
fn has_language(line: &str) -> Result<bool, String> {
    let (label, _) = line.split_once("| ").ok_or(format!("no role before `{line}`"))?;
    let (language, role) = label.split_once(':').map_or((None, label), |(tag, role)| (Some(tag), role));
    Role::from_word(role).ok_or(format!("unknown role `{role}`"))?;
    Ok(language.is_some())
}

/// The article of the input, with the layouts that its lines name.
fn read(input: &str) -> Article {
    let mut layouts = Vec::new();
    let mut text = String::new();
    for line in input.lines() {
        let named = line.strip_prefix('[').and_then(|rest| rest.split_once("] "));
        let layout = named.and_then(|(word, rest)| Some((Layout::from_word(word)?, rest)));
        let (layout, line) = layout.unwrap_or((Layout::Line, line));
        if !line.trim().is_empty() {
            layouts.push(layout);
        }
        text.push_str(line);
        text.push('\n');
    }
    let mut article = Article::of_lines(&text);
    article.blocks.iter_mut().zip(layouts).for_each(|(block, layout)| block.layout = layout);
    article
}

fn difference(found: &[String], expected: &[&str]) -> String {
    let mut lines = Vec::new();
    for nth in 0..found.len().max(expected.len()) {
        let (is, should) =
            (found.get(nth).map_or("", String::as_str), expected.get(nth).copied().unwrap_or(""));
        if is != should {
            lines.push(format!("\n  found    {is}\n  expected {should}"));
        }
    }
    lines.concat()
}

#[test]
fn a_malformed_case_fails() {
    assert!(check("no rule").is_err());
    assert!(check("A line.\n---\nnonsense| A line.").is_err());
    assert!(check("A line.\n---\nA line.").is_err());
    assert!(check("A line.\n---\n").is_err());
    assert!(check("A line.\n---\nbody| Another line.").is_err());
}
