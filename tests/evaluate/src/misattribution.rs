//! What is wrong with the attributions of a document, in words that help to mend it.
//!
//! Answers for: the kinds of error, which name the part of speech of the cue and how source or content hang on
//! it, and what is shown of each. What is right is decided by `attributed`.

use schema::Span;
use schema::labels::{Relation, Role, Upos, Vocabulary as _};

use crate::attributed::{Attributed, Document, Pair, Part, Slot};
use crate::cases::{Case, excerpt};
use crate::dependencies::Dependencies;
use crate::token_set::TokenSet;

/// The most characters shown of a part.
const MOST: usize = 200;

/// The most characters shown of the sentence.
const CONTEXT: usize = 400;

/// The part of speech of the cue's head word and how the content hangs on it.
pub(crate) type Construction = (&'static str, String);

impl Document {
    /// The errors: cues missed and invented, and parts that are not the gold's.
    pub(crate) fn cases(&self) -> Vec<Case> {
        let trees = self.trees();
        let paired = self.pairs().into_iter().flat_map(|pair| self.wrong(pair, &trees));
        let bare = self.found.iter().filter(|found| found.cue.is_none() && !self.has_content(found));
        let bare = bare.map(|found| {
            let pair = Pair { wanted: None, found: Some(found) };
            self.case("quotation invented, without a cue".to_owned(), 1.0, (pair, &trees))
        });
        paired.chain(bare).collect()
    }

    /// The construction of every cue of the gold that a cue serves or none does.
    pub(crate) fn constructions(&self) -> Vec<(Construction, bool)> {
        let trees = self.trees();
        let of = |pair: Pair<'_>| Some((self.construction(pair.wanted?, &trees), pair.found.is_some()));
        self.pairs().into_iter().filter_map(of).collect()
    }

    /// Whether a content of the gold is much like this one's.
    fn has_content(&self, found: &Attributed) -> bool {
        let Some(content) = &found.content else { return false };
        let wanted = self.wanted.iter().filter_map(|wanted| wanted.content.as_ref());
        wanted.into_iter().any(|wanted| wanted.tokens.f1(&content.tokens) >= 0.5)
    }

    /// What is wrong with a pair.
    fn wrong(&self, pair: Pair<'_>, trees: &Dependencies<'_>) -> Vec<Case> {
        let (Some(wanted), Some(found)) = (pair.wanted, pair.found) else {
            let what = if pair.found.is_none() { "missed" } else { "invented" };
            let (upos, relation) = self.construction(pair.either(), trees);
            return vec![self.case(format!("cue {what}: {upos} with {relation}"), 1.0, (pair, trees))];
        };
        let slots = [Slot::Source, Slot::Cue, Slot::Content].into_iter();
        let wrong = slots.filter_map(|slot| {
            let (what, cost) = difference(wanted.part(slot), found.part(slot))?;
            let kind = match slot {
                Slot::Cue => format!("cue {what}: {}", self.construction(wanted, trees).0),
                Slot::Source => {
                    let relation = self.hanging(wanted, Slot::Source, trees);
                    format!("source {what}: {} with {relation}", self.construction(wanted, trees).0)
                }
                Slot::Content => {
                    let (upos, relation) = self.construction(wanted, trees);
                    format!("content {what}: {upos} with {relation}")
                }
            };
            Some(self.case(kind, cost, (pair, trees)))
        });
        wrong.collect()
    }

    fn case(&self, kind: String, cost: f64, (pair, trees): (Pair<'_>, &Dependencies<'_>)) -> Case {
        let one = pair.either();
        let mut lines = Vec::new();
        if let Some(head) = head(one, trees) {
            let lemma = self.tokens[head].lemma.as_deref().unwrap_or("?");
            let (upos, relation) = self.construction(one, trees);
            lines.push(("cue", format!("{lemma} {upos}, content {relation}")));
        }
        lines.extend(pair.wanted.map(|wanted| ("gold", self.shown(wanted))));
        lines.extend(pair.found.map(|found| ("found", self.shown(found))));
        lines.extend(self.sentence(one));
        Case { kind, cost, place: self.place.clone(), lines }
    }

    /// Source, cue and content on one line.
    fn shown(&self, one: &Attributed) -> String {
        let part = |slot: Slot| {
            let spans = one.part(slot).map(|part| part.spans.as_slice()).unwrap_or_default();
            let pieces: Vec<&str> = spans.iter().map(|span| span.of(&self.text)).collect();
            if pieces.is_empty() { "–".to_owned() } else { excerpt(&pieces.join(" … "), MOST) }
        };
        [Slot::Source, Slot::Cue, Slot::Content].map(part).join(" | ")
    }

    /// The sentence of the cue, else of the content, with its role where it is not the body's.
    fn sentence(&self, one: &Attributed) -> Option<(&'static str, String)> {
        let at = *one.cue.as_ref().or(one.content.as_ref())?.tokens.places().first()?;
        let sentence = self.sentences.get(self.tokens[at].sentence)?;
        let text = excerpt(sentence.span.of(&self.text), CONTEXT);
        Some(match sentence.role {
            Role::Body => ("text", text),
            role => (role.as_str(), format!(" {text}")),
        })
    }

    /// The part of speech of the cue's head word and how the content hangs on it.
    fn construction(&self, one: &Attributed, trees: &Dependencies<'_>) -> Construction {
        let upos = head(one, trees).and_then(|head| self.tokens[head].upos);
        (upos.map_or("nothing", Upos::as_str), self.hanging(one, Slot::Content, trees))
    }

    /// How the part in `slot` hangs on the head word of the cue: by which relation, as a quotation, or not.
    fn hanging(&self, one: &Attributed, slot: Slot, trees: &Dependencies<'_>) -> String {
        let (Some(part), Some(head)) = (one.part(slot), head(one, trees)) else {
            return "nothing".to_owned();
        };
        if slot == Slot::Content && part.spans.first().is_some_and(|span| is_quoted(&self.text, *span)) {
            return "quotation".to_owned();
        }
        let near = |&at: &usize| self.tokens[at].sentence == self.tokens[head].sentence;
        let near: Vec<usize> = part.tokens.places().iter().copied().filter(near).collect();
        if near.is_empty() { "another sentence".to_owned() } else { relation(&near, head, trees) }
    }
}

impl<'d> Pair<'d> {
    /// The gold's attribution, else the found one.
    fn either(self) -> &'d Attributed {
        self.wanted.or(self.found).expect("a pair has one of the two")
    }
}

