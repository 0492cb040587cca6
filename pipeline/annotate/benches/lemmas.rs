//! How fast lemmas are found, in words.
//!
//! Answers for: the words of a passage written for this purpose, known and unknown, with their parts of speech.

use annotate::lemmas::lemma;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use schema::labels::Upos;

const WORDS: &[(&str, Upos)] = &[
    ("Officials", Upos::Noun),
    ("said", Upos::Verb),
    ("the", Upos::Det),
    ("trams", Upos::Noun),
    ("were", Upos::Aux),
    ("carrying", Upos::Verb),
    ("commuters", Upos::Noun),
    ("from", Upos::Adp),
    ("Velden", Upos::Propn),
    ("to", Upos::Adp),
    ("its", Upos::Pron),
    ("largest", Upos::Adj),
    ("suburbs", Upos::Noun),
    (",", Upos::Punct),
    ("which", Upos::Pron),
    ("Ada", Upos::Propn),
    ("Brandt", Upos::Propn),
    ("had", Upos::Aux),
    ("n't", Upos::Part),
    ("visited", Upos::Verb),
    ("since", Upos::Sconj),
    ("1987", Upos::Num),
    ("when", Upos::Adv),
    ("earlier", Upos::Adj),
    ("inspections", Upos::Noun),
    ("and", Upos::Cconj),
    ("quibbling", Upos::Verb),
    ("over", Upos::Adp),
    ("repairs", Upos::Noun),
    ("delayed", Upos::Verb),
    ("them", Upos::Pron),
    (".", Upos::Punct),
];

#[divan::bench]
fn words(bencher: Bencher) {
    bencher.counter(ItemsCount::new(WORDS.len())).bench(|| {
        let length = |&(form, upos): &(&str, Upos)| lemma(black_box(form), upos).len();
        WORDS.iter().map(length).sum::<usize>()
    });
}

fn main() {
    divan::main();
}
