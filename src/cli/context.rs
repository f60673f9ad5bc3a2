//! Holds what every command needs: the clock read once, the screen, the store.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::error::CliError;
use super::output::Output;
use super::progress;
use crate::render::screen::{self, ScreenStyle};
use crate::track::Archive;

/// Settings that every command knows.
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Settings {
    /// Use this store [default: writethru/store.db in the user's data folder]
    #[arg(long, global = true, value_name = "FILE", env = "WRITETHRU_DB", hide_env_values = true, value_parser = path)]
    db: Option<PathBuf>,
    /// Write nothing but the answer and errors
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Tell more about what is done
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Colour the answer
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    color: When,
    /// Write long answers straight to the terminal
    #[arg(long, global = true)]
    no_pager: bool,
    /// Work on so many threads; answers are the same with any number [default: one a core]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(..=512))]
    threads: Option<u16>,
    /// Fill so many columns [default: the terminal's; in a pipe lines are not broken]
    #[arg(
        long, global = true, value_name = "COLUMNS", env = "WRITETHRU_WIDTH", hide_env_values = true,
        value_parser = columns
    )]
    width: Option<usize>,
}

impl Settings {
    /// Returns how many threads are asked for to work on what can be divided.
    pub(super) fn threads(&self) -> Option<usize> {
        self.threads.map(usize::from).filter(|threads| 0 < *threads)
    }
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Auto,
    Always,
    Never,
}

/// How an answer is written.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
}

/// The flag that chooses how an answer is written.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(super) struct FormatFlag {
    /// Write the answer as text or as JSON (docs/JSON.md)
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: Format,
}

/// What a command is run with.
pub(super) struct Context {
    pub out: Output,
    pub look: ScreenStyle,
    /// The one reading of the clock.
    pub now: DateTime<Utc>,
    /// The command may make the store where there is none.
    pub makes_store: bool,
    /// The moment that the run was told to take for the present one.
    #[cfg(feature = "web")]
    pub fixed_now: Option<DateTime<Utc>>,
    store: Option<PathBuf>,
    is_store_typed: bool,
    archive: Option<Archive>,
    command_line: fn() -> clap::Command,
}

impl Context {
    /// Returns the context of a run with these settings; `command_line` describes every command, for `man` and `completions`.
    ///
    /// `is_store_typed`: the path of the store stands on the command line, where it may be mistyped.
    ///
    /// # Errors
    ///
    /// [`CliError::Usage`] when `WRITETHRU_NOW` names no moment, or `--db` no file.
    pub(super) fn new(
        settings: Settings,
        is_store_typed: bool,
        command_line: fn() -> clap::Command,
    ) -> Result<Self, CliError> {
        // As `--db "$ARCHIVE"` is where the variable is not set: the usual store is not meant.
        if is_store_typed && settings.db.as_ref().is_some_and(|path| path.as_os_str().is_empty()) {
            return Err(CliError::usage("`--db` names no file", "name one, or leave out `--db` for the usual store"));
        }
        let pager = environment("PAGER").unwrap_or_else(|| "less".to_owned());
        let pager = (!settings.no_pager).then_some(pager);
        let fixed_now = environment("WRITETHRU_NOW").as_deref().map(present).transpose()?;
        Ok(Self {
            look: look(settings.color, settings.width.filter(|width| 0 < *width)),
            out: Output::new(pager, settings.quiet, settings.verbose),
            now: fixed_now.unwrap_or_else(read_clock),
            #[cfg(feature = "web")]
            fixed_now,
            makes_store: true,
            store: settings
                .db
                .filter(|path| !path.as_os_str().is_empty())
                .or_else(|| default_store(environment("XDG_DATA_HOME").map(PathBuf::from))),
            is_store_typed,
            archive: None,
            command_line,
        })
    }

    /// Returns the description of the whole command line.
    pub(super) fn command_line(&self) -> clap::Command {
        (self.command_line)()
    }

    /// Returns the path of the store.
    pub(super) fn store_path(&self) -> Result<&Path, CliError> {
        self.store.as_deref().ok_or_else(|| {
            CliError::refused("there is no home folder to keep the store in", "name one with `--db FILE`")
        })
    }

    /// Returns the archive over the user's store, opened at the first call.
    pub(super) fn archive(&mut self) -> Result<&mut Archive, CliError> {
        if self.archive.is_none() {
            let archive = self.open_archive()?;
            self.archive = Some(archive);
        }
        Ok(self.archive.as_mut().expect("opened above"))
    }

