//! Lists the commands; each is a file with its help, its arguments and its run.

mod audit;
mod blame;
mod changes;
mod claims;
mod completions;
mod conflicts;
mod diff;
mod figures;
mod log;
mod man;
mod search;
mod show;
mod standing;
mod timeline;

use super::context::Context;
use super::error::CliError;
use super::{Outcome, pipe};

/// What an empty store says.
pub const NOTHING_YET: &str = "nothing is recorded yet; `writethru add FILE --story NAME` records a version";

#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Log(log::LogArgs),
    Diff(diff::DiffArgs),
    Changes(changes::ChangesArgs),
    Timeline(timeline::TimelineArgs),
    Claims(claims::ClaimsArgs),
    Blame(blame::BlameArgs),
    Show(show::ShowArgs),
    Search(search::SearchArgs),
    Audit(audit::AuditArgs),
    Conflicts(conflicts::ConflictsArgs),
    Figures(figures::FiguresArgs),
    Standing(standing::StandingArgs),
    #[command(subcommand)]
    Pipe(pipe::Filter),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    pub fn run(&self, ctx: &mut Context) -> Result<Outcome, CliError> {
        match self {
            Self::Log(args) => log::run(ctx, args),
            Self::Diff(args) => diff::run(ctx, args),
            Self::Changes(args) => changes::run(ctx, args),
            Self::Timeline(args) => timeline::run(ctx, args),
            Self::Claims(args) => claims::run(ctx, args),
            Self::Blame(args) => blame::run(ctx, args),
            Self::Show(args) => show::run(ctx, args),
            Self::Search(args) => search::run(ctx, args),
            Self::Audit(args) => audit::run(ctx, args),
            Self::Conflicts(args) => conflicts::run(ctx, args),
            Self::Figures(args) => figures::run(ctx, args),
            Self::Standing(args) => standing::run(ctx, args),
            Self::Pipe(_) => unreachable!("filters run without a context"),
            Self::Completions(args) => completions::run(ctx, args),
            Self::Man(args) => man::run(ctx, args),
        }
    }
}
