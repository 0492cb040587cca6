//! Hard line breaks undone: text that was wrapped at a fixed width becomes paragraphs again.
//!
//! Answers for: telling wrapped text from text with a paragraph a line, and which breaks inside it are the
//! wrapping's. Only white space changes: a break becomes a space, or nothing behind a hyphen inside a word.
//!
//! # How it decides
//!
//! A text is wrapped when no line is longer than a typewriter's, and lines that go on at the margin often start
//! in lower case. In it, a line goes on in the next one when that starts at the margin, neither is a row of a
//! table or starts a list item, and the line is full (the next word did not fit) or the words say so.

use crate::text::{Draft, Gap};
use schema::labels::Layout;

/// The longest line of wrapped text, in characters.
const MAX_WIDTH: usize = 100;

/// The shortest width that text is wrapped at, in characters.
const MIN_WIDTH: usize = 40;

/// How many characters short of the width a full line may be: wrapping is not always greedy.
const SLACK: usize = 8;

/// The paragraphs of a wrapped text; `None` where the text is not wrapped.
pub(crate) fn paragraphs(text: &str) -> Option<Draft> {
    // One long line is proof to the contrary, and what most texts have.
    if text.split('\n').map(str::trim).any(is_too_long) {
        return None;
    }
    let lines: Vec<_> = text.split('\n').map(Line::new).collect();
    let page = Page::of(&lines)?;
    let mut draft = Draft::default();
    let mut paragraph = String::new();
    let mut joined = 1;
    let mut gap = Gap::Line;
    for (nth, line) in lines.iter().enumerate() {
        paragraph.push_str(line.content);
        if page.goes_on(&lines, nth) {
            joined += 1;
            paragraph.push_str(glue(line.content, lines[nth + 1].content));
            continue;
        }
        let layout = if joined > 1 { Layout::Paragraph } else { Layout::Line };
        let is_blank = paragraph.is_empty();
        draft.push(layout, &paragraph, gap);
        gap = if is_blank { Gap::Blank } else { Gap::Line };
        paragraph.clear();
        joined = 1;
    }
    Some(draft)
}

/// Whether the line is longer than wrapping leaves one; rows of tables may be.
fn is_too_long(content: &str) -> bool {
    content.len() > MAX_WIDTH && content.chars().count() > MAX_WIDTH && !is_tabular(content)
}

/// What takes the place of the break between two lines.
fn glue(line: &str, next: &str) -> &'static str {
    let mut back = line.chars().rev();
    let is_hyphen = back.next() == Some('-') && back.next().is_some_and(char::is_alphanumeric);
    if is_hyphen && next.starts_with(char::is_alphanumeric) { "" } else { " " }
}

/// A line with what is asked of it again and again.
struct Line<'t> {
    /// Without white space around it.
    content: &'t str,
    /// White space before it, in characters.
    indent: usize,
    /// Both, in characters.
    width: usize,
    is_tabular: bool,
}

impl<'t> Line<'t> {
    fn new(line: &'t str) -> Self {
        let content = line.trim();
        let indent = line.len() - line.trim_start().len();
        let indent = line[..indent].chars().map(|ch| if ch == '\t' { 4 } else { 1 }).sum();
        Self { content, indent, width: indent + content.chars().count(), is_tabular: is_tabular(content) }
    }

    fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    fn starts_small(&self) -> bool {
        self.content.starts_with(char::is_lowercase)
    }

    /// Whether a sentence may end here.
    fn is_terminal(&self) -> bool {
        let bare = self.content.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
        bare.ends_with(['.', '?', '!', ':', '…'])
    }

    /// Whether the line starts an item of a list.
    fn starts_item(&self) -> bool {
        let (marker, rest) = self.content.split_once(' ').unwrap_or((self.content, ""));
        let is_number =
            |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        !rest.is_empty()
            && (matches!(marker, "-" | "*" | "•" | "--" | "–" | "—" | "o")
                || marker.strip_suffix([')', '.']).is_some_and(is_number))
    }
}

