//! Holds that kills, many programs at once and flipped bytes neither lose nor hide anything.
//!
//! `WRITETHRU_LONG_TESTS=1` runs the long forms, whose counts `docs/RELIABILITY.md` tells.

use std::fs;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::sandbox::{Sandbox, is_long};

/// Numbers that look random, the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

fn versions(sandbox: &Sandbox, name: &str) -> usize {
    let store = Connection::open_with_flags(sandbox.path(name), OpenFlags::SQLITE_OPEN_READ_WRITE);
    let count = store.and_then(|store| store.query_one("SELECT count(*) FROM version", [], |row| row.get::<_, i64>(0)));
    count.unwrap_or(0) as usize
}

fn lines(round: usize, n: usize) -> String {
    let line = |i: usize| {
        format!(
            "{{\"story\":\"rain\",\"article\":\"a{}\",\"captured\":\"2025-04-24T{:02}:{:02}:{:02}Z\",\"text\":\"It rains, round {round} line {i}.\"}}\n",
            i % 8,
            round / 60 % 24,
            round % 60,
            i % 60
        )
    };
    (0..n).map(line).collect()
}

/// Returns how long an `add` takes on this machine just now.
fn time_of_an_add(sandbox: &Sandbox) -> Duration {
    let text = sandbox.file("fair.txt", "It is fair in Harrow.\n");
    let begun = std::time::Instant::now();
    let told = sandbox.run(&format!("add {text} --story rain --article fair"));
    assert!(told.contains("  v"), "{told}");
    begun.elapsed()
}

#[test]
fn programs_killed_at_any_moment_lose_nothing_they_had_acknowledged() {
    let rounds = if is_long() { 2000 } else { 24 };
    let (sandbox, mut dice) = (Sandbox::new(), Dice(0x2545_F491_4F6C_DD1D));
    let (mut acknowledged, mut killed, mut longest) = (0, 0, time_of_an_add(&sandbox));
    for round in 0..rounds {
        let input = sandbox.file("lines.jsonl", lines(round, 20));
        let text = sandbox.file("rain.txt", format!("It rains in Harrow, round {round}.\n"));
        let copy = sandbox.path(&format!("copy-{round}.db")).display().to_string();
        let arguments = match dice.below(4) {
            0 => vec!["import".to_owned(), "jsonl".into(), input],
            1 | 2 => {
                vec!["add".into(), text, "--story".into(), "rain".into(), "--article".into(), format!("b{}", round % 5)]
            }
            _ => vec!["backup".into(), copy.clone()],
        };
        let before = versions(&sandbox, "store.db");
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("writethru"))
            .args(&arguments)
            .env("WRITETHRU_DB", sandbox.path("store.db"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_micros(dice.below(longest.as_micros() as u64 * 3 / 2)));
        child.kill().expect("it can be killed");
        let output = child.wait_with_output().expect("it ends");
        let was_killed = !output.status.success();
        killed += usize::from(was_killed);
        // Where the machine is busier or quieter than it was, kills still fall on every part of a run.
        longest = if was_killed { longest * 5 / 4 } else { longest * 4 / 5 }.max(Duration::from_millis(2));
        let told = String::from_utf8_lossy(&output.stdout);
        acknowledged += match arguments[0].as_str() {
            "import" if told.contains("20 versions recorded") => 20,
            "add" if told.contains("  v") => 1,
            _ => 0,
        };
        let now = versions(&sandbox, "store.db");
        assert!(before <= now && acknowledged <= now, "round {round}: {now} of {acknowledged} versions");
        if fs::exists(&copy).expect("a folder") {
            assert_eq!(
                versions(&sandbox, copy.rsplit('/').next().expect("a name")),
                now,
                "a backup is whole, or not there"
            );
        }
        for end in ["", ".part"] {
            let _ = fs::remove_file(format!("{copy}{end}"));
        }
        if round % 40 == 39 || round + 1 == rounds {
            let checked = sandbox.run("check");
            assert!(checked.ends_with("all is well\n"), "round {round}: {checked}");
        }
    }
    println!("{killed} of {rounds} programs killed, {acknowledged} versions acknowledged");
    assert!(rounds / 4 < killed && 0 < acknowledged, "{killed} kills");
}

