//! Takes watches and their pages to another archive: what is watched and what is known of it, not when it is looked at.
//!
//! All that was taken up is due at once there. What the next request could say of the answer before is left behind, so the
//! first look of each page brings it whole.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use url::Url;

use super::export::instant;
use crate::ingest::http::fetchable_url;
use crate::ingest::{ImportLine, LineError, PageLine, PageLookLine, WatchLine, line_time};
use crate::model::{WatchHours, slug};
use crate::store::{PageLook, PageLookKind, PageState, PlanRole, Watch, WatchId, WatchKind};
use crate::track::watch::LONGEST_EVERY;
use crate::track::{Archive, Result};

/// A watch of a line, read: nothing in it can be refused any more.
pub(super) struct RestoredWatch {
    watch: Watch,
    url: Url,
}

/// A page of a line, read.
pub(super) struct RestoredPage {
    url: Url,
    story: Option<String>,
    article: Option<String>,
    watch: Option<String>,
    role: PlanRole,
    published: Option<DateTime<Utc>>,
    gone_since: Option<DateTime<Utc>>,
    moved: Option<(String, DateTime<Utc>)>,
    looks: Vec<PageLook>,
}

type LineResult<T> = std::result::Result<T, LineError>;

fn moment(field: &'static str, value: Option<&str>) -> LineResult<Option<DateTime<Utc>>> {
    Ok(line_time(field, value, Tz::UTC)?.map(|time| time.instant(Tz::UTC)))
}

fn address(url: &str) -> LineResult<Url> {
    fetchable_url(url).map_err(|error| LineError::Watch(error.to_string()))
}

fn name(name: Option<&str>) -> LineResult<Option<String>> {
    let slug_of = |name: &str| slug(name).ok_or_else(|| LineError::BadName(name.to_owned()));
    name.map(slug_of).transpose()
}

impl RestoredWatch {
    /// Reads the watch of a line.
    pub(super) fn read(line: &WatchLine) -> LineResult<Self> {
        let kind = WatchKind::of(&line.kind).ok_or_else(|| LineError::Watch(format!("`{}` is no kind", line.kind)))?;
        let every = line.every.map(|seconds| TimeDelta::try_seconds(seconds).unwrap_or(TimeDelta::MAX));
        if every.is_some_and(|every| !(TimeDelta::seconds(1)..=LONGEST_EVERY).contains(&every)) {
            return Err(LineError::Watch(format!("`every` is not 1 to {} seconds", LONGEST_EVERY.num_seconds())));
        }
        let hours = line.hours.as_deref().map(str::parse::<WatchHours>).transpose();
        let hours = hours.map_err(|error| LineError::Watch(format!("`hours`: {error}, and a zone")))?;
        let url = address(&line.url)?;
        let watch = Watch {
            id: WatchId(0),
            name: name(Some(&line.name))?.unwrap_or_default(),
            url: url.to_string(),
            kind,
            story: name(line.story.as_deref())?.and(line.story.clone()),
            outlet: line.outlet.clone(),
            words: line.words.clone(),
            every,
            hours,
            group: name(line.group.as_deref())?,
            paused_until: moment("paused_until", line.paused_until.as_deref())?,
            created: moment("created", Some(&line.created))?.unwrap_or_default(),
        };
        Ok(Self { watch, url })
    }
}

impl RestoredPage {
    /// Reads the page of a line.
    pub(super) fn read(line: &PageLine) -> LineResult<Self> {
        let look = |look: &PageLookLine| {
            let kind = PageLookKind::of(&look.kind);
            Ok(PageLook {
                looked: moment("looked", Some(&look.looked))?.unwrap_or_default(),
                kind: kind.ok_or_else(|| LineError::Watch(format!("`{}` is no kind of a look", look.kind)))?,
                reason: look.reason.clone(),
                message: look.message.clone(),
                status: look.status,
            })
        };
        Ok(Self {
            url: address(&line.url)?,
            story: name(line.story.as_deref())?,
            article: name(line.article.as_deref())?,
            watch: name(line.watch.as_deref())?,
            role: if line.is_list { PlanRole::List } else { PlanRole::Item },
            published: moment("published", line.published.as_deref())?,
            gone_since: moment("gone_since", line.gone_since.as_deref())?,
            moved: line.moved_to.clone().zip(moment("moved_since", line.moved_since.as_deref())?),
            looks: line.looks.iter().map(look).collect::<LineResult<_>>()?,
        })
    }
}

