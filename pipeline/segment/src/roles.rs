//! What a block and a sentence do on the page.
//!
//! Answers for: one role for every block, from the layout where the source tells, else from form, position,
//! neighbours and the lists of `data/`; then one for every sentence, where a block holds sentences of several
//! roles. Each kind of decision has its file; they run in the order of [`of_blocks`], and a role once given
//! stays. What no rule claims is body: text is moved out of the body only for a reason.

mod appeal;
mod call;
mod caption;
mod comments;
mod furniture;
mod gallery;
mod head;
mod line;
mod markup;
mod masthead;
mod phrases;
mod post;
mod record;
mod recurring;
mod repetition;
mod sentence;
mod subheading;
mod teaser;

use schema::labels::{Layout, Role};
use schema::{Article, Span};

use crate::recurrence::Recurring;
use line::Line;
use phrases::Sign;

pub(crate) use line::fold;
pub(crate) use sentence::of_sentences;

/// An article's lines and the role of each; `None` where no rule has claimed it yet.
pub(crate) struct Page<'t> {
    lines: Vec<Line<'t>>,
    roles: Vec<Option<Role>>,
    /// The headlines that end with the name of the site, and where that stands.
    mastheads: Vec<(usize, Span)>,
    /// Whether blank lines stand anywhere between its lines, so that their absence says something.
    has_blank_lines: bool,
}

impl<'t> Page<'t> {
    fn new(article: &'t Article) -> Self {
        let lines = line::lines(article);
        let roles = lines.iter().map(of_line).collect();
        let has_blank_lines = lines.iter().any(|line| line.is_apart);
        Self { lines, roles, mastheads: Vec::new(), has_blank_lines }
    }

    /// Whether no rule has claimed line `at` and the source says nothing of its function.
    fn is_open(&self, at: usize) -> bool {
        self.roles[at].is_none() && self.lines[at].is_plain()
    }

    /// Whether no rule has claimed line `at` of a source that has no layout.
    fn is_open_line(&self, at: usize) -> bool {
        self.roles[at].is_none() && self.lines[at].layout == Layout::Line
    }

    /// The role of line `at`.
    pub(crate) fn role(&self, at: usize) -> Role {
        self.roles[at].unwrap_or(Role::Body)
    }

    /// The name of the site at the end of line `at`, a headline.
    pub(crate) fn masthead(&self, at: usize) -> Option<Span> {
        self.mastheads.iter().find(|(line, _)| *line == at).map(|&(_, span)| span)
    }

    /// Whether line `at` is prose that no rule has claimed.
    fn is_open_prose(&self, at: usize) -> bool {
        self.roles[at].is_none() && self.lines[at].is_prose()
    }
}

/// The article's lines with a role for every block.
pub(crate) fn of_blocks<'t>(article: &'t Article, recurring: &Recurring) -> Page<'t> {
    let mut page = Page::new(article);
    gallery::mark(&mut page);
    record::mark(&mut page);
    head::mark(&mut page, article.metadata.headline.as_deref());
    recurring::mark(&mut page, article, recurring);
    repetition::mark(&mut page);
    repetition::mark_deck(&mut page);
    caption::mark_neighbours(&mut page);
    caption::mark_credits(&mut page);
    teaser::mark_strewn(&mut page);
    subheading::mark(&mut page);
    teaser::mark(&mut page);
    appeal::mark(&mut page);
    comments::mark(&mut page);
    head::mark_author(&mut page);
    page.mastheads = masthead::find(article, &page);
    page
}

/// The role that a line has whatever stands around it.
fn of_line(line: &Line<'_>) -> Option<Role> {
    match line.layout {
        Layout::Headline => return Some(Role::Headline),
        Layout::Deck => return Some(Role::Deck),
        Layout::Byline => return Some(Role::Byline),
        Layout::TableCell => return Some(Role::TableCell),
        _ => {}
    }
    markup::role(line)
        .or_else(|| post::is_embedded(&line.key, line.words).then_some(Role::Embed))
        .or_else(|| furniture::role(line))
        .or_else(|| caption::role(line))
        .or_else(|| of_layout(line.layout))
        .or_else(|| is_item(line).then_some(Role::ListItem))
}

/// The role that the source's layout gives where nothing in the line speaks against it.
const fn of_layout(layout: Layout) -> Option<Role> {
    match layout {
        Layout::Heading => Some(Role::Subheading),
        Layout::Caption => Some(Role::Caption),
        Layout::ListItem => Some(Role::ListItem),
        Layout::Quotation | Layout::Code => Some(Role::Body),
        _ => None,
    }
}

/// Whether a line of plain text is an item of a list: a bullet, or a hyphen, and text.
fn is_item(line: &Line<'_>) -> bool {
    let behind = line.text.trim_start_matches(['•', '*', '-', '·', '‣', '▪', '○', '●']);
    let marks = line.text.chars().count() - behind.chars().count();
    let is_marked = marks == 1 && !(line.text.starts_with('*') && behind.starts_with(char::is_alphanumeric));
    let is_free = line.is_plain() && !line.signs.has(Sign::Byline);
    is_marked && is_free && behind.trim_start().starts_with(char::is_alphanumeric)
}
