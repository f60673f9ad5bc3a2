//! Holds that what other machines derive is stored as `reindex` would store it, and that nothing else is.

use std::collections::BTreeMap;
use std::fs;

use rusqlite::types::Value;

use crate::parallel::{filled, rows};
use crate::sandbox::Sandbox;

/// Returns every row of every table, in an order that does not tell which row was written first.
fn sorted_rows(sandbox: &Sandbox) -> BTreeMap<String, Vec<String>> {
    let sorted = |rows: Vec<Vec<Value>>| {
        let mut rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
        rows.sort_unstable();
        rows
    };
    rows(sandbox).into_iter().map(|(name, rows)| (name, sorted(rows))).collect()
}

#[track_caller]
fn assert_same_rows(got: &Sandbox, wanted: &Sandbox) {
    let (got, wanted) = (sorted_rows(got), sorted_rows(wanted));
    for table in ["reading", "comparison", "thread", "chronology", "chronicle"] {
        assert!(!wanted[table].is_empty(), "nothing is in {table}");
    }
    // `reindex` writes the word index anew, which no cluster answers: it holds the same words in other pieces.
    for (table, rows) in wanted.iter().filter(|(table, _)| !table.starts_with("passage")) {
        assert!(got[table] == *rows, "table {table} differs");
    }
}

/// Returns the answers to all questions that `export shards --for reindex` writes with these options.
fn answers(sandbox: &Sandbox, options: &str) -> String {
    let questions = sandbox.run(&format!("export shards - --for reindex --quiet {options}"));
    let answers = sandbox.run_with("pipe reindex", &questions);
    assert!(!answers.contains("could not be used"), "{answers}");
    answers
}

fn view(told: &str) -> serde_json::Value {
    serde_json::from_str(told.split("--- ").next().unwrap_or_default()).expect(told)
}

#[test]
fn a_store_that_takes_results_back_has_the_rows_of_reindex() {
    let (here, elsewhere) = (filled(2), filled(2));
    here.run("reindex");
    let folder = elsewhere.path("questions");
    let told = elsewhere.run(&format!("export shards {} --for reindex --shards 3", folder.display()));
    assert!(told.contains("12 questions written"), "{told}");
    for n in 0..3 {
        let shard = fs::read(folder.join(format!("part-{n:05}.jsonl.zst"))).expect("a shard");
        let done = elsewhere.command("pipe reindex").write_stdin(shard).output().expect("it runs");
        assert!(done.status.success());
        // One file is packed, as a driver may well do it.
        match n {
            0 => fs::write(
                folder.join("part-00000.answers.jsonl.zst"),
                zstd::bulk::compress(&done.stdout, 3).expect("it packs"),
            ),
            n => fs::write(folder.join(format!("part-{n:05}.answers.jsonl")), &done.stdout),
        }
        .expect("the folder can be written to");
    }
    let told = elsewhere.run(&format!("import results {}", folder.display()));
    assert_eq!(told, "12 articles of 33 versions taken back, 0 known, 0 answers left out; 3 timelines put in order\n");
    assert_same_rows(&elsewhere, &here);
    let checked = elsewhere.run("check --all");
    assert!(checked.contains("all is well") && !checked.contains("problem"), "{checked}");

    let before = sorted_rows(&elsewhere);
    let told = view(&elsewhere.run(&format!("import results {} --format json", folder.display())));
    let counts = ["taken", "known", "timelines", "missing", "missing_timelines", "left_out"];
    assert_eq!(counts.map(|name| told[name].as_u64()), [0, 12, 0, 0, 0, 0].map(Some));
    assert!(sorted_rows(&elsewhere) == before, "a second time changes nothing");
    assert!(elsewhere.run("export shards - --for reindex --stale").contains("everything is derived already"));
}

#[test]
fn what_was_recorded_since_is_derived_here() {
    let (here, elsewhere) = (filled(2), filled(2));
    let answers = answers(&elsewhere, "");
    let line = |captured: &str, text: &str| {
        format!(
            r#"{{"story":"bridge-1","article":"post-1","captured":"{captured}","headline":"Bridge falls in Odessa","text":"{text}"}}"#
        )
    };
    let later = line("2025-03-20T09:00:00Z", "Nine people were injured when a bridge in Odessa collapsed on Tuesday.");
    for sandbox in [&here, &elsewhere] {
        assert!(sandbox.run_with("import jsonl -", &later).contains("1 version recorded"));
    }
    here.run("reindex");
    let told = elsewhere.run_with("import results -", &answers);
    assert!(told.starts_with("12 articles of 34 versions taken back"), "{told}");
    assert_same_rows(&elsewhere, &here);

    // A version that slipped in between makes other neighbours: what was answered is of another article's history.
    let between = line("2025-03-03T23:00:00Z", "Six people were injured when a bridge in Odessa collapsed on Tuesday.");
    let third = filled(2);
    assert!(third.run_with("import jsonl -", &between).contains("1 version recorded"));
    let told = third.run_with("import results -", &answers);
    assert!(told.contains("`bridge-1/post-1` has other texts") && told.contains("--stale"), "{told}");
    assert!(told.contains("11 articles of") && told.contains("1 answer left out") && told.contains("--- exit 1"));
    assert!(told.contains("1 article is still to be derived"), "{told}");
    assert!(told.contains("1 timeline is still to be put in order: `writethru reindex --stale` does so"), "{told}");
    let rest = third.run_with("import results -", &self::answers(&third, "--stale"));
    assert!(rest.starts_with("1 article of 3 versions taken back, 0 known, 0 answers left out; 1 timeline"), "{rest}");
}

