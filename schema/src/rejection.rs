//! An input that gave no document.
//!
//! Answers for: what is kept of it. Every input ends as a document or as one of these.

use serde::{Deserialize, Serialize};

use crate::Locator;
use crate::labels::{RejectReason, Stage};

/// An input that gave no document, with why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rejection {
    /// Where it stands.
    pub locator: Locator,
    /// The stage that refused it.
    pub stage: Stage,
    /// Why, from the closed list.
    pub reason: RejectReason,
    /// Why, in words: what was found and where.
    pub detail: String,
    /// How many bytes of the source were read; `None` where none could be.
    pub bytes: Option<u64>,
}
