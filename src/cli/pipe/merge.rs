//! `pipe merge`: puts the parts of long stories in order; whatever is no part is passed on as it is.
//!
//! ```text
//! ferry 2 of 3    ferry 1 of 3    mill-fire, whole    ferry 3 of 3
//!                                 mill-fire, whole    ferry, whole
//! ```
//! Parts may come in any order, and from any number of files. They are kept packed until the last one of their story has come:
//! lines that are sorted by story keep one story in memory, others keep all that are not complete. The answer is byte for byte
//! that of `pipe timeline` to the story in one line.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::answer::write_json;
use super::lines::{Answered, MAX_LINE, ReadLine};
use super::part::{PartAnswer, PartResults, StoryPart};
use super::question::Refusal;
use crate::cli::bounded_line::BoundedLine;
use crate::model::TimelineQuery;
use crate::render::pipe::CodePoints;
use crate::render::pipe::timeline::{Texts, answer as shape};
use crate::timeline::{self, ArticleMentions, VersionMentions};
use crate::track::{ANALYSER, unpack_results};

/// Bytes of one part, unpacked, at most.
const MAX_PART: usize = 1 << 30;

/// What comes out of a run of lines.
pub(super) enum MergeItem {
    /// A line that is no part.
    Whole(Vec<u8>),
    /// Every part of a story, in order.
    Story(String, Vec<PartAnswer>),
    /// A line that cannot be used, or a story whose parts did not all come.
    Unusable(Value, Refusal),
}

/// The parts of a story that have come.
struct Gathered {
    parts: usize,
    by_number: BTreeMap<usize, PartAnswer>,
    /// The line of the latest.
    line: usize,
}

/// The field by which a part is known.
#[derive(Deserialize)]
struct PartMark {
    part: Option<serde::de::IgnoredAny>,
}

/// Returns what lines come to, each with the number of the line that completes it.
pub(super) fn gathered(
    lines: impl Iterator<Item = ReadLine> + Send,
) -> impl Iterator<Item = (usize, MergeItem)> + Send {
    let mut stories: BTreeMap<String, Gathered> = BTreeMap::new();
    let mut lines = lines;
    std::iter::from_fn(move || {
        for (number, line) in lines.by_ref() {
            if let Some(item) = taken(&mut stories, number, line) {
                return Some((number, item));
            }
        }
        let (story, gathered) = stories.pop_first()?;
        let message = format!("of {} parts of `{story}` {} did not come", gathered.parts, gathered.missing());
        let refusal = Refusal::new("missing-parts", message, "give the answers to every shard of one export");
        Some((gathered.line, MergeItem::Unusable(Value::String(story), refusal)))
    })
}

impl Gathered {
    fn missing(&self) -> usize {
        self.parts - self.by_number.len()
    }
}

fn taken(stories: &mut BTreeMap<String, Gathered>, number: usize, line: io::Result<BoundedLine>) -> Option<MergeItem> {
    let bytes = match line {
        Ok(BoundedLine::Whole(bytes)) => bytes,
        Ok(BoundedLine::TooLong) => return Some(MergeItem::Unusable(Value::Null, Refusal::too_long(MAX_LINE))),
        Err(error) => return Some(MergeItem::Unusable(Value::Null, Refusal::unreadable(&error))),
    };
    match serde_json::from_slice::<PartMark>(&bytes) {
        Ok(PartMark { part: Some(_) }) => {}
        Ok(PartMark { part: None }) => return Some(MergeItem::Whole(bytes)),
        Err(error) => {
            let refusal =
                Refusal::new("bad-json", error.to_string(), "each line is an answer of `writethru pipe timeline`");
            return Some(MergeItem::Unusable(Value::Null, refusal));
        }
    }
    match serde_json::from_slice::<PartAnswer>(&bytes) {
        Ok(answer) => add(stories, number, answer),
        Err(error) => {
            let hint = "`writethru pipe timeline` answers the question about a part";
            let refusal = Refusal::new("bad-part", format!("it is no answer about a part: {error}"), hint);
            Some(MergeItem::Unusable(Value::Null, refusal))
        }
    }
}