#[test]
fn an_answer_that_cannot_be_used_is_named_and_the_rest_taken() {
    let sandbox = filled(2);
    let answers = answers(&sandbox, "");
    let lines: Vec<&str> = answers.lines().collect();
    let altered = |line: &str, field: &str, value: serde_json::Value| {
        let mut answer: serde_json::Value = serde_json::from_str(line).expect("JSON");
        answer[field] = value;
        answer.to_string()
    };
    let results = view(lines[3])["results"].as_str().expect("results").to_owned();
    let analyzed = r#"{"id":"bridge-1/post-1@1","sentences":[[0,10]],"timexes":[]}"#;
    let rows = [
        ("{\"id\": ", "no answer"),
        ("[1, 2]", "no `id`"),
        ("{\"id\": 7}", "no `id`"),
        (analyzed, "holds no packed results"),
        (r#"{"id":null,"line":3,"error":{"code":"bad-json","message":"EOF","hint":""}}"#, "could not use the question"),
        (&altered(lines[0], "analyser", "0.0.1+older".into()), "was read by 0.0.1+older"),
        (&altered(lines[0], "id", "bridge-9/post-1".into()), "no article is called `bridge-9/post-1`"),
        (&altered(lines[0], "id", "'; DROP TABLE reading; --".into()), "no article is called"),
        (&altered(lines[0], "question", "00".into()), "has other texts"),
        (&altered(lines[0], "versions", 0.into()), "has other texts"),
        (&altered(lines[0], "versions", u64::MAX.into()), "has other texts"),
        (&altered(lines[0], "results", results.clone().into()), "are damaged"),
        (&altered(lines[0], "results", "".into()), "are damaged"),
        (&altered(lines[0], "results", results[..results.len() / 2].into()), "are damaged"),
    ];
    for (line, why) in rows {
        let told = sandbox.run_with("import results -", &format!("{line}\n"));
        assert!(told.contains("left out: standard input, line 1: ") && told.contains(why), "{line}: {told}");
        assert!(told.contains("1 answer left out") && told.ends_with("--- exit 1\n"), "{line}: {told}");
    }
    assert_eq!(rows_of(&sandbox, "reading"), 0);
    let refused: Vec<String> = rows.iter().map(|(line, _)| format!("{line}\n\n")).collect();
    let all = refused.concat() + &answers + lines[1];
    let told = view(&sandbox.run_with("import results - --format json", &all));
    assert_eq!((told["taken"].as_u64(), told["known"].as_u64()), (Some(12), Some(1)));
    assert_eq!(told["refused"].as_array().map(Vec::len), Some(rows.len()));
    assert_eq!(told["refused"][1]["from"], "standard input, line 3");
    let reindexed = filled(2);
    reindexed.run("reindex");
    assert_same_rows(&sandbox, &reindexed);
}

fn rows_of(sandbox: &Sandbox, table: &str) -> usize {
    rows(sandbox)[table].len()
}

#[test]
fn an_import_without_answers_says_so() {
    let sandbox = filled(2);
    assert_eq!(sandbox.run_with("import results -", "\n\n"), "the files hold no answers\n");
    let none = sandbox.run("import results none.answers.jsonl");
    assert!(none.contains("cannot read `none.answers.jsonl`") && none.contains("hint: ") && none.contains("exit 1"));
    let cut = zstd::bulk::compress(answers(&sandbox, "").as_bytes(), 3).expect("it packs");
    let file = sandbox.file("cut.answers.jsonl.zst", &cut[..cut.len() / 2]);
    let told = sandbox.run(&format!("import results {file}"));
    assert!(
        told.contains("cut.answers.jsonl.zst: it cannot be read, or not to its end: ") && told.contains("exit 1"),
        "{told}"
    );
    let nowhere = Sandbox::new();
    nowhere.run_with("import results -", "");
    assert!(!nowhere.path("store.db").exists(), "no store is made for results");
    let usage = sandbox.run("export shards - --for timeline --stale");
    assert!(usage.contains("--for reindex") && usage.contains("exit 2"), "{usage}");
}

#[test]
fn a_file_that_is_not_there_does_not_hold_up_the_others() {
    let sandbox = filled(2);
    let file = sandbox.file("all.answers.jsonl", answers(&sandbox, "").as_bytes());
    let told = sandbox.run(&format!("import results none.answers.jsonl {file}"));
    assert!(told.contains("left out: none.answers.jsonl: it cannot be read") && told.contains("hint: "), "{told}");
    assert!(told.contains("12 articles of 33 versions taken back") && told.contains("exit 1"), "{told}");
}

#[test]
fn lines_are_taken_up_a_thousand_at_a_time_and_empty_ones_not_at_all() {
    let sandbox = filled(2);
    let told = sandbox.run_with("import results - --verbose", &"x\n\n\n".repeat(2500));
    assert_eq!(told.matches("0 articles are stored").count(), 3, "{told}");
    assert!(told.contains("line 7498: it is no answer") && told.contains("2,500 answers left out"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_opened_once() {
    let sandbox = filled(1);
    let answers = answers(&sandbox, "");
    let pipe = sandbox.path("answers.jsonl");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("it runs").success());
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || {
            let mut file = fs::OpenOptions::new().write(true).open(&pipe).expect("a reader comes");
            // Time for a reader that opens the pipe to try it, and goes.
            std::thread::sleep(std::time::Duration::from_millis(300));
            let written = std::io::Write::write_all(&mut file, answers.as_bytes());
            // Whoever came back for more is let go.
            drop(file);
            if written.is_err() {
                drop(fs::OpenOptions::new().write(true).open(&pipe));
            }
            written
        }
    });
    let told = sandbox.run(&format!("import results {}", pipe.display()));
    writer.join().expect("it ends").expect("the reader stays");
    assert!(told.contains(", 0 answers left out"), "{told}");
}
