//! Who is spoken of at each word of an article.
//!
//! Answers for: the reading of an article from its first word to its last, on which names, nouns and pronouns bring
//! referents in and take them up again. Leaves to others: what a referent is (`referent`), what the words beside a name
//! say of its bearer (`naming`), and the sources (`speakers`).

use std::ops::Range;

use schema::labels::{CueClass, EntityType, QuoteType, Relation, Upos};
use schema::{Attribution, Entity, Mention};

use super::nominal::{self, Nominal, Sex};
use super::pronoun::{self, Pronoun};
use super::referent::{Introductions, Kind, Referent};
use super::role;
use crate::key::{key, keys};
use crate::language::gazetteer::Listing;
use crate::syntax::Parse;

/// How many sentences back a pronoun may point.
const REACH: usize = 3;

/// How much less present than the first the second candidate of a pronoun must be.
const LEAD: f32 = 0.65;

/// How present whom a pronoun takes up must be at least.
const LEAST: f32 = 0.2;

/// How much more present the source of what is said is to a pronoun in it.
const REPORTER: f32 = 1.0;

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// For nobody that is known.
    Nobody,
    /// For one of several.
    Several,
    /// For this referent.
    One(u32),
}

/// An article as it is read.
#[derive(Debug)]
pub(super) struct Scene<'t> {
    pub(super) parse: Parse<'t>,
    /// The first are the article's entities.
    pub(super) referents: Vec<Referent>,
    pub(super) introductions: Introductions,
    pub(super) stands: Vec<Stand>,
    /// The attribution in whose quotation each word stands, from 1; 0 for none.
    quotations: Vec<u32>,
    /// The word that each attribution's source is headed by.
    heads: Vec<Option<usize>>,
    /// What is done with the content of which each word heads the source; `None` for all other words.
    sources: Vec<Option<CueClass>>,
    /// The referents met in the last sentences, each once.
    recent: Vec<usize>,
}

impl<'t> Scene<'t> {
    /// The scene of an article, read.
    pub(super) fn of(
        parse: Parse<'t>,
        mentions: &[Mention],
        entities: &[Entity],
        attributions: &[Attribution],
    ) -> Self {
        let mut scene = Self {
            parse,
            referents: entities.iter().enumerate().map(|(nth, entity)| named(parse, nth, *entity)).collect(),
            introductions: Introductions::default(),
            stands: vec![Stand::Nobody; parse.len()],
            quotations: vec![0; parse.len()],
            heads: Vec::with_capacity(attributions.len()),
            sources: vec![None; parse.len()],
            recent: Vec::new(),
        };
        scene.note_attributions(attributions);
        let names: Vec<Range<usize>> = mentions.iter().map(|mention| parse.places(mention.span)).collect();
        for (places, mention) in names.iter().zip(mentions) {
            scene.stands[places.clone()].fill(stand(mention.entity));
        }
        for (places, mention) in names.into_iter().zip(mentions) {
            scene.note_name(&places, mention);
        }
        for sentence in parse.by_sentence() {
            scene.read(sentence);
        }
        scene
    }

    /// What the word at `at` stands for.
    pub(super) fn stand(&self, at: usize) -> Stand {
        self.stands.get(at).copied().unwrap_or(Stand::Nobody)
    }

    /// The referent that the word at `at` stands for.
    pub(super) fn referent(&self, at: usize) -> Option<&Referent> {
        let Stand::One(referent) = self.stand(at) else { return None };
        self.referents.get(referent as usize)
    }

    /// The head word of the source of the attribution at `nth`.
    pub(super) fn source_head(&self, nth: usize) -> Option<usize> {
        self.heads.get(nth).copied().flatten()
    }

    /// The attribution in whose quotation the word at `at` stands.
    pub(super) fn quotation(&self, at: usize) -> Option<usize> {
        (*self.quotations.get(at)? as usize).checked_sub(1)
    }

