//! Whom a cue names as its source.
//!
//! Answers for: the way from a cue to its subject, agent or possessor in the tree, and the words of the
//! source. Leaves to others whom these words stand for.

use std::ops::Range;

use schema::labels::{AbsentSource, Relation, Upos};

use super::{cue, group, phrase, sayer};
use crate::key::{key, keys};
use crate::quotations;
use crate::syntax::Parse;

/// Whom the words name, or why nobody.
pub(super) type Found = Result<Range<usize>, AbsentSource>;

/// How many verbs a subject is looked for above its cue.
const HIGHEST: usize = 5;

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter];

/// The source of the verb at `at`.
pub(super) fn of_verb(parse: Parse<'_>, at: usize, is_passive: bool) -> Found {
    if is_passive {
        return agent(parse, at).ok_or(AbsentSource::Passive);
    }
    let told = subject(parse, at).and_then(|head| phrase(parse, head, at));
    told.or_else(|| crossing(parse, at)).ok_or(AbsentSource::NotFound)
}

/// The noun right before a verb of saying that the tree hangs on a word behind it: "police said officers ...".
fn crossing(parse: Parse<'_>, at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1).filter(|&before| parse.head(before).is_some_and(|head| head > at))?;
    let is_sayer = matches!(parse.upos(before), Some(Upos::Noun | Upos::Propn | Upos::Pron));
    let is_finite = parse.child(at, &[Relation::Aux, Relation::AuxPass, Relation::Mark]).is_none();
    let range = phrase(parse, before, at).filter(|_| is_sayer && is_finite)?;
    (sayer::may_speak(parse, before) && range.end <= at).then_some(range)
}

/// The noun right behind an inverted verb that the tree takes for its object: "explained Ada Brandt".
pub(super) fn inverted(parse: Parse<'_>, at: usize) -> Option<Range<usize>> {
    let noun = parse.children(at).find(|&child| {
        child > at
            && matches!(
                parse.relation(child),
                Relation::Obj | Relation::Iobj | Relation::Nsubj | Relation::Ccomp
            )
    })?;
    let range =
        phrase(parse, noun, at).filter(|_| is_noun(parse, noun) && parse.reach(noun).start == at + 1)?;
    let is_clause = range
        .clone()
        .any(|place| parse.relation(place) == Relation::Cop || quotations::is_mark(parse.words.form(place)));
    (!is_clause).then_some(range)
}

/// The agent of the passive at `at`.
fn agent(parse: Parse<'_>, at: usize) -> Option<Range<usize>> {
    let is_by = |&child: &usize| {
        parse.relation(child) == Relation::OblAgent
            || parse.relation(child) == Relation::Obl
                && case(parse, child).is_some_and(|by| parse.words.is(by, key!("by")))
    };
    phrase(parse, parse.children(at).find(is_by)?, at)
}

/// The preposition of the phrase at `at`.
pub(super) fn case(parse: Parse<'_>, at: usize) -> Option<usize> {
    parse.child(at, &[Relation::Case])
}

/// The words of the source whose head is `head`, for a cue at `at` outside of them.
pub(super) fn phrase(parse: Parse<'_>, head: usize, at: usize) -> Option<Range<usize>> {
    let mut range = phrase::noun_phrase(parse, head)?;
    range = without_adjunct(parse, head, split_name(parse, head, range));
    if range.contains(&at) && parse.is_below(at, head) {
        // The cue's clause hangs on the noun: what stands on the noun's side of it is the source.
        let clause = parse.upwards(at).take_while(|&above| above != head).last()?;
        let reach = parse.reach(clause);
        range = if head < at { range.start..reach.start } else { reach.end..range.end };
    }
    let range = phrase::trimmed(parse, range).filter(|range| range.contains(&head))?;
    Some(if parse.words.is_lower(at) { whole_name(parse, range, at) } else { range })
}

/// `range` with the words of a name at its edges that the tree hangs elsewhere; the cue stands at `at`.
pub(super) fn whole_name(parse: Parse<'_>, range: Range<usize>, at: usize) -> Range<usize> {
    let is_name = |place: usize| parse.upos(place) == Some(Upos::Propn) && place != at;
    let sentence = parse.sentence(range.start);
    let (mut start, mut end) = (range.start, range.end);
    while is_name(start) && start > sentence.start && is_name(start - 1) {
        start -= 1;
    }
    while is_name(end - 1) && end < sentence.end && is_name(end) {
        end += 1;
    }
    start..end
}

/// `range` with the words of a name that the tree takes for a second subject: "Ada" beside "Brandt".
fn split_name(parse: Parse<'_>, head: usize, range: Range<usize>) -> Range<usize> {
    let Some(verb) = parse.head(head).filter(|_| SUBJECTS.contains(&parse.relation(head))) else {
        return range;
    };
    let twins =
        parse.children(verb).filter(|&child| child != head && SUBJECTS.contains(&parse.relation(child)));
    twins.fold(range, |range, twin| {
        let reach = parse.reach(twin);
        let is_quoted = reach.clone().any(|at| quotations::is_mark(parse.words.form(at)));
        let reach = phrase::trimmed(parse, reach.clone()).unwrap_or(reach);
        let is_bare = !is_quoted && reach.end <= verb.max(range.end + 1);
        match () {
            () if !is_bare => range,
            () if twin + 1 == range.start && range.end <= reach.end => reach,
            () if reach.start == range.end => range.start..reach.end,
            () if reach.end == range.start => reach.start..range.end,
            () => range,
        }
    })
}

