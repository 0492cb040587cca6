//! The language of single sentences.
//!
//! Answers for: which sentences count, when an answer is right, and which languages are mistaken for which.

use std::collections::BTreeMap;

use schema::{Article, LanguageTag};
use serde::Deserialize;

use crate::bootstrap;
use crate::cases::{self, Case, excerpt};
use crate::counts::share;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::{counted, number};
use crate::shingles::mean;

/// The shortest sentence that counts for the single languages, in code points.
const LONG_ENOUGH: usize = 30;

/// Confusions that are listed.
const CONFUSIONS: usize = 20;

/// Characters of a sentence that are shown.
const EXCERPT: usize = 160;

pub(crate) const MEASURE: Measure = Measure {
    name: "language",
    title: "Language",
    definition: "\
Each sentence is an article of its own: a line of plain text of which nothing is known. The answer is
`segment::document_language` of what `segment::segment` makes of it, and it is right where its tag is the gold's;
`und` is wrong. Sentences shorter than 30 characters (code points) are left out. The mean over languages gives each
language the same weight; sentences are resampled within each language.",
    peers: "\
Peers: published in the accuracy report of lingua-rs (`accuracy-reports/aggregated-accuracy-values.csv`, column
`sentences`), in whole per cent and for its own test sentences of every length; not taken again here. whichlang
knows 16 languages and whatlang 69, so neither has a mean over 75.",
    figure: Figure::Accuracy,
    take,
};

/// A row of the gold.
#[derive(Debug, Deserialize)]
struct GoldSentence {
    lang: String,
    text: String,
}

/// A sentence with the language found.
struct Answer {
    gold: GoldSentence,
    found: LanguageTag,
}

impl Answer {
    fn of(gold: GoldSentence) -> Self {
        let article = Article::of_lines(&gold.text);
        let found = segment::document_language(&segment::segment(&article));
        Self { gold, found }
    }

    fn is_right(&self) -> bool {
        self.gold.lang == self.found.as_str()
    }

    fn case(&self) -> Case {
        Case {
            kind: format!("{} taken for {}", self.gold.lang, self.found.as_str()),
            cost: 1.0,
            place: "sentences".to_owned(),
            lines: vec![("text", excerpt(&self.gold.text, EXCERPT))],
        }
    }
}

/// Whether each answer is right, by language.
type Verdicts<'a> = BTreeMap<&'a str, Vec<bool>>;

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let sentences: Vec<GoldSentence> = gold.rows("language/sentences.jsonl")?;
    let long = sentences.into_iter().filter(|row| row.text.chars().count() >= LONG_ENOUGH);
    let answers: Vec<Answer> = long.map(Answer::of).collect();
    let mut verdicts = Verdicts::new();
    for answer in &answers {
        verdicts.entry(&answer.gold.lang).or_default().push(answer.is_right());
    }
    let wrong = answers.iter().filter(|answer| !answer.is_right());
    Ok(Outcome {
        rows: rows(&verdicts),
        tables: vec![accuracies(&verdicts), confusions(&answers)],
        cases: wrong.map(Answer::case).collect(),
    })
}

fn rows(verdicts: &Verdicts) -> Vec<Row> {
    let english = "whichlang 0.98, lingua 0.99, CLD2 0.99, whatlang 0.94";
    let turkish = "whichlang 0.99, lingua 0.99, CLD2 0.97, whatlang 0.91";
    let one = |name: &str, tag: &str| {
        let right = verdicts.get(tag).map(Vec::as_slice).unwrap_or_default();
        let set = Row::blank(name, counted(right.len(), "sentence"));
        let interval = bootstrap::interval(right.len(), |draw| accuracy(draw.iter().map(|&at| right[at])));
        Row { value: accuracy(right.iter().copied()), interval, target: Some(0.995), ..set }
    };
    vec![
        Row { peers: english, ..one("English", "en") },
        Row { peers: turkish, ..one("Turkish", "tr") },
        average(verdicts),
    ]
}

/// The mean over all languages; sentences are drawn within each, so a draw takes all languages' at once.
fn average(verdicts: &Verdicts) -> Row {
    let sentences: usize = verdicts.values().map(Vec::len).sum();
    let value = mean(verdicts.values().filter_map(|right| accuracy(right.iter().copied())));
    let drawn = |draw: &[usize]| {
        let mut draw = draw.iter();
        mean(verdicts.values().filter_map(|right| {
            let part = draw.by_ref().take(right.len());
            accuracy(part.map(|&at| right[at % right.len()]))
        }))
    };
    let set = format!("mean over {}", counted(verdicts.len(), "language"));
    Row {
        value,
        interval: bootstrap::interval(sentences, drawn),
        peers: "lingua 0.96",
        ..Row::blank(&set, counted(sentences, "sentence"))
    }
}

