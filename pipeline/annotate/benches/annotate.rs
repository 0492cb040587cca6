//! How fast the stage is, in bytes of text.
//!
//! Answers for: the whole of it, on an article of about 60 kB made of one written for this purpose.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use schema::labels::{Layout, Role};
use schema::{Article, Block, LanguageTag, Sentence, Span};

const PARAGRAPHS: &[&[&str]] = &[
    &[
        "At least eight people were hurt when a tram left its rails in Velden on Monday evening, officials said.",
    ],
    &[
        "“We heard a bang and then nothing,” said Ada Brandt, 62, who lives across the street.",
        "“People were lying on the ground.”",
    ],
    &[
        "The city’s transport agency said the tram, built in 1987, had been inspected on March 3, 2014.",
        "It was travelling at about 45 km/h.",
    ],
    &[
        "Mayor Tomas Reed told reporters that repairs would cost $1.2 million, up 15 percent from an estimate made in 2011.",
    ],
    &[
        "In a statement, the operator called the claims \"reckless\" and didn't say how many of its 340 trams are older than 30 years.",
    ],
];

const COPIES: usize = 75;

fn document() -> (Article, Vec<Sentence>) {
    let (mut text, mut blocks, mut sentences) = (String::new(), Vec::new(), Vec::new());
    for paragraph in PARAGRAPHS.iter().cycle().take(COPIES * PARAGRAPHS.len()) {
        let start = text.len();
        for sentence in *paragraph {
            let from = text.len();
            text.push_str(sentence);
            let (span, block) = (Span::new(from, text.len()), blocks.len());
            let language = LanguageTag::new("en");
            sentences.push(Sentence { span, block, role: Role::Body, language, language_confidence: 1.0 });
            text.push(' ');
        }
        blocks.push(Block { span: Span::new(start, text.len() - 1), layout: Layout::Paragraph });
        text.push('\n');
    }
    (Article::bare(text, blocks), sentences)
}

#[divan::bench]
fn all_annotators(bencher: Bencher) {
    let (article, sentences) = document();
    bencher
        .counter(BytesCount::new(article.text.len()))
        .bench(|| annotate::annotate(black_box(&article), black_box(&sentences)));
}

/// Without a word that any annotator reads on: little but the cutting into tokens.
#[divan::bench]
fn mostly_tokens(bencher: Bencher) {
    let (article, mut sentences) = document();
    for sentence in &mut sentences {
        sentence.role = Role::Markup;
    }
    bencher
        .counter(BytesCount::new(article.text.len()))
        .bench(|| annotate::annotate(black_box(&article), black_box(&sentences)));
}

fn main() {
    divan::main();
}
