//! Whom an outcome word befell.
//!
//! Answers for: the way from a verb, adjective or noun to the words for the people, over passives, participles,
//! relative clauses and joined verbs, and beside the word where the tree leads nowhere.

use schema::labels::{Relation, Upos};

use crate::key::{key, keys};
use crate::syntax::Parse;

/// Where those meant stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// The object, or the subject of the passive.
    Object,
    /// The subject.
    Subject,
    /// The noun itself is counted; people may stand behind "of" or before it with an apostrophe.
    Counted,
    /// Behind "of", or before it with an apostrophe; the noun itself is not counted.
    Of,
    /// Beside the object, as beside a noun that is counted: "claimed the life of a guard".
    Life,
}

impl Stand {
    /// What a word of the lexicon means.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "object" => Self::Object,
            "subject" => Self::Subject,
            "counted" => Self::Counted,
            "of" => Self::Of,
            _ => return None,
        })
    }
}

/// Adds the places of those whom the word at `at` befell to `people`.
pub(super) fn find(parse: Parse<'_>, at: usize, stand: Stand, people: &mut Vec<usize>) {
    let head = match stand {
        Stand::Object | Stand::Subject if number_before(parse, at).is_some() => number_before(parse, at),
        Stand::Object if acts(parse, at) => behind(parse, at),
        Stand::Object => object(parse, at),
        Stand::Subject => subject(parse, at),
        Stand::Counted | Stand::Of => counted(parse, at),
        Stand::Life => parse.child(at, &[Relation::Obj]).and_then(|life| counted(parse, life)),
    };
    let is_noun = matches!(stand, Stand::Counted | Stand::Of | Stand::Life);
    let head =
        head.or_else(|| if is_noun { None } else { before(parse, at).or_else(|| beside(parse, at, stand)) });
    let Some(head) = head else { return };
    members(parse, head, people);
    if number_before(parse, at) == Some(head) {
        people.extend(listed_before(parse, head));
    }
}

/// The noun before the number at `number` in a headline: "mother, two children found dead".
fn listed_before(parse: Parse<'_>, number: usize) -> Option<usize> {
    let is_link = parse.words.key_before(number, 1).is_any(&keys![",", "and", "&"]);
    let noun = number.checked_sub(2).filter(|&noun| is_link && parse.upos(noun) == Some(Upos::Noun))?;
    let is_verb = |at: usize| matches!(parse.upos(at), Some(Upos::Verb | Upos::Aux));
    let start = parse.sentence(number).start;
    (start <= noun && !(start..number).any(is_verb)).then_some(noun)
}

/// The number that stands right before the participle or adjective at `at`, or before its noun: "four dead", "two
/// children dead".
fn number_before(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_number = |place: usize| parse.upos(place) == Some(Upos::Num);
    let found = parse.lemma(at).is(key!("dead")) && parse.words.key_before(at, 1).is(key!("found"));
    let end = at.checked_sub(1 + usize::from(found))?;
    let noun = usize::from(parse.upos(end) == Some(Upos::Noun) && parse.relation(end) != Relation::NsubjPass);
    let number = end.checked_sub(noun).filter(|&place| is_number(place))?;
    let is_state = !is_gerund(parse, at) && !parse.words.form(at).ends_with('s');
    let counts_more = parse.upos(at + 1) == Some(Upos::Noun) && parse.sentence(at).contains(&(at + 1));
    let is_own = parse.sentence(at).contains(&number) && !is_aged(parse, number);
    (is_state && is_own && !counts_more).then_some(number)
}

/// Whether the number at `at` stands between commas or behind one, as an age does: "Boy, 12, killed".
fn is_aged(parse: Parse<'_>, at: usize) -> bool {
    parse.words.form_before(at) == ","
        && matches!(at.checked_sub(2).and_then(|before| parse.upos(before)), Some(Upos::Noun | Upos::Propn))
        && parse.words.integer(at).is_some_and(|age| age > 5)
}

/// The word at `head` and what is joined to it: "two men and a woman".
fn members(parse: Parse<'_>, head: usize, people: &mut Vec<usize>) {
    people.push(head);
    for child in parse.children(head) {
        let is_member =
            parse.relation(child) == Relation::Conj && !is_clause(parse, child) && !renames(parse, child);
        if (is_member || is_listed(parse, head, child)) && people.len() < MOST {
            members(parse, child, people);
        }
    }
}

