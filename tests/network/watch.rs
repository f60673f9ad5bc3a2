//! Tries `watch` with a real server: lists, new articles, rewrites, restarts, signals.

use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value::Null;

use crate::desk::{Desk, article};
use crate::server::{Answer, Server};

const LEAD: &str = "The bridge over the Mill stays shut, the council said on Thursday.";
const FREE: [&str; 3] = ["--allow-private", "--pause", "0"];

/// Serves a feed of `n_items` articles; each article's text is the number of times it was asked for before, halved.
fn newsroom(n_items: usize) -> Server {
    Server::start(move |heard, n| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        "/rss.xml" => {
            let item = |n: usize| format!("<item><title>Report {n} on bridge</title><link>/a{n}</link></item>");
            let items = (0..n_items).map(item).collect::<Vec<_>>().concat();
            let feed = format!("<rss version=\"2.0\"><channel><title>The Post</title>{items}</channel></rss>");
            Answer::bytes("application/rss+xml", feed.as_bytes())
        }
        "/late" => Answer::status(500),
        path => Answer::page(&article(&format!("Report {path}"), &format!("{LEAD} It is text {}.", n / 2))),
    })
}

fn watch(desk: &Desk, words: &[&str]) -> (String, i32) {
    desk.run(&[&["watch"], words, &FREE].concat())
}

#[test]
fn a_feed_is_watched_and_its_articles_recorded() {
    let (site, desk) = (newsroom(3), Desk::new());
    let url = site.url("/rss.xml");
    let (text, status) = watch(&desk, &["add", &url, "--story", "bridge", "--outlet", "The Post", "--name", "post"]);
    assert!(text.contains("post  feed") && status == 0, "{text}");
    let (text, status) = watch(&desk, &["once"]);
    assert!(text.contains("4 looks: 3 versions recorded, 3 pages found, 0 failed") && status == 0, "{text}");
    for _ in 0..2 {
        watch(&desk, &["once", "post"]);
    }
    let log = desk.json(&["log", "bridge"]);
    let versions: Vec<_> =
        log["articles"].as_array().unwrap().iter().map(|a| a["versions"].as_array().unwrap().len()).collect();
    assert_eq!(versions, [2, 2, 2], "{log}");
    let shown = desk.json(&["watch", "show", "post"]);
    assert_eq!(shown["pages"].as_array().unwrap().len(), 4);
    let mut names: Vec<_> =
        shown["pages"].as_array().unwrap().iter().filter_map(|page| page["article"].as_str()).collect();
    names.sort_unstable(); // which is next is a matter of chance
    assert_eq!(names, ["bridge/a0", "bridge/a1", "bridge/a2"]);
    assert_eq!(log["articles"][0]["article"]["outlet"], "The Post");
}

#[test]
fn only_items_with_the_words_are_taken() {
    let (site, desk) = (newsroom(12), Desk::new());
    let url = site.url("/rss.xml");
    let (text, _) = watch(&desk, &["test", &url, "--match", "report 1 ", "--match", "a11"]);
    assert!(text.contains("takes 2 of 12 pages") && text.contains("“The Post”"), "{text}");
    assert_eq!(desk.json(&["watch", "list"])["watches"].as_array().unwrap().len(), 0, "a test keeps nothing");
    watch(&desk, &["add", &url, "--match", "Report 1 ", "--match", "a11"]);
    watch(&desk, &["once"]);
    let names: Vec<_> =
        desk.json(&["article", "list"])["articles"].as_array().unwrap().iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn pages_of_other_kinds_are_told_apart() {
    let site = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" | "/gone" => Answer::status(404),
        "/sitemap.xml" => Answer::bytes("text/xml", b"<urlset><url><loc>/news/a</loc></url></urlset>"),
        "/section" => Answer::page(
            "<html><body><a href='/news/2025/04/bridge-over-mill-shut'>Bridge over the Mill shut</a></body></html>",
        ),
        _ => Answer::page(&article("Bridge shut", LEAD)),
    });
    let desk = Desk::new();
    let kind = |path: &str| {
        let url = site.url(path);
        let words = [&["watch", "add", &url], &FREE[..]].concat();
        desk.json(&words)["kind"].as_str().unwrap().to_owned()
    };
    assert_eq!([kind("/sitemap.xml"), kind("/section"), kind("/news/a")], ["sitemap", "section", "article"]);
    let (text, status) = watch(&desk, &["add", &site.url("/gone")]);
    assert!(text.contains("cannot be watched") && text.contains("--kind") && status == 1, "{text}");
    let (text, status) = watch(&desk, &["add", &site.url("/section")]);
    assert!(text.contains("is watched already") && status == 1, "{text}");
    assert!(watch(&desk, &["add", &site.url("/gone"), "--kind", "article"]).1 == 0);
}

