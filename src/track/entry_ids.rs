//! Finds the entry that somebody means: by its identity, also one that it no longer has, by where it stands, or by words.

use super::manual_edits::StoredEvidence;
use super::names::ArticleLabel;
use super::{Archive, Result, TrackError};
use crate::model::{ArticleId, Story, StoryId, Timeline, TimelineEntry, TimelineQuery, words_mark};
use crate::store::{AnchorRow, Store, StoreError};
use crate::timeline::{EntryAnchor, EventClusters, EvidenceSource as _, OrderedEntry, entry_at, entry_identity};
use crate::view::{EntryView, EvidenceView, PlaceReference, TimelineView};

/// Entries that are listed, at most, where words fit several.
const NAMED: usize = 6;

/// Characters of an identity of 32 bits, which is made of an article's name at the time and cannot be made again.
const SHORT_ID_CHARS: usize = 9;

impl Archive {
    /// Returns the one entry of a timeline that is meant by an identity, a place such as `herald v2 s5`, or words in it.
    ///
    /// An identity that the entry had before another reading or another clustering still means it.
    pub fn entry_meant<'v>(&self, view: &'v TimelineView, wanted: &str) -> Result<&'v EntryView> {
        if !view.entries.iter().chain(&view.undated).any(|entry| entry.id == wanted)
            && let Some(now) = self.entry_identity_now(&view.story, wanted)?
            && let Some(entry) = view.entries.iter().chain(&view.undated).find(|entry| entry.id == now)
        {
            return Ok(entry);
        }
        entry_meant(view, wanted)
    }

    /// Returns the identity of the entry that now stands where an identity rested when it was shown.
    pub fn entry_identity_now(&self, story: &str, id: &str) -> Result<Option<String>> {
        let story = self.story_named(story)?;
        if self.store.entry_anchor(story.id, id)?.is_none() {
            return Ok(None);
        }
        let entries = self.all_entries(&story)?;
        self.resolved(&story, &entries, [id]).map(|mut found| found.pop().map(|(_, now)| now))
    }

    /// Returns the identities of a story's entries that now go by another one, each with that one.
    pub fn entry_redirects(&self, story: &str) -> Result<Vec<(String, String)>> {
        let story = self.story_named(story)?;
        let anchors = self.store.entry_anchors(story.id)?;
        let entries = self.all_entries(&story)?;
        let current: std::collections::HashSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        let former = anchors.iter().map(|anchor| anchor.id.as_str()).filter(|id| !current.contains(id));
        self.resolved(&story, &entries, former)
    }

    /// Returns the identities that, by an article's versions, rest elsewhere than the store says.
    pub(super) fn misplaced_identities(&self, article: ArticleId) -> Result<Vec<String>> {
        let is_misplaced = |(own, hash): &(AnchorRow, _)| {
            let made = entry_identity(words_mark(*hash), own.span.start, own.kind, own.ordinal);
            own.id.len() != SHORT_ID_CHARS && own.id != made
        };
        let anchors = self.store.entry_anchors_on(article)?.into_iter();
        Ok(anchors.filter(is_misplaced).map(|(own, _)| own.id).collect())
    }

    /// Returns where an identity of an export rests here: on the version with the words that it was made of, whatever
    /// number that has here; nowhere, where there is none.
    pub(super) fn anchor_here(&self, story: &Story, anchor: AnchorRow) -> Result<Option<AnchorRow>> {
        if anchor.id.len() == SHORT_ID_CHARS {
            return Ok(Some(anchor));
        }
        let hashes = self.store.version_hashes(story.id, &anchor.article)?;
        let is_made_of = |(_, hash): &&(usize, _)| {
            entry_identity(words_mark(*hash), anchor.span.start, anchor.kind, anchor.ordinal) == anchor.id
        };
        let stated = hashes.iter().find(|(number, _)| *number == anchor.version).filter(is_made_of);
        let version = stated.or_else(|| hashes.iter().find(is_made_of)).map(|(number, _)| *number);
        Ok(version.map(|version| AnchorRow { version, ..anchor }))
    }

    fn all_entries(&self, story: &Story) -> Result<Vec<TimelineEntry>> {
        let query = TimelineQuery::default();
        let mut built = self.story_timeline(story, query.clock)?.timeline;
        self.apply_manual_edits(story, &query, &mut built)?;
        let Timeline { entries, undated, .. } = built;
        Ok(entries.into_iter().chain(undated).collect())
    }

    fn resolved<'i>(
        &self,
        story: &Story,
        entries: &[TimelineEntry],
        ids: impl IntoIterator<Item = &'i str>,
    ) -> Result<Vec<(String, String)>> {
        let articles = self.articles_meant(Some(&story.slug))?;
        let lookup = StoredEvidence { archive: self, story: story.id, articles: &articles };
        let now = |id: &str| {
            let at = entry_at(entries, &lookup.place(id)?, &lookup)?;
            Some((id.to_owned(), entries[at].key.clone()))
        };
        Ok(ids.into_iter().filter_map(now).collect())
    }
}

