//! `writethru figures`: prints how counts moved through versions and outlets.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::{export, json, screen, sheet};

/// Print how a count moved through versions and outlets, and who said it
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru figures ukraine-talks killed\n  \
    writethru figures ukraine-talks killed --format svg > killed.svg")]
pub(crate) struct FiguresArgs {
    /// Name of the story
    story: String,
    /// What is counted; without it, everything that is
    of: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: FiguresFormat,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum FiguresFormat {
    Text,
    Json,
    /// One web page that needs nothing else
    Html,
    /// Markdown
    Md,
    /// A table for spreadsheets, with every column
    Csv,
    /// A chart of the first series
    Svg,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &FiguresArgs) -> Result<CommandOutcome, CliError> {
    if !matches!(args.format, FiguresFormat::Text | FiguresFormat::Json) {
        ctx.publish(Some(&args.story))?;
    }
    let view = ctx.archive()?.figures(&args.story, args.of.as_deref())?;
    if view.series.is_empty() {
        let story = &args.story;
        ctx.out.remark(&match &args.of {
            Some(of) => format!("no figure counts `{of}`; `writethru claims {story} --kind figure` lists every figure"),
            None => format!("no count moved yet; `writethru claims {story} --kind figure` lists every figure"),
        });
    }
    let laid_out = || sheet::figures(&view);
    let text = match args.format {
        FiguresFormat::Text => screen::figures(ctx.look, &view),
        FiguresFormat::Json => json::write(&view)?,
        FiguresFormat::Html => sheet::html(&laid_out().title, &[laid_out()]),
        FiguresFormat::Md => sheet::markdown(&laid_out().title, &[laid_out()]),
        FiguresFormat::Csv => sheet::csv(&laid_out()),
        FiguresFormat::Svg => view.series.first().map(export::chart::svg).unwrap_or_default(),
    };
    ctx.out.show(&text)?;
    Ok(CommandOutcome::Done)
}
