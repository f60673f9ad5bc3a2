//! `writethru changes`: prints every update in order, with what it changed.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::model::Weight;
use crate::render::counted::count;
use crate::render::{export, json, screen, sheet};
use crate::view::ChangesView;

/// Print every update in order: between which captures it came, what it changed, whether a notice names it
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru changes ukraine-talks\n  \
    writethru changes ukraine-talks --silent --since 'last monday'\n  \
    writethru changes --format atom > changes.xml")]
pub(crate) struct ChangesArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
    /// Only material changes for which no notice was found
    #[arg(long)]
    silent: bool,
    /// Only material changes
    #[arg(long)]
    material: bool,
    /// Only articles of this outlet
    #[arg(long, value_name = "OUTLET")]
    outlet: Option<String>,
    /// Only updates that are not marked as reviewed
    #[arg(long)]
    unreviewed: bool,
    /// Only updates seen after this time, such as `yesterday 8pm` or `2d`; a day or a month means its start
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Tell which rules decided
    #[arg(long)]
    why: bool,
    /// How to write it
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: ChangesFormat,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum ChangesFormat {
    Text,
    Json,
    /// One web page that needs nothing else
    Html,
    /// Markdown
    Md,
    /// A table for spreadsheets, with every column
    Csv,
    /// A feed for newsreaders
    Atom,
    /// JSON Feed 1.1
    JsonFeed,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ChangesArgs) -> Result<CommandOutcome, CliError> {
    let reference = args.reference.as_deref();
    if !matches!(args.format, ChangesFormat::Text | ChangesFormat::Json) {
        ctx.publish(reference)?;
    }
    let since = match &args.since {
        None => None,
        Some(words) => {
            let zone = ctx.archive()?.zone_of(reference)?;
            Some(moment::start(words, zone, ctx.now)?)
        }
    };
    ctx.archive()?.refuse_unknown_outlet(args.outlet.as_deref())?;
    let mut view = ctx.archive()?.changes(reference)?;
    let all = view.updates.len();
    if let Some(outlet) = args.outlet.as_deref() {
        ctx.archive()?.retain_outlet(&mut view, outlet)?;
    }
    if args.unreviewed {
        view.updates.retain(|update| update.reviewed.is_none());
    }
    if let Some(since) = since {
        view.updates.retain(|update| since < update.to.captured);
    }
    retain_wanted(&mut view, args);
    if view.updates.is_empty() {
        ctx.out.remark(&match all {
            0 => "nothing changed yet; a second version of an article brings the first update".to_owned(),
            _ => format!("none of {} is what was asked for", count(all, "update", "updates")),
        });
    }
    let title = reference.unwrap_or("all stories");
    let laid_out = || sheet::changes(&view, title);
    let text = match args.format {
        ChangesFormat::Text if view.updates.is_empty() => String::new(),
        ChangesFormat::Text => {
            format!("{}\n\n{}", screen::zone_line(ctx.look, view.timezone), screen::changes(ctx.look, &view, args.why))
        }
        ChangesFormat::Json => json::write(&view)?,
        ChangesFormat::Html => sheet::html(&laid_out().title, &[laid_out()]),
        ChangesFormat::Md => sheet::markdown(&laid_out().title, &[laid_out()]),
        ChangesFormat::Csv => sheet::csv(&laid_out()),
        ChangesFormat::Atom => export::atom::changes(&view, title),
        ChangesFormat::JsonFeed => export::json_feed::changes(&view, title),
    };
    ctx.out.show(&text)?;
    Ok(CommandOutcome::Done)
}

/// Leaves out the changes that were not asked for.
fn retain_wanted(view: &mut ChangesView, args: &ChangesArgs) {
    if !args.silent && !args.material {
        return;
    }
    for update in &mut view.updates {
        update.changes.retain(|change| change.weight == Weight::Material && (change.silent || !args.silent));
    }
    view.updates.retain(|update| !update.changes.is_empty());
}
