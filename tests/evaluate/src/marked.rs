//! Text with some of its spans in brackets, as errors are shown.
//!
//! Answers for: how much of the text stands around them. What is marked is the measures' business.

use schema::Span;

/// The most text shown on each side, in bytes.
const CONTEXT: usize = 60;

/// The text of `shown` on one line, each of `marks`, which are disjoint and in order, in brackets with its label.
pub(crate) fn bracketed(text: &str, shown: Span, marks: &[(Span, &str)]) -> String {
    let (mut line, mut at) = (String::new(), shown.start());
    for (span, label) in marks {
        for piece in [&text[at..span.start()], "[", label, " ", span.of(text), "]"] {
            line += piece;
        }
        at = span.end();
    }
    (line + &text[at..shown.end()]).replace('\n', " ")
}

/// What is shown of `text` for `spans`: from the first to the last, with some words of their lines around.
pub(crate) fn around(text: &str, spans: impl Iterator<Item = Span> + Clone) -> Span {
    let start = spans.clone().map(Span::start).min().unwrap_or_default();
    let end = spans.map(Span::end).max().unwrap_or_default();
    Span::new(line_start(text, start), line_end(text, end))
}

/// Where what is shown before the byte `at` starts: in its line, at a space.
fn line_start(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let far = text[line..at].rmatch_indices(' ').map(|(space, _)| line + space + 1);
    far.take_while(|space| at - space <= CONTEXT).last().filter(|_| at - line > CONTEXT).unwrap_or(line)
}

/// Where what is shown behind the byte `at` ends: in its line, at a space.
fn line_end(text: &str, at: usize) -> usize {
    let line = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let far = text[at..line].match_indices(' ').map(|(space, _)| at + space);
    far.take_while(|space| space - at <= CONTEXT).last().filter(|_| line - at > CONTEXT).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::{around, bracketed};
    use schema::Span;

    #[test]
    fn long_lines_are_shown_in_part() {
        let text = format!("before\n{0} Velden {0}", ["word"; 40].join(" "));
        let at = text.find("Velden").unwrap();
        let span = Span::new(at, at + 6);
        let line = bracketed(&text, around(&text, [span].into_iter()), &[(span, "LOC")]);
        assert!(line.contains("word [LOC Velden] word") && line.len() < 150, "{line}");
        assert_eq!(around(&text, [Span::new(0, 6)].into_iter()).of(&text), "before");
    }
}
