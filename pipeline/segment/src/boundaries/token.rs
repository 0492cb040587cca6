//! Tokens as the model sees them: text between white space, with its form.
//!
//! Answers for: cutting a sentence into them, the class of their outer characters, and the numbers that stand for
//! their letters. What follows from these is `junction`'s and the model's.

/// Text between white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its first byte in the block.
    pub start: usize,
    /// One past its last.
    pub end: usize,
}

/// The class of the first or last character of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// There is no token, or one that is parted by white space beyond ASCII.
    None,
    /// A letter in upper case.
    Upper,
    /// A letter in lower case, or of a script without case.
    Lower,
    /// A digit.
    Digit,
    /// An ASCII mark.
    Mark(u8),
    /// A dash beyond ASCII.
    Dash,
    /// A quotation mark beyond ASCII.
    Quote,
    /// Any other character.
    Other,
}

/// The form of a token's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    /// There is no token.
    None,
    /// No letter and no digit.
    Marks,
    /// Lower case.
    Low,
    /// One capital at the head.
    Capitalised,
    /// One letter, a capital.
    Single,
    /// Capitals, more than one.
    Capitals,
    /// Capitals inside.
    Mixed,
    /// Digits without letters.
    Number,
    /// Digits and letters.
    Alphanumeric,
    /// An address of a page.
    Page,
    /// An address of a mailbox.
    Mailbox,
}

impl Edge {
    /// A small number for the class.
    pub(super) const fn code(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Upper => 1,
            Self::Lower => 2,
            Self::Digit => 3,
            Self::Dash => 4,
            Self::Quote => 5,
            Self::Other => 6,
            Self::Mark(byte) => byte as u32,
        }
    }

    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            c if c.is_uppercase() => Self::Upper,
            c if c.is_alphabetic() => Self::Lower,
            c if c.is_whitespace() => Self::None,
            '–' | '—' | '―' | '‒' => Self::Dash,
            '“' | '”' | '‘' | '’' | '«' | '»' | '„' => Self::Quote,
            _ => Self::Other,
        }
    }

    const fn of_ascii(byte: u8) -> Self {
        match byte {
            b'A'..=b'Z' => Self::Upper,
            b'a'..=b'z' => Self::Lower,
            b'0'..=b'9' => Self::Digit,
            _ => Self::Mark(byte),
        }
    }
}

impl Token {
    /// The token behind `from` and before `end`, both bytes of `text`.
    pub(super) fn next(text: &str, from: usize, end: usize) -> Option<Self> {
        let bytes = &text.as_bytes()[..end];
        let start = from + bytes[from..].iter().position(|&byte| !is_space(byte))?;
        let len = bytes[start..].iter().position(|&byte| is_space(byte)).unwrap_or(end - start);
        Some(Self { start, end: start + len })
    }

    /// The token before `to` and behind `start`, both bytes of `text`.
    pub(super) fn before(text: &str, start: usize, to: usize) -> Option<Self> {
        let bytes = &text.as_bytes()[start..to];
        let end = bytes.iter().rposition(|&byte| !is_space(byte))? + 1;
        let from = bytes[..end].iter().rposition(|&byte| is_space(byte)).map_or(0, |at| at + 1);
        Some(Self { start: start + from, end: start + end })
    }

    /// Its text.
    pub(super) fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The class of its first character.
    pub(super) fn first(self, text: &str) -> Edge {
        match text.as_bytes()[self.start] {
            byte @ 0..0x80 => Edge::of_ascii(byte),
            _ => self.of(text).chars().next().map_or(Edge::None, Edge::of),
        }
    }

    /// The class of its last character.
    pub(super) fn last(self, text: &str) -> Edge {
        match text.as_bytes()[self.end - 1] {
            byte @ 0..0x80 => Edge::of_ascii(byte),
            _ => self.of(text).chars().next_back().map_or(Edge::None, Edge::of),
        }
    }

    /// Whether it is nothing but hyphens, dashes, asterisks or bullets.
    pub(super) fn is_bullet(self, text: &str) -> bool {
        self.of(text).chars().all(|c| matches!(c, '-' | '*' | '–' | '—' | '―' | '•'))
    }

