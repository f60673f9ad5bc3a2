//! `writethru people`: prints who is quoted in a story, and puts names right by hand.

use super::timeline::edits::{self, EditAuthor};
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::cli::sheet::SheetFlag;
use crate::render::{screen, sheet};
use crate::view::NameRequest;

/// Print who is quoted in a story, under which names
///
/// A person is followed through all articles and outlets of the story. A short name belongs to the one fuller name
/// that it may be a form of; one that may be of two stays by itself. `people alias` and `people apart` put that right;
/// the texts stay as they are, and `timeline undo` takes it back.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(after_help = "Examples:\n  writethru people ukraine-talks\n  \
    writethru people alias ukraine-talks 'JD Vance' 'the vice-president'\n  \
    writethru people apart ukraine-talks 'Volodymyr Zelensky' Zelenska\n  \
    writethru timeline ukraine-talks --speaker Vance")]
pub(crate) struct PeopleArgs {
    #[command(subcommand)]
    command: Option<PeopleCommand>,
    /// Name of the story
    #[arg(required = true)]
    story: Option<String>,
    #[command(flatten)]
    format: SheetFlag,
}

#[derive(clap::Subcommand, Debug)]
enum PeopleCommand {
    /// Say that two names are of one person or organization
    #[command(after_help = "Examples:\n  writethru people alias ukraine-talks 'JD Vance' 'the vice-president'")]
    Alias(NamePairArgs),
    /// Say that two names are of two
    #[command(after_help = "Examples:\n  writethru people apart ukraine-talks 'Volodymyr Zelensky' Zelenska")]
    Apart(NamePairArgs),
}

#[derive(clap::Args, Debug)]
struct NamePairArgs {
    /// Name of the story
    story: String,
    /// The name to go by
    name: String,
    /// The other name, as the texts have it
    other: String,
    #[command(flatten)]
    who: EditAuthor,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &PeopleArgs) -> Result<CommandOutcome, CliError> {
    let names = |args: &NamePairArgs| (args.name.clone(), args.other.clone());
    let (args, request) = match &args.command {
        None => return list(ctx, args),
        Some(PeopleCommand::Alias(own)) => {
            let (name, other) = names(own);
            (own, NameRequest::Alias { name, other })
        }
        Some(PeopleCommand::Apart(own)) => {
            let (name, other) = names(own);
            (own, NameRequest::Apart { name, other })
        }
    };
    let (author, now) = (args.who.name()?, ctx.now);
    let view = ctx.archive()?.edit_names(&args.story, &request, author, now)?;
    edits::answer_with_undo(ctx, args.format, &view)?;
    Ok(CommandOutcome::Done)
}

fn list(ctx: &mut Context, args: &PeopleArgs) -> Result<CommandOutcome, CliError> {
    let story = args.story.as_deref().unwrap_or_default();
    ctx.publish_as(args.format.format, Some(story))?;
    let view = ctx.archive()?.people(story)?;
    if view.people.is_empty() {
        ctx.out.remark(&format!("nobody is quoted by name; `writethru claims {story}` lists what is claimed"));
    }
    ctx.hand_on(args.format.format, &view, screen::people, sheet::people)?;
    Ok(CommandOutcome::Done)
}
