//! The dead and injured that one sentence tells of.
//!
//! Answers for: which rows of a sentence count, and which mean people that another row counts already.

use std::ops::Range;

use schema::labels::{Measure, Party, QuantityType, Relation, Upos, ValueModifier};
use schema::{Annotations, Quantity};

use crate::counts::Telling;
use crate::key::{key, keys};
use crate::syntax::Parse;

/// How many are told of as killed, as injured, and as hit, whether they live or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sum {
    pub(super) killed: u32,
    /// Those among the killed who are told as killed by somebody, attackers left out.
    pub(super) slain: u32,
    /// Those who killed themselves.
    pub(super) fallen: u32,
    /// Whether one of those hit did it to himself.
    pub(super) is_ended: bool,
    /// The injured that a number counts, or who are told of beside others.
    pub(super) injured: u32,
    /// The other injured.
    pub(super) hurt: u32,
    /// Those hit of whom it is open whether they live, told of beside others.
    pub(super) hit: u32,
    /// The same where they may be all there are.
    pub(super) shot: u32,
    /// Those among the killed of whom the article spoke before: "he", "the boy", a name.
    pub(super) known: u32,
    /// Whether a number counts the killed, or the injured.
    pub(super) counts: (bool, bool),
    /// Police, soldiers and rescuers hurt or dead.
    pub(super) responders: u32,
    /// Attackers hurt or dead.
    pub(super) attackers: u32,
}

impl Sum {
    /// Everyone hurt or dead.
    pub(super) fn all(self) -> u32 {
        let apart = self.killed + self.injured + self.hurt + self.hit;
        if self.shot > 1 { apart.max(self.shot + self.fallen) } else { apart + self.shot }
    }

    /// One who was told of as hurt has died: "was taken to the clinic, where he died".
    fn bury(&mut self) {
        let hurt = [&mut self.hurt, &mut self.hit].into_iter().find(|hurt| **hurt > 0);
        if let Some(hurt) = hurt {
            *hurt -= 1;
            self.killed += 1;
            self.known += 1;
        }
    }
}

/// A row with what is told of it.
#[derive(Debug, Clone, Copy)]
struct Told<'f> {
    quantity: &'f Quantity,
    /// The first telling, if any.
    telling: Option<Telling>,
    count: u32,
}

/// What the sentence with these rows tells.
pub(super) fn sum(parse: Parse<'_>, found: &Annotations, rows: Range<usize>, tellings: &[Telling]) -> Sum {
    let mut sum = Sum::default();
    let (mut listed, mut before) = (0, None);
    for row in rows {
        let quantity = &found.quantities[row];
        let own = || tellings.iter().filter(|telling| telling.row == row);
        let is_denied = own().next().is_some() && !own().any(|telling| telling.is_actual);
        let telling = own().max_by_key(|telling| telling.measure == Measure::Killed).copied();
        let told = Told { quantity, telling, count: count(quantity) };
        if is_denied || told.count == 0 {
            continue;
        }
        if told.is_told(parse, before, tellings) {
            if before.is_some() && quantity.measure == Some(Measure::Killed) {
                sum.bury();
            }
            continue;
        }
        let last = before;
        before = telling.filter(|_| is_harm(quantity.measure)).or(before);
        if quantity.kind == QuantityType::Singular && listed > 0 {
            listed -= 1;
            continue;
        }
        if told.is_part(parse, sum) {
            continue;
        }
        if quantity.kind == QuantityType::Cardinal && is_harm(quantity.measure) {
            listed = if told.count > 1 && is_listed(parse, found, row) { told.count } else { 0 };
        }
        told.add(parse, last, &mut sum);
    }
    sum
}

/// The number that a word says of the killings or shootings that it describes: "a triple murder", "a double shooting".
pub(super) fn multiple(parse: Parse<'_>, at: usize) -> Option<(u32, bool)> {
    let words = parse.words;
    let number = match () {
        () if words.is(at, key!("double")) => 2,
        () if words.is(at, key!("triple")) => 3,
        () if words.is(at, key!("quadruple")) => 4,
        () if words.is(at, key!("quintuple")) => 5,
        () => return None,
    };
    let place = at + 1 + usize::from(words.is(at + 1, key!("-")) || words.is(at + 1, key!("fatal")));
    let is_death = words.key(place).is_any(&keys![
        "homicide",
        "murder",
        "killing",
        "slaying",
        "fatality",
        "murders",
        "murder-suicide"
    ]) || words.is(at + 1, key!("fatal"));
    let is_harm = is_death || words.key(place).is_any(&keys!["shooting", "stabbing"]);
    is_harm.then_some((number, is_death))
}

pub(super) fn is_harm(measure: Option<Measure>) -> bool {
    matches!(measure, Some(Measure::Killed | Measure::Injured | Measure::Casualties))
}

