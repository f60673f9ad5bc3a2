//! Adds, lists, pauses and removes watches, and tries one before it is kept.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use url::Url;

use super::lists::{self, ListAnswer};
use super::plan::{LookNews, Pace, at_pace};
use crate::ingest::feeds::{ListItem, ListKind, PageList};
use crate::ingest::http::{fetchable_url, host_of};
use crate::ingest::{self, Source};
use crate::model::{WatchHours, slug};
use crate::store::{PlanRole, PlanRow, Watch, WatchId, WatchKind};
use crate::track::fetch::{Access, lock, page_look_row};
use crate::track::lookup::free_name;
use crate::track::{Archive, Result, TrackError};
use crate::view::{WatchPageRow, WatchRow, WatchTestItem, WatchTestView, WatchView, WatchesView};

/// A page with so many words of text is an article, whatever links it has.
const ARTICLE_WORDS: usize = 150;
/// A watch that is paused without an end rests for so long.
const FOR_GOOD: TimeDelta = TimeDelta::days(36_500);
/// Facts that are told of a page, at most.
const MOST_FACTS: usize = 5;
/// Pages that are shown of a watch, at most.
const MOST_PAGES: usize = 500;
/// More pages than a watch can have.
const ALL_PAGES: usize = u32::MAX as usize;

/// What the reader wants watched.
#[derive(Clone, Debug, Default)]
pub struct NewWatch {
    pub url: String,
    /// Made of the address where none is given.
    pub name: Option<String>,
    /// `feed`, `sitemap`, `section` or `article`; found out where it is not given.
    pub kind: Option<WatchKind>,
    pub story: Option<String>,
    pub outlet: Option<String>,
    pub words: Vec<String>,
    pub setting: WatchSetting,
}

/// How a watch is looked at; of one that is watched already, what is not given stays as it is.
#[derive(Clone, Debug, Default)]
pub struct WatchSetting {
    pub interval: Option<LookInterval>,
    /// Hours of the day for looks, as they were written; empty for all hours …
    pub hours: Option<String>,
    /// … and their zone; that of the story where none is given.
    pub zone: Option<Tz>,
    /// Its group; empty for none.
    pub group: Option<String>,
}

/// The time between two looks at a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookInterval {
    /// It grows with the time for which the page has rested.
    Adapting,
    Fixed(TimeDelta),
}

impl WatchSetting {
    /// Returns the hours that are wanted; `zone` is theirs where none is given.
    fn hours(&self, zone: impl FnOnce() -> Result<Tz>) -> Result<Option<WatchHours>> {
        let Some(words) = self.hours.as_deref().filter(|words| !words.is_empty()) else { return Ok(None) };
        let zone = self.zone.map_or_else(zone, Ok)?;
        let bad = |_| TrackError::BadHours { words: words.to_owned() };
        WatchHours::new(words, zone).map(Some).map_err(bad)
    }

    /// Returns the group that is wanted.
    fn group(&self) -> Result<Option<String>> {
        let Some(name) = self.group.as_deref().filter(|name| !name.is_empty()) else { return Ok(None) };
        slug(name).map(Some).ok_or_else(|| TrackError::BadName { name: name.to_owned() })
    }
}

impl NewWatch {
    fn checked(&self) -> Result<Url> {
        for name in self.story.iter().chain(&self.name) {
            slug(name).ok_or_else(|| TrackError::BadName { name: name.clone() })?;
        }
        self.setting.hours(|| Ok(Tz::UTC))?;
        self.setting.group()?;
        fetchable_url(&self.url).map_err(|error| TrackError::Unwatchable {
            url: self.url.clone(),
            why: error.to_string(),
            hint: error.hint(),
        })
    }

    fn watch(&self, url: &Url, kind: WatchKind, name: String, now: DateTime<Utc>) -> Watch {
        Watch {
            id: WatchId(0),
            name,
            url: url.to_string(),
            kind,
            story: self.story.clone(),
            outlet: self.outlet.clone(),
            words: self.words.clone(),
            every: None,
            hours: None,
            group: None,
            paused_until: None,
            created: now,
        }
    }
}