/// The head word of the cue.
fn head(one: &Attributed, trees: &Dependencies<'_>) -> Option<usize> {
    trees.head_word(&one.cue.as_ref()?.tokens)
}

/// How the tokens at `places` hang on the one at `head`, in the same tree.
fn relation(places: &[usize], head: usize, trees: &Dependencies<'_>) -> String {
    let name = |at: usize| trees.relation(at).unwrap_or(Relation::Dep);
    let is_function = |at: usize| matches!(name(at), Relation::Mark | Relation::Punct | Relation::Case);
    let direct = places.iter().copied().filter(|&at| trees.head(at) == Some(head));
    if let Some(at) = direct.min_by_key(|&at| is_function(at)) {
        return name(at).as_str().to_owned();
    }
    let is_part = |at: &usize| places.contains(at);
    if trees.upwards(head).any(|above| is_part(&above)) {
        return format!("{} over it", name(head).as_str());
    }
    let is_below = places.iter().any(|&at| trees.upwards(at).any(|above| above == head));
    if is_below { "words deep below" } else { "words elsewhere" }.to_owned()
}

/// Whether a quotation mark opens what stands at `span`, or stands just before it.
fn is_quoted(text: &str, span: Span) -> bool {
    let is_mark = |c: char| matches!(c, '"' | '“' | '„' | '«' | '‘' | '\'' | '`');
    span.of(text).starts_with(is_mark) || text[..span.start()].ends_with(is_mark)
}

