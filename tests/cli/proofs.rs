//! Holds that receipts, proofs and time stamps can be checked without this program.

use std::fs;
use std::process::Command;

use rusqlite::Connection;

use crate::sandbox::Sandbox;

/// Runs the script of the documentation; returns whether it is content, and what it says.
fn verify(arguments: &[&str]) -> (bool, String) {
    let output = Command::new("python3").arg("docs/verify.py").args(arguments).output().expect("Python is there");
    let told = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), told)
}

/// Makes a key and a receipt of the store; returns the receipt's path.
fn receipt(sandbox: &Sandbox, name: &str) -> String {
    let key = sandbox.path("key.pem");
    if !key.exists() {
        let made = Command::new("openssl").args(["genpkey", "-algorithm", "ed25519", "-out"]).arg(&key).status();
        assert!(made.expect("openssl is there").success());
        Command::new("chmod").arg("600").arg(&key).status().expect("chmod");
    }
    let text = sandbox.run(&format!("receipt --key {}", key.display()));
    assert!(text.starts_with("writethru receipt\nsize "), "{text}");
    sandbox.file(name, text)
}

#[test]
fn a_proof_is_checked_by_the_script_of_the_documentation() {
    let mill = Sandbox::mill_fire();
    let receipt = receipt(&mill, "a.receipt");
    mill.run("article rename mill-fire/post-1 post");
    let proof = mill.file("proof.json", mill.run(&format!("prove mill-fire/post@2 --receipt {receipt}")));
    let text = mill.file("text.txt", mill.run("show mill-fire/post@2 --plain"));
    let key =
        fs::read_to_string(&receipt).unwrap().lines().find_map(|line| line.strip_prefix("key ").map(str::to_owned));
    let key = key.expect("a receipt names its key");
    let (is_proved, told) = verify(&[&proof, &receipt, &text, &key]);
    assert!(is_proved && told.starts_with("proved: these words stood in the ledger of 2025-04-26T12:00:00Z"), "{told}");

    let other_text = mill.file("other.txt", "Other words.\n");
    let altered = |from: &str, to: &str| fs::read_to_string(&proof).unwrap().replacen(from, to, 1);
    let leaf = mill.file("leaf.json", altered("\\\"number\\\":2", "\\\"number\\\":3"));
    let later = fs::read_to_string(&receipt).unwrap().replace("2025-04-26", "2024-04-26");
    let later = mill.file("later.receipt", later);
    for (arguments, why) in [
        (vec![&proof, &receipt, &other_text], "the text is another one"),
        (vec![&leaf, &receipt], "not in the ledger"),
        (vec![&proof, &later], "CalledProcessError"),
        (vec![&proof, &receipt, &text, &other_text], "another key"),
    ] {
        let arguments: Vec<&str> = arguments.into_iter().map(String::as_str).collect();
        let (is_proved, told) = verify(&arguments);
        assert!(!is_proved && told.contains(why), "{why}: {told}");
    }
}

#[test]
fn every_way_to_tamper_shows_against_an_older_receipt() {
    let mill = Sandbox::mill_fire();
    let receipt = receipt(&mill, "a.receipt");
    let (since, json) = (format!("check --since-receipt {receipt}"), "--format json --quiet");
    let told = mill.run(&since);
    assert!(told.contains("0 lines added, nothing else") && told.ends_with("all is well\n"), "{told}");
    let file = mill.file("later.txt", "Sixty homes were cut off when the river rose.\n");
    mill.run(&format!("add {file} --story flood --quiet"));
    assert!(mill.run(&since).contains("lines added, nothing else"));
    let original = fs::read(mill.path("store.db")).unwrap();
    let altered = "UPDATE version SET headline = 'Another headline' WHERE number = 2;
        UPDATE ledger SET leaf = randomblob(32) WHERE kind = 'version' AND subject = 2;";
    let put_in = "UPDATE ledger SET number = number + 1000 WHERE 3 < number;
        INSERT INTO ledger SELECT 4, made, action, kind, subject, owner, state, randomblob(32), chain FROM ledger WHERE number = 3;
        UPDATE ledger SET number = number - 999 WHERE 1000 < number;";
    let taken_out = "DELETE FROM ledger WHERE number = 4; UPDATE ledger SET number = number - 1 WHERE 4 < number;";
    let cut = "DELETE FROM ledger WHERE 4 < number;";
    let reordered = "UPDATE ledger SET number = 9000 WHERE number = 3; UPDATE ledger SET number = 3 WHERE number = 4;
        UPDATE ledger SET number = 4 WHERE number = 9000;";
    for (name, sql) in
        [("altered", altered), ("put in", put_in), ("taken out", taken_out), ("cut", cut), ("reordered", reordered)]
    {
        fs::write(mill.path("store.db"), &original).unwrap();
        tamper(&mill, sql);
        let told = mill.run(&format!("{since} {json}"));
        let view: serde_json::Value = serde_json::from_str(told.split("--- ").next().unwrap()).expect("JSON");
        let problem = view["receipt"]["problem"].as_str();
        assert!(problem.is_some_and(|problem| problem.contains("receipt of 2025-04-26")), "{name}: {told}");
        assert!(told.ends_with("--- exit 1\n"), "{name}: {told}");
    }
}

