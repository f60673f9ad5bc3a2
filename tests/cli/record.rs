//! Holds that a record tells the truth: when something was seen, by whose word, and that it travels whole.

use crate::sandbox::Sandbox;

const EARLY: &str = "Three dead in fire\n\nBy Ann Lee\n\nPublished 14 March 2025 07:40\n\nThree people died off Stavely, the coastguard said.\n";
const LATE: &str = "Five dead in fire\n\nBy Ann Lee\n\nPublished 14 March 2025 07:40 | Updated 12:10\n\nFive people died off Stavely, the coastguard said.\n";

#[test]
fn what_is_added_was_seen_now_whatever_the_page_says() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("fire.txt", EARLY);
    sandbox.run(&format!("add {file} --story ferry"));
    let told = sandbox.run("log ferry");
    assert!(told.contains("v1  26 Apr 2025 12:00  the page says 14 Mar 2025 07:40"), "{told}");
}

#[test]
fn every_look_is_told_with_its_source() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("fire.txt", EARLY);
    sandbox.run(&format!("add {file} --story ferry --captured 2025-03-14T08:00Z"));
    sandbox.run(&format!("add {file} --story ferry"));
    let told = sandbox.run("log ferry --looks");
    assert!(told.contains("seen 14 Mar 2025 08:00  file SANDBOX/fire.txt; recorded 26 Apr 2025 12:00"), "{told}");
    assert!(told.contains("seen 26 Apr 2025 12:00  file SANDBOX/fire.txt\n"), "{told}");
}

#[test]
fn files_of_one_call_share_their_moment_and_stand_in_order_of_what_they_state() {
    let sandbox = Sandbox::new();
    let (late, early) = (sandbox.file("a.txt", LATE), sandbox.file("b.txt", EARLY));
    let told = sandbox.run(&format!("add {late} {early} --story ferry --article fire"));
    assert!(told.find("Three dead").unwrap() < told.find("Five dead").unwrap(), "{told}");
    let told = sandbox.run("diff ferry/fire");
    let wanted = "recorded together 26 Apr 2025 12:00; the pages say 14 Mar 2025 07:40 and 14 Mar 2025 12:10";
    assert!(told.contains(wanted) && told.contains("Three → Five"), "{told}");
    assert!(!sandbox.run("changes ferry").contains("12:00–12:00"));
    assert!(!sandbox.run("audit ferry").contains("12:00–12:00"));
}

#[test]
fn the_time_of_a_capture_is_taken_from_where_the_reader_says() {
    let check = |name: &str, options: &str, wanted: &str| {
        let sandbox = Sandbox::new();
        let file = sandbox.file(name, EARLY);
        let told = sandbox.run(&format!("add {file} --story ferry {options}")) + &sandbox.run("log ferry");
        assert!(told.contains(wanted), "{options}: {told}");
    };
    check("fire.txt", "--captured '14 Mar 2025, 9am'", "v1  14 Mar 2025 09:00  the page");
    check("fire.txt", "--captured-from page", "14 Mar 2025 07:40 (by the page's own time)");
    check("fire-2025-03-14-0810.txt", "--captured-from name", "14 Mar 2025 08:10 (by the file's name)");
    check("fire.txt", "--captured-from name", "holds no date such as 2025-03-14");
    check("fire.txt", "--captured-from mtime", "(by the file's time)");
    check("fire.txt", "--captured 25:00", "no clock shows `25:00`");
    check("fire.txt", "--captured yesterday --captured-from page", "cannot be used with");
}

#[test]
fn a_folder_is_recorded_by_what_the_names_of_its_files_say() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("saved")).unwrap();
    sandbox.file("saved/storm_herald_2025-03-14_0810.txt", EARLY);
    sandbox.file("saved/storm_herald_2025-03-14_1230.txt", LATE);
    sandbox.file("saved/picture.png", b"\x89PNG");
    let folder = sandbox.path("saved").display().to_string();
    let told = sandbox.run(&format!("add {folder} --name '{{story}}_{{outlet}}_{{time}}.txt'"));
    assert!(told.contains("storm/herald  v1, first version") && told.contains("storm/herald  v2"), "{told}");
    assert!(sandbox.run("log storm").contains("v2  14 Mar 2025 12:30 (by the file's name)"));
}

#[test]
fn files_that_become_articles_of_their_own_are_told() {
    let sandbox = Sandbox::new();
    let (one, two) = (sandbox.file("storm-0810.txt", EARLY), sandbox.file("storm-1230.txt", LATE));
    let told = sandbox.run(&format!("add {one} {two} --story storm"));
    assert!(told.contains("warning: 2 files became 2 articles") && told.contains("--article NAME"), "{told}");
}

#[test]
fn an_export_is_taken_up_as_it_was() {
    let talks = Sandbox::ukraine_talks();
    talks.run("timeline pin ukraine-talks 'ruled out giving up' --by 'Ann Lee'");
    let exported = talks.run("export jsonl");
    let other = Sandbox::new();
    let file = other.file("export.jsonl", &exported);
    let told = other.run(&format!("import jsonl {file}"));
    assert!(told.contains("6 versions recorded, 0 unchanged, 0 not recorded; 1 edit by hand"), "{told}");
    assert!(other.run("export jsonl") == exported, "another export than the one taken in");
    assert_eq!(
        other.run("show ukraine-talks/lantern-1@1 --original"),
        talks.run("show ukraine-talks/lantern-1@1 --original")
    );
    assert!(other.run("check").contains("all is well"));
}

