//! Adds an entry to a story's timeline by hand, with what it rests on.
//!
//! A source is a sentence of a version as the screen names it (`herald v2 s5`), the address of a page elsewhere, or a
//! document in words. A sentence is kept with its words, so that it can be told when its article is gone.

use chrono::{DateTime, SubsecRound, Utc};
use sha2::{Digest, Sha256};

use super::lookup::FoundArticle;
use super::{Archive, Result, TrackError};
use crate::model::{EntrySource, Evidence, ManualEdit, ManualEditKind, Span, Story, hex};
use crate::view::{EditsView, EntryRequest, PlaceReference, Reference};

/// Characters of an entry, of a source and of a name, at most.
pub(crate) const MAX_CHARS: usize = 2000;
/// Sources of one entry, at most.
const MAX_SOURCES: usize = 50;
/// Bytes of a hash that name an entry: two of a story are never alike by chance.
const KEY_BYTES: usize = 8;

impl Archive {
    /// Adds an entry to the timeline of a story; returns the edit as it was recorded.
    ///
    /// # Errors
    ///
    /// Where the entry has no words or no source, or where a source names a sentence that the story does not have.
    pub fn add_entry(&self, name: &str, request: &EntryRequest, author: &str, now: DateTime<Utc>) -> Result<EditsView> {
        let story = self.story_named(name)?;
        let articles = self.articles_meant(Some(&story.slug))?;
        let text = one_line("the entry", &request.text)?;
        let speaker = request.speaker.as_deref().map(|speaker| one_line("the speaker", speaker)).transpose()?;
        let sources = request.sources.iter().map(|words| self.source_meant(&story, &articles, words));
        let sources = sources.collect::<Result<Vec<EntrySource>>>()?;
        if sources.is_empty() || MAX_SOURCES < sources.len() {
            return Err(TrackError::NoSources { most: MAX_SOURCES });
        }
        let at = now.trunc_subsecs(0);
        let edits = self.store.manual_edits(story.id)?;
        let is_taken = |key: &String| edits.iter().any(|edit| edit.entry == *key);
        let hash = |n: u64| Sha256::digest(format!("{at}\n{author}\n{text}\n{n}"));
        let keys = (0..).map(|n| format!("h{}", hex(&hash(n)[..KEY_BYTES])));
        let key = { keys }.find(|key| !is_taken(key)).expect("some number is free");
        let edit = ManualEdit {
            number: 0,
            entry: key,
            text,
            edit: ManualEditKind::Add { when: request.when.clone(), kind: request.kind, speaker, sources },
            author: author.to_owned(),
            at,
            undone: None,
        };
        self.record_edits(&story, &[edit])
    }

    /// Reads a source as it is typed.
    ///
    /// # Errors
    ///
    /// [`TrackError::NoSuchSource`] where a sentence is named and none is there: as a document it would be no evidence.
    fn source_meant(&self, story: &Story, articles: &[FoundArticle], words: &str) -> Result<EntrySource> {
        let words = one_line("a source", words)?;
        if words.starts_with("http://") || words.starts_with("https://") {
            return Ok(EntrySource::Page { url: words });
        }
        let no_such = || TrackError::NoSuchSource { wanted: words.clone() };
        let article_of = |place: &PlaceReference| {
            let is_one_of_many = place.version.name.is_empty() && articles.len() != 1;
            articles.iter().find(|found| !is_one_of_many && place.is_in(&found.head().reference))
        };
        let within = |place: PlaceReference| if articles.len() == 1 { place.within(&story.slug) } else { place };
        let place = match words.parse::<PlaceReference>() {
            Ok(place) => within(place),
            // Of versions that cannot be read, or of two.
            Err(_) => {
                let name = words.split_once('@').map_or("", |(name, _)| name).to_owned();
                within(PlaceReference { version: Reference::to(&name), sentence: None })
            }
        };
        let sentence = match (place.sentence, article_of(&place)) {
            (Some(sentence), _) => sentence,
            (None, Some(_)) if PlaceReference::names_sentence(&words) => return Err(no_such()),
            _ => return Ok(EntrySource::Document { name: words }),
        };
        let (pick, found) = match (place.version.from, article_of(&place)) {
            (Some(pick), Some(found)) => (pick, found),
            // Words may end as a place does: `minutes of the council s3`.
            (None, None) => return Ok(EntrySource::Document { name: words }),
            _ => return Err(no_such()),
        };
        let place = found.place(pick).map_err(|_| no_such())?;
        let version = found.versions[place].number;
        let texts = self.texts(found, &found.versions[place..=place])?;
        let told = sentence.checked_sub(1).and_then(|index| texts[0].sentences().into_iter().nth(index));
        let words = told.ok_or_else(no_such)?;
        Ok(EntrySource::Passage { article: found.article.slug.clone(), version, sentence, words })
    }
}

