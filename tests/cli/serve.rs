//! Tries the pages and forms of `writethru serve`, and its answers for programs.

use std::process::Command;

use crate::sandbox::Sandbox;
use crate::served::Served;

#[cfg(target_os = "linux")]
#[test]
fn every_page_of_a_story_is_shown_and_its_links_lead_somewhere() {
    let served = Served::start(Sandbox::ukraine_talks(), "--read-only");
    let mut open = vec!["/".to_owned()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) || 400 < seen.len() {
            continue;
        }
        let reply = served.get(&path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        let links = reply.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        open.extend(links.filter_map(|link| resolved(&path, link)));
    }
    let pages = ["/stories/", "/search/", "/story/ukraine-talks/claims/", "/article/ukraine-talks/lantern-1/2..3/"];
    assert!(pages.iter().all(|page| seen.contains(*page)), "{seen:?}");
}

/// Returns the path that a link of a page leads to, unless it leaves the site.
fn resolved(page: &str, link: &str) -> Option<String> {
    let link = link.split('#').next().unwrap_or_default();
    if link.is_empty() || link.contains("://") || link.starts_with('?') {
        return None;
    }
    let mut folders: Vec<&str> = page.split('?').next()?.split('/').filter(|part| !part.is_empty()).collect();
    if !page.split('?').next()?.ends_with('/') {
        folders.pop();
    }
    let mut rest = link;
    while let Some(up) = rest.strip_prefix("../") {
        folders.pop().unwrap_or_else(|| panic!("{page}: {link} leaves the site"));
        rest = up;
    }
    let folder = folders.iter().fold(String::from("/"), |path, part| format!("{path}{part}/"));
    Some(format!("{folder}{}", rest.trim_start_matches("./")))
}

#[test]
fn an_edit_by_hand_shows_at_once_and_can_be_undone() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let page = served.get("/story/mill-fire/").body;
    let (_, rest) = page.split_once("href=\"entry/e").expect("an entry");
    let path = format!("/story/mill-fire/entry/e{}/", rest.split('/').next().expect("an id"));
    let token = served.token(&path);
    let done = served.post(&path, &format!("form_token={token}&act=note&value=checked+by+%3Cb%3Eme"), "");
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(served.get("/story/mill-fire/").body.contains("Note: checked by &lt;b&gt;me"));
    let edits = served.get("/story/mill-fire/edits/").body;
    assert!(edits.contains("Ann Lee"), "{edits}");
    assert_eq!(served.post("/story/mill-fire/edits/", &format!("form_token={token}&number=1"), "").status, 303);
    assert!(!served.get("/story/mill-fire/").body.contains("checked by"));
}

#[test]
fn an_entry_is_added_by_hand_with_what_it_rests_on() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let form = served.get("/story/mill-fire/entry/?source=post-1+v1+s1");
    assert!(form.status == 200 && form.body.contains("post-1 v1 s1</textarea>"), "{}", form.body);
    let token = served.token("/story/mill-fire/entry/");
    let add = |more: &str| served.post("/story/mill-fire/entry/", &format!("form_token={token}&kind=event&{more}"), "");
    let added = add("text=The+mill+was+%3Ci%3Einsured.&when=2025-02&sources=post-1+v1+s1%0D%0Acourt+file+12");
    assert_eq!(added.status, 303, "{}", added.body);
    let place = added.header("location").expect("the page of the entry");
    let page = served.get(&format!("/story/mill-fire/entry/{}", place.trim_start_matches("./"))).body;
    for words in ["The mill was &lt;i&gt;insured.", "court file 12", "Post v1", "Added. It can be undone"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(served.get("/story/mill-fire/edits/").body.contains("February 2025: The mill was"));
    // What cannot be added says why, and adds nothing.
    for (more, why) in [
        ("text=A&sources=post-1+v1+s99", "post-1 v1 s99"),
        ("text=&sources=file", "no words"),
        ("text=A&sources=", "source"),
        ("text=A&sources=file&when=soon", "soon"),
    ] {
        let refused = add(more);
        assert!(refused.status == 422 && refused.body.contains(why), "{more}: {} {}", refused.status, refused.body);
    }
    assert_eq!(served.post("/story/mill-fire/entry/", "form_token=x&kind=event&text=A&sources=b", "").status, 403);
    let read_only = Served::start(Sandbox::mill_fire(), "--read-only");
    assert_eq!(read_only.get("/story/mill-fire/entry/").status, 403);
    assert!(!read_only.get("/story/mill-fire/").body.contains("Add an entry by hand"));
}

