//! Walks the grammar of a document: dependents, subtrees, ancestors, clauses.
//!
//! "The mayor said the bridge would close." The dependents of *said* are
//! *mayor*, *close* and the full stop; the subtree of *close* is "the bridge
//! would close"; the clause of *bridge* is *close*, that of *close* itself is
//! *close*, and above it lies *said*.
//!
//! Build a [`Tree`] once for a document; every question is then a look-up.

use std::ops::Range;

use crate::model::{Document, Rel, Span, Upos};

/// An index of the dependents in a document.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Where the dependents of each token begin in `dependents`.
    starts: Vec<u32>,
    dependents: Vec<u32>,
    heads: Vec<u32>,
    /// First and last token of each subtree.
    extents: Vec<(u32, u32)>,
}

impl Tree {
    /// Indexes a document in one pass.
    pub fn new(document: &Document<'_>) -> Self {
        let heads: Vec<u32> = document.tokens.iter().map(|token| token.head as u32).collect();
        let mut starts = vec![0_u32; heads.len() + 1];
        let is_arc = |at: usize, head: u32| head as usize != at;
        for (at, &head) in heads.iter().enumerate().filter(|&(at, &head)| is_arc(at, head)) {
            debug_assert!(at < heads.len());
            starts[head as usize + 1] += 1;
        }
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut free = starts.clone();
        let mut dependents = vec![0; starts.last().copied().unwrap_or(0) as usize];
        for (at, &head) in heads.iter().enumerate().filter(|&(at, &head)| is_arc(at, head)) {
            dependents[free[head as usize] as usize] = at as u32;
            free[head as usize] += 1;
        }
        let extents = extents(&heads, &starts);
        Self { starts, dependents, heads, extents }
    }

    /// Returns the dependents of `token`, in order of the text.
    pub fn dependents(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let range = self.starts[token] as usize..self.starts[token + 1] as usize;
        self.dependents[range].iter().map(|&dependent| dependent as usize)
    }

    /// Returns the first dependent of `token` with one of the relations `rels`.
    pub fn dependent(&self, document: &Document<'_>, token: usize, rels: &[Rel]) -> Option<usize> {
        self.dependents(token).find(|&dependent| rels.contains(&document.tokens[dependent].rel))
    }

    /// Returns the head of `token`; `None` for a root.
    pub fn head(&self, token: usize) -> Option<usize> {
        let head = self.heads[token] as usize;
        (head != token).then_some(head)
    }

    /// Returns head, head of the head, and so on up to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(token), |&above| self.head(above))
    }

    /// Returns the tokens from the first to the last of the subtree of `token`.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let (first, last) = self.extents[token];
        first as usize..last as usize + 1
    }

    /// Returns where the subtree of `token` stands in the text.
    pub fn span(&self, document: &Document<'_>, token: usize) -> Span {
        let range = self.subtree(token);
        document.tokens[range.start].span.cover(document.tokens[range.end - 1].span)
    }

    /// Returns the token that heads the clause of `token`: the nearest verb (or
    /// predicate) at or above it; the root where there is none.
    pub fn clause(&self, document: &Document<'_>, token: usize) -> usize {
        let mut at = token;
        while !self.heads_clause(document, at) {
            match self.head(at) {
                Some(head) => at = head,
                None => return at,
            }
        }
        at
    }

    /// Returns whether a verb is in the passive: "was sold", "the estate sold by"; "the time the tunnel has flooded" is active.
    pub fn is_passive(&self, document: &Document<'_>, verb: usize) -> bool {
        let rel = |token: usize| document.tokens[token].rel;
        let has = |own: Rel| self.dependents(verb).any(|token| rel(token) == own);
        let is_be = |token: usize| rel(token) == Rel::Aux && document.lemma(token) == "be";
        document.tokens[verb].penn == "VBN"
            && (rel(verb) == Rel::Acl && !has(Rel::Nsubj) && !has(Rel::Aux) || self.dependents(verb).any(is_be))
    }

    /// Returns whether `token` heads a clause: a full verb, or a predicate with a copula or subject.
    pub fn heads_clause(&self, document: &Document<'_>, token: usize) -> bool {
        let this = &document.tokens[token];
        let is_clausal = matches!(
            this.rel,
            Rel::Root | Rel::Ccomp | Rel::Xcomp | Rel::Advcl | Rel::Acl | Rel::Csubj | Rel::Parataxis
        );
        match this.upos {
            Upos::Verb => is_clausal || this.rel != Rel::Amod && this.rel != Rel::Compound,
            _ => self.dependent(document, token, &[Rel::Cop, Rel::Nsubj, Rel::Csubj]).is_some(),
        }
    }
}

/// Returns first and last token of each subtree, peeling leaves off.
fn extents(heads: &[u32], starts: &[u32]) -> Vec<(u32, u32)> {
    let mut extents: Vec<_> = (0..heads.len() as u32).map(|at| (at, at)).collect();
    let mut open: Vec<u32> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut leaves: Vec<usize> = (0..heads.len()).filter(|&at| open[at] == 0).collect();
    while let Some(leaf) = leaves.pop() {
        let head = heads[leaf] as usize;
        if head == leaf {
            continue;
        }
        let (first, last) = extents[leaf];
        extents[head] = (extents[head].0.min(first), extents[head].1.max(last));
        open[head] -= 1;
        if open[head] == 0 {
            leaves.push(head);
        }
    }
    extents
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The document of the module's example, with its tree set by hand.
    fn document() -> Document<'static> {
        let mut document = crate::text::read("The mayor said the bridge would close.");
        for (at, (head, rel)) in [
            (1, Rel::Det),
            (2, Rel::Nsubj),
            (2, Rel::Root),
            (4, Rel::Det),
            (6, Rel::Nsubj),
            (6, Rel::Aux),
            (2, Rel::Ccomp),
            (2, Rel::Punct),
        ]
        .into_iter()
        .enumerate()
        {
            (document.tokens[at].head, document.tokens[at].rel) = (head, rel);
        }
        for verb in [2, 6] {
            document.tokens[verb].upos = Upos::Verb;
        }
        document
    }

    #[test]
    fn trees_are_walked_both_ways() {
        let document = document();
        let tree = Tree::new(&document);
        assert_eq!(tree.dependents(2).collect::<Vec<_>>(), [1, 6, 7]);
        assert_eq!(tree.span(&document, 6).of(document.text), "the bridge would close");
        assert_eq!(tree.ancestors(3).collect::<Vec<_>>(), [4, 6, 2]);
        assert_eq!(tree.subtree(2), 0..8);
        assert_eq!([tree.clause(&document, 4), tree.clause(&document, 6), tree.clause(&document, 1)], [6, 6, 2]);
        assert_eq!(tree.head(2), None);
    }
}