/// Adds a watch; asks its server what kind of page it is where the reader does not say.
pub fn add_watch(access: Access<'_, '_>, new: &NewWatch) -> Result<WatchRow> {
    let url = new.checked()?;
    refuse_known(&lock(access.archive), url.as_str())?;
    let kind = match new.kind {
        Some(kind) => kind,
        None => tested(access, new, &url)?.0,
    };
    let now = access.time.now();
    let archive = lock(access.archive);
    archive.store.write(|_| archive.keep_watch(new, &url, kind, now))
}

/// Returns what a watch would find, without keeping anything but the server's turn.
pub fn test_watch(access: Access<'_, '_>, new: &NewWatch) -> Result<WatchTestView> {
    let url = new.checked()?;
    let (kind, list) = tested(access, new, &url)?;
    let now = access.time.now();
    let watch = new.watch(&url, kind, String::new(), now);
    let row = |item: &ListItem| WatchTestItem {
        url: item.url.to_string(),
        title: item.title.clone(),
        published: item.published,
        taken: lists::wants(&watch, item, now),
    };
    let items = list.items.iter().map(row).collect();
    Ok(WatchTestView { url: url.to_string(), kind: kind.as_str().to_owned(), title: list.title, items })
}

fn refuse_known(archive: &Archive, url: &str) -> Result<()> {
    match archive.store.watch_called(url)? {
        Some(known) => Err(TrackError::WatchTaken { name: known.name }),
        None => Ok(()),
    }
}

/// Asks for a page and tells what kind it is.
fn tested(access: Access<'_, '_>, new: &NewWatch, url: &Url) -> Result<(WatchKind, PageList)> {
    let unwatchable = |why: String| TrackError::Unwatchable {
        url: url.to_string(),
        why,
        hint: Some("`--kind` watches it all the same, from the first look that succeeds".to_owned()),
    };
    let alone =
        || PageList { items: vec![ListItem { url: url.clone(), title: None, published: None }], ..PageList::default() };
    match lists::ask(access, url, None)?.answer {
        ListAnswer::Failed(code, news) if code == "no-list" => match (new.kind, news) {
            (None | Some(WatchKind::Article), _) => Ok((WatchKind::Article, alone())),
            (Some(kind), LookNews::Failed { message, .. }) => {
                Err(unwatchable(format!("no {} was found there: {message}", kind.as_str())))
            }
            (Some(_), _) => Err(unwatchable("its server asks to wait".to_owned())),
        },
        ListAnswer::Failed(_, LookNews::Failed { message, .. } | LookNews::Gone { message }) => {
            Err(unwatchable(message))
        }
        ListAnswer::Failed(..) | ListAnswer::Unmodified(_) => Err(unwatchable("its server asks to wait".to_owned())),
        ListAnswer::Read { list, answer } => {
            let source = Source { name: url.as_str(), url: Some(url.as_str()), ..Source::default() };
            let found = match list.kind {
                ListKind::Feed => WatchKind::Feed,
                ListKind::Sitemap => WatchKind::Sitemap,
                ListKind::Section => match ingest::read(&answer.body, source) {
                    Ok(capture) if ARTICLE_WORDS <= capture.content.words() => WatchKind::Article,
                    _ => WatchKind::Section,
                },
            };
            match new.kind.unwrap_or(found) {
                WatchKind::Article => Ok((WatchKind::Article, alone())),
                kind => Ok((kind, *list)),
            }
        }
    }
}

