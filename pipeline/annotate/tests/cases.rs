//! The stage's cases: text in, rows out, in files that a person can read.
//!
//! Answers for: the form of `tests/cases/*.txt`. A file is a list of cases between lines of `===`. A case is the
//! input, a line `---` and what is expected, line by line. Every line of the input is a block; `‖` parts its
//! sentences; `[headline]` or `[tr]` at its head gives its role or language. A line `[published 2016-12-20]` or
//! `[published 2016-12-20T10:30]` says when the article came out. `UPDATE_GOLDEN=1` writes what came out as what is
//! expected. What a file's rows are is told by its name.

use std::fmt::Write as _;
use std::path::Path;

use jiff::{ToSpan as _, civil, tz::TimeZone};
use schema::labels::{Layout, MomentPrecision, Role, Vocabulary as _};
use schema::{
    Annotations, Article, Block, Date, LanguageTag, Mention, Moment, Participant, Sentence, Span, Timestamp,
    Token,
};

/// A case as its file holds it.
struct Case {
    input: String,
    expected: String,
}

fn cases(text: &str, name: &str) -> Vec<Case> {
    let read = |case: &str| {
        let case = format!("{case}\n");
        let (input, expected) =
            case.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no `---` in {case:?}"));
        assert!(!input.trim().is_empty(), "{name}: a case without input");
        Case { input: input.trim_matches('\n').to_owned(), expected: expected.trim_matches('\n').to_owned() }
    };
    text.trim_matches('\n').split("\n===\n").map(read).collect()
}

/// The article and sentences that an input stands for.
fn document(input: &str) -> (Article, Vec<Sentence>) {
    let (mut text, mut blocks, mut sentences) = (String::new(), Vec::new(), Vec::new());
    let published = input.lines().find_map(published);
    for line in input.lines().filter(|line| self::published(line).is_none()) {
        let (role, language, line) = headed(line);
        let start = text.len();
        for sentence in line.split('‖').map(str::trim) {
            let from = text.len();
            text.push_str(sentence);
            let span = Span::new(from, text.len());
            sentences.push(Sentence { span, block: blocks.len(), role, language, language_confidence: 1.0 });
            text.push(' ');
        }
        blocks.push(Block { span: Span::new(start, text.len() - 1), layout: Layout::Line });
        text.push('\n');
    }
    let mut article = Article::bare(text, blocks);
    article.metadata.published = published;
    (article, sentences)
}

/// The moment that a line of its own says the article was published at.
fn published(line: &str) -> Option<Moment> {
    let told = line.strip_prefix("[published ")?.strip_suffix(']')?;
    let precision = if told.contains('T') { MomentPrecision::Local } else { MomentPrecision::Day };
    let at: civil::DateTime = told.parse().expect("a line tells a day or a time");
    let micros = at.to_zoned(TimeZone::UTC).expect("UTC has every time").timestamp().as_microsecond();
    Some(Moment { at: Timestamp { micros }, precision })
}

/// The role and language at the head of a line, and the line without them.
fn headed(line: &str) -> (Role, LanguageTag, &str) {
    let english = LanguageTag::new("en");
    let Some((head, rest)) = line.strip_prefix('[').and_then(|line| line.split_once("] ")) else {
        return (Role::Body, english, line);
    };
    match (head, Role::from_word(head)) {
        ("tr", _) => (Role::Body, LanguageTag::new("tr"), rest),
        (_, Some(role)) => (role, english, rest),
        _ => (Role::Body, english, line),
    }
}

fn tokens(text: &str, found: &Annotations) -> String {
    let sentences = found.tokens.chunk_by(|one, next| one.sentence == next.sentence);
    let line = |tokens: &[schema::Token]| {
        tokens.iter().map(|token| token.span.of(text)).collect::<Vec<_>>().join(" ")
    };
    sentences.map(line).collect::<Vec<_>>().join("\n")
}

fn attributions(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.attributions {
        let source = row
            .source
            .map_or_else(|absent| format!("({})", absent.as_str()), |source| source.span.of(text).to_owned());
        let cue = row.cue.as_ref().map_or_else(
            || "-".to_owned(),
            |cue| {
                let (class, stance) = (cue.class.as_str(), cue.stance.as_str());
                format!("{} ({}: {class}, {stance})", cue.span.of(text), cue.lemma)
            },
        );
        let contents: Vec<_> = row.contents.iter().map(|content| content.of(text)).collect();
        let open = if row.is_closed { "" } else { " | open" };
        let kind = row.quote_type.as_str();
        // The row that holds it is told by its number in the case, from 1.
        let parent = row.parent.map_or_else(String::new, |parent| format!(" | in {}", parent + 1));
        writeln!(out, "{kind} | {source} | {cue} | {}{open}{parent}", contents.join(" ## "))
            .expect("writing to a string cannot fail");
    }
    out
}

