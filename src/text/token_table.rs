//! Lists the words that tokenization needs: letters behind numbers, prefixes, clitics, joined words.

/// Letters besides units of measure that are a token of their own behind a number: "$3|m", "10|pm".
#[rustfmt::skip]
pub(super) const BEHIND_NUMBERS: &[&str] = &[
    "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "k", "m", "mn", "mln", "bn", "b", "tn", "trn", "t", "hr", "hrs", "min",
    "mins", "sec", "secs", "ms", "yrs", "bst", "gmt", "est", "edt", "cet", "cest", "utc", "et", "pt", "pst", "pdt",
    "ist", "million", "billion", "trillion",
];

/// First parts that a hyphen does not part from the word: "anti-war", "ex-minister".
#[rustfmt::skip]
pub(super) const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "de", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "micro", "mid", "mini", "mis", "multi", "neo",
    "non", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "tri", "ultra", "un",
];

/// What an apostrophe parts from the word before it, without the apostrophe.
pub(super) const CLITICS: &[&str] = &["s", "m", "d", "re", "ve", "ll"];

/// Words that begin with an apostrophe.
pub(super) const CLIPPED: &[&str] = &["em", "til", "till", "cause", "cos", "tis", "twas", "bout", "round", "n"];

/// Words that begin with an apostrophe, where quotation marks are paired; "'cause" and "'n'" open no quotation.
pub(super) const ELISIONS: &[&str] =
    &["em", "cause", "til", "till", "tis", "twas", "n", "bout", "round", "cos", "cuz", "ere"];

/// Last parts of a bare site name: "bbc.co.uk".
pub(super) const DOMAINS: &[&str] = &["com", "org", "net", "gov", "edu", "co", "uk", "eu", "info", "int", "tv", "io"];

/// Words written as one that are two tokens; the number is the length of the first.
pub(super) const JOINED: &[(&str, usize)] =
    &[("cannot", 3), ("gimme", 3), ("gonna", 3), ("gotta", 3), ("lemme", 3), ("wanna", 3), ("outta", 3)];

/// Signs before "$" that belong to it: "US$", "HK$".
pub(super) const DOLLARS: &[&str] = &["US", "C", "A", "CA", "AU", "NZ", "HK", "S", "R", "NT", "Z"];

/// Brackets as treebanks write them.
pub(super) const BRACKETS: &[(&str, &str)] =
    &[("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("-LCB-", "{"), ("-RCB-", "}")];

/// Abbreviations that are written without a capital too, and keep their full stop: "vs.", "approx.".
pub(super) const SMALL_ABBREVIATIONS: &[&str] =
    &["vs", "v", "cf", "approx", "al", "incl", "ft", "sq", "ie", "eg", "viz"];