/// Whether those that the row counts are listed behind it: "two people, a man and a woman".
fn is_listed(parse: Parse<'_>, found: &Annotations, row: usize) -> bool {
    let quantity = &found.quantities[row];
    let end =
        quantity.counted.filter(|noun| noun.start() > quantity.span.start()).unwrap_or(quantity.span).end();
    let next = found.quantities[row + 1..].iter().take_while(|next| next.sentence == quantity.sentence);
    let next =
        next.filter(|next| next.kind == QuantityType::Singular && is_harm(next.measure)).take(1).next();
    next.is_some_and(|next| {
        let between = parse.words.text.get(end..next.span.start()).unwrap_or_default().trim();
        matches!(
            between,
            "," | ":" | "-" | "–" | "—" | "(" | ", including" | "including" | ", identified as" | ", both"
        )
    })
}

impl Told<'_> {
    /// Whether the row means somebody of whom the sentence told `before`, or nobody in particular.
    fn is_told(self, parse: Parse<'_>, before: Option<Telling>, tellings: &[Telling]) -> bool {
        let Some(telling) = self.telling else { return false };
        let word = parse.words.key(telling.person);
        let is_same = before.is_some_and(|before| before.outcome != telling.outcome);
        let is_own = || {
            let doer = doer(parse, telling.outcome);
            tellings.iter().any(|other| other.row != telling.row && Some(other.person) == doer)
        };
        match () {
            () if word.is_any(&keys!["someone", "somebody", "anyone", "anybody"]) => true,
            () if parse.children(telling.person).any(|child| parse.words.is(child, key!("unborn"))) => true,
            () if word.is_any(&keys!["he", "she", "him", "her"]) => before.is_some(),
            () if is_reflexive(parse, telling.person) => {
                before.is_some() && is_accident(parse, telling.outcome) || is_own()
            }
            () if is_definite(parse, telling.person) => is_same,
            () => false,
        }
    }

    /// Whether the row counts some of the injured whom the sentence counts already, by their condition: "five were
    /// hurt, two critically", "one of them is in grave condition".
    fn is_part(self, parse: Parse<'_>, sum: Sum) -> bool {
        let Some(telling) = self.telling else { return false };
        let is_bare = matches!(parse.upos(telling.person), Some(Upos::Num | Upos::Pron));
        let is_state = parse.words.key(telling.outcome).is_any(&keys!["condition", "conditions"]);
        let so_far = sum.injured.max(sum.shot);
        is_state && is_bare && so_far > 1 && self.count <= so_far
    }

    /// Adds the row; `before` is what was told of the row before it.
    fn add(self, parse: Parse<'_>, before: Option<Telling>, sum: &mut Sum) {
        let is_counted = self.quantity.kind == QuantityType::Cardinal;
        match self.quantity.measure {
            Some(Measure::Killed) => {
                sum.counts.0 |= is_counted;
                self.add_killed(parse, sum);
            }
            Some(Measure::Injured) if self.count > 1 || self.is_beside(parse, *sum) => {
                sum.counts.1 |= is_counted;
                sum.injured += self.count;
            }
            Some(Measure::Injured) => sum.hurt += self.count,
            Some(Measure::Casualties) => self.add_hit(parse, before, sum),
            _ => return,
        }
        match self.quantity.party {
            Some(Party::Responder) => sum.responders += self.count,
            Some(Party::Attacker) => sum.attackers += self.count,
            _ => {}
        }
    }

    fn add_killed(self, parse: Parse<'_>, sum: &mut Sum) {
        let is =
            |is_so: fn(Parse<'_>, Telling) -> bool| self.telling.is_some_and(|telling| is_so(parse, telling));
        let is_fallen = self.is_own(parse) || is(is_by_own_hand);
        sum.killed += self.count;
        if is(|parse, telling| is_known(parse, telling.person)) {
            sum.known += self.count;
        }
        if is_fallen {
            sum.fallen += self.count;
        } else if self.quantity.party != Some(Party::Attacker)
            && is(|parse, telling| is_deed(parse, telling.outcome))
        {
            sum.slain += self.count;
        }
    }

    /// Adds those hit of whom it is open whether they live.
    fn add_hit(self, parse: Parse<'_>, before: Option<Telling>, sum: &mut Sum) {
        // "Two men and a woman were shot": one word tells of both.
        let outcome = |telling: Option<Telling>| telling.map(|telling| telling.outcome);
        let is_joined = before.is_some() && outcome(before) == outcome(self.telling);
        sum.is_ended |= self.is_own(parse);
        match () {
            () if self.is_beside(parse, *sum) => sum.injured += self.count,
            () if is_joined && sum.shot > 0 => sum.shot += self.count,
            () if is_joined && self.count > 1 => sum.shot = std::mem::take(&mut sum.hit) + self.count,
            () if self.count > 1 => sum.shot = sum.shot.max(self.count),
            () => sum.hit += self.count,
        }
    }

    /// Whether an attacker did it to himself.
    fn is_own(self, parse: Parse<'_>) -> bool {
        let is_self = self.telling.is_some_and(|telling| is_reflexive(parse, telling.person));
        is_self && self.quantity.party == Some(Party::Attacker)
    }

    /// Whether those told of are told of beside others; of "a boy shot another", the other is the one who shot.
    fn is_beside(self, parse: Parse<'_>, sum: Sum) -> bool {
        self.telling.is_some_and(|telling| {
            let is_first = telling.person > telling.outcome && sum.all() == 0;
            !is_first && is_beside(parse, telling)
        })
    }
}

