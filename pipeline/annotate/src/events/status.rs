//! How an event stands to what is.
//!
//! Answers for: `future`, `hypothetical` and `negated`, from the auxiliaries and negations of the event's
//! clause, the words that govern it (`data/event_governors.tsv`) and the evidence in whose scope it stands.
//! Leaves to the attributions how sure a source is of it.

use schema::labels::{EventStatus, EvidenceClass, Relation, Upos};
use schema::{Annotations, Evidence};

use super::lexicon::{self, Effect};
use super::light::is_light;
use super::voice;
use crate::key::{key, keys};
use crate::syntax::Parse;

/// How many governing words are asked.
const HIGHEST: usize = 6;

/// The status of the event told at `at`, in whose sentence stands this `evidence`.
pub(super) fn status(parse: Parse<'_>, at: usize, evidence: &[Evidence]) -> EventStatus {
    let mut found = in_clause(parse, at).or_else(|| awaited(parse, at));
    let mut below = at;
    for above in parse.upwards(at).skip(1).take(HIGHEST) {
        if !is_governed(parse, below, above) {
            break;
        }
        note(&mut found, governs(parse, below, above));
        if !carries(parse, below, above) {
            break;
        }
        note(&mut found, in_clause(parse, above).filter(|&effect| reaches(parse, below, effect)));
        below = above;
    }
    note(&mut found, by_evidence(parse, at, evidence));
    match found {
        None => EventStatus::Actual,
        Some(Effect::Future) => EventStatus::Future,
        Some(Effect::Hypothetical) => EventStatus::Hypothetical,
        Some(Effect::Negated) => EventStatus::Negated,
    }
}

/// What the word `above` makes of the event at `below`, whose clause or phrase it governs.
fn governs(parse: Parse<'_>, below: usize, above: usize) -> Option<Effect> {
    match parse.relation(below) {
        // "Refused and left": what is coordinated is governed by nothing in the other, but "try and help".
        Relation::Conj => governor(parse, above).filter(|_| {
            parse.lemma(above).is(key!("try")) && below == above + 2 && parse.words.is(above + 1, key!("and"))
        }),
        Relation::Obj | Relation::NsubjPass if is_announced(parse, below, above) => Some(Effect::Future),
        _ => governor(parse, above),
    }
}

/// Whether the clause at `at` asks how something came about.
fn is_question(parse: Parse<'_>, at: usize) -> bool {
    parse
        .children(at)
        .take_while(|&child| child < at)
        .any(|child| parse.words.key(child).is_any(&keys!["why", "how", "when", "where", "who", "what"]))
}

/// Whether the event at `below` is new and told ahead: "announced cuts", but "announced the arrest" of somebody.
fn is_announced(parse: Parse<'_>, below: usize, above: usize) -> bool {
    parse.lemma(above).is(key!("announce"))
        && !is_definite(parse, below)
        && !parse.lemma(below).is_any(&keys!["arrest", "death", "loss", "profit", "win"])
}

/// Whether the noun at `at` is taken for known.
fn is_definite(parse: Parse<'_>, at: usize) -> bool {
    parse.upos(at) == Some(Upos::Noun)
        && parse.children(at).take_while(|&child| child < at).any(|child| match parse.relation(child) {
            Relation::Det => parse.words.key(child).is_any(&keys!["the", "this", "these", "that", "those"]),
            relation => relation == Relation::NmodPoss,
        })
}

/// What the word at `at` makes of the event that it governs; with a particle it means something else.
fn governor(parse: Parse<'_>, at: usize) -> Option<Effect> {
    let has_particle = parse.words.key(at + 1).is_any(&keys!["off", "out"]);
    if parse.upos(at) == Some(Upos::Verb)
        && (has_particle || parse.child(at, &[Relation::CompoundPrt]).is_some())
    {
        let rules_out = parse.words.is(at + 1, key!("off"))
            && parse.lemma(at).is_any(&keys!["call", "put", "stave", "ward", "head"])
            || parse.words.is(at + 1, key!("out")) && parse.lemma(at).is(key!("rule"));
        return rules_out.then_some(Effect::Negated);
    }
    lexicon::governor(parse.lemma(at))
}