/// Returns where a source stands in the archive: in the article called as it was then, in the version of its number or
/// else in any that has its words; else in the version of its number of an article that goes by another name now.
pub(super) fn evidence_of(archive: &Archive, articles: &[FoundArticle], source: &EntrySource) -> Option<Evidence> {
    let EntrySource::Passage { article, version, sentence, words } = source else { return None };
    let at = |found: &FoundArticle, place: usize| {
        let content = archive.store.content(&found.versions[place]).ok()?;
        let text = content.text();
        let is_there = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words.as_str());
        let start = text.find(words.as_str());
        let span = start.map_or_else(Span::default, |start| Span { start, end: start + words.len() });
        (start.is_some() || is_there(&text)).then(|| Evidence {
            article: found.article.slug.clone(),
            version: place + 1,
            until: place + 1,
            sentence: sentence.saturating_sub(1),
            span,
        })
    };
    let numbered = |found: &FoundArticle| {
        let place = found.versions.iter().position(|own| own.number == *version)?;
        at(found, place)
    };
    let (own, others): (Vec<&FoundArticle>, Vec<&FoundArticle>) =
        articles.iter().partition(|found| found.article.slug == *article);
    // Another archive may have numbered the versions otherwise.
    let renumbered = |found: &&FoundArticle| (0..found.versions.len()).find_map(|place| at(found, place));
    let in_own = || own.iter().copied().find_map(numbered).or_else(|| own.iter().find_map(renumbered));
    in_own().or_else(|| others.into_iter().find_map(numbered))
}

/// Checks that an entry from elsewhere keeps the bounds of those made here.
pub(super) fn check_entry(text: &str, speaker: Option<&str>, sources: &[EntrySource]) -> Result<()> {
    one_line("the entry", text)?;
    speaker.map(|speaker| one_line("the speaker", speaker)).transpose()?;
    for source in sources {
        if let EntrySource::Page { url: words } | EntrySource::Document { name: words } = source {
            one_line("a source", words)?;
        }
    }
    match sources.len() {
        1..=MAX_SOURCES => Ok(()),
        _ => Err(TrackError::NoSources { most: MAX_SOURCES }),
    }
}

