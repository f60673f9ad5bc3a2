//! Holds that what people type in other words than ours is understood, or refused with what to type.

use crate::sandbox::Sandbox;

#[track_caller]
fn check(sandbox: &Sandbox, line: &str, wanted: &str) {
    let told = sandbox.run(line);
    assert!(told.contains(wanted), "`{line}` does not tell {wanted:?}:\n{told}");
    run_hints(sandbox, line, &told);
}

#[track_caller]
fn check_not(sandbox: &Sandbox, line: &str, unwanted: &str) {
    let told = sandbox.run(line);
    assert!(!told.contains(unwanted), "`{line}` tells {unwanted:?}:\n{told}");
    run_hints(sandbox, line, &told);
}

/// Returns the commands that the hints of an answer name, with names of the sandbox in place of the words in capitals.
fn commands_hinted(told: &str) -> Vec<String> {
    let hints = told.lines().filter_map(|line| line.strip_prefix("hint: "));
    let commands =
        hints.flat_map(|hint| hint.split('`').skip(1).step_by(2)).filter_map(|said| said.strip_prefix("writethru "));
    let named = [("STORY", "mill-fire"), ("ARTICLE", "mill-fire/post-1"), ("FILE", "README.md"), ("WORDS", "fire")];
    commands
        .map(|command| named.iter().fold(command.to_owned(), |line, (word, name)| line.replace(word, name)))
        .collect()
}

/// Commands that run until they are stopped, or ask another machine.
const NOT_RUN: &[&str] = &["serve", "watch run", "fetch", "import wayback", "stamp"];

/// Runs the commands that the hints of an answer name, in a copy of the store; returns how many.
#[track_caller]
fn run_hints(sandbox: &Sandbox, line: &str, told: &str) -> usize {
    let folder = sandbox.path("").display().to_string();
    let told = told.replace("SANDBOX", folder.trim_end_matches('/'));
    let commands = commands_hinted(&told).into_iter();
    let commands = commands.filter(|command| !NOT_RUN.iter().any(|name| command.starts_with(name)));
    let run = |command: String| {
        let copy = sandbox.path("copy.db");
        // A test may have no store.
        let _ = std::fs::copy(sandbox.path("store.db"), &copy);
        let done = sandbox.command(&command).env("WRITETHRU_DB", &copy).output().expect("it runs");
        let errors = String::from_utf8_lossy(&done.stderr);
        // Status 2 says that the command line is wrong.
        let is_right = done.status.code() != Some(2) || errors.contains("deleting asks for confirmation");
        assert!(is_right, "`{command}`, the hint for `{line}`:\n{errors}");
    };
    commands.map(run).count()
}

#[test]
fn places_are_named_as_answers_write_them() {
    let mill = Sandbox::mill_fire();
    let first = mill.run("show mill-fire@1 --sentence 1");
    assert_eq!(mill.run("show 'post-1 v1 s1'"), first);
    assert_eq!(mill.run("show '[post-1 v1 s1]'"), first);
    assert_eq!(mill.run("show mill-fire@1 -s s1"), first);
    check(&mill, "diff 'mill-fire/post-1 v1 → v3'", "v1 → v3");
    check(&mill, "show 'mill-fire@3 March 2025 10pm'", "Three people");
    check(&mill, "diff mill-fire@1-2", "write `mill-fire@1..2` for two versions");
    check(&mill, "log 'post-1 v2'", "names a version, and this command takes none");
    check(
        &mill,
        "log 'post-1 v2 s1'",
        "hint: leave out the version: `post-1`; `writethru show 'post-1 v2 s1'` prints one",
    );
    check(&mill, "blame 'post-1 v2 s2'", "s2");
    check_not(&mill, "blame 'post-1 v2 s2'", "s1 ");
    check(&mill, "blame 'post-1 v2 s99'", "the version has no sentence 99");
    check(
        &mill,
        "diff '[post-1 v2 s1]'",
        "leave out the sentence: `post-1@2`; `writethru show 'post-1 v2 s1'` prints it",
    );
    check(&mill, "log 'v1 s1'", "hint: name an article or a story, without a version; `writethru article list`");
    check(&mill, "diff 'mill-fire@1..2 s1'", "hint: leave out the sentence: `mill-fire@1..2`\n");
    check(&mill, "diff 'mill-fire@x s1'", "`mill-fire@x` names no version");
    check(
        &mill,
        "show 'post-1 v1 s1' --sentence 2",
        "hint: `writethru show post-1@1 --sentence 2` prints the one, `writethru show post-1@1 --sentence 1` the other",
    );
    assert_eq!(mill.run("show 'post-1 v1 s1' --sentence 1"), first);
    check(&mill, "show 'v2 s1'", "hint: put its name before it: `ARTICLE v2 s1`");
    for option in ["--plain", "--numbers", "--original"] {
        let hint = format!("hint: `writethru show post-1@2 {option}` prints the version");
        check(&mill, &format!("show 'post-1 v2 s1' {option}"), &hint);
    }
    check(&mill, "show mill-fire@03/04/2025", "hint: write `2025-04-03` or `2025-03-04`");
    check(&mill, "show mill-fire@2025-03", "hint: name a day of it, such as `2025-03-31`");
    check(&mill, "show 'mill-fire@3 March 2025 23:00 EAT'", "nothing of `mill-fire/post-1` was captured by");
    check(&mill, "show 'mill-fire@4 March 2025 00:30 EAT'", "Three people");
}

