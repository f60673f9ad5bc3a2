//! Writes how the store is.

use super::clean;
use crate::render::counted::{count, thousands};
use crate::view::{
    BackupView, CheckView, ForgetView, HoldsView, ReindexView, RepairView, RestoreView, ResultsView, TombstonesView,
    VacuumView,
};

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
    if 1 < view.part.1 {
        let (part, of) = view.part;
        text.push_str(&format!("part {part} of {of}: {}\n", count(view.checked, "article", "articles")));
    }
    if let Some(receipt) = view.receipt.as_ref().filter(|receipt| receipt.problem.is_none()) {
        let since = receipt.size_now - receipt.size;
        text.push_str(&format!(
            "since the receipt of {} ({}, signed by {}): {} added, nothing else\n",
            receipt.time.format("%Y-%m-%d %H:%M UTC"),
            count(receipt.size, "line", "lines"),
            receipt.key,
            count(since, "line", "lines"),
        ));
    }
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
    let apart = view.damaged.iter().filter(|damaged| damaged.set_apart);
    for damaged in apart {
        text.push_str(&format!("set apart: {} version {}: {}\n", damaged.article, damaged.version, damaged.fault));
    }
    if !view.damaged.is_empty() {
        let sound = count(view.versions.saturating_sub(view.damaged.len()), "version is", "versions are");
        let lost = count(view.damaged.len(), "version cannot", "versions cannot");
        text.push_str(&format!("{lost} be read as recorded; the other {sound} not touched by it\n"));
    }
    text + match (view.ok, view.damaged.is_empty()) {
        (true, true) => "all is well\n",
        (true, false) => "all else is well\n",
        _ => "",
    }
}

/// Writes what was repaired.
pub fn repair(view: &RepairView) -> String {
    format!(
        "{} set apart, {} of {} read anew; the store as it was is kept at {}\n",
        count(view.set_apart, "damaged version", "damaged versions"),
        count(view.versions, "version", "versions"),
        count(view.articles, "article", "articles"),
        view.copy
    )
}

/// Writes what was put back.
pub fn restore(view: &RestoreView) -> String {
    let mut text =
        format!("{} put back from {} to {}\n", count(view.versions, "version", "versions"), view.from, view.path);
    if 0 < view.removed {
        let removed = count(view.removed, "version", "versions");
        text.push_str(&format!("{removed} of the backup had been removed for good since, and stay removed\n"));
    }
    if let Some(replaced) = &view.replaced {
        text.push_str(&format!("the store that stood there is kept at {replaced}\n"));
    }
    text
}

/// Writes what was removed.
pub fn forget(view: &ForgetView) -> String {
    let mut text =
        format!("{}: {} removed for good\n", clean(&view.reference), count(view.versions, "version", "versions"));
    if !view.along.is_empty() {
        text.push_str(&format!("{} gone along: the same words\n", numbered(&view.along)));
    }
    if 0 < view.edits {
        text.push_str(&format!("{} that quoted them, too\n", count(view.edits, "edit by hand", "edits by hand")));
    }
    if !view.log_emptied {
        text.push_str("another program has the store open: end it, so that the log beside the store, which may still hold the words, is deleted\n");
    }
    text
}

/// Returns what a reader is asked to know of versions that go along with those that are named; nothing where none does.
pub fn going_along(view: &ForgetView) -> String {
    match view.along.is_empty() {
        true => String::new(),
        false => format!(" ({} the same words)", numbered(&view.along)),
    }
}

/// Returns `v3 has`, or `v3 and v5 have`.
fn numbered(versions: &[usize]) -> String {
    let named: Vec<String> = versions.iter().map(|number| format!("v{number}")).collect();
    match &named[..] {
        [only] => format!("{only} has"),
        [first @ .., last] => format!("{} and {last} have", first.join(", ")),
        [] => String::new(),
    }
}

/// Writes what was removed so far.
pub fn tombstones(view: &TombstonesView) -> String {
    let line = |row: &crate::view::TombstoneRow| {
        let day = row.made.format("%Y-%m-%d %H:%M UTC");
        format!("{day}  {:<7}  {}  {}\n", row.kind, &row.keyed_hash[..16.min(row.keyed_hash.len())], clean(&row.reason))
    };
    view.tombstones.iter().map(line).collect()
}

/// Writes what is held.
pub fn holds(view: &HoldsView) -> String {
    let line = |row: &crate::view::HoldRow| {
        let reason = row.reason.as_deref().map(|reason| format!("  {}", clean(reason))).unwrap_or_default();
        format!("{}  since {}{reason}\n", row.reference, row.since.format("%Y-%m-%d %H:%M UTC"))
    };
    match view.held.is_empty() {
        true => "nothing is held\n".to_owned(),
        false => view.held.iter().map(line).collect(),
    }
}

/// Writes where a backup is.
pub fn backup(view: &BackupView) -> String {
    let kb = thousands((view.bytes / 1024) as usize);
    format!("{} saved in {} ({kb} KB), read again: whole\n", count(view.versions, "version", "versions"), view.path)
}

/// Writes how much smaller a store became.
pub fn vacuum(view: &VacuumView) -> String {
    let kb = |bytes: u64| thousands((bytes / 1024) as usize);
    format!("{} had {} KB, now {} KB\n", view.path, kb(view.bytes_before), kb(view.bytes))
}

/// Writes how much was derived again.
pub fn reindex(view: &ReindexView) -> String {
    let (versions, articles) = (view.versions, view.articles);
    format!("{} of {} read anew\n", count(versions, "version", "versions"), count(articles, "article", "articles"))
}

/// Writes what became of answers that were taken back.
pub fn results(view: &ResultsView) -> String {
    if view.taken + view.known + view.left_out == 0 {
        return "the files hold no answers\n".to_owned();
    }
    let taken = count(view.taken, "article", "articles");
    let versions = count(view.versions, "version", "versions");
    let left_out = count(view.left_out, "answer", "answers");
    let timelines = count(view.timelines, "timeline", "timelines");
    let mut text = format!(
        "{taken} of {versions} taken back, {} known, {left_out} left out; {timelines} put in order\n",
        thousands(view.known)
    );
    let missing_articles = view.missing - view.missing_timelines;
    if missing_articles != 0 {
        text.push_str(&format!(
            "{} still to be derived: `writethru export shards DIR --for reindex --stale` asks what is missing, \
             `writethru reindex --stale` derives it here\n",
            count(missing_articles, "article is", "articles are")
        ));
    }
    if view.missing_timelines != 0 {
        text.push_str(&format!(
            "{} still to be put in order: `writethru reindex --stale` does so\n",
            count(view.missing_timelines, "timeline is", "timelines are")
        ));
    }
    text
}
