//! Hands over results that fit no text, as a machine may that is broken or hostile, and asks everything that rests on them.

use std::io::Read as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::DateTime;

use super::{AnswerLine, ResultsImport, pack_results, read_texts, sound, unpack_results};
use crate::model::{Clock, Span, TimelineQuery};
use crate::track::cache::{ComparisonRecord, GivenResults};
use crate::track::exchange::article_texts;
use crate::track::present::VersionReading;
use crate::track::{ANALYSER, Archive, AuditFilter, CheckScope};
use crate::view::{ReadingAnswer, ReadingTexts, ResultsView};

/// Every so many bytes one is altered: all of them take a minute.
const STRIDE: usize = 23;

fn archive() -> Archive {
    let archive = Archive::in_memory().unwrap();
    let line = |hour: u32, dead: &str| {
        format!(
            r#"{{"story":"ferry","article":"post","captured":"2025-08-12T{hour:02}:00:00Z","headline":"Ferry sinks","text":"{dead} people were killed when a ferry sank off Cebu on Monday, the coast guard said.\n\n“It will be raised on 3 September,” said Ann Rigg."}}"#
        )
    };
    archive.import(&[line(8, "Nine"), line(9, "Twelve")], 1, true, DateTime::UNIX_EPOCH).unwrap();
    archive
}

fn answer(archive: &Archive) -> ReadingAnswer {
    let found = archive.articles_meant(None).unwrap().remove(0);
    let packed = archive.store.packed_texts(found.article.id).unwrap();
    let texts = article_texts(&found, &packed).unwrap();
    let texts = ReadingTexts::of(&texts);
    ReadingAnswer {
        id: "ferry/post".to_owned(),
        analyser: ANALYSER.to_owned(),
        question: texts.digest(),
        versions: 2,
        results: read_texts(texts).unwrap(),
    }
}

fn line(answer: &ReadingAnswer) -> AnswerLine {
    AnswerLine { from: "line 1".to_owned(), answer: Ok(serde_json::to_string(answer).unwrap()) }
}

fn unpacked(answer: &ReadingAnswer) -> (Vec<VersionReading>, Vec<ComparisonRecord>) {
    unpack_results(&answer.results, 1 << 20).unwrap()
}

fn take(archive: &Archive, answer: &ReadingAnswer) -> ResultsView {
    let import = ResultsImport::new(archive);
    let view = import.take(&[line(answer)]).unwrap();
    import.finish().unwrap();
    view
}

/// Asks what rests on readings, comparisons and mention chains.
fn ask(archive: &Archive) {
    archive.timeline("ferry", &TimelineQuery::default()).unwrap();
    archive.claims_and_people("ferry").unwrap();
    archive.figures("ferry", None).unwrap();
    archive.blame(&"ferry/post".parse().unwrap()).unwrap();
    archive.changes(None).unwrap();
    archive.audit(None, AuditFilter::default()).unwrap();
    archive.standing("ferry", "ferry").unwrap();
}

#[test]
fn results_that_fit_no_text_break_nothing() {
    let archive = archive();
    let sound = answer(&archive);
    let packed = BASE64_STANDARD.decode(&sound.results).unwrap();
    let mut bytes = Vec::new();
    zstd::stream::read::Decoder::new(packed.as_slice()).unwrap().read_to_end(&mut bytes).unwrap();
    let mut taken = 0;
    for at in (0..bytes.len()).step_by(STRIDE) {
        for flip in [1, 0x3F, 0x80] {
            let mut altered = bytes.clone();
            altered[at] ^= flip;
            let results = BASE64_STANDARD.encode(zstd::bulk::compress(&altered, 1).unwrap());
            archive.store.forget_derived(None).unwrap();
            taken += take(&archive, &ReadingAnswer { results, ..sound.clone() }).taken;
            ask(&archive);
        }
    }
    // An altered word number or kind of change is told by `check --all` alone.
    assert!(0 < taken, "nothing was taken");
    archive.store.forget_derived(None).unwrap();
    assert_eq!(take(&archive, &sound).taken, 1);
}

#[test]
fn a_false_result_is_told_by_a_check_of_everything() {
    let archive = archive();
    let sound = answer(&archive);
    let (readings, mut comparisons) = unpacked(&sound);
    comparisons[0].counts.material += 1;
    let results = pack_results(&(readings, comparisons)).unwrap();
    assert_eq!(take(&archive, &ReadingAnswer { results, ..sound }).taken, 1);
    let checked = archive.check(&CheckScope { all: true, ..CheckScope::default() }).unwrap();
    assert!(!checked.ok && checked.problems[0].problem.contains("comparisons"), "{:?}", checked.problems);
}

