//! Keeps how the pages of a site are read, and tries selectors on pages before they are kept.
//!
//! Selectors win over the general rules wherever a page comes in: a look, a file, an archive. They change no version; the
//! next look at an article is read with them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::lookup::{FoundArticle, close};
use super::{Archive, Result, TrackError};
use crate::ingest::{self, Extracted, site_of};
use crate::model::{Selectors, SiteSelectors};
use crate::view::{PageReading, SelectedView, SitePageView, SiteTestView, SitesView};

/// Pages of the archive that selectors are tried on, at most.
const MOST_TRIED: usize = 20;

/// The selectors of all sites, asked once for many pages.
#[derive(Clone, Debug, Default)]
pub struct SiteRules(Vec<SiteSelectors>);

impl SiteRules {
    /// Returns the selectors for a page: those of its host, else of the nearest host above.
    pub fn of(&self, url: Option<&str>) -> Option<&Selectors> {
        let host = site_of(url.filter(|_| !self.0.is_empty())?)?;
        let is_of = |site: &&SiteSelectors| {
            host == site.host || host.strip_suffix(site.host.as_str()).is_some_and(|sub| sub.ends_with('.'))
        };
        let nearest = self.0.iter().filter(is_of).max_by_key(|site| site.host.len())?;
        Some(&nearest.selectors)
    }
}

/// A page to try selectors on: what messages call it, and its text.
#[derive(Clone, Debug)]
pub struct SitePage {
    pub name: String,
    pub url: Option<String>,
    pub html: String,
}

impl Archive {
    /// Returns the selectors of all sites.
    pub fn site_rules(&self) -> Result<SiteRules> {
        Ok(SiteRules(self.store.sites()?))
    }

    /// Returns every site that is read by selectors of its own.
    pub fn sites(&self) -> Result<SitesView> {
        Ok(SitesView { sites: self.store.sites()? })
    }

    /// Keeps how sites are read, in the place of what was said before; all of them or none.
    pub fn add_sites(&self, sites: &[(String, Selectors)], now: DateTime<Utc>) -> Result<SitesView> {
        let checked = |(host, selectors): &(String, Selectors)| -> Result<SiteSelectors> {
            ingest::check_selectors(selectors)
                .map_err(|error| TrackError::BadSelectors { host: host.clone(), why: error.to_string() })?;
            Ok(SiteSelectors { host: named(host)?, selectors: selectors.clone(), created: now })
        };
        let sites = sites.iter().map(checked).collect::<Result<Vec<SiteSelectors>>>()?;
        self.store.write(|store| sites.iter().try_for_each(|site| store.save_site(site)))?;
        Ok(SitesView { sites })
    }

    /// Returns how a site is read.
    pub fn site(&self, name: &str) -> Result<SitesView> {
        let host = named(name)?;
        match self.store.site(&host)? {
            Some(site) => Ok(SitesView { sites: vec![site] }),
            None => {
                let hosts = self.store.sites()?.into_iter().map(|site| site.host);
                Err(TrackError::NoSuchSite { close: close(&host, hosts), name: host })
            }
        }
    }

    /// Has a site read by the general rules again.
    pub fn remove_site(&self, name: &str) -> Result<SitesView> {
        let view = self.site(name)?;
        self.store.write(|store| store.remove_site(&view.sites[0].host))?;
        Ok(view)
    }

    /// Takes up how a site is read from an export, unless the reader has said it already; returns whether it is new.
    pub(crate) fn restore_site(&self, site: &SiteSelectors) -> Result<bool> {
        if self.store.site(&site.host)?.is_some() {
            return Ok(false);
        }
        self.store.save_site(site)?;
        Ok(true)
    }

    /// Tries selectors, or those that are kept, on these pages; where there are none, on the latest pages of the site that
    /// the archive keeps.
    pub fn test_site(&self, name: &str, selectors: Option<Selectors>, pages: Vec<SitePage>) -> Result<SiteTestView> {
        let host = named(name)?;
        let selectors = match selectors {
            Some(selectors) => selectors,
            None => self.site(&host)?.sites.remove(0).selectors,
        };
        ingest::check_selectors(&selectors)
            .map_err(|error| TrackError::BadSelectors { host: host.clone(), why: error.to_string() })?;
        let pages = if pages.is_empty() { self.kept_pages(&host)? } else { pages };
        let zone = self.zone_of(None)?;
        let pages = pages.iter().map(|page| tried(page, &selectors, zone)).collect();
        Ok(SiteTestView { host, selectors, pages })
    }

    /// Returns the latest page that is kept of each article of a site.
    fn kept_pages(&self, host: &str) -> Result<Vec<SitePage>> {
        let rule = SiteRules(vec![SiteSelectors {
            host: host.to_owned(),
            selectors: Selectors::default(),
            created: DateTime::UNIX_EPOCH,
        }]);
        let mut pages = Vec::new();
        for found in self.articles_meant(None)? {
            if pages.len() == MOST_TRIED {
                break;
            }
            let url = found.article.addresses.iter().find(|url| rule.of(Some(url)).is_some());
            if let Some(url) = url {
                pages.extend(self.kept_page(&found, url)?);
            }
        }
        Ok(pages)
    }