#[test]
fn the_slider_leads_to_the_story_as_readers_had_been_told() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let page = served.get("/story/mill-fire/").body;
    assert!(
        page.contains("type=\"range\" min=\"1\" max=\"3\" value=\"3\"") && page.contains(">now</output>"),
        "{page}"
    );
    // The form brings the moments that it showed along.
    let (_, stops) = page.split_once("name=\"stops\" value=\"").expect("the moments of the slider");
    let stops = stops.split('"').next().expect("they end");
    let moved = served.get(&format!("/story/mill-fire/?kind=event&stop=1&stops={stops}"));
    assert_eq!(moved.status, 303);
    let address = moved.header("location").expect("an address").to_owned();
    assert!(address.starts_with("./?kind=event&as_of=2025-03-03T21"), "{address}");
    let past = served.get(&format!("/story/mill-fire/{}", &address[2..])).body;
    assert!(past.contains("as readers had been told by") && past.contains("max=\"3\" value=\"1\""), "{past}");
    assert_eq!(served.get(&format!("/story/mill-fire/?stop=3&stops={stops}")).header("location"), Some("./"));
}

#[test]
fn the_names_of_a_person_are_put_right_by_hand() {
    let served = Served::start(Sandbox::kestrel_hill(), "");
    let path = "/story/kestrel-hill/person/marta-lindqvist/";
    let page = served.get(path).body;
    assert!(page.contains("“Lindqvist” (The Courier)") && page.contains("Put names right by hand"), "{page}");
    assert!(served.get("/story/kestrel-hill/people/").body.contains("also “Lindqvist”"));
    let other = served.get("/story/kestrel-hill/person/lindqvist/").body;
    assert!(other.contains("<h1 dir=\"auto\">Marta Lindqvist</h1>"), "another name leads to the person: {other}");
    let act = |act: &str, other: &str| {
        let token = served.token(path);
        served.post(path, &format!("form_token={token}&act={act}&name=Marta+Lindqvist&other={other}"), "").status
    };
    assert_eq!(act("apart", "lindqvist"), 303);
    assert!(served.get("/story/kestrel-hill/person/lindqvist/").body.contains("<h1 dir=\"auto\">Lindqvist</h1>"));
    assert_eq!(act("alias", "Tomas+Oyelaran"), 303);
    assert!(served.get(path).body.contains("“Tomas Oyelaran” (Northern Wire)"));
    assert!(served.get("/story/kestrel-hill/edits/").body.contains("“Tomas Oyelaran” is “Marta Lindqvist”"));
    assert!(400 <= act("alias", "Nobody") && 400 <= act("rename", "Lindqvist"));
    let forged = "form_token=0&act=alias&name=Marta+Lindqvist&other=Lindqvist";
    assert_eq!(served.post(path, forged, "").status, 403);
    assert_eq!(served.get("/story/kestrel-hill/person/nobody/").status, 404);
}

#[test]
fn an_update_is_marked_as_reviewed_and_the_mark_taken_back() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let path = "/article/mill-fire/post-1/1..2/";
    let act = |name: &str| {
        let token = served.token(path);
        served.post(path, &format!("form_token={token}&act={name}"), "")
    };
    assert_eq!(served.post(path, "form_token=0&act=mark", "").status, 403);
    assert_eq!(act("mark").header("location"), Some("./?done=reviewed"));
    let page = served.get(path).body;
    assert!(page.contains("Reviewed 26 Apr 2025 13:00.") && page.contains("Not reviewed after all"), "{page}");
    let updates = |filter: &str| {
        let page = served.get(&format!("/story/mill-fire/changes/?reviewed={filter}")).body;
        page.matches("<article class=\"update").count()
    };
    assert_eq!((updates(""), updates("no"), updates("yes")), (2, 1, 1));
    assert!(served.sandbox.run("review mill-fire/post-1@1..2").contains("reviewed already, 26 Apr 2025 13:00"));
    assert_eq!(act("undo").status, 303);
    assert_eq!((updates("no"), updates("yes")), (2, 0));
    assert!(!served.get("/article/mill-fire/post-1/1..3/").body.contains("Mark as reviewed"), "no update");
    let told = served.sandbox.run("review mill-fire/post-1@1..3");
    assert!(told.contains("name an update, such as `mill-fire/post-1@2..3`") && told.contains("--- exit 1"), "{told}");
}

#[test]
fn a_text_that_is_pasted_becomes_a_version() {
    let served = Served::start(Sandbox::new(), "");
    assert!(served.get("/").body.contains("This archive is empty"));
    let token = served.token("/add/");
    let part =
        |name: &str, value: &str| format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let send = |text: &str| {
        let body = part("form_token", &token)
            + &part("text", text)
            + &part("story", "Ferry")
            + &part("article", "wire")
            + "--X--\r\n";
        served.send(&format!(
            "POST /add/ HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\
             Content-Type: multipart/form-data; boundary=X\r\nContent-Length: {}\r\n\r\n{body}",
            served.port,
            served.key,
            body.len()
        ))
    };
    let first = send("<script>alert(1)</script> Ferry burns\n\nTwelve people were killed, police said.");
    assert_eq!(
        (first.status, first.header("location")),
        (303, Some("../article/ferry/wire/1/?done=recorded")),
        "{}",
        first.body
    );
    let again = send("<script>alert(1)</script> Ferry burns\n\nTwelve people were killed, police said.");
    assert_eq!(again.header("location"), Some("../article/ferry/wire/?done=unchanged"));
    let page = served.get("/article/ferry/wire/1/").body;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"), "{page}");
    assert_eq!(send("").status, 422);
}

