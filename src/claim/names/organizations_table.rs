//! Lists words that make a name an organization.

use crate::text::rule_table::is_listed;

/// Words in the names of organizations. Sorted.
#[rustfmt::skip]
pub(crate) static HEADS: &[&str] = &[
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
    "adidas", "airbus", "al jazeera", "al qaeda", "al shabaab", "al-qaeda", "al-shabaab", "aldi", "alibaba", "aljazeera", "allianz", "amazon",
    "amnesty", "amnesty international", "anc", "anthropic", "apple", "arsenal", "asos", "associated press", "aston villa", "astrazeneca",
    "atletico madrid", "audi", "aviva", "axa", "barcelona fc", "barclays", "basf", "bayer", "bayern munich", "bbc", "bloomberg", "bmw", "boeing",
    "boko haram", "borussia dortmund", "bp", "bundesbank", "bundestag", "carrefour", "caterpillar", "celtic", "chelsea fc", "chevron", "cia", "cisco",
    "citigroup", "cnn", "coca-cola", "congress", "deloitte", "deutsche bank", "disney", "duma", "easyjet", "ebay", "eskom", "eu", "european union",
    "europol", "exxonmobil", "facebook", "fatah", "fbi", "fiat", "fifa", "foxconn", "gazprom", "glencore", "goldman sachs", "google", "greenpeace",
    "gsk", "hamas", "hezbollah", "hitachi", "honda", "hsbc", "huawei", "human rights watch", "hyundai", "iata", "ibm", "ifab", "ikea", "imf",
    "infosys", "intel", "interpol", "ioc", "isis", "itv", "jpmorgan", "kia", "knesset", "kpmg", "kremlin", "labour", "le monde", "lego", "lidl",
    "linkedin", "lloyds", "lok sabha", "lufthansa", "maersk", "mastercard", "mcdonald's", "merck", "meta", "michelin", "microsoft", "mitsubishi",
    "moderna", "motorola", "médecins sans frontieres", "médecins sans frontières", "nasa", "nato", "natwest", "nestle", "nestlé", "netflix", "nhs",
    "nike", "nintendo", "nissan", "nokia", "novartis", "nvidia", "ocado", "opec", "openai", "oxfam", "panasonic", "paypal", "pentagon", "peugeot",
    "pfizer", "primark", "pwc", "qantas", "rabobank", "raytheon", "real madrid", "red cross", "reddit", "renault", "reuters", "rheinmetall",
    "rolls-royce", "rosneft", "royal mail", "ryanair", "saab", "sainsbury's", "samsung", "santander", "save the children", "scotland yard",
    "scottish power", "seimas", "sejm", "shell", "siemens", "sinn fein", "sinn féin", "sinopec", "snapchat", "softbank", "sony", "spacex", "spotify",
    "starbucks", "stellantis", "taliban", "tata steel", "tesco", "tesla", "tiktok", "toshiba", "toyota", "twitter", "uber", "ubs", "uefa", "un",
    "unesco", "unhcr", "unicef", "unicredit", "unilever", "unison", "unite", "united nations", "usaid", "vodafone", "volkswagen", "volvo", "wada",
    "wagner", "walmart", "whatsapp", "who", "wikipedia", "world bank", "world health organization", "world trade organization", "xiaomi", "yahoo",
    "youtube", "zurich insurance",
];

/// Words that names of events, works, laws and products end in. Sorted.
#[rustfmt::skip]
pub(crate) static THINGS: &[&str] = &[
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

/// Words that names of storms begin with: "Typhoon Koinu". Sorted.
pub(crate) static STORMS: &[&str] = &["cyclone", "hurricane", "storm", "tropical", "typhoon"];

/// Words that names of firms and papers end in, and hardly anything else's: "Raffles Securities". Sorted.
#[rustfmt::skip]
pub(crate) static TAILS: &[&str] = &[
    "analytics", "bancorp", "biotech", "capital", "chronicle", "electronics", "equity", "finance", "financial", "investments",
    "labs", "management", "mining", "petroleum", "properties", "resources", "robotics", "securities", "solutions",
    "therapeutics", "trading",
];

/// Endings that companies leave away in short forms. Sorted.
pub(crate) static SUFFIXES: &[&str] = &[
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
    is_listed(HEADS, word)
}

/// Returns whether a word ends the name of a firm: "Ashdown Capital".
pub(crate) fn is_tail(word: &str) -> bool {
    is_listed(TAILS, word)
}

pub(crate) fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

/// Words that any organization may be called by: "the company". Sorted.
pub(super) static GENERAL: &[&str] = &["agency", "charity", "company", "firm", "group", "organisation", "organization"];

/// Returns whether any organization may be called by a word: "the company".
pub(crate) fn is_general(word: &str) -> bool {
    is_listed(GENERAL, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [HEADS, KNOWN, SUFFIXES, TAILS, THINGS] {
            let unsorted = table.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
        }
    }
}
