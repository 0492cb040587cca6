//! Makes the models of Copydesk's stages from public gold: sentence boundaries, lemmas and the language layer.
//!
//! `cargo run --release -p train -- ../shared/gold` writes `boundaries.bin` of `segment` and `lemmas.bin` and
//! `language.bin` of `annotate`, each with its card beside it. The same gold gives the same bytes. Answers for: which
//! sets are learnt from, learning, and the cards. Leaves to others: places and features, which are the stages' own, so
//! that both sides see the same.

mod card;
mod document;
mod entities;
mod genre;
mod language_card;
mod learner;
mod lemmas;
mod lessons;
mod network;
mod patterns;
mod readings;
mod scores;
mod sets;
mod silver;
mod treebank;

use std::fs;
use std::path::{Path, PathBuf};

use annotate::language::network::{Network, file};
use anyhow::Context as _;
use clap::{Parser, ValueEnum};
use segment::boundaries::model::{self, Model};

use document::Paragraph;
use lessons::Lesson;
use network::example::Gold;
use network::{COURSE, Course, Weights};
use sets::Set;
use silver::Silver;
use treebank::Document;

/// The names that a larger network found in the treebanks.
const SILVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/silver_names.tsv");

/// One sentence of so many is learnt in capitals too, as headlines are set.
const SHOUTED: usize = 16;

/// Makes the models from public gold; not needed to run Copydesk.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// The folder of gold
    gold: PathBuf,
    /// The folder of the stages, where the models and their cards go
    #[arg(long, value_name = "FOLDER", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/.."))]
    output: PathBuf,
    /// Make these models alone
    #[arg(long, value_name = "MODEL")]
    only: Vec<Made>,
    /// How often each example of the language layer is met, for a quick look at a change
    #[arg(long, value_name = "COUNT", default_value_t = COURSE.passes)]
    passes: usize,
}

/// A model that is made here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Made {
    /// The sentence boundaries of `segment`
    Boundaries,
    /// The lemmas of `annotate`
    Lemmas,
    /// The language layer of `annotate`
    Language,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let wanted = |made| arguments.only.is_empty() || arguments.only.contains(&made);
    if wanted(Made::Boundaries) {
        make_boundaries(&arguments)?;
    }
    if wanted(Made::Lemmas) {
        make_lemmas(&arguments)?;
    }
    if wanted(Made::Language) {
        make_language(&arguments)?;
    }
    Ok(())
}

fn make_boundaries(arguments: &Arguments) -> anyhow::Result<()> {
    let learnt = read(arguments, sets::LEARNT)?;
    let scored = read(arguments, sets::SCORED)?;
    let bytes = make(learnt.iter().flat_map(|(_, paragraphs)| paragraphs));
    let model = Model::read(&bytes).expect("this crate makes files of the version that it reads");
    let card = card::text(&learnt, &scored, &model);
    write(&arguments.output, "segment/models/boundaries.bin", &bytes)?;
    write(&arguments.output, "segment/models/boundaries.md", card.as_bytes())
}

/// The model file learnt from `paragraphs`.
fn make<'p>(paragraphs: impl Iterator<Item = &'p Paragraph>) -> Vec<u8> {
    let examples: Vec<_> = paragraphs.flat_map(Paragraph::examples).collect();
    let weights = learner::learn(&examples);
    let (weights, thresholds) = learner::quantised(&weights);
    model::file(&weights, thresholds)
}

fn make_lemmas(arguments: &Arguments) -> anyhow::Result<()> {
    let (bytes, card) = lemmas::make(&arguments.gold)?;
    write(&arguments.output, "annotate/models/lemmas.bin", &bytes)?;
    write(&arguments.output, "annotate/models/lemmas.md", card.as_bytes())
}

