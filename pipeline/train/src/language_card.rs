//! The card of the language layer: what the network is, from what it was made, and how well it does.
//!
//! Answers for: its text, a pure function of the sets and the network.

use std::fmt::Write as _;

use annotate::language::form::ROWS;
use annotate::language::network::{EMBEDDING, FORM, HIDDEN, Network, VERSION, WEIGHTS};

use crate::lessons::Lesson;
use crate::network::COURSE;
use crate::network::example::Gold;
use crate::readings;
use crate::treebank::Document;

/// A set with its documents.
type Read = (&'static Lesson, Vec<Document>);

const INTRODUCTION: &str = "\
# The model of the language layer

Made by the crate `train`; do not edit. The command, in the root of the repository, with the public gold beside it:

    cargo run --release -p train -- ../shared/gold

The same gold gives the same bytes, whatever the number of threads: what is drawn comes from a fixed sequence, sums are
taken in a fixed order, and there is no clock.

What it does: it gives every word of an English sentence its part of speech (UPOS) and, on request, its head and its
relation (Universal Dependencies), and it finds the names of persons, locations, organisations and others.";

const TEACHER: &str = "\
The treebanks mark no names. Theirs come from a larger network, which learnt from the sets of names above and is not
part of this project's programs: `pipeline/train/data/silver_names.tsv`, made by `pipeline/train/teacher/`. The
pretrained vectors stand in `vectors.bin` and the lists in `data/`, each with its own card or header.";

const LIMITS: &str = "\
What it cannot do: it reads English alone, and text without capitals or with nothing else badly. It does not know who
is meant by a name, and no list of names is complete.

Licence: the weights are derived from the sets above, some of which are under CC BY-SA; they are therefore under
CC BY-SA 4.0 (see `LICENSE` beside this file), with attribution to the authors named. The code is not touched by this.
";

/// The card of `network`, which was learnt from `learnt`.
pub(crate) fn text(learnt: &[Read], scored: &[Read], network: &Network<'_>) -> String {
    [
        INTRODUCTION.to_owned(),
        form(),
        data(learnt),
        trees(scored, network),
        names(scored, network),
        LIMITS.to_owned(),
    ]
    .join("\n\n")
}

fn form() -> String {
    format!(
        "What it is: hashed features of each form ({ROWS} rows of {EMBEDDING} numbers in one byte each), a pretrained \
         vector\nand the lists that the form stands in become {FORM} numbers; three layers of simple recurrent units in both\n\
         directions, {HIDDEN} numbers each, read them in the sentence, the third for trees alone. {WEIGHTS} weights stand\n\
         in two bytes each. Version {VERSION} of the file's form; the byte is checked when it is read. Learnt in {} passes.",
        COURSE.passes
    )
}

fn data(learnt: &[Read]) -> String {
    let mut text =
        "Learnt from (a word counts for names where the set, or the larger network, says whether it is in \
                    one):\n\n| set | sentences | words | with trees | with names | source and licence |\n\
                    |---|---:|---:|---:|---:|---|"
            .to_owned();
    for (lesson, documents) in learnt {
        let count = |holds: fn(&Gold) -> bool| -> usize {
            let sentences = documents.iter().flat_map(|document| &document.sentences);
            sentences.filter(|gold| holds(gold)).map(|gold| gold.words.len()).sum()
        };
        let sentences: usize = documents.iter().map(|document| document.sentences.len()).sum();
        let (words, trees, names) =
            (count(|_| true), count(|gold| gold.tree.is_some()), count(|gold| gold.names.is_some()));
        let row =
            format!("| {} | {sentences} | {words} | {trees} | {names} | {} |", lesson.name, lesson.source);
        write!(text, "\n{row}").expect("a string takes all text");
    }
    text + "\n\n" + TEACHER
}

fn trees(scored: &[Read], network: &Network<'_>) -> String {
    let mut text = "Parts of speech and trees on the words of gold, sets that are not learnt from (the universal part of \
                    the\nrelation, all words):\n\n| set | UPOS | UAS | LAS |\n|---|---:|---:|---:|"
        .to_owned();
    for (lesson, documents) in scored {
        if let Some([tags, heads, labelled]) = readings::count(network, documents).trees() {
            write!(text, "\n| {} | {tags:.4} | {heads:.4} | {labelled:.4} |", lesson.name)
                .expect("a string takes all text");
        }
    }
    text
}

fn names(scored: &[Read], network: &Network<'_>) -> String {
    let mut text =
        "Names (persons, locations, organisations; exact spans), sets that are not learnt from:\n\n\
                    | set | P | R | F1 |\n|---|---:|---:|---:|"
            .to_owned();
    for (lesson, documents) in scored {
        if let Some([precision, recall, f1]) = readings::count(network, documents).names() {
            write!(text, "\n| {} | {precision:.4} | {recall:.4} | {f1:.4} |", lesson.name)
                .expect("a string takes all text");
        }
    }
    text
}