    fn note_attributions(&mut self, attributions: &[Attribution]) {
        for (nth, attribution) in attributions.iter().enumerate() {
            if attribution.quote_type == QuoteType::Direct {
                let number = u32::try_from(nth + 1).unwrap_or_default();
                for content in &attribution.contents {
                    self.quotations[self.parse.places(*content)].fill(number);
                }
            }
            let head = attribution
                .source
                .ok()
                .and_then(|source| head_of(self.parse, self.parse.places(source.span)));
            if let Some(head) = head {
                self.sources[head] = Some(attribution.cue.as_ref().map_or(CueClass::Say, |cue| cue.class));
            }
            self.heads.push(head);
        }
    }

    /// Reads a sentence, word by word.
    fn read(&mut self, words: Range<usize>) {
        let Some(sentence) = self.parse.words.tokens.get(words.start).map(|token| token.sentence) else {
            return;
        };
        let referents = &self.referents;
        self.recent.retain(|&referent| referents[referent].sentence + REACH >= sentence);
        for at in words {
            match self.stands[at] {
                Stand::One(referent) if self.is_first_of_name(at) => self.touch(referent as usize, at),
                Stand::One(_) | Stand::Several => {}
                Stand::Nobody => self.read_word(at),
            }
        }
    }

    /// Whether the word at `at` heads the words that stand for one referent.
    fn is_first_of_name(&self, at: usize) -> bool {
        self.parse.head(at).is_none_or(|head| self.stands[head] != self.stands[at])
    }

    fn read_word(&mut self, at: usize) {
        let parse = self.parse;
        match pronoun::at(parse, at) {
            Some(Pronoun::Person(sex)) => self.take_up(at, |one| one.is_person_of(sex)),
            Some(Pronoun::Body) if self.speaks(at) => self.take_up(at, |one| one.kind == Kind::Body),
            Some(Pronoun::Relative) => {
                let clause = parse.head(at).filter(|&verb| parse.relation(verb) == Relation::AclRelcl);
                if let Some(stand) = clause.and_then(|verb| parse.head(verb)).map(|noun| self.stands[noun]) {
                    self.stands[at] = stand;
                }
            }
            Some(_) => {}
            None => match nominal::of_lemma(parse.lemma(at)) {
                Some(nominal) if self.is_phrase(at) => self.read_noun(at, nominal),
                None if self.sources[at].is_some() && parse.words.is(at, key!("old")) => self.read_age(at),
                _ => {}
            },
        }
    }

    /// Whether the word at `at` heads the source of something that only persons and bodies do, outside of quotations.
    fn speaks(&self, at: usize) -> bool {
        let is_deed = self.sources[at].is_some_and(|class| {
            !matches!(class, CueClass::Show | CueClass::Know | CueClass::Believe | CueClass::Feel)
        });
        is_deed && self.quotations[at] == 0
    }

