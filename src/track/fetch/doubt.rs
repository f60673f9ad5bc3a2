//! Decides whether a text must be seen again before it counts as a change.
//!
//! ```text
//! 10:00 A   10:20 B            a new text: recorded
//! 10:40 A                      A returns within the hour: in doubt (an A/B test? a stale cache?)
//! 10:42 A                      seen again after a pause: recorded, A has returned
//! 10:42 B   instead            B never went away; A and B are noted as variants
//! ```
//!
//! A reader who is told "the toll was removed" must be able to rely on it, and servers show wrong
//! pages for a minute every day: half of a page, an older copy, another article.

use chrono::{DateTime, TimeDelta, Utc};

use crate::model::Content;
use crate::store::Doubt;
use crate::track::repeated::telling_words;

/// A text is believed when it is seen again after so long.
pub(crate) const CONFIRM_AFTER: TimeDelta = TimeDelta::seconds(90);
/// A text that returns within so long may come of an A/B test.
pub(crate) const RETURN_WITHIN: TimeDelta = TimeDelta::hours(1);
/// Texts that took turns are variants for so long after the last turn.
pub(crate) const VARIANTS_FOR: TimeDelta = TimeDelta::hours(24);
/// A variant is what stands there now when it was seen so often in a row …
pub(crate) const SETTLED_LOOKS: i64 = 6;
/// … over so long.
pub(crate) const SETTLED_AFTER: TimeDelta = TimeDelta::hours(6);
/// A text shorter than this has no part that could be missing, in words.
const MIN_LONG_WORDS: usize = 80;
/// A look that keeps less than this share of the words may have read half a page.
const KEPT_SHARE: f64 = 0.6;
/// A look that keeps this share of the words is about as long as the one before.
const AS_BEFORE_SHARE: f64 = 0.9;
/// Two texts that share less than this share of their content words may be two articles.
const COMMON_SHARE: f64 = 0.2;

/// An earlier version, and when it was last seen.
#[derive(Clone, Debug)]
pub(crate) struct EarlierText {
    pub hash: [u8; 32],
    pub headline: Option<String>,
    pub last_seen: DateTime<Utc>,
}

/// A text as it was read just now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewText<'t> {
    pub hash: [u8; 32],
    pub content: &'t Content,
    /// Words that the page says its article has, where far fewer were found.
    pub promised_words: Option<usize>,
    pub now: DateTime<Utc>,
}

/// Why a text is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DoubtReason {
    /// Far less was found than the page says that its article has.
    Incomplete,
    /// Most of the text is missing.
    LargeRemoval,
    /// Hardly a word of content is the same, nor the headline.
    OtherText,
    /// The text of an earlier version again, shortly after it was replaced.
    Return,
    /// The headline of an earlier version again, shortly after it was replaced.
    HeadlineFlip,
}

impl DoubtReason {
    /// Returns the word that the store and programs use.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::LargeRemoval => "large-removal",
            Self::OtherText => "other-text",
            Self::Return => "return",
            Self::HeadlineFlip => "headline-flip",
        }
    }

    /// Returns what is doubtful, for people.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Incomplete => "the page says that its article is much longer than what was found",
            Self::LargeRemoval => "most of the text is missing",
            Self::OtherText => "hardly a word is the same as before",
            Self::Return => "an earlier text is shown again, shortly after it was replaced",
            Self::HeadlineFlip => "an earlier headline is shown again, shortly after it was replaced",
        }
    }
}

/// Returns why a text is in doubt beside the latest version, `before`, and those that stood `earlier`.
pub(crate) fn doubt_of(new: NewText<'_>, before: &Content, earlier: &[EarlierText]) -> Option<DoubtReason> {
    let recent = || earlier.iter().filter(|text| new.now - text.last_seen < RETURN_WITHIN);
    if recent().any(|text| text.hash == new.hash) {
        return Some(DoubtReason::Return);
    }
    let headline = new.content.headline.as_deref();
    let is_flip = headline != before.headline.as_deref();
    if is_flip && headline.is_some() && recent().any(|text| text.headline.as_deref() == headline) {
        return Some(DoubtReason::HeadlineFlip);
    }
    let (old_words, new_words) = (before.words(), new.content.words());
    if MIN_LONG_WORDS <= old_words && (new_words as f64) < KEPT_SHARE * old_words as f64 {
        return Some(DoubtReason::LargeRemoval);
    }
    if is_incomplete(new, Some(before)) {
        return Some(DoubtReason::Incomplete);
    }
    let is_other = is_flip && MIN_LONG_WORDS <= old_words && common_share(before, new.content) < COMMON_SHARE;
    is_other.then_some(DoubtReason::OtherText)
}

/// Returns whether the page promises more than was found of it. One whose text was as short `before` is always read so.
pub(crate) fn is_incomplete(new: NewText<'_>, before: Option<&Content>) -> bool {
    let is_shorter = |before: &Content| (new.content.words() as f64) < AS_BEFORE_SHARE * before.words() as f64;
    new.promised_words.is_some() && before.is_none_or(is_shorter)
}

/// Returns whether a text in doubt for `reason` goes on with the doubt that there was.
///
/// A text that returns must be the very one. One that lost its words, or is another, may change on while it is
/// doubted: what is seen twice is that the old text is gone.
pub(crate) fn goes_on(doubt: &Doubt, reason: DoubtReason, hash: &[u8; 32]) -> bool {
    let is_same_text = doubt.hash == *hash;
    match reason {
        DoubtReason::Return | DoubtReason::HeadlineFlip => is_same_text,
        DoubtReason::Incomplete | DoubtReason::LargeRemoval | DoubtReason::OtherText => {
            is_same_text || doubt.reason == reason.as_str()
        }
    }
}

