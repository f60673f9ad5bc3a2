//! `writethru stamp`: has an authority stamp a receipt with the time.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::ingest::http::{Cookies, HttpClient, HttpSettings, fetchable_url};
use crate::ingest::timestamp;

/// Have an authority stamp a file with the time (RFC 3161), most usefully a receipt
///
/// Only the SHA-256 of the file is sent. The answer is kept beside it as FILE.tsr; `openssl ts -verify -in FILE.tsr
/// -data FILE -CAfile AUTHORITY.pem` checks it. This program checks that it is about this very file and granted, and
/// leaves the authority's signature to `openssl`.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru stamp 2025-04-26.receipt --authority https://timestamp.example.org/tsa")]
pub(crate) struct StampArgs {
    /// The file
    file: PathBuf,
    /// Address of the authority
    #[arg(long, value_name = "URL")]
    authority: String,
    /// Keep the answer in this file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Ask an authority on your own machine and network too
    #[arg(long)]
    allow_private: bool,
}

/// Bytes of an answer that are read, at most.
const MAX_ANSWER: u64 = 1 << 20;
const TIMEOUT: Duration = Duration::from_secs(30);

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &StampArgs) -> Result<CommandOutcome, CliError> {
    let unreadable = |error| {
        CliError::refused(format!("cannot read {}: {error}", args.file.display()), "name the file of a receipt")
    };
    let bytes = fs::read(&args.file).map_err(unreadable)?;
    let output = args.output.clone().unwrap_or_else(|| {
        let mut name = args.file.as_os_str().to_owned();
        name.push(".tsr");
        name.into()
    });
    if output.exists() {
        let message = format!("there is a file at {} already", output.display());
        return Err(CliError::refused(message, "name another with `--output FILE`; nothing was asked"));
    }
    let question = timestamp::question(&bytes, ctx.now);
    let settings = HttpSettings {
        contact: None,
        allow_private: args.allow_private,
        timeout: TIMEOUT,
        cookies: Cookies::default(),
    };
    let asked = fetchable_url(&args.authority).and_then(|url| {
        HttpClient::new(settings).post(
            &url,
            &[("content-type", "application/timestamp-query")],
            &question.bytes,
            MAX_ANSWER,
        )
    });
    let refused = |why: String| {
        CliError::refused(format!("{} gave no stamp: {why}", args.authority), "try again later, or another authority")
    };
    let answer = asked.map_err(|error| refused(crate::model::with_causes(&error)))?;
    if answer.status != 200 {
        return Err(refused(format!("status {}", answer.status)));
    }
    question.refuse_other(&answer.body).map_err(|error| refused(error.to_string()))?;
    fs::write(&output, &answer.body)?;
    ctx.out.show(&format!("the stamp is in {}\n", output.display()))?;
    Ok(CommandOutcome::Done)
}
