//! Holds what commands and pages show: plain data, ready to be written in any format.
//!
//! A layer of its own above `model`. In: `track` fills a view as the answer to a question.
//! Out: `render` writes it as terminal text, HTML or JSON; `--format json` is its
//! serialization (`docs/JSON.md`), so renaming a field here changes what programs read.
//!
//! Some views repeat the fields of a type of `model` (`EntryView` and `TimelineEntry`,
//! `ClaimView` and `Claim`, `VersionRow` and `Version`). The views name articles and
//! versions as readers do: by reference and number, with the outlet, sentences counted
//! from 1. The types of `model` hold ids, places from 0 and spans. A view holds no
//! offsets, so `[v3 s12]` on the screen is `show STORY@3 --sentence 12`.
//!
//! - `head.rs`: the lines that name an article and a version; `reference.rs`: how readers name them
//! - `log.rs`, `show.rs`, `diff.rs`, `changes.rs`, `blame.rs`: answers about versions
//! - `story.rs`, `search.rs`: lists, and where words stand; `news.rs`: what was recorded since somebody looked
//! - `texts.rs`: articles with their texts, for exports; `results.rs`: what other machines derive of them
//! - `briefing.rs`, `claims.rs`, `people.rs`, `review.rs`, `timeline.rs`: answers about a whole story; `entry_filter.rs`,
//!   `filtering.rs`: what of a timeline is asked for
//! - `edits.rs`: manual edits of a timeline; `reviewed.rs`: marks of review; `recorded.rs`, `upkeep.rs`, `removal.rs`: what a
//!   command did; `proof.rs`: what is proved of the ledger
//! - `watch.rs`, `looked.rs`, `archives.rs`, `hook.rs`: pages that are looked at, watched, or taken from archives, and who is told;
//!   `site.rs`: how sites are read, and what they repeat

pub(crate) mod archives;
pub(crate) mod blame;
pub(crate) mod briefing;
pub(crate) mod changes;
pub(crate) mod claims;
pub(crate) mod diff;
pub(crate) mod edits;
pub(crate) mod entry_filter;
mod filtering;
pub(crate) mod head;
pub(crate) mod hook;
pub(crate) mod log;
pub(crate) mod looked;
pub(crate) mod news;
pub(crate) mod people;
pub(crate) mod proof;
pub(crate) mod recorded;
pub(crate) mod reference;
pub(crate) mod removal;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod reviewed;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod site;
pub(crate) mod story;
pub(crate) mod texts;
pub(crate) mod timeline;
pub(crate) mod upkeep;
pub(crate) mod watch;

pub use archives::{ArchiveImportView, EarlierLook, LookBody, LookFile};
pub use blame::{BlameLine, BlameView};
pub use briefing::{BriefingView, NewArticleView, StoryBriefing};
pub use changes::{ChangeCounts, ChangeView, ChangesView, FacetView, NoticeView, SlotView, UpdateView, VerdictView};
pub use claims::{ClaimFirst, ClaimKind, ClaimOccurrence, ClaimView, ClaimsView};
pub use diff::{DiffView, Passage, PassageKind, Run, RunKind};
pub use edits::{EditRequest, EditRow, EditState, EditsView, EntryRequest, NameRequest};
pub use entry_filter::EntryFilter;
pub use head::{ArticleHead, NoteView, VersionRow};
pub use hook::{DeliveryRow, HookLogView, HookMessage, HookRow, HookRunView, HooksView};
pub use log::{ArticleLog, LogRow, LogView, LookRow};
pub use looked::{LookOutcome, LookedBatchView, LookedView, PageLookRow};
pub use news::{ArticleNews, NewsView, StoryNews};
pub use people::{PeopleView, PersonNameView, PersonView};
pub use proof::{ProofView, ReceiptCheck, ReceiptView};
pub use recorded::{BatchCounts, BatchView, Outcome, RecordedView, RefusedView};
pub use reference::{Moment, PlaceReference, Reference, ReferenceError, VersionPick};
pub use removal::{ForgetView, HoldRow, HoldsView, TombstoneRow, TombstonesView};
pub use results::{ReadingAnswer, ReadingText, ReadingTexts, ResultsView};
pub use review::{
    AuditRow, AuditView, FigurePoint, FigureSeries, FiguresView, NoteCheckView, StandingPlace, StandingView,
};
pub use reviewed::ReviewedView;
pub use search::{SearchHit, SearchView};
pub use show::{ParagraphView, SentenceView, ShowView};
pub use site::{PageReading, RepeatedLineRow, RepeatedLinesView, SelectedView, SitePageView, SiteTestView, SitesView};
pub use story::{ArticleList, ArticleRow, RevisedFigure, StoryDone, StoryHead, StoryList, StoryRow};
pub use texts::{ArticleTexts, VersionContent};
pub use timeline::{
    ConflictSideView, ConflictView, ConflictsView, EntryView, EvidenceView, Filtered, FirstReportView, HistoryView,
    TimelineDiffView, TimelineView, WordsPlaceView,
};
pub use upkeep::{
    BackupView, CheckProblem, CheckView, DamagedVersion, ReindexView, RepairView, RestoreView, VacuumView,
};
pub use watch::{
    WatchEvent, WatchEventView, WatchPageRow, WatchRow, WatchSummary, WatchTestItem, WatchTestView, WatchView,
    WatchesView,
};