#[test]
fn every_rule_of_soundness_refuses_what_no_other_does() {
    type Alter = fn(&mut Vec<VersionReading>, &mut Vec<ComparisonRecord>);
    let alterations: [(&str, Alter); 17] = [
        ("a reading for each version", |readings, _| readings.push(readings[1].clone())),
        ("a comparison for each two", |_, comparisons| comparisons.push(comparisons[0].clone())),
        ("mentions are sound", |readings, _| readings[0].mentions.lines[0].figures[0].value = f64::NAN),
        ("a sentence lies in the text", |readings, _| readings[0].mentions.lines[0].span.end = 1 << 20),
        ("a sentence has its words", |readings, _| readings[0].mentions.lines[0].text.push('!')),
        ("a figure lies in the text", |readings, _| {
            readings[0].mentions.lines[0].figures[0].span = Span::new(1 << 20, 1 << 20);
        }),
        ("a mention lies in the text", |readings, _| readings[0].mentions.mentions[0].span.end = 1 << 20),
        ("an unlisted statement lies in the text", |readings, _| {
            let mut unlisted = readings[0].mentions.mentions[0].clone();
            unlisted.span.end = 1 << 20;
            readings[0].mentions.unlisted_statements.push(unlisted);
        }),
        ("a count is of a sentence", |readings, _| readings[0].counts[0].sentence = 9),
        ("a count is a number", |readings, _| readings[0].counts[0].value = f64::INFINITY),
        ("an upper bound is a number", |readings, _| readings[0].counts[0].upper = Some(f64::NAN)),
        ("a credit is of a sentence", |readings, _| readings[0].credits.push((9, None))),
        ("a pair has an old sentence", |_, comparisons| comparisons[0].pairs.push((9, 0))),
        ("a pair has a new sentence", |_, comparisons| comparisons[0].pairs.push((0, 9))),
        ("a change names an old sentence", |_, comparisons| comparisons[0].changes[0].a.push(9)),
        ("a change names a new sentence", |_, comparisons| comparisons[0].changes[0].b.push(9)),
        ("sentences are counted from 1", |_, comparisons| comparisons[0].changes[0].b.push(0)),
    ];
    let archive = archive();
    let answer = answer(&archive);
    let found = archive.articles_meant(None).unwrap().remove(0);
    let texts = article_texts(&found, &archive.store.packed_texts(found.article.id).unwrap()).unwrap();
    let are_sound = |readings: &[VersionReading], comparisons: &[ComparisonRecord]| {
        sound::are_of((readings, comparisons), &ReadingTexts::of(&texts).versions)
    };
    let (readings, comparisons) = unpacked(&answer);
    assert!(are_sound(&readings, &comparisons));
    for (rule, alter) in alterations {
        let (mut readings, mut comparisons) = (readings.clone(), comparisons.clone());
        alter(&mut readings, &mut comparisons);
        assert!(!are_sound(&readings, &comparisons), "{rule}");
    }
}

#[test]
fn an_article_is_loaded_once_however_many_answers_are_about_it() {
    let archive = Archive::in_memory().unwrap();
    let words: Vec<String> = (0..4000_u64).map(|n| format!("{:x}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
    let told = format!(r#"{{"story":"ferry","article":"post","captured":"2025-08-12","text":"{}"}}"#, words.join(" "));
    archive.import(&[told], 1, true, DateTime::UNIX_EPOCH).unwrap();
    let damaged = ReadingAnswer {
        id: "ferry/post".to_owned(),
        analyser: ANALYSER.to_owned(),
        question: String::new(),
        versions: 1,
        results: String::new(),
    };
    let lines = vec![line(&damaged); 400];
    // The store is read by this thread.
    let memory = allocation_counter::measure(|| {
        assert_eq!(ResultsImport::new(&archive).take(&lines).unwrap().left_out, 400);
    });
    let memory = memory.bytes_max;
    assert!(memory < 2 << 20, "{memory} bytes for a text of {} bytes", words.len() * 17);
}

#[test]
fn what_was_not_stored_is_not_counted_as_stored() {
    let archive = archive();
    let (readings, comparisons) = unpacked(&answer(&archive));
    let found = archive.articles_meant(None).unwrap().remove(0);
    let line =
        r#"{"story":"ferry","article":"post","captured":"2025-08-13","text":"The ferry was raised."}"#.to_owned();
    archive.import(&[line], 1, true, DateTime::UNIX_EPOCH).unwrap();
    // Another process recorded a version after the article was looked up.
    let stored = archive.store_given(vec![GivenResults { found, readings, comparisons }]).unwrap();
    assert!(stored.is_empty(), "{stored:?}");
}

#[test]
fn every_timeline_is_put_in_order_whose_articles_are_derived() {
    let archive = archive();
    let sound = answer(&archive);
    // An import that was interrupted before its end.
    assert_eq!(ResultsImport::new(&archive).take(&[line(&sound)]).unwrap().taken, 1);
    let story = archive.story_named("ferry").unwrap();
    assert!(!archive.has_timeline(&story, Clock::default()).unwrap());
    let end = ResultsImport::new(&archive).finish().unwrap();
    assert_eq!((end.timelines, end.missing, end.missing_timelines), (1, 0, 0));
    archive.store.forget_derived(None).unwrap();
    let end = ResultsImport::new(&archive).finish().unwrap();
    assert_eq!((end.timelines, end.missing, end.missing_timelines), (0, 2, 1));
}
