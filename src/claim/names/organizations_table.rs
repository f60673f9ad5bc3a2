//! Lists words that make a name an organization.

/// Words in the names of organizations. Sorted.
#[rustfmt::skip]
pub(crate) const HEADS: &[&str] = &[
    "academy", "administration", "agency", "airlines", "airways", "albion", "alliance", "army", "assembly", "associates", "association", "athletic",
    "authority", "bank", "board", "brigade", "brothers", "bureau", "cabinet", "center", "centre", "chamber", "charity", "church", "clinic", "club",
    "co", "co.", "coalition", "college", "commission", "committee", "commons", "company", "confederation", "conference", "congress", "consortium",
    "constabulary", "corp", "corp.", "corporation", "council", "court", "daily", "democrats", "department", "directorate", "division", "energy",
    "enterprises", "farms", "fc", "federation", "fellowship", "firm", "foods", "force", "forces", "forum", "foundation", "front", "fund", "gazette",
    "group", "guard", "guild", "healthcare", "herald", "holdings", "hospital", "hotspur", "house", "inc", "inc.", "industries", "initiative",
    "institute", "institution", "insurance", "international", "journal", "laboratory", "league", "legion", "library", "limited", "llc", "llp",
    "logistics", "ltd", "ltd.", "media", "ministry", "mission", "motors", "movement", "museum", "navy", "network", "news", "observatory", "office",
    "orchestra", "organisation", "organization", "parliament", "partners", "partnership", "party", "pharma", "pharmaceuticals", "plc", "police",
    "politburo", "post", "press", "pty", "railways", "registry", "republicans", "research", "reserve", "rovers", "school", "senate", "service",
    "services", "shipping", "society", "software", "studios", "supermarkets", "syndicate", "systems", "task", "team", "technologies", "telecom",
    "telegraph", "times", "treasury", "tribune", "trust", "union", "united", "university", "utilities", "ventures", "wanderers", "watch",
];

/// Organizations that their words do not tell. Sorted.
#[rustfmt::skip]
pub(crate) const KNOWN: &[&str] = &[
    "al jazeera", "al qaeda", "amazon", "amnesty", "apple", "associated press", "bbc", "boeing", "cia", "cnn", "congress", "eu", "european union",
    "facebook", "fbi", "fifa", "gazprom", "google", "hamas", "hezbollah", "huawei", "imf", "interpol", "kremlin", "labour", "meta", "microsoft",
    "nasa", "nato", "netflix", "nhs", "opec", "pentagon", "red cross", "reuters", "samsung", "scotland yard", "taliban", "tesla", "toyota", "twitter",
    "uefa", "un", "unesco", "unicef", "united nations", "wagner", "who", "wikipedia", "world bank",
];

/// Words that names of events, works, laws and products end in. Sorted.
#[rustfmt::skip]
pub(crate) const THINGS: &[&str] = &[
    "accord", "act", "agreement", "album", "amendment", "anthem", "article", "award", "awards", "ball", "bible", "bill", "birthday", "book", "bowl",
    "bulletin", "carnival", "case", "championship", "championships", "charter", "class", "code", "convention", "cup", "day", "days", "deal",
    "declaration", "derby", "edition", "election", "elections", "ensemble", "era", "event", "exhibition", "expo", "fair", "fashion", "festival",
    "fever", "file", "files", "film", "final", "flag", "flight", "flu", "games", "god", "grand", "guide", "hall", "hotel", "hour", "hurricane",
    "index", "law", "lottery", "magazine", "mail", "marathon", "mass", "medal", "memorial", "model", "month", "monument", "mosque", "new", "night",
    "olympics", "open", "order", "pact", "palace", "peace", "phone", "plan", "play", "power", "prize", "program", "programme", "project", "protocol",
    "race", "rally", "report", "results", "revolution", "rights", "rule", "rules", "ruling", "satellite", "scale", "scandal", "scheme", "season",
    "series", "show", "stadium", "star", "storm", "story", "street", "summit", "survey", "symphony", "synagogue", "tax", "temple", "theater",
    "theatre", "theory", "tour", "tournament", "tower", "towers", "treaty", "trophy", "virus", "war", "wars", "week", "weekly", "wiki", "year",
];

/// Endings that companies leave away in short forms. Sorted.
pub(crate) const SUFFIXES: &[&str] = &[
    "co",
    "co.",
    "company",
    "corp",
    "corp.",
    "corporation",
    "group",
    "holdings",
    "inc",
    "inc.",
    "limited",
    "llc",
    "ltd",
    "ltd.",
    "plc",
];

pub(crate) fn is_head(word: &str) -> bool {
    HEADS.binary_search(&word).is_ok()
}

pub(crate) fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

/// Words that any organization may be called by: "the company". Sorted.
pub(crate) const GENERAL: &[&str] = &["agency", "charity", "company", "firm", "group", "organisation", "organization"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [HEADS, KNOWN, SUFFIXES, THINGS] {
            let unsorted = table.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
        }
    }
}
