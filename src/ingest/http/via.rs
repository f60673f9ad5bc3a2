//! Lets the reader's own program fetch a page: a browser, or a client with an account.
//!
//! The program is run from a list of arguments, without a shell, so that nothing in an address is
//! ever a command. `{url}` stands for the address; where no argument holds it, it comes last. What
//! the program writes to standard output is the page.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::error::FetchError;
use super::{PageRequest, PageResponse, PageSource};

/// The longest error text that is read of a program, in bytes.
const MAX_ERRORS: u64 = 4096;

/// Why a command line cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ViaError {
    #[error("the command is empty")]
    Empty,
    #[error("the command begins with `[` but is no JSON list of words: {0}")]
    Json(#[from] serde_json::Error),
}

/// A program that hands in pages.
#[derive(Clone, Debug)]
pub struct ViaCommand {
    words: Vec<String>,
    timeout: Duration,
}

impl ViaCommand {
    /// Reads a command: words with blanks between them, or a JSON list of words.
    pub fn read(command: &str, timeout: Duration) -> Result<Self, ViaError> {
        let words: Vec<String> = match command.trim_start().starts_with('[') {
            true => serde_json::from_str(command)?,
            false => command.split_whitespace().map(str::to_owned).collect(),
        };
        match words.is_empty() {
            true => Err(ViaError::Empty),
            false => Ok(Self { words, timeout }),
        }
    }

    fn arguments(&self, url: &str) -> Vec<String> {
        let mut arguments: Vec<String> = self.words[1..].iter().map(|word| word.replace("{url}", url)).collect();
        if !self.words[1..].iter().any(|word| word.contains("{url}")) {
            arguments.push(url.to_owned());
        }
        arguments
    }

    fn failed(&self, why: impl Into<String>) -> FetchError {
        FetchError::Via { program: self.words[0].clone(), why: why.into() }
    }

    /// Waits for both streams; what takes longer than the timeout is ended.
    fn collect(&self, child: &mut Child, limit: u64) -> Result<(Vec<u8>, Vec<u8>), FetchError> {
        let (sender, receiver) = mpsc::channel();
        let out = child.stdout.take().expect("the stream is piped");
        let errors = child.stderr.take().expect("the stream is piped");
        read_aside(out, limit + 1, 0, &sender);
        read_aside(errors, MAX_ERRORS, 1, &sender);
        let mut streams = [Vec::new(), Vec::new()];
        let mut left = self.timeout;
        for _ in 0..streams.len() {
            let begun = std::time::Instant::now();
            let Ok((index, bytes)) = receiver.recv_timeout(left) else {
                return Err(self.failed(format!("it did not end within {} seconds", self.timeout.as_secs())));
            };
            let bytes: Vec<u8> = bytes;
            if index == 0 && bytes.len() as u64 > limit {
                return Err(FetchError::TooLarge { limit_mb: limit >> 20 });
            }
            streams[index] = bytes;
            left = left.saturating_sub(begun.elapsed());
        }
        let [page, errors] = streams;
        Ok((page, errors))
    }
}

impl PageSource for ViaCommand {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        let mut command = Command::new(&self.words[0]);
        command.args(self.arguments(request.url.as_str()));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| self.failed(error.to_string()))?;
        let collected = self.collect(&mut child, request.max_bytes);
        if collected.is_err() {
            let _ = child.kill();
        }
        let status = child.wait().map_err(|error| self.failed(error.to_string()))?;
        let (body, errors) = collected?;
        if !status.success() {
            let errors = String::from_utf8_lossy(&errors);
            let said = errors.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            return Err(self.failed(format!("{status}{}{said}", if said.is_empty() { "" } else { ": " })));
        }
        match body.trim_ascii().is_empty() {
            true => Err(self.failed("it printed nothing")),
            false => Ok(PageResponse { status: 200, body, ..PageResponse::default() }),
        }
    }
}

/// Reads a stream on a thread of its own, so that a full pipe holds up no other.
fn read_aside(stream: impl Read + Send + 'static, limit: u64, index: usize, sender: &mpsc::Sender<(usize, Vec<u8>)>) {
    let sender = sender.clone();
    std::thread::spawn(move || {
        let mut stream = stream.take(limit);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let _ = sender.send((index, bytes));
        // What is beyond the limit is read and dropped: errors may be long, and nobody waits for them.
        let _ = std::io::copy(&mut stream.into_inner().take(u64::from(index == 1) << 30), &mut std::io::sink());
    });
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn ask(command: &str, seconds: f32) -> Result<PageResponse, FetchError> {
        let url = super::super::fetchable_url("https://post.example/a?b=$(touch x)&c=1").unwrap();
        let via = ViaCommand::read(command, Duration::from_secs_f32(seconds)).unwrap();
        via.get(&PageRequest { url: &url, etag: None, last_modified: None, max_bytes: 1000 })
    }

    #[test]
    fn the_address_is_a_word_and_never_a_command() {
        let said = |command: &str| String::from_utf8(ask(command, 20.0).unwrap().body).unwrap();
        assert_eq!(said("echo -n"), "https://post.example/a?b=$(touch%20x)&c=1");
        assert_eq!(said(r#"["printf", "<%s>", "{url}"]"#), "<https://post.example/a?b=$(touch%20x)&c=1>");
    }

    #[test]
    fn what_hands_in_no_page_says_why() {
        let check = |command: &str, want: &str| {
            let error = ask(command, 0.3).unwrap_err().to_string();
            assert!(error.contains(want), "{command}: {error}");
        };
        check("true", "it printed nothing");
        check("false", "exit status: 1");
        check(r#"["sh", "-c", "echo No account >&2; exit 4"]"#, "exit status: 4: No account");
        check(r#"["sleep", "20", "{url}"]"#, "sleep");
        check(r#"["sh", "-c", "exec sleep 20"]"#, "did not end within 0 seconds");
        check(r#"["sh", "-c", "exec yes"]"#, "longer than 0 MB");
        check("no-such-program", "No such file");
        assert!(ViaCommand::read(" ", Duration::ZERO).is_err() && ViaCommand::read("[1]", Duration::ZERO).is_err());
    }
}
