//! Addresses: of pages, of mailboxes.
//!
//! Answers for: where an address that starts with a given run of letters ends. It holds everything up to white
//! space, a quotation mark or an angle bracket, but for the marks of the sentence at its end.

use super::scanner::Scanner;

/// The longest name or host of an address, in bytes, as RFC 5321 and RFC 1035 have it.
const LONGEST: usize = 255;

/// The end of the address at `at`, whose first run of letters ends at `first`; `None` where there is none.
pub(super) fn end(scanner: Scanner<'_>, at: usize, first: usize) -> Option<usize> {
    match scanner.byte(first) {
        b':' | b'.' | b'@' | b'-' | b'/' | b'+' | b'%' => {}
        _ => return None,
    }
    let rest = &scanner.text[at..];
    if is_page(rest, first - at) || is_mailbox(rest) {
        return Some(at + trimmed(rest));
    }
    None
}

/// Whether the text starts with the address of a page: a scheme, `www.`, or a host with a path.
fn is_page(rest: &str, run: usize) -> bool {
    if rest[run..].starts_with("://") || rest.starts_with("www.") || rest[run..].starts_with(":www.") {
        return true;
    }
    let host = rest
        .bytes()
        .take(LONGEST)
        .take_while(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        .count();
    let labels = rest[..host].rsplit('.').next().filter(|last| last.len() < host);
    let is_host =
        labels.is_some_and(|last| last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_lowercase()));
    is_host && rest[host..].starts_with('/') && !rest.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether the text starts with the address of a mailbox: something, an at sign, something.
fn is_mailbox(rest: &str) -> bool {
    let name = rest
        .bytes()
        .take(LONGEST)
        .take_while(|&byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+' | b':' | b'%')
        })
        .count();
    let host = rest.as_bytes().get(name..).unwrap_or_default();
    matches!(host, [b'@', first, ..] if first.is_ascii_alphanumeric())
}

/// The length of the address at the start of `rest`, without the sentence's marks at its end.
fn trimmed(rest: &str) -> usize {
    let stops = |mark: char| {
        mark.is_whitespace() || matches!(mark, '"' | '<' | '>' | '“' | '”' | '’' | '‘' | '«' | '»')
    };
    let whole = &rest[..rest.find(stops).unwrap_or(rest.len())];
    let has_bracket = whole.contains('(');
    whole
        .trim_end_matches(|mark| {
            matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | ']' | '\'') || (mark == ')' && !has_bracket)
        })
        .len()
}
