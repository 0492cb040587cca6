//! The vocabularies of words: parts of speech, relations of the tree, types of names.
//!
//! Answers for: the labels of Universal Dependencies 2 for English and the types of named entities. The macro
//! and the trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// A universal part of speech (UPOS).
    Upos {
        /// Adjective.
        Adj = "ADJ",
        /// Adposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Noun.
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle.
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

vocabulary! {
    /// The relation of a word to its head in the dependency tree (UD, with the subtypes of English).
    Relation {
        /// Clause that modifies a noun.
        Acl = "acl",
        /// Relative clause.
        AclRelcl = "acl:relcl",
        /// Clause that modifies a predicate.
        Advcl = "advcl",
        /// Relative clause on a clause.
        AdvclRelcl = "advcl:relcl",
        /// Adverb.
        Advmod = "advmod",
        /// Adjective that modifies a noun.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Auxiliary.
        Aux = "aux",
        /// Auxiliary of the passive.
        AuxPass = "aux:pass",
        /// Adposition or possessive clitic.
        Case = "case",
        /// Coordinating conjunction.
        Cc = "cc",
        /// First half of a paired conjunction.
        CcPreconj = "cc:preconj",
        /// Clause as complement, with its own subject.
        Ccomp = "ccomp",
        /// Part of a compound.
        Compound = "compound",
        /// Particle of a verb.
        CompoundPrt = "compound:prt",
        /// Later part of a coordination.
        Conj = "conj",
        /// Copula.
        Cop = "cop",
        /// Clause as subject.
        Csubj = "csubj",
        /// Clause as subject of an outer clause.
        CsubjOuter = "csubj:outer",
        /// Clause as subject of a passive.
        CsubjPass = "csubj:pass",
        /// Relation that cannot be told.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// Determiner before another.
        DetPredet = "det:predet",
        /// Word of discourse.
        Discourse = "discourse",
        /// Phrase outside the clause that a word in it repeats.
        Dislocated = "dislocated",
        /// Expletive.
        Expl = "expl",
        /// Later word of a fixed expression.
        Fixed = "fixed",
        /// Later word of a name or another flat expression.
        Flat = "flat",
        /// Later part of a word written apart.
        Goeswith = "goeswith",
        /// Indirect object.
        Iobj = "iobj",
        /// Item of a list.
        List = "list",
        /// Subordinating word.
        Mark = "mark",
        /// Noun that modifies a noun.
        Nmod = "nmod",
        /// Noun that describes a noun.
        NmodDesc = "nmod:desc",
        /// Possessor.
        NmodPoss = "nmod:poss",
        /// Noun that modifies a noun without an adposition.
        NmodUnmarked = "nmod:unmarked",
        /// Subject.
        Nsubj = "nsubj",
        /// Subject of an outer clause.
        NsubjOuter = "nsubj:outer",
        /// Subject of a passive.
        NsubjPass = "nsubj:pass",
        /// Number that modifies a noun.
        Nummod = "nummod",
        /// Object.
        Obj = "obj",
        /// Noun that modifies a predicate.
        Obl = "obl",
        /// Agent of a passive.
        OblAgent = "obl:agent",
        /// Noun that modifies a predicate without an adposition.
        OblUnmarked = "obl:unmarked",
        /// Word whose head is left out.
        Orphan = "orphan",
        /// Clause set beside another.
        Parataxis = "parataxis",
        /// Mark.
        Punct = "punct",
        /// Words that the speaker takes back.
        Reparandum = "reparandum",
        /// Head of the sentence.
        Root = "root",
        /// Name of the one spoken to.
        Vocative = "vocative",
        /// Clause as complement, without a subject of its own.
        Xcomp = "xcomp",
    }
}

vocabulary! {
    /// A token's part in a name (IOB2).
    EntityTag {
        /// Outside every name.
        Outside = "O",
        /// First of a person's name.
        BeginPerson = "B-PER",
        /// Later in a person's name.
        InPerson = "I-PER",
        /// First of a place's name.
        BeginLocation = "B-LOC",
        /// Later in a place's name.
        InLocation = "I-LOC",
        /// First of an organisation's name.
        BeginOrganisation = "B-ORG",
        /// Later in an organisation's name.
        InOrganisation = "I-ORG",
        /// First of another name.
        BeginMiscellaneous = "B-MISC",
        /// Later in another name.
        InMiscellaneous = "I-MISC",
    }
}

impl EntityTag {
    /// The tag of the first token of a name of this type.
    pub const fn begin(kind: EntityType) -> Self {
        match kind {
            EntityType::Person => Self::BeginPerson,
            EntityType::Location => Self::BeginLocation,
            EntityType::Organisation => Self::BeginOrganisation,
            EntityType::Miscellaneous => Self::BeginMiscellaneous,
        }
    }

    /// The tag of every other token of a name of this type.
    pub const fn inside(kind: EntityType) -> Self {
        match kind {
            EntityType::Person => Self::InPerson,
            EntityType::Location => Self::InLocation,
            EntityType::Organisation => Self::InOrganisation,
            EntityType::Miscellaneous => Self::InMiscellaneous,
        }
    }
}

vocabulary! {
    /// The type of a named entity.
    EntityType {
        /// A person.
        Person = "PER",
        /// A place: a country, a town, a region, a building as a place.
        Location = "LOC",
        /// An organisation: an agency, a ministry, a company, a party, a team.
        Organisation = "ORG",
        /// Another name: a nationality, a work, an event, a product.
        Miscellaneous = "MISC",
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityTag, EntityType, Vocabulary as _};

    #[test]
    fn tags_are_spelt_with_the_type_they_belong_to() {
        for kind in EntityType::ALL {
            assert_eq!(EntityTag::begin(*kind).as_str(), format!("B-{}", kind.as_str()));
            assert_eq!(EntityTag::inside(*kind).as_str(), format!("I-{}", kind.as_str()));
        }
    }
}
