//! Holds what each command prints of a small story.

use crate::sandbox::Sandbox;

/// Asserts that a command prints every one of `lines`.
#[track_caller]
fn check(line: &str, lines: &[&str]) {
    let told = Sandbox::mill_fire().run(line);
    for wanted in lines {
        assert!(told.contains(wanted), "`{line}` does not print {wanted:?}:\n{told}");
    }
}

#[test]
fn log_tells_each_version_and_what_it_changed() {
    check("log mill-fire", &["mill-fire/post-1  Post  times in Europe/London", "  v1  3 Mar 2025 21:00", " material"]);
}

#[test]
fn diff_tells_claims_first_and_then_marks_the_words() {
    let lines = [
        "v1 → v2  changed 3 Mar 2025 21:00 – 4 Mar 2025 08:00",
        "  figure     Three → Five",
        "  date       2019 → 2018",
        "~ [-Three-]{+Five+} people were taken to hospital after a fire broke out at Calder Mill",
        "~ The blaze [-may have-] started in the boiler room",
    ];
    check("diff mill-fire@1..2", &lines[..3]);
    check("diff mill-fire@1..2", &[lines[3]]);
}

#[test]
fn what_changed_typography_only_is_counted_and_shown_when_asked_for() {
    check("diff mill-fire@2..3", &["nothing changed but typography; 1 cosmetic change not shown (--cosmetic shows)"]);
    check("diff mill-fire@2..3 --cosmetic", &["typography "]);
}

#[test]
fn the_exit_status_tells_whether_something_material_differs() {
    let mill = Sandbox::mill_fire();
    assert!(mill.run("diff mill-fire@1..2 --exit-code --stat").ends_with("--- exit 3\n"));
    assert!(!mill.run("diff mill-fire@2..3 --exit-code --stat").contains("--- exit"));
}

#[test]
fn side_by_side_fits_the_screen() {
    let told = Sandbox::mill_fire().run("diff mill-fire@1..2 --side-by-side --full");
    assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
}

#[test]
fn changes_tell_between_which_looks_an_update_came() {
    check("changes mill-fire", &["mill-fire/post-1  v1 → v2  changed 3 Mar 2025 21:00 – 4 Mar 2025 08:00"]);
}

#[test]
fn blame_tells_which_version_brought_a_sentence() {
    check("blame mill-fire", &["v1   3 Mar 2025 21:00", "v2   4 Mar 2025 08:00", "The mill employs 140 people."]);
}

#[test]
fn a_narrow_screen_leaves_room_beside_the_margin() {
    let told = Sandbox::mill_fire().run("blame mill-fire --width 40");
    assert!(told.lines().all(|line| line.chars().count() <= 40), "{told}");
    let (_, sentences) = told.split_once("\n\n").expect("a head");
    let mut further = sentences.lines().filter(|line| line.starts_with(' '));
    assert!(further.all(|line| line.starts_with(&" ".repeat(20))), "{told}");
}

#[test]
fn where_no_edit_is_left_the_hint_names_the_story() {
    let told = Sandbox::mill_fire().run("timeline undo mill-fire last --by Ada");
    assert!(told.contains("`writethru timeline edits mill-fire` lists them"), "{told}");
}

#[test]
fn show_prints_one_sentence_as_evidence_names_it() {
    let mill = Sandbox::mill_fire();
    let numbered = mill.run("show mill-fire@1 --numbers");
    let line = numbered.lines().find(|line| line.contains("The mill employs 140 people.")).expect("the sentence");
    let number = line.trim_start_matches('s').split_whitespace().next().expect("its number");
    assert_eq!(mill.run(&format!("show mill-fire@1 --sentence {number}")), "The mill employs 140 people.\n");
    assert!(mill.run("show mill-fire@1 --original").starts_with("Three hurt in fire at Calder Mill\n"));
}

#[test]
fn search_finds_what_was_taken_out() {
    check("search 2019", &["mill-fire/post-1", "no longer in the text"]);
}

#[test]
fn standing_tells_which_versions_dropped_a_value() {
    check("standing mill-fire 2019", &["no longer in the text since v2"]);
}

