//! `writethru pipe …`: filters for other programs, one JSON object a line in and out.
//!
//! In:  `{"id": "a1", "text": "…"}`     Out: `{"id": "a1", "sentences": […], …}`
//!
//! One file a filter; `question` reads the fields that questions share, `article_question` an article of a story. `part` answers
//! about one article of a long story, `gathered` waits for all of them, `merge` puts them in order. Lines (`lines.rs`) are
//! answered on all cores and written in their order (`in_order.rs`). Whatever is ready is flushed before the next answer is
//! waited for, so an interactive caller gets each answer at once.

mod analyze;
mod answer;
mod article_question;
mod compare;
mod extract;
mod gathered;
mod in_order;
mod lines;
mod merge;
mod parse;
mod part;
mod question;
mod reindex;
mod schema;
mod timeline;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;

use in_order::{Ahead, InOrder, Next};
use lines::{AHEAD_BYTES, Answered, length};
use question::{Question, Refusal};

use super::bounded_line::BoundedLine;
use super::read_lines::{MAX_LINE, lines};
use super::unpacked::unpacked;
use crate::render::counted::count;

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
    /// Put the parts of long stories in order, and pass on what is whole
    #[command(after_help = "Examples:\n  writethru export shards questions --for timeline --divide 1000\n  \
        cat questions/*.zst | writethru pipe timeline | writethru pipe merge > timelines.jsonl")]
    Merge(Options),
    /// Work out what the store keeps of an article, packed for `import results`
    #[command(
        after_help = "Examples:\n  writethru export shards - --for reindex | writethru pipe reindex | writethru import results -"
    )]
    Reindex(Options),
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
}

/// Writes the answer to one question, or says why it cannot be used.
type AnswerFn = fn(&Question, &mut Vec<u8>) -> Result<(), Refusal>;

/// What a filter does with its input.
#[derive(Clone, Copy)]
enum FilterWork {
    /// It answers line by line.
    Line(AnswerFn),
    /// It gathers the parts of stories.
    Merge,
}

/// Returns what each filter that answers line by line writes for one line; what the fuzzer tries.
pub fn answers_to(line: &[u8]) -> Vec<Vec<u8>> {
    let filters: [AnswerFn; 6] =
        [parse::answer, analyze::answer, compare::answer, timeline::answer, reindex::answer, extract::answer];
    let line = Ok(BoundedLine::Whole(line.to_vec()));
    let written = |answer| match answer_line(answer, &line) {
        Ok(text) => text,
        Err((id, refusal)) => serde_json::to_vec(&refusal.answer(&id, 1)).expect("a refusal is JSON"),
    };
    filters.into_iter().map(written).collect()
}

/// Runs a filter from standard input to standard output, on so many threads.
pub(super) fn run(filter: &Filter, threads: usize) -> ExitCode {
    let (work, options) = match filter {
        Filter::Parse(options) => (FilterWork::Line(parse::answer), options),
        Filter::Analyze(options) => (FilterWork::Line(analyze::answer), options),
        Filter::Compare(options) => (FilterWork::Line(compare::answer), options),
        Filter::Timeline(options) => (FilterWork::Line(timeline::answer), options),
        Filter::Merge(options) => (FilterWork::Merge, options),
        Filter::Reindex(options) => (FilterWork::Line(reindex::answer), options),
        Filter::Extract(options) => (FilterWork::Line(extract::answer), options),
        Filter::Schema { filter } => return schema::run(*filter),
    };
    let input = match unpacked(io::stdin()) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("error: cannot read the questions\ncaused by: {error}");
            return ExitCode::FAILURE;
        }
    };
    let answers = match work {
        FilterWork::Line(answer) => {
            let ahead = Ahead { length, most: AHEAD_BYTES };
            in_order::map(threads, lines(input), ahead, move |(number, line)| (number, answer_line(answer, &line)))
        }
        FilterWork::Merge => {
            let ahead = Ahead { length: gathered::length, most: merge::UNPACKED_AT_ONCE };
            in_order::map(threads, gathered::gathered(lines(input)), ahead, merge::answered)
        }
    };
    let answers = match answers {
        Ok(answers) => answers,
        Err(error) => {
            eprintln!(
                "error: cannot start {threads} threads\ncaused by: {error}\nhint: ask for fewer with `--threads N`"
            );
            return ExitCode::FAILURE;
        }
    };
    let mut tally = Tally::default();
    let done = write_answers(answers, options.fail_fast, &mut tally);
    if tally.refused > 0 {
        let (refused, written) = (tally.refused, count(tally.lines, "line", "lines"));
        match work {
            FilterWork::Line(_) => eprintln!("{refused} of {written} could not be used"),
            // Parts that wait for each other have no line of their own.
            FilterWork::Merge => eprintln!("{refused} of {written} written could not be merged"),
        }
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

/// What a run has seen so far.
#[derive(Default)]
struct Tally {
    lines: usize,
    refused: usize,
}

fn write_answers(mut answers: InOrder<Answered>, fail_fast: bool, tally: &mut Tally) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    loop {
        let next = match answers.try_next() {
            Next::Ready(answered) => Some(answered),
            Next::End => None,
            Next::Later => {
                out.flush()?;
                answers.wait()
            }
        };
        let Some((number, outcome)) = next else { return out.flush() };
        tally.lines += 1;
        match outcome {
            Ok(text) => out.write_all(&text)?,
            Err((id, refusal)) => {
                tally.refused += 1;
                serde_json::to_writer(&mut out, &refusal.answer(&id, number))?;
            }
        }
        out.write_all(b"\n")?;
        if fail_fast && tally.refused > 0 {
            return out.flush();
        }
    }
}

fn answer_line(answer: AnswerFn, line: &io::Result<BoundedLine>) -> Result<Vec<u8>, (Value, Refusal)> {
    let bytes = match line {
        Ok(BoundedLine::Whole(bytes)) => bytes,
        Ok(BoundedLine::TooLong) => return Err((Value::Null, Refusal::too_long(MAX_LINE))),
        Err(error) => return Err((Value::Null, Refusal::unreadable(error))),
    };
    let question = Question::read(bytes).map_err(|refusal| (Value::Null, refusal))?;
    let mut text = Vec::with_capacity(bytes.len() * 2);
    match answer(&question, &mut text) {
        Ok(()) => Ok(text),
        Err(refusal) => Err((question.id().clone(), refusal)),
    }
}
