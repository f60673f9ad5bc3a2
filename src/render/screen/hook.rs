//! Writes who is told of changes, what was told, and what waits.

use chrono::{DateTime, Utc};

use super::{ScreenStyle, TextMark, clean};
use crate::model::HookTarget;
use crate::render::counted::count;
use crate::view::{DeliveryRow, HookLogView, HookRow, HookRunView, HooksView};

/// Writes every hook.
pub fn hooks(look: ScreenStyle, view: &HooksView) -> String {
    if view.hooks.is_empty() && view.unreadable.is_empty() {
        return "nobody is told of changes yet; `writethru hook add` begins\n".to_owned();
    }
    view.hooks.iter().map(|row| hook(look, row)).collect::<String>() + &unreadable(look, &view.unreadable)
}

/// Names the hooks that cannot be read.
fn unreadable(look: ScreenStyle, names: &[String]) -> String {
    let line = |name: &String| {
        let told = format!("{} cannot be read by this version of the program, and tells nothing", clean(name));
        format!("{}\n", look.paint(TextMark::Alert, &told))
    };
    names.iter().map(line).collect()
}

/// Writes a hook: who is told, of what, and how it is doing.
pub fn hook(look: ScreenStyle, row: &HookRow) -> String {
    let name = look.paint(TextMark::Strong, &clean(&row.name));
    let mut text = format!("{name}  {}\n", clean(&target(&row.target)));
    if let Some(words) = filter(row) {
        text.push_str(&format!("  only {}\n", clean(&words)));
    }
    let rests = if row.paused { ", rests" } else { "" };
    text.push_str(&format!("  {} told, {} waiting{rests}\n", count(row.told, "change", "changes"), row.waiting));
    if 0 < row.given_up {
        let told = format!("{} could not be told: `writethru hook log {}`", row.given_up, row.name);
        text.push_str(&format!("  {}\n", look.paint(TextMark::Alert, &told)));
    }
    text
}

/// Writes a hook after something was done to it.
pub fn hook_done(look: ScreenStyle, row: &HookRow, what: &str) -> String {
    format!("{}  {}\n  {what}\n", look.paint(TextMark::Strong, &clean(&row.name)), clean(&target(&row.target)))
}

/// Writes a hook with what it told.
pub fn hook_log(look: ScreenStyle, view: &HookLogView) -> String {
    let mut text = hook(look, &view.hook);
    text.extend(view.deliveries.iter().map(|row| delivery(look, row)));
    text
}

/// Writes what one run of the hooks did.
pub fn hook_run(look: ScreenStyle, view: &HookRunView) -> String {
    let mut text: String = view.tried.iter().map(|row| delivery(look, row)).collect();
    text.push_str(&unreadable(look, &view.unreadable));
    text.push_str(&format!("{} told, {} waiting\n", count(view.told, "change", "changes"), view.waiting));
    text
}

fn delivery(look: ScreenStyle, row: &DeliveryRow) -> String {
    let moment = |time: DateTime<Utc>| time.format("%Y-%m-%d %H:%M UTC").to_string();
    let mut text = format!(
        "  {}  {}  {}: {}",
        moment(row.told.unwrap_or(row.made)),
        clean(&row.reference),
        clean(&row.hook),
        row.state
    );
    if let Some(next) = row.next_try.filter(|_| 0 < row.tries) {
        text.push_str(&format!(", tried {}, next {}", count(row.tries as usize, "time", "times"), moment(next)));
    }
    text.push('\n');
    if let Some(error) = &row.error {
        text.push_str(&format!("    {}\n", look.paint(TextMark::Alert, &clean(error))));
    }
    text
}

fn target(target: &HookTarget) -> String {
    match target {
        HookTarget::Command { words } => format!("runs {}", words.join(" ")),
        HookTarget::Webhook { url, secret, .. } => {
            let signed = secret.as_ref().map(|secret| format!(", signed with {secret}")).unwrap_or_default();
            format!("sends to {url}{signed}")
        }
        HookTarget::Mail { to, server, .. } => format!("mails {} by {server}", to.join(", ")),
        HookTarget::Feed { path, .. } => format!("writes the feed {path}"),
    }
}

/// Returns which changes a hook tells, in words; nothing where it tells all.
fn filter(row: &HookRow) -> Option<String> {
    let filter = &row.filter;
    let mut parts = Vec::new();
    let mut add = |what: &str, names: Vec<String>| {
        if !names.is_empty() {
            parts.push(format!("{what} {}", names.join(" or ")));
        }
    };
    add("of", filter.stories.clone());
    add("by", filter.outlets.clone());
    add("of kind", filter.kinds.iter().map(|kind| kind.as_str().to_owned()).collect());
    add("of weight", filter.weight.iter().map(|weight| weight.as_str().to_owned()).collect());
    add("of nature", filter.natures.iter().map(|nature| nature.as_str().to_owned()).collect());
    add("with", filter.words.iter().map(|word| format!("“{word}”")).collect());
    let past = filter.past.iter().map(|limit| match &limit.about {
        Some(about) => format!("{} {about}", limit.value),
        None => limit.value.to_string(),
    });
    add("past", past.collect());
    if filter.silent {
        parts.push("without a notice".to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
