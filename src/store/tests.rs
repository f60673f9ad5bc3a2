//! Tries the store: what it keeps, what it refuses, and that nothing recorded is lost.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::*;
use crate::model::{ArticleId, CapturedBy, Content, HiddenMarkKind, HiddenMarks, Origin, Original, Version, VersionId};

pub(super) fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_745_400_000 + minute * 60, 0).unwrap()
}

fn content(body: &str) -> Content {
    Content { headline: Some("Talks go on".to_owned()), body: body.to_owned(), ..Content::default() }
}

pub(super) fn article(store: &Store, slug: &str) -> ArticleId {
    let story = store.add_story(&format!("story-of-{slug}"), None, Tz::Europe__London, at(0)).unwrap();
    store.add_article(slug, Some(story), None, at(0)).unwrap()
}

/// Records a version and the look that found it.
pub(super) fn record(store: &Store, article: ArticleId, minute: i64, body: &str) -> Result<VersionId> {
    store.write(|store| {
        let (captured, content) = (at(minute), content(body));
        let (published, modified, newest) = (None, None, store.newest_content(article)?);
        let new = NewVersion { article, captured, published, modified, content: &content, newest: newest.as_ref() };
        let (version, _) = store.add_version(new)?;
        look(store, article, version, minute)?;
        store.index_words(version, body)?;
        Ok(version)
    })
}

pub(super) fn look(store: &Store, article: ArticleId, version: VersionId, minute: i64) -> Result<()> {
    let origin = Origin::default();
    let bytes = format!("bytes of {minute}").into_bytes();
    let original = Original { media_type: "text/html".into(), encoding: "UTF-8".into(), bytes };
    let (published, modified) = (None, None);
    let (origin, http, original) = (&origin, None, Some(&original));
    let captured = at(minute);
    let (captured_by, recorded, url, outlet) = (CapturedBy::Given, Some(captured), None, None);
    store.add_capture(NewCapture {
        article,
        version,
        captured,
        captured_by,
        recorded,
        url,
        outlet,
        published,
        modified,
        origin,
        http,
        hidden_marks: &[HiddenMarks { kind: HiddenMarkKind::ZeroWidth, count: minute as usize }],
        original,
    })?;
    Ok(())
}

pub(super) fn version_faults(store: &Store, article: ArticleId) -> Vec<String> {
    store.version_faults(article).unwrap().into_iter().map(|fault| fault.what).collect()
}

fn numbers(versions: &[Version]) -> Vec<(usize, Option<usize>)> {
    versions.iter().map(|version| (version.number, version.returns_to)).collect()
}

#[test]
fn every_text_comes_back_word_for_word() {
    let store = Store::in_memory().unwrap();
    let article = article(&store, "wire");
    let bodies: Vec<String> =
        (0..80).map(|n| format!("{} Update {n} – “quoted” 🎈.", "The talks go on. ".repeat(n))).collect();
    for (minute, body) in bodies.iter().enumerate() {
        record(&store, article, minute as i64, body).unwrap();
    }
    let versions = store.versions(article).unwrap();
    let texts: Vec<String> = versions.iter().map(|version| store.content(version).unwrap().body).collect();
    assert_eq!(texts, bodies);
    for (minute, capture) in store.captures(article).unwrap().iter().enumerate() {
        let original = store.original(capture.id).unwrap().unwrap();
        assert_eq!(original.bytes, format!("bytes of {minute}").into_bytes());
    }
    assert_eq!(version_faults(&store, article), Vec::<String>::new());
    assert_eq!(store.file_faults().unwrap(), Vec::<String>::new());
}

#[test]
fn versions_stand_in_order_of_capture_and_keep_their_numbers() {
    let store = Store::in_memory().unwrap();
    let article = article(&store, "wire");
    for (minute, body) in [(10, "A"), (30, "B"), (20, "C"), (40, "A")] {
        record(&store, article, minute, body).unwrap();
    }
    let versions = store.versions(article).unwrap();
    assert_eq!(numbers(&versions), [(1, None), (3, None), (2, None), (4, Some(1))]);
    assert_eq!(version_faults(&store, article), Vec::<String>::new());
}

