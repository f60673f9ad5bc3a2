//! Tries `fetch` against everything a server can do.

use std::io::Write as _;
use std::time::{Duration, Instant};

use crate::desk::{Desk, article};
use crate::server::{Answer, Server};

const LEAD: &str = "The bridge over the Mill stays shut, the council said on Thursday.";

/// Serves one answer for every path, and no robots.txt.
fn site(answer: impl Fn(usize) -> Answer + Send + Sync + 'static) -> Server {
    Server::start(move |heard, n| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        _ => answer(n),
    })
}

#[test]
fn a_page_is_recorded_and_not_sent_again() {
    let site = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        _ if heard.header("if-none-match") == Some("\"7\"") => Answer::status(304),
        _ => Answer::page(&article("Bridge shut", LEAD))
            .with("ETag", "\"7\"")
            .with("Last-Modified", "Thu, 24 Apr 2025 08:00:00 GMT"),
    });
    let desk = Desk::new();
    let url = site.url("/news/bridge");
    let first = desk.fetch(&url, &["--story", "bridge", "--contact", "desk@post.example"]);
    assert_eq!((&first["look"], &first["recorded"]["outcome"]), (&"recorded".into(), &"first".into()), "{first}");
    assert_eq!(first["recorded"]["article"]["reference"], "bridge/bridge");
    let second = desk.fetch(&url, &[]);
    assert_eq!((&second["unmodified"], &second["status"]), (&true.into(), &304.into()), "{second}");
    assert_eq!(second["recorded"]["outcome"], "unchanged");
    let heard = site.heard("/news/bridge");
    assert_eq!(heard[1].header("if-modified-since"), Some("Thu, 24 Apr 2025 08:00:00 GMT"));
    assert!(heard[0].header("user-agent").unwrap().ends_with("(+desk@post.example)"));
    assert_eq!(site.heard("/robots.txt").len(), 1, "robots.txt is good for a day");
    let log = desk.json(&["log", "bridge"]);
    assert_eq!(log["articles"][0]["versions"][0]["looks"], 2, "{log}");
}

#[test]
fn a_version_from_elsewhere_ends_the_conditional_request() {
    let site = site(|_| Answer::page(&article("Bridge shut", LEAD)).with("ETag", "\"7\""));
    let desk = Desk::new();
    let url = site.url("/bridge");
    desk.fetch(&url, &[]);
    let file = desk.file("other.html", article("Bridge open", LEAD));
    assert_eq!(desk.run(&["add", &file, "--article", "bridge", "--url", &url]).1, 0);
    desk.fetch(&url, &[]);
    assert_eq!(site.heard("/bridge")[1].header("if-none-match"), None);
}

#[test]
fn redirects_are_followed_and_kept_one_by_one() {
    let site = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        "/old" => Answer::status(301).with("Location", "/middle#top"),
        "/middle" => Answer::status(308).with("Location", "/news/new"),
        "/news/new" => Answer::page(&article("Bridge shut", LEAD)),
        "/circle" => Answer::status(302).with("Location", "/circle?2"),
        "/circle?2" => Answer::status(302).with("Location", "/circle"),
        "/front" => Answer::status(302).with("Location", "/"),
        "/" => Answer::page(&article("All news", LEAD)),
        "/news/removed" => Answer::status(302).with("Location", "/news/"),
        "/news/" => Answer::page(&article("All news of the town", LEAD)),
        "/file" => Answer::status(302).with("Location", "file:///etc/passwd"),
        path => Answer::status(302).with("Location", format!("{path}x")),
    });
    let desk = Desk::new();
    let moved = desk.fetch(&site.url("/old"), &[]);
    assert_eq!(moved["redirects"], serde_json::json!([site.url("/middle"), site.url("/news/new")]));
    let known = desk.fetch(&site.url("/news/new"), &[]);
    assert_eq!(known["recorded"]["article"]["reference"], moved["recorded"]["article"]["reference"]);
    let reason = |path: &str| desk.fetch(&site.url(path), &[])["reason"].as_str().unwrap_or("none").to_owned();
    assert_eq!(reason("/circle"), "redirect-circle");
    assert_eq!(reason("/endless"), "redirects");
    assert_eq!(reason("/front"), "front-page");
    assert_eq!(reason("/news/removed"), "section");
    assert_eq!(reason("/file"), "address");
}