#[test]
fn audit_holds_notes_against_the_versions() {
    let sandbox = Sandbox::new();
    let fund = "Fund opens\n\nThe fund holds $3 million. Harbour master Ilse Brand opened it.\n";
    let note = "Correction: An earlier version misspelled the name of the harbour master.";
    for (version, text) in [fund.to_owned(), format!("{fund}\n{note}\n")].iter().enumerate() {
        let file = sandbox.file(&format!("fund.v{version}.txt"), text);
        let captured = format!("2025-03-0{}T09:00Z", version + 1);
        sandbox.run(&format!("add {file} --story fund --article post-1 --outlet Post --captured {captured} --quiet"));
    }
    let told = sandbox.run("audit");
    assert!(told.contains("the note names a change that these two versions do not show"), "{told}");
    assert!(told.contains(note) && told.contains("1 note to check"), "{told}");
}

#[test]
fn figures_follow_a_count() {
    check("figures mill-fire", &["Three", "Five"]);
}

#[test]
fn people_of_whom_nothing_else_is_told_are_counted_by_matter() {
    let sandbox = Sandbox::new();
    let write = |staff: &str, homes: &str| {
        let text = format!(
            "The lens maker Tessel employs {staff} people in Leeds.\n\nFlooding in Harrow drove {homes} people from their beds.\n"
        );
        let file = sandbox.file("a.txt", &text);
        sandbox.run(&format!("add {file} --story takeover --article bid --quiet"));
    };
    write("3,400", "90");
    write("3,200", "120");
    let told = sandbox.run("figures takeover");
    let series: Vec<&str> = told.lines().filter(|line| line.starts_with("people")).collect();
    assert_eq!(series.len(), 2, "{told}");
}

#[test]
fn timelines_come_in_every_format() {
    let mill = Sandbox::mill_fire();
    let formats = writethru::render::export::FORMATS.iter().map(|format| format.name);
    for format in formats.chain(["text"]) {
        let told = mill.run(&format!("timeline mill-fire --format {format} --quiet"));
        assert!(!told.is_empty() && !told.contains("--- exit"), "{format}: {told}");
    }
}

#[test]
fn what_is_exported_can_be_imported() {
    let mill = Sandbox::mill_fire();
    let lines = mill.run("export jsonl");
    assert_eq!(lines.lines().filter(|line| line.contains("\"text\"")).count(), 3);
    let other = Sandbox::new();
    assert_eq!(other.run_with("import jsonl -", &lines), "3 versions recorded, 0 unchanged, 0 not recorded\n");
    assert_eq!(other.run("export jsonl"), lines);
}

#[test]
fn a_store_can_be_checked_copied_and_worked_out_anew() {
    let mill = Sandbox::mill_fire();
    assert!(mill.run("check").ends_with("all is well\n"));
    let copy = mill.path("copy.db").display().to_string();
    assert!(mill.run(&format!("backup {copy}")).contains("3 versions saved"));
    assert_eq!(mill.run(&format!("log --db {copy}")), mill.run("log"));
    let before = mill.run("timeline mill-fire --format json");
    assert!(mill.run("reindex").contains("3 versions of 1 article read anew"));
    assert_eq!(mill.run("timeline mill-fire --format json"), before);
}

#[test]
fn a_reader_who_stops_reading_is_no_failure() {
    let mill = Sandbox::mill_fire();
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("writethru"))
        .args(["pipe", "schema", "analyze", "--db", &mill.path("store.db").display().to_string()])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn every_command_has_help_with_an_example() {
    let sandbox = Sandbox::new();
    let mut waiting = vec![String::new()];
    let mut seen = 0;
    while let Some(command) = waiting.pop() {
        let help = sandbox.run(&format!("{command} --help"));
        let below = subcommands(&help);
        // A command that only gathers others has its examples with them.
        if below.is_empty() || command == "timeline" {
            let examples = help.split_once("Examples:\n").map_or("", |(_, examples)| examples);
            assert!(examples.contains("writethru "), "{command}: {help}");
            seen += 1;
        }
        waiting.extend(below.into_iter().map(|name| format!("{command} {name}").trim().to_owned()));
    }
    assert!(45 < seen, "only {seen} commands were seen");
}

/// Returns the names that a help text lists under "Commands:".
fn subcommands(help: &str) -> Vec<String> {
    let Some((_, list)) = help.split_once("\nCommands:\n") else { return Vec::new() };
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}
