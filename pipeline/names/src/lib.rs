//! Names: what they are made of, and how alike two are.
//!
//! Responsible for: spellings without marks and in Latin letters, the words of a person's name and of a body's, short
//! forms, by-names, acronyms, and how alike two names are. Not responsible for: which names a text holds, and which
//! bearer is meant (those who know the text or the documents decide). Every function is pure. What larger lists know of
//! words comes as an argument, [`Lists`], so that annotating and linking read names alike and each knows what it knows.
//!
//! In reading order: `spelling` is the letters, `word_kind` what lists say of a word, `personal_name` and `body_name` the
//! two sorts of names, `nicknames` and `given_names` the forms of given names, `similarity` the rules of who may be one;
//! `phonetics`, `name_words` and `alignment` serve `likeness`, the degree to which any two names are alike.

mod alignment;
mod body_name;
mod given_names;
mod lexicon;
mod likeness;
mod name_words;
mod nicknames;
mod personal_name;
mod phonetics;
mod similarity;
mod spelling;
mod word_kind;

pub use body_name::{acronym, has_by_names, initials, is_shortened, key};
pub use given_names::usual_form;
pub use likeness::{Bearer, LIKELY, likeness};
pub use personal_name::{Generation, PersonalName};
pub use phonetics::sound;
pub use similarity::{is_initial, is_misspelt, is_near, is_same_given, may_be_one_person};
pub use spelling::{fold, romanised};
pub use word_kind::{Lists, ORGANISATION_WORDS, PARTICLES, WordKind, WordKinds, known};
