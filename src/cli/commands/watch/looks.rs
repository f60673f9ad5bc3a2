//! Looks at what is due, and tells hooks beside it of what was found.

use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::network::NetworkArgs;
use crate::cli::outcome::CommandOutcome;
use crate::cli::wall_clock::WallClock;
use crate::model::plain_lines;
use crate::render::screen;
use crate::track::{self, Access, WatchSettings};
use crate::view::{HookRunView, WatchEventView, WatchSummary};

/// How what is watched is looked at
#[derive(clap::Args, Debug)]
pub(super) struct LookArgs {
    /// Look at so many servers at once
    #[arg(long, value_name = "N", default_value = "8", value_parser = clap::value_parser!(u8).range(1..=64))]
    pub(super) jobs: u8,
    #[command(flatten)]
    pub(super) network: NetworkArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// Asks servers on behalf of `work`.
pub(super) fn with_access<T>(
    ctx: &mut Context,
    network: &NetworkArgs,
    time: &WallClock,
    work: impl FnOnce(Access<'_, '_>) -> Result<T, track::TrackError>,
) -> Result<T, CliError> {
    let sources = network.sources(ctx.now.timestamp(), &ctx.out)?;
    let options = network.options();
    let archive = Mutex::new(ctx.archive()?);
    let (pages, robots) = (sources.pages(), sources.robots());
    Ok(work(Access { archive: &archive, pages, robots, time, options: &options })?)
}

/// Looks at what is due and tells of it as it happens.
pub(super) fn look(ctx: &mut Context, args: &LookArgs, settings: WatchSettings) -> Result<CommandOutcome, CliError> {
    let format = args.format.format;
    let time = WallClock::starting_at(ctx.now);
    time.stop_at_signals()?;
    let (style, is_quiet) = (ctx.look, ctx.out.is_quiet());
    // Nobody is told of a closed pipe in the middle of a look; the watch ends instead.
    let report = |event: WatchEventView| {
        let text = match format {
            Format::Json => serde_json::to_string(&event).map(|line| line + "\n").unwrap_or_default(),
            Format::Text if is_quiet => String::new(),
            Format::Text => screen::watch_event(style, &event),
        };
        let written = std::io::Write::write_all(&mut std::io::stdout().lock(), text.as_bytes());
        let flushed = written.and_then(|()| std::io::Write::flush(&mut std::io::stdout().lock()));
        if flushed.is_err() {
            time.stop();
        }
    };
    let contact = args.network.contact().map(str::to_owned);
    let complain = |error: &track::TrackError| {
        if !is_quiet {
            eprintln!("{}", plain_lines(&format!("hooks are told again in a moment: {error}")));
        }
    };
    let work = |access: Access<'_, '_>| {
        watch_and_tell(access, contact.as_deref(), complain, || track::run_watch(access, settings, &report))
    };
    let (summary, told) = with_access(ctx, &args.network, &time, work)?;
    if format == Format::Text {
        ctx.out.remark(screen::watch_summary(&summary).trim_end());
        if 0 < told.told + told.waiting {
            ctx.out.remark(screen::hook_run(ctx.look, &told).trim_end());
        }
    }
    Ok(CommandOutcome::Done)
}

/// Looks at pages, and tells hooks of changes beside it, so that nobody who is told holds up a look.
///
/// When the reader ends the program, only the messages under way are waited for.
fn watch_and_tell(
    access: Access<'_, '_>,
    contact: Option<&str>,
    complain: impl Fn(&track::TrackError) + Send,
    look: impl FnOnce() -> Result<WatchSummary, track::TrackError>,
) -> Result<(WatchSummary, HookRunView), track::TrackError> {
    /// How often hooks are looked after.
    const TURN: std::time::Duration = std::time::Duration::from_secs(5);
    let notifier = crate::cli::commands::hook::notifier(contact.map(str::to_owned));
    let tell = || track::run_hooks(access.archive, &notifier, access.time);
    std::thread::scope(|scope| {
        let (ended, end) = mpsc::channel::<()>();
        let tell = &tell;
        let teller = scope.spawn(move || {
            let (mut told, mut is_well) = (0, true);
            loop {
                let goes_on = end.recv_timeout(TURN) == Err(RecvTimeoutError::Timeout);
                // What the store refuses in one turn is tried again in the next.
                let turn = tell();
                told += turn.as_ref().map_or(0, |view| view.told);
                if !goes_on {
                    // What could not be told stands in the store; a watch of a year holds no list of it.
                    return turn.map(|view| HookRunView { told, ..view });
                }
                if let Err(error) = &turn
                    && is_well
                {
                    complain(error);
                }
                is_well = turn.is_ok();
            }
        });
        let summary = look();
        drop(ended);
        let told = teller.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok((summary?, told?))
    })
}
