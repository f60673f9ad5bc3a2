//! `writethru show`: prints one version to be read.

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::shell_word;
use crate::render::screen::{self, ShowOptions};
use crate::view::PlaceReference;

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
    #[arg(value_parser = crate::cli::reference::read_place)]
    reference: PlaceReference,
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

/// Reads `12` and `s12`.
fn sentence(text: &str) -> Result<usize, String> {
    let number = text.strip_prefix('s').unwrap_or(text).parse();
    number.map_err(|_| "write the number of one sentence, such as `12` or `s12`".to_owned())
}

/// Refuses options that print a whole version, where a sentence of it is named.
fn refuse_whole(args: &ShowArgs) -> Result<(), CliError> {
    let options = [("--numbers", args.numbers), ("--original", args.original), ("--plain", args.plain)];
    let given = options.iter().find(|(_, is_given)| *is_given && args.reference.sentence.is_some());
    let Some((option, _)) = given else { return Ok(()) };
    let version = shell_word(&args.reference.version.to_string());
    Err(CliError::usage(
        format!("`{option}` prints a whole version, and a sentence is named"),
        format!("`writethru show {version} {option}` prints the version"),
    ))
}

/// Refuses a second sentence beside the one that the reference names.
fn refuse_two(args: &ShowArgs) -> Result<(), CliError> {
    let (Some(named), Some(wanted)) = (args.reference.sentence, args.sentence) else { return Ok(()) };
    if named == wanted {
        return Ok(());
    }
    let version = shell_word(&args.reference.version.to_string());
    let command = |sentence: usize| format!("`writethru show {version} --sentence {sentence}`");
    Err(CliError::usage(
        format!("`--sentence {wanted}` stands beside a name of sentence {named}"),
        format!("{} prints the one, {} the other", command(wanted), command(named)),
    ))
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ShowArgs) -> Result<CommandOutcome, CliError> {
    let (reference, sentence) = (&args.reference.version, args.sentence.or(args.reference.sentence));
    refuse_whole(args)?;
    refuse_two(args)?;
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
    if let Some(wanted) = sentence.filter(|wanted| *wanted == 0 || n_sentences < *wanted) {
        return Err(no_sentence(wanted, n_sentences));
    }
    if let (Some(wanted), Format::Json) = (sentence, args.format.format) {
        view.paragraphs.iter_mut().for_each(|paragraph| paragraph.sentences.retain(|one| one.number == wanted));
        view.paragraphs.retain(|paragraph| !paragraph.sentences.is_empty());
    }
    let options = ShowOptions { sentence, numbers: args.numbers };
    ctx.answer(args.format, &view, |look, view| screen::show(look, view, options))?;
    Ok(CommandOutcome::Done)
}

/// Refuses a sentence that a version does not have.
pub(super) fn no_sentence(wanted: usize, n_sentences: usize) -> CliError {
    CliError::refused(
        format!("the version has no sentence {wanted}"),
        format!("it has {n_sentences}; `writethru show ARTICLE --numbers` shows them"),
    )
}
