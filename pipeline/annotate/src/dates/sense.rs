//! What the words of time mean one by one, and a sentence with these senses.
//!
//! Answers for: `data/calendar.tsv`, and dismissing by one look a word or a sentence that speaks of no time.
//! Leaves to the grammar what the words mean together.

use std::sync::LazyLock;

use super::period::Unit;
use super::returning;
use crate::key::Key;
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;
use crate::words::Words;

/// What a word may do in an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A month, from 1.
    Month(u8),
    /// The middle of a month, from 1: "mid-July".
    MidMonth(u8),
    /// A day of the week, from 1 for Monday.
    Weekday(u8),
    /// Every such day of the week: "Mondays".
    Weekdays(u8),
    /// A season by the month that it starts in.
    Season(u8),
    /// Ten years of a century: "nineties".
    Decade(u8),
    /// A half or a quarter of a year as a code: "Q3".
    Part,
    /// Which in a row, from 1.
    Ordinal(u8),
    /// Noon or midnight by its hour.
    Noon(u8),
    /// A part of the day by its TIMEX3 code.
    DayPart(&'static str),
    /// Every such part of a day: "mornings".
    DayParts(&'static str),
    /// So many days from today.
    Day(i8),
    /// The night of today.
    Tonight,
    /// The past, the present or the future as such.
    Vague(&'static str),
    /// A unit of the calendar or of the clock.
    Unit(Unit),
    /// Several of them.
    Units(Unit),
    /// A time that recurs, by its value.
    Recurs(&'static str),
    /// "Every", "each".
    Each,
    /// A word that chooses one: "last", "next", "this".
    Choice(Choice),
    /// "A", "an", "the".
    Article,
    /// A number in words, or "several", "few", "couple", "half".
    Number,
    /// A word that modifies what stands behind it.
    Lead,
    /// The first word of a feast.
    Feast,
    /// "Fiscal".
    Fiscal,
    /// Digits, a short year behind its apostrophe, or a year with its prefix: "mid-1990s".
    Figure,
}

/// What a word says of which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    This,
    That,
    Recent,
}

/// The words of time.
static SENSES: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    let entries: Vec<_> =
        rows(include_str!("../../data/calendar.tsv")).filter_map(|row| sense(&row)).collect();
    let middles: Vec<_> = entries
        .iter()
        .filter_map(|&(word, sense)| match sense {
            Sense::Month(month) => Some((format!("mid-{word}"), Sense::MidMonth(month))),
            _ => None,
        })
        .collect();
    let numbers = rows(include_str!("../../data/number_words.tsv")).filter_map(|row| match row[..] {
        ["unit" | "ten" | "hundred" | "scale" | "dozen" | "open", word, _] => Some((word, Sense::Number)),
        _ => None,
    });
    let feasts = returning::first_words().map(|word| (word, Sense::Feast));
    Lexicon::new(
        entries
            .iter()
            .copied()
            .chain(middles.iter().map(|(word, sense)| (word.as_str(), *sense)))
            .chain(numbers)
            .chain(feasts),
    )
});

/// The sense of the word with this key.
pub(super) fn of(key: Key) -> Option<Sense> {
    SENSES.get(key)
}

