//! Names the analyser: a hash over the sources that analyse.
//!
//! What was worked out by other rules is then not taken for the work of these,
//! without anybody having to remember to raise a number.

use std::fs;
use std::path::{Path, PathBuf};

/// Everything that decides what is read off a text.
const FOLDERS: [&str; 9] = [
    "src/model",
    "src/text",
    "src/time",
    "src/claim",
    "src/diff",
    "src/timeline",
    "src/view",
    "src/track/present",
    "src/track/cache",
];

fn main() {
    let mut files = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files);
    }
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for file in &files {
        let bytes = fs::read(file).unwrap_or_default();
        // A line end that a checkout changed is no other rule.
        hash = bytes.iter().filter(|byte| **byte != b'\r').copied().fold(hash, fnv);
    }
    println!("cargo:rustc-env=WRITETHRU_ANALYSIS={hash:016x}");
}

/// One step of the FNV-1a hash: short, and the same on every machine.
fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