/// How a part differs from the gold's and what it costs; `None` where it does not.
fn difference(wanted: Option<&Part>, found: Option<&Part>) -> Option<(&'static str, f64)> {
    let (wanted, found) = match (wanted, found) {
        (None, None) => return None,
        (None, Some(_)) => return Some(("invented", 1.0)),
        (Some(_), None) => return Some(("missing", 1.0)),
        (Some(wanted), Some(found)) => (&wanted.tokens, &found.tokens),
    };
    let holds = |one: &TokenSet, other: &TokenSet| one.shared(other) == other.places().len();
    let what = match (holds(found, wanted), holds(wanted, found)) {
        (true, true) => return None,
        (true, false) => "too long",
        (false, true) => "too short",
        _ if wanted.shared(found) == 0 => "wrong",
        _ => "with other ends",
    };
    Some((what, 1.0 - wanted.f1(found)))
}

#[cfg(test)]
mod tests {
    use super::is_quoted;
    use crate::attributed::tests::document;
    use crate::cases::Case;
    use schema::Span;

    const SAID: [&str; 3] = ["Ada", "said", "trams stopped"];

    fn kinds(wanted: &[[&str; 3]], found: &[[&str; 3]]) -> Vec<String> {
        document(wanted, found).cases().into_iter().map(|case: Case| case.kind).collect()
    }

    #[test]
    fn kinds_name_the_construction() {
        assert_eq!(kinds(&[SAID], &[]), ["cue missed: VERB with ccomp"]);
        assert_eq!(kinds(&[], &[["-", "reports", "strikes"]]), ["cue invented: NOUN with nmod"]);
        assert_eq!(
            kinds(&[], &[["Ada", "denying", "trams stopped"]]),
            ["cue invented: VERB with words elsewhere"]
        );
        assert_eq!(kinds(&[], &[["Ada", "stopped", "Ada said"]]), ["cue invented: VERB with ccomp over it"]);
        assert_eq!(kinds(&[], &[["Ada", "said", "strikes"]]), ["cue invented: VERB with words deep below"]);
        assert_eq!(kinds(&[], &[["-", "-", "strikes"]]), ["quotation invented, without a cue"]);
        assert!(kinds(&[SAID], &[SAID]).is_empty());
    }

    #[test]
    fn parts_of_a_cue_found_are_compared() {
        let wrong = ["trams", "said", "trams stopped , denying"];
        assert_eq!(
            kinds(&[SAID], &[wrong]),
            ["source wrong: VERB with nsubj", "content too long: VERB with ccomp"]
        );
        let wrong = ["-", "Ada said", "stopped"];
        assert_eq!(
            kinds(&[SAID], &[wrong]),
            ["source missing: VERB with nsubj", "cue too long: VERB", "content too short: VERB with ccomp"]
        );
        let wrong = ["-", "said", "stopped , denying"];
        assert_eq!(
            kinds(&[["-", "said", "trams stopped"]], &[wrong]),
            ["content with other ends: VERB with ccomp"]
        );
    }

    #[test]
    fn an_error_shows_what_is_wanted_and_found() {
        let case = document(&[SAID], &[["-", "said", "trams stopped"]]).cases().remove(0);
        assert_eq!(
            case.lines[..3],
            [
                ("cue", "say VERB, content ccomp".to_owned()),
                ("gold", "Ada | said | trams stopped".to_owned()),
                ("found", "– | said | trams stopped".to_owned()),
            ]
        );
    }

    #[test]
    fn marks_inside_or_before_make_a_quotation() {
        let text = "said “so it is”";
        let quoted = |part: &str| is_quoted(text, Span::new(text.find(part).unwrap(), text.len()));
        assert_eq!([quoted("“so"), quoted("so"), quoted("it")], [true, true, false]);
    }
}
