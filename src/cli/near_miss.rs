//! Lists the words that people try where a command is called otherwise, and the files they hand to `import` without its kind.

/// A word that is no command, and what to type instead.
struct NearMiss {
    word: &'static str,
    instead: &'static str,
}

const fn row(word: &'static str, instead: &'static str) -> NearMiss {
    NearMiss { word, instead }
}

/// Every word, sorted.
#[rustfmt::skip]
const NEAR_MISSES: &[NearMiss] = &[
    row("cat", "`writethru show ARTICLE` prints a version"),
    row("compare", "`writethru diff ARTICLE` compares the last two versions, `diff ARTICLE@1..3` any two"),
    row("create", "`writethru add FILE --story NAME` makes story and article; `writethru story new NAME` an empty story"),
    row("delete", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("drop", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("dump", "`writethru export jsonl` writes everything"),
    row("edits", "`writethru timeline edits STORY` lists what was edited by hand"),
    row("find", "`writethru search WORDS` finds words in every version"),
    row("grep", "`writethru search WORDS` finds words in every version"),
    row("history", "`writethru log ARTICLE` prints the versions of an article, `writethru changes ARTICLE` what each changed"),
    row("info", "`writethru story show STORY` shows a story, `writethru check` the store"),
    row("init", "a store needs no preparation: `writethru add FILE --story NAME` begins one"),
    row("list", "`writethru story list` lists stories, `writethru article list` articles, `writethru log` versions"),
    row("load", "`writethru import jsonl FILE` records what `export jsonl` wrote"),
    row("ls", "`writethru story list` lists stories, `writethru article list` articles, `writethru log` versions"),
    row("merge", "`writethru story merge STORY --into STORY` joins two stories"),
    row("move", "`writethru article move ARTICLE --to STORY` moves an article to another story"),
    row("mv", "`writethru article rename` and `writethru story rename` give another name, `article move` another story"),
    row("new", "`writethru add FILE --story NAME` makes story and article; `writethru story new NAME` an empty story"),
    row("record", "`writethru add FILE --story NAME` records a version"),
    row("remove", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("rename", "`writethru article rename` and `writethru story rename` give another name"),
    row("rm", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("save", "`writethru add FILE --story NAME` records a version; `writethru backup FILE` copies the store"),
    row("stats", "`writethru check` counts what the store holds"),
    row("status", "`writethru log` prints what is recorded, `writethru check` whether the store is well"),
    row("stories", "`writethru story list` lists stories"),
    row("undo", "`writethru timeline undo STORY N` takes back an edit by hand; versions are never taken back"),
    row("verify", "`writethru check` tells whether the store is well"),
    row("versions", "`writethru log ARTICLE` prints the versions of an article"),
];

/// Returns what to type instead of a word that is no command.
pub(super) fn instead_of(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    NEAR_MISSES.iter().find(|row| row.word == word).map(|row| row.instead)
}

/// The end of a file's name, the first that fits, and what `import` calls such files.
const FILE_KINDS: &[(&str, &str)] = &[
    (".answers", "results"),
    (".answers.jsonl", "results"),
    (".answers.jsonl.zst", "results"),
    (".parquet", "results"),
    (".jsonl", "jsonl"),
    (".ndjson", "jsonl"),
    (".json", "jsonl"),
    (".warc", "warc"),
    (".warc.gz", "warc"),
    (".wacz", "wacz"),
    (".sqlite", "newsedits"),
    (".db", "newsedits"),
];

/// Returns how a file is imported that was named without its kind: `import story.jsonl`.
pub(super) fn import_of(file: &str) -> Option<String> {
    let lower = file.to_lowercase();
    let (_, kind) = FILE_KINDS.iter().find(|(end, _)| lower.ends_with(end))?;
    let file = typed(file);
    Some(format!("say what it is: `writethru import {kind} {file}`; `writethru import --help` lists the kinds"))
}

/// Returns a word as it is typed in a shell.
fn typed(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+' | ',' | ':' | '@' | '%');
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn near_misses_are_sorted_and_name_commands_that_exist() {
        assert!(NEAR_MISSES.windows(2).all(|pair| pair[0].word < pair[1].word));
        let commands = crate::cli::Args::command();
        for row in NEAR_MISSES {
            assert!(commands.find_subcommand(row.word).is_none(), "`{}` is a command", row.word);
            for named in row.instead.split('`').filter_map(|part| part.strip_prefix("writethru ")) {
                let first = named.split(' ').next().unwrap_or_default();
                assert!(commands.find_subcommand(first).is_some(), "`{named}` is none");
            }
        }
    }

    #[test]
    fn a_file_without_its_kind_is_told_by_its_name() {
        let hint = |file: &str| import_of(file).and_then(|hint| Some(hint.split('`').nth(1)?.to_owned()));
        assert_eq!(hint("old/Story.JSONL").as_deref(), Some("writethru import jsonl old/Story.JSONL"));
        assert_eq!(hint("crawl.warc.gz").as_deref(), Some("writethru import warc crawl.warc.gz"));
        assert_eq!(hint("part-1.answers.jsonl").as_deref(), Some("writethru import results part-1.answers.jsonl"));
        assert_eq!(hint("notes.gz"), None);
        assert_eq!(hint("my story.jsonl").as_deref(), Some("writethru import jsonl 'my story.jsonl'"));
        assert_eq!(hint("it's $1.db").as_deref(), Some("writethru import newsedits 'it'\\''s $1.db'"));
        let commands = crate::cli::Args::command();
        let import = commands.find_subcommand("import").expect("there is `import`");
        assert!(FILE_KINDS.iter().all(|(_, kind)| import.find_subcommand(kind).is_some()));
    }
}
