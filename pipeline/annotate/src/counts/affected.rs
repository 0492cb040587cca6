//! Whom an outcome word befell.
//!
//! Answers for: the way from a verb, adjective or noun to the words for the people, over passives, participles,
//! relative clauses and joined verbs. Leaves to `beside` what stands near the word where the tree leads nowhere.

use schema::labels::{Relation, Upos};

use super::beside::{self, is_age};
use super::people::is_noun_for_one;
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

    /// Whether those meant hang on a noun.
    fn is_of_noun(self) -> bool {
        matches!(self, Self::Counted | Self::Of | Self::Life)
    }
}

/// Adds the places of those whom the word at `at` befell to `people`.
pub(super) fn find(parse: Parse<'_>, at: usize, stand: Stand, people: &mut Vec<usize>) {
    let Some(first) = first(parse, at, stand) else { return };
    members(parse, first, people);
    if !stand.is_of_noun() {
        people.extend([at, first].into_iter().find_map(|above| company(parse, above)));
    }
    if first < at && !stand.is_of_noun() {
        people.extend(beside::listed_before(parse, first));
    }
}

/// The first of those whom the word at `at` befell.
fn first(parse: Parse<'_>, at: usize, stand: Stand) -> Option<usize> {
    let number = || beside::number_before(parse, at);
    let found = match stand {
        Stand::Counted | Stand::Of => return counted(parse, at),
        Stand::Life => return parse.child(at, &[Relation::Obj]).and_then(|life| counted(parse, life)),
        _ if let Some(number) = number() => Some(number),
        Stand::Object if acts(parse, at) || beside::is_before_count(parse, at) => beside::behind(parse, at),
        Stand::Object => object(parse, at),
        Stand::Subject => subject(parse, at),
    };
    let near = || beside::before(parse, at).or_else(|| beside::find(parse, at, stand));
    let found = found.or_else(near)?;
    match () {
        () if stand == Stand::Object && is_doer(parse, found, at) => beside::behind(parse, at),
        () if found < at || !beside::is_parted(parse, at) || is_passive(parse, at) => Some(found),
        () if is_gerund(parse, at) => None,
        () => beside::find(parse, at, stand).or(Some(found)),
    }
}

/// Those joined by "along with" to what stands at `above`: "injuring a guard along with three others".
fn company(parse: Parse<'_>, above: usize) -> Option<usize> {
    let is_joined = |&child: &usize| {
        let start = parse.reach(child).start;
        matches!(parse.relation(child), Relation::Obl | Relation::Nmod)
            && parse.words.key(start).is_any(&keys!["along", "together"])
            && parse.words.is(start + 1, key!("with"))
    };
    parse.children(above).find(is_joined)
}

/// Whether the pronoun at `head` is the subject of the verb at `at`, not in the passive: "charged that he shot".
fn is_doer(parse: Parse<'_>, head: usize, at: usize) -> bool {
    head < at
        && parse.words.key(head).is_any(&keys!["he", "she", "they", "i", "we"])
        && !is_passive(parse, at)
        && !parse.words.key_before(at, 1).is_any(&keys!["got", "get", "gets"])
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
    let joined = (parse.relation(at) == Relation::Conj).then(|| parse.head(at)).flatten();
    let has_own = || parse.child(at, &[Relation::Nsubj, Relation::Obj]).is_some();
    parse.has_passive_mark(at) || joined.is_some_and(|head| !has_own() && parse.has_passive_mark(head))
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

pub(super) fn is_gerund(parse: Parse<'_>, at: usize) -> bool {
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
    // "The gunman's victims", "a victim of the shooter": the word means those hit itself.
    if is_noun_for_one(parse.lemma(at)) {
        return None;
    }
    let is_of = |child: usize| parse.words.key(parse.reach(child).start).is_any(&keys!["of"]);
    let mut children = parse.children(at);
    children.find(|&child| match parse.relation(child) {
        Relation::Nmod => child > at && is_of(child),
        Relation::NmodPoss => {
            let is_body = parse.lemma(at).is(key!("body")) && parse.upos(child) == Some(Upos::Pron);
            !is_body && !parse.words.key(child).is_any(&keys!["its", "their", "our", "my", "your", "whose"])
        }
        _ => false,
    })
}

/// Whether the word at `at`, taken for a noun, is a participle: "three teens shot", "both were shot".
pub(super) fn is_participle(parse: Parse<'_>, at: usize) -> bool {
    if parse.child(at, &[Relation::Cop, Relation::AuxPass]).is_some() {
        return true;
    }
    // "Police believe Reed shot and killed two men."
    if parse.words.key(at + 1).is(key!("and")) && parse.child(at + 2, &[Relation::Obj]).is_some() {
        return false;
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
        Some(Upos::Adj) => {
            parse.words.key(before).is_any(&keys!["others", "more", "other"]) || is_age(parse, before)
        }
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
    ) || at.checked_sub(1).is_some_and(|before| is_age(parse, before));
    let is_object = matches!(parse.upos(at + 1), Some(Upos::Det | Upos::Pron | Upos::Num | Upos::Propn));
    parse.upos(at) != Some(Upos::Verb) && is_subject && is_object && parse.sentence(at).contains(&(at + 1))
}
