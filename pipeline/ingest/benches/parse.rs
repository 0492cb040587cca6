//! How fast sources become articles, by format: `cargo bench -p ingest`.

use divan::Bencher;
use divan::counter::BytesCount;
use ingest::{Options, Source};

fn main() {
    divan::main();
}

/// The one source that a file with this name and content is.
fn source(name: &str, content: &str) -> Source {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("the folder takes a file");
    let options = Options::default();
    let plan = ingest::plan(&[path], &options).expect("the file is there");
    let first = ingest::read(&plan, &options).next().expect("it holds a source");
    first.expect("it can be read")
}

fn measure(bencher: Bencher<'_, '_>, source: &Source) {
    let options = Options::default();
    bencher
        .counter(BytesCount::new(source.len()))
        .bench(|| ingest::parse(divan::black_box(source), &options));
}

const SENTENCE: &str =
    "The council of Norwick, which met on Monday, closed the \u{201c}old\u{201d} bridge for repairs. ";

#[divan::bench]
fn plain_text(bencher: Bencher<'_, '_>) {
    let text = format!("{}\n\n", SENTENCE.repeat(6)).repeat(12);
    measure(bencher, &source("a.txt", &text));
}

#[divan::bench]
fn wrapped_text(bencher: Bencher<'_, '_>) {
    let lines = "    The council of Norwick, which met on Monday, closed the\nold bridge for repairs, a month after \
                 inspectors found\ncracks in two of its piers, a spokesman said.\n";
    measure(bencher, &source("a.txt", &lines.repeat(40)));
}

#[divan::bench]
fn record(bencher: Bencher<'_, '_>) {
    let text = format!("{}\n\n", SENTENCE.repeat(6)).repeat(12).replace('\n', "\\n");
    measure(
        bencher,
        &source("a.jsonl", &format!("{{\"title\": \"Bridge closed\", \"text\": \"{text}\"}}\n")),
    );
}

#[divan::bench]
fn page(bencher: Bencher<'_, '_>) {
    let item = "<li><a href=\"/news\">More from the town</a></li>".repeat(200);
    let body = format!("<p>{}</p>", SENTENCE.repeat(6)).repeat(12);
    let page = format!(
        "<!DOCTYPE html><html><head><title>Bridge closed</title></head><body><nav><ul>{item}</ul></nav><article>\
         <h1>Bridge closed for repairs</h1>{body}</article><footer>{item}</footer></body></html>"
    );
    measure(bencher, &source("a.html", &page));
}
