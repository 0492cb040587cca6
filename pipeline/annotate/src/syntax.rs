//! The trees of an article, as the annotators walk them.
//!
//! Answers for: heads, children, relations and the stretch of words below a word, over the places of all tokens of
//! the article. A word of a sentence that is not read has no head, no child and the relation `dep`. Leaves to
//! others what a construction means.

use std::ops::Range;

use schema::labels::{Relation, Role, Upos};
use schema::{Sentence, Span, Token};

use crate::key::Key;
use crate::words::Words;

/// The place of no token.
const NOWHERE: u32 = u32::MAX;

/// The links between the tokens of an article.
#[derive(Debug)]
pub(crate) struct Syntax {
    nodes: Vec<Node>,
}

/// A token in its tree.
#[derive(Debug, Clone, Copy)]
struct Node {
    head: u32,
    first_child: u32,
    next_sibling: u32,
    /// The first and one past the last place below it, itself included.
    reach: (u32, u32),
    lemma: Key,
}

impl Syntax {
    /// The trees of `tokens`, which are those of an article in order.
    pub(crate) fn of(tokens: &[Token]) -> Self {
        let mut nodes = Vec::with_capacity(tokens.len());
        for sentence in tokens.chunk_by(|one, next| one.sentence == next.sentence) {
            let start = nodes.len();
            nodes.extend(sentence.iter().zip(start..).map(|(token, at)| Node::of(token, at, start)));
            link(&mut nodes, start);
        }
        Self { nodes }
    }
}

impl Node {
    fn of(token: &Token, at: usize, start: usize) -> Self {
        let head = token.head.and_then(|head| head.checked_sub(1));
        let at = place(at);
        Self {
            head: head.map_or(NOWHERE, |head| place(start) + head),
            first_child: NOWHERE,
            next_sibling: NOWHERE,
            reach: (at, at + 1),
            lemma: token.lemma.as_ref().map_or(Key::NONE, |lemma| Key::of(lemma)),
        }
    }
}

/// Links heads to children from `start` on, and widens every word to what stands below it.
fn link(nodes: &mut [Node], start: usize) {
    for at in (start..nodes.len()).rev() {
        let head = nodes[at].head;
        if head != NOWHERE {
            let head = head as usize;
            nodes[at].next_sibling = nodes[head].first_child;
            nodes[head].first_child = place(at);
        }
    }
    for at in start..nodes.len() {
        let mut above = nodes[at].head;
        while above != NOWHERE {
            let node = &mut nodes[above as usize];
            node.reach.0 = node.reach.0.min(place(at));
            node.reach.1 = node.reach.1.max(place(at) + 1);
            above = node.head;
        }
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).expect("a document is far smaller than 4 GiB")
}

/// The words of an article with their trees. Every place is one of the article's tokens, from 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parse<'t> {
    /// All words of the article.
    pub(crate) words: Words<'t>,
    /// The article's sentences.
    pub(crate) sentences: &'t [Sentence],
    syntax: &'t Syntax,
}

impl<'t> Parse<'t> {
    /// The `words` of an article, whose trees are `syntax`.
    pub(crate) fn new(words: Words<'t>, sentences: &'t [Sentence], syntax: &'t Syntax) -> Self {
        Self { words, sentences, syntax }
    }

    /// The number of words.
    pub(crate) fn len(self) -> usize {
        self.words.len()
    }

    /// The head of the word at `at`; `None` for the head of a sentence and where nothing was read.
    pub(crate) fn head(self, at: usize) -> Option<usize> {
        let head = self.syntax.nodes.get(at)?.head;
        (head != NOWHERE).then_some(head as usize)
    }

    /// The relation of the word at `at` to its head.
    pub(crate) fn relation(self, at: usize) -> Relation {
        self.words.tokens.get(at).and_then(|token| token.relation).unwrap_or(Relation::Dep)
    }

    /// The part of speech of the word at `at`; `None` where nothing was read.
    pub(crate) fn upos(self, at: usize) -> Option<Upos> {
        self.words.tokens.get(at)?.upos
    }

    /// The key of the lemma at `at`; none where nothing was read.
    pub(crate) fn lemma(self, at: usize) -> Key {
        self.syntax.nodes.get(at).map_or(Key::NONE, |node| node.lemma)
    }

