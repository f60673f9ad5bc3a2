//! `writethru hook`: tells people and programs of changes.

use std::sync::Mutex;
use std::time::Duration;

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::cli::wall_clock::WallClock;
use crate::ingest::http::fetchable_url;
use crate::ingest::program::command_words;
use crate::model::{ChangeKind, FeedFormat, HookFilter, HookTarget, Nature, SecretRef, Threshold, Weight};
use crate::notify::{MailServer, Notifier, is_mail_address};
use crate::render::export::message;
use crate::render::screen;
use crate::track::{self, Messenger as _, NewHook};
use crate::view::{HookRow, HooksView};

/// The longest time for one message.
const PATIENCE: Duration = Duration::from_secs(30);

/// Tell people and programs of changes, once per change
#[derive(clap::Subcommand, Debug)]
pub(crate) enum HookCommand {
    Add(Box<HookAddArgs>),
    List(HookListArgs),
    Show(HookNameArgs),
    Log(HookLogArgs),
    Test(HookTestArgs),
    Run(HookRunArgs),
    Pause(HookPauseArgs),
    Resume(HookResumeArgs),
    Remove(HookRemoveArgs),
}

/// Tell of changes from now on
///
/// Told is what `watch run`, `watch once` and `hook run` find recorded since: each change once, with its kind, both
/// sentences and the pair of versions. Nothing is told of a text in doubt or of what is held. Give one of `--command`,
/// `--webhook`, `--mail`, `--atom` and `--json-feed`; every other option narrows what is told.
#[derive(clap::Args, Debug)]
#[command(
    group = clap::ArgGroup::new("target").required(true),
    after_help = "Examples:\n  writethru hook add --command 'notify-send writethru' --story flood --weight material\n  \
    writethru hook add --webhook https://desk.example/hook --secret env:HOOK_KEY --silent\n  \
    writethru hook add --mail desk@example.org --from me@example.org --server smtps://me%40example.org@mail.example.org \\\n    \
    --secret file:/home/me/.mail-password --past killed:100\n  \
    writethru hook add --atom /srv/feeds/flood.xml --story flood --kind headline"
)]
pub(crate) struct HookAddArgs {
    /// Run this program, from a list of words and without a shell; it gets the change as JSON on standard input
    #[arg(long, group = "target", value_name = "COMMAND")]
    command: Option<String>,
    /// Send the change to this server as JSON; `env:NAME` or `file:PATH` keeps the address itself out of the store
    #[arg(long, group = "target", value_name = "URL")]
    webhook: Option<String>,
    /// Write a mail to this address; may be given several times
    #[arg(long, group = "target", value_name = "ADDRESS", requires_all = ["from", "server"])]
    mail: Vec<String>,
    /// Keep this file as an Atom feed of the changes
    #[arg(long, group = "target", value_name = "FILE")]
    atom: Option<String>,
    /// Keep this file as a JSON Feed of the changes
    #[arg(long, group = "target", value_name = "FILE")]
    json_feed: Option<String>,
    /// Who writes the mail
    #[arg(long, value_name = "ADDRESS", requires = "mail")]
    from: Option<String>,
    /// Mail server, such as `smtps://user@host:465` or `smtp://user@host:587`
    #[arg(long, value_name = "URL", requires = "mail")]
    server: Option<String>,
    /// Where the key of a webhook or the password of a mail server stands: `env:NAME`, or `file:PATH` of a file of mode 600
    #[arg(long, value_name = "PLACE", value_parser = secret)]
    secret: Option<SecretRef>,
    /// The webhook may be a server of your own network
    #[arg(long, requires = "webhook")]
    allow_private: bool,
    /// Name of the hook [default: made of its kind]
    #[arg(long)]
    name: Option<String>,
    /// Address below which `serve` or `export site` shows the archive: messages link to the pair of versions
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// Which changes are told.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Which changes")]
struct FilterArgs {
    /// Only of this story; may be given several times, like all below
    #[arg(long, value_name = "STORY")]
    story: Vec<String>,
    /// Only of this outlet
    #[arg(long, value_name = "OUTLET")]
    outlet: Vec<String>,
    /// Only of this kind, such as `figure`, `source` or `headline`
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Vec<ChangeKind>,
    /// Only of this weight or more: `cosmetic`, `minor` or `material`
    #[arg(long, value_name = "WEIGHT", value_parser = weight)]
    weight: Option<Weight>,
    /// Only developments, only replacements, only what is unclear
    #[arg(long, value_name = "NATURE", value_parser = nature)]
    nature: Vec<Nature>,
    /// Only material changes for which no notice was found
    #[arg(long)]
    silent: bool,
    /// Only where these words came or went
    #[arg(long, value_name = "WORDS")]
    word: Vec<String>,
    /// Only where a figure passed this value, such as `100` or `killed:100`
    #[arg(long, value_name = "VALUE", value_parser = threshold)]
    past: Vec<Threshold>,
}

/// List who is told of changes
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook list")]
pub(crate) struct HookListArgs {
    #[command(flatten)]
    format: FormatFlag,
}

/// Show a hook
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook show webhook")]
pub(crate) struct HookNameArgs {
    /// Name of the hook
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// List what a hook told, and what waits
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook log webhook")]
pub(crate) struct HookLogArgs {
    /// Name of the hook
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Try a hook with the latest change that it would tell
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook test webhook --dry-run\n  writethru hook test webhook")]
pub(crate) struct HookTestArgs {
    /// Name of the hook
    name: String,
    /// Print the message instead of sending it
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Tell what is new and what still waits, now
///
/// `watch run` and `watch once` do so by themselves. A message that is not taken is tried again after a minute, then
/// more and more rarely, for about three days.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru fetch https://example.org/a && writethru hook run")]
pub(crate) struct HookRunArgs {
    #[command(flatten)]
    format: FormatFlag,
}

/// Let a hook rest
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook pause webhook")]
pub(crate) struct HookPauseArgs {
    /// Name of the hook
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Go on with a hook; what was recorded while it rested is not told
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook resume webhook")]
pub(crate) struct HookResumeArgs {
    /// Name of the hook
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Remove a hook with what waits to be told
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hook remove webhook")]
pub(crate) struct HookRemoveArgs {
    /// Name of the hook
    name: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &HookCommand) -> Result<CommandOutcome, CliError> {
    match command {
        HookCommand::Add(args) => {
            let new = args.hook()?;
            let (now, stories) = (ctx.now, new.filter.stories.clone());
            let row = ctx.archive()?.add_hook(new, now)?;
            for error in ctx.archive()?.stories_to_come(&stories)? {
                ctx.out.remark(&format!("{error} yet; {}", error.hint().unwrap_or_default()));
            }
            done(ctx, args.format, &row, "tells of changes from now on; `writethru hook test` tries it")?;
        }
        HookCommand::List(args) => {
            let view = ctx.archive()?.hooks()?;
            ctx.answer(args.format, &view, screen::hooks)?;
        }
        HookCommand::Show(args) => {
            let view = ctx.archive()?.hook_log(&args.name)?.hook;
            ctx.answer(args.format, &view, screen::hook)?;
        }
        HookCommand::Log(args) => {
            let view = ctx.archive()?.hook_log(&args.name)?;
            ctx.answer(args.format, &view, screen::hook_log)?;
        }
        HookCommand::Test(args) => return test(ctx, args),
        HookCommand::Run(args) => return run_now(ctx, args),
        HookCommand::Pause(args) => {
            let row = ctx.archive()?.pause_hook(&args.name)?;
            done(ctx, args.format, &row, "rests")?;
        }
        HookCommand::Resume(args) => {
            let row = ctx.archive()?.resume_hook(&args.name)?;
            done(ctx, args.format, &row, "goes on")?;
        }
        HookCommand::Remove(args) => {
            let what = "is removed";
            match ctx.archive()?.remove_hook(&args.name)? {
                Some(row) => done(ctx, args.format, &row, what)?,
                None => {
                    let view = HooksView { unreadable: vec![args.name.clone()], ..HooksView::default() };
                    ctx.answer(args.format, &view, |_, view| {
                        format!("{}  {what}\n", screen::clean(&view.unreadable[0]))
                    })?;
                }
            }
        }
    }
    Ok(CommandOutcome::Done)
}

fn done(ctx: &mut Context, format: FormatFlag, row: &HookRow, what: &str) -> Result<(), CliError> {
    ctx.answer(format, row, |look, row| screen::hook_done(look, row, what))
}

/// Returns what hands messages over.
pub(super) fn notifier(contact: Option<String>) -> Notifier {
    Notifier { contact, timeout: PATIENCE }
}

fn test(ctx: &mut Context, args: &HookTestArgs) -> Result<CommandOutcome, CliError> {
    let (notifier, now) = (notifier(None), ctx.now);
    let Some((target, message, feed)) = ctx.archive()?.test_message(&args.name, &notifier)? else {
        return Err(CliError::refused(
            format!("nothing recorded so far passes the filter of `{}`", args.name),
            "`writethru changes` lists every change",
        ));
    };
    if !args.dry_run {
        if let HookTarget::Feed { .. } = target {
            return Err(CliError::refused("a test would write over the feed", "`--dry-run` prints what would be told"));
        }
        let told = notifier.deliver(&target, &message, &feed, now);
        told.map_err(|untold| CliError::refused(untold.message, "mend it; `writethru hook show` shows the hook"))?;
    }
    ctx.answer(args.format, &message, |_, message| message::text(message))?;
    Ok(CommandOutcome::Done)
}

fn run_now(ctx: &mut Context, args: &HookRunArgs) -> Result<CommandOutcome, CliError> {
    let time = WallClock::starting_at(ctx.now);
    let view = {
        let archive = Mutex::new(ctx.archive()?);
        track::run_hooks(&archive, &notifier(None), &time)?
    };
    ctx.answer(args.format, &view, screen::hook_run)?;
    let all = view.tried.iter().all(|row| row.error.is_none());
    Ok(if all { CommandOutcome::Done } else { CommandOutcome::Partly })
}

impl HookAddArgs {
    fn hook(&self) -> Result<NewHook, CliError> {
        if let Some(link) = &self.link {
            fetchable_url(link)
                .map_err(|error| CliError::usage(format!("`--link`: {error}"), "write an https address"))?;
        }
        if self.secret.is_some() && self.webhook.is_none() && self.mail.is_empty() {
            return Err(CliError::usage("only webhooks and mail have a secret", "leave out `--secret`"));
        }
        let filter = &self.filter;
        let filter = HookFilter {
            stories: filter.story.clone(),
            outlets: filter.outlet.clone(),
            kinds: filter.kind.clone(),
            weight: filter.weight,
            natures: filter.nature.clone(),
            silent: filter.silent,
            words: filter.word.clone(),
            past: filter.past.clone(),
        };
        Ok(NewHook { name: self.name.clone(), target: self.target()?, filter, link: self.link.clone() })
    }