/// `range` without the clause behind a comma that says what the source does meanwhile: "Brandt, citing
/// delays,".
fn without_adjunct(parse: Parse<'_>, head: usize, range: Range<usize>) -> Range<usize> {
    let is_adjunct = |&child: &usize| {
        child > head
            && matches!(parse.relation(child), Relation::Acl | Relation::Advcl | Relation::Parataxis)
            && matches!(parse.words.form_before(start_of(parse, child)), "," | "–" | "—" | "--")
    };
    let cut = parse.children(head).find(is_adjunct).map_or(range.end, |child| start_of(parse, child));
    range.start..cut.clamp(head + 1, range.end.max(head + 1))
}

/// The first word of the clause at `at` that is no mark.
fn start_of(parse: Parse<'_>, at: usize) -> usize {
    parse.reach(at).find(|&place| !phrase::is_mark(parse, place)).unwrap_or(at)
}

/// The head of the subject of the clause at `at`, its own or that of the clause that governs it.
pub(super) fn subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    let mut clause = at;
    for _ in 0..HIGHEST {
        if let Some(own) = own_subject(parse, clause) {
            return is_somebody(parse, own).then_some(own);
        }
        let governor = parse.head(clause)?;
        match parse.relation(clause) {
            Relation::Acl => {
                return meanwhile(parse, clause, governor)
                    .or_else(|| is_noun(parse, governor).then_some(governor));
            }
            Relation::AclRelcl => return relative(parse, clause).or(Some(governor)),
            Relation::Xcomp
            | Relation::Ccomp
            | Relation::Obj
            | Relation::Advcl
            | Relation::Parataxis
            | Relation::Conj => {
                if let Some(object) = controller(parse, clause, governor) {
                    return Some(object);
                }
            }
            _ => return None,
        }
        clause = governor;
    }
    None
}

/// The subject of the verb that the participle at `clause` goes with, where the noun before it says nothing:
/// "entered the hall claiming to be a guard".
fn meanwhile(parse: Parse<'_>, clause: usize, noun: usize) -> Option<usize> {
    let is_mute = parse.upos(noun) == Some(Upos::Noun)
        && !sayer::may_speak(parse, noun)
        && cue::candidate(parse, noun).is_none();
    let is_part = matches!(parse.relation(noun), Relation::Obj | Relation::Obl | Relation::OblUnmarked);
    let verb = parse.head(noun).filter(|_| is_mute && is_part)?;
    let subject = own_subject(parse, verb).filter(|_| parse.words.form(clause).ends_with("ing"))?;
    sayer::may_speak(parse, subject).then_some(subject)
}

fn own_subject(parse: Parse<'_>, clause: usize) -> Option<usize> {
    // The tree may hang the subject of a quotation on the cue behind it: the nearest one is the cue's.
    let subjects = parse.children(clause).filter(|&child| SUBJECTS.contains(&parse.relation(child)));
    let nearest = subjects.min_by_key(|&child| child.abs_diff(clause));
    nearest.or_else(|| parse.child(clause, &[Relation::Vocative, Relation::Dislocated]))
}

/// Whether the subject at `at` may be a source: no "it" or "there".
fn is_somebody(parse: Parse<'_>, at: usize) -> bool {
    parse.relation(at) != Relation::Expl && !parse.lemma(at).is_any(&keys!["there"])
}

fn is_noun(parse: Parse<'_>, at: usize) -> bool {
    matches!(
        parse.upos(at),
        Some(Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::Sym | Upos::Adj)
    )
}

/// The relative pronoun that starts the clause at `at`.
pub(super) fn relative(parse: Parse<'_>, at: usize) -> Option<usize> {
    let reach = parse.reach(at);
    (reach.start..reach.end.min(reach.start + 4)).find(|&place| {
        matches!(parse.upos(place), Some(Upos::Pron | Upos::Det))
            && parse.words.key(place).is_any(&keys!["who", "whom", "which", "that"])
            && place < at
    })
}

/// The object of the governing verb that does what the clause says: "asked him to say", "quoted her as
/// saying".
fn controller(parse: Parse<'_>, clause: usize, governor: usize) -> Option<usize> {
    let is_complement = match parse.relation(clause) {
        Relation::Xcomp | Relation::Ccomp | Relation::Obj => true,
        Relation::Advcl => is_as(parse, clause),
        _ => false,
    };
    let object = parse.child(governor, &[Relation::Obj, Relation::Iobj])?;
    // "Let's hope so" says of nobody that they hope.
    let is_let = parse.lemma(governor).is(key!("let"));
    // A verb with an object and its "as" is active, even where the tree hangs it on a noun as a participle.
    let is_active = is_as(parse, clause) || !group::is_passive(parse, governor);
    (is_complement && !is_let && object < clause && governor < object && is_active).then_some(object)
}

/// Whether "as" leads the clause at `at`: "quoted as saying".
pub(super) fn is_as(parse: Parse<'_>, at: usize) -> bool {
    let is_as = |child| {
        matches!(parse.relation(child), Relation::Mark | Relation::Case) && parse.words.is(child, key!("as"))
    };
    parse.children(at).take_while(|&child| child < at).any(is_as)
}
