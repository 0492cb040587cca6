//! Parts of speech on gold words.
//!
//! Answers for: which answers are counted, and which tags are taken for which.

use annotate::Layers;
use schema::labels::{Upos, Vocabulary as _};

use crate::accuracy::{self, Accuracy};
use crate::cases::{self, Case};
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::treebank::{self, Document};

/// Confusions that are listed.
const CONFUSIONS: usize = 20;

pub(crate) const MEASURE: Measure = Measure {
    name: "tags",
    title: "Parts of speech",
    definition: "\
The words of each document of the UD treebanks are given to `annotate::language` as the gold cuts them. An answer is
right where its UPOS is the gold's; every word counts, marks too. Documents are resampled. The network learnt from
the train files of both treebanks, as its card says, and was chosen with the dev files in view.",
    peers: "\
Peers: spaCy en_core_web_md, measured by the project's lead (issue 4) on the test file of EWT, which this gold does
not hold; there it reads about 4,000 tokens a second on a machine of this kind.",
    figure: Figure::Accuracy,
    take,
};

/// The sets: file, target, peers.
const SETS: &[(&str, f64, &str)] =
    &[("ewt_dev", 0.96, "spaCy en_core_web_md 0.928 (EWT test)"), ("gum_dev", 0.965, "")];

/// The tag of a word, and the one found.
struct Answer {
    gold: Upos,
    found: Upos,
    case: Option<Case>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut all = Vec::new();
    for &(file, target, peers) in SETS {
        let answers: Vec<Vec<Answer>> = treebank::read(gold, file)?.iter().map(answers).collect();
        let units: Vec<Accuracy> = answers.iter().map(|answers| accuracy(answers)).collect();
        let row = accuracy::row(file, &units);
        outcome.rows.push(Row { target: Some(target), peers, ..row });
        all.extend(answers.into_iter().flatten());
    }
    outcome.tables.push(confusions(&all));
    outcome.cases.extend(all.into_iter().filter_map(|answer| answer.case));
    Ok(outcome)
}

/// The answers for the words of a document.
fn answers(document: &Document) -> Vec<Answer> {
    let readings = document.reading(Layers::Names);
    let sentences = document.sentences.iter().zip(&readings).enumerate();
    sentences
        .flat_map(|(at, (sentence, reading))| {
            let words = sentence.iter().zip(&reading.upos).enumerate();
            words.map(move |(place, (word, &found))| {
                let case = (found != word.upos).then(|| Case {
                    kind: format!("{} taken for {}", word.upos.as_str(), found.as_str()),
                    cost: 1.0,
                    place: document.place(at),
                    lines: vec![("text", treebank::around(sentence, place))],
                });
                Answer { gold: word.upos, found, case }
            })
        })
        .collect()
}

fn accuracy(answers: &[Answer]) -> Accuracy {
    Accuracy::of(answers.iter().map(|answer| answer.gold == answer.found))
}

/// The tags most often taken for another.
fn confusions(answers: &[Answer]) -> Table {
    let wrong = answers.iter().filter(|answer| answer.gold != answer.found);
    let ranked = cases::ranked(wrong.map(|answer| (answer.gold, answer.found)));
    let row = |((gold, found), count): &((Upos, Upos), usize)| {
        vec![gold.as_str().to_owned(), found.as_str().to_owned(), count.to_string()]
    };
    Table {
        title: format!("The {CONFUSIONS} most frequent confusions in both sets:"),
        header: ["gold", "found", "words"].map(str::to_owned).to_vec(),
        rows: ranked.iter().take(CONFUSIONS).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, accuracy, answers, confusions};
    use crate::accuracy::Accuracy;
    use crate::treebank::tests::{SAMPLE, documents};
    use schema::labels::Upos;

    fn answer(gold: Upos, found: Upos) -> Answer {
        Answer { gold, found, case: None }
    }

    #[test]
    fn every_word_has_an_answer() {
        assert_eq!(answers(&documents(SAMPLE).unwrap()[0]).len(), 11);
    }

    #[test]
    fn confusions_are_counted() {
        let answers = [
            answer(Upos::Noun, Upos::Propn),
            answer(Upos::Verb, Upos::Verb),
            answer(Upos::Adj, Upos::Noun),
            answer(Upos::Noun, Upos::Propn),
        ];
        assert_eq!(accuracy(&answers), Accuracy { right: 1, all: 4 });
        assert_eq!(confusions(&answers).rows, [["NOUN", "PROPN", "2"], ["ADJ", "NOUN", "1"]]);
    }
}
