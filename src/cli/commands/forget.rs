//! `writethru forget`: removes for good what may not be kept.

use crate::cli::confirm;
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::counted::count;
use crate::render::screen;
use crate::view::Reference;

/// Remove a version, an article or a story for good, as a court or a law may ask
///
/// Its texts, looks, pages as received, addresses, results, search words and the edits by hand that quote it are
/// gone, and overwritten in the file. A tombstone stays, with the date, the reason and a hash under a key; a file
/// beside the store has it too, so that `restore` removes it from backups made before. Other copies of backups,
/// exports and published pages are not reached. Versions with the very same words go along.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru forget ukraine-talks/lantern-1@2 --reason 'court order 12/2025'\n  \
    writethru forget ukraine-talks/lantern-1 --reason 'erasure request of 3 May' --yes\n  writethru forget --list")]
pub(crate) struct ForgetArgs {
    /// Story, article or version
    #[arg(required_unless_present = "list", value_parser = crate::cli::reference::read)]
    reference: Option<Reference>,
    /// Why; kept with the tombstone, so name nobody in it
    #[arg(long, value_name = "TEXT", required_unless_present = "list", value_parser = reason)]
    reason: Option<String>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// List what was removed so far
    #[arg(long, conflicts_with_all = ["reference", "reason", "yes"])]
    list: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// The longest reason, in bytes.
const MAX_REASON: usize = 1000;

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ForgetArgs) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    let (Some(reference), Some(reason)) = (&args.reference, &args.reason) else {
        let view = ctx.archive()?.tombstones()?;
        if view.tombstones.is_empty() {
            ctx.out.remark("nothing was removed so far");
        }
        ctx.answer(args.format, &view, |_, view| screen::tombstones(view))?;
        return Ok(CommandOutcome::Done);
    };
    let meant = ctx.archive()?.forget_preview(reference)?;
    if !args.yes {
        let versions = count(meant.versions, "version", "versions");
        let along = screen::going_along(&meant);
        confirm::deletion(&format!("remove `{}` with {versions}{along} for good?", meant.reference), &meant.reference)?;
    }
    let view = ctx.archive()?.forget(reference, reason, now)?;
    ctx.answer(args.format, &view, |_, view| screen::forget(view))?;
    Ok(CommandOutcome::Done)
}

/// Reads a reason: some words, on one line.
fn reason(text: &str) -> Result<String, String> {
    let words = screen::clean(text.trim());
    match words.len() {
        0 => Err("a reason is needed, such as 'court order 12/2025'".to_owned()),
        1..=MAX_REASON => Ok(words),
        _ => Err(format!("a reason has at most {MAX_REASON} bytes")),
    }
}
