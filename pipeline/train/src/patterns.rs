//! Sentences made from patterns, for what the sets of names hold too few of.
//!
//! Answers for: reading `data/patterns.txt` and filling its gaps from the lists of `annotate`, always alike. Leaves to
//! others: how much they count among the examples (`main`).

use annotate::language::gazetteer::Fillers;
use annotate::language::names::OUTSIDE;
use anyhow::Context as _;
use schema::labels::EntityType;

use crate::entities::mark;
use crate::network::example::Gold;
use crate::network::random::Random;
use crate::treebank::Document;

/// The patterns.
const FILE: &str = include_str!("../data/patterns.txt");

/// How often each pattern is filled.
const TIMES: usize = 40;

/// The seed of what is drawn.
const SEED: u64 = 7;

/// The sentences of all patterns.
///
/// # Errors
///
/// When a pattern is malformed.
pub(crate) fn sentences() -> anyhow::Result<Document> {
    let fillers = Fillers::new();
    let mut random = Random::new(SEED);
    let mut sentences = Vec::new();
    for line in FILE.lines().filter(|line| !line.starts_with('#')) {
        let times = if line.contains('{') { TIMES } else { TIMES / 8 };
        for _ in 0..times {
            let gold = filled(line, &fillers, &mut random).with_context(|| format!("pattern `{line}`"))?;
            sentences.push(gold);
        }
    }
    Ok(Document { name: "patterns".to_owned(), sentences })
}

/// The sentence of a pattern.
fn filled(line: &str, fillers: &Fillers, random: &mut Random) -> anyhow::Result<Gold> {
    let mut gold = Gold::default();
    let mut names = Vec::new();
    let mut open = None;
    for piece in line.split(' ') {
        if let Some(kind) = piece.strip_prefix('[').filter(|kind| !kind.is_empty()) {
            let kind = EntityType::from_word(kind).context("the type is unknown")?;
            open = Some((gold.words.len(), kind));
        } else if piece == "]" {
            let (first, kind) = open.take().context("a name ends that did not begin")?;
            names.push((first, gold.words.len() - 1, kind));
        } else {
            fill(piece, fillers, (random, &mut gold.words)).context("the gap is unknown")?;
        }
    }
    let mut allowed = vec![1 << OUTSIDE; gold.words.len()];
    for name in names {
        mark(&mut allowed, name);
    }
    gold.names = Some(allowed);
    Ok(gold)
}

/// Adds the words of a piece, what fills its gap if it has one.
fn fill(piece: &str, fillers: &Fillers, (random, words): (&mut Random, &mut Vec<String>)) -> Option<()> {
    let Some((before, rest)) = piece.split_once('{') else {
        words.push(piece.to_owned());
        return Some(());
    };
    let (gap, after) = rest.split_once('}')?;
    if gap == "number" {
        let number = (random.fraction() * random.fraction() * 130.0).floor();
        words.push(format!("{before}{number}{after}"));
    } else {
        let all = fillers.of(gap)?;
        let phrase = random.one(all)?;
        words.extend(phrase.split(' ').map(str::to_owned));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use annotate::language::gazetteer::Fillers;
    use schema::labels::EntityType::{Organisation, Person};

    use super::{filled, sentences};
    use crate::entities::scored;
    use crate::network::random::Random;

    #[test]
    fn gaps_are_filled_and_names_marked() {
        let gold = filled(
            "[ORG FC Velmora ] : [PER {given} Brandt ] {number}",
            &Fillers::new(),
            &mut Random::new(1),
        );
        let gold = gold.unwrap();
        assert_eq!(gold.words[..3], ["FC", "Velmora", ":"]);
        assert!(gold.words[3].starts_with(char::is_uppercase) && gold.words[5].parse::<u32>().is_ok());
        assert_eq!(scored(&gold), [(0, 1, Organisation), (3, 4, Person)]);
    }

    #[test]
    fn malformed_patterns_are_refused() {
        let refused = |line| filled(line, &Fillers::new(), &mut Random::new(1)).is_err();
        assert!(refused("[TEAM Velmora ]") && refused("Velmora ]") && refused("{unknown}"));
    }

    #[test]
    fn every_pattern_can_be_filled() {
        let document = sentences().unwrap();
        assert!(document.sentences.len() > 1000);
        assert!(
            document.sentences.iter().all(|gold| gold.words.iter().all(|word| !word.contains(['{', '}'])))
        );
    }
}