/// Adds a part; returns its story when it was the last one, or why it cannot be added.
fn add(stories: &mut BTreeMap<String, Gathered>, line: usize, answer: PartAnswer) -> Option<MergeItem> {
    let StoryPart { of, number, parts } = answer.part.clone();
    let refuse = |answer: PartAnswer, message: String, hint: &str| {
        Some(MergeItem::Unusable(answer.id, Refusal::new("bad-part", message, hint)))
    };
    if answer.analyser != ANALYSER {
        let message = format!("it was read by {}, and this program is {ANALYSER}", answer.analyser);
        return refuse(answer, message, "have parts read and merged by the very same program");
    }
    if !(1..=parts).contains(&number) {
        return refuse(answer, format!("there is no part {number} of {parts}"), "parts are counted from 1");
    }
    let gathered = stories.entry(of.clone()).or_insert_with(|| Gathered { parts, by_number: BTreeMap::new(), line });
    if gathered.parts != parts {
        let message = format!("`{of}` has {} parts elsewhere, and {parts} here", gathered.parts);
        return refuse(answer, message, "merge the answers of one export");
    }
    gathered.line = line;
    match gathered.by_number.entry(number) {
        Entry::Vacant(place) => drop(place.insert(answer)),
        // Some clusters do a task twice.
        Entry::Occupied(own) if own.get().results == answer.results => {}
        Entry::Occupied(_) => {
            return refuse(
                answer,
                format!("part {number} of `{of}` came twice, and differs"),
                "merge one export alone",
            );
        }
    }
    let is_complete = gathered.missing() == 0;
    let done = if is_complete { stories.remove(&of) } else { None };
    done.map(|gathered| MergeItem::Story(of, gathered.by_number.into_values().collect()))
}

/// Returns the answer that an item comes to.
pub(super) fn answered((number, item): (usize, MergeItem)) -> Answered {
    let answer = match item {
        MergeItem::Whole(line) => Ok(line),
        MergeItem::Unusable(id, refusal) => Err((id, refusal)),
        MergeItem::Story(story, parts) => {
            let id = Value::String(story);
            merged(&id, &parts).map_err(|refusal| (id, refusal))
        }
    };
    (number, answer)
}

/// Returns how long an item is, in bytes.
pub(super) fn length((_, item): &(usize, MergeItem)) -> usize {
    match item {
        MergeItem::Whole(line) => line.len(),
        MergeItem::Story(_, parts) => parts.iter().map(|part| part.results.len()).sum(),
        MergeItem::Unusable(..) => 0,
    }
}

/// Puts a story in order, given all its parts.
fn merged(id: &Value, parts: &[PartAnswer]) -> Result<Vec<u8>, Refusal> {
    let unpack = |part: &PartAnswer| {
        let results = unpack_results::<PartResults>(&part.results, MAX_PART).ok();
        results.filter(|own| own.article.versions.iter().all(VersionMentions::is_sound)).ok_or_else(|| {
            let message = format!("part {} of `{}` is damaged", part.part.number, part.part.of);
            Refusal::new("bad-part", message, "have its shard answered again")
        })
    };
    let unpacked: Vec<PartResults> = parts.par_iter().map(unpack).collect::<Result<_, _>>()?;
    let zone = unpacked.first().map_or(chrono_tz::Tz::UTC, |part| part.timezone);
    if unpacked.iter().any(|part| part.timezone != zone) {
        let message = "its parts are in several time zones";
        return Err(Refusal::new("bad-part", message, "merge the answers of one export"));
    }
    let (articles, shapes): (Vec<ArticleMentions>, Vec<Vec<Option<String>>>) =
        unpacked.into_iter().map(|part| (part.article, part.shapes)).unzip();
    let timeline = timeline::assemble(&articles, zone, &TimelineQuery::default());
    let texts: Texts<'_> = articles.iter().zip(&shapes).flat_map(|(article, shapes)| points(article, shapes)).collect();
    let mut out = Vec::new();
    write_json(&shape(id, &timeline, &texts), &mut out)?;
    Ok(out)
}

