//! `writethru prove`: writes the proof that a version is in the ledger.

use std::path::PathBuf;

use super::receipt;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::json;
use crate::view::Reference;

/// Write the proof that a version is in the ledger, as JSON
///
/// With a receipt, the proof is that the version was there when the receipt was made. `docs/verify.py` checks a
/// proof without this program; docs/PROOFS.md says what it proves and what it does not.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru prove ukraine-talks/lantern-1@2 --receipt 2025-04-26.receipt > proof.json\n  \
    python3 docs/verify.py proof.json 2025-04-26.receipt text.txt"
)]
pub(crate) struct ProveArgs {
    /// The version; without `@`, the latest
    #[arg(value_parser = crate::cli::reference::read)]
    reference: Reference,
    /// Prove it for the ledger as it was when this receipt was made
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ProveArgs) -> Result<CommandOutcome, CliError> {
    let receipt = args.receipt.as_deref().map(receipt::read).transpose()?;
    let view = ctx.archive()?.prove(&args.reference, receipt.as_ref())?;
    ctx.out.show(&json::write(&view)?)?;
    Ok(CommandOutcome::Done)
}
