//! Divides lines among files of like size, each packed with zstd.
//!
//! A line goes to the file that is the shortest so far, the first of several, so the same archive gives the same files.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::target;
use crate::cli::error::CliError;

/// Level of packing: quick, and texts are a quarter of their size.
const LEVEL: i32 = 3;

/// What takes lines.
pub(super) trait ShardSink {
    /// Writes a line.
    fn line(&mut self, line: &str) -> Result<(), CliError>;
    /// Makes sure that all is written.
    fn finish(&mut self) -> Result<(), CliError>;
}

impl<W: Write> ShardSink for BufWriter<W> {
    fn line(&mut self, line: &str) -> Result<(), CliError> {
        Ok(writeln!(self, "{line}")?)
    }

    fn finish(&mut self) -> Result<(), CliError> {
        Ok(self.flush()?)
    }
}

/// A folder of shards that are being written.
pub(super) struct ShardFolder {
    shards: Vec<Shard>,
}

struct Shard {
    path: PathBuf,
    /// Bytes of its lines, unpacked.
    size: usize,
    out: Option<zstd::stream::write::Encoder<'static, BufWriter<File>>>,
}

impl ShardFolder {
    /// Makes a folder with so many files.
    pub(super) fn create(folder: &Path, count: usize) -> Result<Self, CliError> {
        target::new_folder(folder)?;
        let shard = |number: usize| {
            let path = folder.join(format!("part-{number:05}.jsonl.zst"));
            let file = BufWriter::new(File::create(target::unfinished(&path))?);
            Ok(Shard { path, size: 0, out: Some(zstd::stream::write::Encoder::new(file, LEVEL)?) })
        };
        Ok(Self { shards: (0..count).map(shard).collect::<io::Result<_>>()? })
    }
}

impl ShardSink for ShardFolder {
    fn line(&mut self, line: &str) -> Result<(), CliError> {
        let shortest = self.shards.iter_mut().min_by_key(|shard| shard.size).expect("there is at least one shard");
        shortest.size += line.len() + 1;
        let out = shortest.out.as_mut().expect("it is open until the end");
        Ok(writeln!(out, "{line}")?)
    }

    fn finish(&mut self) -> Result<(), CliError> {
        for shard in &mut self.shards {
            let out = shard.out.take().expect("it is finished once");
            out.finish()?.flush()?;
            target::finish(&shard.path)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_divided_by_their_length_and_none_is_lost() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("shards");
        let mut shards = ShardFolder::create(&folder, 3).unwrap();
        let lines: Vec<String> = (0..300).map(|n| "x".repeat(1 + n * 37 % 101)).collect();
        lines.iter().for_each(|line| shards.line(line).unwrap());
        shards.finish().unwrap();
        let texts: Vec<String> = (0..3)
            .map(|n| {
                let file = File::open(folder.join(format!("part-{n:05}.jsonl.zst"))).unwrap();
                String::from_utf8(zstd::stream::decode_all(file).unwrap()).unwrap()
            })
            .collect();
        let (least, most) =
            (texts.iter().map(String::len).min().unwrap(), texts.iter().map(String::len).max().unwrap());
        assert!(most - least <= 102, "{least} to {most}");
        let mut found: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
        let mut wanted: Vec<&str> = lines.iter().map(String::as_str).collect();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted);
        assert!(ShardFolder::create(&folder, 3).is_err(), "the folder is not empty");
    }
}
