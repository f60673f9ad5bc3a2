//! Finds pages that show no article.
//!
//! An error page recorded as a version would read as if every sentence had been
//! deleted, so it is refused. Only short pages can be one: an article may well
//! tell of access that was denied.

use SignPlace::{Alone, Anywhere, ShortLine};

use super::body::{Around, MAX_STUB_WORDS};
use super::extracted::{Extracted, Unusable};

/// With more words than this, a page shows an article whatever else it says.
const SHORT: usize = 120;

/// Where a phrase gives a page away.
#[derive(Clone, Copy, Debug, PartialEq)]
enum SignPlace {
    /// Wherever it stands: no article says so.
    Anywhere,
    /// In a line of so many words at most: a longer one tells a story.
    ShortLine(usize),
    /// Where it makes up a line, or a part of the title, alone but for a number and "error".
    Alone,
}

/// A phrase that gives a page away.
struct PageSign {
    reason: Unusable,
    /// The phrase in lower case.
    words: &'static str,
    place: SignPlace,
    /// A line of an article that comes near to it and must not be taken for it.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    passes: &'static str,
}

const fn sign(reason: Unusable, words: &'static str, place: SignPlace, passes: &'static str) -> PageSign {
    PageSign { reason, words, place, passes }
}

/// Phrases of short pages.
#[rustfmt::skip]
const SIGNS: &[PageSign] = &[
    sign(Unusable::BotWall, "are you a robot", Alone, "“Are you a robot?” the guard asked the man in the suit."),
    sign(Unusable::BotWall, "attention required! | cloudflare", Anywhere, "Attention required, said Cloudflare of its loss."),
    sign(Unusable::BotWall, "checking your browser", Anywhere, "The firm was checking your browsing habits, the report says."),
    sign(Unusable::BotWall, "enable javascript and cookies to continue", Anywhere, "The form asks people to enable JavaScript and cookies."),
    sign(Unusable::BotWall, "just a moment", Alone, "“Just a moment,” the clerk said, and left the room."),
    sign(Unusable::BotWall, "pardon our interruption", Alone, "“Pardon our interruption of your lunch,” the bandleader said."),
    sign(Unusable::BotWall, "please enable javascript", Anywhere, "Please enable the alarm, a sign at the gate says."),
    sign(Unusable::BotWall, "please enable js", Anywhere, "The library will please enabled readers, a councillor said."),
    sign(Unusable::BotWall, "unusual traffic from your", Anywhere, "Unusual traffic built up near the Mill Bridge on Monday."),
    sign(Unusable::BotWall, "verify you are a human", Anywhere, "The test has to verify that you are a human, the firm said."),
    sign(Unusable::BotWall, "verify you are human", Anywhere, "The test has to verify that you are human, the firm said."),
    sign(Unusable::ErrorPage, "403 forbidden", Anywhere, "All 403 were forbidden to leave the ship."),
    sign(Unusable::ErrorPage, "404 not found", Anywhere, "Of the 404, not one was found in the cellar."),
    sign(Unusable::ErrorPage, "429 too many requests", Anywhere, "The office had 429 letters, too many for its clerks."),
    sign(Unusable::ErrorPage, "500 internal server error", Anywhere, "It cost 500 internal staff their jobs."),
    sign(Unusable::ErrorPage, "502 bad gateway", Anywhere, "The 502 gateways of the dam were in a bad state."),
    sign(Unusable::ErrorPage, "503 service temporarily unavailable", Anywhere, "The 503 service members are home."),
    sign(Unusable::ErrorPage, "503 service unavailable", Anywhere, "The 503 service members are home."),
    sign(Unusable::ErrorPage, "504 gateway time", Anywhere, "The 504 metre gateway took time to build."),
    sign(Unusable::ErrorPage, "access denied", Alone, "Access denied to them at the gate, the reporters went home."),
    sign(Unusable::ErrorPage, "internal server error", Alone, "An internal server error kept the trains waiting."),
    sign(Unusable::ErrorPage, "page can't be found", Anywhere, "The missing page of the atlas can't be traced."),
    sign(Unusable::ErrorPage, "page cannot be found", Anywhere, "The missing page of the atlas cannot be traced."),
    sign(Unusable::ErrorPage, "page not found", Alone, "A page not found in any other copy was sold in London."),
    sign(Unusable::ErrorPage, "page you requested cannot", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you requested could not", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you requested does not exist", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you requested was not found", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you were looking for", ShortLine(16), "The page you were looking for in vain all those years lay in a drawer of the desk next door, she said."),
    sign(Unusable::ErrorPage, "service temporarily unavailable", Alone, "The ferry has its service temporarily unavailable to cars."),
    sign(Unusable::ErrorPage, "service unavailable", Alone, "The storm left the bus service unavailable to villages."),
    sign(Unusable::ErrorPage, "too many requests", Alone, "The mayor said she had too many requests to answer."),
];

