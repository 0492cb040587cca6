//! A Rust file, told apart into code and comments.
//!
//! Answers for: which bytes are code, which a comment, which neither (text in quotes); where functions start and
//! end; what is test code. A full grammar is not needed for that: braces pair once quotes and comments are gone.

use std::collections::BTreeSet;
use std::ops::Range;

/// Folders that hold tests or benchmarks, and nothing that ships.
const TEST_FOLDERS: &[&str] = &["tests", "benches"];

/// The crate that stands among the tests but is a program like others.
const NOT_TESTS: &str = "tests/evaluate/";

/// A Rust file.
pub(super) struct RustSource {
    /// Its path from the repository's root.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
    /// The text with comments and quoted text blanked out.
    pub(super) code: String,
    /// The text with all but comments blanked out.
    pub(super) comments: String,
}

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    /// Its name.
    pub(super) name: String,
    /// The line of its `fn`, from 1.
    pub(super) line: usize,
    /// Its lines, from `fn` to the closing brace.
    pub(super) lines: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Comment,
    Quoted,
}

impl RustSource {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let lexemes = lexemes(text.as_bytes());
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: only(Kind::Code, text, &lexemes),
            comments: only(Kind::Comment, text, &lexemes),
        }
    }

    /// Every function with a body, inner ones too.
    pub(super) fn functions(&self) -> Vec<Function> {
        words(&self.code, "fn").filter_map(|at| self.function(at)).collect()
    }

    /// The code outside tests; the rest blanked out.
    pub(super) fn production(&self) -> String {
        let below = self.path.strip_prefix(NOT_TESTS).unwrap_or(&self.path);
        if below.split('/').any(|part| TEST_FOLDERS.contains(&part)) || below.ends_with("/tests.rs") {
            return String::new();
        }
        let mut code = self.code.clone().into_bytes();
        for (at, _) in self.code.match_indices("#[cfg(test)]") {
            let end = block(&self.code, at).map_or(at, |body| body.end);
            code[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
        String::from_utf8(code).expect("whole items were blanked out")
    }

    /// Where `is_wrong` holds for a line of `part`, which is this file's code or comments: path, line and text.
    pub(super) fn places(&self, part: &str, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = part.lines().zip(self.text.lines()).enumerate();
        let wrong = lines.filter(|(_, (line, _))| is_wrong(line));
        wrong.map(|(nth, (_, text))| format!("{}:{}: {}", self.path, nth + 1, text.trim())).collect()
    }

    /// Which of `outside` the code outside tests names: as a module of `std` or as a crate.
    pub(super) fn reaches<'o>(&self, outside: &[&'o str]) -> Vec<&'o str> {
        let code = self.production();
        let modules = std_modules(&code);
        let names_crate = |name: &str| words(&code, name).any(|at| code[at + name.len()..].starts_with("::"));
        let is_reached =
            |name: &&&str| modules.contains(**name) || (***name == *"rayon" && names_crate(name));
        outside.iter().filter(is_reached).copied().collect()
    }

    fn function(&self, at: usize) -> Option<Function> {
        let rest = self.code[at + 2..].trim_start();
        let name: String = rest.chars().take_while(|&ch| is_word(ch) || ch == '$').collect();
        let body = block(&self.code, at).filter(|_| !name.is_empty())?;
        let line = count_lines(&self.code[..at]) + 1;
        Some(Function { name, line, lines: count_lines(&self.code[at..body.end]) + 1 })
    }
}

/// Whether a line of code allows a lint.
pub(super) fn allows_a_lint(line: &str) -> bool {
    let bare = line.replace(' ', "");
    bare.contains("#[allow(")
        || bare.contains("#![allow(")
        || bare.contains("[cfg_attr(") && bare.contains(",allow(")
}

/// The first names after `std::`, those in braces too.
fn std_modules(code: &str) -> BTreeSet<&str> {
    let first = |path: &str| path.find(|ch| !is_word(ch)).unwrap_or(path.len());
    let mut found = BTreeSet::new();
    for at in words(code, "std") {
        let Some(path) = code[at + 3..].strip_prefix("::") else { continue };
        if let Some(group) = path.strip_prefix('{') {
            let group = &group[..group.find(';').unwrap_or(group.len())];
            found.extend(group.split([',', '{', '}']).map(str::trim).map(|part| &part[..first(part)]));
        } else {
            found.insert(&path[..first(path)]);
        }
    }
    found
}

