//! Holds that work divided among threads, files or machines comes out byte for byte as one thread does it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::sandbox::Sandbox;

const PLACES: [&str; 5] = ["Lisbon", "Odessa", "Cardiff", "Nairobi", "Quito"];
const DAYS: [&str; 4] = ["Monday", "Tuesday", "Wednesday", "Friday"];

/// Returns a version of a made-up article; later versions tell higher tolls and more.
fn text(article: usize, version: usize) -> String {
    let (place, day) = (PLACES[article % 5], DAYS[article % 4]);
    let mut text = format!("At least {} people were injured when a bridge in {place} collapsed on {day}.", 3 + version);
    for n in 0..article % 3 + version {
        write!(text, " “We had asked for {n} more inspections,” said Ann Lee, the mayor, on {day}.").expect("a string");
        write!(text, "\n\nRepairs number {n} may cost ${} million, officials in {place} said.", 2 + n * article)
            .expect("a string");
    }
    text
}

/// Returns lines for `import jsonl`: stories of several articles, articles in none, and lines that are refused.
fn versions() -> String {
    let mut lines = String::new();
    for article in 0..12 {
        for version in 0..=article % 5 {
            let mut line = serde_json::json!({
                "article": format!("post-{article}"), "outlet": format!("Outlet {}", article % 3),
                "url": format!("https://outlet.example/{article}"),
                "published": "2025-03-03T09:00:00Z", "captured": format!("2025-03-{:02}T{:02}:00:00Z", 3 + version, 9 + article % 12),
                "headline": format!("Bridge falls in {}", PLACES[article % 5]), "text": text(article, version),
            });
            if !article.is_multiple_of(4) {
                line["story"] = format!("bridge-{}", article % 4).into();
            }
            writeln!(lines, "{line}").expect("a string");
        }
        if article.is_multiple_of(9) {
            lines.push_str("{\"text\": \n");
        }
    }
    lines
}

/// Returns a store with these versions, none of them read yet.
pub fn filled(threads: usize) -> Sandbox {
    let sandbox = Sandbox::new();
    let told = sandbox.run_with(&format!("import jsonl - --threads {threads}"), &versions());
    assert!(told.contains("33 versions recorded") && told.contains("2 not recorded"), "{told}");
    sandbox
}

