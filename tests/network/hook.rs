//! Tries `hook` with a real webhook receiver, a real SMTP server, a program and a feed file.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use crate::desk::{Desk, article};
use crate::server::{Answer, Server};
use crate::smtp::MailSink;

/// Two moments; what is recorded lies after both hooks and store were made.
const MADE: &str = "2025-04-24T06:00:00Z";

/// Runs a command at a moment of the day; returns what it wrote to both streams, and its status.
fn run_at(desk: &Desk, time: &str, words: &[&str]) -> (String, i32) {
    let mut command = desk.command(words);
    let output =
        command.env("WRITETHRU_NOW", format!("2025-04-24T{time}:00Z")).env("HOOK_KEY", "whsec_c2VjcmV0").output();
    let output = output.expect("the program starts");
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).expect("output is UTF-8"), output.status.code().unwrap_or(-1))
}

fn add(desk: &Desk, words: &[&str]) {
    let words = [&["hook", "add", "--name", "desk", "--story", "fire"], words].concat();
    let mut command = desk.command(&words);
    let output = command.env("WRITETHRU_NOW", MADE).output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Records two versions of an article, an hour apart.
fn record(desk: &Desk) {
    for (time, dead) in [("07:00", 12), ("08:00", 15)] {
        let lead = format!("At least {dead} people were killed in the fire, the mayor said.");
        let file = desk.file("post.html", article("Mill burns", &lead));
        let (text, status) = run_at(desk, time, &["add", &file, "--story", "fire", "--outlet", "The Post"]);
        assert_eq!(status, 0, "{text}");
    }
}

#[test]
fn a_webhook_gets_a_signed_change_again_and_again_until_it_takes_it() {
    let receiver = Server::start(|_, n| Answer::status(if n < 2 { 503 } else { 204 }));
    let desk = Desk::new();
    let url = receiver.url("/hook");
    add(&desk, &["--webhook", &url, "--secret", "env:HOOK_KEY", "--allow-private", "--link", "https://desk.example/a"]);
    record(&desk);
    let (text, status) = run_at(&desk, "08:01", &["hook", "run"]);
    assert!(text.contains("status 503") && text.contains("1 waiting") && status == 1, "{text}");
    assert!(run_at(&desk, "08:01", &["hook", "run"]).0.contains("0 changes told, 1 waiting"), "not before its time");
    run_at(&desk, "08:03", &["hook", "run"]);
    let (text, status) = run_at(&desk, "08:09", &["hook", "run"]);
    assert!(text.contains("1 change told, 0 waiting") && status == 0, "{text}");
    assert!(run_at(&desk, "09:00", &["hook", "run"]).0.contains("0 changes told, 0 waiting"));
    let heard = receiver.heard("/hook");
    assert_eq!(heard.len(), 3);
    let id = heard[0].header("webhook-id").unwrap();
    assert!(heard.iter().all(|one| one.header("webhook-id") == Some(id) && one.body == heard[0].body));
    let body: Value = serde_json::from_slice(&heard[2].body).unwrap();
    assert_eq!((&body["type"], &body["data"]["reference"]), (&"writethru.change".into(), &"fire/post@1..2".into()));
    assert_eq!(body["data"]["link"], "https://desk.example/a/article/fire/post/1..2/");
    let change = &body["data"]["update"]["changes"][0];
    assert_eq!(
        (&change["facets"][0]["before"], &change["facets"][0]["after"]),
        (&"At least 12".into(), &"At least 15".into()),
        "{body}"
    );
    assert!(change["a_text"].as_str().unwrap().contains("12 people"), "{change}");
    // The receiver can tell who wrote: `openssl` makes the same signature.
    let time = heard[2].header("webhook-timestamp").unwrap();
    let signed = [id.as_bytes(), b".", time.as_bytes(), b".", &heard[2].body].concat();
    let file = desk.file("signed", signed);
    let made =
        std::process::Command::new("openssl").args(["dgst", "-sha256", "-hmac", "secret", "-binary", &file]).output();
    let want = format!("v1,{}", BASE64_STANDARD.encode(made.expect("openssl is there").stdout));
    assert_eq!(heard[2].header("webhook-signature"), Some(want.as_str()));
}

#[test]
fn no_secret_stands_in_the_store_or_in_what_is_told_of_it() {
    let desk = Desk::new();
    add(&desk, &["--webhook", "http://127.0.0.1:1/", "--secret", "env:HOOK_KEY", "--allow-private"]);
    record(&desk);
    run_at(&desk, "08:01", &["hook", "run"]);
    let mut seen = std::fs::read(desk.path("store.db")).unwrap();
    for words in [&["hook", "log", "desk"][..], &["hook", "list"], &["export", "jsonl"]] {
        seen.extend(run_at(&desk, "08:02", words).0.into_bytes());
    }
    let holds = |words: &[u8]| seen.windows(words.len()).any(|part| part == words);
    assert!(holds(b"env:HOOK_KEY") && !holds(b"c2VjcmV0"));
    let (text, status) = desk.run(&["hook", "add", "--webhook", "https://a.example/", "--secret", "hunter2"]);
    assert!(text.contains("env:NAME") && status == 2, "{text}");
    let from = ["--from", "a@a.example", "--server", "smtp://me:hunter2@a.example"];
    let (text, status) = desk.run(&[&["hook", "add", "--mail", "b@a.example"], &from[..]].concat());
    assert!(text.contains("password") && !text.contains("hunter2") && status == 2, "{text}");
    let from = ["--from", "a@a.example", "--server", "smtps://a.example"];
    let (text, status) = desk.run(&[&["hook", "add", "--mail", "nonsense"], &from[..]].concat());
    assert!(text.contains("`nonsense` is no mail address") && status == 2, "{text}");
}

#[test]
fn the_address_of_a_webhook_is_named_or_shown_shortened() {
    let receiver = Server::start(|_, _| Answer::status(204));
    let desk = Desk::new();
    add(&desk, &["--webhook", "env:HOOK_URL", "--allow-private"]);
    record(&desk);
    let mut command = desk.command(&["hook", "run"]);
    command.env("WRITETHRU_NOW", "2025-04-24T08:01:00Z").env("HOOK_URL", receiver.url("/hook/token"));
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(receiver.heard("/hook/token").len(), 1);
    let holds = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    assert!(!holds(&std::fs::read(desk.path("store.db")).unwrap(), b"/hook/token"));
    let url = "https://desk.example/services/token";
    let (added, _) = run_at(&desk, "08:02", &["hook", "add", "--name", "open", "--story", "fyre", "--webhook", url]);
    assert!(added.contains("no story is called `fyre` yet"), "{added}");
    let mut seen = added;
    for words in [&["hook", "list"][..], &["hook", "show", "open", "--format", "json"], &["export", "jsonl"]] {
        seen += &run_at(&desk, "08:02", words).0;
    }
    assert!(seen.contains("https://desk.example/…") && !seen.contains("token"), "{seen}");
    assert!(run_at(&desk, "08:02", &["export", "jsonl", "--hooks"]).0.contains(url));
}

#[test]
fn a_server_of_ones_own_network_is_told_only_where_that_is_allowed() {
    let receiver = Server::start(|_, _| Answer::status(204));
    let desk = Desk::new();
    add(&desk, &["--webhook", &receiver.url("/hook")]);
    record(&desk);
    let (text, status) = run_at(&desk, "08:01", &["hook", "run"]);
    assert!(text.contains("no public address") && status == 1, "{text}");
    assert!(receiver.heard("/hook").is_empty());
}

#[test]
fn a_server_that_wants_no_more_is_left_alone() {
    let receiver = Server::start(|_, _| Answer::status(410));
    let desk = Desk::new();
    add(&desk, &["--webhook", &receiver.url("/hook"), "--allow-private"]);
    record(&desk);
    for time in ["08:01", "12:00"] {
        run_at(&desk, time, &["hook", "run"]);
    }
    assert_eq!(receiver.heard("/hook").len(), 1);
    let (text, _) = run_at(&desk, "12:01", &["hook", "list"]);
    assert!(text.contains("1 could not be told") && text.contains("rests"), "{text}");
}

#[test]
fn a_mail_is_sent_once_the_server_takes_it() {
    let sink = MailSink::start(1);
    let desk = Desk::new();
    let target = ["--mail", "Ann <ann@desk.example>", "--mail", "bo@desk.example", "--from", "writethru@desk.example"];
    add(&desk, &[&target[..], &["--server", &sink.url(), "--past", "killed:15"]].concat());
    record(&desk);
    let (text, status) = run_at(&desk, "08:01", &["hook", "run"]);
    assert!(text.contains("1 waiting") && status == 1, "{text}");
    let (text, status) = run_at(&desk, "08:05", &["hook", "run"]);
    assert!(text.contains("1 change told") && status == 0, "{text}");
    let mails = sink.mails();
    assert_eq!((mails.len(), mails[0].to.len()), (1, 2), "{mails:?}");
    let text = mails[0].text.replace("=\n", "");
    for part in [
        "Subject: The Post: Mill burns (1 material change)",
        "12 people were killed",
        "15 people were killed",
        "writethru diff fire/post@1..2",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn a_program_gets_the_change_and_no_shell_reads_it() {
    let desk = Desk::new();
    let script = "cat > \"$0\"; printf '%s' \"$WRITETHRU_REFERENCE\" >> \"$0\"";
    let out = desk.path("told").display().to_string();
    let command = serde_json::to_string(&["sh", "-c", script, &out]).unwrap();
    add(&desk, &["--command", &command, "--silent", "--kind", "figure"]);
    record(&desk);
    let (text, status) = run_at(&desk, "08:01", &["hook", "run"]);
    assert!(text.contains("1 change told") && status == 0, "{text}");
    let told = std::fs::read_to_string(&out).unwrap();
    assert!(told.starts_with(r#"{"data":{"#) && told.ends_with("fire/post@1..2"), "{told}");
    let (text, _) = run_at(&desk, "08:02", &["hook", "test", "desk", "--dry-run"]);
    assert!(text.contains("killed") && text.contains("At least 12 → At least 15"), "{text}");
    let failing = Desk::new();
    add(&failing, &["--command", "false"]);
    record(&failing);
    assert!(run_at(&failing, "08:01", &["hook", "run"]).0.contains("exit status: 1"));
}

#[test]
fn feeds_are_files_that_read_back() {
    let desk = Desk::new();
    let atom = desk.path("changes.xml").display().to_string();
    add(&desk, &["--atom", &atom]);
    let json = desk.path("changes.json").display().to_string();
    let (text, status) = run_at(&desk, "06:00", &["hook", "add", "--json-feed", &json, "--word", "mayor"]);
    assert_eq!(status, 0, "{text}");
    record(&desk);
    assert!(run_at(&desk, "08:01", &["hook", "run"]).0.contains("1 change told"));
    let feed = std::fs::read_to_string(&atom).unwrap();
    assert!(
        feed.contains("urn:writethru:fire/post:v2") && feed.contains("&lt;del&gt;At least 12&lt;/del&gt;"),
        "{feed}"
    );
    assert!(!std::path::Path::new(&json).exists(), "no word came or went");
}

#[test]
fn the_watch_tells_of_changes_and_never_of_a_text_in_doubt() {
    let long = "The council met for an hour on Thursday and heard from residents of the street.";
    let site = Server::start(move |heard, n| match (heard.path.as_str(), n) {
        ("/hook", _) => Answer::status(204),
        ("/robots.txt", _) => Answer::status(404),
        ("/a", 0) => {
            Answer::page(&article("Mill burns", "At least 12 people were killed in the fire, the mayor said."))
        }
        ("/a", 1) => Answer::page(&format!("<html><article><h1>Mill burns</h1><p>{long}</p></article></html>")),
        _ => Answer::page(&article("Mill burns", "At least 15 people were killed in the fire, the mayor said.")),
    });
    let desk = Desk::new();
    add(&desk, &["--webhook", &site.url("/hook"), "--allow-private"]);
    let free = ["--allow-private", "--pause", "0"];
    let url = site.url("/a");
    let at = |time: &str, words: &[&str]| run_at(&desk, time, &[words, &free[..]].concat());
    at("07:00", &["watch", "add", &url, "--kind", "article", "--story", "fire"]);
    let told = |time: &str| {
        at(time, &["watch", "once"]);
        site.heard("/hook").len()
    };
    assert_eq!([told("07:01"), told("07:30"), told("08:30"), told("09:30")], [0, 0, 1, 1]);
}
