//! Writes how a version, a change or an entry is cited: plain, `BibTeX`, CSL-JSON, `{{cite news}}`.
//!
//! Each form names the version, when it was captured and the hash of its text, so that
//! whoever holds the archive finds the very words.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use maud::{Markup, html};
use serde_json::json;

use super::site::Site;
use crate::model::{DocumentTime, plain_line};
use crate::view::{ArticleHead, VersionRow};

/// What is cited.
#[derive(Clone, Debug, Default)]
pub struct Citation {
    /// A name for it, unique within a story.
    pub key: String,
    pub title: String,
    pub author: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<DocumentTime>,
    pub captured: Option<DateTime<Utc>>,
    pub timezone: Tz,
    pub url: Option<String>,
    /// The version of an article that it stands in, where it stands in one.
    pub version: Option<usize>,
    /// SHA-256 of the text.
    pub hash: Option<String>,
}

impl Citation {
    /// Returns the citation of a version.
    pub fn of_version(article: &ArticleHead, version: &VersionRow, timezone: Tz) -> Self {
        Self {
            key: format!("{}-v{}", article.name, version.number),
            title: version.headline.clone().unwrap_or_else(|| article.name.clone()),
            author: version.byline.clone(),
            outlet: article.outlet.clone(),
            published: version.published,
            captured: Some(version.captured),
            timezone,
            url: article.url.clone(),
            version: Some(version.number),
            hash: Some(version.hash.clone()),
        }
    }

    fn published_day(&self) -> Option<chrono::NaiveDate> {
        self.published.map(|time| time.day(self.timezone))
    }

    fn captured_day(&self) -> Option<chrono::NaiveDate> {
        self.captured.map(|at| at.with_timezone(&self.timezone).date_naive())
    }

    /// Returns the version and what proves it: "version 3, captured 2025-08-13T10:30:00Z, SHA-256 …"; what stands in no
    /// version was entered by hand.
    fn proof(&self) -> String {
        let version = self.version.map_or_else(|| "entered by hand".to_owned(), |version| format!("version {version}"));
        let captured = self.captured.map(|at| format!(", captured {}", at.format("%Y-%m-%dT%H:%M:%SZ")));
        let hash = self.hash.as_ref().map(|hash| format!(", SHA-256 {hash}"));
        format!("{version}{}{}", captured.unwrap_or_default(), hash.unwrap_or_default())
    }

    /// Returns the citation as a sentence.
    pub fn plain(&self) -> String {
        let day = |day: chrono::NaiveDate| format!("{}, ", day.format("%-d %B %Y"));
        let author = if self.author.is_empty() { String::new() } else { format!("{}: ", self.author.join(", ")) };
        let outlet = self.outlet.as_ref().map(|outlet| format!("{outlet}, ")).unwrap_or_default();
        let published = self.published_day().map(day).unwrap_or_default();
        let url = self.url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
        format!("{author}“{}”. {outlet}{published}{}.{url}", self.title, self.proof())
    }

    /// Returns the citation as an entry of a `BibTeX` file.
    pub fn bibtex(&self) -> String {
        let safe = |text: &str| {
            let line = plain_line(text);
            let escaped = line.chars().map(|c| match c {
                '&' | '%' | '$' | '#' | '_' | '{' | '}' => format!("\\{c}"),
                '\\' => "\\textbackslash{}".to_owned(),
                '~' => "\\textasciitilde{}".to_owned(),
                '^' => "\\textasciicircum{}".to_owned(),
                c => c.to_string(),
            });
            escaped.collect::<String>()
        };
        let mut fields = vec![("title", format!("{{{}}}", safe(&self.title)))];
        if !self.author.is_empty() {
            fields.push(("author", safe(&self.author.join(" and "))));
        }
        fields.extend(self.outlet.as_ref().map(|outlet| ("journal", safe(outlet))));
        fields.extend(self.published_day().map(|day| ("date", day.to_string())));
        fields.extend(self.url.as_ref().map(|url| ("url", url.replace(['{', '}', '\\'], ""))));
        fields.extend(self.captured_day().map(|day| ("urldate", day.to_string())));
        fields.push(("note", safe(&self.proof())));
        let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
        let key: String = self.key.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        format!("@online{{{key},\n{}\n}}", lines.join(",\n"))
    }