#[test]
fn lawful_changes_stand_in_the_ledger() {
    let store = Store::in_memory().unwrap();
    let id = store.write(|store| Ok::<_, StoreError>(article(store, "wire"))).unwrap();
    record(&store, id, 1, "A.").unwrap();
    store.write(|store| store.place_article(id, None, "herald")).unwrap();
    store.write(|store| store.add_address(id, "a.example/1", "https://a.example/1")).unwrap();
    assert_eq!(store.ledger_faults().unwrap(), Vec::<String>::new());
    store.write(|store| store.delete_article(id)).unwrap();
    assert_eq!(store.ledger_faults().unwrap(), Vec::<String>::new());
    let (lines, hash) = store.ledger_end().unwrap();
    assert!(5 < lines && hash.is_some());
    let refused = store.connection.execute("DELETE FROM ledger", []).unwrap_err().to_string();
    assert!(refused.contains("never changes"), "{refused}");
}

#[test]
fn a_stored_version_cannot_be_changed() {
    let store = Store::in_memory().unwrap();
    let article = article(&store, "wire");
    record(&store, article, 1, "A").unwrap();
    for sql in ["UPDATE version SET headline = 'B'", "UPDATE body SET packed = x'00'"] {
        let refused = store.connection.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never changes"), "{refused}");
    }
}

#[test]
fn tampering_shows() {
    let store = Store::in_memory().unwrap();
    let article = article(&store, "wire");
    for (minute, body) in [(1, "Twelve were killed."), (2, "Fifteen were killed."), (3, "Sixteen.")] {
        record(&store, article, minute, body).unwrap();
    }
    let tamper = "DROP TRIGGER version_never_changes; UPDATE version SET published = '2020-01-01' WHERE number = 2";
    store.connection.execute_batch(tamper).unwrap();
    let faults = version_faults(&store, article);
    assert_eq!(faults.len(), 2, "{faults:?}"); // its own link and the next one's
    store.connection.execute_batch("DROP TRIGGER body_never_changes; UPDATE body SET packed = x'00'").unwrap();
    assert!(version_faults(&store, article)[0].contains("is damaged"));
}

#[test]
fn deleting_leaves_nothing_behind_and_others_alone() {
    let store = Store::in_memory().unwrap();
    let (gone, kept) = (article(&store, "gone"), article(&store, "kept"));
    for minute in 0..40 {
        record(&store, gone, minute, &format!("The ferry burns, update {minute}.")).unwrap();
        record(&store, kept, minute, &format!("The council votes, update {minute}.")).unwrap();
    }
    let story = store.article(gone).unwrap().unwrap().story.unwrap();
    store.write(|store| store.delete_story(story)).unwrap();
    let counts = store.counts().unwrap();
    assert_eq!((counts.stories, counts.articles, counts.versions, counts.captures), (1, 1, 40, 40));
    assert_eq!(store.count("SELECT count(*) FROM original", []).unwrap(), 40);
    assert_eq!(store.search("ferry", &SearchScope::default(), (0, 10)).unwrap().1, 0);
    assert_eq!(store.search("council", &SearchScope::default(), (0, 10)).unwrap().1, 40);
    assert_eq!(store.file_faults().unwrap(), Vec::<String>::new());
    assert_eq!(version_faults(&store, kept), Vec::<String>::new());
}