    /// The words whose head stands at `at`, in order.
    pub(crate) fn children(self, at: usize) -> impl Iterator<Item = usize> + Clone + use<'t> {
        let nodes = self.syntax.nodes.as_slice();
        let known = |place: u32| (place != NOWHERE).then_some(place as usize);
        let first = nodes.get(at).and_then(|node| known(node.first_child));
        std::iter::successors(first, move |&child| known(nodes[child].next_sibling))
    }

    /// The first child of the word at `at` with one of these relations.
    pub(crate) fn child(self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).find(|&child| relations.contains(&self.relation(child)))
    }

    /// From the first to one past the last word below the word at `at`, itself included. Crossing trees may put
    /// words of others inside.
    pub(crate) fn reach(self, at: usize) -> Range<usize> {
        self.syntax.nodes.get(at).map_or(at..at, |node| node.reach.0 as usize..node.reach.1 as usize)
    }

    /// Whether the word at `at` stands below `above`, or is it.
    pub(crate) fn is_below(self, at: usize, above: usize) -> bool {
        self.upwards(at).any(|place| place == above)
    }

    /// Whether an auxiliary or a subject of the word at `at` is that of a passive.
    pub(crate) fn has_passive_mark(self, at: usize) -> bool {
        self.child(at, &[Relation::AuxPass, Relation::NsubjPass, Relation::CsubjPass]).is_some()
    }

    /// The word at `at`, its head, the head of that, up to the head of the sentence.
    pub(crate) fn upwards(self, at: usize) -> impl Iterator<Item = usize> + use<'t> {
        std::iter::successors(Some(at), move |&below| self.head(below))
    }

    /// The words of the sentence that holds the word at `at`.
    pub(crate) fn sentence(self, at: usize) -> Range<usize> {
        let tokens = self.words.tokens;
        let Some(sentence) = tokens.get(at).map(|token| token.sentence) else { return at..at };
        let start = tokens.partition_point(|token| token.sentence < sentence);
        start..start + tokens[start..].partition_point(|token| token.sentence == sentence)
    }

    /// The words of every sentence, in order.
    pub(crate) fn by_sentence(self) -> impl Iterator<Item = Range<usize>> + use<'t> {
        let mut end = 0;
        self.words.tokens.chunk_by(|one, next| one.sentence == next.sentence).map(move |tokens| {
            end += tokens.len();
            end - tokens.len()..end
        })
    }

    /// The words of every sentence that is no code, in its own language.
    pub(crate) fn words_by_sentence(self) -> impl Iterator<Item = Words<'t>> {
        self.by_sentence().filter_map(move |range| {
            let (tokens, keys) = (&self.words.tokens[range.clone()], &self.words.keys[range]);
            let &Sentence { role, language, .. } = self.sentences.get(tokens.first()?.sentence)?;
            (role != Role::Markup).then_some(Words { tokens, keys, language, ..self.words })
        })
    }

    /// The head of the tree over `range`, the words of a sentence.
    pub(crate) fn root(self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|&at| self.relation(at) == Relation::Root)
    }

    /// Where the words of a range that is not empty stand in the text.
    pub(crate) fn span(self, range: Range<usize>) -> Span {
        self.words.span(range)
    }

    /// The tokens that start in `span`.
    pub(crate) fn places(self, span: Span) -> Range<usize> {
        let tokens = self.words.tokens;
        let start = tokens.partition_point(|token| token.span.start() < span.start());
        start..start + tokens[start..].partition_point(|token| token.span.start() < span.end())
    }
}

#[cfg(test)]
mod tests {
    use super::{Parse, Syntax};
    use crate::key::{Key, key};
    use crate::words::Words;
    use schema::labels::Relation;
    use schema::{LanguageTag, Span, Token};

    fn token(text: &str, form: &str, (head, relation): (u32, Relation)) -> Token {
        let start = text.find(form).unwrap();
        let span = Span::new(start, start + form.len());
        let lemma = Some(form.to_lowercase().into());
        Token { head: Some(head), relation: Some(relation), lemma, ..Token::unread(span, 0) }
    }

    #[test]
    fn trees_are_walked_both_ways() {
        let text = "Ada said trams run";
        let tokens = [
            token(text, "Ada", (2, Relation::Nsubj)),
            token(text, "said", (0, Relation::Root)),
            token(text, "trams", (4, Relation::Nsubj)),
            token(text, "run", (2, Relation::Ccomp)),
        ];
        let keys: Vec<Key> = tokens.iter().map(|token| Key::of(token.span.of(text))).collect();
        let words = Words { text, tokens: &tokens, keys: &keys, language: LanguageTag::UNDETERMINED };
        let syntax = Syntax::of(&tokens);
        let parse = Parse::new(words, &[], &syntax);
        assert_eq!(parse.children(1).collect::<Vec<_>>(), [0, 3]);
        assert_eq!((parse.head(3), parse.head(1)), (Some(1), None));
        assert_eq!((parse.reach(3), parse.reach(1)), (2..4, 0..4));
        assert_eq!(parse.child(1, &[Relation::Ccomp]), Some(3));
        assert!(parse.is_below(2, 1) && !parse.is_below(0, 3));
        assert_eq!(parse.root(parse.sentence(2)), Some(1));
        assert_eq!(parse.places(Span::new(9, 18)), 2..4);
        assert!(parse.by_sentence().eq([0..4, 4..4].into_iter().take(1)));
        assert!(parse.lemma(3).is(key!("run")));
    }
}
