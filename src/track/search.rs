//! Answers where words stand: in passages of versions, in changes, in claims.
//!
//! All three read a query in the same way, by the same index of words, as `store/search_terms.rs` says. A day that bounds
//! them begins in the zone of each story.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

use super::lookup::{FoundArticle, close, row};
use super::read::StoredText;
use super::{Archive, Result, TrackError};
use crate::model::{ArticleId, ChangeKind, DocumentTime, Weight};
use crate::store::{SearchMatch, SearchScope};
use crate::view::{
    ArticleHead, ChangeView, ClaimKind, ClaimView, ClaimsView, PeopleView, PersonView, SearchHit, SearchView, StoryRow,
    UpdateView,
};

/// Places that are looked at in one go where some may be passed over.
const BATCH: usize = 200;
/// Places that are looked at in all where some may be passed over.
const LOOKED_AT: usize = 4_000;
/// Versions whose passages are looked for in one go.
const MATCHES_AT_ONCE: usize = 50;
/// Updates whose changes are compared with a query in one go.
const UPDATES_AT_ONCE: usize = 64;
/// Claims that are compared with a query in one go.
const CLAIMS_AT_ONCE: usize = 256;
/// Stands between the two texts of a change, so that no phrase spans both.
const BETWEEN: &str = "\n\u{F8FF}\n";

/// Where to search: everywhere, unless something is named.
#[derive(Clone, Copy, Debug, Default)]
pub struct SearchFilter<'f> {
    pub story: Option<&'f str>,
    /// The name of an outlet, or a part of it where none is called so.
    pub outlet: Option<&'f str>,
    /// Versions captured at or after this moment; a day begins in the story's zone.
    pub since: Option<DocumentTime>,
    /// Versions captured before this moment.
    pub before: Option<DocumentTime>,
    /// Only what the latest version no longer has.
    pub gone: bool,
}

/// Which changes are searched for: all, unless something is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangeFilter {
    pub material: bool,
    /// Material, and named by no notice.
    pub silent: bool,
    pub kind: Option<ChangeKind>,
}

/// Which claims are searched for: all, unless something is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClaimFilter<'f> {
    /// A part of a name of who said it: of the one that the person goes by, or of another that the texts or editors use.
    pub speaker: Option<&'f str>,
    pub kind: Option<ClaimKind>,
}

impl SearchFilter<'_> {
    fn is_in_time(&self, at: DateTime<Utc>, zone: Tz) -> bool {
        self.since.is_none_or(|since| since.instant(zone) <= at)
            && self.before.is_none_or(|before| at < before.instant(zone))
    }

    /// Returns whether the store alone cannot tell what is wanted.
    fn is_narrow(&self) -> bool {
        let is_day = |time: Option<DocumentTime>| matches!(time, Some(DocumentTime::Day(_)));
        self.gone || is_day(self.since) || is_day(self.before)
    }
}

impl ChangeFilter {
    fn wants(self, change: &ChangeView) -> bool {
        let is_material = change.weight == Weight::Material;
        (!self.material || is_material)
            && (!self.silent || (is_material && change.silent))
            && self.kind.is_none_or(|kind| change.facets.iter().any(|facet| facet.kind == kind))
    }
}

/// The outlets that are searched; `None` searches all.
pub(super) struct Outlets(Option<Vec<String>>);

impl Outlets {
    pub(super) fn hold(&self, outlet: Option<&str>) -> bool {
        let Some(names) = &self.0 else { return true };
        outlet.is_some_and(|own| names.iter().any(|name| name == own))
    }
}

/// An update by its article's place in a list, and by its own place in the article, from 1.
struct UpdatePlace {
    at: DateTime<Utc>,
    article: usize,
    place: usize,
}

/// The updates of articles that were read so far, by the article's place in a list.
struct ReadUpdates {
    unread: Vec<Option<FoundArticle>>,
    updates: HashMap<usize, Vec<UpdateView>>,
}

/// Texts of one article, read once for all the hits in it.
type ReadArticles = HashMap<ArticleId, (FoundArticle, Vec<StoredText>)>;

