//! Hostages told of without a number.
//!
//! Answers for: sentences that say that there are hostages, or that there are none; one is meant at least.
//! Leaves out sentences that count them, whose numbers are values already.

use schema::labels::{ClaimMeasure, ClaimScope};

use super::bearing::Bearing;
use super::{Draft, Value};

/// Adds a value for each sentence that speaks of hostages and does not count them.
pub(super) fn add(draft: &mut Draft<'_>) {
    let document = draft.document;
    for token in &document.annotations.tokens {
        if token.lemma.as_deref() != Some("hostage") {
            continue;
        }
        let is_counted = |value: &Value| {
            value.measure == ClaimMeasure::Hostages && value.sentence as usize == token.sentence
        };
        if draft.all.iter().any(is_counted) {
            continue;
        }
        let value = Value::number(ClaimMeasure::Hostages, Some(1.0), None, None);
        let value = Value { scope: Some(ClaimScope::All), ..value };
        draft.add(value, token.sentence, Bearing::of(document, token.sentence, token.span));
    }
}
