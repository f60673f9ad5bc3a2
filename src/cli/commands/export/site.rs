//! `writethru export site`: writes the pages of the web app as files, for any host or to open from disk.
//!
//! The pages are those that `serve` shows, by the same renderers. Texts of outlets are quoted
//! as far as the pages of the story refer to them; `--full-text` gives them whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use maud::Markup;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::TimelineQuery;
use crate::render::export::{atom, json_feed};
use crate::render::html::article::{self, ArticlePage};
use crate::render::html::claims::{self, ClaimsPage};
use crate::render::html::diff::{self, DiffMode, DiffPage};
use crate::render::html::frame::{ICON, ICON_FILE, STYLE, STYLE_FILE};
use crate::render::html::lists::{self, TodayPage};
use crate::render::html::site::{article_path, diff_path, person_path, story_path, version_path};
use crate::render::html::story;
use crate::render::html::timeline::{self, EntryPage, TimelineFilter, TimelinePage};
use crate::render::html::version::{self, VersionPage};
use crate::render::html::{Frame, Section, Site, changes, conflicts, figures};
use crate::track::Archive;
use crate::view::{ArticleLog, ChangesView, Reference, StoryHead, StoryList, StoryRow, TimelineView, UpdateView};

/// Write the pages as a folder that any web server can show, or that opens from disk
///
/// Begin with `index.html`. No page needs a server or a script. Articles that stand in no
/// story are left out.
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

/// What marks a folder as written by this command.
const MARK: &str = ".writethru-site";

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ExportSiteArgs) -> Result<CommandOutcome, CliError> {
    let mut out = SiteFolder::open(&args.folder)?;
    let archive = ctx.archive()?;
    let mut stories = match &args.story {
        Some(story) => StoryList { stories: vec![archive.story(story)?] },
        None => archive.stories()?,
    };
    stories.stories.retain(|story| 0 < story.versions);
    let mut all: Vec<UpdateView> = Vec::new();
    for row in &stories.stories {
        let own = StoryPages { archive, row, is_full: args.full_text };
        all.extend(own.write(&mut out)?);
    }
    all.sort_by(|a, b| (a.to.captured, &a.article.reference).cmp(&(b.to.captured, &b.article.reference)));
    let view = ChangesView { timezone: chrono_tz::Tz::UTC, updates: all };
    let today = TodayPage { view: &view, stories: &stories, since: None, seen: None };
    out.page("", &Frame::new("What changed", Section::Today), |site| lists::today(&today, site))?;
    out.page("stories/", &Frame::new("Stories", Section::Stories), |site| lists::stories(&stories, site))?;
    out.file(STYLE_FILE, STYLE)?;
    out.file(ICON_FILE, ICON)?;
    out.file(MARK, "Written by `writethru export site`.\n")?;
    let told = format!("{} pages in {}; begin with index.html", out.pages, args.folder.display());
    ctx.out.remark(&told);
    Ok(CommandOutcome::Done)
}

/// The folder that is written into.
struct SiteFolder<'f> {
    folder: &'f Path,
    pages: usize,
}

impl<'f> SiteFolder<'f> {
    /// Takes a folder that is empty, not there yet, or was written by this command.
    fn open(folder: &'f Path) -> Result<Self, CliError> {
        let is_ours = folder.join(MARK).exists();
        let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
        if !is_ours && !is_empty || folder.is_file() {
            let message = format!("{} holds something else", folder.display());
            return Err(CliError::refused(message, "name a new or an empty folder; nothing was overwritten"));
        }
        Ok(Self { folder, pages: 0 })
    }

    fn page(&mut self, path: &str, frame: &Frame, body: impl FnOnce(&Site) -> Markup) -> Result<(), CliError> {
        let site = Site::baked(path.matches('/').count());
        self.pages += 1;
        self.file(&format!("{path}index.html"), &frame.page(&site, &body(&site)))
    }

    fn file(&self, path: &str, text: &str) -> Result<(), CliError> {
        let path = self.folder.join(decoded(path));
        let folder = path.parent().unwrap_or(self.folder);
        fs::create_dir_all(folder).and_then(|()| fs::write(&path, text)).map_err(|error| {
            CliError::refused(format!("cannot write {}: {error}", path.display()), "name a folder you may write to")
        })
    }
}