/// Returns the one entry that is meant by its identity, a place such as `herald v2 s5`, or words in it.
///
/// What fits several entries is refused with the list of those, since an edit must change the entry that the editor saw.
fn entry_meant<'v>(view: &'v TimelineView, wanted: &str) -> Result<&'v EntryView> {
    let all = || view.entries.iter().chain(&view.undated);
    if let Some(entry) = all().find(|entry| entry.id == wanted) {
        return Ok(entry);
    }
    let lower = wanted.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&lower);
    let place = wanted.parse::<PlaceReference>().ok();
    let place = place.map(|place| if view.articles.len() == 1 { place.within(&view.story) } else { place });
    let placed: Vec<&EntryView> =
        all().filter(|entry| place.as_ref().is_some_and(|place| stands_at(entry, place))).collect();
    let shown: Vec<&EntryView> = all().filter(|entry| holds(&entry.text)).collect();
    let told = all().filter(|entry| entry.sentences.iter().any(|sentence| holds(sentence)));
    let meant = match (placed.is_empty(), shown.is_empty()) {
        (false, _) => placed,
        (true, false) => shown,
        (true, true) => told.collect(),
    };
    // An event and a statement of one sentence are shown as one.
    let is_one = |entry: &&EntryView| entry.id == meant[0].id || entry.is_shown_with(meant[0]);
    match meant.first() {
        None => Err(no_entry(view, wanted, place.as_ref())),
        Some(entry) if meant.iter().all(is_one) => Ok(entry),
        Some(_) => {
            let name = |entry: &&EntryView| (entry.id.clone(), entry.text.clone());
            let (count, candidates) = (meant.len(), meant.iter().take(NAMED).map(name).collect());
            Err(TrackError::AmbiguousEntry { wanted: wanted.to_owned(), count, candidates })
        }
    }
}

/// Returns why nothing is meant: a view tells versions by their numbers alone.
fn no_entry(view: &TimelineView, wanted: &str, place: Option<&PlaceReference>) -> TrackError {
    let wanted = wanted.to_owned();
    let unnumbered = place.filter(|place| place.version.from.is_some() && place.number().is_none());
    match unnumbered.and_then(|place| Some((place, place.sentence?))) {
        Some((place, sentence)) => {
            let named = &place.version.name;
            let article = if named.is_empty() { view.story.clone() } else { named.clone() };
            TrackError::UnnumberedEntry { article, sentence, wanted }
        }
        None => TrackError::NoSuchEntry { story: view.story.clone(), wanted },
    }
}

/// Returns whether an entry has evidence at a place.
fn stands_at(entry: &EntryView, place: &PlaceReference) -> bool {
    let is_there = |own: &EvidenceView| {
        place.is_in(&own.article) && place.number() == Some(own.version) && place.sentence == Some(own.sentence)
    };
    entry.evidence.iter().any(is_there)
}