/// Returns words that are typed on one line, if there are any and not too many.
pub(super) fn one_line(what: &'static str, words: &str) -> Result<String> {
    let line = words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = line.collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => Err(TrackError::NoWords { what }),
        1..=MAX_CHARS => Ok(line),
        has => Err(TrackError::TooManyWords { what, has, most: MAX_CHARS }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Edtf, EntryKind, TimelineQuery};
    use crate::track::exchange::tests::exported;
    use crate::view::{EditRequest, EntryFilter};

    const NOW: &str = "2025-08-13T08:00:00Z";

    fn archive() -> Archive {
        let line = r#"{"story":"ferry","timezone":"Asia/Manila","article":"post","outlet":"Post","published":"2025-08-12T06:50:00+08:00","captured":"2025-08-12T07:00:00+08:00","text":"A ferry caught fire on Tuesday, the coast guard said.\n\nThe ship had left Cebu on Monday."}"#;
        let archive = Archive::in_memory().unwrap();
        archive.import(&[line.to_owned()], 1, true, NOW.parse().unwrap()).unwrap();
        archive
    }

    fn request(sources: &[&str]) -> EntryRequest {
        EntryRequest {
            when: Some(Edtf::new("2025-08-11T22:10:00").unwrap()),
            kind: EntryKind::Event,
            text: "The owner was told\nof smoke.".to_owned(),
            speaker: None,
            sources: sources.iter().map(|&source| source.to_owned()).collect(),
        }
    }

    fn add(archive: &Archive, sources: &[&str]) -> Result<EditsView> {
        archive.add_entry("ferry", &request(sources), "Ann", NOW.parse().unwrap())
    }

    #[test]
    fn an_entry_is_added_found_by_its_tag_and_carried_along() {
        let archive = archive();
        add(&archive, &["[post v1 s2]", "https://court.example/12", "court file 12"]).unwrap();
        let tag = EditRequest::Tag("cause".to_owned());
        archive.edit("ferry", "told of smoke", &tag, "Ann", NOW.parse().unwrap()).unwrap();
        let filter = EntryFilter { tags: vec!["Cause".to_owned()], ..EntryFilter::default() };
        let shown = |archive: &Archive| {
            let view = archive.timeline_of("ferry", &TimelineQuery::default(), &filter).unwrap();
            assert_eq!(view.filter.as_ref().map(|filter| filter.of), Some(3));
            let entry = &view.entries[0];
            let evidence: Vec<String> =
                entry.evidence.iter().map(|own| format!("v{} s{}", own.version, own.sentence)).collect();
            (view.entries.len(), entry.text.clone(), evidence.join(" "), entry.by_hand.as_ref().unwrap().sources.len())
        };
        let want = (1, "The owner was told of smoke.".to_owned(), "v1 s2".to_owned(), 3);
        assert_eq!(shown(&archive), want);
        let other = Archive::in_memory().unwrap();
        assert_eq!(other.import(&exported(&archive), 1, true, NOW.parse().unwrap()).unwrap().edits, 2);
        assert_eq!(shown(&other), want);
    }

    #[test]
    fn an_entry_stays_with_its_passage_when_the_article_goes_by_another_name() {
        let archive = archive();
        add(&archive, &["post v1 s2"]).unwrap();
        archive.rename_article("ferry/post", "manila-post").unwrap();
        // The passage was captured on the 12th, a day before the entry was added.
        let query = TimelineQuery { as_of: "2025-08-12T12:00:00Z".parse().ok(), ..TimelineQuery::default() };
        let view = archive.timeline("ferry", &query).unwrap();
        let own = view.entries.iter().find(|entry| entry.by_hand.is_some()).expect("it was told by then");
        assert_eq!((own.evidence[0].article.as_str(), own.evidence[0].version), ("ferry/manila-post", 1));
    }

    #[test]
    fn a_passage_is_found_where_its_versions_are_numbered_otherwise() {
        let archive = archive();
        add(&archive, &["post v1 s2"]).unwrap();
        let lines = exported(&archive);
        // The other archive has seen an earlier version, which has not the words.
        let other = Archive::in_memory().unwrap();
        let earlier = r#"{"story":"ferry","timezone":"Asia/Manila","article":"post","outlet":"Post","captured":"2025-08-12T06:00:00+08:00","text":"A ferry caught fire."}"#;
        other.import(&[earlier.to_owned()], 1, true, NOW.parse().unwrap()).unwrap();
        other.import(&lines, 1, true, NOW.parse().unwrap()).unwrap();
        let view = other.timeline("ferry", &TimelineQuery::default()).unwrap();
        let own = view.entries.iter().find(|entry| entry.by_hand.is_some()).expect("the entry came along");
        assert_eq!(own.evidence.iter().map(|own| own.version).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn two_equal_entries_are_two_and_each_is_edited_by_its_own_name() {
        let archive = archive();
        let keys: Vec<String> =
            (0..2).map(|_| add(&archive, &["https://e.example/1"]).unwrap().edits[0].edit.entry.clone()).collect();
        let tag = EditRequest::Tag("toll".to_owned());
        let tagged = |entry: &str| archive.edit("ferry", entry, &tag, "Ann", NOW.parse().unwrap());
        let refused = tagged("told of smoke").unwrap_err();
        assert!(refused.to_string().contains("may mean 2 entries"), "{refused}");
        assert!(keys.iter().all(|key| refused.hint().unwrap().contains(key)));
        tagged(&keys[0]).unwrap();
        let view = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        let entry = |key: &String| view.entries.iter().find(|entry| entry.id == *key).unwrap();
        let (one, other) = (entry(&keys[0]), entry(&keys[1]));
        assert_eq!((one.tags.len(), other.tags.len()), (1, 0));
        assert!(!one.is_shown_with(other));
    }

    #[test]
    fn a_source_that_names_no_sentence_is_refused() {
        let archive = archive();
        let refused = |sources: &[&str]| add(&archive, sources).unwrap_err().to_string();
        assert!(refused(&["post v1 s9"]).contains("post v1 s9"));
        assert!(refused(&["echo v1 s1"]).contains("echo v1 s1"));
        assert!(refused(&[]).contains("source"));
        assert!(refused(&["  "]).contains("no words"));
        assert!(add(&archive, &["v1 s1"]).is_ok() && add(&archive, &["ferry/post@1 s1"]).is_ok());
    }
}
