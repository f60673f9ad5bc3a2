//! Tries every way to alter what was recorded with another program: each has to show, with nobody's help.

use chrono_tz::Tz;

use super::tests::{at, look, record, version_faults};
use super::*;
use crate::model::{ArticleId, ManualEdit, ManualEditKind, VersionId};

/// Each has to show.
///
/// The store has a story with a title, two articles of one outlet with an address each, three versions, an edit and a
/// reviewed update; a third article was removed for good.
#[rustfmt::skip]
const ALTERATIONS: &[&str] = &[
    "UPDATE story SET slug = 'other'",
    "UPDATE story SET title = 'Another title'",
    "UPDATE story SET title = NULL",
    "UPDATE story SET timezone = 'Asia/Manila'",
    "UPDATE story SET created = created + 1000",
    "INSERT INTO story (slug, timezone, created) VALUES ('new', 'UTC', 0)",
    "UPDATE outlet SET name = 'Another outlet'",
    "UPDATE article SET slug = 'other' WHERE slug = 'wire'",
    "UPDATE article SET outlet_id = NULL",
    "UPDATE article SET story_id = NULL WHERE slug = 'wire'",
    "UPDATE article SET created = created + 1000",
    "INSERT INTO article (story_id, slug, created) VALUES (1, 'new', 0)",
    "UPDATE address SET url = 'https://other.example/1' WHERE key = 'a.example/1'",
    "UPDATE address SET key = 'other.example/1' WHERE key = 'a.example/1'",
    "UPDATE address SET article_id = 2 WHERE key = 'a.example/1'",
    "DELETE FROM address WHERE key = 'a.example/1'",
    "INSERT INTO address (key, url, article_id) VALUES ('b.example/2', 'https://b.example/2', 1)",
    "UPDATE version SET captured = captured + 60000 WHERE number = 2",
    "UPDATE version SET published = '2020-01-01' WHERE number = 2",
    "UPDATE version SET modified = '2020-01-01' WHERE number = 2",
    "UPDATE version SET headline = 'Another headline' WHERE number = 2",
    "UPDATE version SET standfirst = 'Another standfirst' WHERE number = 2",
    "UPDATE version SET byline = 'By Bo Ek' WHERE number = 2",
    "UPDATE version SET words = words + 1 WHERE number = 2",
    "UPDATE version SET number = 9 WHERE number = 3",
    "UPDATE version SET hash = (SELECT hash FROM version WHERE number = 1) WHERE number = 2",
    "UPDATE version SET chain = zeroblob(32) WHERE number = 2",
    "UPDATE version SET article_id = 2 WHERE number = 3",
    "DELETE FROM version WHERE number = 3",
    "UPDATE body SET packed = (SELECT packed FROM body WHERE version_id = 1) WHERE version_id = 3",
    "UPDATE body SET size = size + 1 WHERE version_id = 2",
    "DELETE FROM body WHERE version_id = 3",
    "UPDATE capture SET captured = captured + 60000 WHERE id = 2",
    "UPDATE capture SET captured_by = 'clock' WHERE id = 2",
    "UPDATE capture SET recorded = recorded + 60000 WHERE id = 2",
    "UPDATE capture SET published = '2020-01-01' WHERE id = 2",
    "UPDATE capture SET modified = '2020-01-01' WHERE id = 2",
    "UPDATE capture SET origin = 'fetch' WHERE id = 2",
    "UPDATE capture SET origin_name = 'other.html' WHERE id = 2",
    "UPDATE capture SET http = '{\"status\":200}' WHERE id = 2",
    "UPDATE capture SET url = 'https://other.example/1' WHERE id = 2",
    "UPDATE capture SET outlet = 'Another outlet' WHERE id = 2",
    "UPDATE capture SET hidden_marks = NULL WHERE id = 2",
    "UPDATE capture SET original_id = NULL WHERE id = 2",
    "UPDATE capture SET version_id = 1 WHERE id = 3",
    "DELETE FROM capture WHERE id = 4",
    "INSERT INTO capture (article_id, version_id, captured, origin) VALUES (1, 1, 0, 'file')",
    "UPDATE original SET packed = (SELECT packed FROM original WHERE id = 1) WHERE id = 3",
    "UPDATE original SET media_type = 'text/plain' WHERE id = 2",
    "UPDATE original SET encoding = 'windows-1252' WHERE id = 2",
    "UPDATE original SET hash = zeroblob(32) WHERE id = 2",
    "UPDATE correction SET author = 'Bo Ek'",
    "UPDATE correction SET edit = '{\"edit\":\"hide\"}'",
    "UPDATE correction SET entry = 'e0'",
    "UPDATE correction SET text = 'Other words'",
    "UPDATE correction SET made = made + 1000",
    "UPDATE correction SET undone = 0, undone_by = 'Bo Ek'",
    "DELETE FROM correction",
    "UPDATE review SET made = made + 1000",
    "UPDATE review SET from_id = 2, to_id = 3",
    "UPDATE review SET undone = 0",
    "DELETE FROM review",
    "UPDATE tombstone SET reason = 'Another reason'",
    "UPDATE tombstone SET made = made + 1000",
    "UPDATE tombstone SET keyed = zeroblob(32)",
    "DELETE FROM tombstone",
    "UPDATE ledger SET made = made + 1000 WHERE number = 3",
    "UPDATE ledger SET leaf = zeroblob(32) WHERE number = 3",
    "UPDATE ledger SET state = replace(state, 'Europe', 'Asia') WHERE kind = 'story'",
    "DELETE FROM ledger WHERE number = 3",
    "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)",
];

