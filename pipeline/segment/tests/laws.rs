//! What holds for the sentences of every article, whatever its text.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use schema::labels::{Layout, Role};
use schema::{Article, LanguageTag, Sentence};

/// Text of the pieces that the rules ask for, in any order.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("The"),
        Just("said"),
        Just("U.S."),
        Just("Mr."),
        Just("p.m."),
        Just("No."),
        Just("5"),
        Just("1."),
        Just("Kaya"),
        Just("I"),
        Just("…"),
        Just("..."),
        Just("."),
        Just("?"),
        Just("!"),
        Just("\""),
        Just("“"),
        Just("”"),
        Just("'"),
        Just("("),
        Just(")"),
        Just("["),
        Just("[12]"),
        Just("-"),
        Just("—"),
        Just("•"),
        Just(":"),
        Just("\u{a0}"),
        Just(" "),
        Just("  "),
        Just("\n"),
        Just("\n\n"),
        Just("İ"),
        Just("ğ"),
        Just("。"),
        Just("؟"),
        Just("Advertisement"),
        Just("Your support helps us"),
        Just("9 PHOTOS"),
        Just("HIDE CAPTION"),
        Just("(Photo: PA)"),
        Just("<img"),
        Just("REUTERS/"),
        Just("Comments"),
        Just("19. Aralık"),
        Just("St.Louis"),
        Just("https://a.b/c.d?e=f."),
        Just("𝕏"),
        Just("e\u{301}"),
        Just("\u{200b}"),
        Just("0:52 "),
        Just("@"),
    ];
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

fn layout() -> impl Strategy<Value = Layout> {
    prop::sample::select(Layout::ALL)
}

fn check(article: &Article) -> Result<(), TestCaseError> {
    let sentences = segment::segment(article);
    let mut end = 0;
    for sentence in &sentences {
        let (span, text) = (sentence.span, &article.text);
        prop_assert!(span.start() >= end, "sentences are ordered and disjoint");
        prop_assert!(text.get(span.range()).is_some(), "ends stand on character boundaries");
        prop_assert!(!span.is_empty() && span.trimmed(text) == span, "sentences are trimmed and not empty");
        prop_assert!(article.blocks[sentence.block].span.contains(span), "a sentence stands in its block");
        prop_assert!(text[end..span.start()].trim().is_empty(), "no text is lost");
        check_language(sentence)?;
        end = span.end();
    }
    prop_assert!(article.text[end..].trim().is_empty(), "no text is lost at the end");
    Ok(())
}

fn check_language(sentence: &Sentence) -> Result<(), TestCaseError> {
    let is_undetermined = sentence.language == LanguageTag::UNDETERMINED;
    prop_assert!((0.0..=1.0).contains(&sentence.language_confidence));
    prop_assert_eq!(is_undetermined, sentence.language_confidence == 0.0);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn sentences_cover_made_up_pages(text in text()) {
        check(&Article::of_lines(&text))?;
    }

    #[test]
    fn sentences_cover_any_text(text in "\\PC{0,200}") {
        check(&Article::of_lines(&text))?;
    }

    #[test]
    fn sentences_cover_any_layout(text in text(), layouts in prop::collection::vec(layout(), 60)) {
        let mut article = Article::of_lines(&text);
        article.blocks.iter_mut().zip(layouts).for_each(|(block, layout)| block.layout = layout);
        check(&article)?;
    }
}

#[test]
fn the_language_of_a_document_is_that_of_most_of_its_body() {
    let page = "Storm closes the harbour\n\
        The harbour was closed on Friday because the wind had torn two ferries loose.\n\
        Limanda bekleyen yolcular geceyi otelde geçirdi.\n\
        The operator said that the crew would be home before the end of the week.";
    assert_eq!(segment::document_language(&segment::segment(&Article::of_lines(page))).as_str(), "en");
    assert_eq!(segment::document_language(&[]), LanguageTag::UNDETERMINED);
}

#[test]
fn a_declared_language_is_the_prior_of_names() {
    let mut article = Article::of_lines("Demir Alp Karataş");
    article.metadata.language = Some("tr-TR".to_owned());
    let sentences = segment::segment(&article);
    assert_eq!(sentences[0].language.as_str(), "tr");
    assert!(sentences[0].language_confidence < 0.5);
}

#[test]
fn a_stated_headline_is_found_though_it_ends_in_a_stop() {
    let mut article =
        Article::of_lines("Ferries adrift. Crew safe.\nThe harbour was closed on Friday after a storm.");
    article.metadata.headline = Some("Ferries adrift. Crew safe.".to_owned());
    let roles: Vec<_> = segment::segment(&article).iter().map(|sentence| sentence.role).collect();
    assert_eq!(roles, [Role::Headline, Role::Headline, Role::Body]);
}