impl Archive {
    /// Finds words in every version, or in those that are wanted.
    ///
    /// The total counts what was passed over as long as it was looked at: where days or `gone` narrow the
    /// search and more is found than `limit`, it is an upper bound.
    pub fn search(&self, query: &str, filter: &SearchFilter<'_>, limit: usize) -> Result<SearchView> {
        let story = filter.story.map(|name| self.story_named(name)).transpose()?.map(|story| story.id);
        let (since, before) = (filter.since.map(earliest), filter.before.map(latest));
        let scope = SearchScope { story, outlets: self.outlets_meant(filter.outlet)?.0, since, before };
        let batch = if filter.is_narrow() { BATCH } else { limit };
        let mut read = ReadArticles::new();
        let mut view = SearchView { query: query.to_owned(), hits: Vec::new(), total: 0 };
        let (mut looked, mut passed) = (0, 0);
        loop {
            let (matches, total) = self.store.search(query, &scope, (looked, batch))?;
            for few in matches.chunks(limit.clamp(1, MATCHES_AT_ONCE)) {
                for hit in self.hits(query, few, &mut read)? {
                    looked += 1;
                    match hit.filter(|hit| wants(filter, hit)) {
                        Some(hit) => view.hits.push(hit),
                        None => passed += 1,
                    }
                    if view.hits.len() == limit {
                        break;
                    }
                }
                if view.hits.len() == limit {
                    break;
                }
            }
            view.total = total.saturating_sub(passed);
            if matches.len() < batch || view.hits.len() == limit || LOOKED_AT <= looked {
                return Ok(view);
            }
        }
    }

    /// Returns for each match the passage of its version that holds most of the words, and in which versions it stands;
    /// `None` where its version is gone.
    fn hits(&self, query: &str, matches: &[SearchMatch], read: &mut ReadArticles) -> Result<Vec<Option<SearchHit>>> {
        for found in matches {
            if let Entry::Vacant(free) = read.entry(found.article)
                && let Some(article) = self.store.article(found.article)?
            {
                let article = self.found(article)?;
                let texts = self.texts(&article, &article.versions)?;
                free.insert((article, texts));
            }
        }
        let place = |found: &SearchMatch| {
            let (article, texts) = read.get(&found.article)?;
            let place = article.versions.iter().position(|version| version.id == found.version)?;
            Some((article, &texts[place..], place))
        };
        let sentences =
            |found: &SearchMatch| place(found).map(|(_, texts, _)| texts[0].sentences()).unwrap_or_default();
        let sentences: Vec<Vec<String>> = matches.iter().map(sentences).collect();
        // The words of all matches are looked up in one go.
        let places =
            sentences.iter().enumerate().flat_map(|(at, own)| (0..own.len()).map(move |sentence| (at, sentence)));
        let places: Vec<(usize, usize)> = places.collect();
        let words: Vec<&str> = sentences.iter().flatten().map(String::as_str).collect();
        let mut best: Vec<Option<(usize, Vec<String>)>> = vec![None; matches.len()];
        for (word, snippet) in self.store.snippets(query, &words)? {
            let (at, sentence) = places[word];
            if best[at].as_ref().is_none_or(|(_, best)| best.len() < snippet.len()) {
                best[at] = Some((sentence, snippet));
            }
        }
        let hits = matches.iter().zip(best).zip(&sentences).map(|((found, best), sentences)| {
            let ((article, texts, place), (sentence, snippet)) = place(found).zip(best)?;
            let standing = texts.iter().take_while(|text| text.has(&sentences[sentence])).count();
            let last = place + standing.saturating_sub(1);
            let version = row(&article.versions[place]);
            Some(SearchHit {
                article: article.head(),
                timezone: article.zone(),
                headline: version.headline,
                first: version.number,
                last: article.versions[last].number,
                // A text that came again stands: "v1" and "v3", of which no hit is gone.
                gone: !texts.last().is_some_and(|latest| latest.has(&sentences[sentence])),
                captured: version.captured,
                sentence: Some(sentence + 1),
                snippet,
            })
        });
        Ok(hits.collect())
    }

