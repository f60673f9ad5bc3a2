//! `writethru import warc` and its like: records what other programs kept of pages.
//!
//! Every one of them opens a `PageArchive` and hands it to the same import.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use url::Url;

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::network::NetworkArgs;
use crate::cli::new_names;
use crate::cli::outcome::CommandOutcome;
use crate::cli::wall_clock::WallClock;
use crate::ingest::archives::warc::WarcPages;
use crate::ingest::archives::{
    ArchiveError, ChangeDetectionFolder, GitFiles, Mementos, NewsDiffsFolder, PageArchive, WaczPages, WaybackRange,
};
use crate::ingest::http::fetchable_url;
use crate::render::screen;
use crate::track::{ArchiveOptions, EntryDatabase, MAX_PAGE_BYTES, TimeSource as _};
use crate::view::ArchiveImportView;

/// What is taken of an archive, and how it is filed.
#[derive(clap::Args, Debug)]
struct TakeArgs {
    /// Take only pages whose address or path holds this; may be given several times
    #[arg(long = "match", value_name = "TEXT")]
    words: Vec<String>,
    /// Story to file them under; made where there is none
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Who publishes them
    #[arg(long)]
    outlet: Option<String>,
    /// Keep only the text of pages
    #[arg(long)]
    no_originals: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Record the pages of web archives (WARC 1.0 and 1.1, plain or packed with gzip)
///
/// Each page is recorded with the moment at which it was archived, whatever its own dates say, and
/// refused for the same reasons as a page that is fetched. The same file twice changes nothing, so
/// an import that was interrupted is simply run again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import warc crawl-*.warc.gz --match example.org/news --story flood\n  \
    zcat crawl.warc.gz | writethru import warc -")]
pub(crate) struct ImportWarcArgs {
    /// Archives; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Record the pages of WACZ files (web archives in a zip file)
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import wacz crawl.wacz --story flood")]
pub(crate) struct ImportWaczArgs {
    /// Files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Record the copies that the Wayback Machine has of a page
///
/// One request a second at most. What was taken before is not asked for again, so an import that was
/// interrupted is simply run again.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru import wayback https://example.org/news/flood --from 2025-04-01 --to 2025-05-01 --story flood"
)]
pub(crate) struct ImportWaybackArgs {
    /// Address of the page
    url: String,
    /// Only copies of this time or later
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Only copies of this time or earlier
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    /// Another archive with the same interface
    #[arg(long, value_name = "URL", default_value = "https://web.archive.org")]
    archive: String,
    #[command(flatten)]
    take: WaybackTakeArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

/// How copies are filed; the network has the flag for originals.
#[derive(clap::Args, Debug)]
struct WaybackTakeArgs {
    /// Story to file them under; made where there is none
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Who publishes them
    #[arg(long)]
    outlet: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Record the files of a git repository: each commit that changes one is a version
///
/// Nothing that stands in the repository is run, whoever it comes from: no hook, filter or setting of it is read.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import git ~/src/speeches speeches/2025.md --story speeches\n  \
    writethru import git scraped/ pages/ --match flood")]
pub(crate) struct ImportGitArgs {
    /// Folder of the repository
    repository: PathBuf,
    /// Files and folders in it [default: all]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Record a `NewsEdits` corpus (its database file, with the table `entryversion`)
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import newsedits nyt.db --outlet 'The New York Times'")]
pub(crate) struct ImportNewsEditsArgs {
    /// Databases
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Record what diffengine kept (its database file)
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import diffengine ~/diffengine/diffengine.db")]
pub(crate) struct ImportDiffEngineArgs {
    /// Databases
    #[arg(required = true, value_name = "DB")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Record what NewsDiffs kept (its folder of repositories)
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import newsdiffs newsdiffs/articles")]
pub(crate) struct ImportNewsDiffsArgs {
    /// A repository, or the folder of them
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Record the snapshots of changedetection.io (its data folder)
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import changedetection /datastore --match example.org")]
pub(crate) struct ImportChangeDetectionArgs {
    /// Data folders
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
    #[command(flatten)]
    take: TakeArgs,
}

/// Opens an archive at a path.
type Opened = Result<Box<dyn PageArchive>, CliError>;

/// Records web archives.
pub(super) fn warc(ctx: &mut Context, args: &ImportWarcArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, &args.files, &args.take, |path| {
        let stream = open(path)?;
        match WarcPages::new(stream, MAX_PAGE_BYTES) {
            Ok(pages) => Ok(Box::new(pages)),
            Err(error) => Ok(Box::new(NoArchive(ArchiveError::of(error)))),
        }
    })
}

/// Records WACZ files.
pub(super) fn wacz(ctx: &mut Context, args: &ImportWaczArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, &args.files, &args.take, |path| {
        let file = File::open(path).map_err(ArchiveError::of);
        let found = file.and_then(|file| WaczPages::new(BufReader::new(file), MAX_PAGE_BYTES));
        opened(path, found, "name WACZ files, as `wacz create` writes them")
    })
}

/// Records the files of a repository.
pub(super) fn git(ctx: &mut Context, args: &ImportGitArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, std::slice::from_ref(&args.repository), &args.take, |path| {
        opened(
            path,
            GitFiles::open(path, &args.paths, MAX_PAGE_BYTES),
            "name the folder that holds `.git`, and paths in it",
        )
    })
}

/// Records NewsEdits corpora.
pub(super) fn newsedits(ctx: &mut Context, args: &ImportNewsEditsArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, &args.files, &args.take, |path| {
        opened(path, EntryDatabase::open(path, MAX_PAGE_BYTES), "name a SQLite file with the table `entryversion`")
    })
}

/// Records what diffengine kept.
pub(super) fn diffengine(ctx: &mut Context, args: &ImportDiffEngineArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, &args.files, &args.take, |path| {
        opened(path, EntryDatabase::open(path, MAX_PAGE_BYTES), "name the file `diffengine.db` of its home folder")
    })
}

/// Records what NewsDiffs kept.
pub(super) fn newsdiffs(ctx: &mut Context, args: &ImportNewsDiffsArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, &args.folders, &args.take, |path| {
        opened(path, NewsDiffsFolder::open(path, MAX_PAGE_BYTES), "name its folder `articles`")
    })
}

/// Records the snapshots of changedetection.io.
pub(super) fn changedetection(ctx: &mut Context, args: &ImportChangeDetectionArgs) -> Result<CommandOutcome, CliError> {
    import(ctx, &args.folders, &args.take, |path| {
        let found = ChangeDetectionFolder::open(path, MAX_PAGE_BYTES);
        opened(path, found, "name its data folder, with `url-watches.json` in it")
    })
}

/// Records the copies of the Wayback Machine.
pub(super) fn wayback(ctx: &mut Context, args: &ImportWaybackArgs) -> Result<CommandOutcome, CliError> {
    let address = |text: &str| {
        fetchable_url(text)
            .map_err(|error| CliError::usage(error.to_string(), "write an address such as https://example.org/a"))
    };
    let (url, server): (Url, Url) = (address(&args.url)?, address(&args.archive)?);
    new_names::check_story(args.take.story.as_deref())?;
    let zone = ctx.archive()?.zone_of(args.take.story.as_deref())?;
    let now = ctx.now;
    let time = |words: &Option<String>| words.as_deref().map(|words| moment::start(words, zone, now)).transpose();
    let last = args.to.as_deref().map(|words| moment::end(words, zone, now)).transpose()?;
    let (from, to): (Option<DateTime<Utc>>, Option<DateTime<Utc>>) = (time(&args.from)?, last);
    let sources = args.network.sources(now.timestamp(), &ctx.out)?;
    let network = args.network.options();
    let clock = WallClock::starting_at(now);
    clock.stop_at_signals()?;
    let (read_clock, wait) = (|| clock.now(), |at| clock.sleep_until(at));
    let range = WaybackRange { url: url.to_string(), from, to, server, max_bytes: network.max_bytes };
    let options = ArchiveOptions {
        story: args.take.story.clone(),
        outlet: args.take.outlet.clone(),
        words: Vec::new(),
        keep_originals: network.keep_originals,
    };
    let failed =
        |error: ArchiveError| CliError::refused(error.to_string(), "see whether the archive answers, and run it again");
    let mut mementos = Mementos::list(range, sources.pages(), &read_clock, &wait).map_err(failed)?;
    ctx.out.remark(&format!("{} copies are listed; each takes a second or more", mementos.left()));
    let view = ctx.archive()?.import_pages(&mut mementos, &options, now)?;
    finish(ctx, args.take.format, &view)
}

/// Records what several archives hold.
fn import(
    ctx: &mut Context,
    paths: &[PathBuf],
    take: &TakeArgs,
    open: impl Fn(&Path) -> Opened,
) -> Result<CommandOutcome, CliError> {
    new_names::check_story(take.story.as_deref())?;
    let options = ArchiveOptions {
        story: take.story.clone(),
        outlet: take.outlet.clone(),
        words: take.words.clone(),
        keep_originals: !take.no_originals,
    };
    let mut all = ArchiveImportView::default();
    for path in paths {
        let mut pages = match open(path) {
            Ok(pages) => pages,
            // Of several, the others are read all the same.
            Err(error) if 1 < paths.len() => {
                all.note_broken(error.to_string());
                continue;
            }
            Err(error) => return Err(error),
        };
        let now = ctx.now;
        let mut view = ctx.archive()?.import_pages(&mut *pages, &options, now)?;
        for what in &mut view.broken {
            *what = format!("{}: {what}", path.display());
        }
        all.add(view);
    }
    finish(ctx, take.format, &all)
}

fn finish(ctx: &mut Context, format: FormatFlag, view: &ArchiveImportView) -> Result<CommandOutcome, CliError> {
    ctx.answer(format, view, screen::archive_import)?;
    Ok(if view.broken.is_empty() { CommandOutcome::Done } else { CommandOutcome::Partly })
}

/// A file that is no archive: it breaks off before its first page, and the next file is read all the same.
struct NoArchive(ArchiveError);

impl PageArchive for NoArchive {
    fn next_page(
        &mut self,
        _: &mut crate::ingest::archives::PageWanted<'_>,
    ) -> Result<Option<crate::ingest::archives::ArchivedPage>, ArchiveError> {
        Err(self.0.clone())
    }

    fn entries(&self) -> usize {
        0
    }
}

fn opened<A: PageArchive + 'static>(path: &Path, found: Result<A, ArchiveError>, hint: &str) -> Opened {
    match found {
        Ok(pages) => Ok(Box::new(pages)),
        Err(error) => Err(CliError::refused(format!("cannot read `{}`: {error}", path.display()), hint)),
    }
}

fn open(path: &Path) -> Result<Box<dyn Read>, CliError> {
    const HINT: &str = "name web archives (`.warc` or `.warc.gz`), or `-`";
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    match File::open(path) {
        Ok(_) if path.is_dir() => Err(CliError::refused(format!("`{}` is a directory", path.display()), HINT)),
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(CliError::refused(format!("cannot read `{}`: {error}", path.display()), HINT)),
    }
}
