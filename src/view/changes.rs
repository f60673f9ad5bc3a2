//! Holds what updates did: what `Desk::changes` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, VersionRow};
use crate::model::{Action, ChangeKind, Direction, Field, Information, Nature, NoticeKind, Weight};

/// Every update of a story or an article, in order of capture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangesView {
    pub timezone: Tz,
    pub updates: Vec<UpdateView>,
}

/// One version against the one before: it came between `from.last_seen` and `to.captured`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UpdateView {
    pub article: ArticleHead,
    pub from: VersionRow,
    pub to: VersionRow,
    pub verdict: VerdictView,
    pub counts: ChangeCounts,
    pub changes: Vec<ChangeView>,
}

/// How many changes of each weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCounts {
    pub material: usize,
    pub minor: usize,
    pub cosmetic: usize,
    /// Material ones that no notice names.
    pub silent: usize,
}

/// What all changes of an update come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictView {
    /// `None` when nothing changed.
    pub weight: Option<Weight>,
    pub information: Information,
    pub silent: bool,
}

/// One edit with its sentences in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeView {
    /// Place in the list of the update's changes, from 1.
    pub number: usize,
    pub action: Action,
    pub weight: Weight,
    pub information: Information,
    pub nature: Option<Nature>,
    pub silent: bool,
    /// The notice that admits it, in this version or a later one.
    pub notice: Option<NoticeView>,
    pub facets: Vec<FacetView>,
    /// Sentences of the old version, from 1.
    pub a: Vec<usize>,
    /// Sentences of the new version, from 1.
    pub b: Vec<usize>,
    /// The old sentences, word for word.
    pub a_text: String,
    /// The new sentences, word for word.
    pub b_text: String,
    /// The rules that decided, for `--why`.
    pub why: Vec<String>,
}

/// One claim that stands otherwise now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetView {
    pub kind: ChangeKind,
    pub before: Option<String>,
    pub after: Option<String>,
    pub field: Field,
    /// What it is about: what a figure counts ("killed"), the words whose speaker changed.
    pub about: Option<String>,
    pub delta: Option<f64>,
    pub direction: Option<Direction>,
}

/// A note in which the outlet admits or announces a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoticeView {
    pub kind: NoticeKind,
    pub text: String,
    /// The version that first shows it.
    pub version: usize,
    /// From the capture of the change to that of the notice; 0 in the same version.
    pub delay_seconds: i64,
}
