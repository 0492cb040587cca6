//! The quantities of an article while it is found out what they count.
//!
//! Answers for: the word of each number and the noun that it counts, rows for people without a number, and the order
//! of the rows in the end. Leaves to `outcome` what became of whom.

use schema::labels::{Measure, QuantityType, Upos};
use schema::labels::{Party, Relation};
use schema::{Mention, Quantity, Span};

use super::{Telling, gravity, joined, people};
use crate::key::{key, keys};
use crate::syntax::Parse;

/// A quantity with its places in the tree.
#[derive(Debug)]
struct Row {
    quantity: Quantity,
    /// The word of the number that the others hang on.
    number: usize,
    /// The noun that it counts.
    noun: Option<usize>,
}

/// The quantities of an article, first those with a number, in order.
#[derive(Debug)]
pub(super) struct Table<'t> {
    parse: Parse<'t>,
    mentions: &'t [Mention],
    rows: Vec<Row>,
    /// How many have a number.
    numbered: usize,
    tellings: Vec<Telling>,
}

impl<'t> Table<'t> {
    /// The table of these quantities.
    pub(super) fn of(parse: Parse<'t>, quantities: Vec<Quantity>, mentions: &'t [Mention]) -> Self {
        let rows: Vec<Row> = quantities.into_iter().map(|quantity| row(parse, quantity)).collect();
        Self { parse, mentions, numbered: rows.len(), rows, tellings: Vec::new() }
    }

    /// Whether the word at `at` stands for people.
    pub(super) fn is_person(&self, at: usize) -> bool {
        people::is_person(self.parse, at, self.mentions)
    }

    /// The number that counts the noun at `at`, or stands there.
    pub(super) fn number_of(&self, at: usize) -> Option<usize> {
        let numbered = &self.rows[..self.numbered];
        let sentence = self.parse.words.tokens.get(at)?.sentence;
        let first = numbered.partition_point(|row| row.quantity.sentence < sentence);
        let own = numbered[first..].iter().take_while(|row| row.quantity.sentence == sentence);
        let is_meant = |row: &Row| {
            row.quantity.kind == QuantityType::Cardinal
                && (row.number == at
                    || row.noun == Some(at)
                    || row.number + 1 == at
                    || row.quantity.span.contains(self.span(at)))
        };
        own.enumerate().find(|(_, row)| is_meant(row)).map(|(place, _)| first + place)
    }

    fn span(&self, at: usize) -> Span {
        self.parse.words.tokens[at].span
    }

    /// Notes that the outcome word told of the people at `telling.person`, whose row it finds or makes.
    pub(super) fn tell(&mut self, person: usize, outcome: usize, (measure, is_actual): (Measure, bool)) {
        let person = self.first_word(person);
        let row = match self.number_of(person) {
            Some(row) => Some(row),
            None => self.single(person, is_actual && has_single_rows(measure)),
        };
        let Some(row) = row else { return };
        let party = people::party(self.parse, person);
        self.tellings.push(Telling { row, person, outcome, measure, is_actual });
        let quantity = &mut self.rows[row].quantity;
        quantity.party = joined(quantity.party, Some(party));
        if quantity.measure.is_none_or(|known| gravity(known) < gravity(measure)) {
            quantity.measure = Some(measure);
        }
    }

    /// The word that stands for the same people first: the head of an apposition, the first word of a name.
    fn first_word(&self, person: usize) -> usize {
        let head = self.parse.head(person).filter(|&head| {
            let is_name = |at: usize| self.parse.upos(at) == Some(Upos::Propn);
            let renames = self.parse.relation(person) == Relation::Appos && is_name(head) != is_name(person);
            renames && self.is_person(head) && head < person
        });
        let is_free = |&head: &usize| self.number_of(head).is_none() && self.number_of(person).is_none();
        let person = head.filter(is_free).unwrap_or(person);
        let name = people::name(self.parse, person, self.mentions);
        name.and_then(|name| self.parse.places(self.mentions[name].span).next()).unwrap_or(person)
    }

    /// Says which side those at `person` are on.
    pub(super) fn side(&mut self, person: usize, party: Party) {
        let person = self.first_word(person);
        if let Some(telling) = self.tellings.iter().rev().find(|telling| telling.person == person) {
            self.rows[telling.row].quantity.party = Some(party);
        }
    }

    /// The row of the one person at `person`, made where there is none yet and `may_make`.
    fn single(&mut self, person: usize, may_make: bool) -> Option<usize> {
        let is_same = |row: &Row| row.number == person;
        if let Some(place) = self.rows[self.numbered..].iter().rposition(is_same) {
            return Some(self.numbered + place);
        }
        if !may_make || !people::is_one(self.parse, person) || is_none(self.parse, person) {
            return None;
        }
        let quantity = self.quantity(person);
        self.rows.push(Row { quantity, number: person, noun: Some(person) });
        Some(self.rows.len() - 1)
    }