#[test]
fn a_full_disk_loses_nothing_that_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("archive.db")).unwrap();
    let article = article(&store, "wire");
    record(&store, article, 1, "A short text.").unwrap();
    let pages: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.connection.pragma_update(None, "max_page_count", pages + 2).unwrap();
    let noise =
        (0..90_000_u64).map(|n| format!("{:x} ", n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect::<Vec<_>>().concat();
    let refused = record(&store, article, 2, &noise).unwrap_err();
    assert!(matches!(refused, StoreError::Full { .. }), "{refused}");
    assert!(refused.hint().unwrap().contains("is safe"));
    assert_eq!(store.versions(article).unwrap().len(), 1);
    assert_eq!(version_faults(&store, article), Vec::<String>::new());
}

#[test]
fn a_store_in_use_is_waited_for_and_then_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let one = Store::open(&path).unwrap();
    let other = Store::open_with(&path, OpenFlags::default(), Duration::from_millis(20)).unwrap();
    one.write(|_| {
        let refused = other.add_story("flood", None, Tz::UTC, at(0)).unwrap_err();
        assert!(matches!(refused, StoreError::Busy { .. }), "{refused}");
        assert!(matches!(other.file_faults(), Err(StoreError::Busy { .. })), "no fault is made up meanwhile");
        Ok::<_, StoreError>(())
    })
    .unwrap();
    other.add_story("flood", None, Tz::UTC, at(0)).unwrap();
}

#[test]
fn two_writers_take_turns() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let store = Store::open(&path).unwrap();
    let articles = [article(&store, "one"), article(&store, "two")];
    std::thread::scope(|scope| {
        for id in articles {
            let path = &path;
            scope.spawn(move || {
                let store = Store::open(path).unwrap();
                for minute in 0..50 {
                    record(&store, id, minute, &format!("Update {minute}.")).unwrap();
                }
            });
        }
    });
    assert_eq!(store.counts().unwrap().versions, 100);
    assert!(articles.iter().all(|&id| version_faults(&store, id).is_empty()));
}

#[test]
fn many_may_begin_a_store_at_once() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/archive.db");
        let start = std::sync::Barrier::new(8);
        std::thread::scope(|scope| {
            for writer in 0..8 {
                let (path, start) = (&path, &start);
                scope.spawn(move || {
                    start.wait();
                    let store = Store::open(path).unwrap();
                    let id = store.write(|store| Ok::<_, StoreError>(article(store, &format!("a{writer}")))).unwrap();
                    record(&store, id, 1, "It works.").unwrap();
                });
            }
        });
        let store = Store::open(&path).unwrap();
        assert_eq!(store.counts().unwrap().versions, 8);
        assert_eq!(store.ledger_faults().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn what_is_no_store_of_ours_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |name: &str| {
        let error = Store::open(&folder.path().join(name)).unwrap_err();
        assert!(error.hint().is_some(), "{error}");
        error
    };
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    assert!(matches!(refuse("folder"), StoreError::Directory { .. }));

    let text = "This is a note about a flood, and no database. ".repeat(100);
    std::fs::write(folder.path().join("note.txt"), &text).unwrap();
    assert!(matches!(refuse("note.txt"), StoreError::Foreign { .. }));
    assert_eq!(std::fs::read_to_string(folder.path().join("note.txt")).unwrap(), text);

    let other = Connection::open(folder.path().join("other.db")).unwrap();
    other.execute_batch("CREATE TABLE places (url TEXT); PRAGMA user_version = 1").unwrap();
    assert!(matches!(refuse("other.db"), StoreError::Foreign { .. }));
    other.execute_batch("PRAGMA user_version = 0").unwrap();
    assert!(matches!(refuse("other.db"), StoreError::Foreign { .. }));

    Store::open(&folder.path().join("new.db")).unwrap().connection.execute_batch("PRAGMA user_version = 99").unwrap();
    assert!(matches!(refuse("new.db"), StoreError::Newer { found: 99, .. }));

    let missing = Store::open_existing(&folder.path().join("none.db")).unwrap_err();
    assert!(matches!(missing, StoreError::Missing { .. }));
    assert!(!folder.path().join("none.db").exists());
}

