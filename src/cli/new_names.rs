//! Refuses names of new stories and articles that would not mean what was typed.
//!
//! `--story fire/post` means an article, and `--article https://example.org/a` a page: as names in words these would be
//! `fire-post` and `https-example-org-a`, which nobody typed.

use super::error::CliError;
use crate::model::shell_word;

/// Refuses a name that can be none of a story, where `--story` alone says where articles are filed.
pub(super) fn check_story(story: Option<&str>) -> Result<(), CliError> {
    let Some(typed) = story else { return Ok(()) };
    let Some((home, article)) = apart(typed)? else { return Ok(()) };
    let alone = shell_word(if home.is_empty() { article } else { home });
    Err(slash(typed, format!("write `--story {alone}`")))
}

/// Refuses a name that can be none of a story, or none of an article, where `--url` tells the address.
pub(super) fn check_names(story: Option<&str>, article: Option<&str>, address_hint: &str) -> Result<(), CliError> {
    if let Some(address) = article.filter(|typed| typed.contains("://")) {
        return Err(CliError::usage(format!("`{address}` is an address, and no name of an article"), address_hint));
    }
    let Some(typed) = story else { return Ok(()) };
    match apart(typed)? {
        Some((home, _)) if !home.is_empty() => {
            let (whole, home) = (shell_word(typed), shell_word(home));
            let hint =
                format!("`--article {whole}` names the article with its story; `--story {home}` the story alone");
            Err(slash(typed, hint))
        }
        _ => check_story(story),
    }
}

/// Returns what stands before and behind a slash.
fn apart(typed: &str) -> Result<Option<(&str, &str)>, CliError> {
    if typed.contains("://") {
        let message = format!("`{typed}` is an address, and no name of a story");
        return Err(CliError::usage(message, "write words, such as `--story ferry-fire`"));
    }
    // Completion by folders leaves a slash behind a story.
    Ok(typed.strip_suffix('/').unwrap_or(typed).split_once('/'))
}

fn slash(typed: &str, hint: String) -> CliError {
    CliError::usage(format!("`{typed}` holds a slash, and no name of a story does"), hint)
}