    /// Finds changes, the latest updates first; a query without words finds all that are wanted.
    ///
    /// Articles are read as their updates come, so that a search that finds enough among the latest reads no others.
    pub fn search_changes(
        &self,
        query: &str,
        filter: &SearchFilter<'_>,
        wanted: ChangeFilter,
        limit: usize,
    ) -> Result<Vec<UpdateView>> {
        let story = filter.story.map(|name| self.story_named(name)).transpose()?;
        let outlets = self.outlets_meant(filter.outlet)?;
        let articles = self.articles_meant(story.as_ref().map(|story| story.slug.as_str()))?;
        let heads: Vec<ArticleHead> = articles.iter().map(FoundArticle::head).collect();
        let mut places = Vec::new();
        for (at, found) in articles.iter().enumerate().filter(|(at, _)| outlets.hold(heads[*at].outlet.as_deref())) {
            let updates = found.versions.iter().enumerate().skip(1);
            let in_time = updates.filter(|(_, version)| filter.is_in_time(version.captured, found.zone()));
            places.extend(in_time.map(|(place, version)| UpdatePlace { at: version.captured, article: at, place }));
        }
        places.sort_by(|a, b| (b.at, &heads[b.article].reference).cmp(&(a.at, &heads[a.article].reference)));
        let mut read = ReadUpdates { unread: articles.into_iter().map(Some).collect(), updates: HashMap::new() };
        let mut found = Vec::new();
        for batch in places.chunks(UPDATES_AT_ONCE) {
            let mut batch = self.updates_at(batch, &mut read)?;
            batch.retain_mut(|update| {
                update.changes.retain(|change| wanted.wants(change) && (!filter.gone || change.b_text.is_empty()));
                !update.changes.is_empty()
            });
            let changes = batch.iter().flat_map(|update| &update.changes);
            let texts: Vec<String> =
                changes.map(|change| format!("{}{BETWEEN}{}", change.a_text, change.b_text)).collect();
            let mut fits = self.store.fitting(query, &texts)?.into_iter();
            batch.retain_mut(|update| {
                update.changes.retain(|_| fits.next().unwrap_or_default());
                !update.changes.is_empty()
            });
            found.append(&mut batch);
            if limit <= found.len() {
                found.truncate(limit);
                break;
            }
        }
        Ok(found)
    }

    /// Returns the updates at these places; reads the articles that were not read yet.
    fn updates_at(&self, places: &[UpdatePlace], read: &mut ReadUpdates) -> Result<Vec<UpdateView>> {
        let mut new: Vec<usize> = places.iter().map(|own| own.article).collect();
        new.sort_unstable();
        new.dedup();
        let (numbers, articles): (Vec<usize>, Vec<FoundArticle>) =
            new.into_iter().filter_map(|at| Some((at, read.unread[at].take()?))).unzip();
        read.updates.extend(numbers.into_iter().zip(self.updates(&articles)?));
        let update = |own: &UpdatePlace| read.updates.get(&own.article)?.get(own.place - 1).cloned();
        Ok(places.iter().filter_map(update).collect())
    }

    /// Finds claims with the story of each; a query without words finds all that are wanted. `claims_of` hands out what
    /// is claimed in a story, and by whom.
    pub fn search_claims(
        &self,
        query: &str,
        (filter, wanted): (&SearchFilter<'_>, &ClaimFilter<'_>),
        limit: usize,
        claims_of: impl Fn(&str) -> Result<(Arc<ClaimsView>, Arc<PeopleView>)>,
    ) -> Result<Vec<(StoryRow, ClaimView)>> {
        let stories = match filter.story {
            Some(story) => vec![self.story(story)?],
            None => self.stories()?.stories,
        };
        let outlets = self.outlets_meant(filter.outlet)?;
        let mut found = Vec::new();
        for story in stories.into_iter().filter(|story| 0 < story.versions) {
            let (view, people) = claims_of(&story.name)?;
            let meant = wanted.speaker.map(|speaker| (speaker, called(&people, speaker)));
            let speaks = |claim: &ClaimView| match (&meant, claim.speaker.as_deref()) {
                (None, _) => true,
                (Some((speaker, named)), Some(own)) => named.contains(own) || holds(own, speaker),
                (Some(_), None) => false,
            };
            let is_wanted = |claim: &&ClaimView| {
                wanted.kind.is_none_or(|kind| claim.kind == kind)
                    && speaks(claim)
                    && filter.is_in_time(claim.first.captured, story.timezone)
                    && claim.occurrences.iter().any(|own| outlets.hold(own.outlet.as_deref()))
                    && (!filter.gone || claim.occurrences.iter().all(|own| own.gone_in.is_some()))
            };
            let claims: Vec<&ClaimView> = view.claims.iter().filter(is_wanted).collect();
            for batch in claims.chunks(CLAIMS_AT_ONCE) {
                let texts: Vec<&str> = batch.iter().map(|claim| claim.text.as_str()).collect();
                let fits = self.store.fitting(query, &texts)?;
                let own = batch.iter().zip(fits).filter(|(_, fits)| *fits);
                found.extend(own.map(|(claim, _)| (story.clone(), (*claim).clone())));
                if limit <= found.len() {
                    found.truncate(limit);
                    return Ok(found);
                }
            }
        }
        Ok(found)
    }