impl Archive {
    fn keep_watch(&self, new: &NewWatch, url: &Url, kind: WatchKind, now: DateTime<Utc>) -> Result<WatchRow> {
        refuse_known(self, url.as_str())?;
        let name = match new.name.as_deref().and_then(slug) {
            Some(name) if self.store.watch_called(&name)?.is_some() => return Err(TrackError::WatchTaken { name }),
            Some(name) => name,
            None => self.free_watch_name(&name_of(url))?,
        };
        let mut watch = new.watch(url, kind, name, now);
        self.set(&mut watch, &new.setting)?;
        watch.id = self.store.add_watch(&watch)?;
        let role = if kind == WatchKind::Article { PlanRole::Item } else { PlanRole::List };
        if !self.plan(&watch, role, url, None, now)? {
            // Another watch found this page; it is this one's from now on.
            let page = self.store.add_page(url.as_str())?;
            self.store.move_plan(page, watch.id, role)?;
            self.store.forget_validators(page)?;
        }
        self.watch_row(&watch)
    }

    /// Returns `name`, or `name-2`, `name-3` … where another watch has it.
    pub(crate) fn free_watch_name(&self, name: &str) -> Result<String> {
        free_name(name, |free| Ok(self.store.watch_called(free)?.is_some()))
    }

    /// Takes up what the reader says of a watch.
    fn set(&self, watch: &mut Watch, setting: &WatchSetting) -> Result<()> {
        match setting.interval {
            None => {}
            Some(LookInterval::Adapting) => watch.every = None,
            Some(LookInterval::Fixed(every)) => watch.every = Some(every),
        }
        if setting.hours.is_some() {
            watch.hours = setting.hours(|| self.zone_of_watch(watch))?;
        }
        if setting.group.is_some() {
            watch.group = setting.group()?;
        }
        Ok(())
    }

    /// Changes how often and at which hours a watch looks at its pages, and its group.
    ///
    /// Looks that are planned are planned anew at the new pace, spread as they were.
    pub fn set_watch(&self, name: &str, setting: &WatchSetting, now: DateTime<Utc>) -> Result<WatchRow> {
        let mut watch = self.watch_named(name)?;
        let before = Pace::from(&watch);
        self.set(&mut watch, setting)?;
        let pace = Pace::from(&watch);
        self.store.write(|store| {
            store.set_watch(&watch)?;
            let rows = if pace == before { Vec::new() } else { store.plans_of(watch.id, ALL_PAGES)? };
            rows.iter().filter(|row| row.ended.is_none()).try_for_each(|row| store.save_plan(&at_pace(row, pace, now)))
        })?;
        self.watch_row(&watch)
    }

    /// Returns the names of the watches of a group.
    pub fn watches_in(&self, group: &str) -> Result<Vec<String>> {
        let watches = self.store.watches()?;
        let wanted = slug(group);
        let own = watches.iter().filter(|watch| watch.group.is_some() && watch.group == wanted);
        let names: Vec<String> = own.map(|watch| watch.name.clone()).collect();
        if names.is_empty() {
            let groups: BTreeSet<String> = watches.into_iter().filter_map(|watch| watch.group).collect();
            let close = crate::track::lookup::close(group, groups.into_iter());
            return Err(TrackError::NoSuchWatchGroup { name: group.to_owned(), close });
        }
        Ok(names)
    }

    /// Returns everything that is watched.
    pub fn watches(&self, now: DateTime<Utc>) -> Result<WatchesView> {
        let watches = self.store.watches()?;
        let watches = watches.iter().map(|watch| self.watch_row(watch)).collect::<Result<_>>()?;
        Ok(WatchesView { watches, now })
    }

    /// Returns a watch with its pages.
    pub fn watch_view(&self, name: &str, now: DateTime<Utc>) -> Result<WatchView> {
        let watch = self.watch_named(name)?;
        let rows = self.store.plans_of(watch.id, MOST_PAGES)?;
        let pages = rows.into_iter().map(|row| self.page_row(row)).collect::<Result<_>>()?;
        Ok(WatchView { watch: self.watch_row(&watch)?, pages, now })
    }

