//! `writethru report`: writes what is known of a story as one file to hand on.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::TimelineQuery;
use crate::render::html::story_title;
use crate::render::sheet::{self, ReportParts};
use crate::track::AuditFilter;

/// Write a report on a story as one file: what changed, the timeline, the sources
///
/// Changes without a notice come first; then those that a notice names, where accounts
/// differ, the timeline, the sources, and how to read it all.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru report ukraine-talks > report.html\n  \
    writethru report ukraine-talks --format md > report.md")]
pub(crate) struct ReportArgs {
    /// Name of the story
    story: String,
    /// How to write it
    #[arg(long, value_enum, default_value = "html", value_name = "FORMAT")]
    format: ReportFormat,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum ReportFormat {
    /// One web page that needs nothing else
    Html,
    /// Markdown
    Md,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ReportArgs) -> Result<CommandOutcome, CliError> {
    ctx.publish(Some(&args.story))?;
    let archive = ctx.archive()?;
    let timeline = archive.timeline(&args.story, &TimelineQuery::default())?;
    let name = Some(timeline.story.as_str());
    let (changes, audit) =
        (archive.changes(name)?, archive.audit(name, AuditFilter { reviewed: true, ..AuditFilter::default() })?);
    let (conflicts, log) = (archive.conflicts(&args.story)?, archive.log(name)?);
    let parts = ReportParts { audit: &audit, changes: &changes, timeline: &timeline, conflicts: &conflicts, log: &log };
    let sheets = sheet::report(parts);
    let title = &story_title(timeline.title.as_deref(), &timeline.story);
    let text = match args.format {
        ReportFormat::Html => sheet::html(title, &sheets),
        ReportFormat::Md => sheet::markdown(title, &sheets),
    };
    ctx.out.show(&text)?;
    Ok(CommandOutcome::Done)
}
