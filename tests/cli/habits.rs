//! Holds that words, options and times which people know from other programs are understood, or answered with what to type.

use crate::sandbox::Sandbox;

/// Checks that each command line tells what it should.
#[track_caller]
fn check_all(sandbox: &Sandbox, rows: &[(&str, &str)]) {
    for (line, wanted) in rows {
        let told = sandbox.run(line);
        assert!(told.contains(wanted), "`{line}` does not tell {wanted:?}:\n{told}");
    }
}

#[test]
fn an_option_of_other_programs_is_answered_with_ours() {
    let mill = Sandbox::mill_fire();
    check_all(
        &mill,
        &[
            ("timeline mill-fire --json", "hint: `--format json` writes the answer as JSON"),
            ("timeline mill-fire --reverse", "hint: `--newest-first` turns the order round"),
            ("timeline mill-fire -o out.html", "hint: answers go to standard output; `> FILE`"),
            ("changes --until 2025", "hint: only a beginning can be set, with `--since TIME`"),
            ("log --no-color", "hint: `--color never`"),
            ("log -5", "hint: `--last 5`"),
            ("search -smoke fire", "hint: what is left out stands in quote marks with what is found: `'WORD -smoke'`"),
            ("search fire --article post-1", "hint: `--story STORY` and `--outlet OUTLET`"),
            ("restore x.db --force", "hint: `--overwrite`"),
            ("add x.txt --dry-run", "hint: nothing can be tried without effect"),
            ("export site mill-fire -o out", "hint: the name of what is written stands behind the command: `FOLDER`"),
            ("add x.txt -s mill-fire", "hint: `--story STORY` names the story"),
            ("forget mill-fire -f", "hint: `--yes` leaves the question out"),
            ("changes -f json", "hint: `--format` names the format"),
            ("search fire -5", "hint: `--limit 5` shows so many"),
            ("changes --nonsense", "hint: `writethru changes --help` tells more"),
        ],
    );
}

#[test]
fn a_word_within_a_group_of_commands_leads_to_the_group() {
    let mill = Sandbox::mill_fire();
    check_all(
        &mill,
        &[
            ("story rm mill-fire", "`story` has no command `rm`\nhint: `writethru story delete STORY`"),
            ("article ls", "hint: `writethru article list`"),
            ("story join", "hint: `writethru story merge STORY --into INTO`"),
            ("snapshots", "hint: `writethru log`"),
            ("help grep", "hint: `writethru search WORDS`"),
            ("export csv", "`writethru timeline STORY --format csv`"),
        ],
    );
    let told = mill.run("site rm post.example");
    assert!(told.contains("writethru site remove HOST") && !told.contains("article delete"), "{told}");
}

#[test]
fn a_length_a_month_and_a_part_of_a_day_bound_what_is_asked_for() {
    let mill = Sandbox::mill_fire();
    check_all(
        &mill,
        &[
            ("log --since 2d", "no version was captured since 2d"),
            ("log --since 8w", "v3  4 Mar 2025 09:30"),
            ("log --since 2025-03", "v1  3 Mar 2025 21:00"),
            ("log --since 'March 2025'", "v1  3 Mar 2025 21:00"),
            ("log --since '3 March 2025 evening'", "v1  3 Mar 2025 21:00"),
            ("log --since '4 March 2025 in the morning'", "v2  4 Mar 2025 08:00"),
            ("timeline mill-fire --as-of '3 March 2025 24:00'", "by 4 Mar 2025 00:00"),
            ("timeline mill-fire --as-of 2025", "by 31 Dec 2025 23:59"),
            ("timeline mill-fire --as-of 'last month'", "hint: count back, as in `7 days ago`"),
            ("log --since 'early March 2025'", "nobody can tell where `early` begins and ends"),
        ],
    );
    let morning = mill.run("log --since '4 March 2025 in the morning'");
    assert!(!morning.contains("v1  "), "{morning}");
}

#[test]
fn what_was_seen_needs_an_hour_and_says_so() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    let add = |when: &str| sandbox.run(&format!("add {file} --captured '{when}'"));
    assert!(add("yesterday evening").contains("hint: add the hour, as in `yesterday evening at 16:00`"));
    assert!(add("14h").contains("hint: write `14h ago`, or the time of day, as in `14:00`"));
    let told = add("3 days ago");
    assert!(told.contains("note: only the day is known on which it was seen: it counts as 00:00"), "{told}");
    assert!(!add("3 days ago 9am").contains("only the day"));
}

#[test]
fn versions_are_named_as_in_git() {
    let mill = Sandbox::mill_fire();
    let second = mill.run("show post-1@2 -s 2");
    for name in ["post-1@HEAD~1", "post-1@last^", "post-1@latest~1"] {
        assert_eq!(mill.run(&format!("show {name} -s 2")), second, "{name}");
    }
    let wanted = mill.run("diff post-1@1..3 --stat");
    assert_eq!(mill.run("diff 'post-1 v1 v3' --stat"), wanted);
    assert_eq!(mill.run("diff 'post-1 v1..v3' --stat"), wanted);
    check_all(
        &mill,
        &[
            ("diff post-1@1:3", "hint: write `post-1@1..3` for two versions"),
            ("diff post-1@2..2", "both sides are v2: there is nothing to compare"),
        ],
    );
}

