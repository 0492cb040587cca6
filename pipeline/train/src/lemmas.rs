//! The tables of lemmas: which sets they are learnt from and scored on, and the file with its card.
//!
//! Answers for: [`make`]. Learning from the words is `tree`'s, reading them `words`'; the form of the file and the
//! lemmas that it gives are `annotate`'s.

mod card;
mod inflections;
mod table;
mod tree;
mod words;

use std::path::Path;

use annotate::lemmas::model::Model;

use crate::genre::is_open;
use words::Word;

/// The lemmas of a treebank.
#[derive(Debug)]
struct Set {
    /// Its name in the card.
    name: &'static str,
    /// Its file, relative to the folder of gold.
    file: &'static str,
    /// Whose work it is and under which licence.
    source: &'static str,
}

/// A set with its words.
type Read = (&'static Set, Vec<Word>);

const EWT: &str = "Universal Dependencies English EWT (Silveira et al. 2014), CC BY-SA 4.0";
const GUM: &str = "Universal Dependencies English GUM (Zeldes 2017), CC BY 4.0 or CC BY-SA 4.0 by genre";

/// What is learnt from.
const LEARNT: &[Set] = &[
    Set { name: "EWT train", file: "tokens/ewt_train.conllu", source: EWT },
    Set { name: "GUM train without the non-commercial genres", file: "tokens/gum_train.conllu", source: GUM },
];

/// What is scored.
const SCORED: &[Set] = &[
    Set { name: "EWT dev", file: "tokens/ewt_dev.conllu", source: EWT },
    Set { name: "GUM dev", file: "tokens/gum_dev.conllu", source: GUM },
];

/// The model learnt from the sets in the folder `gold`, and its card.
pub(crate) fn make(gold: &Path) -> anyhow::Result<(Vec<u8>, String)> {
    let learnt = read(gold, LEARNT, is_open)?;
    let scored = read(gold, SCORED, |_| true)?;
    let bytes = table::learn(learnt.iter().flat_map(|(_, words)| words));
    let model = Model::read(&bytes).expect("this crate makes files of the version that it reads");
    let card = card::text(&learnt, &scored, &model, bytes.len());
    Ok((bytes, card))
}

fn read(gold: &Path, sets: &'static [Set], holds: fn(&str) -> bool) -> anyhow::Result<Vec<Read>> {
    sets.iter().map(|set| Ok((set, words::read(&gold.join(set.file), holds)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::{LEARNT, SCORED};

    #[test]
    fn nothing_that_is_scored_is_learnt() {
        assert!(LEARNT.iter().all(|set| SCORED.iter().all(|scored| scored.file != set.file)));
    }
}
