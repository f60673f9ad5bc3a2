//! Lists abbreviations that end in a full stop, and words that open sentences.
//!
//! A full stop behind one of these belongs to the word; whether it also ends the
//! sentence is told by what follows ([`Ends`]).

/// When a full stop behind an abbreviation also ends the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    /// Something always follows: "Mr. Park".
    Never,
    /// The word is an abbreviation before a number only: "No. 10", but "He said no."
    Number,
    /// The word is an abbreviation before a number or a month only: "Fri. Dec. 2", but "They sat."
    Date,
    /// When the next word is one that opens sentences: "Inc. The", but "Inc. Chairman".
    Opener,
    /// As `Opener`, or before a capital with a small word behind it, for what closes a name: "Ltd. Neighbours heard".
    Tail,
    /// When the next word has a capital and names no zone, day or month: "at 5 p.m. Police".
    Capital,
}

use Ends::{Capital, Date, Never, Number, Opener, Tail};

/// Abbreviations in lower case without their last full stop, sorted.
#[rustfmt::skip]
pub(super) const ABBREVIATIONS: &[(&str, Ends)] = &[
    ("a.k.a", Never), ("a.m", Capital), ("act", Number), ("adm", Never), ("al", Opener), ("ala", Tail), ("approx", Never),
    ("apr", Opener), ("ariz", Tail), ("ark", Tail), ("art", Number), ("assn", Opener), ("asst", Never), ("attn", Never),
    ("atty", Never), ("aug", Opener), ("ave", Tail), ("bldg", Opener), ("blvd", Tail), ("brig", Never), ("bro", Never),
    ("bros", Tail), ("c.f", Never), ("ca", Number), ("calif", Tail), ("capt", Never), ("cdr", Never), ("cf", Never),
    ("ch", Number), ("cllr", Never), ("cmdr", Never), ("cmte", Opener), ("co", Tail), ("col", Never), ("colo", Tail),
    ("comdr", Never), ("cong", Never), ("conn", Tail), ("const", Never), ("corp", Tail), ("cpl", Never), ("ct", Opener),
    ("dec", Opener), ("del", Tail), ("dept", Opener), ("det", Never), ("dist", Opener), ("dr", Never),
    ("e.g", Never), ("ed", Number), ("eg", Never), ("esp", Never), ("esq", Opener), ("est", Number), ("etc", Capital),
    ("ext", Number), ("feb", Opener), ("fig", Number), ("figs", Number), ("fla", Tail), ("fr", Never), ("fri", Date),
    ("ft", Opener), ("ga", Tail), ("gen", Never), ("gov", Never), ("govt", Opener), ("hon", Never), ("hr", Number),
    ("hrs", Number), ("hwy", Never), ("i.e", Never), ("ie", Never), ("ill", Number), ("inc", Tail), ("incl", Never),
    ("ind", Tail), ("insp", Never), ("intl", Opener), ("jan", Opener), ("jr", Tail), ("jul", Opener), ("jun", Opener),
    ("kan", Tail), ("ky", Tail), ("l.t", Never), ("la", Tail), ("lb", Number), ("lbs", Number), ("lieut", Never),
    ("lt", Never), ("ltd", Tail), ("m.p.h", Opener), ("maj", Never), ("mar", Number), ("mass", Tail),
    ("md", Tail), ("messrs", Never), ("mfg", Opener), ("mgr", Never), ("mich", Tail), ("min", Number), ("minn", Tail),
    ("mins", Number), ("miss", Tail), ("mlle", Never), ("mme", Never), ("mo", Tail), ("mon", Date), ("mont", Tail),
    ("mr", Never), ("mrs", Never), ("ms", Never), ("mt", Never), ("mx", Never), ("n.b", Never), ("neb", Tail), ("nev", Tail),
    ("no", Number), ("nos", Number), ("nov", Opener), ("nr", Number), ("oct", Opener), ("okla", Tail), ("op", Number),
    ("ore", Tail), ("oz", Number), ("p", Number), ("p.m", Capital), ("p.p.s", Never), ("p.s", Never), ("pa", Tail),
    ("par", Number), ("para", Number), ("penn", Tail), ("ph.d", Tail), ("pl", Opener), ("plc", Tail), ("pls", Never),
    ("pp", Number), ("pres", Never), ("prof", Never), ("pts", Number), ("pvt", Never), ("rd", Tail), ("rep", Never),
    ("reps", Never), ("rev", Never), ("rs", Never), ("rt", Never), ("sat", Date), ("sec", Number), ("secs", Number),
    ("sen", Never), ("sens", Never), ("sep", Number), ("sept", Opener), ("sgt", Never), ("sq", Opener), ("sr", Tail),
    ("st", Opener), ("ste", Never), ("sun", Date), ("supt", Never), ("tel", Never), ("tenn", Tail), ("tex", Tail),
    ("thu", Date), ("thur", Date), ("thurs", Date), ("tue", Date), ("tues", Date), ("univ", Opener), ("v", Never),
    ("va", Tail), ("viz", Never), ("vol", Number), ("vols", Number), ("vs", Never), ("vt", Tail), ("wash", Tail),
    ("wed", Date), ("weds", Date), ("wis", Tail), ("wyo", Tail),
];

/// Words with a capital that open a sentence rather than go on with a name, sorted.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
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

/// Offices that stand between a firm's name and a person's: "Acme Inc. Chairman Paul Reed", sorted.
#[rustfmt::skip]
pub(super) const OFFICES: &[&str] = &[
    "CEO", "Chairman", "Chairwoman", "Chief", "Director", "Executive", "Founder", "Managing", "Mayor", "President", "Senior", "Spokesman",
    "Spokeswoman", "Treasurer", "Vice",
];

/// Words that end the name of an institution behind the acronym of its country or union: "the U.S. Senate voted", sorted.
#[rustfmt::skip]
pub(super) const INSTITUTIONS: &[&str] = &[
    "Agency", "Ambassador", "Ambassadors", "Army", "Assembly", "Attorney", "Attorneys", "Bank", "Cabinet", "Capitol", "Charter",
    "Commission", "Commissioner", "Committee", "Conference", "Congress", "Constitution", "Consulate", "Convention", "Council", "Court",
    "Customs", "Embassy", "Envoy", "Force", "Forces", "Government", "Governor", "House", "Marine", "Marines", "Marshals", "Mint", "Mission",
    "Navy", "Office", "Olympics", "Open", "Parliament", "Representative", "Representatives", "Secretariat", "Secretary", "Senate",
    "Senator", "Senators", "Soccer", "Steel", "Treasury",
];

/// Points of the compass and regions behind the acronym of their country: "the U.S. Midwest", sorted.
#[rustfmt::skip]
pub(super) const REGIONS: &[&str] = &[
    "Atlantic", "Border", "Coast", "Continent", "East", "Gulf", "Heartland", "Interior", "Mainland", "Midwest", "North", "Northeast",
    "Northwest", "Pacific", "Plains", "South", "Southeast", "Southwest", "Territories", "Territory", "West",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(ABBREVIATIONS.is_sorted_by_key(|(words, _)| *words));
        for list in [OPENERS, OFFICES, INSTITUTIONS, REGIONS] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[1] < pair[0]));
        }
    }
}
