//! Lists titles, ranks and roles of people, and words that begin with a capital without being names.

use super::name::Gender::{self, Female, Male};

/// What a title tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    gender: Option<Gender>,
    role: bool,
}

impl Title {
    pub(crate) const fn gender(self) -> Option<Gender> {
        self.gender
    }

    /// Returns whether the word says what the person does ("minister"), not only how to address them ("Mr").
    pub(crate) const fn is_role(self) -> bool {
        self.role
    }
}

const ANY: Title = Title { gender: None, role: true };
const HER: Title = Title { gender: Some(Female), role: true };
const HIM: Title = Title { gender: Some(Male), role: true };

/// Forms of address. Sorted.
#[rustfmt::skip]
pub(crate) const ADDRESSES: &[(&str, Option<Gender>)] = &[
    ("dame", Some(Female)), ("dr", None), ("dr.", None), ("frau", Some(Female)), ("herr", Some(Male)), ("lady", Some(Female)), ("lord", Some(Male)),
    ("madam", Some(Female)), ("madame", Some(Female)), ("mademoiselle", Some(Female)), ("messrs", Some(Male)), ("miss", Some(Female)),
    ("mlle", Some(Female)), ("mlle.", Some(Female)), ("mme", Some(Female)), ("mme.", Some(Female)), ("monsieur", Some(Male)), ("mr", Some(Male)),
    ("mr.", Some(Male)), ("mrs", Some(Female)), ("mrs.", Some(Female)), ("ms", Some(Female)), ("ms.", Some(Female)), ("mx", None), ("rev", None),
    ("rev.", None), ("reverend", None), ("señor", Some(Male)), ("señora", Some(Female)), ("sheikh", Some(Male)), ("sir", Some(Male)),
];

/// Returns whether a word, without its full stop, is a form of address that says nothing of a person's office: "Mr", "Prof".
pub(crate) fn is_address(word: &str) -> bool {
    matches!(word, "prof" | "professor") || ADDRESSES.binary_search_by_key(&word, |row| row.0).is_ok()
}

/// Roles that tell the gender. Sorted.
#[rustfmt::skip]
pub(crate) const GENDERED: &[(&str, Gender)] = &[
    ("actress", Female), ("boyfriend", Male), ("brother", Male), ("businessman", Male), ("businesswoman", Female), ("chairman", Male),
    ("chairwoman", Female), ("congressman", Male), ("congresswoman", Female), ("councilman", Male), ("councilwoman", Female), ("daughter", Female),
    ("duchess", Female), ("duke", Male), ("emperor", Male), ("empress", Female), ("father", Male), ("fisherman", Male), ("foreman", Male),
    ("girlfriend", Female), ("grandfather", Male), ("grandmother", Female), ("husband", Male), ("king", Male), ("man", Male), ("mother", Female),
    ("nun", Female), ("policeman", Male), ("policewoman", Female), ("pope", Male), ("priest", Male), ("prince", Male), ("princess", Female),
    ("queen", Female), ("salesman", Male), ("sister", Female), ("son", Male), ("spokesman", Male), ("spokeswoman", Female), ("sportsman", Male),
    ("sportswoman", Female), ("uncle", Male), ("widow", Female), ("wife", Female), ("woman", Female),
];

