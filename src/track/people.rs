//! Answers who is quoted in a story, and keeps what editors say of names.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SubsecRound, Utc};

use super::entries_by_hand::one_line;
use super::lookup::{FoundArticle, close};
use super::{Archive, Result, TrackError};
use crate::model::{ManualEdit, ManualEditKind, Story};
use crate::timeline::{ArticleMentions, NameCounts, PersonNames, named_speakers};
use crate::view::{EditsView, FirstReportView, NameRequest, PeopleView, PersonNameView, PersonView};

/// What the articles of a story have of one name.
#[derive(Default)]
struct NameUse {
    outlets: BTreeSet<String>,
    articles: BTreeSet<usize>,
    /// Mentions in all versions.
    mentions: usize,
    /// Statements in the latest versions.
    statements: usize,
    /// Capture, article and version of the first that uses it.
    first: Option<(DateTime<Utc>, usize, usize)>,
}

impl Archive {
    /// Returns who is quoted in a story, those with most statements first.
    pub fn people(&self, name: &str) -> Result<PeopleView> {
        let story = self.story_named(name)?;
        let articles = self.articles_meant(Some(&story.slug))?;
        let mentions = self.mentions(&articles)?;
        self.people_among(story, &articles, &mentions)
    }

    /// Returns who is quoted in a story by what its articles mention.
    pub(super) fn people_among(
        &self,
        story: Story,
        articles: &[FoundArticle],
        mentions: &[ArticleMentions],
    ) -> Result<PeopleView> {
        let used = names_used(articles, mentions);
        let names = PersonNames::new(counts(&used), &self.name_edits(&story)?);
        let mut people: BTreeMap<&str, Vec<(&str, &NameUse)>> = BTreeMap::new();
        used.iter().for_each(|(name, own)| people.entry(names.canonical(name)).or_default().push((name, own)));
        let mut people: Vec<PersonView> =
            people.into_iter().map(|(name, forms)| person(name, forms, articles)).collect();
        people.sort_by(|a, b| (b.statements, b.articles, &a.name).cmp(&(a.statements, a.articles, &b.name)));
        Ok(PeopleView { story: story.slug, timezone: story.timezone, people })
    }

    /// Records what an editor says of two names.
    ///
    /// # Errors
    ///
    /// Where the story has no such name, or what is said of them holds already.
    pub fn edit_names(&self, name: &str, request: &NameRequest, author: &str, now: DateTime<Utc>) -> Result<EditsView> {
        let story = self.story_named(name)?;
        let articles = self.articles_meant(Some(&story.slug))?;
        let used = names_used(&articles, &self.mentions(&articles)?);
        let names = PersonNames::new(counts(&used), &self.store.manual_edits(story.id)?);
        let known = |wanted: &str| -> Result<String> {
            let wanted = one_line("a name", wanted)?;
            let lower = wanted.to_lowercase();
            let mut all = used.keys().flat_map(|own| [own.as_str(), names.canonical(own)]);
            match all.find(|own| own.to_lowercase() == lower) {
                Some(own) => Ok(own.to_owned()),
                None => {
                    let close = close(&wanted, used.keys().cloned());
                    Err(TrackError::NoSuchPerson { story: story.slug.clone(), name: wanted, close })
                }
            }
        };
        let edit = match request {
            NameRequest::Alias { name, other } => {
                let (name, other) = (known(name).or_else(|_| one_line("a name", name))?, known(other)?);
                if names.canonical(&other) == name {
                    return Err(TrackError::NamesStandSo { name, other, are_one: true });
                }
                ManualEditKind::Alias { name, other }
            }
            NameRequest::Apart { name, other } => {
                let (name, other) = (known(name)?, known(other)?);
                if !names.are_one(&name, &other) || name == other {
                    return Err(TrackError::NamesStandSo { name, other, are_one: false });
                }
                ManualEditKind::Apart { name, other }
            }
        };
        let (entry, text, author) = (String::new(), String::new(), author.to_owned());
        let edit = ManualEdit { number: 0, entry, text, edit, author, at: now.trunc_subsecs(0), undone: None };
        self.record_edits(&story, &[edit])
    }

    /// Returns by what names the persons of a story go, as far as these names are concerned.
    pub(super) fn person_names(&self, story: &Story, used: &NameCounts) -> Result<PersonNames> {
        let used = used.iter().map(|(name, count)| (name.as_str(), *count));
        Ok(PersonNames::new(used, &self.name_edits(story)?))
    }

    /// Returns what editors said of names; nothing where it may tell a name that only a held article has.
    fn name_edits(&self, story: &Story) -> Result<Vec<ManualEdit>> {
        match self.store.hides_held()? && self.store.has_held_article(story.id)? {
            true => Ok(Vec::new()),
            false => Ok(self.store.manual_edits(story.id)?),
        }
    }
}

/// Returns the names under which somebody is quoted; "officials" is nobody's name.
fn names_used(articles: &[FoundArticle], mentions: &[ArticleMentions]) -> BTreeMap<String, NameUse> {
    let mut used: BTreeMap<String, NameUse> = BTreeMap::new();
    for (at, (found, article)) in articles.iter().zip(mentions).enumerate() {
        for (place, version) in article.versions.iter().enumerate() {
            let is_latest = place + 1 == article.versions.len();
            for (name, mention) in named_speakers(version) {
                let own = used.entry(name.to_owned()).or_default();
                own.outlets.insert(article.outlet.clone());
                own.articles.insert(at);
                own.mentions += 1;
                own.statements += usize::from(is_latest && mention.statement.is_some());
                let seen = found.versions.get(place).map(|version| (version.captured, at, place));
                own.first = match (own.first, seen) {
                    (Some(first), Some(seen)) => Some(first.min(seen)),
                    (first, seen) => first.or(seen),
                };
            }
        }
    }
    used
}