/// Returns whether a second look confirms a text in doubt.
pub(crate) fn confirms(doubt: &Doubt, reason: DoubtReason, hash: &[u8; 32], now: DateTime<Utc>) -> bool {
    // A clock that was set back must not hold a text in doubt for ever.
    goes_on(doubt, reason, hash) && (CONFIRM_AFTER <= now - doubt.since || now < doubt.since)
}

/// Returns the share of the telling words of two texts that are the same.
fn common_share(a: &Content, b: &Content) -> f64 {
    let (a, b) = (telling_words(&a.body), telling_words(&b.body));
    let common = a.intersection(&b).count();
    common as f64 / a.len().min(b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn text(headline: &str, body: impl Into<String>) -> Content {
        Content { headline: Some(headline.to_owned()), body: body.into(), ..Content::default() }
    }

    fn numbered(from: usize, to: usize) -> String {
        (from..to).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(content: &Content, before: &Content, earlier: &[EarlierText], want: Option<DoubtReason>) {
        let new = NewText { hash: [1; 32], content, promised_words: None, now: at(100) };
        assert_eq!(doubt_of(new, before, earlier), want);
    }

    #[test]
    fn a_look_that_lost_most_of_the_text_is_doubtful() {
        let before = text("Fire", numbered(0, 200));
        check(&text("Fire", numbered(0, 119)), &before, &[], Some(DoubtReason::LargeRemoval));
        check(&text("Fire", numbered(0, 130)), &before, &[], None);
        check(&text("Fire", numbered(0, 20)), &text("Fire", numbered(0, 70)), &[], None); // a brief may be cut
    }

    #[test]
    fn a_look_that_found_less_than_the_page_promises_is_doubtful() {
        let short = text("Fire", numbered(0, 130));
        let of = |before: Option<&Content>| {
            let new = NewText { hash: [1; 32], content: &short, promised_words: Some(200), now: at(100) };
            is_incomplete(new, before)
        };
        assert!(of(None) && of(Some(&text("Fire", numbered(0, 200)))));
        assert!(!of(Some(&text("Fire", numbered(0, 140)))), "this page is always read so");
        let whole = NewText { hash: [1; 32], content: &short, promised_words: None, now: at(100) };
        assert!(!is_incomplete(whole, None));
    }

    #[test]
    fn another_article_at_the_same_address_is_doubtful() {
        let before = text("Fire", numbered(0, 200));
        check(&text("Flood", numbered(500, 700)), &before, &[], Some(DoubtReason::OtherText));
        check(&text("Fire", numbered(500, 700)), &before, &[], None); // rewritten under its headline
        check(&text("Flood", numbered(100, 300)), &before, &[], None);
        // What every text says is no sign of the same one.
        let about = |from: usize| {
            let line = |n: usize| format!("The word{n} was in it, and it is said that they have been there.");
            (from..from + 40).map(line).collect::<Vec<_>>().join(" ")
        };
        let before = text("Fire", about(0));
        check(&text("Flood", about(500)), &before, &[], Some(DoubtReason::OtherText));
        // A script without spaces has words too.
        let before = text("火災", "東京消防庁によると火災は午後三時ごろ駅前の建物で発生した。".repeat(12));
        check(&text("火災", "三人がけがをした。"), &before, &[], Some(DoubtReason::LargeRemoval));
        let other = "大阪府の議会は来年度の予算案を賛成多数で可決し知事が会見で説明した。".repeat(12);
        check(&text("予算", other), &before, &[], Some(DoubtReason::OtherText));
    }

    #[test]
    fn what_returns_within_the_hour_is_doubtful() {
        let earlier =
            |hash, minute| [EarlierText { hash: [hash; 32], headline: Some("Fire".into()), last_seen: at(minute) }];
        let before = text("Blaze", numbered(0, 90));
        check(&text("Fire", numbered(0, 90)), &before, &earlier(1, 70), Some(DoubtReason::Return));
        check(&text("Fire", numbered(0, 91)), &before, &earlier(2, 70), Some(DoubtReason::HeadlineFlip));
        check(&text("Fire", numbered(0, 90)), &before, &earlier(1, 30), None);
        check(&text("Blaze", numbered(0, 91)), &before, &earlier(2, 70), None);
    }

    #[test]
    fn a_second_look_after_a_pause_confirms() {
        let doubt = |reason: DoubtReason| Doubt { hash: [1; 32], reason: reason.as_str().into(), since: at(10) };
        for reason in [DoubtReason::Return, DoubtReason::LargeRemoval] {
            let doubt = doubt(reason);
            assert!(!confirms(&doubt, reason, &[1; 32], at(11)) && confirms(&doubt, reason, &[1; 32], at(12)));
            assert!(confirms(&doubt, reason, &[1; 32], at(5)));
        }
        // A text that changes on while it is doubted is believed all the same, but for one that returns.
        for (reason, want) in [(DoubtReason::Return, false), (DoubtReason::OtherText, true)] {
            assert_eq!(confirms(&doubt(reason), reason, &[2; 32], at(12)), want, "{reason:?}");
        }
        assert!(!confirms(&doubt(DoubtReason::OtherText), DoubtReason::LargeRemoval, &[2; 32], at(12)));
    }
}
