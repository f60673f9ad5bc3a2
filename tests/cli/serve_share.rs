//! Tries what a served archive hands on: one change with its picture, frames for other sites, feeds, events.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::sandbox::Sandbox;
use crate::served::Served;

/// Returns the address of the first change of an update.
fn change_of(served: &Served, update: &str) -> String {
    let page = served.get(update).body;
    let (before, _) = page.split_once("cite or share").expect("a change");
    let (_, rest) = before.rsplit_once("href=\"").expect("a link");
    format!("{update}{}", rest.split('"').next().expect("an address"))
}

#[test]
fn a_change_has_a_page_a_picture_and_a_frame() {
    let served = Served::start(Sandbox::mill_fire(), "--public-embeds");
    let path = change_of(&served, "/article/mill-fire/post-1/1..2/");
    let page = served.get(&path);
    assert_eq!(page.status, 200, "{}", page.body);
    for form in ["BibTeX", "CSL-JSON", "Wikipedia", "Markdown", "Before and after", "Frame for another page"] {
        assert!(page.body.contains(&format!("<dt>{form}</dt>")), "{form}: {}", page.body);
    }
    let card = served.get(&format!("{path}card.svg"));
    assert_eq!((card.status, card.header("content-type")), (200, Some("image/svg+xml")));
    assert!(card.body.contains("Before, in version 1") && card.body.contains("<desc id=\"told\">Post, version 1 → 2."));
    // The name of a change is that of its words, whatever is derived anew.
    assert!(!served.sandbox.run("reindex").contains("--- exit"));
    assert_eq!(served.get(&path).status, 200);
    assert_eq!(served.get("/article/mill-fire/post-1/1..2/c0000000000/").status, 404);
    assert_eq!(served.get(&path.replace("1..2", "2")).status, 404);

    // Other sites may frame what is made for it, and only that; nobody needs the key, since the server was told so.
    let framed = served.get_with(&format!("/embed{path}"), "");
    assert_eq!((framed.status, framed.header("x-frame-options")), (200, None), "{}", framed.body);
    assert_eq!(framed.header("cache-control"), Some("public, max-age=60"));
    assert!(framed.header("content-security-policy").is_some_and(|policy| policy.ends_with("frame-ancestors *")));
    assert!(!framed.body.contains("<script") && !framed.body.contains("<form") && !framed.body.contains("form_token"));
    assert_eq!(served.get(&path).header("x-frame-options"), Some("DENY"));
    let nowhere = served.get_with("/embed/story/nowhere/", "");
    assert_eq!((nowhere.header("x-frame-options"), nowhere.header("cache-control")), (Some("DENY"), Some("no-store")));
    let story = served.get_with("/embed/story/mill-fire/", "");
    assert!(story.status == 200 && story.body.contains("class=\"day\"") && !story.body.contains("<a href=\"../"));
    assert_eq!(served.get_with(&path, "").status, 401);

    let described = served.get_with(&format!("/oembed?maxwidth=300&url=http://127.0.0.1:{}{path}", served.port), "");
    let described: serde_json::Value = serde_json::from_str(&described.body).expect("JSON");
    assert_eq!((&described["type"], &described["width"]), (&serde_json::json!("rich"), &serde_json::json!(300)));
    assert!(
        described["html"]
            .as_str()
            .is_some_and(|html| html.contains(&format!("/embed{path}\"")) && html.contains("sandbox=\"\""))
    );
    assert_eq!(served.get("/oembed?url=http://evil.example/story/mill-fire/").status, 404);
    assert_eq!(served.get("/oembed?format=xml&url=story/mill-fire/").status, 501);
    assert!(served.get("/story/mill-fire/").body.contains("application/json+oembed"));
}

#[test]
fn frames_are_for_known_visitors_unless_the_server_is_told_otherwise() {
    let served = Served::start(Sandbox::mill_fire(), "");
    for path in ["/embed/story/mill-fire/", "/oembed?url=story/mill-fire/", "/events"] {
        assert_eq!(served.get_with(path, "").status, 401, "{path}");
    }
    let own = served.get("/embed/story/mill-fire/");
    assert_eq!((own.status, own.header("cache-control")), (200, Some("no-store")));
    // Nothing is offered that other sites could not show.
    let page = served.get(&change_of(&served, "/article/mill-fire/post-1/1..2/")).body;
    assert!(page.contains("<dt>Markdown</dt>") && !page.contains("Frame for another page"), "{page}");
    assert!(![page, served.get("/story/mill-fire/").body].iter().any(|page| page.contains("oembed")));
}

#[test]
fn what_is_held_is_not_framed_or_fed() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let path = change_of(&served, "/article/mill-fire/post-1/1..2/");
    let told = served.sandbox.run("hold mill-fire --reason embargo");
    assert!(!told.contains("--- exit"), "{told}");
    for path in [format!("/embed{path}"), "/embed/story/mill-fire/".to_owned(), format!("/oembed?url={}", &path[1..])] {
        let reply = served.get(&path);
        // As of what is not there at all.
        let is_hidden = reply.body.to_lowercase().contains("nothing is shown at this address");
        assert!(reply.status == 404 && is_hidden && !reply.body.contains("mill caught"), "{path}: {}", reply.body);
    }
    assert!(!served.get("/search/feed.atom?q=material").body.contains("<entry>"));
    assert_eq!(served.get(&path).status, 200, "those who may look at the archive still do");
}

