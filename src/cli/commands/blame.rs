//! `writethru blame`: prints which version brought each sentence.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;
use crate::view::PlaceReference;

/// Print which version brought each sentence of an article
///
/// Without a version, the latest is told.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru blame ukraine-talks/lantern-1\n  writethru blame ukraine-talks/lantern-1@3"
)]
pub(crate) struct BlameArgs {
    /// Article, with a version if not the latest: ARTICLE[@N], or one sentence: 'ARTICLE v2 s5'
    #[allow(rustdoc::broken_intra_doc_links, reason = "the doc is the help: the brackets are part of a reference")]
    #[arg(value_parser = crate::cli::reference::read_place)]
    reference: PlaceReference,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &BlameArgs) -> Result<CommandOutcome, CliError> {
    let mut view = ctx.archive()?.blame(&args.reference.version)?;
    if let Some(wanted) = args.reference.sentence {
        let n_sentences = view.lines.len();
        view.lines.retain(|line| line.sentence == wanted);
        if view.lines.is_empty() {
            return Err(super::show::no_sentence(wanted, n_sentences));
        }
    }
    ctx.answer(args.format, &view, screen::blame)?;
    Ok(CommandOutcome::Done)
}
