//! Formats that no person writes by hand: WARC, Parquet, and files compressed from outside.

use std::fs;
use std::io::Write;
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use ingest::Options;
use parquet::arrow::ArrowWriter;
use schema::labels::{MomentPrecision, RejectReason, SourceFormat};
use schema::{Article, Rejection};

fn run(name: &str, bytes: &[u8]) -> Vec<Result<Article, Rejection>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("the folder takes a file");
    let options = Options::default();
    let plan = ingest::plan(&[path], &options).expect("the file is there");
    ingest::read(&plan, &options).map(|source| ingest::parse(&source?, &options)).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

const PAGE: &str = "<html><head><title>Bridge closed for repairs</title></head><body><article><h1>Bridge closed for \
    repairs</h1><p>The town council of Norwick voted on Monday to close the old harbour bridge for repairs, a month after \
    inspectors found cracks in two of its piers.</p><p>The bridge carries nine thousand cars a day, most of them on their \
    way to the shipyard across the w\u{E4}ter, and \u{130}lse will miss it.</p></article></body></html>";

fn warc_record(kind: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://www.norwick-courier.example/bridge\r\nWARC-Date: \
         2031-03-04T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype={kind}\r\n\
         Content-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn response(header: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\n{header}\r\n\r\n");
    warc_record("response", &[head.as_bytes(), body].concat())
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in body.chunks(100) {
        write!(out, "{:x}\r\n", chunk.len()).expect("memory takes all");
        out.extend_from_slice(chunk);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"0\r\n\r\n");
    out
}

#[test]
fn responses_of_a_warc_are_read_whatever_their_encoding() {
    let (turkish, _, _) = encoding_rs::WINDOWS_1254.encode(PAGE);
    let parts = [
        warc_record("request", b"GET / HTTP/1.1\r\n\r\n"),
        response("Content-Type: text/html; charset=utf-8", PAGE.as_bytes()),
        response(
            "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
            &chunked(&gzip(PAGE.as_bytes())),
        ),
        response("Content-Type: text/html; charset=windows-1254", &turkish),
        response("Content-Type: image/png", b"\x89PNG"),
    ];
    for bytes in [parts.concat(), parts.iter().flat_map(|part| gzip(part)).collect()] {
        let outcomes = run("crawl.warc.gz", &bytes);
        assert_eq!(outcomes.len(), 4);
        for outcome in &outcomes[..3] {
            let article = outcome.as_ref().expect("a page");
            assert_eq!(article.format, SourceFormat::Warc);
            assert_eq!(article.metadata.outlet.as_deref(), Some("norwick-courier.example"));
            assert_eq!(article.metadata.published, None);
            assert!(article.text.contains("across the w\u{E4}ter, and \u{130}lse"), "{}", article.text);
        }
        assert_eq!(outcomes[2].as_ref().expect("a page").encoding, "windows-1254");
        let refused = outcomes[3].as_ref().expect_err("a picture");
        assert_eq!((refused.reason, refused.locator.record), (RejectReason::UnsupportedFormat, Some(3)));
    }
}

#[test]
fn a_cut_warc_keeps_what_stands_before_the_cut() {
    let whole = response("Content-Type: text/html", PAGE.as_bytes()).repeat(2);
    let outcomes = run("crawl.warc", &whole[..whole.len() - 99]);
    assert!(outcomes[0].is_ok());
    assert_eq!(outcomes[1].as_ref().expect_err("cut").reason, RejectReason::Truncated);
    assert_eq!(outcomes.len(), 2);
}

fn parquet(texts: Vec<Option<&str>>) -> Vec<u8> {
    let count = texts.len();
    let mut authors = ListBuilder::new(StringBuilder::new());
    for _ in 0..count {
        authors.append_value([Some("Hanne Dorvik"), Some("T. Lind")]);
    }
    let times = TimestampMicrosecondArray::from(vec![1_482_163_200_000_000; count]).with_timezone("UTC");
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("title", Arc::new(StringArray::from(vec!["Bridge closed"; count]))),
        ("maintext", Arc::new(StringArray::from(texts))),
        ("date_publish", Arc::new(times)),
        ("authors", Arc::new(authors.finish())),
        ("clicks", Arc::new(Int64Array::from(vec![7; count]))),
    ];
    let batch = RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, column)| (name, column, true)),
    );
    let batch = batch.expect("columns of one length");
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("memory takes all");
    writer.write(&batch).expect("memory takes all");
    writer.into_inner().expect("memory takes all")
}

#[test]
fn rows_of_parquet_are_records() {
    let bytes = parquet(vec![Some("The bridge is closed."), None, Some("<p>Cars</p><p>wait.</p>")]);
    for bytes in [bytes.clone(), gzip(&bytes)] {
        let outcomes = run("news.parquet", &bytes);
        let article = outcomes[0].as_ref().expect("a row with text");
        assert_eq!(article.text, "Bridge closed\n\nThe bridge is closed.");
        assert_eq!(article.metadata.byline.as_deref(), Some("Hanne Dorvik, T. Lind"));
        let published = article.metadata.published.expect("it is stated");
        assert_eq!(
            (published.at.micros, published.precision),
            (1_482_163_200_000_000, MomentPrecision::Instant)
        );
        assert_eq!(outcomes[1].as_ref().expect_err("no text").reason, RejectReason::MissingText);
        assert_eq!(outcomes[2].as_ref().expect("a row with text").text, "Bridge closed\n\nCars\n\nwait.");
    }
}

#[test]
fn damaged_parquet_is_refused() {
    let bytes = parquet(vec![Some("The bridge is closed."); 999]);
    let reason =
        |bytes: &[u8]| run("news.parquet", bytes).pop().expect("an outcome").expect_err("damaged").reason;
    assert_eq!(reason(&bytes[..bytes.len() / 2]), RejectReason::Truncated);
    assert_eq!(reason(b"PAR1 and not much more PAR1"), RejectReason::Malformed);
}