/// Where `word` stands in `code` as a word of its own.
fn words<'c>(code: &'c str, word: &'c str) -> impl Iterator<Item = usize> + 'c {
    let is_whole =
        move |at: usize| !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word);
    code.match_indices(word).map(|(at, _)| at).filter(move |&at| is_whole(at))
}

/// The block in braces of the item that starts at `at`; `None` where it ends in a semicolon.
fn block(code: &str, at: usize) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (here, byte) in code.bytes().enumerate().skip(at) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b';' if depth == 0 => return None,
            b'{' if depth == 0 => return Some(here..closing(code, here)),
            _ => {}
        }
    }
    None
}

/// One past the brace that closes the one at `open`.
fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// `text` with everything but lexemes of one kind blanked out, line breaks apart.
fn only(kind: Kind, text: &str, lexemes: &[(Kind, Range<usize>)]) -> String {
    let mut kept = String::with_capacity(text.len());
    for (found, range) in lexemes {
        let piece = &text[range.clone()];
        if *found == kind {
            kept.push_str(piece);
        } else {
            kept.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
    }
    kept
}

fn lexemes(bytes: &[u8]) -> Vec<(Kind, Range<usize>)> {
    let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (kind, end) = lexeme(bytes, at);
        match found.last_mut() {
            Some((Kind::Code, range)) if kind == Kind::Code => range.end = end,
            _ => found.push((kind, at..end)),
        }
        at = end;
    }
    found
}

/// The kind of what starts at `at`, and its end.
fn lexeme(bytes: &[u8], at: usize) -> (Kind, usize) {
    let rest = &bytes[at..];
    if rest.starts_with(b"//") {
        return (Kind::Comment, find(bytes, at, b"\n"));
    }
    if rest.starts_with(b"/*") {
        return (Kind::Comment, comment_end(bytes, at));
    }
    let after_word = at > 0 && is_word(char::from(bytes[at - 1]));
    if let Some(hashes) = raw_quote(rest).filter(|_| !after_word) {
        let open = find(bytes, at, b"\"") + 1;
        let close = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
        return (Kind::Quoted, (find(bytes, open, &close) + close.len()).min(bytes.len()));
    }
    match rest[0] {
        b'"' => (Kind::Quoted, quote_end(bytes, at, b'"')),
        b'\'' if is_char(rest) => (Kind::Quoted, quote_end(bytes, at, b'\'')),
        _ => (Kind::Code, at + 1),
    }
}

/// The hashes of the raw string that `rest` starts with.
fn raw_quote(rest: &[u8]) -> Option<usize> {
    let rest = rest.strip_prefix(b"b").or_else(|| rest.strip_prefix(b"c")).unwrap_or(rest);
    let rest = rest.strip_prefix(b"r")?;
    let hashes = rest.iter().take_while(|&&byte| byte == b'#').count();
    (rest.get(hashes) == Some(&b'"')).then_some(hashes)
}

/// Whether `rest`, which starts with an apostrophe, starts with a character and not with a lifetime.
fn is_char(rest: &[u8]) -> bool {
    let is_continuation = |byte: &&u8| **byte & 0xC0 == 0x80;
    let width = 1 + rest.iter().skip(2).take_while(is_continuation).count();
    rest.get(1) == Some(&b'\\') || rest.get(1 + width) == Some(&b'\'')
}

/// One past the `mark` that closes the one at `at`; a backslash takes what follows it out of account.
fn quote_end(bytes: &[u8], at: usize, mark: u8) -> usize {
    let mut here = at + 1;
    while here < bytes.len() && bytes[here] != mark {
        here += if bytes[here] == b'\\' { 2 } else { 1 };
    }
    (here + 1).min(bytes.len())
}

