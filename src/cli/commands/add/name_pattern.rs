//! Reads what the name of a file says: `{story}_{outlet}_{time}.txt`.

use std::str::FromStr;

use chrono_tz::Tz;

use crate::ingest::time_in_name;
use crate::model::DocumentTime;

/// A pattern of file names.
#[derive(Clone, Debug)]
pub(super) struct NamePattern {
    typed: String,
    parts: Vec<PatternPart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PatternPart {
    Words(String),
    Field(NameField),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameField {
    Story,
    Article,
    Outlet,
    Time,
    Any,
}

/// What a name says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NameFacts {
    pub story: Option<String>,
    pub article: Option<String>,
    pub outlet: Option<String>,
    pub time: Option<DocumentTime>,
}

impl NamePattern {
    /// Returns the pattern as it was typed.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Returns what a path says; `None` where it does not fit. As many folders are looked at as the pattern has.
    pub(super) fn read(&self, path: &str, zone: Tz) -> Option<NameFacts> {
        let folders = self.typed.matches('/').count();
        let start = path.rmatch_indices('/').nth(folders).map_or(0, |(at, _)| at + 1);
        let mut facts = NameFacts::default();
        fits(&self.parts, &path[start..], zone, &mut facts).then_some(facts)
    }
}

/// Returns whether the rest of a pattern fits the rest of a name, and takes what it says.
fn fits(parts: &[PatternPart], text: &str, zone: Tz, facts: &mut NameFacts) -> bool {
    match parts {
        [] => text.is_empty(),
        [PatternPart::Words(words), rest @ ..] => {
            text.strip_prefix(words.as_str()).is_some_and(|text| fits(rest, text, zone, facts))
        }
        [PatternPart::Field(field), rest @ ..] => {
            // The shortest value that lets the rest fit.
            let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).filter(|at| 0 < *at);
            for end in ends.collect::<Vec<_>>() {
                let is_time = text.starts_with(|c: char| c.is_ascii_digit());
                let time = || time_in_name(&text[..end], zone).filter(|_| is_time);
                let time = (*field == NameField::Time).then(time);
                if text[..end].contains('/') || time == Some(None) || !fits(rest, &text[end..], zone, facts) {
                    continue;
                }
                let value = text[..end].to_owned();
                match field {
                    NameField::Story => facts.story = Some(value),
                    NameField::Article => facts.article = Some(value),
                    NameField::Outlet => facts.outlet = Some(value),
                    NameField::Time => facts.time = time.flatten(),
                    NameField::Any => {}
                }
                return true;
            }
            false
        }
    }
}

impl FromStr for NamePattern {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = typed;
        while let Some((words, field)) = rest.split_once('{') {
            let (field, after) = field.split_once('}').ok_or("a `{` has no `}`")?;
            if !words.is_empty() {
                parts.push(PatternPart::Words(words.to_owned()));
            } else if matches!(parts.last(), Some(PatternPart::Field(_))) {
                return Err("two fields need something between them".to_owned());
            }
            parts.push(PatternPart::Field(match field {
                "story" => NameField::Story,
                "article" => NameField::Article,
                "outlet" => NameField::Outlet,
                "time" => NameField::Time,
                "any" => NameField::Any,
                other => {
                    return Err(format!(
                        "`{{{other}}}` is none of {{story}}, {{article}}, {{outlet}}, {{time}}, {{any}}"
                    ));
                }
            }));
            rest = after;
        }
        if parts.is_empty() {
            return Err("it has no field such as {article}".to_owned());
        }
        if !rest.is_empty() {
            parts.push(PatternPart::Words(rest.to_owned()));
        }
        Ok(Self { typed: typed.to_owned(), parts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_their_pattern() {
        let check = |pattern: &str, path: &str, want: Option<&str>| {
            let pattern: NamePattern = pattern.parse().unwrap();
            let got = pattern.read(path, Tz::UTC).map(|facts| {
                let word = |word: Option<String>| word.unwrap_or("-".to_owned());
                let time = word(facts.time.map(|time| time.to_string()));
                format!("{} {} {} {time}", word(facts.story), word(facts.article), word(facts.outlet))
            });
            assert_eq!(got.as_deref(), want, "for {path}");
        };
        let pattern = "{story}_{outlet}_{time}.txt";
        check(pattern, "saved/storm_herald_2025-03-14_0810.txt", Some("storm - herald 2025-03-14T08:10:00Z"));
        check(pattern, "storm_the_herald_2025-03-14.txt", Some("storm - the_herald 2025-03-14"));
        check(pattern, "storm_herald_later.txt", None);
        check(pattern, "storm_herald_2025-03-14.html", None);
        check("{story}/{article}-{time}.{any}", "a/storm/herald-20250314.html", Some("storm herald - 2025-03-14"));
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_refused() {
        let check = |pattern: &str, want: &str| {
            assert!(pattern.parse::<NamePattern>().unwrap_err().contains(want), "for {pattern}");
        };
        check("{story", "has no `}`");
        check("{story}{time}", "something between");
        check("{day}.txt", "`{day}` is none of");
        check("a.txt", "no field");
    }
}