/// Whether the line is a row of figures or of cells: wide gaps inside it, or little but digits.
fn is_tabular(content: &str) -> bool {
    if content.contains('\t') || content.contains("   ") {
        return true;
    }
    let gaps = content
        .match_indices("  ")
        .filter(|&(at, _)| !content[..at].ends_with(['.', '?', '!', ':', '"']))
        .count();
    let digits = content.bytes().filter(u8::is_ascii_digit).count();
    let letters = content.chars().filter(|ch| ch.is_alphabetic()).count();
    // Figures in a sentence have commas between them.
    let is_list = content.matches(", ").count() > 1;
    gaps > 1 || (digits > letters && !is_list) || is_rule(content)
}

/// Whether the line is a rule of dashes or the like.
fn is_rule(content: &str) -> bool {
    content.len() > 2 && !content.contains(char::is_alphanumeric)
}

/// How a wrapped text was set.
struct Page {
    /// Where lines end, in characters.
    width: usize,
    /// White space before lines that go on a paragraph, in characters.
    margin: usize,
}

impl Page {
    /// The page that the lines were set on; `None` where they were not wrapped.
    fn of(lines: &[Line<'_>]) -> Option<Self> {
        let full = || lines.iter().filter(|line| !line.is_blank());
        let margin = full().skip(1).map(|line| line.indent).min()?;
        let breaks: Vec<_> = lines.windows(2).filter(|pair| may_go_on(&pair[0], &pair[1], margin)).collect();
        let small = breaks.iter().filter(|pair| pair[1].starts_small()).count();
        let mut widths: Vec<_> = breaks.iter().map(|pair| pair[0].width).collect();
        widths.sort_unstable();
        let width = *widths.get(widths.len() * 9 / 10)?;
        let longest = full().filter(|line| !line.is_tabular).map(|line| line.width).max()?;
        let is_wrapped = small > 0 && small * 4 >= breaks.len() && (MIN_WIDTH..=MAX_WIDTH).contains(&longest);
        is_wrapped.then(|| Self { width: width.max(MIN_WIDTH), margin })
    }

    /// Whether the paragraph of line `nth` goes on in the next line.
    fn goes_on(&self, lines: &[Line<'_>], nth: usize) -> bool {
        let [line, next, ..] = &lines[nth..] else { return false };
        if !may_go_on(line, next, self.margin) {
            return hangs(line, next);
        }
        let word = next.content.split(' ').next().unwrap_or_default().chars().count();
        let is_full = line.width + 1 + word + SLACK > self.width;
        // The first line may have lost its dateline.
        let is_long = line.width * 5 >= self.width * 3 || nth == 0;
        is_full || next.starts_small() || (is_long && !line.is_terminal())
    }
}

/// Whether the next line goes on the item of a list that this one starts, hanging below its text.
fn hangs(line: &Line<'_>, next: &Line<'_>) -> bool {
    line.starts_item()
        && !next.is_blank()
        && !next.is_tabular
        && next.indent > line.indent
        && next.starts_small()
}

/// Whether nothing in the form of the two lines stands against their being one paragraph.
fn may_go_on(line: &Line<'_>, next: &Line<'_>, margin: usize) -> bool {
    let both_are_prose = !line.is_blank() && !next.is_blank() && !line.is_tabular && !next.is_tabular;
    both_are_prose && next.indent <= margin && !next.starts_item()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn only_white_space_changes(text in "([ ]{0,5}[a-zA-Z0-9.,\\-ü]{1,9}[ \n]{1,2}){0,80}") {
            if let Some(draft) = paragraphs(&text) {
                let kept = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(kept(&draft.text), kept(&text));
            }
        }
    }

    #[test]
    fn a_paragraph_a_line_is_left_alone() {
        assert_eq!(
            paragraphs("A short headline\nThe mayor said on Monday that she would go.\nNobody answered."),
            None
        );
        assert_eq!(paragraphs(""), None);
    }
}
