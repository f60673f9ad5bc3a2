//! `writethru diff`: prints which claims changed between two versions, then the text with its words marked.

use std::path::Path;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::cli::sheet::{SheetFlag, SheetFormat};
use crate::model::{Weight, shell_word};
use crate::render::screen::{self, DiffOptions, ScreenStyle, Shown};
use crate::render::{export, sheet};
use crate::view::{DiffView, Reference};

/// Print which claims changed between two versions, then the text with its words marked
///
/// Without versions, the last two are compared. What changed nothing but typography
/// is counted and not shown.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru diff ukraine-talks/lantern-1\n  \
    writethru diff ukraine-talks/lantern-1@2..4 --only material\n  \
    writethru diff ukraine-talks/lantern-1 --side-by-side\n  \
    writethru diff ukraine-talks/lantern-1 --since 'yesterday 8pm' --exit-code")]
pub(crate) struct DiffArgs {
    /// Article, with versions if not the last two: ARTICLE[@A..B]
    #[allow(rustdoc::broken_intra_doc_links, reason = "the doc is the help: the brackets are part of a reference")]
    #[arg(value_parser = crate::cli::reference::read)]
    reference: Reference,
    /// The other version, where the two are named apart: ARTICLE@A ARTICLE@B
    #[arg(hide = true, value_parser = crate::cli::reference::read)]
    other: Option<Reference>,
    /// Compare the version that stood at this time with the latest
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Print only the words that changed, with a few around them
    #[arg(long, group = "layout")]
    words: bool,
    /// Print old and new beside each other
    #[arg(long, short = 'y', group = "layout")]
    side_by_side: bool,
    /// Print one line of counts
    #[arg(long, group = "layout")]
    stat: bool,
    /// Show only changes of this weight
    #[arg(long, value_enum, value_name = "WEIGHT")]
    only: Option<Only>,
    /// Show changes of typography too
    #[arg(long, conflicts_with = "only")]
    cosmetic: bool,
    /// Print the whole text, nothing folded
    #[arg(long)]
    full: bool,
    /// Tell what stands in each slot of a claim (who, what, how many, when), and what decided
    #[arg(long)]
    why: bool,
    /// Exit with status 3 when something material differs
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    format: SheetFlag,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Only {
    Material,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &DiffArgs) -> Result<CommandOutcome, CliError> {
    let reference = joined(args)?;
    let since = match &args.since {
        None => None,
        Some(_) if reference.from.is_some() => {
            return Err(CliError::usage("versions and `--since` both say where to begin", "leave one of them out"));
        }
        Some(words) => {
            let zone = ctx.archive()?.zone_of(Some(&args.reference.name))?;
            Some(moment::start(words, zone, ctx.now)?)
        }
    };
    let format = args.format.format;
    ctx.publish_as(format, Some(&reference.name))?;
    let mut view = ctx.archive()?.diff(&reference, since)?;
    if view.a.number == view.b.number && format == SheetFormat::Text {
        let number = view.b.number;
        ctx.out.remark(&match reference.to {
            Some(_) => format!("both sides are v{number}: there is nothing to compare"),
            None => format!("no later version was captured: v{number} is the latest"),
        });
        return Ok(CommandOutcome::Done);
    }
    if args.only.is_some() && format != SheetFormat::Text {
        view.changes.retain(|change| change.weight == Weight::Material);
        let kept: Vec<usize> = view.changes.iter().map(|change| change.number).collect();
        view.passages.retain(|passage| passage.change.is_none_or(|number| kept.contains(&number)));
    }
    if format == SheetFormat::Html {
        ctx.out.show(&export::html::diff(&view))?;
    } else if args.stat && format == SheetFormat::Text {
        // One line, however narrow the screen is: programs read it.
        ctx.out.show(&screen::stat(&view))?;
    } else {
        ctx.hand_on(format, &view, |look, view| text(look, view, args), sheet::diff)?;
    }
    let is_material = view.verdict.weight == Some(Weight::Material);
    Ok(if args.exit_code && is_material { CommandOutcome::Differs } else { CommandOutcome::Done })
}

/// Returns the two versions as one reference, also where they are named one by one.
fn joined(args: &DiffArgs) -> Result<Reference, CliError> {
    let (one, Some(other)) = (&args.reference, &args.other) else { return Ok(args.reference.clone()) };
    match (one, other) {
        (Reference { name, from: Some(from), to: None }, Reference { name: same, from: Some(to), to: None })
            if name == same =>
        {
            Ok(Reference { name: name.clone(), from: Some(*from), to: Some(*to) })
        }
        _ if [one, other].iter().all(|file| Path::new(&file.name).is_file()) => {
            let message = format!("`{}` and `{}` are files, and no recorded versions", one.name, other.name);
            let files = format!("{} {}", shell_word(&one.name), shell_word(&other.name));
            Err(CliError::usage(message, format!("`writethru add {files} --article NAME` records them as versions")))
        }
        _ => Err(CliError::usage(
            "two versions of one article can be compared, not two articles",
            format!("write `writethru diff {}`", shell_word(&format!("{}@1..2", one.name))),
        )),
    }
}

fn text(look: ScreenStyle, view: &DiffView, args: &DiffArgs) -> String {
    let shown = match (args.only, args.cosmetic) {
        (Some(Only::Material), _) => Shown::Material,
        (None, true) => Shown::All,
        (None, false) => Shown::Usual,
    };
    let options = DiffOptions { shown, full: args.full, why: args.why };
    match args {
        DiffArgs { words: true, .. } => screen::words(look, view, options),
        DiffArgs { side_by_side: true, .. } => screen::side_by_side(look, view, options),
        _ => screen::diff(look, view, options),
    }
}
