//! `writethru fetch`: looks at pages over the network and records what they show.

use std::sync::Mutex;

use chrono_tz::Tz;

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::network::NetworkArgs;
use crate::cli::new_names;
use crate::cli::outcome::CommandOutcome;
use crate::cli::wall_clock::WallClock;
use crate::render::{json, screen};
use crate::track::{self, Access, FetchOptions};
use crate::view::{LookOutcome, LookedBatchView};

/// Look at pages on the web and record what they show
///
/// A page that is as it was makes a look, not a version, and is not sent again where the server
/// can tell. Robots.txt is respected, and no server is asked more often than every few seconds.
/// A look that fails keeps its reason and touches nothing that was recorded before; a text that
/// lost most of its words, or an earlier one that returns within the hour, counts when a second
/// look finds it again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru fetch https://example.org/news/flood --story flood\n  \
    writethru fetch https://example.org/a https://example.org/b --contact desk@example.org\n  \
    writethru fetch https://example.org/a --via 'chromium --headless --dump-dom {url}'")]
pub(crate) struct FetchArgs {
    /// Addresses of the pages
    #[arg(required = true, value_name = "URL")]
    urls: Vec<String>,
    /// Story to file them under; made where there is none
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Zone of a story that is made: the days of its articles are counted in it
    #[arg(long, value_name = "ZONE", value_parser = crate::model::zone_named)]
    timezone: Option<Tz>,
    /// Article that the page is a version of [default: found by address]
    #[arg(long, value_name = "ARTICLE")]
    article: Option<String>,
    /// Who publishes it
    #[arg(long)]
    outlet: Option<String>,
    /// Ask for the whole page even where the server could say that nothing is new
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &FetchArgs) -> Result<CommandOutcome, CliError> {
    if 1 < args.urls.len() && args.article.is_some() {
        return Err(CliError::usage("an article can be named for one page only", "fetch the pages one by one"));
    }
    let hint = "name pages without an option; `--article` takes words, such as `herald-1`";
    new_names::check_names(args.story.as_deref(), args.article.as_deref(), hint)?;
    let sources = args.network.sources(ctx.now.timestamp(), &ctx.out)?;
    let time = WallClock::starting_at(ctx.now);
    let options = FetchOptions {
        story: args.story.clone(),
        article: args.article.clone(),
        outlet: args.outlet.clone(),
        timezone: args.timezone,
        unconditional: args.again,
        ..args.network.options()
    };
    if let Some(hint) = args.network.contact_hint() {
        ctx.out.detail(hint);
    }
    let mut batch = LookedBatchView::default();
    for url in &args.urls {
        let archive = Mutex::new(ctx.archive()?);
        let (pages, robots) = (sources.pages(), sources.robots());
        let access = Access { archive: &archive, pages, robots, time: &time, options: &options };
        let view = track::look(access, url)?;
        if args.format.format == Format::Text {
            match view.outcome {
                LookOutcome::Recorded { .. } if ctx.out.is_quiet() => {}
                LookOutcome::Recorded { .. } => ctx.out.say(&screen::looked(ctx.look, &view))?,
                _ => ctx.out.remark(screen::looked(ctx.look, &view).trim_end()),
            }
        }
        batch.looks.push(view);
    }
    if args.format.format == Format::Json {
        ctx.out.show(&json::write(&batch)?)?;
    }
    let all = batch.looks.iter().all(|look| matches!(look.outcome, LookOutcome::Recorded { .. }));
    Ok(if all { CommandOutcome::Done } else { CommandOutcome::Partly })
}