fn is_reflexive(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is_any(&keys!["himself", "herself", "self"])
}

/// Whether what is told is that somebody killed himself: "took his own life", "died of a self-inflicted wound".
fn is_by_own_hand(parse: Parse<'_>, telling: Telling) -> bool {
    let is_sign = |at: usize| {
        parse.words.key(at).is_any(&keys!["suicide", "inflicted", "self-inflicted"])
            || parse.words.is(at, key!("own")) && parse.words.key(at + 1).is_any(&keys!["life", "lives"])
    };
    !is_deed(parse, telling.outcome) && parse.reach(telling.outcome).any(is_sign)
}

/// Whether the noun at `at` stands for one person of whom the sentence spoke: "the boy", "the victim".
fn is_definite(parse: Parse<'_>, at: usize) -> bool {
    let is_plain = parse.lemma(at).is_any(&keys![
        "boy", "girl", "child", "man", "woman", "teen", "teenager", "victim", "toddler", "baby"
    ]);
    is_plain && parse.words.key_before(at, 1).is(key!("the"))
}

/// Whether the word at `at` stands for somebody of whom the article spoke before.
fn is_known(parse: Parse<'_>, at: usize) -> bool {
    let is_the = parse.children(at).any(|child| parse.words.key(child).is_any(&keys!["the", "that"]));
    is_the || matches!(parse.upos(at), Some(Upos::Pron | Upos::Propn))
}

/// Who did what the word at `at` says, over relative clauses and clauses without a subject.
fn doer(parse: Parse<'_>, at: usize) -> Option<usize> {
    let verb = if parse.relation(at) == Relation::Conj { parse.head(at)? } else { at };
    let own = |verb: usize| parse.child(verb, &[Relation::Nsubj]);
    let subject = own(at).or_else(|| own(verb));
    let is_relative = |subject: usize| parse.words.key(subject).is_any(&keys!["who", "that"]);
    match subject {
        Some(subject) if !is_relative(subject) => Some(subject),
        _ => above(parse, verb),
    }
}

/// The noun that the clause of the verb at `verb` describes, or the subject that it shares.
fn above(parse: Parse<'_>, verb: usize) -> Option<usize> {
    let head = parse.head(verb)?;
    match parse.relation(verb) {
        Relation::AclRelcl => Some(head),
        Relation::Advcl | Relation::Acl | Relation::Xcomp => {
            parse.child(head, &[Relation::NsubjPass, Relation::Nsubj]).or(Some(head))
        }
        _ => None,
    }
}

/// Whether the sentence of the word at `at` speaks of an accident.
fn is_accident(parse: Parse<'_>, at: usize) -> bool {
    parse.sentence(at).any(|place| {
        parse.words.key(place).is_any(&keys!["accidentally", "accidental", "mistakenly", "unintentionally"])
    })
}

/// Whether those told of are told of beside others: "two others", "another man", "was also shot".
fn is_beside(parse: Parse<'_>, telling: Telling) -> bool {
    let is_other = |at: usize| {
        parse.words.key(at).is_any(&keys![
            "other",
            "others",
            "another",
            "more",
            "additional",
            "second",
            "third",
            "fourth"
        ])
    };
    let also = parse.children(telling.outcome).any(|child| parse.words.is(child, key!("also")));
    also || is_other(telling.person) || parse.children(telling.person).any(is_other)
}

/// Whether the word at `at` tells what somebody did.
fn is_deed(parse: Parse<'_>, at: usize) -> bool {
    parse.lemma(at).is_any(&keys!["kill", "shoot", "murder", "slay", "gun", "stab", "execute", "massacre"])
}

/// The people that the quantity counts, the least where it is bounded; none by "fewer than".
fn count(quantity: &Quantity) -> u32 {
    let is_count = matches!(quantity.kind, QuantityType::Cardinal | QuantityType::Singular);
    let is_below = quantity.modifier == Some(ValueModifier::FewerThan);
    let most = quantity.value_max.filter(|_| !is_below);
    let value = quantity.value_min.or(most).filter(|value| is_count && (0.0..1e5).contains(value));
    value.map_or(0, whole)
}

/// The whole number nearest below.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 100,000")]
pub(super) fn whole(value: f64) -> u32 {
    value as u32
}
