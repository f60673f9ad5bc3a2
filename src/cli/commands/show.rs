//! `writethru show`: prints one version to be read.

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen::{self, ShowOptions};
use crate::view::{Reference, ReferenceError};

/// Print one version of an article to be read
///
/// Without a version, the latest is printed.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru show ukraine-talks/lantern-1\n  \
    writethru show ukraine-talks/lantern-1@3 --sentence 12\n  \
    writethru show 'lantern-1 v3 s12'\n  \
    writethru show ukraine-talks/lantern-1@1 --original > page.html")]
pub(crate) struct ShowArgs {
    /// Article, with a version if not the latest: ARTICLE[@N]
    #[allow(rustdoc::broken_intra_doc_links, reason = "the doc is the help: the brackets are part of a reference")]
    #[arg(value_parser = place)]
    reference: ShownPlace,
    /// Print only this sentence, as evidence names it: `[v3 s12]`
    #[arg(long, short, value_name = "N", value_parser = sentence)]
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

/// What is shown: a version, or a sentence as evidence names it.
#[derive(Clone, Debug)]
struct ShownPlace {
    version: Reference,
    sentence: Option<usize>,
}

/// Reads `bbc@3`, `bbc v3 s12` and `[bbc v3 s12]`.
fn place(text: &str) -> Result<ShownPlace, ReferenceError> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text).trim();
    if let Some((version, number)) = inner.rsplit_once([' ', '\u{a0}'])
        && let Some(number) = number.strip_prefix('s').and_then(|number| number.parse().ok())
    {
        return Ok(ShownPlace { version: version.parse()?, sentence: Some(number) });
    }
    Ok(ShownPlace { version: text.parse()?, sentence: None })
}

/// Reads `12` and `s12`.
fn sentence(text: &str) -> Result<usize, String> {
    let number = text.strip_prefix('s').unwrap_or(text).parse();
    number.map_err(|_| "write the number of one sentence, such as `12` or `s12`".to_owned())
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ShowArgs) -> Result<CommandOutcome, CliError> {
    let (reference, sentence) = (&args.reference.version, args.sentence.or(args.reference.sentence));
    if args.original {
        let bytes = ctx.archive()?.original(reference)?;
        ctx.out.write_raw(&bytes)?;
        return Ok(CommandOutcome::Done);
    }
    if args.plain {
        let words = ctx.archive()?.words(reference)?;
        ctx.out.write_raw(words.as_bytes())?;
        return Ok(CommandOutcome::Done);
    }
    let mut view = ctx.archive()?.show(reference)?;
    let n_sentences: usize = view.paragraphs.iter().map(|paragraph| paragraph.sentences.len()).sum();
    if sentence.is_some_and(|wanted| wanted == 0 || n_sentences < wanted) {
        return Err(CliError::refused(
            format!("the version has no sentence {}", sentence.unwrap_or_default()),
            format!("it has {n_sentences}; `--numbers` shows them"),
        ));
    }
    if let (Some(wanted), Format::Json) = (sentence, args.format.format) {
        view.paragraphs.iter_mut().for_each(|paragraph| paragraph.sentences.retain(|one| one.number == wanted));
        view.paragraphs.retain(|paragraph| !paragraph.sentences.is_empty());
    }
    let options = ShowOptions { sentence, numbers: args.numbers };
    ctx.answer(args.format, &view, |look, view| screen::show(look, view, options))?;
    Ok(CommandOutcome::Done)
}
