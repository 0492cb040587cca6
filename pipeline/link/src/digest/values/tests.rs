//! Values of sentences that a person can read: `cases.txt`.

use schema::labels::{
    EntityType, EvidenceClass, Factuality, Layout, Measure, QuantityType, QuoteType, Relation, Role, Upos,
    Vocabulary,
};
use schema::{
    Annotations, Article, Attribution, Document, Entity, Evidence, LanguageTag, Mention, Quantity, Sentence,
    Span, Token,
};

use super::{Figure, Value, Values};

const CASES: &str = include_str!("cases.txt");

#[test]
fn cases_come_out() {
    let cases: Vec<&str> = CASES.split("\n\n").filter(|case| !case.starts_with('#')).collect();
    assert!(cases.len() > 10, "the cases are parted by empty lines");
    let failures: Vec<String> = cases.iter().filter_map(|case| failure(case)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// What comes out of `case`, where that is not what it expects.
fn failure(case: &str) -> Option<String> {
    let (given, expected) = case.split_once("\n---").expect("a case has two parts");
    let document = document(given.trim_start());
    let values = Values::of(&document);
    let found: Vec<String> = values.all.iter().map(|value| shown(&document, value)).collect();
    (found.join("\n") != expected.trim()).then(|| format!("{given}\n---\n{}", found.join("\n")))
}

/// The document of one sentence that the lines tell.
fn document(lines: &str) -> Document {
    let (sentence, found) = lines.split_once('\n').unwrap_or((lines, ""));
    let text: Vec<&str> =
        sentence.split(' ').map(|word| word.split('/').next().unwrap_or_default()).collect();
    let article = Article::of_lines(&text.join(" "));
    assert_eq!(article.blocks[0].layout, Layout::Line);
    let span = article.blocks[0].span;
    let language = LanguageTag::new("en");
    let sentences = vec![Sentence { span, block: 0, role: Role::Body, language, language_confidence: 1.0 }];
    let mut annotations = Annotations { tokens: tokens(sentence), ..Annotations::default() };
    found.lines().for_each(|line| find(line, &article.text, &mut annotations));
    Document { article, language, sentences, annotations }
}

fn tokens(sentence: &str) -> Vec<Token> {
    let mut start = 0;
    let token = |word: &str| {
        let cells: Vec<&str> = word.split('/').collect();
        let span = Span::new(start, start + cells[0].len());
        start = span.end() + 1;
        Token {
            span,
            sentence: 0,
            upos: Some(Upos::from_word(cells[2]).expect("a part of speech")),
            lemma: Some(cells[1].into()),
            head: cells[3].parse().ok(),
            relation: Some(Relation::from_word(cells[4]).expect("a relation")),
        }
    };
    sentence.split(' ').map(token).collect()
}

/// Adds what `line` tells to `found`.
fn find(line: &str, text: &str, found: &mut Annotations) {
    let cells: Vec<&str> = line.split(' ').collect();
    let at = |cell: &str| cell.parse::<usize>().ok().map(|at| found.tokens[at - 1].span);
    let between = || Span::new(at(cells[1]).expect("a place").start(), at(cells[2]).expect("a place").end());
    match cells[0] {
        "quantity" => {
            let span = at(cells[3]).expect("a place");
            let quantity = quantity(span.of(text), span);
            let kind = QuantityType::from_word(cells[2]).expect("a kind of number");
            let measure = Some(Measure::from_word(cells[1]).expect("a measure"));
            found.quantities.push(Quantity { kind, measure, counted: at(cells[4]), ..quantity });
        }
        "name" => {
            let (span, kind) = (between(), EntityType::Person);
            found.entities.push(Entity { kind, name: span });
            found.mentions.push(Mention { span, sentence: 0, kind, confidence: 1.0, entity: 0 });
        }
        "denied" => {
            let scope = Some(between());
            let class = EvidenceClass::Denial;
            found.evidence.push(Evidence {
                span: between(),
                sentence: 0,
                class,
                lemma: "deny".into(),
                scope,
            });
        }
        "attributed" => {
            let contents = vec![between()];
            found.attributions.push(attribution(contents));
        }
        other => panic!("`{other}` is nothing that is found"),
    }
}

fn quantity(word: &str, span: Span) -> Quantity {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let named = ["one", "two", "three", "four"].iter().position(|name| name.eq_ignore_ascii_case(word));
    let number = digits.parse().ok().or(named.map(|at| at as f64 + 1.0));
    Quantity {
        span,
        sentence: 0,
        kind: QuantityType::Cardinal,
        value_min: number,
        value_max: number,
        modifier: None,
        unit: None,
        measure: None,
        counted: None,
        party: None,
        hedge: None,
        attribution: None,
        time: None,
    }
}

fn attribution(contents: Vec<Span>) -> Attribution {
    Attribution {
        quote_type: QuoteType::Indirect,
        sentence: 0,
        source: Err(schema::labels::AbsentSource::NotFound),
        cue: None,
        contents,
        is_closed: true,
        parent: None,
        factuality: Factuality::Possible,
    }
}

fn shown(document: &Document, value: &Value) -> String {
    let figure = match value.figure {
        Figure::Number { min, max, .. } if max.is_infinite() => format!("{min}.."),
        Figure::Number { min, max, .. } => format!("{min}..{max}"),
        Figure::Status(status) => status.as_str().to_owned(),
        other => format!("{other:?}"),
    };
    let scope = value.scope.map_or("-", Vocabulary::as_str);
    let party = value.party.map_or("-", Vocabulary::as_str);
    let name = |entity: u32| document.annotations.entities[entity as usize].name.of(&document.article.text);
    let about = value.about.map_or("-".to_owned(), |entity| name(entity).replace(' ', "_"));
    format!("{} {figure} {scope} {party} {about} {}", value.measure.as_str(), value.factuality.as_str())
}
