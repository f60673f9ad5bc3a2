//! Reads the commands that a document shows, and compares what it shows below them with what they print.
//!
//! ```text
//! $ writethru log rain          a prompt: the command is run
//! rain/a  Post                  printed exactly so
//! …                             any number of lines are left out
//!   v1  3 Mar 2025 21:00 …      the rest of this line is left out
//! ```

/// Marks what a document leaves out.
const LEFT_OUT: &str = "…";

/// Returns the blocks of one language, such as `console`.
pub fn blocks<'r>(document: &'r str, language: &str) -> Vec<&'r str> {
    let opening = format!("```{language}\n");
    document.split(opening.as_str()).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// Returns every command line of the console blocks with the output that is shown below it.
pub fn examples(document: &str) -> Vec<(&str, &str)> {
    let prompts = blocks(document, "console").into_iter().flat_map(|block| block.split("$ writethru ").skip(1));
    prompts.map(|example| example.split_once('\n').unwrap_or((example, ""))).collect()
}

/// Returns the first shown line that the output does not have in its place, if there is one.
pub fn first_difference(shown: &str, output: &str) -> Option<String> {
    let mut rest = output.lines();
    let mut may_skip = false;
    for line in shown.lines() {
        if line == LEFT_OUT {
            may_skip = true;
            continue;
        }
        let is_shown = |printed: &str| match line.strip_suffix(" …") {
            Some(start) => printed.starts_with(start),
            None => printed == line,
        };
        let found = if may_skip { rest.any(is_shown) } else { rest.next().is_some_and(is_shown) };
        if !found {
            return Some(line.to_owned());
        }
        may_skip = false;
    }
    if may_skip { None } else { rest.find(|line| !line.is_empty()).map(|line| format!("nothing more, but {line}")) }
}

#[test]
fn a_document_that_shows_something_else_is_noticed() {
    let output = "one\ntwo  and more\n\nthree\nfour\n";
    let check = |shown: &str, difference: Option<&str>| {
        assert_eq!(first_difference(shown, output).as_deref(), difference, "{shown:?}");
    };
    check("one\ntwo  and more\n\nthree\nfour", None);
    check("one\ntwo …\n…\nfour", None);
    check("…\nthree\n…", None);
    check("one\nthree\n…", Some("three"));
    check("…\nfour\n…\none", Some("one"));
    check("one\n…\ntwo  and\n…", Some("two  and"));
    check("one\ntwo  and more", Some("nothing more, but three"));
}
