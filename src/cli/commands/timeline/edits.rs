//! `writethru timeline pin | hide | merge | split | date | note | tag | untag | add | edits | undo`: corrects a chronology by hand.
//!
//! An edit never touches the texts or the evidence. It is kept with its author
//! and time, put into every timeline that is built from then on, and can be
//! undone; the undone one stays on record.

use super::dates;
use super::filter::EntryKindName;
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::model::shell_word;
use crate::render::screen;
use crate::view::{EditRequest, EditState, EditsView, EntryRequest};

impl EditAuthor {
    /// Returns the author's name.
    pub(crate) fn name(&self) -> Result<&str, CliError> {
        let named = [&self.by, &self.user].into_iter().flatten().map(|name| name.trim()).find(|name| !name.is_empty());
        named.ok_or_else(|| {
            CliError::usage("an edit bears its author's name", "add `--by NAME`, or set WRITETHRU_AUTHOR")
        })
    }
}

/// The entry that is edited, and by whom.
#[derive(clap::Args, Debug)]
pub(super) struct EntryArgs {
    /// Name of the story
    story: String,
    /// The entry: its id, its place such as 'herald v2 s5', or words that only it holds
    entry: String,
    #[command(flatten)]
    who: EditAuthor,
    #[command(flatten)]
    format: FormatFlag,
}

