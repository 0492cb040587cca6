//! The sets of gold that the network is taught with and scored on.
//!
//! Answers for: which documents belong to a set, whose work it is, and reading it. A set that is scored is never
//! learnt from.

use std::ffi::OsStr;
use std::path::Path;

use crate::entities::{self, Scheme};
use crate::genre::is_open;
use crate::silver::Silver;
use crate::treebank::{self, Document};

/// Documents of one origin.
#[derive(Debug)]
pub(crate) struct Lesson {
    /// Its name in the card.
    pub(crate) name: &'static str,
    /// Its file, relative to the folder of gold.
    file: &'static str,
    /// Whose work it is and under which licence.
    pub(crate) source: &'static str,
    form: Form,
    /// How often its sentences are met in each pass.
    pub(crate) times: usize,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    Treebank,
    Names(Scheme),
}

const EWT: &str = "Universal Dependencies English EWT (Silveira et al. 2014), CC BY-SA 4.0";
const GUM: &str = "Universal Dependencies English GUM (Zeldes 2017), CC BY 4.0 or CC BY-SA 4.0 by genre";

const WIKIGOLD: Scheme = Scheme { columns: (0, Some(1)), marks_others: true };
const WNUT: Scheme = Scheme { columns: (0, Some(1)), marks_others: false };
const UNER: Scheme = Scheme { columns: (1, Some(2)), marks_others: false };
const CLEANCONLL: Scheme = Scheme { columns: (0, None), marks_others: true };

/// What is learnt from.
pub(crate) const LEARNT: &[Lesson] = &[
    Lesson {
        name: "EWT train",
        file: "tokens/ewt_train.conllu",
        source: EWT,
        form: Form::Treebank,
        times: 1,
    },
    Lesson {
        name: "GUM train without the non-commercial genres",
        file: "tokens/gum_train.conllu",
        source: GUM,
        form: Form::Treebank,
        times: 1,
    },
    Lesson {
        name: "WikiGold",
        file: "entities/wikigold.iob1",
        source: "WikiGold (Balasuriya et al. 2009), CC BY 4.0",
        form: Form::Names(WIKIGOLD),
        times: 2,
    },
    Lesson {
        name: "WNUT-17 train",
        file: "entities/wnut17_train.iob2",
        source: "WNUT 2017 (Derczynski et al. 2017), CC BY 4.0",
        form: Form::Names(WNUT),
        times: 1,
    },
    Lesson {
        name: "WNUT-17 dev",
        file: "entities/wnut17_dev.iob2",
        source: "WNUT 2017 (Derczynski et al. 2017), CC BY 4.0",
        form: Form::Names(WNUT),
        times: 1,
    },
];

/// The sentences of `patterns`, which are of no file of gold.
pub(crate) const PATTERNS: Lesson = Lesson {
    name: "patterns of names in news, filled at random",
    file: "",
    source: "written for this project (`pipeline/train/data/patterns.txt`)",
    form: Form::Names(WIKIGOLD),
    times: 1,
};

/// What is scored.
pub(crate) const SCORED: &[Lesson] = &[
    Lesson { name: "EWT dev", file: "tokens/ewt_dev.conllu", source: EWT, form: Form::Treebank, times: 1 },
    Lesson { name: "GUM dev", file: "tokens/gum_dev.conllu", source: GUM, form: Form::Treebank, times: 1 },
    Lesson {
        name: "UNER-EWT dev",
        file: "entities/uner_ewt_dev.iob2",
        source: "Universal NER, English EWT (Mayhew et al. 2024), CC BY-SA 4.0",
        form: Form::Names(UNER),
        times: 1,
    },
    Lesson {
        name: "CleanCoNLL dev",
        file: "entities/cleanconll_dev.iob2",
        source: "CleanCoNLL (Rücker and Akbik 2023), measured on only",
        form: Form::Names(CLEANCONLL),
        times: 1,
    },
];

impl Lesson {
    /// Its documents in the folder `gold`, with the names of `silver` where gold marks none.
    pub(crate) fn documents(&self, gold: &Path, silver: &Silver<'_>) -> anyhow::Result<Vec<Document>> {
        let path = gold.join(self.file);
        match self.form {
            Form::Treebank => {
                let learnt = self.file.ends_with("train.conllu");
                let mut documents = treebank::read(&path, |name| !learnt || is_open(name))?;
                let set = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
                silver.lay(set, &mut documents)?;
                Ok(documents)
            }
            Form::Names(scheme) => entities::read(&path, scheme),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LEARNT, SCORED};

    #[test]
    fn nothing_that_is_scored_is_learnt() {
        for lesson in LEARNT {
            assert!(SCORED.iter().all(|scored| scored.file != lesson.file), "{}", lesson.name);
        }
    }
}
