//! `writethru add`: records versions of articles from files or standard input.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use chrono_tz::Tz;

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::ingest::{self, Source};
use crate::model::{Capture, DocumentTime, OriginKind};
use crate::render::{json, screen};
use crate::track::Submission;
use crate::view::{BatchView, RefusedView};

/// Record versions of articles from files: plain text, Markdown or HTML
///
/// Headline, standfirst, byline and dates are read from the file where it states them;
/// flags say them otherwise. The same text again makes a look, not a version. Each
/// file is acknowledged on a line of its own once it is safely stored.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru add page.html --story ukraine-talks --outlet 'The Lantern'\n  \
    writethru add draft-*.txt --story flood --article herald-1\n  \
    curl -s https://example.org/story | writethru add - --story flood --captured now")]
pub(crate) struct AddArgs {
    /// Files to record; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Story to file it under; made where there is none
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Zone of a story that is made: the days of its articles are counted in it
    #[arg(long, value_name = "ZONE")]
    timezone: Option<Tz>,
    /// Article it is a version of [default: found by address, file name or headline]
    #[arg(long, value_name = "ARTICLE")]
    article: Option<String>,
    /// Who publishes it
    #[arg(long)]
    outlet: Option<String>,
    /// Address of the page
    #[arg(long)]
    url: Option<String>,
    /// When the page says it was published
    #[arg(long, value_name = "TIME")]
    published: Option<String>,
    /// When the page says it was last changed
    #[arg(long, value_name = "TIME")]
    modified: Option<String>,
    /// When it was seen: ISO time, or words such as `yesterday 8pm`
    #[arg(long, value_name = "TIME")]
    captured: Option<String>,
    #[arg(long)]
    headline: Option<String>,
    #[arg(long)]
    standfirst: Option<String>,
    #[arg(long)]
    byline: Option<String>,
    /// Keep only the text, not the page or file as received
    #[arg(long)]
    no_originals: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &AddArgs) -> Result<CommandOutcome, CliError> {
    if 1 < args.files.len() && (args.headline.is_some() || args.standfirst.is_some() || args.byline.is_some()) {
        return Err(CliError::usage(
            "a headline, standfirst or byline can be given for one file only",
            "record the files one by one",
        ));
    }
    let zone = zone(ctx, args)?;
    let mut batch = BatchView::default();
    for file in &args.files {
        let recorded = submission(ctx, args, file, zone).and_then(|submission| {
            let now = ctx.now;
            Ok(ctx.archive()?.record(&submission, now)?)
        });
        match recorded {
            Ok(view) => {
                if args.format.format == Format::Text && !ctx.out.is_quiet() {
                    ctx.out.say(&screen::recorded(ctx.look, &view))?;
                }
                batch.recorded.push(view);
            }
            Err(error) if args.files.len() == 1 => return Err(error),
            Err(error @ CliError::Usage { .. }) => return Err(error),
            Err(error) => {
                let from = file.display().to_string();
                let view = RefusedView { from, error: error.one_line(), hint: error.hint() };
                if args.format.format == Format::Text {
                    ctx.out.remark(screen::refused(ctx.look, &view).trim_end());
                }
                batch.refused.push(view);
            }
        }
    }
    finish(ctx, args, &batch)
}

/// Writes the end of a batch; one file needs none.
fn finish(ctx: &mut Context, args: &AddArgs, batch: &BatchView) -> Result<CommandOutcome, CliError> {
    match args.format.format {
        Format::Json => ctx.out.show(&json::write(batch)?)?,
        Format::Text if 1 < args.files.len() && !ctx.out.is_quiet() => ctx.out.show(&screen::batch_end(batch))?,
        Format::Text => {}
    }
    Ok(if batch.refused.is_empty() { CommandOutcome::Done } else { CommandOutcome::Partly })
}

/// Returns the zone of the story, of the one to be made, or UTC.
fn zone(ctx: &mut Context, args: &AddArgs) -> Result<Tz, CliError> {
    match (args.timezone, args.story.as_deref().or(args.article.as_deref())) {
        (Some(zone), _) => Ok(zone),
        (None, name) => Ok(ctx.archive()?.zone_of(name)?),
    }
}

/// Reads a file and lays what the flags say over what it says itself.
fn submission(ctx: &Context, args: &AddArgs, file: &Path, zone: Tz) -> Result<Submission, CliError> {
    let time = |words: &Option<String>| -> Result<Option<DocumentTime>, CliError> {
        words.as_deref().map(|words| moment::read(words, zone, ctx.now)).transpose()
    };
    let (published, modified, captured) = (time(&args.published)?, time(&args.modified)?, time(&args.captured)?);
    let mut capture = read(args, file, zone)?;
    let content = &mut capture.content;
    let given = [
        (&mut content.headline, &args.headline),
        (&mut content.standfirst, &args.standfirst),
        (&mut content.byline, &args.byline),
        (&mut capture.outlet, &args.outlet),
    ];
    for (part, given) in given {
        *part = given.clone().or(part.take());
    }
    capture.published = published.or(capture.published);
    capture.modified = modified.or(capture.modified);
    let (story, article) = (args.story.clone(), args.article.clone());
    Ok(Submission { capture, story, article, timezone: args.timezone, captured })
}

fn read(args: &AddArgs, file: &Path, zone: Tz) -> Result<Capture, CliError> {
    let is_stdin = file == Path::new("-");
    let name = if is_stdin { "standard input".to_owned() } else { file.display().to_string() };
    let source = Source {
        name: &name,
        kind: OriginKind::File,
        url: args.url.as_deref(),
        timezone: zone,
        keep_original: !args.no_originals,
        ..Source::default()
    };
    if !is_stdin {
        return Ok(ingest::read_file(file, source)?);
    }
    if io::stdin().is_terminal() {
        eprintln!("reading the article from the keyboard; Ctrl-D ends it");
    }
    let mut capture = ingest::read_from(io::stdin().lock(), source)?;
    capture.origin.name = None;
    Ok(capture)
}