/// Returns an address as the name of a file: hosts decode what links encode.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
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
    fn write(&self, out: &mut SiteFolder<'_>) -> Result<Vec<UpdateView>, CliError> {
        let name = &self.row.name;
        let head = self.archive.story_head(name)?;
        let view = self.archive.timeline(name, &TimelineQuery::default())?;
        let updates = self.archive.changes(Some(name))?;
        let quoted = self.claims(&head, &view, out)?;
        self.timeline(&head, &view, out)?;
        let frame = |page: &str| frame(&head, page);
        out.page(&story_path(name, "changes"), &frame("changes"), |site| {
            changes::story_changes(&head, &updates, site)
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
        out.file(&format!("{path}feed.atom"), &atom::changes(&updates, story::title(&head)))?;
        out.file(&format!("{path}feed.json"), &json_feed::changes(&updates, story::title(&head)))?;
        let view = self.archive.log(Some(name))?;
        for log in &view.articles {
            self.article(log, view.timezone, &quoted, out)?;
        }
        Ok(updates.updates)
    }

    fn timeline(&self, head: &StoryHead, view: &TimelineView, out: &mut SiteFolder<'_>) -> Result<(), CliError> {
        let name = &self.row.name;
        let total = view.entries.len() + view.undated.len();
        let page = TimelinePage { head: head.clone(), view, filter: TimelineFilter::default(), total };
        out.page(&story_path(name, ""), &frame(head, ""), |site| timeline::body(&page, site))?;
        for entry in view.entries.iter().chain(&view.undated) {
            let path = story_path(name, &format!("entry/{}", entry.id));
            out.page(&path, &frame(head, "an entry"), |site| timeline::entry_page(&EntryPage { view, entry }, site))?;
        }
        Ok(())
    }

    /// Writes the claims and the people; returns the sentences that these and the timeline refer to.
    fn claims(&self, head: &StoryHead, timeline: &TimelineView, out: &mut SiteFolder<'_>) -> Result<Quoted, CliError> {
        let name = &self.row.name;
        let view = self.archive.claims(name, None, None, None)?;
        let total = view.claims.len();
        let page = ClaimsPage { head: head.clone(), claims: &view.claims, total, ..ClaimsPage::default() };
        out.page(&story_path(name, "claims"), &frame(head, "claims"), |site| claims::body(&page, site))?;
        out.page(&story_path(name, "people"), &frame(head, "people"), |site| claims::people(head, &view, site))?;
        let speakers: BTreeSet<&str> = view.claims.iter().filter_map(|claim| claim.speaker.as_deref()).collect();
        for speaker in speakers {
            let path = person_path(name, speaker);
            let own = crate::model::slug(speaker).unwrap_or_default();
            let site = Site::baked(path.matches('/').count());
            if let Some(body) = claims::person_page(head, &view, &own, &site) {
                out.page(&path, &frame(head, speaker), |_| body)?;
            }
        }
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

    fn article(
        &self,
        log: &ArticleLog,
        timezone: chrono_tz::Tz,
        quoted: &Quoted,
        out: &mut SiteFolder<'_>,
    ) -> Result<(), CliError> {
        let page = ArticlePage { log, timezone };
        let title = article::title(log);
        out.page(&article_path(&log.article), &Frame::new(title, Section::Stories), |site| article::body(&page, site))?;
        let reference = &log.article.reference;
        let versions: Vec<usize> = log.versions.iter().map(|row| row.version.number).collect();
        for number in &versions {
            let own: Reference = format!("{reference}@{number}").parse().expect("a number names a version");
            let (view, blame) = (self.archive.show(&own)?, self.archive.blame(&own)?);
            let none = BTreeSet::new();
            let own = quoted.get(&(reference.clone(), *number)).unwrap_or(&none);
            let quoted = (!self.is_full).then_some(own);
            let page = VersionPage { view: &view, versions: &versions, blame: Some(&blame), quoted };
            let frame = Frame::new(version::title(&view), Section::Stories);
            out.page(&version_path(reference, *number), &frame, |site| version::body(&page, site))?;
        }
        for pair in versions.windows(2) {
            let own: Reference =
                format!("{reference}@{}..{}", pair[0], pair[1]).parse().expect("numbers name versions");
            let view = self.archive.diff(&own, None)?;
            let is_excerpt = !self.is_full;
            let page = DiffPage { view: &view, versions: &versions, mode: DiffMode::Inline, is_excerpt };
            let frame = Frame::new(diff::title(&view), Section::Stories);
            out.page(&diff_path(reference, pair[0], pair[1]), &frame, |site| diff::body(&page, site))?;
        }
        Ok(())
    }
}

fn frame(head: &StoryHead, page: &str) -> Frame {
    let title = story::title(head);
    Frame::new(if page.is_empty() { title.to_owned() } else { format!("{title}: {page}") }, Section::Stories)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_hosts_decode_links() {
        assert_eq!(decoded("story/%E6%B4%AA/index.html"), "story/洪/index.html");
        assert_eq!(decoded("50%25/%zz"), "50%/%zz");
    }
}
