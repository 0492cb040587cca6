//! Lemmas of gold words.
//!
//! Answers for: which tag a lemma is asked for with, and whether the tag or the lemma's rules are at fault.

use annotate::{Layers, lemmas};
use schema::labels::{Upos, Vocabulary as _};

use crate::accuracy::{self, Accuracy};
use crate::cases::Case;
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row};
use crate::treebank::{self, Document, Word};

pub(crate) const MEASURE: Measure = Measure {
    name: "lemmas",
    title: "Lemmas",
    definition: "\
The words of each document of the UD treebanks are given to `annotate::language` as the gold cuts them, and each word
with the part of speech found to `annotate::lemmas`. An answer is right where it is the gold's lemma, letter case
too; every word counts, marks too. With the gold's part of speech in place of the found one, the rules alone are
measured. Documents are resampled. Rules and exceptions were learnt from the train files of both treebanks.",
    peers: "",
    figure: Figure::Accuracy,
    take,
};

/// The sets: file, target with found tags.
const SETS: &[(&str, Option<f64>)] = &[("ewt_dev", Some(0.965)), ("gum_dev", None)];

/// The answers for a document.
struct Scored {
    found_tags: Accuracy,
    gold_tags: Accuracy,
    cases: Vec<Case>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for &(file, target) in SETS {
        let scored: Vec<Scored> = treebank::read(gold, file)?.iter().map(Scored::of).collect();
        let found: Vec<Accuracy> = scored.iter().map(|scored| scored.found_tags).collect();
        let given: Vec<Accuracy> = scored.iter().map(|scored| scored.gold_tags).collect();
        outcome.rows.push(Row { target, ..accuracy::row(file, &found) });
        outcome.rows.push(accuracy::row(&format!("{file}, gold tags"), &given));
        outcome.cases.extend(scored.into_iter().flat_map(|scored| scored.cases));
    }
    Ok(outcome)
}

impl Scored {
    fn of(document: &Document) -> Self {
        let tags = document.reading(Layers::Names).into_iter().map(|reading| reading.upos);
        let tags: Vec<Vec<Upos>> = tags.collect();
        let (mut found_tags, mut gold_tags) = (Accuracy::default(), Accuracy::default());
        let mut cases = Vec::new();
        for (at, (sentence, tags)) in document.sentences.iter().zip(&tags).enumerate() {
            for (place, (word, &tag)) in sentence.iter().zip(tags).enumerate() {
                let (found, given) = (lemma(word, tag), lemma(word, word.upos));
                let verdicts = [found == word.lemma, given == word.lemma];
                found_tags = found_tags + Accuracy::of(verdicts[..1].iter().copied());
                gold_tags = gold_tags + Accuracy::of(verdicts[1..].iter().copied());
                if !verdicts[0] {
                    let lines = vec![
                        ("gold", word.lemma.clone()),
                        ("found", found),
                        ("text", treebank::around(sentence, place)),
                    ];
                    cases.push(Case { kind: kind(word, tag), cost: 1.0, place: document.place(at), lines });
                }
            }
        }
        Self { found_tags, gold_tags, cases }
    }
}

fn lemma(word: &Word, tag: Upos) -> String {
    lemmas::lemma(&word.form, tag).into_owned()
}

/// What a wrong lemma is a lemma of.
fn kind(word: &Word, tag: Upos) -> String {
    if word.upos == tag {
        format!("{}, rightly tagged", tag.as_str())
    } else {
        format!("{}, tagged {}", word.upos.as_str(), tag.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Scored, kind};
    use crate::treebank::tests::{SAMPLE, documents};
    use schema::labels::Upos;

    #[test]
    fn every_word_has_a_lemma_with_each_tag() {
        let scored = Scored::of(&documents(SAMPLE).unwrap()[0]);
        assert_eq!((scored.found_tags.all, scored.gold_tags.all), (11, 11));
        assert_eq!(scored.cases.len(), scored.found_tags.all - scored.found_tags.right);
    }

    #[test]
    fn a_lemma_no_rule_can_give_is_an_error() {
        let scored = Scored::of(&documents(&SAMPLE.replace("\tburn\t", "\tscorch\t")).unwrap()[0]);
        assert!(scored.cases.iter().any(|case| case.lines[0].1 == "scorch"));
        assert!(scored.gold_tags.right < scored.gold_tags.all);
    }

    #[test]
    fn an_error_says_whether_the_tag_was_wrong() {
        let word = documents(SAMPLE).unwrap()[0].sentences[0][6].clone();
        assert_eq!(kind(&word, Upos::Verb), "VERB, rightly tagged");
        assert_eq!(kind(&word, Upos::Adj), "VERB, tagged ADJ");
    }
}