#[test]
fn programs_get_json_feeds_and_mementos() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let timeline = served.get("/api/v1/stories/mill-fire/timeline");
    let view: serde_json::Value = serde_json::from_str(&timeline.body).expect("JSON");
    assert_eq!(view["story"], "mill-fire");
    assert_eq!(timeline.header("content-type"), Some("application/json"));
    let unknown = served.get("/api/v1/stories/mil-fire");
    let view: serde_json::Value = serde_json::from_str(&unknown.body).expect("JSON");
    assert_eq!((unknown.status, view["hint"].as_str()), (404, Some("did you mean `mill-fire`?")));
    assert!(served.get("/story/mill-fire/feed.atom").body.contains("<feed"));
    let map = served.get("/article/mill-fire/post-1/timemap").body;
    assert!(map.contains("rel=\"first memento\"; datetime=\"Mon, 03 Mar 2025 21:00:00 GMT\""), "{map}");
    let pass = format!("Authorization: Bearer {}\r\nAccept-Datetime: Tue, 04 Mar 2025 08:30:00 GMT\r\n", served.key);
    let gate = served.get_with("/article/mill-fire/post-1/timegate", &pass);
    assert_eq!((gate.status, gate.header("location"), gate.header("vary")), (302, Some("2/"), Some("accept-datetime")));
    assert!(served.get("/metrics").body.contains("writethru_stories 1\n"));
}

#[test]
fn odd_addresses_are_answered_with_what_to_do() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let check = |path: &str, status: u16, words: &str| {
        let reply = served.get(path);
        assert!(reply.status == status && reply.body.contains(words), "{path}: {} {}", reply.status, reply.body);
    };
    check("/story/mil-fire/", 404, "Did you mean <code>mill-fire</code>?");
    check("/article/mill-fire/post-1/9/", 404, "has versions 1 to 3");
    check("/article/mill-fire/post-1/nonsense/", 404, "names no version");
    check("/article/mill-fire/post-1/..%2F..%2Fetc/", 404, "");
    check("/story/mill-fire/?as_of=soon", 422, "names no time");
    check(&format!("/search/?q={}", "a".repeat(9000)), 414, "too long");
    check("/nowhere.txt", 404, "There is no such page");
    check("/search/?q=bridge+story:mil-fire", 200, "did you mean `mill-fire`?");
    check("/search/?q=kind:statements", 200, "the kinds of changes are figure");
    // What is refused before a handler is asked is told in the same way.
    check("/article/mill-fire/post-1/compare/?from=x", 400, "<h1>This could not be done</h1>");
    check("/api/v1/search?q=x&limit=many", 400, "{\"error\":");
    assert!(served.post("/stories/", "", "").body.contains("This address is not asked in that way."));
    let torn = served.post("/add/", "", "Content-Type: multipart/form-data\r\n");
    assert!((400..500).contains(&torn.status) && torn.body.contains("<h1>"), "{} {}", torn.status, torn.body);
    // A relative address that looks like a whole one must not lead elsewhere.
    for (path, to) in [("/https:evil%2Eexample", "./https:evil%2Eexample/"), ("//evil.example", "./evil.example/")] {
        let reply = served.get_with(path, &served.pass());
        assert!(reply.status != 303 || reply.header("location") == Some(to), "{path}: {}", reply.head);
    }
    let known = served.get_with(&format!("/https:evil%2Eexample?key={}", served.key), "");
    assert_eq!(known.header("location"), Some("./https:evil%2Eexample"));
    assert_eq!(served.get_with("/stories", "").status, 401);
    assert_eq!(
        served.send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").status,
        401
    );
}

#[test]
fn what_another_process_renames_is_linked_by_its_new_name() {
    let served = Served::start(Sandbox::mill_fire(), "");
    assert!(served.get("/story/mill-fire/").body.contains("Last change: <a href=\"../../article/mill-fire/post-1/"));
    let told = served.sandbox.run("article rename mill-fire/post-1 herald --quiet");
    assert!(!told.contains("error"), "{told}");
    let page = served.get("/story/mill-fire/").body;
    assert!(page.contains("Last change: <a href=\"../../article/mill-fire/herald/"), "{page}");
}

