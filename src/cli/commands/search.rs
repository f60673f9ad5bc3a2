//! `writethru search`: finds words in every version, also in those that no longer stand.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::cli::outcome::CommandOutcome;
use crate::model::DocumentTime;
use crate::render::screen;
use crate::store::{SearchWish, search_wish};
use crate::track::SearchFilter;

/// Find words in every version, also in what was taken out since
///
/// All words must stand there; words in quote marks are found as they stand, and `*` after the beginning of a word finds
/// all that begin so. `OR` or `|` between two words finds either and binds closer than `AND`, which may be left out; `-` or
/// `NOT` before a word, a phrase or a bracket leaves out what has it: `ferry (fire OR smoke) -"car deck"`. Operators are in
/// capitals; one with nothing beside it says nothing, and in quote marks it is a word.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru search ceasefire\n  writethru search '\"walk away\"' --limit 50\n  \
    writethru search 'ceasefire (Kyiv OR Kharkiv) -Crimea'\n  \
    writethru search ceasefire --story ukraine-talks --since yesterday")]
pub(crate) struct SearchArgs {
    /// Words to find
    #[arg(required = true)]
    words: Vec<String>,
    /// Show at most so many places
    #[arg(long, default_value = "20", value_name = "N", value_parser = crate::cli::at_least_one::read)]
    limit: usize,
    /// Only in the articles of this story
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Only in the articles of this outlet, or of those that have these words in their name
    #[arg(long, value_name = "OUTLET")]
    outlet: Option<String>,
    /// Only words that came in at or after this time, such as `yesterday 8pm` or `2d`; a day or a month means its start
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &SearchArgs) -> Result<CommandOutcome, CliError> {
    refuse_operators(&args.words)?;
    let typed = args.words.join(" ");
    match search_wish(&typed) {
        SearchWish::Words => {}
        SearchWish::Nothing => {
            let hint = "write a word, or a phrase in quote marks; in quote marks an operator is a word: `'\"OR\"'`";
            return Err(CliError::usage(format!("`{typed}` holds no word to find"), hint));
        }
        SearchWish::Absence => {
            let hint = "name a word that must stand there in any case: `writethru search 'fire -boat'`";
            return Err(CliError::usage(format!("`{typed}` also fits versions that hold none of its words"), hint));
        }
    }
    ctx.archive()?.refuse_unknown_outlet(args.outlet.as_deref())?;
    let since = match &args.since {
        Some(words) => {
            let zone = ctx.archive()?.zone_of(args.story.as_deref())?;
            Some(DocumentTime::Instant(moment::start(words, zone, ctx.now)?))
        }
        None => None,
    };
    let filter =
        SearchFilter { story: args.story.as_deref(), outlet: args.outlet.as_deref(), since, ..SearchFilter::default() };
    let view = ctx.archive()?.search(&typed, &filter, args.limit)?;
    if view.hits.is_empty() {
        ctx.out.remark(&nothing(args, &view.query));
    }
    ctx.answer(args.format, &view, screen::search)?;
    Ok(CommandOutcome::Done)
}

/// Operators of the search in the browser, and what the command line has for them.
const OPERATORS: &[(&str, &str)] = &[
    ("after:", "`--since TIME`"),
    ("before:", "`writethru serve`, whose search has it"),
    ("kind:", "`writethru changes`, or `writethru serve`, whose search has it"),
    ("outlet:", "`--outlet OUTLET`"),
    ("removed:", "`writethru serve`, whose search has it"),
    ("speaker:", "`writethru claims STORY --speaker NAME`"),
    ("story:", "`--story STORY`"),
];

/// Refuses an operator that only the search in the browser has: the words would be looked for as they stand. Within quote
/// marks it is a word like any other.
fn refuse_operators(words: &[String]) -> Result<(), CliError> {
    let operator = |word: &str| OPERATORS.iter().find(|(name, _)| word.starts_with(name) && word.len() > name.len());
    let typed = words.join(" ");
    match typed.split('"').step_by(2).flat_map(str::split_whitespace).find_map(operator) {
        Some((name, instead)) => Err(CliError::usage(
            format!("`{name}` is no operator of this command"),
            format!("use {instead}; to find the word itself, write it in quote marks: `'\"{name}…\"'`"),
        )),
        None => Ok(()),
    }
}

/// Tells that operators are in capitals, where one may be meant that is not.
fn small_operator(query: &str) -> String {
    let is_within = |word: &&&str| query.contains(&format!(" {word} "));
    match ["or", "and", "not"].iter().find(is_within).filter(|_| !query.contains('"')) {
        Some(word) => format!("; an operator is in capitals: `{}`", word.to_uppercase()),
        None => String::new(),
    }
}

/// Writes where the words were looked for.
fn nothing(args: &SearchArgs, query: &str) -> String {
    let mut among = Vec::new();
    among.extend(args.story.as_ref().map(|story| format!("of `{story}`")));
    among.extend(args.outlet.as_ref().map(|outlet| format!("of the outlet `{outlet}`")));
    among.extend(args.since.as_ref().map(|since| format!("since {since}")));
    match among.is_empty() {
        true => format!("`{query}` stands in no version{}", small_operator(query)),
        false => {
            format!("`{query}` came in with no version {}; without these filters all are searched", among.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operator_of_the_browser_is_refused_but_not_within_quote_marks() {
        let check = |typed: &[&str], is_refused: bool| {
            let words: Vec<String> = typed.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(refuse_operators(&words).is_err(), is_refused, "{typed:?}");
        };
        check(&["bridge", "outlet:post"], true);
        check(&["bridge outlet:post"], true);
        check(&["\"the bridge\" before:2025"], true);
        check(&["\"kind:unknown\""], false);
        check(&["\"he asked: what kind:unknown is it\"", "bridge"], false);
        check(&["\"the", "story:bridge\""], false);
        check(&["the story: a bridge"], false);
    }
}
