//! Lists the commands.
//!
//! In: the words of the command line. Out: what is printed, and how it ended.
//! One file a command, with its arguments, whose docs are its help, and `run`,
//! which asks `track` one question and hands the answer to `render`. `empty_store`
//! has the words for an archive without anything in it.

mod add;
mod article;
mod audit;
mod backup;
mod blame;
mod briefing;
mod changes;
mod check;
mod claims;
mod completions;
mod conflicts;
mod demo;
mod diff;
mod empty_store;
mod export;
#[cfg(feature = "fetch")]
mod fetch;
mod figures;
mod forget;
mod hold;
#[cfg(feature = "fetch")]
mod hook;
mod import;
#[cfg(feature = "fetch")]
mod import_archives;
mod import_results;
mod log;
mod man;
mod names;
mod people;
#[cfg(feature = "proof")]
mod prove;
#[cfg(feature = "proof")]
mod receipt;
mod reindex;
mod report;
mod restore;
mod review;
mod search;
#[cfg(feature = "web")]
mod serve;
mod show;
mod site;
#[cfg(feature = "fetch")]
mod stamp;
mod standing;
mod story;
mod timeline;
mod vacuum;
#[cfg(feature = "fetch")]
mod watch;

use super::context::Context;
use super::error::CliError;
use super::outcome::CommandOutcome;
use super::pipe;

#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    Demo(demo::DemoArgs),
    Add(add::AddArgs),
    #[cfg(feature = "fetch")]
    Fetch(fetch::FetchArgs),
    #[cfg(feature = "fetch")]
    #[command(subcommand)]
    Watch(watch::WatchCommand),
    #[cfg(feature = "fetch")]
    #[command(subcommand)]
    Hook(hook::HookCommand),
    Log(log::LogArgs),
    Diff(diff::DiffArgs),
    Changes(changes::ChangesArgs),
    Briefing(briefing::BriefingArgs),
    Timeline(timeline::TimelineArgs),
    Claims(claims::ClaimsArgs),
    People(people::PeopleArgs),
    Blame(blame::BlameArgs),
    Show(show::ShowArgs),
    Search(search::SearchArgs),
    #[cfg(feature = "web")]
    Serve(serve::ServeArgs),
    Audit(audit::AuditArgs),
    Conflicts(conflicts::ConflictsArgs),
    Figures(figures::FiguresArgs),
    Standing(standing::StandingArgs),
    Report(report::ReportArgs),
    Review(review::ReviewArgs),
    #[command(subcommand)]
    Story(story::StoryCommand),
    #[command(subcommand)]
    Article(article::ArticleCommand),
    #[command(subcommand)]
    Site(site::SiteCommand),
    #[command(subcommand)]
    Import(import::ImportCommand),
    #[command(subcommand)]
    Export(export::ExportCommand),
    Check(check::CheckArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Forget(forget::ForgetArgs),
    Hold(hold::HoldArgs),
    #[cfg(feature = "proof")]
    Receipt(receipt::ReceiptArgs),
    #[cfg(feature = "proof")]
    Prove(prove::ProveArgs),
    #[cfg(feature = "fetch")]
    Stamp(stamp::StampArgs),
    Reindex(reindex::ReindexArgs),
    Vacuum(vacuum::VacuumArgs),
    #[command(subcommand)]
    Pipe(pipe::Filter),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
    #[command(hide = true)]
    Names(names::NamesArgs),
}

/// Writes what to do next, where no command is given.
pub(super) fn welcome(ctx: &mut Context) -> Result<CommandOutcome, CliError> {
    ctx.out.show(
        "writethru follows news articles as they are rewritten, and tells which claims changed.\n\n\
         writethru demo                           show a story in a second\n\
         writethru add FILE --story NAME          record a version: text, Markdown or a saved page\n\
         writethru log                            list what is recorded\n\
         writethru diff ARTICLE                   see which claims the last version changed\n\
         writethru timeline STORY                 put a story in order\n\
         writethru audit                          list changes for which no notice was found\n\n\
         `writethru help` lists every command, `writethru help COMMAND` explains one.\n",
    )?;
    Ok(CommandOutcome::Done)
}