/// Who edits.
#[derive(clap::Args, Debug)]
pub(crate) struct EditAuthor {
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
#[command(after_help = "Examples:\n  writethru timeline tag ukraine-talks 'missiles struck Kyiv' strikes toll\n  \
    writethru timeline untag ukraine-talks 'missiles struck Kyiv' toll\n  \
    writethru timeline ukraine-talks --tag strikes")]
pub(super) struct TagArgs {
    #[command(flatten)]
    entry: EntryArgs,
    /// The words, in any case
    #[arg(required = true, value_name = "TAG")]
    tags: Vec<String>,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  \
    writethru timeline add ukraine-talks 2025-04-24 'The air raid alert was lifted at dawn' --source 'lantern-1 v2 s4'\n  \
    writethru timeline add ukraine-talks none 'A spokesman declined to comment' --kind statement \\\n    \
    --source 'phone call, 25 April, notes p. 3'\n\n\
    The entry is marked as added by hand wherever it is shown; `timeline undo` takes it back.")]
pub(super) struct AddEntryArgs {
    /// Name of the story
    story: String,
    /// When it happened, as vague as need be: EDTF, a day in words, or `none`
    when: String,
    /// What happened, in your words
    text: String,
    /// What it rests on: a sentence (`herald v2 s5`), the address of a page, or a document in words
    #[arg(long, value_name = "SOURCE", required = true)]
    source: Vec<String>,
    /// What it tells
    #[arg(long, value_enum, value_name = "KIND", default_value = "event")]
    kind: EntryKindName,
    /// Who said it
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    #[command(flatten)]
    who: EditAuthor,
    #[command(flatten)]
    format: FormatFlag,
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
    /// Number of the edit, or `last`
    #[arg(value_parser = edit_number)]
    number: EditPick,
    #[command(flatten)]
    who: EditAuthor,
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
    Tag(&'a TagArgs),
    Untag(&'a TagArgs),
    Add(&'a AddEntryArgs),
    List(&'a EditsArgs),
    Undo(&'a UndoArgs),
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, ask: &Ask<'_>) -> Result<(), CliError> {
    let (entry, request) = match ask {
        Ask::List(args) => return list(ctx, args),
        Ask::Undo(args) => return undo(ctx, args),
        Ask::Add(args) => return add(ctx, args),
        Ask::Tag(args) => return tag(ctx, args, EditRequest::Tag),
        Ask::Untag(args) => return tag(ctx, args, EditRequest::Untag),
        Ask::Pin(args) => (&args.entry, EditRequest::Pin),
        Ask::Hide(args) => (&args.entry, EditRequest::Hide),
        Ask::Merge(args) => (&args.entry, EditRequest::Merge(args.other.clone())),
        Ask::Split(args) => (&args.entry, EditRequest::Split(args.sentence.clone())),
        Ask::Note(args) => (&args.entry, EditRequest::Note(args.words.clone())),
        Ask::Date(args) => (&args.entry, EditRequest::Date(dates::read(ctx, &args.entry.story, &args.when)?)),
    };
    let (author, now) = (entry.who.name()?, ctx.now);
    let view = ctx.archive()?.edit(&entry.story, &entry.entry, &request, author, now)?;
    answer_with_undo(ctx, entry.format, &view)
}

fn add(ctx: &mut Context, args: &AddEntryArgs) -> Result<(), CliError> {
    let request = EntryRequest {
        when: dates::read(ctx, &args.story, &args.when)?,
        kind: args.kind.into(),
        text: args.text.clone(),
        speaker: args.speaker.clone(),
        sources: args.source.clone(),
    };
    let (author, now) = (args.who.name()?, ctx.now);
    let view = ctx.archive()?.add_entry(&args.story, &request, author, now)?;
    answer_with_undo(ctx, args.format, &view)
}

/// Gives or takes each tag, or none.
fn tag(ctx: &mut Context, args: &TagArgs, request: fn(String) -> EditRequest) -> Result<(), CliError> {
    let entry = &args.entry;
    let (author, now) = (entry.who.name()?, ctx.now);
    let requests: Vec<EditRequest> = args.tags.iter().cloned().map(request).collect();
    let view = ctx.archive()?.edit_all(&entry.story, &entry.entry, &requests, author, now)?;
    answer_with_undo(ctx, entry.format, &view)
}

pub(crate) fn answer_with_undo(ctx: &mut Context, format: FormatFlag, view: &EditsView) -> Result<(), CliError> {
    answer(ctx, format, view)?;
    if let Some(row) = view.edits.first() {
        ctx.out.remark(&format!("`writethru timeline undo {} {}` takes it back", view.story, row.edit.number));
    }
    Ok(())
}

/// Which edit is meant.
#[derive(Clone, Copy, Debug)]
enum EditPick {
    Number(usize),
    /// The latest that is not undone.
    Last,
}

fn edit_number(text: &str) -> Result<EditPick, String> {
    let number = || text.strip_prefix('#').unwrap_or(text).parse().map(EditPick::Number);
    match text {
        "last" | "latest" => Ok(EditPick::Last),
        _ => number().map_err(|_| "write its number, as `timeline edits` shows it, or `last`".to_owned()),
    }
}

fn list(ctx: &mut Context, args: &EditsArgs) -> Result<(), CliError> {
    let view = ctx.archive()?.edits(&args.story)?;
    if view.edits.is_empty() {
        let story = shell_word(&args.story);
        ctx.out.remark(&format!("nothing was edited by hand; `writethru timeline note {story} ENTRY WORDS` would"));
    }
    answer(ctx, args.format, &view)
}

fn undo(ctx: &mut Context, args: &UndoArgs) -> Result<(), CliError> {
    let (author, now) = (args.who.name()?, ctx.now);
    let number = match args.number {
        EditPick::Number(number) => number,
        EditPick::Last => {
            let view = ctx.archive()?.edits(&args.story)?;
            let standing = view.edits.iter().rev().find(|row| row.state != EditState::Undone);
            let none = || {
                let hint = format!("`writethru timeline edits {}` lists them", shell_word(&args.story));
                CliError::refused("no edit is left to be undone", hint)
            };
            standing.ok_or_else(none)?.edit.number
        }
    };
    let view = ctx.archive()?.undo_edit(&args.story, number, author, now)?;
    answer(ctx, args.format, &view)
}

fn answer(ctx: &mut Context, format: FormatFlag, view: &EditsView) -> Result<(), CliError> {
    ctx.answer(format, view, screen::edits)
}
