//! Holds the flags of every command that asks servers.

use std::path::PathBuf;
use std::time::Duration;

use super::error::CliError;
use super::output::Output;
use crate::ingest::http::{Cookies, HttpClient, HttpSettings, PageSource, ViaCommand};
use crate::track::FetchOptions;

/// How servers are asked.
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "Network")]
pub(super) struct NetworkArgs {
    /// How a site's owner reaches you: an address of mail or of a page, sent along as User-Agent
    #[arg(long, value_name = "TEXT", env = "WRITETHRU_CONTACT", hide_env_values = true)]
    contact: Option<String>,
    /// Send the cookies of this file where they belong (the format of browsers' exports and curl)
    #[arg(long, value_name = "FILE")]
    cookies: Option<PathBuf>,
    /// Let a program of yours fetch the pages: words, or a JSON list; `{url}` is the address, and what it prints the page
    #[arg(long, value_name = "COMMAND")]
    via: Option<String>,
    /// Read pages on your own machine and network too
    #[arg(long)]
    allow_private: bool,
    /// Read so many megabytes of an answer at most
    #[arg(long, value_name = "MB", default_value = "16", value_parser = clap::value_parser!(u64).range(1..=64))]
    max_mb: u64,
    /// Wait so many seconds for a whole answer
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
    /// Leave so many seconds between two requests to one server
    #[arg(long, value_name = "SECONDS", default_value = "2", value_parser = seconds)]
    pause: Duration,
    /// Keep only the text of pages
    #[arg(long)]
    no_originals: bool,
}

/// What answers requests: for pages, and for robots.txt.
pub(super) struct Sources {
    http: HttpClient,
    via: Option<ViaCommand>,
}

impl Sources {
    pub(super) fn pages(&self) -> &dyn PageSource {
        match &self.via {
            Some(via) => via,
            None => &self.http,
        }
    }

    /// A site's wishes are read by this program itself, whoever fetches the pages.
    pub(super) fn robots(&self) -> &dyn PageSource {
        &self.http
    }
}

impl NetworkArgs {
    /// Returns whether pages on the user's own machine and network are read too.
    pub(super) fn allow_private(&self) -> bool {
        self.allow_private
    }

    /// Returns what answers requests; `now` is in seconds since 1970, for cookies that expire. Tells `out` of odd cookies.
    pub(super) fn sources(&self, now: i64, out: &Output) -> Result<Sources, CliError> {
        let cookies = match &self.cookies {
            None => Cookies::default(),
            Some(path) => Cookies::read_file(path, now).map_err(|error| {
                CliError::refused(
                    crate::model::with_causes(&error),
                    "export the cookies from your browser as `cookies.txt` (Netscape format)",
                )
            })?,
        };
        if let Some(line) = cookies.odd_lines().first() {
            let count = cookies.odd_lines().len();
            out.remark(&format!("left out of the cookies: {count} lines that are none, the first is line {line}"));
        }
        let timeout = Duration::from_secs(self.timeout);
        let via = self.via.as_deref().map(|command| ViaCommand::read(command, timeout, self.allow_private));
        let via = via.transpose().map_err(|error| {
            CliError::usage(
                format!("`--via` cannot be used: {error}"),
                "write a program and its arguments, such as `--via 'chromium --headless --dump-dom {url}'`",
            )
        })?;
        let (contact, allow_private) = (self.contact().map(str::to_owned), self.allow_private);
        Ok(Sources { http: HttpClient::new(HttpSettings { contact, allow_private, timeout, cookies }), via })
    }

    /// Returns how pages are fetched.
    pub(super) fn options(&self) -> FetchOptions {
        FetchOptions {
            keep_originals: !self.no_originals,
            max_bytes: self.max_mb << 20,
            pause: self.pause,
            ..FetchOptions::default()
        }
    }

    /// Writes a remark where a site's owner could not reach the reader.
    pub(super) fn contact_hint(&self) -> Option<&'static str> {
        let hint = "sites are not told whom to ask: `--contact you@example.org` (or WRITETHRU_CONTACT) tells them";
        self.contact().is_none().then_some(hint)
    }

    /// Returns how a site's owner reaches the reader; a setting of nothing is none.
    pub(super) fn contact(&self) -> Option<&str> {
        self.contact.as_deref().map(str::trim).filter(|contact| !contact.is_empty())
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "write a number of seconds, such as 2 or 0.5".to_owned())?;
    match (0.0..=3600.0).contains(&seconds) {
        true => Ok(Duration::from_secs_f64(seconds)),
        false => Err("write a number of seconds from 0 to 3600".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        network: NetworkArgs,
    }

    #[test]
    fn an_empty_contact_is_none() {
        let hint = |words: &[&str]| Line::parse_from(words).network.contact_hint();
        assert!(hint(&["x", "--contact", " "]).is_some());
        assert!(hint(&["x", "--contact", "desk@post.example"]).is_none());
    }
}
