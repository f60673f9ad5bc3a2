//! Writes how the store is.

use super::{count, thousands};
use crate::view::{BackupView, CheckView, ReindexView};

/// Writes the state of the store.
pub fn check(view: &CheckView) -> String {
    let mut text = format!(
        "{}: {}, {}, {}, {}; {} KB\n",
        view.path,
        count(view.stories, "story", "stories"),
        count(view.articles, "article", "articles"),
        count(view.versions, "version", "versions"),
        count(view.captures, "capture", "captures"),
        thousands((view.bytes / 1024) as usize),
    );
    for problem in &view.problems {
        text.push_str(&format!("problem: {}\n", problem.problem));
        if let Some(hint) = &problem.hint {
            text.push_str(&format!("  hint: {hint}\n"));
        }
    }
    if view.stale != 0 {
        let articles = count(view.stale, "article was", "articles were");
        text.push_str(&format!(
            "{articles} read by another version of writethru: the next question reads anew what it needs, \
             `writethru reindex --stale` all of it\n"
        ));
    }
    text + if view.ok { "all is well\n" } else { "" }
}

/// Writes where a backup is.
pub fn backup(view: &BackupView) -> String {
    let kb = thousands((view.bytes / 1024) as usize);
    format!("{} saved in {} ({kb} KB)\n", count(view.versions, "version", "versions"), view.path)
}

/// Writes how much was derived again.
pub fn reindex(view: &ReindexView) -> String {
    let (versions, articles) = (view.versions, view.articles);
    format!("{} of {} read anew\n", count(versions, "version", "versions"), count(articles, "article", "articles"))
}