fn make_language(arguments: &Arguments) -> anyhow::Result<()> {
    let mut learnt = lessons(arguments, lessons::LEARNT)?;
    learnt.push((&lessons::PATTERNS, vec![patterns::sentences()?]));
    let scored = lessons(arguments, lessons::SCORED)?;
    let mut gold: Vec<Gold> =
        learnt.iter().flat_map(|(lesson, documents)| repeated(lesson, documents)).collect();
    gold.extend(gold.iter().step_by(SHOUTED).map(Gold::in_capitals).collect::<Vec<_>>());
    let course = Course { passes: arguments.passes, ..COURSE };
    let weights = network::learn(&gold, course, |pass, loss, weights| {
        eprintln!("pass {pass}: mean loss {loss:.4}");
        if pass % 4 == 0 {
            report(&scored, weights);
        }
    });
    let bytes = file(&weights.dense, &weights.embeddings);
    let network = Network::read(&bytes).expect("this crate makes files of the version that it reads");
    let card = language_card::text(&learnt, &scored, &network);
    write(&arguments.output, "annotate/models/language.bin", &bytes)?;
    write(&arguments.output, "annotate/models/language.md", card.as_bytes())
}

/// The sentences of `documents` as often as the lesson asks.
fn repeated(lesson: &Lesson, documents: &[Document]) -> Vec<Gold> {
    let sentences: Vec<Gold> = documents.iter().flat_map(|document| &document.sentences).cloned().collect();
    (0..lesson.times).flat_map(|_| sentences.clone()).collect()
}

/// Says how far the network has come.
fn report(scored: &[(&'static Lesson, Vec<Document>)], weights: &Weights) {
    let bytes = file(&weights.dense, &weights.embeddings);
    let network = Network::read(&bytes).expect("this crate makes files of the version that it reads");
    for (lesson, documents) in scored {
        let counts = readings::count(&network, documents);
        eprintln!(
            "  {}: tags, heads, relations {:.4?}, names {:.4?}",
            lesson.name,
            counts.trees(),
            counts.names()
        );
    }
}

/// The documents of each lesson.
fn lessons(
    arguments: &Arguments,
    lessons: &'static [Lesson],
) -> anyhow::Result<Vec<(&'static Lesson, Vec<Document>)>> {
    let silver = fs::read_to_string(SILVER).with_context(|| format!("`{SILVER}` cannot be read"))?;
    let silver = Silver::new(&silver);
    let read = |lesson: &'static Lesson| {
        let documents = lesson
            .documents(&arguments.gold, &silver)
            .with_context(|| format!("set `{}` cannot be read", lesson.name))?;
        Ok((lesson, documents))
    };
    lessons.iter().map(read).collect()
}

/// The paragraphs of each set.
fn read(arguments: &Arguments, sets: &'static [Set]) -> anyhow::Result<Vec<(&'static Set, Vec<Paragraph>)>> {
    let read = |set: &'static Set| {
        let paragraphs =
            set.paragraphs(&arguments.gold).with_context(|| format!("set `{}` cannot be read", set.name))?;
        Ok((set, paragraphs))
    };
    sets.iter().map(read).collect()
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let path = folder.join(name);
    fs::write(&path, bytes).with_context(|| format!("`{}` cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use segment::boundaries::Draft;
    use segment::boundaries::model::Model;

    use super::document::Paragraph;
    use super::make;

    /// Notes that end without a stop before a capital, and names that do not.
    fn notes() -> Vec<Paragraph> {
        let names = ["Ilse", "Marlow", "Vera", "Tarik", "Holt", "Demir"];
        let of_name = |name: &&str| {
            let text = format!("thanks a lot for the map Please call {name} Brandt today");
            let start = text.find("Please").unwrap();
            Paragraph::new(&text, [0, start].into())
        };
        names.iter().map(of_name).collect()
    }

    #[test]
    fn the_same_paragraphs_give_the_same_bytes() {
        assert_eq!(make(notes().iter()), make(notes().iter()));
    }

    #[test]
    fn what_is_learnt_is_found_again() {
        let bytes = make(notes().iter());
        let model = Model::read(&bytes).unwrap();
        let text = "thanks a lot for the book Please call Ada Brandt today";
        let draft = Draft::of(text);
        let cuts: Vec<_> = draft.junctions.iter().filter(|junction| model.cuts(junction)).collect();
        assert_eq!(cuts.len(), 1);
        assert!(text[cuts[0].at..].starts_with("Please"));
    }
}
