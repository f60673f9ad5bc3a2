//! `writethru article`: lists articles, moves them to a story, renames and deletes them.

use crate::cli::confirm;
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::shell_word;
use crate::render::counted::count;
use crate::render::screen;
use crate::track::TrackError;
use crate::view::ArticleList;

/// List articles, move them to a story, rename and delete them
#[derive(clap::Subcommand, Debug)]
pub(crate) enum ArticleCommand {
    /// List the articles of a story, or all
    #[command(after_help = "Examples:\n  writethru article list ukraine-talks")]
    List {
        story: Option<String>,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// File an article under a story
    #[command(after_help = "Examples:\n  writethru article move lantern-1 --to ukraine-talks")]
    Move {
        article: String,
        /// The story, which must exist; without it, the article stands in none
        #[arg(long, value_name = "STORY")]
        to: Option<String>,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Give an article another name
    #[command(after_help = "Examples:\n  writethru article rename ukraine-talks/page lantern-1")]
    Rename {
        article: String,
        /// The new name, without the story
        name: String,
        #[command(flatten)]
        format: FormatFlag,
    },
    /// Delete an article with all its versions
    #[command(after_help = "Examples:\n  writethru article delete ukraine-talks/page --yes")]
    Delete {
        article: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        format: FormatFlag,
    },
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &ArticleCommand) -> Result<CommandOutcome, CliError> {
    let (format, view) = match command {
        ArticleCommand::List { story, format } => {
            let view = ctx.archive()?.articles(story.as_deref())?;
            if view.articles.is_empty() {
                ctx.out.remark(&super::empty_store::nothing_in(story.as_deref()));
            }
            (format, view)
        }
        ArticleCommand::Move { article, to, format } => {
            (format, ArticleList { articles: vec![ctx.archive()?.move_article(article, to.as_deref())?] })
        }
        ArticleCommand::Rename { article, name, format } => {
            (format, ArticleList { articles: vec![ctx.archive()?.rename_article(article, name)?] })
        }
        ArticleCommand::Delete { article, yes, format } => {
            let forget = |error: &TrackError| match error {
                TrackError::TakesNoVersion { name, .. } => {
                    Some(format!("`writethru forget {} --reason TEXT` removes one version for good", shell_word(name)))
                }
                _ => None,
            };
            let row = ctx.archive()?.article(article).map_err(|error| CliError::with_hint(error, forget))?;
            let (name, versions) = (&row.article.reference, count(row.versions, "version", "versions"));
            if !yes {
                confirm::deletion(&format!("delete article `{name}` with {versions}?"), name)?;
            }
            let gone = ArticleList { articles: vec![ctx.archive()?.delete_article(article)?] };
            ctx.answer(*format, &gone, |_, _| format!("article `{name}` deleted, with {versions}\n"))?;
            return Ok(CommandOutcome::Done);
        }
    };
    ctx.answer(*format, &view, screen::articles)?;
    Ok(CommandOutcome::Done)
}