#[test]
fn a_watch_rests_goes_on_and_ends() {
    let (site, desk) = (newsroom(1), Desk::new());
    watch(&desk, &["add", &site.url("/rss.xml"), "--name", "post"]);
    let (text, _) = desk.run(&["watch", "snooze", "post", "--until", "2040-01-01T00:00Z"]);
    assert!(text.contains("post  feed  rests"), "{text}");
    assert!(watch(&desk, &["once"]).0.contains("0 looks"));
    assert!(desk.run(&["watch", "list"]).0.contains("rests until 2040-01-01"));
    desk.run(&["watch", "resume", "post"]);
    assert!(watch(&desk, &["once"]).0.contains("2 looks"));
    let (text, status) = desk.run(&["watch", "remove", "pots"]);
    assert!(text.contains("did you mean `post`?") && status == 1, "{text}");
    assert!(desk.run(&["watch", "remove", "post"]).0.contains("its articles stay"));
    assert_eq!(desk.json(&["log"])["articles"].as_array().unwrap().len(), 1);
    assert!(desk.run(&["watch", "list"]).0.contains("nothing is watched yet"));
    assert!(desk.run(&["check"]).1 == 0);
}

#[test]
fn a_server_that_hangs_holds_up_no_other() {
    let slow = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        _ => Answer { trickle: Duration::from_mins(1), ..Answer::page("a") },
    });
    let (site, desk) = (newsroom(4), Desk::new());
    watch(&desk, &["add", &slow.url("/a"), "--kind", "article"]);
    watch(&desk, &["add", &site.url("/rss.xml")]);
    let begun = Instant::now();
    let (text, status) = watch(&desk, &["once", "--timeout", "4"]);
    assert!(text.contains("4 versions recorded") && text.contains("1 failed") && status == 0, "{text}");
    assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
}

#[test]
fn a_run_writes_lines_of_json_and_ends_in_time() {
    let (site, desk) = (newsroom(2), Desk::new());
    watch(&desk, &["add", &site.url("/rss.xml")]);
    let begun = Instant::now();
    let (text, status) = watch(&desk, &["run", "--for", "2s", "--format", "json"]);
    assert!(status == 0 && begun.elapsed() < Duration::from_secs(8), "{text}");
    let lines: Vec<serde_json::Value> =
        text.lines().filter(|line| line.starts_with('{')).map(|line| serde_json::from_str(line).unwrap()).collect();
    let events: Vec<_> = lines.iter().map(|line| line["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["list", "look", "look"], "{text}");
    assert_eq!(lines[1]["recorded"]["outcome"], "first");
}

#[test]
fn a_signal_ends_the_run_when_the_looks_under_way_are_done() {
    let (site, desk) = (newsroom(2), Desk::new());
    watch(&desk, &["add", &site.url("/rss.xml")]);
    let program = assert_cmd::cargo::cargo_bin("writethru");
    let mut child = std::process::Command::new(program)
        .env_clear()
        .env("WRITETHRU_DB", desk.path("store.db"))
        .args(["watch", "run", "--allow-private", "--pause", "0"])
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while ["/a0", "/a1"].iter().any(|path| site.heard(path).is_empty()) && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    let kill = std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let begun = Instant::now();
    let status = child.wait().unwrap();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut said).unwrap();
    assert!(status.success() && said.contains("2 versions recorded"), "{status} {said}");
    assert!(begun.elapsed() < Duration::from_secs(3));
}

#[test]
fn a_run_that_is_killed_leaves_a_plan_that_goes_on() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let site = Server::start(move |heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        _ => {
            if count.fetch_add(1, Ordering::SeqCst) == 0 {
                std::thread::sleep(Duration::from_secs(30));
            }
            Answer::page(&article("Bridge shut", LEAD))
        }
    });
    let desk = Desk::new();
    watch(&desk, &["add", &site.url("/a"), "--kind", "article"]);
    let program = assert_cmd::cargo::cargo_bin("writethru");
    let mut child = std::process::Command::new(program)
        .env_clear()
        .env("WRITETHRU_DB", desk.path("store.db"))
        .args(["watch", "run", "--allow-private", "--pause", "0"])
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while asked.load(Ordering::SeqCst) == 0 && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // The page is due again when its lease ends.
    let later = (desk.json(&["watch", "list"])["now"].as_str().unwrap()[..4]).parse::<i32>().unwrap() + 1;
    let output = desk
        .command(&[&["watch", "once", "--due"], &FREE[..]].concat())
        .env("WRITETHRU_NOW", format!("{later}-12-31T00:00:00Z"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("1 version recorded"), "{said}");
}

#[test]
fn a_server_that_asks_for_a_pause_is_asked_once() {
    let site = Server::start(move |heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        "/rss.xml" => {
            let item = |n: usize| format!("<item><title>Report {n}</title><link>/a{n}</link></item>");
            let items = (0..3).map(item).collect::<Vec<_>>().concat();
            Answer::bytes("text/xml", format!("<rss version=\"2.0\"><channel>{items}</channel></rss>").as_bytes())
        }
        _ => Answer::status(429).with("Retry-After", "3600"),
    });
    let desk = Desk::new();
    watch(&desk, &["add", &site.url("/rss.xml"), "--name", "post"]);
    let (text, status) = watch(&desk, &["once", "--jobs", "1"]);
    assert!(text.contains("2 looks: 0 versions recorded, 3 pages found, 1 failed") && status == 0, "{text}");
    let shown = desk.json(&["watch", "show", "post"]);
    let failures = shown["pages"].as_array().unwrap().iter().map(|page| page["failures"].as_u64().unwrap());
    assert_eq!(failures.sum::<u64>(), 1, "a look that did not take place is no failure: {shown}");
}

