//! Makes, renames, merges and deletes stories; moves and renames articles.
//!
//! None of it touches a version: stories and names only say where articles stand.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::lists::article_row;
use super::lookup::TypedName;
use super::{Archive, Result, TrackError};
use crate::model::{Story, slug, title};
use crate::view::{ArticleRow, Reference, StoryDone};

impl Archive {
    /// Makes a story; `name` may be words, of which its slug is made.
    pub fn new_story(&self, name: &str, timezone: Tz, now: DateTime<Utc>) -> Result<StoryDone> {
        self.store.write(|store| {
            let slug = self.free_story(name)?;
            let title = Some(title(name)).filter(|name| *name != slug);
            store.add_story(&slug, title.as_deref(), timezone, now)?;
            self.done("created", &slug)
        })
    }

    /// Renames a story; `new` may be words, of which its slug is made.
    pub fn rename_story(&self, name: &str, new: &str) -> Result<StoryDone> {
        self.store.write(|store| {
            let story = self.story_named(name)?;
            let slug = match slug(new).is_some_and(|slug| slug == story.slug) {
                true => story.slug,
                false => self.free_story(new)?,
            };
            let title = Some(title(new)).filter(|new| *new != slug);
            store.rename_story(story.id, &slug, title.as_deref())?;
            self.done("renamed", &slug)
        })
    }

    /// Sets the zone in which a story's dates are read; its derived results are deleted.
    pub fn set_timezone(&self, name: &str, timezone: Tz) -> Result<StoryDone> {
        self.store.write(|store| {
            let story = self.story_named(name)?;
            store.set_story_timezone(story.id, timezone)?;
            for article in store.articles_of(Some(story.id))? {
                store.forget_derived(Some(article.id))?;
            }
            self.done("changed", &story.slug)
        })
    }

    /// Moves every article of `from` into `into` and deletes the emptied story.
    pub fn merge_stories(&self, from: &str, into: &str) -> Result<StoryDone> {
        self.store.write(|store| {
            let (from, into) = (self.story_named(from)?, self.story_named(into)?);
            if from.id == into.id {
                return Err(TrackError::StoryIntoItself { name: into.slug });
            }
            for article in store.articles_of(Some(from.id))? {
                let name = self.free_name(Some(&into), &article.slug)?;
                store.place_article(article.id, Some(into.id), &name)?;
                store.move_entry_anchors(article.id, from.id, into.id)?;
                if from.timezone != into.timezone {
                    store.forget_derived(Some(article.id))?;
                }
            }
            for edit in store.manual_edits(from.id)? {
                store.add_manual_edit(into.id, &edit)?;
            }
            store.delete_story(from.id)?;
            self.done("merged", &into.slug)
        })
    }

    /// Deletes a story with all its articles and versions; returns what it was.
    pub fn delete_story(&self, name: &str) -> Result<StoryDone> {
        self.store.write(|store| {
            let story = self.story_named(name)?;
            let done = self.done("deleted", &story.slug)?;
            store.delete_story(story.id)?;
            Ok(done)
        })
    }

    /// Moves an article to another story, or out of any.
    pub fn move_article(&self, name: &str, story: Option<&str>) -> Result<ArticleRow> {
        self.store.write(|store| {
            let found = self.article_meant(&Reference::to(name))?;
            let story = story.map(|story| self.story_named(story)).transpose()?;
            let home = story.as_ref().map(|story| story.id);
            if home == found.article.story {
                return self.article_now(found.article.id);
            }
            self.refuse_taken(story.as_ref(), &found.article.slug)?;
            store.rest_entry_anchors_elsewhere(found.article.id)?;
            store.place_article(found.article.id, home, &found.article.slug)?;
            if let (Some(from), Some(into)) = (found.article.story, home) {
                store.move_entry_anchors(found.article.id, from, into)?;
            }
            if story.map_or(Tz::UTC, |story| story.timezone) != found.zone() {
                store.forget_derived(Some(found.article.id))?;
            }
            self.article_now(found.article.id)
        })
    }

    /// Renames an article within its story.
    pub fn rename_article(&self, name: &str, new: &str) -> Result<ArticleRow> {
        self.store.write(|store| {
            let found = self.article_meant(&Reference::to(name))?;
            // The whole new name may be typed, as answers show it.
            let new = match (TypedName::read(new), &found.story) {
                (TypedName::Filed(story, name), Some(own)) if slug(story).as_ref() == Some(&own.slug) => name,
                (TypedName::Filed(story, _), _) => {
                    let (name, story) = (found.head().reference, story.to_owned());
                    let is_new = self.story_if_any(&story)?.is_none();
                    return Err(TrackError::RenamedIntoStory { name, story, is_new });
                }
                _ => new,
            };
            let slug = slug(new).ok_or_else(|| TrackError::BadName { name: new.to_owned() })?;
            if slug != found.article.slug {
                self.refuse_taken(found.story.as_ref(), &slug)?;
            }
            store.place_article(found.article.id, found.article.story, &slug)?;
            self.article_now(found.article.id)
        })
    }