    /// Returns the outlets that a name means: the one called so, else all that have it in their name.
    pub(super) fn outlets_meant(&self, name: Option<&str>) -> Result<Outlets> {
        let Some(name) = name else { return Ok(Outlets(None)) };
        let names = self.store.outlet_names()?;
        let own = names.iter().find(|own| own.eq_ignore_ascii_case(name)).cloned();
        Ok(Outlets(Some(match own {
            Some(own) => vec![own],
            None => names.into_iter().filter(|own| holds(own, name)).collect(),
        })))
    }
}

impl Archive {
    /// Refuses an outlet that no article has, so that a misspelt name is not taken for one of which nothing is told.
    ///
    /// # Errors
    ///
    /// [`TrackError::NoSuchOutlet`] with the names that are like it.
    pub fn refuse_unknown_outlet(&self, name: Option<&str>) -> Result<()> {
        let (Some(name), Some(found)) = (name, self.outlets_meant(name)?.0) else { return Ok(()) };
        if !found.is_empty() {
            return Ok(());
        }
        let known = self.store.outlet_names()?;
        let close = close(name, known.iter().cloned());
        Err(TrackError::NoSuchOutlet { name: name.to_owned(), close, known })
    }
}

fn wants(filter: &SearchFilter<'_>, hit: &SearchHit) -> bool {
    (!filter.gone || hit.gone) && filter.is_in_time(hit.captured, hit.timezone)
}

/// Returns the earliest moment that a time can mean in any zone.
fn earliest(time: DocumentTime) -> DateTime<Utc> {
    match time {
        DocumentTime::Instant(at) => at,
        DocumentTime::Day(_) => time.instant(Tz::UTC) - Duration::hours(14),
    }
}

/// Returns the latest moment at which a day can begin in any zone.
fn latest(time: DocumentTime) -> DateTime<Utc> {
    match time {
        DocumentTime::Instant(at) => at,
        DocumentTime::Day(_) => time.instant(Tz::UTC) + Duration::hours(12),
    }
}

fn holds(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.to_lowercase())
}

