//! `writethru watch`: looks at feeds, sitemaps, sections and articles again and again.

use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::{CliError, printable};
use crate::cli::moment;
use crate::cli::network::NetworkArgs;
use crate::cli::outcome::CommandOutcome;
use crate::cli::wall_clock::WallClock;
use crate::render::screen;
use crate::store::WatchKind;
use crate::track::{self, Access, NewWatch, WatchSettings};
use crate::view::{HookRunView, WatchEventView, WatchRow, WatchSummary};

/// Watch feeds, sitemaps, sections and articles
#[derive(clap::Subcommand, Debug)]
pub(crate) enum WatchCommand {
    Add(WatchAddArgs),
    List(WatchListArgs),
    Show(WatchShowArgs),
    Pause(WatchPauseArgs),
    Resume(WatchNameArgs),
    Remove(WatchRemoveArgs),
    Run(WatchRunArgs),
    Once(WatchOnceArgs),
    Test(WatchTestArgs),
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Kind {
    Feed,
    Sitemap,
    Section,
    Article,
}

/// What is watched and where its articles go.
#[derive(clap::Args, Debug)]
struct Wanted {
    /// Address of a feed, a sitemap, a section's front page or an article
    url: String,
    /// What kind of page it is [default: found out by asking its server]
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<Kind>,
    /// Take only items whose title or address holds one of these words; may be given several times
    #[arg(long = "match", value_name = "WORDS")]
    words: Vec<String>,
}

/// Watch a page from now on
///
/// What a feed, sitemap or section names is looked at minutes after it is published, then more
/// and more rarely while it rests; what leaves the list is still looked at. `watch run` does it.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru watch add https://example.org/rss.xml --story flood --match flood --match river\n  \
    writethru watch add https://example.org/news/flood --name flood-live --every 10m"
)]
pub(crate) struct WatchAddArgs {
    #[command(flatten)]
    wanted: Wanted,
    /// Name of the watch [default: made of the address]
    #[arg(long)]
    name: Option<String>,
    /// Story to file new articles under; made where there is none
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Who publishes them
    #[arg(long)]
    outlet: Option<String>,
    /// Look at each page so often, as in 10m, 2h or 1d [default: adapts to how long it has rested]
    #[arg(long, value_name = "TIME", value_parser = every)]
    every: Option<TimeDelta>,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// List what is watched and how it is doing
#[derive(clap::Args, Debug)]
#[command(
    visible_alias = "status",
    after_help = "Examples:\n  writethru watch list\n  writethru watch status --format json"
)]
pub(crate) struct WatchListArgs {
    #[command(flatten)]
    format: FormatFlag,
}

