//! Lists the words that tokenization needs: letters behind numbers, prefixes, clitics, joined words.

/// Letters besides units of measure and zones that are a token of their own behind a number: "$3|m", "10|pm".
#[rustfmt::skip]
pub(super) static BEHIND_NUMBERS: &[&str] = &[
    "am", "pm", "k", "m", "mn", "mln", "bn", "b", "tn", "trn", "t", "hr", "hrs", "min",
    "mins", "sec", "secs", "ms", "yrs", "million", "billion", "trillion",
];

/// First parts that a hyphen does not part from the word: "anti-war", "ex-minister".
#[rustfmt::skip]
pub(super) static PREFIXES: &[&str] = &[
    "anti", "bi", "co", "de", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "micro", "mid", "mini", "mis", "multi", "neo",
    "non", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "tri", "ultra", "un",
];

/// What an apostrophe parts from the word before it, without the apostrophe.
pub(super) static CLITICS: &[&str] = &["s", "m", "d", "re", "ve", "ll"];

/// Words that begin with an apostrophe; where quotation marks are paired, such a one opens no quotation.
pub(super) static CLIPPED: &[&str] =
    &["em", "til", "till", "cause", "cos", "tis", "twas", "bout", "round", "n", "cuz", "ere"];

/// Last parts of a bare site name: "bbc.co.uk".
pub(super) static DOMAINS: &[&str] = &["com", "org", "net", "gov", "edu", "co", "uk", "eu", "info", "int", "tv", "io"];

/// Words written as one that are two tokens; the number is the length of the first.
pub(super) static JOINED: &[(&str, usize)] =
    &[("cannot", 3), ("gimme", 3), ("gonna", 3), ("gotta", 3), ("lemme", 3), ("wanna", 3), ("outta", 3)];

/// Signs before "$" that belong to it: "US$", "HK$".
pub(super) static DOLLARS: &[&str] = &["US", "C", "A", "CA", "AU", "NZ", "HK", "S", "R", "NT", "Z"];

/// Brackets as treebanks write them.
pub(super) static BRACKETS: &[(&str, &str)] =
    &[("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("-LCB-", "{"), ("-RCB-", "}")];

/// Abbreviations that are written without a capital too, and keep their full stop: "vs.", "approx.".
pub(super) static SMALL_ABBREVIATIONS: &[&str] = &["vs", "cf", "approx", "al", "incl", "ft", "sq", "ie", "eg", "viz"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::rule_table::{needless_rows, needless_words};
    use crate::text::tokens::cut;

    #[test]
    fn every_row_of_the_tables_cuts_its_example_otherwise() {
        fn tokens(text: &str) -> Vec<Span> {
            let mut tokens = Vec::new();
            cut(text, Span::new(0, text.len()), &mut tokens);
            tokens
        }
        assert!(PREFIXES.is_sorted());
        let lists = [
            (BEHIND_NUMBERS, &["It took 12{} then"][..]),
            (PREFIXES, &["an {}-war plan"]),
            (CLITICS, &["she’{} gone"]),
            (CLIPPED, &["get ’{} there"]),
            (DOMAINS, &["on news.{}/today"]),
            (DOLLARS, &["It cost {}$4"]),
            (SMALL_ABBREVIATIONS, &["It took {}. them"]),
        ];
        for (list, frames) in lists {
            assert_eq!(needless_words(list, frames, tokens), [""; 0]);
        }
        let needless = needless_rows(JOINED, |(word, _)| tokens(word));
        assert!(needless.is_empty(), "{needless:?}");
        let needless = needless_rows(BRACKETS, |(bracket, _)| tokens(&format!("{bracket} x")));
        assert!(needless.is_empty(), "{needless:?}");
    }
}
