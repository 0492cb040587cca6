//! The measures: one file each, entered in the list in `measure`.

pub(crate) mod attributions;
pub(crate) mod casualties;
pub(crate) mod claims;
pub(crate) mod entities;
pub(crate) mod events;
pub(crate) mod factuality;
pub(crate) mod language;
pub(crate) mod lemmas;
pub(crate) mod main_text;
pub(crate) mod names;
pub(crate) mod newswire;
pub(crate) mod quantities;
pub(crate) mod reuse;
pub(crate) mod roles;
pub(crate) mod rst_attributions;
pub(crate) mod sentences;
pub(crate) mod stories;
pub(crate) mod tags;
pub(crate) mod times;
pub(crate) mod tokens;
pub(crate) mod trees;
pub(crate) mod uncertainty;
