//! Lists the words that people try where a command is called otherwise, and the files they hand to `import` without its kind.

use crate::model::shell_word;

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
    row("alert", "`writethru hook add` has people told of changes"),
    row("alerts", "`writethru hook list` lists who is told of changes"),
    row("annotate", "`writethru blame ARTICLE` prints which version brought each sentence, `writethru timeline note` puts words beside an entry"),
    row("archive", "`writethru fetch URL` records a page, `writethru add FILE --story NAME` a file"),
    row("articles", "`writethru article list` lists articles"),
    row("browse", "`writethru serve --open` shows the archive in a browser"),
    row("browser", "`writethru serve --open` shows the archive in a browser"),
    row("calendar", "`writethru timeline STORY --format ics` writes a calendar"),
    row("cat", "`writethru show ARTICLE` prints a version"),
    row("clone", "`writethru backup FILE` copies the store"),
    row("commit", "`writethru add FILE --story NAME` records a version"),
    row("compact", "`writethru vacuum` gives back what the file no longer needs"),
    row("compare", "`writethru diff ARTICLE` compares the last two versions, `diff ARTICLE@1..3` any two"),
    row("config", "there is no file of settings: `--help` lists options and the variables that set them"),
    row("contradictions", "`writethru conflicts STORY` prints where accounts differ"),
    row("copy", "`writethru backup FILE` copies the store"),
    row("corrections", "`writethru changes` tells which notice admits a change, `writethru audit` where none was found"),
    row("count", "`writethru check` counts what the store holds, `writethru figures STORY` follows counts in the texts"),
    row("crawl", "`writethru watch add URL` watches a page, `writethru fetch URL` looks once"),
    row("create", "`writethru add FILE --story NAME` makes story and article; `writethru story new NAME` an empty story"),
    row("csv", "answers are written as csv by the command that gives them: `writethru timeline STORY --format csv`"),
    row("curl", "`writethru fetch URL` records a page"),
    row("delete", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("digest", "`writethru briefing` prints what is new"),
    row("doctor", "`writethru check` tells whether the store is well"),
    row("download", "`writethru fetch URL` records a page"),
    row("drop", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("dump", "`writethru export jsonl` writes everything"),
    row("edit", "`writethru timeline note`, `timeline date` and others change an entry by hand; a recorded text is never changed"),
    row("edits", "`writethru timeline edits STORY` lists what was edited by hand"),
    row("entities", "`writethru people STORY` prints who is quoted, `writethru claims STORY` what is claimed"),
    row("entries", "`writethru timeline STORY --ids` prints the entries with their ids"),
    row("erase", "`writethru forget REFERENCE --reason TEXT` removes for good, `writethru article delete ARTICLE` deletes"),
    row("events", "`writethru timeline STORY` prints what happened, in order"),
    row("facts", "`writethru claims STORY` prints what is claimed, by whom"),
    row("feed", "`writethru changes --format atom` writes a feed, `writethru watch add URL` watches one"),
    row("find", "`writethru search WORDS` finds words in every version"),
    row("follow", "`writethru watch add URL` watches a page, `writethru fetch URL` looks once"),
    row("fsck", "`writethru check` tells whether the store is well"),
    row("gc", "`writethru vacuum` gives back what the file no longer needs"),
    row("get", "`writethru fetch URL` records a page, `writethru show ARTICLE` prints a version"),
    row("grep", "`writethru search WORDS` finds words in every version"),
    row("gui", "`writethru serve --open` shows the archive in a browser"),
    row("head", "`writethru log ARTICLE` prints the versions, oldest first; `writethru show ARTICLE@first` the first one"),
    row("hide", "`writethru timeline hide STORY ENTRY` leaves an entry out"),
    row("history", "`writethru log ARTICLE` prints the versions of an article, `writethru changes ARTICLE` what each changed"),
    row("html", "answers are written as html by the command that gives them: `writethru timeline STORY --format html`"),
    row("ics", "answers are written as ics by the command that gives them: `writethru timeline STORY --format ics`"),
    row("info", "`writethru story show STORY` shows a story, `writethru check` the store"),
    row("init", "a store needs no preparation: `writethru add FILE --story NAME` begins one"),
    row("json", "answers are written as json by the command that gives them: `writethru timeline STORY --format json`"),
    row("last", "`writethru log --last 1` prints the last version of each article"),
    row("list", "`writethru story list` lists stories, `writethru article list` articles, `writethru log` versions"),
    row("load", "`writethru import jsonl FILE` records what `export jsonl` wrote"),
    row("logs", "`writethru log` prints the versions, `writethru hook log` what hooks told"),
    row("ls", "`writethru story list` lists stories, `writethru article list` articles, `writethru log` versions"),
    row("markdown", "answers are written as md by the command that gives them: `writethru timeline STORY --format md`"),
    row("md", "answers are written as md by the command that gives them: `writethru timeline STORY --format md`"),
    row("merge", "`writethru story merge STORY --into STORY` joins two stories"),
    row("monitor", "`writethru watch add URL` watches a page, `writethru fetch URL` looks once"),
    row("move", "`writethru article move ARTICLE --to STORY` moves an article to another story"),
    row("mv", "`writethru article rename` and `writethru story rename` give another name, `article move` another story"),
    row("new", "`writethru add FILE --story NAME` makes story and article; `writethru story new NAME` an empty story"),
    row("news", "`writethru briefing` prints what is new"),
    row("note", "`writethru timeline note STORY ENTRY WORDS` puts words beside an entry"),
    row("notify", "`writethru hook add` has people told of changes"),
    row("numbers", "`writethru figures STORY` prints how counts moved"),
    row("open", "`writethru show ARTICLE` prints a version, `writethru serve --open` shows the archive in a browser"),
    row("pin", "`writethru timeline pin STORY ENTRY` keeps an entry in every selection"),
    row("print", "`writethru show ARTICLE` prints a version"),
    row("prune", "`writethru vacuum` gives back what the file no longer needs, `writethru forget` removes for good"),
    row("ps", "`writethru watch list` lists what is watched"),
    row("pull", "`writethru fetch URL` records a page, `writethru watch once` looks at everything that is watched"),
    row("purge", "`writethru forget REFERENCE --reason TEXT` removes for good, `writethru article delete ARTICLE` deletes"),
    row("quote", "`writethru claims STORY --kind statement` prints who says what, `writethru people STORY` who is quoted"),
    row("quotes", "`writethru claims STORY --kind statement` prints who says what, `writethru people STORY` who is quoted"),
    row("read", "`writethru show ARTICLE` prints a version"),
    row("record", "`writethru add FILE --story NAME` records a version"),
    row("remove", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("rename", "`writethru article rename` and `writethru story rename` give another name"),
    row("repair", "`writethru check --repair` works everything out again and sets damaged versions apart"),
    row("reset", "versions are never taken back; `writethru timeline undo STORY N` takes back an edit by hand"),
    row("revert", "`writethru timeline undo STORY N` takes back an edit by hand; versions are never taken back"),
    row("rm", "`writethru article delete ARTICLE` deletes an article, `writethru story delete STORY` a story"),
    row("rollback", "versions are never taken back; `writethru timeline undo STORY N` takes back an edit by hand"),
    row("rss", "`writethru changes --format atom` writes a feed, `writethru watch add URL` watches one"),
    row("save", "`writethru add FILE --story NAME` records a version; `writethru backup FILE` copies the store"),
    row("settings", "there is no file of settings: `--help` lists options and the variables that set them"),
    row("snapshot", "`writethru add FILE --story NAME` records a version; `writethru backup FILE` copies the store"),
    row("snapshots", "`writethru log` prints the versions that are recorded"),
    row("sources", "`writethru people STORY` prints who is quoted"),
    row("speakers", "`writethru people STORY` prints who is quoted"),
    row("stats", "`writethru check` counts what the store holds"),
    row("status", "`writethru log` prints what is recorded, `writethru check` whether the store is well"),
    row("stories", "`writethru story list` lists stories"),
    row("summary", "`writethru briefing` prints what is new, `writethru report STORY` writes a story as one file"),
    row("sync", "`writethru watch once` looks at everything that is watched"),
    row("tag", "`writethru timeline tag STORY ENTRY WORD` tags an entry"),
    row("tags", "`writethru timeline STORY --tag WORD` prints the entries with a tag"),
    row("tail", "`writethru log ARTICLE --last 5` prints the last versions, `writethru watch run` looks again and again"),
    row("today", "`writethru briefing --since today` prints what is new"),
    row("ui", "`writethru serve --open` shows the archive in a browser"),
    row("undo", "`writethru timeline undo STORY N` takes back an edit by hand; versions are never taken back"),
    row("untag", "`writethru timeline untag STORY ENTRY WORD` takes a tag away"),
    row("update", "`writethru add FILE --article ARTICLE` records the next version, `writethru watch once` looks at what is watched"),
    row("upgrade", "after an update of the program, `writethru reindex` reads everything anew"),
    row("verify", "`writethru check` tells whether the store is well"),
    row("version", "the option `--version` prints the version"),
    row("versions", "`writethru log ARTICLE` prints the versions of an article"),
    row("view", "`writethru show ARTICLE` prints a version, `writethru serve --open` shows the archive in a browser"),
    row("web", "`writethru serve --open` shows the archive in a browser"),
    row("who", "`writethru people STORY` prints who is quoted"),
];

/// Returns what to type instead of a word that is no command.
pub(super) fn instead_of(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    NEAR_MISSES.iter().find(|row| row.word == word).map(|row| row.instead)
}

/// The end of a file's name, the first that fits, and what `import` calls such files.
const FILE_KINDS: &[(&str, &str)] = &[
    (".answers", "results"),
    (".answers.zst", "results"),
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
    let file = shell_word(file);
    Some(format!("say what it is: `writethru import {kind} {file}`; `writethru import --help` lists the kinds"))
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
        assert_eq!(hint("part-1.answers.zst").as_deref(), Some("writethru import results part-1.answers.zst"));
        assert_eq!(hint("notes.gz"), None);
        assert_eq!(hint("my story.jsonl").as_deref(), Some("writethru import jsonl 'my story.jsonl'"));
        assert_eq!(hint("it's $1.db").as_deref(), Some("writethru import newsedits 'it'\\''s $1.db'"));
        let commands = crate::cli::Args::command();
        let import = commands.find_subcommand("import").expect("there is `import`");
        assert!(FILE_KINDS.iter().all(|(_, kind)| import.find_subcommand(kind).is_some()));
    }
}