/// Keeps where the identities of these entries rest, and those of 32 bits that an older program gave, once.
pub(super) fn keep_anchors<'r>(
    store: &Store,
    story: StoryId,
    (clusters, articles): (&EventClusters, &[ArticleLabel]),
    rows: impl IntoIterator<Item = &'r OrderedEntry>,
) -> std::result::Result<(), StoreError> {
    let row = |EntryAnchor { id, article, version, span, kind, ordinal }: EntryAnchor| {
        let label = articles.get(article)?;
        let (version, _) = *label.versions.get(version)?;
        Some(AnchorRow { id, article: label.slug.clone(), version, span, kind, ordinal })
    };
    let rows_of = |anchors: Vec<EntryAnchor>| anchors.into_iter().filter_map(row).collect::<Vec<AnchorRow>>();
    store.add_entry_anchors(story, &rows_of(clusters.anchors(rows)))?;
    if store.has_short_entry_ids(story)? {
        store.add_entry_anchors(story, &rows_of(clusters.short_anchors()))?;
        store.short_entry_ids_are_kept(story)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::DateTime;

    use super::*;
    use crate::model::{EntryKind, ManualEdit, ManualEditKind};
    use crate::store::make_older;
    use crate::track::CheckScope;
    use crate::track::exchange::tests::exported;
    use crate::view::EditRequest;

    const FIRE: &str = "A ferry caught fire on Tuesday, killing at least";
    const LEFT: &str = "The ship had left Cebu on Monday.";
    /// The schema that brought edits by hand, and the one that brought identities of 64 bits.
    const FIRST_EDITS: usize = 3;
    const LONG_IDS: usize = 11;
    /// What the program called the entry of `LEFT` when identities had 32 bits.
    const OF_32_BITS: &str = "e8d91763e";

    fn line(article: &str, hour: usize, dead: usize) -> String {
        format!(
            r#"{{"story":"ferry","timezone":"Asia/Manila","article":"{article}","outlet":"{article}","published":"2025-08-12T06:50:00+08:00","captured":"2025-08-12T{hour:02}:00:00+08:00","headline":"Ferry burns off Cebu","text":"{FIRE} {dead} people, the coast guard said.\n\n{LEFT}"}}"#
        )
    }

    fn import(archive: &Archive, lines: &[String]) {
        let batch = archive.import(lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(batch.refused, []);
    }

    fn archive() -> Archive {
        let archive = Archive::in_memory().unwrap();
        import(&archive, &[line("post", 7, 12), line("post", 13, 15)]);
        archive
    }

    fn id_of(archive: &Archive, words: &str) -> String {
        let view = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        view.entries.iter().find(|entry| entry.text.contains(words)).unwrap().id.clone()
    }

    fn hidden(archive: &Archive) -> bool {
        let view = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        !view.entries.iter().any(|entry| entry.text == LEFT) && view.notes.is_empty()
    }

    #[test]
    fn an_identity_has_64_bits_and_can_be_made_again_from_the_version() {
        let archive = archive();
        let id = id_of(&archive, LEFT);
        let found = archive.article_meant(&"ferry/post".parse().unwrap()).unwrap();
        let mark = u64::from_str_radix(&found.versions[0].hash[..16], 16).unwrap();
        let start = archive.store.content(&found.versions[0]).unwrap().text().find(LEFT).unwrap();
        assert_eq!(id, crate::timeline::entry_identity(mark, start, EntryKind::Event, 0));
        assert_eq!(id.len(), 17);
    }

    #[test]
    fn names_and_places_of_an_article_are_no_part_of_an_identity() {
        let archive = archive();
        let id = id_of(&archive, LEFT);
        archive.rename_article("ferry/post", "herald").unwrap();
        assert_eq!(id_of(&archive, LEFT), id);
    }

    #[test]
    fn an_entry_that_goes_by_another_identity_is_found_by_the_one_of_before() {
        let archive = archive();
        let old = id_of(&archive, FIRE);
        // Another article turns out to have told it before: the entry begins there now.
        import(&archive, &[line("echo", 6, 11)]);
        let new = id_of(&archive, FIRE);
        assert_ne!(old, new);
        assert_eq!(archive.entry_identity_now("ferry", &old).unwrap(), Some(new.clone()));
        assert!(archive.entry_redirects("ferry").unwrap().contains(&(old.clone(), new.clone())));
        let edit = archive.edit("ferry", &old, &EditRequest::Pin, "Ann", DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(edit.edits[0].edit.entry, new, "an edit by the old identity is one of the entry");
        archive.reindex(false).unwrap();
        assert_eq!(archive.entry_identity_now("ferry", &old).unwrap(), Some(new));
        assert_eq!(archive.entry_identity_now("ferry", "e0123456789abcdef").unwrap(), None);
    }

    #[test]
    fn an_identity_goes_with_its_article_into_another_story() {
        let archive = archive();
        let id = id_of(&archive, LEFT);
        let other = line("wire", 8, 12).replace("\"ferry\"", "\"cebu\"");
        import(&archive, &[other]);
        archive.move_article("ferry/post", Some("cebu")).unwrap();
        assert!(archive.entry_identity_now("cebu", &id).unwrap().is_some());
        archive.merge_stories("cebu", "ferry").unwrap();
        assert_eq!(archive.entry_identity_now("ferry", &id).unwrap(), Some(id_of(&archive, LEFT)));
    }

    #[test]
    fn an_imported_identity_rests_on_its_words_whatever_number_they_have() {
        let archive = archive();
        let divers = line("post", 15, 15).replace(LEFT, "Divers found the hull on Monday.");
        import(&archive, &[divers]);
        let id = id_of(&archive, "Divers");
        archive.forget(&"ferry/post@2".parse().unwrap(), "asked for", DateTime::UNIX_EPOCH).unwrap();
        let other = Archive::in_memory().unwrap();
        import(&other, &exported(&archive));
        let story = other.story_named("ferry").unwrap();
        assert_eq!(other.store.entry_anchor(story.id, &id).unwrap().map(|own| own.version), Some(2));
        assert!(other.check(&CheckScope::default()).unwrap().ok);
    }

    /// What a better reading does: the sentence begins elsewhere, so the entry has another identity.
    #[test]
    fn an_edit_by_hand_survives_another_reading() {
        let archive = archive();
        id_of(&archive, LEFT);
        let story = archive.story_named("ferry").unwrap();
        let text =
            archive.store.content(&archive.article_meant(&"ferry/post".parse().unwrap()).unwrap().versions[0]).unwrap();
        let start = text.text().find("ship had").unwrap();
        let span = crate::model::Span { start, end: start + 12 };
        let id = "e00000000000000aa".to_owned();
        let anchor = AnchorRow {
            id: id.clone(),
            article: "post".to_owned(),
            version: 1,
            span,
            kind: EntryKind::Event,
            ordinal: 0,
        };
        archive.store.add_entry_anchors(story.id, &[anchor]).unwrap();
        archive.store.write::<_, TrackError>(|store| Ok(store.add_manual_edit(story.id, &hide(&id))?)).unwrap();
        assert!(hidden(&archive));
    }

    fn hide(entry: &str) -> ManualEdit {
        ManualEdit {
            number: 1,
            entry: entry.to_owned(),
            text: String::new(), // so that the words alone cannot find it
            edit: ManualEditKind::Hide,
            author: "Ann".to_owned(),
            at: DateTime::UNIX_EPOCH,
            undone: None,
        }
    }

    #[test]
    fn edits_of_every_earlier_schema_still_find_their_entries() {
        let folder = tempfile::tempdir().unwrap();
        let now = folder.path().join("now.db");
        {
            let archive = Archive::open(&now).unwrap();
            import(&archive, &[line("post", 7, 12), line("post", 13, 15)]);
            let story = archive.story_named("ferry").unwrap().id;
            archive.store.write::<_, TrackError>(|store| Ok(store.add_manual_edit(story, &hide(OF_32_BITS))?)).unwrap();
            assert!(!hidden(&archive), "a new store knows no identities of 32 bits");
        }
        for schema in FIRST_EDITS..LONG_IDS {
            let path = folder.path().join(format!("{schema}.db"));
            make_older(&path, schema);
            copy_rows(&now, &path);
            let archive = Archive::open(&path).unwrap();
            assert!(hidden(&archive), "schema {schema}");
            assert!(hidden(&archive), "schema {schema}, from the cache");
            archive.reindex(false).unwrap();
            assert!(hidden(&archive), "schema {schema}, read anew");
            let view = archive.check(&CheckScope::default()).unwrap();
            assert!(view.ok, "schema {schema}: {:?}", view.problems);
        }
    }

    /// Copies what was recorded into a store of an older schema, as far as that has columns for it.
    fn copy_rows(from: &Path, to: &Path) {
        let store = rusqlite::Connection::open(to).unwrap();
        store.execute("ATTACH ?1 AS source", [from.to_str().unwrap()]).unwrap();
        for table in ["story", "outlet", "article", "address", "version", "body", "capture", "correction", "ledger"] {
            let columns = "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info(?1, 'main')";
            let columns: Option<String> = store.query_row(columns, [table], |row| row.get(0)).unwrap();
            if let Some(columns) = columns {
                let sql = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}");
                store.execute(&sql, []).unwrap();
            }
        }
    }

    #[test]
    fn an_identity_that_was_put_elsewhere_is_found_and_taken_out() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::open(&folder.path().join("store.db")).unwrap();
        import(&archive, &[line("post", 7, 12), line("post", 13, 15)]);
        let id = id_of(&archive, LEFT);
        let problems = || archive.check(&CheckScope::default()).unwrap().problems;
        assert_eq!(problems(), []);
        let story = archive.story_named("ferry").unwrap();
        let anchor = archive.store.entry_anchor(story.id, &id).unwrap().unwrap();
        let forged = AnchorRow { id: "e00000000000000aa".to_owned(), ..anchor };
        archive.store.add_entry_anchors(story.id, &[forged]).unwrap();
        assert!(problems()[0].problem.contains("e00000000000000aa"), "{:?}", problems());
        archive.repair(DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(problems(), []);
        assert!(archive.store.entry_anchor(story.id, &id).unwrap().is_some());
    }

    #[test]
    fn identities_travel_with_an_export() {
        let archive = archive();
        let old = id_of(&archive, FIRE);
        import(&archive, &[line("echo", 6, 11)]);
        let new = id_of(&archive, FIRE);
        let lines = exported(&archive);
        let other = Archive::in_memory().unwrap();
        import(&other, &lines);
        assert_eq!(exported(&other), lines);
        assert_eq!(other.entry_identity_now("ferry", &old).unwrap(), Some(new));
    }
}
