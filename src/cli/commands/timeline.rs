//! `writethru timeline`: prints what happened, in order, with its evidence.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::{Outcome, moment};
use crate::model::TimelineQuery;
use crate::model::view::{Clock, TimelineView};
use crate::render::{export, json, screen};

/// Print what happened, in order of when it happened, with who tells it
///
/// Each line ends with the version and sentence it rests on, as in `[v3 s12]`;
/// `writethru show STORY/ARTICLE@3 --sentence 12` prints that sentence. What no text
/// dates stands apart. `timeline diff STORY --between T1 T2` tells what the chronology
/// gained, lost and revised.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(after_help = "Examples:\n  writethru timeline ukraine-talks\n  \
    writethru timeline ukraine-talks --as-of '24 April 2025 9am'\n  \
    writethru timeline ukraine-talks --top 5 --format html > timeline.html\n  \
    writethru timeline diff ukraine-talks --between 2025-04-24 2025-04-26")]
pub struct TimelineArgs {
    #[command(subcommand)]
    diff: Option<TimelineCommand>,
    /// Name of the story
    #[arg(required = true)]
    story: Option<String>,
    /// What readers had been told by this time
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// Only what was first told or changed after this time
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Go by the archive's captures, or by the times the pages state
    #[arg(long, value_enum, default_value = "captured")]
    clock: ClockName,
    /// Only the so many days that matter most
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Sentences a day, with --top
    #[arg(long, value_name = "N", default_value = "1", requires = "top")]
    sentences: usize,
    /// Tell all the evidence of one entry, named by its id or by words in it
    #[arg(long, value_name = "ENTRY", conflicts_with = "format")]
    why: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: TimelineFormat,
}

#[derive(clap::Subcommand, Debug)]
enum TimelineCommand {
    /// Print what the chronology gained, lost and revised between two moments
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
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum ClockName {
    Captured,
    Stated,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum TimelineFormat {
    Text,
    /// Markdown
    Md,
    /// One self-contained page
    Html,
    Json,
    /// Every column the timeline has
    Csv,
    /// The spreadsheet of `TimelineJS`
    KnightLab,
    /// `TimelineJS`
    TimelineJs,
    /// iCalendar
    Ics,
    /// schema.org in JSON-LD
    JsonLd,
}

impl From<ClockName> for Clock {
    fn from(name: ClockName) -> Self {
        match name {
            ClockName::Captured => Self::Captured,
            ClockName::Stated => Self::Stated,
        }
    }
}

pub fn run(ctx: &mut Context, args: &TimelineArgs) -> Result<Outcome, CliError> {
    if let Some(TimelineCommand::Diff { story, between, clock, format }) = &args.diff {
        let (from, to) = (moment_of(ctx, story, &between[0])?, moment_of(ctx, story, &between[1])?);
        let view = ctx.desk()?.timeline_diff(story, from.min(to), from.max(to), (*clock).into())?;
        ctx.answer(*format, &view, screen::timeline_diff)?;
        return Ok(Outcome::Done);
    }
    let story = args.story.as_deref().unwrap_or_default();
    let moment = |ctx: &mut Context, words: &Option<String>| {
        words.as_deref().map(|words| moment_of(ctx, story, words)).transpose()
    };
    let query = TimelineQuery {
        dates: args.top,
        sentences: args.sentences,
        as_of: moment(ctx, &args.as_of)?,
        since: moment(ctx, &args.since)?,
        clock: args.clock.into(),
        ..TimelineQuery::default()
    };
    let view = ctx.desk()?.timeline(story, &query)?;
    if view.entries.is_empty() && view.undated.is_empty() {
        ctx.out.remark(&format!(
            "no event or statement is found yet; `writethru add FILE --story {story}` adds a version"
        ));
    }
    let text = match &args.why {
        Some(wanted) => why(ctx, &view, wanted)?,
        None => write(ctx, &view, args.format)?,
    };
    ctx.out.show(&text)?;
    Ok(Outcome::Done)
}

fn moment_of(ctx: &mut Context, story: &str, words: &str) -> Result<DateTime<Utc>, CliError> {
    let zone: Tz = ctx.desk()?.zone_of(Some(story))?;
    moment::instant(words, zone, ctx.now)
}

fn write(ctx: &Context, view: &TimelineView, format: TimelineFormat) -> Result<String, CliError> {
    let left_out = match format {
        TimelineFormat::Ics => export::icalendar::left_out(view),
        TimelineFormat::TimelineJs | TimelineFormat::KnightLab => export::timelinejs::left_out(view),
        _ => None,
    };
    if let Some(words) = left_out {
        ctx.out.remark(&words);
    }
    Ok(match format {
        TimelineFormat::Text => screen::timeline(ctx.look, view),
        TimelineFormat::Md => export::markdown::timeline(view),
        TimelineFormat::Html => export::html::timeline(view),
        TimelineFormat::Json => json::write(view)?,
        TimelineFormat::Csv => export::csv::timeline(view),
        TimelineFormat::KnightLab => export::csv::knight_lab(view),
        TimelineFormat::TimelineJs => export::timelinejs::timeline(view),
        TimelineFormat::Ics => export::icalendar::timeline(view),
        TimelineFormat::JsonLd => export::jsonld::timeline(view),
    })
}

/// Tells one entry in full: the one with this id, else the first that holds the words.
fn why(ctx: &Context, view: &TimelineView, wanted: &str) -> Result<String, CliError> {
    let lower = wanted.to_lowercase();
    let all = || view.entries.iter().chain(&view.undated);
    let named = all().find(|entry| entry.id == wanted);
    let found = named.or_else(|| all().find(|entry| entry.text.to_lowercase().contains(&lower)));
    match found {
        Some(entry) => Ok(screen::why(ctx.look, entry, view)),
        None => Err(CliError::refused(
            format!("no entry is called or holds `{wanted}`"),
            format!("`writethru timeline {} --format json` lists ids and texts", view.story),
        )),
    }
}