/// The share of right answers; `None` of none.
fn accuracy(right: impl Iterator<Item = bool>) -> Option<f64> {
    let (hits, all) = right.fold((0_u32, 0_u32), |(hits, all), right| (hits + u32::from(right), all + 1));
    share(f64::from(hits), f64::from(all))
}

/// The languages by their accuracy, in bands.
fn accuracies(verdicts: &Verdicts) -> Table {
    let bands = [0.995, 0.95, 0.9, 0.8, 0.5, f64::MIN_POSITIVE, 0.0];
    let mut below = f64::INFINITY;
    let rows = bands.map(|least| {
        let value = |right: &[bool]| accuracy(right.iter().copied()).unwrap_or_default();
        let inside = |right: &[bool]| (least..below).contains(&value(right));
        let held: Vec<(&&str, &Vec<bool>)> = verdicts.iter().filter(|(_, right)| inside(right)).collect();
        below = least;
        let listed = held.iter().map(|(tag, right)| format!("{tag} {}", number(Some(value(right)))));
        let listed = listed.collect::<Vec<_>>().join(", ");
        vec![band(least), held.len().to_string(), listed]
    });
    Table {
        title: "The languages by their accuracy:".to_owned(),
        header: ["accuracy", "languages", "which"].map(str::to_owned).to_vec(),
        rows: rows.to_vec(),
    }
}

fn band(least: f64) -> String {
    if least == 0.0 {
        "0".to_owned()
    } else if least < 0.1 {
        "> 0".to_owned()
    } else {
        format!("≥ {least}")
    }
}

/// The languages most often taken for another.
fn confusions(answers: &[Answer]) -> Table {
    let wrong = answers.iter().filter(|answer| !answer.is_right());
    let ranked = cases::ranked(wrong.map(|answer| (&*answer.gold.lang, answer.found.as_str())));
    let row = |((gold, found), count): &((&str, &str), usize)| {
        vec![(*gold).to_owned(), (*found).to_owned(), count.to_string()]
    };
    Table {
        title: format!("The {CONFUSIONS} most frequent confusions:"),
        header: ["gold", "found", "sentences"].map(str::to_owned).to_vec(),
        rows: ranked.iter().take(CONFUSIONS).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, GoldSentence, LanguageTag, Verdicts, accuracies, confusions, rows};

    fn answer(lang: &str, found: &str) -> Answer {
        let found = LanguageTag::new(found);
        Answer { gold: GoldSentence { lang: lang.to_owned(), text: "…".to_owned() }, found }
    }

    #[test]
    fn accuracy_and_mean_are_those_computed_by_hand() {
        let verdicts = Verdicts::from([("en", vec![true, true, false, true]), ("cy", vec![false, true])]);
        let rows = rows(&verdicts);
        assert_eq!((rows[0].value, rows[0].size.as_str()), (Some(0.75), "4 sentences"));
        assert_eq!(rows[1].value, None, "no Turkish sentence");
        assert_eq!((rows[2].value, rows[2].size.as_str()), (Some(0.625), "6 sentences"));
        assert_eq!(rows, super::rows(&verdicts), "drawn with a fixed seed");
    }

    #[test]
    fn the_mean_draws_within_each_language() {
        let verdicts = Verdicts::from([("en", vec![true; 5]), ("cy", vec![false; 3])]);
        let interval = rows(&verdicts)[2].interval.unwrap();
        assert_eq!((interval.low, interval.high), (0.5, 0.5));
    }

    #[test]
    fn languages_fall_into_bands() {
        let verdicts = Verdicts::from([("en", vec![true]), ("cy", vec![false]), ("xh", vec![true, false])]);
        let rows = accuracies(&verdicts).rows;
        assert_eq!(rows[0], ["≥ 0.995", "1", "en 1.000"]);
        assert_eq!(rows[4], ["≥ 0.5", "1", "xh 0.500"]);
        assert_eq!(rows[6], ["0", "1", "cy 0.000"]);
    }

    #[test]
    fn confusions_are_counted() {
        let answers = [answer("nn", "nb"), answer("en", "en"), answer("cy", "und"), answer("nn", "nb")];
        assert_eq!(confusions(&answers).rows, [["nn", "nb", "2"], ["cy", "und", "1"]]);
    }

    #[test]
    fn a_sentence_alone_has_the_language_of_its_words() {
        let text = "The mayor said that the old bridge would be closed for a week.".to_owned();
        assert!(Answer::of(GoldSentence { lang: "en".to_owned(), text }).is_right());
        assert_eq!(
            Answer::of(GoldSentence { lang: "en".to_owned(), text: String::new() }).found,
            LanguageTag::UNDETERMINED
        );
    }
}
