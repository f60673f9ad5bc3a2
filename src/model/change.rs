//! Holds what an update did to a text.

use serde::{Deserialize, Serialize};

use super::{NoticeKind, Span};

/// Two versions compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Sentence of the old text, sentence of the new one; unchanged ones too.
    ///
    /// A sentence in several pairs was split or merged. In order.
    pub pairs: Vec<(usize, usize)>,
    /// The changes, in order of the text.
    pub changes: Vec<Change>,
    /// What they amount to.
    pub verdict: Verdict,
}

/// One edit: which sentences it touches, what it means, whether it was admitted.
///
/// Source: NewsEdits edit actions.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What was done to the sentences.
    pub action: Action,
    /// Sentences of the old text.
    pub a: Vec<usize>,
    /// Sentences of the new text.
    pub b: Vec<usize>,
    /// How much it matters.
    pub weight: Weight,
    /// Whether information was added, removed or updated.
    pub information: Information,
    /// Only of material changes.
    pub nature: Option<Nature>,
    /// Material, and no notice new in the new text names it.
    pub silent: bool,
    /// The note that names the change.
    pub notice: Option<NoticeLink>,
    /// The single assertions that differ.
    pub facets: Vec<Facet>,
    /// The rules that decided, for `diff --why`.
    pub why: Vec<&'static str>,
}

/// One claim within an edit that stands otherwise now.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// What it is about.
    pub kind: ChangeKind,
    /// The old words.
    pub before: Option<String>,
    /// The new words.
    pub after: Option<String>,
    /// Where the old words stand.
    pub a_span: Option<Span>,
    /// Where the new words stand.
    pub b_span: Option<Span>,
    /// Headline or text.
    pub field: Field,
    /// New value less the old one, for figures in the same unit.
    pub delta: Option<f64>,
    /// Up or down, where values can be compared.
    pub direction: Option<Direction>,
    /// What decided on it, for `diff --why`.
    pub reason: FacetReason,
}

/// What decided on a facet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetReason {
    /// The rule that found the facet, or that settled whether it is a fact.
    pub rule: &'static str,
    /// The learnt score, where one was asked for; above `threshold` the facet is a fact.
    pub score: Option<f32>,
    /// What the score must exceed.
    pub threshold: f32,
    /// The features that moved the score most, and by how much.
    pub features: Vec<(String, f32)>,
    /// Words of the facet, each with how the other version tells it.
    pub told: Vec<(String, &'static str)>,
}

/// The note in the new text that admits a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeLink {
    /// Where the note stands in the new text.
    pub b_span: Span,
    /// What the note announces.
    pub kind: NoticeKind,
}

/// What all changes of a comparison come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// `None` when nothing changed.
    pub weight: Option<Weight>,
    /// Whether information was added, removed or updated.
    pub information: Information,
    /// Any change is silent.
    pub silent: bool,
}

/// Declares an enum whose variants are written as one lower-case word.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word that JSON and the screen use.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+ };
}

words! {
    /// What was done to the sentences.
    Action {
        /// A sentence was rewritten.
        Edited = "edited",
        /// The new version alone has it.
        Added = "added",
        /// The old version alone has it.
        Removed = "removed",
        /// It stands at another place.
        Moved = "moved",
        /// One sentence became several.
        Split = "split",
        /// Several sentences became one.
        Merged = "merged",
    }

    /// Whether a careful reader would hold something else true.
    Weight {
        /// Only typography differs.
        Cosmetic = "cosmetic",
        /// Only the wording differs.
        Minor = "minor",
        /// A careful reader would hold something else true.
        Material = "material",
    }

    /// What became of the information.
    Information {
        /// Nothing else is told.
        Same = "same",
        /// More is told.
        Added = "added",
        /// Less is told.
        Removed = "removed",
        /// Something is told otherwise.
        Updated = "updated",
    }

    /// Whether the news moved on or the same thing is told otherwise.
    Nature {
        /// The news moved on: a later count, a plan that came about.
        Development = "development",
        /// The same event is told otherwise.
        Replacement = "replacement",
        /// The texts do not tell.
        Unclear = "unclear",
    }

    /// Which part of an article a facet lies in.
    Field {
        /// The body.
        Text = "text",
        /// The headline.
        Title = "title",
    }

    /// Which way a value moved.
    Direction {
        /// It grew.
        Up = "up",
        /// It fell.
        Down = "down",
    }

    /// The kinds of change; `docs/GLOSSARY.md` tells where each begins and ends.
    ChangeKind {
        /// A number, an amount, a share, or its bound.
        Figure = "figure",
        /// A time, a duration or an order of events.
        Date = "date",
        /// Who is quoted or cited.
        Source = "source",
        /// Words inside quotation marks, or the marks.
        Quote = "quote",
        /// How firmly something is put.
        Certainty = "certainty",
        /// Whether something is said to be so or not.
        Polarity = "polarity",
        /// A person, place, organization, rank or title.
        Name = "name",
        /// A whole assertion.
        Statement = "statement",
        /// A note of correction, clarification or update.
        Notice = "notice",
        /// The headline as a whole.
        Headline = "headline",
        /// Who wrote it.
        Byline = "byline",
        /// The place of a passage.
        Order = "order",
        /// What a copy editor does.
        Wording = "wording",
        /// Marks, spaces, capitals, forms of letters.
        Typography = "typography",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro above makes every enum alike")]
impl Default for Information {
    fn default() -> Self {
        Self::Same
    }
}