/// Whether the object of the verb at `at` happens though what its phrases tell may not: "called a meeting"
/// beside "called for talks".
fn acts_on_object(parse: Parse<'_>, at: usize) -> bool {
    parse.lemma(at).is_any(&keys!["call", "commit", "order", "campaign", "fight", "struggle"])
}

/// Keeps the effect found first, as what stands nearest to the event decides; what is to come gives way to a
/// doubt.
fn note(found: &mut Option<Effect>, effect: Option<Effect>) {
    *found = match (*found, effect) {
        (None, effect) => effect,
        // What is planned and denied is not to come.
        (Some(Effect::Future), Some(Effect::Negated | Effect::Hypothetical)) => effect,
        (found, _) => found,
    };
}

/// What the words of the clause at `at` itself say.
fn in_clause(parse: Parse<'_>, at: usize) -> Option<Effect> {
    let mut effect = None;
    for child in parse.children(at) {
        effect = effect.max_by_force(word_effect(parse, at, child));
    }
    effect.or_else(|| is_to_come(parse, at).then_some(Effect::Future))
}

/// Whether the infinitive at `at` says by itself that it is to come: "is to leave", "Velden to sell port", "the
/// summit to be held in Dorn".
fn is_to_come(parse: Parse<'_>, at: usize) -> bool {
    let is_to =
        |child: &usize| parse.relation(*child) == Relation::Mark && parse.words.is(*child, key!("to"));
    let Some(to) = parse.children(at).find(is_to) else { return false };
    let is_be = |child: usize| parse.lemma(child).is(key!("be"));
    let is_passive = || parse.child(at, &[Relation::AuxPass]).is_some_and(|be| to < be);
    match parse.relation(at) {
        Relation::Root => true,
        Relation::Acl => {
            let is_headline =
                |noun| parse.relation(noun) == Relation::Root && parse.upos(noun) == Some(Upos::Propn);
            is_passive() || parse.head(at).is_some_and(is_headline)
        }
        _ => parse.children(at).take_while(|&child| child < to).any(is_be),
    }
}

/// What is told in the present of a time that is to come: "will rise when it arrives".
fn awaited(parse: Parse<'_>, at: usize) -> Option<Effect> {
    let governor = parse.head(at).filter(|_| parse.relation(at) == Relation::Advcl)?;
    let is_time =
        |child: usize| parse.words.key(child).is_any(&keys!["when", "before", "after", "until", "once"]);
    let is_present = !parse.words.form(at).ends_with("ing") && !voice::is_past_participle(parse, at);
    let is_led = || parse.children(at).take_while(|&child| child < at).any(is_time);
    (is_present && is_led())
        .then(|| in_clause(parse, governor))
        .flatten()
        .filter(|&effect| effect == Effect::Future)
}

/// Which of two effects in one clause stands.
trait Force {
    fn max_by_force(self, other: Option<Effect>) -> Option<Effect>;
}

impl Force for Option<Effect> {
    fn max_by_force(self, other: Self) -> Self {
        match (self, other) {
            (Some(Effect::Negated), _) | (_, Some(Effect::Negated)) => Some(Effect::Negated),
            (Some(Effect::Hypothetical), _) | (_, Some(Effect::Hypothetical)) => Some(Effect::Hypothetical),
            (own, other) => own.or(other),
        }
    }
}

