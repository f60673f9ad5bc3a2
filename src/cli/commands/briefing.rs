//! `writethru briefing`: prints what is new since a moment.

use chrono::Duration;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::cli::sheet::SheetFlag;
use crate::render::{screen, sheet};

/// Hours that are looked back, where no time is given.
const DAY: i64 = 24;

/// Print what is new since a time: articles, changes, the timeline, where accounts differ
///
/// It goes by the archive's captures: what is new was not there in the last capture before that time.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru briefing\n  writethru briefing ukraine-talks --since 'yesterday 6pm'\n  \
    writethru briefing --since monday --format html > monday.html"
)]
pub(crate) struct BriefingArgs {
    /// Name of the story; without it, every story
    story: Option<String>,
    /// What is new since this time, such as `yesterday 8pm` or `2d`; a day or a month means its start [default: 24 hours ago]
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    #[command(flatten)]
    format: SheetFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &BriefingArgs) -> Result<CommandOutcome, CliError> {
    let story = args.story.as_deref();
    ctx.publish_as(args.format.format, story)?;
    let (zone, now) = (ctx.archive()?.zone_of(story)?, ctx.now);
    let since = match &args.since {
        Some(words) => moment::start(words, zone, now)?,
        None => now - Duration::hours(DAY),
    };
    let view = ctx.archive()?.briefing(story, since, now)?;
    if view.stories.is_empty() {
        ctx.out.remark("nothing is new since then; `writethru log` lists what is recorded");
    }
    ctx.hand_on(args.format.format, &view, screen::briefing, sheet::briefing)?;
    Ok(CommandOutcome::Done)
}
