//! The stage's cases: text in, rows out, in files that a person can read.
//!
//! Answers for: the form of `tests/cases/*.txt`. A file is a list of cases between lines of `===`. A case is the
//! input, a line `---` and what is expected, line by line. Every line of the input is a block; `‖` parts its
//! sentences; `[headline]` or `[tr]` at its head gives its role or language. `UPDATE_GOLDEN=1` writes what came
//! out as what is expected. What a file's rows are is told by its name.

use std::fmt::Write as _;
use std::path::Path;

use annotate::{Layers, Options};
use schema::labels::{Layout, Role, Vocabulary as _};
use schema::{Annotations, Article, Block, LanguageTag, Mention, Sentence, Span, Token};

/// A case as its file holds it.
struct Case {
    input: String,
    expected: String,
}

fn cases(text: &str, name: &str) -> Vec<Case> {
    let read = |case: &str| {
        let case = format!("{case}\n");
        let (input, expected) =
            case.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no `---` in {case:?}"));
        assert!(!input.trim().is_empty(), "{name}: a case without input");
        Case { input: input.trim_matches('\n').to_owned(), expected: expected.trim_matches('\n').to_owned() }
    };
    text.trim_matches('\n').split("\n===\n").map(read).collect()
}

/// The article and sentences that an input stands for.
fn document(input: &str) -> (Article, Vec<Sentence>) {
    let (mut text, mut blocks, mut sentences) = (String::new(), Vec::new(), Vec::new());
    for line in input.lines() {
        let (role, language, line) = headed(line);
        let start = text.len();
        for sentence in line.split('‖').map(str::trim) {
            let from = text.len();
            text.push_str(sentence);
            let span = Span::new(from, text.len());
            sentences.push(Sentence { span, block: blocks.len(), role, language, language_confidence: 1.0 });
            text.push(' ');
        }
        blocks.push(Block { span: Span::new(start, text.len() - 1), layout: Layout::Line });
        text.push('\n');
    }
    (Article::bare(text, blocks), sentences)
}

/// The role and language at the head of a line, and the line without them.
fn headed(line: &str) -> (Role, LanguageTag, &str) {
    let english = LanguageTag::new("en");
    let Some((head, rest)) = line.strip_prefix('[').and_then(|line| line.split_once("] ")) else {
        return (Role::Body, english, line);
    };
    match (head, Role::from_word(head)) {
        ("tr", _) => (Role::Body, LanguageTag::new("tr"), rest),
        (_, Some(role)) => (role, english, rest),
        _ => (Role::Body, english, line),
    }
}

fn tokens(text: &str, found: &Annotations) -> String {
    let sentences = found.tokens.chunk_by(|one, next| one.sentence == next.sentence);
    let line = |tokens: &[schema::Token]| {
        tokens.iter().map(|token| token.span.of(text)).collect::<Vec<_>>().join(" ")
    };
    sentences.map(line).collect::<Vec<_>>().join("\n")
}

fn attributions(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.attributions {
        let source = row
            .source
            .map_or_else(|absent| format!("({})", absent.as_str()), |span| span.of(text).to_owned());
        let cue = row.cue.as_ref().map_or_else(
            || "-".to_owned(),
            |cue| format!("{} ({}, {})", cue.span.of(text), cue.lemma, cue.stance.as_str()),
        );
        let contents: Vec<_> = row.contents.iter().map(|content| content.of(text)).collect();
        let open = if row.is_closed { "" } else { " | open" };
        let kind = row.quote_type.as_str();
        writeln!(out, "{kind} | {source} | {cue} | {}{open}", contents.join(" ## "))
            .expect("writing to a string cannot fail");
    }
    out
}

