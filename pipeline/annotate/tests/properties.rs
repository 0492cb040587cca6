//! The stage's laws, on arbitrary text.
//!
//! Answers for: spans on character boundaries and inside their sentence or block, tokens that cover all text but
//! white space, lists in the order of the text, the same rows twice, and no panic.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use schema::labels::{Layout, Role};
use schema::{Annotations, Article, Block, LanguageTag, Sentence, Span};

/// An article whose lines are blocks, cut into sentences behind full stops.
fn document(text: String) -> (Article, Vec<Sentence>) {
    let (mut blocks, mut sentences) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split('\n') {
        let block = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len() + 1;
        if block.is_empty() {
            continue;
        }
        let mut from = block.start();
        for piece in block.of(&text).split_inclusive(". ") {
            let span = Span::new(from, from + piece.len()).trimmed(&text);
            from += piece.len();
            if !span.is_empty() {
                let (role, language) =
                    (Role::Body, LanguageTag::new(if span.start().is_multiple_of(2) { "en" } else { "tr" }));
                sentences.push(Sentence {
                    span,
                    block: blocks.len(),
                    role,
                    language,
                    language_confidence: 1.0,
                });
            }
        }
        blocks.push(Block { span: block, layout: Layout::Line });
    }
    (Article::bare(text, blocks), sentences)
}

fn check(text: String) -> Result<(), TestCaseError> {
    let (article, sentences) = document(text);
    let found = annotate::annotate(&article, &sentences);
    tokens_cover(&article.text, &sentences, &found)?;
    let is_sound =
        |span: Span| Span::checked(&article.text, span.start(), span.end()).is_some() && !span.is_empty();
    for time in &found.times {
        prop_assert!(is_sound(time.span) && sentences[time.sentence].span.contains(time.span));
        prop_assert!(time.days.is_none_or(|(first, last)| first <= last));
    }
    for number in &found.quantities {
        prop_assert!(is_sound(number.span) && sentences[number.sentence].span.contains(number.span));
        prop_assert!(number.value_min.is_some() || number.value_max.is_some());
        prop_assert!(found.times.iter().all(|time| !time.span.overlaps(number.span)));
    }
    for attribution in &found.attributions {
        prop_assert!(!attribution.contents.is_empty());
        for &content in &attribution.contents {
            prop_assert!(
                is_sound(content) && article.blocks.iter().any(|block| block.span.contains(content))
            );
        }
        let named = attribution.source.ok().into_iter().chain(attribution.cue.as_ref().map(|cue| cue.span));
        prop_assert!(named.into_iter().all(is_sound));
        prop_assert!(
            sentences[attribution.sentence]
                .span
                .contains(Span::new(attribution.contents[0].start(), attribution.contents[0].start()))
        );
    }
    prop_assert!(found.attributions.is_sorted_by_key(|attribution| attribution.contents[0]));
    prop_assert!(found.times.is_sorted_by_key(|time| time.span));
    prop_assert!(found.quantities.is_sorted_by_key(|number| number.span));
    prop_assert_eq!(annotate::annotate(&article, &sentences), found);
    Ok(())
}

fn tokens_cover(text: &str, sentences: &[Sentence], found: &Annotations) -> Result<(), TestCaseError> {
    let mut end = 0;
    let mut covered = String::new();
    for token in &found.tokens {
        prop_assert!(token.span.start() >= end && sentences[token.sentence].span.contains(token.span));
        prop_assert!(!token.span.of(text).contains(char::is_whitespace));
        covered.push_str(token.span.of(text));
        end = token.span.end();
    }
    let expected: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    prop_assert_eq!(covered, expected);
    Ok(())
}

/// Pieces of which text that looks like news is thrown together.
const PIECES: &[&str] = &[
    "said",
    "Ada Brandt",
    "the mayor",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "‘",
    "''",
    "``",
    "«",
    "»",
    ",",
    ".",
    ". ",
    ":",
    " ",
    " ",
    " ",
    "\n",
    "according to",
    "that",
    "was",
    "told",
    "he",
    "she",
    "who",
    "and",
    "calling it",
    "2015",
    "December",
    "19",
    "May",
    "6",
    "p.m.",
    "-",
    "–",
    "to",
    "between",
    "at least",
    "up to",
    "million",
    "$",
    "%",
    "half",
    "third",
    "twenty",
    "hundred",
    "of",
    "year",
    "old",
    "km",
    "10:30",
    "2016-12-19",
    "12/19/2016",
    "1990s",
    "21st",
    "century",
    "early",
    "U.S.",
    "don't",
    "www.",
    "@",
    "#",
    "...",
    "ı",
    "İ",
    "é",
    "€",
    "1",
    "0",
    "one",
    "dozens",
    "tens",
    "feet",
    "inches",
    "square",
    "aged",
    "Reuters",
    "(",
    ")",
    "mid-1990s",
    "bin",
    "yüz",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_on_arbitrary_text(text in "\\PC{0,120}(\n\\PC{0,80}){0,2}") {
        check(text)?;
    }

    #[test]
    fn laws_hold_on_text_like_news(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check(pieces.concat())?;
        check(pieces.join(" "))?;
    }
}
