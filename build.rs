//! Names the analyser, a hash over the sources that analyse, and unpacks its weights.
//!
//! What was worked out by other rules is then not taken for the work of these,
//! without anybody having to remember to raise a number. Weights are packed in
//! the repository and read in place by the program, so they are unpacked here.

#[path = "src/text/grammar/packed.rs"]
mod packed;

use std::fs;
use std::path::{Path, PathBuf};

/// Everything that decides what is derived from texts and how it is packed: folders and files. `tests/tidy/hashed.rs` holds
/// that nothing is missing.
const SOURCES: [&str; 16] = [
    "src/model",
    "src/text",
    "src/time",
    "src/claim",
    "src/diff",
    "src/timeline",
    "src/view",
    "src/track/present",
    "src/track/cache",
    "src/track/names.rs",
    "src/track/read.rs",
    "src/track/results",
    "src/cli/pipe/article_question.rs",
    "src/cli/pipe/part.rs",
    "src/cli/pipe/question.rs",
    // The libraries: one of them may read a date or pack a result otherwise than the version before.
    "Cargo.lock",
];

fn main() {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        collect(Path::new(source), &mut files);
    }
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for file in &files {
        let bytes = fs::read(file).unwrap_or_default();
        // A line end that a checkout changed is no other rule.
        hash = bytes.iter().filter(|byte| **byte != b'\r').copied().fold(hash, fnv);
    }
    println!("cargo:rustc-env=WRITETHRU_ANALYSIS={hash:016x}");
    files.iter().filter(|file| file.extension().is_some_and(|end| end == "bin")).for_each(|file| unpack(file));
}

/// Writes the weights of a file as they are read in place, under its name into the folder of the build.
#[expect(clippy::disallowed_methods, reason = "this is how cargo names that folder")]
fn unpack(file: &Path) {
    let packed = fs::read(file).expect("files of weights are readable");
    let bytes = packed::unpack(&packed).unwrap_or_else(|| panic!("{} holds no packed weights", file.display()));
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder of the build"));
    fs::write(folder.join(file.file_name().expect("a file has a name")), bytes).expect("that folder can be written to");
}

/// One step of the FNV-1a hash: short, and the same on every machine.
fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Adds a file, or all those at or below a folder.
fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if !path.is_dir() {
        return files.push(path.to_owned());
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        collect(&entry.path(), files);
    }
}
