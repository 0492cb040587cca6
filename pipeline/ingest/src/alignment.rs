//! Proof of where a text stands in its source.
//!
//! Answers for: walking the final text and the decoded source together. Every character but white space must
//! come in the same order; the source may hold more white space and the characters that no text keeps. So every
//! run of the map that comes out was compared byte for byte. Leaves to others: decoding.

use schema::{Run, SourceMap, Span};

use crate::text;

/// The map of `text`, which was made from `decoded`, whose characters stand in the source at `pieces`. Unproven
/// where the two differ in more than white space.
pub(crate) fn align(text: &str, decoded: &str, pieces: &[Run]) -> SourceMap {
    if pieces.is_empty() {
        return SourceMap::unproven();
    }
    match stretches(text, decoded) {
        Some(stretches) => translated(&stretches, pieces),
        None => SourceMap::unproven(),
    }
}

/// The map of `text`, all of which stands at byte `at` of the decoded text.
pub(crate) fn place(text: &str, at: usize, pieces: &[Run]) -> SourceMap {
    let span = Span::new(0, text.len());
    translated(&[Run { text: span, source: span.shifted(at) }], pieces)
}

/// The pieces of `text` (each as `Run::text`) that stand in `decoded` (at `Run::source`) byte for byte.
fn stretches(text: &str, decoded: &str) -> Option<Vec<Run>> {
    let mut stretches = Vec::new();
    let (mut at, mut from) = (0, 0);
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        from += decoded[from..].len() - decoded[from..].trim_start_matches(is_free).len();
        if at == text.len() {
            return Some(stretches);
        }
        let len = common_prefix(&text[at..], &decoded[from..]);
        if len == 0 {
            return None;
        }
        stretches.push(Run { text: Span::new(at, at + len), source: Span::new(from, from + len) });
        at += len;
        from += len;
    }
}

/// Whether the source may hold the character where the text does not.
const fn is_free(ch: char) -> bool {
    ch.is_whitespace() || text::is_dropped(ch)
}

/// How many bytes two texts share from their starts, up to the end of a character.
fn common_prefix(a: &str, b: &str) -> usize {
    const STEP: usize = 64;
    let chunks = a.as_bytes().chunks_exact(STEP).zip(b.as_bytes().chunks_exact(STEP));
    let start = chunks.take_while(|(a, b)| a == b).count() * STEP;
    let rest = a.as_bytes()[start..].iter().zip(&b.as_bytes()[start..]);
    let mut len = start + rest.take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(len) || !b.is_char_boundary(len) {
        len -= 1;
    }
    len
}

/// The stretches with their places in the decoded text exchanged for those in the source.
pub(crate) fn translated(stretches: &[Run], pieces: &[Run]) -> SourceMap {
    let mut map = SourceMap::unproven();
    for stretch in stretches {
        let mut from = stretch.source.start();
        let mut piece = pieces.partition_point(|piece| piece.text.end() <= from);
        while from < stretch.source.end() {
            let Some(here) = pieces.get(piece) else { return map };
            let end = here.text.end().min(stretch.source.end());
            let source = part(*here, from, end);
            let shift = stretch.text.start() + (from - stretch.source.start());
            map.push(Run { text: Span::new(shift, shift + (end - from)), source });
            from = end;
            piece += 1;
        }
    }
    map
}

/// Where the bytes `from..end` of the decoded text stand: inside a piece that is verbatim they are counted off,
/// any other piece is one character and is taken whole.
const fn part(piece: Run, from: usize, end: usize) -> Span {
    if piece.text.len() != piece.source.len() {
        return piece.source;
    }
    let start = piece.source.start() + (from - piece.text.start());
    Span::new(start, start + (end - from))
}

/// Where the characters of a JSON string's value stand, when `raw`, its slice of the source with the quotation
/// marks, starts at byte `offset`.
pub(crate) fn json_pieces(raw: &str, offset: usize) -> Vec<Run> {
    let mut pieces = Vec::new();
    let mut at = 1;
    let mut decoded = 0;
    let end = raw.len().saturating_sub(1);
    while at < end {
        let plain = memchr::memchr(b'\\', &raw.as_bytes()[at..end]).unwrap_or(end - at);
        let (source, len) = if plain > 0 { (plain, plain) } else { escape(&raw[at..end]) };
        pieces.push(Run {
            text: Span::new(decoded, decoded + len),
            source: Span::new(offset + at, offset + at + source),
        });
        at += source;
        decoded += len;
    }
    pieces
}

/// The bytes of the escape at the start of `raw`, and of the character that it stands for.
fn escape(raw: &str) -> (usize, usize) {
    let unit = |at: usize| {
        let digits = raw.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16).ok()
    };
    match unit(0) {
        Some(0xD800..=0xDBFF) => (12, 4),
        Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        None => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{align, json_pieces};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;
    use schema::{Run, Span};

    fn verbatim(text: &str) -> Vec<Run> {
        let span = Span::new(0, text.len());
        vec![Run { text: span, source: span }]
    }

    #[test]
    fn white_space_and_dropped_characters_are_free() {
        let source = "  One two-\r\n  three\u{3}.";
        let text = "One two-three.";
        let map = align(text, source, &verbatim(source));
        let located = map.locate(Span::new(4, 13)).expect("proven");
        assert_eq!(located.of(source), "two-\r\n  three");
    }

    #[test]
    fn another_text_is_not_proven() {
        let map = align("One two", "One too", &verbatim("One too"));
        assert_eq!(map.locate(Span::new(0, 3)), None);
    }

    #[test]
    fn escapes_are_located_whole() {
        let raw = r#""a\n\"\u00fc\ud83d\ude00\" z""#;
        let decoded: String = serde_json::from_str(raw).expect("a JSON string");
        let pieces = json_pieces(raw, 0);
        assert_eq!(pieces.last().map(|piece| piece.text.end()), Some(decoded.len()));
        let map = align(&decoded, &decoded, &pieces);
        let umlaut = decoded.find('\u{FC}').expect("it is there");
        assert_eq!(map.locate(Span::new(umlaut, umlaut + 2)).map(|span| span.of(raw)), Some("\\u00fc"));
        assert_eq!(
            map.locate(Span::new(umlaut, umlaut + 6)).map(|span| span.of(raw)),
            Some("\\u00fc\\ud83d\\ude00")
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn what_is_located_decodes_to_the_span(
            text in "[a-z\"\\\\ü😀 \n\t]{0,80}",
            start in 0_usize..80,
            len in 1_usize..40,
        ) {
            let raw = serde_json::to_string(&text).expect("memory takes all");
            let map = align(&text, &text, &json_pieces(&raw, 0));
            let Some(span) = Span::checked(&text, start, start + len) else { return Ok(()) };
            if let Some(located) = map.locate(span) {
                let back: String = serde_json::from_str(&format!("\"{}\"", located.of(&raw))).expect("a JSON string");
                prop_assert_eq!(back, span.of(&text));
            }
        }
    }
}
