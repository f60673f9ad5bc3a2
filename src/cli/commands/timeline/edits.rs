//! `writethru timeline pin | hide | merge | split | date | note | edits | undo`: corrects a chronology by hand.
//!
//! An edit never touches the texts or the evidence. It is kept with its author
//! and time, put into every timeline that is built from then on, and can be
//! undone; the undone one stays on record.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::model::{DocumentTime, Edtf};
use crate::render::screen;
use crate::view::{EditRequest, EditsView};

/// The entry that is edited, and by whom.
#[derive(clap::Args, Debug)]
pub(super) struct EntryArgs {
    /// Name of the story
    story: String,
    /// The entry: its id, its place such as 'herald v2 s5', or words that only it holds
    entry: String,
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    format: FormatFlag,
}

/// Who edits.
#[derive(clap::Args, Debug)]
pub(super) struct Who {
    /// Who edits [default: the user's name]
    #[arg(long, value_name = "NAME", env = "WRITETHRU_AUTHOR", hide_env_values = true)]
    by: Option<String>,
    #[arg(long, hide = true, env = "USER", hide_env_values = true)]
    user: Option<String>,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru timeline pin ukraine-talks 'JD Vance said'\n\n\
    A pinned entry is in every selection that `timeline --top` makes.")]
pub(super) struct PinArgs {
    #[command(flatten)]
    entry: EntryArgs,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru timeline hide ukraine-talks 'lantern-1 v2 s4'\n\n\
    The texts and the evidence stay as they are; `timeline undo` shows the entry again.")]
pub(super) struct HideArgs {
    #[command(flatten)]
    entry: EntryArgs,
}

#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru timeline merge ukraine-talks 'missiles struck Kyiv' 'attack on the capital'\n\n\
    The first entry stays and takes over the evidence of the other."
)]
pub(super) struct MergeArgs {
    #[command(flatten)]
    entry: EntryArgs,
    /// The entry that tells the same, named likewise
    other: String,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru timeline split ukraine-talks 'missiles struck Kyiv' 2\n\n\
    `timeline STORY --why ENTRY` lists the sentences of an entry.")]
pub(super) struct SplitArgs {
    #[command(flatten)]
    entry: EntryArgs,
    /// The sentence that tells another event: its number, or words in it
    sentence: String,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru timeline date ukraine-talks 'missiles struck Kyiv' 2025-04-24\n  \
    writethru timeline date ukraine-talks 'missiles struck Kyiv' 2025-04\n  \
    writethru timeline date ukraine-talks 'missiles struck Kyiv' none")]
pub(super) struct DateArgs {
    #[command(flatten)]
    entry: EntryArgs,
    /// The true date, as vague as need be: EDTF, a day in words, or `none`
    when: String,
}

#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru timeline note ukraine-talks 'missiles struck Kyiv' 'confirmed by the mayor'"
)]
pub(super) struct NoteArgs {
    #[command(flatten)]
    entry: EntryArgs,
    /// What is to stand beside it
    words: String,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru timeline edits ukraine-talks\n  \
    writethru timeline edits ukraine-talks --format json")]
pub(super) struct EditsArgs {
    /// Name of the story
    story: String,
    #[command(flatten)]
    format: FormatFlag,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru timeline undo ukraine-talks 3\n\n\
    `timeline edits STORY` numbers the edits.")]
pub(super) struct UndoArgs {
    /// Name of the story
    story: String,
    /// Number of the edit
    number: usize,
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    format: FormatFlag,
}

/// What is asked of the edits of a story.
pub(super) enum Ask<'a> {
    Pin(&'a PinArgs),
    Hide(&'a HideArgs),
    Merge(&'a MergeArgs),
    Split(&'a SplitArgs),
    Date(&'a DateArgs),
    Note(&'a NoteArgs),
    List(&'a EditsArgs),
    Undo(&'a UndoArgs),
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, ask: &Ask<'_>) -> Result<(), CliError> {
    let (entry, request) = match ask {
        Ask::List(args) => return list(ctx, args),
        Ask::Undo(args) => return undo(ctx, args),
        Ask::Pin(args) => (&args.entry, EditRequest::Pin),
        Ask::Hide(args) => (&args.entry, EditRequest::Hide),
        Ask::Merge(args) => (&args.entry, EditRequest::Merge(args.other.clone())),
        Ask::Split(args) => (&args.entry, EditRequest::Split(args.sentence.clone())),
        Ask::Note(args) => (&args.entry, EditRequest::Note(args.words.clone())),
        Ask::Date(args) => (&args.entry, EditRequest::Date(date(ctx, &args.entry.story, &args.when)?)),
    };
    let (author, now) = (author(&entry.who)?, ctx.now);
    let view = ctx.archive()?.edit(&entry.story, &entry.entry, &request, author, now)?;
    answer(ctx, entry.format, &view)?;
    if let Some(row) = view.edits.first() {
        ctx.out.remark(&format!("`writethru timeline undo {} {}` takes it back", view.story, row.edit.number));
    }
    Ok(())
}

fn list(ctx: &mut Context, args: &EditsArgs) -> Result<(), CliError> {
    let view = ctx.archive()?.edits(&args.story)?;
    if view.edits.is_empty() {
        let story = &args.story;
        ctx.out.remark(&format!("nothing was edited by hand; `writethru timeline note {story} ENTRY WORDS` would"));
    }
    answer(ctx, args.format, &view)
}

fn undo(ctx: &mut Context, args: &UndoArgs) -> Result<(), CliError> {
    let (author, now) = (author(&args.who)?, ctx.now);
    let view = ctx.archive()?.undo_edit(&args.story, args.number, author, now)?;
    answer(ctx, args.format, &view)
}

fn answer(ctx: &mut Context, format: FormatFlag, view: &EditsView) -> Result<(), CliError> {
    ctx.answer(format, view, screen::edits)
}

fn author(who: &Who) -> Result<&str, CliError> {
    let named = [&who.by, &who.user].into_iter().flatten().map(|name| name.trim()).find(|name| !name.is_empty());
    named.ok_or_else(|| CliError::usage("an edit bears its author's name", "add `--by NAME`, or set WRITETHRU_AUTHOR"))
}

/// Reads a date as vague as it is typed: EDTF, else words, of which a midnight is the whole day.
fn date(ctx: &mut Context, story: &str, words: &str) -> Result<Option<Edtf>, CliError> {
    let words = words.trim();
    if words.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    if let Ok(date) = Edtf::new(words) {
        return Ok(Some(date));
    }
    let zone = ctx.archive()?.zone_of(Some(story))?;
    let text = match moment::read(words, zone, ctx.now) {
        Ok(DocumentTime::Day(day)) => day.to_string(),
        Ok(DocumentTime::Instant(at)) => {
            let local = at.with_timezone(&zone).naive_local();
            let midnight = local.time() == chrono::NaiveTime::MIN;
            local.format(if midnight { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
        }
        Err(_) => String::new(),
    };
    Edtf::new(text).map(Some).map_err(|_| {
        CliError::usage(
            format!("`{words}` names no date"),
            "write it as exactly as it is known: 2025-04-24, 2025-04, 2025, ../2025-09, or `none`",
        )
    })
}
