//! The places of a clause, as those who take part in an event stand to it.
//!
//! Answers for: the subject and the object of the active clause, wherever the passive, an infinitive, a
//! participle or a relative clause puts them, and the phrases of a preposition. Leaves to others who of them
//! takes part in what.

use schema::labels::{Relation, Upos};

use super::lexicon::{self, BY};
use super::voice::{is_passive, is_past_participle};
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// How many governing clauses are looked through for a subject.
const HIGHEST: usize = 4;

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter];

/// Who does what the verb at `at` says.
pub(super) fn subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    if is_passive(parse, at) { agent(parse, at) } else { surface_subject(parse, at) }
}

/// To whom or what it is done.
pub(super) fn object(parse: Parse<'_>, at: usize) -> Option<usize> {
    // "Shot four guards, one fatally, at a depot": what has a preposition is no object, whatever the tree says.
    let is_bare = |child: usize| parse.child(child, &[Relation::Case]).is_none();
    let objects = parse.children(at).filter(|&child| parse.relation(child) == Relation::Obj);
    let bare = objects.clone().filter(|&object| is_bare(object)).last();
    let object = bare.or_else(|| parse.child(at, &[Relation::Iobj])).or_else(|| objects.last());
    if let Some(object) = object {
        return resolved(parse, at, object);
    }
    let own = behind_particle(parse, at).or_else(|| described(parse, at));
    let own = own.or_else(|| second_subject(parse, at));
    if let Some(object) = own.or_else(|| shared_object(parse, at)) {
        return Some(object);
    }
    is_passive(parse, at).then(|| surface_subject(parse, at)).flatten()
}

/// The object right behind a verb that the tree takes for one more subject: "the mayor warned Velden".
pub(super) fn second_subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    let mut subjects = parse.children(at).filter(|&child| parse.relation(child) == Relation::Nsubj);
    let is_deed = subjects.next().is_some_and(|first| first < at)
        && !lexicon::typed(Upos::Verb, parse.lemma(at)).is_empty();
    let is_next =
        |second: usize| parse.upos(second) == Some(Upos::Propn) && parse.reach(second).start == at + 1;
    subjects.last().filter(|&second| is_deed && is_next(second))
}

/// The object that two verbs share, whichever of them the tree gives it to: "shot and killed two guards".
pub(super) fn shared_object(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_bare = |object: &usize| parse.child(*object, &[Relation::Case]).is_none();
    let object_of = |verb: usize| parse.child(verb, &[Relation::Obj]).filter(is_bare);
    let is_next = |one: usize, other: usize| {
        other == one + 2 && parse.relation(one + 1) == Relation::Cc
            || other == one + 3
                && parse.relation(one + 2) == Relation::Advmod
                && parse.relation(one + 1) == Relation::Cc
    };
    if parse.relation(at) == Relation::Conj {
        let first = parse.head(at).filter(|&first| is_next(first, at))?;
        return object_of(first).filter(|&object| at < object);
    }
    let second = parse.child(at, &[Relation::Conj]).filter(|&second| is_next(at, second))?;
    let is_passive = parse.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
    let is_deed =
        !is_passive && is_verb(parse, second) && !lexicon::typed(Upos::Verb, parse.lemma(at)).is_empty();
    object_of(second).filter(|&object| second < object && is_deed)
}

fn is_verb(parse: Parse<'_>, at: usize) -> bool {
    parse.upos(at) == Some(Upos::Verb)
}

/// Who gets the object: the first of two, whatever the tree calls it.
pub(super) fn indirect_object(parse: Parse<'_>, at: usize) -> Option<usize> {
    let mut objects = parse.children(at).filter(|&child| parse.relation(child) == Relation::Obj);
    let first = objects.next().filter(|_| objects.next().is_some());
    parse.child(at, &[Relation::Iobj]).or(first)
}

