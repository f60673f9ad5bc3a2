//! Tries `writethru serve` as a browser and as a stranger would: over a socket, header by header.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::sandbox::Sandbox;

/// A server that runs until the test ends.
struct Served {
    /// The store lives as long as the server.
    _sandbox: Sandbox,
    child: Child,
    port: u16,
    key: String,
}

/// What came back.
struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Served {
    fn start(sandbox: Sandbox, options: &str) -> Self {
        let own = sandbox.command(&format!("serve --port 0 {options}"));
        let mut command = Command::new(own.get_program());
        command.args(own.get_args()).env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("USER", "Ann Lee");
        let mut child = command.spawn().expect("the program starts");
        let mut link = String::new();
        BufReader::new(child.stdout.as_mut().expect("a pipe")).read_line(&mut link).expect("a link is printed");
        let rest = link.trim().strip_prefix("http://127.0.0.1:").expect("a link to this machine").to_owned();
        let (port, path) = rest.split_once('/').expect("a path");
        let key = path.strip_prefix("?key=").unwrap_or_default().to_owned();
        Self { _sandbox: sandbox, child, port: port.parse().expect("a port"), key }
    }

    /// Sends a request as it is and returns what comes back.
    fn send(&self, request: &str) -> Reply {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.write_all(request.as_bytes()).expect("the request is taken");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get_with(&self, path: &str, headers: &str) -> Reply {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{headers}\r\n",
            self.port
        ))
    }

    /// Asks as a visitor who has shown the key.
    fn get(&self, path: &str) -> Reply {
        self.get_with(path, &format!("Authorization: Bearer {}\r\n", self.key))
    }

    fn post(&self, path: &str, body: &str, headers: &str) -> Reply {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            self.port,
            self.key,
            body.len()
        ))
    }

    /// Returns the token that the forms of a page bear.
    fn token(&self, page: &str) -> String {
        let body = self.get(page).body;
        let (_, rest) = body.split_once("name=\"form_token\" value=\"").expect("a form");
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn strangers_learn_nothing() {
    let served = Served::start(Sandbox::mill_fire(), "");
    for path in ["/", "/story/mill-fire/", "/api/v1/stories", "/metrics", "/feed.atom", "/?key=wrong"] {
        let reply = served.get_with(path, "");
        assert_eq!(reply.status, 401, "{path}");
        assert!(!reply.body.contains("mill-fire"), "{path}");
    }
    assert_eq!(served.get_with("/healthz", "").body, "ok\n");
    let evil = format!(
        "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\r\n",
        served.key
    );
    assert_eq!(served.send(&evil).status, 421);
}

#[test]
fn the_link_lets_in_and_its_key_leaves_the_address() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let reply = served.get_with(&format!("/?key={}", served.key), "");
    assert_eq!((reply.status, reply.header("location")), (303, Some("./")));
    let cookie = reply.header("set-cookie").expect("a cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let pass = cookie.split(';').next().expect("a value");
    let page = served.get_with("/", &format!("Cookie: {pass}\r\n"));
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("cache-control"), Some("no-store"));
}

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
fn forms_need_their_token_and_our_own_origin() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let token = served.token("/add/");
    let body = |token: &str| format!("form_token={token}&name=Ferry+fire&timezone=Asia%2FManila");
    assert_eq!(served.post("/add/story/", &body("0"), "").status, 403);
    assert_eq!(served.post("/add/story/", &body(&token), "Origin: http://evil.example\r\n").status, 403);
    let done = served.post("/add/story/", &body(&token), "");
    assert_eq!((done.status, done.header("location")), (303, Some("../../story/ferry-fire/?done=story")));
    assert!(served.get("/stories/").body.contains("Ferry fire"));
    let wrong = served.post("/add/story/", &format!("form_token={token}&name=x&timezone=Nowhere"), "");
    assert!(wrong.status == 422 && wrong.body.contains("Europe/London"), "{}", wrong.body);
}

#[test]
fn an_edit_by_hand_shows_at_once_and_can_be_undone() {
    let served = Served::start(Sandbox::mill_fire(), "");
    let page = served.get("/story/mill-fire/").body;
    let (_, rest) = page.split_once("entry/").expect("an entry");
    let path = format!("/story/mill-fire/entry/{}/", rest.split('/').next().expect("an id"));
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
fn read_only_lets_nobody_change_anything() {
    let served = Served::start(Sandbox::mill_fire(), "--read-only");
    assert_eq!(served.get("/add/").status, 403);
    assert!(!served.get("/").body.contains("add/"));
    assert_eq!(served.get("/story/mill-fire/").status, 200);
}

#[test]
fn a_password_is_asked_for_where_one_is_set() {
    let sandbox = Sandbox::mill_fire();
    let file = sandbox.file("secret.txt", "open sesame\n");
    let served = Served::start(sandbox, &format!("--password-file {file}"));
    assert_eq!(served.key, "", "no link opens what a password guards");
    let reply = served.get_with("/story/mill-fire/", "");
    assert_eq!((reply.status, reply.header("location")), (303, Some("../../login/")));
    let form = served.get_with("/login/", "");
    let token = form.body.split("name=\"form_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let enter = |password: &str| {
        served.post("/login/", &format!("form_token={}&password={password}", token.unwrap_or_default()), "")
    };
    assert_eq!(enter("sesame").status, 401);
    let done = enter("open+sesame");
    let pass = done.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie");
    assert_eq!(served.get_with("/story/mill-fire/", &format!("Cookie: {pass}\r\n")).status, 200);
}

#[test]
fn others_are_served_only_behind_a_password() {
    let sandbox = Sandbox::new();
    let told = sandbox.run("serve --host 0.0.0.0 --port 0");
    assert!(
        told.contains("no password is set") && told.contains("--password-file") && told.contains("--- exit 2"),
        "{told}"
    );
    let short = sandbox.file("short.txt", "abc");
    assert!(sandbox.run(&format!("serve --password-file {short}")).contains("shorter than 8"));
    assert!(sandbox.run("serve --read-only").contains("there is no store at"));
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
    check("/story/mil-fire/", 404, "Did you mean `mill-fire`?");
    check("/article/mill-fire/post-1/9/", 404, "has versions 1 to 3");
    check("/article/mill-fire/post-1/nonsense/", 404, "names no version");
    check("/article/mill-fire/post-1/..%2F..%2Fetc/", 404, "");
    check("/story/mill-fire/?as_of=soon", 422, "names no time");
    check(&format!("/search/?q={}", "a".repeat(9000)), 414, "too long");
    check("/nowhere.txt", 404, "There is no such page");
    assert_eq!(served.get_with("/stories", "").status, 401);
    assert_eq!(
        served.send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").status,
        401
    );
}

#[cfg(unix)]
#[test]
fn a_server_that_is_told_to_stop_ends_well() {
    let mut served = Served::start(Sandbox::mill_fire(), "");
    let told = Command::new("kill").arg(served.child.id().to_string()).status().expect("kill runs");
    assert!(told.success());
    assert!(served.child.wait().expect("it ends").success());
}
