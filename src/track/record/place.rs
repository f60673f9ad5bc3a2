//! Finds the article that a capture belongs to, and makes it where there is none.
//!
//! In order: the name given, the address it was seen at, the name of the file
//! less its mark of version (`herald-2.v3.txt` is `herald-2`), the headline.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::submission::Submission;
use crate::ingest::address_key;
use crate::model::{Article, Note, Story, slug, title};
use crate::track::lookup::{TypedName, close, free_name, refuse_version};
use crate::track::{Archive, Result, TrackError};
use crate::view::Reference;

/// An article with its story, found or made.
pub(crate) struct RecordTarget {
    pub article: Article,
    /// Slug of the story.
    pub story: Option<String>,
    pub zone: Tz,
    pub new_article: bool,
    pub new_story: bool,
}

/// The longest name made from a headline, in words.
const NAME_WORDS: usize = 8;
/// Names of stories that a new one is compared with, on either side in the order of the alphabet: to compare all would
/// make a load of many stories take the longer the more there are.
const NAMES_COMPARED: usize = 100;
/// The name of an article of which nothing else is known.
const NAMELESS: &str = "article";

impl Archive {
    /// Returns the article of a submission, created where there is none, with notes for the reader.
    pub(crate) fn place_of(&self, given: &Submission, now: DateTime<Utc>) -> Result<(RecordTarget, Vec<Note>)> {
        let mut notes = Vec::new();
        let (given_story, given_article) = self.named_apart(given)?;
        let name = match given_article {
            Some(name) => {
                // Of the whole name, so that the hint keeps the story.
                refuse_version(given.article.as_deref().unwrap_or(name))?;
                Some(slug(name).ok_or_else(|| TrackError::BadName { name: name.to_owned() })?)
            }
            None => None,
        };
        // Whatever may be refused is refused before the first row is written.
        let story_slug = match given_story {
            Some(name) => Some(slug(name).ok_or_else(|| TrackError::BadName { name: name.to_owned() })?),
            None => None,
        };
        let story = story_slug.as_deref().map(|slug| self.store.story_called(slug)).transpose()?.flatten();
        if let Some(story) = &story
            && given.timezone.is_some_and(|zone| zone != story.timezone)
        {
            let words = format!("the story stays in its own time zone, {}", story.timezone);
            notes.push(Note::new("timezone-kept", words));
        }
        let known = self.known_article(given, story.as_ref(), story_slug.as_deref(), name.as_deref())?;
        if let Some((article, story)) = known {
            let zone = story.as_ref().map_or(Tz::UTC, |story| story.timezone);
            let story = story.map(|story| story.slug);
            notes.extend(self.other_outlet(&article, given)?);
            let place = RecordTarget { article, story, zone, new_article: false, new_story: false };
            return Ok((self.with_outlet(place, given)?, notes));
        }
        let new_story = story_slug.is_some() && story.is_none();
        let story = match (story, story_slug) {
            (None, Some(slug)) => {
                let typed = given_story.unwrap_or(&slug);
                Some(self.make_story((&slug, typed), given.timezone, now, &mut notes)?)
            }
            (story, _) => story,
        };
        let zone = story.as_ref().map_or(Tz::UTC, |story| story.timezone);
        let name = self.free_name(story.as_ref(), &name.unwrap_or_else(|| name_of(given)))?;
        let id = self.store.add_article(&name, story.as_ref().map(|story| story.id), None, now)?;
        let article = Article {
            id,
            slug: name,
            story: story.as_ref().map(|story| story.id),
            outlet: None,
            addresses: Vec::new(),
            created: now,
        };
        let place = RecordTarget { article, story: story.map(|story| story.slug), zone, new_article: true, new_story };
        Ok((self.with_outlet(place, given)?, notes))
    }

