//! `pipe schema`: prints the JSON Schema of a filter's answers.
//!
//! It is made from the very types that are written, so it cannot lag behind.

use std::io::{self, Write};
use std::process::ExitCode;

use schemars::{Schema, schema_for};

use super::part::PartAnswer;
use crate::render::pipe::{analyze, compare, extract, parse, timeline};
use crate::view::ReadingAnswer;

/// What is answered, by name: the filters, and the answer of `timeline` about a part of a story.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
pub(crate) enum FilterName {
    Parse,
    Analyze,
    Compare,
    Timeline,
    /// What `timeline` answers about a part of a story, and `merge` reads
    Part,
    /// What `merge` writes of a story: the same as `timeline`
    Merge,
    Reindex,
    Extract,
}

/// Prints the schema of a filter.
pub(super) fn run(filter: FilterName) -> ExitCode {
    let text = serde_json::to_string_pretty(&schema(filter)).expect("a schema is JSON");
    match writeln!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: cannot write the schema\ncaused by: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn schema(filter: FilterName) -> Schema {
    match filter {
        FilterName::Parse => schema_for!(parse::ParseAnswer<'static>),
        FilterName::Analyze => schema_for!(analyze::AnalyzeAnswer<'static>),
        FilterName::Compare => schema_for!(compare::CompareAnswer<'static>),
        FilterName::Part => schema_for!(PartAnswer),
        FilterName::Timeline | FilterName::Merge => schema_for!(timeline::TimelineAnswer<'static>),
        FilterName::Reindex => schema_for!(ReadingAnswer),
        FilterName::Extract => schema_for!(extract::ExtractAnswer<'static>),
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;
    use crate::cli::pipe::Filter;

    #[test]
    fn every_filter_has_a_schema() {
        let filters = <Filter as clap::Subcommand>::augment_subcommands(clap::Command::new("pipe"));
        for filter in filters.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "schema") {
            assert!(FilterName::from_str(filter, false).is_ok(), "`pipe schema {filter}` is not there");
        }
    }

    #[test]
    fn every_filter_has_a_schema_of_an_object_with_an_id() {
        for &filter in FilterName::value_variants() {
            let schema = schema(filter);
            assert!(schema.get("properties").is_some_and(|own| own.get("id").is_some()), "{filter:?}");
        }
    }
}