#[test]
fn an_older_store_is_copied_before_it_is_migrated() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    migrate::make_older(&path, 1);
    let old = "INSERT INTO story (slug, timezone, created) VALUES ('flood', 'UTC', 0);
        INSERT INTO article (story_id, slug, created) VALUES (1, 'old', 0);
        INSERT INTO version (article_id, number, captured, words, hash, chain)
            VALUES (1, 1, 5, 1, zeroblob(32), zeroblob(32));
        INSERT INTO capture (article_id, version_id, captured, origin) VALUES (1, 1, 5, 'file')";
    Connection::open(&path).unwrap().execute_batch(old).unwrap();
    let store = Store::open(&path).unwrap();
    let look = store.captures(ArticleId(1)).unwrap().remove(0);
    assert_eq!((look.captured_by, look.recorded), (CapturedBy::Unknown, None), "marked as of the old rule");
    assert_eq!(store.ledger_faults().unwrap(), Vec::<String>::new(), "the ledger begins with what was there");
    let backup = store.migration_backup().unwrap().to_owned();
    assert_eq!(backup, folder.path().join("archive.db.schema-1.bak"));
    let old = Connection::open(&backup).unwrap();
    let schema: i64 = old.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(schema, 1);
    let id = article(&store, "wire");
    record(&store, id, 1, "It works.").unwrap();
    drop(store);
    assert_eq!(Store::open(&path).unwrap().migration_backup(), None);
}

#[test]
fn a_backup_is_a_whole_store_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("archive.db")).unwrap();
    let id = article(&store, "wire");
    record(&store, id, 1, "A text.").unwrap();
    let target = folder.path().join("copy.db");
    store.backup(&target, |_, _| ()).unwrap();
    assert_eq!(Store::open_existing(&target).unwrap().versions(id).unwrap(), store.versions(id).unwrap());
    assert!(matches!(store.backup(&target, |_, _| ()).unwrap_err(), StoreError::Taken { .. }));
}

#[test]
fn search_finds_who_brought_the_words() {
    let store = Store::in_memory().unwrap();
    let id = article(&store, "wire");
    let first = record(&store, id, 1, "Ministers met in London.").unwrap();
    let second = record(&store, id, 2, "Zelenský spoke of negotiations.").unwrap();
    let found = |query: &str| {
        store
            .search(query, &SearchScope::default(), (0, 10))
            .unwrap()
            .0
            .into_iter()
            .map(|hit| hit.version)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("minister london"), [first]);
    assert_eq!(found("zelensky negotiation"), [second]);
    assert_eq!(found("\"London met\""), []);
    assert_eq!(found("london OR ("), [first], "an OR with nothing behind it asks for nothing more");
    assert_eq!(found("paris OR london"), [first]);
    // Recorded later, seen earlier: what counts is when readers saw the words.
    look(&store, id, second, -60).unwrap();
    let since = SearchScope { since: Some(at(-30)), ..SearchScope::default() };
    assert_eq!(store.search("negotiation", &since, (0, 10)).unwrap().1, 0);
    assert_eq!(store.search("london", &since, (0, 10)).unwrap().1, 1);
    let snippets = store.snippets("negotiation", &["Nothing here.", "Zelenský spoke of negotiations."]).unwrap();
    let parts = ["Zelenský spoke of ", "negotiations", "."].map(str::to_owned).to_vec();
    assert_eq!(snippets, [(1, parts)]);
}

#[test]
fn a_reader_reads_and_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    assert!(matches!(Store::open_read_only(&path), Err(StoreError::Missing { .. })));
    let store = Store::open(&path).unwrap();
    let own = article(&store, "herald");
    record(&store, own, 1, "The talks go on.").unwrap();
    let reader = Store::open_read_only(&path).unwrap();
    assert_eq!(reader.versions(own).unwrap().len(), 1);
    record(&store, own, 2, "The talks have ended.").unwrap();
    assert_eq!(reader.versions(own).unwrap().len(), 2);
    assert!(matches!(record(&reader, own, 3, "No."), Err(StoreError::ReadOnly { .. })));
}

#[test]
fn a_reader_does_not_change_the_shape_of_an_older_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    super::migrate::make_older(&path, 1);
    let Err(error) = Store::open_read_only(&path) else { panic!("an older store is not read as it is") };
    assert!(matches!(error, StoreError::OlderReadOnly { .. }) && error.hint().is_some());
    Store::open(&path).unwrap();
    Store::open_read_only(&path).unwrap();
}
