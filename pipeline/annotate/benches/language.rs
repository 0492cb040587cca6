//! Times the language layer: words a second, with and without trees.

use annotate::language::{Layers, read};
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// A report written for this bench; its names are fictional.
const REPORT: &[&str] = &[
    "Officials in the harbour town of Velmora said on Tuesday that the ferry Castor had been towed back to port after \
     its engine failed , and that none of the 214 passengers was hurt .",
    "\" We heard a loud noise and then the lights went out , \" said Ada Brandt , a teacher from Norrholm who was \
     travelling with her class .",
    "The Ministry of Transport has sent two inspectors , and the operator , Holt Lines , promised to pay for hotel \
     rooms .",
    "Mayor Tarik Demir , who met the passengers at the quay , told reporters that he did not expect the service to \
     resume before the weekend .",
    "It is the third failure on the line since March .",
    "In May , a sister ship lost power near the Oster lighthouse and drifted for four hours until the coast guard \
     reached it .",
    "The union of seafarers has warned for years that the fleet , most of which was built in the 1980s , is not kept \
     in repair .",
    "Holt Lines denies this .",
];

#[divan::bench(args = [Layers::Names, Layers::Trees])]
fn report(bencher: Bencher<'_, '_>, layers: Layers) {
    let sentences: Vec<Vec<&str>> = REPORT.iter().map(|sentence| sentence.split(' ').collect()).collect();
    let document: Vec<&[&str]> = sentences.iter().map(Vec::as_slice).collect();
    let words: usize = sentences.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(words)).bench_local(|| read(divan::black_box(&document), layers));
}
