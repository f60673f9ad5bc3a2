//! `pipe merge`: puts the parts of long stories in order; whatever is no part is passed on as it is.
//!
//! ```text
//! ferry, parts 1 2 3    mill-fire, whole
//! ferry, whole          mill-fire, whole
//! ```
//! `gathered.rs` waits for the last part of each story. The answer is byte for byte that of `pipe timeline` to the story in one
//! line. Parts may come from anywhere, so what they take unpacked is bounded by what was read of them, and stories whose
//! parts take much are worked on one after the other.

use rayon::prelude::*;
use serde_json::Value;

use super::answer::write_json;
use super::gathered::{MergeItem, unpacked};
use super::lines::Answered;
use super::part::{PartAnswer, PartResults};
use super::question::Refusal;
use crate::model::TimelineQuery;
use crate::render::pipe::CodePoints;
use crate::render::pipe::timeline::{Texts, answer as shape};
use crate::timeline::{self, ArticleMentions, VersionMentions};
use crate::track::{unpack_results, unpacked_length};

/// Unpacked bytes of the stories under way from which on no further line is read.
pub(super) const UNPACKED_AT_ONCE: usize = 64 << 20;

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

/// Puts a story in order, given all its parts.
fn merged(id: &Value, parts: &[PartAnswer]) -> Result<Vec<u8>, Refusal> {
    if unpacked(parts).is_none() {
        let message = "its parts unpack to more than what was read of them can hold, or than a story may";
        let hint = "have its shards answered again, or ask about the story in one line, without `--divide`";
        return Err(Refusal::new("bad-part", message, hint));
    }
    let results: Vec<PartResults> = parts.par_iter().map(results_of).collect::<Result<_, _>>()?;
    let zone = results.first().map_or(chrono_tz::Tz::UTC, |part| part.timezone);
    if results.iter().any(|part| part.timezone != zone) {
        let message = "its parts are in several time zones";
        return Err(Refusal::new("bad-part", message, "merge the answers of one export"));
    }
    let (articles, shapes): (Vec<ArticleMentions>, Vec<Vec<Option<String>>>) =
        results.into_iter().map(|part| (part.article, part.shapes)).unzip();
    let timeline = timeline::assemble(&articles, zone, &TimelineQuery::default());
    let texts: Texts<'_> = articles.iter().zip(&shapes).flat_map(|(article, shapes)| points(article, shapes)).collect();
    let mut out = Vec::new();
    write_json(&shape(id, &timeline, &texts), &mut out)?;
    Ok(out)
}

/// Unpacks a part.
fn results_of(part: &PartAnswer) -> Result<PartResults, Refusal> {
    let most = unpacked_length(&part.results).unwrap_or_default();
    let results = unpack_results::<PartResults>(&part.results, most).ok().filter(|own| {
        own.shapes.len() == own.article.versions.len() && own.article.versions.iter().all(VersionMentions::is_sound)
    });
    results.ok_or_else(|| {
        let message = format!("part {} of `{}` is damaged", part.part.number, part.part.of);
        Refusal::new("bad-part", message, "have its shard answered again")
    })
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
    use crate::cli::bounded_line::BoundedLine;
    use crate::cli::pipe::gathered::gathered;
    use crate::cli::pipe::part::StoryPart;
    use crate::cli::pipe::question::Question;
    use crate::cli::pipe::timeline;
    use crate::cli::read_lines::ReadLine;
    use crate::track::{ANALYSER, pack_results};

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
        for (lines, wanted) in [("112", 0), ("121", 0), ("1212", 0), ("12x", 1), ("1x2", 1), ("12x1x", 2)] {
            let other = altered(|own| own["results"] = "".into());
            let line = |c| [&one, &two, &other][usize::from(c != '1') + usize::from(c == 'x')].clone();
            let told = merge(&lines.chars().map(line).collect::<Vec<_>>());
            let refused = told.iter().filter(|told| told.contains("part 1 of `ferry` came twice, and differs"));
            assert_eq!(refused.count(), wanted, "{lines}: {told:?}");
            assert_eq!((told.len(), told.contains(&whole)), (wanted + 1, true), "{lines}: {told:?}");
        }
        check(&[two.clone(), two.clone()], &["1 of 2 parts of `ferry` did not come: part 1 is the first"]);
        check(&["{\"part\": 1".to_owned(), two.clone(), one.clone()], &["bad-json", &whole]);
        check(&["{\"part\": 1}".to_owned(), "[]".to_owned()], &["bad-part", "bad-json"]);
        check(&[altered(|own| own["analyser"] = "0.0.1+old".into()), one.clone(), two.clone()], &["0.0.1+old", &whole]);
        check(
            &[altered(|own| own["part"]["number"] = 0.into()), one.clone(), two.clone()],
            &["no part 0 of 2", &whole],
        );
        check(&[one.clone(), altered(|own| own["part"]["parts"] = 3.into()), two.clone()], &["has 2 parts", &whole]);
        check(&[altered(|own| own["part"] = 1.into())], &["{\"id\":\"ferry/post-0\",\"line\":1,"]);
        check(&[altered(|own| own["results"] = "KLUv".into()), two.clone()], &["part 1 of `ferry` is damaged"]);
        let shapes_for = |shapes: Vec<Option<String>>| {
            let mut answer: PartAnswer = serde_json::from_str(&own[0]).unwrap();
            let most = unpacked_length(&answer.results).unwrap();
            let results: PartResults = unpack_results(&answer.results, most).unwrap();
            answer.results = pack_results(&PartResults { shapes, ..results }).unwrap();
            serde_json::to_string(&answer).unwrap()
        };
        check(&[shapes_for(vec![None]), two.clone()], &["\"entries\""]);
        check(&[shapes_for(vec![None, None]), two.clone()], &["part 1 of `ferry` is damaged"]);
        let dated = json!({"id": 1, "part": {"of": "x", "number": 1, "parts": 1}, "article": articles[0], "dates": 3});
        let refused = timeline::answer(&Question::read(dated.to_string().as_bytes()).unwrap(), &mut Vec::new());
        assert!(format!("{:?}", refused.unwrap_err()).contains("takes no `dates`"));
    }

    #[test]
    fn a_short_line_takes_little_memory() {
        let article = ArticleMentions { id: "ferry/post".to_owned(), outlet: String::new(), versions: Vec::new() };
        let results = PartResults { timezone: chrono_tz::Tz::UTC, article, shapes: vec![None; 20 << 20] };
        let results = pack_results(&results).unwrap();
        let part = StoryPart { of: "ferry".to_owned(), number: 1, parts: 1 };
        let answer = PartAnswer { id: Value::Null, part, analyser: ANALYSER.to_owned(), results };
        let line = serde_json::to_string(&answer).unwrap();
        assert!(line.len() < 8 << 10, "{} bytes", line.len());
        let mut told = Vec::new();
        let memory = allocation_counter::measure(|| told = merge(&[line]));
        assert!(told[0].contains("bad-part") && told[0].contains("answered again"), "{told:?}");
        assert!(memory.bytes_max < 1 << 20, "{} bytes", memory.bytes_max);
    }
}