    fn kept_page(&self, found: &FoundArticle, url: &str) -> Result<Option<SitePage>> {
        let captures = self.store.captures(found.article.id)?;
        let latest = captures.iter().filter(|capture| capture.has_original).max_by_key(|capture| capture.captured);
        let Some(latest) = latest else { return Ok(None) };
        let Some(original) = self.store.original(latest.id)? else { return Ok(None) };
        let number = found.versions.iter().find(|version| version.id == latest.version).map(|version| version.number);
        let content_type = format!("{}; charset={}", original.media_type, original.encoding);
        let html = ingest::decode(&original.bytes, Some(&content_type)).text;
        let name = format!("{}@{}", found.head().reference, number.unwrap_or_default());
        Ok(Some(SitePage { name, url: Some(url.to_owned()), html }))
    }
}

/// Returns the host that a reader named.
fn named(name: &str) -> Result<String> {
    site_of(name).ok_or_else(|| TrackError::BadSite { name: name.to_owned() })
}

/// Reads a page with selectors and without.
fn tried(page: &SitePage, selectors: &Selectors, zone: Tz) -> SitePageView {
    let read = |selectors| ingest::extract(&page.html, page.url.as_deref(), zone, selectors);
    let (before, after) = (read(None), read(Some(selectors)));
    let selected = ingest::elements_selected(&page.html, selectors).into_iter();
    let selected =
        selected.map(|(part, selector, elements)| SelectedView { part: part.to_owned(), selector, elements });
    SitePageView {
        page: page.name.clone(),
        selected: selected.collect(),
        gained: missing(&after.text, &before.text),
        lost: missing(&before.text, &after.text),
        before: reading(before),
        after: reading(after),
    }
}

/// Returns the paragraphs of `text` that `other` has not.
fn missing(text: &str, other: &str) -> Vec<String> {
    let other: HashSet<&str> = other.split("\n\n").collect();
    text.split("\n\n").filter(|part| !part.is_empty() && !other.contains(part)).map(str::to_owned).collect()
}

fn reading(found: Extracted) -> PageReading {
    PageReading {
        words: found.text.split_whitespace().count(),
        paragraphs: found.text.split("\n\n").filter(|part| !part.is_empty()).count(),
        headline: found.headline,
        standfirst: found.standfirst,
        byline: found.byline_line,
        unusable: found.unusable.map(|reason| reason.as_str().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(selector: &str) -> Selectors {
        Selectors { body: Some(selector.to_owned()), ..Selectors::default() }
    }

    #[test]
    fn the_nearest_host_decides() {
        let archive = Archive::in_memory().unwrap();
        let sites = [("https://www.post.example/", ".a"), ("live.post.example", ".b")];
        let sites = sites.map(|(host, selector)| (host.to_owned(), body(selector)));
        archive.add_sites(&sites, DateTime::UNIX_EPOCH).unwrap();
        let rules = archive.site_rules().unwrap();
        let of = |url: &str| rules.of(Some(url)).and_then(|selectors| selectors.body.clone());
        assert_eq!(of("https://post.example/a").as_deref(), Some(".a"));
        assert_eq!(of("https://www.post.example/a").as_deref(), Some(".a"));
        assert_eq!(of("https://uk.live.post.example/a").as_deref(), Some(".b"));
        assert_eq!(of("https://outpost.example/a"), None);
        assert_eq!(rules.of(None), None);
    }

    #[test]
    fn what_cannot_be_used_is_refused_and_nothing_is_kept() {
        let archive = Archive::in_memory().unwrap();
        let sites = [("post.example".to_owned(), body(".a")), ("herald.example".to_owned(), body("p["))];
        let error = archive.add_sites(&sites, DateTime::UNIX_EPOCH).unwrap_err();
        assert!(error.to_string().contains("herald.example") && error.hint().is_some(), "{error}");
        assert_eq!(archive.sites().unwrap().sites, []);
        assert!(archive.add_sites(&[("a b".to_owned(), body("p"))], DateTime::UNIX_EPOCH).is_err());
        archive.add_sites(&sites[..1], DateTime::UNIX_EPOCH).unwrap();
        assert!(archive.remove_site("pst.example").unwrap_err().hint().unwrap().contains("post.example"));
        archive.remove_site("post.example").unwrap();
        assert_eq!(archive.sites().unwrap().sites, []);
    }

    #[test]
    fn selectors_are_tried_before_they_are_kept() {
        let archive = Archive::in_memory().unwrap();
        let line =
            |n: usize| format!("<p>The council met in room {n}, and heard what the engineers had found there.</p>");
        let lines: String = (0..8).map(line).collect();
        let note =
            "<div class='box'><p>The words of a box that are no part of the article, whatever the rules say.</p></div>";
        let page = SitePage {
            name: "a.html".to_owned(),
            url: None,
            html: format!("<html><body><article><h1>The bridge</h1>{lines}{note}</article></body></html>"),
        };
        let selectors = Selectors { remove: vec![".box".to_owned(), ".none".to_owned()], ..Selectors::default() };
        let view = archive.test_site("post.example", Some(selectors), vec![page]).unwrap();
        let page = &view.pages[0];
        assert_eq!(page.selected.iter().map(|found| found.elements).collect::<Vec<_>>(), [1, 0]);
        assert_eq!((page.before.paragraphs, page.after.paragraphs, page.gained.len()), (9, 8, 0), "{page:?}");
        assert!(page.lost[0].starts_with("The words of a box"), "{page:?}");
    }
}
