//! `writethru timeline`: prints what happened, in order, with its evidence.
//!
//! In: a story and what to show of it. Out: its timeline as text or in an export
//! format. `filter` holds the options that narrow it, `edits` the subcommands by which an editor changes it, `dates`
//! how days are typed.

mod dates;
pub(crate) mod edits;
mod filter;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::model::{Clock, TimelineQuery, shell_word};
use crate::render::counted::count;
use crate::render::{export, screen};
use crate::view::TimelineView;
use edits::Ask;
use filter::EntryFilterArgs;

/// Print what happened, in order of when it happened, with who tells it
///
/// Each line ends with the version and sentence it rests on, as in `[v3 s12]`;
/// `writethru show STORY/ARTICLE@3 --sentence 12` prints that sentence. What no text
/// dates stands apart. `timeline diff STORY --between T1 T2` tells what the chronology
/// gained, lost and revised. The other subcommands correct the chronology by hand and
/// never touch the evidence.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(after_help = "Examples:\n  writethru timeline ukraine-talks\n  \
    writethru timeline ukraine-talks --as-of '24 April 2025 9am'\n  \
    writethru timeline ukraine-talks --from 2025-04-24 --outlet lantern --kind statement\n  \
    writethru timeline ukraine-talks --top 5 --format html > timeline.html\n  \
    writethru timeline diff ukraine-talks --between 2025-04-24 2025-04-26\n  \
    writethru timeline ukraine-talks --why 'missiles struck Kyiv'\n  \
    writethru timeline date ukraine-talks 'missiles struck Kyiv' 2025-04-24")]
pub(crate) struct TimelineArgs {
    #[command(subcommand)]
    command: Option<TimelineCommand>,
    /// Name of the story
    #[arg(required = true)]
    story: Option<String>,
    /// What readers had been told by this time; a day or a month means its end
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// Only what was first told or changed after this time, such as `yesterday 8pm` or `2d`; a day or a month means its start
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Go by the archive's captures, or by the times the pages state; where one states none, its capture counts
    #[arg(long, value_enum, default_value = "captured")]
    clock: ClockName,
    #[command(flatten)]
    filter: EntryFilterArgs,
    /// Only the so many days that matter most
    #[arg(long, value_name = "N", value_parser = crate::cli::at_least_one::read)]
    top: Option<usize>,
    /// Sentences a day, with --top
    #[arg(
        long, value_name = "N", default_value = "1", requires = "top", value_parser = crate::cli::at_least_one::read
    )]
    sentences: usize,
    /// Tell all the evidence of one entry, named by its id, its place or words in it
    #[arg(long, value_name = "ENTRY", conflicts_with = "format")]
    why: Option<String>,
    /// Show the id of each entry, by which it can be edited
    #[arg(long)]
    ids: bool,
    /// How to write it
    #[arg(long, value_parser = format_names(), default_value = TEXT, value_name = "FORMAT")]
    format: String,
}