impl Archive {
    /// Takes up a watch, unless its address is watched already; returns whether it is new.
    pub(super) fn restore_watch(&self, restored: &RestoredWatch, now: DateTime<Utc>) -> Result<bool> {
        let RestoredWatch { watch, url } = restored;
        if self.store.watch_called(&watch.url)?.is_some() {
            return Ok(false);
        }
        let mut watch = Watch { name: self.free_watch_name(&watch.name)?, ..watch.clone() };
        watch.id = self.store.add_watch(&watch)?;
        let role = if watch.kind == WatchKind::Article { PlanRole::Item } else { PlanRole::List };
        self.plan(&watch, role, url, None, now)?;
        Ok(true)
    }

    /// Takes up what is known of a page, and has its watch look at it.
    pub(super) fn restore_page(&self, restored: &RestoredPage, now: DateTime<Utc>) -> Result<()> {
        let url = restored.url.as_str();
        let known = self.store.page_at(url)?;
        let mut page = match known {
            Some(page) => page,
            None => PageState { id: self.store.add_page(url)?, url: url.to_owned(), ..PageState::default() },
        };
        page.article = match page.article {
            Some(article) => Some(article),
            None => match &restored.article {
                Some(article) => self.article_in(restored.story.as_deref(), article)?.map(|article| article.id),
                None => None,
            },
        };
        page.gone_since = page.gone_since.or(restored.gone_since);
        page.moved = page.moved.take().or_else(|| restored.moved.clone());
        self.store.save_page(&page)?;
        let looks = self.store.page_looks(page.id)?;
        for look in restored.looks.iter().filter(|look| !looks.contains(look)) {
            self.store.add_page_look(page.id, look)?;
        }
        if let Some(name) = &restored.watch
            && let Some(watch) = self.store.watch_called(name)?
        {
            self.plan(&watch, restored.role, &restored.url, restored.published, now)?;
        }
        Ok(())
    }

    /// Returns the lines of everything that is watched, and of the pages of all articles; of a story alone, what is
    /// filed under it.
    pub(super) fn watch_lines(&self, story: Option<&str>) -> Result<Vec<ImportLine<'static>>> {
        let hidden = if self.store.hides_held()? { self.store.held_stories()? } else { Vec::new() };
        let mut watches = self.store.watches()?;
        watches.retain(|watch| {
            let own = watch.story.as_deref().and_then(slug);
            let is_hidden = own.as_ref().is_some_and(|own| hidden.contains(own));
            !is_hidden && story.is_none_or(|story| own.as_deref() == Some(story))
        });
        let watch_line = |watch: &Watch| ImportLine { watch: Some(Box::new(line_of(watch))), ..ImportLine::default() };
        let mut lines: Vec<_> = watches.iter().map(watch_line).collect();
        for page in self.store.pages()? {
            let plan = self.store.plan_of(page.id)?;
            let watch = plan.as_ref().and_then(|plan| watches.iter().find(|watch| watch.id == plan.watch));
            let found = page.article.map(|id| self.store.article(id)).transpose()?.flatten();
            let home = found.as_ref().and_then(|article| article.story).map(|id| self.store.story(id)).transpose()?;
            let home = home.flatten().map(|story| story.slug);
            let found = found.filter(|_| story.is_none() || home.as_deref() == story);
            if watch.is_none() && found.is_none() {
                continue;
            }
            let looks = self.store.page_looks(page.id)?;
            let line = PageLine {
                story: home.filter(|_| found.is_some()),
                article: found.map(|article| article.slug),
                watch: watch.map(|watch| watch.name.clone()),
                is_list: plan.as_ref().is_some_and(|plan| plan.role == PlanRole::List),
                published: plan.as_ref().and_then(|plan| plan.published).map(instant),
                gone_since: page.gone_since.map(instant),
                moved_to: page.moved.as_ref().map(|(to, _)| to.clone()),
                moved_since: page.moved.as_ref().map(|(_, since)| instant(*since)),
                looks: looks.into_iter().map(look_line).collect(),
                url: page.url,
            };
            lines.push(ImportLine { page: Some(Box::new(line)), ..ImportLine::default() });
        }
        Ok(lines)
    }
}

fn line_of(watch: &Watch) -> WatchLine {
    WatchLine {
        name: watch.name.clone(),
        url: watch.url.clone(),
        kind: watch.kind.as_str().to_owned(),
        story: watch.story.clone(),
        outlet: watch.outlet.clone(),
        words: watch.words.clone(),
        every: watch.every.map(|every| every.num_seconds()),
        hours: watch.hours.map(|hours| hours.to_string()),
        group: watch.group.clone(),
        paused_until: watch.paused_until.map(instant),
        created: instant(watch.created),
    }
}

fn look_line(look: PageLook) -> PageLookLine {
    let PageLook { looked, kind, reason, message, status } = look;
    PageLookLine { looked: instant(looked), kind: kind.as_str().to_owned(), reason, message, status }
}
