//! Bad input: each kind gives one rejection with its reason, and the run goes on.

use std::fs;
use std::io::Write;
use std::path::Path;

use ingest::Options;
use schema::labels::RejectReason;
use schema::{Article, Rejection};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn run_with(input: &Path, options: &Options) -> (Vec<Article>, Vec<Rejection>) {
    let plan = ingest::plan(&[input], options).expect("the input is there");
    let (mut articles, mut rejections) = (Vec::new(), Vec::new());
    for source in ingest::read(&plan, options) {
        match source.and_then(|source| ingest::parse(&source, options)) {
            Ok(article) => articles.push(article),
            Err(rejection) => rejections.push(rejection),
        }
    }
    (articles, rejections)
}

/// The number of articles and the reasons of the rejections that one file gives.
fn outcome(name: &str, bytes: &[u8]) -> (usize, Vec<RejectReason>) {
    outcome_with(name, bytes, &Options::default())
}

fn outcome_with(name: &str, bytes: &[u8], options: &Options) -> (usize, Vec<RejectReason>) {
    let folder = folder();
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("the folder takes a file");
    let (articles, rejections) = run_with(&path, options);
    for rejection in &rejections {
        let is_fragment = !rejection.detail.is_empty() && !rejection.detail.ends_with('.');
        assert!(is_fragment && !rejection.detail.starts_with(char::is_uppercase), "{}", rejection.detail);
    }
    (articles.len(), rejections.iter().map(|rejection| rejection.reason).collect())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

/// JSON Lines that do not compress well.
fn lines(count: u32) -> Vec<u8> {
    let mut state = 7_u32;
    let mut line = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("{{\"text\": \"Figure {state} and {}.\"}}\n", state.rotate_left(9) ^ 0x5A5A_1234)
    };
    (0..count).map(|_| line()).collect::<String>().into_bytes()
}