/// Phrases at the end of what is shown without a subscription.
#[rustfmt::skip]
const STUB_SIGNS: &[PageSign] = &[
    sign(Unusable::PaywallStub, "already a subscriber", ShortLine(7), "Already a subscriber? Sign in for our daily newsletter."),
    sign(Unusable::PaywallStub, "become a subscriber to read", Anywhere, "She became a subscriber to read the crossword clues."),
    sign(Unusable::PaywallStub, "continue reading with a", Anywhere, "He had to continue reading without a lamp."),
    sign(Unusable::PaywallStub, "log in to continue reading", Anywhere, "Pupils log in to continue their reading at home."),
    sign(Unusable::PaywallStub, "sign in to continue reading", Anywhere, "Guests sign in to continue to the reading room."),
    sign(Unusable::PaywallStub, "subscribe to continue reading", Anywhere, "Many subscribe to continue their reading of the series."),
    sign(Unusable::PaywallStub, "subscribe to read more", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "subscribe to read on", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "subscribe to read the", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "subscribe to read this", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "this article is for subscribers", Anywhere, "This article is for readers of the treaty the hardest one."),
    sign(Unusable::PaywallStub, "this article is reserved for", Anywhere, "This article is reserved about the cause of the fire."),
    sign(Unusable::PaywallStub, "to continue reading, subscribe", Anywhere, "To continue reading, the club moved to the lamp."),
    sign(Unusable::PaywallStub, "to read the full article", ShortLine(12), "To read the full article of the treaty aloud took the clerk of the court some forty minutes on Monday."),
    sign(Unusable::PaywallStub, "to read the full story", ShortLine(12), "To read the full story of the mill in its ledgers took the town's two historians some forty years."),
    sign(Unusable::PaywallStub, "to read this article, subscribe", Anywhere, "To read this article, the court needed a translator."),
    sign(Unusable::PaywallStub, "to read this story, subscribe", Anywhere, "To read this story, the actor needed four hours."),
];

impl PageSign {
    /// Returns whether lines in lower case give the page away.
    fn is_in(&self, lines: &str) -> bool {
        match self.place {
            Anywhere => lines.contains(self.words),
            ShortLine(most) => {
                let mut lines = lines.lines().filter(|line| line.contains(self.words));
                lines.any(|line| line.split_whitespace().take(most + 1).count() <= most)
            }
            Alone => lines.lines().flat_map(|line| line.split(['|', '–', '—', '·'])).any(|part| self.is_all_of(part)),
        }
    }

    /// Returns whether a part of a line says this alone, or with the name of the site behind a hyphen.
    fn is_all_of(&self, part: &str) -> bool {
        let is_telling = |word: &&str| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            !word.is_empty() && !is_number && !matches!(*word, "error" | "http" | "oops" | "sorry" | "status")
        };
        part.split(" - ").any(|piece| {
            let words = piece.split(|sign: char| !sign.is_alphanumeric()).filter(is_telling);
            words.eq(self.words.split(' ').filter(is_telling))
        })
    }
}

/// Returns why a page shows no article, if it shows none.
pub(super) fn reason(found: &Extracted, around: &Around) -> Option<Unusable> {
    let words = found.text.split_whitespace().count();
    if MAX_STUB_WORDS < words {
        return None;
    }
    if words < SHORT {
        let title = found.headline.clone().unwrap_or_default().replace('’', "'").to_lowercase();
        // Where nothing was found, the whole page may tell.
        let shown = if words < 5 { &around.page } else { &around.article };
        if let Some(sign) = SIGNS.iter().find(|sign| sign.is_in(&title) || sign.is_in(shown)) {
            return Some(sign.reason);
        }
    }
    if let Some(sign) = STUB_SIGNS.iter().find(|sign| sign.is_in(&around.article)) {
        return Some(sign.reason);
    }
    (words == 0).then_some(Unusable::Empty)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;
    use crate::ingest::html::extract;

    fn refused(headline: &str, line: &str) -> Option<Unusable> {
        let page = format!(
            "<html><body><article><h1>{headline}</h1><p>The council met on Monday and heard what the engineers had \
             found at the bridge, where work is to begin in May.</p><p>{line}</p></article></body></html>"
        );
        extract(&page, None, Tz::UTC, None).unusable
    }

    #[test]
    fn every_sign_refuses_its_page_and_leaves_an_article_that_comes_near() {
        for sign in SIGNS.iter().chain(STUB_SIGNS) {
            assert_eq!(refused("The bridge", sign.words), Some(sign.reason), "{}", sign.words);
            assert_eq!(refused("The bridge", sign.passes), None, "{}", sign.passes);
            assert_eq!(refused(sign.passes, "It is to open again."), None, "{}", sign.passes);
        }
    }

    #[test]
    fn titles_of_error_pages_are_told_in_their_usual_forms() {
        for title in
            ["Access Denied", "Error 403 | Access denied", "Page not found - The Post", "Sorry, page not found!"]
        {
            assert_eq!(refused(title, "Try the search."), Some(Unusable::ErrorPage), "{title}");
        }
    }
}
