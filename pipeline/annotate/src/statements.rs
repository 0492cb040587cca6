//! Who asserts each sentence, and how surely.
//!
//! # What it marks
//!
//! One statement a sentence: whether its main predicate is the author's or a source's, through which attribution,
//! how certain it is by the author, what hedges it, and whether the sentence is a question.
//!
//! # How it decides
//!
//! The main predicate is the head of the tree; where that is the cue of an attribution whose content is a clause
//! ("Police said that", "X, police said"), or a word of evidence that takes a clause ("seems", "is likely to",
//! "it is unclear whether"), it is the predicate below. Verbs of wanting, promising, judging and feeling stay
//! main predicates over an infinitive: that she refused to resign is the author's word. The statement belongs to the
//! outermost attribution whose content holds the main predicate. It is `quoted` where no clause of the author's
//! stands beside the quotation, `attributed` in the author's words, `mixed` where another clause is the author's, or
//! where a good part of an author's sentence is a source's.
//!
//! By the author a source's word is `Uu`, unless the cue takes its side ("acknowledged that"). The author's own is
//! CT+, turned and weakened by negation and evidence; questions, orders, duties, conditions and sentences
//! without a predicate are `Uu`. What is to come is CT+ where it is told as certain, as in FactBank: the value says
//! how far the author goes, not that it has happened. A headline in the present is as certain as any sentence.
//!
//! # Example
//!
//! ```text
//! The bridge may have been damaged, police said.   attributed, Uu, hedge epistemic
//! Nobody was hurt.                                 author, CT-
//! Ada Brandt is likely to resign.                  author, PR+, hedge epistemic
//! ```
//!
//! # Known misses
//!
//! - A second main clause with its own hedge or negation: the first decides.
//! - Free indirect speech, whose source stands in a sentence before.
//!
//! # Sources
//!
//! FactBank (Saurí and Pustejovsky 2009) for the values.

use std::ops::Range;

use schema::labels::{Assertion, CueClass, CueStance, EvidenceClass, Factuality, QuoteType, Relation, Upos};
use schema::{Attribution, Span, Statement};

use crate::evidence::Bearing;
use crate::evidence::extent::{SUBJECTS, is_infinitive};
use crate::factuality::predicate::{DEPTH, Predicates, both, is_predicate};
use crate::key::keys;
use crate::syntax::Parse;

/// The share of an author's sentence, in words, from which a source's part makes it mixed.
const SHARE: f64 = 0.3;

/// The fewest words of an author's clause beside a content that make a sentence mixed.
const CLAUSE: usize = 4;

/// The statement of every sentence of the article.
pub(crate) fn make(parse: Parse<'_>, bearings: &[Bearing], attributions: &[Attribution]) -> Vec<Statement> {
    let predicates = Predicates { parse, bearings };
    let mut statements = vec![Statement::UNREAD; parse.sentences.len()];
    let mut contents = contents(parse, attributions);
    contents.sort_unstable();
    for words in parse.by_sentence() {
        let sentence = parse.words.tokens[words.start].sentence;
        let start = contents.partition_point(|(held, _)| *held < sentence);
        let end = start + contents[start..].partition_point(|(held, _)| *held == sentence);
        let held: Vec<usize> = contents[start..end].iter().map(|(_, attribution)| *attribution).collect();
        if let Some(statement) = statements.get_mut(sentence) {
            *statement = Sentence { predicates, attributions, held: &held, words }.statement();
        }
    }
    statements
}

/// Which sentences the contents of which attributions stand in, each pair once.
fn contents(parse: Parse<'_>, attributions: &[Attribution]) -> Vec<(usize, usize)> {
    let mut found = Vec::with_capacity(attributions.len());
    for (nth, attribution) in attributions.iter().enumerate() {
        let first_of_attribution = found.len();
        for content in &attribution.contents {
            for place in parse.places(*content) {
                let pair = (parse.words.tokens[place].sentence, nth);
                if found[first_of_attribution..].last() != Some(&pair) {
                    found.push(pair);
                }
            }
        }
    }
    found
}

/// A sentence with the attributions whose contents stand in it.
struct Sentence<'t> {
    predicates: Predicates<'t>,
    attributions: &'t [Attribution],
    held: &'t [usize],
    words: Range<usize>,
}

/// The main predicate of a sentence with the words that lead to it from the head of the tree.
struct Main {
    at: usize,
    path: Vec<usize>,
}

