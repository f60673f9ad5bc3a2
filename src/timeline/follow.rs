//! Follows each telling through the versions of one article.
//!
//! v1: `Ten were killed on Monday.`  v2: `Twelve were killed on Monday.`
//!
//! is one thread, revised in v2, not one event withdrawn and another one
//! reported. A plan that a later version tells as done ends its thread and
//! opens a linked one. An article is followed version by version, so a new
//! version costs its own length and no more, however many came before; and a
//! run of versions with the same words is one entry of the evidence.

use serde::{Deserialize, Serialize};

use crate::model::{ChangeKind, DocumentTime, EntryKind, Span};

use super::align::{pair_lines, pair_tellings};
use super::revise::revisions;
use super::telling::{ArticleTellings, FigureTold, Line, Telling, VersionTellings};

/// An article with what became of each of its tellings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Followed {
    pub id: String,
    pub outlet: String,
    pub versions: Vec<Times>,
    /// In order of first telling.
    pub threads: Vec<Thread>,
    /// The latest version and the thread of each of its tellings.
    latest: Option<VersionTellings>,
    open: Vec<usize>,
}

/// When a version was seen and when its page says it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    pub captured: Option<DocumentTime>,
    pub published: Option<DocumentTime>,
}

/// One telling through the versions of an article. Versions count from 0 here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// As its latest version tells it.
    pub telling: Telling,
    pub line: Line,
    /// Each wording, oldest first; the last one is `line`.
    pub wordings: Vec<Wording>,
    pub revisions: Vec<Revision>,
    /// The thread that tells this plan as done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<usize>,
    /// The thread of the plan that this event carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<usize>,
}

/// The same words over a run of versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    pub from: usize,
    pub to: usize,
    /// Index of the sentence in version `from`.
    pub sentence: usize,
    pub span: Span,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureTold>,
}

/// What a version made of a telling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub version: usize,
    pub kind: ChangeKind,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Touches what is told to have happened, not only a detail beside it.
    pub core: bool,
}

impl Thread {
    fn new(telling: &Telling, line: &Line, version: usize) -> Self {
        let wording = wording(telling, line, version);
        Self {
            telling: telling.clone(),
            line: line.clone(),
            wordings: vec![wording],
            revisions: Vec::new(),
            became: None,
            planned: None,
        }
    }

    /// Returns the first version that tells it.
    pub fn first(&self) -> usize {
        self.wordings[0].from
    }

    /// Returns the last version that tells it.
    pub fn last(&self) -> usize {
        self.wordings[self.wordings.len() - 1].to
    }

    /// Takes in that `version` tells it so.
    fn goes_on(&mut self, telling: &Telling, line: &Line, version: usize) {
        if self.line.text == line.text && self.telling.speaker == telling.speaker {
            let wording = self.wordings.last_mut().expect("a thread begins with a wording");
            wording.to = version;
        } else {
            self.wordings.push(wording(telling, line, version));
        }
        if self.telling != *telling || self.line.text != line.text {
            self.revisions.extend(revisions(version, (&self.telling, &self.line), (telling, line)));
            self.telling = telling.clone();
        }
        self.line = line.clone();
    }
}

fn wording(telling: &Telling, line: &Line, version: usize) -> Wording {
    Wording {
        from: version,
        to: version,
        sentence: telling.line,
        span: line.span,
        text: line.text.clone(),
        speaker: telling.speaker.clone(),
        figures: line.figures.clone(),
    }
}

impl Followed {
    pub fn new(id: impl Into<String>, outlet: impl Into<String>) -> Self {
        Self { id: id.into(), outlet: outlet.into(), ..Self::default() }
    }

    /// Follows all versions of an article.
    pub fn of(article: &ArticleTellings) -> Self {
        let mut followed = Self::new(&article.id, &article.outlet);
        article.versions.iter().for_each(|version| followed.extend(version));
        followed
    }

    /// Takes in the next version; costs its own length.
    pub fn extend(&mut self, new: &VersionTellings) {
        let version = self.versions.len();
        self.versions.push(Times { captured: new.captured, published: new.published });
        let before = self.latest.take().unwrap_or_default();
        let lines = pair_lines(&before.lines, &new.lines);
        let pairs = pair_tellings(&before, new, &lines);
        let mut open = Vec::with_capacity(new.tellings.len());
        for (index, telling) in new.tellings.iter().enumerate() {
            let line = new.line_of(telling);
            match pairs[index].map(|old| self.open[old]) {
                Some(thread) if self.threads[thread].telling.kind == telling.kind => {
                    self.threads[thread].goes_on(telling, line, version);
                    open.push(thread);
                }
                plan => open.push(self.begin(telling, line, version, plan)),
            }
        }
        self.open = open;
        self.latest = Some(new.clone());
    }

    /// Opens a thread, linked to the plan it carries out.
    fn begin(&mut self, telling: &Telling, line: &Line, version: usize, plan: Option<usize>) -> usize {
        let index = self.threads.len();
        let mut thread = Thread::new(telling, line, version);
        if let Some(plan) = plan.filter(|&plan| self.threads[plan].telling.kind == EntryKind::Planned) {
            thread.planned = Some(plan);
            self.threads[plan].became = Some(index);
        }
        self.threads.push(thread);
        index
    }

    /// Returns the latest version, if there is one.
    pub const fn latest(&self) -> Option<&VersionTellings> {
        self.latest.as_ref()
    }
}
