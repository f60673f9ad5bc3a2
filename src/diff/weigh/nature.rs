//! Judges the nature of a change: a development of the news, or a replacement of what was reported.
//!
//! `The toll rose to 12` > `15` is a development: a count of the dead can only
//! be later. `He won 51 percent` > `53 percent` is a replacement: last week's
//! vote is over. Each facet has its own answer; a development in any of them
//! makes the change one, else a replacement does. A note that corrects decides
//! at once. A replacement is never called an error: the texts do not show that.

use super::nature_table::{COUNTS_TO_COME, FIXED, OTHERWISE, PLANNED, REVISED, RUNNING, RUNNING_COUNTS, TIMES};
use crate::claim::figures::same_amount;
use crate::model::{
    Action, Change, ChangeKind, Facet, Field, Figure, Information, Nature, NoticeKind, Side, Timex, TimexType, Weight,
};
use crate::text::is_function_word;
use crate::text::rule_table::rows;

/// Sets the nature of every material change.
pub(crate) fn judge(old: &Side<'_>, new: &Side<'_>, changes: &mut [Change]) {
    let retracted = new.text.notices.iter().any(|notice| notice.kind == NoticeKind::Retraction)
        && !old.text.notices.iter().any(|notice| notice.kind == NoticeKind::Retraction);
    let stamped = new.text.notices.iter().any(|notice| notice.kind == NoticeKind::Update)
        && !old.text.notices.iter().any(|notice| notice.kind == NoticeKind::Update);
    for change in changes.iter_mut() {
        change.nature = None;
        if change.weight < Weight::Material {
            continue;
        }
        let (nature, why) = match () {
            () if retracted => (Nature::Replacement, "retracted"),
            () if change.notice.is_some() => (Nature::Replacement, "note-corrects"),
            () => TimeSignals::read(old, new, change, stamped).nature(change),
        };
        change.nature = Some(nature);
        change.why.push(why);
    }
}

/// What the passage around a change says about time.
struct TimeSignals<'p> {
    old: &'p Side<'p>,
    new: &'p Side<'p>,
    text_a: String,
    text_b: String,
    /// The whole old text, or title, that figures of the change point into.
    whole_a: &'p str,
    stamped: bool,
    /// Whether the old passage says at what hour it was so, and the new one names no such hour.
    is_hour_left: bool,
}

