//! Lists the tags that the tagger chooses from: a universal tag with its Penn form.
//!
//! "walked" is `VERB/VBD` or `VERB/VBN`; grammar and lemmas need to know which.

use crate::model::Upos;

/// A universal part of speech with the finer Penn Treebank tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The universal part of speech.
    pub upos: Upos,
    /// The tag of the Penn Treebank.
    pub penn: &'static str,
}

const fn tag(upos: Upos, penn: &'static str) -> Tag {
    Tag { upos, penn }
}

/// Every tag, the most frequent first; a tag's number is its place here.
#[rustfmt::skip]
pub const TAGS: &[Tag] = &[
    tag(Upos::Noun, "NN"), tag(Upos::Adp, "IN"), tag(Upos::Det, "DT"), tag(Upos::Propn, "NNP"), tag(Upos::Pron, "PRP"), tag(Upos::Adj, "JJ"),
    tag(Upos::Punct, "."), tag(Upos::Adv, "RB"), tag(Upos::Noun, "NNS"), tag(Upos::Punct, ","), tag(Upos::Verb, "VB"), tag(Upos::Cconj, "CC"),
    tag(Upos::Num, "CD"), tag(Upos::Sconj, "IN"), tag(Upos::Verb, "VBN"), tag(Upos::Verb, "VBD"), tag(Upos::Part, "TO"), tag(Upos::Aux, "MD"),
    tag(Upos::Verb, "VBG"), tag(Upos::Aux, "VBZ"), tag(Upos::Pron, "PRP$"), tag(Upos::Verb, "VBP"), tag(Upos::Aux, "VBP"), tag(Upos::Aux, "VBD"),
    tag(Upos::Part, "RB"), tag(Upos::Verb, "VBZ"), tag(Upos::Aux, "VB"), tag(Upos::Punct, "-RRB-"), tag(Upos::Punct, "-LRB-"), tag(Upos::Punct, ":"),
    tag(Upos::Pron, "WDT"), tag(Upos::Adv, "WRB"), tag(Upos::Punct, "``"), tag(Upos::Punct, "''"), tag(Upos::Pron, "DT"), tag(Upos::Adp, "RP"),
    tag(Upos::Pron, "WP"), tag(Upos::Part, "POS"), tag(Upos::Punct, "HYPH"), tag(Upos::Adj, "NNP"), tag(Upos::Intj, "UH"), tag(Upos::Propn, "NNPS"),
    tag(Upos::Pron, "NN"), tag(Upos::Adj, "JJR"), tag(Upos::Adj, "JJS"), tag(Upos::Pron, "EX"), tag(Upos::Aux, "VBN"), tag(Upos::Adv, "RBR"),
    tag(Upos::Sym, "$"), tag(Upos::Propn, "ADD"), tag(Upos::Punct, "NFP"), tag(Upos::Sym, "SYM"), tag(Upos::X, "GW"), tag(Upos::Det, "PDT"),
    tag(Upos::Aux, "VBG"), tag(Upos::Num, "LS"), tag(Upos::Adv, "RBS"), tag(Upos::Sym, "NFP"), tag(Upos::Sym, ","), tag(Upos::Det, "WDT"),
    tag(Upos::Sym, "NN"), tag(Upos::Noun, "FW"), tag(Upos::X, "FW"), tag(Upos::Pron, "WP$"),
];

/// How many tags a row of weights has room for.
pub const MAX_TAGS: usize = 64;

/// Returns the number of the tag, or of the most frequent one of the same part of speech.
pub fn number_of(upos: Upos, penn: &str) -> u8 {
    let exact = TAGS.iter().position(|tag| tag.upos == upos && tag.penn == penn);
    let near = || TAGS.iter().position(|tag| tag.upos == upos);
    exact.or_else(near).unwrap_or(0) as u8
}

/// Returns the number of a kind of mark plus one, as nodes hold it.
const fn mark(penn: &str) -> u64 {
    let mut at = 0;
    while at < TAGS.len() {
        if matches!(TAGS[at].upos, Upos::Punct) && is_same(TAGS[at].penn.as_bytes(), penn.as_bytes()) {
            return at as u64 + 1;
        }
        at += 1;
    }
    panic!("no such mark")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Number of the comma's tag plus one.
pub const COMMA: u64 = mark(",");
/// Marks that come in pairs, the opening one first.
pub const PAIRS: [[u64; 2]; 2] = [[mark("-LRB-"), mark("-RRB-")], [mark("``"), mark("''")]];
