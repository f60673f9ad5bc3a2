//! `writethru completions`: prints what a shell needs to complete commands.

use clap_complete::Shell;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;

/// Print completions for a shell
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru completions bash > ~/.local/share/bash-completion/completions/writethru"
)]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &CompletionsArgs) -> Result<CommandOutcome, CliError> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut ctx.command_line(), "writethru", &mut text);
    let text = with_names(args.shell, &String::from_utf8_lossy(&text));
    ctx.out.write_raw(text.as_bytes())?;
    Ok(CommandOutcome::Done)
}

/// Lets the shell ask for the names of stories and articles where one can be typed.
fn with_names(shell: Shell, text: &str) -> String {
    match shell {
        Shell::Bash => format!("{text}{BASH}"),
        Shell::Fish => format!("{text}{FISH}"),
        // Words that may be anything are where names are typed.
        Shell::Zsh => match text.split_once('\n') {
            Some((first, rest)) => format!("{first}\n{ZSH}{}", rest.replace(":_default\'", ":_writethru_names\'")),
            None => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

const BASH: &str = r#"
_writethru_with_names() {
    _writethru "$@"
    local current="${COMP_WORDS[COMP_CWORD]}"
    if [[ ${COMP_CWORD} -ge 2 && ${current} != -* ]]; then
        COMPREPLY+=($(compgen -W "$(writethru names --quiet 2>/dev/null)" -- "${current}"))
    fi
}
complete -F _writethru_with_names -o bashdefault -o default writethru
"#;

const FISH: &str = r#"
complete -c writethru -n "not __fish_use_subcommand" -a "(writethru names --quiet 2>/dev/null)"
"#;

const ZSH: &str = r#"
_writethru_names() {
    compadd -- ${(f)"$(writethru names --quiet 2>/dev/null)"}
    _files
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shells_that_can_ask_for_names() {
        let zsh = "#compdef writethru\n':reference:_default' \\\n";
        assert!(with_names(Shell::Zsh, zsh).contains("':reference:_writethru_names'"));
        assert!(with_names(Shell::Zsh, zsh).starts_with("#compdef writethru\n"));
        assert!(with_names(Shell::Bash, "").contains("complete -F _writethru_with_names"));
        assert!(with_names(Shell::Fish, "").contains("writethru names"));
    }
}