#[derive(clap::Subcommand, Debug)]
enum TimelineCommand {
    /// Print what the chronology gained, lost and revised between two moments
    #[command(after_help = "Examples:\n  writethru timeline diff ukraine-talks --between 2025-04-24 2025-04-26")]
    Diff {
        /// Name of the story
        story: String,
        /// The two moments
        #[arg(long, num_args = 2, value_names = ["TIME", "TIME"], required = true)]
        between: Vec<String>,
        #[arg(long, value_enum, default_value = "captured")]
        clock: ClockName,
        #[command(flatten)]
        format: crate::cli::context::FormatFlag,
    },
    /// Keep an entry in every selection
    Pin(edits::PinArgs),
    /// Leave an entry out of the timeline
    Hide(edits::HideArgs),
    /// Make one entry of two that tell the same
    Merge(edits::MergeArgs),
    /// Make two entries of one whose sentences tell two events
    Split(edits::SplitArgs),
    /// Give an entry its true date
    Date(edits::DateArgs),
    /// Put words beside an entry
    Note(edits::NoteArgs),
    /// Give an entry a word to find it by, as in `timeline STORY --tag WORD`
    Tag(edits::TagArgs),
    /// Take such a word away
    Untag(edits::TagArgs),
    /// Add an entry that no version reports, with what it rests on
    Add(edits::AddEntryArgs),
    /// List what was edited by hand
    Edits(edits::EditsArgs),
    /// Take an edit back
    Undo(edits::UndoArgs),
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum ClockName {
    Captured,
    Stated,
}

/// The format of the screen; all others are rows of [`export::FORMATS`].
const TEXT: &str = "text";

/// Returns what may follow `--format`.
fn format_names() -> PossibleValuesParser {
    let rows = export::FORMATS.iter().map(|format| match format.help {
        "" => PossibleValue::new(format.name),
        help => PossibleValue::new(format.name).help(help),
    });
    PossibleValuesParser::new(std::iter::once(PossibleValue::new(TEXT)).chain(rows))
}

impl From<ClockName> for Clock {
    fn from(name: ClockName) -> Self {
        match name {
            ClockName::Captured => Self::Captured,
            ClockName::Stated => Self::Stated,
        }
    }
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &TimelineArgs) -> Result<CommandOutcome, CliError> {
    if let Some(command) = &args.command {
        return run_command(ctx, command);
    }
    let story = args.story.as_deref().unwrap_or_default();
    let query = TimelineQuery {
        dates: args.top,
        sentences: args.sentences,
        as_of: args.as_of.as_deref().map(|words| end_of(ctx, story, words)).transpose()?,
        since: args.since.as_deref().map(|words| start_of(ctx, story, words)).transpose()?,
        clock: args.clock.into(),
        ..TimelineQuery::default()
    };
    if !matches!(args.format.as_str(), TEXT | "json") {
        ctx.publish(Some(story))?;
    }
    let filter = args.filter.read(ctx, story)?;
    let view = ctx.archive()?.timeline_of(story, &query, &filter)?;
    if view.entries.is_empty() && view.undated.is_empty() {
        let before = crate::cli::commands::empty_store::nothing_by(ctx, story, query.as_of)?;
        ctx.out.remark(&before.unwrap_or_else(|| nothing(&view, args)));
    }
    let text = match &args.why {
        Some(wanted) => screen::why(ctx.look, ctx.archive()?.entry_meant(&view, wanted)?, &view),
        None if args.ids && args.format == TEXT => screen::timeline_with_ids(ctx.look, &view),
        None => write(ctx, &view, &args.format)?,
    };
    ctx.out.show(&text)?;
    Ok(CommandOutcome::Done)
}

/// Says what was looked at, where nothing is left of it.
fn nothing(view: &TimelineView, args: &TimelineArgs) -> String {
    let story = &view.story;
    if args.as_of.is_some() || args.since.is_some() {
        let when = if args.since.is_some() { "since then" } else { "by then" };
        return format!("nothing is found {when} that was asked for; `writethru timeline {story}` lists all");
    }
    let Some(filter) = view.filter.as_ref().filter(|filter| 0 < filter.of && !filter.asked.is_whole()) else {
        let story = shell_word(story);
        return format!("no event or statement is found yet; `writethru add FILE --story {story}` adds a version");
    };
    let mut outlets: Vec<&str> = view.articles.iter().filter_map(|article| article.outlet.as_deref()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let of_outlets = match (args.filter.outlet.is_empty(), outlets.is_empty()) {
        (false, false) => format!("; its outlets are {}", outlets.join(", ")),
        _ => String::new(),
    };
    let of_people = match args.filter.speaker.is_empty() {
        true => String::new(),
        false => format!("; `writethru people {story}` lists who is quoted"),
    };
    format!(
        "none of {} of `{story}` is so{of_outlets}{of_people}; `writethru timeline {story}` lists all",
        count(filter.of, "entry", "entries")
    )
}

fn run_command(ctx: &mut Context, command: &TimelineCommand) -> Result<CommandOutcome, CliError> {
    use TimelineCommand::*;
    let ask = match command {
        Diff { story, between, clock, format } => {
            let (from, to) = (end_of(ctx, story, &between[0])?, end_of(ctx, story, &between[1])?);
            let view = ctx.archive()?.timeline_diff(story, from.min(to), from.max(to), (*clock).into())?;
            ctx.answer(*format, &view, screen::timeline_diff)?;
            return Ok(CommandOutcome::Done);
        }
        Pin(args) => Ask::Pin(args),
        Hide(args) => Ask::Hide(args),
        Merge(args) => Ask::Merge(args),
        Split(args) => Ask::Split(args),
        Date(args) => Ask::Date(args),
        Note(args) => Ask::Note(args),
        Tag(args) => Ask::Tag(args),
        Untag(args) => Ask::Untag(args),
        Add(args) => Ask::Add(args),
        Edits(args) => Ask::List(args),
        Undo(args) => Ask::Undo(args),
    };
    edits::run(ctx, &ask)?;
    Ok(CommandOutcome::Done)
}

fn start_of(ctx: &mut Context, story: &str, words: &str) -> Result<DateTime<Utc>, CliError> {
    let zone: Tz = ctx.archive()?.zone_of(Some(story))?;
    moment::start(words, zone, ctx.now)
}

/// Reads a time that says how things stood then: a day means its end.
fn end_of(ctx: &mut Context, story: &str, words: &str) -> Result<DateTime<Utc>, CliError> {
    let zone: Tz = ctx.archive()?.zone_of(Some(story))?;
    moment::end(words, zone, ctx.now)
}

/// Returns the timeline in a format; remarks on what the format leaves out.
fn write(ctx: &Context, view: &TimelineView, format: &str) -> Result<String, CliError> {
    let Some(format) = export::format_named(format) else { return Ok(screen::timeline(ctx.look, view)) };
    if let Some(words) = (format.left_out)(view) {
        ctx.out.remark(&words);
    }
    Ok((format.write)(view)?)
}
