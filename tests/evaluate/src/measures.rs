//! The measures: one file each, entered in the list in `measure`.

pub(crate) mod language;
pub(crate) mod main_text;
pub(crate) mod roles;
pub(crate) mod sentences;
