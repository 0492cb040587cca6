//! Bad input never stops a run and never disappears.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::dataset::{parquet_rows, report};
use crate::program::run;

/// An article that is fine.
const GOOD: &str = "The ferry left at noon.\n\nNobody was hurt, the mayor said.\n";

/// Writes one input of each kind; returns the reason that each must be rejected for.
fn write_inputs(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("a-good.txt", GOOD.as_bytes());
    write("binary.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0");
    write("blank.txt", b"  \n\n ");
    write("broken.json", b"[{\"text\": \"One.\"}, {\"text\": ");
    write("empty.txt", b"");
    write(
        "mixed.jsonl",
        b"{\"text\": \"Kept. Twice.\"}\n{\"text\": \"cut\n{\"headline\": \"No text\"}\n{\"text\": \" \"}\n",
    );
    write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    write("bomb.txt.gz", &gzip(&vec![b' '; 16 << 20]));
    let whole = gzip(GOOD.repeat(2_000).as_bytes());
    write("cut.txt.gz", &whole[..whole.len() / 2]);
    write("cut.parquet", b"PAR1\x15\x04\x15");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder, folder.join("loop")).unwrap();
    vec![
        ("binary.txt", "binary"),
        ("blank.txt", "empty"),
        ("bomb.txt.gz", "decompression_bomb"),
        ("broken.json", "truncated"),
        ("cut.parquet", "truncated"),
        ("cut.txt.gz", "truncated"),
        ("empty.txt", "empty"),
        ("loop", "symlink_loop"),
        ("mixed.jsonl", "malformed"),
        ("mixed.jsonl", "missing_text"),
        ("mixed.jsonl", "empty"),
        ("picture.png", "unsupported_format"),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn every_bad_input_is_a_row_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let inputs = folder.path().join("inputs");
    fs::create_dir(&inputs).unwrap();
    let expected = write_inputs(&inputs);
    let data = folder.path().join("data");
    run(&[&inputs], &data, &["--quiet"]);
    let rejects = parquet_rows(&data, "rejects");
    let found: Vec<(&str, &str)> = rejects
        .iter()
        .map(|row| {
            let name = row["source_path"].as_deref().unwrap().trim_start_matches("inputs/");
            (name, row["reason"].as_deref().unwrap())
        })
        .collect();
    assert_eq!(found, expected, "{rejects:#?}");
    assert!(rejects.iter().all(|row| row["detail"].as_deref().is_some_and(|detail| detail.len() > 5)));
    let documents = parquet_rows(&data, "documents").len();
    assert_eq!(documents, 3, "the good article and the records before the bad ones are kept");
    assert_eq!(report(&data)["counts"]["inputs"], documents + rejects.len());
}

#[test]
fn a_malformed_record_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("records.jsonl");
    fs::write(&input, "{\"text\": \"One.\"}\n\n{\"text\": \n{\"text\": \"Two.\"}\n").unwrap();
    let data = folder.path().join("out/data");
    run(&[&input], &data, &["--quiet"]);
    let rejects = parquet_rows(&data, "rejects");
    assert_eq!(rejects.len(), 1);
    assert!(rejects[0]["detail"].as_deref().unwrap().contains("line 3"), "{rejects:?}");
    assert_eq!(parquet_rows(&data, "documents").len(), 2);
}
