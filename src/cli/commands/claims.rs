//! `writethru claims`: prints what is claimed in a story, by whom, and how each claim fared.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::cli::sheet::SheetFlag;
use crate::model::Status;
use crate::render::{screen, sheet};
use crate::view::ClaimKind;

/// Print what is claimed, by whom, and how each claim fared
///
/// A claim is what someone is reported to say, a figure with what it counts, or an event.
/// Each is told once, the first told first, with everywhere it stood: in which versions,
/// how it changed, whether it was taken out. Outlets that copy one wire text count as one
/// source.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru claims ukraine-talks\n  \
    writethru claims ukraine-talks --speaker Vance\n  \
    writethru claims ukraine-talks --kind figure --moved\n  \
    writethru claims ukraine-talks --as-of '24 April 2025 9am'")]
pub(crate) struct ClaimsArgs {
    /// Story or article
    reference: String,
    /// Only what this speaker is reported to say
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// Only claims of this kind
    #[arg(long, value_enum)]
    kind: Option<KindName>,
    /// Leave out claims that nobody changed and that no accounts differ on
    #[arg(long)]
    moved: bool,
    /// As they stood at this time; a day or a month means its end
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    #[command(flatten)]
    format: SheetFlag,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum KindName {
    Statement,
    Figure,
    Event,
}

impl From<KindName> for ClaimKind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Statement => Self::Statement,
            KindName::Figure => Self::Figure,
            KindName::Event => Self::Event,
        }
    }
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ClaimsArgs) -> Result<CommandOutcome, CliError> {
    let kind = args.kind.map(ClaimKind::from);
    let as_of = match &args.as_of {
        Some(words) => {
            let zone = ctx.archive()?.zone_of(Some(&args.reference))?;
            Some(moment::end(words, zone, ctx.now)?)
        }
        None => None,
    };
    ctx.publish_as(args.format.format, Some(&args.reference))?;
    let mut view = ctx.archive()?.claims(&args.reference, args.speaker.as_deref(), kind, as_of)?;
    if args.moved {
        view.claims.retain(|claim| claim.status != Status::Reported);
    }
    if view.claims.is_empty() {
        let before = crate::cli::commands::empty_store::nothing_by(ctx, &args.reference, as_of)?;
        ctx.out.remark(&before.unwrap_or_else(|| nothing(args, kind)));
    }
    ctx.hand_on(args.format.format, &view, screen::claims, |view| sheet::claims(view, &args.reference))?;
    Ok(CommandOutcome::Done)
}

/// Writes what is not there, and what to type next.
fn nothing(args: &ClaimsArgs, kind: Option<ClaimKind>) -> String {
    let reference = &args.reference;
    let what = kind.map_or("claim", ClaimKind::as_str);
    let of = args.speaker.as_ref().map(|speaker| format!(" of `{speaker}`")).unwrap_or_default();
    match (args.moved, &args.speaker, kind) {
        (true, ..) => format!("no {what}{of} changed; without `--moved`, `claims` lists all"),
        (false, None, None) => "no claim was found; `writethru show` prints the text".to_owned(),
        _ => format!("no {what}{of} was found; `writethru claims {reference}` lists all"),
    }
}
