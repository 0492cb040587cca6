//! Which names have one bearer, as far as it is known.
//!
//! Answers for: joining names, and keeping apart those of two who share a name with a third. Leaves to others: which names
//! are worth joining.

use names::{PersonalName, known, may_be_one_person, sound, usual_form};
use schema::labels::EntityType;

use super::spellings::{Name, person};

/// The most names of a bearer that a new one is compared with, the first ones.
const COMPARED: usize = 12;

/// The names of each bearer.
#[derive(Debug)]
pub(super) struct Bearers {
    /// For each name another one of its bearer, or itself.
    parents: Vec<u32>,
    /// The next name of its bearer, in a ring.
    next: Vec<u32>,
}

impl Bearers {
    /// Every one of `names` by itself.
    pub(super) fn new(names: &[Name<'_>]) -> Self {
        let places: Vec<u32> = (0..super::spellings::count(names.len())).collect();
        Self { parents: places.clone(), next: places }
    }

    /// The name that stands for the bearer of the name at `place`.
    pub(super) fn root(&mut self, mut place: u32) -> u32 {
        while self.parents[place as usize] != place {
            let above = self.parents[self.parents[place as usize] as usize];
            self.parents[place as usize] = above;
            place = above;
        }
        place
    }

    /// Takes two names for one bearer's; the root of the two that comes first stands for both.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one != other {
            let (first, second) = (one.min(other), one.max(other));
            self.parents[second as usize] = first;
            self.next.swap(first as usize, second as usize);
        }
    }

    /// Takes two persons' names for one's, unless two of the names that their bearers have so far contradict each other.
    pub(super) fn join_agreeing(&mut self, one: u32, other: u32, names: &[Name<'_>]) {
        let (first, second) = (self.names(one), self.names(other));
        let agree = |one: &u32, other: &u32| {
            one == other || may_be_one(&names[*one as usize], &names[*other as usize])
        };
        if first.iter().all(|one| second.iter().all(|other| agree(one, other))) {
            self.join(one, other);
        }
    }

    /// The names of the bearer of the name at `place`, it first.
    fn names(&self, place: u32) -> Vec<u32> {
        let mut names = vec![place];
        let mut at = self.next[place as usize];
        while at != place && names.len() < COMPARED {
            names.push(at);
            at = self.next[at as usize];
        }
        names
    }
}

/// Whether two names do not contradict each other; what is taken for no person's name does not contradict one.
fn may_be_one(one: &Name<'_>, other: &Name<'_>) -> bool {
    let is_person = |name: &Name<'_>| name.kind == EntityType::Person;
    !is_person(one) || !is_person(other) || agree(&person(one.text), &person(other.text))
}

/// Whether two persons' names agree; two romanisations of one surname do where the given names are the same.
pub(super) fn agree(one: &PersonalName, other: &PersonalName) -> bool {
    may_be_one_person(one, other, known) || are_romanisations(one, other)
}

fn are_romanisations(one: &PersonalName, other: &PersonalName) -> bool {
    let (Some((family, given)), Some((other_family, other_given))) =
        (one.words.split_last(), other.words.split_last())
    else {
        return false;
    };
    let usual = |given: &[String]| given.iter().map(|word| usual_form(word).to_owned()).collect::<Vec<_>>();
    !given.is_empty()
        && one.generation == other.generation
        && usual(given) == usual(other_given)
        && sound(family) == sound(other_family)
}
