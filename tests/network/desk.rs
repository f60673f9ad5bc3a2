//! Gives a test a store of its own, a program to run, and pages to serve.

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a store, gone when the test ends.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for the test") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), bytes).expect("the test's folder can be written to");
        self.path(name).display().to_string()
    }

    /// Returns the program with these words, its store and an empty environment.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::cargo_bin("writethru").expect("the program is built");
        command.env_clear().env("WRITETHRU_DB", self.path("store.db")).env("PATH", "/usr/bin:/bin").args(words);
        command
    }

    /// Runs a command; returns what it wrote to both streams, and its status.
    pub fn run(&self, words: &[&str]) -> (String, i32) {
        let output = self.command(words).output().expect("the program starts");
        let text = [output.stdout, output.stderr].concat();
        (String::from_utf8(text).expect("output is UTF-8"), output.status.code().unwrap_or(-1))
    }

    /// Runs a command that answers in JSON.
    pub fn json(&self, words: &[&str]) -> Value {
        let output = self.command(&[words, &["--format", "json"]].concat()).output().expect("the program starts");
        let text = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}{errors}"))
    }

    /// Looks at a page on this machine without a pause; returns the look.
    pub fn fetch(&self, url: &str, more: &[&str]) -> Value {
        let words = [&["fetch", url, "--allow-private", "--pause", "0"], more].concat();
        self.json(&words)["looks"][0].clone()
    }

    /// Takes this for the present moment in the next commands: `fetch` at `minute` of a day.
    pub fn fetch_at(&self, minute: usize, url: &str) -> Value {
        let now = format!("2025-04-24T{:02}:{:02}:00Z", minute / 60, minute % 60);
        let words = ["fetch", url, "--allow-private", "--pause", "0", "--format", "json"];
        let output = self.command(&words).env("WRITETHRU_NOW", now).output().expect("the program starts");
        let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        answer["looks"][0].clone()
    }
}

/// Returns a page with a headline and paragraphs, long enough to be an article.
pub fn article(headline: &str, lead: &str) -> String {
    let paragraph = |n: usize| {
        format!(
            "<p>The council met for hour {n} on Thursday and heard from residents of street number {n}, who \
             asked when the bridge would open again and who would pay for the work on its pillars.</p>"
        )
    };
    let rest = (1..8).map(paragraph).collect::<Vec<_>>().concat();
    format!(
        "<!DOCTYPE html><html><head><title>{headline}</title></head><body><article><h1>{headline}</h1>\
         <p>{lead}</p>{rest}</article></body></html>"
    )
}