    /// Whether the noun at `at` heads a phrase for one person or body: it is singular, and no part of another's name.
    fn is_phrase(&self, at: usize) -> bool {
        let parse = self.parse;
        let is_noun = matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn));
        let is_part = matches!(
            parse.relation(at),
            Relation::Compound | Relation::Flat | Relation::NmodDesc | Relation::Amod | Relation::Nummod
        );
        let is_plural = parse.lemma(at) != parse.words.key(at);
        is_noun && !is_part && !is_plural && parse.child(at, &[Relation::Cop]).is_none()
    }

    /// Reads a noun with or without an article.
    fn read_noun(&mut self, at: usize, nominal: Nominal) {
        let parse = self.parse;
        let (kind, sex) = match nominal {
            Nominal::Person(sex) => (Kind::Person, sex),
            Nominal::Body => (Kind::Body, None),
        };
        let determiner =
            parse.child(at, &[Relation::Det, Relation::Nummod]).map(|word| parse.words.key(word));
        let is_new = determiner.is_some_and(|word| word.is_any(&keys!["a", "an", "another", "some", "one"]));
        let is_definite = determiner.is_some_and(|word| word.is_any(&keys!["the", "this", "that"]))
            || parse.child(at, &[Relation::NmodPoss]).is_some();
        let description = self.description(at);
        if is_definite {
            let fitting = self.introductions.fitting(&description);
            let fitting: Vec<usize> =
                fitting.into_iter().filter(|&one| self.referents[one].kind == kind).collect();
            self.stands[at] = self.latest(&fitting, at);
            if fitting.is_empty() && nominal::is_class_of_body(description.noun) {
                self.stands[at] = self.only_of_role(at);
            }
        }
        match self.stands[at] {
            Stand::One(referent) => return self.touch(referent as usize, at),
            Stand::Nobody if kind == Kind::Person || is_definite || is_new => {}
            Stand::Nobody | Stand::Several => return,
        }
        let mut one = Referent::new(kind, None);
        (one.sex, one.is_new) = (sex, is_new);
        self.referents.push(one);
        let referent = self.referents.len() - 1;
        self.stands[at] = stand(referent);
        self.introduce(at, referent);
        self.touch(referent, at);
    }

    /// The one of `fitting` that was spoken of last; several where two names were spoken of near the word at `at`.
    fn latest(&self, fitting: &[usize], at: usize) -> Stand {
        let Some(&best) = fitting.iter().max_by_key(|&&one| self.referents[one].last) else {
            return Stand::Nobody;
        };
        let sentence = self.parse.words.tokens[at].sentence;
        let is_rival = |&&one: &&usize| {
            let rival = &self.referents[one];
            one != best && rival.sentence + REACH >= sentence
        };
        if fitting.iter().any(|one| is_rival(&one)) { Stand::Several } else { stand(best) }
    }

    /// The one organisation near the word at `at` that is of the role that this noun tells: `the company`.
    fn only_of_role(&self, at: usize) -> Stand {
        let sentence = self.parse.words.tokens[at].sentence;
        let role = role::of_lemma(self.parse.lemma(at));
        let mut fitting = self.recent.iter().filter(|&&one| {
            let referent = &self.referents[one];
            let is_named = referent.entity.is_some() && referent.is_organisation();
            is_named && role.is_some() && referent.role == role && referent.presence(sentence) >= LEAST
        });
        match (fitting.next(), fitting.next()) {
            (Some(&one), None) => stand(one),
            (Some(_), Some(_)) => Stand::Several,
            _ => Stand::Nobody,
        }
    }

    /// Reads `the 62-year-old`.
    fn read_age(&mut self, at: usize) {
        let parse = self.parse;
        let age = parse.sentence(at).start.max(at.saturating_sub(4))..at;
        let Some(age) = age.rev().find_map(|word| parse.words.integer(word)) else { return };
        let mut fitting = (0..self.referents.len()).filter(|&one| self.referents[one].age == Some(age));
        if let (Some(one), None) = (fitting.next(), fitting.next()) {
            self.stands[at] = stand(one);
            self.touch(one, at);
        }
    }

    /// Finds whom the pronoun at `at` takes up among those who fit.
    fn take_up(&mut self, at: usize, fits: impl Fn(&Referent) -> bool) {
        let sentence = self.parse.words.tokens[at].sentence;
        let (barred, reporter) = (self.barred(at), self.reporter(at));
        let (mut best, mut second) = (None, 0.0);
        for &one in &self.recent {
            let referent = &self.referents[one];
            if !fits(referent) || barred.contains(&Some(one)) {
                continue;
            }
            let presence =
                self.presence(referent, at, sentence) + if reporter == Some(one) { REPORTER } else { 0.0 };
            match best {
                Some((_, most)) if presence <= most => second = presence.max(second),
                Some((_, most)) => (best, second) = (Some((one, presence)), most),
                None => best = Some((one, presence)),
            }
        }
        let Some((one, most)) = best.filter(|(_, most)| *most >= LEAST) else { return };
        if second > most * LEAD {
            self.stands[at] = Stand::Several;
            return;
        }
        if let Some(Pronoun::Person(sex)) = pronoun::at(self.parse, at) {
            self.referents[one].sex.get_or_insert(sex);
        }
        self.stands[at] = stand(one);
        self.touch(one, at);
    }

    /// Whoever is the subject of the clause above the pronoun's, where that reports it: `Brandt said she`.
    fn reporter(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let clause = parse.head(at).filter(|&verb| parse.relation(verb) == Relation::Ccomp)?;
        let source = parse.child(parse.head(clause)?, &[Relation::Nsubj])?;
        match self.stands[source] {
            Stand::One(referent) if self.sources[source].is_some() => Some(referent as usize),
            _ => None,
        }
    }

    /// How present a referent is to whoever reads the pronoun at `at`.
    fn presence(&self, referent: &Referent, at: usize, sentence: usize) -> f32 {
        let is_outside = self.quotations[referent.last] != self.quotations[at];
        let sexed = if referent.kind == Kind::Person && referent.sex.is_none() { 0.7 } else { 1.0 };
        referent.presence(sentence) * sexed * if is_outside { 0.6 } else { 1.0 }
    }

    /// Those whom the pronoun at `at` cannot stand for: the subject of the verb that it is the object of, and the
    /// speaker of the quotation that it stands in.
    fn barred(&self, at: usize) -> [Option<usize>; 2] {
        let parse = self.parse;
        let referent = |at: usize| match self.stands[at] {
            Stand::One(referent) => Some(referent as usize),
            _ => None,
        };
        let is_object = matches!(parse.relation(at), Relation::Obj | Relation::Iobj | Relation::Obl);
        let verb = parse.head(at).filter(|_| is_object);
        let subject = verb.and_then(|verb| parse.child(verb, &[Relation::Nsubj, Relation::NsubjPass]));
        let speaker = self.quotation(at).and_then(|nth| self.heads[nth]);
        [subject.and_then(referent), speaker.and_then(referent)]
    }

    /// Notes that the word at `at` speaks of `referent`.
    fn touch(&mut self, referent: usize, at: usize) {
        let sentence = self.parse.words.tokens[at].sentence;
        let weight = self.weight(at);
        self.referents[referent].touch(at, sentence, weight);
        if !self.recent.contains(&referent) {
            self.recent.push(referent);
        }
    }

    /// How much a word at its place in the sentence brings to mind what it stands for.
    fn weight(&self, at: usize) -> f32 {
        let mut at = at;
        let mut weight = 1.0;
        while self.parse.relation(at) == Relation::Conj {
            weight *= 0.8;
            let Some(head) = self.parse.head(at) else { break };
            at = head;
        }
        let own = match self.parse.relation(at) {
            _ if self.sources[at].is_some() => 1.2,
            Relation::Nsubj | Relation::NsubjPass | Relation::Root => 1.0,
            Relation::Obj | Relation::Iobj | Relation::OblAgent | Relation::Vocative => 0.6,
            Relation::Obl | Relation::Appos => 0.5,
            Relation::NmodPoss => 0.45,
            Relation::Compound | Relation::Amod => 0.1,
            _ => 0.35,
        };
        own * weight
    }
}