/// How many are told of by one word at most.
const MOST: usize = 12;

/// Whether the noun at `child` is the next of a list that the tree took for an apposition: "kills son, wife, self".
fn is_listed(parse: Parse<'_>, head: usize, child: usize) -> bool {
    use Relation::{Appos, Det, NmodPoss, NmodUnmarked, Nummod};
    let is_apart = matches!(parse.relation(child), Appos | NmodUnmarked) && child > head;
    let is_self = parse.words.key(child).is_any(&keys!["himself", "herself", "self"]);
    let is_bare = parse.upos(child) == Some(Upos::Noun)
        && parse.upos(head) == Some(Upos::Noun)
        && parse.child(child, &[Det, NmodPoss, Nummod]).is_none()
        && parse.child(head, &[Nummod, Det]).is_none();
    is_apart && (is_self || is_bare && parse.relation(child) == Appos)
}

/// Whether a name behind a comma names the noun before it, which the tree took for joined: "his son, Omar Reed,".
fn renames(parse: Parse<'_>, at: usize) -> bool {
    let start = parse.reach(at).start;
    let is_parted = parse.upos(at) == Some(Upos::Propn) && parse.words.form_before(start) == ",";
    let before = start.wrapping_sub(2);
    is_parted && parse.upos(before) == Some(Upos::Noun) && parse.child(at, &[Relation::Cc]).is_none()
}

/// Whether the word at `at` has a subject of its own, or is a verb.
fn is_clause(parse: Parse<'_>, at: usize) -> bool {
    let is_nominal =
        matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron | Upos::Adj));
    !is_nominal || parse.child(at, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cop]).is_some()
}

/// Whether the verb at `at` stands in the passive by its auxiliary or subject.
pub(super) fn is_passive(parse: Parse<'_>, at: usize) -> bool {
    let own = |at: usize| parse.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
    let joined = (parse.relation(at) == Relation::Conj).then(|| parse.head(at)).flatten();
    let has_own = || parse.child(at, &[Relation::Nsubj, Relation::Obj]).is_some();
    own(at) || joined.is_some_and(|head| !has_own() && own(head))
}

/// The object of the word at `at`, or the subject of its passive.
fn object(parse: Parse<'_>, at: usize) -> Option<usize> {
    use Relation::{Acl, AclRelcl, Amod, Conj, Nsubj, Xcomp};
    if let Some(found) = own_object(parse, at) {
        return Some(found);
    }
    let head = parse.head(at);
    match parse.relation(at) {
        Acl | Amod if !is_gerund(parse, at) => head,
        AclRelcl if parse.child(at, &[Nsubj]).is_none() => head,
        Conj => {
            let own = parse.child(at, &[Nsubj]).filter(|_| !is_gerund(parse, at));
            own.map_or_else(|| object(parse, head?), |found| antecedent(parse, found, at))
        }
        Xcomp if is_participle_of(parse, at) => subject(parse, at),
        _ => bare_subject(parse, at),
    }
}

/// What hangs on the word at `at` itself as its object, or as the subject of its passive.
fn own_object(parse: Parse<'_>, at: usize) -> Option<usize> {
    use Relation::{Conj, NsubjPass, Obj};
    let passive = parse.child(at, &[NsubjPass]);
    let active = || parse.child(at, &[Obj]).filter(|&found| found > at || !is_passive(parse, at));
    if let Some(found) = passive.or_else(active) {
        return antecedent(parse, found, at);
    }
    let number = bounded(parse, at).filter(|_| !is_passive(parse, at));
    // "Shot and killed two men": the object hangs on the second verb.
    number.or_else(|| {
        let joined = parse.children(at).find(|&child| parse.relation(child) == Conj)?;
        parse.child(joined, &[Obj]).filter(|_| parse.words.key(at + 1).is_any(&keys!["and", ","]))
    })
}

/// Whether the word at `at` is a participle behind another verb: "was found stabbed".
fn is_participle_of(parse: Parse<'_>, at: usize) -> bool {
    !is_gerund(parse, at) && !is_infinitive(parse, at)
}

fn is_infinitive(parse: Parse<'_>, at: usize) -> bool {
    parse.child(at, &[Relation::Mark]).is_some() && !is_passive(parse, at)
}

