//! Runs another program within limits of time and size: from a list of arguments, never through a shell.
//!
//! What the program started ends with it.

use std::ffi::OsString;
use std::io::{Read, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
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
    /// Bytes that are read of what it writes, at most.
    pub max_bytes: u64,
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
        command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let begun = Instant::now();
        let mut child = command.spawn().map_err(|error| ProgramError::Start(error.to_string()))?;
        if let Some(mut stream) = child.stdin.take() {
            let input = input.to_owned();
            // A program that does not read its input is none the worse for it.
            std::thread::spawn(move || drop(stream.write_all(&input)));
        }
        let collected = self.collect(&mut child, begun);
        let ended = collected.and_then(|streams| Ok((streams, self.wait(&mut child, begun)?)));
        let ((out, errors), status) = match ended {
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

    /// Waits for both streams; what takes longer than the timeout is ended.
    fn collect(&self, child: &mut Child, begun: Instant) -> Result<(Vec<u8>, Vec<u8>), ProgramError> {
        let limit = self.max_bytes;
        let (sender, receiver) = mpsc::channel();
        let out = child.stdout.take().expect("the stream is piped");
        let errors = child.stderr.take().expect("the stream is piped");
        read_aside(out, limit.saturating_add(1), 0, &sender);
        read_aside(errors, MAX_ERRORS, 1, &sender);
        let mut streams = [Vec::new(), Vec::new()];
        for _ in 0..streams.len() {
            let left = self.timeout.saturating_sub(begun.elapsed());
            let Ok((index, bytes)) = receiver.recv_timeout(left) else { return Err(self.too_slow()) };
            let bytes: Vec<u8> = bytes;
            if index == 0 && bytes.len() as u64 > limit {
                return Err(ProgramError::TooLong { limit });
            }
            streams[index] = bytes;
        }
        let [out, errors] = streams;
        Ok((out, errors))
    }

    /// Waits for the end of a program that has closed its streams.
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
