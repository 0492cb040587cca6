//! Dependency trees of gold words.
//!
//! Answers for: when a word is attached rightly, and how well each relation is found.

use std::collections::BTreeMap;

use annotate::Layers;
use schema::labels::Vocabulary as _;

use crate::accuracy::{self, Accuracy};
use crate::cases::Case;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::number;
use crate::treebank::{self, Document, Word, universal};

pub(crate) const MEASURE: Measure = Measure {
    name: "trees",
    title: "Trees",
    definition: "\
The words of each document of the UD treebanks are given to `annotate::language` as the gold cuts them, without the
gold's parts of speech. UAS is the share of words whose head is the gold's, LAS that of words whose relation is too;
of a relation its universal part counts (`nmod` of `nmod:poss`). Every word counts, marks too. Documents are
resampled. The network learnt from the train files of both treebanks, and was chosen with the dev files in view.",
    peers: "",
    figure: Figure::Accuracy,
    take,
};

/// The sets: file, targets of UAS and LAS.
const SETS: &[(&str, [Option<f64>; 2])] = &[("ewt_dev", [Some(0.88), Some(0.85)]), ("gum_dev", [None, None])];

/// The head and the relation of a word, and those found.
struct Answer {
    relation: String,
    found: String,
    is_attached: bool,
    case: Option<Case>,
}

impl Answer {
    fn is_right(&self) -> bool {
        self.is_attached && self.relation == self.found
    }
}

/// Whether an answer is right by one of the figures.
type Verdict = fn(&Answer) -> bool;

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for &(file, targets) in SETS {
        let answers: Vec<Vec<Answer>> = treebank::read(gold, file)?.iter().map(answers).collect();
        let figures: [Verdict; 2] = [|answer| answer.is_attached, Answer::is_right];
        for ((name, is_right), target) in ["UAS", "LAS"].into_iter().zip(figures).zip(targets) {
            let units = answers.iter().map(|answers| Accuracy::of(answers.iter().map(is_right)));
            let row = accuracy::row(&format!("{file}, {name}"), &units.collect::<Vec<_>>());
            outcome.rows.push(Row { target, ..row });
        }
        let answers: Vec<Answer> = answers.into_iter().flatten().collect();
        outcome.tables.push(relations(file, &answers));
        outcome.cases.extend(answers.into_iter().filter_map(|answer| answer.case));
    }
    Ok(outcome)
}

/// The answers for the words of a document.
fn answers(document: &Document) -> Vec<Answer> {
    let readings = document.reading(Layers::Trees);
    let mut answers = Vec::new();
    for (at, (sentence, reading)) in document.sentences.iter().zip(&readings).enumerate() {
        let found = reading.heads.iter().zip(&reading.relations);
        for (place, (word, (&head, relation))) in sentence.iter().zip(found).enumerate() {
            let found = universal(relation.as_str()).to_owned();
            let is_attached = head == word.head;
            let mut answer = Answer { relation: word.relation.clone(), found, is_attached, case: None };
            if !answer.is_right() {
                let kind = kind(&answer);
                let lines = vec![
                    ("gold", format!("{} of {}", word.relation, form(sentence, word.head))),
                    ("found", format!("{} of {}", answer.found, form(sentence, head))),
                    ("text", treebank::around(sentence, place)),
                ];
                answer.case = Some(Case { kind, cost: 1.0, place: document.place(at), lines });
            }
            answers.push(answer);
        }
    }
    answers
}

/// What is wrong.
fn kind(answer: &Answer) -> String {
    let Answer { relation, found, is_attached, .. } = answer;
    match (relation == found, is_attached) {
        (true, _) => format!("{relation} of another word"),
        (false, true) => format!("{relation} taken for {found}"),
        (false, false) => format!("{relation} taken for {found} of another word"),
    }
}

/// The head with its place, or the root.
fn form(sentence: &[Word], head: u32) -> String {
    let word = (head as usize).checked_sub(1).and_then(|at| sentence.get(at));
    word.map_or_else(|| "nothing".to_owned(), |word| format!("{} ({head})", word.form))
}

/// How well each relation of the gold is found.
fn relations(file: &str, answers: &[Answer]) -> Table {
    let mut relations: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for answer in answers {
        relations.entry(&answer.relation).or_default().push(answer);
    }
    let mut rows: Vec<_> = relations.into_iter().collect();
    rows.sort_by_key(|(_, answers)| std::cmp::Reverse(answers.len()));
    let row = |(relation, own): (&str, Vec<&Answer>)| {
        let share =
            |is_right: Verdict| number(Accuracy::of(own.iter().map(|answer| is_right(answer))).share());
        let found = answers.iter().filter(|answer| answer.found == relation);
        let precision = Accuracy::of(found.map(Answer::is_right)).share();
        let figures = [share(|answer| answer.is_attached), share(Answer::is_right), number(precision)];
        [vec![relation.to_owned(), own.len().to_string()], figures.to_vec()].concat()
    };
    Table {
        title: format!("The relations of `{file}`; LAS is a relation's recall:"),
        header: ["relation", "words", "UAS", "LAS", "precision"].map(str::to_owned).to_vec(),
        rows: rows.into_iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, answers, form, kind, relations};
    use crate::treebank::tests::{SAMPLE, documents};

    fn answer(relation: &str, found: &str, is_attached: bool) -> Answer {
        Answer { relation: relation.to_owned(), found: found.to_owned(), is_attached, case: None }
    }

    #[test]
    fn every_word_has_an_answer() {
        let answers = answers(&documents(SAMPLE).unwrap()[0]);
        assert_eq!(answers.len(), 11);
        assert!(answers.iter().all(|answer| answer.is_right() == answer.case.is_none()));
    }

    #[test]
    fn relations_are_counted_by_hand() {
        let answers = [
            answer("obj", "obj", true),
            answer("obj", "obj", false),
            answer("obj", "obl", true),
            answer("obl", "obj", true),
        ];
        assert_eq!(
            relations("toy", &answers).rows,
            [["obj", "3", "0.667", "0.333", "0.333"], ["obl", "1", "1.000", "0.000", "0.000"]]
        );
        assert_eq!(kind(&answers[1]), "obj of another word");
        assert_eq!(kind(&answers[2]), "obj taken for obl");
    }

    #[test]
    fn heads_are_shown_as_words() {
        let sentence = &documents(SAMPLE).unwrap()[0].sentences[1];
        assert_eq!((form(sentence, 2).as_str(), form(sentence, 0).as_str()), ("died (2)", "nothing"));
    }
}