    /// Returns the names of story and article, which the article's may hold both, as answers show it: `flood/herald`. The
    /// story may be one that is made now.
    ///
    /// # Errors
    ///
    /// [`TrackError::NotStory`] where the name of an article stands for that of a story, [`TrackError::TwoStories`] where the
    /// article's name tells of another story than the one given.
    fn named_apart<'g>(&self, given: &'g Submission) -> Result<(Option<&'g str>, Option<&'g str>)> {
        let article = given.article.as_deref().map(TypedName::read);
        let named = match article {
            Some(TypedName::Filed(home, name)) => Some((home, name)),
            _ => None,
        };
        let story = match given.story.as_deref().map(TypedName::read) {
            None => return Ok(named.map_or((None, given.article.as_deref()), |(home, name)| (Some(home), Some(name)))),
            Some(TypedName::Alone(story)) => story,
            Some(_) => {
                let name = given.story.clone().unwrap_or_default();
                if let (None, Ok(found)) = (article, self.article_meant(&Reference::to(&name))) {
                    let story = found.story.as_ref().map(|story| story.slug.clone());
                    return Err(TrackError::NotStory { name, story });
                }
                return Ok((given.story.as_deref(), given.article.as_deref()));
            }
        };
        match named {
            Some((home, name)) if slug(story) != slug(home) => Err(TrackError::TwoStories {
                story: story.to_owned(),
                other: home.to_owned(),
                article: name.to_owned(),
            }),
            Some((_, name)) => Ok((Some(story), Some(name))),
            None => Ok((Some(story), given.article.as_deref())),
        }
    }

    /// Returns the article that is meant, with its story, if it is there.
    fn known_article(
        &self,
        given: &Submission,
        story: Option<&Story>,
        story_slug: Option<&str>,
        name: Option<&str>,
    ) -> Result<Option<(Article, Option<Story>)>> {
        if name.is_none() {
            for url in &given.capture.addresses {
                let Some(id) = self.store.article_at(&address_key(url))? else { continue };
                let Some(article) = self.store.article(id)? else { continue };
                let home = article.story.map(|id| self.store.story(id)).transpose()?.flatten();
                // One page may be followed in two stories, as two articles.
                if story_slug.is_none() || home.as_ref().map(|home| home.slug.as_str()) == story_slug {
                    return Ok(Some((article, home)));
                }
            }
        }
        if story_slug.is_some() && story.is_none() {
            return Ok(None);
        }
        let slug = name.map_or_else(|| name_of(given), str::to_owned);
        let article = self.store.article_called(story.map(|story| story.id), &slug)?;
        let Some(article) = article else { return Ok(None) };
        // Two pages with like names are two articles, unless the reader says otherwise.
        let other_page = name.is_none() && !article.addresses.is_empty() && !given.capture.addresses.is_empty();
        match other_page {
            true => Ok(None),
            false => Ok(Some((article, story.cloned()))),
        }
    }

    /// Returns the article that a submission would be recorded under, if it is there.
    #[cfg(feature = "fetch")]
    pub(crate) fn article_of(&self, given: &Submission) -> Result<Option<crate::model::ArticleId>> {
        let (given_story, given_article) = self.named_apart(given)?;
        let slug = given_story.and_then(slug);
        let story = slug.as_deref().map(|slug| self.store.story_called(slug)).transpose()?.flatten();
        let name = given_article.and_then(crate::model::slug);
        let known = self.known_article(given, story.as_ref(), slug.as_deref(), name.as_deref())?;
        Ok(known.map(|(article, _)| article.id))
    }

    /// Returns `name`, or `name-2`, `name-3` … where another page has it.
    pub(crate) fn free_name(&self, story: Option<&Story>, name: &str) -> Result<String> {
        let story = story.map(|story| story.id);
        free_name(name, |free| Ok(self.store.article_called(story, free)?.is_some()))
    }

    /// Makes a story of a name and what was typed for it.
    fn make_story(
        &self,
        (slug, typed): (&str, &str),
        timezone: Option<Tz>,
        now: DateTime<Utc>,
        notes: &mut Vec<Note>,
    ) -> Result<Story> {
        let names = self.store.story_names_around(slug, NAMES_COMPARED)?;
        if let Some(near) = close(slug, names.into_iter()).first() {
            notes.push(Note::new("new-story", format!("`{slug}` is a new story; there is also `{near}`")));
        }
        let timezone = timezone.unwrap_or(Tz::UTC);
        let title = Some(title(typed)).filter(|name| name != slug);
        let id = self.store.add_story(slug, title.as_deref(), timezone, now)?;
        Ok(Story { id, slug: slug.to_owned(), title, timezone, created: now })
    }

    /// Notes the outlet of an article that has none yet.
    fn with_outlet(&self, mut place: RecordTarget, given: &Submission) -> Result<RecordTarget> {
        if let (None, Some(name)) = (&place.article.outlet, &given.capture.outlet) {
            let name = title(name);
            let id = self.store.outlet_called(&name)?;
            self.store.set_article_outlet(place.article.id, id)?;
            place.article.outlet = Some(crate::model::Outlet { id, name });
        }
        Ok(place)
    }

    /// Returns a note where an article is said to be of another outlet than the one it has, and no look before said so.
    fn other_outlet(&self, article: &Article, given: &Submission) -> Result<Option<Note>> {
        let (Some(own), Some(given)) = (&article.outlet, &given.capture.outlet) else { return Ok(None) };
        let (own, said) = (&own.name, title(given));
        if own.eq_ignore_ascii_case(&said) || self.store.has_look_of_outlet(article.id, given)? {
            return Ok(None);
        }
        let words = format!("the article stays with its outlet, {own}; this look says {said}");
        Ok(Some(Note::new("outlet-kept", words)))
    }
}

