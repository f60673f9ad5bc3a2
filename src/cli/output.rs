//! Writes to the reader: on a terminal through their pager, in a pipe as it is.
//!
//! Long answers are held back until the command ends, because only then it is known
//! whether they fit the screen. What must be seen at once (a file recorded) is
//! written at once.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

use crate::model::plain_lines;

/// Where the answers go.
#[derive(Debug)]
pub(super) struct Output {
    /// Answers not yet written, where they may go through a pager.
    kept: String,
    /// The pager's command line; `None` writes everything at once.
    pager: Option<String>,
    /// Lines that fit the screen without a pager.
    screen_lines: usize,
    quiet: bool,
    verbose: bool,
}

impl Output {
    /// Returns the output of a run; `pager` is the command line of the pager, if one may be used.
    pub(super) fn new(pager: Option<String>, quiet: bool, verbose: bool) -> Self {
        let pager = pager.filter(|pager| io::stdout().is_terminal() && !matches!(pager.trim(), "" | "cat"));
        let screen_lines = terminal_size::terminal_size().map_or(24, |(_, height)| usize::from(height.0));
        Self { kept: String::new(), pager, screen_lines, quiet, verbose }
    }

    /// Writes an answer, which may be long.
    pub(super) fn show(&mut self, text: &str) -> io::Result<()> {
        if self.pager.is_some() {
            self.kept.push_str(text);
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Writes a line that must be seen at once.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(std::mem::take(&mut self.kept).as_bytes())?;
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Writes bytes as they are.
    pub(super) fn write_raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(std::mem::take(&mut self.kept).as_bytes())?;
        out.write_all(bytes)?;
        out.flush()
    }

    /// Writes a remark to standard error, unless the reader asked for quiet.
    pub(super) fn remark(&self, text: &str) {
        if !self.quiet {
            eprintln!("{}", plain_lines(text));
        }
    }

    /// Writes a remark that was asked for.
    pub(super) fn detail(&self, text: &str) {
        if self.verbose && !self.quiet {
            eprintln!("{}", plain_lines(text));
        }
    }

    /// Returns whether the reader asked for nothing but the answer.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Writes what was held back, through the pager where it does not fit the screen.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        let kept = std::mem::take(&mut self.kept);
        let fits = kept.lines().count() < self.screen_lines;
        match self.pager.as_deref().filter(|_| !fits) {
            Some(pager) if page(pager, &kept).is_ok() => Ok(()),
            _ if kept.is_empty() => Ok(()),
            _ => self.write_raw(kept.as_bytes()),
        }
    }
}

/// Hands `text` to the pager and waits until the reader leaves it.
fn page(pager: &str, text: &str) -> io::Result<()> {
    let mut words = pager.split_whitespace();
    let program = words.next().unwrap_or("less");
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if program.ends_with("less") {
        command.env("LESS", "FRX");
    }
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        match stdin.write_all(text.as_bytes()) {
            // The reader left before the end.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    child.wait().map(|_| ())
}
