//! `writethru pipe …`: filters for other programs, one JSON object a line in and out.
//!
//! In:  `{"id": "a1", "text": "…"}`     Out: `{"id": "a1", "sentences": […], …}`
//!
//! Lines are read ahead by one thread and answered in batches on all cores. A
//! batch ends when input pauses, so an interactive caller gets each answer at
//! once, and is bounded in lines and bytes, so memory does not grow.

mod analyze;
mod answer;
mod compare;
mod extract;
mod parse;
mod question;
mod schema;
mod timeline;

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use rayon::prelude::*;
use serde_json::Value;

use question::{Question, Refusal};

/// Filters for other programs: one JSON object a line in, one a line out
#[derive(clap::Subcommand, Debug)]
pub(super) enum Filter {
    /// Tag words and parse grammar
    #[command(after_help = "Examples:\n  echo '{\"id\": 1, \"text\": \"I saw it.\"}' | writethru pipe parse")]
    Parse(Options),
    /// Read everything off one document
    #[command(after_help = "Examples:\n  writethru pipe analyze < documents.jsonl > answers.jsonl\n  \
        echo '{\"text\": \"Ann Lee resigned yesterday.\", \"published\": \"2025-04-24\"}' | writethru pipe analyze")]
    Analyze(Options),
    /// Tell what changed between two versions
    #[command(
        after_help = "Examples:\n  echo '{\"a\": \"Eight were hurt.\", \"b\": \"Nine were hurt.\"}' | writethru pipe compare | jq .changes"
    )]
    Compare(Options),
    /// Order the events and statements of one story
    #[command(after_help = "Examples:\n  writethru pipe timeline < stories.jsonl | jq '.entries[] | {when, text}'")]
    Timeline(Options),
    /// Take the article out of a web page
    #[command(after_help = "Examples:\n  jq -Rs '{html: .}' page.html | writethru pipe extract")]
    Extract(Options),
    /// Print the JSON Schema of a filter's answers
    #[command(after_help = "Examples:\n  writethru pipe schema compare")]
    Schema {
        #[arg(value_enum)]
        filter: schema::FilterName,
    },
}

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// Stop at the first line that cannot be used, with exit status 1
    #[arg(long)]
    fail_fast: bool,
    /// Use this many cores; answers are the same with any number [default: all]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

/// Writes the answer to one question, or says why it cannot be used.
type AnswerFn = fn(&Question, &mut Vec<u8>) -> Result<(), Refusal>;

/// The most lines a batch holds.
const BATCH_LINES: usize = 512;
/// A batch takes no further line beyond this many bytes of questions.
const BATCH_BYTES: usize = 1 << 18;

/// Runs a filter from standard input to standard output.
pub(super) fn run(filter: &Filter) -> ExitCode {
    let (answer, options): (AnswerFn, _) = match filter {
        Filter::Parse(options) => (parse::answer, options),
        Filter::Analyze(options) => (analyze::answer, options),
        Filter::Compare(options) => (compare::answer, options),
        Filter::Timeline(options) => (timeline::answer, options),
        Filter::Extract(options) => (extract::answer, options),
        Filter::Schema { filter } => return schema::run(*filter),
    };
    let threads = options.threads.unwrap_or(0);
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else {
        eprintln!("error: cannot start {threads} threads");
        return ExitCode::FAILURE;
    };
    let mut tally = Tally::default();
    let done = write_answers(answer, &read_ahead(), &pool, options.fail_fast, &mut tally);
    if tally.refused > 0 {
        eprintln!("{} of {} lines could not be used", tally.refused, tally.lines);
    }
    match done {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: cannot write the answers\ncaused by: {error}");
            ExitCode::FAILURE
        }
        _ if options.fail_fast && tally.refused > 0 => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

/// A line with its number, from 1, as an editor shows it.
type ReadLine = (usize, io::Result<Vec<u8>>);

/// What a run has seen so far.
#[derive(Default)]
struct Tally {
    lines: usize,
    refused: usize,
}

fn write_answers(
    answer: AnswerFn,
    lines: &Receiver<ReadLine>,
    pool: &rayon::ThreadPool,
    fail_fast: bool,
    tally: &mut Tally,
) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    while let Some(batch) = next_batch(lines) {
        let answers: Vec<_> = pool.install(|| batch.par_iter().map(|(_, line)| answer_line(answer, line)).collect());
        for ((number, _), outcome) in batch.iter().zip(answers) {
            tally.lines += 1;
            match outcome {
                Ok(text) => out.write_all(&text)?,
                Err((id, refusal)) => {
                    tally.refused += 1;
                    serde_json::to_writer(&mut out, &refusal.answer(&id, *number))?;
                }
            }
            out.write_all(b"\n")?;
            if fail_fast && tally.refused > 0 {
                return out.flush();
            }
        }
        out.flush()?;
    }
    Ok(())
}

fn answer_line(answer: AnswerFn, line: &io::Result<Vec<u8>>) -> Result<Vec<u8>, (Value, Refusal)> {
    let bytes = line.as_ref().map_err(|error| (Value::Null, Refusal::unreadable(error)))?;
    let question = Question::read(bytes).map_err(|refusal| (Value::Null, refusal))?;
    let mut text = Vec::with_capacity(bytes.len() * 2);
    match answer(&question, &mut text) {
        Ok(()) => Ok(text),
        Err(refusal) => Err((question.id().clone(), refusal)),
    }
}

/// Reads lines on a thread of its own; empty ones are passed over.
fn read_ahead() -> Receiver<ReadLine> {
    let (sender, receiver) = mpsc::sync_channel(BATCH_LINES);
    thread::spawn(move || {
        for (number, mut line) in (1..).zip(BufReader::with_capacity(1 << 16, io::stdin()).split(b'\n')) {
            // Editors of other systems put a byte order mark before the first line.
            if let (1, Ok(line)) = (number, &mut line)
                && line.starts_with(b"\xEF\xBB\xBF")
            {
                line.drain(..3);
            }
            let empty = line.as_ref().is_ok_and(|line| line.trim_ascii().is_empty());
            let failed = line.is_err();
            if !empty && sender.send((number, line)).is_err() || failed {
                break;
            }
        }
    });
    receiver
}

/// Returns the lines that are there by now, at least one; `None` at the end.
fn next_batch(lines: &Receiver<ReadLine>) -> Option<Vec<ReadLine>> {
    let mut batch = vec![lines.recv().ok()?];
    let mut bytes = 0;
    while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
        let Ok(line) = lines.try_recv() else { break };
        bytes += line.1.as_ref().map_or(0, Vec::len);
        batch.push(line);
    }
    Some(batch)
}