/// What a word below the head of a clause makes of it.
fn word_effect(parse: Parse<'_>, at: usize, child: usize) -> Option<Effect> {
    let key = parse.words.key(child);
    match parse.relation(child) {
        Relation::Advmod if key.is_any(&keys!["not", "n't", "never", "nowhere", "hardly"]) => {
            (!parse.words.is(child + 1, key!("only"))).then_some(Effect::Negated)
        }
        Relation::Advmod if key.is_any(&keys!["possibly", "perhaps", "maybe"]) => Some(Effect::Hypothetical),
        Relation::Det if key.is_any(&keys!["no", "neither"]) => Some(Effect::Negated),
        Relation::Case | Relation::Mark if key.is(key!("without")) => Some(Effect::Negated),
        Relation::Mark if key.is_any(&keys!["if", "unless", "whether", "lest"]) => Some(Effect::Hypothetical),
        Relation::Aux => auxiliary(parse, at, child),
        // "A summit to be held in May."
        Relation::Acl => (is_happening(parse, child) && is_to_come(parse, child)).then_some(Effect::Future),
        Relation::Amod => lexicon::governor(key).filter(|_| parse.upos(at) == Some(Upos::Noun)),
        Relation::Nsubj | Relation::NsubjPass | Relation::Obj => {
            let is_none = |word: usize| {
                parse.words.key(word).is_any(&keys!["no", "nobody", "none", "nothing", "neither"])
            };
            let denies = is_none(child) || parse.child(child, &[Relation::Det]).is_some_and(is_none);
            (denies && parse.upos(at) == Some(Upos::Verb)).then_some(Effect::Negated)
        }
        _ => None,
    }
}

fn auxiliary(parse: Parse<'_>, at: usize, aux: usize) -> Option<Effect> {
    let key = parse.words.key(aux);
    if key.is_any(&keys!["will", "'ll", "wo", "shall"]) {
        return Some(Effect::Future);
    }
    // "Could have", "may have": still open.
    let is_modal = key.is_any(&keys!["may", "might", "could", "would", "should", "can", "ca", "must", "'d"]);
    let is_perfect = key.is(key!("'d")) && voice::is_past_participle(parse, at);
    let is_told_ahead = || key.is_any(&keys!["would", "'d"]) && is_told_before(parse, at);
    match () {
        () if !is_modal || is_perfect => None,
        () if is_told_ahead() => Some(Effect::Future),
        () => Some(Effect::Hypothetical),
    }
}

/// Whether "would" at the verb at `at` is the "will" of what was said before: "said the army would leave".
fn is_told_before(parse: Parse<'_>, at: usize) -> bool {
    let says = parse.head(at).filter(|_| parse.relation(at) == Relation::Ccomp);
    let is_past = |verb| {
        voice::is_past_participle(parse, verb)
            && parse
                .lemma(verb)
                .is_any(&keys!["say", "announce", "tell", "report", "confirm", "add", "promise"])
    };
    let is_condition =
        |child: usize| parse.relation(child) == Relation::Advcl || parse.lemma(child).is(key!("have"));
    says.is_some_and(|verb| verb < at && is_past(verb))
        && !parse.children(at).any(is_condition)
        && !parse.lemma(at).is_any(&keys!["be", "like", "love", "prefer", "need", "want"])
}

/// Whether the word `above` governs the event at `below`: as complement, object or bearer.
fn is_governed(parse: Parse<'_>, below: usize, above: usize) -> bool {
    match parse.relation(below) {
        // "Determine why he left."
        Relation::Ccomp => !is_question(parse, below),
        Relation::Xcomp | Relation::Csubj | Relation::Conj | Relation::Acl => true,
        Relation::Obj | Relation::NsubjPass => !acts_on_object(parse, above),
        Relation::Nsubj => parse.upos(below) == Some(Upos::Noun) && is_happening(parse, above),
        Relation::Obl | Relation::Nmod => parse.upos(below) == Some(Upos::Noun) && leads(parse, below),
        Relation::Advcl => is_complement(parse, below),
        _ => false,
    }
}

/// Whether the verb at `at` says of its subject that it happens: "talks will begin".
fn is_happening(parse: Parse<'_>, at: usize) -> bool {
    is_light(parse, at)
        || parse
            .lemma(at)
            .is_any(&keys!["occur", "happen", "proceed", "follow", "ensue", "remain", "likely", "possible"])
}

/// Whether the phrase at `at` is what its governor wants, plans or rules out.
fn leads(parse: Parse<'_>, at: usize) -> bool {
    let mut cases = parse.children(at).filter(|&child| parse.relation(child) == Relation::Case);
    cases.any(|case| {
        parse
            .words
            .key(case)
            .is_any(&keys!["for", "of", "against", "from", "about", "on", "to", "into", "with"])
    })
}