/// Show a watch with its pages
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch show example-org-rss")]
pub(crate) struct WatchShowArgs {
    /// Name or address of the watch
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Let a watch rest, for good or until a moment
#[derive(clap::Args, Debug)]
#[command(
    visible_alias = "snooze",
    after_help = "Examples:\n  writethru watch pause flood-live\n  \
    writethru watch snooze flood-live --until 'tomorrow 8am'"
)]
pub(crate) struct WatchPauseArgs {
    /// Name or address of the watch
    name: String,
    /// When to go on: ISO time, or words such as `tomorrow 8am`, in the zone of its story [default: when told to]
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Go on with a watch that rests
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch resume flood-live")]
pub(crate) struct WatchNameArgs {
    /// Name or address of the watch
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// End a watch; the articles that it recorded stay
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch remove flood-live")]
pub(crate) struct WatchRemoveArgs {
    /// Name or address of the watch
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// How what is watched is looked at
#[derive(clap::Args, Debug)]
struct LookArgs {
    /// Look at so many servers at once
    #[arg(long, value_name = "N", default_value = "8", value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: u8,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// Look at whatever is due, until it is stopped
///
/// One line for each look that brought something; `--format json` writes a line of JSON for each
/// look. Ctrl-C, or the signal TERM, ends it when the looks under way are done.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch run --contact desk@example.org\n  \
    writethru watch run --for 1h --format json >> looks.jsonl")]
pub(crate) struct WatchRunArgs {
    /// End after so long, as in 30m or 8h
    #[arg(long = "for", value_name = "TIME", value_parser = duration)]
    time: Option<TimeDelta>,
    #[command(flatten)]
    looks: LookArgs,
}

/// Look at everything once, now
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru watch once\n  writethru watch once flood-live\n  writethru watch once --due"
)]
pub(crate) struct WatchOnceArgs {
    /// Name or address of the watch [default: all]
    name: Option<String>,
    /// Look only at what the plan says is due
    #[arg(long, conflicts_with = "name")]
    due: bool,
    #[command(flatten)]
    looks: LookArgs,
}

/// Show what a watch would find, without keeping it
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch test https://example.org/rss.xml --match flood")]
pub(crate) struct WatchTestArgs {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &WatchCommand) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    match command {
        WatchCommand::Add(args) => return add(ctx, args),
        WatchCommand::Run(args) => return run_on(ctx, args),
        WatchCommand::Once(args) => return once(ctx, args),
        WatchCommand::Test(args) => return test(ctx, args),
        WatchCommand::List(args) => {
            let view = ctx.archive()?.watches(now)?;
            ctx.answer(args.format, &view, screen::watches)?;
        }
        WatchCommand::Show(args) => {
            let view = ctx.archive()?.watch_view(&args.name, now)?;
            ctx.answer(args.format, &view, screen::watch)?;
        }
        WatchCommand::Pause(args) => {
            let zone = ctx.archive()?.watch_zone(&args.name)?;
            let until = args.until.as_deref().map(|words| moment::ahead(words, zone, now)).transpose()?;
            let row = ctx.archive()?.pause_watch(&args.name, until, now)?;
            done(ctx, args.format, &row, "rests")?;
        }
        WatchCommand::Resume(args) => {
            let now = ctx.now;
            let row = ctx.archive()?.resume_watch(&args.name, now)?;
            done(ctx, args.format, &row, "goes on")?;
        }
        WatchCommand::Remove(args) => {
            let row = ctx.archive()?.remove_watch(&args.name)?;
            done(ctx, args.format, &row, "has ended; its articles stay")?;
        }
    }
    Ok(CommandOutcome::Done)
}

fn done(ctx: &mut Context, format: FormatFlag, row: &WatchRow, what: &str) -> Result<(), CliError> {
    ctx.answer(format, row, |look, row| screen::watch_done(look, row, what))
}

impl Wanted {
    fn watch(&self) -> NewWatch {
        let kind = self.kind.map(|kind| match kind {
            Kind::Feed => WatchKind::Feed,
            Kind::Sitemap => WatchKind::Sitemap,
            Kind::Section => WatchKind::Section,
            Kind::Article => WatchKind::Article,
        });
        NewWatch { url: self.url.clone(), kind, words: self.words.clone(), ..NewWatch::default() }
    }
}

/// Asks servers on behalf of `work`.
fn with_access<T>(
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

fn add(ctx: &mut Context, args: &WatchAddArgs) -> Result<CommandOutcome, CliError> {
    let new = NewWatch {
        name: args.name.clone(),
        story: args.story.clone(),
        outlet: args.outlet.clone(),
        every: args.every,
        ..args.wanted.watch()
    };
    let time = WallClock::starting_at(ctx.now);
    let row = with_access(ctx, &args.network, &time, |access| track::add_watch(access, &new))?;
    done(ctx, args.format, &row, "is watched; `writethru watch run` looks at it")?;
    Ok(CommandOutcome::Done)
}

fn test(ctx: &mut Context, args: &WatchTestArgs) -> Result<CommandOutcome, CliError> {
    let new = args.wanted.watch();
    let time = WallClock::starting_at(ctx.now);
    let view = with_access(ctx, &args.network, &time, |access| track::test_watch(access, &new))?;
    ctx.answer(args.format, &view, screen::watch_test)?;
    Ok(CommandOutcome::Done)
}

fn once(ctx: &mut Context, args: &WatchOnceArgs) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    if !args.due {
        ctx.archive()?.make_due(args.name.as_deref(), now)?;
    }
    look(ctx, &args.looks, WatchSettings { jobs: usize::from(args.looks.jobs), until: None, once: true })
}

fn run_on(ctx: &mut Context, args: &WatchRunArgs) -> Result<CommandOutcome, CliError> {
    let until: Option<DateTime<Utc>> = args.time.map(|time| ctx.now + time);
    let now = ctx.now;
    if ctx.archive()?.watches(now)?.watches.is_empty() {
        ctx.out.remark("nothing is watched yet; `writethru watch add URL` begins");
    }
    if let Some(hint) = args.looks.network.contact_hint() {
        ctx.out.remark(&format!("hint: {hint}"));
    }
    look(ctx, &args.looks, WatchSettings { jobs: usize::from(args.looks.jobs), until, once: false })
}

/// Looks at what is due and tells of it as it happens.
fn look(ctx: &mut Context, args: &LookArgs, settings: WatchSettings) -> Result<CommandOutcome, CliError> {
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
            eprintln!("{}", printable(&format!("hooks are told again in a moment: {error}")));
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
    let notifier = super::hook::notifier(contact.map(str::to_owned));
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

/// Reads a length of time between two looks.
fn every(text: &str) -> Result<TimeDelta, String> {
    let time = duration(text)?;
    match time <= track::LONGEST_EVERY {
        true => Ok(time),
        false => Err(format!("write a time from 1s to {}d", track::LONGEST_EVERY.num_days())),
    }
}

/// Reads a length of time: `90s`, `10m`, `2h`, `1d`, `1w`.
fn duration(text: &str) -> Result<TimeDelta, String> {
    let wrong = || "write a number and s, m, h, d or w, such as 10m or 2h".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let number: i64 = text[..text.len() - unit.len_utf8()].trim().parse().map_err(|_| wrong())?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        'w' => 604_800,
        _ => return Err(wrong()),
    };
    let time = number.checked_mul(seconds).and_then(TimeDelta::try_seconds).ok_or_else(wrong)?;
    match (TimeDelta::seconds(1)..=TimeDelta::days(366)).contains(&time) {
        true => Ok(time),
        false => Err("write a time from 1s to 366d".to_owned()),
    }
}
