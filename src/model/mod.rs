//! Holds the shared words of the program: plain data, no logic beyond constructors and small questions.
//!
//! Every layer speaks in these types, so a `Statement` on a web page is the same
//! thing as in the store. One word a file; `docs/GLOSSARY.md` says where each
//! word comes from. Offsets are bytes of the text they point into; the JSON
//! edge turns them into Unicode code points.
//!
//! In: nothing, this is the lowest layer. Out: types, in the order in which they arise on the way of a text to a timeline:
//!
//! 1. `capture`, `version`, `story`: what was fetched, kept and followed; `captured_by`: who says when.
//!    `moment`, `written_time`, `typed_date`, `clock`: when, with `calendar_names`, `zone_name` and `zone_abbreviations`.
//! 2. `span`, `document`, `quotation`: a text as it was read; `hidden_mark`: what it carries for machines alone.
//! 3. `timex`, `edtf`: the times in it; `entity`, `figure`, `statement`, `event`, `notice`, `note`:
//!    what it says; `analysis`: all of that for one text.
//! 4. `change`: what differs between two versions.
//! 5. `claim`, `timeline`: one story over many versions; `manual_edit`, `entry_source`: what an editor changed by hand;
//!    `identity`: names that outlive another reading.
//! 6. `hook`: who is told of changes; `site`: how the pages of a site are read; `watch_hours`: when pages are looked at.
//! 7. `plain_table`: what is handed on to other programs, column by column.
//!
//! `causes` writes an error with its causes, `hex` bytes as digits; `number_names` and `words` hold what is written in words,
//! `shell_word` what is typed in a shell, and `plain_line` words of others without signs that steer.

mod analysis;
mod calendar_names;
mod capture;
mod captured_by;
mod causes;
mod change;
mod claim;
mod clock;
mod document;
mod edtf;
mod entity;
mod entry_source;
mod event;
mod figure;
mod hex;
mod hidden_mark;
mod hook;
mod identity;
mod manual_edit;
mod moment;
mod note;
mod notice;
mod number_names;
mod plain_line;
mod plain_table;
mod quotation;
mod shell_word;
mod site;
mod span;
mod statement;
mod story;
mod timeline;
mod timex;
mod typed_date;
mod version;
mod watch_hours;
mod words;
mod written_time;
mod zone_abbreviations;
mod zone_name;

pub use analysis::{Analysis, Placed, Setting, Side, beginning_in};
pub(crate) use calendar_names::{
    MONTHS, WEEKDAYS, is_day_by_today, is_half_of_day, is_month, is_noon_or_midnight, is_weekday, month_named,
    season_named, weekday_named,
};
pub use capture::{Capture, CaptureRecord, HttpFacts, Origin, OriginKind, Original};
pub use captured_by::CapturedBy;
pub(crate) use causes::with_causes;
pub use change::{
    Action, Change, ChangeKind, Comparison, Direction, Facet, FacetReason, Field, Information, Nature, NoticeLink,
    Verdict, Weight,
};
pub use claim::{Assertion, Claim, ClaimKind, Occurrence};
pub use clock::Clock;
pub use document::{Document, Paragraph, Rel, Role, Sentence, Token, Upos};
pub use edtf::{Edtf, EdtfError, Precision};
pub use entity::{Entity, EntityKind, Mention, MentionForm};
pub use entry_source::{AddedByHand, EntrySource};
pub use event::{Basis, Event, Modality};
pub use figure::{Bound, Figure, people_counted};
pub(crate) use hex::hex;
pub use hidden_mark::{HiddenMarkKind, HiddenMarks};
pub use hook::{FeedFormat, HookFilter, HookTarget, SecretRef, SecretRefError, Threshold};
pub use identity::{Named, WordsMark, hash_of_words, identity, words_mark};
pub use manual_edit::{ManualEdit, ManualEditKind, Undone};
pub use moment::{CLOCK_SKEW, DAY_IN_SECONDS, DocumentTime, MomentError, TimeDoubt, in_zone, instant_in_calendar};
pub use note::Note;
pub use notice::{Notice, NoticeKind};
pub(crate) use number_names::NUMBER_NAMES;
pub(crate) use plain_line::{plain_line, plain_lines};
pub use plain_table::{PlainTable, PlainType};
pub use quotation::Quotation;
pub(crate) use shell_word::shell_word;
pub use site::{RepeatedLine, Selectors, SiteSelectors};
pub use span::{Span, touching};
pub use statement::{Certainty, Polarity, Statement, StatementKind};
pub use story::{Article, ArticleId, CaptureId, Outlet, OutletId, Story, StoryId, VersionId, slug, title};
pub use timeline::{
    Conflict, ConflictSide, ConflictState, EntryKind, Evidence, FirstReport, HistoryItem, Status, Timeline,
    TimelineEntry, TimelineQuery, WordsPlace,
};
pub use timex::{Timex, TimexMod, TimexType};
pub use typed_date::{TypedDateError, typed_date};
pub use version::{Content, DatedBy, Version};
pub use watch_hours::{WatchHours, WatchHoursError};
#[cfg(test)]
pub(crate) use words::UNSPACED;
pub(crate) use words::has_no_spaces;
pub use words::{is_dense, words_of};
pub use written_time::{TimeDirection, WrittenDay, WrittenTime, WrittenTimeError};
pub(crate) use zone_abbreviations::{ABBREVIATIONS, ZONE_NAMES, ZoneTime, is_zone_abbreviation, is_zone_in_any_case};
pub use zone_name::{ZoneNameError, zone_label, zone_named};
