//! What belongs to another event than the article's main one.
//!
//! Answers for: the day of the main event, and sentences that tell of earlier ones or of statistics.

use std::ops::Range;

use schema::labels::{Granularity, Measure, TimeType};
use schema::{Annotations, Date};

use crate::counts::{Telling, dated_with};
use crate::key::{Key, keys};
use crate::syntax::Parse;

/// How many days before the day of the main event a day may lie and still mean it.
const SLACK: i32 = 3;

/// When the main event was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Main {
    first: Option<Date>,
}

impl Main {
    /// The day that dates the first row of dead or injured whose sentence tells one.
    pub(super) fn of(found: &Annotations, tellings: &[Telling]) -> Self {
        let is_day = |place: usize| {
            let time = &found.times[place];
            let is_exact =
                matches!(time.granularity, Granularity::Day | Granularity::Hour | Granularity::Minute);
            (matches!(time.kind, TimeType::Date | TimeType::Time) && is_exact).then_some(time.days).flatten()
        };
        let of_sentence = |sentence: usize| {
            let first = found.times.partition_point(|time| time.sentence < sentence);
            let mut own =
                (first..found.times.len()).take_while(|&place| found.times[place].sentence == sentence);
            own.find_map(is_day)
        };
        let mut told = tellings.iter().filter(|telling| is_harm(telling.measure));
        let own = told.find_map(|telling| {
            let quantity = &found.quantities[telling.row];
            quantity.time.and_then(is_day).or_else(|| of_sentence(quantity.sentence))
        });
        Self { first: own.map(|(first, _)| first) }
    }

    /// Whether the sentence with these rows tells of something before the main event, or of many events.
    pub(super) fn is_background(self, parse: Parse<'_>, found: &Annotations, rows: Range<usize>) -> bool {
        let sentence = found.quantities[rows.start].sentence;
        let sentences = dated_with(parse, sentence);
        let first = found.times.partition_point(|time| time.sentence < sentences.start);
        let mut own = found.times[first..].iter().take_while(|time| sentences.contains(&time.sentence));
        let is_earlier = own.clone().filter_map(|time| time.days).any(|(_, last)| self.is_before(last));
        let is_later = own.any(|time| time.days.is_some_and(|(_, last)| !self.is_before(last)));
        is_earlier && !is_later || is_statistic(parse, sentence)
    }

    fn is_before(self, day: Date) -> bool {
        self.first.is_some_and(|first| day.days + SLACK < first.days)
    }
}

fn is_harm(measure: Measure) -> bool {
    matches!(measure, Measure::Killed | Measure::Injured | Measure::Casualties)
}

/// Words of sentences that count many events.
const MANY: &[Key] =
    &keys!["annually", "nationwide", "statistics", "average", "yearly", "statewide", "citywide"];

/// Whether the sentence counts many events: "the 15th homicide this year".
fn is_statistic(parse: Parse<'_>, sentence: usize) -> bool {
    let tokens = parse.words.tokens;
    let start = tokens.partition_point(|token| token.sentence < sentence);
    let end = start + tokens[start..].partition_point(|token| token.sentence == sentence);
    let words = parse.words;
    let is_this_year = |at: usize| {
        words.key(at).is_any(&keys!["this", "last", "each", "every", "per", "a", "the"])
            && words.key(at + 1).is_any(&keys!["year"])
    };
    let is_count = |at: usize| words.key(at).is_any(MANY) || is_this_year(at);
    (start..end).any(is_count)
}
