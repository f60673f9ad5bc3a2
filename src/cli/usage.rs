//! Puts what the reader of the command line says of it into the form of all messages: the error, then hints.
//!
//! ```text
//! error: unexpected argument '--outle' found
//! Usage: writethru timeline [OPTIONS] <STORY>
//! hint: a similar argument exists: '--outlet'
//! ```

use std::ffi::OsString;

use clap::CommandFactory as _;

/// The last line of a message, which names no command.
const MORE: &str = "For more information";

/// Returns the message with its tips as hints at its end, or with the help of the command that was typed as the hint.
pub(super) fn told(message: &str, words: &[OsString]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut hints = Vec::new();
    for line in message.lines().filter(|line| !line.trim().is_empty() && !line.starts_with(MORE)) {
        match line.strip_prefix("  ").filter(|line| line.contains("tip:")) {
            Some(tip) => hints.push(tip.replacen("tip:", "hint:", 1)),
            None => lines.push(line),
        }
    }
    if hints.is_empty() {
        hints.push(format!("hint: `{} --help` tells more", command_typed(words)));
    }
    lines.into_iter().map(str::to_owned).chain(hints).map(|line| line + "\n").collect()
}

/// Returns the command that the words name, as far as there is one: `writethru timeline diff`.
fn command_typed(words: &[OsString]) -> String {
    let mut command = super::Args::command();
    let mut typed = "writethru".to_owned();
    for word in words.iter().skip(1) {
        let Some(found) = command.find_subcommand(word) else { continue };
        typed = format!("{typed} {}", found.get_name());
        command = found.clone();
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, typed: &str, want: &str) {
        let words: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
        assert_eq!(told(message, &words), want);
    }

    #[test]
    fn a_message_ends_with_its_hints() {
        check(
            "error: unexpected argument '--outle' found\n\n  tip: a similar argument exists: '--outlet'\n\nUsage: writethru x\n\n\
             For more information, try '--help'.\n",
            "writethru timeline --outle post",
            "error: unexpected argument '--outle' found\nUsage: writethru x\nhint: a similar argument exists: '--outlet'\n",
        );
        check(
            "error: no\n\nFor more information, try '--help'.\n",
            "writethru --quiet timeline diff flood",
            "error: no\nhint: `writethru timeline diff --help` tells more\n",
        );
        check("error: no\n", "writethru --nope", "error: no\nhint: `writethru --help` tells more\n");
    }
}
