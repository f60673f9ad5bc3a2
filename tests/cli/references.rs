//! Holds that every form of a reference works or is refused with the form that does, and that near misses get a hint.

use crate::sandbox::Sandbox;

#[track_caller]
fn check(line: &str, wanted: &str) {
    let told = Sandbox::mill_fire().run(line);
    assert!(told.contains(wanted), "`{line}` does not tell {wanted:?}:\n{told}");
}

#[test]
fn a_reference_that_a_command_cannot_take_is_refused_with_one_that_works() {
    check("diff mill-fire@1", "hint: `writethru diff mill-fire@1..2` compares it with the next one");
    check("show mill-fire@1..2", "hint: name one, as in `mill-fire@1`; `writethru diff mill-fire@1..2` compares two");
    check("blame mill-fire@1..2", "names two versions");
    check("log mill-fire@2", "hint: leave out the version: `mill-fire`; `writethru show mill-fire@2` prints one");
    check("changes mill-fire/post-1@2", "names a version");
    check("changes mill-fire@1..2", "`writethru diff mill-fire@1..2` compares two");
    check("hold mill-fire@2", "names a version");
    check("report post-1", "is an article, and this command takes a story\nhint: its story is `mill-fire`");
    check("show mill-fire@2020-01-01", "was captured by 2020-01-01\nhint: its first version was captured");
    check("timeline mill-fire@2", "names a version");
    check("diff mill-fire@1 mill-fire@2", "v1 → v2");
    check("diff mill-fire@1 other@2", "hint: write `writethru diff mill-fire@1..2`");
}

#[test]
fn an_article_in_no_story_can_be_named_beside_one_that_is_filed() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("post.txt", "Rain fell on Monday.\n");
    sandbox.run(&format!("add {file} --story flood"));
    sandbox.run(&format!("add {file}"));
    assert!(sandbox.run("show post").contains("name one of them: flood/post, /post"));
    assert!(sandbox.run("show /post").contains("Rain fell"));
    sandbox.run("article delete /post --yes");
    assert!(sandbox.run("show post").contains("flood/post"));
}

#[test]
fn a_day_means_its_end_where_a_state_is_asked_for() {
    let mill = Sandbox::mill_fire();
    assert!(mill.run("show mill-fire@2025-03-03").contains("Three people"));
    assert!(!mill.run("timeline mill-fire --as-of 2025-03-03").contains("no event"));
    let before = mill.run("claims mill-fire --as-of 2025-03-03");
    assert!(before.contains("Three") && !before.contains("Five"), "{before}");
}

#[test]
fn limits_of_nought_are_refused() {
    check("search mill --limit 0", "0 would show nothing");
    check("timeline mill-fire --top 0", "0 would show nothing");
}

#[test]
fn filters_hold_for_json_too() {
    let mill = Sandbox::mill_fire();
    let json = |line: &str| serde_json::from_str::<serde_json::Value>(&mill.run(line)).expect("JSON");
    let view = json("diff mill-fire@1..2 --only material --format json");
    assert!(view["changes"].as_array().unwrap().iter().all(|change| change["weight"] == "material"));
    let view = json("show mill-fire -s 2 --format json");
    assert_eq!(view["paragraphs"].as_array().unwrap().len(), 1);
    assert_eq!(view["paragraphs"][0]["sentences"][0]["number"], 2);
}

#[test]
fn what_people_try_gets_a_hint() {
    check("history", "hint: `writethru log ARTICLE`");
    check("delete", "`writethru article delete ARTICLE`");
    check("", "writethru add FILE --story NAME");
    check("story timezone mill-fire london", "did you mean `Europe/London`?");
    check("story timezone mill-fire asia/kolkata", "mill-fire");
}

#[test]
fn nothing_that_is_typed_steers_the_terminal() {
    let mill = Sandbox::mill_fire();
    for line in
        ["show 'x\u{1b}]0;t\u{7}'", "add 'no\u{1b}[31msuch.txt'", "nosuch\u{1b}[31m", "log --since 'a\u{1b}[2J'"]
    {
        let told = mill.run(line);
        assert!(!told.contains('\u{1b}') && told.contains("error"), "{told:?}");
    }
}

#[test]
fn search_and_log_can_be_narrowed() {
    let talks = Sandbox::ukraine_talks();
    let all = talks.run("search Crimea");
    let one = talks.run("search Crimea --outlet 'northgate wire' --story ukraine-talks");
    assert!(all.contains("lantern-1") && !one.contains("lantern-1"), "{one}");
    assert!(talks.run("search Crimea --since 2025-04-26").contains("since 2025-04-26"));
    assert!(talks.run("search Crimea --story nowhere").contains("no story is called `nowhere`"));
    let last = talks.run("log ukraine-talks -n 1");
    assert_eq!(last.matches("\n   v").count() + last.matches("\n  v").count(), 2, "{last}");
    assert!(talks.run("log ukraine-talks --since 2025-04-26").contains("no version was captured since"));
}

#[test]
fn a_slash_behind_a_story_changes_nothing() {
    let mill = Sandbox::mill_fire();
    for command in ["log", "changes", "audit", "claims", "timeline", "article list"] {
        let (plain, stroke) = (mill.run(&format!("{command} mill-fire")), mill.run(&format!("{command} mill-fire/")));
        assert_eq!(plain, stroke, "for {command}");
    }
}

#[test]
fn what_a_filter_leaves_out_is_no_empty_archive() {
    check("changes mill-fire --since 2025-04-26", "none of 2 updates is what was asked for");
    check("changes mill-fire --outlet Nobody", "no outlet is called `Nobody`");
    check("changes mill-fire --outlet post", "v1 → v2");
}

#[test]
fn operators_of_the_browser_are_told_with_what_the_command_has() {
    check("search 'outlet:Post mill'", "hint: use `--outlet OUTLET`");
    check("search speaker:Lee", "`writethru claims STORY --speaker NAME`");
    check("search 10:30", "stands in no version");
}
