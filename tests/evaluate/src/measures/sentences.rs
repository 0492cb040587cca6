//! Sentence boundaries inside paragraphs.
//!
//! Answers for: which documents make a set, what is counted in them, and how a wrong boundary is shown. Where the
//! boundaries are compared is `boundaries`.

use std::collections::BTreeSet;

use schema::Article;
use serde::Deserialize;

use crate::boundaries::{self, Ink, Verdict};
use crate::cases::Case;
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::{counted, number};

/// Characters of context shown on each side of a wrong boundary.
const CONTEXT: usize = 60;

/// The fewest documents that are resampled whole; sets with fewer are cut into runs.
const ENOUGH_DOCUMENTS: usize = 2;

/// Gold boundaries in a run.
const RUN: usize = 20;

pub(crate) const MEASURE: Measure = Measure {
    name: "sentences",
    title: "Sentences",
    definition: "\
A boundary is the place where one sentence ends and the next begins inside a paragraph; the edges of paragraphs are
given and do not count. Its place is the number of characters (code points) before it that are not white space, so
that it does not matter on which side of a space a sentence ends. A found boundary is right where the gold has one
at the same place. Precision, recall and F1 count the boundaries of a set together. Each document is given to
`segment::segment` as plain text, one paragraph a line. Its model was learnt from none of these documents (the card
beside it names what it was learnt from), but its thresholds and the rules were chosen with them in view.
`turkish_boun_dev` is one long paragraph of unconnected sentences, so runs of 20 gold boundaries are resampled in
place of documents.",
    peers: "\
Peers: the best of syntok, pySBD, Punkt and sentencex, measured on these files by the project's lead (issue 3) and
not taken again here.",
    figure: Figure::F1,
    take,
};

/// The sets, in the order of the report.
const SETS: &[Set] = &[
    Set {
        name: "gum_dev and the news of gum_train",
        files: &["gum_dev", "gum_train"],
        holds: |file, id| file == "gum_dev" || genre(id) == "news",
        peers: "syntok 0.949, sentencex 0.911, pySBD 0.904",
        target: Some(0.975),
    },
    Set { name: "gum_dev", files: &["gum_dev"], holds: |_, _| true, peers: "", target: None },
    Set {
        name: "the news of gum_dev and gum_train",
        files: &["gum_dev", "gum_train"],
        holds: |_, id| genre(id) == "news",
        peers: "",
        target: None,
    },
    Set {
        name: "ewt_dev",
        files: &["ewt_dev"],
        holds: |_, _| true,
        peers: "sentencex 0.86, pySBD 0.85",
        target: Some(0.92),
    },
    Set {
        name: "turkish_boun_dev",
        files: &["turkish_boun_dev"],
        holds: |_, _| true,
        peers: "0.90–0.95",
        target: Some(0.95),
    },
];

/// Documents that are scored together.
struct Set {
    name: &'static str,
    files: &'static [&'static str],
    /// Whether the document with an id in a file belongs.
    holds: fn(&str, &str) -> bool,
    peers: &'static str,
    target: Option<f64>,
}

/// A row of the gold: spans of sentences in code points of the text.
#[derive(Debug, Deserialize)]
struct GoldDocument {
    id: String,
    text: String,
    sentences: Vec<(usize, usize)>,
}

/// A document with its verdicts.
struct Scored {
    file: &'static str,
    id: String,
    article: Article,
    verdicts: Vec<Verdict>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut scored = Vec::new();
    for file in ["gum_dev", "gum_train", "ewt_dev", "turkish_boun_dev"] {
        let documents: Vec<GoldDocument> = gold.rows(&format!("sentences/{file}.jsonl"))?;
        let wanted = documents.into_iter().filter(|document| is_scored(file, &document.id));
        scored.extend(wanted.map(|document| Scored::of(file, document)));
    }
    Ok(Outcome {
        rows: SETS.iter().map(|set| set.row(&scored)).collect(),
        tables: vec![genres(&scored)],
        cases: scored.iter().flat_map(Scored::cases).collect(),
    })
}