    /// Returns the archive, which [`Self::archive`] has opened.
    pub(super) fn opened(&self) -> &Archive {
        self.archive.as_ref().expect("`archive` was called before")
    }

    /// Refuses what needs a store where there is none yet.
    pub(super) fn store_there(&self) -> Result<(), CliError> {
        let path = self.store_path()?;
        if path.exists() { Ok(()) } else { Err(no_store(path)) }
    }

    fn open_archive(&self) -> Result<Archive, CliError> {
        let path = self.store_path()?;
        self.out.detail(&format!("store: {}", path.display()));
        if !self.makes_store && !path.exists() {
            // A path that is typed may be mistyped; at the usual place nothing is recorded yet.
            return if self.is_store_typed { Err(no_store(path)) } else { Ok(Archive::in_memory()?) };
        }
        let mut archive = Archive::open(path)?;
        if let Some(watcher) = progress::watcher(self.out.is_quiet()) {
            archive.watch(watcher);
        }
        if let Some(backup) = archive.migration_backup() {
            let copy = backup.display();
            self.out.remark(&format!("the store is now of this version's shape; as it was, it is kept at {copy}"));
        }
        if let Some(log) = archive.unseen_log() {
            let log = log.display();
            self.out
                .remark(&format!("what another program has just written is not read: {log} may not be opened here"));
        }
        Ok(archive)
    }

    /// Hides what is held, for an answer that is published; `name` is what is asked for.
    pub(super) fn publish(&mut self, name: Option<&str>) -> Result<(), CliError> {
        match self.archive()?.hide_held(name)? {
            0 => {}
            n => self.out.remark(&format!("{n} held and left out: `writethru hold` lists what is held")),
        }
        Ok(())
    }

    /// Writes a view as JSON, or as the text that `text` makes of it.
    pub(super) fn answer<V: serde::Serialize>(
        &mut self,
        flag: FormatFlag,
        view: &V,
        text: impl FnOnce(ScreenStyle, &V) -> String,
    ) -> Result<(), CliError> {
        let answer = match flag.format {
            Format::Json => crate::render::json::write(view)?,
            Format::Text => screen::fitted(self.look, text(self.look, view)),
        };
        Ok(self.out.show(&answer)?)
    }
}

fn no_store(path: &Path) -> CliError {
    CliError::refused(
        format!("there is no store at {} yet", path.display()),
        "`writethru add FILE --story NAME` begins one; `--db FILE` names another",
    )
}

/// Reads the moment that is taken for the present one.
fn present(words: &str) -> Result<DateTime<Utc>, CliError> {
    words.parse().map_err(|_| {
        CliError::usage(
            format!("`WRITETHRU_NOW` is set to `{words}`, which names no moment"),
            "unset it, or write a moment such as `2025-04-24T08:00:00Z`",
        )
    })
}

/// Reads a path; an environment variable that is set to nothing is as good as not set.
#[expect(clippy::unnecessary_wraps, reason = "the shape of a value parser")]
fn path(text: &str) -> Result<PathBuf, String> {
    Ok(PathBuf::from(text))
}

/// Reads a number of columns; nothing, as an environment variable may hold, is 0.
fn columns(text: &str) -> Result<usize, String> {
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| "a number of columns is needed".to_owned()) }
}

fn look(color: When, width: Option<usize>) -> ScreenStyle {
    let is_terminal = io::stdout().is_terminal();
    let colour = match color {
        When::Always => true,
        When::Never => false,
        When::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never && is_terminal,
    };
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = width.or_else(|| terminal().filter(|_| is_terminal)).map(|width| width.max(40));
    ScreenStyle { width, colour, links: colour && is_terminal }
}

fn default_store(data_home: Option<PathBuf>) -> Option<PathBuf> {
    let data = match data_home.filter(|path| path.is_absolute()) {
        Some(data) => data,
        None => std::env::home_dir()?.join(".local/share"),
    };
    Some(data.join("writethru").join("store.db"))
}

/// Returns the folder of the user's settings.
#[cfg(feature = "proof")]
pub(super) fn settings_folder() -> Result<PathBuf, CliError> {
    let named = environment("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = named.or_else(|| Some(std::env::home_dir()?.join(".config")));
    let none = || CliError::refused("there is no home folder to keep the key in", "name a key with `--key FILE`");
    Ok(folder.ok_or_else(none)?.join("writethru"))
}

/// Returns a setting that no flag has; one that is set to nothing is as good as not set.
#[expect(clippy::disallowed_methods, reason = "the one place where the environment is read without a flag")]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
pub(super) fn read_clock() -> DateTime<Utc> {
    Utc::now()
}
