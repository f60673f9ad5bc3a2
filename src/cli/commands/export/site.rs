//! `writethru export site`: writes the pages of the web app as files, for any host or to open from disk.
//!
//! The pages are those that `serve` shows, by the same renderers. Texts of outlets are quoted
//! as far as the pages of the story refer to them; `--full-text` gives them whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::site_folder::SiteFolder;
use super::site_passages::{CitedSentences, changes_of, entries};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::TimelineQuery;
use crate::render::counted::count;
use crate::render::export::{atom, json_feed};
use crate::render::html::article::{self, ArticlePage};
use crate::render::html::baked_search::{self, SEARCH_PATH, SEARCH_SCRIPT, SEARCH_SCRIPT_FILE, SearchIndex};
use crate::render::html::changes::{self, ChangesWanted};
use crate::render::html::claims::{self, ClaimsPage};
use crate::render::html::diff::{self, DiffMode, DiffPage};
use crate::render::html::frame::{ATOM_FILE, ICON, ICON_FILE, JSON_FEED_FILE, STYLE, STYLE_FILE};
use crate::render::html::lists::{self, TodayPage};
use crate::render::html::looks;
use crate::render::html::people::{self, PeoplePage};
use crate::render::html::site::{article_path, diff_path, looks_path, person_path, story_path, version_path};
use crate::render::html::story::{self, frame};
use crate::render::html::timeline::{self, EntryPage, TimelineFilter, TimelinePage};
use crate::render::html::version::{self, VersionPage};
use crate::render::html::{Frame, Section, Site, conflicts, figures};
use crate::track::Archive;
use crate::view::{
    ArticleLog, ChangesView, ClaimsView, Reference, StoryHead, StoryList, StoryRow, TimelineView, UpdateView,
};

/// Write the pages as a folder that any web server can show, or that opens from disk
///
/// Begin with `index.html`. No page needs a server, and only the search needs a script, which is
/// written with it. Articles that stand in no story are left out.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export site public\n  \
    writethru export site public --story ukraine-talks --full-text")]
pub(crate) struct ExportSiteArgs {
    /// Folder to write into; it must be empty, or written by this command before
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Only this story
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Give the texts of articles whole, not only the sentences that are referred to
    #[arg(long)]
    full_text: bool,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ExportSiteArgs) -> Result<CommandOutcome, CliError> {
    let mut out = SiteFolder::open(&args.folder)?;
    ctx.publish(args.story.as_deref())?;
    let archive = ctx.archive()?;
    let mut stories = match &args.story {
        Some(story) => StoryList { stories: vec![archive.story(story)?] },
        None => archive.stories()?,
    };
    stories.stories.retain(|story| 0 < story.versions);
    let mut all: Vec<UpdateView> = Vec::new();
    let mut index = SearchIndex::default();
    for row in &stories.stories {
        let own = StoryPages { archive, row, is_full: args.full_text };
        all.extend(own.write(&mut out, &mut index)?);
    }
    all.sort_by(|a, b| (a.to.captured, &a.article.reference).cmp(&(b.to.captured, &b.article.reference)));
    let view = ChangesView { timezone: chrono_tz::Tz::UTC, updates: all };
    let today = TodayPage { view: &view, stories: &stories, since: None, seen: None };
    out.page("", &lists::today_frame(), |site| lists::today(&today, site))?;
    out.page("stories/", &Frame::new("Stories", Section::Stories), |site| lists::stories(&stories, site))?;
    let frame = Frame { script: Some(SEARCH_SCRIPT_FILE), ..Frame::new("Search", Section::Search) };
    out.page(SEARCH_PATH, &frame, baked_search::body)?;
    for (name, text) in index.files(&Site::baked(1)) {
        out.file(&name, &text)?;
    }
    out.file(SEARCH_SCRIPT_FILE, SEARCH_SCRIPT)?;
    out.file(STYLE_FILE, STYLE)?;
    out.file(ICON_FILE, ICON)?;
    out.file(ATOM_FILE, &atom::changes(&view, "all stories"))?;
    out.file(JSON_FEED_FILE, &json_feed::changes(&view, "all stories"))?;
    let mut told = format!("{} pages in {}; begin with index.html", out.pages, args.folder.display());
    match out.finish()? {
        0 => {}
        n => told.push_str(&format!("; {} taken away", count(n, "file of before was", "files of before were"))),
    }
    ctx.out.remark(&told);
    Ok(CommandOutcome::Done)
}

