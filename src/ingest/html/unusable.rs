//! Tells pages that show no article from those that do.
//!
//! An error page recorded as a version would read as if every sentence had been
//! deleted, so it is refused. Only short pages can be one: an article may well
//! tell of access that was denied.

use super::body::{Around, MAX_STUB_WORDS};
use super::extracted::{Extracted, Unusable};

/// With more words than this, a page shows an article whatever else it says.
const SHORT: usize = 120;

/// Phrases that give a short page away, in lower case.
#[rustfmt::skip]
const SIGNS: &[(Unusable, &str)] = &[
    (Unusable::BotWall,     "are you a robot"),
    (Unusable::BotWall,     "checking your browser"),
    (Unusable::BotWall,     "enable javascript and cookies to continue"),
    (Unusable::BotWall,     "just a moment..."),
    (Unusable::BotWall,     "please enable js"),
    (Unusable::BotWall,     "please enable javascript"),
    (Unusable::BotWall,     "please verify you are a human"),
    (Unusable::BotWall,     "unusual traffic"),
    (Unusable::BotWall,     "verify you are human"),
    (Unusable::BotWall,     "attention required! | cloudflare"),
    (Unusable::BotWall,     "pardon our interruption"),
    (Unusable::ErrorPage,   "404 not found"),
    (Unusable::ErrorPage,   "403 forbidden"),
    (Unusable::ErrorPage,   "502 bad gateway"),
    (Unusable::ErrorPage,   "503 service"),
    (Unusable::ErrorPage,   "504 gateway"),
    (Unusable::ErrorPage,   "access denied"),
    (Unusable::ErrorPage,   "internal server error"),
    (Unusable::ErrorPage,   "page cannot be found"),
    (Unusable::ErrorPage,   "page can't be found"),
    (Unusable::ErrorPage,   "page not found"),
    (Unusable::ErrorPage,   "page you requested"),
    (Unusable::ErrorPage,   "page you were looking for"),
    (Unusable::ErrorPage,   "service unavailable"),
    (Unusable::ErrorPage,   "too many requests"),
];

/// Phrases at the end of what is shown without a subscription, in lower case.
#[rustfmt::skip]
const STUB_SIGNS: &[&str] = &[
    "already a subscriber", "become a subscriber to read", "continue reading with a", "log in to continue reading",
    "sign in to continue reading", "subscribe to continue reading", "subscribe to read", "this article is for subscribers",
    "this article is reserved for", "to continue reading, subscribe", "to read the full story", "to read the full article",
    "to read this article, subscribe", "to read this story, subscribe",
];

/// Says why a page shows no article, if it shows none.
pub(super) fn reason(found: &Extracted, around: &Around) -> Option<Unusable> {
    let words = found.text.split_whitespace().count();
    if MAX_STUB_WORDS < words {
        return None;
    }
    if words < SHORT {
        let title = found.headline.clone().unwrap_or_default().replace('’', "'").to_lowercase();
        // Where nothing was found, the whole page may tell.
        let shown = if words < 5 { &around.page } else { &around.article };
        let sign = SIGNS.iter().find(|(_, sign)| title.contains(sign) || shown.contains(sign));
        if let Some((reason, _)) = sign {
            return Some(*reason);
        }
    }
    if STUB_SIGNS.iter().any(|sign| around.article.contains(sign)) {
        return Some(Unusable::PaywallStub);
    }
    (words == 0).then_some(Unusable::Empty)
}
