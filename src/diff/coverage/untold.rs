//! Finds what a headline says that the other version tells nowhere, neither in its headline nor in its text.
//!
//! Old: `Rivers burst banks, cutting off village`   New: `Village cut off as rivers burst banks`: nothing.
//! Old: `Ferry fire kills 12`                       New: `Ferry fire kills 15`: each names a figure that the other lacks.

use super::Coverage;
use super::content::{Covered, TextContent, TokenContent};
use crate::model::{Analysis, Span, Upos};

/// The places of two headlines that the other version tells nowhere.
pub(crate) struct UntoldWords {
    old: Vec<UntoldWord>,
    new: Vec<UntoldWord>,
}

/// A word of a headline that the other version tells nowhere.
struct UntoldWord {
    span: Span,
    /// Whether it is a figure, a time or a name.
    is_value: bool,
}

impl UntoldWords {
    /// Compares each headline with the headline and the text of the other version.
    pub(crate) fn read<'h>(coverage: &Coverage<'_>, old: &'h Analysis<'h>, new: &'h Analysis<'h>) -> Self {
        let content =
            |headline: &'h Analysis<'h>| TextContent::read(headline, vec![true; headline.document.sentences.len()]);
        let (content_old, content_new) = (content(old), content(new));
        Self {
            old: untold(&content_old, [&content_new, &coverage.b.content]),
            new: untold(&content_new, [&content_old, &coverage.a.content]),
        }
    }

    /// Returns whether both headlines tell what the other version tells somewhere.
    pub(crate) fn is_empty(&self) -> bool {
        self.old.is_empty() && self.new.is_empty()
    }

    /// Returns whether a facet of the headlines holds something that the other version tells nowhere.
    pub(crate) fn touches(&self, old: Option<Span>, new: Option<Span>) -> bool {
        touches(&self.old, old, |_| true) || touches(&self.new, new, |_| true)
    }

    /// Returns whether a facet of the headlines holds a figure, time or name that the other version tells nowhere.
    pub(crate) fn touches_value(&self, old: Option<Span>, new: Option<Span>) -> bool {
        touches(&self.old, old, |word| word.is_value) || touches(&self.new, new, |word| word.is_value)
    }
}

fn touches(words: &[UntoldWord], span: Option<Span>, counts: impl Fn(&UntoldWord) -> bool) -> bool {
    span.is_some_and(|span| words.iter().any(|word| counts(word) && word.span.overlaps(span)))
}

/// Returns the words and values of a headline that none of the other texts tells.
fn untold(headline: &TextContent<'_>, others: [&TextContent<'_>; 2]) -> Vec<UntoldWord> {
    let tokens = &headline.analysis.document.tokens;
    let is_told = |at: usize| {
        let how = others.map(|other| other.covers(headline, at));
        how.iter().any(|covered| !matches!(covered, Covered::No | Covered::WithOtherBound))
    };
    let untold = headline.telling(0..tokens.len()).filter(|&at| !is_told(at));
    let is_value = |at: usize| {
        let content = headline.tokens[at];
        matches!(content, TokenContent::Figure(_) | TokenContent::Time(_)) || headline.upos(at) == Upos::Propn
    };
    untold.map(|at| UntoldWord { span: tokens[at].span, is_value: is_value(at) }).collect()
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{Setting, Weight};

    const TEXT: &str =
        "Rivers burst their banks on Monday and cut off the village of Pelt.\n\nTwelve people were taken out by boat.";
    const RETOLD: &str = "The village of Pelt was cut off on Monday when rivers burst their banks.\n\nTwelve people were taken out by boat.";

    /// Checks whether a fact changed between two versions with these headlines.
    #[track_caller]
    fn check((old, text_a): (&str, &str), (new, text_b): (&str, &str), is_fact: bool) {
        let setting = Setting::default();
        let comparison = compare(&read_side(Some(old), text_a, setting), &read_side(Some(new), text_b, setting));
        assert_eq!(comparison.verdict.weight == Some(Weight::Material), is_fact, "{old} / {new}");
    }

    #[test]
    fn a_headline_told_in_other_words_is_no_fact() {
        check(("Rivers burst banks, cutting off Pelt", TEXT), ("Pelt cut off as rivers burst banks", RETOLD), false);
        check(("LIVE: Rivers burst banks", TEXT), ("Rivers burst banks – as it happened", TEXT), false);
        check(("UPDATE 1-Rivers burst banks", TEXT), ("UPDATE 2-Rivers burst banks", TEXT), false);
    }

    #[test]
    fn a_headline_with_news_is_a_fact() {
        check(("Rivers cut off Pelt", TEXT), ("Rivers cut off Pelt, killing 15", RETOLD), true);
        check(("Twelve rescued in Pelt", TEXT), ("Fifteen rescued in Pelt", TEXT), true);
    }
}
