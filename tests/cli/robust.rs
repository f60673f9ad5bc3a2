//! Holds that nothing acknowledged is lost: a killed program, a full disk, a store in use or of another time.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use rusqlite::{Connection, OpenFlags};

use crate::sandbox::Sandbox;

fn lines(numbers: std::ops::Range<usize>) -> String {
    let line = |n: usize| {
        let (article, minute, hour) = (n % 40, n / 40 % 60, n / 2400);
        format!(
            "{{\"story\":\"rain\",\"article\":\"a{article}\",\"captured\":\"2025-04-24T{hour:02}:{minute:02}Z\",\
             \"text\":\"It rains for hour {n} in Harrow.\"}}\n"
        )
    };
    numbers.map(line).collect()
}

/// Starts the program with pipes, so that it can be stopped in the middle.
fn start(sandbox: &Sandbox, arguments: &[&str]) -> std::process::Child {
    Command::new(assert_cmd::cargo::cargo_bin("writethru"))
        .args(arguments)
        .env("WRITETHRU_DB", sandbox.path("store.db"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

#[test]
fn an_import_that_is_killed_loses_nothing_it_had_acknowledged() {
    let sandbox = Sandbox::new();
    let mut child = start(&sandbox, &["import", "jsonl", "-", "--verbose"]);
    let mut input = child.stdin.take().expect("piped");
    input.write_all(lines(0..1500).as_bytes()).expect("it reads");
    input.flush().expect("it reads");
    let told = BufReader::new(child.stderr.take().expect("piped")).lines();
    let acknowledged = told.map_while(Result::ok).any(|line| line == "1000 lines are stored");
    assert!(acknowledged);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let checked = sandbox.run("check");
    assert!(checked.contains("1,000 versions") && checked.ends_with("all is well\n"), "{checked}");
    let again = sandbox.run_with("import jsonl -", &lines(0..1500));
    assert_eq!(again, "500 versions recorded, 1000 unchanged, 0 not recorded\n");
}

/// A point of the first reading of a store at which the program is killed.
#[derive(Debug)]
enum KillPoint {
    /// The first transaction begins to write.
    LogGrows,
    /// So many articles are kept; the next ones are being read or written.
    ArticlesKept(i64),
}

impl KillPoint {
    fn is_reached(&self, sandbox: &Sandbox) -> bool {
        match self {
            Self::LogGrows => sandbox.path("store.db-wal").metadata().is_ok_and(|log| 0 < log.len()),
            Self::ArticlesKept(n) => n <= &rows(&sandbox.path("store.db"), "thread"),
        }
    }
}

/// Returns how many rows of a table are committed, without writing to the store; 0 while it cannot be read.
fn rows(store: &Path, table: &str) -> i64 {
    let count = |store: Connection| store.query_one(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
    Connection::open_with_flags(store, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(count).unwrap_or(0)
}

/// Returns a sandbox with what a killed program left of its store, with only the first part of the log if that is asked.
fn left_behind(killed: &Sandbox, log_bytes: Option<u64>) -> Sandbox {
    let copy = Sandbox::new();
    for name in ["store.db", "store.db-wal"] {
        fs::copy(killed.path(name), copy.path(name)).expect("a killed program leaves the store and its log");
    }
    if let Some(bytes) = log_bytes {
        let log = fs::OpenOptions::new().write(true).open(copy.path("store.db-wal")).expect("a log");
        log.set_len(bytes).expect("it can be cut");
    }
    copy
}

/// Returns how many articles and how many blocks of the timeline are kept; looks at a copy, for looking mends a log.
fn kept(killed: &Sandbox, log_bytes: Option<u64>) -> (i64, i64) {
    let copy = left_behind(killed, log_bytes);
    (rows(&copy.path("store.db"), "thread"), rows(&copy.path("store.db"), "chronology"))
}

/// Waits until the point is reached and kills the program, which must not have ended before.
fn kill_at(point: &KillPoint, sandbox: &Sandbox, mut child: std::process::Child) {
    while !point.is_reached(sandbox) {
        assert!(child.try_wait().expect("its state").is_none(), "it ended before {point:?}");
        std::thread::sleep(std::time::Duration::from_micros(200));
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
}

#[test]
fn a_program_killed_while_it_writes_goes_on_next_time() {
    // 40 articles of 30 versions: the program keeps 9 articles with each of its first four transactions.
    let whole = Sandbox::new();
    whole.run_with("import jsonl -", &lines(0..1200));
    let imported = fs::read(whole.path("store.db")).expect("a store");
    let expected = whole.run("timeline rain --format json");
    let complete = (rows(&whole.path("store.db"), "thread"), rows(&whole.path("store.db"), "chronology"));
    assert!(complete.0 == 40 && 0 < complete.1, "{complete:?}");
    for point in [KillPoint::LogGrows, KillPoint::ArticlesKept(1), KillPoint::ArticlesKept(19)] {
        let sandbox = Sandbox::new();
        sandbox.file("store.db", &imported);
        kill_at(&point, &sandbox, start(&sandbox, &["timeline", "rain"]));
        let (articles, blocks) = kept(&sandbox, None);
        assert!(articles < 40 && blocks == 0, "{point:?}: too late, {articles} articles and {blocks} blocks kept");
        assert_goes_on(&left_behind(&sandbox, None), &expected);
        if let KillPoint::ArticlesKept(least) = point {
            assert!(least <= articles, "{articles} articles outlived the kill");
        }
        if let KillPoint::ArticlesKept(19) = point {
            // A log is written front to back: cut, it is what a kill within one of its transactions leaves.
            let length = sandbox.path("store.db-wal").metadata().expect("a log").len();
            for bytes in [length / 2, length / 8] {
                let (fewer, _) = kept(&sandbox, Some(bytes));
                assert!(fewer < articles, "{fewer} articles are kept in the first {bytes} bytes of {length}");
                assert_goes_on(&left_behind(&sandbox, Some(bytes)), &expected);
            }
        }
    }
}

/// Asserts that a killed program's store gives the answer that it would have given, and is sound.
#[track_caller]
fn assert_goes_on(sandbox: &Sandbox, expected: &str) {
    assert_eq!(sandbox.run("timeline rain --format json"), expected);
    let checked = sandbox.run("check");
    assert!(checked.ends_with("all is well\n"), "{checked}");
}

#[cfg(unix)]
#[test]
fn a_disk_without_room_is_told_and_loses_nothing() {
    let sandbox = Sandbox::new();
    sandbox.run_with("import jsonl -", &lines(0..80));
    let before = sandbox.run("export jsonl");
    let noise = (0..60_000_u64)
        .fold(String::new(), |noise, n| noise + &format!("{:x} ", n.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    let file = sandbox.file("noise.txt", noise);
    // Files may grow to 400 blocks of 512 bytes; the signal that says so is ignored, as a daemon would.
    let program = assert_cmd::cargo::cargo_bin("writethru");
    let script = format!("trap '' XFSZ; ulimit -f 400; exec '{}' add '{file}' --story rain", program.display());
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("WRITETHRU_DB", sandbox.path("store.db"))
        .output()
        .expect("a shell");
    let told = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() && told.contains("what was acknowledged before is safe"), "{told}");
    assert_eq!(sandbox.run("export jsonl"), before);
    assert!(sandbox.run("check").ends_with("all is well\n"));
}

#[test]
fn a_store_of_a_newer_program_is_left_alone() {
    let mill = Sandbox::mill_fire();
    let store = Connection::open(mill.path("store.db")).expect("a store");
    store.pragma_update(None, "user_version", 99).expect("a pragma");
    drop(store);
    let told = mill.run("log");
    assert!(told.contains("was written by a newer writethru (schema 99;"), "{told}");
    assert!(told.contains("hint: install the newer writethru"), "{told}");
}

#[test]
fn a_store_in_use_can_be_read() {
    let mill = Sandbox::mill_fire();
    let log = mill.run("log");
    let writer = Connection::open(mill.path("store.db")).expect("a store");
    writer.execute_batch("BEGIN IMMEDIATE; DELETE FROM story").expect("it writes");
    assert_eq!(mill.run("log"), log);
    assert!(mill.run("timeline mill-fire").contains("fire"));
}

#[test]
fn long_work_in_a_pipe_shows_no_progress() {
    let sandbox = Sandbox::new();
    sandbox.file("lines.jsonl", lines(0..1200));
    let input = sandbox.path("lines.jsonl").display().to_string();
    let copy = sandbox.path("copy.db").display().to_string();
    for command in [format!("import jsonl {input}"), "reindex".into(), "check".into(), format!("backup {copy}")] {
        let told = sandbox.run(&command);
        assert!(!told.contains("--- stderr"), "{command}: {told}");
    }
    let exported = sandbox.run("export jsonl");
    assert_eq!(exported.lines().filter(|line| line.contains("\"text\"")).count(), 1200);
}
