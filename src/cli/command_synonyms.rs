//! Finds the command of a group that people call otherwise: `watch ls` is `watch list`, `hook rm` is `hook remove`.

/// Words that people try, and what groups call it: the first that a group has is meant.
struct CommandSynonyms {
    tried: &'static [&'static str],
    commands: &'static [&'static str],
}

const fn row(tried: &'static [&'static str], commands: &'static [&'static str]) -> CommandSynonyms {
    CommandSynonyms { tried, commands }
}

/// Every meaning.
#[rustfmt::skip]
const SYNONYMS: &[CommandSynonyms] = &[
    row(&["ls", "all", "index", "overview", "history"], &["list", "edits", "log"]),
    row(&["rm", "del", "delete", "drop", "erase", "unset", "remove", "forget"], &["remove", "delete", "hide"]),
    row(&["new", "create", "make", "init", "register", "insert"], &["add", "new", "set"]),
    row(&["mv", "name"], &["rename", "move"]),
    row(&["join", "combine", "unite"], &["merge", "alias"]),
    row(&["separate", "divide", "unmerge", "unalias"], &["split", "apart"]),
    row(&["edit", "change", "update", "modify", "config", "configure"], &["set", "rename", "note"]),
    row(&["info", "view", "cat", "get", "print", "describe", "inspect", "details"], &["show", "list"]),
    row(&["stop", "disable", "mute", "suspend", "sleep"], &["pause"]),
    row(&["continue", "enable", "unpause", "unmute", "wake", "restart"], &["resume"]),
    row(&["start", "exec", "execute", "go", "daemon"], &["run"]),
    row(&["try", "check", "dry-run", "preview", "ping"], &["test", "once"]),
    row(&["now", "poll", "refresh", "sync", "pull"], &["once", "run"]),
    row(&["revert", "restore", "rollback"], &["undo"]),
    row(&["label"], &["tag"]),
    row(&["unlabel"], &["untag"]),
    row(&["comment", "annotate"], &["note"]),
    row(&["compare"], &["diff"]),
    row(&["tz", "zone"], &["timezone"]),
    row(&["json", "ndjson", "lines"], &["jsonl"]),
    row(&["html", "web", "www"], &["site"]),
    row(&["db", "sql", "database"], &["sqlite"]),
];

/// Returns what to type in a group of commands that has none of this name.
pub(super) fn instead_in(group: &clap::Command, word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let meanings = SYNONYMS.iter().filter(|row| row.tried.contains(&word.as_str()));
    let found = meanings.flat_map(|row| row.commands).find_map(|name| group.find_subcommand(name))?;
    let about = found.get_about().map(ToString::to_string).unwrap_or_default();
    let mut typed = format!("{} {}", group.get_bin_name().unwrap_or("writethru"), found.get_name());
    for needed in found.get_arguments().filter(|own| own.is_required_set()) {
        let option = needed.get_long().map(|long| format!("--{long} ")).unwrap_or_default();
        typed.push_str(&format!(" {option}{}", needed.get_id().as_str().to_uppercase()));
    }
    Some(format!("`{typed}`: {about}"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn each_meaning_is_a_command_of_some_group() {
        let program = crate::cli::Args::command();
        let groups = || program.get_subcommands().filter(|group| group.has_subcommands());
        for row in SYNONYMS {
            for name in row.commands {
                assert!(groups().any(|group| group.find_subcommand(name).is_some()), "no group has `{name}`");
            }
        }
        let mut tried: Vec<&str> = SYNONYMS.iter().flat_map(|row| row.tried).copied().collect();
        tried.sort_unstable();
        assert!(tried.windows(2).all(|pair| pair[0] != pair[1]), "a word stands twice");
    }
}
