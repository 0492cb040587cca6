//! The language of every sentence and of a document.
//!
//! Answers for: a tag with a confidence for each sentence, `und` where the text is too short to tell.
//!
//! How it decides: a sentence with two or more words that only English spells is English; else two detectors
//! are asked, `whichlang`, which is fast and knows 16 languages, and `whatlang`, which knows 69 and is asked
//! only where the first names a language that nothing around confirms. A sentence of names or of hardly a word
//! takes the language of the document, with little confidence. Known misses: languages that neither knows
//! (Basque, Irish, Swahili, ...) come out as `und` or, with little confidence, as a relative.

use std::sync::LazyLock;

use schema::labels::Role;
use schema::{Article, LanguageTag, Sentence};

use crate::lexicon::{self, Lexicon};

/// The fewest words in lower case, or letters of a script without case, that a detector is asked about.
const ENOUGH_WORDS: usize = 3;
const ENOUGH_CASELESS: usize = 6;

/// The fewest words in lower case of a sentence that keeps its language against that of the document, where the
/// detectors disagree and where they agree.
const ENOUGH_IN_DISPUTE: usize = 12;
const ENOUGH_AGAINST: usize = 6;

/// The fewest words of a sentence that a detector is asked about where nothing else in the article tells.
const ENOUGH_UNSUPPORTED: usize = 4;

/// How sure a tag is, by how it was found.
const BY_WORDS: f32 = 0.99;
const BY_BOTH: f32 = 0.95;
const BY_NEIGHBOURS: f32 = 0.9;
const BY_WIDER: f32 = 0.6;
const DISPUTED: f32 = 0.4;
const BY_PRIOR: f32 = 0.3;

/// The least confidence of a sentence that counts for the language of its document.
const COUNTS: f32 = 0.5;

const ENGLISH: LanguageTag = LanguageTag::new("en");
const TURKISH: LanguageTag = LanguageTag::new("tr");

/// English function words, and whether no other language spells them so.
static ENGLISH_WORDS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    Lexicon::parse(include_str!("../data/english_words.tsv"), |class| Some(class == "sure"))
});
static TAGS: LazyLock<Lexicon<LanguageTag>> = LazyLock::new(|| {
    let tags = lexicon::lines(include_str!("../data/languages.tsv")).filter_map(|line| line.split_once('\t'));
    Lexicon::of(tags.map(|(code, tag)| (code, LanguageTag::new(tag))))
});

/// A language with how sure it is.
#[derive(Debug, Clone, Copy)]
struct Guess {
    tag: LanguageTag,
    confidence: f32,
}

/// Gives every sentence of the article its language.
pub(crate) fn mark(article: &Article, sentences: &mut [Sentence]) {
    let declared = article.metadata.language.as_deref().and_then(declared_tag);
    let mut tally = Tally::default();
    for sentence in sentences.iter_mut() {
        let leading = declared.or_else(|| tally.leading());
        if let Some(guess) = guess(sentence.span.of(&article.text), leading) {
            set(sentence, guess);
            if guess.confidence >= COUNTS {
                tally.count(sentence);
            }
        }
    }
    let Some(prior) = declared.or_else(|| tally.leading()) else {
        return mark_unsupported(article, sentences);
    };
    for sentence in sentences.iter_mut().filter(|sentence| sentence.language == LanguageTag::UNDETERMINED) {
        if sentence.span.of(&article.text).contains(char::is_alphabetic) {
            set(sentence, Guess { tag: prior, confidence: BY_PRIOR });
        }
    }
}

/// Gives the sentences of an article that tells its language nowhere what a detector makes of so little.
fn mark_unsupported(article: &Article, sentences: &mut [Sentence]) {
    for sentence in sentences.iter_mut().filter(|sentence| sentence.language == LanguageTag::UNDETERMINED) {
        let text = sentence.span.of(&article.text);
        if Words::of(text).all >= ENOUGH_UNSUPPORTED {
            let tag = detect(text).unwrap_or(LanguageTag::UNDETERMINED);
            let confidence = if tag == LanguageTag::UNDETERMINED { 0.0 } else { BY_PRIOR };
            set(sentence, Guess { tag, confidence });
        }
    }
}

/// The language that the fast detector names.
fn detect(text: &str) -> Option<LanguageTag> {
    TAGS.get(whichlang::detect_language(text).three_letter_code())
}

/// The language of most of the body, by length; [`LanguageTag::UNDETERMINED`] where no sentence tells.
///
/// Sentences of other roles, and then the least sure ones, are asked where the body tells nothing.
pub fn document_language(sentences: &[Sentence]) -> LanguageTag {
    let sure = |sentence: &&Sentence| sentence.language_confidence >= COUNTS;
    let body = Tally::of(sentences.iter().filter(sure).filter(|sentence| sentence.role == Role::Body));
    let leading = body.leading().or_else(|| Tally::of(sentences.iter().filter(sure)).leading());
    leading.or_else(|| Tally::of(sentences.iter()).leading()).unwrap_or(LanguageTag::UNDETERMINED)
}

