//! Shows how far long work is, on a terminal only.

use std::io::{self, IsTerminal};
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::track::Watcher;

/// Returns what shows how far the archive's long work is; nothing in a pipe.
pub(super) fn watcher(quiet: bool) -> Option<Watcher> {
    if quiet || !io::stderr().is_terminal() {
        return None;
    }
    let shown: Mutex<Option<(&'static str, ProgressBar)>> = Mutex::new(None);
    let watcher = move |what, done, total| {
        let Ok(mut shown) = shown.lock() else { return };
        if shown.as_ref().is_none_or(|(own, _)| *own != what) {
            *shown = Some((what, bar(what, total)));
        }
        match shown.as_ref() {
            Some((_, bar)) if done < total => bar.set_position(done as u64),
            Some((_, bar)) => {
                bar.finish_and_clear();
                *shown = None;
            }
            None => {}
        }
    };
    Some(Box::new(watcher))
}

fn bar(what: &str, total: usize) -> ProgressBar {
    let bar = ProgressBar::new(total as u64);
    let template = format!("{{bar:30}} {{human_pos}} of {{human_len}} {what}, {{eta}} left");
    bar.set_style(ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// Returns a counter of `what` on standard error; silent in a pipe.
pub(super) fn counter(what: &str, quiet: bool) -> ProgressBar {
    let bar = ProgressBar::no_length();
    if quiet || !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    let template = format!("{{spinner}} {{human_pos}} {what}, {{per_sec}}");
    bar.set_style(ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar
}
