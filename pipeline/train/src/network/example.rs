//! What is learnt from: a sentence with what gold says of it.
//!
//! Answers for: the vocabulary of forms, so that each is looked up once, and sentences as places in it. Leaves to
//! others: reading gold (`treebank`, `entities`).

use std::collections::HashMap;

use annotate::language::form::{self, Rows};
use annotate::language::gazetteer;
use annotate::language::network::VECTOR;
use annotate::language::phrases::{self, Hint};
use annotate::language::vectors;

use super::arcs::Tree;
use super::chain::Allowed;

/// A sentence of gold; what it does not say is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Gold {
    /// Its name in its set, where it has one.
    pub(crate) id: String,
    pub(crate) words: Vec<String>,
    /// Parts of speech, as places in their list.
    pub(crate) tags: Option<Vec<u8>>,
    pub(crate) tree: Option<Tree>,
    /// The tags that each word may have in a name.
    pub(crate) names: Option<Vec<Allowed>>,
}

impl Gold {
    /// The same in capitals.
    pub(crate) fn in_capitals(&self) -> Self {
        Self { words: self.words.iter().map(|word| word.to_uppercase()).collect(), ..self.clone() }
    }
}

/// A sentence whose words are places in a vocabulary.
#[derive(Debug, Clone)]
pub(crate) struct Example<'g> {
    pub(crate) forms: Vec<u32>,
    pub(crate) hints: Vec<Hint>,
    pub(crate) gold: &'g Gold,
}

/// A form as the network sees it.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) rows: Rows,
    pub(crate) vector: Option<[f32; VECTOR]>,
    pub(crate) bits: u32,
    /// How often it stands in the examples.
    pub(crate) count: u32,
}

/// Every form of the examples.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    places: HashMap<String, u32>,
    pub(crate) forms: Vec<Form>,
}

impl Vocabulary {
    /// The sentence with its words looked up, new ones added.
    pub(crate) fn example<'g>(&mut self, gold: &'g Gold) -> Example<'g> {
        let forms: Vec<u32> = gold.words.iter().map(|word| self.place(word)).collect();
        let words: Vec<&str> = gold.words.iter().map(String::as_str).collect();
        let hints = phrases::hints(&words, |word| self.forms[forms[word] as usize].bits);
        Example { forms, hints, gold }
    }

    fn place(&mut self, word: &str) -> u32 {
        if let Some(&place) = self.places.get(word) {
            self.forms[place as usize].count += 1;
            return place;
        }
        let place = u32::try_from(self.forms.len()).expect("gold has fewer forms");
        let mut folded = String::new();
        form::fold(word, &mut folded);
        let mut vector = [0.0; VECTOR];
        let vector = vectors::add(&word.to_lowercase(), &mut vector).then_some(vector);
        let rows = form::rows(word, &folded);
        self.forms.push(Form { rows, vector, bits: gazetteer::bits(word), count: 1 });
        self.places.insert(word.to_owned(), place);
        place
    }
}
