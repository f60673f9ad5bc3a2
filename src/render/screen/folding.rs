//! Selects the passages of a comparison that are shown, and folds the others.
//!
//! Unchanged stretches are folded to [`CONTEXT`] sentences on each side of a change.

use crate::model::Weight;
use crate::view::{DiffView, Passage, PassageKind};

/// Which changes are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Material ones.
    Material,
    /// Material and minor ones; cosmetic ones are counted.
    #[default]
    Usual,
    /// All, cosmetic ones too.
    All,
}

/// What of a comparison is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct DiffOptions {
    /// Which changes.
    pub shown: Shown,
    /// The whole text, nothing folded.
    pub full: bool,
    /// Each change with the rules that decided.
    pub why: bool,
}

/// Sentences shown on each side of a change.
const CONTEXT: usize = 1;

impl Shown {
    /// Returns whether changes of this weight are shown.
    pub fn shows(self, weight: Weight) -> bool {
        match self {
            Self::Material => weight == Weight::Material,
            Self::Usual => weight != Weight::Cosmetic,
            Self::All => true,
        }
    }
}

/// A part of the text as it is shown.
pub(super) enum ShownPart<'v> {
    /// A passage in full.
    Shown(&'v Passage),
    /// So many sentences are left out.
    Folded(usize),
}

/// Folds what is the same (or not to be shown as changed), away from changes.
pub(super) fn stretches(view: &DiffView, options: DiffOptions) -> Vec<ShownPart<'_>> {
    let passages = &view.passages;
    let changed: Vec<bool> = passages.iter().map(|passage| is_shown(passage, options)).collect();
    let near = |at: usize| {
        let from = at.saturating_sub(CONTEXT);
        changed[from..changed.len().min(at + CONTEXT + 1)].contains(&true)
    };
    let mut stretches = Vec::new();
    let mut folded: Vec<&Passage> = Vec::new();
    let close = |folded: &mut Vec<&'_ Passage>, stretches: &mut Vec<ShownPart<'_>>| match folded.len() {
        0 => {}
        n => {
            stretches.push(ShownPart::Folded(n));
            folded.clear();
        }
    };
    let visible = passages.iter().enumerate().filter(|(_, passage)| is_visible(passage, options));
    for (at, passage) in visible {
        if options.full || near(at) {
            close(&mut folded, &mut stretches);
            stretches.push(ShownPart::Shown(passage));
        } else {
            folded.push(passage);
        }
    }
    close(&mut folded, &mut stretches);
    stretches
}

/// Returns whether a passage is shown as changed.
pub(super) fn is_shown(passage: &Passage, options: DiffOptions) -> bool {
    passage.weight.is_some_and(|weight| options.shown.shows(weight))
}

/// Returns whether a passage is seen: one that is gone only where its change is shown.
fn is_visible(passage: &Passage, options: DiffOptions) -> bool {
    let is_gone = matches!(passage.kind, PassageKind::Removed | PassageKind::MovedAway);
    !is_gone || is_shown(passage, options)
}