    /// The letters and digits of it, with all between them: marks at both ends left out.
    pub(super) fn core(self, text: &str) -> &str {
        let token = &text.as_bytes()[self.start..self.end];
        let is_inner = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let from = token.iter().position(is_inner).unwrap_or(token.len());
        let to = token.iter().rposition(is_inner).map_or(from, |last| last + 1);
        let core = &text[self.start + from..self.start + to];
        match core.as_bytes() {
            [first, .., last] if !(first.is_ascii() && last.is_ascii()) => {
                core.trim_matches(|c: char| !c.is_alphanumeric())
            }
            _ => core,
        }
    }
}

/// What the bytes of a token's core tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    /// The form.
    pub form: Form,
    /// A number for the word without regard to case.
    pub word: u32,
    /// A number for its last three bytes.
    pub ending: u32,
}

impl Letters {
    /// Of no token.
    pub(super) const NONE: Self = Self { form: Form::None, word: 0, ending: 0 };

    /// Of the token whose core is `core`.
    pub(super) fn of(core: &str) -> Self {
        let bytes = core.as_bytes();
        let mut word = SEED;
        let mut counts = Counts::default();
        let mut before = 0;
        for &byte in bytes {
            let (class, folded) = match byte {
                0..0x80 => (CLASSES[usize::from(byte)], byte.to_ascii_lowercase()),
                _ => beyond_ascii(before, byte),
            };
            counts.add(class);
            word = step(word, folded);
            before = byte;
        }
        let tail = &bytes[bytes.len().saturating_sub(ENDING)..];
        let ending = tail.iter().fold(SEED, |hash, &byte| step(hash, byte | 0x20));
        Self { form: counts.form(bytes), word, ending }
    }
}

/// The classes of a core's bytes, a bit for each.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Class {
    Other = 1,
    Upper = 2,
    Lower = 4,
    Digit = 8,
    Slash = 16,
    At = 32,
}

/// How many bytes of each class there are: none, one or more.
#[derive(Default)]
struct Counts {
    /// The classes with a byte.
    some: u8,
    /// The classes with more than one.
    more: u8,
}

impl Counts {
    const fn add(&mut self, class: Class) {
        self.more |= self.some & class as u8;
        self.some |= class as u8;
    }

    const fn has(&self, class: Class) -> bool {
        self.some & class as u8 != 0
    }

    const fn has_more(&self, class: Class) -> bool {
        self.more & class as u8 != 0
    }

    fn form(&self, bytes: &[u8]) -> Form {
        let has_one_upper = self.has(Class::Upper) && !self.has_more(Class::Upper);
        let is_led = bytes.first().is_some_and(|byte| byte.is_ascii_uppercase() || !byte.is_ascii());
        match (self.has(Class::Upper), self.has(Class::Lower)) {
            _ if bytes.is_empty() => Form::Marks,
            _ if self.has(Class::At) => Form::Mailbox,
            _ if self.has_more(Class::Slash) || bytes.starts_with(b"www.") => Form::Page,
            (false, false) => Form::Number,
            _ if self.has(Class::Digit) => Form::Alphanumeric,
            (false, true) => Form::Low,
            (true, false) if has_one_upper => Form::Single,
            (true, false) => Form::Capitals,
            (true, true) if has_one_upper && is_led => Form::Capitalised,
            (true, true) => Form::Mixed,
        }
    }
}

/// The class of every ASCII byte.
const CLASSES: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut byte = 0u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'A'..=b'Z' => Class::Upper,
            b'a'..=b'z' => Class::Lower,
            b'0'..=b'9' => Class::Digit,
            b'/' => Class::Slash,
            b'@' => Class::At,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// The class of a byte of a character beyond ASCII behind another byte, and the byte in lower case: of the letters
/// of western and central Europe and Turkish. Only the bytes behind the lead count.
const fn beyond_ascii(before: u8, byte: u8) -> (Class, u8) {
    match (before, byte) {
        (0xC3, 0x80..0x9F) => (Class::Upper, byte + 0x20),
        (0xC4 | 0xC5, 0x80..0xC0) if byte & 1 == 0 => (Class::Upper, byte + 1),
        (_, 0x80..0xC0) => (Class::Lower, byte),
        _ => (Class::Other, byte),
    }
}

/// The bytes of an ending.
const ENDING: usize = 3;

const SEED: u32 = 0x811C_9DC5;

/// One step of FNV-1a.
const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// Whether the byte parts tokens.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
