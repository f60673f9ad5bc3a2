//! Takes along how the pages of sites are read.

use chrono_tz::Tz;

use super::export::instant;
use crate::ingest::{ImportLine, LineError, SiteLine, check_selectors, line_time, site_of};
use crate::model::SiteSelectors;
use crate::track::{Archive, Result};

/// Reads the site of a line.
pub(super) fn read(line: &SiteLine) -> std::result::Result<SiteSelectors, LineError> {
    let bad = |why: String| LineError::Site(why);
    let host = site_of(&line.host).ok_or_else(|| bad(format!("`{}` is no site", line.host)))?;
    check_selectors(&line.selectors).map_err(|error| bad(error.to_string()))?;
    let created = line_time("created", Some(&line.created), Tz::UTC)?.map(|time| time.instant(Tz::UTC));
    Ok(SiteSelectors { host, selectors: line.selectors.clone(), created: created.unwrap_or_default() })
}

impl Archive {
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
