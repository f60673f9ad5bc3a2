//! Writes a feed file anew, so that a newsreader never sees half of one.

use std::path::Path;

use super::message::not_now;
use crate::model::FeedFormat;
use crate::render::export::{atom, json_feed};
use crate::store::rename_synced;
use crate::track::DeliveryFailure;
use crate::view::{ChangesView, HookMessage};

/// Writes the latest changes; the file is replaced in one step.
pub(super) fn deliver(
    path: &str,
    format: FeedFormat,
    message: &HookMessage,
    feed: &ChangesView,
) -> Result<(), DeliveryFailure> {
    let text = match format {
        FeedFormat::Atom => atom::changes(feed, &message.hook),
        FeedFormat::JsonFeed => json_feed::changes(feed, &message.hook),
    };
    replace(Path::new(path), text.as_bytes()).map_err(|error| not_now(format!("cannot write `{path}`: {error}")))
}

fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = Path::new(&beside);
    let written = std::fs::write(beside, bytes).and_then(|()| rename_synced(beside, path));
    if written.is_err() {
        let _ = std::fs::remove_file(beside);
    }
    written
}