/// Whether the clause at `at` is led in as what its governor is about: "to protest", "accused of killing".
fn is_complement(parse: Parse<'_>, at: usize) -> bool {
    let mark = parse.child(at, &[Relation::Mark]);
    mark.is_some_and(|mark| {
        parse.words.key(mark).is_any(&keys!["to", "of", "for", "from", "against", "about", "on", "with"])
    })
}

/// Whether what the clause of `above` says of itself it says of the event below too.
fn carries(parse: Parse<'_>, below: usize, above: usize) -> bool {
    match parse.relation(below) {
        Relation::Xcomp | Relation::Conj => {
            parse.child(below, &[Relation::Aux, Relation::Nsubj]).is_none()
                && !is_new_clause(parse, below, above)
        }
        // "Half of the cuts will be made."
        Relation::Nmod => parse.lemma(above).is_any(&keys![
            "half", "part", "some", "most", "all", "number", "rest", "third", "quarter", "series", "round",
            "set"
        ]),
        Relation::Obj | Relation::NsubjPass | Relation::Nsubj => {
            is_light(parse, above) || is_happening(parse, above)
        }
        Relation::Acl | Relation::Ccomp => lexicon::governor(parse.lemma(above)).is_some(),
        _ => false,
    }
}

/// Whether a past form coordinated with an infinitive is beyond what leads that in: "would not speak, but left",
/// "refused to speak and left".
fn is_new_clause(parse: Parse<'_>, below: usize, above: usize) -> bool {
    let has_modal = || {
        let mut auxiliaries = parse.children(above).filter(|&child| parse.relation(child) == Relation::Aux);
        auxiliaries.any(|aux| !parse.lemma(aux).is_any(&keys!["be", "have"]))
    };
    let has_to =
        || parse.child(above, &[Relation::Mark]).is_some_and(|mark| parse.words.is(mark, key!("to")));
    parse.relation(below) == Relation::Conj
        && voice::is_past_participle(parse, below)
        && !voice::is_past_participle(parse, above)
        && (has_modal() || has_to())
}

/// Whether an effect on a clause holds for what is coordinated with it: "did not attack or kill", but not
/// "did not speak and left".
fn reaches(parse: Parse<'_>, below: usize, effect: Effect) -> bool {
    let is_or = |cc: usize| parse.words.key(cc).is_any(&keys!["or", "nor"]);
    parse.relation(below) != Relation::Conj
        || effect != Effect::Negated
        || parse.child(below, &[Relation::Cc]).is_some_and(is_or)
}

/// What the evidence says in whose scope the event stands; what is taken for known, no condition and no inquiry puts in
/// doubt.
fn by_evidence(parse: Parse<'_>, at: usize, evidence: &[Evidence]) -> Option<Effect> {
    let span = parse.words.tokens[at].span;
    let mut over = evidence.iter().filter(|cue| cue.scope.is_some_and(|scope| scope.contains(span)));
    over.find_map(|cue| match cue.class {
        EvidenceClass::Denial => Some(Effect::Negated),
        EvidenceClass::Condition | EvidenceClass::Investigative => {
            let is_known =
                is_definite(parse, at) || parse.relation(at) == Relation::Ccomp && is_question(parse, at);
            (!is_known).then_some(Effect::Hypothetical)
        }
        _ => None,
    })
}

/// The evidence of each sentence, asked in the order of the text.
pub(super) struct BySentence<'a>(&'a [Evidence]);

impl<'a> BySentence<'a> {
    /// All evidence of an article.
    pub(super) fn new(found: &'a Annotations) -> Self {
        Self(&found.evidence)
    }

    /// That of `sentence`, which is none asked for before the last.
    pub(super) fn of(&mut self, sentence: usize) -> &'a [Evidence] {
        let start = self.0.iter().take_while(|cue| cue.sentence < sentence).count();
        self.0 = &self.0[start..];
        let own = self.0.iter().take_while(|cue| cue.sentence == sentence).count();
        &self.0[..own]
    }
}