#[test]
fn a_watch_names_no_list_where_none_is_and_goes_on_when_its_article_is_deleted() {
    let site = Server::start(|heard, _| match heard.path.as_str() {
        "/robots.txt" => Answer::status(404),
        _ => Answer::page(
            "<html><body><article><h1>Bridge</h1><p>It is shut, the council said.</p></article></body></html>",
        ),
    });
    let desk = Desk::new();
    let (text, status) = watch(&desk, &["test", &site.url("/a"), "--kind", "section"]);
    assert!(text.contains("no section was found there") && status == 1, "{text}");
    watch(&desk, &["add", &site.url("/a"), "--kind", "article", "--story", "bridge", "--name", "own"]);
    watch(&desk, &["once"]);
    assert_eq!(desk.run(&["article", "delete", "bridge/a", "--yes"]).1, 0);
    let (text, _) = watch(&desk, &["once"]);
    assert!(text.contains("1 look: 1 version recorded"), "{text}");
    assert_eq!(desk.run(&["check"]).1, 0);
}

#[test]
fn a_pause_that_has_passed_is_refused_and_a_long_interval_too() {
    let (site, desk) = (newsroom(1), Desk::new());
    watch(&desk, &["add", &site.url("/rss.xml"), "--name", "post"]);
    let (text, status) = desk.run(&["watch", "pause", "post", "--until", "2020-01-01T00:00Z"]);
    assert!(text.contains("`2020-01-01T00:00Z` has passed") && text.contains("hint:") && status == 2, "{text}");
    let now = |words: &[&str]| {
        let output = desk.command(words).env("WRITETHRU_NOW", "2025-04-25T12:00:00Z").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    now(&["watch", "pause", "post", "--until", "8pm"]);
    assert!(now(&["watch", "list"]).contains("rests until 2025-04-25 20:00"));
    let (text, status) = watch(&desk, &["add", &site.url("/late"), "--kind", "article", "--every", "60d"]);
    assert!(text.contains("1s to 36d") && status == 2, "{text}");
}

#[test]
fn a_watch_looks_at_its_hours_and_rests_with_its_group() {
    let (site, desk) = (newsroom(1), Desk::new());
    let at = |time: &str, words: &[&str]| {
        let words = [&["watch"], words].concat();
        let output = desk.command(&words).env("WRITETHRU_NOW", time).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        String::from_utf8(said).unwrap()
    };
    let (day, night) = ("2025-04-25T12:00:00Z", "2025-04-25T23:30:00Z");
    let hours = ["--hours", "06:00-23:00", "--zone", "Europe/London", "--group", "UK"];
    let told = at(day, &[&["add", &site.url("/rss.xml"), "--name", "post", "--allow-private"], &hours[..]].concat());
    assert!(told.contains("is watched"), "{told}");
    let list = at(day, &["list", "--group", "uk"]);
    assert!(list.contains("at 06:00-23:00 Europe/London") && list.contains("in group uk"), "{list}");
    let told = at(night, &["once", "--due", "--allow-private", "--pause", "0"]);
    assert!(told.contains("0 looks"), "{told}");
    assert!(at(night, &["list"]).contains("next look"), "{}", at(night, &["list"]));
    let told = at(night, &["once", "--group", "uk", "--allow-private", "--pause", "0"]);
    assert!(told.contains("1 version recorded"), "whoever asks for a look now gets one: {told}");
    assert!(at(day, &["pause", "--group", "uk"]).contains("rests"));
    assert!(at(day, &["list"]).contains("rests"));
    assert!(at(day, &["resume", "--group", "uk"]).contains("goes on"));
    let told = at(day, &["set", "post", "--every", "30m"]);
    assert!(told.contains("looks at its pages every 30 minutes, 06:00-23:00 Europe/London, in group uk"), "{told}");
    let told = at(day, &["once", "--due", "--allow-private", "--pause", "0"]);
    assert!(told.contains("0 looks"), "what was looked at just now is not due by another pace: {told}");
    assert!(at(day, &["set", "post", "--hours", "", "--group", "", "--every", ""]).contains("its pages at all hours"));
    let shown = desk.json(&["watch", "list"]);
    assert_eq!((&shown["watches"][0]["hours"], &shown["watches"][0]["group"]), (&Null, &Null), "{shown}");
    for (words, want) in [
        (&["pause", "--group", "uk"][..], "no watch is in a group"),
        (&["set", "post", "--hours", "6-6"], "names no hours of the day"),
        (&["set", "post"], "nothing is said to change"),
        (&["add", "https://nowhere.invalid/rss", "--hours", "6-6"], "names no hours of the day"),
        (&["pause"], "required"),
    ] {
        let told = at(day, words);
        assert!(told.contains(want), "{words:?}: {told}");
    }
}