fn evidence(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.evidence {
        let scope = row.scope.map_or("-", |scope| scope.of(text));
        writeln!(out, "{} | {} | {} | {scope}", row.class.as_str(), row.lemma, row.span.of(text))
            .expect("writing to a string cannot fail");
    }
    out
}

fn factuality(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.attributions {
        let contents: Vec<_> = row.contents.iter().map(|content| content.of(text)).collect();
        writeln!(out, "{} | {}", row.factuality.as_str(), contents.join(" ## "))
            .expect("writing to a string cannot fail");
    }
    out
}

fn statements(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.statements {
        let source = row.attribution.map(|nth| &found.attributions[nth].source);
        let source =
            source.map_or("-", |source| source.as_ref().map_or("nobody", |source| source.span.of(text)));
        let hedge = row.hedge.map_or("-", |hedge| hedge.as_str());
        let end = if row.is_question { " | question" } else { "" };
        let (assertion, factuality) = (row.assertion.as_str(), row.factuality.as_str());
        writeln!(out, "{assertion} | {source} | {factuality} | {hedge}{end}")
            .expect("writing to a string cannot fail");
    }
    out
}

/// An entity a line: its type, its name and the texts of its mentions.
fn entities(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for (nth, entity) in found.entities.iter().enumerate() {
        let mentions = found.mentions.iter().filter(|mention| mention.entity == nth);
        let mentions: Vec<_> = mentions.map(|mention| mention.span.of(text)).collect();
        let (kind, name) = (entity.kind.as_str(), entity.name.of(text));
        writeln!(out, "{kind} {name} | {}", mentions.join(" | ")).expect("writing to a string cannot fail");
    }
    out
}

/// A source a line: its words, its role, and its entity or why there is none.
fn speakers(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for source in found.attributions.iter().filter_map(|row| row.source.ok()) {
        let name = |entity: usize| found.entities[entity].name.of(text).to_owned();
        let entity = source.entity.map_or_else(|absent| format!("({})", absent.as_str()), name);
        writeln!(out, "{} | {} | {entity}", source.span.of(text), source.role.as_str())
            .expect("writing to a string cannot fail");
    }
    out
}

/// A time a line: its words, type and value, modifier, unit, how it was resolved and from when, its days.
fn times(text: &str, found: &Annotations) -> String {
    let day =
        |date: Date| civil::date(1970, 1, 1).checked_add(date.days.days()).expect("a day of the calendar");
    let mut out = String::new();
    for row in &found.times {
        let modifier = row.modifier.map_or("-", |modifier| modifier.as_str());
        let days =
            row.days.map_or_else(|| "-".to_owned(), |(first, last)| format!("{}..{}", day(first), day(last)));
        let (kind, resolution, unit) = (row.kind.as_str(), row.resolution.as_str(), row.granularity.as_str());
        let from = row.anchor.map_or_else(String::new, |anchor| format!(" {}", day(anchor)));
        writeln!(
            out,
            "{} | {kind} {} | {modifier} | {unit} | {resolution}{from} | {days}",
            row.span.of(text),
            row.value
        )
        .expect("writing to a string cannot fail");
    }
    out
}

fn quantities(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.quantities {
        let end = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        let modifier = row.modifier.map_or("-", |modifier| modifier.as_str());
        let (kind, unit) = (row.kind.as_str(), row.unit.as_deref().unwrap_or("-"));
        let (min, max) = (end(row.value_min), end(row.value_max));
        writeln!(out, "{} | {kind} | {min}..{max} | {modifier} | {unit}", row.span.of(text))
            .expect("writing to a string cannot fail");
    }
    out
}

/// An event a line: trigger, type with mode and root, actor > recipient, place and time, status, the main one starred.
fn events(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.events {
        let words = |who: Option<Participant>| who.map_or("-", |who| who.span.of(text));
        let kind = row.kind.map_or("-", |kind| kind.as_str());
        let mode = row.mode.map_or("-", |mode| mode.as_str());
        let root = row.cameo.map_or("-", |root| root.as_str());
        let place = row.place.map_or("-", |place| found.mentions[place].span.of(text));
        let time = row.time.map_or("-", |time| found.times[time].span.of(text));
        let (actor, recipient, status) = (words(row.actor), words(row.recipient), row.status.as_str());
        let star = if row.is_main { " *" } else { "" };
        let trigger = row.trigger.of(text);
        writeln!(
            out,
            "{trigger} | {kind} {mode} {root} | {actor} > {recipient} | {place} | {time} | {status}{star}"
        )
        .expect("writing to a string cannot fail");
    }
    out
}

