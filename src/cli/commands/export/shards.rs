//! `writethru export shards`: writes what the filters are asked as files of like size, for many machines to answer.

use std::path::PathBuf;

use super::shard_folder::{ShardFolder, ShardSink};
use super::story_questions::StoryQuestions;
use crate::cli::commands::empty_store::NOTHING_YET;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::counted::count;
use crate::render::pipe::questions;
use crate::track::{Archive, ArticlesGiven};

/// Write the questions for a filter as files of like size, for many machines to answer
///
/// Each line is a question for `writethru pipe`: a version for `analyze`, two versions in a row for `compare`, a whole
/// story for `timeline` (an article that is in none stands for itself), an article for `reindex`, whose answers `import
/// results` takes back into the store. The files are packed with zstd, which the filters read as they are. docs/SCALE.md
/// shows how a cluster answers them.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export shards questions --for timeline --shards 64\n  \
    writethru pipe timeline < questions/part-00000.jsonl.zst > answers.jsonl\n  \
    writethru export shards - --for compare ferry | writethru pipe compare\n  \
    writethru export shards questions --for timeline --divide 1000\n  \
    writethru export shards questions --for reindex --stale")]
pub(crate) struct ExportShardsArgs {
    /// Folder to write into, new or empty; `-` writes plain lines to standard output
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Story or article; without it, everything
    reference: Option<String>,
    /// The filter that is asked
    #[arg(long = "for", value_enum, value_name = "FILTER", default_value = "timeline")]
    filter: ShardFilter,
    /// How many files; each takes some 4 MB of memory while it is written
    #[arg(long, value_name = "N", default_value = "16", value_parser = clap::value_parser!(u32).range(1..=500))]
    shards: u32,
    /// Divide stories of more than so many versions by article; `writethru pipe merge` puts the answers together
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    divide: Option<u32>,
    /// Ask only about articles of which something is still to be derived; for `reindex`
    #[arg(long)]
    stale: bool,
}

/// The filters that can be asked about an archive.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum ShardFilter {
    Analyze,
    Compare,
    Timeline,
    Reindex,
}

impl ExportShardsArgs {
    /// Returns which articles are asked about.
    fn which(&self) -> Result<ArticlesGiven, CliError> {
        if self.divide.is_some() && self.filter != ShardFilter::Timeline {
            let message = "only stories can be divided, and only questions for `timeline` are about whole ones";
            return Err(CliError::usage(message, "add `--for timeline`, or leave `--divide` out"));
        }
        match (self.stale, self.filter) {
            (false, _) => Ok(ArticlesGiven::All),
            (true, ShardFilter::Reindex) => Ok(ArticlesGiven::Underived),
            (true, _) => {
                let message = "only questions for `reindex` can leave out what is derived";
                Err(CliError::usage(message, "add `--for reindex`, or leave `--stale` out"))
            }
        }
    }
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ExportShardsArgs) -> Result<CommandOutcome, CliError> {
    let which = args.which()?;
    // A name that means nothing makes no folder.
    if let Some(name) = &args.reference {
        ctx.archive()?.articles(Some(name))?;
    }
    ctx.publish(args.reference.as_deref())?;
    let mut sink: Box<dyn ShardSink> = match args.folder.as_os_str() == "-" {
        true => Box::new(std::io::BufWriter::new(std::io::stdout().lock())),
        false => Box::new(ShardFolder::create(&args.folder, args.shards as usize)?),
    };
    let mut lines = 0;
    let write = |question: String| {
        lines += 1;
        sink.line(&question)
    };
    let archive = ctx.archive()?;
    // Stories are measured, then written: both of the same versions.
    archive.as_it_is(|archive| each_question(archive, args, which, write))?;
    sink.finish()?;
    match lines {
        0 if args.stale && !archive.is_empty()? => ctx.out.remark("everything is derived already"),
        0 => ctx.out.remark(NOTHING_YET),
        n => ctx.out.remark(&format!("{} written", count(n, "question", "questions"))),
    }
    Ok(CommandOutcome::Done)
}

/// Gives the questions for the filter to `write`.
fn each_question(
    archive: &Archive,
    args: &ExportShardsArgs,
    which: ArticlesGiven,
    mut write: impl FnMut(String) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let name = args.reference.as_deref();
    let divided = args.divide.map(|most| archive.long_stories(name, most as usize)).transpose()?.unwrap_or_default();
    let mut stories = StoryQuestions::new(divided);
    archive.each_article_texts(name, which, |article| -> Result<(), CliError> {
        match args.filter {
            ShardFilter::Analyze => questions::analyze(&article).into_iter().try_for_each(&mut write),
            ShardFilter::Compare => questions::compare(&article).into_iter().try_for_each(&mut write),
            ShardFilter::Reindex => questions::reindex(&article).into_iter().try_for_each(&mut write),
            ShardFilter::Timeline => stories.add(article).into_iter().try_for_each(&mut write),
        }
    })?;
    stories.finish().into_iter().try_for_each(&mut write)
}
