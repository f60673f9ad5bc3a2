//! Lets the reader's own program fetch a page: a browser, or a client with an account.
//!
//! The program is run from a list of arguments, without a shell, so that nothing in an address is
//! ever a command. `{url}` stands for the address; where no argument holds it, it comes last. What
//! the program writes to standard output is the page. The first host is checked like any other; where the program goes from
//! there, through redirects of its own, is not.

use std::io::Read;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use url::{Host, Url};

use super::address_guard::is_public;
use super::error::FetchError;
use super::{PageRequest, PageResponse, PageSource, host_of};

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
    allow_private: bool,
}

impl ViaCommand {
    /// Reads a command: words with blanks between them, or a JSON list of words.
    ///
    /// Machines of the reader's own network are asked for only where `allow_private` says so.
    pub fn read(command: &str, timeout: Duration, allow_private: bool) -> Result<Self, ViaError> {
        let words: Vec<String> = match command.trim_start().starts_with('[') {
            true => serde_json::from_str(command)?,
            false => command.split_whitespace().map(str::to_owned).collect(),
        };
        match words.is_empty() {
            true => Err(ViaError::Empty),
            false => Ok(Self { words, timeout, allow_private }),
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
    fn collect(&self, child: &mut Child, limit: u64, begun: Instant) -> Result<(Vec<u8>, Vec<u8>), FetchError> {
        let (sender, receiver) = mpsc::channel();
        let out = child.stdout.take().expect("the stream is piped");
        let errors = child.stderr.take().expect("the stream is piped");
        read_aside(out, limit + 1, 0, &sender);
        read_aside(errors, MAX_ERRORS, 1, &sender);
        let mut streams = [Vec::new(), Vec::new()];
        for _ in 0..streams.len() {
            let left = self.timeout.saturating_sub(begun.elapsed());
            let Ok((index, bytes)) = receiver.recv_timeout(left) else { return Err(self.too_slow()) };
            let bytes: Vec<u8> = bytes;
            if index == 0 && bytes.len() as u64 > limit {
                return Err(FetchError::TooLarge { limit_mb: limit >> 20 });
            }
            streams[index] = bytes;
        }
        let [page, errors] = streams;
        Ok((page, errors))
    }

    /// Waits for the end of a program that has closed its streams.
    fn wait(&self, child: &mut Child, begun: Instant) -> Result<ExitStatus, FetchError> {
        const MOMENT: Duration = Duration::from_millis(20);
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) if begun.elapsed() < self.timeout => std::thread::sleep(MOMENT),
                Ok(None) => return Err(self.too_slow()),
                Err(error) => return Err(self.failed(error.to_string())),
            }
        }
    }

    fn too_slow(&self) -> FetchError {
        self.failed(format!("it did not end within {} seconds", self.timeout.as_secs()))
    }

    /// Refuses an address on the reader's own network. A name that leads nowhere is for the program to tell.
    fn check_host(&self, url: &Url) -> Result<(), FetchError> {
        let port = url.port_or_known_default().unwrap_or(80);
        let found = match url.host() {
            Some(Host::Domain(name)) => (name, port).to_socket_addrs().map(Iterator::collect).unwrap_or_default(),
            Some(Host::Ipv4(ip)) => vec![(ip, port).into()],
            Some(Host::Ipv6(ip)) => vec![(ip, port).into()],
            None => Vec::new(),
        };
        let private = found.iter().map(SocketAddr::ip).find(|ip| !is_public(*ip)).filter(|_| !self.allow_private);
        match private {
            Some(ip) => Err(FetchError::Private { host: host_of(url), ip }),
            None => Ok(()),
        }
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

impl PageSource for ViaCommand {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        self.check_host(request.url)?;
        let mut command = Command::new(&self.words[0]);
        command.args(self.arguments(request.url.as_str()));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let begun = Instant::now();
        let mut child = command.spawn().map_err(|error| self.failed(error.to_string()))?;
        let collected = self.collect(&mut child, request.max_bytes, begun);
        let ended = collected.and_then(|streams| Ok((streams, self.wait(&mut child, begun)?)));
        let ((body, errors), status) = match ended {
            Ok(ended) => ended,
            Err(error) => {
                end(&mut child);
                return Err(error);
            }
        };
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
        let via = ViaCommand::read(command, Duration::from_secs_f32(seconds), false).unwrap();
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
        assert!([" ", "[1]"].iter().all(|words| ViaCommand::read(words, Duration::ZERO, false).is_err()));
    }

    #[test]
    fn a_program_that_closes_its_streams_and_stays_is_ended() {
        let begun = Instant::now();
        let error = ask(r#"["sh", "-c", "exec >&- 2>&-; sleep 20"]"#, 0.3).unwrap_err().to_string();
        assert!(error.contains("did not end") && begun.elapsed() < Duration::from_secs(10), "{error}");
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let command = serde_json::to_string(&["sh", "-c", &format!("(sleep 2; touch {}) & sleep 20", mark.display())]);
        assert!(ask(&command.unwrap(), 0.3).is_err());
        std::thread::sleep(Duration::from_millis(2500));
        assert!(!mark.exists(), "what the program started has ended with it");
    }

    #[test]
    fn a_host_of_ones_own_network_is_refused_before_the_program_starts() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let command = serde_json::to_string(&["sh", "-c", &format!("touch {}; echo page", mark.display())]).unwrap();
        let ask = |address: &str, allow_private: bool| {
            let url = super::super::fetchable_url(address).unwrap();
            let via = ViaCommand::read(&command, Duration::from_secs(20), allow_private).unwrap();
            via.get(&PageRequest { url: &url, etag: None, last_modified: None, max_bytes: 1000 })
        };
        for address in ["http://127.0.0.1/a", "http://[::1]/a", "http://localhost/a", "http://169.254.169.254/"] {
            let refused = ask(address, false).unwrap_err();
            assert!(matches!(refused, FetchError::Private { .. }), "{refused}");
        }
        assert!(!mark.exists());
        assert!(ask("http://127.0.0.1/a", true).is_ok() && mark.exists());
    }
}
