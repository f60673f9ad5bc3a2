//! Writes the status of a claim or an entry in words: the same in every format.

use std::collections::BTreeSet;

use crate::model::Status;
use crate::render::counted::count;
use crate::view::{ClaimView, EntryView};

/// Returns what a status is called.
pub(crate) const fn status_words(status: Status) -> &'static str {
    match status {
        Status::Reported => "reported",
        Status::Revised => "revised",
        Status::Disputed => "accounts differ",
        Status::Withdrawn => "no longer in the text",
    }
}

/// Returns how many tell it: `2 outlets`, or `3 articles` where not all of them name their outlet.
///
/// A place is an article with its outlet.
fn tellers<'v>(places: impl Iterator<Item = (&'v str, Option<&'v str>)>) -> (usize, String) {
    let (articles, outlets): (BTreeSet<&str>, BTreeSet<Option<&str>>) = places.unzip();
    match outlets.contains(&None) {
        true => (articles.len(), count(articles.len(), "article", "articles")),
        false => (outlets.len(), count(outlets.len(), "outlet", "outlets")),
    }
}

/// Returns how many tell an entry.
pub(crate) fn entry_tellers(entry: &EntryView) -> (usize, String) {
    tellers(entry.evidence.iter().map(|own| (own.article.as_str(), own.outlet.as_deref())))
}

/// Returns how many make a claim.
pub(crate) fn claim_tellers(claim: &ClaimView) -> (usize, String) {
    tellers(claim.occurrences.iter().map(|own| (own.article.as_str(), own.outlet.as_deref())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_without_an_outlet_are_not_told_as_outlets() {
        let check = |places: &[(&'static str, Option<&'static str>)], want: (usize, &str)| {
            assert_eq!(tellers(places.iter().copied()), (want.0, want.1.to_owned()), "{places:?}");
        };
        check(&[("a", Some("Post")), ("b", Some("Post")), ("c", Some("Wire"))], (2, "2 outlets"));
        check(&[("a", None), ("b", None), ("a", None)], (2, "2 articles"));
        check(&[("a", Some("Post")), ("b", None), ("c", Some("Post"))], (3, "3 articles"));
    }
}
