//! Lists small words that decide whether words of a quotation changed its meaning.

/// Words that make what is said depend on something, sorted.
pub(super) static CONDITIONS: &[&str] =
    &["although", "but", "except", "if", "n't", "not", "only", "though", "unless", "until", "when", "without"];

/// A word and what a contraction makes of it.
pub(super) struct Contraction {
    pub words: [&'static str; 2],
    /// An old and a new text in which nothing but this differs.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub example: &'static str,
}

const fn row(whole: &'static str, short: &'static str, example: &'static str) -> Contraction {
    Contraction { words: [whole, short], example }
}

/// Every contraction.
#[rustfmt::skip]
pub(super) static CONTRACTED: &[Contraction] = &[
    row("not",   "n't", "“We did not sell the mill,” said Ann Lee. / “We didn't sell the mill,” said Ann Lee."),
    row("can",   "ca",  "“We can not sell the mill,” said Ann Lee. / “We can't sell the mill,” said Ann Lee."),
    row("will",  "'ll", "“We will sell the mill,” said Ann Lee. / “We'll sell the mill,” said Ann Lee."),
    row("will",  "wo",  "“We will not sell the mill,” said Ann Lee. / “We won't sell the mill,” said Ann Lee."),
    row("is",    "'s",  "“It is an old mill,” said Ann Lee. / “It's an old mill,” said Ann Lee."),
    row("has",   "'s",  "“It has burned down,” said Ann Lee. / “It's burned down,” said Ann Lee."),
    row("are",   "'re", "“We are selling the mill,” said Ann Lee. / “We're selling the mill,” said Ann Lee."),
    row("have",  "'ve", "“We have sold the mill,” said Ann Lee. / “We've sold the mill,” said Ann Lee."),
    row("am",    "'m",  "“I am selling the mill,” said Ann Lee. / “I'm selling the mill,” said Ann Lee."),
    row("had",   "'d",  "“We had sold the mill,” said Ann Lee. / “We'd sold the mill,” said Ann Lee."),
    row("would", "'d",  "“We would sell the mill,” said Ann Lee. / “We'd sell the mill,” said Ann Lee."),
];
