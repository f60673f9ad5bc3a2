//! `writethru add`: records versions of articles from files, folders or standard input.
//!
//! In: files as they are named. Out: a line for each that was recorded, or why it was not.
//!
//! - `args.rs`: the arguments; `files.rs`: which files are meant; `name_pattern.rs`: what their names say
//! - `reading.rs`: reads one file; here: in which order they are recorded

mod args;
mod files;
mod name_pattern;
mod reading;

use std::collections::BTreeMap;

use chrono_tz::Tz;

use crate::cli::context::{Context, Format};
use crate::cli::error::CliError;
use crate::cli::new_names;
use crate::cli::outcome::CommandOutcome;
use crate::model::shell_word;
use crate::render::screen::NoteCounts;
use crate::render::{json, screen};
use crate::track::Submission;
use crate::view::{BatchCounts, BatchView, RefusedView};
pub(crate) use args::AddArgs;

/// What was recorded by one call, and which notes were told.
#[derive(Default)]
struct Batch {
    view: BatchView,
    told: NoteCounts,
}

/// A file that was read, or why it cannot be.
struct FileReading {
    name: String,
    read: Result<Submission, CliError>,
}

/// Bytes as received that are held at once: what is read beyond is ordered by its stated times apart.
const BYTES_AT_ONCE: usize = 256 << 20;

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &AddArgs) -> Result<CommandOutcome, CliError> {
    if let Some(address) = args.files.iter().find(|file| file.to_string_lossy().contains("://")) {
        return Err(an_address(ctx, &address.to_string_lossy()));
    }
    refuse_names(args)?;
    let files = files::meant(&args.files)?;
    if 1 < files.len() && (args.headline.is_some() || args.standfirst.is_some() || args.byline.is_some()) {
        return Err(CliError::usage(
            "a headline, standfirst or byline can be given for one file only",
            "record the files one by one",
        ));
    }
    let zone = zone(ctx, args)?;
    let sites = ctx.archive()?.site_rules()?;
    let mut batch = Batch::default();
    let mut readings: Vec<FileReading> = Vec::new();
    let mut bytes = 0;
    for file in &files {
        let read = reading::submission(args, file, (zone, &sites), ctx.now);
        let original = read.as_ref().ok().and_then(|submission| submission.capture.original.as_ref());
        bytes += original.map_or(0, |original| original.bytes.len());
        readings.push(FileReading { name: file.display().to_string(), read });
        if BYTES_AT_ONCE < bytes {
            record(ctx, args, files.len() == 1, std::mem::take(&mut readings), &mut batch)?;
            bytes = 0;
        }
    }
    record(ctx, args, files.len() == 1, readings, &mut batch)?;
    finish(ctx, args, files.len(), &batch)
}

/// Refuses names that would not mean what was typed.
fn refuse_names(args: &AddArgs) -> Result<(), CliError> {
    let address = shell_word(args.article.as_deref().unwrap_or_default());
    let hint = format!("`--url {address}` tells where the page stands; `--article` takes words, such as `herald-1`");
    new_names::check_names(args.story.as_deref(), args.article.as_deref(), &hint)
}

/// Writes how a page is recorded whose address was given for its file.
fn an_address(ctx: &Context, address: &str) -> CliError {
    let hint = match ctx.command_line().find_subcommand("fetch") {
        Some(_) => format!("`writethru fetch {address}` reads it from there"),
        None => format!("save the page, then `writethru add page.html --url {address}`"),
    };
    CliError::usage(format!("`{address}` is an address, not a file"), hint)
}

/// Records what was read, in order of the times that the texts state.
fn record(
    ctx: &mut Context,
    args: &AddArgs,
    is_alone: bool,
    mut readings: Vec<FileReading>,
    batch: &mut Batch,
) -> Result<(), CliError> {
    let zone = zone(ctx, args)?;
    put_in_stated_order(&mut readings, zone);
    for FileReading { name, read } in readings {
        let now = ctx.now;
        let recorded = match read {
            Ok(submission) => ctx.archive()?.record(&submission, now).map_err(CliError::from),
            Err(error) => Err(error),
        };
        match recorded {
            Ok(view) => {
                if args.format.format == Format::Text && !ctx.out.is_quiet() {
                    ctx.out.say(&screen::recorded(ctx.look, &view, &mut batch.told))?;
                }
                batch.view.recorded.push(view);
            }
            Err(error) if is_alone => return Err(error),
            Err(error @ CliError::Usage { .. }) => return Err(error),
            Err(error) => {
                let view = RefusedView { from: name, error: error.one_line(), hint: error.hint() };
                if args.format.format == Format::Text {
                    ctx.out.remark(screen::refused(ctx.look, &view).trim_end());
                }
                batch.view.refused.push(view);
            }
        }
    }
    Ok(())
}

