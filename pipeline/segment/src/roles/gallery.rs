//! Picture galleries: between its controls stand captions.

use schema::labels::Role;

use super::Page;
use super::furniture;
use super::phrases::Sign;

/// The most lines between two controls of one gallery.
const LONGEST: usize = 60;

/// Marks the lines of every gallery that no rule has claimed as captions.
pub(super) fn mark(page: &mut Page<'_>) {
    let controls: Vec<usize> = (0..page.lines.len()).filter(|&at| is_control(page, at)).collect();
    for pair in controls.windows(2) {
        let (open, close) = (pair[0], pair[1]);
        if close - open > LONGEST || !is_one_run(page, open, close) {
            continue;
        }
        for at in open + 1..close {
            if page.is_open_line(at) {
                page.roles[at] = Some(Role::Caption);
            }
        }
    }
}

/// Whether the line is a control of a gallery, or counts its pictures.
fn is_control(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    line.signs.has(Sign::Gallery) || (furniture::is_counter(line) && line.key.contains("photo"))
}

/// Whether no blank line parts the controls: in a page without blank lines only a caption or two may stand between.
fn is_one_run(page: &Page<'_>, open: usize, close: usize) -> bool {
    let is_dense = (open + 1..=close).all(|at| !page.lines[at].is_apart);
    is_dense && (page.has_blank_lines || close - open <= 3 || closes_caption(&page.lines[close].key))
}

/// Whether the control stands behind captions.
fn closes_caption(key: &str) -> bool {
    key.ends_with("caption") || key.ends_with("captions")
}
