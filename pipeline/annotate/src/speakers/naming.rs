//! What the words beside a name say of its bearer.
//!
//! Answers for: titles, appositions and predicates, and the role, sex and age that they tell. Leaves to others: who is
//! spoken of where no name stands (`scene`).

use std::ops::Range;

use schema::Mention;
use schema::labels::{EntityType, Relation, SourceRole};

use super::nominal::{self, Nominal, Sex};
use super::referent::{Description, Kind};
use super::role;
use super::scene::{Scene, Stand, head_of, stand};
use crate::key::{Key, key, keys};
use crate::language::gazetteer::Listing;
use crate::syntax::Parse;

/// One who is older is another number.
const OLDEST: u32 = 120;

impl Scene<'_> {
    /// Notes what a name stands for, and the words beside it that say what its bearer is.
    pub(super) fn note_name(&mut self, places: &Range<usize>, mention: &Mention) {
        let Some(head) = head_of(self.parse, places.clone()) else { return };
        match mention.kind {
            EntityType::Person => self.note_person(head, places, mention.entity),
            EntityType::Organisation => self.note_body(head, places, mention.entity),
            _ => {}
        }
    }

    fn note_person(&mut self, head: usize, places: &Range<usize>, entity: usize) {
        let parse = self.parse;
        if let Some(before) = self.word_before(places) {
            match form_of_address(parse.words.key(before)) {
                Some(sex) => self.note_sex(sex, entity),
                None if parse.words.is_capitalised(before) || is_linked(parse, before, head) => {
                    self.note_noun(before, entity);
                }
                None => {}
            }
        }
        if places.len() > 1
            && matches!(nominal::of_lemma(nominal::noun(parse, places.start)), Some(Nominal::Person(_)))
        {
            self.introduce(places.start, entity);
        }
        for child in parse.children(head).filter(|child| !places.contains(child)) {
            match parse.relation(child) {
                Relation::Appos | Relation::NmodDesc => self.note_noun(child, entity),
                Relation::Compound | Relation::Flat if child < head => self.note_noun(child, entity),
                _ => {}
            }
            if child > head && parse.words.is_numeric(child) && self.referents[entity].age.is_none() {
                self.referents[entity].age = parse.words.integer(child).filter(|age| *age < OLDEST);
            }
        }
        self.note_head(head, entity);
        self.note_employer(places, entity);
    }

    /// Takes the role of a person from the organisation behind the name or before the title, where no other is told or the rank may be
    /// a policeman's: `Ada Brandt of the Velden Transport Agency`.
    fn note_employer(&mut self, places: &Range<usize>, entity: usize) {
        let joins = keys!["with", "of", "from", "for", "at"];
        let behind = places.end + 1 + usize::from(self.parse.words.is(places.end + 1, key!("the")));
        let behind = Some(behind).filter(|_| self.parse.words.key(places.end).is_any(&joins));
        // "Velden Police Capt. Omar Reed".
        let before = self.word_before(places).and_then(|title| title.checked_sub(1));
        let bodies = behind.into_iter().chain(before).filter_map(|word| self.referent(word));
        let Some(role) = bodies.filter(|body| body.is_organisation()).find_map(|body| body.role) else {
            return;
        };
        let is_open = match self.referents[entity].role {
            None | Some(SourceRole::Other | SourceRole::Person) => true,
            Some(own) => own == SourceRole::Military && role == SourceRole::Police,
        };
        if is_open {
            self.referents[entity].role = Some(role);
        }
    }

    /// Notes the sex that a form of address tells; nothing is known where the given name tells another.
    fn note_sex(&mut self, sex: Sex, entity: usize) {
        let known = &mut self.referents[entity].sex;
        *known = if known.is_none_or(|known| known == sex) { Some(sex) } else { None };
    }

    fn note_body(&mut self, head: usize, places: &Range<usize>, entity: usize) {
        let parse = self.parse;
        for word in places.clone().filter(|&word| parse.words.is_capitalised(word)) {
            self.introduce(word, entity);
        }
        if let Some(before) = self.word_before(places).filter(|&before| is_linked(parse, before, head)) {
            self.note_noun(before, entity);
        }
        for child in parse.children(head).filter(|child| !places.contains(child)) {
            if matches!(parse.relation(child), Relation::Appos | Relation::NmodDesc) {
                self.note_noun(child, entity);
            }
        }
        self.note_head(head, entity);
        let class = parse.head(head).filter(|&class| {
            let is_behind = class >= places.end && parse.relation(head) == Relation::Compound;
            is_behind && nominal::is_class_of_body(parse.lemma(class))
        });
        if let Some(class) = class {
            self.note_noun(class, entity);
        }
    }

    /// The word before a name, where it is of the same sentence.
    fn word_before(&self, places: &Range<usize>) -> Option<usize> {
        let tokens = self.parse.words.tokens;
        let before = places.start.checked_sub(1)?;
        (tokens[before].sentence == tokens[places.start].sentence).then_some(before)
    }

    /// Notes the noun above a name where it says what its bearer is: `the mayor, Ada Brandt`, `Brandt is the mayor`.
    fn note_head(&mut self, head: usize, entity: usize) {
        let parse = self.parse;
        let Some(above) = parse.head(head) else { return };
        match parse.relation(head) {
            Relation::Appos | Relation::Flat if above < head => self.note_noun(above, entity),
            Relation::Nsubj if is_predicate(parse, above) && self.is_fit(above, entity) => {
                self.introduce(above, entity);
            }
            _ => {}
        }
    }

    /// Takes the noun at `at` for one that stands for the bearer of a name beside it.
    fn note_noun(&mut self, at: usize, entity: usize) {
        let is_plural = self.parse.words.is_lower(at) && self.parse.lemma(at) != self.parse.words.key(at);
        if self.is_fit(at, entity) && self.stands[at] == Stand::Nobody && !is_plural {
            self.stands[at] = stand(entity);
            self.introduce(at, entity);
        }
    }

    /// Whether the noun at `at` may stand for the bearer of a name: a person or a body.
    fn is_fit(&self, at: usize, entity: usize) -> bool {
        let is_person = self.referents[entity].kind == Kind::Person;
        match nominal::of_lemma(nominal::noun(self.parse, at)) {
            Some(Nominal::Person(_)) => is_person,
            Some(Nominal::Body) => !is_person,
            None => false,
        }
    }

    /// Keeps what the noun at `at` says of a referent.
    pub(super) fn introduce(&mut self, at: usize, referent: usize) {
        let known = &mut self.referents[referent];
        if let Some(Nominal::Person(sex)) = nominal::of_lemma(nominal::noun(self.parse, at))
            && known.kind == Kind::Person
        {
            known.sex = known.sex.or(sex);
        }
        let description = self.description(at);
        self.introductions.add(referent, description);
        if self.referents[referent].role.is_none() {
            let of_name = |word: usize| self.referent(word).and_then(|referent| referent.role);
            let role = role::of_phrase(self.parse, at, of_name);
            self.referents[referent].role = role;
        }
    }

    /// What the phrase of the noun at `at` says.
    pub(super) fn description(&self, at: usize) -> Description {
        let parse = self.parse;
        let mut description =
            Description { noun: nominal::noun(parse, at), names: Vec::new(), kinds: Vec::new() };
        // Before a title the tree has the people under the name: "Russian President Tomas Orel".
        if let Some(before) = at.checked_sub(1)
            && parse.head(before) != Some(at)
            && parse.words.is_capitalised(at)
            && matches!(self.stands[before], Stand::One(_))
        {
            description.names.push(parse.lemma(before));
        }
        for child in parse.children(at) {
            let is_modifier = matches!(
                parse.relation(child),
                Relation::Compound
                    | Relation::Amod
                    | Relation::NmodPoss
                    | Relation::Nmod
                    | Relation::NmodDesc
            );
            let is_name = parse.words.is_capitalised(child)
                && (parse.words.is_lower(at) || Listing::of(parse.words.form(child)).is_place());
            match parse.relation(child) {
                _ if !is_modifier => {}
                _ if is_name => description.names.push(parse.lemma(child)),
                Relation::Compound => description.kinds.push(parse.lemma(child)),
                Relation::Amod if nominal::is_of_office(parse.lemma(child)) => {
                    description.kinds.push(parse.lemma(child));
                }
                _ => {}
            }
        }
        description
    }
}

/// Whether the noun at `at` says what its subject is.
fn is_predicate(parse: Parse<'_>, at: usize) -> bool {
    parse.child(at, &[Relation::Cop]).is_some() && parse.child(at, &[Relation::Case]).is_none()
}

/// Whether one of two words hangs on the other, or both on a third.
fn is_linked(parse: Parse<'_>, one: usize, other: usize) -> bool {
    let (first, second) = (parse.head(one), parse.head(other));
    let is_title = matches!(parse.relation(one), Relation::Compound | Relation::NmodDesc | Relation::Amod);
    first == Some(other) || second == Some(one) || is_title && first == second
}

/// The sex that a form of address tells.
fn form_of_address(word: Key) -> Option<Sex> {
    match word {
        _ if word.is_any(&keys!["mr", "mr.", "sir", "lord"]) => Some(Sex::Male),
        _ if word.is_any(&keys!["mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame"]) => Some(Sex::Female),
        _ => None,
    }
}
