//! Holds what is told when a store is restored, repaired, held back, and when something is removed for good.

use rusqlite::Connection;

use crate::sandbox::Sandbox;

#[test]
fn a_backup_is_put_back_and_overwrites_nothing_unasked() {
    let mill = Sandbox::mill_fire();
    let copy = mill.path("copy.db").display().to_string();
    let told = mill.run(&format!("backup {copy}"));
    assert!(told.starts_with("3 versions saved in SANDBOX/copy.db") && told.contains("read again: whole"), "{told}");
    let log = mill.run("log");
    mill.run("article delete mill-fire/post-1 --yes");
    let refused = mill.run(&format!("restore {copy}"));
    assert!(refused.contains("there is a store at SANDBOX/store.db already"), "{refused}");
    assert!(refused.contains("hint: `--overwrite`") && refused.ends_with("--- exit 1\n"), "{refused}");
    let told = mill.run(&format!("restore {copy} --overwrite"));
    assert!(told.contains("kept at SANDBOX/store.db.replaced.bak"), "{told}");
    assert_eq!(mill.run("log"), log);
    let told = mill.run(&format!("restore {copy} --overwrite --format json"));
    let view: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((&view["versions"], &view["removed"]), (&3.into(), &0.into()));
    assert!(view["replaced"].as_str().is_some_and(|path| path.ends_with("replaced.1.bak")));
    let missing = mill.run("restore nothing.db --db SANDBOX-none.db");
    assert!(missing.contains("there is no store at nothing.db") && missing.contains("hint: "), "{missing}");
}

#[test]
fn what_is_removed_for_good_is_told_and_stays_removed() {
    let mill = Sandbox::mill_fire();
    let copy = mill.path("copy.db").display().to_string();
    mill.run(&format!("backup {copy}"));
    let asked = mill.run("forget mill-fire@1 --reason 'court order'");
    assert!(asked.contains("add `--yes`") && asked.ends_with("--- exit 2\n"), "{asked}");
    assert!(mill.run("forget mill-fire@1 --yes").contains("--reason"));
    assert!(mill.run("forget mill-fire@1 --yes --reason ' '").contains("a reason is needed"));
    assert!(mill.run("forget mill-fire@9 --yes --reason x").contains("has no version 9"));
    let told = mill.run("forget mill-fire@1 --reason 'court order' --yes");
    assert_eq!(told, "mill-fire@1: 1 version removed for good\n");
    let log = mill.run("log");
    assert!(!log.contains("  v1 ") && log.contains("  v2 "), "{log}");
    assert!(mill.run("forget --list").contains("version  ") && mill.run("forget --list").ends_with("court order\n"));
    assert!(mill.run("check").ends_with("all is well\n"));
    let told = mill.run(&format!("restore {copy} --overwrite"));
    assert!(told.contains("1 version of the backup had been removed for good since"), "{told}");
    assert_eq!(mill.run("log"), log);
    assert!(mill.run("check --all").ends_with("all is well\n"));
    let kept = std::fs::read_to_string(mill.path("store.db.tombstones")).expect("the tombstones beside the store");
    assert!(kept.contains("court order") && !kept.contains("Calder"), "{kept}");
}

#[test]
fn what_is_held_is_left_out_of_everything_that_is_handed_on() {
    let talks = Sandbox::ukraine_talks();
    let held = talks.run("hold ukraine-talks/lantern-1 --reason 'with the lawyers'");
    assert_eq!(held, "ukraine-talks/lantern-1  since 2025-04-26 12:00 UTC  with the lawyers\n");
    let site = talks.path("site").display().to_string();
    let published = [
        "export jsonl",
        "timeline ukraine-talks --format md",
        "changes --format atom",
        "report ukraine-talks",
        "claims ukraine-talks --format csv",
        "audit --format html",
        "conflicts ukraine-talks --format md",
    ];
    for command in published {
        let told = talks.run(command);
        assert!(!told.to_lowercase().contains("lantern"), "{command}: {told}");
        assert!(told.contains("1 held and left out: `writethru hold` lists what is held"), "{command}: {told}");
    }
    talks.run(&format!("export site {site}"));
    let found = std::process::Command::new("grep").args(["-ril", "lantern", &site]).output().expect("grep");
    assert_eq!(String::from_utf8_lossy(&found.stdout), "");
    let refused = talks.run("diff ukraine-talks/lantern-1@1..2 --format html");
    assert!(refused.contains("is held: nothing of it is published") && refused.contains("--off"), "{refused}");
    assert!(talks.run("diff ukraine-talks/lantern-1@1..2").contains("v1 → v2"), "the desk still sees it");
    assert_eq!(talks.run("hold ukraine-talks/lantern-1 --off"), "nothing is held\n");
    assert!(talks.run("changes --format atom").contains("lantern"));
}

#[test]
fn damage_is_told_with_what_is_left_and_set_apart() {
    let mill = Sandbox::mill_fire();
    mill.run("timeline mill-fire");
    let store = Connection::open(mill.path("store.db")).expect("a store");
    let last = "(SELECT max(version_id) FROM body)";
    let trigger = "SELECT sql FROM sqlite_schema WHERE name = 'body_never_changes'";
    let trigger: String = store.query_row(trigger, [], |row| row.get(0)).expect("a trigger");
    let damage = format!("UPDATE body SET packed = x'2a' WHERE version_id = {last}");
    store.execute_batch(&format!("DROP TRIGGER body_never_changes; {damage}; {trigger}")).expect("it can be damaged");
    drop(store);
    let told = mill.run("check");
    assert!(told.contains("mill-fire/post-1: ") && told.contains("check --repair"), "{told}");
    assert!(told.contains("1 version cannot be read as recorded; the other 2 versions are not touched"), "{told}");
    let repaired = mill.run("check --repair");
    assert!(repaired.contains("1 damaged version set apart") && repaired.contains("store.db.repair.bak"), "{repaired}");
    let told = mill.run("check");
    assert!(told.contains("set apart: mill-fire/post-1 version 3") && told.ends_with("all else is well\n"), "{told}");
    assert!(mill.run("timeline mill-fire").contains("fire"));
    for odd in ["check --subset 3/2", "check --subset x", "check --repair --all"] {
        assert!(mill.run(odd).ends_with("--- exit 2\n"), "{odd}");
    }
    assert!(mill.run("check --subset 1/1").contains("all else is well"));
}

#[test]
fn stores_of_every_schema_open_and_are_sound() {
    let newest = std::fs::read_dir("migrations").expect("a folder").count();
    for schema in 1..=newest {
        let older = Sandbox::of_schema(schema);
        let told = older.run("check");
        assert!(told.contains("all is well\n"), "schema {schema}: {told}");
        let (copy, stories) = (older.path(&format!("store.db.schema-{schema}.bak")), older.run("story list"));
        assert_eq!(copy.exists(), schema < newest, "an older store is copied before it is migrated: {schema}");
        assert_eq!(stories.contains("flood"), schema < 5, "schema {schema}: {stories}");
        // The copy of an older store is put back as it is now.
        if copy.exists() {
            let told = older.run(&format!("restore {} --overwrite", copy.display()));
            assert!(told.starts_with("0 versions put back"), "schema {schema}: {told}");
            assert_eq!(older.run("story list"), stories);
        }
    }
}
