//! What holds of every input.

use ingest::{Options, Source};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use schema::labels::Layout;
use schema::{Article, Rejection, Span};

const NAMES: &[&str] = &[
    "a.txt",
    "a.md",
    "a.html",
    "a.jsonl",
    "a.json",
    "a.csv",
    "a.tsv",
    "a.parquet",
    "a.warc",
    "a",
    "a.txt.gz",
    "a.jsonl.zst",
];

fn sources(name: &str, bytes: &[u8]) -> Vec<Result<Source, Rejection>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("the folder takes a file");
    let options = Options::default();
    let plan = ingest::plan(&[path], &options).expect("the file is there");
    let mut reader = ingest::read(&plan, &options);
    let sources = reader.by_ref().collect();
    assert_eq!(reader.bytes_read(), bytes.len() as u64, "every byte is accounted for");
    sources
}

fn articles(name: &str, bytes: &[u8]) -> Vec<Article> {
    let options = Options::default();
    let parsed = sources(name, bytes).into_iter().map(|source| ingest::parse(&source?, &options));
    parsed.filter_map(Result::ok).collect()
}

/// Blocks are ordered, disjoint, trimmed, on one line, and cover all but white space.
fn check_blocks(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(article.text[end..block.span.start()].trim().is_empty(), "{article:?}");
        let content = block.span.of(&article.text);
        assert!(!content.is_empty() && content == content.trim() && !content.contains('\n'), "{article:?}");
        end = block.span.end();
    }
    assert!(article.text[end..].trim().is_empty(), "{article:?}");
}

fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Inputs that look enough like their formats to get past the first check.
fn plausible() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just("{\"text\": \"".to_owned()),
        Just("\", \"title\": \"".to_owned()),
        Just("\"}\n".to_owned()),
        Just("[{".to_owned()),
        Just("<p>".to_owned()),
        Just("</div><table><td>".to_owned()),
        Just("<script>".to_owned()),
        Just("# ".to_owned()),
        Just("```\n".to_owned()),
        Just("    - ".to_owned()),
        Just("`ü\n".to_owned()),
        Just("text,url\n\"".to_owned()),
        Just(
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 60\r\n\r\n"
                .to_owned()
        ),
        Just("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".to_owned()),
        Just("PAR1".to_owned()),
        Just("\\ud83d".to_owned()),
        "[a-zü \\n\\r\\t\"\\\\<&;-]{0,30}",
        "\\PC{0,10}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), nth in 0..NAMES.len()) {
        articles(NAMES[nth], &bytes).iter().for_each(check_blocks);
    }

    #[test]
    fn no_plausible_input_makes_it_panic(bytes in plausible(), nth in 0..NAMES.len()) {
        articles(NAMES[nth], &bytes).iter().for_each(check_blocks);
    }

    #[test]
    fn what_is_proven_of_plain_text_is_there(text in "[a-zA-Zçğü.,\" \\-\n\r\u{3}]{1,300}", start in 0_usize..300, len in 1_usize..60) {
        for article in articles("a.txt", text.as_bytes()) {
            prop_assert!(article.blocks.iter().all(|block| article.source_map.locate(block.span).is_some()));
            let Some(span) = Span::checked(&article.text, start, start + len) else { return Ok(()) };
            if let Some(located) = article.source_map.locate(span) {
                prop_assert_eq!(unspaced(&located.of(&text).replace('\u{3}', "")), unspaced(span.of(&article.text)));
            }
        }
    }

    #[test]
    fn what_is_proven_of_a_record_is_there(
        text in "[a-zç😀.\" \\\\\n\u{3}]{1,200}", title in "[a-zü\" ]{0,20}", start in 0_usize..200, len in 1_usize..60,
    ) {
        let encoded = [serde_json::to_string(&title), serde_json::to_string(&text)].map(|json| json.expect("memory takes all"));
        let line = format!("\n {{\"title\": {}, \"text\": {}}}\n", encoded[0], encoded[1]);
        for article in articles("a.jsonl", line.as_bytes()) {
            prop_assert!(article.blocks.iter().all(|block| article.source_map.locate(block.span).is_some()));
            let Some(span) = Span::checked(&article.text, start, start + len) else { return Ok(()) };
            // A span over the headline and the text names two places.
            let headline = article.blocks[0];
            if headline.layout == Layout::Headline && !headline.span.contains(span) && span.start() < headline.span.end() {
                return Ok(());
            }
            if let Some(located) = article.source_map.locate(span) {
                let back: String = serde_json::from_str(&format!("\"{}\"", located.of(&line))).expect("a piece of a string");
                prop_assert_eq!(unspaced(&back.replace('\u{3}', "")), unspaced(span.of(&article.text)));
            }
        }
    }

    #[test]
    fn what_is_proven_of_markdown_is_there(text in "[a-zü*_`#>\\[\\]()\\- \n|]{1,200}", start in 0_usize..200, len in 1_usize..30) {
        for article in articles("a.md", text.as_bytes()) {
            let Some(span) = Span::checked(&article.text, start, start + len) else { return Ok(()) };
            if let Some(located) = article.source_map.locate(span) {
                let (found, wanted) = (located.of(&text), span.of(&article.text));
                prop_assert!(found.starts_with(wanted.chars().next().expect("not empty")), "{found:?} {wanted:?}");
                prop_assert!(found.ends_with(wanted.chars().next_back().expect("not empty")), "{found:?} {wanted:?}");
            }
        }
    }
}

#[test]
fn single_byte_text_is_located() {
    let text = "Yang\u{131}n akşam s\u{F6}nd\u{FC}r\u{FC}ld\u{FC}, dedi belediye başkanı açıklamasında dün.";
    let (bytes, encoding, _) = encoding_rs::WINDOWS_1254.encode(text);
    let article = articles("a.txt", &bytes).remove(0);
    assert_eq!((&*article.encoding, article.text.as_str()), (encoding.name(), text));
    let at = text.find("dedi").expect("it is there");
    let located = article.source_map.locate(Span::new(at, at + 4)).expect("proven");
    assert_eq!(&bytes[located.range()], b"dedi");
}
