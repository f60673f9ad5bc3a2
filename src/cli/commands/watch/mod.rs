//! `writethru watch`: looks at feeds, sitemaps, sections and articles again and again.
//!
//! In: arguments. Out: what is watched, and a line for each look that brought something.
//! `looks.rs` runs the plan and tells hooks beside it.

mod looks;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::network::NetworkArgs;
use crate::cli::new_names;
use crate::cli::outcome::CommandOutcome;
use crate::cli::wall_clock::WallClock;
use crate::model::{DAY_IN_SECONDS, zone_named};
use crate::render::screen;
use crate::store::WatchKind;
use crate::track::{self, LookInterval, NewWatch, WatchSetting, WatchSettings};
use crate::view::{WatchRow, WatchesView};
use looks::{LookArgs, look, with_access};

/// Watch feeds, sitemaps, sections and articles
#[derive(clap::Subcommand, Debug)]
pub(crate) enum WatchCommand {
    Add(WatchAddArgs),
    List(WatchListArgs),
    Show(WatchShowArgs),
    Pause(WatchPauseArgs),
    Resume(WatchResumeArgs),
    Set(WatchSetArgs),
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
    writethru watch add https://example.org/news/flood --name flood-live --every 10m\n  \
    writethru watch add https://example.org/rss.xml --hours 06:00-23:00 --zone Europe/London --group uk"
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
    #[command(flatten)]
    setting: SettingArgs,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// List what is watched and how it is doing
#[derive(clap::Args, Debug)]
#[command(
    visible_alias = "status",
    after_help = "Examples:\n  writethru watch list\n  writethru watch list --group uk\n  writethru watch status --format json"
)]
pub(crate) struct WatchListArgs {
    /// Only the watches of this group
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
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
    writethru watch snooze flood-live --until 'tomorrow 8am'\n  writethru watch pause --group uk"
)]
pub(crate) struct WatchPauseArgs {
    #[command(flatten)]
    which: Which,
    /// When to go on: ISO time, or words such as `tomorrow 8am`, in the zone of its story [default: when told to]
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Go on with a watch that rests
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch resume flood-live\n  writethru watch resume --group uk")]
pub(crate) struct WatchResumeArgs {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    format: FormatFlag,
}

/// Change how often and at which hours a watch looks, and its group
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru watch set flood-live --hours 06:00-23:00 --zone Europe/London\n  \
    writethru watch set flood-live --every 30m\n  \
    writethru watch set flood-live --hours '' --group uk")]
pub(crate) struct WatchSetArgs {
    /// Name or address of the watch
    name: String,
    #[command(flatten)]
    setting: SettingArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// How a watch is looked at.
#[derive(clap::Args, Debug)]
struct SettingArgs {
    /// Look at each page so often, as in 10m, 2h or 1d; empty: the more rarely the longer it has rested
    #[arg(long, value_name = "TIME", value_parser = every)]
    every: Option<LookInterval>,
    /// Look only at these hours of the day, as in 06:00-23:00; empty: at all hours
    #[arg(long, value_name = "HOURS")]
    hours: Option<String>,
    /// Zone of the hours, as in Europe/London [default: that of the story, else UTC]
    #[arg(long, value_name = "ZONE", requires = "hours", value_parser = zone_named)]
    zone: Option<Tz>,
    /// Group of watches that are paused, resumed and looked at together; empty: none
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
}

/// A watch or a group of them.
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = false)]
struct Which {
    /// Name or address of the watch
    name: Option<String>,
    /// All watches of a group
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
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
    after_help = "Examples:\n  writethru watch once\n  writethru watch once flood-live\n  writethru watch once --group uk\n  \
    writethru watch once --due"
)]
pub(crate) struct WatchOnceArgs {
    /// Name or address of the watch [default: all]
    name: Option<String>,
    /// All watches of a group
    #[arg(long, value_name = "NAME", conflicts_with = "name")]
    group: Option<String>,
    /// Look only at what the plan says is due
    #[arg(long, conflicts_with_all = ["name", "group"])]
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
            let archive = ctx.archive()?;
            let mut view = archive.watches(now)?;
            if let Some(group) = &args.group {
                let own = archive.watches_in(group)?;
                view.watches.retain(|row| own.contains(&row.name));
            }
            ctx.answer(args.format, &view, screen::watches)?;
        }
        WatchCommand::Show(args) => {
            let view = ctx.archive()?.watch_view(&args.name, now)?;
            ctx.answer(args.format, &view, screen::watch)?;
        }
        WatchCommand::Pause(args) => {
            let mut rows = Vec::new();
            for name in args.which.names(ctx)? {
                let zone = ctx.archive()?.watch_zone(&name)?;
                let until = args.until.as_deref().map(|words| moment::ahead(words, zone, now)).transpose()?;
                rows.push(ctx.archive()?.pause_watch(&name, until, now)?);
            }
            args.which.done(ctx, args.format, rows, "rests")?;
        }
        WatchCommand::Resume(args) => {
            let mut rows = Vec::new();
            for name in args.which.names(ctx)? {
                rows.push(ctx.archive()?.resume_watch(&name, now)?);
            }
            args.which.done(ctx, args.format, rows, "goes on")?;
        }
        WatchCommand::Set(args) => {
            let setting = args.setting.setting();
            if setting.interval.is_none() && setting.hours.is_none() && setting.group.is_none() {
                return Err(CliError::usage("nothing is said to change", "give `--every`, `--hours` or `--group`"));
            }
            let row = ctx.archive()?.set_watch(&args.name, &setting, now)?;
            done(ctx, args.format, &row, &screen::watch_setting(&row))?;
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

impl Which {
    fn names(&self, ctx: &mut Context) -> Result<Vec<String>, CliError> {
        match (&self.name, &self.group) {
            (Some(name), _) => Ok(vec![name.clone()]),
            (None, group) => Ok(ctx.archive()?.watches_in(group.as_deref().unwrap_or_default())?),
        }
    }

    /// Tells what was done: to one watch, or to a list of them.
    fn done(&self, ctx: &mut Context, format: FormatFlag, mut rows: Vec<WatchRow>, what: &str) -> Result<(), CliError> {
        if self.group.is_none() {
            return done(ctx, format, &rows.remove(0), what);
        }
        let view = WatchesView { watches: rows, now: ctx.now };
        ctx.answer(format, &view, |look, view| {
            view.watches.iter().map(|row| screen::watch_done(look, row, what)).collect()
        })
    }
}

impl SettingArgs {
    fn setting(&self) -> WatchSetting {
        let (interval, zone) = (self.every, self.zone);
        WatchSetting { interval, hours: self.hours.clone(), zone, group: self.group.clone() }
    }
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

fn add(ctx: &mut Context, args: &WatchAddArgs) -> Result<CommandOutcome, CliError> {
    new_names::check_story(args.story.as_deref())?;
    let new = NewWatch {
        name: args.name.clone(),
        story: args.story.clone(),
        outlet: args.outlet.clone(),
        setting: args.setting.setting(),
        ..args.wanted.watch()
    };
    let time = WallClock::starting_at(ctx.now);
    let row = with_access(ctx, &args.network, &time, |access| track::add_watch(access, &new))?;
    // What a look may reach is said with each look, and not kept.
    let told = match args.network.allow_private() {
        true => "is watched; `writethru watch run --allow-private` looks at it",
        false => "is watched; `writethru watch run` looks at it",
    };
    done(ctx, args.format, &row, told)?;
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
    let names =
        args.group.as_deref().map(|group| ctx.archive()?.watches_in(group).map_err(CliError::from)).transpose()?;
    match names {
        Some(names) => {
            for name in names {
                ctx.archive()?.make_due(Some(&name), now)?;
            }
        }
        None if args.due => {}
        None => {
            ctx.archive()?.make_due(args.name.as_deref(), now)?;
        }
    }
    let jobs = usize::from(args.looks.jobs);
    look(ctx, &args.looks, WatchSettings { jobs, until: None, once: true, at_any_hour: !args.due })
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
    look(ctx, &args.looks, WatchSettings { jobs: usize::from(args.looks.jobs), until, once: false, at_any_hour: false })
}

/// Reads the length of time between two looks; empty for one that adapts.
fn every(text: &str) -> Result<LookInterval, String> {
    if text.trim().is_empty() {
        return Ok(LookInterval::Adapting);
    }
    let time = duration(text)?;
    match time <= track::LONGEST_EVERY {
        true => Ok(LookInterval::Fixed(time)),
        false => Err(format!("write a time from 1s to {}d", track::LONGEST_EVERY.num_days())),
    }
}

/// Reads a length of time: `90s`, `10m`, `2h`, `1d`, `1w`.
fn duration(text: &str) -> Result<TimeDelta, String> {
    let wrong = || "write a number and s, m, h, d or w, such as 10m or 2h".to_owned();
    let text = text.trim();
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let number: i64 = number.parse().map_err(|_| wrong())?;
    let unit = unit.trim();
    let singular = unit.strip_suffix('s').filter(|unit| 1 < unit.len()).unwrap_or(unit);
    let seconds = match singular {
        "s" | "sec" | "second" => 1,
        "m" | "min" | "minute" => 60,
        "h" | "hr" | "hour" => 3_600,
        "d" | "day" => DAY_IN_SECONDS,
        "w" | "week" => 7 * DAY_IN_SECONDS,
        _ => return Err(wrong()),
    };
    let time = number.checked_mul(seconds).and_then(TimeDelta::try_seconds).ok_or_else(wrong)?;
    match (TimeDelta::seconds(1)..=TimeDelta::days(366)).contains(&time) {
        true => Ok(time),
        false => Err("write a time from 1s to 366d".to_owned()),
    }
}