fn sense(row: &[&'static str]) -> Option<(&'static str, Sense)> {
    let &[word, kind, value] = row else { return None };
    let number = || value.parse().ok();
    let sense = match kind {
        "month" => Sense::Month(number()?),
        "weekday" => Sense::Weekday(number()?),
        "weekdays" => Sense::Weekdays(number()?),
        "season" => Sense::Season(number()?),
        "decade" => Sense::Decade(number()?),
        "part" => Sense::Part,
        "ordinal" => Sense::Ordinal(number()?),
        "noon" => Sense::Noon(number()?),
        "daypart" => Sense::DayPart(value),
        "dayparts" => Sense::DayParts(value),
        "day" => Sense::Day(value.parse().ok()?),
        "tonight" => Sense::Tonight,
        "vague" => Sense::Vague(value),
        "unit" => Sense::Unit(Unit::named(value)?),
        "units" => Sense::Units(Unit::named(value)?),
        "recurs" => Sense::Recurs(value),
        "each" => Sense::Each,
        "choice" => Sense::Choice(choice(value)?),
        "article" => Sense::Article,
        "number" => Sense::Number,
        "lead" => Sense::Lead,
        "fiscal" => Sense::Fiscal,
        _ => return None,
    };
    Some((word, sense))
}

fn choice(name: &str) -> Option<Choice> {
    Some(match name {
        "last" => Choice::Last,
        "past" => Choice::Past,
        "previous" => Choice::Previous,
        "next" => Choice::Next,
        "coming" => Choice::Coming,
        "following" => Choice::Following,
        "this" => Choice::This,
        "that" => Choice::That,
        "recent" => Choice::Recent,
        _ => return None,
    })
}

impl Sense {
    /// Whether a sentence may hold an expression of time because of this word.
    fn may_be_time(self) -> bool {
        match self {
            Self::Choice(choice) => choice == Choice::Past,
            Self::Article | Self::Number | Self::Lead | Self::Ordinal(_) | Self::Each => false,
            _ => true,
        }
    }
}

/// The senses of the words of a sentence, place by place, put in place of those of another; whether any may
/// be a time.
pub(super) fn read(words: Words<'_>, senses: &mut Vec<Option<Sense>>) -> bool {
    senses.clear();
    senses.extend((0..words.len()).map(|at| look_up(words, at)));
    senses.iter().flatten().any(|sense| sense.may_be_time()) || senses.windows(2).any(is_year_in_words)
}

/// Whether two numbers stand side by side, as in "nineteen ninety-six".
fn is_year_in_words(senses: &[Option<Sense>]) -> bool {
    senses.iter().all(|sense| *sense == Some(Sense::Number))
}

/// The sense of the word at `at`.
fn look_up(words: Words<'_>, at: usize) -> Option<Sense> {
    if is_figure(words, at) { Some(Sense::Figure) } else { of(words.key(at)) }
}

/// Whether the word at `at` is written with digits: "19", "'90s", "½", "Oct/2", "mid-1990s".
fn is_figure(words: Words<'_>, at: usize) -> bool {
    let form = words.form(at);
    match form.as_bytes() {
        [b'0'..=b'9', ..]
        | [b'\'', b'0'..=b'9', ..]
        | [0xE2, _, _, b'0'..=b'9', ..]
        | [0xC2, 0xBC..=0xBE] => true,
        [.., b'/', b'0'..=b'9'] | [.., b'/', b'0'..=b'3', b'0'..=b'9'] => words.is_capitalised(at),
        [b'm' | b'M' | b'p' | b'P', .., b'0'..=b'9' | b's'] => is_prefixed(form),
        _ => false,
    }
}

/// Whether a year stands behind a prefix: "mid-1990s", "post-1959".
fn is_prefixed(form: &str) -> bool {
    form.split_once('-')
        .is_some_and(|(_, year)| year.len() >= 4 && year.starts_with(|digit: char| digit.is_ascii_digit()))
}

/// A sentence with the senses of its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) words: Words<'t>,
    pub(super) senses: &'t [Option<Sense>],
    pub(super) parse: Parse<'t>,
    /// The place of its first word in the article.
    pub(super) first: usize,
}

impl Line<'_> {
    /// The sense of the word at `at`; `None` outside.
    pub(super) fn sense(self, at: usize) -> Option<Sense> {
        self.senses.get(at).copied().flatten()
    }

    /// The place behind `at`, or behind the hyphen there.
    pub(super) fn behind_hyphen(self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }

    /// Whether a hyphen that joins two words stands at `at`.
    pub(super) fn is_hyphen(self, at: usize) -> bool {
        self.words.form(at) == "-" && self.words.adjoins(at) && self.words.adjoins(at + 1)
    }

    /// Where the head of the word at `at` stands in the sentence; `None` outside.
    pub(super) fn head(self, at: usize) -> Option<usize> {
        self.parse.head(self.first + at)?.checked_sub(self.first)
    }
}
