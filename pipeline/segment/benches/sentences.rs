//! The speed of the sentence splitter beside two others on the same made-up news text, and of the whole stage.
//!
//! `cargo bench -p segment`. The figures are bytes of text a second on one core.

use std::fmt::Write as _;

use divan::Bencher;
use divan::counter::BytesCount;
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use schema::labels::Layout;
use schema::{Article, Block, Span};

/// Paragraphs of the text: about a megabyte.
const PARAGRAPHS: usize = 2_500;

/// Paragraphs of one article.
const ARTICLE: usize = 25;

fn main() {
    divan::main();
}

/// One paragraph of made-up news, another for every number.
fn paragraph(nth: usize) -> String {
    let town = ["Norvale", "Port Halden", "St. Olav", "Estmark City"][nth % 4];
    let name = ["Ilse Brandt", "J. K. Marlow", "Dr. Vera Holt", "Tarık Demir"][nth / 4 % 4];
    let mut text = String::new();
    write!(
        text,
        "{} people were hurt in {town} on Monday, {name} said at {} p.m. Tuesday. ",
        nth % 90 + 2,
        nth % 11 + 1
    )
    .expect("a string takes all text");
    text.push_str(match nth % 3 {
        0 => "The U.S. envoy called it “a mistake.” Officials of Lumen Corp. declined to comment on the 3.5 percent fall. ",
        1 => "\"We saw smoke. Then we ran,\" said a witness, who asked not to be named because she fears for her job. ",
        _ => "Residents of No. 5 Harbour St. had complained for years, the council's own report shows (see page 12). ",
    });
    text.push_str("The inquiry, which is led by a retired judge, will hear the crew of the ferry first and then the owners.");
    text
}

fn paragraphs() -> Vec<String> {
    (0..PARAGRAPHS).map(paragraph).collect()
}

/// Benches `split` over every paragraph.
fn bench(bencher: Bencher<'_, '_>, split: impl Fn(&str) -> usize) {
    let paragraphs = paragraphs();
    let bytes: usize = paragraphs.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| paragraphs.iter().map(|text| split(text)).sum::<usize>());
}

#[divan::bench]
fn segment_split(bencher: Bencher<'_, '_>) {
    bench(bencher, |text| segment::split(text, Span::new(0, text.len())).len());
}

#[divan::bench]
fn sentencex(bencher: Bencher<'_, '_>) {
    bench(bencher, |text| ::sentencex::segment("en", text).len());
}

#[divan::bench]
fn icu_segmenter(bencher: Bencher<'_, '_>) {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    bench(bencher, |text| segmenter.segment_str(text).count());
}

#[divan::bench]
fn segment_with_roles_and_languages(bencher: Bencher<'_, '_>) {
    let articles: Vec<Article> = paragraphs().chunks(ARTICLE).map(article).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| articles.iter().map(|article| segment::segment(article).len()).sum::<usize>());
}

/// The article of these paragraphs.
fn article(paragraphs: &[String]) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for paragraph in paragraphs {
        let start = text.len();
        text.push_str(paragraph);
        blocks.push(Block { span: Span::new(start, text.len()), layout: Layout::Line });
        text.push('\n');
    }
    Article::bare(text, blocks)
}