    /// Returns the citation as an item of CSL-JSON.
    pub fn csl(&self) -> String {
        let date = |day: chrono::NaiveDate| json!({ "date-parts": [[day.year(), day.month(), day.day()]] });
        let mut item =
            json!({ "id": self.key, "type": "article-newspaper", "title": self.title, "note": self.proof() });
        let authors: Vec<_> = self.author.iter().map(|name| json!({ "literal": name })).collect();
        let fields = [
            ("author", (!authors.is_empty()).then(|| json!(authors))),
            ("container-title", self.outlet.as_ref().map(|outlet| json!(outlet))),
            ("issued", self.published_day().map(date)),
            ("accessed", self.captured_day().map(date)),
            ("URL", self.url.as_ref().map(|url| json!(url))),
            ("version", self.version.map(|version| json!(version.to_string()))),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                item[name] = value;
            }
        }
        serde_json::to_string_pretty(&json!([item])).unwrap_or_default()
    }

    /// Returns the citation as Wikipedia's `{{cite news}}`.
    pub fn cite_news(&self) -> String {
        let safe = |text: &str| text.replace('|', "{{!}}").replace(['\n', '\r', '[', ']'], " ");
        let mut parts = vec![format!("title={}", safe(&self.title))];
        parts.extend(self.author.first().map(|name| format!("author={}", safe(name))));
        parts.extend(self.outlet.as_ref().map(|outlet| format!("work={}", safe(outlet))));
        parts.extend(self.published_day().map(|day| format!("date={}", day.format("%-d %B %Y"))));
        parts.extend(self.url.as_ref().map(|url| format!("url={}", safe(url))));
        parts.extend(self.captured_day().map(|day| format!("access-date={}", day.format("%-d %B %Y"))));
        format!("{{{{cite news |{}}}}} ({})", parts.join(" |"), self.proof())
    }
}

/// Writes all forms, folded; `more` are forms that only this page has.
pub(super) fn block(citation: &Citation, more: &[(&'static str, String)], site: &Site) -> Markup {
    let forms = [
        ("Plain", citation.plain()),
        ("BibTeX", citation.bibtex()),
        ("CSL-JSON", citation.csl()),
        ("Wikipedia", citation.cite_news()),
    ];
    html! {
        @if !site.is_single_file() {
            details.cite {
                summary { @if more.is_empty() { "Cite" } @else { "Cite, copy, embed" } }
                dl { @for (name, text) in forms.iter().chain(more) { dt { (name) } dd { pre tabindex="0" { (text) } } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Citation {
        Citation {
            key: "herald-v3".to_owned(),
            title: "Toll rises 5% & more {again} | live".to_owned(),
            author: vec!["Ann Lee".to_owned()],
            outlet: Some("Herald".to_owned()),
            published: "2025-08-12".parse().ok().map(DocumentTime::Day),
            captured: "2025-08-13T10:30:00Z".parse().ok(),
            timezone: Tz::UTC,
            url: Some("https://h.example/1".to_owned()),
            version: Some(3),
            hash: Some("abc".to_owned()),
        }
    }

    #[test]
    fn each_form_names_version_capture_and_hash() {
        let cited = sample();
        for text in [cited.plain(), cited.bibtex(), cited.csl(), cited.cite_news()] {
            assert!(text.contains("version 3, captured 2025-08-13T10:30:00Z, SHA-256 abc"), "{text}");
        }
    }

    #[test]
    fn what_stands_in_no_version_names_none() {
        let cited = Citation { version: None, hash: None, captured: None, ..sample() };
        for text in [cited.plain(), cited.bibtex(), cited.csl(), cited.cite_news()] {
            assert!(text.contains("entered by hand") && !text.contains("ersion"), "{text}");
        }
    }

    #[test]
    fn each_form_escapes_what_it_would_read_as_its_own() {
        let cited = sample();
        assert!(cited.bibtex().contains(r"title = {{Toll rises 5\% \& more \{again\} | live}}"), "{}", cited.bibtex());
        assert!(
            cited.cite_news().contains("{{cite news |title=Toll rises 5% & more {again} {{!}} live |author=Ann Lee")
        );
        let csl: serde_json::Value = serde_json::from_str(&cited.csl()).unwrap();
        assert_eq!(csl[0]["issued"]["date-parts"][0], serde_json::json!([2025, 8, 12]));
    }
}
