//! Takes hooks to another archive. There they rest until the reader says `hook resume`: a hook may run a program, and an
//! export may come from anybody.

use chrono_tz::Tz;

use super::export::{instant, line};
use crate::ingest::{HookLine, ImportLine, LineError, line_time};
use crate::model::{VersionId, slug};
use crate::store::{Hook, HookId};
use crate::track::{Archive, Result, TrackError};

/// Reads the hook of a line.
pub(super) fn read(line: &HookLine) -> std::result::Result<Hook, LineError> {
    let created = line_time("created", Some(&line.created), Tz::UTC)?.map(|time| time.instant(Tz::UTC));
    Ok(Hook {
        id: HookId(0),
        name: slug(&line.name).ok_or_else(|| LineError::BadName(line.name.clone()))?,
        target: line.target.clone(),
        filter: line.filter.clone(),
        link: line.link.clone(),
        is_paused: true,
        created: created.unwrap_or_default(),
        seen: VersionId(0),
    })
}

impl Archive {
    /// Takes up a hook, unless one that tells the same is there; returns whether it is new.
    pub(super) fn restore_hook(&self, hook: Hook) -> Result<bool> {
        let is_same = |own: &Hook| (&own.target, &own.filter) == (&hook.target, &hook.filter);
        if self.store.hooks()?.hooks.iter().any(is_same) {
            return Ok(false);
        }
        let name = self.free_hook_name(&hook.name)?;
        self.store.add_hook(&Hook { name, ..hook })?;
        Ok(true)
    }

    /// Gives every hook to `write` as a JSON line; returns how many there are.
    ///
    /// No other export takes them along: the address of a webhook or the words of a command may be as good as a key.
    ///
    /// # Errors
    ///
    /// The first one that `write` returns, or that the store does.
    pub fn export_hooks<E>(
        &self,
        mut write: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E>
    where
        E: From<TrackError>,
    {
        let hooks = self.store.hooks().map_err(TrackError::from)?.hooks;
        let count = hooks.len();
        for hook in hooks {
            let Hook { name, target, filter, link, created, .. } = hook;
            let hook = Some(Box::new(HookLine { name, target, filter, link, created: instant(created) }));
            write(&line(&ImportLine { hook, ..ImportLine::default() }))?;
        }
        Ok(count)
    }
}