/// The pages of one story.
struct StoryPages<'a> {
    archive: &'a Archive,
    row: &'a StoryRow,
    is_full: bool,
}

/// The sentences that pages refer to, by article and version.
type Quoted = BTreeMap<(String, usize), BTreeSet<usize>>;

impl StoryPages<'_> {
    /// Writes every page of the story; returns its updates.
    fn write(&self, out: &mut SiteFolder<'_>, index: &mut SearchIndex) -> Result<Vec<UpdateView>, CliError> {
        let name = &self.row.name;
        let head = self.archive.story_head(name)?;
        let view = self.archive.timeline(name, &TimelineQuery::default())?;
        let updates = self.archive.changes(Some(name))?;
        let quoted = self.claims(&head, &view, out)?;
        self.timeline(&head, &view, out)?;
        entries(&view).for_each(|passage| index.add(passage));
        updates.updates.iter().flat_map(changes_of).for_each(|passage| index.add(passage));
        let frame = |page: &str| frame(&head, page);
        out.page(&story_path(name, "changes"), &frame("changes"), |site| {
            changes::story_changes(&head, &updates, ChangesWanted::default(), site)
        })?;
        let view = self.archive.conflicts(name)?;
        out.page(&story_path(name, "conflicts"), &frame("accounts that differ"), |site| {
            conflicts::body(&head, &view, site)
        })?;
        let view = self.archive.figures(name, None)?;
        out.page(&story_path(name, "figures"), &frame("figures"), |site| figures::body(&head, &view, site))?;
        let view = self.archive.articles(Some(name))?;
        out.page(&story_path(name, "articles"), &frame("articles"), |site| lists::story_articles(&head, &view, site))?;
        let path = story_path(name, "");
        out.file(&format!("{path}{ATOM_FILE}"), &atom::changes(&updates, &story::title(&head)))?;
        out.file(&format!("{path}{JSON_FEED_FILE}"), &json_feed::changes(&updates, &story::title(&head)))?;
        let view = self.archive.log_with_looks(Some(name))?;
        for log in &view.articles {
            self.article(log, view.timezone, &quoted, (&mut *out, &mut *index))?;
        }
        Ok(updates.updates)
    }

    fn timeline(&self, head: &StoryHead, view: &TimelineView, out: &mut SiteFolder<'_>) -> Result<(), CliError> {
        let name = &self.row.name;
        let total = view.entries.len() + view.undated.len();
        let page = TimelinePage { head: head.clone(), view, filter: TimelineFilter::default(), total, is_latest: true };
        out.page(&story_path(name, ""), &frame(head, ""), |site| timeline::body(&page, site))?;
        for entry in view.entries.iter().chain(&view.undated) {
            let path = story_path(name, &format!("entry/{}", entry.id));
            out.page(&path, &frame(head, "an entry"), |site| timeline::entry_page(&EntryPage { view, entry }, site))?;
        }
        self.former_entries(head, view, out)
    }

    /// Lets the pages of an earlier export go on to show their entries, where these go by other identities now.
    fn former_entries(&self, head: &StoryHead, view: &TimelineView, out: &mut SiteFolder<'_>) -> Result<(), CliError> {
        for (former, now) in self.archive.entry_redirects(&self.row.name)? {
            let path = story_path(&self.row.name, &format!("entry/{former}"));
            let entry = view.entries.iter().chain(&view.undated).find(|entry| entry.id == now);
            if let Some(entry) = entry.filter(|_| out.had_page(&path)) {
                out.page(&path, &frame(head, "an entry"), |site| {
                    timeline::entry_page(&EntryPage { view, entry }, site)
                })?;
            }
        }
        Ok(())
    }

    /// Writes the claims and the people; returns the sentences that these and the timeline refer to.
    fn claims(&self, head: &StoryHead, timeline: &TimelineView, out: &mut SiteFolder<'_>) -> Result<Quoted, CliError> {
        let name = &self.row.name;
        let view = self.archive.claims(name, None, None, None)?;
        let total = view.claims.len();
        let page = ClaimsPage {
            head: head.clone(),
            claims: view.claims.iter().collect(),
            total,
            is_latest: true,
            ..ClaimsPage::default()
        };
        out.page(&story_path(name, "claims"), &frame(head, "claims"), |site| claims::body(&page, site))?;
        self.people(head, &view, out)?;
        let mut quoted = Quoted::new();
        let occurrences = view.claims.iter().flat_map(|claim| &claim.occurrences);
        let evidence = timeline.entries.iter().chain(&timeline.undated).flat_map(|entry| &entry.evidence);
        let places = occurrences.map(|own| (&own.article, own.version, own.sentence));
        for (article, version, sentence) in places.chain(evidence.map(|own| (&own.article, own.version, own.sentence)))
        {
            quoted.entry((article.clone(), version)).or_default().insert(sentence);
        }
        Ok(quoted)
    }

    /// Writes who is quoted, with a page for each.
    fn people(&self, head: &StoryHead, claims: &ClaimsView, out: &mut SiteFolder<'_>) -> Result<(), CliError> {
        let people = self.archive.people(&self.row.name)?;
        let page = PeoplePage { head, people: &people, claims, is_latest: true, page: 0 };
        out.page(&story_path(&self.row.name, "people"), &frame(head, "people"), |site| people::body(&page, site))?;
        for name in page.speakers() {
            let Some(speaker) = crate::model::slug(name).and_then(|address| page.speaker(&address)) else { continue };
            let path = person_path(&self.row.name, name);
            out.page(&path, &frame(head, name), |site| people::person_page(&page, &speaker, site))?;
        }
        Ok(())
    }

    fn article(
        &self,
        log: &ArticleLog,
        timezone: chrono_tz::Tz,
        quoted: &Quoted,
        (out, index): (&mut SiteFolder<'_>, &mut SearchIndex),
    ) -> Result<(), CliError> {
        let page = ArticlePage { log, timezone };
        let (title, path) = (article::title(log), article_path(&log.article));
        out.page(&path, &Frame::new(title, Section::Stories), |site| article::body(&page, site))?;
        let path = looks_path(&log.article);
        out.page(&path, &Frame::new(looks::title(log), Section::Stories), |site| looks::body(&page, site))?;
        let reference = &log.article.reference;
        let versions: Vec<usize> = log.versions.iter().map(|row| row.version.number).collect();
        let own: Reference = reference.parse().expect("a reference is one");
        let none = BTreeSet::new();
        let mut before = None;
        let mut told = CitedSentences::default();
        self.archive.each_version(&own, |own| {
            let number = own.show.version.number;
            let sentences = quoted.get(&(reference.clone(), number)).unwrap_or(&none);
            let quoted = (!self.is_full).then_some(sentences);
            told.take(&own.show, quoted);
            let page = VersionPage { view: &own.show, versions: &versions, blame: Some(&own.blame), quoted };
            let frame = Frame::new(version::title(&own.show), Section::Stories);
            out.page(&version_path(reference, number), &frame, |site| version::body(&page, site))?;
            if let Some((before, view)) = before.replace(number).zip(own.diff) {
                let is_excerpt = !self.is_full;
                let page =
                    DiffPage { view: &view, versions: &versions, mode: DiffMode::Inline, is_excerpt, review: None };
                let frame = Frame::new(diff::title(&view), Section::Stories);
                out.page(&diff_path(reference, before, number), &frame, |site| diff::body(&page, site))?;
            }
            Ok::<(), CliError>(())
        })?;
        told.passages(&log.article).for_each(|passage| index.add(passage));
        Ok(())
    }
}
