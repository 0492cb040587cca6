//! The trees over the tokens of a document, as the third stage gives them.
//!
//! Answers for: heads, depths, and the head word of a set of tokens. Relations are what the tree says, right or
//! wrong.

use schema::Token;
use schema::labels::{Relation, Upos};

use crate::token_set::TokenSet;

/// The trees of a document's sentences.
#[derive(Debug)]
pub(crate) struct Dependencies<'t> {
    tokens: &'t [Token],
    /// The place of the first token of each token's sentence.
    starts: Vec<usize>,
}

impl<'t> Dependencies<'t> {
    /// The trees of `tokens`, which are those of a document in order.
    pub(crate) fn of(tokens: &'t [Token]) -> Self {
        let mut starts = Vec::with_capacity(tokens.len());
        for sentence in tokens.chunk_by(|one, next| one.sentence == next.sentence) {
            starts.extend(std::iter::repeat_n(starts.len(), sentence.len()));
        }
        Self { tokens, starts }
    }

    /// The place of the head of the token at `at`; `None` for the head of a sentence and where no tree is.
    pub(crate) fn head(&self, at: usize) -> Option<usize> {
        let head = self.tokens.get(at)?.head?.checked_sub(1)?;
        Some(self.starts[at] + head as usize)
    }

    /// The token at `at`, its head, the head of that, up to the head of the sentence.
    pub(crate) fn upwards(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(at), |&below| self.head(below))
    }

    /// The relation of the token at `at` to its head.
    pub(crate) fn relation(&self, at: usize) -> Option<Relation> {
        self.tokens.get(at)?.relation
    }

    /// How many tokens stand above the one at `at`.
    pub(crate) fn depth(&self, at: usize) -> usize {
        self.upwards(at).skip(1).count()
    }

    /// The head word of `set`: the highest in the tree of its words of content, verbs before others where they
    /// stand equally high, else the highest of its auxiliaries and other small words; `None` of none.
    pub(crate) fn head_word(&self, set: &TokenSet) -> Option<usize> {
        let rank = |&&at: &&usize| {
            let upos = self.tokens[at].upos;
            (is_small(upos), self.depth(at), upos != Some(Upos::Verb), at)
        };
        set.places().iter().min_by_key(rank).copied()
    }
}

/// Whether a word of this kind is seldom what a phrase is about.
fn is_small(upos: Option<Upos>) -> bool {
    !matches!(upos, Some(Upos::Verb | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adv))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Dependencies;
    use crate::token_set::TokenSet;
    use schema::labels::{Relation, Upos};
    use schema::{Span, Token};

    /// The tokens of lines of `form UPOS head relation lemma`, a blank line between sentences, and their text.
    pub(crate) fn parsed(lines: &str) -> (String, Vec<Token>) {
        let (mut text, mut tokens) = (String::new(), Vec::new());
        let mut sentence = 0;
        for line in lines.lines().map(str::trim) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let [form, upos, head, relation, lemma] = fields[..] else {
                sentence += 1;
                continue;
            };
            let span = Span::new(text.len(), text.len() + form.len());
            text = text + form + " ";
            tokens.push(Token {
                upos: Upos::from_word(upos),
                head: head.parse().ok(),
                relation: Relation::from_word(relation),
                lemma: Some(lemma.into()),
                ..Token::unread(span, sentence)
            });
        }
        (text, tokens)
    }

    #[test]
    fn the_head_word_is_the_highest_verb_or_noun() {
        let (text, tokens) = parsed(
            "Ada PROPN 3 nsubj Ada
             has AUX 3 aux have
             warned VERB 0 root warn
             of ADP 5 case of
             floods NOUN 3 obl flood

             Her PRON 3 nmod:poss her
             public ADJ 3 amod public
             warning NOUN 5 nsubj warning
             was AUX 5 aux:pass be
             heard VERB 0 root hear",
        );
        let trees = Dependencies::of(&tokens);
        let head = |part: &str| {
            let start = text.find(part).unwrap();
            let set = TokenSet::of(&text, &tokens, &[Span::new(start, start + part.len())]);
            trees.head_word(&set).map(|at| tokens[at].span.of(&text))
        };
        assert_eq!(head("has warned of"), Some("warned"));
        assert_eq!(head("public warning was"), Some("warning"));
        assert_eq!((head("was"), trees.head(8)), (Some("was"), Some(9)));
        assert_eq!((trees.head(9), trees.depth(5)), (None, 2));
        assert_eq!(trees.head_word(&TokenSet::default()), None);
    }
}
