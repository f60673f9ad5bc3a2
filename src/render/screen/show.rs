//! Writes one version to be read: head, then the text, paragraph by paragraph.

use super::wrap::hanging_indent;
use super::{ScreenStyle, TextMark, log, times};
use crate::render::counted::count;
use crate::view::ShowView;

/// What of a version is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct ShowOptions {
    /// Only this sentence, from 1.
    pub sentence: Option<usize>,
    /// Each sentence on a line of its own, with its number.
    pub numbers: bool,
}

/// Writes a version to be read.
pub fn show(look: ScreenStyle, view: &ShowView, options: ShowOptions) -> String {
    let sentences = view.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    if let Some(wanted) = options.sentence {
        let found = sentences.filter(|sentence| sentence.number == wanted);
        return found.map(|sentence| hanging_indent(look, "", &[(TextMark::Plain, sentence.text.clone())])).collect();
    }
    let mut text = head(look, view);
    for paragraph in &view.paragraphs {
        let mark = match paragraph.role.as_str() {
            "headline" => TextMark::Strong,
            "byline" | "stamp" | "furniture" | "caption" => TextMark::Faint,
            "notice" => TextMark::Alert,
            _ => TextMark::Plain,
        };
        text.push('\n');
        if options.numbers {
            for sentence in &paragraph.sentences {
                let number = look.paint(TextMark::Faint, &format!("s{:<4}", sentence.number));
                text.push_str(&hanging_indent(look, &number, &[(mark, sentence.text.clone())]));
            }
            continue;
        }
        let words: Vec<_> = paragraph.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        text.push_str(&hanging_indent(look, "", &[(mark, words.join(" "))]));
    }
    for note in &view.notes {
        text.push_str(&hanging_indent(look, "\nnote: ", &[(TextMark::Faint, note.message.clone())]));
    }
    text
}

fn head(look: ScreenStyle, view: &ShowView) -> String {
    let (version, zone) = (&view.version, view.timezone);
    let mut text = log::head(look, &view.article, Some(zone));
    let mut facts = vec![
        format!("version {} of {}", version.number, view.versions),
        format!("captured {}", times::moment(version.captured, zone)),
    ];
    facts.extend(version.published.map(|at| format!("published {}", times::stated(at, zone))));
    facts.extend(version.modified.map(|at| format!("modified {}", times::stated(at, zone))));
    facts.push(count(version.words, "word", "words"));
    text.push_str(&hanging_indent(look, "", &[(TextMark::Faint, facts.join(" · "))]));
    // Standfirst and byline open the text that follows.
    let opens = |headline: &&String| {
        let first = view.paragraphs.first().and_then(|paragraph| paragraph.sentences.first());
        first.is_some_and(|sentence| sentence.text == **headline)
    };
    if let Some(headline) = version.headline.as_ref().filter(|headline| !opens(headline)) {
        text.push_str(&hanging_indent(look, "\n", &[(TextMark::Strong, headline.clone())]));
    }
    text
}
