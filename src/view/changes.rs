//! Holds what updates did: what `Archive::changes` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, VersionRow};
use crate::model::{Action, ChangeKind, Direction, Field, Information, Nature, NoticeKind, Weight};

/// Every update of a story or an article, in order of capture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangesView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The updates, in order of capture.
    pub updates: Vec<UpdateView>,
}

/// One version against the one before: it came between `from.last_seen` and `to.captured`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UpdateView {
    /// The article.
    pub article: ArticleHead,
    /// The old version.
    pub from: VersionRow,
    /// The new version.
    pub to: VersionRow,
    /// What all changes come to.
    pub verdict: VerdictView,
    /// How many changes of each weight.
    pub counts: ChangeCounts,
    /// When an editor reviewed it, if that was marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<DateTime<Utc>>,
    /// The changes, by place in the text.
    pub changes: Vec<ChangeView>,
}

/// How many changes of each weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCounts {
    /// Changes of a claim.
    pub material: usize,
    /// Changes of wording.
    pub minor: usize,
    /// Changes of typography.
    pub cosmetic: usize,
    /// Material ones that no notice names.
    pub silent: usize,
}

/// What all changes of an update come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictView {
    /// `None` when nothing changed.
    pub weight: Option<Weight>,
    /// Whether information came or went.
    pub information: Information,
    /// Material, and no notice names it.
    pub silent: bool,
    /// The text was replaced as a whole: hardly a sentence of one version has a counterpart in the other.
    #[serde(default)]
    pub replaced: bool,
}

/// One edit with its sentences in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeView {
    /// Names it by both versions and the place of its sentences.
    pub id: String,
    /// Place in the list of the update's changes, from 1.
    pub number: usize,
    /// What was done to the sentences.
    pub action: Action,
    /// How much it matters.
    pub weight: Weight,
    /// Whether information came or went.
    pub information: Information,
    /// Development of the news or replacement of what was said, where it can be told.
    pub nature: Option<Nature>,
    /// Material, and no notice names it.
    pub silent: bool,
    /// The notice that admits it, in this version or a later one.
    pub notice: Option<NoticeView>,
    /// What changed in it, one claim each.
    pub facets: Vec<FacetView>,
    /// The sentences were rewritten and tell the same facts.
    #[serde(default)]
    pub rewritten: bool,
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
    /// What kind of claim it is.
    pub kind: ChangeKind,
    /// The old words.
    pub before: Option<String>,
    /// The new words.
    pub after: Option<String>,
    /// Headline or text.
    pub field: Field,
    /// What it is about: what a figure counts ("killed"), the words whose speaker changed.
    pub about: Option<String>,
    /// New value less old value, of figures.
    pub delta: Option<f64>,
    /// Which way it changed.
    pub direction: Option<Direction>,
    /// Number of the fact within the update, from 1: the same in every place that tells it.
    #[serde(default)]
    pub fact: usize,
    /// The headline tells the fact too.
    #[serde(default)]
    pub in_headline: bool,
    /// What stands in each slot of the claim, for `--why`; `diff` alone tells it.
    #[serde(default)]
    pub slots: Vec<SlotView>,
    /// What decided on it: the rule, the learnt score, how its words are told in the other version; `diff` alone tells it.
    #[serde(default)]
    pub why: Vec<String>,
}

/// A part of a claim by which two versions are compared: what is done, who does it, what is counted, when, who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotView {
    /// `predicate`, `role`, `figure`, `date`, `name`, `source`, `certainty`.
    pub slot: String,
    /// What stands there in the old version.
    pub before: Option<String>,
    /// What stands there in the new version.
    pub after: Option<String>,
}

/// A note in which the outlet admits or announces a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoticeView {
    /// What kind of notice it is.
    pub kind: NoticeKind,
    /// The words.
    pub text: String,
    /// The version that first shows it.
    pub version: usize,
    /// From the capture of the change to that of the notice; 0 in the same version.
    pub delay_seconds: i64,
}
