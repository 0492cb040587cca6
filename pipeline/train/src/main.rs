//! Makes the models of Copydesk's stages from public treebanks: now the one of sentence boundaries.
//!
//! `cargo run --release -p train -- ../shared/gold` writes `pipeline/segment/models/boundaries.bin` and its card
//! `boundaries.md`. The same gold gives the same bytes. Answers for: which sets are learnt from, learning, and the
//! card. Leaves to others: the places and features, which are `segment`'s, so that both sides see the same.

mod card;
mod document;
mod learner;
mod scores;
mod sets;

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Parser;
use segment::boundaries::model::{self, Model};

use document::Paragraph;
use sets::Set;

/// Makes the models from public gold; not needed to run Copydesk.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// The folder of gold
    gold: PathBuf,
    /// Where the model and its card go
    #[arg(long, value_name = "FOLDER", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../segment/models"))]
    output: PathBuf,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let learnt = read(&arguments, sets::LEARNT)?;
    let scored = read(&arguments, sets::SCORED)?;
    let bytes = make(learnt.iter().flat_map(|(_, paragraphs)| paragraphs));
    let model = Model::read(&bytes).expect("this crate makes files of the version that it reads");
    let card = card::text(&learnt, &scored, &model);
    write(&arguments, "boundaries.bin", &bytes)?;
    write(&arguments, "boundaries.md", card.as_bytes())
}

/// The model file learnt from `paragraphs`.
fn make<'p>(paragraphs: impl Iterator<Item = &'p Paragraph>) -> Vec<u8> {
    let examples: Vec<_> = paragraphs.flat_map(Paragraph::examples).collect();
    let weights = learner::learn(&examples);
    let (weights, thresholds) = learner::quantised(&weights);
    model::file(&weights, thresholds)
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

fn write(arguments: &Arguments, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let path = arguments.output.join(name);
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
