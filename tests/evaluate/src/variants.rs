//! Pairs of names that are of one bearer or of two, without a text around them.
//!
//! Answers for: their file, which bearer its schemas mean, and the figures. How alike two names are is the
//! business of the crate `names`.

use std::collections::BTreeMap;

use names::{Bearer, LIKELY, likeness};
use serde::Deserialize;

use crate::cases::Case;
use crate::counts::Counts;
use crate::gold::Gold;
use crate::measure::{Row, Table};
use crate::report::{counted, number};

/// A pair as the file holds it.
#[derive(Debug, Deserialize)]
struct Pair {
    schema: String,
    name1: String,
    name2: String,
    is_match: String,
    case_group: String,
}

/// A pair and what was found.
#[derive(Debug)]
pub(crate) struct Answer {
    pair: Pair,
    likeness: f32,
}

/// All pairs.
pub(crate) fn read(gold: &Gold) -> anyhow::Result<Vec<Answer>> {
    let pairs: Vec<Pair> = gold.rows("entities/name_variants.jsonl")?;
    Ok(pairs.into_iter().map(Answer::of).collect())
}

impl Answer {
    fn of(pair: Pair) -> Self {
        let bearer = match pair.schema.as_str() {
            "Person" => Bearer::Person,
            "Company" | "LegalEntity" | "Organization" => Bearer::Organisation,
            _ => Bearer::Other,
        };
        Self { likeness: likeness(&pair.name1, &pair.name2, bearer), pair }
    }

    fn is_match(&self) -> bool {
        self.pair.is_match == "true"
    }

    fn is_likely(&self) -> bool {
        self.likeness >= LIKELY
    }

    fn counts(&self) -> Counts {
        let one = |holds: bool| f64::from(u8::from(holds));
        Counts {
            hits: one(self.is_match() && self.is_likely()),
            extra: one(!self.is_match() && self.is_likely()),
            missed: one(self.is_match() && !self.is_likely()),
        }
    }

    /// The error that it is; `None` where it is none.
    fn case(&self) -> Option<Case> {
        let Pair { schema, name1, name2, case_group, .. } = &self.pair;
        let wrong = if self.is_likely() { "taken for one" } else { "taken for two" };
        let likeness = format!("{:.3}", self.likeness);
        (self.is_match() != self.is_likely()).then(|| Case {
            kind: format!("{schema} {wrong}"),
            cost: 1.0,
            place: case_group.clone(),
            lines: vec![("one", name1.clone()), ("other", name2.clone()), ("alike", likeness)],
        })
    }
}

/// The row of all pairs.
pub(crate) fn row(answers: &[Answer]) -> Row {
    let units: Vec<Counts> = answers.iter().map(Answer::counts).collect();
    Row::of_counts("name variants", counted(answers.len(), "pair"), &units)
}

/// The figures of each schema.
pub(crate) fn schemas(answers: &[Answer]) -> Table {
    let mut schemas: BTreeMap<&str, (usize, Counts)> = BTreeMap::new();
    for answer in answers {
        let (pairs, counts) = schemas.entry(&answer.pair.schema).or_default();
        *pairs += 1;
        *counts = *counts + answer.counts();
    }
    let row = |(schema, (pairs, counts)): (&str, (usize, Counts))| {
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(number);
        [vec![schema.to_owned(), pairs.to_string()], figures.to_vec()].concat()
    };
    Table {
        title: "The pairs of name variants, by what bears the names:".to_owned(),
        header: ["schema", "pairs", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: schemas.into_iter().map(row).collect(),
    }
}

/// The errors.
pub(crate) fn cases(answers: &[Answer]) -> Vec<Case> {
    answers.iter().filter_map(Answer::case).collect()
}

#[cfg(test)]
mod tests {
    use super::{Answer, Pair, cases, row, schemas};

    fn answer(is_match: bool, likeness: f32) -> Answer {
        let [schema, name1, case_group] = ["Person", "Ada Brandt", "toy"].map(str::to_owned);
        let name2 = "Brandt, Ada".to_owned();
        Answer { pair: Pair { schema, name1, name2, is_match: is_match.to_string(), case_group }, likeness }
    }

    #[test]
    fn pairs_are_counted_by_hand() {
        let answers = [answer(true, 0.9), answer(true, 0.1), answer(false, 0.5), answer(false, 0.2)];
        let row = row(&answers);
        assert_eq!((row.precision, row.recall, row.size.as_str()), (Some(0.5), Some(0.5), "4 pairs"));
        assert_eq!(schemas(&answers).rows, [["Person", "4", "0.500", "0.500", "0.500"]]);
        let kinds: Vec<String> = cases(&answers).into_iter().map(|case| case.kind).collect();
        assert_eq!(kinds, ["Person taken for two", "Person taken for one"]);
    }

    #[test]
    fn names_are_compared_as_those_of_their_bearer() {
        let line = r#"{"case_group": "toy", "schema": "Person", "name1": "Ada Brandt", "name2": "Brandt, Ada",
            "is_match": "true"}"#;
        let same = Answer::of(serde_json::from_str::<Pair>(line).unwrap());
        assert!(same.is_likely() && same.is_match());
        let other =
            Answer::of(serde_json::from_str::<Pair>(&line.replace("Brandt, Ada", "Omar Reed")).unwrap());
        assert!(!other.is_likely());
    }
}