/// Orders the texts that state a time by it, among the places that such texts have; the others stay where they are.
fn put_in_stated_order(readings: &mut Vec<FileReading>, zone: Tz) {
    let stated = |reading: &FileReading| {
        let capture = &reading.read.as_ref().ok()?.capture;
        capture.modified.or(capture.published).map(|time| time.instant(zone))
    };
    let places: Vec<usize> = (0..readings.len()).filter(|place| stated(&readings[*place]).is_some()).collect();
    let mut order: Vec<usize> = places.clone();
    order.sort_by_key(|place| stated(&readings[*place]));
    let mut taken: Vec<Option<FileReading>> = readings.drain(..).map(Some).collect();
    let mut ordered: Vec<Option<FileReading>> = taken.iter().map(|_| None).collect();
    for (place, from) in places.into_iter().zip(order) {
        ordered[place] = taken[from].take();
    }
    readings.extend(ordered.into_iter().zip(taken).filter_map(|(stated, other)| stated.or(other)));
}

/// Writes the end of a batch; one file needs none.
fn finish(ctx: &mut Context, args: &AddArgs, files: usize, batch: &Batch) -> Result<CommandOutcome, CliError> {
    match args.format.format {
        Format::Json => ctx.out.show(&json::write(&batch.view)?)?,
        Format::Text if 1 < files && !ctx.out.is_quiet() => {
            let mut counts = BatchCounts::default();
            counts.add(&batch.view);
            ctx.out.show(&screen::repeated_notes(ctx.look, &batch.told))?;
            ctx.out.show(&screen::batch_end(&counts))?;
        }
        Format::Text => {}
    }
    if let Some(words) = apart(&batch.view) {
        ctx.out.remark(&words);
    }
    if let Some(words) = unfiled(&batch.view) {
        ctx.out.remark(&words);
    }
    Ok(if batch.view.refused.is_empty() { CommandOutcome::Done } else { CommandOutcome::Partly })
}

/// Tells how an article that was made without a story is filed: no timeline has it before.
fn unfiled(batch: &BatchView) -> Option<String> {
    let new = batch.recorded.iter().filter(|recorded| recorded.new_article && recorded.article.story.is_none());
    match &new.map(|recorded| recorded.article.name.as_str()).collect::<Vec<_>>()[..] {
        [] => None,
        [only] => {
            Some(format!("`{only}` stands in no story yet; `writethru article move /{only} --to STORY` files it"))
        }
        [first, rest @ ..] => Some(format!(
            "`{first}` and {} more stand in no story yet; `writethru article move ARTICLE --to STORY` files one",
            rest.len()
        )),
    }
}

/// Returns a warning where files whose names differ in figures alone became articles of their own.
fn apart(batch: &BatchView) -> Option<String> {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for recorded in batch.recorded.iter().filter(|recorded| recorded.new_article) {
        let name = &recorded.article.name;
        let stem: String = name.chars().filter(|c| !c.is_ascii_digit()).collect();
        if stem.len() < name.len() {
            groups.entry(stem).or_default().push(name);
        }
    }
    let group = groups.into_values().filter(|group| 1 < group.len()).max_by_key(Vec::len)?;
    Some(format!(
        "warning: {} files became {} articles, `{}`, `{}` …, and nothing compares one article with another\n\
         hint: if they are versions of one article, name it with `--article NAME`, or say what the names mean, as in \
         `--name '{{article}}-{{time}}.txt'`",
        group.len(),
        group.len(),
        group[0],
        group[1]
    ))
}

/// Returns the zone of the story, of the one to be made, or UTC.
fn zone(ctx: &mut Context, args: &AddArgs) -> Result<Tz, CliError> {
    match (args.timezone, args.story.as_deref().or(args.article.as_deref())) {
        (Some(zone), _) => Ok(zone),
        (None, name) => Ok(ctx.archive()?.zone_of(name)?),
    }
}
