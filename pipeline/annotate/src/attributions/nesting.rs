//! Attributions inside attributions.
//!
//! Answers for: the order of the rows and of their pieces, and for each the innermost one whose content holds
//! its cue. Leaves to others which rows there are.

use schema::{Attribution, Span};

/// Puts the rows in the order of the text and gives each its parent.
pub(super) fn nest(mut rows: Vec<Attribution>) -> Vec<Attribution> {
    for row in &mut rows {
        settle(&mut row.contents);
    }
    rows.sort_by_key(|row| (row.contents.first().copied(), row.cue.as_ref().map(|cue| cue.span)));
    let sizes: Vec<usize> = rows.iter().map(size).collect();
    for child in 0..rows.len() {
        let Some(cue) = rows[child].cue.as_ref().map(|cue| cue.span) else { continue };
        // A parent says more than its child, so no row is its own ancestor.
        let is_larger = |parent: &usize| (sizes[*parent], child) > (sizes[child], *parent);
        let near = near(&rows, child);
        let holders = near.filter(|parent| is_larger(parent) && holds(&rows[*parent], cue));
        rows[child].parent = holders.min_by_key(|&parent| sizes[parent]);
    }
    rows
}

/// Puts the pieces of a content in order and joins those that overlap.
fn settle(contents: &mut Vec<Span>) {
    contents.sort_by_key(|content| content.start());
    let mut joined: Vec<Span> = Vec::with_capacity(contents.len());
    for content in contents.drain(..) {
        match joined.last_mut() {
            Some(last) if content.start() < last.end() => {
                *last = Span::new(last.start(), last.end().max(content.end()));
            }
            _ => joined.push(content),
        }
    }
    *contents = joined;
}

/// The rows before and right behind `child` whose contents may reach its cue.
fn near(rows: &[Attribution], child: usize) -> impl Iterator<Item = usize> {
    (child.saturating_sub(REACH)..rows.len().min(child + REACH)).filter(move |&row| row != child)
}

/// How many rows before and behind it a row may be nested in.
const REACH: usize = 64;

/// The bytes of all contents.
fn size(row: &Attribution) -> usize {
    row.contents.iter().map(|content| content.end() - content.start()).sum()
}

fn holds(row: &Attribution, cue: Span) -> bool {
    row.contents.iter().any(|content| content.start() <= cue.start() && cue.end() <= content.end())
}
