//! From bytes to characters.
//!
//! Answers for: which character encoding a source is in (its byte order mark, what it declares, valid UTF-8, the
//! user's option, detection, in this order), decoding, and where each character stood. Leaves to others: what a
//! format declares.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use schema::labels::RejectReason;
use schema::{Run, Span};

use crate::format;

/// One character in this many may be unreadable.
const READABLE_PER_UNREADABLE: usize = 50;

/// Bytes that the detector looks at.
const DETECTION_BYTES: usize = 1 << 20;

/// A source's text with how it was encoded.
pub(crate) struct Decoded<'b> {
    /// The characters, without a byte order mark.
    pub(crate) text: Cow<'b, str>,
    pub(crate) encoding: &'static Encoding,
    /// Where the text starts in the bytes.
    start: usize,
    is_exact: bool,
}

impl Decoded<'_> {
    /// Where the characters stand in the bytes, in order; empty where that cannot be told.
    pub(crate) fn pieces(&self) -> Vec<Run> {
        if !self.is_exact {
            Vec::new()
        } else if self.encoding == UTF_8 {
            let text = Span::new(0, self.text.len());
            vec![Run { text, source: text.shifted(self.start) }]
        } else if self.encoding.is_single_byte() {
            single_byte_pieces(&self.text, self.start)
        } else {
            Vec::new()
        }
    }
}

/// One piece for each run of ASCII, one for each other character: it was one byte.
fn single_byte_pieces(text: &str, start: usize) -> Vec<Run> {
    let mut pieces: Vec<Run> = Vec::new();
    for (nth, (at, ch)) in text.char_indices().enumerate() {
        let run =
            Run { text: Span::new(at, at + ch.len_utf8()), source: Span::new(start + nth, start + nth + 1) };
        match pieces.last_mut() {
            Some(last) if ch.is_ascii() && last.text.len() == last.source.len() => {
                *last = Run {
                    text: Span::new(last.text.start(), run.text.end()),
                    source: Span::new(last.source.start(), run.source.end()),
                };
            }
            _ => pieces.push(run),
        }
    }
    pieces
}

/// Decodes a source that declares `declared`, if anything; `option` speaks where neither it nor its bytes do.
///
/// # Errors
///
/// With the reason and in words, when the bytes are no text.
pub(crate) fn decode<'b>(
    bytes: &'b [u8],
    declared: Option<&'static Encoding>,
    option: Option<&str>,
) -> Result<Decoded<'b>, (RejectReason, String)> {
    if let Some((encoding, start)) = Encoding::for_bom(bytes) {
        return decode_as(bytes, encoding, start);
    }
    let head = &bytes[..bytes.len().min(format::HEAD_BYTES)];
    if let Some(name) = format::known_binary(head) {
        return Err((RejectReason::Binary, format!("it is {name}")));
    }
    if memchr::memchr(0, bytes).is_some() && !declared.is_some_and(is_wide)
        || format::is_binary(head) && declared.is_none()
    {
        return Err((RejectReason::Binary, "it holds zero bytes or too many control characters".to_owned()));
    }
    if let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8 && !is_wide(encoding)) {
        return decode_as(bytes, encoding, 0);
    }
    decode_as(bytes, undeclared(bytes, option), 0)
}

/// Whether its characters have two bytes: without a byte order mark a page that says so in ASCII is wrong.
fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE
}

/// The encoding of bytes that declare none, or UTF-8.
fn undeclared(bytes: &[u8], option: Option<&str>) -> &'static Encoding {
    if is_utf8(bytes) {
        return UTF_8;
    }
    option.and_then(|name| Encoding::for_label(name.as_bytes())).unwrap_or_else(|| detected(bytes))
}

/// Whether the bytes are UTF-8, but for some damage: ten good sequences of several bytes for every bad byte.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        bad += usize::from(!chunk.invalid().is_empty());
        if bad > 0 || !chunk.invalid().is_empty() {
            good += chunk.valid().chars().filter(|ch| !ch.is_ascii()).count();
        }
    }
    bad == 0 || good >= bad * 10
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(DETECTION_BYTES)], true);
    detector.guess(None, Utf8Detection::Deny)
}

fn decode_as<'b>(
    bytes: &'b [u8],
    encoding: &'static Encoding,
    start: usize,
) -> Result<Decoded<'b>, (RejectReason, String)> {
    let (text, has_errors) = encoding.decode_without_bom_handling(&bytes[start..]);
    if has_errors {
        let unreadable = text.matches('\u{FFFD}').count();
        let characters = text.chars().count();
        if unreadable * READABLE_PER_UNREADABLE > characters {
            let detail = format!("{unreadable} of {characters} characters are not {}", encoding.name());
            return Err((RejectReason::Undecodable, detail));
        }
    }
    Ok(Decoded { text, encoding, start, is_exact: !has_errors })
}

/// Decodes a piece of text, such as a cell, losing what cannot be read.
pub(crate) fn decode_piece<'b>(bytes: &'b [u8], option: Option<&str>) -> (Cow<'b, str>, &'static Encoding) {
    let encoding = undeclared(bytes, option);
    (encoding.decode_without_bom_handling(bytes).0, encoding)
}

#[cfg(test)]
mod tests {
    use super::decode;
    use schema::Span;
    use schema::labels::RejectReason;

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes, None, None).expect("text");
        (decoded.text.into_owned(), decoded.encoding.name())
    }

    #[test]
    fn a_mark_speaks_before_all_else() {
        assert_eq!(read(b"\xEF\xBB\xBFa"), ("a".to_owned(), "UTF-8"));
        assert_eq!(read(b"\xFF\xFEa\0\xF6\0"), ("a\u{F6}".to_owned(), "UTF-16LE"));
    }

    #[test]
    fn legacy_bytes_are_detected_or_named() {
        let text = "Belediye ba\u{15F}kan\u{131} d\u{FC}n ak\u{15F}am yapt\u{131}\u{11F}\u{131} a\u{E7}\u{131}klamada yang\u{131}n\u{131}n s\u{F6}nd\u{FC}r\u{FC}ld\u{FC}\u{11F}\u{FC}n\u{FC} s\u{F6}yledi.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1254.encode(text);
        assert_eq!(read(&bytes), (text.to_owned(), "windows-1254"));
        let named = decode(b"\xFC", None, Some("windows-1252")).expect("text");
        assert_eq!((&*named.text, named.encoding.name()), ("\u{FC}", "windows-1252"));
    }

    #[test]
    fn single_bytes_are_located() {
        let decoded = decode(b"a\xFCb c", Some(encoding_rs::WINDOWS_1252), None).expect("text");
        let pieces = decoded.pieces();
        assert_eq!(pieces.len(), 3);
        assert_eq!((pieces[1].text, pieces[1].source), (Span::new(1, 3), Span::new(1, 2)));
        assert_eq!((pieces[2].text, pieces[2].source), (Span::new(3, 6), Span::new(2, 5)));
    }

    #[test]
    fn no_text_is_refused() {
        assert_eq!(decode(b"a\0b", None, None).err().map(|error| error.0), Some(RejectReason::Binary));
        let bad = decode(b"\x80\x81\x82\x83", Some(encoding_rs::SHIFT_JIS), None).err();
        assert_eq!(bad.map(|error| error.0), Some(RejectReason::Undecodable));
    }
}
