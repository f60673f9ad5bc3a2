//! Finds where a value or wording still stands after others changed it.
//!
//! `9.4 per cent` may be gone from the body and still stand in a headline, or
//! in another outlet's copy. Letters' case, quote marks and spaces do not
//! matter; words are found whole, so `9.4` is not found in `19.4`. A number is
//! found in either form: `9.4%` finds `9.4 per cent`.

use crate::model::{Role, Span};

use super::mention::event_mention::{ArticleMentions, VersionMentions};

/// Where words stand, or stood last.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingWords {
    /// The article.
    pub article: String,
    /// Who publishes it.
    pub outlet: String,
    /// 1-based; the latest version that has the words.
    pub version: usize,
    /// 1-based; the version that no longer has them.
    pub dropped_in: Option<usize>,
    /// The part of the article.
    pub place: StandingPart,
    /// Index of the sentence; `None` in a headline.
    pub sentence: Option<usize>,
    /// The sentence in the text; `None` in a headline.
    pub span: Option<Span>,
    /// The sentence or headline.
    pub text: String,
    /// Whom the sentence credits.
    pub credited: Option<String>,
}

/// The part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandingPart {
    /// The headline.
    Headline,
    /// The summary under it.
    Standfirst,
    /// Words under a picture.
    Caption,
    /// The text itself.
    Body,
}

impl StandingPart {
    /// Returns the word for the part.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Caption => "caption",
            Self::Body => "body",
        }
    }
}

/// Returns every place where `words` stand in an article's latest version, else where they stood last.
pub fn standing(articles: &[ArticleMentions], words: &str) -> Vec<StandingWords> {
    let wanted = plain(words);
    if wanted.trim().is_empty() {
        return Vec::new();
    }
    articles.iter().flat_map(|article| stands(article, &wanted)).collect()
}

fn stands(article: &ArticleMentions, wanted: &str) -> Vec<StandingWords> {
    let latest = article.versions.len();
    for (index, version) in article.versions.iter().enumerate().rev() {
        let dropped_in = (index + 1 < latest).then_some(index + 2);
        let found = places(version, wanted);
        if !found.is_empty() {
            return found.into_iter().map(|found| stand(article, index, dropped_in, version, found)).collect();
        }
    }
    Vec::new()
}

/// Returns the headline (as `None`) and the sentences that hold the words.
fn places(version: &VersionMentions, wanted: &str) -> Vec<Option<usize>> {
    let headline = version.title.iter().filter(|title| plain(title).contains(wanted)).map(|_| None);
    let lines = version.lines.iter().enumerate();
    let lines = lines.filter(|(_, line)| line.role != Role::Notice && plain(&line.text).contains(wanted));
    headline.chain(lines.map(|(index, _)| Some(index))).collect()
}

fn stand(
    article: &ArticleMentions,
    index: usize,
    dropped_in: Option<usize>,
    version: &VersionMentions,
    found: Option<usize>,
) -> StandingWords {
    let line = found.map(|line| &version.lines[line]);
    let mut credited = version.mentions.iter().filter(|mention| Some(mention.line) == found);
    StandingWords {
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        version: index + 1,
        dropped_in,
        place: match line.map(|line| line.role) {
            None | Some(Role::Headline) => StandingPart::Headline,
            Some(Role::Standfirst) => StandingPart::Standfirst,
            Some(Role::Caption) => StandingPart::Caption,
            Some(_) => StandingPart::Body,
        },
        sentence: found,
        span: line.map(|line| line.span),
        text: line.map_or_else(|| version.title.clone().unwrap_or_default(), |line| line.text.clone()),
        credited: credited.find_map(|mention| mention.speaker.clone()),
    }
}

/// Returns whether `words` stand in a text, whole and however they are written.
pub fn stands_in(text: &str, words: &str) -> bool {
    let wanted = plain(words);
    !wanted.trim().is_empty() && plain(text).contains(&wanted)
}

/// Returns words as they are compared: lower case, one space around each, percentages alike.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace("per cent", "%").replace("percent", "%");
    let mut plain = String::with_capacity(text.len() + 2);
    plain.push(' ');
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let inside = at.checked_sub(1).and_then(|before| chars.get(before)).zip(chars.get(at + 1));
        let in_number = inside.is_some_and(|(a, b)| a.is_ascii_digit() && b.is_ascii_digit());
        match c {
            '.' if in_number => plain.push('.'),
            ',' if in_number => {}
            '%' => plain.push_str(if plain.ends_with(' ') { "% " } else { " % " }),
            c if c.is_alphanumeric() || "£$€".contains(c) => plain.push(c),
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::mention::event_mention::MentionSentence;

    fn version(title: &str, sentence: &str) -> VersionMentions {
        let line = MentionSentence { text: sentence.to_owned(), ..MentionSentence::default() };
        VersionMentions { title: Some(title.to_owned()), lines: vec![line], ..VersionMentions::default() }
    }

    #[test]
    fn a_value_may_outlive_its_correction_in_the_headline() {
        let old = version("Tax up 9.4%", "Tax will rise by 9.4 per cent.");
        let new = version("Tax up 9.4%", "Tax will rise by 4.9 per cent.");
        let article = ArticleMentions { id: "a".to_owned(), outlet: "A".to_owned(), versions: vec![old, new] };
        let found = standing(std::slice::from_ref(&article), "9.4 per cent");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].place, found[0].version, found[0].dropped_in), (StandingPart::Headline, 2, None));
        let gone = standing(&[article], "rise by 9.4%");
        assert_eq!((gone[0].place, gone[0].version, gone[0].dropped_in), (StandingPart::Body, 1, Some(2)));
    }

    #[test]
    fn words_are_found_whole() {
        let article = |text: &str| ArticleMentions { versions: vec![version("", text)], ..ArticleMentions::default() };
        assert!(standing(&[article("Up by 19.4 per cent.")], "9.4%").is_empty());
        assert_eq!(standing(&[article("“Up” by 1,200 today.")], "up by 1200").len(), 1);
        assert!(standing(&[article("Up.")], "").is_empty());
    }
}
