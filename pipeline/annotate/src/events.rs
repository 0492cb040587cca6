//! Who did what to whom.
//!
//! # What it marks
//!
//! The words that tell an event, as TimeML has it: verbs, nouns of events and deeds, adjectives of passing
//! states. Those of politics and violence have a type and a mode of PLOVER and the root code of CAMEO; all
//! have whatever of actor, recipient, place and time the text tells, how they stand to what is, and who says
//! so.
//!
//! # How it decides
//!
//! By the tree. Every verb that is a predicate tells an event but for verbs of relations
//! (`data/event_words.tsv`); nouns and adjectives do where the lexicons say so and they head a phrase of
//! their own. A word is of a type where a row of `data/events.tsv` fits: with its particle ("called off"),
//! its preposition ("called for"), its object ("broke off ties", "opened fire"), the longest frame first.
//! Where an object decides, it belongs to the trigger and is no event of its own. What a force of nature or
//! an accident does (`data/mishaps.txt`) has no type.
//!
//! Actor and recipient are the subject and object of the active clause, or stand in the phrases that the row
//! names. A noun has its doer with "by" or "of", as possessor, as nationality before it, or as subject of the
//! verb that it is the object of ("staged a march"). Somebody is a name, a person or a body
//! (`data/people.tsv`, `data/collectives.txt`, `data/source_roles.tsv`); where a phrase names a thing,
//! whoever is meant is looked for inside it: "condemned an attack by rebels", "restored ties with Velden".
//! Two sides told together ("Velden and Dorn met") are one actor; a town before a noun is where, not who ("the
//! Kresse shooting"), and so is the place of a dateline. A pronoun that is the subject of what somebody says
//! stands for the sayer where it can: "Velden said it would leave" has Velden for an entity.
//!
//! The status comes from auxiliaries and negations, from the words that govern the event
//! (`data/event_governors.tsv`) and from evidence in whose scope it stands. "Would" in what was said is "will"
//! told before; "is to leave", "Velden to sell port" and "announced cuts" are told ahead; what is taken for known
//! ("the raid", "why he left") no condition or inquiry puts in doubt. Place and time are those whose
//! phrases hang on the event, or on the verb that says of it that it happened. The main event of a sentence
//! is that of its root, or of the head of the content where a source asserts the sentence.
//!
//! # Example
//!
//! ```text
//! Velden broke off talks with Dorn after gunmen shot two guards in Kresse on Monday.
//! ====== ~~~~~~~~~~~~~~~      ----       ====== ~~~~ ----------
//! SANCTION cancel, Velden > Dorn                ASSAULT firearms, gunmen > two guards, in Kresse, on Monday
//! ```
//!
//! # Known misses
//!
//! - What a word means beyond its frame: "Velden beat Dorn 3-1" is an ASSAULT.
//! - Parties told in another sentence or clause, and whom any other pronoun stands for.
//! - Purposes ("left to meet the mayor") count as what happened.
//! - Words of business in the sense of politics: a "partnership" cooperates, a "rally" of prices protests.
//! - Deaths and wounds in accidents told apart from their cause ("Three were killed. The bus had
//!   overturned.") are ASSAULT.
//! - Words that tell a deed in one sense of many and are not in the lexicon ("struck a guard").
//! - Generic statements ("Bombs kill people") count as events.
//!
//! # Sources
//!
//! PLOVER manual, <https://github.com/openeventdata/PLOVER>; CAMEO, <https://parusanalytics.com/eventdata/>;
//! TimeML 1.2.1 annotation guidelines,
//! <https://timeml.github.io/site/publications/timeMLdocs/annguide_1.2.1.pdf>.

mod clause;
mod frame;
mod lexicon;
mod light;
mod main_event;
mod party;
mod setting;
mod side;
mod status;
mod trigger;
mod voice;

use std::borrow::Cow;

use schema::labels::{EntityType, EventStatus, EventType, Upos};
use schema::{Annotations, Event, Span};

use crate::syntax::Parse;
use frame::{Fit, Word};
use party::{Names, Party};
use setting::{Contents, Triggers};

/// How far behind its verb the object that decides may stand, in words, for the trigger to hold it.
const WIDEST: usize = 4;

/// An event with the place of the word that tells it.
struct Told {
    at: usize,
    event: Event,
}

/// The events of an article of which all else is `found`, in the order of the text.
pub(crate) fn mark(parse: Parse<'_>, found: &Annotations) -> Vec<Event> {
    let names = Names::new(parse, found);
    let mut told = tell(parse, &names, found);
    let mut triggers = Triggers::new(parse.len());
    for (index, told) in told.iter().enumerate() {
        triggers.note(told.at, index);
    }
    set(parse, found, &triggers, &mut told);
    main_event::mark(parse, found, &triggers, &mut told);
    told.into_iter().map(|told| told.event).collect()
}

