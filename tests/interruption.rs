//! Ctrl-C leaves the dataset before as it was.
#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::dataset::files;
use crate::program::{command, path, run};

/// Enough records to be still at work when the signal comes.
const RECORDS: usize = 200_000;

#[test]
fn a_run_interrupted_while_it_parses_changes_nothing() {
    interrupt_behind("parsing");
}

#[test]
fn a_run_interrupted_while_it_annotates_changes_nothing() {
    interrupt_behind("annotating");
}

/// Interrupts a run as soon as it logs that `pass` begins.
fn interrupt_behind(pass: &str) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("out/data");
    run(&[Path::new("corpus")], &data, &["--quiet"]);
    let before = files(&data);
    let input = folder.path().join("many.jsonl");
    fs::write(&input, records()).unwrap();
    let mut running = command(&["run", path(&input), "-o", path(&data), "--threads", "1"]);
    let mut running = running.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(running.stderr.take().unwrap()).lines();
    assert!(log.any(|line| line.unwrap().contains(pass)), "the pass is logged");
    let sent = Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    assert!(sent.success());
    assert_eq!(running.wait().unwrap().code(), Some(130));
    assert_eq!(files(&data), before);
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 1, "nothing stays beside it");
}

fn records() -> String {
    (0..RECORDS).fold(String::new(), |mut lines, at| {
        let _ = writeln!(
            lines,
            r#"{{"text": "Ferry {at} left the harbour at noon. Nobody was hurt, the mayor said."}}"#
        );
        lines
    })
}
