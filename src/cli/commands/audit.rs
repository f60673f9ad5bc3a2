//! `writethru audit`: lists silent changes that an editor should see.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::cli::sheet::SheetFlag;
use crate::render::{screen, sheet};
use crate::track::AuditFilter;

/// List material changes for which no notice was found, for review
///
/// Replacements and unclear ones are listed in full; developments of the story are
/// counted. What is told is which claim stands otherwise and that no notice was
/// found, never why.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru audit\n  writethru audit --outlet 'The Lantern'\n  writethru audit ukraine-talks --format html > audit.html"
)]
pub(crate) struct AuditArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
    /// Only articles of this outlet
    #[arg(long, value_name = "OUTLET")]
    outlet: Option<String>,
    /// Updates that are marked as reviewed, too
    #[arg(long)]
    reviewed: bool,
    #[command(flatten)]
    format: SheetFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &AuditArgs) -> Result<CommandOutcome, CliError> {
    ctx.publish_as(args.format.format, args.reference.as_deref())?;
    ctx.archive()?.refuse_unknown_outlet(args.outlet.as_deref())?;
    let filter = AuditFilter { outlet: args.outlet.as_deref(), reviewed: args.reviewed };
    let view = ctx.archive()?.audit(args.reference.as_deref(), filter)?;
    let title = args.reference.as_deref().unwrap_or("all stories");
    ctx.hand_on(args.format.format, &view, screen::audit, |view| sheet::audit(view, title))?;
    Ok(CommandOutcome::Done)
}