impl<'p> TimeSignals<'p> {
    fn read(old: &'p Side<'p>, new: &'p Side<'p>, change: &Change, stamped: bool) -> Self {
        let is_title = change.facets.iter().any(|facet| facet.field == Field::Title);
        let text = |side: &Side<'_>, sentences: &[usize]| match (&side.title, is_title) {
            (Some(title), true) => title.document.text.to_lowercase(),
            _ => {
                let document = &side.text.document;
                let words: Vec<&str> =
                    sentences.iter().map(|&at| document.sentences[at].span.of(document.text)).collect();
                words.join(" ").to_lowercase()
            }
        };
        let whole_a = match (&old.title, is_title) {
            (Some(title), true) => title.document.text,
            _ => old.text.document.text,
        };
        let (hours_a, hours_b) = (hours(old, &change.a), hours(new, &change.b));
        let is_hour_left = !is_title && !hours_a.is_empty() && hours_a.iter().all(|hour| !hours_b.contains(hour));
        let (text_a, text_b) = (pad(&text(old, &change.a)), pad(&text(new, &change.b)));
        Self { old, new, text_a, text_b, whole_a, stamped, is_hour_left }
    }

    fn nature(&self, change: &Change) -> (Nature, &'static str) {
        let answers: Vec<(Nature, &'static str)> =
            change.facets.iter().filter_map(|facet| self.of_facet(change, facet)).collect();
        let first = |nature: Nature| answers.iter().find(|answer| answer.0 == nature).copied();
        first(Nature::Development)
            .or_else(|| first(Nature::Replacement))
            .or_else(|| first(Nature::Unclear))
            .unwrap_or((Nature::Unclear, "texts-do-not-tell"))
    }

    fn of_facet(&self, change: &Change, facet: &Facet) -> Option<(Nature, &'static str)> {
        use Nature::{Development, Replacement, Unclear};
        let both = facet.before.is_some() && facet.after.is_some();
        Some(match facet.kind {
            ChangeKind::Figure => self.of_figure(facet),
            ChangeKind::Date if !both => (Unclear, "date-put-in-or-out"),
            ChangeKind::Date if self.is_planned() && self.says_later() => (Development, "words-of-later-time"),
            ChangeKind::Date if self.is_planned() => (Unclear, "plan-moved"),
            ChangeKind::Date => (Replacement, "date-of-past-differs"),
            ChangeKind::Statement => match (facet.before.is_some(), facet.after.is_some()) {
                (false, true) if is_qualifier(change, facet) => (Replacement, "qualified"),
                (false, true) => (Development, "statement-added"),
                (true, false) => (Unclear, "statement-removed"),
                _ if self.says_later() => (Development, "words-of-later-time"),
                _ if change.information == Information::Added && shares_words(facet) => {
                    (Development, "told-in-more-detail")
                }
                _ => (Replacement, "told-otherwise"),
            },
            ChangeKind::Source if facet.after.is_none() => (Unclear, "attribution-taken-off"),
            ChangeKind::Source => (Replacement, "other-source"),
            ChangeKind::Quote if change.why.contains(&"quote-longer") => (Development, "quote-longer"),
            ChangeKind::Quote
                if change.why.iter().any(|why| {
                    ["quote-words", "quote-cut", "quote-condition"].iter().any(|start| why.starts_with(start))
                }) =>
            {
                (Replacement, "quote-differs")
            }
            ChangeKind::Certainty | ChangeKind::Polarity if names_new_day(change) => (Development, "on-another-day"),
            ChangeKind::Certainty => self.of_certainty(change),
            ChangeKind::Polarity if self.says_later() => (Development, "words-of-later-time"),
            ChangeKind::Polarity => (Replacement, "turned-round"),
            ChangeKind::Name => self.of_name(),
            ChangeKind::Headline => self.of_headline(change),
            ChangeKind::Notice => (Unclear, "note-taken-off"),
            _ => return None,
        })
    }

    /// A new holder of an office comes with words of later time; else the name was another.
    fn of_name(&self) -> (Nature, &'static str) {
        match self.says_later() {
            true => (Nature::Development, "words-of-later-time"),
            false => (Nature::Replacement, "other-name"),
        }
    }

    fn of_certainty(&self, change: &Change) -> (Nature, &'static str) {
        let came_about = has_any(&self.text_a, PLANNED) && !has_any(&self.text_b, PLANNED);
        let more = change.why.contains(&"more-certain");
        match () {
            () if ["day-has-passed", "deed-done"].iter().any(|why| change.why.contains(why)) => {
                (Nature::Development, "plan-came-about")
            }
            () if more && came_about && !self.text_a.contains(" if ") => (Nature::Development, "plan-came-about"),
            () if more && self.says_later() => (Nature::Development, "words-of-later-time"),
            () if more => (Nature::Unclear, "hedge-taken-off"),
            () => (Nature::Replacement, "told-with-less-certainty"),
        }
    }

    fn of_headline(&self, change: &Change) -> (Nature, &'static str) {
        let figures = |side: &'p Side<'p>| side.title.as_ref().map_or(&[][..], |title| title.figures.as_slice());
        match (figures(self.old), figures(self.new)) {
            ([a, ..], [b, ..]) if !same_amount(a, b) => self.of_values(a, b),
            _ if change.information == Information::Removed => (Nature::Unclear, "statement-removed"),
            _ if change.why.contains(&"headline-other") => (Nature::Development, "headline-other"),
            _ if [" live: ", " live "].iter().any(|live| self.text_b.contains(live)) => {
                (Nature::Development, "live-headline")
            }
            _ if change.information == Information::Added => (Nature::Development, "statement-added"),
            _ if change.why.contains(&"headline-says-more") && !reports_differently(change) => {
                (Nature::Development, "headline-says-more")
            }
            _ if self.says_later() => (Nature::Development, "words-of-later-time"),
            _ => (Nature::Replacement, "told-otherwise"),
        }
    }

    fn of_figure(&self, facet: &Facet) -> (Nature, &'static str) {
        let find = |side: &'p Side<'p>, span: Option<crate::model::Span>| {
            let analysis = if facet.field == Field::Title { side.title.as_ref()? } else { &side.text };
            analysis.figures.iter().find(|figure| Some(figure.span) == span)
        };
        match (find(self.old, facet.a_span), find(self.new, facet.b_span)) {
            (Some(a), Some(b)) => self.of_values(a, b),
            (None, Some(_)) if facet.before.is_none() => (Nature::Development, "figure-added"),
            (Some(_), None) if facet.after.is_none() => (Nature::Unclear, "figure-removed"),
            _ if self.says_later() || self.stamped => (Nature::Development, "words-of-later-time"),
            _ => (Nature::Replacement, "other-figure"),
        }
    }

    fn of_values(&self, a: &Figure, b: &Figure) -> (Nature, &'static str) {
        let rises = a.value < b.value;
        let counts = matches!(b.unit.as_deref(), None | Some("people"));
        let slip = a.value > 0.0 && SLIPS.iter().any(|by| close(a.value * by, b.value) || close(b.value * by, a.value));
        let fixed = has_any(&self.text_b, FIXED) || names_decade(&self.text_b);
        let runs = has_any(&self.text_b, RUNNING_COUNTS);
        match () {
            () if same_amount(a, b) => (Nature::Replacement, "bound-differs"),
            () if a.unit != b.unit && !counts => (Nature::Replacement, "unit-differs"),
            () if has_any(&self.text_b, REVISED) && !has_any(&self.text_a, REVISED) => {
                (Nature::Replacement, "count-revised")
            }
            () if a.upper.is_some() && (a.upper == b.upper) != (close(a.value, b.value)) => {
                (Nature::Replacement, "range-differs")
            }
            () if self.is_age(a) => (Nature::Replacement, "age-differs"),
            // Prices and turnouts move all day; what closed at a value had another one at ten.
            () if self.is_hour_left && !counts => (Nature::Development, "read-at-another-hour"),
            () if fixed || self.same_moment() => (Nature::Replacement, "same-moment"),
            () if self.says_later() || self.stamped => (Nature::Development, "words-of-later-time"),
            () if slip && !runs => (Nature::Replacement, "digits-slipped"),
            () if runs && rises => (Nature::Development, "count-that-runs-on"),
            () if rises && has_perfect(&self.text_b) => (Nature::Development, "count-up-to-now"),
            () if !rises && (self.text_b.contains(" still ") || self.text_b.contains(" remain")) => {
                (Nature::Development, "count-that-runs-down")
            }
            () if !counts && is_misprint(a.value, b.value) => (Nature::Replacement, "digit-differs"),
            () if self.is_planned() && (!counts || has_any(&self.text_b, COUNTS_TO_COME)) => {
                (Nature::Unclear, "plan-differs")
            }
            () if counts && runs => (Nature::Unclear, "count-went-down"),
            () => (Nature::Replacement, "other-figure"),
        }
    }

    /// Returns whether a number between commas after a name is an age: "Dale Winter, 34, of Marsh Lane".
    fn is_age(&self, figure: &Figure) -> bool {
        let text = self.whole_a;
        let (before, after) = (text.get(..figure.span.start), text.get(figure.span.end..));
        let (Some(before), Some(after)) = (before, after) else { return false };
        let named = before.strip_suffix(", ").is_some_and(|words| words.ends_with(char::is_alphabetic));
        let bare = figure.unit.is_none() || figure.of.is_none();
        named && after.starts_with(',') && bare && figure.value < AGE_LIMIT && figure.value.fract() == 0.0
    }

    /// Returns whether both versions name the same moment by which it was so: "by nightfall".
    fn same_moment(&self) -> bool {
        let by = |text: &str| {
            text.split(" by ")
                .nth(1)
                .map(|rest| rest.split_whitespace().next().unwrap_or_default().trim_matches(',').to_owned())
        };
        let is_time = |word: &str| rows(TIMES).any(|time| *time == word);
        matches!((by(&self.text_a), by(&self.text_b)), (Some(x), Some(y)) if x == y && is_time(&x))
    }

    /// Returns whether the new wording has words of later time that the old one has not, or runs on by itself.
    fn says_later(&self) -> bool {
        says_later(&self.text_a, &self.text_b)
    }

    fn is_planned(&self) -> bool {
        has_any(&self.text_b, PLANNED)
    }
}

