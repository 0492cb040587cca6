//! What a user meets at the command line: help, errors that say how to mend them, exit codes.

use std::fs;
use std::path::Path;

use crate::dataset::report;
use crate::program::{Outcome, call, path, run};

/// Expects one line of error that holds `words`, and `code`.
fn expect_error(outcome: &Outcome, code: i32, words: &[&str]) {
    assert_eq!(outcome.code, code, "{outcome:?}");
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(lines.len(), 1, "one line: {outcome:?}");
    for word in words {
        assert!(lines[0].contains(word), "`{word}` is not in: {}", lines[0]);
    }
}

#[test]
fn help_shows_examples_and_exit_codes() {
    let outcome = call(&["--help"]);
    assert_eq!(outcome.code, 0);
    for word in ["copydesk show", "--max-reject-share", "Exit codes", "130"] {
        assert!(outcome.stdout.contains(word), "{word}");
    }
}

#[test]
fn a_missing_input_is_an_error_before_any_work() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    expect_error(&call(&["run", "nowhere.txt", "-o", path(&data)]), 3, &["`nowhere.txt`"]);
    expect_error(&call(&["run", "corpus/*.nothing", "-o", path(&data)]), 3, &["corpus/*.nothing"]);
    assert!(!data.exists());
}

#[test]
fn an_output_folder_with_other_files_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let outcome = call(&["run", "corpus", "-o", path(folder.path())]);
    expect_error(&outcome, 3, &["`notes.txt`", "--output"]);
    assert_eq!(fs::read_to_string(folder.path().join("notes.txt")).unwrap(), "mine");
}

#[test]
fn an_output_that_is_a_file_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    fs::write(&file, "").unwrap();
    expect_error(&call(&["run", "corpus", "-o", path(&file)]), 3, &["is not a folder"]);
}

#[test]
fn an_unknown_key_is_an_error_with_the_nearest_name() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("copydesk.toml");
    fs::write(&config, "[ingest]\nmax_source_byte = 1\n").unwrap();
    let outcome = call(&["run", "corpus", "--config", path(&config)]);
    expect_error(&outcome, 2, &["line 2", "`max_source_byte`", "did you mean `max_source_bytes`?"]);
}

#[test]
fn wrong_options_are_errors_of_usage() {
    expect_error(&call(&["run", "--fromat", "csv"]), 2, &["'--fromat'", "'--format'", "--help"]);
    expect_error(&call(&["run", "--threads", "0"]), 2, &["--threads"]);
    expect_error(&call(&["run", "--format", "xlsx"]), 2, &["xlsx", "parquet"]);
    expect_error(&call(&["run", "corpus", "--max-reject-share", "7"]), 2, &["from 0 to 1"]);
    expect_error(&call(&["run", "corpus", "--field", "body"]), 2, &["--field text=story"]);
    expect_error(&call(&["run", "corpus", "--field", "txet=body"]), 2, &["`txet`", "text"]);
    expect_error(&call(&["run", "corpus", "--tables", "sentence"]), 2, &["`sentence`", "`sentences`"]);
    expect_error(&call(&["schema", "sentence"]), 2, &["did you mean `sentences`?"]);
}

#[test]
fn settings_come_from_the_file_and_flags_override_them() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("copydesk.toml");
    fs::write(&config, "[export]\nformats = [\"csv\"]\n[run]\nthreads = 1\n").unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &["--config", path(&config), "--threads", "2", "--quiet"]);
    assert!(data.join("sentences.csv").exists() && !data.join("sentences.parquet").exists());
    assert_eq!(report(&data)["threads"], 2);
}

#[test]
fn the_printed_configuration_is_accepted_back() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("copydesk.toml");
    let printed = call(&["config"]).stdout;
    assert!(printed.contains("max_source_bytes = "), "{printed}");
    fs::write(&config, printed).unwrap();
    run(&[Path::new("corpus")], &folder.path().join("data"), &["--config", path(&config)]);
}

#[test]
fn the_summary_accounts_for_every_input() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = run(&[Path::new("corpus")], &folder.path().join("data"), &[]);
    assert!(outcome.stdout.contains(" documents + 0 rejects"), "{}", outcome.stdout);
    let quiet = run(&[Path::new("corpus")], &folder.path().join("data"), &["--quiet"]);
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[test]
fn json_logs_are_json() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = run(&[Path::new("corpus")], &folder.path().join("data"), &["--log-format", "json"]);
    assert!(!outcome.stderr.is_empty());
    for line in outcome.stderr.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|_| panic!("{line}"));
    }
}

#[test]
fn too_many_rejections_give_their_own_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let (empty, good) = (folder.path().join("empty.txt"), folder.path().join("good.txt"));
    fs::write(&empty, "").unwrap();
    fs::write(&good, "The ferry left at noon. Nobody waved.\n").unwrap();
    let data = folder.path().join("out/data");
    let arguments = ["run", path(&empty), path(&good), "-o", path(&data)];
    assert_eq!(call(&[&arguments[..], &["--max-reject-share", "0.5"]].concat()).code, 0);
    assert_eq!(call(&[&arguments[..], &["--max-reject-share", "0.4"]].concat()).code, 1);
    assert!(data.join("sentences.parquet").exists(), "the dataset is written all the same");
}

#[test]
fn show_names_the_article_that_is_not_there() {
    expect_error(&call(&["show", "corpus/nothing.txt"]), 3, &["`corpus/nothing.txt`"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.txt");
    fs::write(&file, "One sentence only.\n").unwrap();
    expect_error(&call(&["show", path(&file), "--document", "3"]), 2, &["no article 3"]);
}

#[test]
fn show_is_plain_in_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.txt");
    fs::write(&file, "“We saw nothing,” said Ada Brook. It was 3 May 2019.\n").unwrap();
    let page = call(&["show", path(&file)]).stdout;
    assert!(!page.contains('\u{1b}') && page.contains("2019-05-03") && page.contains("Ada Brook"), "{page}");
}

#[test]
fn show_gives_conllu_with_one_tree_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.txt");
    fs::write(&file, "The ferry left Port Varn on Monday.Nobody waved.\nDün akşam üç kişi yaralandı.\n")
        .unwrap();
    let outcome = call(&["show", path(&file), "--format", "conllu"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let page = outcome.stdout;
    let sentences: Vec<&str> = page.split_terminator("\n\n").collect();
    assert_eq!(sentences.len(), 3, "{page}");
    assert!(sentences[0].contains("# text = The ferry left Port Varn on Monday.\n"), "{page}");
    assert!(
        sentences[0].ends_with("SpaceAfter=No|TokenRange=34:35"),
        "the next sentence is glued on: {page}"
    );
    assert!(
        sentences[2].contains("# language = tr\n") && sentences[2].contains("# analysed = no\n"),
        "{page}"
    );
    for sentence in sentences {
        let words = sentence.lines().filter(|line| !line.starts_with('#'));
        let heads = words.map(|line| line.split('\t').nth(6).unwrap().parse::<usize>().unwrap());
        assert_eq!(heads.filter(|head| *head == 0).count(), 1, "{sentence}");
    }
}

#[test]
fn an_unknown_form_of_show_is_an_error() {
    expect_error(&call(&["show", "corpus", "--format", "conll"]), 2, &["'conll'", "conllu", "--help"]);
    assert!(call(&["show", "--help"]).stdout.contains("--format conllu > one.conllu"));
}