fn set(sentence: &mut Sentence, guess: Guess) {
    sentence.language = guess.tag;
    sentence.language_confidence = guess.confidence;
}

/// The tag of a declared BCP 47 language, `en-GB` or `en_GB`; `None` where it names none.
fn declared_tag(declared: &str) -> Option<LanguageTag> {
    TAGS.get(declared.trim().split(['-', '_']).next().unwrap_or_default())
}

/// How much text each language has.
#[derive(Debug, Default)]
struct Tally(Vec<(LanguageTag, usize)>);

impl Tally {
    /// The tally of these sentences.
    fn of<'s>(sentences: impl Iterator<Item = &'s Sentence>) -> Self {
        let mut tally = Self::default();
        sentences
            .filter(|sentence| sentence.language != LanguageTag::UNDETERMINED)
            .for_each(|s| tally.count(s));
        tally
    }

    fn count(&mut self, sentence: &Sentence) {
        let len = sentence.span.len();
        match self.0.iter_mut().find(|(tag, _)| *tag == sentence.language) {
            Some((_, bytes)) => *bytes += len,
            None => self.0.push((sentence.language, len)),
        }
    }

    /// The language with the most text, the first met among equals.
    fn leading(&self) -> Option<LanguageTag> {
        self.0.iter().rev().max_by_key(|(_, bytes)| *bytes).map(|(tag, _)| *tag)
    }
}

/// The language of `text` where it is long enough to tell; `leading` is that of most text around it.
fn guess(text: &str, leading: Option<LanguageTag>) -> Option<Guess> {
    let words = Words::of(text);
    if words.english >= 2 && words.english * 8 >= words.all {
        return Some(Guess { tag: ENGLISH, confidence: BY_WORDS });
    }
    if words.low < ENOUGH_WORDS && words.caseless < ENOUGH_CASELESS {
        return None;
    }
    let first = detect(text)?;
    if Some(first) == leading {
        return Some(Guess { tag: first, confidence: BY_NEIGHBOURS });
    }
    let is_turkish = first == TURKISH && has_turkish_letters(text);
    let is_english = first == ENGLISH && words.is_ascii && words.english + words.shared > 0;
    if is_turkish || is_english {
        return Some(Guess { tag: first, confidence: if is_turkish { BY_BOTH } else { BY_WIDER } });
    }
    let disputed = compare(text, first)?;
    let enough = if disputed.confidence > DISPUTED { ENOUGH_AGAINST } else { ENOUGH_IN_DISPUTE };
    let is_short = words.low < enough && words.caseless < enough;
    (leading.is_none() || !is_short).then_some(disputed)
}

/// What the wider detector says where nothing around confirms the `first` guess.
fn compare(text: &str, first: LanguageTag) -> Option<Guess> {
    let info = whatlang::detect(text)?;
    let wider = TAGS.get(info.lang().code())?;
    let confidence = if wider == first {
        BY_BOTH
    } else if info.is_reliable() {
        BY_WIDER
    } else {
        DISPUTED
    };
    Some(Guess { tag: wider, confidence })
}

/// Whether the text holds letters of Turkish, or what they become where ISO 8859-9 was read as ISO 8859-1, and
/// none of its relatives' and of Icelandic.
fn has_turkish_letters(text: &str) -> bool {
    let misread = text.contains(['ý', 'þ', 'ð', 'Ý', 'Þ'])
        && !text.contains(['æ', 'á', 'í', 'ú', 'é', 'ó', 'ň', 'ž', 'ä']);
    misread || (text.contains(['ı', 'ğ', 'ş', 'İ', 'Ş']) && !text.contains(['ə', 'Ə', 'ñ', 'ä', 'ý']))
}

/// What the words of a sentence are.
#[derive(Debug, Default)]
struct Words {
    /// All of them.
    all: usize,
    /// Those that begin in lower case.
    low: usize,
    /// Those that only English spells so.
    english: usize,
    /// English function words that others spell so too.
    shared: usize,
    /// Letters of scripts without case.
    caseless: usize,
    /// Whether all letters are ASCII.
    is_ascii: bool,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { is_ascii: true, ..Self::default() };
        let prose = text.split_whitespace().filter(|piece| !piece.contains(['@', '/', '_', '&', '#']));
        for word in
            prose.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty())
        {
            words.is_ascii &= word.is_ascii();
            words.all += 1;
            match word.chars().next() {
                Some(c) if c.is_lowercase() => words.low += 1,
                Some(c) if !c.is_uppercase() => words.caseless += word.chars().count(),
                _ => {}
            }
            if word.is_ascii() {
                match ENGLISH_WORDS.get(word) {
                    Some(true) => words.english += 1,
                    Some(false) => words.shared += 1,
                    None => {}
                }
            }
        }
        words
    }
}
