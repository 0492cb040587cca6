//! Sources that another source quotes.
//!
//! Answers for: "cited Brandt as saying" behind what Brandt says: both reports share it, and that of the one
//! who quotes takes the other in. Leaves the order before a content of its own to `object`.

use super::report::Report;
use super::{group, phrase};
use crate::syntax::Parse;

/// Gives the sentence before a comma to both reports of "the agency cited Brandt as saying".
pub(super) fn lend(parse: Parse<'_>, reports: &mut [Report]) {
    for outer in 0..reports.len() {
        let Some(inner) = tail(parse, reports, outer) else { continue };
        let start = reports[outer].frame().start;
        let sentence = parse.sentence(start);
        let is_last = !phrase::has_word(parse, reports[inner].cue.end..sentence.end);
        let is_parted = start > sentence.start && parse.words.form(start - 1) == ",";
        if let Some(piece) = phrase::trimmed(parse, sentence.start..start).filter(|_| is_last && is_parted) {
            reports[outer].contents.insert(0, piece.clone());
            reports[inner].contents.push(piece);
        }
    }
}

/// The report behind "as", without a content yet, of the one whom the report at `outer` quotes.
pub(super) fn tail(parse: Parse<'_>, reports: &[Report], outer: usize) -> Option<usize> {
    let saying = group::quoted(parse, reports[outer].at)?;
    let behind = reports.iter().skip(outer + 1).position(|report| report.at == saying)?;
    let inner = outer + 1 + behind;
    reports[inner].contents.is_empty().then_some(inner)
}
