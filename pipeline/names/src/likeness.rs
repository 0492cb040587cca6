//! How alike two names are, by degrees.
//!
//! Answers for: a number for any two names, whatever their script, their order of words and their legal forms. It serves
//! lists of names without a text around them, where a reader looks at what is alike; whether names in the news are of one
//! bearer is decided more strictly (`similarity`), and by what else is known. Leaves to others: the words (`name_words`)
//! and their pairs (`alignment`).

use crate::alignment::{Alignment, Order, Weight, Word, join_split};
use crate::body_name::{acronym, initials};
use crate::given_names;
use crate::name_words::{bodily, personal};

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearer {
    /// A person.
    Person,
    /// A company or another body.
    Organisation,
    /// Anything else: a ship, a place.
    Other,
}

/// From here on two names are more likely those of one bearer than of two.
pub const LIKELY: f32 = 0.5;

/// What a word that only one name has costs in a person's name, and all of them at most.
const DROPPED: f32 = 0.1;
const ALL_DROPPED: f32 = 0.3;

/// What a word that only one name has costs in another name; what one that says little.
const DISTINCT: f32 = 0.6;
const LIGHT: f32 = 0.1;

/// What an order costs where the name begins otherwise; where it goes on otherwise; where the surname comes first.
const DISORDERED: f32 = 0.6;
const SHUFFLED: f32 = 0.3;
const ROTATED: f32 = 0.05;

/// What an acronym costs that stands for the whole name.
const ACRONYM: f32 = 0.35;

/// What two numbers cost in names that are one but for them.
const NUMBERED: f32 = 0.35;

/// The largest share of all letters that may be edited where the words are parted differently.
const SHARE_OF_WHOLE: f32 = 0.12;

/// What one edit of the whole name costs.
const EDIT: f32 = 0.2;

/// How alike two names are that such a bearer has: from 0, nothing in common, to 1, the same; see [`LIKELY`].
///
/// ```
/// use names::{Bearer, LIKELY, likeness};
///
/// assert!(likeness("Brandt, Ada", "Dr Ada M. Brandt", Bearer::Person) >= LIKELY);
/// assert!(likeness("Ada Brandt", "Omar Brandt", Bearer::Person) < LIKELY);
/// assert!(likeness("Orby Mills Ltd", "ORBY MILLS LIMITED", Bearer::Organisation) >= LIKELY);
/// ```
pub fn likeness(one: &str, other: &str, bearer: Bearer) -> f32 {
    let cost = match bearer {
        Bearer::Person => personal_cost(personal(one), personal(other)),
        Bearer::Organisation | Bearer::Other => bodily_cost(one, other),
    };
    1.0 - cost.clamp(0.0, 1.0)
}

/// What it costs to take two persons' names for one.
fn personal_cost(mut one: Vec<Word>, mut other: Vec<Word>) -> f32 {
    join_split(&mut one, &other);
    join_split(&mut other, &one);
    let aligned = Alignment::of(&one, &other, Word::personal_cost);
    let cost = aligned.cost + order_cost(&aligned, &one) + dropped_cost(&aligned, &one, &other);
    if one.len() == other.len() { cost } else { cost.min(cost_of_whole(&one, &other)) }
}

fn order_cost(aligned: &Alignment, one: &[Word]) -> f32 {
    let is_given = |word: &Word| given_names::name(&word.text).is_some();
    match aligned.order() {
        Order::Same => 0.0,
        // Nothing tells which of two given names is the surname.
        Order::Rotated if one.iter().all(is_given) => DISORDERED,
        Order::Rotated => ROTATED,
        Order::Shuffled => SHUFFLED,
        Order::Other => DISORDERED,
    }
}

/// What the words cost that only one of two persons' names has. Where both have some, they are of two persons; so they
/// are where one word alone is shared.
fn dropped_cost(aligned: &Alignment, one: &[Word], other: &[Word]) -> f32 {
    let is_shared =
        |(at, pair): (usize, &Option<usize>)| pair.is_some_and(|with| is_full_pair(&one[at], &other[with]));
    let shared = aligned.pairs.iter().flatten().count();
    let full = aligned.pairs.iter().enumerate().filter(|&pair| is_shared(pair)).count();
    let (missing, left) = (aligned.missing().len(), aligned.left.len());
    match (missing, left) {
        _ if full == 0 => 1.0,
        (0, 0) => 0.0,
        (0, dropped) | (dropped, 0) if shared > 1 => (DROPPED * dropped as f32).min(ALL_DROPPED),
        _ => 1.0,
    }
}

/// Whether the pair is of two words rather than of initials.
fn is_full_pair(one: &Word, other: &Word) -> bool {
    !one.is_initial() && !other.is_initial()
}