#[test]
fn a_new_version_is_recorded_under_the_name_that_answers_show() {
    let mill = Sandbox::mill_fire();
    let file = mill.file("x.txt", "Six people were taken to hospital after a fire at Calder Mill, police said.\n");
    check(&mill, &format!("add {file} --article mill-fire/post-1"), "mill-fire/post-1  v4");
    check(&mill, &format!("add {file} --article mill-fire/other"), "mill-fire/other  v1, first version");
    check(
        &mill,
        &format!("add {file} --story mill-fire/post-1"),
        "error: `mill-fire/post-1` holds a slash, and no name of a story does\n\
         hint: `--article mill-fire/post-1` names the article with its story; `--story mill-fire` the story alone\n\
         --- exit 2",
    );
    check(&mill, &format!("add {file} --story /lone"), "hint: write `--story lone`\n");
    check(&mill, &format!("add {file} --story https://ex.org/a"), "hint: write words, such as `--story ferry-fire`\n");
    check(
        &mill,
        &format!("add {file} --article https://ex.org/a"),
        "error: `https://ex.org/a` is an address, and no name of an article\n\
         hint: `--url https://ex.org/a` tells where the page stands; `--article` takes words, such as `herald-1`\n",
    );
    check(&mill, "import git . --story a/b", "hint: write `--story a`\n");
    check_not(&mill, "article list", "lone");
    check(&mill, &format!("add {file} --story other/"), "other/x  v1");
    check(&mill, &format!("add {file} --story other/"), "other/x"); // the same one
    check(
        &mill,
        &format!("add {file} --story mill-fire --article other/herald"),
        "error: `other/herald` stands in another story than `mill-fire`\n\
         hint: write `--article mill-fire/herald` or `--article other/herald`, and no `--story`",
    );
    check(&mill, &format!("add {file} --story Other --article other/herald"), "other/herald  v1");
    check(&mill, &format!("add {file} --article nowhere/other"), "nowhere/other  v1, first version");
    check(&mill, &format!("add {file} --article nowhere/other"), "nowhere/other"); // the same one
    check(
        &mill,
        &format!("add {file} --article 'Mill Fires/x'"),
        "`mill-fires` is a new story; there is also `mill-fire`",
    );
    check(&mill, "story list", "Mill Fires");
    check(&mill, &format!("add {file} --story p --article q/a"), "error: `q/a` stands in another story than `p`");
    check_not(&mill, "story list", "p  ");
    check(
        &mill,
        &format!("add {file} --article mill-fire/post-1@2"),
        "hint: leave out the version: `mill-fire/post-1`;",
    );
}

#[test]
fn a_whole_name_can_be_given_to_an_article() {
    let mill = Sandbox::mill_fire();
    check(&mill, "article rename mill-fire/post-1 mill-fire/lead", "mill-fire/lead  Post");
    mill.run("story new flood");
    check(
        &mill,
        "article rename mill-fire/lead flood/lead",
        "hint: `writethru article move mill-fire/lead --to flood`",
    );
    check(&mill, "article rename mill-fire/lead Mill-Fire/lead-2", "mill-fire/lead-2  Post");
    check(&mill, "article rename mill-fire/lead-2 lead", "mill-fire/lead  Post");
    check(
        &mill,
        "article rename mill-fire/lead ferry/lead",
        "hint: `writethru story new ferry` makes the story, `writethru article move mill-fire/lead --to ferry` files it there",
    );
}