    /// Lets a watch rest until a moment, or until it is told to go on.
    pub fn pause_watch(&self, name: &str, until: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<WatchRow> {
        let watch = self.watch_named(name)?;
        let until = Some(until.unwrap_or(now + FOR_GOOD));
        self.store.write(|store| store.pause_watch(watch.id, until))?;
        self.watch_row(&Watch { paused_until: until, ..watch })
    }

    /// Returns the zone in which the times of a watch are read: that of its story.
    pub fn watch_zone(&self, name: &str) -> Result<Tz> {
        self.zone_of_watch(&self.watch_named(name)?)
    }

    fn zone_of_watch(&self, watch: &Watch) -> Result<Tz> {
        let story = watch.story.as_deref().and_then(slug);
        let story = story.map(|story| self.store.story_called(&story)).transpose()?.flatten();
        Ok(story.map_or(Tz::UTC, |story| story.timezone))
    }

    /// Goes on with a watch, its pages that were done with included.
    pub fn resume_watch(&self, name: &str, now: DateTime<Utc>) -> Result<WatchRow> {
        let watch = self.watch_named(name)?;
        self.store.write(|store| {
            store.reopen_plans(watch.id, now)?;
            store.pause_watch(watch.id, None)
        })?;
        self.watch_row(&Watch { paused_until: None, ..watch })
    }

    /// Ends a watch; the articles that it recorded stay.
    pub fn remove_watch(&self, name: &str) -> Result<WatchRow> {
        let watch = self.watch_named(name)?;
        let row = self.watch_row(&watch)?;
        self.store.write(|store| store.remove_watch(watch.id))?;
        Ok(row)
    }

    /// Makes the pages of a watch due, or of all; returns how many.
    pub fn make_due(&self, name: Option<&str>, now: DateTime<Utc>) -> Result<usize> {
        let watch = name.map(|name| self.watch_named(name)).transpose()?;
        Ok(self.store.write(|store| store.make_due(watch.map(|watch| watch.id), now))?)
    }

    fn watch_named(&self, name: &str) -> Result<Watch> {
        if let Some(watch) = self.store.watch_called(name)? {
            return Ok(watch);
        }
        let names = self.store.watches()?.into_iter().map(|watch| watch.name);
        Err(TrackError::NoSuchWatch { name: name.to_owned(), close: crate::track::lookup::close(name, names) })
    }

    fn watch_row(&self, watch: &Watch) -> Result<WatchRow> {
        let counts = self.store.watch_counts(watch.id)?;
        Ok(WatchRow {
            name: watch.name.clone(),
            url: watch.url.clone(),
            kind: watch.kind.as_str().to_owned(),
            story: watch.story.clone(),
            outlet: watch.outlet.clone(),
            words: watch.words.clone(),
            every_minutes: watch.every.map(|every| every.num_minutes()),
            hours: watch.hours.map(|hours| hours.to_string()),
            group: watch.group.clone(),
            paused_until: watch.paused_until,
            items: counts.items,
            failing: counts.failing,
            next_look: counts.next,
            last_look: counts.looked,
            failure: counts.failure,
        })
    }

    fn page_row(&self, row: PlanRow) -> Result<WatchPageRow> {
        let page = self.store.page_at(&row.url)?;
        let facts = self.store.page_facts(row.page, MOST_FACTS)?;
        let facts = facts.into_iter().rev().map(|look| page_look_row(row.url.clone(), look)).collect();
        let article = page.and_then(|page| page.article).map(|id| self.store.article(id)).transpose()?.flatten();
        let article = article.map(|article| self.found(article)).transpose()?.map(|found| found.head().reference);
        Ok(WatchPageRow {
            url: row.url,
            is_list: row.role == PlanRole::List,
            article,
            next_look: row.next_at,
            ended: row.ended,
            last_look: row.looked,
            failures: row.failures,
            failure: row.failure,
            facts,
        })
    }
}

/// Makes a name for a watch: of the host, and of the last part of the path.
fn name_of(url: &Url) -> String {
    let host = host_of(url);
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let last = url.path_segments().and_then(|parts| parts.rev().find(|part| !part.is_empty()).map(str::to_owned));
    let last = last.as_deref().and_then(|last| last.split('.').next()).unwrap_or_default();
    slug(&format!("{host} {last}")).unwrap_or_else(|| "watch".to_owned())
}
