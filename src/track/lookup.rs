//! Finds what a reference names: a story, an article, a version; suggests the nearest name.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Archive, Result, TrackError};
use crate::ingest::address_key;
use crate::model::{Article, ArticleId, Story, StoryId, Version, slug};
use crate::view::{ArticleHead, PlaceReference, Reference, VersionPick, VersionRow};

/// Jaro-Winkler similarity of names, 0 to 1, from which a name is suggested for a misspelt one.
const LIKENESS: f64 = 0.7;

/// Articles that are looked up at once where all are gone through.
const ARTICLES_AT_ONCE: usize = 256;

/// A name as it is typed, by its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TypedName<'n> {
    /// The address of a page.
    Address(&'n str),
    /// A story, or an article of any: `flood`; completion by folders leaves a slash behind a story, `flood/`.
    Alone(&'n str),
    /// An article that stands in no story: `/herald`.
    Unfiled(&'n str),
    /// An article of a story, as answers name it: `flood/herald`.
    Filed(&'n str, &'n str),
}

impl<'n> TypedName<'n> {
    /// Takes a name apart.
    pub(crate) fn read(name: &'n str) -> Self {
        if name.contains("://") {
            return Self::Address(name);
        }
        match name.strip_suffix('/').unwrap_or(name).split_once('/') {
            None => Self::Alone(name.strip_suffix('/').unwrap_or(name)),
            Some(("", article)) => Self::Unfiled(article),
            Some((story, article)) => Self::Filed(story, article),
        }
    }

    /// Returns what may name a story.
    pub(crate) fn story(self) -> Option<&'n str> {
        match self {
            Self::Alone(story) | Self::Filed(story, _) => Some(story),
            Self::Address(_) | Self::Unfiled(_) => None,
        }
    }
}

/// An article with its story and all its versions, in order of capture.
pub(crate) struct FoundArticle {
    pub article: Article,
    pub story: Option<Story>,
    pub versions: Vec<Version>,
}

/// A story, or none, with the versions of all that stands in it.
struct ArticleHome {
    story: Option<Story>,
    versions: HashMap<ArticleId, Vec<Version>>,
}

impl FoundArticle {
    /// Returns the zone in which the article's dates are read: its story's, else UTC.
    pub(crate) fn zone(&self) -> Tz {
        self.story.as_ref().map_or(Tz::UTC, |story| story.timezone)
    }

    /// Returns how the article is named.
    pub(crate) fn head(&self) -> ArticleHead {
        head_of(&self.article, self.story.as_ref())
    }

    /// Returns the place of a version in the order of capture.
    pub(crate) fn place(&self, pick: VersionPick) -> Result<usize> {
        let found = match pick {
            VersionPick::Number(number) => self.versions.iter().position(|version| version.number == number),
            VersionPick::BeforeLatest(back) => self.versions.len().checked_sub(back + 1),
            VersionPick::First => (!self.versions.is_empty()).then_some(0),
            VersionPick::At(moment) => {
                let at = moment.instant(self.zone());
                self.versions.iter().rposition(|version| version.captured <= at)
            }
        };
        found.ok_or_else(|| match (pick, self.versions.first()) {
            (VersionPick::At(_), Some(first)) => TrackError::NothingBy {
                name: self.head().reference,
                wanted: pick.to_string(),
                first: first.captured.with_timezone(&self.zone()).format("%Y-%m-%dT%H:%M").to_string(),
            },
            _ => TrackError::NoSuchVersion {
                name: self.head().reference,
                wanted: pick.to_string(),
                has: self.versions.iter().map(|version| version.number).collect(),
            },
        })
    }
}

/// Returns how an article of a story, or an unfiled one, is named.
pub(crate) fn head_of(article: &Article, story: Option<&Story>) -> ArticleHead {
    let story = story.map(|story| story.slug.clone());
    let name = article.slug.clone();
    let reference = story.as_ref().map_or_else(|| name.clone(), |story| format!("{story}/{name}"));
    let outlet = article.outlet.as_ref().map(|outlet| outlet.name.clone());
    ArticleHead { reference, story, name, outlet, url: article.addresses.first().cloned() }
}

/// Returns what is shown of a version's facts.
pub(crate) fn row(version: &Version) -> VersionRow {
    VersionRow {
        number: version.number,
        captured: version.captured,
        captured_by: version.captured_by,
        last_seen: version.last_seen,
        looks: version.looks,
        published: version.published,
        modified: version.modified,
        headline: version.headline.clone(),
        standfirst: version.standfirst.clone(),
        byline: version.byline.iter().cloned().collect(),
        words: version.words,
        returns_to: version.returns_to,
        hash: version.hash.clone(),
    }
}

impl Archive {
    /// Returns the zone that times are read in beside this story or article; UTC without one.
    pub fn zone_of(&self, name: Option<&str>) -> Result<Tz> {
        let Some(name) = name else { return Ok(Tz::UTC) };
        if let Some(story) = self.story_if_any(TypedName::read(name).story().unwrap_or_default())? {
            return Ok(story.timezone);
        }
        Ok(self.articles_named(name)?.first().map_or(Tz::UTC, FoundArticle::zone))
    }

    /// Returns when the first version of what a name means was captured; everything without one.
    pub fn first_captured(&self, name: Option<&str>) -> Result<Option<DateTime<Utc>>> {
        let articles = self.articles_meant(name)?;
        Ok(articles.iter().filter_map(|found| found.versions.first()).map(|version| version.captured).min())
    }

    /// Returns the story called so.
    pub(crate) fn story_named(&self, name: &str) -> Result<Story> {
        match self.story_if_any(name)? {
            Some(story) => Ok(story),
            None => {
                refuse_version(name)?;
                if let [found, ..] = &self.articles_named(name)?[..] {
                    let story = found.story.as_ref().map(|story| story.slug.clone());
                    return Err(TrackError::NotStory { name: found.head().reference, story });
                }
                let names = self.store.stories()?.into_iter().map(|story| story.slug);
                Err(TrackError::NoSuchStory { name: name.to_owned(), close: close(name, names) })
            }
        }
    }

    /// Returns the story of this name, if there is one.
    pub(crate) fn story_if_any(&self, name: &str) -> Result<Option<Story>> {
        match slug(name) {
            Some(slug) => Ok(self.store.story_called(&slug)?),
            None => Ok(None),
        }
    }

    /// Returns the article with this slug in the story with that one, or in none, as exports and answers name it.
    pub(crate) fn article_in(&self, story: Option<&str>, article: &str) -> Result<Option<Article>> {
        let story = match story {
            Some(slug) => match self.store.story_called(slug)? {
                Some(story) => Some(story.id),
                None => return Ok(None),
            },
            None => None,
        };
        Ok(self.store.article_called(story, article)?)
    }

    /// Returns the articles that a name means: all of a story, one article, or everything.
    pub(crate) fn articles_meant(&self, name: Option<&str>) -> Result<Vec<FoundArticle>> {
        let Some(name) = name else {
            return self.found_all(self.store.articles()?);
        };
        refuse_version(name)?;
        let articles = self.articles_named(name)?;
        if articles.is_empty() && self.story_if_any(name)?.is_none() {
            return Err(self.unknown(name)?);
        }
        Ok(articles)
    }

    /// Returns the one article that a reference means, which may name one version of it.
    pub(crate) fn one_version_meant(&self, reference: &Reference) -> Result<FoundArticle> {
        match (reference.from, reference.to) {
            (Some(from), Some(_)) => Err(TrackError::TakesOneVersion {
                name: reference.to_string(),
                plain: Reference { from: Some(from), to: None, name: reference.name.clone() }.to_string(),
            }),
            _ => self.article_meant(reference),
        }
    }

    /// Returns the one article that a reference means.
    pub(crate) fn article_meant(&self, reference: &Reference) -> Result<FoundArticle> {
        let name = &reference.name;
        let mut articles = self.articles_named(name)?;
        match articles.len() {
            1 => Ok(articles.remove(0)),
            0 => Err(match self.story_if_any(name)? {
                Some(story) => TrackError::EmptyStory { name: story.slug },
                None => self.unknown(name)?,
            }),
            _ => {
                // `/herald` is the one that stands in no story.
                let name_of = |found: &FoundArticle| match found.story {
                    Some(_) => found.head().reference,
                    None => format!("/{}", found.article.slug),
                };
                let candidates = articles.iter().map(name_of).collect();
                Err(TrackError::Ambiguous { name: name.clone(), candidates })
            }
        }
    }

    /// Gives the articles that a name means to `work`, in order and so many at a time that the memory for them is bounded.
    ///
    /// # Errors
    ///
    /// The first one that `work` returns, or that the store does.
    pub(crate) fn for_articles<E: From<TrackError>>(
        &self,
        name: Option<&str>,
        mut work: impl FnMut(&[FoundArticle]) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        if name.is_some() {
            return self.articles_meant(name)?.chunks(ARTICLES_AT_ONCE).try_for_each(work);
        }
        for ids in self.store.article_ids().map_err(TrackError::from)?.chunks(ARTICLES_AT_ONCE) {
            let found: Result<Vec<Option<FoundArticle>>> =
                ids.iter().map(|id| self.store.article(*id)?.map(|article| self.found(article)).transpose()).collect();
            let found: Vec<FoundArticle> = found?.into_iter().flatten().collect();
            work(&found)?;
        }
        Ok(())
    }

    fn articles_named(&self, name: &str) -> Result<Vec<FoundArticle>> {
        let articles = match TypedName::read(name) {
            TypedName::Address(address) => self.articles_at(address)?,
            TypedName::Unfiled(article) => match slug(article) {
                Some(article) => self.store.article_called(None, &article)?.into_iter().collect(),
                None => Vec::new(),
            },
            TypedName::Filed(story, article) => match self.story_if_any(story)?.zip(slug(article)) {
                Some((story, article)) => self.store.article_called(Some(story.id), &article)?.into_iter().collect(),
                // An address as browsers show it, without `https://`.
                None if story.contains('.') => self.articles_at(name)?,
                None => Vec::new(),
            },
            TypedName::Alone(name) => match self.story_if_any(name)? {
                Some(story) => self.store.articles_of(Some(story.id))?,
                None => slug(name).map(|slug| self.store.articles_called(&slug)).transpose()?.unwrap_or_default(),
            },
        };
        self.found_all(articles)
    }

    /// Returns the article of a page's address, if there is one.
    fn articles_at(&self, address: &str) -> Result<Vec<Article>> {
        let id = self.store.article_at(&address_key(address))?;
        Ok(id.map(|id| self.store.article(id)).transpose()?.flatten().into_iter().collect())
    }

    /// Finds the stories and versions of articles; those of one story are looked up at once.
    pub(crate) fn found_all(&self, articles: Vec<Article>) -> Result<Vec<FoundArticle>> {
        let mut count: HashMap<Option<StoryId>, usize> = HashMap::new();
        articles.iter().for_each(|article| *count.entry(article.story).or_default() += 1);
        let mut homes: HashMap<Option<StoryId>, ArticleHome> = HashMap::new();
        let mut all = Vec::with_capacity(articles.len());
        for article in articles {
            if count[&article.story] == 1 {
                all.push(self.found(article)?);
                continue;
            }
            let home = match homes.entry(article.story) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => free.insert(self.home(article.story)?),
            };
            let versions = home.versions.remove(&article.id).unwrap_or_default();
            all.push(FoundArticle { story: home.story.clone(), versions, article });
        }
        Ok(all)
    }

    fn home(&self, story: Option<StoryId>) -> Result<ArticleHome> {
        let versions = self.store.versions_of_story(story)?;
        Ok(ArticleHome { story: story.map(|id| self.store.story(id)).transpose()?.flatten(), versions })
    }

    /// Returns an article with its story and versions.
    pub(crate) fn found(&self, article: Article) -> Result<FoundArticle> {
        let story = article.story.map(|id| self.store.story(id)).transpose()?.flatten();
        let versions = self.store.versions(article.id)?;
        Ok(FoundArticle { article, story, versions })
    }

    fn unknown(&self, name: &str) -> Result<TrackError> {
        if let Err(refused) = refuse_version(name) {
            return Ok(refused);
        }
        let stories: Vec<Story> = self.store.stories()?;
        let articles = self.store.articles()?.into_iter().map(|article| {
            let story = stories.iter().find(|story| Some(story.id) == article.story);
            story.map_or_else(|| article.slug.clone(), |story| format!("{}/{}", story.slug, article.slug))
        });
        let names = stories.iter().map(|story| story.slug.clone()).chain(articles);
        Ok(TrackError::NoSuchArticle { name: name.to_owned(), close: close(name, names) })
    }
}