    fn target(&self) -> Result<HookTarget, CliError> {
        if let Some(command) = &self.command {
            let hint = "write a program and its arguments, or a JSON list of words";
            let words = command_words(command).map_err(|error| CliError::usage(error.to_string(), hint))?;
            return Ok(HookTarget::Command { words });
        }
        if let Some(url) = &self.webhook {
            let url = webhook_address(url)?;
            let (secret, allow_private) = (self.secret.clone(), self.allow_private);
            return Ok(HookTarget::Webhook { url, secret, allow_private });
        }
        if let (Some(from), Some(server)) = (&self.from, &self.server) {
            // The address may hold a password, which is not said again.
            MailServer::read(server).map_err(|why| CliError::usage("`--server` names no mail server", why))?;
            if let Some(wrong) = self.mail.iter().chain([from]).find(|address| !is_mail_address(address)) {
                return Err(CliError::usage(format!("`{wrong}` is no mail address"), "write `desk@example.org`"));
            }
            let (to, from, server) = (self.mail.clone(), from.clone(), server.clone());
            return Ok(HookTarget::Mail { to, from, server, secret: self.secret.clone() });
        }
        let (path, format) = match (&self.atom, &self.json_feed) {
            (Some(path), _) => (path, FeedFormat::Atom),
            (None, Some(path)) => (path, FeedFormat::JsonFeed),
            (None, None) => return Err(CliError::usage("nobody is told", "give `--command`, `--webhook`, `--mail` …")),
        };
        let path =
            std::path::absolute(path).map_err(|error| CliError::usage(format!("`{path}`: {error}"), "name a file"))?;
        Ok(HookTarget::Feed { path: path.display().to_string(), format })
    }
}

/// Returns the address of a webhook, or where it stands.
fn webhook_address(text: &str) -> Result<String, CliError> {
    if let Ok(place) = text.parse::<SecretRef>() {
        return Ok(place.to_string());
    }
    // The address may be a key, which is not said again.
    let wrong = |_| CliError::usage("`--webhook` names no address of the web", "write an https address, or `env:NAME`");
    fetchable_url(text).map(String::from).map_err(wrong)
}

/// Returns the one of `all` that `text` names.
fn named<T: Copy>(all: &[T], word: fn(T) -> &'static str, text: &str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| word(*one) == text);
    found.ok_or_else(|| format!("write one of: {}", all.iter().map(|one| word(*one)).collect::<Vec<_>>().join(", ")))
}

fn kind(text: &str) -> Result<ChangeKind, String> {
    named(ChangeKind::ALL, ChangeKind::as_str, text)
}

fn weight(text: &str) -> Result<Weight, String> {
    named(Weight::ALL, Weight::as_str, text)
}

fn nature(text: &str) -> Result<Nature, String> {
    named(Nature::ALL, Nature::as_str, text)
}

fn secret(text: &str) -> Result<SecretRef, String> {
    text.parse().map_err(|error: crate::model::SecretRefError| error.to_string())
}

/// Reads a value that figures may pass: `100`, `killed:100`.
fn threshold(text: &str) -> Result<Threshold, String> {
    let (about, value) = match text.rsplit_once(':') {
        Some((about, value)) => (Some(about.trim().to_owned()).filter(|about| !about.is_empty()), value),
        None => (None, text),
    };
    let value: f64 = value.trim().replace(',', "").parse().map_err(|_| "write a number, such as 100 or killed:100")?;
    match value.is_finite() {
        true => Ok(Threshold { about, value }),
        false => Err("write a number, such as 100 or killed:100".to_owned()),
    }
}