/// Other roles and ranks. Sorted.
#[rustfmt::skip]
pub(crate) const ROLES: &[&str] = &[
    "academic", "accountant", "activist", "actor", "adm", "adm.", "administrator", "admiral", "adviser", "advisor", "agent", "aide", "ambassador",
    "analyst", "anchor", "anthropologist", "archaeologist", "archbishop", "architect", "artist", "assistant", "astronaut", "astronomer", "athlete",
    "attorney", "author", "ayatollah", "banker", "baroness", "barrister", "beekeeper", "biologist", "bishop", "blogger", "boss", "botanist", "brig",
    "brigadier", "broadcaster", "broker", "campaigner", "candidate", "capt", "capt.", "captain", "cardinal", "carer", "caretaker", "ceo", "chair",
    "chairperson", "champion", "chancellor", "chef", "chemist", "chief", "clerk", "climber", "cllr", "co-founder", "coach", "cofounder", "col",
    "col.", "colonel", "columnist", "comedian", "commander", "commissioner", "commuter", "composer", "conductor", "constable", "consul", "consultant",
    "coordinator", "coroner", "correspondent", "councillor", "counsel", "cpl", "creator", "critic", "curator", "cyclist", "dancer", "dean",
    "defender", "delegate", "demographer", "demonstrator", "dentist", "deputy", "designer", "detective", "developer", "dietitian", "diplomat",
    "director", "diver", "doctor", "driver", "ecologist", "economist", "editor", "electrician", "emir", "engineer", "envoy", "epidemiologist",
    "examiner", "executive", "expert", "farmer", "fighter", "filmmaker", "firefighter", "florist", "footballer", "forecaster", "founder", "gardener",
    "gen", "gen.", "general", "geneticist", "geographer", "geologist", "goalkeeper", "gov", "gov.", "governor", "grocer", "guard", "head",
    "headteacher", "hiker", "historian", "holidaymaker", "host", "hydrologist", "immunologist", "inspector", "instructor", "interpreter",
    "investigator", "janitor", "jeweller", "journalist", "judge", "juror", "justice", "keeper", "landlord", "lawmaker", "lawyer", "leader",
    "lecturer", "legislator", "lieutenant", "lifeguard", "linguist", "lt", "lt.", "magistrate", "maj", "maj.", "major", "manager", "marshal",
    "mathematician", "mayor", "mechanic", "medic", "meteorologist", "midfielder", "midwife", "minister", "missionary", "motorist", "mp", "musician",
    "negotiator", "neighbor", "neighbour", "neurologist", "nominee", "novelist", "nurse", "oceanographer", "officer", "official", "ombudsman",
    "onlooker", "operator", "organiser", "organizer", "owner", "painter", "palaeontologist", "paleontologist", "paramedic", "partner", "passenger",
    "pastor", "patriarch", "pensioner", "pharmacist", "philosopher", "photographer", "physician", "physicist", "pilot", "player", "plumber", "poet",
    "policymaker", "politician", "premier", "presenter", "president", "principal", "producer", "prof", "prof.", "professor", "programmer",
    "prosecutor", "protester", "psychiatrist", "psychologist", "publisher", "pupil", "rabbi", "ranger", "rapper", "rep", "rep.", "reporter",
    "representative", "rescuer", "researcher", "resident", "retiree", "reverend", "runner", "sailor", "scholar", "scientist", "screenwriter",
    "sculptor", "secretary", "seismologist", "sen", "sen.", "senator", "sergeant", "sgt", "sgt.", "shareholder", "sheriff", "shopkeeper", "shopper",
    "singer", "skipper", "sociologist", "soldier", "solicitor", "songwriter", "speaker", "specialist", "spokesperson", "stallholder", "statistician",
    "strategist", "striker", "student", "sultan", "superintendent", "surgeon", "survivor", "suspect", "teacher", "technician", "teenager", "tenant",
    "therapist", "tourist", "trainer", "translator", "treasurer", "trustee", "undersecretary", "vet", "veteran", "vicar", "vice-president", "victim",
    "virologist", "volunteer", "waitress", "warden", "winger", "winner", "witness", "worker", "writer", "zoologist",
];

/// Words that stand before a role inside a title, beside other roles. Sorted.
#[rustfmt::skip]
pub(crate) static MODIFIERS: &[&str] = &[
    "acting", "co", "cultural", "culture", "defence", "defense", "democratic", "district", "economy",
    "education", "energy", "environment", "ex", "federal", "finance", "financial", "first", "foreign", "former", "global", "health",
    "home", "housing", "human", "incoming", "interim", "interior", "international", "investment", "joint", "junior", "labour", "late",
    "lead", "local", "managing", "medical", "military", "national", "new", "operating", "opposition", "outgoing", "party", "police", "political",
    "press", "prime", "public", "regional", "republican", "research", "retired", "rights", "royal", "schools", "security", "senior", "shadow",
    "social", "sports", "staff", "state", "team", "technical", "then", "trade", "transport", "treasury", "vice", "world",
];