    /// The quantity of one person without a number.
    fn quantity(&self, person: usize) -> Quantity {
        let name = people::name(self.parse, person, self.mentions);
        let noun = name.map_or_else(|| self.glued(person), |name| self.mentions[name].span);
        let start = self.phrase_start(person, noun.start());
        Quantity {
            span: Span::new(start, noun.end()),
            sentence: self.parse.words.tokens[person].sentence,
            kind: QuantityType::Singular,
            value_min: Some(1.0),
            value_max: Some(1.0),
            modifier: None,
            unit: None,
            measure: None,
            counted: Some(noun),
            party: None,
            hedge: None,
            attribution: None,
            time: None,
        }
    }

    /// The word at `at`; all of "17-year-old", of which the last stands for the person.
    fn glued(&self, at: usize) -> Span {
        let words = self.parse.words;
        let is_part = |place: usize| words.form(place + 1) == "-" || words.form(place) == "-";
        if !super::beside::is_age(self.parse, at) {
            return self.span(at);
        }
        let first = (0..at).rev().take_while(|&place| is_part(place)).last().unwrap_or(at);
        Span::new(self.span(first).start(), self.span(at).end())
    }

    /// Where the words before a noun that belong to it start: its article and what describes it.
    fn phrase_start(&self, person: usize, start: usize) -> usize {
        use Relation::{Amod, Compound, Det, NmodPoss, Nummod};
        let before = self.parse.children(person).take_while(|&child| child < person);
        let mut own = before
            .filter(|&child| matches!(self.parse.relation(child), Det | Amod | Compound | NmodPoss | Nummod));
        own.next().map_or(start, |first| self.span(self.parse.reach(first).start).start().min(start))
    }

    /// The quantities in the order of the text, and the tellings with their places in it.
    pub(super) fn finish(mut self) -> (Vec<Quantity>, Vec<Telling>) {
        for row in &mut self.rows {
            complete(self.parse, row);
        }
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_key(|&place| (self.rows[place].quantity.span.start(), place));
        let mut places = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, &row)| places[row] = place);
        for telling in &mut self.tellings {
            telling.row = places[telling.row];
        }
        self.tellings.sort_by_key(|telling| telling.row);
        let mut rows: Vec<Option<Quantity>> = self.rows.into_iter().map(|row| Some(row.quantity)).collect();
        (order.into_iter().filter_map(|row| rows[row].take()).collect(), self.tellings)
    }
}

/// Whether one person of whom this is told is a row.
fn has_single_rows(measure: Measure) -> bool {
    use Measure::{Arrested, Casualties, Hostages, Injured, Killed, Missing};
    matches!(measure, Killed | Injured | Casualties | Missing | Arrested | Hostages)
}

/// Whether the phrase at `at` denies that there is anybody.
fn is_none(parse: Parse<'_>, at: usize) -> bool {
    parse
        .children(at)
        .any(|child| parse.words.key(child).is_any(&keys!["no", "any", "every", "each", "neither"]))
}

/// The quantity with its word and the noun that it counts.
fn row(parse: Parse<'_>, quantity: Quantity) -> Row {
    let places = parse.places(quantity.span);
    let is_outside = |at: &usize| parse.head(*at).is_none_or(|head| !places.contains(&head));
    let number = places.clone().rev().find(is_outside).unwrap_or(places.start);
    Row { noun: noun(parse, number), quantity, number }
}

/// The noun that the number at `number` counts: the one that it stands before, or that follows with "of".
fn noun(parse: Parse<'_>, number: usize) -> Option<usize> {
    use Relation::{Amod, Compound, Det, Nmod, Nummod};
    // The "9" of "her 9- and 14-year-old nieces" counts no nieces.
    if parse.words.form(number + 1) == "-" {
        return None;
    }
    let is_of = |at: usize| parse.children(at).any(|child| parse.words.is(child, key!("of")));
    let head = parse.head(number).filter(|&head| head > number && is_nominal(parse, head));
    head.filter(|_| matches!(parse.relation(number), Nummod | Det | Amod | Compound)).or_else(|| {
        parse.children(number).find(|&child| child > number && parse.relation(child) == Nmod && is_of(child))
    })
}

fn is_nominal(parse: Parse<'_>, at: usize) -> bool {
    matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Sym))
}

/// Fills in what the row counts by its noun or unit, where nothing else told it.
fn complete(parse: Parse<'_>, row: &mut Row) {
    let quantity = &mut row.quantity;
    let counts = quantity.kind == QuantityType::Cardinal || quantity.kind == QuantityType::Fraction;
    if let Some(noun) = row.noun.filter(|_| counts) {
        quantity.counted = Some(parse.words.tokens[noun].span);
    }
    let told = quantity.measure.or_else(|| match quantity.kind {
        QuantityType::Age => Some(Measure::Age),
        QuantityType::Money => Some(Measure::Money),
        QuantityType::Measure => {
            matches!(quantity.unit.as_deref(), Some("s" | "min" | "h" | "d" | "wk" | "mo" | "a"))
                .then_some(Measure::Duration)
        }
        QuantityType::Cardinal => row.noun.and_then(|noun| super::outcome::of_noun(parse, noun)),
        _ => None,
    });
    quantity.measure = told;
    if quantity.party.is_none()
        && let Some(noun) = row.noun
        && told.is_some_and(|measure| gravity(measure) > 1 || measure == Measure::Attackers)
    {
        quantity.party = Some(people::party(parse, noun));
    }
}
