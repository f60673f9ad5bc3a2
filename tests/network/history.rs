//! Tries the imports of other programs' archives, each made by the test: a git repository, databases, folders, a zip file, a
//! recorded Wayback Machine. All are taken once, however often they are imported, and refuse what is no article.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::desk::{Desk, article};
use crate::server::{Answer, Server};

const URL: &str = "https://post.example/news/bridge";
const SHUT: &str = "The bridge over the Mill stays shut, the council said on Thursday.";
const OPEN: &str = "The bridge over the Mill is open again, the council said on Friday.";

/// Runs git in a folder, at a moment.
fn git(folder: &Path, time: &str, words: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"])
        .args(words)
        .current_dir(folder)
        .envs([("GIT_COMMITTER_DATE", time), ("GIT_AUTHOR_DATE", time)])
        .envs([("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null")])
        .output()
        .expect("git is there");
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Makes a repository in which a file has three versions: two texts, and an error page.
fn repository(folder: &Path, file: &str, texts: &[String]) {
    std::fs::create_dir_all(folder.join(file).parent().expect("a folder")).expect("a folder is made");
    git(folder, "2025-04-24T07:00:00Z", &["init", "-q", "."]);
    for (hour, text) in (8..).zip(texts) {
        std::fs::write(folder.join(file), text).expect("a file is written");
        git(folder, "2025-04-24T07:00:00Z", &["add", "."]);
        git(folder, &format!("2025-04-24T{hour:02}:00:00Z"), &["commit", "-qm", "x"]);
    }
}

/// Imports twice; checks that the second time takes nothing, and returns the counts and the log.
fn twice(desk: &Desk, words: &[&str]) -> (Value, Value) {
    let words = [&["import"], words].concat();
    let first = desk.json(&words);
    let log = desk.json(&["log"]);
    let again = desk.json(&words);
    assert_eq!((&again["recorded"], &again["unchanged"]), (&0.into(), &0.into()), "{again}");
    assert_eq!(desk.json(&["log"]), log);
    assert_eq!(desk.run(&["check"]).1, 0);
    (first, log)
}

/// Returns the moments at which versions of the first article were seen.
fn times(log: &Value) -> Vec<String> {
    let versions = log["articles"][0]["versions"].as_array().expect("an article");
    versions.iter().map(|version| version["captured"].as_str().expect("a moment").to_owned()).collect()
}

#[test]
fn commits_of_a_hostile_repository_are_versions_and_nothing_of_it_runs() {
    let desk = Desk::new();
    let folder = desk.path("repo");
    let texts = [article("Bridge", SHUT), article("Bridge", OPEN), "<html><h1>404 Not Found</h1></html>".to_owned()];
    repository(&folder, "pages/bridge.html", &texts);
    std::fs::write(folder.join("notes.txt"), "Notes of no article at all.").unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.join("pages/link.html")).unwrap();
    git(&folder, "2025-04-24T12:00:00Z", &["add", "."]);
    git(&folder, "2025-04-24T12:00:00Z", &["commit", "-qm", "x"]);
    // Whatever a repository can have git run touches a file.
    let mark = desk.path("mark");
    let run = format!("touch {}", mark.display());
    for setting in [
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "core.sshCommand",
        "gpg.program",
        "filter.x.smudge",
        "diff.x.textconv",
        "alias.rev-list",
        "core.editor",
        "credential.helper",
        "core.alternateRefsCommand",
        "uploadpack.packObjectsHook",
    ] {
        git(&folder, "2025-04-24T07:00:00Z", &["config", setting, &run]);
    }
    git(&folder, "2025-04-24T07:00:00Z", &["config", "log.showSignature", "true"]);
    std::fs::write(folder.join(".git/info/attributes"), "* filter=x diff=x\n").unwrap();
    for hook in ["post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"] {
        let path = folder.join(".git/hooks").join(hook);
        std::fs::write(&path, format!("#!/bin/sh\n{run}\n")).unwrap();
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    let words = ["git", &folder.display().to_string(), "pages", "--story", "bridge"];
    let (view, log) = twice(&desk, &words);
    assert_eq!((&view["recorded"], &view["refused"]), (&2.into(), &serde_json::json!({"error-page": 1})), "{view}");
    assert_eq!(times(&log), ["2025-04-24T08:00:00Z", "2025-04-24T09:00:00Z"]);
    assert_eq!(log["articles"][0]["article"]["reference"], "bridge/pages-bridge");
    assert!(!mark.exists(), "something of the repository was run");
    let (text, status) = desk.run(&["import", "git", &desk.path("none").display().to_string()]);
    assert!(text.contains("is no git repository") && text.contains("hint:") && status == 1, "{text}");
}

#[test]
fn files_that_differ_in_their_ending_are_articles_of_their_own() {
    let desk = Desk::new();
    let folder = desk.path("repo");
    repository(&folder, "pages/bridge.html", &[article("Bridge", SHUT)]);
    for (name, text) in [("bridge.css", "p { margin: 0 }"), ("bridge.json", "{}"), ("bridge.md", OPEN)] {
        std::fs::write(folder.join("pages").join(name), text).unwrap();
    }
    git(&folder, "2025-04-24T08:00:00Z", &["add", "."]);
    git(&folder, "2025-04-24T08:00:00Z", &["commit", "-qm", "x"]);
    // A second commit of the same second.
    std::fs::write(folder.join("pages/bridge.html"), article("Bridge", OPEN)).unwrap();
    git(&folder, "2025-04-24T08:00:00Z", &["commit", "-qam", "x"]);
    let (view, log) = twice(&desk, &["git", &folder.display().to_string(), "--story", "bridge"]);
    assert_eq!((&view["recorded"], &view["refused"]), (&3.into(), &serde_json::json!({"media-type": 2})), "{view}");
    let names = |log: &Value| {
        let articles = log["articles"].as_array().expect("articles");
        let mut names: Vec<_> = articles.iter().map(|found| found["article"]["reference"].to_string()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&log), ["\"bridge/pages-bridge\"", "\"bridge/pages-bridge-md\""]);
    // A file's name does not depend on what else is asked for.
    let alone = Desk::new();
    let words = ["git", &folder.display().to_string(), "pages/bridge.md", "--story", "bridge"];
    assert_eq!(names(&twice(&alone, &words).1), ["\"bridge/pages-bridge-md\""]);
    // A program of before named that file alone, by its shortest name: what it recorded goes on under that name.
    assert_eq!(alone.run(&["article", "rename", "bridge/pages-bridge-md", "pages-bridge"]).1, 0);
    let (view, log) = twice(&alone, &words);
    assert_eq!((&view["recorded"], names(&log)), (&0.into(), vec!["\"bridge/pages-bridge\"".to_owned()]), "{view}");
    // A copy without its earlier history holds what it was cut off at.
    let (source, copy) = (format!("file://{}", folder.display()), desk.path("shallow"));
    let words = ["clone", "-q", "--depth", "1", &source, &copy.display().to_string()];
    git(&desk.path(""), "2025-04-24T08:00:00Z", &words);
    let other = Desk::new();
    let (view, log) = twice(&other, &["git", &copy.display().to_string(), "--story", "bridge"]);
    assert_eq!((&view["recorded"], names(&log).len()), (&2.into(), 2), "{view}");
}

#[test]
fn repositories_of_newsdiffs_are_read_file_by_address() {
    let desk = Desk::new();
    let folder = desk.path("articles");
    let text = |lead: &str| format!("August 1, 2012\nBridge shut\nBy ANN LEE\n\n{lead}\n\nIt was built in 1911.\n");
    repository(&folder.join("2012-08"), "www.post.example/2012/bridge.html", &[text(SHUT), text(OPEN)]);
    let (view, log) = twice(&desk, &["newsdiffs", &folder.display().to_string(), "--outlet", "The Post"]);
    assert_eq!(view["recorded"], 2, "{view}");
    assert_eq!(log["articles"][0]["article"]["url"], "https://www.post.example/2012/bridge.html");
    let shown = desk.run(&["show", "bridge"]).0;
    assert!(shown.contains("ANN LEE") && shown.contains("open again") && !shown.contains("August 1"), "{shown}");
}

#[test]
fn databases_of_diffengine_and_newsedits_are_read() {
    let tables = "CREATE TABLE feed (url VARCHAR(255) PRIMARY KEY, name TEXT, created DATETIME);
        CREATE TABLE entry (id INTEGER PRIMARY KEY, url TEXT, created DATETIME, checked DATETIME);
        CREATE TABLE feedentry (id INTEGER PRIMARY KEY, feed_id TEXT, entry_id INTEGER, created DATETIME);
        CREATE TABLE entryversion (id INTEGER PRIMARY KEY, title TEXT, url TEXT, summary TEXT, created DATETIME, archive_url TEXT, entry_id INTEGER);
        INSERT INTO feed VALUES ('https://post.example/rss', 'The Post', '2025-04-24');
        INSERT INTO feedentry VALUES (1, 'https://post.example/rss', 4, '2025-04-24');";
    let newsedits = "CREATE TABLE entryversion (id, entry_id, version, created, title, url, num_versions, summary);";
    for (command, tables, columns) in [
        ("diffengine", tables, "(id, entry_id, title, url, created, summary)"),
        ("newsedits", newsedits, "(id, entry_id, title, url, created, summary)"),
    ] {
        let desk = Desk::new();
        let path = desk.path("own.db");
        let database = rusqlite::Connection::open(&path).unwrap();
        database.execute_batch(tables).unwrap();
        for (id, created, summary) in [
            (1, "2025-04-24 08:00:00.123456", format!("<div><p>{SHUT}</p><p>It was built in 1911.</p></div>")),
            (2, "2025-04-24 09:00:00", format!("<div><p>{OPEN}</p><p>It was built in 1911.</p></div>")),
            (3, "2025-04-24 10:00:00", "<p>Just a moment</p><p>Checking your browser.</p>".to_owned()),
            (4, "some day", "<p>Without a time.</p>".to_owned()),
        ] {
            let sql = format!("INSERT INTO entryversion {columns} VALUES (?1, 4, 'Bridge shut', ?2, ?3, ?4)");
            database.execute(&sql, rusqlite::params![id, URL, created, summary]).unwrap();
        }
        database
            .execute_batch(
                "CREATE TABLE m (x); CREATE TRIGGER t AFTER INSERT ON m BEGIN SELECT 1; END; CREATE VIEW v AS SELECT 1",
            )
            .unwrap();
        let (view, log) = twice(&desk, &[command, &path.display().to_string()]);
        assert_eq!(
            (&view["recorded"], &view["refused"]),
            (&2.into(), &serde_json::json!({"bot-wall": 1, "no-time": 1})),
            "{view}"
        );
        assert_eq!(times(&log), ["2025-04-24T08:00:00.123Z", "2025-04-24T09:00:00Z"], "{command}");
        let outlet = if command == "diffengine" { "The Post".into() } else { Value::Null };
        assert_eq!(log["articles"][0]["article"]["outlet"], outlet, "{command}");
    }
    let desk = Desk::new();
    let other = desk.file("other.db", "x".repeat(5000));
    let (text, status) = desk.run(&["import", "newsedits", &other]);
    assert!(text.contains("cannot read") && text.contains("hint:") && status == 1, "{text}");
}

#[test]
fn snapshots_of_changedetection_are_read_and_none_beside_its_folder() {
    let desk = Desk::new();
    let folder = desk.path("datastore");
    let own = folder.join("6a0f");
    std::fs::create_dir_all(&own).unwrap();
    let list = format!(r#"{{"watching": {{"6a0f": {{"url": "{URL}"}}, "../../etc": {{"url": "{URL}x"}}}}}}"#);
    std::fs::write(folder.join("url-watches.json"), list).unwrap();
    std::fs::write(own.join("a.txt"), format!("Bridge shut\n\n{SHUT}\n\nIt was built in 1911.")).unwrap();
    // What `brotli` makes of the second text, stored without packing.
    let text = format!("Bridge open\n\n{OPEN}\n\nIt was built in 1911.");
    std::fs::write(own.join("b.txt.br"), stored_brotli(text.as_bytes())).unwrap();
    std::fs::write(own.join("c.txt.br"), b"no brotli").unwrap();
    std::fs::write(folder.join("secret.txt"), "The words of another file altogether.").unwrap();
    let history = "1745481600,/datastore/6a0f/a.txt\n1745485200,b.txt.br\n1745488800,c.txt.br\n1745492400,../secret.txt\n1745496000,gone.txt\nodd\n";
    std::fs::write(own.join("history.txt"), history).unwrap();
    let (view, log) = twice(&desk, &["changedetection", &folder.display().to_string()]);
    assert_eq!(view["recorded"], 2, "{view}");
    assert_eq!(view["refused"], serde_json::json!({"missing": 2, "packed-wrong": 1}), "{view}");
    assert_eq!(times(&log), ["2025-04-24T08:00:00Z", "2025-04-24T09:00:00Z"]);
}

/// Writes bytes as a brotli stream (RFC 7932) of one block that is not packed, and an empty last one.
fn stored_brotli(bytes: &[u8]) -> Vec<u8> {
    // Window of 16 bits: `0`. Not the last block: `0`. Length in four nibbles: `00`, length less one, unpacked: `1`.
    let head = ((bytes.len() as u32 - 1) << 4) | (1 << 20);
    let mut stream = head.to_le_bytes()[..3].to_vec();
    stream.extend_from_slice(bytes);
    stream.push(0b11);
    stream
}

fn warc() -> Vec<u8> {
    let record = |time: &str, lead: &str| {
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", article("Bridge", lead));
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: {time}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    };
    [record("2025-04-24T08:00:00Z", SHUT), record("2025-04-25T08:00:00Z", OPEN)].concat().into_bytes()
}

fn wacz(method: zip::CompressionMethod) -> Vec<u8> {
    wacz_of(method, &[("archive/data.warc", &warc())])
}

fn wacz_of(method: zip::CompressionMethod, archives: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    let others: [(&str, &[u8]); 2] = [("datapackage.json", b"{}"), ("pages/pages.jsonl", b"")];
    for (name, bytes) in others.iter().chain(archives) {
        zip.start_file(*name, options).expect("an entry begins");
        zip.write_all(bytes).expect("it is written");
    }
    zip.finish().expect("it is closed").into_inner()
}

#[test]
fn wacz_files_are_read_packed_or_not() {
    for method in [zip::CompressionMethod::Stored, zip::CompressionMethod::Deflated] {
        let desk = Desk::new();
        let file = desk.file("crawl.wacz", wacz(method));
        let (view, log) = twice(&desk, &["wacz", &file]);
        assert_eq!(view["recorded"], 2, "{view}");
        assert_eq!(times(&log), ["2025-04-24T08:00:00Z", "2025-04-25T08:00:00Z"]);
    }
    let desk = Desk::new();
    for (name, bytes, want) in [("a.wacz", &b"PK\x03\x04"[..], "no WACZ"), ("b.wacz", b"", "no WACZ")] {
        let file = desk.file(name, bytes);
        let (text, status) = desk.run(&["import", "wacz", &file]);
        assert!(text.contains(want) && text.contains("hint:") && status == 1, "{text}");
    }
}

/// Imports what has broken parts; checks that each is named, and returns the counts.
fn partly(desk: &Desk, words: &[&str], broken: &[&str]) -> Value {
    let words = [&["import"], words, &["--format", "json"]].concat();
    let output = desk.command(&words).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let view: Value = serde_json::from_slice(&output.stdout).expect("an answer");
    let told = view["broken"].as_array().expect("a list");
    assert_eq!(told.len(), broken.len(), "{view}");
    for (told, part) in told.iter().zip(broken) {
        assert!(told.as_str().expect("words").contains(part), "{view}");
    }
    view
}

#[test]
fn a_broken_part_keeps_no_other_from_being_read() {
    let (whole, cut) = (warc(), &warc()[..40]);
    let archives: [(&str, &[u8]); 3] = [("a.warc", b"no archive"), ("b.warc", cut), ("c.warc", &whole)];
    let desk = Desk::new();
    let file = desk.file("crawl.wacz", wacz_of(zip::CompressionMethod::Stored, &archives));
    let gone = desk.path("gone.wacz").display().to_string();
    let view = partly(&desk, &["wacz", &gone, &file], &["gone.wacz", "a.warc", "b.warc"]);
    assert_eq!(view["recorded"], 2, "{view}");
    let text = desk.run(&["import", "wacz", &gone, &file]).0;
    assert!(text.contains("not read to its end") && text.contains("b.warc"), "{text}");

    let desk = Desk::new();
    let folder = desk.path("articles");
    std::fs::create_dir_all(folder.join("2012-07")).unwrap();
    git(&folder.join("2012-07"), "2025-04-24T07:00:00Z", &["init", "-q", "."]);
    let text = format!("August 1, 2012\nBridge shut\nBy ANN LEE\n\n{SHUT}\n\nIt was built in 1911.\n");
    repository(&folder.join("2012-08"), "www.post.example/2012/bridge.html", &[text]);
    let view = partly(&desk, &["newsdiffs", &folder.display().to_string()], &["2012-07"]);
    assert_eq!(view["recorded"], 1, "{view}");

    let desk = Desk::new();
    let folder = desk.path("datastore");
    for (id, watch) in [("a", "no json"), ("b", &format!(r#"{{"url": "{URL}"}}"#))] {
        std::fs::create_dir_all(folder.join(id)).unwrap();
        std::fs::write(folder.join(id).join("watch.json"), watch).unwrap();
        std::fs::write(folder.join(id).join("history.txt"), "1745481600,a.txt\n1745485200,b.txt\n").unwrap();
        std::fs::write(folder.join(id).join("a.txt"), format!("Bridge shut\n\n{SHUT}\n\nIt was built in 1911."))
            .unwrap();
        // Nobody ever writes into it.
        let made = Command::new("mkfifo").arg(folder.join(id).join("b.txt")).status().expect("mkfifo is there");
        assert!(made.success());
    }
    let view = partly(&desk, &["changedetection", &folder.display().to_string()], &["watch.json"]);
    assert_eq!((&view["recorded"], &view["refused"]), (&1.into(), &serde_json::json!({"missing": 1})), "{view}");
}

#[test]
fn copies_of_a_recorded_wayback_machine_are_taken_once() {
    let page = |lead: &str| Answer::page(&article("Bridge", lead));
    let archive = Server::start(move |heard, _| match heard.path.as_str() {
        path if path.starts_with("/cdx/search/cdx?url=https%3A%2F%2Fleftout.example") => Answer {
            status: 403,
            ..Answer::bytes(
                "text/plain",
                b"org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error\n",
            )
        },
        path if path.starts_with("/cdx/") => {
            let lines = ["20250424080000", "20250424090000", "20250424100000"]
                .map(|stamp| format!("{stamp} {URL} text/html 200 {stamp}\n"));
            Answer::bytes("text/plain", lines.concat().as_bytes())
        }
        path if path.starts_with("/web/20250424080000id_/") => page(SHUT),
        path if path.starts_with("/web/20250424090000id_/") => page(OPEN),
        path if path.starts_with("/web/20250424100000id_/") => Answer::status(404),
        _ => Answer::status(400),
    });
    let desk = Desk::new();
    let server = archive.url("");
    let words = |url: &str| {
        [
            "import",
            "wayback",
            url,
            "--archive",
            &server,
            "--allow-private",
            "--from",
            "2025-04-24",
            "--to",
            "2025-04-24",
        ]
        .map(str::to_owned)
    };
    let import = |url: &str| {
        let words = words(url);
        desk.json(&words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let view = import(URL);
    assert_eq!((&view["recorded"], &view["refused"]), (&2.into(), &serde_json::json!({"status": 1})), "{view}");
    assert_eq!(times(&desk.json(&["log"])), ["2025-04-24T08:00:00Z", "2025-04-24T09:00:00Z"]);
    let list = archive.heard("/robots.txt");
    assert!(list.is_empty(), "the interface is made for programs");
    let again = import(URL);
    assert_eq!((&again["recorded"], &again["known"]), (&0.into(), &2.into()), "{again}");
    let asked = archive.heard(&format!("/web/20250424080000id_/{URL}"));
    assert_eq!(asked.len(), 1, "what was taken is not asked for again");
    let words = words("https://leftout.example/a");
    let (text, status) = desk.run(&words.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(text.contains("leftout.example has had itself left out of the archive") && status == 1, "{text}");
}

#[test]
fn an_exported_web_archive_gives_the_same_texts() {
    let desk = Desk::new();
    let file = desk.file("crawl.warc", warc());
    desk.json(&["import", "warc", &file, "--story", "bridge"]);
    let plain = desk.file("mill.txt", "Mill burns\n\nTwo people died in the fire, the mayor said.\n\nIt burns on.");
    assert_eq!(desk.run(&["add", &plain, "--captured", "2025-04-24T09:00:00Z", "--no-originals"]).1, 0);
    assert_eq!(desk.run(&["add", &plain, "--captured", "2025-04-24T10:00:00Z"]).1, 0);
    let output = desk.command(&["export", "warc"]).output().expect("the program starts");
    assert!(output.status.success());
    let other = Desk::new();
    let archive = other.file("export.warc.gz", &output.stdout);
    let view = other.json(&["import", "warc", &archive]);
    assert_eq!(
        (&view["recorded"], &view["unchanged"], &view["refused"]),
        (&3.into(), &1.into(), &serde_json::json!({})),
        "{view}"
    );
    let texts = |desk: &Desk| {
        let mut texts = Vec::new();
        for article in desk.json(&["log"])["articles"].as_array().unwrap() {
            for version in article["versions"].as_array().unwrap() {
                texts.push((version["captured"].to_string(), version["hash"].to_string()));
            }
        }
        texts.sort();
        texts
    };
    assert_eq!(texts(&desk), texts(&other));
}

#[test]
fn every_page_that_was_kept_is_exported_and_no_two_articles_merge() {
    let desk = Desk::new();
    let pages = ["first", "second", "first"].map(|mark| article("Mill burns", SHUT) + &format!("<!-- {mark} -->"));
    for story in ["fire", "flood"] {
        for (hour, page) in (8..).zip(&pages) {
            let file = desk.file("mill.html", page);
            let captured = format!("2025-04-24T{hour:02}:00:00Z");
            assert_eq!(desk.run(&["add", &file, "--story", story, "--captured", &captured]).1, 0);
        }
    }
    let output = desk.command(&["export", "warc"]).output().expect("the program starts");
    let mut text = String::new();
    let mut unpacked = flate2::read::MultiGzDecoder::new(&output.stdout[..]);
    std::io::Read::read_to_string(&mut unpacked, &mut text).expect("it is packed with gzip");
    let count = |what: &str| text.matches(what).count();
    assert_eq!((count("WARC-Type: response"), count("WARC-Type: revisit")), (4, 2), "{text}");
    assert_eq!(count("WARC-Payload-Digest: sha256:"), 6, "{text}");
    assert_eq!(count("WARC-Target-URI: urn:writethru:fire/mill\r\n"), 3, "{text}");
    let archive = desk.file("export.warc.gz", &output.stdout);
    let again = desk.json(&["import", "warc", &archive]);
    assert_eq!(
        (&again["recorded"], &again["unchanged"], &again["known"]),
        (&0.into(), &0.into(), &6.into()),
        "{again}"
    );
    let other = Desk::new();
    other.json(&["import", "warc", &archive]);
    let looks = |desk: &Desk, name: &str| {
        desk.json(&["log", name])["articles"][0]["versions"][0]["looks"].as_u64().expect("a number")
    };
    assert_eq!((looks(&other, "fire/mill"), looks(&other, "flood/mill")), (3, 3));
    other.json(&["import", "warc", &archive, "--story", "fire"]);
    assert_eq!((looks(&other, "fire/mill"), looks(&other, "fire/flood-mill")), (3, 3));
}

#[test]
fn single_pages_are_added_from_archives() {
    let desk = Desk::new();
    for (name, bytes) in [("a.warc", warc()), ("a.wacz", wacz(zip::CompressionMethod::Stored))] {
        let file = desk.file(name, bytes);
        let view = desk.json(&["add", &file]);
        let recorded = &view["recorded"][0];
        assert_eq!(
            (&recorded["captured"], &recorded["article"]["url"]),
            (&"2025-04-24T08:00:00Z".into(), &URL.into()),
            "{view}"
        );
        assert!(recorded["notes"].to_string().contains("holds further pages"), "{view}");
    }
    assert_eq!(times(&desk.json(&["log"])).len(), 1, "both hold the same page of the same moment");
    let file = desk.file("none.warc", String::from_utf8(warc()).unwrap().replace("200 OK", "404 Gone"));
    let (text, status) = desk.run(&["add", &file]);
    assert!(text.contains("web archive without a page") && status == 1, "{text}");
}
