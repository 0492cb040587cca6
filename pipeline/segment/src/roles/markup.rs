//! Leftover code of the page: tags, scripts, style sheets, shortcodes, template variables.

use schema::labels::Role;

use super::line::Line;

/// Tags that no prose spells.
const TAGS: [&str; 18] = [
    "<a ", "<b>", "<br", "<div", "<em", "<figure", "<font", "<iframe", "<img", "<i>", "<input", "<li", "<p>",
    "<script", "<span", "<strong", "<style", "<video",
];

/// Text that only scripts, style sheets and templates hold.
const CODE: [&str; 22] = [
    "</",
    "/>",
    "function(",
    "function (",
    "document.",
    "window.",
    "var ",
    "{{",
    "{*",
    "};",
    "({",
    "});",
    "=\"",
    "px;",
    "!important",
    "@media",
    "[caption",
    "[/caption",
    "[gallery",
    "[embed",
    "widgets.js",
    "<!--",
];

/// Markup, where the line is code of the page.
pub(super) fn role(line: &Line<'_>) -> Option<Role> {
    (opens_tag(line) || is_code(line) || is_shortcode(line)).then_some(Role::Markup)
}

/// Whether the line begins with a tag and is not mostly text.
fn opens_tag(line: &Line<'_>) -> bool {
    let key = &line.key;
    let is_tag =
        key.starts_with("<!") || key.starts_with("</") || TAGS.iter().any(|tag| key.starts_with(tag));
    is_tag && text_share(key) < 0.6
}

/// The share of the line that stands outside angle brackets.
fn text_share(key: &str) -> f32 {
    let mut depth = 0_usize;
    let mut outside = 0_usize;
    for byte in key.bytes() {
        match byte {
            b'<' => depth += 1,
            b'>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside += 1,
            _ => {}
        }
    }
    outside as f32 / key.len().max(1) as f32
}

/// Whether at least two marks of code stand in the line, one to forty characters of text.
fn is_code(line: &Line<'_>) -> bool {
    if !line.key.contains(['{', '=', '<', '[', '/']) {
        return false;
    }
    let marks: usize = CODE.iter().map(|mark| line.key.matches(mark).count()).sum();
    marks >= 2 && marks * 40 >= line.key.len()
}

/// Whether the line is one shortcode or template variable in brackets.
fn is_shortcode(line: &Line<'_>) -> bool {
    let inside = line.key.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_tagged = inside.is_some_and(|inside| inside.contains("=\"") || inside.starts_with('/'));
    is_tagged || line.key.starts_with("//platform.") || (line.key.contains("{*") && line.key.contains("*}"))
}
