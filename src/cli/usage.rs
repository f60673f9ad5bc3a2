//! Rewrites what `clap` says of a wrong command line in the form of all our messages: the error, then hints.
//!
//! ```text
//! error: unexpected argument '--outle' found
//! Usage: writethru timeline [OPTIONS] <STORY>
//! hint: a similar argument exists: '--outlet'
//! ```

use std::ffi::OsString;

use super::foreign_options;

/// The last line of a message, which names no command.
const MORE: &str = "For more information";

/// Returns the message with its tips as hints at its end, or with the help of the command that was typed as the hint.
pub(super) fn explanation(message: &str, program: clap::Command, words: &[OsString]) -> String {
    let mut command = command_typed(program, words);
    let mut lines: Vec<String> = Vec::new();
    let mut hints: Vec<String> = Vec::new();
    let instead = unknown_option(message).and_then(|option| {
        let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        foreign_options::instead_of(&command, &option, &words)
    });
    for line in message.lines().filter(|line| !line.trim().is_empty() && !line.starts_with(MORE)) {
        match line.strip_prefix("  ").filter(|line| line.contains("tip:")) {
            // That the option can be handed over as a word is of no use: nobody means it.
            Some(tip) if instead.is_some() || tip.contains("as a value, use") => {}
            Some(tip) => hints.push(tip.replacen("tip:", "hint:", 1)),
            // `clap` lists arguments that an environment variable sets among those to be typed.
            None if line.contains("Usage:") => {
                lines.extend(command.render_usage().to_string().lines().map(str::to_owned));
            }
            None => lines.push(NUMBERS.iter().fold(line.to_owned(), |line, (from, to)| line.replace(from, to))),
        }
    }
    hints.extend(instead.map(|instead| format!("hint: {instead}")));
    if hints.is_empty() {
        hints.push(format!("hint: `{} --help` tells more", command.get_bin_name().unwrap_or("writethru")));
    }
    lines.into_iter().chain(hints).map(|line| line + "\n").collect()
}

/// Returns the option that the message says is unknown.
fn unknown_option(message: &str) -> Option<String> {
    let plain = anstream::adapter::strip_str(message).to_string();
    let option = plain.split_once("unexpected argument '")?.1.split_once('\'')?.0;
    option.starts_with('-').then(|| option.to_owned())
}

/// What Rust says of text that is no number, and what is said in its place.
const NUMBERS: &[(&str, &str)] = &[
    ("invalid digit found in string", "write a whole number"),
    ("cannot parse integer from empty string", "write a whole number"),
    ("number too large to fit in target type", "the number is too large"),
    ("invalid float literal", "write a number"),
];

/// Returns the command that the words name, as far as there is one: `writethru timeline diff`.
pub(super) fn command_typed(program: clap::Command, words: &[OsString]) -> clap::Command {
    let mut command = program;
    command.build();
    for word in words.iter().skip(1) {
        if let Some(found) = command.find_subcommand(word) {
            command = found.clone();
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[track_caller]
    fn check(message: &str, typed: &str, want: &str) {
        let words: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
        assert_eq!(explanation(message, crate::cli::Args::command(), &words), want);
    }

    #[test]
    fn a_message_ends_with_its_hints() {
        check(
            "error: unexpected argument '--outle' found\n\n  tip: a similar argument exists: '--outlet'\n\n\
             Usage: writethru audit --db <FILE>\n\nFor more information, try '--help'.\n",
            "writethru audit --outle post",
            "error: unexpected argument '--outle' found\nUsage: writethru audit [OPTIONS] [REFERENCE]\n\
             hint: a similar argument exists: '--outlet'\n",
        );
        check(
            "error: no\n\nFor more information, try '--help'.\n",
            "writethru --quiet timeline diff flood",
            "error: no\nhint: `writethru timeline diff --help` tells more\n",
        );
        check(
            "error: invalid value 'x' for '--port <PORT>': invalid digit found in string\n",
            "writethru log",
            "error: invalid value 'x' for '--port <PORT>': write a whole number\nhint: `writethru log --help` tells more\n",
        );
        check(
            "error: unexpected argument '--json' found\n\n  tip: to pass '--json' as a value, use '-- --json'\n",
            "writethru timeline flood --json",
            "error: unexpected argument '--json' found\nhint: `--format json` writes the answer as JSON\n",
        );
        check("error: no\n", "writethru --nope", "error: no\nhint: `writethru --help` tells more\n");
    }
}
