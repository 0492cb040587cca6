//! The best tree over the words of a sentence.
//!
//! Answers for: the tree with the highest sum of arc scores that has exactly one root (Chu-Liu-Edmonds; where the
//! best tree has several roots, arcs from the root are made dearer than all others, which leaves one). Leaves to
//! others: the scores.

/// What an arc from the root costs when the best tree has too many: more than all differences of scores.
const DEAR: f32 = 1e4;

/// The scores of arcs in a sentence of `words` words: row by dependent, the root first among the heads.
#[derive(Debug, Clone, PartialEq)]
pub struct Arcs {
    /// The words.
    pub words: usize,
    /// `words` rows of `words + 1` scores; that of a word with itself is not read.
    pub scores: Vec<f32>,
}

impl Arcs {
    /// The head of each word, one-based, 0 for the root.
    pub fn tree(&self) -> Vec<u32> {
        let greedy = self.greedy();
        let roots = greedy.iter().filter(|head| **head == 0).count();
        if roots == 1 && cycle(&greedy).is_none() {
            return numbers(&greedy);
        }
        let mut dear = self.clone();
        for row in dear.scores.chunks_exact_mut(self.words + 1) {
            row[0] -= DEAR;
        }
        numbers(&dear.spanning())
    }

    fn score(&self, dependent: usize, head: usize) -> f32 {
        self.scores[(dependent - 1) * (self.words + 1) + head]
    }

    /// The best head of each word, trees or not.
    fn greedy(&self) -> Vec<usize> {
        let best = |dependent: usize| {
            let mut best = 0;
            for head in 1..=self.words {
                if head != dependent && self.score(dependent, head) > self.score(dependent, best) {
                    best = head;
                }
            }
            best
        };
        (1..=self.words).map(best).collect()
    }

    /// The best tree, its roots not counted: a cycle becomes one word, until there is none.
    fn spanning(&self) -> Vec<usize> {
        let greedy = self.greedy();
        let Some(cycle) = cycle(&greedy) else { return greedy };
        let inside = |word: usize| cycle.contains(&word);
        let outside: Vec<usize> = (1..=self.words).filter(|word| !inside(*word)).collect();
        let joint = outside.len() + 1;
        let mut smaller = Self { words: joint, scores: vec![0.0; joint * (joint + 1)] };
        let mut entries = vec![cycle[0]; joint + 1];
        let mut exits = vec![cycle[0]; joint];
        for (row, &dependent) in outside.iter().enumerate() {
            let line = &mut smaller.scores[row * (joint + 1)..][..=joint];
            line[0] = self.score(dependent, 0);
            for (column, &head) in outside.iter().enumerate() {
                line[column + 1] = self.score(dependent, head);
            }
            let exit = pick(&cycle, |head| self.score(dependent, head));
            line[joint] = self.score(dependent, exit);
            exits[row] = exit;
        }
        for column in 0..joint {
            let head = if column == 0 { 0 } else { outside[column - 1] };
            let gain = |word: usize| self.score(word, head) - self.score(word, greedy[word - 1]);
            let entry = pick(&cycle, gain);
            entries[column] = entry;
            smaller.scores[(joint - 1) * (joint + 1) + column] = gain(entry);
        }
        self.unfold(&smaller.spanning(), (&outside, &greedy), (&entries, &exits))
    }

    /// The tree over the words of which `tree` is one with the cycle as its last word.
    fn unfold(
        &self,
        tree: &[usize],
        (outside, greedy): (&[usize], &[usize]),
        (entries, exits): (&[usize], &[usize]),
    ) -> Vec<usize> {
        let joint = tree.len();
        let mut heads = greedy.to_vec();
        for (row, &dependent) in outside.iter().enumerate() {
            heads[dependent - 1] = match tree[row] {
                0 => 0,
                head if head == joint => exits[row],
                head => outside[head - 1],
            };
        }
        let column = tree[joint - 1];
        heads[entries[column] - 1] = if column == 0 { 0 } else { outside[column - 1] };
        debug_assert_eq!(heads.len(), self.words);
        heads
    }
}

/// The word with the highest `value`, of equal ones the first.
fn pick(words: &[usize], value: impl Fn(usize) -> f32) -> usize {
    let better = |best: usize, word: &usize| if value(*word) > value(best) { *word } else { best };
    words.iter().fold(words[0], better)
}

/// The words of a cycle, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut seen = vec![0; heads.len() + 1];
    for start in 1..=heads.len() {
        let mut word = start;
        while word != 0 && seen[word] == 0 {
            seen[word] = start;
            word = heads[word - 1];
        }
        if word != 0 && seen[word] == start {
            let mut cycle = vec![word];
            let mut next = heads[word - 1];
            while next != word {
                cycle.push(next);
                next = heads[next - 1];
            }
            cycle.sort_unstable();
            return Some(cycle);
        }
    }
    None
}

fn numbers(heads: &[usize]) -> Vec<u32> {
    heads.iter().map(|head| u32::try_from(*head).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::Arcs;

    /// A fixed sequence of scores.
    fn arcs(words: usize, seed: usize) -> Arcs {
        let score = |nth: usize| ((nth * 7919 + seed * 104_729) % 1009) as f32 / 100.0;
        Arcs { words, scores: (0..words * (words + 1)).map(score).collect() }
    }

    fn sum(arcs: &Arcs, heads: &[u32]) -> f32 {
        heads.iter().enumerate().map(|(nth, head)| arcs.scores[nth * (arcs.words + 1) + *head as usize]).sum()
    }

    fn is_tree(heads: &[u32]) -> bool {
        let reaches_root = |start: usize| {
            let mut word = start;
            (0..=heads.len()).any(|_| {
                word = if word == 0 { 0 } else { heads[word - 1] as usize };
                word == 0
            })
        };
        heads.iter().filter(|head| **head == 0).count() == 1 && (1..=heads.len()).all(reaches_root)
    }

    /// The best of all trees, by trying all.
    fn tried(arcs: &Arcs) -> f32 {
        let mut best = f32::NEG_INFINITY;
        let choices = arcs.words + 1;
        for code in 0..choices.pow(u32::try_from(arcs.words).unwrap()) {
            let head = |nth: usize| {
                u32::try_from(code / choices.pow(u32::try_from(nth).unwrap()) % choices).unwrap()
            };
            let heads: Vec<u32> = (0..arcs.words).map(head).collect();
            if is_tree(&heads) {
                best = best.max(sum(arcs, &heads));
            }
        }
        best
    }

    #[test]
    fn the_tree_found_is_the_best_of_all() {
        for words in 1..=5 {
            for seed in 0..60 {
                let arcs = arcs(words, seed);
                let heads = arcs.tree();
                assert!(is_tree(&heads), "{heads:?}");
                assert!((sum(&arcs, &heads) - tried(&arcs)).abs() < 0.02, "{words} words, seed {seed}");
            }
        }
    }

    #[test]
    fn no_words_give_no_heads() {
        assert!(arcs(0, 1).tree().is_empty());
    }
}