#[test]
fn addresses_of_ones_own_network_are_asked_only_when_allowed() {
    let site = site(|_| Answer::page(&article("Bridge shut", LEAD)));
    let desk = Desk::new();
    let port = site.url("/").rsplit(':').next().unwrap().trim_end_matches('/').to_owned();
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433"] {
        let url = format!("http://{host}:{port}/a");
        let (text, status) = desk.run(&["fetch", &url, "--pause", "0"]);
        assert!(text.contains("no public address") && status == 1, "{host}: {text}");
    }
    assert!(site.heard("/a").is_empty() && site.heard("/robots.txt").is_empty());
}

#[test]
fn robots_txt_is_respected() {
    let site = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::bytes("text/plain", b"User-agent: *\nDisallow: /private\n"),
        _ => Answer::page(&article("Bridge shut", LEAD)),
    });
    let desk = Desk::new();
    assert_eq!(desk.fetch(&site.url("/private/a"), &[])["reason"], "robots");
    assert_eq!(desk.fetch(&site.url("/public"), &[])["look"], "recorded");
    assert!(site.heard("/private/a").is_empty());
    let broken = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(500),
        _ => Answer::page(&article("Bridge shut", LEAD)),
    });
    assert_eq!(desk.fetch(&broken.url("/a"), &[])["reason"], "robots-unknown");
    assert!(broken.heard("/a").is_empty());
}

#[test]
fn a_failed_look_keeps_its_reason_and_what_was_recorded() {
    let site = site(|n| match n {
        1 => Answer::status(503).with("Retry-After", "1"),
        2 => Answer::status(403),
        3 => {
            Answer::page("<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>")
        }
        4 => Answer::bytes("application/json", b"{\"a\": 1}"),
        5 => Answer::bytes("text/html", b"%PDF-1.7"),
        6 => Answer::status(410),
        _ => Answer::page(&article("Bridge shut", LEAD)),
    });
    let desk = Desk::new();
    let url = site.url("/a");
    let reasons: Vec<_> = (0..8)
        .map(|hour| {
            let look = desk.fetch_at(hour * 120, &url);
            look["reason"].as_str().unwrap_or_else(|| look["recorded"]["outcome"].as_str().unwrap()).to_owned()
        })
        .collect();
    assert_eq!(reasons, ["first", "status", "blocked", "bot-wall", "media-type", "binary", "gone", "unchanged"]);
    let log = desk.json(&["log"]);
    assert_eq!(log["articles"][0]["versions"].as_array().unwrap().len(), 1);
    assert!(desk.run(&["check"]).1 == 0);
}

#[test]
fn a_server_that_refuses_is_left_alone_for_a_while() {
    let site = site(|_| Answer::status(429).with("Retry-After", "3600"));
    let desk = Desk::new();
    assert_eq!(desk.fetch(&site.url("/a"), &[])["reason"], "too-many-requests");
    let next = desk.fetch(&site.url("/b"), &[]);
    assert_eq!(next["reason"], "paused", "{next}");
    assert!(site.heard("/b").is_empty());
}

#[test]
fn two_processes_together_keep_the_pause() {
    let site = site(|_| Answer::page(&article("Bridge shut", LEAD)));
    let desk = Desk::new();
    desk.fetch(&site.url("/robots.txt"), &[]); // the pause before robots.txt is over
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for path in ["/a", "/b", "/c"] {
            let (desk, url) = (&desk, site.url(path));
            scope.spawn(move || desk.json(&["fetch", &url, "--allow-private", "--pause", "0.7"]));
        }
    });
    assert!(begun.elapsed() >= Duration::from_millis(1350), "{:?}", begun.elapsed());
}

