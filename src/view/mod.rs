//! Holds what commands and pages show: plain data, ready to be written in any format.
//!
//! `track` fills a view, `render` writes it as terminal text, HTML or JSON. A view
//! holds words and numbers only, never offsets: `--format json` is its very
//! serialisation (`docs/JSON.md`). Versions and sentences count from 1, as on
//! the screen, so `[v3 s12]` is `show STORY@3 --sentence 12`.

pub(crate) mod blame;
pub(crate) mod changes;
pub(crate) mod claims;
pub(crate) mod diff;
pub(crate) mod edits;
pub(crate) mod head;
pub(crate) mod log;
pub(crate) mod recorded;
pub(crate) mod reference;
pub(crate) mod review;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod story;
pub(crate) mod timeline;
pub(crate) mod upkeep;

pub use blame::{BlameLine, BlameView};
pub use changes::{ChangeCounts, ChangeView, ChangesView, FacetView, NoticeView, UpdateView, VerdictView};
pub use claims::{ClaimFirst, ClaimKind, ClaimTelling, ClaimView, ClaimsView};
pub use diff::{DiffView, Passage, PassageKind, Run, RunKind};
pub use edits::{EditRequest, EditRow, EditState, EditsView};
pub use head::{ArticleHead, NoteView, VersionRow};
pub use log::{ArticleLog, LogRow, LogView};
pub use recorded::{BatchView, Outcome, RecordedView, RefusedView};
pub use reference::{Moment, Reference, ReferenceError, VersionPick};
pub use review::{
    AuditRow, AuditView, FigurePoint, FigureSeries, FiguresView, NoteCheckView, StandingPlace, StandingView,
};
pub use search::{SearchHit, SearchView};
pub use show::{ParagraphView, SentenceView, ShowView};
pub use story::{ArticleList, ArticleRow, StoryDone, StoryList, StoryRow};
pub use timeline::{
    ConflictSideView, ConflictView, ConflictsView, EntryView, EvidenceView, FirstReportView, HistoryView,
    TimelineDiffView, TimelineView,
};
pub use upkeep::{BackupView, CheckProblem, CheckView, ReindexView};
