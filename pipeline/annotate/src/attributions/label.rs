//! Names before a colon.
//!
//! Answers for: the source of a headline (`Brandt: trams are safe`), of a speaker in a transcript (`BRANDT:
//! Yes.`) and of a quotation (`Brandt: “Yes.”`). A headline's label must be the source of something else in
//! the article, or a word for people and papers that speak; else it is a topic.

use std::ops::Range;
use std::sync::LazyLock;

use schema::labels::{Role, Upos};

use super::cue::Entry;
use super::phrase;
use super::report::Report;
use crate::key::{Key, keys};
use crate::language::gazetteer::Listing;
use crate::lexicon::{Lexicon, rows};
use crate::quotations;
use crate::syntax::Parse;

/// The most words of a label.
const LONGEST: usize = 8;

/// Words before a colon that name no source.
const TOPICS: &[Key] = &keys![
    "video",
    "archive",
    "file",
    "footage",
    "image",
    "images",
    "map",
    "picture",
    "pictures",
    "pictured",
    "source",
    "timeline",
    "warning",
    "watch",
    "exclusive",
    "update",
    "updates",
    "breaking",
    "live",
    "analysis",
    "opinion",
    "photo",
    "photos",
    "gallery",
    "correction",
    "note",
    "editorial",
    "related",
    "more",
    "listen",
    "audio",
    "graphic",
    "interactive",
    "column",
    "comment",
    "review",
    "text",
    "abstract",
];

/// The words of `data/source_roles.tsv`.
static ROLES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = rows(include_str!("../../data/source_roles.tsv")).filter_map(|row| row.first().copied());
    Lexicon::new(words.map(|word| (word, ())))
});

/// The report of the label that the words of `sentence` start with, which may end with `paragraph`.
pub(super) fn read(parse: Parse<'_>, sentence: Range<usize>, end: usize) -> Option<Report> {
    let limit = sentence.end.min(sentence.start + LONGEST);
    let colon = (sentence.start + 1..limit).find(|&at| parse.words.form(at) == ":")?;
    let label = phrase::trimmed(parse, after_dash(parse, sentence.start..colon))?;
    if parse.words.form(label.start) == "(" {
        return None;
    }
    let rest = colon + 1..sentence.end;
    let is_title = is_headline(parse, colon);
    let content = match () {
        () if quotations::is_mark(parse.words.form(rest.start)) && is_name(parse, &label) => None,
        () if is_title && (is_name(parse, &label) || is_role(parse, &label)) => {
            phrase::trimmed(parse, rest.clone())
        }
        () if is_capital(parse, &label) && role(parse, colon) != Some(Role::Caption) => {
            phrase::trimmed(parse, colon + 1..end)
        }
        () => return None,
    };
    phrase::has_word(parse, rest).then(|| Report {
        at: colon,
        cue: colon..colon + 1,
        entry: Entry::plain(":"),
        source: Ok(label),
        contents: content.into_iter().collect(),
    })
}

/// Whether the report is one of a headline's label by its form alone, or of the name of a place, so that the
/// article must confirm it.
pub(super) fn is_doubtful(parse: Parse<'_>, report: &Report) -> bool {
    let Some(label) = report.source.as_ref().ok().filter(|_| report.entry.lemma == ":") else { return false };
    if is_headline(parse, report.at) {
        return !is_role(parse, label) && !is_quoted(parse, report);
    }
    Listing::of(parse.words.form(label.end - 1)).is_place()
}

fn is_quoted(parse: Parse<'_>, report: &Report) -> bool {
    quotations::is_mark(parse.words.form(report.at + 1))
}

fn is_headline(parse: Parse<'_>, at: usize) -> bool {
    matches!(role(parse, at), Some(Role::Headline | Role::Deck | Role::Subheading))
}

/// The role of the sentence of the word at `at`.
fn role(parse: Parse<'_>, at: usize) -> Option<Role> {
    let sentence = parse.words.tokens.get(at)?.sentence;
    parse.sentences.get(sentence).map(|sentence| sentence.role)
}

/// The words behind the last dash of a label: "EXCLUSIVE – Ada Brandt".
fn after_dash(parse: Parse<'_>, label: Range<usize>) -> Range<usize> {
    let dash = label.clone().rev().find(|&at| matches!(parse.words.form(at), "–" | "—" | "--" | "-"));
    dash.map_or(label.start, |dash| dash + 1)..label.end
}

/// Whether the words look like a name: capitals, no verb, no preposition.
pub(super) fn is_name(parse: Parse<'_>, label: &Range<usize>) -> bool {
    let is_part = |at: usize| {
        parse.words.is_capitalised(at)
            && !matches!(
                parse.upos(at),
                Some(Upos::Verb | Upos::Aux | Upos::Adp | Upos::Det | Upos::Pron | Upos::Num)
            )
            || matches!(parse.words.form(at), "." | "'s" | "’s" | "(" | ")" | "-")
    };
    label.len() <= 6
        && label.clone().all(is_part)
        && !label.clone().any(|at| parse.words.key(at).is_any(TOPICS))
}

fn is_role(parse: Parse<'_>, label: &Range<usize>) -> bool {
    let has_verb = label.clone().any(|at| matches!(parse.upos(at), Some(Upos::Verb | Upos::Aux)));
    let is_topic = label.clone().any(|at| parse.words.key(at).is_any(TOPICS));
    !has_verb && !is_topic && ROLES.get(parse.lemma(label.end - 1)).is_some()
}

/// Whether the words stand in capitals, as the speakers of a transcript do.
fn is_capital(parse: Parse<'_>, label: &Range<usize>) -> bool {
    let is_loud = |at: usize| {
        let form = parse.words.form(at);
        form.len() > 1 && !form.contains(char::is_lowercase) && form.starts_with(char::is_uppercase)
    };
    label.len() <= 4
        && label
            .clone()
            .all(|at| is_loud(at) || phrase::is_mark(parse, at) || parse.words.form(at).ends_with('.'))
        && label.clone().any(is_loud)
        && !label.clone().any(|at| parse.words.key(at).is_any(TOPICS))
}