/// What each quantity counts: a row of its values, measure, noun, party, hedge, source and time.
fn counts(text: &str, found: &Annotations) -> String {
    let mut out = String::new();
    for row in &found.quantities {
        let end = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        let (min, max) = (end(row.value_min), end(row.value_max));
        let measure = row.measure.map_or("-", |measure| measure.as_str());
        let counted = row.counted.map_or("-", |counted| counted.of(text));
        let party = row.party.map_or("-", |party| party.as_str());
        let hedge = row.hedge.map_or("-", |hedge| hedge.as_str());
        let cue = row.attribution.and_then(|at| found.attributions[at].cue.as_ref());
        let cue = cue.map_or("-", |cue| &*cue.lemma);
        let time = row.time.map_or("-", |at| found.times[at].value.as_str());
        let words = row.span.of(text);
        writeln!(out, "{words} | {min}..{max} | {measure} | {counted} | {party} | {hedge} | {cue} | {time}")
            .expect("writing to a string cannot fail");
    }
    out
}

fn tolls(_text: &str, found: &Annotations) -> String {
    let number = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
    format!("killed {} | injured {}", number(found.toll.killed), number(found.toll.injured))
}

fn names(text: &str, found: &Annotations) -> String {
    let line = |mention: &Mention| format!("{} {}\n", mention.kind.as_str(), mention.span.of(text));
    found.mentions.iter().map(line).collect()
}

/// A word a line: form, lemma, part of speech, relation and head; a line of `.` between sentences.
fn words(text: &str, found: &Annotations) -> String {
    let sentences = found.tokens.chunk_by(|one, next| one.sentence == next.sentence);
    let line = |token: &Token, tokens: &[Token]| -> Option<String> {
        let head = usize::try_from(token.head?).ok()?.checked_sub(1);
        let head = head.map_or("-", |head| tokens[head].span.of(text));
        let (form, lemma, upos) = (token.span.of(text), token.lemma.as_ref()?, token.upos?.as_str());
        Some(format!("{form} | {lemma} | {upos} | {} | {head}", token.relation?.as_str()))
    };
    let sentence = |tokens: &[Token]| -> Vec<String> {
        tokens.iter().map(|token| line(token, tokens).unwrap_or_else(|| "not read".to_owned())).collect()
    };
    sentences.map(|tokens| sentence(tokens).join("\n")).collect::<Vec<_>>().join("\n.\n")
}

/// Checks every case of a file against the rows that `show` makes of the annotations.
fn check(name: &str, show: fn(&str, &Annotations) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let file = std::fs::read_to_string(&path).expect("the file of cases is in the repository");
    let (mut written, mut wrong) = (Vec::new(), Vec::new());
    for case in cases(&file, name) {
        let (article, sentences) = document(&case.input);
        let actual = show(&article.text, &annotate::annotate(&article, &sentences));
        let actual = actual.trim_matches('\n');
        if actual != case.expected {
            wrong.push(format!("{}\n--- expected\n{}\n--- actual\n{actual}\n", case.input, case.expected));
        }
        written.push(format!("{}\n---\n{actual}", case.input).trim_end().to_owned() + "\n");
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, written.join("===\n")).expect("the file of cases can be written");
    } else {
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn tokens_are_as_the_file_says() {
    check("tokens.txt", tokens);
}

#[test]
fn names_are_as_the_file_says() {
    check("names.txt", names);
}

#[test]
fn words_are_as_the_file_says() {
    check("words.txt", words);
}

#[test]
fn attributions_are_as_the_file_says() {
    check("attributions.txt", attributions);
}

#[test]
fn entities_are_as_the_file_says() {
    check("entities.txt", entities);
}

#[test]
fn speakers_are_as_the_file_says() {
    check("speakers.txt", speakers);
}

#[test]
fn evidence_is_as_the_file_says() {
    check("evidence.txt", evidence);
}

#[test]
fn factuality_is_as_the_file_says() {
    check("factuality.txt", factuality);
}

#[test]
fn statements_are_as_the_file_says() {
    check("statements.txt", statements);
}

#[test]
fn known_misses_are_as_the_files_say() {
    check("tokens_known_misses.txt", tokens);
    check("entities_known_misses.txt", entities);
    check("speakers_known_misses.txt", speakers);
    check("evidence_known_misses.txt", evidence);
    check("factuality_known_misses.txt", factuality);
    check("statements_known_misses.txt", statements);
    check("attributions_known_misses.txt", attributions);
    check("times_known_misses.txt", times);
    check("quantities_known_misses.txt", quantities);
    check("counts_known_misses.txt", counts);
    check("tolls_known_misses.txt", tolls);
}

#[test]
fn times_are_as_the_file_says() {
    check("times.txt", times);
    check("times_relative.txt", times);
    check("times_context.txt", times);
    check("times_lengths.txt", times);
    check("times_of_day.txt", times);
}

#[test]
fn quantities_are_as_the_file_says() {
    check("quantities.txt", quantities);
}

#[test]
fn counts_are_as_the_file_says() {
    check("counts.txt", counts);
}

#[test]
fn tolls_are_as_the_file_says() {
    check("tolls.txt", tolls);
}

#[test]
fn events_are_as_the_file_says() {
    check("events.txt", events);
    check("events_known_misses.txt", events);
}

#[test]
#[should_panic(expected = "no `---`")]
fn a_malformed_case_fails() {
    cases("an input\nwithout its line\n", "malformed.txt");
}
