//! Lists what befalls people, nouns for people, and plurals that do not end in `s`.

/// Words that say what befell the people counted, and the one word they are kept as. Sorted.
#[rustfmt::skip]
pub(super) const FATES: &[(&str, &str)] = &[
    ("arrest", "arrested"), ("arrested", "arrested"), ("arresting", "arrested"), ("arrests", "arrested"), ("casualties", "casualties"),
    ("charged", "charged"), ("dead", "killed"), ("death", "killed"), ("deaths", "killed"), ("detained", "detained"), ("detaining", "detained"),
    ("die", "killed"), ("died", "killed"), ("displaced", "displaced"), ("displacing", "displaced"), ("drowned", "killed"), ("evacuated", "evacuated"),
    ("evacuating", "evacuated"), ("fatalities", "killed"), ("fled", "fled"), ("homeless", "homeless"), ("hospitalised", "hospitalised"),
    ("hospitalized", "hospitalised"), ("hurt", "injured"), ("infected", "infected"), ("injured", "injured"), ("injures", "injured"),
    ("injuries", "injured"), ("injuring", "injured"), ("kidnapped", "kidnapped"), ("kill", "killed"), ("killed", "killed"), ("killing", "killed"),
    ("kills", "killed"), ("missing", "missing"), ("perished", "killed"), ("rescued", "rescued"), ("rescuing", "rescued"), ("stranded", "stranded"),
    ("trapped", "trapped"), ("wounded", "injured"), ("wounding", "injured"), ("wounds", "injured"),
];

/// Nouns that name people. Sorted.
#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "activists", "actors", "adults", "americans", "boys", "britons", "candidates", "captives", "casualties", "children", "citizens", "civilians",
    "clients", "coaches", "colleagues", "commuters", "crew", "customers", "defendants", "demonstrators", "deputies", "detainees", "doctors",
    "drivers", "employees", "fans", "farmers", "females", "fighters", "firefighters", "girls", "guards", "guests", "hostages", "households",
    "immigrants", "inmates", "israelis", "journalists", "judges", "jurors", "kids", "lawmakers", "lawyers", "lives", "males", "man", "medics",
    "members", "men", "migrants", "militants", "miners", "ministers", "nurses", "officers", "officials", "others", "palestinians", "participants",
    "passengers", "patients", "pensioners", "people", "person", "persons", "pilgrims", "pilots", "players", "police", "policemen", "prisoners",
    "protesters", "protestors", "pupils", "refugees", "relatives", "rescuers", "residents", "russians", "sailors", "schoolchildren", "senators",
    "shoppers", "soldiers", "staff", "students", "supporters", "survivors", "suspects", "teachers", "teenagers", "tourists", "travellers", "troops",
    "ukrainians", "undergraduates", "users", "victims", "viewers", "villagers", "volunteers", "voters", "witnesses", "woman", "women", "workers",
    "worshippers",
];

/// Plurals without `s`, and nouns that are counted in the singular. Sorted.
#[rustfmt::skip]
pub(super) const OTHER_PLURALS: &[&str] = &[
    "aircraft", "cattle", "children", "crew", "criteria", "data", "deer", "feet", "fish", "helicopter", "livestock", "media", "men", "mice",
    "offspring", "oxen", "people", "police", "sheep", "spacecraft", "staff", "swine", "teeth", "troops", "women",
];

/// Words in `s` that are no plural nouns. Sorted.
#[rustfmt::skip]
pub(super) const NO_PLURALS: &[&str] = &[
    "across", "afterwards", "always", "as", "becomes", "besides", "business", "christmas", "comes", "congress", "does", "gas", "goes", "has", "his",
    "is", "its", "less", "means", "news", "others", "ours", "overseas", "perhaps", "plus", "previous", "process", "progress", "religious", "remains",
    "rises", "says", "serious", "shows", "sometimes", "stands", "success", "takes", "theirs", "this", "thus", "towards", "us", "various", "versus",
    "vs", "was", "whereas", "yes",
];

/// Words that a counted noun cannot stand behind or be. Sorted.
#[rustfmt::skip]
pub(super) const STOPS: &[&str] = &[
    "a", "according", "after", "against", "ago", "all", "also", "although", "amid", "among", "an", "and", "are", "as", "at", "because", "before",
    "between", "but", "by", "can", "could", "did", "do", "down", "during", "each", "for", "from", "had", "has", "have", "he", "if", "in", "into",
    "is", "it", "may", "might", "not", "on", "or", "out", "over", "per", "said", "says", "she", "should", "since", "so", "than", "that", "then",
    "they", "this", "through", "to", "under", "until", "up", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "would",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(FATES.is_sorted_by_key(|row| row.0));
        for table in [PEOPLE, OTHER_PLURALS, NO_PLURALS, STOPS] {
            let unsorted = table.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
        }
    }
}
