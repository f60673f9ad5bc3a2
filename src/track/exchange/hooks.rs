//! Takes hooks to another archive. There they rest until the reader says `hook resume`: a hook may run a program, and an
//! export may come from anybody.

use chrono_tz::Tz;

use super::export::instant;
use crate::ingest::{HookLine, ImportLine, LineError, line_time};
use crate::model::{VersionId, slug};
use crate::store::{Hook, HookId};
use crate::track::{Archive, Result};

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
        if self.store.hooks()?.iter().any(is_same) {
            return Ok(false);
        }
        let name = self.free_hook_name(&hook.name)?;
        self.store.add_hook(&Hook { name, ..hook })?;
        Ok(true)
    }

    /// Returns the lines of all hooks.
    pub(super) fn hook_lines(&self) -> Result<Vec<ImportLine<'static>>> {
        let line = |hook: Hook| HookLine {
            name: hook.name,
            target: hook.target,
            filter: hook.filter,
            link: hook.link,
            created: instant(hook.created),
        };
        let hooks = self.store.hooks()?.into_iter().map(line);
        Ok(hooks.map(|hook| ImportLine { hook: Some(Box::new(hook)), ..ImportLine::default() }).collect())
    }
}