#[test]
fn an_address_may_leave_out_its_scheme() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    sandbox
        .run(&format!("add {file} --story rain --article a --url https://post.example/news/1 --captured 2025-04-24"));
    assert_eq!(sandbox.run("show post.example/news/1 -s 1"), "Rain fell on Monday.\n");
}

#[test]
fn json_is_no_article_and_front_matter_is_read_from_standard_input() {
    let sandbox = Sandbox::new();
    let lines = sandbox.file("post.jsonl", "{\"story\":\"rain\",\"text\":\"Rain fell on Monday.\"}\n");
    let told = sandbox.run(&format!("add {lines}"));
    assert!(told.contains("hint: `writethru import jsonl "), "{told}");
    assert!(sandbox.run("log").contains("nothing is recorded yet"));
    let told = sandbox.run_with("add - --story rain", "---\ntitle: Rain over Riverton\n---\n\nRain fell on Monday.\n");
    assert!(told.contains("“Rain over Riverton”"), "{told}");
}

#[test]
fn an_hour_beside_the_day_of_a_filter_is_not_left_out_in_silence() {
    let mill = Sandbox::mill_fire();
    let told = mill.run("timeline mill-fire --from '3 March 2025 14:00'");
    assert!(told.contains("`--from` goes by days: the hour of `3 March 2025 14:00` is left out"), "{told}");
}

#[test]
fn a_briefing_on_stories_of_several_zones_names_each() {
    let sandbox = Sandbox::mill_fire();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    sandbox.run(&format!("add {file} --story rain --timezone Europe/Stockholm --captured '2025-03-04T20:00Z'"));
    let told = sandbox.run("briefing --since 2025-03-03");
    assert!(told.contains("times in UTC\n"), "{told}");
    assert!(told.contains("rain  1 new article, 0 updates  times in Europe/Stockholm\n"), "{told}");
    assert!(told.contains("4 Mar 2025 21:00"), "{told}");
}

#[test]
fn the_remark_on_a_time_before_all_captures_can_be_followed() {
    let mill = Sandbox::mill_fire();
    let told = mill.run("timeline mill-fire --as-of 2025-01-01");
    assert!(told.contains("`writethru log mill-fire` lists them all"), "{told}");
}

#[test]
fn versions_that_go_along_with_a_forgotten_one_are_named() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rain.txt", "Rain fell on Monday.\n");
    let other = sandbox.file("snow.txt", "Snow fell on Tuesday.\n");
    for (file, day) in [(&file, 21), (&other, 22), (&file, 23)] {
        sandbox.run(&format!("add {file} --story rain --article a --captured 2025-04-{day}T08:00Z"));
    }
    let told = sandbox.run("forget rain/a@1 --reason court --yes");
    assert!(told.contains("2 versions removed for good\nv3 has gone along: the same words\n"), "{told}");
}

#[test]
fn the_last_edit_can_be_undone_by_that_name() {
    let mill = Sandbox::mill_fire();
    let entry = "'taken to hospital'";
    mill.run(&format!("timeline tag mill-fire {entry} one --by Ann"));
    mill.run(&format!("timeline tag mill-fire {entry} two --by Ann"));
    check_all(
        &mill,
        &[
            ("timeline undo mill-fire last --by Ann", "#two"),
            ("timeline undo mill-fire '#1' --by Ann", "#one"),
            ("timeline undo mill-fire last --by Ann", "no edit is left to be undone"),
        ],
    );
}

#[test]
fn a_backup_into_a_folder_or_into_none_says_what_to_type() {
    let mill = Sandbox::mill_fire();
    std::fs::create_dir(mill.path("old")).unwrap();
    let (folder, none) = (mill.path("old").display().to_string(), mill.path("none/b.db").display().to_string());
    let told = mill.run(&format!("backup {folder}"));
    assert!(told.contains("is a folder") && told.contains("old/writethru-backup.db"), "{told}");
    let told = mill.run(&format!("backup {none}"));
    assert!(told.contains("there is no folder") && told.contains("mkdir -p"), "{told}");
}

#[test]
fn lists_fit_a_narrow_screen() {
    let mill = Sandbox::mill_fire();
    let lines = ["article list", "story list", "figures mill-fire", "log", "search fire", "audit", "diff post-1"];
    for line in
        lines.into_iter().chain(["blame post-1", "show post-1", "standing mill-fire fire", "briefing --since 2025"])
    {
        let told = mill.run(&format!("{line} --width 40"));
        assert!(!told.is_empty() && told.lines().all(|line| line.chars().count() <= 40), "{line}:\n{told}");
    }
}

#[test]
fn an_empty_name_of_a_store_is_not_the_usual_store() {
    let mill = Sandbox::mill_fire();
    let told = mill.run("log --db ''");
    assert!(told.contains("error: `--db` names no file") && told.ends_with("--- exit 2\n"), "{told}");
}

#[test]
fn kinds_are_parted_by_commas_and_a_tag_keeps_its_own() {
    let mill = Sandbox::mill_fire();
    let tagged = mill.run("timeline tag mill-fire 'taken to hospital' toll 'one, two' --by Ann");
    assert!(tagged.contains("tag #toll") && tagged.contains("#one, two"), "{tagged}");
    assert!(mill.run("timeline mill-fire --tag 'one, two'").contains("1 of "));
    assert!(mill.run("timeline mill-fire --kind planned,event").contains("kind planned, event"));
}