#[test]
fn lines_that_cannot_be_read_are_told_as_an_editor_counts_them() {
    let sandbox = Sandbox::new();
    let lines = "\u{FEFF}{\"story\":\"s\",\"text\":\"Rain fell.\"}\r\n\r\n{\"headlin\":\"A\",\"text\":\"B.\"}\r\n{\"text\":5}\r\n{\"text\":\"\"}\r\n";
    let told = sandbox.run_with("import jsonl -", lines);
    for wanted in [
        "not recorded: line 3: there is no field `headlin`",
        "did you mean `headline`?",
        "not recorded: line 4: `text` holds a number, and text is needed",
        "not recorded: line 5: `text` holds no words",
        "1 version recorded",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

#[test]
fn reading_makes_no_store() {
    let sandbox = Sandbox::new();
    let typo = sandbox.path("typo/x.db");
    let told = sandbox.run(&format!("log --db {}", typo.display()));
    assert!(told.contains("there is no store at SANDBOX/typo/x.db") && told.ends_with("--- exit 1\n"), "{told}");
    assert!(!sandbox.path("typo").exists());
    assert!(sandbox.run("log").contains("nothing is recorded yet"));
    assert!(!sandbox.path("store.db").exists());
}

#[test]
fn an_altered_store_is_told() {
    let mill = Sandbox::mill_fire();
    assert!(mill.run("check").contains("all is well"));
    let database = rusqlite::Connection::open(mill.path("store.db")).unwrap();
    database.execute_batch("UPDATE story SET timezone = 'Asia/Manila'").unwrap();
    let told = mill.run("check");
    let wanted = "problem: story `mill-fire` is not as recorded: timezone was \"Europe/London\", is \"Asia/Manila\"";
    assert!(told.contains(wanted) && told.ends_with("--- exit 1\n"), "{told}");
}

#[test]
fn an_article_stays_with_its_outlet_and_no_name_steers_the_terminal() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("post.txt", "Rain fell on Monday.\n");
    sandbox.run(&format!("add {file} --outlet 'The\u{1b}[31m Post'"));
    assert!(!sandbox.run("log").contains('\u{1b}'));
    let file = sandbox.file("post.txt", "Rain fell on Tuesday.\n");
    let told = sandbox.run(&format!("add {file} --outlet Herald"));
    assert!(told.contains("the article stays with its outlet, The [31m Post; this look says Herald"), "{told}");
    let file = sandbox.file("post.txt", "Rain fell on Wednesday.\n");
    let told = sandbox.run(&format!("add {file} --outlet Herald"));
    assert!(told.contains("v3") && !told.contains("stays with its outlet"), "it is told once: {told}");
    assert!(sandbox.run(&format!("add {file} --article @post")).contains("post"));
    assert!(sandbox.run(&format!("add {file} --article post@2")).contains("names a version"));
    assert!(sandbox.run(&format!("add {file} --url 'no address'")).contains("hint: write it whole"));
}

#[test]
fn words_that_were_removed_are_told_when_they_come_again() {
    let sandbox = Sandbox::mill_fire();
    sandbox.run("review mill-fire@1..2");
    sandbox.run("forget mill-fire@1 --reason 'order 1' --yes");
    assert!(sandbox.run("check").contains("all is well"), "{}", sandbox.run("check"));
    let file = crate::sandbox::fixture("mill-fire/post-1.v1.txt");
    let told = sandbox.run(&format!("add {} --story mill-fire --article post-1", file.display()));
    assert!(told.contains("a version with these words was removed on"), "{told}");
    assert!(told.contains("order 1"), "{told}");
}

#[test]
fn what_came_again_is_not_called_gone() {
    let sandbox = Sandbox::new();
    let (noon, later) =
        (sandbox.file("a.txt", "The bridge closed at noon.\n"), sandbox.file("b.txt", "The bridge closed at one.\n"));
    for (file, hour) in [(&noon, "10:00"), (&later, "11:00"), (&noon, "12:00")] {
        sandbox.run(&format!("add {file} --article post --captured 2025-04-05T{hour}Z"));
    }
    assert!(!sandbox.run("search noon").contains("no longer in the text"), "{}", sandbox.run("search noon"));
    assert!(sandbox.run("search one").contains("only v2; no longer in the text"));
}

#[test]
fn looks_that_come_late_are_found_by_their_words() {
    let sandbox = Sandbox::new();
    let (noon, later) =
        (sandbox.file("a.txt", "The bridge closed at noon.\n"), sandbox.file("b.txt", "The bridge closed at one.\n"));
    for (file, hour) in [(&noon, "10:00"), (&later, "12:00"), (&noon, "11:00"), (&later, "10:30")] {
        sandbox.run(&format!("add {file} --article post --captured 2025-04-05T{hour}Z"));
    }
    assert!(sandbox.run("check --all").contains("all is well"), "{}", sandbox.run("check --all"));
}