#[test]
fn a_filter_that_can_find_nothing_is_refused() {
    let mill = Sandbox::mill_fire();
    for command in ["audit", "changes", "search fire", "timeline mill-fire"] {
        check(
            &mill,
            &format!("{command} --outlet Posst"),
            "error: no outlet is called `Posst`\nhint: did you mean `Post`?",
        );
        check(&mill, &format!("{command} --outlet Gazette"), "hint: the outlets are Post");
        check_not(&mill, &format!("{command} --outlet pos"), "error");
    }
    for command in ["log", "changes", "briefing", "search fire", "diff mill-fire", "timeline mill-fire"] {
        check(&mill, &format!("{command} --since 2099-01-01"), "error: `2099-01-01` is still to come");
    }
    check(&mill, "search ''", "holds no word to find");
    check(&mill, "search 'OR NOT'", "holds no word to find");
    check(&mill, "search -- -fire", "`-fire` also fits versions that hold none of its words");
    check(&mill, "search 'mill OR -nine'", "hint: name a word that must stand there in any case");
}

#[test]
fn what_stood_before_the_first_version_is_told_with_its_time() {
    let mill = Sandbox::mill_fire();
    let first = "nothing of `mill-fire` was captured by 1 Jan 2020 23:59 GMT; its first version was captured 3 Mar 2025 21:00 GMT";
    check(&mill, "timeline mill-fire --as-of 2020-01-01", first);
    check(&mill, "claims mill-fire --as-of 2020-01-01", first);
    check_not(&mill, "claims mill-fire --as-of 2025-03-04", "nothing of");
}

#[test]
fn either_of_two_words_is_found_and_a_script_without_blanks() {
    let mill = Sandbox::mill_fire();
    check(&mill, "search '140 OR zebra'", "employs 140 people");
    check(&mill, "search 'zebra OR okapi'", "stands in no version");
    check(&mill, "search '(zebra OR 140) employs -okapi'", "employs 140 people");
    check(&mill, "search '140 NOT employs NOT zebra'", "stands in no version");
    check(&mill, "search '140 -\"140 people\"'", "stands in no version");
    check(&mill, "search 'NOT zebra AND 140'", "employs 140 people");
    let file = mill.file("port.txt", "港口\n\n港口关闭。\n");
    mill.run(&format!("add {file} --story port"));
    check(&mill, "search 关闭", "港口关闭。");
    check(&mill, "search 闭关", "stands in no version");
    let file = mill.file("many.txt", "港\n\n人々はｶﾅの船。\n");
    mill.run(&format!("add {file} --story many"));
    check(&mill, "search 々", "人々");
    check(&mill, "search ﾅ", "ｶﾅの船");
    check(&mill, "check", "all is well");
}

#[test]
fn every_time_bears_its_zone() {
    let mill = Sandbox::mill_fire();
    mill.run("story timezone mill-fire Asia/Tokyo");
    mill.run("timeline tag mill-fire 'taken to hospital' x --by A");
    for (command, time) in [
        ("claims", "4 Mar 2025 06:00"),
        ("figures", "4 Mar 2025 06:00"),
        ("log", "4 Mar 2025 06:00"),
        ("changes", "4 Mar 2025 06:00"),
        ("audit", "4 Mar 2025 06:00"),
        ("blame", "4 Mar 2025 06:00"),
        ("timeline", "3 March 2025"),
    ] {
        let told = mill.run(&format!("{command} mill-fire"));
        assert!(told.contains("times in Asia/Tokyo") && told.contains(time), "{command}: {told}");
    }
    check(&mill, "standing mill-fire 2019", "times in Asia/Tokyo");
    check(&mill, "briefing mill-fire --since 2025-03-01", "times in Asia/Tokyo");
    check(&mill, "timeline diff mill-fire --between 2025-03-03 2025-03-05", "times in Asia/Tokyo");
    for command in ["search 140", "article list", "story list", "timeline edits mill-fire"] {
        check(&mill, command, " JST");
    }
}

#[test]
fn an_empty_story_is_no_empty_store_and_no_unknown_name() {
    let mill = Sandbox::mill_fire();
    mill.run("story new flood");
    let empty = "no article stands in `flood` yet";
    for command in ["log", "article list", "story show", "show", "diff", "blame", "export jsonl"] {
        check(&mill, &format!("{command} flood"), empty);
    }
    let unfiled = Sandbox::new();
    let file = unfiled.file("a.txt", "Rain fell on Monday.\n");
    check(
        &unfiled,
        &format!("add {file}"),
        "`a` stands in no story yet; `writethru article move /a --to STORY` files it",
    );
    check(&unfiled, "story list", "no article stands in a story yet");
    check(&unfiled, "log e", "no story or article is called `e`");
    check_not(&unfiled, "log unheard", "did you mean");
}

