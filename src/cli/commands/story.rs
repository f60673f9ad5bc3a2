//! `writethru story`: makes, lists, renames, merges and deletes stories, and sets their time zones.

use chrono_tz::Tz;

use crate::cli::confirm;
use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::shell_word;
use crate::render::counted::count;
use crate::render::screen;
use crate::track::TrackError;
use crate::view::StoryDone;

/// Make, list, rename, merge and delete stories; set their time zones
#[derive(clap::Subcommand, Debug)]
pub(crate) enum StoryCommand {
    /// Make a story; its days are counted in its time zone
    #[command(after_help = "Examples:\n  writethru story new ukraine-talks --timezone Europe/London")]
    New {
        /// Its name; of words, such as "Ferry fire", what one types is made: `ferry-fire`
        name: String,
        /// A name of the IANA list
        #[arg(long, default_value = "UTC", value_name = "ZONE", value_parser = crate::model::zone_named)]
        timezone: Tz,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// List every story
    #[command(after_help = "Examples:\n  writethru story list --format json")]
    List {
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Show one story and its articles
    #[command(after_help = "Examples:\n  writethru story show ukraine-talks")]
    Show {
        story: String,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Give a story another name
    #[command(after_help = "Examples:\n  writethru story rename talks ukraine-talks")]
    Rename {
        story: String,
        /// The new name
        name: String,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Count a story's days in another time zone
    ///
    /// Dates such as "yesterday" or "at 7pm" are read anew; versions stay as they are.
    #[command(after_help = "Examples:\n  writethru story timezone ukraine-talks Europe/Kyiv")]
    Timezone {
        story: String,
        /// A name of the IANA list
        #[arg(value_parser = crate::model::zone_named)]
        zone: Tz,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Move every article of one story into another
    #[command(after_help = "Examples:\n  writethru story merge london-talks --into ukraine-talks")]
    Merge {
        story: String,
        #[arg(long, value_name = "STORY")]
        into: String,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Delete a story with all its articles and versions
    #[command(after_help = "Examples:\n  writethru story delete london-talks --yes")]
    Delete {
        story: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        format: FormatFlag,
    },
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &StoryCommand) -> Result<CommandOutcome, CliError> {
    use StoryCommand::*;
    let now = ctx.now;
    let (format, done) = match command {
        List { format } => {
            let view = ctx.archive()?.stories()?;
            if view.stories.is_empty() {
                // An article may stand in no story.
                let is_empty = ctx.archive()?.first_captured(None)?.is_none();
                ctx.out.remark(match is_empty {
                    true => super::empty_store::NOTHING_YET,
                    false => "no article stands in a story yet; `writethru article list` lists them",
                });
            }
            ctx.answer(*format, &view, screen::stories)?;
            return Ok(CommandOutcome::Done);
        }
        Show { story, format } => {
            show(ctx, story, *format)?;
            return Ok(CommandOutcome::Done);
        }
        New { name, timezone, format } => (format, ctx.archive()?.new_story(name, *timezone, now)?),
        Rename { story, name, format } => (format, ctx.archive()?.rename_story(story, name)?),
        Timezone { story, zone, format } => (format, ctx.archive()?.set_timezone(story, *zone)?),
        Merge { story, into, format } => (format, ctx.archive()?.merge_stories(story, into)?),
        Delete { story, yes, format } => {
            let article = |error: &TrackError| match error {
                TrackError::NotStory { name, .. } => {
                    Some(format!("`writethru article delete {}` deletes the article", shell_word(name)))
                }
                _ => None,
            };
            let row = ctx.archive()?.story(story).map_err(|error| CliError::with_hint(error, article))?;
            let (articles, versions) = (row.articles, row.versions);
            let what =
                format!("{} and {}", count(articles, "article", "articles"), count(versions, "version", "versions"));
            if !yes {
                confirm::deletion(&format!("delete story `{}` with {what}?", row.name), &row.name)?;
            }
            (format, ctx.archive()?.delete_story(story)?)
        }
    };
    ctx.answer(*format, &done, |_, view: &StoryDone| screen::story_done(view))?;
    Ok(CommandOutcome::Done)
}

fn show(ctx: &mut Context, story: &str, format: FormatFlag) -> Result<(), CliError> {
    let row = ctx.archive()?.story(story)?;
    if format.format == Format::Json {
        return ctx.answer(format, &row, |_, _| String::new());
    }
    let articles = ctx.archive()?.articles(Some(&row.name))?;
    let title = row.title.as_deref().map(|title| format!("  {title}")).unwrap_or_default();
    ctx.out.show(&format!("{}{title}  times in {}\n", row.name, row.timezone))?;
    if articles.articles.is_empty() {
        ctx.out.remark(&super::empty_store::nothing_in(Some(&row.name)));
    }
    ctx.answer(format, &articles, screen::articles)
}
