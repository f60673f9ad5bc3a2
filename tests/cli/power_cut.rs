//! Holds that what was acknowledged survives a cut of the power, and that a disk which fails at any write loses nothing.
//!
//! `record_writes.c` records every write, sync and rename of the program. From the records a test builds what a disk
//! may hold when the power is cut between any two of them: what was synced is there, and of what was not, everything,
//! nothing, or any part, down to a piece of 512 bytes. Each state is then opened like a store.
//!
//! `WRITETHRU_LONG_TESTS=1` tries every cut several times over; without it, a sample.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use rusqlite::Connection;

use crate::sandbox::{Sandbox, is_long};

/// Pieces of a write that a disk keeps or loses as a whole, in bytes.
const SECTOR: usize = 512;

/// Compiles the recorder, once; returns where it is.
fn recorder() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("record_writes.so");
        let flags =
            ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "tests/cli/record_writes.c", "-ldl", "-lpthread", "-o"];
        let made = Command::new("cc").args(flags).arg(&target).status().expect("a C compiler is there");
        assert!(made.success(), "the recorder compiles");
        target
    })
}

/// Something that was done to the files, or acknowledged.
#[derive(Clone, Debug)]
enum Record {
    Made(String),
    Written(String, usize, Vec<u8>),
    Cut(String, usize),
    Synced(String),
    Renamed(String, String),
    Deleted(String),
    Told(String),
}

fn read_records(log: &Path) -> Vec<Record> {
    let bytes = fs::read(log).expect("a log");
    let mut rest = &bytes[..];
    let mut take = |n: usize| {
        let (own, after) = rest.split_at_checked(n)?;
        rest = after;
        Some(own.to_vec())
    };
    let number = |bytes: Vec<u8>| u64::from_le_bytes(bytes.try_into().expect("8 bytes")) as usize;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let mut records = Vec::new();
    while let Some(kind) = take(1) {
        let length = number(take(8).expect("whole"));
        let path = text(take(length).expect("whole"));
        let offset = number(take(8).expect("whole"));
        let length = number(take(8).expect("whole"));
        let data = take(length).expect("whole");
        records.push(match kind[0] {
            b'C' => Record::Made(path),
            b'W' => Record::Written(path, offset, data),
            b'T' => Record::Cut(path, offset),
            b'S' => Record::Synced(path),
            b'R' => Record::Renamed(path, text(data)),
            b'U' => Record::Deleted(path),
            _ => Record::Told(text(data)),
        });
    }
    records
}

/// What the disk does with what was not synced.
#[derive(Clone, Copy, Debug)]
enum Disk {
    /// It kept everything.
    KeepsAll,
    /// It kept nothing.
    LosesAll,
    /// It kept any part of it, chosen by this number.
    Tears(u64),
}

impl Disk {
    /// Returns the next number of a sequence that looks random (xorshift).
    fn next(&mut self) -> u64 {
        let Self::Tears(state) = self else { return 0 };
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    fn keeps(&mut self) -> bool {
        match self {
            Self::KeepsAll => true,
            Self::LosesAll => false,
            Self::Tears(_) => self.next().is_multiple_of(2),
        }
    }
}

/// A file as it is on disk, and what was done to it since it was last synced.
#[derive(Clone, Debug, Default)]
struct FileState {
    synced: Vec<u8>,
    /// Bytes written to an offset, or none where the file was cut there.
    pending: Vec<(usize, Option<Vec<u8>>)>,
}

impl FileState {
    fn sync(&mut self) {
        let all = self.on_disk(&mut Disk::KeepsAll);
        *self = Self { synced: all, pending: Vec::new() };
    }

    fn on_disk(&self, disk: &mut Disk) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for (offset, data) in &self.pending {
            let Some(data) = data else {
                if disk.keeps() {
                    bytes.resize(*offset, 0);
                }
                continue;
            };
            let mut at = *offset;
            let mut data = &data[..];
            // Up to the end of the sector that it begins in, then sector by sector.
            while !data.is_empty() {
                let (piece, after) = data.split_at((SECTOR - at % SECTOR).min(data.len()));
                if disk.keeps() {
                    bytes.resize(bytes.len().max(at + piece.len()), 0);
                    bytes[at..at + piece.len()].copy_from_slice(piece);
                }
                (at, data) = (at + piece.len(), after);
            }
        }
        bytes
    }
}