/// One past the end of the comment at `at`, which may hold others.
fn comment_end(bytes: &[u8], at: usize) -> usize {
    let (mut depth, mut here) = (0_usize, at);
    while here < bytes.len() {
        let (deeper, width) = match &bytes[here..] {
            [b'/', b'*', ..] => (depth + 1, 2),
            [b'*', b'/', ..] => (depth - 1, 2),
            _ => (depth, 1),
        };
        (depth, here) = (deeper, here + width);
        if depth == 0 {
            return here;
        }
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> usize {
    bytes[from..]
        .windows(wanted.len())
        .position(|window| window == wanted)
        .map_or(bytes.len(), |at| from + at)
}

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

fn is_word(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '_'
}

#[cfg(test)]
mod tests {
    use super::{RustSource, allows_a_lint};

    fn lengths(text: &str) -> Vec<(String, usize)> {
        RustSource::new("a.rs", text).functions().into_iter().map(|f| (f.name, f.lines)).collect()
    }

    #[test]
    fn functions_are_measured_from_fn_to_brace() {
        assert_eq!(lengths("/// Says.\nfn a() -> [u8; 2] {\n    x\n}\n"), [("a".to_owned(), 3)]);
        assert_eq!(lengths("pub const fn b() {}"), [("b".to_owned(), 1)]);
        assert_eq!(
            lengths("trait T { fn c(&self); fn d() { fn e() {\n} } }"),
            [("d".to_owned(), 2), ("e".to_owned(), 2)]
        );
        assert_eq!(lengths("type F = fn(u8) -> u8; struct S { f: fn() }"), []);
    }

    #[test]
    fn braces_in_quotes_and_comments_do_not_count() {
        let text =
            "fn a<'t>(x: &'t str) {\n '{'; b'\\''; \"}{\\\"\"; r#\"}\"\"#; // {\n /* { /* { */ */ 'ğ';\n}\n";
        assert_eq!(lengths(text), [("a".to_owned(), 4)]);
        assert_eq!(
            lengths("fn a() { let r = r\"\\\"; }\nfn b() {\n}"),
            [("a".to_owned(), 1), ("b".to_owned(), 2)]
        );
    }

    #[test]
    fn code_and_comments_are_told_apart() {
        let source = RustSource::new("a.rs", "a(\"todo!()\"); // todo!()\nğ /* b */ todo!()\n");
        assert_eq!(source.code.matches("todo!").count(), 1);
        assert_eq!(source.comments.matches("todo!").count(), 1);
        assert_eq!(source.places(&source.code, |line| line.contains("todo!")), ["a.rs:2: ğ /* b */ todo!()"]);
    }

    #[test]
    fn tests_are_not_production() {
        let text = "fn a() { x.unwrap() }\n#[cfg(test)]\nmod tests { fn b() { y.unwrap() } }\nfn c() { z.unwrap() }\n";
        let found = |path| RustSource::new(path, text).production().matches("unwrap").count();
        assert_eq!(found("schema/src/a.rs"), 2);
        assert_eq!(found("schema/tests/a.rs"), 0);
        assert_eq!(found("tests/evaluate/src/a.rs"), 2);
        assert_eq!(found("tests/evaluate/tests/a.rs"), 0);
    }

    #[test]
    fn reaching_outside_is_seen_in_every_form() {
        let reached = |text| RustSource::new("a.rs", text).reaches(&["env", "fs", "rayon", "time"]);
        assert_eq!(reached("use std::fs;"), ["fs"]);
        assert_eq!(reached("use std::{collections::BTreeMap, time::{Duration, Instant}};"), ["time"]);
        assert_eq!(reached("let x = std::env::var(\"A\"); use rayon::prelude::*;"), ["env", "rayon"]);
        assert_eq!(
            reached("// std::fs\nlet fs = env!(\"A\"); use crate::time; Precision::Instant;"),
            [""; 0]
        );
    }

    #[test]
    fn allowed_lints_are_seen() {
        assert!(allows_a_lint("#[allow(dead_code)]"));
        assert!(allows_a_lint("#![allow( dead_code )]"));
        assert!(allows_a_lint("#[cfg_attr(test, allow(dead_code))]"));
        assert!(!allows_a_lint("#[expect(dead_code, reason = \"\")]"));
        assert!(!allows_a_lint("fn allow(x: u8) {}"));
    }
}
