//! From the sentences of an article to its toll.
//!
//! Answers for: how the sums of sentences and the words of headline and lead agree on two numbers.

use schema::Toll;
use schema::labels::Role;

use super::sentence::Sum;
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// The highest sums of the sentences so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// The dead of one sentence.
    killed: u32,
    /// The dead of one sentence who are told as killed by others.
    slain: u32,
    /// Those who killed themselves.
    fallen: u32,
    /// Everyone hurt or dead in one sentence in which somebody shoots himself.
    ended: u32,
    /// The injured that a number counts.
    injured: u32,
    /// Everyone hurt or dead in one sentence.
    all: u32,
    /// The killed and the injured that a headline counts.
    headline: (Option<u32>, Option<u32>),
    /// Police, soldiers and rescuers hurt or dead in one sentence.
    responders: u32,
    /// Attackers hurt or dead in one sentence.
    attackers: u32,
    /// The killed and the injured by the lead alone, once it has ended.
    lead: Option<(u32, u32)>,
}

impl Tally {
    /// Adds a sentence.
    pub(super) fn add(&mut self, sum: Sum) {
        self.killed = self.killed.max(sum.killed);
        self.slain = self.slain.max(sum.slain);
        self.fallen = self.fallen.max(sum.fallen);
        self.ended = self.ended.max(if sum.is_ended { sum.all() } else { 0 });
        self.injured = self.injured.max(sum.injured);
        self.all = self.all.max(sum.all());
        self.responders = self.responders.max(sum.responders);
        self.attackers = self.attackers.max(sum.attackers);
    }

    /// Notes what a headline counts, which holds over what other sentences tell.
    pub(super) fn add_headline(&mut self, sum: Sum) {
        if sum.counts.0 {
            self.headline.0 = self.headline.0.or(Some(sum.killed));
        }
        if sum.counts.1 {
            self.headline.1 = self.headline.1.or(Some(sum.injured));
        }
    }

    /// Adds a sentence behind the lead, which tells only of what the lead leaves open.
    pub(super) fn add_later(&mut self, sum: Sum) {
        if self.lead.is_none() {
            self.lead = Some((self.killed, self.injured.max(self.all.saturating_sub(self.killed))));
        }
        let (killed, injured) = self.lead.unwrap_or_default();
        if killed == 0 && injured < 2 {
            self.killed = self.killed.max(sum.known);
        }
        if injured == 0 {
            self.injured = self.injured.max(sum.injured);
        }
        self.fallen = self.fallen.max(sum.fallen);
        self.ended = self.ended.max(if sum.is_ended { sum.all() } else { 0 });
    }

    /// Whether nobody was told of yet.
    pub(super) fn is_empty(self) -> bool {
        self.all == 0
    }

    /// The toll.
    pub(super) fn toll(self, signs: Signs) -> Toll {
        let all = self.all.max(self.responders + self.attackers).max(signs.all);
        let killed = self.killed.max(self.slain + self.fallen.min(1)).max(signs.killed);
        let is_death = signs.headline || signs.death && !signs.attempt && all == 0;
        let killed = if killed == 0 && is_death { 1 } else { killed };
        let killed = if signs.suicide { killed.max(self.ended).max(2) } else { killed };
        let injured = self.injured.max(all.saturating_sub(killed));
        let injured = if killed == 0 && injured == 0 && signs.harm { 1 } else { injured };
        let (killed, injured) = (self.headline.0.unwrap_or(killed), self.headline.1.unwrap_or(injured));
        Toll { killed: (killed > 0).then_some(killed), injured: (injured > 0).then_some(injured) }
    }
}

/// Whether words of the headline and the lead speak of a death or a wound, where nobody is told of.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign by itself")]
pub(super) struct Signs {
    death: bool,
    /// The headline speaks of a death.
    headline: bool,
    harm: bool,
    /// They speak of a deed that failed.
    attempt: bool,
    /// They speak of a murder-suicide.
    suicide: bool,
    /// What "triple murder" and the like say.
    killed: u32,
    all: u32,
}

/// Words for a death.
const DEATHS: &[Key] = &keys![
    "fatal",
    "fatally",
    "deadly",
    "homicide",
    "murder",
    "murdered",
    "manslaughter",
    "killed",
    "killing",
    "slain",
    "slaying",
    "dies",
    "died",
    "dead",
    "death",
    "suicide",
    "deceased",
    "autopsy",
    "coroner",
];

/// Words for a wound.
const HARMS: &[Key] =
    &keys!["shot", "wounded", "injured", "shooting", "injuries", "wound", "hurt", "injures", "wounds"];

/// How many sentences of the body are looked at for signs.
const LEAD: usize = 8;

/// The signs of an article.
pub(super) fn signs(parse: Parse<'_>) -> Signs {
    let mut signs = Signs::default();
    let mut read = 0;
    for range in parse.by_sentence() {
        let role =
            parse.sentences.get(parse.words.tokens[range.start].sentence).map(|sentence| sentence.role);
        if !role.is_some_and(super::is_content) {
            continue;
        }
        read += usize::from(role == Some(Role::Body));
        for at in range {
            signs.read(parse, at, role == Some(Role::Headline));
        }
        if read >= LEAD {
            break;
        }
    }
    signs
}

impl Signs {
    /// Notes what the word at `at` says.
    fn read(&mut self, parse: Parse<'_>, at: usize, is_headline: bool) {
        let words = parse.words;
        let key = words.key(at);
        if key.is_any(DEATHS) && !is_attempt(parse, at) {
            self.death = true;
            self.headline |= is_headline;
        }
        self.attempt |= key.is_any(&keys!["attempted"]);
        self.harm |= key.is_any(HARMS);
        self.suicide |= is_murder_suicide(parse, at);
        if let Some((number, is_death)) = super::sentence::multiple(parse, at) {
            self.all = self.all.max(number);
            self.killed = self.killed.max(if is_death { number } else { 0 });
        }
    }
}

/// "Murder-suicide", written with any mark between.
fn is_murder_suicide(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    let is_apart = words.is(at, key!("murder")) && words.is(at + 2, key!("suicide"));
    (is_apart || words.is(at, key!("murder-suicide"))) && !is_attempt(parse, at)
}

/// Words for a deed that was only tried, and how many words before the deed they stand at most.
const TRIES: &[Key] = &keys!["attempted", "attempt", "attempting", "attempts", "conspiracy", "intent"];
const NEAR: usize = 5;

/// Whether the deed at `at` was only tried, or done to one not born: "attempted second-degree murder", "suicide watch".
fn is_attempt(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    let start = parse.sentence(at).start.max(at.saturating_sub(NEAR));
    (start..at).any(|place| words.key(place).is_any(TRIES))
        || words.key(at + 1).is_any(&keys!["attempt", "attempts", "watch"])
        || parse.sentence(at).any(|place| words.key(place).is_any(&keys!["unborn", "fetus"]))
}
