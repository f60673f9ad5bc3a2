//! Tries `writethru serve` as strangers would: who may look, who may change something, who can hold it up.

use std::io::Read;
use std::net::TcpStream;

use crate::sandbox::Sandbox;
use crate::served::Served;

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

/// A form of 30 MB of which one byte comes.
const ENDLESS_LOGIN: &str = "POST /login/ HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                             Content-Length: 30000000\r\n\r\np";

#[test]
fn strangers_cannot_hold_up_those_who_are_known() {
    // Without a password there is no way in, so nothing is read.
    let served = Served::start(Sandbox::mill_fire(), "");
    let mut reply = String::new();
    served.begin(ENDLESS_LOGIN).read_to_string(&mut reply).expect("an answer");
    assert!(reply.starts_with("HTTP/1.1 401"), "{reply}");
    let sandbox = Sandbox::mill_fire();
    let file = sandbox.file("secret.txt", "open sesame\n");
    let served = Served::start(sandbox, &format!("--password-file {file}"));
    let long = format!("password={}", "a".repeat(5000));
    let login = |body: &str| {
        let length = body.len();
        served.send(&format!(
            "POST /login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}"
        ))
    };
    assert_eq!(login(&long).status, 413);
    let pass = login("password=open+sesame");
    let pass = pass.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie");
    let slow: Vec<TcpStream> = (0..48).map(|_| served.begin(&ENDLESS_LOGIN.replace("30000000", "3000"))).collect();
    let began = std::time::Instant::now();
    assert_eq!(served.get_with("/story/mill-fire/", &format!("Cookie: {pass}\r\n")).status, 200);
    assert!(began.elapsed() < std::time::Duration::from_secs(5), "{:?}", began.elapsed());
    drop(slow);
}

#[test]
fn passwords_are_guessed_one_by_one() {
    let sandbox = Sandbox::mill_fire();
    let file = sandbox.file("secret.txt", "open sesame\n");
    let served = Served::start(sandbox, &format!("--password-file {file}"));
    let began = std::time::Instant::now();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let guess = |at: usize| {
            let served = &served;
            scope.spawn(move || served.get_with("/stories/", &format!("Authorization: Bearer guess{at}\r\n")).status)
        };
        let guesses: Vec<_> = (0..12).map(guess).collect();
        guesses.into_iter().map(|guess| guess.join().expect("an answer")).collect()
    });
    let refused = statuses.iter().filter(|status| **status == 429).count();
    assert!(0 < refused && refused < 12, "{statuses:?}");
    let tried = 12 - refused as u32;
    assert!(std::time::Duration::from_secs(1) * tried <= began.elapsed(), "{tried} in {:?}", began.elapsed());
    assert_eq!(served.get_with("/stories/", "Authorization: Bearer open sesame\r\n").status, 200);
}

#[test]
fn the_site_stands_below_the_prefix_that_is_asked_for() {
    let served = Served::start(Sandbox::mill_fire(), "--prefix desk/archive/");
    let reply = served.get_with(&format!("/desk/archive/?key={}", served.key), "");
    assert_eq!((reply.status, reply.header("location")), (303, Some("./")));
    let pass = served.pass();
    let get = |path: &str| served.get_with(path, &pass);
    assert_eq!(get("/desk/archive").header("location"), Some("./archive/"));
    let page = get("/desk/archive/story/mill-fire/");
    assert!(page.status == 200 && page.body.contains("../../assets/style.css"), "{}", page.body);
    assert_eq!(get("/story/mill-fire/").status, 200, "a proxy may take the prefix off");
    assert_eq!(get("/desk/archives/story/mill-fire/").status, 404);
    let map = get("/desk/archive/article/mill-fire/post-1/timemap").body;
    assert!(map.contains("/desk/archive/article/mill-fire/post-1/2/>"), "{map}");
    for prefix in [":x", "'a{b'", "'a b'", "a//b", "../a"] {
        let told = Sandbox::new().run(&format!("serve --port 0 --prefix {prefix}"));
        assert!(told.contains("such as /archive") && told.contains("--- exit 2"), "{told}");
    }
}

#[test]
fn the_key_stands_on_no_command_line() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::mill_fire();
    let opener = sandbox.file(
        "xdg-open",
        "#!/bin/sh\n/bin/cp \"$1\" \"$OUT/page\"\n/usr/bin/stat -c %a \"${1%/*}\" > \"$OUT/mode\"\necho \"$*\" > \"$OUT/args\"\n",
    );
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).expect("the file is ours");
    let folder = sandbox.path("").display().to_string();
    let served = Served::start_with(sandbox, "--open", &[("PATH", folder.clone()), ("OUT", folder)]);
    let read = |name: &str| std::fs::read_to_string(served.sandbox.path(name)).unwrap_or_default();
    let began = std::time::Instant::now();
    while read("args").is_empty() && began.elapsed().as_secs() < 10 {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(read("args").ends_with(".html\n") && !read("args").contains(&served.key), "{}", read("args"));
    assert_eq!(read("mode"), "700\n");
    assert!(read("page").contains(&format!("127.0.0.1:{}/?key={}", served.port, served.key)), "{}", read("page"));
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
fn read_only_lets_nobody_change_anything() {
    let served = Served::start(Sandbox::mill_fire(), "--read-only");
    let told = std::fs::read_to_string(served.sandbox.path("stderr.txt")).expect("a file");
    assert!(told.contains("2 articles and timelines are not worked out yet") && told.contains("reindex"), "{told}");
    assert_eq!(served.get("/add/").status, 403);
    let token = served.token("/");
    let story = format!("form_token={token}&name=Ferry+fire&timezone=UTC");
    assert_eq!(served.post("/add/story/", &story, "").status, 403);
    let page = served.get("/story/mill-fire/").body;
    let id = page.split_once("entry/").and_then(|(_, rest)| rest.split('/').next()).expect("an entry").to_owned();
    let edit = served.post(&format!("/story/mill-fire/entry/{id}/"), &format!("form_token={token}&act=hide"), "");
    assert!(edit.status == 403 && edit.body.contains("read only"), "{}", edit.body);
    assert!(!served.get("/stories/").body.contains("Ferry fire"));
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
    // What forms inside bear is shown to nobody outside.
    let form = served.get_with("/login/", "").body;
    assert!(form.contains("name=\"password\"") && !form.contains("form_token"), "{form}");
    let enter = |password: &str, headers: &str| {
        let body = format!("password={password}");
        served.send(&format!(
            "POST /login/ HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Length: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n{headers}\r\n{body}",
            served.port,
            body.len()
        ))
    };
    assert_eq!(enter("sesame", "").status, 401);
    assert_eq!(enter("open+sesame", "Origin: http://evil.example\r\n").status, 403);
    let proxied = enter("open+sesame", "X-Forwarded-Proto: https\r\n");
    assert!(proxied.header("set-cookie").is_some_and(|cookie| cookie.ends_with("; Secure")), "{}", proxied.head);
    let done = enter("open+sesame", "");
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
