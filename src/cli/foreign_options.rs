//! Lists options that people know from other programs, and what stands in their place: `--json` is `--format json`.

/// Options that people try, the option that the command must have for the answer to be right, and the answer.
struct ForeignOption {
    tried: &'static [&'static str],
    needs: Option<&'static str>,
    instead: &'static str,
}

const fn row(tried: &'static [&'static str], needs: Option<&'static str>, instead: &'static str) -> ForeignOption {
    ForeignOption { tried, needs, instead }
}

/// Every option; of several rows that fit, the first is told.
#[rustfmt::skip]
const FOREIGN: &[ForeignOption] = &[
    row(&["--json", "-j"], Some("format"), "`--format json` writes the answer as JSON"),
    row(&["--html"], Some("format"), "`--format html` writes it as a web page where the command can; `--help` lists the formats"),
    row(&["--csv", "--tsv"], Some("format"), "`--format csv` writes it as a table where the command can; `--help` lists the formats"),
    row(&["--md", "--markdown"], Some("format"), "`--format md` writes it as Markdown where the command can; `--help` lists the formats"),
    row(&["-o", "--output", "--out", "--outfile"], None, "answers go to standard output; `> FILE` behind the command writes them to a file"),
    row(&["--no-color", "--no-colour", "--nocolor", "--plain"], None, "`--color never` leaves the colours out; so does the variable `NO_COLOR`"),
    row(&["--colour", "--colors"], None, "`--color always` or `--color never` is how it is written"),
    row(&["--limit", "--last", "-n", "--max", "--max-count", "--count", "--head", "--tail", "-l"], Some("limit"), "`--limit N` shows so many"),
    row(&["--limit", "--max", "--max-count", "--count", "--tail", "-l"], Some("last"), "`--last N` shows the last so many of each article"),
    row(&["--limit", "--last", "-n", "--max", "--max-count", "--count", "--head", "--tail"], Some("top"), "`--top N` keeps the days that matter most; `| head` shows the first lines"),
    row(&["--limit", "--last", "-n", "--max", "--max-count", "--count", "--head", "--tail"], None, "there is no limit to set; `| head` shows the first lines, `| tail` the last"),
    row(&["--reverse", "-r", "--desc", "--descending", "--sort", "--newest", "--latest"], Some("newest-first"), "`--newest-first` turns the order round"),
    row(&["--dry-run", "--simulate", "--whatif"], None, "nothing can be tried without effect; `writethru backup FILE` copies the store, and `--db FILE` tries it on the copy"),
    row(&["--force", "-f", "--yes", "-y"], Some("overwrite"), "`--overwrite` replaces what stands there"),
    row(&["--force", "-f", "-y", "--assume-yes"], Some("yes"), "`--yes` leaves the question out"),
    // Where there is a question to leave out, `-f` means that.
    row(&["-f", "-F", "--output-format", "--type"], Some("format"), "`--format` names the format; `--help` lists those that there are"),
    row(&["--until", "--before", "--end"], Some("to"), "`--to DATE` ends with a day, `--as-of TIME` shows what had been told by a time"),
    row(&["--until", "--before", "--at", "--to"], Some("as-of"), "`--as-of TIME` shows how things stood then"),
    row(&["--until", "--before", "--to", "--end"], Some("since"), "only a beginning can be set, with `--since TIME`; `writethru diff 'ARTICLE@TIME..TIME'` compares two moments"),
    row(&["--after", "--from", "--start", "--newer-than"], Some("since"), "`--since TIME` sets the beginning"),
    row(&["--after", "--start"], Some("from"), "`--from DATE` sets the first day"),
    row(&["--source", "--publisher", "--paper", "--site"], Some("outlet"), "`--outlet NAME` narrows it to one outlet"),
    row(&["--person", "--who", "--author"], Some("speaker"), "`--speaker NAME` narrows it to one speaker"),
    row(&["-s"], Some("story"), "`--story STORY` names the story"),
    row(&["--story", "-s", "--article", "-a", "--name"], None, "what is meant is named without an option: `STORY`, or `STORY/ARTICLE` where the command takes articles"),
    row(&["-p", "--patch", "--diff"], None, "`writethru diff ARTICLE` prints what a version changed, `writethru changes` every update"),
    row(&["--oneline", "--short", "--brief", "-s"], None, "each answer has one form; `writethru diff ARTICLE --stat` counts the changes on a line"),
    row(&["-i", "--ignore-case"], None, "large and small letters are the same here: leave it out"),
    row(&["--all", "-a", "-A"], None, "everything is told unless a name or an option narrows it: leave it out"),
    row(&["--once"], None, "`writethru watch once` looks at everything once"),
    row(&["--for"], Some("until"), "`--until TIME` says how long, as in `--until 'in 2 hours'`"),
    row(&["--store", "--database", "--repo", "--path"], None, "`--db FILE` names the store"),
    row(&["--debug", "--trace", "-vv"], None, "`--verbose` tells more"),
    row(&["--silent"], None, "`--quiet` writes nothing but the answer and errors"),
];