impl Sentence<'_> {
    fn statement(&self) -> Statement {
        let parse = self.predicates.parse;
        let is_question = self.is_question();
        let Some(root) = parse.root(self.words.clone()) else { return self.unread(is_question) };
        let main = self.main(root);
        let attribution = self.outermost(main.at);
        let main = self.with_cue(main, attribution);
        let assertion = attribution.map_or_else(|| self.of_author(), |nth| self.of_source(nth));
        let factuality = match attribution {
            Some(nth) => self.endorsed(nth),
            None if is_question => Factuality::Unknown,
            None => self.own(&main),
        };
        Statement { assertion, attribution, factuality, hedge: self.hedge(&main), is_question }
    }

    /// The statement of a sentence without a tree.
    fn unread(&self, is_question: bool) -> Statement {
        let attribution = self.held.first().copied();
        let assertion = attribution.map_or(Assertion::Author, |nth| self.of_source(nth));
        Statement { assertion, attribution, is_question, ..Statement::UNREAD }
    }

    /// Whether the sentence ends with a question mark that is not a quotation's alone.
    fn is_question(&self) -> bool {
        let parse = self.predicates.parse;
        let is_closing = |form: &str| form.chars().all(|mark| "\"'’”»)]".contains(mark));
        let last = self.words.clone().rev().find(|&place| !is_closing(parse.words.form(place)));
        let Some(last) = last.filter(|&last| parse.words.form(last).contains('?')) else { return false };
        let is_quoted = |nth: &usize| {
            let attribution = &self.attributions[*nth];
            attribution.quote_type != QuoteType::Indirect && holds(attribution, parse.words.tokens[last].span)
        };
        self.held.iter().copied().find(|nth| is_quoted(nth)).is_none_or(|nth| self.is_within(nth))
    }

    /// Whether all words of the sentence stand in the content of an attribution.
    fn is_within(&self, nth: usize) -> bool {
        let tokens = self.predicates.parse.words.tokens;
        let mut words = self.words.clone().filter(|&place| tokens[place].upos != Some(Upos::Punct));
        words.all(|place| holds(&self.attributions[nth], tokens[place].span))
    }

    /// The main predicate, from the head of the tree down through cues and evidence.
    fn main(&self, root: usize) -> Main {
        let mut main = Main { at: root, path: vec![root] };
        for _ in 0..DEPTH {
            let Some(below) = self.below(main.at).filter(|below| !main.path.contains(below)) else { break };
            main.at = below;
            main.path.push(below);
        }
        main
    }

    /// The main predicate with the cue of its attribution among the words that lead to it: "X, a witness reportedly
    /// said".
    fn with_cue(&self, mut main: Main, attribution: Option<usize>) -> Main {
        let cue = attribution.and_then(|nth| self.attributions[nth].cue.as_ref());
        let place = cue.and_then(|cue| self.predicates.head_of(cue.span));
        main.path.extend(place.filter(|place| self.words.contains(place) && !main.path.contains(place)));
        main
    }

    /// The predicate that the word at `at` is but the cue or the evidence of.
    fn below(&self, at: usize) -> Option<usize> {
        let parse = self.predicates.parse;
        let by_cue = self.held.iter().find_map(|&nth| {
            let attribution = &self.attributions[nth];
            let cue = attribution.cue.as_ref()?;
            let place = self.predicates.head_of(cue.span)?;
            let is_cue = place == at || parse.head(place) == Some(at) && is_quoting(parse, at);
            let head = is_cue.then(|| self.predicates.in_sentence(&attribution.contents, &self.words))??;
            self.is_said(attribution.quote_type, cue.class, head).then_some(head)
        });
        by_cue.or_else(|| self.predicates.below(at)).or_else(|| self.below_existential(at))
    }

    /// The noun that "there is" at `at` only brings in, where a clause hangs on it: "there are reports that".
    fn below_existential(&self, at: usize) -> Option<usize> {
        let parse = self.predicates.parse;
        parse.child(at, &[Relation::Expl])?;
        let noun = parse.child(at, &[Relation::Nsubj])?;
        self.below(noun).map(|_| noun)
    }

    /// Whether a content with this head is what the sentence says, rather than what its cue is about.
    fn is_said(&self, quote_type: QuoteType, class: CueClass, head: usize) -> bool {
        let parse = self.predicates.parse;
        let is_act = matches!(class, CueClass::Want | CueClass::Commit | CueClass::Judge | CueClass::Feel);
        let is_finite = || !is_infinitive(parse, head) && parse.child(head, &SUBJECTS).is_some();
        quote_type == QuoteType::Direct || self.predicates.is_clause(head) && (!is_act || is_finite())
    }

    /// The outermost attribution whose content holds the word at `at`.
    fn outermost(&self, at: usize) -> Option<usize> {
        let span = self.predicates.parse.words.tokens[at].span;
        let holding = self.held.iter().copied().filter(|&nth| holds(&self.attributions[nth], span));
        holding.min_by_key(|&nth| self.level(nth))
    }

    /// How many attributions an attribution stands in.
    fn level(&self, nth: usize) -> usize {
        let parents = std::iter::successors(Some(nth), |&nth| self.attributions[nth].parent);
        parents.take(self.attributions.len()).count()
    }

    /// Who asserts a sentence whose main predicate is the author's.
    fn of_author(&self) -> Assertion {
        let tokens = self.predicates.parse.words.tokens;
        let is_word = |place: &usize| tokens[*place].upos != Some(Upos::Punct);
        let is_told = |nth: &&usize| {
            let head = self.predicates.in_sentence(&self.attributions[**nth].contents, &self.words);
            let class = self.attributions[**nth].cue.as_ref().map_or(CueClass::Say, |cue| cue.class);
            head.is_some_and(|head| self.is_said(self.attributions[**nth].quote_type, class, head))
        };
        let told: Vec<usize> = self.held.iter().filter(is_told).copied().collect();
        let all = self.words.clone().filter(is_word).count();
        let is_sourced =
            |place: &usize| told.iter().any(|&nth| holds(&self.attributions[nth], tokens[*place].span));
        let sourced = self.words.clone().filter(is_word).filter(is_sourced).count();
        let is_mixed = sourced as f64 >= SHARE * all as f64 && sourced > 0;
        if is_mixed { Assertion::Mixed } else { Assertion::Author }
    }

    /// Who asserts a sentence whose main predicate stands in a content.
    fn of_source(&self, nth: usize) -> Assertion {
        let quote_type = self.attributions[nth].quote_type;
        match quote_type {
            _ if self.has_clause_of_author(nth) => Assertion::Mixed,
            QuoteType::Direct => Assertion::Quoted,
            QuoteType::Indirect => Assertion::Attributed,
            QuoteType::Mixed => Assertion::Mixed,
        }
    }

    /// Whether a clause of the author's stands beside the content and its frame.
    fn has_clause_of_author(&self, nth: usize) -> bool {
        let parse = self.predicates.parse;
        let attribution = &self.attributions[nth];
        let cue = attribution.cue.as_ref().and_then(|cue| self.predicates.head_of(cue.span));
        let is_outside = |place: usize| !holds(attribution, parse.words.tokens[place].span);
        self.words.clone().any(|place| {
            let is_clause =
                matches!(parse.relation(place), Relation::Conj | Relation::Parataxis | Relation::Advcl)
                    && parse.child(place, &SUBJECTS).is_some();
            is_clause
                && Some(place) != cue
                && is_outside(place)
                && !parse.reach(place).any(|word| Some(word) == cue)
                && !self.is_cue(place)
                && parse.reach(place).filter(|&word| is_outside(word)).count() > CLAUSE
        })
    }

    /// Whether the word at `at` is the cue of an attribution in the sentence.
    fn is_cue(&self, at: usize) -> bool {
        let span = self.predicates.parse.words.tokens[at].span;
        let mut cues = self.held.iter().filter_map(|&nth| self.attributions[nth].cue.as_ref());
        cues.any(|cue| cue.span.contains(span))
    }

    /// The value by the author of what a source says.
    fn endorsed(&self, nth: usize) -> Factuality {
        let attribution = &self.attributions[nth];
        let is_endorsed = attribution.cue.as_ref().is_some_and(|cue| cue.stance == CueStance::Endorsing);
        if is_endorsed { attribution.factuality } else { Factuality::Unknown }
    }

    /// The value of the author's own statement.
    fn own(&self, main: &Main) -> Factuality {
        let parse = self.predicates.parse;
        if main.path.len() == 1 && !is_predicate(parse, main.at) {
            return Factuality::Unknown;
        }
        // What bears on a word of evidence along the way counts through that word's own value.
        let above = main.path.iter().rev().skip(1).filter(|&&at| !self.is_evidence_of(at, main));
        above.fold(self.predicates.value(main.at, |_| true), |value, &at| {
            both(value, self.predicates.value(at, |_| true))
        })
    }

    /// Whether the word at `at` is evidence on the main predicate.
    fn is_evidence_of(&self, at: usize, main: &Main) -> bool {
        self.predicates
            .around(at)
            .iter()
            .any(|bearing| bearing.at == at && main.path.contains(&bearing.target))
    }

    /// What makes the main predicate uncertain, the strongest first.
    fn hedge(&self, main: &Main) -> Option<EvidenceClass> {
        let bearing = main.path.iter().flat_map(|&at| self.predicates.on(at));
        bearing.map(|bearing| bearing.evidence.class).filter_map(strength).max().map(|(_, class)| class)
    }
}

/// Whether the verb at `at` only leads to the cue below it: "was quoted as saying".
fn is_quoting(parse: Parse<'_>, at: usize) -> bool {
    parse.lemma(at).is_any(&keys!["quote", "cite"])
}

/// How much a class of evidence takes from a statement; `None` for negation, which takes no certainty.
fn strength(class: EvidenceClass) -> Option<(u8, EvidenceClass)> {
    let strength = match class {
        EvidenceClass::Denial => 7,
        EvidenceClass::Investigative => 6,
        EvidenceClass::Condition => 5,
        EvidenceClass::Hearsay => 4,
        EvidenceClass::Doxastic => 3,
        EvidenceClass::Epistemic => 2,
        EvidenceClass::Weasel => 1,
        EvidenceClass::Negation => return None,
    };
    Some((strength, class))
}

/// Whether the content of `attribution` holds `span`.
fn holds(attribution: &Attribution, span: Span) -> bool {
    let after = attribution.contents.partition_point(|content| content.start() <= span.start());
    after.checked_sub(1).is_some_and(|nth| attribution.contents[nth].contains(span))
}
