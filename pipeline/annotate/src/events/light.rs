//! Verbs that say of their object no more than that it happens.
//!
//! Answers for: which verbs these are: "staged a raid", "promised aid", "the talks were held". Leaves to others
//! what follows for actors, main events and status.

use crate::key::{Key, keys};
use crate::syntax::Parse;

/// The verbs by their lemma.
const LIGHT: &[Key] = &keys![
    "announce",
    "attend",
    "begin",
    "bring",
    "call",
    "carry",
    "commit",
    "conduct",
    "continue",
    "declare",
    "deliver",
    "do",
    "end",
    "express",
    "extend",
    "face",
    "file",
    "finish",
    "give",
    "have",
    "hold",
    "impose",
    "issue",
    "join",
    "launch",
    "lead",
    "lift",
    "lodge",
    "make",
    "mount",
    "offer",
    "open",
    "order",
    "organise",
    "organize",
    "pay",
    "perform",
    "perpetrate",
    "plan",
    "pledge",
    "prepare",
    "promise",
    "provide",
    "reach",
    "receive",
    "resume",
    "run",
    "seek",
    "sign",
    "stage",
    "start",
    "suffer",
    "suspend",
    "take",
    "undertake",
    "voice",
    "wage",
    "withdraw",
];

/// Whether the verb at `at` does no more than say that its object happens.
pub(super) fn is_light(parse: Parse<'_>, at: usize) -> bool {
    parse.lemma(at).is_any(LIGHT)
}
