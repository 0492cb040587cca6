//! The model card: what the boundary model is, from what it was made, and how well it does.
//!
//! Answers for: its text, a pure function of the sets and the model.

use std::fmt::Write as _;

use segment::boundaries::junction::FEATURES;
use segment::boundaries::model::{Model, VERSION, WEIGHTS};

use crate::document::Paragraph;
use crate::scores::Score;
use crate::sets::Set;

/// A set with its paragraphs.
type Read = (&'static Set, Vec<Paragraph>);

const INTRODUCTION: &str = "\
# The model of sentence boundaries

Made by the crate `train`; do not edit. The command, in the root of the repository, with the public gold beside it:

    cargo run --release -p train -- ../shared/gold

The same gold gives the same bytes: the order of the examples is shuffled by a fixed sequence, and there is no clock.

What it does: the rules of `segment` cut a block into sentences, and their boundaries stand. Inside each sentence the
model looks at the places that the rules leave open (before a capital, a digit or a mark; before a word in lower case
behind a mark, a digit or a capital; before an address of a page) and says whether another sentence begins there. It
is meant for text that leaves out stops: mail, comments, lists, headings and credits that run into the text. It is
not asked in Turkish text, which has rules of its own.";

const LIMITS: &str = "\
What it cannot do: it knows English web text of the 2000s best and learnt no other language. It adds boundaries and
takes none away. In a paragraph that ends in a stop it asks for more evidence than in others, so that it leaves names
and titles in news alone; a stop lost inside such a paragraph is often not noticed.

Licence: the weights are derived from the sets above, some of which are under CC BY-SA; they are therefore under
CC BY-SA 4.0 (see `LICENSE` beside this file), with attribution to the authors named. The code is not touched by this.
";

/// The card of `model`, which was learnt from `learnt`.
pub(crate) fn text(learnt: &[Read], scored: &[Read], model: &Model<'_>) -> String {
    [INTRODUCTION.to_owned(), form(), data(learnt), scores(scored, model), LIMITS.to_owned()].join("\n\n")
}

fn form() -> String {
    format!(
        "What it is: a linear model with a hinge loss over {FEATURES} hashed features of each place (the words, forms, \
         endings and\nouter marks of two tokens on either side, the place in the sentence, the signs of the block), \
         with {WEIGHTS} weights\nof one byte: {} bytes with the header. Version {VERSION} of the file's form; the byte \
         is checked when it is read.",
        WEIGHTS + 9
    )
}

fn data(learnt: &[Read]) -> String {
    let mut text =
        "Learnt from:\n\n| set | paragraphs | places asked | of them boundaries | source and licence |\n\
                    |---|---:|---:|---:|---|"
            .to_owned();
    for (set, paragraphs) in learnt {
        let examples = || paragraphs.iter().flat_map(Paragraph::examples);
        let (asked, starts) = (examples().count(), examples().filter(|example| example.is_start).count());
        let row = format!("| {} | {} | {asked} | {starts} | {} |", set.name, paragraphs.len(), set.source);
        write!(text, "\n{row}").expect("a string takes all text");
    }
    text
}

fn scores(scored: &[Read], model: &Model<'_>) -> String {
    let mut text =
        "Boundaries inside paragraphs, on sets that are not learnt from. The thresholds were chosen on \
                    the first two.\n\n| set | rules: P | R | F1 | with the model: P | R | F1 |\n\
                    |---|---:|---:|---:|---:|---:|---:|"
            .to_owned();
    for (set, paragraphs) in scored {
        let figures = |model| Score::of(paragraphs.iter(), model).figures().join(" | ");
        write!(text, "\n| {} | {} | {} |", set.name, figures(None), figures(Some(model)))
            .expect("a string takes all text");
    }
    text
}
