//! `writethru man`: prints the manual page, or writes one for each command.

use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;

/// Print the manual page, or write one for each command into a folder
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru man | man -l -\n  writethru man --folder /usr/local/share/man/man1")]
pub(crate) struct ManArgs {
    /// Write a page for each command into this folder
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ManArgs) -> Result<CommandOutcome, CliError> {
    // Built, so that the options of every command stand on each page.
    let mut command = ctx.command_line();
    command.build();
    match &args.folder {
        None => ctx.out.write_raw(&page(command)?)?,
        Some(folder) => write_pages(folder, &command)?,
    }
    Ok(CommandOutcome::Done)
}

fn page(command: clap::Command) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command).render(&mut text)?;
    Ok(text)
}

fn write_pages(folder: &Path, command: &clap::Command) -> Result<(), CliError> {
    std::fs::create_dir_all(folder).map_err(|error| {
        CliError::refused(format!("cannot make {}: {error}", folder.display()), "name a folder you may write to")
    })?;
    let write = |name: &str, command: clap::Command| {
        let path = folder.join(format!("{name}.1"));
        let written = page(command).and_then(|text| std::fs::write(&path, text));
        written.map_err(|error| {
            CliError::refused(format!("cannot write {}: {error}", path.display()), "name a folder you may write to")
        })
    };
    write_tree("writethru", command, &write)
}

/// Writes the page of a command, then those of its subcommands.
fn write_tree(
    name: &str,
    command: &clap::Command,
    write: &dyn Fn(&str, clap::Command) -> Result<(), CliError>,
) -> Result<(), CliError> {
    write(name, command.clone().display_name(name.to_owned()))?;
    // Clap gives every command with subcommands a `help` of its own, which says nothing that they do not.
    let mut shown = command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help");
    shown.try_for_each(|sub| write_tree(&format!("{name}-{}", sub.get_name()), sub, write))
}
