//! Tries `stamp` against an authority of the test's own, which `openssl ts` plays.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

/// The settings of an authority whose key and certificate lie in its folder.
const SETTINGS: &str = "[tsa]\ndefault_tsa = own\n[own]\nserial = FOLDER/serial\nsigner_cert = FOLDER/tsa.pem\n\
    signer_key = FOLDER/tsa.key\ncerts = FOLDER/tsa.pem\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\n\
    [ext]\nextendedKeyUsage = critical,timeStamping\n[req]\ndistinguished_name = name\n[name]\n";

fn openssl(folder: &Path, arguments: &str) -> bool {
    let run = Command::new("openssl").args(arguments.split_whitespace()).current_dir(folder).output();
    run.expect("openssl is there").status.success()
}

/// Makes an authority in `folder`.
fn make_authority(folder: &Path) {
    let settings = SETTINGS.replace("FOLDER", &folder.display().to_string());
    fs::write(folder.join("tsa.cnf"), settings).expect("a step of the test works");
    fs::write(folder.join("serial"), "01\n").expect("a step of the test works");
    let made = "req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 2 -subj /CN=Test -config tsa.cnf \
        -extensions ext";
    assert!(openssl(folder, made));
}

/// Answers one question, or with `answer` where that is given; returns the port.
fn serve(folder: &Path, answer: Option<Vec<u8>>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a step of the test works");
    let port = listener.local_addr().expect("a step of the test works").port();
    let folder = folder.to_owned();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a step of the test works");
        let mut heard = Vec::new();
        let mut byte = [0];
        while !heard.ends_with(b"\r\n\r\n") {
            stream.read_exact(&mut byte).expect("a step of the test works");
            heard.push(byte[0]);
        }
        let head = String::from_utf8(heard).expect("a step of the test works").to_lowercase();
        assert!(head.starts_with("post /tsa ") && head.contains("content-type: application/timestamp-query"), "{head}");
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .expect("a step of the test works")
            .trim()
            .parse()
            .expect("a step of the test works");
        let mut question = vec![0; length];
        stream.read_exact(&mut question).expect("a step of the test works");
        fs::write(folder.join("question.tsq"), question).expect("a step of the test works");
        let answer = answer.unwrap_or_else(|| {
            assert!(openssl(&folder, "ts -reply -config tsa.cnf -queryfile question.tsq -out answer.tsr"));
            fs::read(folder.join("answer.tsr")).expect("a step of the test works")
        });
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", answer.len());
        stream.write_all(head.as_bytes()).expect("a step of the test works");
        stream.write_all(&answer).expect("a step of the test works");
    });
    port
}

fn stamp(folder: &Path, port: u16, output: &str) -> (bool, String) {
    let output = Command::new(assert_cmd::cargo::cargo_bin("writethru"))
        .args(["stamp", "a.receipt", "--allow-private", "--output", output])
        .args(["--authority", &format!("http://127.0.0.1:{port}/tsa")])
        .current_dir(folder)
        .output()
        .expect("a step of the test works");
    let told = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), told)
}

#[test]
fn a_stamp_of_a_local_authority_is_checked_by_openssl() {
    let folder = tempfile::tempdir().expect("a step of the test works");
    let folder = folder.path();
    make_authority(folder);
    fs::write(folder.join("a.receipt"), "what is to be stamped\n").expect("a step of the test works");
    let (done, told) = stamp(folder, serve(folder, None), "a.tsr");
    assert!(done && told == "the stamp is in a.tsr\n", "{told}");
    assert!(openssl(folder, "ts -verify -in a.tsr -data a.receipt -CAfile tsa.pem"));
    let (done, told) = stamp(folder, 1, "a.tsr");
    assert!(!done && told.contains("there is a file at a.tsr already"), "nothing is overwritten: {told}");

    // The stamp of an earlier question, a refusal, and no stamp at all.
    let earlier = fs::read(folder.join("a.tsr")).expect("a step of the test works");
    for (answer, why) in [
        (earlier, "about something else"),
        (vec![0x30, 5, 0x30, 3, 2, 1, 2], "refuses"),
        (b"<html>".to_vec(), "no time stamp"),
    ] {
        let (done, told) = stamp(folder, serve(folder, Some(answer)), "b.tsr");
        assert!(!done && told.contains(why) && told.contains("hint: "), "{why}: {told}");
        assert!(!folder.join("b.tsr").exists());
    }
    fs::write(folder.join("a.receipt"), "something else\n").expect("a step of the test works");
    assert!(!openssl(folder, "ts -verify -in a.tsr -data a.receipt -CAfile tsa.pem"));
}