/// Returns the clock times that some sentences name.
fn hours<'s>(side: &'s Side<'_>, sentences: &[usize]) -> Vec<&'s str> {
    let document = &side.text.document;
    let spans = || sentences.iter().map(|&at| document.sentences[at].span);
    let is_hour = |timex: &&Timex| timex.kind == TimexType::Time && timex.value.contains(':');
    let near = side.text.timexes.iter().filter(|timex| spans().any(|span| span.contains(timex.span)));
    near.filter(is_hour).map(|timex| timex.value.as_str()).collect()
}

/// Returns whether the second of two padded wordings has words of later time that the first has not, or runs on by itself.
fn says_later(text_a: &str, text_b: &str) -> bool {
    rows(RUNNING).any(|row| {
        let words = format!(" {} ", row.words);
        text_b.contains(&words) && (row.always || !text_a.contains(&words))
    })
}

/// Returns whether the new wording says on what day, where the old one did not: "admitted on Monday".
fn names_new_day(change: &Change) -> bool {
    change.why.contains(&"time-added") && !change.why.contains(&"less-certain")
}

/// Returns whether a rule found that the same thing is reported differently.
fn reports_differently(change: &Change) -> bool {
    change.why.iter().any(|why| OTHERWISE.contains(why))
}

/// Nobody is this old, in years.
const AGE_LIMIT: f64 = 120.0;
/// Factors between a number and the same number with digits lost: one to three noughts, or "billion" for "million" and back.
const SLIPS: [f64; 4] = [10.0, 100.0, 1000.0, 1e6];

