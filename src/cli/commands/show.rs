//! `writethru show`: prints one version to be read.

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen::{self, ShowOptions};
use crate::view::Reference;

/// Print one version of an article to be read
///
/// Without a version, the latest is printed.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru show ukraine-talks/lantern-1\n  \
    writethru show ukraine-talks/lantern-1@3 --sentence 12\n  \
    writethru show ukraine-talks/lantern-1@1 --original > page.html")]
pub(crate) struct ShowArgs {
    /// Article, with a version if not the latest: ARTICLE[@N]
    #[allow(rustdoc::broken_intra_doc_links, reason = "the doc is the help: the brackets are part of a reference")]
    reference: Reference,
    /// Print only this sentence, as evidence names it: `[v3 s12]`
    #[arg(long, short, value_name = "N")]
    sentence: Option<usize>,
    /// Print each sentence on a line of its own, with its number
    #[arg(long, conflicts_with = "sentence")]
    numbers: bool,
    /// Print the page or file as it was received
    #[arg(long, conflicts_with_all = ["sentence", "numbers", "format"])]
    original: bool,
    /// Print nothing but the words as they are stored: the SHA-256 of this is the version's hash
    #[arg(long, conflicts_with_all = ["sentence", "numbers", "format", "original"])]
    plain: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ShowArgs) -> Result<CommandOutcome, CliError> {
    if args.original {
        let bytes = ctx.archive()?.original(&args.reference)?;
        ctx.out.write_raw(&bytes)?;
        return Ok(CommandOutcome::Done);
    }
    if args.plain {
        let words = ctx.archive()?.words(&args.reference)?;
        ctx.out.write_raw(words.as_bytes())?;
        return Ok(CommandOutcome::Done);
    }
    let mut view = ctx.archive()?.show(&args.reference)?;
    let n_sentences: usize = view.paragraphs.iter().map(|paragraph| paragraph.sentences.len()).sum();
    if args.sentence.is_some_and(|wanted| wanted == 0 || n_sentences < wanted) {
        return Err(CliError::refused(
            format!("the version has no sentence {}", args.sentence.unwrap_or_default()),
            format!("it has {n_sentences}; `--numbers` shows them"),
        ));
    }
    if let (Some(wanted), Format::Json) = (args.sentence, args.format.format) {
        view.paragraphs.iter_mut().for_each(|paragraph| paragraph.sentences.retain(|one| one.number == wanted));
        view.paragraphs.retain(|paragraph| !paragraph.sentences.is_empty());
    }
    let options = ShowOptions { sentence: args.sentence, numbers: args.numbers };
    ctx.answer(args.format, &view, |look, view| screen::show(look, view, options))?;
    Ok(CommandOutcome::Done)
}
