//! Lets the reader's own program fetch a page: a browser, or a client with an account.
//!
//! `{url}` stands for the address; where no argument holds it, it comes last. Nothing in an address is ever a command. What
//! the program writes to standard output is the page. The first host is checked like any other; where the program goes from
//! there, through redirects of its own, is not.

use std::net::{SocketAddr, ToSocketAddrs as _};
use std::time::Duration;

use url::{Host, Url};

use super::address_guard::is_public;
use super::error::FetchError;
use super::{PageRequest, PageResponse, PageSource, host_of};
use crate::ingest::program::{CommandWordsError, Program, ProgramError, command_words};

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
    pub fn read(command: &str, timeout: Duration, allow_private: bool) -> Result<Self, CommandWordsError> {
        Ok(Self { words: command_words(command)?, timeout, allow_private })
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

impl PageSource for ViaCommand {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        self.check_host(request.url)?;
        let mut words = vec![self.words[0].clone()];
        words.extend(self.arguments(request.url.as_str()));
        let program = Program {
            words: words.into_iter().map(Into::into).collect(),
            environment: Vec::new(),
            timeout: self.timeout,
            max_bytes: Some(request.max_bytes),
        };
        let body = match program.run(b"") {
            Ok(body) => body,
            Err(ProgramError::TooLong { limit }) => return Err(FetchError::TooLarge { limit_mb: limit >> 20 }),
            Err(error) => return Err(self.failed(error.to_string())),
        };
        match body.trim_ascii().is_empty() {
            true => Err(self.failed("it printed nothing")),
            false => Ok(PageResponse { status: 200, body, ..PageResponse::default() }),
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::time::Instant;

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
