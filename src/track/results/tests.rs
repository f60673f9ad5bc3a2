//! Hands over results that fit no text, as a machine may that is broken or hostile, and asks everything that rests on them.

use std::io::Read as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::DateTime;

use super::{AnswerLine, ResultsImport, pack_results, read_texts, unpack_results};
use crate::model::TimelineQuery;
use crate::track::cache::ComparisonRecord;
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
    let texts = ReadingTexts::of(&article_texts(&found, &packed).unwrap(), 2).unwrap();
    ReadingAnswer {
        id: "ferry/post".to_owned(),
        analyser: ANALYSER.to_owned(),
        question: texts.digest(),
        versions: 2,
        results: read_texts(&texts).unwrap(),
    }
}

fn take(archive: &Archive, answer: &ReadingAnswer) -> ResultsView {
    let answer = Ok(serde_json::to_string(answer).unwrap());
    let mut import = ResultsImport::new(archive);
    let view = import.take(&[AnswerLine { from: "line 1".to_owned(), answer }]).unwrap();
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
    let (readings, mut comparisons) =
        unpack_results::<(Vec<VersionReading>, Vec<ComparisonRecord>)>(&sound.results, 1 << 20).unwrap();
    comparisons[0].counts.material += 1;
    let results = pack_results(&(readings, comparisons)).unwrap();
    assert_eq!(take(&archive, &ReadingAnswer { results, ..sound }).taken, 1);
    let checked = archive.check(&CheckScope { all: true, ..CheckScope::default() }).unwrap();
    assert!(!checked.ok && checked.problems[0].problem.contains("comparisons"), "{:?}", checked.problems);
}