/// The object behind a particle, which the tree takes for a phrase: "cordoned off the roads", "called off the
/// strike".
fn behind_particle(parse: Parse<'_>, at: usize) -> Option<usize> {
    let particle = at + 1;
    if !parse.words.key(particle).is_any(&keys!["off", "up", "down", "out"]) {
        return None;
    }
    if parse.relation(particle) == Relation::Case {
        return parse.head(particle).filter(|&phrase| parse.head(phrase) == Some(at));
    }
    let phrase = parse.child(at, &[Relation::Obl])?;
    let is_bare = parse.child(phrase, &[Relation::Case]).is_none();
    (is_bare && parse.reach(phrase).start == particle + 1).then_some(phrase)
}

/// The noun that the tree lets a verb describe though "have" before it makes it a predicate ("have renewed
/// ties"), or the "and" behind another verb's object ("condemned the raid and promised aid").
pub(super) fn described(parse: Parse<'_>, at: usize) -> Option<usize> {
    if parse.relation(at) != Relation::Amod {
        return None;
    }
    let noun = parse.head(at).filter(|&noun| at < noun)?;
    let has_auxiliary = || parse.child(at, &[Relation::Aux]).is_some();
    (has_auxiliary() || perfect(parse, at, noun).is_some() || is_second_verb(parse, at, noun)).then_some(noun)
}

/// Whether the participle at `at` rather is a second verb of the clause, whose object the tree has taken for
/// one more object of the first.
fn is_second_verb(parse: Parse<'_>, at: usize, noun: usize) -> bool {
    // "Injured guards and wounded miners" are described alike.
    let is_participle = |child: usize| parse.relation(child) == Relation::Amod && is_verb(parse, child);
    let is_like_first = || parse.head(noun).is_some_and(|first| parse.children(first).any(is_participle));
    parse.relation(noun) == Relation::Conj
        && at > 0
        && parse.words.is(at - 1, key!("and"))
        && !lexicon::typed(Upos::Verb, parse.lemma(at)).is_empty()
        && lexicon::governor(parse.words.key(at)).is_none()
        && first_verb(parse, noun).is_some_and(|verb| is_past_participle(parse, verb))
        && !is_like_first()
}

/// The verb whose object the noun at `at` is coordinated with.
fn first_verb(parse: Parse<'_>, at: usize) -> Option<usize> {
    let object = parse.upwards(at).find(|&above| parse.relation(above) != Relation::Conj)?;
    let verb = parse.head(object).filter(|_| parse.relation(object) == Relation::Obj)?;
    (parse.upos(verb) == Some(Upos::Verb)).then_some(verb)
}

/// The "have" right before a verb, which the tree takes for the verb that has the noun.
fn perfect(parse: Parse<'_>, at: usize, noun: usize) -> Option<usize> {
    let have = at.checked_sub(1).filter(|&have| parse.head(noun) == Some(have))?;
    parse.words.key(have).is_any(&keys!["has", "have", "had", "'ve"]).then_some(have)
}

/// The doer of a passive.
fn agent(parse: Parse<'_>, at: usize) -> Option<usize> {
    parse.child(at, &[Relation::OblAgent]).or_else(|| phrases(parse, at, BY).next())
}

/// The phrases with this preposition that hang on the word at `at`.
pub(super) fn phrases(parse: Parse<'_>, at: usize, preposition: Key) -> impl Iterator<Item = usize> {
    parse.children(at).filter(move |&child| {
        is_phrase(parse.relation(child)) && {
            let mut cases = parse.children(child).take_while(move |&mark| mark < child);
            let is_marker = |mark| matches!(parse.relation(mark), Relation::Case | Relation::Mark);
            cases.any(|mark| is_marker(mark) && parse.words.is(mark, preposition))
        }
    })
}

/// Whether a word with this relation heads a phrase with a preposition.
pub(super) fn is_phrase(relation: Relation) -> bool {
    matches!(relation, Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::Advcl | Relation::Acl)
}