/// A change of names that the disk may not hold yet.
#[derive(Clone, Debug)]
enum NameChange {
    Made(String, usize),
    Renamed(String, String),
    Deleted(String),
}

/// The files of a folder by name: those of the disk, and what was done to the names since the folder was synced.
#[derive(Clone, Debug, Default)]
struct FolderState {
    files: Vec<FileState>,
    names: BTreeMap<String, usize>,
    synced: BTreeMap<String, usize>,
    pending: Vec<NameChange>,
}

impl FolderState {
    /// Returns the state of a folder whose files are all on disk.
    fn of(folder: &Path) -> Self {
        let mut state = Self::default();
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            state.names.insert(entry.display().to_string(), state.files.len());
            state.files.push(FileState { synced: fs::read(&entry).expect("a file"), pending: Vec::new() });
        }
        state.synced = state.names.clone();
        state
    }

    fn apply(&mut self, record: &Record) {
        match record {
            Record::Made(path) if !self.names.contains_key(path) => {
                self.names.insert(path.clone(), self.files.len());
                self.pending.push(NameChange::Made(path.clone(), self.files.len()));
                self.files.push(FileState::default());
            }
            Record::Written(path, offset, data) => self.change(path, (*offset, Some(data.clone()))),
            Record::Cut(path, length) => self.change(path, (*length, None)),
            Record::Synced(path) => match self.names.get(path) {
                Some(&file) => {
                    self.files[file].sync();
                    // A file that is synced has its name on disk too.
                    self.pending.retain(|change| !matches!(change, NameChange::Made(name, _) if name == path));
                    self.synced.insert(path.clone(), file);
                }
                None => {
                    self.synced = self.names.clone();
                    self.pending.clear();
                }
            },
            Record::Renamed(from, to) => {
                if let Some(file) = self.names.remove(from) {
                    self.names.insert(to.clone(), file);
                    self.pending.push(NameChange::Renamed(from.clone(), to.clone()));
                }
            }
            Record::Deleted(path) => {
                self.names.remove(path);
                self.pending.push(NameChange::Deleted(path.clone()));
            }
            Record::Made(_) | Record::Told(_) => {}
        }
    }

    fn change(&mut self, path: &str, change: (usize, Option<Vec<u8>>)) {
        if let Some(&file) = self.names.get(path) {
            self.files[file].pending.push(change);
        }
    }

    /// Writes what the disk holds into `folder`, each file under its last name.
    fn write(&self, folder: &Path, mut disk: Disk) {
        let mut names = self.synced.clone();
        // Names change in order: a disk holds the first so many changes.
        let kept = match disk {
            Disk::KeepsAll => self.pending.len(),
            Disk::LosesAll => 0,
            Disk::Tears(_) => disk.next() as usize % (self.pending.len() + 1),
        };
        for change in &self.pending[..kept] {
            match change {
                NameChange::Made(name, file) => drop(names.insert(name.clone(), *file)),
                NameChange::Renamed(from, to) => {
                    if let Some(file) = names.remove(from) {
                        names.insert(to.clone(), file);
                    }
                }
                NameChange::Deleted(name) => drop(names.remove(name)),
            }
        }
        for (name, file) in names {
            // What several processes share of a log is built anew after a restart.
            if !name.ends_with("-shm") {
                let name = Path::new(&name).file_name().expect("a name");
                fs::write(folder.join(name), self.files[file].on_disk(&mut disk)).expect("it can be written");
            }
        }
    }
}

/// Returns the folder of a sandbox as programs name it, without a slash at its end.
fn folder_of(sandbox: &Sandbox) -> PathBuf {
    sandbox.path("store.db").parent().expect("a folder").to_owned()
}