/// Words with a capital that are no names: days, months, the words that open sentences. Sorted.
#[rustfmt::skip]
pub(crate) const NO_NAMES: &[&str] = &[
    "a", "about", "above", "according", "across", "after", "again", "ago", "all", "almost", "along", "already", "also", "although", "always", "am",
    "amid", "among", "an", "and", "another", "any", "anyone", "april", "are", "around", "as", "asked", "at", "august", "back", "because", "before",
    "behind", "being", "below", "besides", "between", "both", "but", "by", "can", "christmas", "clearly", "could", "december", "despite", "did", "do",
    "does", "during", "each", "earlier", "early", "easter", "either", "elsewhere", "even", "every", "everyone", "everything", "except", "february",
    "few", "finally", "first", "five", "following", "for", "four", "friday", "from", "further", "given", "had", "half", "has", "have", "having", "he",
    "her", "here", "hers", "him", "his", "how", "however", "i", "if", "image", "images", "in", "indeed", "inside", "instead", "into", "is", "it",
    "its", "january", "july", "june", "just", "last", "late", "later", "least", "less", "let", "like", "many", "march", "may", "maybe", "me",
    "meanwhile", "might", "monday", "more", "moreover", "most", "much", "must", "my", "near", "nearly", "neither", "never", "nevertheless", "next",
    "no", "nobody", "none", "nor", "not", "nothing", "november", "now", "october", "of", "off", "often", "ok", "okay", "on", "once", "one", "only",
    "or", "other", "others", "our", "out", "outside", "over", "perhaps", "photo", "photograph", "picture", "please", "read", "saturday", "second",
    "september", "several", "shall", "she", "should", "since", "six", "so", "some", "someone", "something", "sometimes", "soon", "still", "such",
    "sunday", "ten", "than", "thanks", "that", "the", "their", "them", "then", "there", "therefore", "these", "they", "third", "this", "those",
    "though", "three", "through", "throughout", "thursday", "thus", "to", "today", "together", "tomorrow", "too", "toward", "towards", "tuesday",
    "two", "under", "unless", "unlike", "until", "up", "upon", "very", "via", "video", "was", "we", "wednesday", "well", "were", "what", "whatever",
    "when", "where", "whether", "which", "while", "who", "whoever", "whose", "why", "will", "with", "within", "without", "would", "yes", "yesterday",
    "yet", "you", "your",
];

/// Short forms of roles, without their full stop, and the words they stand for. Sorted.
#[rustfmt::skip]
pub(crate) const SHORT_ROLES: &[(&str, &str)] = &[
    ("adm", "admiral"), ("amb", "ambassador"), ("atty", "attorney"), ("capt", "captain"), ("ceo", "executive"), ("cllr", "councillor"),
    ("cmdr", "commander"), ("col", "colonel"), ("cpl", "corporal"), ("gen", "general"), ("gov", "governor"), ("insp", "inspector"),
    ("lt", "lieutenant"), ("maj", "major"), ("pm", "minister"), ("pres", "president"), ("prof", "professor"), ("rep", "representative"),
    ("sen", "senator"), ("sgt", "sergeant"), ("supt", "superintendent"),
];

/// Returns the word that a short form of a role stands for: "gov." → "governor"; else the word itself.
pub(crate) fn in_full(word: &str) -> &str {
    let plain = word.trim_end_matches('.');
    SHORT_ROLES.binary_search_by_key(&plain, |row| row.0).map_or(word, |at| SHORT_ROLES[at].1)
}

/// Returns what a lower-case word tells as a title.
pub(crate) fn of(word: &str) -> Option<Title> {
    if let Ok(at) = ADDRESSES.binary_search_by_key(&word, |row| row.0) {
        return Some(Title { gender: ADDRESSES[at].1, role: false });
    }
    if let Ok(at) = GENDERED.binary_search_by_key(&word, |row| row.0) {
        return Some(if GENDERED[at].1 == Female { HER } else { HIM });
    }
    ROLES.binary_search(&word).is_ok().then_some(ANY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(ADDRESSES.is_sorted_by_key(|row| row.0));
        assert!(GENDERED.is_sorted_by_key(|row| row.0));
        assert!(SHORT_ROLES.is_sorted_by_key(|row| row.0));
        for table in [ROLES, MODIFIERS, NO_NAMES] {
            let unsorted = table.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
        }
    }
}