/// The subject as it stands, of a passive too; that of the governing clause where the clause has none of its
/// own.
pub(super) fn surface_subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    if is_gerund_noun(parse, at) {
        return None;
    }
    let mut clause = at;
    for _ in 0..HIGHEST {
        if let Some(own) = own_subject(parse, clause).or_else(|| about_to(parse, clause)) {
            return resolved(parse, clause, own);
        }
        if let Some(own) = phrase_before(parse, clause) {
            return Some(own);
        }
        let governor = parse.head(clause)?;
        match parse.relation(clause) {
            Relation::Acl | Relation::AclRelcl => return Some(bearer(parse, clause, governor)),
            Relation::Xcomp => {
                if let Some(object) = controller(parse, clause, governor) {
                    return Some(object);
                }
            }
            Relation::Advcl if is_about_object(parse, clause) => {
                if let Some(object) = controller(parse, clause, governor) {
                    return Some(object);
                }
            }
            Relation::Advcl | Relation::Conj => {}
            Relation::Amod => {
                let noun = described(parse, clause)?;
                let verb = first_verb(parse, noun).or_else(|| perfect(parse, clause, noun));
                return parse.child(verb.unwrap_or(noun), SUBJECTS);
            }
            Relation::Ccomp => return first_subject(parse, clause, governor),
            _ => return None,
        }
        clause = governor;
    }
    None
}

/// The subject of the clause at `at` itself.
fn own_subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    parse.child(at, SUBJECTS)
}

/// The subject of the clause that reports the clause of the verb at `at` behind it: "the mayor said she would
/// go".
pub(super) fn reporter(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_part = |&above: &usize| matches!(parse.relation(above), Relation::Xcomp | Relation::Conj);
    let head = parse.upwards(at).take(HIGHEST).find(|above| !is_part(above))?;
    let verb = parse.head(head).filter(|&verb| parse.relation(head) == Relation::Ccomp && verb < head)?;
    own_subject(parse, verb)
}

/// Who does what the clause of the word at `at` tells of the noun that it describes: the noun itself, but of a plan, a
/// charge or the like whoever has it: "its plan to leave", "faces charges of shooting a guard".
fn bearer(parse: Parse<'_>, at: usize, noun: usize) -> usize {
    let is_content = parse.relation(at) == Relation::Acl
        && parse.child(at, &[Relation::Mark]).is_some()
        && (lexicon::is_deed(parse.lemma(noun)) || lexicon::governor(parse.lemma(noun)).is_some());
    if !is_content {
        return noun;
    }
    let owner = || parse.child(noun, &[Relation::NmodPoss]);
    let verb = || parse.head(noun).filter(|_| parse.relation(noun) == Relation::Obj);
    owner().or_else(|| own_subject(parse, verb()?)).unwrap_or(noun)
}

/// Whether the form in "-ing" at `at` is a noun though tagged as a verb: "charged in a deadly shooting".
fn is_gerund_noun(parse: Parse<'_>, at: usize) -> bool {
    let mut before = parse.children(at).take_while(|&child| child < at);
    parse.words.form(at).ends_with("ing")
        && before.any(|child| {
            matches!(
                parse.relation(child),
                Relation::Det | Relation::Amod | Relation::Compound | Relation::NmodPoss
            )
        })
}

/// Whether the clause at `at` says of what the object of its governor is accused or suspected.
fn is_about_object(parse: Parse<'_>, at: usize) -> bool {
    let mark = parse.child(at, &[Relation::Mark]);
    mark.is_some_and(|mark| parse.words.key(mark).is_any(&keys!["of", "from", "for", "with"]))
}

