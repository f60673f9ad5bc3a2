//! Takes the lines that a site repeats out of a capture, so that they never become words of the article.
//!
//! ```text
//! learnt 3 March       recorded first 1 March: keeps the line     recorded first 5 March: never has it
//! ```
//! How a line is read in an article is settled once, by what its versions hold, and stays: a line that is learnt later, or
//! that the reader calls text, makes no version of which the outlet knows nothing.

use std::borrow::Cow;

use crate::ingest::site_of;
use crate::model::{ArticleId, Capture, Content, Note, RepeatedLine};
use crate::store::RepeatedLineId;
use crate::track::{Archive, Result};

/// Taking out lines of which it is not settled yet leaves this share of the other words, 0 to 1, at least; else none of them is.
const LEFT: f64 = 0.5;
/// Characters that are shown of a line.
const SHOWN: usize = 60;

/// How a line that its site repeats is read in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineReading {
    /// It is left out, as at the looks before.
    SettledOut,
    /// It is left out from now on, where enough is left.
    Out,
    /// It is text.
    Kept,
}

impl Archive {
    /// Returns the text of a capture without the lines that its site repeats, with a note of what was left out; `article`
    /// is the one that it is a look at, where that was recorded before.
    pub(crate) fn own_text<'c>(
        &self,
        capture: &'c Capture,
        article: Option<ArticleId>,
    ) -> Result<(Cow<'c, Content>, Option<Note>, Vec<RepeatedLineId>)> {
        let whole = || (Cow::Borrowed(&capture.content), None, Vec::new());
        let host = capture.addresses.first().filter(|_| capture.is_page).and_then(|url| site_of(url));
        let Some(host) = host else { return Ok(whole()) };
        let (mut left_out, mut others) = (Vec::new(), Vec::new());
        for (id, line) in self.store.repeated_lines(Some(&host))? {
            let is_there = capture.content.body.split("\n\n").any(|paragraph| paragraph == line.line);
            if !is_there {
                continue;
            }
            match self.line_reading(article, id, &line)? {
                // A line that the article never had must not come into it, however short the rest is.
                LineReading::SettledOut => left_out.push((id, line.line)),
                LineReading::Out => others.push((id, line.line)),
                LineReading::Kept => {}
            }
        }
        let without = |lines: &[(RepeatedLineId, String)]| {
            let is_own = |paragraph: &&str| !lines.iter().any(|(_, line)| line == paragraph);
            capture.content.body.split("\n\n").filter(is_own).collect::<Vec<_>>().join("\n\n")
        };
        let n_words = |text: &str| text.split_whitespace().count() as f64;
        let settled = without(&left_out);
        let all = [left_out.as_slice(), others.as_slice()].concat();
        let mut body = without(&all);
        if LEFT * n_words(&settled) <= n_words(&body) {
            left_out = all;
        } else {
            body = settled;
        }
        if left_out.is_empty() || body.is_empty() {
            return Ok(whole());
        }
        let shown = |(_, line): &(RepeatedLineId, String)| match line.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("“{}…”", &line[..end]),
            None => format!("“{line}”"),
        };
        let lines = left_out.iter().map(shown).collect::<Vec<_>>().join(", ");
        let words = format!("left out, as {host} repeats it on its pages (`writethru site lines {host}`): {lines}");
        let content = Content { body, ..capture.content.clone() };
        let ids: Vec<RepeatedLineId> = left_out.into_iter().map(|(id, _)| id).collect();
        if let Some(article) = article {
            ids.iter().try_for_each(|id| self.store.settle_repeated_line(article, *id, true))?;
        }
        Ok((Cow::Owned(content), Some(Note::new("repeated-lines", words)), ids))
    }

    /// Returns how a line is read in an article; in one that is recorded already, as its versions have it.
    fn line_reading(&self, article: Option<ArticleId>, id: RepeatedLineId, line: &RepeatedLine) -> Result<LineReading> {
        let out = |is_out: bool| if is_out { LineReading::Out } else { LineReading::Kept };
        let Some(article) = article else { return Ok(out(line.kept.is_none())) };
        if let Some(settled) = self.store.repeated_line_choice(article, id)? {
            return Ok(if settled { LineReading::SettledOut } else { LineReading::Kept });
        }
        let mut is_held = line.kept.is_some();
        for version in self.store.versions(article)? {
            is_held = is_held || self.store.content(&version)?.body.split("\n\n").any(|held| held == line.line);
        }
        if is_held {
            self.store.settle_repeated_line(article, id, false)?;
        }
        Ok(out(!is_held))
    }
}
