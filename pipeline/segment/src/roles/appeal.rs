//! Appeals of several paragraphs: between two lines of promo in the first part of a page, paragraphs that speak
//! of the outlet's own work are promo too.

use schema::labels::Role;

use super::Page;
use super::phrases::Sign;

/// The most lines between two lines of promo of one appeal.
const LONGEST: usize = 6;

/// Marks the open lines of every appeal as promo.
pub(super) fn mark(page: &mut Page<'_>) {
    let reach = page.lines.len().div_ceil(3).max(LONGEST * 2);
    let anchors: Vec<usize> = (0..page.lines.len().min(reach)).filter(|&at| is_anchor(page, at)).collect();
    for pair in anchors.windows(2) {
        let between = pair[0] + 1..pair[1];
        if between.len() <= LONGEST && between.clone().all(|at| belongs(page, at)) {
            for at in pair[0]..pair[1] {
                if page.roles[at] != Some(Role::Boilerplate) {
                    page.roles[at] = Some(Role::Promo);
                }
            }
        }
    }
}

/// Whether the line is promo.
fn is_anchor(page: &Page<'_>, at: usize) -> bool {
    page.roles[at] == Some(Role::Promo)
}

/// Whether the line can stand inside an appeal: it speaks of the outlet in the first person, and quotes nobody.
fn belongs(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    match page.roles[at] {
        Some(Role::Promo | Role::Boilerplate) => true,
        Some(Role::Subheading) | None => line.signs.has(Sign::Appeal) && speaks_for_outlet(&line.key),
        Some(_) => false,
    }
}

/// Whether the outlet speaks of itself to the reader, outside quotation marks.
fn speaks_for_outlet(key: &str) -> bool {
    let mut words = key.split(|c: char| !c.is_alphanumeric());
    !key.contains('"') && words.any(|word| matches!(word, "we" | "our" | "us" | "your" | "you"))
}