/// The events of the article without place and time.
fn tell(parse: Parse<'_>, names: &Names<'_>, found: &Annotations) -> Vec<Told> {
    let words =
        (0..parse.len()).filter(|&at| trigger::stands_free(parse, at) && !is_in_name(parse, names, at));
    let words: Vec<(Word<'_>, Option<Fit>)> = words
        .map(|at| Word { parse, names, at })
        .map(|word| (word, word.fit().filter(|fit| !frame::is_mishap(word, fit.row))))
        .filter(|(word, fit)| fit.is_some() || trigger::tells_event(parse, word.at))
        .collect();
    let mut inner: Vec<usize> = words.iter().filter_map(|(_, fit)| fit.as_ref()?.other).collect();
    inner.sort_unstable();
    let is_taken = |word: Word<'_>| inner.binary_search(&word.at).is_ok();
    let mut evidence = status::BySentence::new(found);
    let mut contents = Contents::new(&found.attributions);
    let tell = |(word, fit): (Word<'_>, Option<Fit>)| {
        let token = &parse.words.tokens[word.at];
        let status = status::status(parse, word.at, evidence.of(token.sentence));
        let attribution = contents.around(token.span);
        let fit = fit.filter(|_| !is_taken(word));
        Told { at: word.at, event: Event { status, attribution, ..event(word, fit) } }
    };
    // A noun in a trigger is a part of it, a verb an event beside it.
    let is_inside = |word: Word<'_>| is_taken(word) && parse.upos(word.at) != Some(Upos::Verb);
    words.into_iter().filter(|(word, _)| !is_inside(*word)).map(tell).collect()
}

/// Whether a noun is part of the name of a person or body: "the Peace Council".
fn is_in_name(parse: Parse<'_>, names: &Names<'_>, at: usize) -> bool {
    parse.upos(at) == Some(Upos::Noun)
        && names
            .mention(at)
            .is_some_and(|mention| matches!(mention.kind, EntityType::Person | EntityType::Organisation))
}

/// The event that a word tells by the row that it fits, without what stands around it.
fn event(word: Word<'_>, fit: Option<Fit>) -> Event {
    let Word { parse, at, .. } = word;
    let participant = |party: Party| party.participant(parse, word.names);
    let row = fit.map(|fit| fit.row);
    Event {
        trigger: trigger_span(word, fit),
        lemma: lemma(word, fit).into(),
        sentence: parse.words.tokens[at].sentence,
        kind: row.map(|row| row.kind),
        mode: row.and_then(|row| row.mode),
        cameo: row.map(|row| row.cameo),
        actor: row.map_or_else(|| word.usual_actor(), |row| word.actor(row)).map(participant),
        recipient: row.map_or_else(|| word.usual_recipient(), |row| word.recipient(row)).map(participant),
        place: None,
        time: None,
        status: EventStatus::Actual,
        attribution: None,
        is_main: false,
    }
}

/// The words of the trigger: the word alone, with its particle, or up to the object that decides.
fn trigger_span(Word { parse, at, .. }: Word<'_>, fit: Option<Fit>) -> Span {
    let own = parse.words.tokens[at].span;
    let other = fit.and_then(|fit| fit.other).filter(|&other| at < other && other - at <= WIDEST);
    other.map_or(own, |other| parse.span(at..other + 1))
}

/// The lemma of the trigger, with that of the word that decides.
fn lemma(Word { parse, at, .. }: Word<'_>, fit: Option<Fit>) -> Cow<'_, str> {
    let of = |place: usize| parse.words.tokens[place].lemma.as_deref().unwrap_or_default();
    match fit.and_then(|fit| fit.other) {
        Some(other) if parse.upos(at) == Some(Upos::Verb) => Cow::Owned(format!("{} {}", of(at), of(other))),
        _ => Cow::Borrowed(of(at)),
    }
}

/// Gives the events their places and times.
fn set(parse: Parse<'_>, found: &Annotations, triggers: &Triggers, told: &mut [Told]) {
    for place in setting::places(parse, found, triggers) {
        let event = &mut told[place.event].event;
        if !place.is_of_object || is_bodily(event.kind) {
            event.place.get_or_insert(place.mention);
        }
    }
    for (event, time) in setting::times(parse, found, triggers) {
        told[event].event.time.get_or_insert(time);
    }
    for index in 0..told.len() {
        let Some(host) = setting::host(parse, triggers, told[index].at) else { continue };
        let Event { place, time, .. } = told[host].event;
        let event = &mut told[index].event;
        event.place = event.place.or(place);
        event.time = event.time.or(time);
    }
}

/// Whether an event of this type happens where those are to whom it is done.
const fn is_bodily(kind: Option<EventType>) -> bool {
    matches!(kind, Some(EventType::Assault | EventType::Coerce | EventType::Protest | EventType::Mobilize))
}
