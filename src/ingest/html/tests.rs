//! Tries pages: what is taken from them and what is refused.

use super::*;
use crate::ingest::error::Unusable;

/// A page as newspapers build them; the prose is the project's own.
const PAGE: &str = r#"<!DOCTYPE html><html lang="en-GB"><head><title>Ferry burns off Cebu | Harbour Wire</title>
<link rel="canonical" href="https://harbourwire.example/ferry">
<meta property="og:site_name" content="Harbour Wire">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
 "headline": "Ferry burns off Cebu", "datePublished": "2025-08-12T06:50:00+08:00",
 "dateModified": "2025-08-12T13:02:00+08:00", "author": [{"@type": "Person", "name": "Ann Lee"}]}]}</script></head>
<body><h1>Harbour Wire</h1><nav><ul><li>World</li></ul></nav><div id="cookie-bar"><p>We use cookies.</p></div>
<article><h1>Ferry burns off Cebu</h1><p class="standfirst">Divers search on for many</p><p class="byline">By ANN LEE</p>
<p>A passenger ferry caught fire off the central Philippines on Tuesday, killing at least twelve people, the coast
guard said in a statement.</p><aside class="ad"><p>Advertisement</p></aside>
<p>“We heard a bang,” said a passenger who gave her name only as <a href="/l">Luz</a>, standing on the pier in Danao.</p>
<p>The fire may have started in the engine room, a spokesman said, and he stressed that it was too early to be sure.</p>
</article><footer><p>All rights reserved, registered in 1998.</p></footer></body></html>"#;

#[test]
fn an_article_is_taken_out_of_its_page() {
    let got = extract(PAGE, None, Tz::UTC, None);
    assert_eq!(got.headline.as_deref(), Some("Ferry burns off Cebu"));
    assert_eq!(got.standfirst.as_deref(), Some("Divers search on for many"));
    assert_eq!(got.byline_line.as_deref(), Some("By ANN LEE"));
    assert_eq!(got.byline, ["Ann Lee"]);
    assert_eq!(got.published.unwrap().to_string(), "2025-08-11T22:50:00Z");
    assert_eq!(got.modified.unwrap().to_string(), "2025-08-12T05:02:00Z");
    assert_eq!(got.outlet.as_deref(), Some("Harbour Wire"));
    assert_eq!(got.canonical.as_deref(), Some("https://harbourwire.example/ferry"));
    assert_eq!(got.language.as_deref(), Some("en"));
    assert_eq!(got.unusable, None);
    let paragraphs: Vec<&str> = got.text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 3, "{paragraphs:#?}");
    assert!(paragraphs[0].starts_with("A passenger ferry") && paragraphs[0].ends_with("in a statement."));
    assert!(paragraphs[1].contains("only as Luz, standing"));
}

#[test]
fn a_site_may_bring_its_own_selectors() {
    let page = "<html><body><div class=top>Fire out</div><div class=t><p>It rained.</p><p class=x>Buy.</p></div></body></html>";
    let selectors = Selectors {
        headline: Some(".top".into()),
        body: Some(".t".into()),
        remove: vec![".x".into(), "][".into()],
        ..Selectors::default()
    };
    let got = extract(page, None, Tz::UTC, Some(&selectors));
    assert_eq!((got.headline.as_deref(), got.text.as_str()), (Some("Fire out"), "It rained."));
}

#[test]
fn pages_without_an_article_say_why() {
    let check = |body: &str, want: Option<Unusable>| {
        let page = format!("<html><body>{body}</body></html>");
        assert_eq!(extract(&page, None, Tz::UTC, None).unusable, want, "for {body}");
    };
    check("", Some(Unusable::Empty));
    check("<h1>404 Not Found</h1><p>nginx</p>", Some(Unusable::ErrorPage));
    check(
        "<h1>One moment</h1><p>Please verify you are a human by completing the action below.</p>",
        Some(Unusable::BotWall),
    );
    let begin =
        "<p>The minister resigned on Tuesday after a week of questions about her expenses, her office said.</p>";
    check(&format!("<article>{begin}<p>Subscribe to continue reading.</p></article>"), Some(Unusable::PaywallStub));
    let told = "He was told: access denied. ".repeat(60);
    check(&format!("<article><p>{told}</p></article>"), None);
}

#[test]
fn strange_markup_is_read_without_failing() {
    for page in ["<", "<html", "<p>".repeat(5_000).as_str(), "<table><tr><td>", "<!--", "<script>{", "\0<p>a</p>"] {
        extract(page, Some("not an address"), Tz::UTC, None);
    }
}

#[test]
fn bylines_are_names() {
    let check = |line: &str, want: &[&str]| assert_eq!(names_in(line), want, "for {line}");
    check("By ELLA WARRINGTON and PETR DOLEZAL", &["ELLA WARRINGTON", "PETR DOLEZAL"]);
    check("By Hetty Okafor, Local Democracy Reporter", &["Hetty Okafor"]);
    check("Ann Lee | Bo Tan", &["Ann Lee", "Bo Tan"]);
    check("By Ann Lee, Jr., and Bo Tan", &["Ann Lee Jr.", "Bo Tan"]);
    check("The Harbour Wire | By Ann Lee", &["Ann Lee"]);
    check("By Ann Lee in Danao and Bo van der Tan, Harbour Press", &["Ann Lee", "Bo van der Tan"]);
    check("2 days ago | Share | Ann Lee", &["Ann Lee"]);
    check("By Ruby Appleby", &["Ruby Appleby"]);
    check("Follow Ann Lee | Email the author", &[]);
}

