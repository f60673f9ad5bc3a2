//! `writethru serve`: shows the archive in a browser.

use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tempfile::TempDir;

use crate::cli::context::{Context, read_clock};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::track::Archive;
use crate::web::{GateAccess, ServeOptions, Server, ServerClock};

/// The shortest password that is taken: it guards the whole archive.
const PASSWORD_CHARS: usize = 8;

/// Show the archive in a browser, with forms to add and edit
///
/// Listens on this machine alone and prints a link that holds a key, since other users of
/// the machine reach the port as well. To be reached from elsewhere, name an address with
/// `--host`; then a password is needed, and a proxy in front should speak HTTPS.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru serve --open\n  writethru serve --read-only --port 0\n  \
    writethru serve --host 0.0.0.0 --password-file secret.txt --allow-host archive.example.org")]
pub(crate) struct ServeArgs {
    /// Address to listen at
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,
    /// Port to listen at; 0 takes any free one
    #[arg(long, default_value = "7171")]
    port: u16,
    /// Open the link in the browser
    #[arg(long)]
    open: bool,
    /// Let nobody change anything; the store is opened to be read only
    #[arg(long)]
    read_only: bool,
    /// Ask for the password in this file; without it, `WRITETHRU_PASSWORD`
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    #[arg(long, hide = true, env = "WRITETHRU_PASSWORD", hide_env_values = true)]
    password: Option<String>,
    /// Answer to this name too, as a proxy in front may send it
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Path under which a proxy shows the site
    #[arg(long, value_name = "PATH", default_value = "", value_parser = prefix)]
    prefix: String,
    /// Let anybody see `/embed/…` and `/oembed`: timelines and changes to be framed by other sites
    #[arg(long)]
    public_embeds: bool,
    /// Who edits [default: the user's name]
    #[arg(long, value_name = "NAME", env = "WRITETHRU_AUTHOR", hide_env_values = true)]
    by: Option<String>,
    #[arg(long, hide = true, env = "USER", hide_env_values = true)]
    user: Option<String>,
    /// How a site's owner reaches you, sent along when a page is added by its address
    #[cfg(feature = "fetch")]
    #[arg(long, value_name = "TEXT", env = "WRITETHRU_CONTACT", hide_env_values = true)]
    contact: Option<String>,
    /// Read pages on your own machine and network too, when they are added by their address
    #[cfg(feature = "fetch")]
    #[arg(long)]
    allow_private: bool,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ServeArgs) -> Result<CommandOutcome, CliError> {
    let options = ServeOptions {
        store: ctx.store_path()?.to_owned(),
        host: args.host,
        port: args.port,
        access: access(args)?,
        read_only: args.read_only,
        names: args.allow_host.clone(),
        prefix: args.prefix.clone(),
        author: args.by.clone().or_else(|| args.user.clone()).filter(|name| !name.trim().is_empty()),
        clock: clock(ctx),
        public_embeds: args.public_embeds,
        #[cfg(feature = "fetch")]
        contact: args.contact.clone(),
        #[cfg(feature = "fetch")]
        allow_private: args.allow_private,
    };
    let server = Server::start(options)?;
    let underived = server.count_underived()?;
    if 0 < underived {
        ctx.out.remark(&format!(
            "{underived} articles and timelines are not worked out yet, and each page does it anew; \
             `writethru reindex` does it once"
        ));
    }
    let _redirect = print_address(ctx, &server, args.open)?;
    server.run()?;
    ctx.out.remark("stopped");
    Ok(CommandOutcome::Done)
}

/// Reads a prefix as `/archive`; nothing, or a slash alone, means none.
fn prefix(text: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let own = text.trim_matches('/');
    let mut parts = own.split('/');
    match own {
        "" => Ok(String::new()),
        _ if parts.all(|part| part.chars().all(is_plain) && !matches!(part, "" | "." | "..")) => Ok(format!("/{own}")),
        _ => Err("write it with letters, digits and `-_.` between slashes, such as /archive".to_owned()),
    }
}

/// Returns what visitors must show: the link on this machine alone, else a password.
fn access(args: &ServeArgs) -> Result<GateAccess, CliError> {
    let typed = match &args.password_file {
        Some(path) => Some(std::fs::read_to_string(path).map_err(|error| {
            CliError::refused(
                format!("cannot read {}: {error}", path.display()),
                "name a file that holds the password alone",
            )
        })?),
        None => args.password.clone(),
    };
    match typed.map(|typed| typed.trim_end_matches(['\r', '\n']).to_owned()) {
        Some(password) if password.chars().count() < PASSWORD_CHARS => Err(CliError::usage(
            format!("the password is shorter than {PASSWORD_CHARS} characters"),
            "choose a longer one: it guards the whole archive",
        )),
        Some(password) => Ok(GateAccess::Password(password)),
        None if args.host.is_loopback() => Ok(GateAccess::Link),
        None => Err(CliError::usage(
            format!("at {} others reach the archive too, and no password is set", args.host),
            "add `--password-file FILE`, or leave `--host` out to serve this machine alone",
        )),
    }
}

/// Returns the clock of the run: the present moment, unless the run was given one.
fn clock(ctx: &Context) -> ServerClock {
    match ctx.fixed_now {
        Some(now) => Arc::new(move || now),
        None => Arc::new(read_clock),
    }
}

/// Prints where the site is, and opens it where that is asked for; the folder returned must last as long as the server.
fn print_address(ctx: &mut Context, server: &Server, open: bool) -> Result<Option<TempDir>, CliError> {
    let link = server.link();
    ctx.out.say(&format!("{link}\n"))?;
    let redirect = if open { redirect_to(&link).ok() } else { None };
    let is_open = redirect.as_ref().is_some_and(|(_, file)| is_opened(file));
    if open && !is_open {
        ctx.out.remark("no browser could be opened; open the link above");
    }
    ctx.out.remark("Ctrl-C stops the server");
    Ok(redirect.map(|(folder, _)| folder))
}

/// Makes a folder that no other user of the machine can look into.
fn private_folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("writethru-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

/// Writes a page that leads to a link: the key in the link must not stand on a command line, which all users can read.
fn redirect_to(link: &str) -> io::Result<(TempDir, PathBuf)> {
    let folder = private_folder()?;
    let file = folder.path().join("open.html");
    std::fs::write(&file, format!("<!DOCTYPE html><meta http-equiv=\"refresh\" content=\"0;url={link}\">\n"))?;
    Ok((folder, file))
}

/// Opens a file with the system's own means; returns whether that began.
fn is_opened(file: &Path) -> bool {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(before).arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}

/// Serves what `record` puts into a store of its own, which is gone afterwards.
pub(super) fn demonstrate(
    ctx: &mut Context,
    record: fn(&Archive, DateTime<Utc>) -> Result<(), CliError>,
) -> Result<CommandOutcome, CliError> {
    let folder = private_folder()?;
    let store = folder.path().join("store.db");
    record(&Archive::open(&store)?, ctx.now)?;
    let served = Server::start(ServeOptions {
        store,
        host: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: 0,
        access: GateAccess::Link,
        read_only: false,
        names: Vec::new(),
        prefix: String::new(),
        author: Some("demo".to_owned()),
        clock: clock(ctx),
        public_embeds: false,
        #[cfg(feature = "fetch")]
        contact: None,
        #[cfg(feature = "fetch")]
        allow_private: false,
    });
    let outcome = served.map_err(CliError::from).and_then(|server| {
        let _redirect = print_address(ctx, &server, true)?;
        Ok(server.run()?)
    });
    outcome.map(|()| CommandOutcome::Done)
}