fn times(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.times {
        let modifier = row.modifier.map_or("-", |modifier| modifier.as_str());
        let days =
            row.days.map_or_else(|| "-".to_owned(), |(first, last)| format!("{}..{}", first.days, last.days));
        let (kind, resolution, unit) = (row.kind.as_str(), row.resolution.as_str(), row.granularity.as_str());
        writeln!(
            out,
            "{} | {kind} {} | {modifier} | {unit} | {resolution} | {days}",
            row.span.of(text),
            row.value
        )
        .expect("writing to a string cannot fail");
    }
    out
}

fn quantities(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.quantities {
        let end = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        let modifier = row.modifier.map_or("-", |modifier| modifier.as_str());
        let (kind, unit) = (row.kind.as_str(), row.unit.unwrap_or("-"));
        let (min, max) = (end(row.value_min), end(row.value_max));
        writeln!(out, "{} | {kind} | {min}..{max} | {modifier} | {unit}", row.span.of(text))
            .expect("writing to a string cannot fail");
    }
    out
}

fn names(text: &str, found: &Annotations) -> String {
    let line = |mention: &Mention| format!("{} {}\n", mention.kind.as_str(), mention.span.of(text));
    found.entities.iter().map(line).collect()
}

/// A word a line: form, lemma, part of speech, relation and head; a line of `.` between sentences.
fn words(text: &str, found: &Annotations) -> String {
    let sentences = found.tokens.chunk_by(|one, next| one.sentence == next.sentence);
    let line = |token: &Token, tokens: &[Token]| -> Option<String> {
        let head = usize::try_from(token.head?).ok()?.checked_sub(1);
        let head = head.map_or("-", |head| tokens[head].span.of(text));
        let (form, lemma, upos) = (token.span.of(text), token.lemma.as_ref()?, token.upos?.as_str());
        Some(format!("{form} | {lemma} | {upos} | {} | {head}", token.relation?.as_str()))
    };
    let sentence = |tokens: &[Token]| -> Vec<String> {
        tokens.iter().map(|token| line(token, tokens).unwrap_or_else(|| "not read".to_owned())).collect()
    };
    sentences.map(|tokens| sentence(tokens).join("\n")).collect::<Vec<_>>().join("\n.\n")
}

/// Checks every case of a file against the rows that `show` makes of the annotations.
fn check(name: &str, show: fn(&str, &Annotations) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let file = std::fs::read_to_string(&path).expect("the file of cases is in the repository");
    let (mut written, mut wrong) = (Vec::new(), Vec::new());
    for case in cases(&file, name) {
        let (article, sentences) = document(&case.input);
        let actual = show(
            &article.text,
            &annotate::annotate(&article, &sentences, &Options { layers: Layers::Trees }),
        );
        let actual = actual.trim_matches('\n');
        if actual != case.expected {
            wrong.push(format!("{}\n--- expected\n{}\n--- actual\n{actual}\n", case.input, case.expected));
        }
        written.push(format!("{}\n---\n{actual}", case.input).trim_end().to_owned() + "\n");
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, written.join("===\n")).expect("the file of cases can be written");
    } else {
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn tokens_are_as_the_file_says() {
    check("tokens.txt", tokens);
}

#[test]
fn names_are_as_the_file_says() {
    check("names.txt", names);
}

#[test]
fn words_are_as_the_file_says() {
    check("words.txt", words);
}

#[test]
fn attributions_are_as_the_file_says() {
    check("attributions.txt", attributions);
}

#[test]
fn known_misses_are_as_the_files_say() {
    check("tokens_known_misses.txt", tokens);
    check("attributions_known_misses.txt", attributions);
    check("times_known_misses.txt", times);
    check("quantities_known_misses.txt", quantities);
}

#[test]
fn times_are_as_the_file_says() {
    check("times.txt", times);
}

#[test]
fn quantities_are_as_the_file_says() {
    check("quantities.txt", quantities);
}

#[test]
#[should_panic(expected = "no `---`")]
fn a_malformed_case_fails() {
    cases("an input\nwithout its line\n", "malformed.txt");
}
