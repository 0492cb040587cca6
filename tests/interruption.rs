//! Ctrl-C leaves the dataset before as it was.
#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::dataset::files;
use crate::program::{command, path, run};

/// Enough records to be still at work when the signal comes.
const RECORDS: usize = 200_000;

#[test]
fn an_interrupted_run_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("out/data");
    run(&[Path::new("corpus")], &data, &["--quiet"]);
    let before = files(&data);
    let records = (0..RECORDS).fold(String::new(), |mut lines, at| {
        let _ = writeln!(
            lines,
            r#"{{"text": "Ferry {at} left the harbour at noon. Nobody was hurt, the mayor said."}}"#
        );
        lines
    });
    let input = folder.path().join("many.jsonl");
    fs::write(&input, records).unwrap();
    let mut running = command(&["run", path(&input), "-o", path(&data), "--threads", "1"]);
    let mut running = running.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(600));
    let sent = Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    assert!(sent.success());
    assert_eq!(running.wait().unwrap().code(), Some(130));
    assert_eq!(files(&data), before);
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 1, "nothing stays beside it");
}
