//! The card of the lemmas: what the tables are, from what they were made, and how well they do.
//!
//! Answers for: its text, a pure function of the sets and the model.

use std::fmt::Write as _;

use annotate::lemmas::model::{Model, VERSION};
use annotate::lemmas::question::LONGEST;

use super::words::Word;
use super::{Read, inflections};

const INTRODUCTION: &str = "\
# The tables of lemmas

Made by the crate `train`; do not edit. The command, in the root of the repository, with the public gold beside it:

    cargo run --release -p train -- ../shared/gold --only lemmas

The same gold gives the same bytes: everything is counted in a fixed order, and there is no clock.

What they do: they give the lemma of an English word whose part of speech (UPOS) is known, as Universal Dependencies
writes it.";

const LIMITS: &str = "\
What they cannot do: they see a word and its part of speech, not its sentence, so a form has one lemma for each part
of speech. They know English alone. Misspelt words that the treebanks hold twice have the lemma of the right word; others
keep their spelling.

Licence: the tables are derived from the sets above, some of which are under CC BY-SA; they are therefore under
CC BY-SA 4.0 (see `LICENSE` beside this file), with attribution to the authors named. The code is not touched by this.
";

/// The card of `model`, a file of so many `bytes`, which was learnt from `learnt`.
pub(super) fn text(learnt: &[Read], scored: &[Read], model: &Model<'_>, bytes: usize) -> String {
    let entries = model.entries().count();
    let form = format!(
        "What they are: {entries} endings (of at most {LONGEST} bytes) and words with the edit or the letter case that \
         leads to\nthe lemma, by part of speech: {bytes} bytes. An ending stands there where it does better than the next \
         shorter one,\na word where its ending does it wrong. Version {VERSION} of the file's form; the byte is checked \
         when it is read."
    );
    [INTRODUCTION.to_owned(), form, data(learnt), scores(scored, model), LIMITS.to_owned()].join("\n\n")
}

fn data(learnt: &[Read]) -> String {
    let mut text = "Learnt from:\n\n| set | words | source and licence |\n|---|---:|---|".to_owned();
    for (set, words) in learnt {
        write!(text, "\n| {} | {} | {} |", set.name, words.len(), set.source)
            .expect("a string takes all text");
    }
    let own = inflections::words().len();
    let source = "written for this project, MIT OR Apache-2.0";
    write!(text, "\n| `pipeline/train/data/inflections.tsv` | {own} | {source} |")
        .expect("a string takes all text");
    text
}

fn scores(scored: &[Read], model: &Model<'_>) -> String {
    let mut text = "Share of words with the right lemma (letter case counts), given their right part of speech, on sets that \
                    are\nnot learnt from:\n\n| set | words | right |\n|---|---:|---:|"
        .to_owned();
    for (set, words) in scored {
        let share = right(words, model) as f64 / words.len() as f64;
        write!(text, "\n| {} | {} | {share:.4} |", set.name, words.len()).expect("a string takes all text");
    }
    text
}

fn right(words: &[Word], model: &Model<'_>) -> usize {
    words.iter().filter(|word| model.lemma(&word.form, word.upos) == word.lemma).count()
}