/// The number before the word at `at`, or its subject where nothing shows it to act: "man shot in Velden".
fn bare_subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    let number = parse.children(at).find(|&child| child < at && parse.relation(child) == Relation::Nummod);
    let is_bare = is_participle_of(parse, at) && !is_active(parse, at);
    number.or_else(|| parse.child(at, &[Relation::Nsubj]).filter(|_| is_bare))
}

/// The number behind the verb at `at` whose "at least" was taken for a preposition.
fn bounded(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_least =
        parse.words.key(at + 1).is(key!("at")) && parse.words.key(at + 2).is_any(&keys!["least", "most"]);
    let is_number = |child: &usize| *child > at && parse.upos(*child) == Some(Upos::Num);
    parse.children(at).filter(|_| is_least).find(is_number)
}

/// Whether the verb at `at` has something beside its subject that shows it to act: "police shot at him".
fn is_active(parse: Parse<'_>, at: usize) -> bool {
    let is_aimed = parse.words.is(at + 1, key!("at"))
        && parse
            .words
            .key(at + 2)
            .is_any(&keys!["him", "her", "them", "me", "us", "police", "officers", "each"]);
    parse
        .child(at, &[Relation::Aux])
        .is_some_and(|aux| parse.words.key(aux).is_any(&keys!["did", "does", "do"]))
        || parse.words.key(at + 1).is_any(&keys!["back", "into", "toward", "towards"])
        || parse.words.form(at).ends_with('s')
        || is_aimed
}

fn is_gerund(parse: Parse<'_>, at: usize) -> bool {
    parse.words.form(at).ends_with("ing")
}

/// The noun that a relative pronoun stands for; the word itself where it is none.
fn antecedent(parse: Parse<'_>, found: usize, verb: usize) -> Option<usize> {
    let is_relative = parse.words.key(found).is_any(&keys!["who", "that", "which", "whom"]);
    if !is_relative {
        return Some(found);
    }
    let clause = parse.upwards(verb).find(|&at| parse.relation(at) == Relation::AclRelcl);
    clause.and_then(|clause| parse.head(clause))
}

/// The subject of the word at `at`, which may be a predicate of another verb.
fn subject(parse: Parse<'_>, at: usize) -> Option<usize> {
    use Relation::{Acl, AclRelcl, Advcl, Amod, Ccomp, Conj, Nsubj, NsubjPass, Nummod, Obj, Xcomp};
    if let Some(found) = parse.child(at, &[NsubjPass, Nsubj]) {
        return antecedent(parse, found, at);
    }
    if let Some(number) = parse.children(at).find(|&child| child < at && parse.relation(child) == Nummod) {
        return Some(number);
    }
    let head = parse.head(at)?;
    match parse.relation(at) {
        Xcomp | Ccomp | Relation::Advmod => {
            let found = parse.child(head, &[NsubjPass]).or_else(|| parse.child(head, &[Obj]));
            match found {
                Some(found) => antecedent(parse, found, head),
                None => subject(parse, head),
            }
        }
        Conj | Advcl if parse.upos(head) == Some(Upos::Verb) || parse.relation(at) == Conj => parse
            .child(head, &[NsubjPass, Nsubj])
            .map_or_else(|| above(parse, head), |found| antecedent(parse, found, head)),
        Acl | AclRelcl | Amod => Some(head),
        _ => None,
    }
}

/// Who is in the state that the noun at `at` names: the noun that it describes, or the subject or object of its verb.
pub(super) fn holder(parse: Parse<'_>, at: usize) -> Option<usize> {
    let head = parse.head(at);
    match parse.relation(at) {
        Relation::Nmod => head,
        Relation::Obl => {
            let verb = head?;
            parse
                .child(verb, &[Relation::NsubjPass])
                .or_else(|| parse.child(verb, &[Relation::Obj]))
                .map_or_else(|| subject(parse, verb), |found| antecedent(parse, found, verb))
        }
        _ => parse.child(at, &[Relation::Nsubj]).and_then(|found| antecedent(parse, found, at)),
    }
}

/// The noun that the clause at `at` describes, or whose subject it shares.
fn above(parse: Parse<'_>, at: usize) -> Option<usize> {
    use Relation::{Acl, AclRelcl, Conj, Xcomp};
    match parse.relation(at) {
        Acl | AclRelcl => parse.head(at),
        Conj | Xcomp => subject(parse, at),
        _ => None,
    }
}

