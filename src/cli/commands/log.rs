//! `writethru log`: prints the versions of a story or an article, oldest first.

use super::empty_store::nothing_in;
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Print the versions of a story or an article, oldest first
///
/// Each line tells when the archive captured the version, what the page says of
/// itself, and what the version changed.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru log ukraine-talks\n  writethru log ukraine-talks --since yesterday -n 3\n  \
    writethru log ukraine-talks/lantern-1 --looks\n  \
    writethru log ukraine-talks/lantern-1 --format json"
)]
pub(crate) struct LogArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
    /// Only versions captured at or after this time, such as `yesterday 8pm` or `2d`; a day or a month means its start
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Only the last so many versions of each article
    #[arg(short = 'n', long = "last", value_name = "N", value_parser = crate::cli::at_least_one::read)]
    last: Option<usize>,
    /// Tell every look that found each version (when, by whose word, from which file or address), and those that failed
    #[arg(long)]
    looks: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &LogArgs) -> Result<CommandOutcome, CliError> {
    let reference = args.reference.as_deref();
    let since = match &args.since {
        Some(words) => {
            let zone = ctx.archive()?.zone_of(reference)?;
            Some(moment::start(words, zone, ctx.now)?)
        }
        None => None,
    };
    let mut view = match args.looks {
        true => ctx.archive()?.log_with_looks(reference)?,
        false => ctx.archive()?.log(reference)?,
    };
    if view.articles.is_empty() {
        ctx.out.remark(&nothing_in(reference));
    }
    let is_empty = view.articles.is_empty();
    for article in &mut view.articles {
        article.versions.retain(|row| since.is_none_or(|since| since <= row.version.captured));
        let first = args.last.map_or(0, |last| article.versions.len().saturating_sub(last));
        article.versions.drain(..first);
    }
    view.articles.retain(|article| !article.versions.is_empty());
    if let (Some(since), true, false) = (&args.since, view.articles.is_empty(), is_empty) {
        ctx.out.remark(&format!("no version was captured since {since}"));
    }
    ctx.answer(args.format, &view, screen::log)?;
    Ok(CommandOutcome::Done)
}