    /// Returns one article.
    pub fn article(&self, name: &str) -> Result<ArticleRow> {
        let found = self.article_meant(&Reference::to(name))?;
        self.article_now(found.article.id)
    }

    /// Deletes an article with all its versions; returns what it was.
    pub fn delete_article(&self, name: &str) -> Result<ArticleRow> {
        self.store.write(|store| {
            let found = self.article_meant(&Reference::to(name))?;
            let row = self.article_now(found.article.id)?;
            store.delete_article(found.article.id)?;
            Ok(row)
        })
    }

    fn article_now(&self, id: crate::model::ArticleId) -> Result<ArticleRow> {
        let article = self.store.article(id)?;
        let found = article.map(|article| self.found(article)).transpose()?;
        let missing = || TrackError::NoSuchArticle { name: String::new(), close: Vec::new() };
        found.as_ref().and_then(article_row).ok_or_else(missing)
    }

    fn done(&self, done: &str, slug: &str) -> Result<StoryDone> {
        Ok(StoryDone { done: done.to_owned(), story: self.story(slug)? })
    }

    /// Returns the slug of a new name, which no story may have yet.
    fn free_story(&self, name: &str) -> Result<String> {
        let slug = slug(name).ok_or_else(|| TrackError::BadName { name: name.to_owned() })?;
        match self.store.story_called(&slug)? {
            Some(taken) => Err(TrackError::StoryTaken { name: taken.slug }),
            None => Ok(slug),
        }
    }

    fn refuse_taken(&self, story: Option<&Story>, slug: &str) -> Result<()> {
        let home = story.map(|story| story.id);
        match self.store.article_called(home, slug)? {
            None => Ok(()),
            Some(_) => {
                let name = story.map_or_else(|| slug.to_owned(), |story| format!("{}/{slug}", story.slug));
                Err(TrackError::ArticleTaken { name })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Capture, Content};
    use crate::track::Submission;

    fn archive() -> Archive {
        let archive = Archive::in_memory().unwrap();
        for (story, article) in [("Mill fire", "herald"), ("flood", "herald"), ("flood", "post")] {
            let content = Content { body: format!("It is about {story}."), ..Content::default() };
            let (story, article) = (Some(story.to_owned()), Some(article.to_owned()));
            let capture = Capture { content, ..Capture::default() };
            archive
                .record(&Submission { capture, story, article, ..Submission::default() }, DateTime::UNIX_EPOCH)
                .unwrap();
        }
        archive
    }

    fn names(archive: &Archive) -> Vec<String> {
        archive.articles(None).unwrap().articles.into_iter().map(|row| row.article.reference).collect()
    }

    #[test]
    fn stories_are_made_renamed_and_deleted() {
        let archive = archive();
        let made = archive.new_story("Budget vote", Tz::Europe__London, DateTime::UNIX_EPOCH).unwrap().story;
        assert_eq!((made.name.as_str(), made.title.as_deref()), ("budget-vote", Some("Budget vote")));
        let taken = archive.new_story("budget vote", Tz::UTC, DateTime::UNIX_EPOCH).unwrap_err();
        assert!(taken.to_string().contains("already") && taken.hint().is_some());
        assert_eq!(archive.rename_story("budget-vote", "The vote").unwrap().story.name, "the-vote");
        assert_eq!(archive.delete_story("flood").unwrap().story.versions, 2);
        assert_eq!(names(&archive), ["mill-fire/herald"]);
        let unknown = archive.delete_story("mil-fire").unwrap_err();
        assert_eq!(unknown.hint().unwrap(), "did you mean `mill-fire`?");
    }

    #[test]
    fn merging_keeps_every_article_under_a_name_of_its_own() {
        let archive = archive();
        archive.merge_stories("flood", "mill-fire").unwrap();
        assert_eq!(names(&archive), ["mill-fire/herald", "mill-fire/herald-2", "mill-fire/post"]);
        assert!(archive.merge_stories("mill-fire", "mill-fire").is_err());
        assert_eq!(archive.store.file_faults().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn articles_move_between_stories_and_out_of_them() {
        let archive = archive();
        assert_eq!(archive.move_article("flood/post", Some("mill-fire")).unwrap().article.reference, "mill-fire/post");
        assert_eq!(archive.move_article("flood/herald", None).unwrap().article.reference, "herald");
        assert!(archive.move_article("mill-fire/herald", None).unwrap_err().to_string().contains("already"));
        assert_eq!(
            archive.rename_article("mill-fire/post", "The Post").unwrap().article.reference,
            "mill-fire/the-post"
        );
        archive.delete_article("mill-fire/the-post").unwrap();
        assert_eq!(names(&archive), ["herald", "mill-fire/herald"]);
    }
}
