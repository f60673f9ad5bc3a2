//! Holds that bad input is told clearly and loses nothing.

use crate::sandbox::Sandbox;

#[test]
fn a_misspelt_story_gets_a_suggestion() {
    let mill = Sandbox::mill_fire();
    insta::assert_snapshot!(mill.run("timeline mill-fir"), @r"
    --- stderr
    error: no story is called `mill-fir`
    hint: did you mean `mill-fire`?
    --- exit 1
    ");
}

#[test]
fn what_is_no_article_is_refused_with_its_reason() {
    let sandbox = Sandbox::new();
    let empty = sandbox.file("empty.txt", "");
    assert!(sandbox.run(&format!("add {empty}")).contains("holds no words"));
    let binary = sandbox.file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert!(sandbox.run(&format!("add {binary}")).contains("is no text but"));
    std::fs::create_dir(sandbox.path("pictures")).unwrap();
    let folder = sandbox.path("pictures").display().to_string();
    assert!(sandbox.run(&format!("add {folder}")).contains("holds no article"));
    assert!(sandbox.run("add nowhere.txt").contains("there is no file `nowhere.txt`"));
}

#[test]
fn a_batch_says_which_files_were_recorded() {
    let sandbox = Sandbox::new();
    let (good, bad) = (sandbox.file("good.txt", "Rain fell on Monday.\n"), sandbox.file("bad.txt", ""));
    let told = sandbox.run(&format!("add {bad} {good} --story rain --captured 2025-04-25"));
    assert!(told.contains("rain/good  v1, first version"), "{told}");
    assert!(told.contains("not recorded: SANDBOX/bad.txt"), "{told}");
    assert!(told.contains("1 version recorded, 0 unchanged, 1 not recorded"), "{told}");
    assert!(told.ends_with("--- exit 1\n"), "{told}");
}

#[test]
fn the_same_text_again_makes_no_version() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    sandbox.run(&format!("add {file} --captured 2025-04-24T08:00Z"));
    let again = sandbox.run(&format!("add {file} --captured 2025-04-25T08:00Z"));
    assert!(again.contains("rain  unchanged since v1"), "{again}");
    assert_eq!(sandbox.run("log").matches("  v").count(), 1);
}

#[test]
fn a_time_that_nobody_can_read_is_a_wrong_command_line() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    insta::assert_snapshot!(sandbox.run(&format!("add {file} --captured soonish")), @r"
    --- stderr
    error: `soonish` names no time: `soonish` is no part of a time
    hint: write an ISO time such as `2025-04-24T08:00`, or words such as `yesterday 8pm`, `Friday`, `15 Mar 2025, 9am` or `3 days ago`
    --- exit 2
    ");
}

#[test]
fn one_version_cannot_be_compared() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    sandbox.run(&format!("add {file} --captured 2025-04-24"));
    insta::assert_snapshot!(sandbox.run("diff rain"), @r"
    --- stderr
    error: `rain` has only one version
    hint: record another with `writethru add FILE --article rain`
    --- exit 1
    ");
}

#[test]
fn a_foreign_file_is_left_as_it_is() {
    let sandbox = Sandbox::new();
    let text = "this is no database, but long enough to be taken for one by its size alone ".repeat(20);
    let file = sandbox.file("notes.db", &text);
    let told = sandbox.run(&format!("log --db {file}"));
    assert!(told.contains("is no store of writethru"), "{told}");
    assert_eq!(std::fs::read_to_string(sandbox.path("notes.db")).unwrap(), text);
}

#[test]
fn deleting_asks_first() {
    let mill = Sandbox::mill_fire();
    let told = mill.run("story delete mill-fire");
    assert!(told.contains("add `--yes`") && told.ends_with("--- exit 2\n"), "{told}");
    assert!(mill.run("story delete mill-fire --yes").contains("story `mill-fire` deleted"));
    assert!(mill.run("story list").contains("nothing is recorded yet"));
}

#[test]
fn a_file_where_a_command_is_wanted_is_told_as_what_it_is() {
    let sandbox = Sandbox::new();
    let told = sandbox.run("import 'my story.jsonl'");
    assert!(told.contains("no kind of import") && told.contains("`writethru import jsonl 'my story.jsonl'`"), "{told}");
    let told = sandbox.run("watch x.json");
    assert!(told.contains("x.json") && !told.contains("import"), "{told}");
}
