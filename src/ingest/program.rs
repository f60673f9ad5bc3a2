//! Runs another program within limits of time and size: from a list of arguments, never through a shell.
//!
//! It has ended when the process that was started has; what takes too long ends with all that it started.

use std::ffi::OsString;
use std::io::{ErrorKind, Read, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// The longest error text that is read of a program, in bytes.
const MAX_ERRORS: u64 = 4096;

/// A program to run.
#[derive(Clone, Debug)]
pub struct Program {
    /// The program and its arguments.
    pub words: Vec<OsString>,
    /// Variables that are set for it besides those of this process.
    pub environment: Vec<(String, OsString)>,
    pub timeout: Duration,
    /// Bytes that are read of what it writes, at most; `None` has it write to nobody.
    pub max_bytes: Option<u64>,
}

/// Why a program brought nothing.
#[derive(Debug, thiserror::Error)]
pub enum ProgramError {
    #[error("{0}")]
    Start(String),
    #[error("it did not end within {seconds} seconds")]
    TooSlow { seconds: u64 },
    #[error("it wrote more than {limit} bytes")]
    TooLong { limit: u64 },
    #[error("{status}{said}")]
    Status { status: ExitStatus, said: String },
}

/// Why a command line cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CommandWordsError {
    #[error("the command is empty")]
    Empty,
    #[error("the command begins with `[` but is no JSON list of words: {0}")]
    Json(#[from] serde_json::Error),
}

/// Reads a command: words with blanks between them, or a JSON list of words.
pub fn command_words(command: &str) -> Result<Vec<String>, CommandWordsError> {
    let words: Vec<String> = match command.trim_start().starts_with('[') {
        true => serde_json::from_str(command)?,
        false => command.split_whitespace().map(str::to_owned).collect(),
    };
    match words.is_empty() {
        true => Err(CommandWordsError::Empty),
        false => Ok(words),
    }
}

impl Program {
    /// Runs the program with `input` on its standard input; returns what it wrote to standard output.
    ///
    /// # Errors
    ///
    /// [`ProgramError`] when it cannot be started, takes too long, writes too much or fails.
    pub fn run(&self, input: &[u8]) -> Result<Vec<u8>, ProgramError> {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]).envs(self.environment.iter().map(|(name, value)| (name, value)));
        let stdin = if input.is_empty() { Stdio::null() } else { Stdio::piped() };
        let stdout = if self.max_bytes.is_some() { Stdio::piped() } else { Stdio::null() };
        command.stdin(stdin).stdout(stdout).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let begun = Instant::now();
        let mut child = command.spawn().map_err(|error| ProgramError::Start(error.to_string()))?;
        if let Some(mut stream) = child.stdin.take() {
            let input = input.to_owned();
            // A program that does not read its input is none the worse for it.
            std::thread::spawn(move || drop(stream.write_all(&input)));
        }
        let (out, errors, status) = match self.collect(&mut child, begun) {
            Ok(ended) => ended,
            Err(error) => {
                end(&mut child);
                return Err(error);
            }
        };
        if status.success() {
            return Ok(out);
        }
        let errors = String::from_utf8_lossy(&errors);
        let said = errors.lines().map(str::trim).find(|line| !line.is_empty());
        Err(ProgramError::Status { status, said: said.map(|line| format!(": {line}")).unwrap_or_default() })
    }

    /// Waits for what the program writes and for its end; what takes longer than the timeout is ended.
    fn collect(&self, child: &mut Child, begun: Instant) -> Result<(Vec<u8>, Vec<u8>, ExitStatus), ProgramError> {
        /// How long errors may take to come in after the program's end: what it started may hold the stream open.
        const GRACE: Duration = Duration::from_millis(200);
        let errors = read_aside(child.stderr.take().expect("the stream is piped"), MAX_ERRORS);
        let mut out = Vec::new();
        if let (Some(stream), Some(limit)) = (child.stdout.take(), self.max_bytes) {
            let chunks = read_aside(stream, limit.saturating_add(1));
            let is_whole = gather(&chunks, &mut out, limit, begun + self.timeout);
            if out.len() as u64 > limit {
                return Err(ProgramError::TooLong { limit });
            }
            if !is_whole {
                return Err(self.too_slow());
            }
        }
        let status = self.wait(child, begun)?;
        let mut said = Vec::new();
        gather(&errors, &mut said, MAX_ERRORS, Instant::now() + GRACE);
        Ok((out, said, status))
    }

    /// Waits for the end of a program.
    fn wait(&self, child: &mut Child, begun: Instant) -> Result<ExitStatus, ProgramError> {
        const MOMENT: Duration = Duration::from_millis(20);
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) if begun.elapsed() < self.timeout => std::thread::sleep(MOMENT),
                Ok(None) => return Err(self.too_slow()),
                Err(error) => return Err(ProgramError::Start(error.to_string())),
            }
        }
    }

    fn too_slow(&self) -> ProgramError {
        ProgramError::TooSlow { seconds: self.timeout.as_secs() }
    }
}

/// Ends a program and what it has started.
fn end(child: &mut Child) {
    // The group bears the number of the program that it began with.
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads a stream on a thread of its own, so that a full pipe holds up no other; sends `limit` bytes of it on, at most.
fn read_aside(mut stream: impl Read + Send + 'static, limit: u64) -> Receiver<Vec<u8>> {
    /// What is beyond the limit is read and dropped, up to this many bytes: errors may be long.
    const DROPPED: u64 = 1 << 30;
    let (sender, chunks) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut left, mut chunk) = (limit, vec![0; 64 << 10]);
        while 0 < left {
            let most = usize::try_from(left).unwrap_or(usize::MAX).min(chunk.len());
            match stream.read(&mut chunk[..most]) {
                Ok(0) => return,
                Ok(n) if sender.send(chunk[..n].to_vec()).is_ok() => left -= n as u64,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Ok(_) | Err(_) => return,
            }
        }
        drop(sender);
        let _ = std::io::copy(&mut stream.take(DROPPED), &mut std::io::sink());
    });
    chunks
}

/// Collects what a thread reads until it ends, there is more than `limit`, or it is `until`; returns whether it ended.
fn gather(chunks: &Receiver<Vec<u8>>, bytes: &mut Vec<u8>, limit: u64, until: Instant) -> bool {
    loop {
        match chunks.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(chunk) => bytes.extend(chunk),
            Err(RecvTimeoutError::Disconnected) => return true,
            Err(RecvTimeoutError::Timeout) => return false,
        }
        if limit < bytes.len() as u64 {
            return false;
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_leaves_running_holds_nothing_up() {
        let run = |script: &str| {
            let words = ["sh", "-c", script].map(OsString::from).to_vec();
            let timeout = Duration::from_secs(2);
            let program = Program { words, environment: Vec::new(), timeout, max_bytes: None };
            program.run(b"{}").map_err(|error| error.to_string())
        };
        assert_eq!(run("sleep 4 & exit 0"), Ok(Vec::new()));
        assert_eq!(run("sleep 4 & echo No account >&2; exit 3"), Err("exit status: 3: No account".to_owned()));
        assert_eq!(run("exec sleep 4"), Err("it did not end within 2 seconds".to_owned()));
    }
}
