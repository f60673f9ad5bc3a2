//! Lists abbreviations that end in a full stop, and words that open sentences.
//!
//! A full stop behind one of these belongs to the word; whether it also ends the
//! sentence is told by what follows ([`Ends`]).

/// When a full stop behind an abbreviation also ends the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Something always follows: "Mr. Park".
    Never,
    /// The word is an abbreviation before a number only: "No. 10", but "He said no."
    Number,
    /// When the next word is one that opens sentences: "Inc. The", but "Inc. Chairman".
    Opener,
    /// When the next word has a capital and names no zone, day or month: "at 5 p.m. Police".
    Capital,
}

use Ends::{Capital, Never, Number, Opener};

/// Abbreviations in lower case without their last full stop, sorted.
#[rustfmt::skip]
pub const ABBREVIATIONS: &[(&str, Ends)] = &[
    ("a.k.a", Never), ("a.m", Capital), ("act", Number), ("adm", Never), ("al", Opener), ("ala", Opener), ("approx", Never),
    ("apr", Opener), ("ariz", Opener), ("ark", Opener), ("art", Number), ("assn", Opener), ("asst", Never), ("attn", Never),
    ("aug", Opener), ("ave", Opener), ("bldg", Opener), ("blvd", Opener), ("brig", Never), ("bro", Never), ("bros", Opener),
    ("c.f", Never), ("ca", Number), ("calif", Opener), ("capt", Never), ("cdr", Never), ("cf", Never), ("ch", Number),
    ("cllr", Never), ("cmdr", Never), ("cmte", Opener), ("co", Opener), ("col", Never), ("colo", Opener), ("comdr", Never),
    ("cong", Never), ("conn", Opener), ("corp", Opener), ("cpl", Never), ("ct", Opener), ("dec", Opener), ("del", Opener),
    ("dept", Opener), ("det", Never), ("dist", Opener), ("dr", Never), ("e.g", Never), ("ed", Number), ("eg", Never),
    ("esp", Never), ("esq", Opener), ("est", Number), ("etc", Capital), ("ext", Number), ("feb", Opener),
    ("fig", Number), ("figs", Number), ("fla", Opener), ("fr", Never), ("fri", Number), ("ft", Opener), ("ga", Opener),
    ("gen", Never), ("gov", Never), ("govt", Opener), ("hon", Never), ("hwy", Never), ("i.e", Never), ("ie", Never),
    ("ill", Number), ("inc", Opener), ("incl", Never), ("ind", Opener), ("insp", Never), ("intl", Opener), ("jan", Opener),
    ("jr", Opener), ("jul", Opener), ("jun", Opener), ("kan", Opener), ("ky", Opener), ("l.t", Never), ("la", Opener),
    ("lieut", Never), ("lt", Never), ("ltd", Opener), ("m.p.h", Opener), ("maj", Never), ("mar", Number), ("mass", Opener),
    ("md", Opener), ("messrs", Never), ("mfg", Opener), ("mgr", Never), ("mich", Opener), ("minn", Opener), ("miss", Opener),
    ("mlle", Never), ("mme", Never), ("mo", Opener), ("mon", Number), ("mont", Opener), ("mr", Never), ("mrs", Never),
    ("ms", Never), ("mt", Never), ("mx", Never), ("n.b", Never), ("neb", Opener), ("nev", Opener), ("no", Number), ("nos", Number),
    ("nov", Opener), ("oct", Opener), ("okla", Opener), ("op", Number), ("ore", Opener), ("p", Number), ("p.m", Capital),
    ("pa", Opener), ("par", Number), ("para", Number), ("penn", Opener), ("ph.d", Opener), ("pl", Opener), ("plc", Opener),
    ("pls", Never), ("pp", Number), ("pres", Never), ("prof", Never), ("pvt", Never), ("rd", Opener), ("rep", Never),
    ("reps", Never), ("rev", Never), ("rs", Never), ("rt", Never), ("sat", Number), ("sec", Number), ("sen", Never), ("sens", Never),
    ("sep", Number), ("sept", Opener), ("sgt", Never), ("sq", Opener), ("sr", Opener), ("st", Opener), ("ste", Never),
    ("sun", Number), ("supt", Never), ("tel", Never), ("tenn", Opener), ("tex", Opener), ("thu", Number), ("thur", Number),
    ("thurs", Number), ("tue", Number), ("tues", Number), ("univ", Opener), ("v", Never), ("va", Opener), ("viz", Never),
    ("vol", Number), ("vols", Number), ("vs", Never), ("vt", Opener), ("wash", Opener), ("wed", Number), ("wis", Opener),
    ("wyo", Opener),
];

