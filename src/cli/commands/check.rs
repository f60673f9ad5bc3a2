//! `writethru check`: tells whether the store is well, and repairs what can be repaired.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;
use crate::track::CheckScope;

/// Tell whether the store is well: file, ledger, texts, what was worked out from them
///
/// Every text is unpacked and compared with its hash, the ledger is replayed, the file itself is checked by `SQLite`,
/// and what was worked out is held against a rebuild, for a sample of articles. What is damaged is told, and what
/// can still be read. Exit status 0 when all is well, 1 when something is not.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru check\n  writethru check --all\n  \
    writethru check --subset 2/7       a seventh of a large store, another one each night\n  \
    writethru check --since-receipt 2025-04-26.receipt\n  writethru check --repair")]
pub(crate) struct CheckArgs {
    /// Hold everything that was worked out against a rebuild, not a sample
    #[arg(long)]
    all: bool,
    /// Check only a part of the articles; the file and the ledger belong to the first part
    #[arg(long, value_name = "N/M", value_parser = part)]
    subset: Option<(usize, usize)>,
    /// Hold the ledger against an older receipt of it: only additions may have come since
    #[cfg(feature = "proof")]
    #[arg(long, value_name = "FILE", conflicts_with = "repair")]
    since_receipt: Option<std::path::PathBuf>,
    /// Work everything out again, and set apart versions that cannot be read; nothing is deleted
    #[arg(long, conflicts_with_all = ["all", "subset"])]
    repair: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &CheckArgs) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    ctx.store_there()?;
    if args.repair {
        let view = ctx.archive()?.repair(now)?;
        ctx.answer(args.format, &view, |_, view| screen::repair(view))?;
        return Ok(CommandOutcome::Done);
    }
    let scope = CheckScope { all: args.all, part: args.subset.unwrap_or((1, 1)) };
    #[cfg(feature = "proof")]
    let receipt = args.since_receipt.as_deref().map(super::receipt::read).transpose()?;
    #[cfg_attr(not(feature = "proof"), expect(unused_mut, reason = "a receipt adds to it"))]
    let mut view = ctx.archive()?.check(&scope)?;
    #[cfg(feature = "proof")]
    if let Some(receipt) = receipt {
        let checked = ctx.archive()?.check_receipt(&receipt)?;
        if let Some(problem) = &checked.problem {
            let hint = "compare with a backup of that time; `writethru check` tells what else does not fit".to_owned();
            view.problems.push(crate::view::CheckProblem { problem: problem.clone(), hint: Some(hint) });
            view.ok = false;
        }
        view.receipt = Some(checked);
    }
    ctx.answer(args.format, &view, |_, view| screen::check(view))?;
    match view.ok {
        true => Ok(CommandOutcome::Done),
        false => Ok(CommandOutcome::Partly),
    }
}

/// Reads a part and of how many: `2/7`.
fn part(text: &str) -> Result<(usize, usize), String> {
    let numbers = text.split_once('/').and_then(|(part, of)| Some((part.parse().ok()?, of.parse().ok()?)));
    match numbers {
        Some((part, of)) if 0 < part && part <= of => Ok((part, of)),
        _ => Err("a part and of how many are needed, such as 2/7".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_the_whole() {
        assert_eq!(part("2/7"), Ok((2, 7)));
        for odd in ["", "2", "0/3", "4/3", "1/0", "-1/2", "a/b", "1/2/3"] {
            assert!(part(odd).is_err(), "{odd}");
        }
    }
}
