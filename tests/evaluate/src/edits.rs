//! Sentences edited as desks edit them: a few words changed, a clause dropped, clauses in another order,
//! other marks.
//!
//! Answers for: the kinds of edit, made with a generator so that the same seed gives the same edits
//! everywhere. Which sentences are edited, and what is to be found of it, is the measures' business.

use crate::bootstrap::SplitMix64;

/// The fewest words of a clause that is dropped or moved.
const CLAUSE: usize = 3;

/// The fewest words that an edited sentence keeps.
pub(crate) const WORDS: usize = 8;

/// The fewest letters of a word that is changed or taken for another.
const LETTERS: usize = 2;

/// What is done to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Edit {
    /// So many words are changed into words of other sentences.
    Words(usize),
    /// A clause between commas, of at most half of the words, is dropped.
    Dropped,
    /// The last clause stands first.
    Reordered,
    /// Quotation marks, dashes, spaces and letter case are other ones; the words are the same.
    Marks,
}

impl Edit {
    /// Every kind.
    pub(crate) const ALL: [Self; 6] =
        [Self::Words(1), Self::Words(2), Self::Words(3), Self::Dropped, Self::Reordered, Self::Marks];

    /// Its name in the report.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Words(1) => "1 word changed",
            Self::Words(2) => "2 words changed",
            Self::Words(_) => "3 words changed",
            Self::Dropped => "a clause dropped",
            Self::Reordered => "clauses reordered",
            Self::Marks => "marks, case, spaces",
        }
    }

    /// `sentence` so edited; `None` where it cannot be. Other words are taken from `others`, which is not
    /// empty.
    pub(crate) fn of(self, sentence: &str, others: &[&str], draw: &mut SplitMix64) -> Option<String> {
        let edited = match self {
            Self::Words(count) => changed(sentence, others, count, draw),
            Self::Dropped => dropped(sentence, draw),
            Self::Reordered => reordered(sentence),
            Self::Marks => Some(marked(sentence, draw)),
        }?;
        (edited != sentence && edited.split_whitespace().count() >= WORDS).then_some(edited)
    }
}

/// `sentence` with `count` words changed into words of `others`; marks around the words stay.
fn changed(sentence: &str, others: &[&str], count: usize, draw: &mut SplitMix64) -> Option<String> {
    let mut words: Vec<String> = sentence.split_whitespace().map(str::to_owned).collect();
    let mut places: Vec<usize> = (0..words.len()).filter(|&at| is_word(core(&words[at]))).collect();
    if places.len() < count {
        return None;
    }
    for _ in 0..count {
        let at = places.swap_remove(draw.below(places.len()));
        let old = core(&words[at]).to_owned();
        let new = other_word(&old, others, draw)?;
        words[at] = words[at].replacen(&old, &new, 1);
    }
    Some(words.join(" "))
}

/// A word of `others` that is not `word`; `None` where none comes up.
fn other_word(word: &str, others: &[&str], draw: &mut SplitMix64) -> Option<String> {
    const TRIES: usize = 100;
    (0..TRIES).find_map(|_| {
        let words: Vec<&str> = others[draw.below(others.len())].split_whitespace().map(core).collect();
        let drawn = words.get(draw.below(words.len().max(1)))?;
        (is_word(drawn) && !drawn.eq_ignore_ascii_case(word)).then(|| (*drawn).to_owned())
    })
}

