//! Lists word cues, each with an example that needs it.

use crate::timeline::similarity::number;

/// Words that give a cause, in lower case, sorted; each with an example that no other row fits.
#[rustfmt::skip]
pub(super) static GIVES_CAUSE: &[(&str, &str)] = &[
    ("as a result of", "The road was closed as a result of the frost, the council said."),
    ("because",        "The road was closed because a wall had fallen, the council said."),
    ("blamed",         "The council blamed the frost."),
    ("blames",         "The council blames the frost."),
    ("caused by",      "The closure was caused by the frost, the council said."),
    ("down to",        "The closure came down to the frost, the council said."),
    ("due to",         "The road was closed due to frost, the council said."),
    ("owing to",       "The road was closed owing to frost, the council said."),
    ("sparked by",     "The closure was sparked by the frost, the council said."),
    ("started by",     "The fire was started by a lamp, the council said."),
    ("the cause of",   "Frost was the cause of the closure, the council said."),
    ("the reason for", "Frost was the reason for the closure, the council said."),
    ("triggered by",   "The closure was triggered by the frost, the council said."),
];

/// Words between what came about and what brought it about, in lower case, sorted; each with an example that no other row fits.
#[rustfmt::skip]
pub(super) static LEADS_TO_CAUSE: &[(&str, &str)] = &[
    (" as a result of ", "The road was closed as a result of frost, the council said."),
    (" because of ",     "The road was closed because of frost, the council said."),
    (" caused by ",      "The closed road was caused by frost, the council said."),
    (" due to ",         "The road was closed due to frost, the council said."),
    (" owing to ",       "The road was closed owing to frost, the council said."),
    (" sparked by ",     "That the road was closed was sparked by frost, the council said."),
    (" started by ",     "That the road was closed was started by frost, the council said."),
    (" triggered by ",   "That the road was closed was triggered by frost, the council said."),
];

/// Words that leave open what follows them, in lower case, sorted; each with an example that no other row fits.
#[rustfmt::skip]
pub(super) static LEAVES_OPEN: &[(&str, &str)] = &[
    ("a review of",            "The budget includes a review of baths."),
    ("consultation on",        "There will be a consultation on the baths."),
    ("no decision about",      "No decision about the baths has been taken."),
    ("no decision on",         "No decision on the baths has been taken."),
    ("no final decision on",   "No final decision on the baths has been taken."),
    ("options for",            "Officers will look at options for the baths."),
    ("proposals for",          "There are proposals for the baths."),
    ("talks on the future of", "There are talks on the future of the baths."),
    ("yet to decide on",       "The council has yet to decide on the baths."),
];

/// Words for people who came to harm, with the one word under which they are counted, and a form that needs the row.
#[rustfmt::skip]
pub(super) const HARM_WORDS: &[(&str, &str, &str)] = &[
    ("body",     "killed",  "bodies"),
    ("dead",     "killed",  "dead"),
    ("death",    "killed",  "deaths"),
    ("die",      "killed",  "died"),
    ("fatality", "killed",  "fatalities"),
    ("hurt",     "injured", "hurt"),
    ("injure",   "injured", "injured"),
    ("kill",     "killed",  "killed"),
    ("wound",    "injured", "wounded"),
];

/// Words that every count of people holds, by number.
pub(super) const COUNTING_WORDS: &[u32] = &[
    number("people"),
    number("person"),
    number("kill"),
    number("killed"),
    number("die"),
    number("died"),
    number("dead"),
    number("injure"),
    number("injured"),
    number("least"),
    number("cent"),
    number("per"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted() {
        assert!(GIVES_CAUSE.is_sorted() && LEADS_TO_CAUSE.is_sorted() && LEAVES_OPEN.is_sorted());
        assert!(HARM_WORDS.is_sorted());
    }
}