/// Returns every row of every table.
pub fn rows(sandbox: &Sandbox) -> BTreeMap<String, Vec<Vec<Value>>> {
    let store = Connection::open(sandbox.path("store.db")).expect("a store");
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
    let mut statement = store.prepare(names).expect("SQL");
    let names: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("rows").map(|name| name.expect("a name")).collect();
    let rows = |name: &String| -> Vec<Vec<Value>> {
        // The ledger notes when it was written, by the clock of the machine.
        let columns = if name == "ledger" { "number, action, kind, subject, owner, state, leaf" } else { "*" };
        let mut statement = store.prepare(&format!("SELECT {columns} FROM \"{name}\"")).expect("a table");
        let columns = statement.column_count();
        let rows = statement
            .query_map([], |row| (0..columns).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Value>>>())
            .expect("rows");
        rows.map(|row| row.expect("values")).collect()
    };
    names.iter().map(|name| (name.clone(), rows(name))).collect()
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn filters_answer_the_same_bytes_with_any_number_of_threads() {
    let sandbox = Sandbox::new();
    let mut questions =
        "\u{FEFF}{\"id\": \"first\", \"text\": \"It rains.\", \"a\": \"It rains.\", \"b\": \"It snows.\"}\n\n"
            .to_owned();
    for n in 0..12 {
        let (a, b) = (text(n, n % 3), text(n, n % 3 + 1));
        writeln!(questions, "{}", serde_json::json!({"id": n, "text": a, "a": a, "b": b, "published": "2025-03-03"}))
            .expect("a string");
        if n % 5 == 0 {
            questions.push_str("not JSON\n");
        }
    }
    for filter in ["parse", "analyze", "compare"] {
        let run = |threads| sandbox.run_with(&format!("pipe {filter} --threads {threads}"), &questions);
        let one = run(1);
        assert!(one.contains("3 of 16 lines could not be used"), "{filter}: {one}");
        assert_eq!(one.lines().filter(|line| line.starts_with("{\"id\":")).count(), 16, "{filter}");
        for threads in [0, 5] {
            assert_eq!(run(threads), one, "{filter} with {threads} threads");
        }
    }
}

#[test]
fn a_store_is_the_same_row_for_row_with_any_number_of_threads() {
    let (one, four) = (filled(1), filled(4));
    for (sandbox, threads) in [(&one, 1), (&four, 4)] {
        sandbox.run(&format!("reindex --threads {threads}"));
    }
    let (rows_of_one, rows_of_four) = (rows(&one), rows(&four));
    assert!(!rows_of_one["reading"].is_empty() && !rows_of_one["chronology"].is_empty());
    assert_eq!(rows_of_one.keys().collect::<Vec<_>>(), rows_of_four.keys().collect::<Vec<_>>());
    for (name, rows) in &rows_of_one {
        assert_eq!(*rows, rows_of_four[name], "table {name}");
    }
    let export = one.run("export jsonl --threads 1");
    assert_eq!(export.lines().filter(|line| line.contains("\"text\":")).count(), 33);
    for threads in [2, 4] {
        assert_eq!(four.run(&format!("export jsonl --threads {threads}")), export);
    }
}

#[test]
fn shards_hold_every_question_once_and_are_answered_as_they_are() {
    let sandbox = filled(2);
    for (filter, questions) in [("analyze", 33), ("compare", 21), ("timeline", 6)] {
        let plain = sandbox.run(&format!("export shards - --for {filter} --quiet"));
        assert_eq!(plain.lines().count(), questions, "{filter}");
        let folder = sandbox.path(filter);
        let told = sandbox.run(&format!("export shards {} --for {filter} --shards 3", folder.display()));
        assert!(told.contains(&format!("{questions} questions written")), "{told}");
        let wanted = sandbox.run_with(&format!("pipe {filter} --threads 1"), &plain);
        assert!(!wanted.contains("\"error\""), "{filter}: {wanted}");
        let mut answers = String::new();
        for n in 0..3 {
            let shard = fs::read(folder.join(format!("part-{n:05}.jsonl.zst"))).expect("a shard");
            let done = sandbox.command(&format!("pipe {filter}")).write_stdin(shard).output().expect("it runs");
            assert!(done.status.success());
            answers.push_str(&String::from_utf8(done.stdout).expect("UTF-8"));
        }
        assert_eq!(sorted(&answers), sorted(&wanted), "{filter}");
        let again = sandbox.run(&format!("export shards {} --for {filter}", folder.display()));
        assert!(again.contains("is not empty") && again.contains("hint: ") && again.contains("--- exit 1"), "{again}");
    }
}

/// Returns lines in another order, the same every time.
fn shuffled(text: &str) -> String {
    let mut lines: Vec<(usize, &str)> = text.lines().enumerate().map(|(n, line)| (n * 7919 % 101, line)).collect();
    lines.sort_unstable();
    lines.into_iter().flat_map(|(_, line)| [line, "\n"]).collect()
}

#[test]
fn divided_stories_are_merged_to_the_answers_of_whole_ones() {
    for (sandbox, parts) in [(filled(2), [12, 12, 10, 6]), (Sandbox::ukraine_talks(), [2, 2, 1, 1])] {
        let whole = sandbox.run_with("pipe timeline", &sandbox.run("export shards - --quiet"));
        for (most, wanted) in [1, 5, 6, 100].iter().zip(parts) {
            let questions = sandbox.run(&format!("export shards - --divide {most} --quiet"));
            assert_eq!(questions.lines().count(), wanted, "divided above {most} versions");
            let answers = sandbox.run_with("pipe timeline", &questions);
            let merged = sandbox.run_with("pipe merge --threads 3", &shuffled(&answers));
            assert_eq!(sorted(&merged), sorted(&whole), "divided above {most} versions");
            assert_eq!(sandbox.run_with("pipe merge", &whole), whole, "what is whole passes as it is");
        }
    }
}

#[test]
fn a_part_that_did_not_come_is_told() {
    let sandbox = filled(2);
    let questions = sandbox.run("export shards - bridge-1 --divide 1 --quiet");
    let answers = sandbox.run_with("pipe timeline", &questions);
    let told = sandbox.run_with("pipe merge", answers.lines().next().expect("an answer"));
    assert!(told.contains(r#"{"id":"bridge-1","line":1,"error":{"code":"missing-parts""#), "{told}");
    assert!(
        told.contains("2 of 3 parts of `bridge-1` did not come: part 2 is the first") && told.contains("hint"),
        "{told}"
    );
    assert!(told.contains("1 of 1 line written could not be merged"), "{told}");
    assert!(sandbox.run_with("pipe merge --fail-fast", "no answer").ends_with("--- exit 1\n"));
    assert_eq!(sandbox.run_with("pipe merge", ""), "");
    let usage = sandbox.run("export shards - --for compare --divide 3");
    assert!(usage.contains("--for timeline") && usage.contains("exit 2"), "{usage}");
}

#[test]
fn a_shard_gives_the_timeline_that_the_store_gives() {
    let sandbox = Sandbox::ukraine_talks();
    let question = sandbox.run("export shards - ukraine-talks --quiet");
    let piped: serde_json::Value = serde_json::from_str(&sandbox.run_with("pipe timeline", &question)).expect("JSON");
    let kept: serde_json::Value =
        serde_json::from_str(&sandbox.run("timeline ukraine-talks --format json")).expect("JSON");
    let told = |timeline: &serde_json::Value| {
        let entries = timeline["entries"].as_array().expect("entries").clone();
        let told = |entry: &serde_json::Value| (entry["when"].clone(), entry["text"].clone(), entry["status"].clone());
        entries.iter().map(told).collect::<Vec<_>>()
    };
    assert!(3 < told(&kept).len());
    assert_eq!(told(&piped), told(&kept));
}

#[test]
fn what_packs_badly_or_is_cut_off_is_refused_in_its_place() {
    let sandbox = Sandbox::new();
    let packed =
        zstd::bulk::compress(b"{\"id\": 1, \"text\": \"It rains.\"}\n{\"id\": 2, \"text\": \"It snows.\"}\n", 3)
            .expect("it packs");
    let cut = &packed[..packed.len() - 5];
    let done = sandbox.command("pipe analyze").write_stdin(cut).output().expect("it runs");
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(told.contains("\"error\""), "{told}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("could not be used"));
}

#[test]
fn plain_tables_hold_texts_changes_claims_and_entries() {
    let sandbox = filled(2);
    let file = sandbox.path("tables.db");
    let told = sandbox.run(&format!("export sqlite {}", file.display()));
    assert!(told.contains("rows in SANDBOX/tables.db"), "{told}");
    let tables = Connection::open(&file).expect("a database");
    let count = |sql: &str| tables.query_one(sql, [], |row| row.get::<_, i64>(0)).expect(sql);
    assert_eq!(count("SELECT count(*) FROM texts"), 33);
    assert_eq!(count("SELECT count(*) FROM texts WHERE story IS NULL"), 10);
    assert_eq!(count("SELECT count(*) FROM texts WHERE typeof(version) <> 'integer' OR word_count < 5"), 0);
    for table in ["changes", "claims", "entries"] {
        assert!(0 < count(&format!("SELECT count(*) FROM {table}")), "{table} is empty");
        assert_eq!(
            count(&format!(
                "SELECT count(*) FROM {table} WHERE story NOT IN (SELECT story FROM texts WHERE story IS NOT NULL)"
            )),
            0
        );
    }
    let joined = "SELECT count(*) FROM changes LEFT JOIN texts ON texts.article = changes.article
        AND texts.version = changes.to_version WHERE texts.text IS NULL";
    assert_eq!(count(joined), 0, "every change leads to its text");
    let again = sandbox.run(&format!("export sqlite {}", file.display()));
    assert!(again.contains("exists") && again.contains("hint: ") && again.contains("--- exit 1"), "{again}");
}

#[test]
fn a_name_that_means_nothing_leaves_nothing_behind() {
    let sandbox = filled(2);
    for form in ["shards", "sqlite"] {
        let told = sandbox.run(&format!("export {form} {} bridge-9", sandbox.path("out").display()));
        assert!(told.contains("bridge-9") && told.contains("hint: ") && told.contains("--- exit 1"), "{form}: {told}");
    }
    let left: Vec<_> =
        fs::read_dir(sandbox.path("")).expect("a folder").map(|entry| entry.expect("one").file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("store.db")), "{left:?}");
}

#[test]
fn exports_of_an_empty_store_say_so() {
    let sandbox = Sandbox::new();
    for form in ["shards", "sqlite"] {
        let told = sandbox.run(&format!("export {form} {}", sandbox.path(form).display()));
        assert!(told.contains("writethru demo") || told.contains("add"), "{form}: {told}");
    }
    let told = sandbox.run("export shards - --for reindex --stale");
    assert!(told.contains("nothing is recorded yet"), "{told}");
}