/// `word` without the marks around it.
fn core(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_word(core: &str) -> bool {
    core.chars().count() >= LETTERS && core.chars().all(char::is_alphabetic)
}

/// `sentence` without one of its clauses.
fn dropped(sentence: &str, draw: &mut SplitMix64) -> Option<String> {
    let (clauses, end) = clauses(sentence)?;
    let all: usize = clauses.iter().map(|clause| length(clause)).sum();
    let short: Vec<usize> = (0..clauses.len()).filter(|&at| 2 * length(clauses[at]) <= all).collect();
    if short.is_empty() {
        return None;
    }
    let gone = short[draw.below(short.len())];
    let kept = clauses.iter().enumerate().filter(|&(at, _)| at != gone).map(|(_, clause)| *clause);
    Some(capitalised(&kept.collect::<Vec<_>>().join(", ")) + end)
}

/// `sentence` with its last clause at the front.
fn reordered(sentence: &str) -> Option<String> {
    let (mut clauses, end) = clauses(sentence)?;
    let last = clauses.pop()?;
    clauses.insert(0, last);
    Some(capitalised(&clauses.join(", ")) + end)
}

/// The clauses of `sentence`, parted by commas, and its full stop; `None` where it has one alone, holds
/// quotation marks or brackets, or where one is too short: a list or an apposition.
fn clauses(sentence: &str) -> Option<(Vec<&str>, &str)> {
    let body = sentence.trim_end_matches(['.', '!', '?']);
    let clauses: Vec<&str> = body.split(", ").collect();
    let is_plain = !sentence.contains(['"', '“', '”', '‘', '(', '[']);
    let is_whole = clauses.len() > 1 && clauses.iter().all(|clause| length(clause) >= CLAUSE);
    (is_plain && is_whole).then(|| (clauses, &sentence[body.len()..]))
}

fn length(clause: &str) -> usize {
    clause.split_whitespace().count()
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `sentence` with the other forms of its marks, its first words in capitals and wider spaces, each as it is
/// drawn; at least one of them.
fn marked(sentence: &str, draw: &mut SplitMix64) -> String {
    let mut text = sentence.to_owned();
    if draw.below(2) == 0 {
        text = text.chars().map(other_form).collect();
    }
    if draw.below(2) == 0 {
        text = text.replacen(' ', "\u{a0}", 2).replace(", ", ",  ");
    }
    if text == sentence || draw.below(2) == 0 {
        let end = text.match_indices(' ').nth(1).map_or(text.len(), |(at, _)| at);
        text = text[..end].to_uppercase() + &text[end..];
    }
    text
}

/// The curly or straight form of a quotation mark, the other length of a dash.
const fn other_form(c: char) -> char {
    match c {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '\'' => '’',
        '–' => '—',
        '—' => '–',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, clauses};
    use crate::bootstrap::SplitMix64;

    const SENTENCE: &str = "The old mill in Orby burned down, the mayor of the town said on Monday.";

    fn edited(edit: Edit, sentence: &str) -> Option<String> {
        edit.of(sentence, &["Trams run late."], &mut SplitMix64(7))
    }

    #[test]
    fn so_many_words_differ() {
        for count in 1..=3 {
            let edited = edited(Edit::Words(count), SENTENCE).unwrap();
            let pairs = SENTENCE.split(' ').zip(edited.split(' '));
            assert_eq!(pairs.filter(|(one, other)| one != other).count(), count, "{edited}");
        }
        assert_eq!(edited(Edit::Words(3), "1 2 3 4 5 6 7 mills."), None);
    }

    #[test]
    fn clauses_go_or_move() {
        let moved = "The mayor of the town said on Monday, The old mill in Orby burned down.";
        assert_eq!(edited(Edit::Reordered, SENTENCE).as_deref(), Some(moved));
        let long = "On Monday in the night, the old mill in Orby burned down to the ground.";
        assert_eq!(
            edited(Edit::Dropped, long).as_deref(),
            Some("The old mill in Orby burned down to the ground.")
        );
        assert_eq!(edited(Edit::Dropped, "The mill, the tower and the bridge burned down."), None);
    }

    #[test]
    fn lists_and_quotations_have_no_clauses() {
        assert_eq!(clauses("The mill, Orby, burned down that night."), None);
        assert_eq!(clauses("“The mill in Orby burned down, all of it,” the mayor said."), None);
    }

    #[test]
    fn marks_leave_the_words() {
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let edited = edited(Edit::Marks, SENTENCE).unwrap();
        assert_ne!(edited, SENTENCE);
        assert_eq!(folded(&edited), folded(SENTENCE));
    }

    #[test]
    fn the_same_seed_gives_the_same_edit() {
        let twice = [0, 0].map(|_| edited(Edit::Words(2), SENTENCE));
        assert_eq!(twice[0], twice[1]);
    }
}