/// What it costs where the words are parted differently: the edits of all letters.
fn cost_of_whole(one: &[Word], other: &[Word]) -> f32 {
    let whole =
        |words: &[Word]| Word::of(words.iter().map(|word| word.text.as_str()).collect(), Weight::Full);
    let (one, other) = (whole(one), whole(other));
    let longer = one.text.len().max(other.text.len());
    let edits = if one.text.len().abs_diff(other.text.len()) > 2 { longer as f32 } else { one.edits(&other) };
    if edits <= longer as f32 * SHARE_OF_WHOLE { edits * EDIT } else { 1.0 }
}

/// What it costs to take two names of bodies for one.
fn bodily_cost(one: &str, other: &str) -> f32 {
    let stands_for =
        |short: &str, long: &str| acronym(short).is_some_and(|letters| initials(long).contains(&letters));
    if stands_for(one, other) || stands_for(other, one) {
        return ACRONYM;
    }
    let (mut one, mut other) = (bodily(one), bodily(other));
    join_split(&mut one, &other);
    join_split(&mut other, &one);
    let aligned = Alignment::of(&one, &other, Word::spelling_cost);
    let shared = aligned.pairs.iter().enumerate().filter(|(_, pair)| pair.is_some());
    let is_named = one.iter().chain(&other).any(|word| word.weight == Weight::Full);
    if is_named && !shared.map(|(at, _)| one[at].weight).any(|weight| weight == Weight::Full) {
        return 1.0;
    }
    let missing: Vec<&Word> = telling(&one, &aligned.missing());
    let left: Vec<&Word> = telling(&other, &aligned.left);
    aligned.cost + unshared_cost(&missing, &left)
}

/// Those of the words at `places` that tell something.
fn telling<'w>(words: &'w [Word], places: &[usize]) -> Vec<&'w Word> {
    places.iter().map(|&at| &words[at]).filter(|word| word.weight != Weight::None).collect()
}

/// What the words cost that only one of two bodies' names has. Where both have some, they are of two bodies.
fn unshared_cost(missing: &[&Word], left: &[&Word]) -> f32 {
    match (missing, left) {
        ([one], [other]) if is_number(one) && is_number(other) => NUMBERED,
        (words, []) | ([], words) => words.iter().map(|word| dropping(word)).sum(),
        _ => 1.0,
    }
}

fn dropping(word: &Word) -> f32 {
    if word.weight == Weight::Light { LIGHT } else { DISTINCT }
}

/// Whether the word has figures, or is a Roman number below forty.
fn is_number(word: &Word) -> bool {
    word.text.bytes().any(|byte| byte.is_ascii_digit())
        || word.text.bytes().all(|byte| b"ivx".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{Bearer, LIKELY, likeness};

    fn are_likely(one: &str, other: &str, bearer: Bearer) -> bool {
        let (there, back) = (likeness(one, other, bearer), likeness(other, one, bearer));
        assert!((there - back).abs() < 1e-6, "{one} | {other}: {there} and {back}");
        there >= LIKELY
    }

    #[test]
    fn persons_are_alike_in_any_script_and_order() {
        for (one, other) in [
            ("Brandt, Ada M.", "Ada Brandt"),
            ("Фуад Карлов", "Fuad Karlov"),
            ("Muhammad al-Basri", "Mohamed Basri"),
            ("AdaBrandt", "Ada Brandt"),
            ("J.-C. Orel", "Jean-Claude Orel"),
            ("Bill Reed", "William Reed"),
            ("Wolodymyr Karpenko", "Volodymyr Karpenko"),
        ] {
            assert!(are_likely(one, other, Bearer::Person), "{one} | {other}");
        }
    }

    #[test]
    fn persons_who_share_a_word_are_two() {
        for (one, other) in [
            ("Ada Brandt", "Omar Brandt"),
            ("Ada Brandt", "Ada Reed"),
            ("Ada M. Brandt", "Ada K. Brandt"),
            ("Brandt", "Ada Brandt"),
            ("Omar bin Hasan al-Basri", "Hasan bin Omar al-Basri"),
            ("A.B.", "Ada Brandt"),
        ] {
            assert!(!are_likely(one, other, Bearer::Person), "{one} | {other}");
        }
    }

    #[test]
    fn legal_forms_do_not_tell_bodies_apart_but_words_do() {
        for (one, other) in [
            ("Orby Mills", "ORBY MILLS G.m.b.H."),
            ("OOO Velden Trans", "Velden Trans LLC"),
            ("VTA", "Velden Transport Agency"),
            ("The Orby & Reed Co.", "Orby and Reed Company"),
            ("Velden Labour Organisation", "Velden Labor Organization"),
        ] {
            assert!(are_likely(one, other, Bearer::Organisation), "{one} | {other}");
        }
        for (one, other) in [
            ("Orby Mills Ltd", "Orby Banks Ltd"),
            ("Bank of Velden", "Bank of Velden Chile"),
            ("Management Company", "Orby Management Company"),
        ] {
            assert!(!are_likely(one, other, Bearer::Organisation), "{one} | {other}");
        }
    }
}