#[test]
fn an_address_of_an_article_adds_nothing_to_the_links_of_a_memento() {
    let sandbox = Sandbox::new();
    let evil = "https://a.example/>;rel=\\\"x\\\",<https://evil.example/";
    let line = format!(
        r#"{{"story":"ferry","article":"post","url":"{evil}","captured":"2025-08-12T07:00:00Z","text":"A ferry burned off Cebu."}}"#
    );
    let told = sandbox.run_with("import jsonl - --quiet", &line);
    assert!(!told.contains("--- exit"), "{told}");
    let served = Served::start(sandbox, "");
    let pass = format!("Authorization: Bearer {}\r\n", served.key);
    let gate = served.get_with("/article/ferry/post/timegate", &pass);
    assert!(gate.status == 302 && !gate.head.contains("evil.example"), "{}", gate.head);
    let map = served.get("/article/ferry/post/timemap").body;
    assert!(map.contains("rel=\"timegate\"") && !map.contains("evil.example"), "{map}");
}

#[cfg(unix)]
#[test]
fn a_server_that_is_told_to_stop_ends_well() {
    let mut served = Served::start(Sandbox::mill_fire(), "");
    let told = Command::new("kill").arg(served.child.id().to_string()).status().expect("kill runs");
    assert!(told.success());
    assert!(served.child.wait().expect("it ends").success());
}

/// Answers every request on a port of this machine with a page, as often as it is asked.
#[cfg(feature = "fetch")]
fn site(page: &'static str) -> String {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}/ferry.html", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut request = [0; 4096];
            let n = stream.read(&mut request).unwrap_or(0);
            let is_page = request[..n].starts_with(b"GET /ferry.html");
            let (status, body) = if is_page { ("200 OK", page) } else { ("404 Not Found", "") };
            let head = format!("HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n", body.len());
            let _ = stream.write_all(format!("{head}Connection: close\r\n\r\n{body}").as_bytes());
        }
    });
    address
}

#[cfg(feature = "fetch")]
#[test]
fn an_address_alone_lets_the_page_be_read_on_the_web() {
    let address = site(
        "<html><head><title>Ferry burns off Cebu</title></head><body><article><h1>Ferry burns off Cebu</h1>\
         <p>Twelve people were killed when a ferry caught fire off Cebu on Tuesday, the coast guard said.</p>\
         <p>The ship had left the island on Monday night with more than two hundred people on board.</p>\
         <p>Divers searched the wreck until dusk, and boats of the navy joined them in the evening.</p></article></body></html>",
    );
    let add = |served: &Served| {
        let token = served.token("/add/");
        let part = |name: &str, value: &str| {
            format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body = part("form_token", &token) + &part("url", &address) + &part("story", "Ferry") + "--X--\r\n";
        served.send(&format!(
            "POST /add/ HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\
             Content-Type: multipart/form-data; boundary=X\r\nContent-Length: {}\r\n\r\n{body}",
            served.port,
            served.key,
            body.len()
        ))
    };
    // A form must not make the server ask machines behind its own wall.
    let walled = add(&Served::start(Sandbox::new(), ""));
    assert!(walled.status == 422 && walled.body.contains("could not be recorded"), "{}", walled.body);
    let served = Served::start(Sandbox::new(), "--allow-private");
    let done = add(&served);
    let to = done.header("location").unwrap_or_default().to_owned();
    assert!(done.status == 303 && to.ends_with("/1/?done=recorded"), "{} {}", done.head, done.body);
    let page = served.get(to.trim_start_matches("..")).body;
    assert!(page.contains("Twelve people were killed") && page.contains("Recorded."), "{page}");
    let looks = served.get(&to.trim_start_matches("..").replace("/1/?done=recorded", "/looks/")).body;
    assert!(looks.contains("1 capture, the latest first") && looks.contains("read on the web"), "{looks}");
}

#[cfg(feature = "fetch")]
#[test]
fn a_watch_rests_and_goes_on_by_a_button() {
    let sandbox = Sandbox::new();
    let added = sandbox.run("watch add https://news.example/rss.xml --kind feed --name flood --story flood");
    assert!(!added.contains("--- exit"), "{added}");
    let served = Served::start(sandbox, "");
    assert!(served.get("/watches/").body.contains("next look 26 Apr 2025 12:00"));
    let act = |name: &str| {
        let token = served.token("/watches/");
        served.post("/watches/", &format!("form_token={token}&name=flood&act={name}"), "").status
    };
    assert_eq!(act("pause"), 303);
    let page = served.get("/watches/").body;
    assert!(page.contains("rests until it is told to go on") && page.contains("Go on"), "{page}");
    assert_eq!(act("resume"), 303);
    assert!(served.get("/watches/").body.contains("next look 26 Apr 2025 12:00"));
    assert_eq!(served.post("/watches/", "form_token=0&name=flood&act=pause", "").status, 403);
}
