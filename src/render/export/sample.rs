//! Holds a small story that the tests of the formats write: a vague date, a withdrawn entry, hostile words.

use chrono::{DateTime, Utc};

use crate::model::{
    Action, CapturedBy, ChangeKind, Clock, ConflictState, Edtf, EntryKind, Field, Information, Nature, Status, Weight,
};
use crate::view::{
    ArticleHead, ChangeCounts, ChangeView, ChangesView, ConflictSideView, ConflictView, DiffView, EntryView,
    EvidenceView, FacetView, FirstReportView, HistoryView, TimelineView, UpdateView, VerdictView, VersionRow,
    WordsPlaceView,
};

/// Reads an instant.
pub(crate) fn moment(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).expect("a moment of the sample").with_timezone(&Utc)
}

fn entry(id: &str, when: Option<&str>, kind: EntryKind, text: &str) -> EntryView {
    let when = when.map(|when| Edtf::new(when).expect("a date of the sample"));
    let first = FirstReportView {
        article: "flood/wire".to_owned(),
        outlet: Some("River Wire".to_owned()),
        version: 1,
        published: None,
        captured: Some(moment("2025-05-02T08:00:00Z")),
        not_yet: None,
    };
    EntryView {
        id: id.to_owned(),
        date: when.as_ref().and_then(|when| when.day(chrono_tz::Europe::London)),
        when,
        kind,
        text: text.to_owned(),
        sentences: vec![text.to_owned()],
        speaker: None,
        status: Status::Reported,
        outlets: 1,
        importance: 0.5,
        first_reported: Some(first.clone()),
        words_first: Some(WordsPlaceView { sentence: 2, report: first }),
        evidence: vec![EvidenceView {
            article: "flood/wire".to_owned(),
            outlet: Some("River Wire".to_owned()),
            version: 1,
            sentence: 2,
        }],
        history: Vec::new(),
        earliest: None,
        latest: None,
        linked: None,
        why: Vec::new(),
        note: None,
        pinned: false,
        tags: Vec::new(),
        by_hand: None,
    }
}

/// Returns a story of five entries, one of them undated.
pub(crate) fn timeline() -> TimelineView {
    let mut toll =
        entry("e2", Some("2025-05-01"), EntryKind::Event, "At least 12 people drowned; \"more\" are missing.");
    toll.status = Status::Revised;
    toll.outlets = 2;
    toll.tags = vec!["toll".to_owned()];
    toll.history.push(HistoryView {
        article: "flood/wire".to_owned(),
        outlet: Some("River Wire".to_owned()),
        version: 2,
        captured: Some(moment("2025-05-03T09:30:00Z")),
        kind: ChangeKind::Figure,
        before: Some("At least 12".to_owned()),
        after: Some("15".to_owned()),
        differs: false,
    });
    let mut said =
        entry("e3", Some("2025-05-01T21:15:00+01:00"), EntryKind::Statement, "=The gates <b>held</b>, & hold.");
    said.speaker = Some("Ada Nwosu".to_owned());
    said.status = Status::Withdrawn;
    for first in said.first_reported.iter_mut().chain(said.words_first.as_mut().map(|words| &mut words.report)) {
        (first.version, first.not_yet) = (2, Some(moment("2025-05-02T08:00:00Z")));
    }
    let plan = entry("e4", Some("../2025-09"), EntryKind::Planned, "An inquiry is to report by September.");
    let built = entry("e1", Some("196X"), EntryKind::Event, "The dam was built in the 1960s.");
    let mut undated = entry("e5", None, EntryKind::Event, "Residents were told to leave.");
    undated.latest = Edtf::new("2025-05-02").ok();
    TimelineView {
        story: "flood".to_owned(),
        title: Some("Flood at Marl <Weir>".to_owned()),
        timezone: chrono_tz::Europe::London,
        clock: Clock::Captured,
        as_of: None,
        filter: None,
        articles: vec![ArticleHead {
            reference: "flood/wire".to_owned(),
            story: Some("flood".to_owned()),
            name: "wire".to_owned(),
            outlet: Some("River Wire".to_owned()),
            url: Some("https://riverwire.example/flood?a=1&b=2".to_owned()),
        }],
        entries: vec![built, toll, said, plan],
        undated: vec![undated],
        conflicts: vec![ConflictView {
            kind: ChangeKind::Figure,
            about: "drowned".to_owned(),
            state: ConflictState::Open,
            sides: vec![ConflictSideView {
                article: "flood/wire".to_owned(),
                outlet: Some("River Wire".to_owned()),
                version: 2,
                as_of: None,
                clock: Clock::Captured,
                value: "15".to_owned(),
                sentence: "15 people drowned.".to_owned(),
            }],
        }],
        notes: Vec::new(),
    }
}

fn row(number: usize, captured: &str) -> VersionRow {
    VersionRow {
        captured_by: CapturedBy::Given,
        number,
        captured: moment(captured),
        last_seen: moment(captured),
        looks: 1,
        published: None,
        modified: None,
        headline: Some("Flood & fear".to_owned()),
        standfirst: None,
        byline: Vec::new(),
        words: 120,
        returns_to: None,
        hash: String::new(),
    }
}

fn update(to: &str, number: usize, weight: Weight) -> UpdateView {
    let material = usize::from(weight == Weight::Material);
    let change = ChangeView {
        id: format!("c{number:016}"),
        number: 1,
        action: Action::Edited,
        weight,
        information: Information::Updated,
        nature: (weight == Weight::Material).then_some(Nature::Development),
        silent: weight == Weight::Material,
        notice: None,
        facets: vec![FacetView {
            kind: ChangeKind::Figure,
            before: Some("12".to_owned()),
            after: Some("15".to_owned()),
            field: Field::Text,
            about: Some("drowned".to_owned()),
            delta: None,
            direction: None,
            fact: 1,
            in_headline: false,
            slots: Vec::new(),
            why: Vec::new(),
        }],
        a: vec![1],
        b: vec![1],
        a_text: "12 people drowned.".to_owned(),
        b_text: "15 people drowned.".to_owned(),
        why: Vec::new(),
        rewritten: false,
    };
    UpdateView {
        article: timeline().articles.remove(0),
        from: row(number - 1, "2025-05-02T08:00:00Z"),
        to: row(number, to),
        verdict: VerdictView {
            weight: Some(weight),
            information: Information::Updated,
            silent: material == 1,
            replaced: false,
        },
        counts: ChangeCounts { material, minor: 0, cosmetic: 1 - material, silent: material },
        reviewed: None,
        changes: vec![change],
    }
}

/// Returns the first of the updates as a comparison, without its text.
pub(crate) fn diff() -> DiffView {
    let ChangesView { timezone, mut updates } = changes();
    let UpdateView { article, from, to, verdict, counts, reviewed, changes } = updates.remove(0);
    let (passages, notes) = (Vec::new(), Vec::new());
    DiffView { timezone, article, a: from, b: to, verdict, counts, reviewed, changes, passages, notes }
}

/// Returns two updates: a material one and a later, cosmetic one.
pub(crate) fn changes() -> ChangesView {
    ChangesView {
        timezone: chrono_tz::Europe::London,
        updates: vec![
            update("2025-05-03T09:30:00Z", 2, Weight::Material),
            update("2025-05-04T10:00:00Z", 3, Weight::Cosmetic),
        ],
    }
}
