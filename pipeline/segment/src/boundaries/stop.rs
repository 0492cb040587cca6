//! Stops: the marks that can end a sentence, with the quotation marks and brackets that close behind them.
//!
//! Answers for: finding every one in one pass over the bytes. Whether it ends a sentence is `decision`'s.

use memchr::memchr3;

/// What a stop is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// One full stop.
    Period,
    /// Two or more full stops, or `…`.
    Ellipsis,
    /// A run with an exclamation mark.
    Exclamation,
    /// A run with a question mark.
    Question,
    /// The full stop of a script that uses it for nothing else.
    Unambiguous,
}

/// A run of marks and what closes behind it, in bytes of the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// The first mark.
    pub start: usize,
    /// One past the last mark.
    pub end: usize,
    /// One past the closing quotation marks, brackets and note numbers.
    pub after: usize,
    /// What the run is.
    pub mark: Mark,
}

/// Every stop of a block in order.
pub(super) struct Stops<'t> {
    text: &'t str,
    at: usize,
    /// The first mark of ASCII from `at` on, or the end of the block.
    ascii: usize,
}

impl<'t> Stops<'t> {
    /// The stops of the block `text`.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, ascii: ascii_mark(text.as_bytes(), 0) }
    }

    /// The first byte from `at` on with which a mark may start.
    fn candidate(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if self.ascii < self.at {
            self.ascii = ascii_mark(bytes, self.at);
        }
        let ahead = &bytes[self.at..self.ascii];
        let lead = if ahead.is_ascii() { None } else { ahead.iter().position(|&byte| byte >= LEAD) };
        let start = lead.map_or(self.ascii, |lead| self.at + lead);
        (start < bytes.len()).then_some(start)
    }
}

/// The first byte of the marks beyond ASCII, or a higher one.
const LEAD: u8 = 0xD6;

/// The first mark of ASCII from `at` on, or the end.
fn ascii_mark(bytes: &[u8], at: usize) -> usize {
    memchr3(b'.', b'!', b'?', &bytes[at..]).map_or(bytes.len(), |ahead| at + ahead)
}

impl Iterator for Stops<'_> {
    type Item = Stop;

    fn next(&mut self) -> Option<Stop> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.candidate()?;
            let Some((mark, end)) = run(bytes, start) else {
                self.at = start + 1;
                continue;
            };
            self.at = end;
            if mark == Mark::Period && bytes.get(end).is_some_and(|&byte| continues_word(byte)) {
                continue;
            }
            return Some(Stop { start, end, after: closers(self.text, end), mark });
        }
    }
}

/// Whether a full stop before this byte stands inside a word or number: `example.org`, `3.5`, `U.S.,`.
const fn continues_word(byte: u8) -> bool {
    byte.is_ascii_lowercase()
        || byte.is_ascii_digit()
        || matches!(byte, b',' | b';' | b'@' | b'_' | b'=' | b'%' | b'/')
}

/// The run of marks at `start` and where it ends.
fn run(bytes: &[u8], start: usize) -> Option<(Mark, usize)> {
    let (mut mark, mut end) = single(&bytes[start..]).map(|(mark, len)| (mark, start + len))?;
    while let Some((next, len)) = bytes.get(end..).and_then(single) {
        mark = match (mark, next) {
            (Mark::Unambiguous, _) | (_, Mark::Unambiguous) => Mark::Unambiguous,
            (Mark::Question, _) | (_, Mark::Question) => Mark::Question,
            (Mark::Exclamation, _) | (_, Mark::Exclamation) => Mark::Exclamation,
            _ => Mark::Ellipsis,
        };
        end += len;
    }
    Some((mark, end))
}

/// The mark that `bytes` start with and its length.
fn single(bytes: &[u8]) -> Option<(Mark, usize)> {
    let found = match bytes {
        [b'.', ..] => (Mark::Period, 1),
        [b'!', ..] => (Mark::Exclamation, 1),
        [b'?', ..] => (Mark::Question, 1),
        [0xE2, 0x80, 0xA6, ..] => (Mark::Ellipsis, 3),
        [0xE2, 0x80, 0xBC, ..] => (Mark::Exclamation, 3),
        [0xE2, 0x81, 0x87..=0x89, ..] => (Mark::Question, 3),
        // 。 । ॥ ። and the full-width marks
        [0xE3, 0x80, 0x82, ..] | [0xE0, 0xA5, 0xA4 | 0xA5, ..] | [0xE1, 0x8D, 0xA2, ..] => {
            (Mark::Unambiguous, 3)
        }
        [0xEF, 0xBC, 0x81 | 0x9F, ..] | [0xEF, 0xBD, 0xA1, ..] => (Mark::Unambiguous, 3),
        // ؟ ۔ ։
        [0xD8, 0x9F, ..] | [0xDB, 0x94, ..] | [0xD6, 0x89, ..] => (Mark::Unambiguous, 2),
        _ => return None,
    };
    Some(found)
}

/// One past the closing quotation marks, brackets and bracketed note numbers that start at `at`.
fn closers(text: &str, mut at: usize) -> usize {
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match note(rest).or_else(|| closer(rest)).or_else(|| spaced(rest)) {
            Some(len) => at += len,
            None => break,
        }
    }
    at
}

/// The length of one space and a note number, or a straight quotation mark, that stands alone behind it.
fn spaced(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix(' ')?;
    let len = if behind.starts_with('"') { 1 } else { note(behind).filter(|_| behind.starts_with('['))? };
    behind[len..].chars().next().is_none_or(|c| c.is_whitespace() || c == '[').then_some(len + 1)
}

/// The length of the closing mark that `rest` starts with.
///
/// A mark that opens closes too where nothing but space, more marks or the end stands behind it: pages hold
/// quotation marks turned the wrong way.
fn closer(rest: &str) -> Option<usize> {
    let mark = rest.chars().next()?;
    let behind = rest[mark.len_utf8()..].chars().next();
    let is_closer = match mark {
        ')' | ']' | '}' | '”' | '’' | '»' | '›' | '」' | '』' | '）' => true,
        '"' | '\'' => behind != Some(mark) || mark == '\'',
        '“' | '‘' | '„' | '«' | '*' => behind.is_none_or(char::is_whitespace) && mark != '*',
        _ => false,
    };
    is_closer.then_some(mark.len_utf8())
}

/// The length of a note number in square brackets, or of a raised figure.
fn note(rest: &str) -> Option<usize> {
    if let Some(inside) = rest.strip_prefix('[') {
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        return (digits > 0 && digits < 4 && inside[digits..].starts_with(']')).then_some(digits + 2);
    }
    let mark = rest.chars().next()?;
    matches!(mark, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹').then_some(mark.len_utf8())
}