#[test]
fn what_only_reads_makes_no_store() {
    let tests = ["watch test http://127.0.0.1:9/", "site test http://127.0.0.1:9/", "hook test x"];
    for command in
        ["story list", "story show x", "site list", "check", "vacuum", "backup b.db"].into_iter().chain(tests)
    {
        let sandbox = Sandbox::new();
        sandbox.run(command);
        assert!(!sandbox.path("store.db").exists(), "{command}");
    }
    check(&Sandbox::new(), "check", "error: there is no store at SANDBOX/store.db yet");
    check(&Sandbox::new(), "story list --db nowhere/x.db", "there is no store at nowhere/x.db");
}

#[test]
fn one_file_that_is_missing_holds_up_no_other() {
    let sandbox = Sandbox::new();
    let line = |article: &str| format!("{{\"story\":\"s\",\"article\":\"{article}\",\"text\":\"Rain fell.\"}}\n");
    let (a, b) = (sandbox.file("a.jsonl", line("a")), sandbox.file("b.jsonl", line("b")));
    let told = sandbox.run(&format!("import jsonl {a} no.jsonl {b}"));
    assert!(told.contains("cannot read `no.jsonl`") && told.ends_with("--- exit 1\n"), "{told}");
    check(&sandbox, "article list", "s/b");
}

#[test]
fn a_command_in_a_hint_can_be_run() {
    let mill = Sandbox::mill_fire();
    let mut n_run = 0;
    for line in [
        "log 'Big Flood'",
        "story show nowhere",
        "show",
        "timeline mill-fire --limit x",
        "diff mill-fire@1",
        "diff mill-fire@1 other@2",
        "diff '[post-1 v2 s1]'",
        "show mill-fire@1..2",
        "log mill-fire@2",
        "log 'post-1 v2'",
        "blame 'post-1 v2 s1' --numbers",
        "show 'post-1 v2 s1' --plain",
        "diff README.md LICENSE-MIT",
        "story delete mill-fire/post-1 --yes",
        "article delete mill-fire@1 --yes",
        "article rename mill-fire/post-1 flood/lead",
        "timeline pin mill-fire nosuch --by A",
        "timeline undo mill-fire 9 --by A",
        "import 'my story.jsonl'",
        "history",
        "quotes",
        "stats",
        "search -- -fire",
    ] {
        n_run += run_hints(&mill, line, &mill.run(line));
    }
    assert!(20 <= n_run, "{n_run} commands were hinted");
}

#[test]
fn a_date_in_a_hint_can_be_typed() {
    let mill = Sandbox::mill_fire();
    let file = mill.file("y.txt", "Rain fell.\n");
    for (line, hint) in [
        ("timeline mill-fire --to 03/04/2025", "write `2025-04-03` or `2025-03-04`"),
        ("timeline mill-fire --from '14 and 16 March 2025'", "write `14 to 16 March 2025`"),
        ("timeline mill-fire --from 1900s", "write `190X` for the ten years, `19XX` for the century"),
        ("timeline date mill-fire 'taken to hospital' 03/04/2025 --by A", "write `2025-04-03` or `2025-03-04`"),
        ("show mill-fire@2025-03", "name a day of it, such as `2025-03-31`"),
        (
            "log --since 'Thursday evening at 12:30'",
            "write the hour by the clock and the day that it is on: `14 March 2025 00:30`",
        ),
    ] {
        check(&mill, line, &format!("hint: {hint}"));
    }
    for (time, told) in [
        ("2025-03", "names a month and no day"),
        ("'14 March 1430 GMT'", "where `1430` is that time, write `14:30`"),
        ("tomorrow", "error: `tomorrow` is still to come"),
    ] {
        check(&mill, &format!("add {file} --captured {time}"), told);
    }
    check_not(&mill, "article list", "  y");
}