#[test]
fn a_line_that_begins_like_a_byline_is_one_or_is_text() {
    let check = |line: &str, want: Option<&str>| {
        assert_eq!(super::byline::said(line).map(|said| said.names.join("; ")).as_deref(), want, "for {line}");
    };
    check("By Ann Lee, Harbour Reporter", Some("Ann Lee"));
    check("By Ann Lee.", Some("Ann Lee"));
    check("By Bo Tan and Ann Fischer.", Some("Bo Tan; Ann Fischer"));
    check("By Ann Lee Jr.", Some("Ann Lee Jr."));
    check("By Ann Lee, Jr., and Bo Tan", Some("Ann Lee Jr.; Bo Tan"));
    check("Von Ann Lee, 12. Mai", Some("Ann Lee"));
    check("By Tuesday, Ann Lee and Bo Tan had left.", None);
    check("By Harbour Bridge, Ann Lee waited in the rain.", None);
    check("By Land, Sea and Air, Rescue Teams Reach Danao", None);
    check("Par Temps Clair, Ann Lee voit la côte.", None);
}

#[test]
fn a_date_alone_is_that_of_publication_only_over_the_text() {
    let lead = "The ferry left the harbour at noon with two hundred people on board, a spokesman said.";
    let rest = "It burnt off the cape before the coast guard could reach it, and four boats came.";
    let published = |body: &str| {
        let page = format!("<html><body><article><h1>Ferry burns</h1>{body}</article></body></html>");
        extract(&page, None, Tz::UTC, None).published.map(|time| time.to_string())
    };
    let date = "<p>14 May 2026</p>";
    let want = Some("2026-05-14".to_owned());
    assert_eq!(published(&format!("{date}<p>{lead}</p><p>{rest}</p>")), want);
    assert_eq!(published(&format!("<p class=standfirst>{rest}</p>{date}<p>{lead}</p><p>{lead}</p>")), want);
    assert_eq!(published(&format!("<p>{lead}</p>{date}<p>{rest}</p>")), None);
    assert_eq!(published(&format!("{date}<p>{lead}</p><p>15 May 2026</p><p>{rest}</p>")), None);
    assert_eq!(published(&format!("<p>{lead}</p><p>Published 14 May 2026</p><p>{rest}</p>")), want);
}

#[test]
fn the_name_of_the_site_is_no_headline() {
    let read = |title: &str, headings: &str, url: Option<&str>| {
        let page = format!(
            "<html><head><title>{title}</title></head><body>{headings}<p>It burnt off the cape before the coast guard \
             could reach it.</p></body></html>"
        );
        extract(&page, url, Tz::UTC, None).headline
    };
    let both = "<h2>The Evening Harbour Wire</h2><h3>Ferry burns off Cebu</h3>";
    let title = "The Evening Harbour Wire: Ferry burns off Cebu";
    let address = Some("https://www.theeveningharbourwire.example/ferry");
    assert_eq!(read(title, both, address).as_deref(), Some("Ferry burns off Cebu"));
    assert_eq!(read(title, both, None).as_deref(), Some(title));
    let name = "<h2>The Evening Harbour Wire</h2>";
    assert_eq!(
        read("The Evening Harbour Wire: Ferry burns", name, address).as_deref(),
        Some("The Evening Harbour Wire: Ferry burns")
    );
    let notes = "Harbour Notes: Ferry burns off Cebu";
    assert_eq!(read(notes, "<h3>Ferry burns off Cebu</h3>", None).as_deref(), Some("Ferry burns off Cebu"));
}

#[test]
fn metadata_are_read_with_their_faults() {
    let read = |json: &str| {
        let script = format!("<script type='application/ld+json'>{json}</script>");
        extract(
            &format!("<head>{script}</head><article><h1>Fire out</h1><p class=byline>By Cy Oh</p></article>"),
            None,
            Tz::UTC,
            None,
        )
    };
    for json in [
        r#"{"@type": "NewsArticle", "headline": "Fire out", "author": {"name": {"name": "Ann Lee"}},}"#,
        r#"{"@type": "NewsArticle", /* of today */ "headline": "Fire
            out", "author": [{"@type": "Person", "givenName": "Ann", "familyName": "Lee"},]};"#,
        r#"[{"@type": "WebSite", "name": "Wire"}, {"@type": "NewsArticle", "headline": "Fire \"out\"", "author": "By Ann Lee"}]"#,
    ] {
        assert_eq!(read(json).byline, ["Ann Lee"], "for {json}");
    }
    let site =
        read(r#"{"@graph": [{"@type": "WebSite", "name": "Wire"}, {"@type": "NewsArticle", "headline": "Fire out"}]}"#);
    assert_eq!((site.outlet.as_deref(), site.byline), (Some("Wire"), vec!["Cy Oh".to_owned()]));
}

#[test]
fn a_canonical_address_may_be_a_path() {
    let page = "<head><link rel=canonical href='/news/fire'></head><p>It burns.</p>";
    let got = extract(page, Some("https://www.wire.example/x?utm_source=a"), Tz::UTC, None);
    assert_eq!(got.canonical.as_deref(), Some("https://www.wire.example/news/fire"));
}

use super::byline::names_in;