#[test]
fn searches_and_outlets_have_feeds() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let entries = |path: &str| served.get(path).body.matches("<entry>").count();
    assert_eq!((entries("/outlet/Post/feed.atom"), entries("/outlet/Herald/feed.atom")), (2, 0));
    assert!(0 < entries("/search/feed.atom?q=material"));
    assert_eq!(entries("/search/feed.atom?q=material+before:2020-01-01"), 0);
    let feed = served.get("/search/feed.json?q=outlet:Post");
    let view: serde_json::Value = serde_json::from_str(&feed.body).expect("JSON");
    assert_eq!(view["items"].as_array().map(Vec::len), Some(2));
    assert!(served.get("/search/?q=material").body.contains("href=\"../search/feed.atom?q=material\""));
    assert_eq!(served.get("/search/feed.atom?q=speaker:Lee").status, 422);
    assert_eq!(served.get("/search/feed.atom?q=before:soon").status, 422);
}

#[test]
fn a_bookmark_fills_the_form_and_records_nothing() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let page = served.get("/add/?url=https%3A%2F%2Fa.example%2F%22%3E%3Cscript%3E").body;
    assert!(page.contains("value=\"https://a.example/&quot;&gt;&lt;script&gt;\""), "{page}");
    let code = format!("javascript:location.href='http://127.0.0.1:{}/add/?url='+encodeURIComponent", served.port);
    assert!(!cfg!(feature = "fetch") || page.contains(&code), "{page}");
    assert_eq!(served.get("/stories/").body.matches("3 versions").count(), 1);
}

/// A stream of events that a page listens to.
struct EventStream(TcpStream);

impl EventStream {
    fn open(served: &Served, address: &str, more: &str) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", served.port)).expect("the server listens");
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).expect("a limit");
        let head = format!(
            "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAuthorization: Bearer {}\r\n{more}\r\n",
            served.port, served.key
        );
        stream.write_all(head.as_bytes()).expect("the request is taken");
        Self(stream)
    }

    /// Reads until an event, or the head of the answer, holds these words.
    fn until(&mut self, words: &str) -> String {
        let (mut text, mut bytes) = (String::new(), [0; 1024]);
        while !text.contains(words) {
            let n = self.0.read(&mut bytes).unwrap_or_else(|error| panic!("{error} after {text}"));
            assert_ne!(n, 0, "the stream ended: {text}");
            text.push_str(&String::from_utf8_lossy(&bytes[..n]));
        }
        text
    }
}

/// Returns the line of the ledger that a page says to be written at.
fn line_of(page: &str) -> usize {
    let (_, rest) = page.split_once("<body data-line=\"").unwrap_or_else(|| panic!("{page}"));
    rest.split('"').next().and_then(|line| line.parse().ok()).expect("a number")
}

#[test]
fn pages_learn_what_is_recorded_while_they_are_open() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let line = line_of(&served.get("/story/mill-fire/").body);
    for path in ["/", "/article/mill-fire/post-1/", "/story/mill-fire/people/"] {
        assert_eq!(line_of(&served.get(path).body), line, "{path}");
    }
    let mut stream = EventStream::open(&served, "/events", "");
    let opened = stream.until(&format!("id: {line}\n\n"));
    assert!(opened.contains("content-type: text/event-stream") && opened.contains("retry:"), "{opened}");
    let lines = [
        r#"{"story":"mill-fire","article":"post-2","captured":"2025-03-04T08:00:00Z","text":"The mill will be rebuilt, the mayor said."}"#,
        r#"{"article":"loose","captured":"2025-03-04T08:00:00Z","text":"A dam was closed, the mayor said."}"#,
    ];
    let lines = served.sandbox.file("more.jsonl", lines.join("\n"));
    let imported = served.sandbox.run(&format!("import jsonl '{lines}'"));
    assert!(!imported.contains("--- exit"), "{imported}");
    // Any form that changes something makes the keeper look at once.
    let token = served.token("/");
    served.post("/add/story/", &format!("form_token={token}&name=Other&timezone=UTC"), "");
    let want = "\"stories\":[{\"story\":\"mill-fire\",\"versions\":4,\"new\":1}],\
                \"unfiled\":[{\"article\":\"loose\",\"versions\":1,\"new\":1}]}";
    let told = stream.until(want);
    assert!(told.contains("event: recorded\nid: "), "{told}");
    // A page that was away hears what it missed, by what the browser heard last or by what the page was written at.
    EventStream::open(&served, &format!("/events?since={line}"), "").until(want);
    EventStream::open(&served, "/events", &format!("Last-Event-ID: {line}\r\n")).until(want);
    // What the page shows already is not told again.
    let now = line_of(&served.get("/").body);
    let mut later = EventStream::open(&served, &format!("/events?since={now}"), "");
    assert!(!later.until(&format!("id: {now}\n\n")).contains("event:"));
}