/// Words with a capital that open a sentence rather than go on with a name, sorted.
#[rustfmt::skip]
pub const OPENERS: &[&str] = &[
    "A", "About", "Above", "According", "Across", "Additionally", "After", "Afterwards", "Again", "Against", "All", "Almost",
    "Along", "Already", "Also", "Although", "Among", "An", "Analysts", "And", "Another", "Any", "Anyone", "Are", "Around", "As",
    "At", "Authorities", "Because", "Before", "Behind", "Besides", "Between", "Both", "But", "By", "Can", "Clearly", "Could",
    "Critics", "Despite", "Did", "Do", "Does", "Doing", "During", "Each", "Earlier", "Either", "Even", "Eventually", "Every",
    "Everyone", "Everything", "Few", "Finally", "First", "Firstly", "Following", "For", "Four", "From", "Further", "Furthermore",
    "Give", "Given", "Had", "Has", "Have", "He", "Hence", "Her", "Here", "His", "How", "However", "Hundreds", "I", "If", "In",
    "Indeed", "Initially", "Instead", "Investigators", "Investors", "Is", "It", "Its", "Just", "Last", "Later", "Less", "Let",
    "Like", "Many", "Maybe", "Meanwhile", "Might", "More", "Moreover", "Most", "Much", "My", "Nearly", "Neither", "Nevertheless",
    "Next", "No", "Nobody", "None", "Nor", "Not", "Nothing", "Now", "Of", "Officials", "Often", "On", "Once", "One", "Only", "Or",
    "Other", "Others", "Otherwise", "Our", "Out", "Over", "People", "Perhaps", "Please", "Police", "Prices", "Protesters", "Rather",
    "Recently", "Reporters", "Rescuers", "Residents", "Sales", "Seven", "Several", "Shares", "She", "Should", "Similarly", "Since",
    "Six", "So", "Some", "Someone", "Sometimes", "Soon", "Still", "Such", "Supporters", "Ten", "That", "The", "Their", "Then",
    "There", "Therefore", "These", "They", "This", "Those", "Though", "Thousands", "Three", "Through", "Throughout", "Thus", "To",
    "Today", "Together", "Tomorrow", "Tonight", "Two", "Under", "Unless", "Unlike", "Until", "Up", "Was", "We", "Were", "What",
    "When", "Whenever", "Where", "Whether", "Which", "While", "Who", "Whoever", "Whose", "Why", "Will", "With", "Within", "Without",
    "Witnesses", "Workers", "Would", "Yes", "Yesterday", "Yet", "You", "Your",
];

/// What follows a clock time with "a.m." in the same sentence, sorted.
#[rustfmt::skip]
pub const AFTER_CLOCK: &[&str] = &[
    "ACT", "AEDT", "AEST", "Apr", "April", "Aug", "August", "BST", "CDT", "CEST", "CET", "CST", "CT", "Central", "Dec", "December",
    "EDT", "EEST", "EET", "EST", "ET", "Eastern", "Feb", "February", "Friday", "GMT", "Greenwich", "HKT", "IST", "JST", "Jan",
    "January", "July", "June", "KST", "MDT", "MSK", "MST", "MT", "Mar", "March", "May", "Monday", "Mountain", "Nov", "November",
    "Oct", "October", "PDT", "PKT", "PST", "PT", "Pacific", "Saturday", "Sept", "September", "Sunday", "Thursday", "Tuesday", "UTC",
    "WIB", "Wednesday",
];

/// Verbs behind a quoted question or cry: "“Why?” Park asked", sorted.
#[rustfmt::skip]
pub const SPEECH_VERBS: &[&str] = &[
    "added", "adds", "admitted", "announced", "answered", "argued", "asked", "asks", "called", "cried", "declared", "demanded",
    "exclaimed", "insisted", "joked", "quipped", "read", "recalled", "remarked", "replied", "said", "says", "screamed", "shouted",
    "texted", "told", "tweeted", "urged", "warned", "wondered", "wrote", "yelled",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(ABBREVIATIONS.is_sorted_by_key(|(words, _)| *words));
        for list in [OPENERS, AFTER_CLOCK, SPEECH_VERBS] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[1] < pair[0]));
        }
    }
}