/// Refuses a name with a version behind it; the `@` of `@bbc-breaking` has none.
pub(crate) fn refuse_version(name: &str) -> Result<()> {
    match name.parse::<PlaceReference>() {
        Ok(PlaceReference { version: Reference { name: plain, from: Some(_), .. }, .. }) => {
            Err(TrackError::TakesNoVersion { name: name.to_owned(), plain })
        }
        _ => Ok(()),
    }
}

/// Returns `name`, or `name-2`, `name-3` … where that is taken: a free name behind a taken one.
///
/// Asks twice as often as the number has binary digits, so that ten thousand articles without a name cost as little each as
/// ten.
pub(crate) fn free_name(name: &str, is_taken: impl Fn(&str) -> Result<bool>) -> Result<String> {
    if !is_taken(name)? {
        return Ok(name.to_owned());
    }
    let numbered = |number: u64| format!("{name}-{number}");
    let (mut taken, mut free) = (1, 2);
    while is_taken(&numbered(free))? {
        (taken, free) = (free, free * 2);
    }
    while taken + 1 < free {
        let middle = taken + (free - taken) / 2;
        match is_taken(&numbered(middle))? {
            true => taken = middle,
            false => free = middle,
        }
    }
    Ok(numbered(free))
}

/// Returns the names most like `name`, best first.
pub(crate) fn close(name: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let likeness = |other: &str| strsim::jaro_winkler(&name.to_lowercase(), &other.to_lowercase());
    // A name of a letter or two is more like every long name that begins so than the likeness should let it be.
    let is_of_length = |other: &String| other.chars().count() * 3 >= name.chars().count();
    let mut close: Vec<(f64, String)> = names.filter(is_of_length).map(|other| (likeness(&other), other)).collect();
    close.retain(|(likeness, _)| LIKENESS < *likeness);
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    close.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_name_is_taken_apart_in_one_way() {
        let check = |name: &str, want: TypedName<'_>| assert_eq!(TypedName::read(name), want, "{name}");
        check("flood", TypedName::Alone("flood"));
        check("flood/", TypedName::Alone("flood"));
        check("/herald", TypedName::Unfiled("herald"));
        check("flood/herald", TypedName::Filed("flood", "herald"));
        check("flood/herald/", TypedName::Filed("flood", "herald"));
        check("https://herald.example/flood/", TypedName::Address("https://herald.example/flood/"));
    }

    #[test]
    fn a_free_name_is_found_in_few_questions() {
        let asked = Cell::new(0);
        let free_after = |taken: u64| {
            asked.set(0);
            let is_taken = |name: &str| {
                asked.set(asked.get() + 1);
                let number = name.strip_prefix("post").and_then(|rest| match rest {
                    "" => Some(1),
                    rest => rest.strip_prefix('-')?.parse().ok(),
                });
                Ok(number.is_some_and(|number: u64| number <= taken))
            };
            free_name("post", is_taken).unwrap()
        };
        assert_eq!(free_after(0), "post");
        assert_eq!(free_after(1), "post-2");
        assert_eq!(free_after(2), "post-3");
        assert_eq!(free_after(10_000), "post-10001");
        assert!(asked.get() < 40, "{} questions", asked.get());
    }
}
