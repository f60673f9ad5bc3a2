//! Holds the two texts of a comparison: their words as ids, and which sentences correspond.

use std::cell::OnceCell;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use crate::diff::align::{Alignment, SentenceWords, align};
use crate::diff::coverage::Coverage;
use crate::diff::edit::{EditedPassage, PassageSide, facet_of};
use crate::diff::split_hunks::passage_hunks;
use crate::diff::words::interner::{TokenClass, WordInterner};
use crate::model::{Analysis, ChangeKind, Facet, Field, Role, Setting, Side, Span};

/// One text with its words as ids.
pub(crate) struct VersionText<'t> {
    /// The analyzed text.
    pub analysis: &'t Analysis<'t>,
    /// The id of each token's word, the same for the same word in both texts.
    word_ids: Vec<u32>,
    /// Whether each token stands inside quotation marks.
    pub quoted: Vec<bool>,
    /// The day that relative dates are resolved against.
    day: Option<NaiveDate>,
}

impl<'t> VersionText<'t> {
    /// Interns the words of a text.
    pub(crate) fn read(interner: &mut WordInterner<'t>, analysis: &'t Analysis<'t>, setting: Setting) -> Self {
        let word_ids = interner.intern_document(&analysis.document);
        let quoted = analysis.document.tokens.iter().map(|token| token.in_quotes).collect();
        let day = setting.published.map(|published| published.day(setting.timezone));
        Self { analysis, word_ids, quoted, day }
    }

    /// Returns all sentences as one side of a passage.
    pub(crate) fn whole<'s>(&'s self, classes: &'s [TokenClass]) -> PassageSide<'s> {
        let all: Vec<usize> = (0..self.n_sentences()).collect();
        self.passage_side(&all, classes)
    }

    /// Returns `sentences` as one side of a passage.
    fn passage_side<'s>(&'s self, sentences: &[usize], classes: &'s [TokenClass]) -> PassageSide<'s> {
        let mut side = PassageSide::new(self.analysis, &self.word_ids, &self.quoted, classes, sentences);
        side.day = self.day;
        side
    }

    /// Returns how many sentences the text has.
    pub(crate) fn n_sentences(&self) -> usize {
        self.analysis.document.sentences.len()
    }

    /// Returns the words of a sentence.
    pub(crate) fn sentence(&self, at: usize) -> &'t str {
        self.analysis.document.sentences[at].span.of(self.analysis.document.text)
    }

    /// Returns the role of a sentence.
    pub(crate) fn role(&self, at: usize) -> Role {
        self.analysis.document.sentences[at].role
    }

    /// Returns the bytes from the first to the last of `sentences`.
    fn span(&self, sentences: &[usize]) -> Option<Span> {
        let spans = sentences.iter().map(|&at| self.analysis.document.sentences[at].span);
        spans.reduce(Span::cover)
    }
}

/// Both texts of a comparison with their sentences paired.
pub(crate) struct AlignedTexts<'t> {
    /// The old text.
    pub a: VersionText<'t>,
    /// The new text.
    pub b: VersionText<'t>,
    /// Pairs of sentences, and passages that moved.
    pub alignment: Alignment,
    /// The class of each word, by its id.
    pub classes: Vec<TokenClass>,
    coverage: OnceCell<Coverage<'t>>,
    /// The sentences that stand word for word in both texts.
    common: OnceCell<FxHashSet<&'t str>>,
}

impl<'t> AlignedTexts<'t> {
    /// Interns the words of two versions and pairs their sentences.
    pub(crate) fn read(old: &'t Side<'t>, new: &'t Side<'t>) -> Self {
        let mut interner = WordInterner::default();
        let a = VersionText::read(&mut interner, &old.text, old.setting);
        let b = VersionText::read(&mut interner, &new.text, new.setting);
        let classes = interner.classes;
        let alignment = align(
            &SentenceWords::new(&old.text.document, &a.word_ids),
            &SentenceWords::new(&new.text.document, &b.word_ids),
            &classes,
        );
        Self { a, b, alignment, classes, coverage: OnceCell::new(), common: OnceCell::new() }
    }

    /// Returns what each text covers of the other; read when it is first asked for.
    pub(crate) fn coverage(&self) -> &Coverage<'t> {
        self.coverage.get_or_init(|| {
            let mut changed = (vec![true; self.a.n_sentences()], vec![true; self.b.n_sentences()]);
            for &(a, b) in self.alignment.pairs.iter().filter(|(a, b)| self.a.sentence(*a) == self.b.sentence(*b)) {
                (changed.0[a], changed.1[b]) = (false, false);
            }
            Coverage::read(self.a.analysis, self.b.analysis, changed)
        })
    }

    /// Returns whether a sentence stands in both texts, word for word.
    pub(crate) fn stands_in_both(&self, sentence: &str) -> bool {
        let common = || {
            let sentences = |text: &VersionText<'t>| -> FxHashSet<&'t str> {
                (0..text.n_sentences()).map(|at| text.sentence(at).trim()).collect()
            };
            &sentences(&self.a) & &sentences(&self.b)
        };
        self.common.get_or_init(common).contains(sentence)
    }

    /// Lays out the old sentences `a` and the new sentences `b` as one edited passage.
    pub(crate) fn lay_out(&self, a: &[usize], b: &[usize]) -> EditedPassage<'_> {
        let (a, b) = (self.a.passage_side(a, &self.classes), self.b.passage_side(b, &self.classes));
        passage_of(a, b, Field::Text)
    }

    /// Returns the facet of whole sentences; an empty list means that nothing stands on that side.
    pub(crate) fn facet(&self, kind: ChangeKind, a: &[usize], b: &[usize]) -> Facet {
        let (text_a, text_b) = (self.a.analysis.document.text, self.b.analysis.document.text);
        facet_of(kind, Field::Text, (self.a.span(a), text_a), (self.b.span(b), text_b))
    }
}

/// Compares two sides word by word and lays them out as an edited passage.
pub(crate) fn passage_of<'e>(a: PassageSide<'e>, b: PassageSide<'e>, field: Field) -> EditedPassage<'e> {
    let hunks = passage_hunks(&a, &b);
    EditedPassage::new(a, b, hunks, field)
}