fn is_scored(file: &str, id: &str) -> bool {
    SETS.iter().any(|set| set.files.contains(&file) && (set.holds)(file, id))
}

/// The genre in the id of a document of GUM, `GUM_news_iodine`.
fn genre(id: &str) -> &str {
    id.split('_').nth(1).unwrap_or_default()
}

impl Scored {
    fn of(file: &'static str, gold: GoldDocument) -> Self {
        let article = Article::of_lines(&gold.text);
        let starts = segment::segment(&article).into_iter().map(|sentence| sentence.span).collect::<Vec<_>>();
        let ink = Ink::of(&article.text);
        let wanted = gold.sentences.iter().filter(|(start, end)| start < end);
        let wanted = wanted.map(|(start, _)| ink.before_char(*start));
        let found = starts.into_iter().map(|span| ink.before_span(span));
        let of = |starts: &mut dyn Iterator<Item = usize>| -> BTreeSet<usize> {
            boundaries::inside(starts, &article.blocks, &ink)
        };
        let verdicts = boundaries::compare(&of(&mut { wanted }), &of(&mut { found }));
        Self { file, id: gold.id, article, verdicts }
    }

    fn counts(&self) -> Counts {
        boundaries::count(&self.verdicts)
    }

    fn cases(&self) -> Vec<Case> {
        let inked: Vec<usize> =
            self.article.text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, _)| at).collect();
        let wrong = self.verdicts.iter().filter(|verdict| !matches!(verdict, Verdict::Hit(_)));
        wrong.map(|verdict| self.case(*verdict, inked[verdict.place()])).collect()
    }

    /// The wrong boundary before the character at byte `at`.
    fn case(&self, verdict: Verdict, at: usize) -> Case {
        let (before, after) = self.article.text.split_at(at);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let before = before[line_start..].trim_end();
        let after = after.split('\n').next().unwrap_or_default();
        let joined = if before.len() + line_start == at { "" } else { " " };
        let cut = format!("{}{joined}│{joined}{}", tail(before), head(after));
        let whole = format!("{}{joined} {joined}{}", tail(before), head(after));
        let (lines, what) = match verdict {
            Verdict::Missed(_) => ([("gold", cut), ("found", whole)], "missed"),
            _ => ([("gold", whole), ("found", cut)], "extra"),
        };
        let glued = if joined.is_empty() { ", no space between" } else { "" };
        Case {
            kind: format!("{what} between {} and {}{glued}", end_form(before), start_form(after)),
            cost: 1.0,
            place: format!("{} {}", self.file, self.id),
            lines: lines.to_vec(),
        }
    }
}

/// The last characters of `text`, padded so that the boundaries of two lines stand under each other.
fn tail(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(CONTEXT);
    format!("{:>CONTEXT$}", text.chars().skip(skipped).collect::<String>())
}

fn head(text: &str) -> String {
    text.chars().take(CONTEXT).collect()
}

/// What a text before a boundary ends in, in words.
fn end_form(text: &str) -> &'static str {
    match text.chars().next_back() {
        Some('.' | '。') if text.ends_with("..") => "an ellipsis",
        Some('…') => "an ellipsis",
        Some('.' | '。') => "a full stop",
        Some('!' | '?') => "`!` or `?`",
        Some(':') => "a colon",
        Some(';' | ',') => "a comma or semicolon",
        Some('-' | '–' | '—') => "a dash",
        Some(c) => form(c),
        None => "nothing",
    }
}

/// What a text after a boundary starts with, in words.
fn start_form(text: &str) -> &'static str {
    match text.chars().next() {
        Some(c) if c.is_uppercase() => "a capital",
        Some(c) if c.is_alphabetic() => "a small letter",
        Some('-' | '–' | '—' | '•' | '*') => "a dash or bullet",
        Some(c) => form(c),
        None => "nothing",
    }
}

fn form(c: char) -> &'static str {
    match c {
        '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' => "a quotation mark",
        '(' | ')' | '[' | ']' | '{' | '}' => "a bracket",
        c if c.is_alphabetic() => "a letter",
        c if c.is_numeric() => "a digit",
        _ => "another mark",
    }
}