#[test]
fn whatever_a_server_does_costs_no_more_than_the_limits() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b'a'; 40 << 20]).unwrap();
    let bomb = packer.finish().unwrap();
    assert!(bomb.len() < 100_000);
    let site = Server::start(move |heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        "/bomb" => Answer::bytes("text/html", &bomb).with("Content-Encoding", "gzip"),
        "/endless" => Answer { endless: true, length: None, ..Answer::bytes("text/html", &[b'a'; 4096]) },
        "/slow" => Answer { trickle: Duration::from_millis(300), ..Answer::bytes("text/html", &vec![b'a'; 1 << 20]) },
        "/short" => Answer { length: Some(90_000), ..Answer::page(&article("Bridge shut", LEAD)) },
        "/no-gzip" => Answer::page(&article("Bridge shut", LEAD)).with("Content-Encoding", "gzip"),
        "/header" => Answer::page("a").with("X-Long", "a".repeat(200_000)),
        _ => Answer { status: 0, ..Answer::default() },
    });
    let desk = Desk::new();
    let begun = Instant::now();
    let reason = |path: &str| {
        let look = desk.fetch(&site.url(path), &["--timeout", "2", "--max-mb", "2"]);
        look["reason"].as_str().unwrap_or("none").to_owned()
    };
    assert_eq!(reason("/bomb"), "too-large");
    assert_eq!(reason("/endless"), "too-large");
    assert_eq!(reason("/slow"), "timeout");
    assert_eq!(reason("/short"), "broken");
    assert_eq!(reason("/no-gzip"), "broken");
    assert_eq!(reason("/header"), "broken");
    assert_ne!(reason("/nonsense"), "none");
    assert!(begun.elapsed() < Duration::from_secs(30));
    assert_eq!(desk.fetch("http://127.0.0.1:1/", &[])["reason"], "unreachable");
}

#[test]
fn packed_and_oddly_encoded_pages_are_read() {
    let html = article("Bridge shut", "The café by the bridge stays shut, the council said on Thursday.");
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(html.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    let latin: Vec<u8> = html.chars().map(|c| c as u8).collect();
    let site = Server::start(move |heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        "/gzip" => Answer::bytes("text/html", &packed).with("Content-Encoding", "gzip"),
        _ => Answer::bytes("text/html; charset=iso-8859-1", &latin),
    });
    let desk = Desk::new();
    for path in ["/gzip", "/latin"] {
        let look = desk.fetch(&site.url(path), &[]);
        let name = look["recorded"]["article"]["reference"].as_str().unwrap_or_else(|| panic!("{look}"));
        let (text, _) = desk.run(&["show", name]);
        assert!(text.contains("The café by"), "{text}");
    }
}

#[test]
fn a_doubtful_text_counts_when_it_is_seen_again() {
    let whole = article("Bridge shut", LEAD);
    let half = whole.split("hour 3").next().unwrap().to_owned() + "</p></article></body></html>";
    let site = site(move |n| Answer::page(if n == 0 || n == 2 { &whole } else { &half }));
    let desk = Desk::new();
    let url = site.url("/a");
    let look = |minute: usize| {
        let look = desk.fetch_at(minute, &url);
        let outcome = look["recorded"]["outcome"].as_str().or(look["reason"].as_str());
        outcome.unwrap_or_else(|| panic!("{look}")).to_owned()
    };
    let outcomes: Vec<_> = [0, 100, 102, 200, 201, 203].into_iter().map(look).collect();
    assert_eq!(outcomes, ["first", "large-removal", "unchanged", "large-removal", "large-removal", "new"]);
}

#[test]
fn half_of_what_a_page_promises_counts_when_it_is_seen_again() {
    let stated = |page: &str| {
        let words = r#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge shut", "wordCount": 240}</script>"#;
        page.replace("<body>", &format!("{words}<body>"))
    };
    let whole = stated(&article("Bridge shut", LEAD));
    let half = whole.split("hour 4").next().unwrap().to_owned() + "</p></article></body></html>";
    let (a, b) = (whole.clone(), half.clone());
    let site = site(move |n| Answer::page(if n % 2 == 0 { &b } else { &a }));
    let desk = Desk::new();
    let url = site.url("/a");
    let of = |look: &serde_json::Value| {
        look["recorded"]["outcome"].as_str().or(look["reason"].as_str()).unwrap_or_default().to_owned()
    };
    let outcomes: Vec<_> = (0..2).map(|n| of(&desk.fetch_at(n * 3, &url))).collect();
    assert_eq!(outcomes, ["incomplete", "first"], "the first look that is whole is the first version");
    let short = self::site(move |_| Answer::page(&half));
    let url = short.url("/b");
    let looks: Vec<_> = (0..3).map(|n| desk.fetch_at(n * 3, &url)).collect();
    let outcomes: Vec<_> = looks.iter().map(of).collect();
    assert_eq!(outcomes, ["incomplete", "first", "unchanged"], "a page that is always short is recorded as it is");
    assert!(looks[1]["recorded"]["notes"].to_string().contains("240 words"), "{}", looks[1]);
}

