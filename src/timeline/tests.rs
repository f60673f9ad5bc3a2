//! Tests whole timelines of small stories made of hand-written mentions.

use chrono_tz::Tz;

use super::similarity::number;
use super::*;
use crate::model::{DocumentTime, Edtf, EntryKind, Span, TimelineQuery};

/// Returns a version captured at `hour` on 3 June 2024 that mentions `(kind, when, verb, words)`.
fn version(hour: u32, told: &[(EntryKind, Option<&str>, &str, &str)]) -> VersionMentions {
    let captured: DocumentTime = format!("2024-06-03T{hour:02}:00:00Z").parse().unwrap();
    let mut version = VersionMentions { captured: Some(captured), published: Some(captured), ..Default::default() };
    for (at, (kind, when, verb, text)) in told.iter().enumerate() {
        let mut words: Vec<u32> = text.split(' ').filter(|word| 3 < word.len()).map(number).collect();
        words.sort_unstable();
        words.dedup();
        let span = Span::new(at * 100, at * 100 + text.len());
        version.lines.push(MentionSentence { text: (*text).to_owned(), span, words, ..MentionSentence::default() });
        version.mentions.push(EventMention {
            kind: *kind,
            line: at,
            from_line: at,
            when: when.map(|when| Edtf::new(when).unwrap()),
            span,
            lemmas: vec![(*verb).to_owned()],
            ..EventMention::default()
        });
    }
    version
}

fn article(id: &str, versions: Vec<VersionMentions>) -> ArticleMentions {
    ArticleMentions { id: id.to_owned(), outlet: id.to_owned(), versions }
}

fn show(timeline: &crate::model::Timeline) -> Vec<String> {
    let line = |entry: &crate::model::TimelineEntry| {
        let when = entry.when.as_ref().map_or("undated", |when| when.as_str());
        let first = entry.first_reported.as_ref().unwrap();
        format!("{when} {:?} {} {}@{} x{}", entry.status, entry.text, first.article, first.version, entry.outlets)
    };
    timeline.entries.iter().chain(&timeline.undated).map(line).collect()
}

use EntryKind::{Event, Planned};

#[test]
fn the_same_event_in_two_versions_and_two_outlets_is_one_entry() {
    let first = version(8, &[(Event, Some("2024-06-02"), "collapse", "bridge collapsed near Harrow village Sunday")]);
    let second =
        version(9, &[(Event, Some("2024-06-02"), "collapse", "bridge collapsed near Harrow village late Sunday")]);
    let other = version(10, &[(Event, Some("2024-06-02"), "collapse", "stone bridge collapsed near Harrow")]);
    let story = [article("post", vec![other]), article("herald", vec![first, second])];
    let timeline = assemble(&story, Tz::UTC, &TimelineQuery::default());
    assert_eq!(show(&timeline), ["2024-06-02 Reported bridge collapsed near Harrow village late Sunday herald@1 x2"]);
    assert_eq!(timeline.entries[0].evidence.len(), 3);
}

#[test]
fn entries_stand_in_order_of_when_it_happened_and_undated_ones_apart() {
    let told = version(
        8,
        &[
            (Event, Some("2024-06-02T19:00:00Z"), "close", "road closed evening police"),
            (Event, None, "repair", "crews repaired fences nearby"),
            (Planned, Some("../2024-09"), "reopen", "road should reopen autumn"),
            (Event, Some("2024-06-02"), "flood", "river flooded fields Sunday"),
            (Event, Some("1987"), "build", "bridge built decades earlier"),
        ],
    );
    let timeline = assemble(&[article("herald", vec![told])], Tz::UTC, &TimelineQuery::default());
    let whens: Vec<_> = timeline.entries.iter().map(|entry| entry.when.clone().unwrap().to_string()).collect();
    assert_eq!(whens, ["1987", "2024-06-02", "2024-06-02T19:00:00Z", "../2024-09"]);
    assert_eq!(timeline.undated.len(), 1);
    assert_eq!(timeline.undated[0].latest.as_ref().map(Edtf::as_str), Some("2024-06-03"));
}