/// Runs a command line of the program with its writes recorded.
fn run_recorded(sandbox: &Sandbox, log: &Path, line: &str, input: &str) -> String {
    let mut command = sandbox.command(line);
    command.env("LD_PRELOAD", recorder()).env("RECORD_FOLDER", folder_of(sandbox)).env("RECORD_LOG", log);
    let output = command.write_stdin(input).output().expect("the program starts");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// What must hold of a state: how many versions at least, by what was told before the cut.
type Promise = fn(told: &str) -> usize;

/// Tries cuts of the power in a recorded run; returns how many.
///
/// `before` is the folder as it was before the run. Each state is opened, checked by `SQLite`, and its versions
/// counted; every tenth also by `check`.
fn try_cuts(before: &FolderState, records: &[Record], promise: Promise) -> usize {
    let (stride, seeds) = if is_long() { (1, 3) } else { ((records.len() / 12).max(1), 1) };
    let mut state = before.clone();
    let (mut told, mut tried) = (String::new(), 0);
    for (at, record) in records.iter().enumerate() {
        state.apply(record);
        if let Record::Told(words) = record {
            told.push_str(words);
        }
        if at % stride != 0 && at + 1 != records.len() {
            continue;
        }
        let torn = (1..=seeds).map(|seed| Disk::Tears(0x9E37_79B9_7F4A_7C15 ^ (at as u64 * 7 + seed)));
        for disk in [Disk::KeepsAll, Disk::LosesAll].into_iter().chain(torn) {
            let after = Sandbox::new();
            state.write(&after.path(""), disk);
            assert_holds(&after, promise(&told), &format!("{disk:?} after record {at}, {record:.60?}"));
            if tried % 10 == 0 && after.path("store.db").exists() {
                let checked = after.run("check");
                assert!(checked.contains("all is well"), "{disk:?} after record {at}: {checked}");
            }
            tried += 1;
        }
    }
    tried
}

#[track_caller]
fn assert_holds(after: &Sandbox, least: usize, name: &str) {
    let path = after.path("store.db");
    if !path.exists() {
        assert_eq!(least, 0, "{name}: the store is gone");
        return;
    }
    let store = Connection::open(path).expect("a store");
    let sound: String = store
        .query_one("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(sound, "ok", "{name}");
    let versions: i64 = match store.table_exists(None, "version").expect("a schema") {
        true => store.query_one("SELECT count(*) FROM version", [], |row| row.get(0)).expect("a count"),
        false => 0,
    };
    assert!(least <= versions as usize, "{name}: {versions} of {least} versions");
}

fn line(n: usize) -> String {
    format!(
        "{{\"story\":\"rain\",\"article\":\"a{}\",\"captured\":\"2025-04-24T{:02}:{:02}Z\",\"text\":\"It rains for hour {n}.\"}}\n",
        n % 5,
        n / 60 % 24,
        n % 60
    )
}

/// Returns how many versions `add` told of as recorded.
fn added(told: &str) -> usize {
    told.lines().filter(|line| line.contains("  v1, ")).count()
}

#[test]
fn what_add_acknowledged_survives_a_power_cut() {
    let sandbox = Sandbox::new();
    let logs = Sandbox::new();
    let before = FolderState::of(&sandbox.path(""));
    let mut told = String::new();
    for n in 0..4 {
        let file = logs.file(&format!("rain-{n}.txt"), format!("It rains for hour {n} in Harrow.\n"));
        told += &run_recorded(&sandbox, &logs.path("log"), &format!("add {file} --story rain --article a{n}"), "");
    }
    assert_eq!(added(&told), 4, "{told}");
    let records = read_records(&logs.path("log"));
    let tried = try_cuts(&before, &records, added);
    println!("add: {tried} cuts of {} records", records.len());
    assert!(20 < tried);
}

#[test]
fn what_import_acknowledged_survives_a_power_cut() {
    let (sandbox, logs) = (Sandbox::new(), Sandbox::new());
    sandbox.run_with("import jsonl -", &line(0));
    let before = FolderState::of(&sandbox.path(""));
    let input: String = (1..120).map(line).collect();
    let told = run_recorded(&sandbox, &logs.path("log"), "import jsonl -", &input);
    assert!(told.starts_with("119 versions recorded"), "{told}");
    let promise = |told: &str| if told.contains("119 versions recorded") { 120 } else { 1 };
    let records = read_records(&logs.path("log"));
    println!("import: {} cuts of {} records", try_cuts(&before, &records, promise), records.len());
}

#[test]
fn a_migration_survives_a_power_cut() {
    let (sandbox, logs) = (Sandbox::of_schema(4), Sandbox::new());
    let before = FolderState::of(&sandbox.path(""));
    let file = logs.file("rain.txt", "It rains in Harrow.\n");
    let told = run_recorded(&sandbox, &logs.path("log"), &format!("add {file} --story rain --article a"), "");
    assert!(told.contains("as it was, it is kept at"), "{told}");
    let records = read_records(&logs.path("log"));
    println!("migrate: {} cuts of {} records", try_cuts(&before, &records, added), records.len());
}

#[test]
fn backup_restore_and_removal_survive_a_power_cut() {
    let logs = Sandbox::new();
    let sandbox = Sandbox::new();
    sandbox.run_with("import jsonl -", &(0..40).map(line).collect::<String>());
    let copy = sandbox.path("copy.db").display().to_string();
    let commands = [
        (format!("backup {copy}"), "40 versions saved"),
        (format!("restore {copy} --overwrite"), "40 versions put back"),
        ("forget rain/a0@1 --reason x --yes".to_owned(), "1 version removed"),
    ];
    for (turn, (line, end)) in commands.iter().enumerate() {
        let before = FolderState::of(&sandbox.path(""));
        let log = logs.path(&format!("log{turn}"));
        let told = run_recorded(&sandbox, &log, line, "");
        assert!(told.contains(end), "{told}");
        let records = read_records(&log);
        let promise: Promise = |_| 39;
        println!("{line:.6}: {} cuts of {} records", try_cuts(&before, &records, promise), records.len());
        // What the command told of is on disk, whatever was not synced is lost.
        let mut state = before.clone();
        records.iter().for_each(|record| state.apply(record));
        let after = Sandbox::new();
        state.write(&after.path(""), Disk::LosesAll);
        assert_holds(&after, if turn == 2 { 39 } else { 40 }, line);
        let store = Connection::open(after.path("copy.db")).expect("the backup");
        let versions: i64 = store.query_one("SELECT count(*) FROM version", [], |row| row.get(0)).expect("a count");
        assert_eq!(versions, 40, "{line}");
        assert_eq!(after.path("store.db.tombstones").exists(), turn == 2, "{line}");
    }
}

#[test]
fn a_disk_that_fails_at_any_write_loses_nothing() {
    let sandbox = Sandbox::new();
    sandbox.run_with("import jsonl -", &(0..20).map(line).collect::<String>());
    let (store, before) = (fs::read(sandbox.path("store.db")).expect("a store"), sandbox.run("export jsonl"));
    let (step, mut failed) = (if is_long() { 1 } else { 5 }, 0);
    for n in (1..).step_by(step) {
        let sandbox = Sandbox::new();
        sandbox.file("store.db", &store);
        let text = Sandbox::new();
        let file = text.file("rain.txt", "It rains for another hour in Harrow.\n");
        let line = format!("add {file} --story rain --article a0");
        let mut command = sandbox.command(&line);
        command.env("LD_PRELOAD", recorder()).env("RECORD_FOLDER", folder_of(&sandbox)).env("FAIL_AT", n.to_string());
        let output = command.output().expect("the program starts");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!told.contains("panicked"), "write {n}: {told}");
        if output.status.success() {
            // Its last writes, after the version was safe, may fail without a word.
            assert!(sandbox.run("log").contains("  v5 "), "write {n}");
            if failed + 1 < n / step {
                break;
            }
            continue;
        }
        failed += 1;
        assert!(told.contains("error: ") && told.contains("hint: "), "write {n}: {told}");
        assert_eq!(sandbox.run("export jsonl"), before, "write {n}");
        assert!(sandbox.run("check").ends_with("all is well\n"), "write {n}");
        assert!(sandbox.run(&line).contains("a0"), "it goes on when there is room: write {n}");
    }
    println!("{failed} failing writes");
    assert!(1 < failed);
}
