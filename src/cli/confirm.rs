//! Asks before something is deleted that nothing can bring back.

use std::io::{self, BufRead, IsTerminal};

use super::error::CliError;

/// Asks the reader to type `word`; in a pipe nobody can be asked.
///
/// # Errors
///
/// [`CliError`] when the reader types anything else, or cannot be asked.
pub(super) fn deletion(question: &str, word: &str) -> Result<(), CliError> {
    if !io::stdin().is_terminal() {
        return Err(CliError::usage("deleting asks for confirmation, and nobody can be asked", "add `--yes`"));
    }
    eprint!("{question} Type `{word}` to confirm: ");
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    match answer.trim() == word {
        true => Ok(()),
        false => Err(CliError::refused("nothing was deleted", "type the name to confirm, or add `--yes`")),
    }
}