/// Those whom a noun of death means: "the death of a guard", "the guard's death", "the killing of two men".
fn counted(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_of = |child: usize| parse.words.key(parse.reach(child).start).is_any(&keys!["of"]);
    let mut children = parse.children(at);
    children.find(|&child| match parse.relation(child) {
        Relation::Nmod => child > at && is_of(child),
        Relation::NmodPoss => {
            !parse.words.key(child).is_any(&keys!["its", "their", "our", "my", "your", "whose"])
        }
        _ => false,
    })
}

/// Whether the word at `at`, taken for a noun, is a participle: "three teens shot", "both were shot".
pub(super) fn is_participle(parse: Parse<'_>, at: usize) -> bool {
    if parse.child(at, &[Relation::Cop, Relation::AuxPass]).is_some() {
        return true;
    }
    if acts(parse, at) {
        return true;
    }
    let Some(before) = at.checked_sub(1).filter(|&before| parse.sentence(at).contains(&before)) else {
        return false;
    };
    match parse.upos(before) {
        Some(Upos::Num) => !parse.words.key(before).is_any(&keys!["one", "1"]),
        Some(Upos::Noun | Upos::Propn) => parse.lemma(before) != parse.lemma(at),
        Some(Upos::Adj) => parse.words.key(before).is_any(&keys!["others", "more", "other"]),
        Some(Upos::Adv) => {
            parse.words.key(before).is_any(&keys!["fatally", "critically", "accidentally", "mortally"])
        }
        Some(Upos::Aux) => true,
        Some(Upos::Verb) => parse.lemma(before).is_any(&keys!["find", "get"]),
        _ => false,
    }
}

/// Whether the word at `at`, taken for a noun, is a verb with its object: "a father shot his wife".
fn acts(parse: Parse<'_>, at: usize) -> bool {
    let is_subject = matches!(
        at.checked_sub(1).and_then(|before| parse.upos(before)),
        Some(Upos::Noun | Upos::Propn | Upos::Pron)
    );
    let is_object = matches!(parse.upos(at + 1), Some(Upos::Det | Upos::Pron | Upos::Num | Upos::Propn));
    parse.upos(at) != Some(Upos::Verb) && is_subject && is_object && parse.sentence(at).contains(&(at + 1))
}

/// The last noun or number before the word at `at` that hangs on it: a subject that the tree took for another thing.
fn before(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_phrase = |place: usize| matches!(parse.upos(place), Some(Upos::Noun | Upos::Propn | Upos::Num));
    let is_bare = |place: usize| !is_phrase(place) || parse.child(place, &[Relation::Case]).is_none();
    let own = parse.children(at).take_while(|&child| child < at);
    own.filter(|&child| is_phrase(child) && is_bare(child)).last().map(|found| first_joined(parse, found))
}

/// The first of those that the word at `at` is joined to.
fn first_joined(parse: Parse<'_>, at: usize) -> usize {
    let head = parse.head(at).filter(|&head| parse.relation(at) == Relation::Conj && is_phrase(parse, head));
    head.map_or(at, |head| first_joined(parse, head))
}

/// The nearest noun, number or name beside the word at `at`: before a participle, behind another form.
fn beside(parse: Parse<'_>, at: usize, stand: Stand) -> Option<usize> {
    let sentence = parse.sentence(at);
    if is_gerund(parse, at) && stand == Stand::Object && parse.lemma(at).is(key!("shoot")) {
        return None;
    }
    let is_left = stand == Stand::Subject || !is_gerund(parse, at) && !parse.words.form(at).ends_with('s');
    if is_left {
        let mut before = (sentence.start..at).rev().take(4).take_while(|&place| !is_end(parse, place));
        let found = before.find(|&place| {
            is_phrase(parse, place)
                || parse.upos(place) == Some(Upos::Adj)
                    && parse.words.key(place).is_any(&keys!["others", "more", "other"])
        });
        return found.map(|found| first_joined(parse, found));
    }
    behind(parse, at)
}

/// The first noun, number or name behind the word at `at`.
fn behind(parse: Parse<'_>, at: usize) -> Option<usize> {
    let mut places = (at + 1..parse.sentence(at).end).take(5).take_while(|&place| !is_end(parse, place));
    places.find(|&place| is_phrase(parse, place) && !is_phrase(parse, place + 1))
}

fn is_phrase(parse: Parse<'_>, at: usize) -> bool {
    matches!(parse.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron))
}

fn is_end(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is_any(&keys![",", ";", ":", ".", "and", "but", "-", "–", "—"])
}
