//! Abbreviations and what may stand behind them.
//!
//! Answers for: the class of a token before a full stop. What follows from it is `decision`'s.

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

/// What an abbreviation lets a sentence do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A title: a name follows, no sentence ends.
    Title,
    /// It stands inside a sentence: no sentence ends.
    Inner,
    /// It takes a number; without one it is a word like others.
    Number,
    /// A month: before a number no sentence ends, else as `Final`.
    Month,
    /// A sentence may end where a starter follows.
    Final,
    /// A time of day: a sentence ends before a capital, but for days and zones.
    Time,
    /// A sentence ends where a capital follows.
    Closing,
}

static ABBREVIATIONS: LazyLock<Lexicon<(Abbreviation, Case)>> =
    LazyLock::new(|| Lexicon::parse(include_str!("../../data/abbreviations.tsv"), class));
static DAYS_AND_ZONES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/days_and_zones.txt")));

/// Whether an entry is meant in lower case too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Any,
    Upper,
}

/// The class that a row of the file names: a capital letter stands for upper case only.
fn class(word: &str) -> Option<(Abbreviation, Case)> {
    let case = if word.starts_with(char::is_uppercase) { Case::Upper } else { Case::Any };
    let class = match word.to_lowercase().as_str() {
        "title" => Abbreviation::Title,
        "inner" => Abbreviation::Inner,
        "number" => Abbreviation::Number,
        "month" => Abbreviation::Month,
        "final" => Abbreviation::Final,
        "time" => Abbreviation::Time,
        "closing" => Abbreviation::Closing,
        _ => return None,
    };
    Some((class, case))
}

/// The class of `token`, the text before a full stop without it; `None` where it is no abbreviation.
pub(super) fn classify(token: &str) -> Option<Abbreviation> {
    let token = token.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (class, case) = ABBREVIATIONS.get(token)?;
    (case == Case::Any || token.starts_with(char::is_uppercase)).then_some(class)
}

/// Whether `word` goes with a time of day before it: a day, a month or a zone.
pub(super) fn goes_with_time(word: &str) -> bool {
    DAYS_AND_ZONES.contains(word)
}
