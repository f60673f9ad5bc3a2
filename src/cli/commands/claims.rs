//! `writethru claims`: prints how each claim fared through versions and outlets.

use crate::cli::Outcome;
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::model::Status;
use crate::render::screen;

/// Print how each claim fared through versions and outlets
///
/// A claim is what someone is reported to say, or a figure with what it counts.
/// Those that moved come first.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru claims ukraine-talks\n  writethru claims ukraine-talks --moved")]
pub struct ClaimsArgs {
    /// Story or article
    reference: String,
    /// Leave out claims that nobody changed and that no accounts differ on
    #[arg(long)]
    moved: bool,
    #[command(flatten)]
    format: FormatFlag,
}

pub fn run(ctx: &mut Context, args: &ClaimsArgs) -> Result<Outcome, CliError> {
    let mut view = ctx.desk()?.claims(&args.reference)?;
    if args.moved {
        view.claims.retain(|claim| claim.status != Status::Reported);
    }
    if view.claims.is_empty() {
        ctx.out.remark("no claim was found; `writethru show` prints the text");
    }
    ctx.answer(args.format, &view, screen::claims)?;
    Ok(Outcome::Done)
}