/// Alters the ledger with another program, and computes the chain anew so that the ledger holds by itself.
fn tamper(sandbox: &Sandbox, sql: &str) {
    use sha2::{Digest as _, Sha256};
    let store = Connection::open(sandbox.path("store.db")).expect("a store");
    let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
    let triggers: String = store.query_one(triggers, [], |row| row.get(0)).expect("triggers");
    store.execute_batch(&format!("{triggers};{sql}")).expect("it can be altered");
    let mut lines = store
        .prepare("SELECT number, made, action, kind, subject, owner, leaf FROM ledger ORDER BY number")
        .expect("a ledger");
    let lines: Vec<(i64, String, Vec<u8>)> = lines
        .query_map([], |row| {
            let optional = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
            let number: i64 = row.get(0)?;
            let (action, kind, subject) = (row.get::<_, String>(2)?, row.get::<_, String>(3)?, row.get::<_, i64>(4)?);
            let (made, owner) = (optional(row.get(1)?), optional(row.get(5)?));
            Ok((number, format!("{number}\n{made}\n{action}\n{kind}\n{subject}\n{owner}\n"), row.get(6)?))
        })
        .and_then(Iterator::collect)
        .expect("lines");
    let mut chain = vec![0; 32];
    for (number, line, leaf) in lines {
        chain = Sha256::new()
            .chain_update([1])
            .chain_update(&chain)
            .chain_update(line)
            .chain_update(leaf)
            .finalize()
            .to_vec();
        store.execute("UPDATE ledger SET chain = ?1 WHERE number = ?2", (&chain, number)).expect("a line");
    }
}

#[cfg(unix)]
#[test]
fn keys_are_made_for_their_owner_alone_and_others_are_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let mill = Sandbox::mill_fire();
    let told = mill.command("receipt").env("XDG_CONFIG_HOME", mill.path("settings")).output().expect("it runs");
    assert!(told.status.success(), "{told:?}");
    let key = mill.path("settings/writethru/receipt-key.pem");
    assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let read = Command::new("openssl").args(["pkey", "-noout", "-in"]).arg(&key).status().expect("openssl");
    assert!(read.success(), "openssl reads the key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let refused = mill.run(&format!("receipt --key {}", key.display()));
    assert!(refused.contains("other users may read the key") && refused.contains("chmod 600"), "{refused}");
    let missing = mill.run("receipt --key nothing.pem");
    assert!(missing.contains("cannot use the key nothing.pem") && missing.contains("openssl genpkey"), "{missing}");
    let odd = mill.file("odd.receipt", "writethru receipt\nsize 4\n");
    assert!(mill.run(&format!("check --since-receipt {odd}")).contains("it is no receipt of writethru"));
}

/// Runs the script of the documentation over an exported ledger.
fn chain_of(ledger: &str) -> (bool, String) {
    let document = fs::read_to_string("docs/PROOFS.md").expect("the document is there");
    let (_, script) = document.split_once("```python\n").expect("the document has a script");
    let (script, _) = script.split_once("```").expect("a script ends");
    let mut command = assert_cmd::Command::new("python3");
    let output = command.arg("-c").arg(script).write_stdin(ledger).output().expect("Python is there");
    (output.status.success(), String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[test]
fn the_ledger_is_computed_again_by_the_script_of_the_documentation() {
    let mill = Sandbox::mill_fire();
    let hash = |mill: &Sandbox| {
        let view: serde_json::Value = serde_json::from_str(&mill.run("check --format json")).unwrap();
        view["ledger_hash"].as_str().unwrap().to_owned()
    };
    let ledger = mill.run("export ledger");
    assert_eq!(chain_of(&ledger), (true, hash(&mill)));
    assert!(!ledger.contains("\"row\":null"), "every row is known");
    let (is_sound, _) =
        chain_of(&ledger.replacen("Europe", "Africa", 1).replacen("\\\"number\\\":2", "\\\"number\\\":3", 1));
    assert!(!is_sound, "an altered row is not the one of its leaf");

    mill.run("article rename mill-fire/post-1 post");
    mill.run("timeline pin mill-fire 'taken to hospital' --by Ada");
    assert!(mill.run("export ledger").contains("\"kind\":\"correction\",\"subject\":1"));
    mill.run("hold mill-fire/post");
    assert!(
        mill.run("export ledger").lines().any(|line| line.contains("\"correction\"") && line.contains("\"row\":null"))
    );
    mill.run("forget mill-fire/post@1 --reason 'a court order' --yes");
    let ledger = mill.run("export ledger");
    let lines = ledger.split("--- stderr").next().unwrap();
    assert_eq!(chain_of(lines), (true, hash(&mill)), "{ledger}");
    assert!(!lines.contains("mill-fire/post") && lines.contains("\"row\":null"));
}