fn counts(used: &BTreeMap<String, NameUse>) -> impl Iterator<Item = (&str, usize)> {
    used.iter().map(|(name, own)| (name.as_str(), own.mentions))
}

fn person(name: &str, mut forms: Vec<(&str, &NameUse)>, articles: &[FoundArticle]) -> PersonView {
    forms.sort_by_key(|(form, own)| (std::cmp::Reverse(own.statements), *form));
    let outlets: BTreeSet<&String> = forms.iter().flat_map(|(_, own)| &own.outlets).collect();
    let quoting: BTreeSet<usize> = forms.iter().flat_map(|(_, own)| own.articles.iter().copied()).collect();
    let first = forms.iter().filter_map(|(_, own)| own.first).min();
    let first = first.map(|(captured, at, place)| {
        let head = articles[at].head();
        let version = &articles[at].versions[place];
        FirstReportView {
            article: head.reference,
            outlet: head.outlet,
            version: version.number,
            published: version.stated(),
            captured: Some(captured),
            not_yet: place.checked_sub(1).and_then(|before| articles[at].versions.get(before)).map(|own| own.last_seen),
        }
    });
    let names = forms.iter().map(|(form, own)| PersonNameView {
        name: (*form).to_owned(),
        outlets: own.outlets.iter().cloned().collect(),
        statements: own.statements,
    });
    PersonView {
        name: name.to_owned(),
        names: names.collect(),
        statements: forms.iter().map(|(_, own)| own.statements).sum(),
        outlets: outlets.into_iter().cloned().collect(),
        articles: quoting.len(),
        first: first.expect("a name that is used stands in a version"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TimelineQuery;

    const NOW: &str = "2025-08-13T08:00:00Z";

    fn archive() -> Archive {
        let line = |article: &str, hour: usize, text: &str| {
            format!(
                r#"{{"story":"clinic","timezone":"Europe/London","article":"{article}","outlet":"{article}","captured":"2025-05-02T{hour:02}:00:00Z","published":"2025-05-02T{hour:02}:00:00Z","text":"{text}"}}"#
            )
        };
        let lines = [
            line(
                "herald",
                8,
                "The clinic at Marl will close, Health Secretary Ngozi Okafor said on Friday. “We had no choice,” Ms Okafor said.",
            ),
            line("post", 9, "The clinic will not reopen this year, Okafor told the Post on Friday."),
        ];
        let archive = Archive::in_memory().unwrap();
        archive.import(&lines, 1, true, NOW.parse().unwrap()).unwrap();
        archive
    }

    fn listed(archive: &Archive) -> Vec<(String, usize, usize)> {
        let people = archive.people("clinic").unwrap().people;
        people.into_iter().map(|own| (own.name, own.outlets.len(), own.articles)).collect()
    }

    fn edit(archive: &Archive, request: &NameRequest) -> Result<EditsView> {
        archive.edit_names("clinic", request, "Ann", NOW.parse().unwrap())
    }

    #[test]
    fn a_person_is_followed_across_articles_and_put_right_by_hand() {
        let archive = archive();
        assert_eq!(listed(&archive), [("Ngozi Okafor".to_owned(), 2, 2)]);
        let speakers = |archive: &Archive| {
            let view = archive.timeline("clinic", &TimelineQuery::default()).unwrap();
            let all = view.entries.into_iter().chain(view.undated).filter_map(|entry| entry.speaker);
            all.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join(", ")
        };
        assert_eq!(speakers(&archive), "Ngozi Okafor");
        let pair = |name: &str, other: &str| (name.to_owned(), other.to_owned());
        let apart = |(name, other)| NameRequest::Apart { name, other };
        let alias = |(name, other)| NameRequest::Alias { name, other };
        edit(&archive, &apart(pair("Ngozi Okafor", "okafor"))).unwrap();
        assert_eq!(speakers(&archive), "Ngozi Okafor, Okafor");
        assert_eq!(listed(&archive).len(), 2);
        edit(&archive, &alias(pair("Dr Ngozi Okafor", "Okafor"))).unwrap();
        assert_eq!(speakers(&archive), "Dr Ngozi Okafor, Ngozi Okafor");
        archive.undo_edit("clinic", 2, "Ann", NOW.parse().unwrap()).unwrap();
        archive.undo_edit("clinic", 1, "Ann", NOW.parse().unwrap()).unwrap();
        assert_eq!(listed(&archive), [("Ngozi Okafor".to_owned(), 2, 2)]);
    }

    #[test]
    fn a_name_that_the_story_does_not_have_is_refused() {
        let archive = archive();
        let alias = NameRequest::Alias { name: "Ngozi Okafor".to_owned(), other: "Okafr".to_owned() };
        let refused = edit(&archive, &alias).unwrap_err();
        assert!(refused.to_string().contains("`Okafr`"), "{refused}");
        let apart = NameRequest::Apart { name: "Ngozi Okafor".to_owned(), other: "Ngozi Okafor".to_owned() };
        assert!(edit(&archive, &apart).is_err());
    }

    #[test]
    fn a_name_of_a_held_article_is_not_published() {
        let archive = archive();
        let alias = NameRequest::Alias { name: "Dr Ngozi Okafor".to_owned(), other: "Okafor".to_owned() };
        edit(&archive, &alias).unwrap();
        archive.hold("clinic/herald", None, NOW.parse().unwrap()).unwrap();
        let shown = archive.published(None, |archive| Ok(listed(archive))).unwrap();
        assert_eq!(shown, [("Okafor".to_owned(), 1, 1)]);
        assert_eq!(listed(&archive)[0].0, "Dr Ngozi Okafor");
    }
}