/// Makes a name for an article: of its file, of its address, of its headline.
fn name_of(given: &Submission) -> String {
    let capture = &given.capture;
    let file = capture.origin.name.as_deref().filter(|name| *name != "-" && !name.contains("://"));
    let file = file.map(|name| without_version(name.rsplit(['/', '\\']).next().unwrap_or(name)));
    let page = capture.addresses.first().and_then(|url| {
        let key = address_key(url);
        let path = key.split('?').next().unwrap_or_default().to_owned();
        path.split_once('/').and_then(|(_, path)| path.rsplit('/').next().map(without_version))
    });
    let headline = capture.content.headline.as_deref();
    let headline = headline.map(|line| line.split_whitespace().take(NAME_WORDS).collect::<Vec<_>>().join(" "));
    let of_page = page.filter(|page| page.chars().any(char::is_alphabetic));
    let names = [of_page, file, headline];
    names.into_iter().flatten().find_map(|name| slug(&name)).unwrap_or_else(|| NAMELESS.to_owned())
}

/// Takes endings and marks of version off a file name: `herald-2.v3.txt` is `herald-2`.
fn without_version(name: &str) -> String {
    const ENDINGS: [&str; 12] = [
        ".txt",
        ".text",
        ".html",
        ".htm",
        ".md",
        ".markdown",
        ".xhtml",
        ".mhtml",
        ".mht",
        ".warc",
        ".warc.gz",
        ".wacz",
    ];
    let lower = name.to_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(*ending)).map_or(0, |ending| ending.len());
    let stem = name.get(..name.len() - ending).unwrap_or(name);
    let digits = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let mark = ["version", "v"].iter().find_map(|mark| {
        let head = digits.len().checked_sub(mark.len())?;
        let tail = digits.get(head..)?;
        tail.eq_ignore_ascii_case(mark).then(|| digits.get(..head)).flatten()
    });
    match mark.filter(|_| digits.len() < stem.len()) {
        Some(head) if head.ends_with(['.', '-', '_', ' ']) || head.is_empty() => {
            head.trim_end_matches(['.', '-', '_', ' ']).to_owned()
        }
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_version_are_no_part_of_a_name() {
        let check = |name: &str, want: &str| assert_eq!(without_version(name), want, "for {name}");
        check("herald-2.v3.txt", "herald-2");
        check("ferry_V12.html", "ferry");
        check("ferry-version2.md", "ferry");
        check("v1.txt", "");
        check("covid19.txt", "covid19");
        check("div2.txt", "div2");
        check("ferry", "ferry");
    }
}