#[test]
fn every_alteration_shows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let store = Store::open(&path).unwrap();
    let story = store
        .write(|store| {
            let story = store.add_story("ferry", Some("Ferry fire"), Tz::Europe__London, at(0))?;
            for (slug, url) in [("wire", "https://a.example/1"), ("herald", "https://b.example/1")] {
                let article = store.add_article(slug, Some(story), None, at(0))?;
                let outlet = store.outlet_called("The Wire")?;
                store.set_article_outlet(article, outlet)?;
                store.add_address(article, url.trim_start_matches("https://"), url)?;
            }
            Ok::<_, StoreError>(story)
        })
        .unwrap();
    for (minute, body) in [(1, "Twelve were killed."), (2, "Fifteen were killed."), (3, "Sixteen.")] {
        record(&store, ArticleId(1), minute, body).unwrap();
    }
    store.write(|store| look(store, ArticleId(1), VersionId(3), 4)).unwrap();
    let edit = ManualEdit {
        number: 0,
        entry: "e1".into(),
        text: "A fire broke out.".into(),
        edit: ManualEditKind::Pin,
        author: "Ann Lee".into(),
        at: at(5),
        undone: None,
    };
    store.write(|store| store.add_manual_edit(story, &edit)).unwrap();
    store.write(|store| store.set_story_timezone(story, Tz::Europe__Paris)).unwrap();
    let reviewed = ReviewMark { from: VersionId(1), to: VersionId(2), made: at(6), undone: None };
    store.write(|store| store.add_review_mark(ArticleId(1), &reviewed)).unwrap();
    let removed = store.write(|store| store.add_article("post", None, None, at(0))).unwrap();
    record(&store, removed, 7, "Somebody's name.").unwrap();
    let removal = Removal { reason: "a court order", made: at(8) };
    store.write(|store| store.forget_article(removed, removal)).unwrap();
    let faults = |store: &Store| {
        let mut faults = store.ledger_faults().unwrap();
        faults.extend(version_faults(store, ArticleId(1)));
        faults.extend(store.original_faults(ArticleId(1)).unwrap().into_iter().map(|fault| fault.what));
        faults
    };
    assert_eq!(faults(&store), Vec::<String>::new());
    drop(store);
    for (turn, sql) in ALTERATIONS.iter().enumerate() {
        let altered = folder.path().join(format!("{turn}.db"));
        std::fs::copy(&path, &altered).unwrap();
        let other = Connection::open(&altered).unwrap();
        let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
        let triggers: String = other.query_row(triggers, [], |row| row.get(0)).unwrap();
        other.execute_batch(&triggers).unwrap();
        assert!(0 < other.execute(sql, []).unwrap(), "{sql} alters nothing");
        drop(other);
        let store = Store::open(&altered).unwrap();
        // What the program writes afterwards, unless the damage keeps it from writing, does not cover it up.
        let _ = record(&store, ArticleId(2), 9, "A later text.");
        assert_ne!(faults(&store), Vec::<String>::new(), "{sql} does not show");
    }
}

/// Ways to alter what the tables are, or what happens when they are written.
const SCHEMA_ALTERATIONS: &[&str] = &[
    "DROP TRIGGER version_never_changes",
    "DROP INDEX entry_anchor_version",
    "ALTER TABLE watch RENAME COLUMN outlet TO other",
    "ALTER TABLE version ADD COLUMN other TEXT",
    "CREATE TRIGGER other AFTER INSERT ON capture BEGIN DELETE FROM hold; END",
    "CREATE VIEW other AS SELECT * FROM version",
];

#[test]
fn an_altered_schema_shows() {
    let folder = tempfile::tempdir().unwrap();
    for (turn, sql) in SCHEMA_ALTERATIONS.iter().enumerate() {
        let path = folder.path().join(format!("{turn}.db"));
        assert_eq!(Store::open(&path).unwrap().file_faults().unwrap(), Vec::<String>::new());
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        assert_ne!(Store::open(&path).unwrap().file_faults().unwrap(), Vec::<String>::new(), "{sql} does not show");
    }
    let path = folder.path().join("shared.db");
    drop(Store::open(&path).unwrap());
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE _litestream_seq (id INTEGER)").unwrap();
    assert_eq!(Store::open(&path).unwrap().file_faults().unwrap(), Vec::<String>::new(), "another program's table");
}
