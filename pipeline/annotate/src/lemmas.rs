//! Lemmas: the form of a word that a dictionary lists.
//!
//! # What it marks
//!
//! The lemma of a word whose part of speech is known, as Universal Dependencies writes it: the infinitive of a verb,
//! the singular of a noun, the positive of an adjective or adverb, the full word of a clitic. A proper noun keeps its
//! form, and a number its digits, without the commas between them.
//!
//! # How it decides
//!
//! Two tables that the treebanks taught, `models/lemmas.bin`. The first gives the edit: how many letters fall off
//! the end and which are put there. It is asked for the whole word, then, where words are inflected freely, for its
//! longest known ending. The second gives the letter case in the same way. What no table knows stays as it is; an
//! ending of several letters may not take the last vowel with it.
//!
//! # Example
//!
//! ```
//! use annotate::lemmas::lemma;
//! use schema::labels::Upos;
//!
//! assert_eq!(lemma("Denied", Upos::Verb), "deny");
//! assert_eq!(lemma("n't", Upos::Part), "not");
//! assert_eq!(lemma("Brandts", Upos::Propn), "Brandts");
//! ```
//!
//! # Known misses
//!
//! - One form, one lemma for each part of speech: "lay" is always the same verb, "her" is always possessive.
//! - An adjective with a capital keeps it where the treebanks mostly saw it inside names, also at the head of a
//!   sentence.
//! - A part of speech that was guessed wrong gives a wrong lemma.
//!
//! # Sources
//!
//! Universal Dependencies, <https://universaldependencies.org/u/overview/morphology.html#lemmas>; the card beside the
//! model names the treebanks and their licences.

pub mod casing;
pub mod edit;
pub mod model;
pub mod question;

use std::borrow::Cow;
use std::sync::LazyLock;

use schema::labels::Upos;

use model::Model;

/// The tables that this crate was built with.
static BUILT_IN: LazyLock<Model<'static>> = LazyLock::new(|| {
    Model::read(include_bytes!("../models/lemmas.bin"))
        .expect("a test reads the file, which is part of the crate")
});

/// The lemma of `form` as a word of the class `upos`.
///
/// Borrowed where it is the form or its beginning.
pub fn lemma(form: &str, upos: Upos) -> Cow<'_, str> {
    BUILT_IN.lemma(form, upos)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use schema::labels::Upos;

    use super::{BUILT_IN, lemma};

    #[test]
    fn the_built_in_model_loads() {
        assert!(BUILT_IN.entries().count() > 0);
    }

    #[test]
    fn the_beginning_of_a_form_is_borrowed() {
        for (form, upos) in [("trams", Upos::Noun), ("Velden", Upos::Propn), ("walked", Upos::Verb)] {
            assert!(matches!(lemma(form, upos), Cow::Borrowed(_)), "{form}");
        }
    }
}