/// The subject that the tree takes for a phrase of time: "after gunmen shot two guards", "and eight injured".
fn phrase_before(parse: Parse<'_>, at: usize) -> Option<usize> {
    let before = parse.children(at).find(|&child| child < at && parse.reach(child).end == at)?;
    let is_clause = |case| parse.words.key(case).is_any(&keys!["after", "before", "since", "until", "as"]);
    let is_subject = match parse.relation(before) {
        Relation::Obl => parse.child(before, &[Relation::Case]).is_some_and(is_clause),
        Relation::OblUnmarked => parse.upos(before) == Some(Upos::Num),
        _ => false,
    };
    is_subject.then_some(before)
}

/// The subject of a clause before the verb that reports it, where the tree hangs it on that verb, beside its
/// own: "Velden praised the plan, the agency said".
fn first_subject(parse: Parse<'_>, clause: usize, governor: usize) -> Option<usize> {
    let mut subjects = parse.children(governor).filter(|&child| SUBJECTS.contains(&parse.relation(child)));
    let first = subjects.next().filter(|&first| first < clause)?;
    subjects.next().is_some_and(|second| clause < second).then_some(first)
}

/// The subject of "is about to", where the tree hangs "about" on the verb.
fn about_to(parse: Parse<'_>, at: usize) -> Option<usize> {
    let about = parse.children(at).find(|&child| child < at && parse.words.is(child, key!("about")))?;
    parse.child(about, SUBJECTS)
}

/// The object of the governing verb that does what the infinitive says: "urged them to leave".
fn controller(parse: Parse<'_>, clause: usize, governor: usize) -> Option<usize> {
    let object = parse.child(governor, &[Relation::Obj, Relation::Iobj])?;
    let is_between = governor < object && object < clause;
    (is_between && !parse.lemma(governor).is_any(&keys!["promise", "vow", "threaten"])).then_some(object)
}

/// The noun that a relative pronoun stands for; any other word itself.
fn resolved(parse: Parse<'_>, clause: usize, at: usize) -> Option<usize> {
    let is_relative = matches!(parse.upos(at), Some(Upos::Pron | Upos::Det | Upos::Sconj))
        && parse.words.key(at).is_any(&keys!["who", "whom", "which", "that"]);
    if !is_relative {
        return (parse.relation(at) != Relation::Expl).then_some(at);
    }
    let relative =
        parse.upwards(clause).take(3).find(|&above| parse.relation(above) == Relation::AclRelcl)?;
    parse.head(relative)
}

/// Whether the noun at `at` only says how much there is of the one at `noun` below it: "a series of attacks".
fn holds(parse: Parse<'_>, at: usize, noun: usize) -> bool {
    parse.relation(noun) == Relation::Nmod
        && parse.lemma(at).is_any(&keys![
            "bunch", "couple", "deal", "dozen", "flurry", "lot", "number", "package", "pair", "range",
            "round", "series", "set", "spate", "string", "variety", "wave"
        ])
        && parse.child(noun, &[Relation::Case]).is_some_and(|case| parse.words.is(case, key!("of")))
}

/// The noun at `at`, or that of which it says how much there is.
pub(super) fn content(parse: Parse<'_>, at: usize) -> usize {
    parse.children(at).find(|&child| holds(parse, at, child)).unwrap_or(at)
}

/// The verb whose object or subject of a passive the noun at `at` is, or on which its phrase hangs behind a
/// copula.
pub(super) fn governing_verb(parse: Parse<'_>, at: usize) -> Option<usize> {
    let mut before = parse.children(at).take_while(|&child| child < at);
    if let Some(verb) = before.find(|&child| is_verb(parse, child) && described(parse, child).is_some()) {
        return Some(verb);
    }
    let mut noun = at;
    while parse.relation(noun) == Relation::Conj
        || parse.head(noun).is_some_and(|head| holds(parse, head, noun))
    {
        noun = parse.head(noun)?;
    }
    let verb = parse.head(noun).filter(|&head| parse.upos(head) == Some(Upos::Verb))?;
    matches!(parse.relation(noun), Relation::Obj | Relation::NsubjPass | Relation::Obl).then_some(verb)
}
