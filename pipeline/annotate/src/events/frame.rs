//! Which row of the lexicon a word stands for, and who takes part by it.
//!
//! Answers for: whether the frame of a row fits the word's place in the tree, the words of the trigger, and
//! finding actor and recipient in the places that the row names.

use schema::labels::{EventType, Relation, Upos};

use super::clause;
use super::lexicon::{self, BY, Need, Row, Slot};
use super::light::{is_light, is_received};
use super::party::{self, Names, Party};
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// Where the actor of a noun of no type stands.
const USUAL_ACTOR: &[Slot] = &[Slot::By, Slot::Possessor, Slot::Adjective, Slot::Verb];

/// A word that may tell an event, in its article.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) parse: Parse<'a>,
    pub(super) names: &'a Names<'a>,
    pub(super) at: usize,
}

/// A row that fits a word, and the particle that it stands with.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    pub(super) row: &'static Row,
    /// The words of the row behind the word itself: the particle, the object that decides.
    pub(super) other: Option<usize>,
}

impl Word<'_> {
    /// The row that the word stands for.
    pub(super) fn fit(self) -> Option<Fit> {
        let rows = lexicon::typed(self.parse.upos(self.at)?, self.parse.lemma(self.at));
        if rows.is_empty() {
            return None;
        }
        let particle = self.particle();
        rows.iter()
            .filter(|row| {
                row.particle() == particle.map(|at| self.parse.words.key(at)) || self.has_adverb(row)
            })
            .find_map(|row| {
                let mut other = particle;
                for need in &row.needs {
                    other = self.meets(row, need)?.or(other);
                }
                Some(Fit { row, other })
            })
    }

    /// The particle of a verb.
    fn particle(self) -> Option<usize> {
        self.parse.child(self.at, &[Relation::CompoundPrt])
    }

    /// Whether the row needs an adverb that stands behind the word: "shot dead", "blown up".
    fn has_adverb(self, row: &Row) -> bool {
        row.particle().is_some_and(|word| self.adverb(word).is_some())
    }

    fn adverb(self, word: Key) -> Option<usize> {
        let parse = self.parse;
        let next = self.at + 1;
        // "Cordoned off the roads": the tree may take the particle for a preposition.
        let is_next =
            || (parse.words.is(next, word) && parse.relation(next) == Relation::Case).then_some(next);
        let mut children = parse.children(self.at);
        children
            .find(|&child| {
                child > self.at
                    && parse.words.is(child, word)
                    && matches!(
                        parse.relation(child),
                        Relation::CompoundPrt
                            | Relation::Advmod
                            | Relation::Xcomp
                            | Relation::Obl
                            | Relation::Amod
                    )
            })
            .or_else(is_next)
    }

    /// Whether the word stands with what is needed, and the word that shows it where it belongs to the
    /// trigger.
    #[expect(clippy::option_option, reason = "that a need is met and that a word shows it are two things")]
    fn meets(self, row: &Row, need: &Need) -> Option<Option<usize>> {
        let met = |is_met: bool| is_met.then_some(None);
        match need {
            Need::Particle(word) => self.adverb(*word).map(Some),
            Need::Preposition(word) => met(self.phrase(*word).is_some()),
            Need::Object(lemmas) => self.inner(lemmas).map(Some),
            Need::Subject(lemmas) => met(self.has_subject(lemmas)),
            Need::Oblique(lemmas) => met(self.oblique(lemmas)),
            Need::Transitive => met(clause::object(self.parse, self.at).is_some()),
            Need::Intransitive => met(clause::object(self.parse, self.at).is_none()),
            Need::Infinitive => met(self.has_infinitive()),
            Need::Hostile => met(self.is_hostile()),
            Need::Somebody => met(self.is_done_to_somebody(row)),
            Need::Place => met(self.is_place(row)),
        }
    }

    fn has_infinitive(self) -> bool {
        let parse = self.parse;
        let is_led = |child: usize| {
            parse.child(child, &[Relation::Mark]).is_some_and(|mark| parse.words.is(mark, key!("to")))
        };
        let mut children = parse.children(self.at);
        children.any(|child| match parse.relation(child) {
            Relation::Xcomp => is_led(child),
            Relation::Acl => self.is_noun() && is_led(child),
            _ => false,
        })
    }

    /// Whether the word in the first place of the recipient that is there stands for somebody itself: "freed the
    /// guard", not "freed the guard's land".
    fn is_done_to_somebody(self, row: &Row) -> bool {
        let is_kind =
            |child| self.parse.relation(child) == Relation::Compound && party::is_quality(self.parse, child);
        // A press release frees nobody.
        if self.is_noun() && self.parse.children(self.at).any(is_kind) {
            return false;
        }
        let at = row.recipient.iter().find_map(|&slot| self.place_of(slot));
        let is_thing = |at| self.parse.lemma(at).is(key!("it"));
        at.is_some_and(|at| party::is_told(self.parse, self.names, at) && !is_thing(at))
    }

    /// The noun among `lemmas` that a verb acts on, or that a noun is of or made with.
    fn inner(self, lemmas: &[Key]) -> Option<usize> {
        let parse = self.parse;
        let fits = |&place: &usize| party::coordinated(parse, place).any(|lemma| lemma.is_any(lemmas));
        if parse.upos(self.at) == Some(Upos::Verb) {
            let predicate = || parse.child(self.at, &[Relation::Xcomp]).filter(fits);
            let content = |object| Some(clause::content(parse, object)).filter(fits);
            let object = clause::object(parse, self.at);
            return object.filter(fits).or_else(|| object.and_then(content)).or_else(predicate);
        }
        let mut inside = parse.children(self.at).filter(|&child| {
            matches!(
                parse.relation(child),
                Relation::Nmod | Relation::Compound | Relation::Amod | Relation::NmodPoss
            )
        });
        inside.find(fits)
    }

    fn has_subject(self, lemmas: &[Key]) -> bool {
        let subject = clause::surface_subject(self.parse, self.at);
        subject.is_some_and(|subject| self.parse.lemma(subject).is_any(lemmas))
    }

    fn oblique(self, lemmas: &[Key]) -> bool {
        let parse = self.parse;
        let mut obliques = parse.children(self.at).filter(|&child| parse.relation(child) == Relation::Obl);
        obliques.any(|child| parse.lemma(child).is_any(lemmas))
    }

    /// The phrase with a preposition, on the word itself, on its object, or on the verb whose object it is.
    pub(super) fn phrase(self, preposition: Key) -> Option<usize> {
        let parse = self.parse;
        // "Moved closer to a deal": the phrase may hang on an adverb.
        let is_adverb = |child: &usize| {
            matches!(parse.relation(*child), Relation::Advmod | Relation::Xcomp)
                && parse.lemma(*child).is_any(&keys!["close", "closely", "near", "next"])
        };
        let adverbs = parse.children(self.at).filter(is_adverb);
        let mut words = std::iter::once(self.at).chain(adverbs);
        let own = words.find_map(|word| clause::phrases(parse, word, preposition).next());
        own.or_else(|| match parse.upos(self.at) {
            Some(Upos::Verb) => clause::object(parse, self.at)
                .filter(|&object| object > self.at)
                .and_then(|object| phrase_of(parse, object, preposition)),
            _ => clause::governing_verb(parse, self.at)
                .and_then(|verb| clause::phrases(parse, verb, preposition).find(|&found| found != self.at)),
        })
    }

    /// Who does it.
    pub(super) fn actor(self, row: &Row) -> Option<Party> {
        let is_received = self.receiver(row).is_some();
        let mut slots = row.actor.iter().filter(|&&slot| slot != Slot::Verb || !is_received);
        let told = slots.find_map(|&slot| self.party(slot, &row.recipient));
        match told {
            None if is_received => self.party(Slot::Preposition(key!("from")), &row.recipient),
            None => self.first_side(row),
            told => told,
        }
    }

    /// To whom or what it is done.
    pub(super) fn recipient(self, row: &Row) -> Option<Party> {
        let receiver = || self.receiver(row).and_then(|subject| self.subjects(subject));
        self.thing(row).or_else(receiver).or_else(|| self.recipient_of(row))
    }

    /// The subject of the verb by which what the noun says is done to it: "Velden received aid".
    fn receiver(self, row: &Row) -> Option<usize> {
        let is_object = self.is_noun() && self.parse.relation(self.at) != Relation::Obl;
        let verb = clause::governing_verb(self.parse, self.at).filter(|_| is_object)?;
        is_received(self.parse, verb, row.kind).then(|| clause::subject(self.parse, verb)).flatten()
    }

    /// The thing that harm is done to or that is taken: "a Velden jet", not Velden.
    fn thing(self, row: &Row) -> Option<Party> {
        let takes_things = matches!(row.kind, EventType::Assault | EventType::Coerce | EventType::Retreat);
        let is_object = row.recipient.contains(&Slot::Object) && !row.decides_by_object();
        let object = clause::object(self.parse, self.at).filter(|_| takes_things && is_object)?;
        let is_noun = self.parse.upos(object) == Some(Upos::Noun);
        let is_thing = is_noun && !lexicon::is_deed(self.parse.lemma(object));
        is_thing.then(|| Party::of(self.parse, self.names, object))
    }

    fn recipient_of(self, row: &Row) -> Option<Party> {
        row.recipient.iter().find_map(|&slot| self.party(slot, &row.recipient))
    }

    /// Whether a row's recipient is a place.
    fn is_place(self, row: &Row) -> bool {
        row.recipient
            .iter()
            .filter_map(|&slot| self.place_of(slot))
            .any(|at| party::holds_name(self.parse, self.names, at))
    }

    /// Who stands in a place of the clause or phrase.
    fn party(self, slot: Slot, recipients: &[Slot]) -> Option<Party> {
        let at = match slot {
            Slot::Clause => return self.in_clause(),
            Slot::By if self.is_noun() => return self.doer(recipients),
            slot => self.place_of(slot)?,
        };
        if slot == Slot::Subject {
            return self.subjects(at);
        }
        let is_own = slot == Slot::Adjective;
        if is_own { Some(Party::name_at(self.parse, self.names, at)) } else { self.named(at) }
    }

    /// Who does an event of no type: nobody is looked for inside a phrase there.
    pub(super) fn usual_actor(self) -> Option<Party> {
        if self.is_noun() {
            return USUAL_ACTOR.iter().find_map(|&slot| self.party(slot, &[]));
        }
        clause::subject(self.parse, self.at).and_then(|subject| self.direct(subject))
    }

    /// To whom an event of no type is done.
    pub(super) fn usual_recipient(self) -> Option<Party> {
        let object = clause::object(self.parse, self.at).filter(|_| !self.is_noun())?;
        self.direct(object)
    }

    /// The word at `at` with its phrase where it stands for somebody itself.
    fn direct(self, at: usize) -> Option<Party> {
        let is_somebody = party::is_somebody(self.parse, self.names, at);
        is_somebody.then(|| Party::of(self.parse, self.names, at))
    }

    /// The word that heads a place of the clause or phrase.
    fn place_of(self, slot: Slot) -> Option<usize> {
        let (parse, at) = (self.parse, self.at);
        match slot {
            Slot::Subject => clause::subject(parse, at),
            Slot::Object => clause::object(parse, at),
            Slot::IndirectObject => clause::indirect_object(parse, at),
            Slot::Possessor => parse.child(at, &[Relation::NmodPoss]),
            Slot::Adjective => party::nationality(parse, self.names, at),
            Slot::Verb => self.through_verb(),
            Slot::By => clause::phrases(parse, at, BY).next(),
            Slot::Preposition(word) => self.phrase(word),
            Slot::Clause => None,
        }
    }

    pub(super) fn is_noun(self) -> bool {
        self.parse.upos(self.at) == Some(Upos::Noun)
    }

    /// The doer of a noun: "the attack by rebels", and "the threats of the mayor" where "of" leads to no
    /// victim.
    fn doer(self, recipients: &[Slot]) -> Option<Party> {
        let takes_of = recipients.contains(&Slot::Preposition(key!("of")));
        // "The charge of shooting a guard" is no guard's.
        let is_noun = |&at: &usize| self.parse.upos(at) != Some(Upos::Verb) && !takes_of;
        let of = || clause::phrases(self.parse, self.at, key!("of")).next().filter(is_noun);
        let at = clause::phrases(self.parse, self.at, BY).next().or_else(of)?;
        party::named(self.parse, self.names, at)
    }

    /// The subject of the verb that the noun is the object of, where that verb means no more than to do it.
    fn through_verb(self) -> Option<usize> {
        let verb = clause::governing_verb(self.parse, self.at)?;
        is_light(self.parse, verb).then(|| clause::subject(self.parse, verb)).flatten()
    }

    /// The head of the complement clause, of the object's where the word has none.
    fn complement(self) -> Option<usize> {
        let parse = self.parse;
        let own = parse.child(self.at, &[Relation::Xcomp, Relation::Ccomp, Relation::Acl]);
        own.or_else(|| {
            let object = clause::object(parse, self.at).filter(|&object| object > self.at)?;
            parse.child(object, &[Relation::Acl])
        })
        .or_else(|| parse.child(self.at, &[Relation::Advcl]))
    }

    /// Whether the complement clause tells a hostile deed.
    fn is_hostile(self) -> bool {
        let complement = self.parse.child(self.at, &[Relation::Xcomp, Relation::Ccomp]);
        let fit = complement.and_then(|at| Self { at, ..self }.fit());
        fit.is_some_and(|fit| {
            matches!(
                fit.row.kind,
                EventType::Assault | EventType::Coerce | EventType::Sanction | EventType::Mobilize
            )
        })
    }

    /// Somebody in the complement clause: its subject, else whom its verb is about.
    fn in_clause(self) -> Option<Party> {
        let clause = self.complement()?;
        let complement = Self { at: clause, ..self };
        // An object may lead back to a word before; from there no clause is looked for again, so that this ends.
        let ends = |fit: &Fit| clause > self.at || !fit.row.recipient.contains(&Slot::Clause);
        if let Some(fit) = complement.fit().filter(ends) {
            return complement.recipient_of(fit.row);
        }
        let own = self.parse.child(clause, &[Relation::Nsubj, Relation::NsubjPass]);
        let inside = |at| {
            let party = party::named(self.parse, self.names, at);
            party.filter(|party| !party::is_scene(self.parse, party, at))
        };
        own.and_then(inside).or_else(|| {
            let mut phrases =
                self.parse.children(clause).filter(|&child| is_inner(self.parse.relation(child)));
            phrases.find_map(inside)
        })
    }
}

/// The phrase with a preposition on the noun at `at` or on one coordinated with it.
fn phrase_of(parse: Parse<'_>, at: usize, preposition: Key) -> Option<usize> {
    let nouns = parse.children(at).filter(|&child| parse.relation(child) == Relation::Conj);
    [at, clause::content(parse, at)]
        .into_iter()
        .chain(nouns)
        .find_map(|noun| clause::phrases(parse, noun, preposition).next())
}

/// Whether a word with this relation takes part in a clause.
const fn is_inner(relation: Relation) -> bool {
    matches!(relation, Relation::Obj | Relation::Obl | Relation::Iobj)
}

/// Whether harm of a type is done by a force of nature or an accident, not by anybody.
pub(super) fn is_mishap(Word { parse, at, .. }: Word<'_>, row: &Row) -> bool {
    let is_mishap = |place: usize| party::coordinated(parse, place).any(lexicon::is_mishap);
    row.kind == EventType::Assault
        && parse.upos(at) == Some(Upos::Verb)
        && (clause::subject(parse, at).is_some_and(is_mishap)
            || keys!["in", "by", "from", "during"]
                .iter()
                .any(|&word| clause::phrases(parse, at, word).any(is_mishap)))
}
