//! The end of a page: behind the controls of the comments stands nothing of the article.

use schema::labels::Role;

use super::Page;
use super::phrases::Sign;

/// How many lines of prose behind a control show that the article goes on there.
const GOES_ON: usize = 3;

/// Marks the lines behind the last control of the comments that are not prose as boilerplate.
pub(super) fn mark(page: &mut Page<'_>) {
    let Some(control) = page.lines.iter().rposition(|line| line.signs.has(Sign::Comments)) else { return };
    let behind = control + 1..page.lines.len();
    if behind.clone().filter(|&at| page.is_open_prose(at)).count() >= GOES_ON {
        return;
    }
    for at in behind {
        let is_furniture =
            matches!(page.roles[at], None | Some(Role::Subheading)) && !page.lines[at].is_prose();
        if is_furniture {
            page.roles[at] = Some(Role::Boilerplate);
        }
    }
}
