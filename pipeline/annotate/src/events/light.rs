//! Verbs that say of their object no more than that it happens.
//!
//! Answers for: which verbs these are: "staged a raid", "promised aid", "the talks were held", and of which the
//! subject is the one to whom it is done: "received aid", "faces sanctions". Leaves to others what follows for
//! actors, main events and status.

use schema::labels::EventType;

use crate::key::{Key, key, keys};
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

/// Verbs whose subject is the one to whom their object is done.
const RECEIVING: &[Key] = &keys!["face", "get", "receive", "suffer", "undergo"];

/// Verbs whose subject is the one to whom aid is to come.
const SEEKING: &[Key] = &keys!["await", "need", "request", "seek", "want"];

/// Whether an event of this type, told by the object of the verb at `at`, is done to the subject of that.
pub(super) fn is_received(parse: Parse<'_>, at: usize, kind: EventType) -> bool {
    let lemma = parse.lemma(at);
    // Who faces murder charges was not murdered.
    let is_charge = kind == EventType::Assault && lemma.is(key!("face"));
    lemma.is_any(RECEIVING) && !is_charge || kind == EventType::Aid && lemma.is_any(SEEKING)
}

/// Whether the verb at `at` does no more than say that its object happens.
pub(super) fn is_light(parse: Parse<'_>, at: usize) -> bool {
    parse.lemma(at).is_any(LIGHT)
}
