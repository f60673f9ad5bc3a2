//! Times the comparison beside its peers on the same pairs, in one run.
//!
//! `cargo bench --bench peers` makes 50 pairs of 1,050 words (one sentence in
//! nine edited, one paragraph moved) and prints milliseconds a pair. Peers that
//! are not installed are left out: wikidiff2 (Debian: php-cli php-wikidiff2, in
//! process), git (a process a pair) and diff-match-patch in C++ (Python package
//! `fast-diff-match-patch`, in process).

mod allocator;
mod texts;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use writethru::claim::{ComparedVersion, read_pair, read_side};
use writethru::diff::compare;
use writethru::diff::text_diff;
use writethru::model::{Setting, Side};

const N_PAIRS: usize = 50;
const N_WORDS: usize = 1_050;
const ROUNDS: usize = 9;

const WIKIDIFF2: &str = r#"
[$t, $dir] = [[], $argv[1]];
for ($i = 0; $i < 50; $i++) {
  $a = file_get_contents("$dir/$i.a"); $b = file_get_contents("$dir/$i.b"); $best = INF;
  for ($n = 0; $n < 9; $n++) { $s = hrtime(true); wikidiff2_inline_diff($a, $b, 2); $best = min($best, (hrtime(true) - $s) / 1e6); }
  $t[] = $best;
}
sort($t); printf("%.3f", $t[intdiv(count($t), 2)]);
"#;

const MATCH_PATCH: &str = r#"
import sys, time, fast_diff_match_patch as d
t = []
for i in range(50):
    a, b = (open(f"{sys.argv[1]}/{i}.{s}", encoding="utf-8").read() for s in "ab")
    best = 1e9
    for n in range(9):
        s = time.perf_counter(); d.diff(a, b, timelimit=2, checklines=True); best = min(best, (time.perf_counter() - s) * 1e3)
    t.append(best)
print("%.3f" % sorted(t)[len(t) // 2], end="")
"#;

fn main() {
    // `cargo test --benches` only wants to see that it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let pairs: Vec<(String, String)> = (0..N_PAIRS).map(|seed| pair(seed + 1)).collect();
    let folder = tempfile::tempdir().expect("a folder for the pairs");
    for (at, (old, new)) in pairs.iter().enumerate() {
        fs::write(folder.path().join(format!("{at}.a")), old).expect("the folder can be written to");
        fs::write(folder.path().join(format!("{at}.b")), new).expect("the folder can be written to");
    }
    show("words and moves", Some(median(pairs.iter().map(|(old, new)| best(|| text_diff::diff(old, new).len())))));
    let sides: Vec<(Side<'_>, Side<'_>)> = pairs.iter().map(|(old, new)| (side(old), side(new))).collect();
    show("typed, texts analysed", Some(median(sides.iter().map(|(a, b)| best(|| compare(a, b).changes.len())))));
    let whole = |(old, new): &(String, String)| {
        best(|| {
            let (old, new) = read_pair(version(old), version(new));
            compare(&old, &new).changes.len()
        })
    };
    show("typed, from the bare texts", Some(median(pairs.iter().map(whole))));
    show("wikidiff2, in process", peer(Command::new("php").args(["-r", WIKIDIFF2, "--"]), folder.path()));
    show("diff-match-patch in C++, in process", peer(Command::new("python3").args(["-c", MATCH_PATCH]), folder.path()));
    show("git --word-diff, a process a pair", git(folder.path()));
}

fn side(text: &str) -> Side<'_> {
    read_side(None, text, Setting::default())
}

/// A text as `pipe compare` reads it: what both versions have is parsed once.
fn version(text: &str) -> ComparedVersion<'_> {
    ComparedVersion { title: None, text, sentences: None, setting: Setting::default() }
}

/// One sentence in nine edited, the second paragraph moved to the end.
fn pair(seed: usize) -> (String, String) {
    let old = texts::text(N_WORDS, seed);
    let new = texts::edited(&old);
    let mut paragraphs: Vec<&str> = new.split("\n\n").filter(|part| !part.is_empty()).collect();
    if 2 < paragraphs.len() {
        let moved = paragraphs.remove(1);
        paragraphs.push(moved);
    }
    (old, paragraphs.join("\n\n"))
}

/// Returns the milliseconds of the fastest of a few rounds.
fn best(mut work: impl FnMut() -> usize) -> f64 {
    let round = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Runs a peer that times itself over all pairs.
fn peer(command: &mut Command, folder: &Path) -> Option<f64> {
    let output = command.arg(folder).stderr(Stdio::null()).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn git(folder: &Path) -> Option<f64> {
    let run = |at: usize| {
        let mut command = Command::new("git");
        command.args(["diff", "--no-index", "--word-diff", "--color-moved=zebra"]);
        let paths = [folder.join(format!("{at}.a")), folder.join(format!("{at}.b"))];
        command.args(paths).stdout(Stdio::null()).stderr(Stdio::null()).status()
    };
    run(0).ok()?;
    Some(median((0..N_PAIRS).map(|at| best(|| run(at).map_or(0, |_| 1)))))
}

fn show(name: &str, milliseconds: Option<f64>) {
    match milliseconds {
        Some(time) => println!("{name:<38} {time:>8.3} ms a pair"),
        None => println!("{name:<38} not installed"),
    }
}