fn has_any(text: &str, words: &'static [&'static str]) -> bool {
    rows(words).any(|word| text.contains(&format!(" {word} ")))
}

/// Returns whether a decade is named, which is over: "in the 1990s".
fn names_decade(text: &str) -> bool {
    text.split(" in the ").skip(1).any(|rest| {
        let word = rest.split(' ').next().unwrap_or_default();
        let year = word.strip_suffix("0s").unwrap_or_default();
        year.len() == 3 && year.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Returns whether a perfect is used, which holds up to the moment of writing: "has raised", "have fled".
fn has_perfect(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|two| {
        matches!(two[0], "has" | "have")
            && (two[1].ends_with("ed") || two[1].ends_with("en"))
            && !is_function_word(two[1])
    })
}

/// Returns whether two long numbers differ by one digit or two that changed places: 2,196 and 2,106.
fn is_misprint(x: f64, y: f64) -> bool {
    let digits = |value: f64| value.to_string().into_bytes();
    let (x, y) = (digits(x), digits(y));
    let differing: Vec<usize> = (0..x.len().min(y.len())).filter(|&at| x[at] != y[at]).collect();
    let one_or_swapped = match differing[..] {
        [_] => true,
        [first, second] => x[first] == y[second] && x[second] == y[first],
        _ => false,
    };
    x.len() == y.len() && 4 <= x.len() && one_or_swapped
}

fn close(x: f64, y: f64) -> bool {
    (x - y).abs() < 1e-6 * x.abs().max(y.abs())
}

/// Puts spaces round every word, so that words are found whole.
fn pad(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_alphanumeric() || matches!(c, '\'' | '-' | ':') { c } else { ' ' }).collect();
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns whether one word was put into a sentence: it tells nothing by itself, but puts otherwise what it stands with
/// ("attempted").
fn is_qualifier(change: &Change, facet: &Facet) -> bool {
    let is_one_word = facet.after.as_deref().is_some_and(|words| words.split_whitespace().count() == 1);
    is_one_word && change.action != Action::Added
}

/// Returns whether the new words of a facet keep any content word of the old ones, so that they may tell the same in more
/// detail: "a bus" > "a school bus", but not "towards" > "away from".
fn shares_words(facet: &Facet) -> bool {
    let words = |side: &Option<String>| side.as_deref().unwrap_or_default().to_lowercase();
    let (before, after) = (words(&facet.before), words(&facet.after));
    let content = |word: &&str| !is_function_word(word);
    before.split_whitespace().filter(content).any(|word| after.split_whitespace().any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::Setting;
    use crate::text::rule_table::{needless_rows, needless_words};

    fn natures(old: &str, new: &str) -> Vec<(Option<Nature>, Vec<&'static str>)> {
        let [old, new] = [old, new].map(|text| read_side(None, text, Setting::default()));
        compare(&old, &new).changes.into_iter().map(|change| (change.nature, change.why)).collect()
    }

    /// Checks that each word of a list decides the nature of a change from 12 to 15.
    #[track_caller]
    fn check_needed(list: &'static [&'static str], frames: &[&str]) {
        let needless = needless_words(list, frames, |new| natures(&new.replace("15", "12"), new));
        assert_eq!(needless, [""; 0], "in {frames:?}");
    }

    /// Returns the nature of the first material change.
    fn nature(old: &str, new: &str) -> Option<Nature> {
        natures(old, new).into_iter().find_map(|(nature, _)| nature)
    }

    #[test]
    fn what_takes_the_place_of_something_else_is_no_more_detail() {
        for (old, new) in [
            ("The convoy drove towards the border.", "The convoy drove away from the border."),
            ("The vicar was found guilty of arson.", "The vicar was found guilty of attempted arson."),
            ("Residents were evacuated.", "Residents were told to shelter indoors."),
        ] {
            assert_eq!(nature(old, new), Some(Nature::Replacement), "{old} > {new}");
        }
        for (old, new) in [
            ("The ferry sank.", "The ferry sank, and forty passengers swam to the shore."),
            ("The ferry sank.", "The ferry sank. Forty passengers swam to the shore."),
            ("渡轮沉没。", "渡轮沉没。四十名乘客游到岸边。"), // a sentence without blanks is no single word
        ] {
            assert_eq!(nature(old, new), Some(Nature::Development), "{old} > {new}");
        }
    }

    #[test]
    fn a_deed_that_was_left_open_and_is_done_came_about() {
        for (old, new) in [
            ("Fiji has promised to send 120 nurses.", "Fiji has sent 120 nurses."),
            ("The dairy is considering closing the plant.", "The dairy has closed the plant."),
        ] {
            assert_eq!(nature(old, new), Some(Nature::Development), "{old} > {new}");
        }
        assert_ne!(
            nature("Fiji has sent 120 nurses.", "Fiji has promised to send 120 nurses."),
            Some(Nature::Development)
        );
    }

    #[test]
    fn a_value_read_at_another_hour_is_no_replacement() {
        let nature = |new: &str| natures("Oil was at $81 a barrel at 10 a.m. in London.", new).remove(0).0;
        assert_eq!(nature("Oil closed at $84 a barrel in London."), Some(Nature::Development));
        assert_eq!(nature("Oil was at $84 a barrel at 10 a.m. in London."), Some(Nature::Replacement));
    }

    #[test]
    fn words_of_later_time_are_seen_in_their_examples() {
        for row in RUNNING {
            let (old, example) = (if row.always { row.example } else { "" }, row.example);
            assert!(says_later(&pad(&old.to_lowercase()), &pad(&example.to_lowercase())), "{example:?}");
            assert!(
                row.always || !says_later(&pad(&example.to_lowercase()), &pad(&example.to_lowercase())),
                "{example:?}"
            );
        }
        let needless = needless_rows(RUNNING, |row| says_later(" ", &pad(&row.example.to_lowercase())));
        assert!(needless.is_empty(), "{:?}", needless.iter().map(|row| row.words).collect::<Vec<_>>());
    }

    #[test]
    fn every_word_about_counts_decides_in_a_frame_of_its_list() {
        check_needed(RUNNING_COUNTS, &["There were 15 {} there.", "They {} 15 men."]);
        check_needed(FIXED, &["They {} 15 killed.", "There were 15 killed, {} there."]);
        check_needed(
            PLANNED,
            &["The vote {} on 15 May.", "The vote was {} on 15 May.", "The talks {} start on 15 May."],
        );
        check_needed(COUNTS_TO_COME, &["The plant {} employ 15 people.", "The plant is {} to employ 15 people."]);
        check_needed(TIMES, &["By {} 15 men stood there.", "By {}, 15 men stood there."]);
        let needless =
            needless_words(REVISED, &["There were 15 killed, {}.", "There were 15 killed, {} there."], |new| {
                natures("There were 12 killed.", new)
            });
        assert_eq!(needless, [""; 0]);
    }
}
