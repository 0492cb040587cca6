//! How deep the elements of a page stand in each other, before it is parsed.
//!
//! Answers for: a count of open tags that takes one pass over the bytes and is never far below the truth for pages
//! made to exhaust a parser. It may be above it, where end tags are left out. Leaves to others: the tree itself.

/// Elements that never stand in each other by their thousands: without content, with an end tag that may be left
/// out, or closed by the parser where another of theirs starts. Sorted.
const FLAT: &[&[u8]] = &[
    b"a",
    b"area",
    b"b",
    b"base",
    b"big",
    b"body",
    b"br",
    b"code",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"em",
    b"embed",
    b"font",
    b"head",
    b"hr",
    b"html",
    b"i",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"nobr",
    b"optgroup",
    b"option",
    b"p",
    b"param",
    b"path",
    b"rp",
    b"rt",
    b"s",
    b"small",
    b"source",
    b"strike",
    b"strong",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"tt",
    b"u",
    b"wbr",
];

/// Whether more than `limit` tags are open somewhere in the page.
pub(crate) fn is_deeper_than(html: &[u8], limit: usize) -> bool {
    let mut open = 0_usize;
    let mut resume = 0;
    for at in memchr::memchr_iter(b'<', html) {
        if at < resume {
            continue;
        }
        let rest = &html[at + 1..];
        if let Some(end) = rest.strip_prefix(b"/") {
            open = open.saturating_sub(usize::from(nests(name(end))));
        } else if matches!(name(rest).to_ascii_lowercase().as_slice(), b"script" | b"style") {
            resume = at + 1 + raw_text(rest);
        } else if nests(name(rest)) && !closes_itself(rest) {
            open += 1;
        }
        if open > limit {
            return true;
        }
    }
    false
}

/// The name at the start of a tag; empty where this is no tag.
fn name(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-').unwrap_or(tag.len());
    if tag.first().is_some_and(u8::is_ascii_alphabetic) { &tag[..end] } else { &[] }
}

fn nests(name: &[u8]) -> bool {
    !name.is_empty() && FLAT.binary_search(&name.to_ascii_lowercase().as_slice()).is_err()
}

fn closes_itself(tag: &[u8]) -> bool {
    memchr::memchr(b'>', tag).is_some_and(|end| tag[..end].ends_with(b"/"))
}

/// How far the text of a script or a style sheet goes, in which `<` opens nothing: to its end tag, else to the end.
fn raw_text(tag: &[u8]) -> usize {
    let is_end =
        |at: &usize| matches!(name(&tag[at + 2..]).to_ascii_lowercase().as_slice(), b"script" | b"style");
    memchr::memmem::find_iter(tag, b"</").find(is_end).unwrap_or(tag.len())
}

#[cfg(test)]
mod tests {
    use super::{FLAT, is_deeper_than};

    #[test]
    fn closed_and_flat_elements_do_not_count() {
        assert!(FLAT.is_sorted());
        assert!(!is_deeper_than("<div><p>a<br><svg><path d='x'/></svg></div>".repeat(99).as_bytes(), 3));
        assert!(!is_deeper_than("<script>'<div>'</script>".repeat(99).as_bytes(), 3));
        assert!(is_deeper_than("<DIV>".repeat(5).as_bytes(), 4));
    }
}
