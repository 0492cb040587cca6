//! The speed of the sentence splitter beside two others on the same made-up news text, and of the whole stage.
//!
//! `cargo bench -p segment`. The figures are bytes of text a second on one core. `Wire` is paragraphs of several
//! sentences; `Local` is the many short lines of a local paper's pages: headlines, bylines, lists, captions.

use std::fmt::Write as _;

use divan::Bencher;
use divan::counter::BytesCount;
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use schema::labels::Layout;
use schema::{Article, Block, Span};

/// Paragraphs of the wire text: about a megabyte.
const PARAGRAPHS: usize = 2_500;

/// Pages of the local text: about a megabyte.
const PAGES: usize = 800;

/// Blocks of one article.
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

/// One page of a made-up local paper, line by line, another for every number.
fn page(nth: usize) -> Vec<String> {
    let town = ["Norvale", "Port Halden", "St. Olav", "Estmark City"][nth % 4];
    let street = ["Quarry Road", "Mill Lane", "Harbour St.", "Station Ave."][nth / 2 % 4];
    let officer = ["Sgt. Ines Falk", "Lt. Omar Reyes", "Capt. J.D. Wynn"][nth % 3];
    let [age, hour, day] = [nth % 60 + 18, nth % 11 + 1, nth % 28 + 1];
    vec![
        format!("{town} man, {age}, charged after crash on {street}"),
        format!("Updated: March {day}, 2019 at {hour}:42 PM EST"),
        "By Carla Moreno and Pete Sandell, Staff Writers".to_owned(),
        format!("{}, Ind. (LNS) — A driver was charged Thursday after his truck hit two parked cars.", town.to_uppercase()),
        format!("{officer} said the call came in at about {hour} p.m. and that officers were there within minutes."),
        "“It could have been a lot worse,” he said. “Kids play on that corner every evening.”".to_owned(),
        "What we know so far:".to_owned(),
        format!("- The driver, {age}, lives in {town}"),
        "- Nobody in the parked cars was hurt".to_owned(),
        format!("- {street} was closed until {hour}:30 a.m. Friday"),
        format!("Photo: The corner of {street} in {town}. (Dana Whitlock/The Norvale Ledger)"),
        "Court records show he was out on bond in another case, and that his license had been suspended.".to_owned(),
        "Neighbors told the Ledger they had asked the city for a stop sign there in 2016 and again last fall.".to_owned(),
        format!("Anyone who saw the crash is asked to call the {town} Police Department at 555-0142."),
        "MORE FROM THE LEDGER".to_owned(),
        "School Board To Vote On New Gym Tuesday Night".to_owned(),
        "Copyright 2019 The Norvale Ledger. All rights reserved.".to_owned(),
    ]
}

/// A kind of news text.
#[derive(Debug, Clone, Copy)]
enum Body {
    /// Paragraphs of several sentences.
    Wire,
    /// Pages of many short lines.
    Local,
}

const BODIES: [Body; 2] = [Body::Wire, Body::Local];

impl Body {
    /// Its blocks.
    fn blocks(self) -> Vec<String> {
        match self {
            Self::Wire => (0..PARAGRAPHS).map(paragraph).collect(),
            Self::Local => (0..PAGES).flat_map(page).collect(),
        }
    }
}

/// Benches `split` over every block of `body`.
fn bench(bencher: Bencher<'_, '_>, body: Body, split: impl Fn(&str) -> usize) {
    let blocks = body.blocks();
    let bytes: usize = blocks.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| blocks.iter().map(|text| split(text)).sum::<usize>());
}

#[divan::bench(args = BODIES)]
fn segment_split(bencher: Bencher<'_, '_>, body: Body) {
    bench(bencher, body, |text| segment::split(text, Span::new(0, text.len())).len());
}

#[divan::bench(args = BODIES)]
fn sentencex(bencher: Bencher<'_, '_>, body: Body) {
    bench(bencher, body, |text| ::sentencex::segment("en", text).len());
}

#[divan::bench(args = BODIES)]
fn icu_segmenter(bencher: Bencher<'_, '_>, body: Body) {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    bench(bencher, body, |text| segmenter.segment_str(text).count());
}

#[divan::bench(args = BODIES)]
fn segment_with_roles_and_languages(bencher: Bencher<'_, '_>, body: Body) {
    let articles: Vec<Article> = body.blocks().chunks(ARTICLE).map(article).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| articles.iter().map(|article| segment::segment(article).len()).sum::<usize>());
}

/// The article of these blocks.
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
