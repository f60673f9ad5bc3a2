//! Gives a test a store, a clock and a width of its own.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use rusqlite::Connection;
use tempfile::TempDir;

/// The present moment of every test.
const NOW: &str = "2025-04-26T12:00:00Z";
/// Columns of the screen.
const WIDTH: &str = "100";

/// A folder with a store, gone when the test ends.
pub struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for the test") }
    }

    /// Three versions of one article: a toll rises, a hedge vanishes, a year and a place in the text change.
    pub fn mill_fire() -> Self {
        let sandbox = Self::new();
        for (version, captured) in [(1, "2025-03-03T21:00Z"), (2, "2025-03-04T08:00Z"), (3, "2025-03-04T09:30Z")] {
            let file = fixture(&format!("mill-fire/post-1.v{version}.txt"));
            let options = format!("--story mill-fire --article post-1 --outlet Post --captured {captured}");
            let done = sandbox.run(&format!("add {} {options} --timezone Europe/London --quiet", file.display()));
            assert_eq!(done, "");
        }
        sandbox
    }

    /// Four versions of one article and two of another, as the demo has them.
    pub fn ukraine_talks() -> Self {
        let sandbox = Self::new();
        let looks = [
            ("lantern-1.v1.html", "'The Lantern'", "2025-04-23T18:40:00+01:00"),
            ("northgate-1.v1.txt", "'Northgate Wire'", "2025-04-23T19:30:00+01:00"),
            ("lantern-1.v2.html", "'The Lantern'", "2025-04-24T08:05:00+01:00"),
            ("lantern-1.v3.html", "'The Lantern'", "2025-04-24T16:20:00+01:00"),
            ("northgate-1.v2.txt", "'Northgate Wire'", "2025-04-25T20:10:00+01:00"),
            ("lantern-1.v4.html", "'The Lantern'", "2025-04-25T21:40:00+01:00"),
        ];
        for (file, outlet, captured) in looks {
            let article = file.split('.').next().expect("a name before the dot");
            let file = fixture(&format!("ukraine-talks/{file}"));
            let options = format!("--story ukraine-talks --article {article} --outlet {outlet} --captured {captured}");
            let done = sandbox.run(&format!("add {} {options} --timezone Europe/London --quiet", file.display()));
            assert_eq!(done, "");
        }
        sandbox
    }

    /// Two versions each of two outlets' articles on a mine accident, as the guide has them.
    #[cfg(feature = "web")]
    pub fn kestrel_hill() -> Self {
        let sandbox = Self::new();
        let looks = [
            ("wire.v1", "'Northern Wire'", "2025-04-22T08:00+02:00"),
            ("wire.v2", "'Northern Wire'", "2025-04-22T13:30+02:00"),
            ("courier.v1", "'The Courier'", "2025-04-23T09:10+02:00"),
            ("courier.v2", "'The Courier'", "2025-04-23T18:40+02:00"),
        ];
        for (version, outlet, captured) in looks {
            let article = version.split('.').next().expect("a name before the dot");
            let file = fixture(&format!("kestrel-hill/{version}.txt"));
            let options = format!("--story kestrel-hill --article {article} --outlet {outlet} --captured {captured}");
            let done = sandbox.run(&format!("add {} {options} --timezone Europe/Stockholm --quiet", file.display()));
            assert_eq!(done, "");
        }
        sandbox
    }

    /// A store as a program of an earlier schema left it; with a story in it, up to the schema before the ledger.
    pub fn of_schema(schema: usize) -> Self {
        let sandbox = Self::new();
        let store = Connection::open(sandbox.path("store.db")).expect("a new file");
        let mut files: Vec<PathBuf> =
            fs::read_dir("migrations").expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        for file in files.iter().take(schema) {
            store.execute_batch(&fs::read_to_string(file).expect("a migration")).expect("it runs");
        }
        if schema < 5 {
            store
                .execute_batch("INSERT INTO story (slug, timezone, created) VALUES ('flood', 'UTC', 0)")
                .expect("it runs");
        }
        store.pragma_update(None, "application_id", 0x7774_7275).expect("a pragma");
        store.pragma_update(None, "user_version", schema as i64).expect("a pragma");
        sandbox
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the sandbox and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, bytes).expect("the test's folder can be written to");
        path.display().to_string()
    }

    /// Runs a command line; words in single quotes stay together.
    pub fn run(&self, line: &str) -> String {
        self.run_with(line, "")
    }

    /// Runs a command line with something on standard input; returns what it wrote and its status.
    pub fn run_with(&self, line: &str, input: &str) -> String {
        let output = self.command(line).write_stdin(input).output().expect("the program starts");
        let mut text = String::from_utf8(output.stdout).expect("output is UTF-8");
        let errors = String::from_utf8(output.stderr).expect("errors are UTF-8");
        if !errors.is_empty() {
            text.push_str(&format!("--- stderr\n{errors}"));
        }
        match output.status.code() {
            Some(0) => {}
            status => text.push_str(&format!("--- exit {}\n", status.unwrap_or(-1))),
        }
        text.replace(&self.folder.path().display().to_string(), "SANDBOX")
    }

    pub fn command(&self, line: &str) -> Command {
        let mut command = Command::cargo_bin("writethru").expect("the program is built");
        command.env_clear().current_dir(env!("CARGO_MANIFEST_DIR"));
        command.env("WRITETHRU_DB", self.path("store.db")).env("WRITETHRU_NOW", NOW).env("WRITETHRU_WIDTH", WIDTH);
        command.args(words(line));
        command
    }
}

/// Returns whether the long forms of tests are asked for, as `./test --all` does.
#[expect(clippy::disallowed_methods, reason = "the one place where tests read the environment")]
pub fn is_long() -> bool {
    std::env::var_os("WRITETHRU_LONG_TESTS").is_some()
}

/// Returns the path of a fixture, from the project's folder.
pub fn fixture(name: &str) -> PathBuf {
    Path::new("fixtures/stories").join(name)
}

/// Splits a command line at blanks outside single quotes.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}