#[test]
fn a_migration_killed_at_any_moment_is_done_the_next_time() {
    let rounds = if is_long() { 300 } else { 6 };
    let (mut dice, mut killed) = (Dice(0x1234_5678_9ABC_DEF1), 0);
    for round in 0..rounds {
        let sandbox = Sandbox::of_schema(4);
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("writethru"))
            .args(["story", "list"])
            .env("WRITETHRU_DB", sandbox.path("store.db"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_micros(dice.below(40_000)));
        child.kill().expect("it can be killed");
        killed += usize::from(!child.wait().expect("it ends").success());
        assert!(sandbox.run("story list").contains("flood"), "round {round}");
        let checked = sandbox.run("check");
        assert!(checked.contains("all is well\n"), "round {round}: {checked}");
    }
    println!("{killed} of {rounds} migrations killed");
    assert!(0 < killed);
}

#[test]
fn many_programs_write_at_once_while_others_read() {
    const WRITERS: usize = 8;
    let each = if is_long() { 1000 } else { 5 };
    let sandbox = Sandbox::new();
    sandbox.run_with("import jsonl -", &lines(0, 1));
    let are_writing = AtomicBool::new(true);
    std::thread::scope(|scope| {
        let (sandbox, are_writing) = (&sandbox, &are_writing);
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                scope.spawn(move || {
                    for n in 0..each {
                        let file = sandbox.file(&format!("{writer}.txt"), format!("Report {n} of desk {writer}.\n"));
                        let (hour, minute) = (n / 60, n % 60);
                        let captured = format!("2025-04-{:02}T{:02}:{minute:02}Z", 1 + hour / 24, hour % 24);
                        let told =
                            sandbox.run(&format!("add {file} --story desk --article d{writer} --captured {captured}"));
                        assert!(told.contains(&format!("  v{}, ", n + 1)) && !told.contains("---"), "{told}");
                    }
                })
            })
            .collect();
        for _ in 0..2 {
            scope.spawn(move || {
                while are_writing.load(Ordering::Relaxed) {
                    for line in ["log rain", "changes rain", "search rains"] {
                        let told = sandbox.run(line);
                        assert!(!told.contains("error"), "{line}: {told}");
                    }
                }
            });
        }
        let done: Vec<_> = writers.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        are_writing.store(false, Ordering::Relaxed);
        assert!(done.iter().all(Result::is_ok));
    });
    assert_eq!(versions(&sandbox, "store.db"), 1 + WRITERS * each);
    let checked = sandbox.run("check");
    assert!(checked.ends_with("all is well\n"), "{checked}");
    let order = "SELECT count(*) FROM version AS later JOIN version AS earlier USING (article_id)
        WHERE earlier.number < later.number AND (later.captured <= earlier.captured OR later.id <= earlier.id)";
    let store = Connection::open(sandbox.path("store.db")).expect("a store");
    assert_eq!(store.query_one(order, [], |row| row.get::<_, i64>(0)).expect("a count"), 0);
    println!("{} versions by {WRITERS} writers", WRITERS * each);
}

#[test]
fn flipped_bytes_are_reported_wherever_they_touch_a_version() {
    let flips = if is_long() { 1000 } else { 30 };
    let talks = Sandbox::ukraine_talks();
    talks.run("timeline ukraine-talks");
    let whole = fs::read(talks.path("store.db")).expect("a store");
    let exported = talks.run("export jsonl");
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut touched, mut reported) = (0, 0);
    for turn in 0..flips {
        let flipped = Sandbox::new();
        let (at, bit) = (dice.below(whole.len() as u64) as usize, dice.below(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        flipped.file("store.db", &bytes);
        let (checked, other) = (flipped.run("check"), flipped.run("export jsonl"));
        for told in [&checked, &other] {
            assert!(!told.contains("panicked") && !told.contains("--- exit -1"), "byte {at}: {told}");
        }
        let is_reported = !checked.ends_with("all is well\n");
        reported += usize::from(is_reported);
        if other != exported {
            touched += 1;
            assert!(is_reported, "byte {at} bit {bit} (turn {turn}) alters what is exported, and is not reported");
        }
    }
    println!("{flips} flips: {touched} touch what is exported, {reported} are reported");
    assert!(0 < touched);
}