/// Returns the names that persons go by one of whose names has these words in it.
fn called<'p>(people: &'p PeopleView, words: &str) -> HashSet<&'p str> {
    let is_called =
        |person: &&PersonView| holds(&person.name, words) || person.names.iter().any(|form| holds(&form.name, words));
    people.people.iter().filter(is_called).map(|person| person.name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(story: &str, zone: &str, outlet: &str, captured: &str, text: &str) -> String {
        format!(
            r#"{{"story":"{story}","timezone":"{zone}","article":"{outlet}","outlet":"The {outlet}","captured":"{captured}","text":"{text}"}}"#
        )
    }

    /// Two stories in zones that lie far apart, each with one article of two versions.
    fn archive() -> Archive {
        let archive = Archive::in_memory().unwrap();
        let said = "At least TOLL people were killed in the ferry fire, Mayor Ann Khan said.";
        let lines = [
            line("ferry", "Asia/Manila", "Herald", "2025-08-12T15:00:00Z", &said.replace("TOLL", "12")),
            line("ferry", "Asia/Manila", "Herald", "2025-08-12T17:00:00Z", &said.replace("TOLL", "19")),
            line("mill", "America/New_York", "Post", "2025-08-12T15:00:00Z", "The mill burned down on Monday night."),
            line("mill", "America/New_York", "Post", "2025-08-13T03:00:00Z", "The mill was saved on Monday night."),
        ];
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        archive
    }

    fn claims_found(archive: &Archive, words: &str, wanted: &ClaimFilter<'_>) -> usize {
        let claims_of = |story: &str| {
            let (claims, people) = archive.claims_and_people(story)?;
            Ok((Arc::new(claims), Arc::new(people)))
        };
        archive.search_claims(words, (&SearchFilter::default(), wanted), 10, claims_of).unwrap().len()
    }

    fn day(text: &str) -> Option<DocumentTime> {
        DocumentTime::read(text, Tz::UTC)
    }

    #[test]
    fn filters_come_before_the_limit() {
        let archive = Archive::in_memory().unwrap();
        let text = "A bridge was closed by its council after the storm.";
        let mut lines: Vec<String> =
            (0..30).map(|at| line("flood", "UTC", &format!("Post{at}"), "2025-08-12T15:00:00Z", text)).collect();
        lines.push(line("ferry", "UTC", "Herald", "2025-08-12T15:00:00Z", text));
        lines.push(line(
            "ferry",
            "UTC",
            "Herald",
            "2025-08-12T16:00:00Z",
            "A tower was opened by its mayor in the sun.",
        ));
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        let found = |filter: SearchFilter<'_>| {
            let view = archive.search("bridge", &filter, 1).unwrap();
            (view.hits.into_iter().map(|hit| hit.article.reference).collect::<Vec<_>>(), view.total)
        };
        let herald = (vec!["ferry/herald".to_owned()], 1);
        assert_eq!(found(SearchFilter { story: Some("ferry"), ..SearchFilter::default() }), herald);
        assert_eq!(found(SearchFilter { outlet: Some("herald"), ..SearchFilter::default() }), herald);
        assert_eq!(found(SearchFilter { gone: true, ..SearchFilter::default() }), herald);
    }

    #[test]
    fn a_day_begins_in_the_zone_of_each_story() {
        let archive = archive();
        let filter = SearchFilter { since: day("2025-08-13"), ..SearchFilter::default() };
        // 17:00 of UTC is 1:00 of the 13th in Manila; 3:00 of the 13th is the evening of the 12th in New York.
        let updates = archive.search_changes("", &filter, ChangeFilter::default(), 10).unwrap();
        assert_eq!(updates.iter().map(|update| update.article.name.as_str()).collect::<Vec<_>>(), ["herald"]);
        let hits = |words: &str| archive.search(words, &filter, 10).unwrap().hits.len();
        assert_eq!((hits("19 people"), hits("saved")), (1, 0));
    }

    #[test]
    fn a_speaker_is_found_by_every_name_of_the_person() {
        let archive = Archive::in_memory().unwrap();
        let said = "The clinic at Marl will close, Health Secretary Ngozi Okafor said on Friday.";
        let lines = [line("clinic", "UTC", "Herald", "2025-05-02T08:00:00Z", said)];
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        let found = |speaker: &str| {
            let wanted = ClaimFilter { speaker: Some(speaker), kind: None };
            claims_found(&archive, "", &wanted)
        };
        assert_eq!((found("okafor"), found("nwosu")), (1, 0));
        // An editor knows her by another name; that of the text leads to her all the same.
        let alias =
            crate::view::NameRequest::Alias { name: "Amara Nwosu".to_owned(), other: "Ngozi Okafor".to_owned() };
        archive.edit_names("clinic", &alias, "Ann", DateTime::UNIX_EPOCH).unwrap();
        assert_eq!((found("okafor"), found("nwosu"), found("lee")), (1, 1, 0));
    }

    #[test]
    fn changes_and_claims_read_words_as_passages_do() {
        let archive = archive();
        let changes = |words: &str, wanted: ChangeFilter| {
            archive.search_changes(words, &SearchFilter::default(), wanted, 10).unwrap().len()
        };
        let material = ChangeFilter { material: true, ..ChangeFilter::default() };
        assert_eq!((changes("khan", material), changes("-khan", material)), (1, 1));
        assert_eq!((changes("\"ferry fire\"", material), changes("\"fire ferry\"", material)), (1, 0));
        // Another form of the word is found too.
        assert_eq!((changes("ferry -khan", material), changes("burning", ChangeFilter::default())), (0, 1));
        assert_eq!(changes("\"mill burned\"", ChangeFilter::default()), 1);
        let figure = ChangeFilter { kind: Some(ChangeKind::Figure), ..ChangeFilter::default() };
        assert_eq!((changes("", figure), changes("mill", figure)), (1, 0));
        let claims = |words: &str| {
            let wanted = ClaimFilter { speaker: Some("khan"), kind: None };
            claims_found(&archive, words, &wanted)
        };
        assert_eq!((claims("\"ferry fire\"") > 0, claims("\"fire ferry\""), claims("-ferry")), (true, 0, 0));
    }
}