impl Command {
    /// Returns whether the command makes a store where there is none; one that reads never does.
    pub(super) const fn makes_store(&self) -> bool {
        #[cfg(feature = "proof")]
        if matches!(self, Self::Receipt(_) | Self::Prove(_)) {
            return false;
        }
        #[cfg(feature = "fetch")]
        if matches!(
            self,
            Self::Watch(watch::WatchCommand::List(_) | watch::WatchCommand::Show(_) | watch::WatchCommand::Test(_))
                | Self::Hook(
                    hook::HookCommand::List(_)
                        | hook::HookCommand::Show(_)
                        | hook::HookCommand::Log(_)
                        | hook::HookCommand::Test(_)
                )
        ) {
            return false;
        }
        !matches!(
            self,
            Self::Story(story::StoryCommand::List { .. } | story::StoryCommand::Show { .. })
                | Self::Site(site::SiteCommand::List(_) | site::SiteCommand::Show(_) | site::SiteCommand::Test(_))
                | Self::Log(_)
                | Self::Diff(_)
                | Self::Changes(_)
                | Self::Briefing(_)
                | Self::Timeline(_)
                | Self::Claims(_)
                | Self::People(_)
                | Self::Blame(_)
                | Self::Show(_)
                | Self::Search(_)
                | Self::Audit(_)
                | Self::Conflicts(_)
                | Self::Figures(_)
                | Self::Standing(_)
                | Self::Report(_)
                | Self::Review(_)
                | Self::Names(_)
                | Self::Article(_)
                | Self::Import(import::ImportCommand::Results(_))
                | Self::Export(_)
                | Self::Check(_)
                | Self::Backup(_)
                | Self::Forget(_)
                | Self::Hold(_)
                | Self::Reindex(_)
                | Self::Vacuum(_)
        )
    }

    /// Runs the command.
    pub(super) fn run(&self, ctx: &mut Context) -> Result<CommandOutcome, CliError> {
        match self {
            Self::Demo(args) => demo::run(ctx, args),
            Self::Add(args) => add::run(ctx, args),
            #[cfg(feature = "fetch")]
            Self::Fetch(args) => fetch::run(ctx, args),
            #[cfg(feature = "fetch")]
            Self::Watch(command) => watch::run(ctx, command),
            #[cfg(feature = "fetch")]
            Self::Hook(command) => hook::run(ctx, command),
            Self::Log(args) => log::run(ctx, args),
            Self::Diff(args) => diff::run(ctx, args),
            Self::Changes(args) => changes::run(ctx, args),
            Self::Briefing(args) => briefing::run(ctx, args),
            Self::Timeline(args) => timeline::run(ctx, args),
            Self::Claims(args) => claims::run(ctx, args),
            Self::People(args) => people::run(ctx, args),
            Self::Blame(args) => blame::run(ctx, args),
            Self::Show(args) => show::run(ctx, args),
            Self::Search(args) => search::run(ctx, args),
            #[cfg(feature = "web")]
            Self::Serve(args) => serve::run(ctx, args),
            Self::Audit(args) => audit::run(ctx, args),
            Self::Conflicts(args) => conflicts::run(ctx, args),
            Self::Figures(args) => figures::run(ctx, args),
            Self::Standing(args) => standing::run(ctx, args),
            Self::Report(args) => report::run(ctx, args),
            Self::Review(args) => review::run(ctx, args),
            Self::Names(args) => names::run(ctx, args),
            Self::Story(command) => story::run(ctx, command),
            Self::Article(command) => article::run(ctx, command),
            Self::Site(command) => site::run(ctx, command),
            Self::Import(command) => import::run(ctx, command),
            Self::Export(command) => export::run(ctx, command),
            Self::Check(args) => check::run(ctx, args),
            Self::Backup(args) => backup::run(ctx, args),
            Self::Restore(args) => restore::run(ctx, args),
            Self::Forget(args) => forget::run(ctx, args),
            Self::Hold(args) => hold::run(ctx, args),
            #[cfg(feature = "proof")]
            Self::Receipt(args) => receipt::run(ctx, args),
            #[cfg(feature = "proof")]
            Self::Prove(args) => prove::run(ctx, args),
            #[cfg(feature = "fetch")]
            Self::Stamp(args) => stamp::run(ctx, args),
            Self::Reindex(args) => reindex::run(ctx, args),
            Self::Vacuum(args) => vacuum::run(ctx, args),
            Self::Pipe(_) => unreachable!("filters run without a context"),
            Self::Completions(args) => completions::run(ctx, args),
            Self::Man(args) => man::run(ctx, args),
        }
    }
}
