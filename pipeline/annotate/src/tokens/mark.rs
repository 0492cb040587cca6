//! Marks: which of them stand together, and which open a word.
//!
//! Answers for: where a token that starts with a mark ends.

use super::scanner::{Class, Scanner};

/// Emoticons that are told by their spelling alone; the longest of a kind first.
const EMOTICONS: &[&str] = &[":-)", ":-(", ";-)", ":)", ":(", ";)", "=)", ":D", ":P", "^_^"];

/// The end of the token at `at`, which starts with a mark; `None` where the mark stands alone.
pub(super) fn end(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    match scanner.byte(at) {
        b'\'' => apostrophe(scanner, at, 1),
        b'#' | b'@' => tag(scanner, at),
        b'+' => international(scanner, at),
        b'.' => decimal(scanner, at).or_else(|| row(scanner, at, b".?!")),
        b'!' | b'?' => row(scanner, at, b"!?."),
        b':' | b';' | b'=' | b'^' => emoticon(scanner, at).or_else(|| same(scanner, at)),
        b'-' | b'*' | b'`' | b'<' | b'>' | b'$' | b'~' => same(scanner, at),
        0..=0x7F => None,
        _ => wide(scanner, at),
    }
}

/// Marks beyond ASCII.
fn wide(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    let rest = &scanner.text[at..];
    let mark = rest.chars().next()?;
    match mark {
        '’' | '‘' => apostrophe(scanner, at, mark.len_utf8()),
        '…' | '—' | '–' | '•' => Some(at + rest.len() - rest.trim_start_matches(mark).len()),
        _ => None,
    }
}

/// The row of marks out of `kinds` from `at`.
fn row(scanner: Scanner<'_>, at: usize, kinds: &[u8]) -> Option<usize> {
    let length = scanner.text.as_bytes()[at..].iter().take_while(|byte| kinds.contains(byte)).count();
    (length > 1).then_some(at + length)
}

/// The row of marks equal to the one at `at`.
fn same(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    row(scanner, at, &[scanner.byte(at)])
}

/// A decimal without its zero (".265").
fn decimal(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    let starts = !scanner.byte_before(at).is_ascii_alphanumeric() && scanner.byte(at + 1).is_ascii_digit();
    starts.then(|| scanner.run_end(at + 1))
}

/// A handle or a hash tag; before a number the sign stands alone.
fn tag(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    let starts = !scanner.byte_before(at).is_ascii_alphanumeric() && !scanner.byte(at + 1).is_ascii_digit();
    let end = scanner.run_end(at + 1);
    (starts && end > at + 1).then_some(end)
}

/// A number with its plus sign (+44).
fn international(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    let starts = scanner.byte_before(at) == b' ' && scanner.byte(at + 1).is_ascii_digit();
    starts.then(|| scanner.run_end(at + 1))
}

/// An emoticon with nothing but space around it.
fn emoticon(scanner: Scanner<'_>, at: usize) -> Option<usize> {
    let rest = &scanner.text[at..];
    let face = EMOTICONS.iter().find(|face| rest.starts_with(**face))?;
    let end = at + face.len();
    (!matches!(scanner.class_at(end), Some((Class::Word, _)))).then_some(end)
}

/// A word that starts with its apostrophe: a clitic behind the word it leans on, '90s, 'em, 'cause.
fn apostrophe(scanner: Scanner<'_>, at: usize, width: usize) -> Option<usize> {
    let first = at + width;
    let end = scanner.run_end(first);
    let run = &scanner.text[first..end];
    let leans = !scanner.byte_before(at).is_ascii_whitespace() && is_clitic(run);
    if leans || is_short_year(run) || is_any(run, &["em", "cause", "cuz", "til", "tis", "twas"]) {
        return Some(end);
    }
    same(scanner, at).filter(|_| width == 1)
}

/// Whether the letters behind an apostrophe are a clitic.
pub(super) fn is_clitic(run: &str) -> bool {
    is_any(run, &["s", "re", "ve", "ll", "m", "d"])
}

fn is_any(run: &str, words: &[&str]) -> bool {
    words.iter().any(|word| run.eq_ignore_ascii_case(word))
}

/// Whether a run is two digits, or two digits and an s.
fn is_short_year(run: &str) -> bool {
    let digits = run.strip_suffix('s').unwrap_or(run);
    digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
