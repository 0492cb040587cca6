//! The measures: one file each, entered in the list in `measure`.

pub(crate) mod language;
pub(crate) mod lemmas;
pub(crate) mod main_text;
pub(crate) mod names;
pub(crate) mod roles;
pub(crate) mod sentences;
pub(crate) mod tags;
pub(crate) mod tokens;
pub(crate) mod trees;