/// Returns what stands in the place of an option that a command does not have; `words` are all that was typed.
pub(super) fn instead_of(command: &clap::Command, option: &str, words: &[String]) -> Option<String> {
    // What was typed as one word: of `-inspected`, the program names `-i` alone.
    let typed = words.iter().find(|word| word.starts_with(option)).map_or(option, String::as_str);
    let is_number = |short: &str| short.bytes().all(|byte| byte.is_ascii_digit());
    let short = typed.strip_prefix('-').filter(|short| !short.starts_with('-'));
    let short = short.filter(|short| 1 < short.len() || is_number(short));
    let has = |long: &str| command.get_arguments().any(|own| own.get_long() == Some(long));
    match (command.get_name(), short) {
        (_, Some(number)) if has("last") && is_number(number) => {
            return Some(format!("`--last {number}` shows the last so many of each article"));
        }
        (_, Some(number)) if has("limit") && is_number(number) => {
            return Some(format!("`--limit {number}` shows so many"));
        }
        ("search", None) if matches!(option, "--article" | "-a") => {
            return Some("`--story STORY` and `--outlet OUTLET` narrow the search".to_owned());
        }
        ("search", Some(word)) => {
            return Some(format!("what is left out stands in quote marks with what is found: `'WORD -{word}'`"));
        }
        _ => {}
    }
    let option = option.split('=').next().unwrap_or(option);
    if is_target_option(option)
        && let Some(target) = target_of(command)
    {
        return Some(format!("the name of what is written stands behind the command: `{target}`"));
    }
    let row = FOREIGN.iter().find(|row| row.tried.contains(&option) && row.needs.is_none_or(has))?;
    Some(row.instead.to_owned())
}

/// Returns whether an option names what is written, in many programs.
fn is_target_option(option: &str) -> bool {
    matches!(option, "-o" | "--output" | "--out" | "--outfile")
}

/// Returns the name that the help gives to what a command writes: `DIR` of `export site DIR`.
fn target_of(command: &clap::Command) -> Option<&str> {
    let writes_file = matches!(command.get_name(), "sqlite" | "backup");
    let is_target = |own: &&clap::Arg| match own.get_id().as_str() {
        "folder" => true,
        "file" => writes_file,
        _ => false,
    };
    let target = command.get_positionals().find(is_target)?;
    target.get_value_names()?.first().map(clap::builder::Str::as_str)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn what_is_named_instead_exists() {
        let mut program = crate::cli::Args::command();
        program.build();
        let mut commands = vec![program.clone()];
        let mut at = 0;
        while at < commands.len() {
            let below: Vec<clap::Command> = commands[at].get_subcommands().cloned().collect();
            commands.extend(below);
            at += 1;
        }
        let longs: Vec<&str> =
            { commands.iter() }.flat_map(clap::Command::get_arguments).filter_map(|own| own.get_long()).collect();
        for row in FOREIGN {
            assert!(row.needs.is_none_or(|needed| longs.contains(&needed)), "no command has `--{:?}`", row.needs);
            for named in row.instead.split('`').skip(1).step_by(2) {
                let option = named.split_whitespace().find_map(|word| word.strip_prefix("--"));
                assert!(option.is_none_or(|option| longs.contains(&option)), "`{named}` is no option");
                let command = named.strip_prefix("writethru ").and_then(|rest| rest.split(' ').next());
                let is_known = |name: &str| program.find_subcommand(name).is_some();
                assert!(command.is_none_or(is_known), "`{named}` is no command");
            }
        }
    }
}
