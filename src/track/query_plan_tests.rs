//! Holds that a question about one story costs the same however much else is stored: it goes through no table from end
//! to end, and every index serves some statement.

use chrono::DateTime;

use super::{Archive, SearchFilter};
use crate::model::TimelineQuery;

/// Tables that may be gone through whole: they hold what somebody did by hand, or what a connection hides.
const SMALL: [&str; 3] = ["hold", "review", "temp.sqlite_schema"];

fn archive() -> Archive {
    let archive = Archive::in_memory().unwrap();
    let line = |n: usize| {
        let (article, toll) = (n % 3, 3 + n / 3);
        format!(
            r#"{{"story":"flood","article":"a{article}","url":"https://p.example/{article}","captured":"2025-04-23T10:0{n}Z","headline":"Flood","text":"A flood killed {toll} people at Harrow on Monday, Ann Lee said."}}"#
        )
    };
    let lines: Vec<String> = (0..9).map(line).collect();
    archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
    archive
}

/// Asks everything about one story that readers ask every day; a new version is recorded in between.
fn ask(archive: &Archive) {
    let version = "flood/a1@2".parse().unwrap();
    for text in ["A flood killed 9 people at Harrow on Monday.", "A flood killed 10 people at Harrow on Monday."] {
        archive.log(Some("flood/a1")).unwrap();
        archive.show(&version).unwrap();
        archive.diff(&"flood/a1@1..3".parse().unwrap(), None).unwrap();
        archive.changes(Some("flood")).unwrap();
        archive.blame(&version).unwrap();
        archive.claims("flood", None, None, None).unwrap();
        archive.figures("flood", None).unwrap();
        archive.audit(Some("flood"), crate::track::AuditFilter::default()).unwrap();
        archive.timeline("flood", &TimelineQuery::default()).unwrap();
        archive.conflicts("flood").unwrap();
        archive.search("killed", &SearchFilter::default(), 10).unwrap();
        let new = format!(
            r#"{{"story":"flood","article":"a1","url":"https://p.example/1","captured":"2025-04-24T10:00Z","text":"{text}"}}"#
        );
        archive.import(&[new], 1, true, DateTime::UNIX_EPOCH).unwrap();
    }
}

#[cfg(feature = "fetch")]
fn ask_about_watching(archive: &Archive) {
    archive.store.next_due(DateTime::UNIX_EPOCH).unwrap();
    archive.store.retry_plans("p.example", "503", DateTime::UNIX_EPOCH).unwrap();
    archive.store.watch_counts(crate::store::WatchId(1)).unwrap();
    archive.store.page_looks(crate::store::PageId(1)).unwrap();
    archive.store.due_deliveries(crate::store::HookId(1), DateTime::UNIX_EPOCH, 1).unwrap();
}

#[test]
fn questions_about_a_story_go_through_no_table_from_end_to_end() {
    let archive = archive();
    // A new version is held against what was removed.
    archive.forget(&"flood/a2@1".parse().unwrap(), "asked for", DateTime::UNIX_EPOCH).unwrap();
    let plans = archive.store.query_plans_of(|| ask(&archive));
    assert!(plans.iter().any(|(_, steps)| steps.iter().any(|step| step.contains("INDEX tombstone_keyed"))));
    assert!(30 < plans.len(), "{} statements", plans.len());
    let is_whole = |step: &&String| {
        step.strip_prefix("SCAN ").is_some_and(|rest| {
            let name = rest.split(' ').next().unwrap_or_default();
            // Full text search reads its own index; what a statement made itself is as small as its parts.
            let is_own = rest.contains("VIRTUAL TABLE") || rest == "CONSTANT ROW" || name.starts_with('(');
            !is_own && !SMALL.contains(&name)
        })
    };
    let whole: Vec<String> = plans
        .iter()
        .flat_map(|(sql, steps)| steps.iter().filter(is_whole).map(move |step| format!("{step}: {sql}")))
        .collect();
    assert!(whole.is_empty(), "{}", whole.join("\n"));
}

#[test]
fn every_index_serves_a_statement() {
    let archive = archive();
    let plans = archive.store.query_plans_of(|| {
        ask(&archive);
        archive.log(Some("a1")).unwrap();
        archive.log(Some("https://p.example/1")).unwrap();
        archive.export(None, |_| Ok::<_, super::TrackError>(())).unwrap();
        archive.forget(&"flood/a2@1".parse().unwrap(), "asked for", DateTime::UNIX_EPOCH).unwrap();
        archive.tombstones().unwrap();
        archive.store.removal_of(&crate::model::Content::default()).unwrap();
        archive.store.articles_without_line(crate::store::RepeatedLineId(1)).unwrap();
        archive.store.latest_articles_of_site("p.example", 1).unwrap();
        archive.delete_article("flood/a2").unwrap();
        #[cfg(feature = "fetch")]
        ask_about_watching(&archive);
    });
    let steps: Vec<&String> = plans.iter().flat_map(|(_, steps)| steps).collect();
    let mut unused = archive.store.index_names();
    unused.retain(|name| !steps.iter().any(|step| step.contains(&format!("INDEX {name}"))));
    assert_eq!(unused, [""; 0]);
}
