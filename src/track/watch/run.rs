//! Runs the plan: takes pages that are due, looks at them, plans their next look.
//!
//! A page is taken by moving its next look ahead, in the store; whoever dies in the middle of a
//! look leaves a page that is due again when that lease ends. Each worker waits for one server at
//! a time, and no two for the same, so that a server that hangs holds up no other.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use super::lists;
use super::plan::{LookNews, Pace};
use crate::store::{LEASE, PlanRole, PlanRow, Watch};
use crate::track::fetch::{Access, FetchOptions, lock, look_then};
use crate::track::{Result, TrackError};
use crate::view::{LookOutcome, LookedView, Outcome, WatchEvent, WatchEventView, WatchSummary};

/// Rows that are taken from the store at once.
const BATCH: usize = 256;
/// How long a worker waits when the others have taken every server.
const MOMENT: TimeDelta = TimeDelta::milliseconds(100);
/// The longest wait before the plan is read again, since another process may have changed it.
const PAUSE: TimeDelta = TimeDelta::seconds(60);

/// How long and how wide the watch runs.
#[derive(Clone, Copy, Debug)]
pub struct WatchSettings {
    /// Looks at the same time, at most.
    pub jobs: usize,
    /// When to end; `None` goes on until the reader stops it.
    pub until: Option<DateTime<Utc>>,
    /// Ends when nothing is due any more.
    pub once: bool,
    /// Looks also outside the hours of a watch: the reader asks for it now.
    pub at_any_hour: bool,
}

/// Receives what happens.
pub type Reporter<'r> = dyn Fn(WatchEventView) + Sync + 'r;

struct Runner<'r, 'w, 'a> {
    access: Access<'w, 'a>,
    settings: WatchSettings,
    report: &'r Reporter<'r>,
    state: Mutex<RunState>,
}

#[derive(Default)]
struct RunState {
    queue: VecDeque<PlanRow>,
    busy: HashSet<String>,
    summary: WatchSummary,
    is_stopped: bool,
    failure: Option<TrackError>,
}

/// What a worker does next.
enum Step {
    Look(Box<PlanRow>, Box<Watch>),
    Wait(DateTime<Utc>),
    End,
}

/// Looks at what is due until the end comes.
///
/// # Errors
///
/// When the store cannot be used. Whatever servers do is reported, and the watch goes on.
pub fn run(access: Access<'_, '_>, settings: WatchSettings, report: &Reporter<'_>) -> Result<WatchSummary> {
    lock(access.archive).store.write(|store| store.mend_plans(access.time.now()))?;
    let runner = Runner { access, settings, report, state: Mutex::default() };
    match settings.jobs {
        0 | 1 => runner.work(),
        jobs => std::thread::scope(|scope| (0..jobs).for_each(|_| drop(scope.spawn(|| runner.work())))),
    }
    let state = runner.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    match state.failure {
        Some(error) => Err(error),
        None => Ok(state.summary),
    }
}