#[test]
fn a_wrong_command_line_ends_with_a_hint() {
    let mill = Sandbox::mill_fire();
    check(&mill, "timeline mill-fire --outle post", "\nhint: a similar argument exists: '--outlet'\n");
    check(&mill, "show", "Usage: writethru show [OPTIONS] <REFERENCE>\nhint: `writethru show --help` tells more\n");
    check(&mill, "serve --port x", "write a whole number");
    check(&mill, "ui", "hint: `writethru serve --open`");
    check(&mill, "export html", "hint: answers are written as html by the command that gives them");
    check(&mill, "story merge mill-fire --into mill-fire", "`mill-fire` cannot be merged with itself");
    check(
        &mill,
        "diff README.md LICENSE-MIT",
        "hint: `writethru add README.md LICENSE-MIT --article NAME` records them",
    );
    check(&mill, "story delete mill-fire/post-1 --yes", "hint: `writethru article delete mill-fire/post-1`");
    check(&mill, "article delete mill-fire@1 --yes", "hint: `writethru forget mill-fire@1 --reason TEXT`");
    check(&mill, "log --since 03/04/2025", "hint: write `2025-04-03` or `2025-03-04`");
    check(&mill, "watch add example.org/feed", "it does not begin with https:// or http://");
    check(&mill, "restore nosuch.db", "error: there is no store at nosuch.db");
    let told = mill.command("log").env("WRITETHRU_NOW", "soon").output().expect("it runs");
    assert_eq!(told.status.code(), Some(2));
}

#[test]
fn help_that_cannot_be_written_fails() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("writethru"));
    let told = command.arg("--help").stdout(full).output().expect("it runs");
    assert_eq!(told.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&told.stderr).contains("cannot write the output"));
}

#[test]
fn words_by_hand_hold_nothing_that_steers_a_terminal() {
    let mill = Sandbox::mill_fire();
    mill.run("timeline note mill-fire 'taken to hospital' 'rung\u{1b}[31m up' --by 'A\u{1b}[2J'");
    mill.run("timeline note mill-fire 'were rescued' 'turned \u{202e} about' --by A");
    for command in ["timeline mill-fire --format csv", "timeline mill-fire --format md", "timeline edits mill-fire"] {
        check(&mill, command, "rung");
        check_not(&mill, command, "\u{1b}");
        check_not(&mill, command, "\u{202e}");
    }
    // Also where a page says so.
    let file = mill.file("turned.txt", "Rain \u{202e}fell on 3 March 2025, police said.\n");
    mill.run(&format!("add {file} --story turned"));
    for format in ["csv", "md", "ics", "atom"] {
        check_not(&mill, &format!("timeline turned --format {format}"), "\u{202e}");
    }
}

#[test]
fn a_hold_that_is_set_again_keeps_its_reason() {
    let mill = Sandbox::mill_fire();
    mill.run("hold mill-fire --reason law");
    check(&mill, "hold mill-fire", "  law");
    check(&mill, "hold mill-fire --reason court", "  court");
}

#[test]
fn numbers_that_are_gone_are_told_of() {
    let mill = Sandbox::mill_fire();
    mill.run("forget mill-fire@2 --reason court --yes");
    check(&mill, "show mill-fire@2", "has versions 1, 3; the others were removed for good");
    check(&mill, "show mill-fire@4", "has versions 1, 3\n");
}

#[test]
fn a_sentence_that_is_named_is_evidence_or_is_refused() {
    let mill = Sandbox::mill_fire();
    let add = |source: &str| format!("timeline add mill-fire 'March 2025' 'It burned' --source '{source}' --by Ada");
    for (at, source) in
        ["post-1@latest s1", "post-1@first s1", "post-1@2025-03-03 s1", "mill-fire v1 s1"].iter().enumerate()
    {
        check_not(&mill, &add(source), "error");
        let rests = format!("added by Ada; rests on Post v{} s1", if at == 0 { 3 } else { 1 });
        check(&mill, "timeline mill-fire", &rests);
        mill.run(&format!("timeline undo mill-fire {} --by Ada", at + 1));
    }
    for source in ["post-1@1..2 s1", "post-1@latest s99", "post-9@latest s1", "post-1 s1"] {
        check(&mill, &add(source), &format!("error: the story has no sentence `{source}`\nhint: name a sentence"));
    }
    check_not(&mill, &add("minutes of the council s3"), "error");
    check_not(&mill, &add("post-1@example.com"), "error");
    check_not(&mill, "timeline note mill-fire 'mill-fire v2 s2' hi --by Ada", "error");
    check(
        &mill,
        "timeline note mill-fire 'post-1@latest s1' hi --by Ada",
        "error: `post-1@latest s1` does not name its version by number\n\
         hint: write its number, as in `post-1 v1 s1`; `writethru log post-1` lists the versions",
    );
}
