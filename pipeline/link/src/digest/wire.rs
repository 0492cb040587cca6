//! The news agency that a document is from.
//!
//! Answers for: agencies that a dateline, a byline, a notice of copyright or the outlet itself gives the whole text to.
//! Leaves out: agencies that the text speaks of, that gave a picture, or that "contributed to this report", for then the
//! text is the outlet's.

use std::collections::HashMap;
use std::sync::LazyLock;

use schema::Document;
use schema::labels::Role;

/// The name of each agency by its forms in lower case.
static AGENCIES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let file = include_str!("../../data/wire_agencies.tsv");
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

/// How many sentences from the start can have the dateline, and how many bytes into one it can reach.
const DATELINED: usize = 6;
const DATELINE: usize = 90;

/// The most words of an agency's form, and of a notice of copyright.
const FORM: usize = 4;
const NOTICE: usize = 30;

/// The longest form, in bytes, that may also be a name of persons or a word and is known by its letter case alone.
const SHORT: usize = 4;

/// Which agency `document` says it is from.
pub(super) fn agency(document: &Document) -> Option<&'static str> {
    let metadata = &document.article.metadata;
    let text = document.article.text.as_str();
    let byline = metadata.byline.as_deref().and_then(in_byline);
    let outlet = || metadata.outlet.as_deref().and_then(of_outlet);
    byline.or_else(outlet).or_else(|| {
        let mut sentences = document.sentences.iter().map(|sentence| (sentence.role, sentence.span.of(text)));
        let mut headed = sentences.clone().filter(|(role, _)| is_text(*role)).take(DATELINED);
        let dateline = headed.find_map(|(_, sentence)| in_dateline(sentence));
        dateline.or_else(|| sentences.find_map(|(role, sentence)| in_line(role, sentence)))
    })
}

/// Whether a sentence of this role can have the dateline.
const fn is_text(role: Role) -> bool {
    matches!(role, Role::Body | Role::Dateline)
}

/// The agency of a line that is not of the text.
fn in_line(role: Role, line: &str) -> Option<&'static str> {
    match role {
        Role::Byline => in_byline(line),
        Role::Body | Role::Credit | Role::Boilerplate | Role::Correction | Role::Promo => in_notice(line),
        _ => None,
    }
}

/// The agency of `(Agency) -`, with a place and a day before it or not, at the start of a sentence.
fn in_dateline(sentence: &str) -> Option<&'static str> {
    let end = sentence.char_indices().map(|(at, _)| at).take_while(|&at| at <= DATELINE).last()?;
    let (before, behind) = sentence[..end].split_once('(')?;
    let (form, behind) = behind.split_once(')')?;
    let is_headed = before.chars().next().is_none_or(char::is_uppercase);
    let is_dash = behind.trim_start().starts_with(['-', '–', '—', '―', '−']);
    (is_headed && is_dash).then(|| named(form.trim()))?
}

/// The agency that a byline names behind the authors, before them, or alone.
fn in_byline(byline: &str) -> Option<&'static str> {
    let words: Vec<&str> = byline
        .split(|ch: char| ch.is_whitespace() || ",;|/•".contains(ch))
        .filter(|word| !word.is_empty())
        .collect();
    let lengths = || (1..=FORM.min(words.len())).rev();
    let behind = lengths().find_map(|length| named(&words[words.len() - length..].join(" ")));
    let start = usize::from(words.first().is_some_and(|word| word.eq_ignore_ascii_case("by")));
    let before = || lengths().find_map(|length| named(&words.get(start..start + length)?.join(" ")));
    behind.or_else(before)
}

/// The agency that a notice of copyright names, or the one whose credit to reporters and editors stands there.
fn in_notice(line: &str) -> Option<&'static str> {
    if line.starts_with("(Reporting by ") || line.starts_with("(Editing by ") {
        return named("Reuters");
    }
    let is_notice = line.contains('©') || line.to_lowercase().contains("copyright");
    let words: Vec<&str> = line.split_whitespace().take(NOTICE + 1).collect();
    if !is_notice || words.len() > NOTICE {
        return None;
    }
    let bare = |words: &[&str]| words.join(" ").trim_matches(|ch: char| !ch.is_alphanumeric()).to_owned();
    let forms = (1..=FORM).rev().flat_map(|length| words.windows(length));
    forms.map(bare).find_map(|form| named(&form))
}

/// The agency that an outlet is, by its name or the main part of its host.
fn of_outlet(outlet: &str) -> Option<&'static str> {
    let host = outlet.strip_prefix("www.").unwrap_or(outlet);
    let main = host.split_once('.').map_or(host, |(main, _)| main);
    AGENCIES.get(outlet.to_lowercase().as_str()).or_else(|| AGENCIES.get(main)).copied()
}

/// The agency of this form.
fn named(form: &str) -> Option<&'static str> {
    let is_cased =
        form.chars().next().is_some_and(char::is_uppercase) && form.chars().any(char::is_lowercase);
    if form.len() <= SHORT && is_cased {
        return None;
    }
    AGENCIES.get(form.to_lowercase().as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::{in_byline, in_dateline, in_notice, of_outlet};

    #[test]
    fn datelines_name_the_agency() {
        let cases = [
            ("VELDEN, Dec 19 (Reuters) - A tram left its rails.", Some("Reuters")),
            ("VELDEN (AP) — A tram left its rails.", Some("Associated Press")),
            ("(dpa) – A tram left its rails.", Some("dpa")),
            ("The agency (AP) reported on Monday that a tram left its rails.", None),
            ("VELDEN (Courier) — A tram left its rails.", None),
        ];
        for (sentence, agency) in cases {
            assert_eq!(in_dateline(sentence), agency, "{sentence}");
        }
    }

    #[test]
    fn bylines_name_the_agency_but_no_person() {
        let cases = [
            ("By ADA BRANDT, Associated Press", Some("Associated Press")),
            ("AP", Some("Associated Press")),
            ("Reuters Staff", Some("Reuters")),
            ("By Omar Pap", None),
            ("Ada Brandt", None),
        ];
        for (byline, agency) in cases {
            assert_eq!(in_byline(byline), agency, "{byline}");
        }
    }

    #[test]
    fn notices_and_outlets_name_the_agency() {
        assert_eq!(
            in_notice("Copyright 2016 The Associated Press. All rights reserved."),
            Some("Associated Press")
        );
        assert_eq!(in_notice("(Reporting by Ada Brandt; Editing by Omar Reed)"), Some("Reuters"));
        assert_eq!(in_notice("The Associated Press contributed to this report."), None);
        assert_eq!((of_outlet("www.reuters.com"), of_outlet("Velden Courier")), (Some("Reuters"), None));
    }
}