impl Set {
    fn row(&self, scored: &[Scored]) -> Row {
        let held: Vec<&Scored> = scored
            .iter()
            .filter(|document| {
                self.files.contains(&document.file) && (self.holds)(document.file, &document.id)
            })
            .collect();
        let units = units(&held);
        let counts: Counts = units.iter().copied().sum();
        let gold = counts.hits + counts.missed;
        let size = format!("{}, {gold} boundaries", counted(held.len(), "document"));
        Row { peers: self.peers, target: self.target, ..Row::of_counts(self.name, size, &units) }
    }
}

/// What is resampled: documents, or runs where there are too few of them.
fn units(documents: &[&Scored]) -> Vec<Counts> {
    if documents.len() >= ENOUGH_DOCUMENTS {
        return documents.iter().map(|document| document.counts()).collect();
    }
    documents.iter().flat_map(|document| boundaries::count_runs(&document.verdicts, RUN)).collect()
}

/// The figures of each genre of `gum_dev`.
fn genres(scored: &[Scored]) -> Table {
    let dev: Vec<&Scored> = scored.iter().filter(|document| document.file == "gum_dev").collect();
    let names: BTreeSet<&str> = dev.iter().map(|document| genre(&document.id)).collect();
    let row = |name: &str| {
        let counts: Counts =
            dev.iter().filter(|document| genre(&document.id) == name).map(|document| document.counts()).sum();
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(number);
        let gold = (counts.hits + counts.missed).to_string();
        [vec![name.to_owned(), gold], figures.to_vec()].concat()
    };
    Table {
        title: "The genres of `gum_dev`:".to_owned(),
        header: ["genre", "boundaries", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: names.into_iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{GoldDocument, SETS, Scored, Set};
    use crate::boundaries::Verdict;
    use crate::counts::Counts;

    /// Two paragraphs; the gold joins the last two sentences of the first.
    fn scored(id: &str) -> Scored {
        let text = "The mill in Örk burned. Nobody was hurt. It was old.\n\nThe town mourns.".to_owned();
        let sentences = vec![(0, 23), (24, 52), (54, 70)];
        Scored::of("gum_dev", GoldDocument { id: id.to_owned(), text, sentences })
    }

    #[test]
    fn boundaries_are_counted_inside_paragraphs() {
        // Ink before `Nobody` is 19, before `It` 33.
        assert_eq!(scored("GUM_news_mill").verdicts, [Verdict::Hit(19), Verdict::Extra(33)]);
    }

    #[test]
    fn a_set_pools_its_documents() {
        let row = SETS[1].row(&[scored("GUM_news_mill"), scored("GUM_bio_mill")]);
        assert_eq!(row.size, "2 documents, 2 boundaries");
        assert_eq!((row.precision, row.recall, row.value), (Some(0.5), Some(1.0), Some(2.0 / 3.0)));
        let interval = row.interval.unwrap();
        assert_eq!((interval.low, interval.high), (2.0 / 3.0, 2.0 / 3.0));
    }

    #[test]
    fn only_news_counts_as_news() {
        let news: &Set = &SETS[2];
        let row = news.row(&[scored("GUM_news_mill"), scored("GUM_bio_mill")]);
        assert_eq!(row.size, "1 document, 1 boundaries");
        assert_eq!(news.row(&[]).value, None);
    }

    #[test]
    fn a_text_without_sentences_has_no_boundaries() {
        let empty = GoldDocument { id: "e".to_owned(), text: String::new(), sentences: vec![] };
        assert_eq!(Scored::of("gum_dev", empty).counts(), Counts::default());
    }

    #[test]
    fn a_wrong_boundary_is_shown_against_the_gold() {
        let cases = scored("GUM_news_mill").cases();
        assert_eq!(cases.len(), 1);
        assert_eq!(cases[0].kind, "extra between a full stop and a capital");
        let place = |line: usize| cases[0].lines[line].1.chars().position(|c| c == 'I');
        assert_eq!(place(0), place(1));
        assert!(cases[0].lines[1].1.ends_with("Nobody was hurt. │ It was old."));
    }
}
