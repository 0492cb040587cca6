//! The people of an article one by one, as names and ages tell them apart.
//!
//! Answers for: who is the same, and how many are killed or hurt at least. Leaves people without name and age to
//! the sums of sentences.

use schema::labels::{Measure, QuantityType};
use schema::{Annotations, Span};

use crate::counts::{Telling, name};
use crate::syntax::Parse;

/// Somebody of whom something is told.
#[derive(Debug, Clone, Copy, Default)]
struct Person {
    entity: Option<usize>,
    age: Option<u32>,
    is_killed: bool,
    is_hurt: bool,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct People(Vec<Person>);

impl People {
    /// Adds what is told of one who has a name or an age.
    pub(super) fn add(&mut self, parse: Parse<'_>, found: &Annotations, telling: &Telling) {
        let quantity = &found.quantities[telling.row];
        if quantity.kind != QuantityType::Singular || !telling.is_actual {
            return;
        }
        let told = Person {
            entity: name(parse, telling.person, &found.mentions).map(|place| found.mentions[place].entity),
            age: age(parse, found, telling.person),
            is_killed: telling.measure == Measure::Killed,
            is_hurt: matches!(telling.measure, Measure::Injured | Measure::Casualties),
        };
        if told.entity.is_none() && told.age.is_none() || !told.is_killed && !told.is_hurt {
            return;
        }
        match self.0.iter_mut().find(|person| person.is(&told)) {
            Some(person) => person.join(told),
            None => self.0.push(told),
        }
    }

    /// How many were killed.
    pub(super) fn killed(&self) -> u32 {
        self.distinct(|person| person.is_killed)
    }

    /// How many were killed or hurt.
    pub(super) fn all(&self) -> u32 {
        self.distinct(|person| person.is_killed || person.is_hurt)
    }

    /// How many there are at least: who has only a name and who has only an age may be one.
    fn distinct(&self, is_meant: fn(&Person) -> bool) -> u32 {
        let meant = || self.0.iter().filter(|person| is_meant(person));
        let names = meant().filter(|person| person.entity.is_some()).count();
        let ages = meant().filter(|person| person.age.is_some()).count();
        count(names.max(ages))
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Person {
    fn is(&self, other: &Self) -> bool {
        let same = |one: Option<usize>, two: Option<usize>| one.is_some() && one == two;
        same(self.entity, other.entity)
            || self.age.is_some()
                && self.age == other.age
                && (self.entity.is_none() || other.entity.is_none())
    }

    fn join(&mut self, other: Self) {
        self.entity = self.entity.or(other.entity);
        self.age = self.age.or(other.age);
        self.is_killed |= other.is_killed;
        self.is_hurt |= other.is_hurt;
    }
}

/// The age told beside the word for a person.
fn age(parse: Parse<'_>, found: &Annotations, person: usize) -> Option<u32> {
    let reach = parse.reach(person);
    let end = (reach.end).min(person + 8);
    let start = reach.start.max(person.saturating_sub(8));
    let span = Span::new(
        parse.words.tokens[start].span.start(),
        parse.words.tokens[end.max(person + 1) - 1].span.end(),
    );
    let first = found.quantities.partition_point(|row| row.span.start() < span.start());
    let own = found.quantities[first..].iter().take_while(|row| row.span.start() < span.end());
    let age = own.filter(|row| row.kind == QuantityType::Age).find_map(|row| row.value_min)?;
    Some(super::sentence::whole(age))
}