#[test]
fn what_holds_nothing_is_empty() {
    for (name, bytes) in
        [("a.txt", ""), ("a.txt", " \n\u{3}\n"), ("a.html", " "), ("a.jsonl", "\n\n"), ("a.json", " ")]
    {
        assert_eq!(outcome(name, bytes.as_bytes()), (0, vec![RejectReason::Empty]), "{name}");
    }
    for (name, bytes) in
        [("a.json", "[]"), ("a.csv", "title,text\n"), ("a.csv", ""), ("a.warc", ""), ("a.parquet", "")]
    {
        assert_eq!(outcome(name, bytes.as_bytes()), (0, vec![RejectReason::Empty]), "{name}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(outcome("a.txt", b"a\0b\0c"), (0, vec![RejectReason::Binary]));
    assert_eq!(outcome("a.txt", b"%PDF-1.7 and so on"), (0, vec![RejectReason::Binary]));
    assert_eq!(outcome("a", b"\x7FELF\x02\x01\x01"), (0, vec![RejectReason::UnsupportedFormat]));
    assert_eq!(outcome("a.jpg", b"\xFF\xD8\xFF"), (0, vec![RejectReason::UnsupportedFormat]));
    assert_eq!(outcome("a.tar.gz", &gzip(b"x")), (0, vec![RejectReason::UnsupportedFormat]));
}

#[test]
fn an_encoding_that_fails_is_told() {
    let page =
        [b"<meta charset=shift_jis><p>".as_slice(), &[0x80, 0xA0, 0xFD, 0xFE, 0xFF].repeat(20)].concat();
    assert_eq!(outcome("a.html", &page), (0, vec![RejectReason::Undecodable]));
    let line = b"{\"text\": \"good\"}\n{\"text\": \"\xFF\xFE\"}\n{\"text\": \"good\"}\n";
    assert_eq!(outcome("a.jsonl", line), (2, vec![RejectReason::Undecodable]));
}

#[test]
fn a_malformed_record_costs_itself_alone() {
    let bytes = b"{\"text\": \"one\"}\n{\"text\": }\n{\"title\": \"x\"}\n{\"text\": \"two\"}\n";
    assert_eq!(outcome("a.jsonl", bytes), (2, vec![RejectReason::Malformed, RejectReason::MissingText]));
    assert_eq!(outcome("a.json", b"[{\"text\": \"one\"} {\"text\": 2}]"), (1, vec![RejectReason::Malformed]));
    assert_eq!(outcome("a.csv", b"text,url\none,\ntwo\nthree,\n"), (2, vec![RejectReason::Malformed]));
}

#[test]
fn a_line_is_named() {
    let folder = folder();
    let path = folder.path().join("a.jsonl");
    fs::write(&path, "{\"text\": \"one\"}\n\n{\"text\": \n").expect("the folder takes a file");
    let (_, rejections) = run_with(&path, &Options::default());
    assert_eq!(rejections[0].locator.record, Some(1));
    assert!(rejections[0].detail.starts_with("line 3"), "{}", rejections[0].detail);
}

#[test]
fn what_is_too_large_is_passed_over() {
    let options = Options { max_source_bytes: 40, ..Options::default() };
    assert_eq!(outcome_with("a.txt", &[b'a'; 41], &options), (0, vec![RejectReason::TooLarge]));
    assert_eq!(outcome_with("a.txt.gz", &gzip(&[b'a'; 41]), &options), (0, vec![RejectReason::TooLarge]));
    let long = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"short\"}}\n", "a".repeat(99));
    assert_eq!(outcome_with("a.jsonl", long.as_bytes(), &options), (1, vec![RejectReason::TooLarge]));
    let array = format!("[{{\"text\": \"{}\"}}, {{\"text\": \"short\"}}]", "a".repeat(99));
    assert_eq!(outcome_with("a.json", array.as_bytes(), &options), (1, vec![RejectReason::TooLarge]));
}

#[test]
fn an_unclosed_quotation_mark_does_not_draw_in_the_file() {
    let options = Options { max_source_bytes: 1 << 10, ..Options::default() };
    let table = format!("text\nfine\n\"open{}", "\nrow".repeat(1 << 20));
    assert_eq!(outcome_with("a.csv", table.as_bytes(), &options), (1, vec![RejectReason::TooLarge]));
}

#[test]
fn a_bomb_is_stopped() {
    assert_eq!(outcome("a.txt.gz", &gzip(&vec![b'a'; 8 << 20])), (0, vec![RejectReason::DecompressionBomb]));
    let packed = zstd::encode_all(vec![b'\n'; 8 << 20].as_slice(), 3).expect("memory takes all");
    assert_eq!(outcome("a.jsonl.zst", &packed), (0, vec![RejectReason::DecompressionBomb]));
}

#[test]
fn documents_before_a_cut_are_kept() {
    let whole = lines(20_000);
    let (all, none) = outcome("a.jsonl.gz", &gzip(&whole));
    assert_eq!((all, none.len()), (20_000, 0));
    let packed = gzip(&whole);
    let (kept, reasons) = outcome("a.jsonl.gz", &packed[..packed.len() / 2]);
    assert!(kept > 1_000, "{kept}");
    assert_eq!(reasons, [RejectReason::Truncated]);
    let packed = zstd::encode_all(whole.as_slice(), 3).expect("memory takes all");
    let (kept, reasons) = outcome("a.jsonl.zst", &packed[..packed.len() / 2]);
    assert!(kept > 1_000, "{kept}");
    assert_eq!(reasons, [RejectReason::Truncated]);
    assert_eq!(outcome("a.txt.gz", &gzip(b"some text")[..12]).1, [RejectReason::Truncated]);
}

#[test]
fn a_deep_page_is_refused() {
    let page = format!("<html><body>{}<p>Text.", "<div>".repeat(100_000));
    assert_eq!(outcome("a.html", page.as_bytes()), (0, vec![RejectReason::Malformed]));
}

#[test]
fn a_file_may_go_while_the_run_goes_on() {
    let folder = folder();
    fs::write(folder.path().join("a.txt"), "first").expect("the folder takes a file");
    fs::write(folder.path().join("b.txt"), "second").expect("the folder takes a file");
    let options = Options::default();
    let plan = ingest::plan(&[folder.path()], &options).expect("the folder is there");
    fs::remove_file(folder.path().join("a.txt")).expect("the file is there");
    let outcomes: Vec<_> = ingest::read(&plan, &options).collect();
    assert_eq!(outcomes[0].as_ref().err().map(|rejection| rejection.reason), Some(RejectReason::Gone));
    assert!(outcomes[1].is_ok());
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_to_nothing_are_told() {
    let folder = folder();
    fs::create_dir(folder.path().join("sub")).expect("the folder takes a folder");
    fs::write(folder.path().join("sub/a.txt"), "text").expect("the folder takes a file");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("sub/up")).expect("a link can be made");
    std::os::unix::fs::symlink("nowhere", folder.path().join("sub/void.txt")).expect("a link can be made");
    let (articles, rejections) = run_with(folder.path(), &Options::default());
    assert_eq!(articles.len(), 1);
    let reasons: Vec<_> = rejections.iter().map(|rejection| rejection.reason).collect();
    assert_eq!(reasons, [RejectReason::SymlinkLoop, RejectReason::Gone]);
}

#[cfg(unix)]
#[test]
fn a_folder_in_place_of_a_file_is_unreadable() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    fs::write(&path, "text").expect("the folder takes a file");
    let options = Options::default();
    let plan = ingest::plan(&[&path], &options).expect("the file is there");
    fs::remove_file(&path).expect("the file is there");
    fs::create_dir(&path).expect("the folder takes a folder");
    let outcomes: Vec<_> = ingest::read(&plan, &options).collect();
    assert_eq!(outcomes[0].as_ref().err().map(|rejection| rejection.reason), Some(RejectReason::Unreadable));
}