impl Referent {
    /// Whether a pronoun of this sex may stand for it.
    fn is_person_of(&self, sex: Sex) -> bool {
        self.kind == Kind::Person && self.sex.is_none_or(|own| own == sex)
    }
}

pub(super) fn stand(referent: usize) -> Stand {
    u32::try_from(referent).map_or(Stand::Nobody, Stand::One)
}

/// The referent of an entity.
fn named(parse: Parse<'_>, nth: usize, entity: Entity) -> Referent {
    let name = entity.name.of(parse.words.text);
    let kind = match entity.kind {
        EntityType::Person => Kind::Person,
        EntityType::Organisation | EntityType::Location => Kind::Body,
        EntityType::Miscellaneous => Kind::Thing,
    };
    let mut referent = Referent::new(kind, Some(nth));
    if kind == Kind::Person {
        let first = name.split_once(' ').map(|(first, _)| Listing::of(first));
        referent.sex = match first {
            Some(first) if first.is_female() => Some(Sex::Female),
            Some(first) if first.is_male() => Some(Sex::Male),
            _ => None,
        };
    } else {
        referent.role = role::of_body(name, entity.kind);
        referent.is_place = entity.kind == EntityType::Location;
    }
    referent
}

/// The word of `places` that stands above the others.
pub(super) fn head_of(parse: Parse<'_>, places: Range<usize>) -> Option<usize> {
    let is_head = |at: &usize| parse.head(*at).is_none_or(|head| !places.contains(&head));
    let is_word =
        |at: &usize| parse.upos(*at).is_some_and(|upos| !matches!(upos, Upos::Punct | Upos::Adp | Upos::Det));
    places.clone().find(|at| is_head(at) && is_word(at)).or_else(|| places.clone().find(is_head))
}
