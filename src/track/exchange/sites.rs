//! Takes along how the pages of sites are read, and the lines that they repeat.

use chrono_tz::Tz;

use super::export::instant;
use crate::ingest::{ImportLine, LineError, RepeatedLineLine, SiteLine, check_selectors, line_time, site_of};
use crate::model::{RepeatedLine, SiteSelectors};
use crate::track::repeated::LatestParagraphs;
use crate::track::{Archive, Result};

/// Reads the site of a line.
pub(super) fn read(line: &SiteLine) -> std::result::Result<SiteSelectors, LineError> {
    let bad = |why: String| LineError::Site(why);
    let host = site_of(&line.host).ok_or_else(|| bad(format!("`{}` is no site", line.host)))?;
    check_selectors(&line.selectors).map_err(|error| bad(error.to_string()))?;
    let created = line_time("created", Some(&line.created), Tz::UTC)?.map(|time| time.instant(Tz::UTC));
    Ok(SiteSelectors { host, selectors: line.selectors.clone(), created: created.unwrap_or_default() })
}

/// Reads the repeated line of a line, and the articles of which it is left out.
pub(super) fn read_repeated(line: &RepeatedLineLine) -> std::result::Result<(RepeatedLine, Vec<String>), LineError> {
    let host = site_of(&line.host).ok_or_else(|| LineError::Site(format!("`{}` is no site", line.host)))?;
    if line.line.trim().is_empty() {
        return Err(LineError::Site("`line` holds no words".to_owned()));
    }
    let moment = |field, words: Option<&str>| -> std::result::Result<_, LineError> {
        Ok(line_time(field, words, Tz::UTC)?.map(|time| time.instant(Tz::UTC)))
    };
    let repeated = RepeatedLine {
        host,
        line: line.line.clone(),
        articles: line.articles,
        looked: line.looked,
        learnt: moment("learnt", Some(&line.learnt))?.unwrap_or_default(),
        kept: moment("kept", line.kept.as_deref())?,
    };
    Ok((repeated, line.left_out_of.clone()))
}

impl Archive {
    /// Takes up a repeated line, unless the site has it, and leaves it out of the articles that are here.
    pub(super) fn restore_repeated(&self, line: &RepeatedLine, left_out_of: &[String]) -> Result<bool> {
        let is_new = self.store.add_repeated_line(line)?;
        let known = self.store.repeated_lines(Some(&line.host))?;
        let Some((id, _)) = known.iter().find(|(_, own)| own.line == line.line) else { return Ok(is_new) };
        for name in left_out_of {
            let (story, article) = name.rsplit_once('/').map_or((None, name.as_str()), |(a, b)| (Some(a), b));
            if let Some(article) = self.article_in(story, article)? {
                self.store.settle_repeated_line(article.id, *id, true)?;
            }
        }
        Ok(is_new)
    }

    /// Returns the lines of everything that sites repeat.
    pub(super) fn repeated_line_lines(&self) -> Result<Vec<ImportLine<'static>>> {
        let hides_held = self.store.hides_held()?;
        let hidden = if hides_held { self.store.held_stories()? } else { Vec::new() };
        let mut texts = LatestParagraphs::of(self);
        let mut lines = Vec::new();
        for (id, line) in self.store.repeated_lines(None)? {
            let mut left_out_of = Vec::new();
            for article in self.store.articles_without_line(id)? {
                let Some(article) = self.store.article(article)? else { continue };
                let story = article.story.map(|id| self.store.story(id)).transpose()?.flatten();
                match story.map(|story| story.slug) {
                    Some(story) if hidden.contains(&story) => {}
                    Some(story) => left_out_of.push(format!("{story}/{}", article.slug)),
                    None => left_out_of.push(article.slug),
                }
            }
            left_out_of.sort_unstable();
            // A line that only held articles have is held with them.
            if hides_held && left_out_of.is_empty() && !texts.hold(&line)? {
                continue;
            }
            let RepeatedLine { host, line, articles, looked, learnt, kept } = line;
            let (learnt, kept) = (instant(learnt), kept.map(instant));
            let line = RepeatedLineLine { host, line, articles, looked, learnt, kept, left_out_of };
            lines.push(ImportLine { repeated: Some(Box::new(line)), ..ImportLine::default() });
        }
        Ok(lines)
    }

    /// Returns the lines of all sites.
    pub(super) fn site_lines(&self) -> Result<Vec<ImportLine<'static>>> {
        let line = |site: SiteSelectors| SiteLine {
            host: site.host,
            selectors: site.selectors,
            created: instant(site.created),
        };
        let sites = self.store.sites()?.into_iter().map(line);
        Ok(sites.map(|site| ImportLine { site: Some(Box::new(site)), ..ImportLine::default() }).collect())
    }
}