fn points<'p>(
    article: &'p ArticleMentions,
    shapes: &'p [Option<String>],
) -> impl Iterator<Item = ((&'p str, usize), CodePoints<'p>)> {
    let wide = (1..).zip(shapes).filter_map(|(version, shape)| Some((version, shape.as_deref()?)));
    wide.map(|(version, shape)| ((article.id.as_str(), version), CodePoints::new(shape)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::cli::pipe::question::Question;
    use crate::cli::pipe::timeline;

    /// Sentences that stories are put together from: told twice, revised, taken back, dated and not, with characters of any
    /// width.
    const SENTENCES: [&str; 12] = [
        "Nine people were killed when a ferry sank off Cebu on Monday, the coast guard said.",
        "Twelve people were killed when a ferry sank off Cebu on Monday, the coast guard said.",
        "“We heard a bang,” said José Núñez, the mayor, on Tuesday.",
        "The ship had left Cebu on 11 August 2025.",
        "A court in Manila will hear the case on 3 September.",
        "The coast guard denied that the ferry was overloaded — it carried 82 people.",
        "The owner, Nautica €xpress, paid $2 million in 2023 after a fire. 🚢",
        "Rescuers reached the wreck at 7pm and found two survivors.",
        "Prices of tickets rose by 8 per cent last year.",
        "Officials in Cebu said on Wednesday that the search had ended.",
        "It is raining.",
        "The ferry did not sink, the owner said on Monday.",
    ];

    fn story() -> impl Strategy<Value = Vec<Vec<Vec<usize>>>> {
        let text = proptest::collection::vec(0..SENTENCES.len(), 0..6);
        let article = proptest::collection::vec(text, 0..4);
        proptest::collection::vec(article, 1..5)
    }

    fn articles(story: &[Vec<Vec<usize>>]) -> Vec<Value> {
        let version = |(day, text): (usize, &Vec<usize>)| {
            let sentences: Vec<&str> = text.iter().map(|&sentence| SENTENCES[sentence]).collect();
            let captured = format!("2025-08-{:02}T08:00:00Z", 12 + day);
            json!({"captured": captured, "published": captured, "title": "Ferry sinks", "text": sentences.join("\n\n")})
        };
        let article = |(n, versions): (usize, &Vec<Vec<usize>>)| {
            let versions: Vec<Value> = versions.iter().enumerate().map(version).collect();
            json!({"id": format!("ferry/post-{n}"), "outlet": format!("Post {}", n % 2), "versions": versions})
        };
        story.iter().enumerate().map(article).collect()
    }

    fn ask(question: &Value) -> String {
        let mut out = Vec::new();
        timeline::answer(&Question::read(question.to_string().as_bytes()).unwrap(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Returns what each line comes to; a refusal as its code.
    fn merge(lines: &[String]) -> Vec<String> {
        let lines: Vec<ReadLine> =
            (1..).zip(lines).map(|(n, line)| (n, Ok(BoundedLine::Whole(line.clone().into_bytes())))).collect();
        let answers = gathered(lines.into_iter()).map(answered).map(|(number, answer)| match answer {
            Ok(answer) => String::from_utf8(answer).unwrap(),
            Err((id, refusal)) => serde_json::to_string(&refusal.answer(&id, number)).unwrap(),
        });
        answers.collect()
    }

    fn parts(articles: &[Value], of: &str) -> Vec<String> {
        let part = |(n, article): (usize, &Value)| {
            let part = json!({"of": of, "number": n, "parts": articles.len()});
            ask(&json!({"id": article["id"], "timezone": "Asia/Manila", "part": part, "article": article}))
        };
        (1..).zip(articles).map(part).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn divided_and_merged_is_the_whole(story in story(), turn in 0..5_usize) {
            let articles = articles(&story);
            let whole = ask(&json!({"id": "ferry", "timezone": "Asia/Manila", "articles": articles}));
            let mut parts = parts(&articles, "ferry");
            let n = parts.len();
            parts.rotate_left(turn % n);
            let other = "{\"id\": \"mill-fire\",  \"entries\":[] }".to_owned();
            parts.insert(0, other.clone());
            prop_assert_eq!(merge(&parts), [other, whole]);
        }
    }

    #[test]
    fn parts_that_do_not_fit_are_refused_and_the_rest_is_merged() {
        let articles = articles(&[vec![vec![0]], vec![vec![1, 2]]]);
        let whole = ask(&json!({"id": "ferry", "timezone": "Asia/Manila", "articles": articles}));
        let own = parts(&articles, "ferry");
        let altered = |change: fn(&mut Value)| {
            let mut answer: Value = serde_json::from_str(&own[0]).unwrap();
            change(&mut answer);
            answer.to_string()
        };
        let check = |lines: &[String], wanted: &[&str]| {
            let told = merge(lines);
            assert_eq!(told.len(), wanted.len(), "{told:?}");
            told.iter().zip(wanted).for_each(|(told, wanted)| assert!(told.contains(wanted), "{told} for {wanted}"));
        };
        let (one, two) = (own[0].clone(), own[1].clone());
        check(&[one.clone(), one.clone(), two.clone()], &[&whole]);
        check(std::slice::from_ref(&one), &["of 2 parts of `ferry` 1 did not come"]);
        check(&["{\"part\": 1".to_owned(), two.clone(), one.clone()], &["bad-json", &whole]);
        check(&["{\"part\": 1}".to_owned(), "[]".to_owned()], &["bad-part", "bad-json"]);
        check(&[altered(|own| own["analyser"] = "0.0.1+old".into()), one.clone(), two.clone()], &["0.0.1+old", &whole]);
        check(
            &[altered(|own| own["part"]["number"] = 0.into()), one.clone(), two.clone()],
            &["no part 0 of 2", &whole],
        );
        check(&[one.clone(), altered(|own| own["part"]["parts"] = 3.into()), two.clone()], &["has 2 parts", &whole]);
        check(&[one.clone(), altered(|own| own["results"] = "".into()), two.clone()], &["came twice", &whole]);
        check(&[altered(|own| own["results"] = "KLUv".into()), two.clone()], &["part 1 of `ferry` is damaged"]);
        let dated = json!({"id": 1, "part": {"of": "x", "number": 1, "parts": 1}, "article": articles[0], "dates": 3});
        let refused = timeline::answer(&Question::read(dated.to_string().as_bytes()).unwrap(), &mut Vec::new());
        assert!(format!("{:?}", refused.unwrap_err()).contains("takes no `dates`"));
    }
}
