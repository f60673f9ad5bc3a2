//! Tries any text at all on what `claim` finds: nothing panics, and every span lies in the text.

use proptest::prelude::*;
use writethru::claim;
use writethru::model::{Setting, Span};

/// Words that tempt the rules, between any characters.
const TEMPTING: &str = "(\\PC{0,12}|[0-9]{1,9}|-|–|\\$|£|%|,|\\.|\"|’s|\\(|\\)|\n|half|a|dozen|and|million|one in|between|12-year-old|third of|the minister|she|he|Mr|Ann|Lee|of|Ministry|US|Correction:|Updated|denied|not|if| )";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn spans_lie_in_the_text(words in proptest::collection::vec(TEMPTING, 0..40), spaced in any::<bool>()) {
        let text = words.join(if spaced { " " } else { "" });
        let analysis = claim::analyze(&text, Setting::default());
        let figures = analysis.figures.iter().map(|figure| figure.span);
        let mentions = analysis.mentions.iter().map(|mention| mention.span);
        let notices = analysis.notices.iter().map(|notice| notice.span);
        let spans: Vec<Span> = figures.chain(mentions).chain(notices).collect();
        for span in spans {
            prop_assert!(span.start < span.end && text.get(span.range()).is_some(), "{span:?} in {text:?}");
        }
        prop_assert!(analysis.mentions.iter().all(|mention| mention.entity < analysis.entities.len()));
        prop_assert!(analysis.figures.iter().all(|figure| figure.value.is_finite()));
    }
}
