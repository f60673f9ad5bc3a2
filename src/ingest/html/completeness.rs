//! Compares the text that was found with how long the page says that its article is.
//!
//! Half an article is worse than none: the next comparison would say that the outlet removed the
//! rest. Many pages state the whole text (`articleBody`) or its length (`wordCount`) in JSON-LD.
//! Where the page shows no text at all, as where a script puts it there, the stated one is taken.

use dom_query::Document;

use super::bounds;
use super::extracted::Extracted;
use super::json_ld::Stated;
use crate::ingest::clean;
use crate::model::Note;

/// Share of the stated words, 0 to 1, below which a part of the text is missing. On real pages that state a length it differs
/// from that of the article by up to a tenth, since some count captions, and others leave out headings.
const MIN_SHARE: f64 = 0.7;
/// A stated text that is shorter is a summary, and a length below it is no sign of anything, in words.
const FEWEST_WORDS: usize = 80;

/// Notes that a part of the text is missing; takes the stated text where the page shows none.
pub(super) fn check(found: &mut Extracted, stated: &Stated) {
    let body = stated_text(stated).unwrap_or_default();
    let body_words = body.split_whitespace().count();
    if found.text.is_empty() && !body.is_empty() {
        found.text = body;
        return;
    }
    // The text itself is surer than a number, unless it is cut off.
    let is_whole = FEWEST_WORDS <= body_words && !body.ends_with(['…']) && !body.ends_with("...");
    let promised = if is_whole { Some(body_words) } else { stated.words };
    let words = found.text.split_whitespace().count();
    let Some(promised) = promised.filter(|promised| FEWEST_WORDS <= *promised) else { return };
    if (words as f64) < MIN_SHARE * promised as f64 {
        found.promised_words = Some(promised);
        let message = format!("the page says that its article has {promised} words, and {words} were found");
        found.notes.push(Note::new("incomplete", message));
    }
}

/// Returns the paragraphs of the stated text, unless it is but a summary.
pub(super) fn stated_text(stated: &Stated) -> Option<String> {
    let body = paragraphs(stated.body.as_deref()?);
    (FEWEST_WORDS <= body.split_whitespace().count()).then_some(body)
}

/// Returns the paragraphs of a stated text, which pages write as lines or as elements.
fn paragraphs(body: &str) -> String {
    let text = match body.contains('<') || body.contains('&') {
        true => {
            let broken = ["</p>", "<br>", "<br/>", "<br />", "</div>", "</li>"]
                .iter()
                .fold(body.to_owned(), |text, end| text.replace(end, "\n"));
            let bounded = bounds::bounded(&broken);
            Document::fragment(&*bounded).text().to_string()
        }
        false => body.to_owned(),
    };
    clean::paragraphs(text.lines().map(clean::flow))
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use crate::ingest::html::extract;

    /// A page that shows so many paragraphs of ten words each, and states this.
    fn page(shown: usize, stated: &str) -> String {
        let line = |n: usize| format!("<p>The council met in room {n} and heard what engineers found.</p>");
        let lines: String = (0..shown).map(line).collect();
        format!(
            "<html><head><script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"The bridge\", \
             {stated}}}</script></head><body><article><h1>The bridge</h1>{lines}</article></body></html>"
        )
    }

    fn promised(shown: usize, stated: &str) -> Option<usize> {
        let found = extract(&page(shown, stated), None, Tz::UTC, None);
        assert_eq!(found.notes.iter().any(|note| note.code == "incomplete"), found.promised_words.is_some());
        found.promised_words
    }

    #[test]
    fn a_text_that_falls_short_of_what_the_page_states_is_noted() {
        assert_eq!(promised(30, r#""wordCount": 300"#), None);
        assert_eq!(promised(22, r#""wordCount": "300""#), None); // captions and headings are counted by some
        assert_eq!(promised(15, r#""wordCount": "1,300""#), Some(1300));
        assert_eq!(promised(15, r#""wordCount": 300"#), Some(300));
        assert_eq!(promised(2, r#""wordCount": 60"#), None); // a brief
        let body = "They met on Monday and heard what engineers had found there. ".repeat(30);
        assert_eq!(promised(15, &format!(r#""articleBody": "{body}", "wordCount": 5"#)), Some(330));
        assert_eq!(promised(15, &format!(r#""articleBody": "{body}…""#)), None); // cut off: its length says nothing
        assert_eq!(promised(15, r#""articleBody": "What the council heard.""#), None);
    }

    #[test]
    fn a_stated_text_is_taken_where_the_page_shows_none() {
        let line = "They met on Monday &amp; heard what engineers had found there.";
        for (between, end) in [("\\n\\n", ""), ("<p>", "</p>")] {
            let body = format!("{between}{line}{end}").repeat(12);
            let found = extract(&page(0, &format!(r#""articleBody": "{body}""#)), None, Tz::UTC, None);
            assert_eq!((found.text.lines().count(), found.unusable), (23, None), "{}", found.text);
            assert!(found.text.starts_with("They met on Monday & heard"), "{}", found.text);
        }
        let found = extract(&page(0, r#""articleBody": "What the council heard.""#), None, Tz::UTC, None);
        assert!(found.unusable.is_some() && found.text.is_empty(), "{}", found.text);
    }
}