#[test]
fn texts_that_take_turns_are_variants_and_make_no_more_versions() {
    let (a, b) = (article("Bridge shut", LEAD), article("Bridge to stay shut", LEAD));
    let site = site(move |n| Answer::page(if n % 2 == 0 { &a } else { &b }));
    let desk = Desk::new();
    let url = site.url("/a");
    let looks: Vec<_> = (0..20).map(|n| desk.fetch_at(n * 10, &url)).collect();
    let versions = desk.json(&["log"])["articles"][0]["versions"].as_array().unwrap().len();
    assert_eq!(versions, 2, "{looks:#?}");
    assert!(looks.iter().any(|look| look["look"] == "variant"), "{looks:#?}");
}

#[test]
fn another_program_hands_in_the_page() {
    let site = Server::start(|_, _| Answer::status(404));
    let desk = Desk::new();
    let file = desk.file("page.html", article("Bridge shut", LEAD));
    let via = serde_json::json!(["sh", "-c", "cat \"$0\"", file, "{url}"]).to_string();
    let look = desk.fetch(&site.url("/a"), &["--via", &via]);
    assert_eq!(look["look"], "recorded", "{look}");
    assert!(site.heard("/a").is_empty());
    let look = desk.fetch(&site.url("/b"), &["--via", "false"]);
    assert_eq!(look["reason"], "via");
}

#[test]
fn wrong_words_get_an_error_with_a_way_out() {
    let desk = Desk::new();
    let check = |words: &[&str], want: &str, status: i32| {
        let (text, found) = desk.run(words);
        assert!(text.contains(want) && text.contains("hint:") && found == status, "{words:?}: {found} {text}");
    };
    check(&["fetch", "example.org/a"], "does not begin with https://", 1);
    check(&["fetch", "ftp://example.org/a"], "only http and https", 1);
    check(&["fetch", "https://a.example/", "https://b.example/", "--article", "x"], "for one page only", 2);
    check(&["fetch", "https://a.example/", "--via", "["], "`--via` cannot be used", 2);
    check(&["fetch", "https://a.example/", "--cookies", "none.txt"], "cannot read the cookies", 1);
    check(&["add", "https://a.example/b"], "writethru fetch https://a.example/b", 2);
}

#[test]
fn facts_of_a_page_are_told_with_their_times() {
    let site = site(|n| match n {
        1 => Answer::status(410),
        _ => Answer::page(&article("Bridge shut", LEAD)),
    });
    let desk = Desk::new();
    let url = site.url("/bridge");
    let words = ["watch", "add", &url, "--kind", "article", "--allow-private", "--pause", "0", "--name", "bridge"];
    assert_eq!(desk.run(&words).1, 0);
    for minute in [0, 120, 240] {
        desk.fetch_at(minute, &url);
    }
    let log = desk.json(&["log", "--looks"]);
    let kinds = |looks: &serde_json::Value| -> Vec<String> {
        looks.as_array().unwrap().iter().map(|look| look["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&log["articles"][0]["page_looks"]), ["gone", "failed", "returned"], "{log}");
    let looked = log["articles"][0]["page_looks"][0]["looked"].as_str().unwrap();
    assert!(looked.starts_with("2025-04-24T02:00:0"), "{looked}");
    let (text, _) = desk.run(&["log", "--looks"]);
    assert!(text.contains("gone: absent since 2025-04-24 02:00 UTC") && text.contains("/bridge"), "{text}");
    assert!(!desk.run(&["log"]).0.contains("absent since"));
    let shown = desk.json(&["watch", "show", "bridge"]);
    assert_eq!(kinds(&shown["pages"][0]["facts"]), ["gone", "returned"], "{shown}");
    assert!(desk.run(&["watch", "show", "bridge"]).0.contains("returned: there again"));
}

#[test]
fn a_text_that_changes_on_while_it_is_in_doubt_is_believed() {
    let site = site(|n| match n {
        0 => Answer::page(&article("Bridge shut", LEAD)),
        n => {
            let lead = format!("The bridge is shut, and {n} people came to see it on Thursday, the council said.");
            Answer::page(&format!("<html><body><article><h1>Bridge shut</h1><p>{lead}</p></article></body></html>"))
        }
    });
    let desk = Desk::new();
    let url = site.url("/bridge");
    let looks: Vec<_> = [0, 10, 12].iter().map(|minute| desk.fetch_at(*minute, &url)["look"].clone()).collect();
    assert_eq!(looks, ["recorded", "doubtful", "recorded"]);
}
