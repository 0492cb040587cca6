//! When: the expressions of time, and the days that they mean.
//!
//! # What it marks
//!
//! TIMEX3 expressions. DATE: days, weeks, months, quarters, seasons, years, decades and centuries, written
//! out ("19 December 2016", "the 1990s"), told from the day of publication ("Monday", "last week", "two days
//! ago", "in May", "over the summer") or from what the text spoke of last ("that day", "a year earlier"),
//! feasts, and the past, present and future as such ("recently", "now"). TIME: hours and parts of the day,
//! with the day that stands beside them ("about 6 p.m. Monday evening"). DURATION: lengths ("two weeks", "a
//! five-hour", "for years"). SET: what recurs ("every Monday", "daily", "twice a week"). Each end of a
//! stretch is an expression of its own ("from June to December"); a range of lengths is one ("two to three
//! weeks"). Ages ("aged 22", "22-year-old") are none.
//!
//! # How it decides
//!
//! One look at every word (`data/calendar.tsv`) dismisses most sentences. A grammar over the others, from
//! left to right, takes the longest form that fits and gives its meaning; an article belongs to it unless the
//! tree gives it to a noun further on. What the meaning leaves open is then counted from an anchor: the day
//! of publication; else the day of the dateline; else the day of the pictures, where their captions agree; a
//! caption's own day comes first in it. The verb above and its auxiliaries choose the last or the next
//! Monday; a date without a year is the nearest one, unless it is more than a hundred days away. "That day"
//! and "a day later" are counted from what was spoken of last. A season in the table spans its year. Where
//! nothing anchors, the value keeps its X (`XXXX-WXX-1`) and is `unresolved`: no day is ever put in. Where
//! only a picture dates the article, "today" stays open, and a weekday is the nearest one.
//!
//! # Example
//!
//! ```text
//! published 2016-12-20
//! The mayor of Velden resigned on Monday at about 6 p.m., two days after a meeting.
//!                                 ~~~~~~~~~~~~~~~~~~~~~~  ~~~~~~~~
//!                                 TIME 2016-12-19T18:00   DURATION P2D
//! ```
//!
//! # Known misses
//!
//! - "03/04/2015" may be March or April: its value is `2015-XX-XX`. "7/6" without a year is no date.
//! - A year without a word that leads it in ("The 1848, 1919 and 1956 uprisings") is a number.
//! - Fiscal years and quarters count as those of the calendar, without days; "the quarter" that no expression
//!   named stays open.
//! - A tense that the tree hides: "The ruling Friday follows months of talks" may be taken for the next
//!   Friday.
//! - Words that order rather than date ("then", "previously", "soon"), "some time", "a while", "at the
//!   moment" and adjectives of what is regular by nature ("a quarterly dividend") are left out.
//! - "Last summer" is that of the north; Thanksgiving is that of the United States; feasts of the moon's
//!   calendar and days that differ by country (Independence Day) are unknown.
//! - "Two days before Christmas" is a length and a day; the day that both mean is not told.
//! - Words of time in other languages, but for dates in Turkish.
//!
//! # Sources
//!
//! TimeML 1.2.1 and TIMEX3 guidelines,
//! <https://timeml.github.io/site/publications/timeMLdocs/annguide_1.2.1.pdf>; ISO 8601; Easter by the
//! algorithm of Meeus, Jones and Butcher (Astronomical Algorithms, chapter 8).
//!
//! In reading order: `period` and `returning` know the calendar, `meaning` what an expression says; `sense`
//! looks words up; `phrase` tries the forms of the grammar, which `day`, `month`, `year`, `numeric`,
//! `calendar` (dates), `relative`, `named` (chosen ones), `length`, `count`, `set` (lengths), `clock`,
//! `joint` (times of day) and `lead` (modifiers) hold; `located` puts them into the article, `anchor`,
//! `tense` and `resolve` find their days.

mod anchor;
mod calendar;
mod clock;
mod count;
mod day;
mod joint;
mod lead;
mod length;
mod located;
mod meaning;
mod month;
mod named;
mod numeric;
mod period;
mod phrase;
mod relative;
mod resolve;
mod returning;
mod sense;
mod set;
mod tense;
mod year;

use schema::{Moment, TimeExpression, Token};

use crate::syntax::Parse;
use located::Located;
use sense::Line;

/// The expressions of an article that was `published` then, in the order of the text.
pub(crate) fn mark(parse: Parse<'_>, published: Option<Moment>) -> Vec<TimeExpression> {
    let (mut found, mut senses, mut first) = (Vec::new(), Vec::new(), 0);
    for words in parse.words_by_sentence() {
        first = first_place(parse, first, words.tokens);
        if sense::read(words, &mut senses) {
            scan(Line { words, senses: &senses, parse, first }, &mut found);
        }
    }
    resolve::all(parse, published, &found)
}

/// The place in the article, from `from` on, of the first of a sentence's tokens.
fn first_place(parse: Parse<'_>, from: usize, tokens: &[Token]) -> usize {
    let start = tokens[0].span.start();
    from + parse.words.tokens[from..].partition_point(|token| token.span.start() < start)
}

/// Adds the expressions of one sentence to `found`.
fn scan(line: Line<'_>, found: &mut Vec<Located>) {
    let mut at = 0;
    while at < line.words.len() {
        let Some(one) = line.sense(at).and_then(|_| phrase::find(line, at)) else {
            at += 1;
            continue;
        };
        let places = line.first + one.start..line.first + one.end;
        at = one.end;
        found.push(Located { found: one, sentence: line.words.tokens[0].sentence, places });
    }
}