#[test]
fn a_moved_date_is_revised_and_a_lost_telling_withdrawn() {
    let first = version(
        8,
        &[
            (Planned, Some("2024-06-07"), "arrive", "salvage barge arrives Friday harbour"),
            (Event, Some("2024-06-01"), "strike", "second ship struck pier Saturday"),
        ],
    );
    let second = version(9, &[(Planned, Some("2024-06-08"), "arrive", "salvage barge arrives Saturday harbour")]);
    let third = version(10, &[(Event, Some("2024-06-08"), "arrive", "salvage barge arrived Saturday harbour")]);
    let timeline = assemble(&[article("herald", vec![first, second, third])], Tz::UTC, &TimelineQuery::default());
    assert_eq!(
        show(&timeline),
        [
            "2024-06-01 Withdrawn second ship struck pier Saturday herald@1 x1",
            "2024-06-08 Revised salvage barge arrives Saturday harbour herald@2 x1",
            "2024-06-08 Reported salvage barge arrived Saturday harbour herald@3 x1",
        ]
    );
    assert_eq!(timeline.entries[1].linked.as_ref(), Some(&timeline.entries[2].key));
}

#[test]
fn as_of_rebuilds_what_was_known_then() {
    let first = version(8, &[(Event, Some("2024-06-02"), "collapse", "bridge collapsed Sunday Harrow")]);
    let second = version(
        12,
        &[
            (Event, Some("2024-06-02"), "collapse", "bridge collapsed Sunday Harrow"),
            (Event, Some("2024-06-03"), "rescue", "divers rescued driver Monday"),
        ],
    );
    let story = [article("herald", vec![first, second])];
    let at =
        |hour: &str| TimelineQuery { as_of: format!("2024-06-03T{hour}:00:00Z").parse().ok(), ..Default::default() };
    assert_eq!(assemble(&story, Tz::UTC, &at("10")).entries.len(), 1);
    assert_eq!(assemble(&story, Tz::UTC, &at("13")).entries.len(), 2);
    assert!(assemble(&story, Tz::UTC, &at("07")).entries.is_empty());
    let since = TimelineQuery { since: "2024-06-03T10:00:00Z".parse().ok(), ..Default::default() };
    assert_eq!(
        show(&assemble(&story, Tz::UTC, &since)),
        ["2024-06-03 Reported divers rescued driver Monday herald@2 x1"]
    );
    let (old, new) = (assemble(&story, Tz::UTC, &at("10")), assemble(&story, Tz::UTC, &at("13")));
    let diff = timeline_diff(&old, &new);
    assert_eq!((diff.gained.len(), diff.lost.len(), diff.revised.len()), (1, 0, 0));
}

#[test]
fn an_update_equals_a_rebuild_and_the_order_of_articles_does_not_matter() {
    let texts = [
        "bridge collapsed Sunday Harrow",
        "stone bridge collapsed Harrow Sunday",
        "divers rescued driver Monday river",
        "river flooded fields meadow",
    ];
    let days = [Some("2024-06-02"), Some("2024-06-02"), Some("2024-06-03"), None];
    let told = |hour: u32, picks: &[usize]| {
        let list: Vec<_> = picks.iter().map(|&at| (Event, days[at], "be", texts[at])).collect();
        version(hour, &list)
    };
    let versions = [
        ("a", told(8, &[0, 3])),
        ("b", told(9, &[1, 2])),
        ("a", told(10, &[1, 2, 3])),
        ("c", told(7, &[3, 0])),
        ("b", told(11, &[2])),
    ];
    let mut story = EventClusters::new(Vec::new(), Tz::UTC, crate::model::Clock::Captured);
    for (at, (id, version)) in versions.iter().enumerate() {
        story.extend(id, id, version);
        let mut articles: Vec<ArticleMentions> = Vec::new();
        for (id, version) in &versions[..=at] {
            match articles.iter_mut().find(|article| article.id == *id) {
                Some(article) => article.versions.push(version.clone()),
                None => articles.push(article(id, vec![version.clone()])),
            }
        }
        let rebuilt = assemble(&articles, Tz::UTC, &TimelineQuery::default());
        assert_eq!(story.timeline(&TimelineQuery::default()), rebuilt, "after {} versions", at + 1);
        articles.reverse();
        assert_eq!(show(&assemble(&articles, Tz::UTC, &TimelineQuery::default())), show(&rebuilt));
    }
}

#[test]
fn a_story_of_nothing_is_a_timeline_of_nothing() {
    let query = TimelineQuery { dates: Some(5), ..Default::default() };
    for articles in [vec![], vec![article("a", vec![])], vec![article("a", vec![VersionMentions::default()])]] {
        assert!(assemble(&articles, Tz::UTC, &TimelineQuery::default()).entries.is_empty());
        assert!(assemble(&articles, Tz::UTC, &query).entries.is_empty());
    }
}