impl Runner<'_, '_, '_> {
    fn work(&self) {
        loop {
            match self.step() {
                Ok(Step::Look(row, watch)) => {
                    let looked = self.look(&row, &watch);
                    let mut state = self.state();
                    state.busy.remove(&row.host);
                    if looked.as_ref().is_ok_and(|event| !event.event.was_asked()) {
                        // The others of that server would have to wait as well.
                        state.queue.retain(|other| other.host != row.host);
                    }
                    match looked {
                        Ok(event) => {
                            state.summary.add(&event.event);
                            drop(state);
                            (self.report)(event);
                        }
                        Err(error) => state.failure = Some(error),
                    }
                }
                Ok(Step::Wait(at)) => {
                    if !self.access.time.sleep_until(at) {
                        self.state().is_stopped = true;
                    }
                }
                Ok(Step::End) => return,
                Err(error) => self.state().failure = Some(error),
            }
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, RunState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the next page that is due and whose server nobody asks just now.
    fn step(&self) -> Result<Step> {
        let now = self.access.time.now();
        let mut state = self.state();
        if state.is_stopped || state.failure.is_some() || self.settings.until.is_some_and(|until| until <= now) {
            return Ok(Step::End);
        }
        let archive = lock(self.access.archive);
        let has_free = |state: &RunState| state.queue.iter().any(|row| !state.busy.contains(&row.host));
        if !has_free(&state) {
            state.queue = archive.store.due_plans(now, BATCH + state.busy.len() * 8)?.into();
        }
        while let Some(place) = state.queue.iter().position(|row| !state.busy.contains(&row.host)) {
            let Some(mut row) = state.queue.remove(place) else { break };
            let leased = now + LEASE;
            if !archive.store.lease_plan(&row, leased)? {
                continue;
            }
            let Some(watch) = archive.store.watch(row.watch)? else { continue };
            let opens = Pace::from(&watch).open_from(now, &row.url);
            if now < opens && !self.settings.at_any_hour {
                archive.store.save_plan(&PlanRow { next_at: opens, ..row })?;
                continue;
            }
            row.next_at = leased;
            state.busy.insert(row.host.clone());
            return Ok(Step::Look(Box::new(row), Box::new(watch)));
        }
        if !state.busy.is_empty() {
            return Ok(Step::Wait(now + MOMENT));
        }
        let next = archive.store.next_due(now)?;
        if self.settings.once {
            let patience = TimeDelta::from_std(self.access.options.patience).unwrap_or(TimeDelta::MAX);
            let waiting = archive.store.waiting_until(now)?.filter(|at| *at <= now + patience);
            return Ok(waiting.map_or(Step::End, |at| Step::Wait(at.max(now + MOMENT))));
        }
        let ends = self.settings.until.unwrap_or(now + PAUSE);
        let at = next.unwrap_or(now + PAUSE).min(now + PAUSE).min(ends);
        Ok(Step::Wait(at.max(now + MOMENT)))
    }

    fn look(&self, row: &PlanRow, watch: &Watch) -> Result<WatchEventView> {
        let (url, name) = (row.url.clone(), watch.name.clone());
        let event = match row.role {
            PlanRole::List => {
                let look = lists::look(self.access, row, watch)?;
                match look.news {
                    LookNews::NotYet { .. } => WatchEvent::NotYet { url },
                    LookNews::Failed { message, .. } | LookNews::Gone { message } => {
                        WatchEvent::List { url, items: look.items, added: look.added, failure: Some(message) }
                    }
                    _ => WatchEvent::List { url, items: look.items, added: look.added, failure: None },
                }
            }
            PlanRole::Item => {
                let view = self.look_at_item(row, watch)?;
                match view.outcome.was_asked() {
                    true => WatchEvent::Look(Box::new(view)),
                    false => WatchEvent::NotYet { url },
                }
            }
        };
        Ok(WatchEventView { watch: name, at: self.access.time.now(), event })
    }

    fn look_at_item(&self, row: &PlanRow, watch: &Watch) -> Result<LookedView> {
        let known = lock(self.access.archive).store.page_at(&row.url)?;
        let is_known = known.is_some_and(|page| page.article.is_some());
        // An article that is known stays where its reader put it.
        let story = watch.story.clone().filter(|_| !is_known);
        let options = FetchOptions { story, outlet: watch.outlet.clone(), ..self.access.options.clone() };
        let access = Access { options: &options, ..self.access };
        look_then(access, &row.url, |archive, view, retry_at| {
            let news = news(view, retry_at);
            let row = PlanRow { published: published(view).or(row.published), ..row.clone() };
            archive.keep_plan(&row, &news, watch, view.looked)?;
            match view.outcome {
                LookOutcome::Recorded { .. } => archive.follow_move(&row, watch, view.looked),
                _ => Ok(()),
            }
        })
    }
}

/// Returns what a look at an article taught.
fn news(view: &LookedView, retry_at: Option<DateTime<Utc>>) -> LookNews {
    match &view.outcome {
        LookOutcome::Recorded { recorded, .. } => match recorded.outcome {
            // The first text counts from its publication, not from when it was found.
            Outcome::Unchanged | Outcome::First => LookNews::Same { lifetime: None },
            _ => LookNews::Changed,
        },
        LookOutcome::Doubtful { .. } => LookNews::Doubtful,
        LookOutcome::Variant { .. } => LookNews::Same { lifetime: None },
        outcome if !outcome.was_asked() => LookNews::NotYet { retry_at },
        LookOutcome::Failed { message, .. } => LookNews::failed(view.status, message.clone(), retry_at),
    }
}

fn published(view: &LookedView) -> Option<DateTime<Utc>> {
    let LookOutcome::Recorded { recorded, .. } = &view.outcome else { return None };
    recorded.published.map(|time| time.instant(chrono_tz::Tz::UTC))
}
