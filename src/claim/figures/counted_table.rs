//! Lists what befalls people, plurals that do not end in `s`, and the small words around a count.

/// Words that say what befell the people counted, and the one word they are kept as. Sorted.
#[rustfmt::skip]
pub(super) static FATES: &[(&str, &str)] = &[
    ("arrest", "arrested"), ("arrested", "arrested"), ("arresting", "arrested"), ("arrests", "arrested"), ("casualties", "casualties"),
    ("charged", "charged"), ("dead", "killed"), ("death", "killed"), ("deaths", "killed"), ("detained", "detained"), ("detaining", "detained"),
    ("die", "killed"), ("died", "killed"), ("displaced", "displaced"), ("displacing", "displaced"), ("drowned", "killed"), ("evacuated", "evacuated"),
    ("evacuating", "evacuated"), ("fatalities", "killed"), ("fled", "fled"), ("homeless", "homeless"), ("hospitalised", "hospitalised"),
    ("hospitalized", "hospitalised"), ("hurt", "injured"), ("infected", "infected"), ("injured", "injured"), ("injures", "injured"),
    ("injuries", "injured"), ("injuring", "injured"), ("kidnapped", "kidnapped"), ("kill", "killed"), ("killed", "killed"), ("killing", "killed"),
    ("kills", "killed"), ("missing", "missing"), ("perished", "killed"), ("rescued", "rescued"), ("rescuing", "rescued"), ("stranded", "stranded"),
    ("trapped", "trapped"), ("wounded", "injured"), ("wounding", "injured"), ("wounds", "injured"),
];

/// What ends a deed that kills whoever it is told of: the verb (`*` any), the word that depends on it, whether they are killed.
///
/// The first row that fits decides: who is sentenced to death lives.
#[rustfmt::skip]
pub(super) static DEADLY_ENDS: &[(&str, &str, bool)] = &[
    ("condemn", "death", false), ("sentence", "death", false),
    ("*", "death", true), ("*", "dead", true), ("lose", "lives", true), ("lose", "life", true),
];

/// Words between "of" and those of whom something is told: "half of *their* boats", "none of *the* 14". Sorted.
pub(super) static DETERMINERS: &[&str] =
    &["all", "her", "his", "its", "my", "our", "the", "their", "these", "those", "your"];

/// Groups that are made of people: "killed a family of five". Sorted.
pub(super) static HOUSEHOLDS: &[&str] =
    &["band", "crew", "crowd", "delegation", "family", "gang", "group", "jury", "party", "squad", "team"];

/// Verbs whose subject suffers what they say. Sorted.
pub(super) static SUFFERED: &[&str] = &["die", "drown", "flee", "perish"];

/// Plurals without `s`, `men` or `children`, and nouns that are counted in the singular. Sorted.
#[rustfmt::skip]
pub(super) static OTHER_PLURALS: &[&str] = &[
    "aircraft", "cattle", "crew", "criteria", "data", "deer", "fish", "helicopter", "livestock", "media", "mice",
    "offspring", "oxen", "people", "police", "sheep", "spacecraft", "staff", "swine", "teeth",
];

/// Words in `s` and `men` that are no plural nouns. Sorted.
#[rustfmt::skip]
pub(super) static NO_PLURALS: &[&str] = &[
    "abdomen", "acumen", "afterwards", "always", "becomes", "besides", "christmas", "comes", "does", "goes", "means",
    "news", "others", "ours", "overseas", "perhaps", "regimen", "remains", "rises", "says", "shows", "sometimes",
    "specimen", "stands", "takes", "theirs", "this", "towards", "whereas", "yemen",
];

/// Words that a counted noun cannot stand behind or be. Sorted.
#[rustfmt::skip]
pub(super) static STOPS: &[&str] = &[
    "a", "according", "after", "against", "ago", "all", "also", "although", "amid", "among", "an", "and", "are", "as", "at", "because", "before",
    "between", "but", "by", "can", "could", "did", "do", "down", "during", "each", "for", "from", "had", "has", "have", "he", "if", "in", "into",
    "is", "it", "may", "might", "not", "on", "or", "out", "over", "per", "said", "says", "she", "should", "since", "so", "than", "that", "then",
    "they", "this", "through", "to", "under", "until", "up", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "would",
];

/// Words for how somebody comes to a hospital: "taken to hospital". Sorted.
#[rustfmt::skip]
pub(super) static BROUGHT: &[&str] = &[
    "admitted", "airlifted", "brought", "carried", "flown", "rushed", "sent", "taken", "transported", "treated",
];

/// Words between the people counted and what befell them: "were all confirmed dead". Sorted.
#[rustfmt::skip]
pub(super) static BEFORE_FATE: &[&str] = &[
    "aboard", "also", "are", "badly", "be", "been", "being", "believed", "confirmed", "could", "declared", "fatally", "feared", "had",
    "has", "have", "inside", "is", "known", "later", "left", "may", "now", "presumed", "pronounced", "remain", "remained", "reported",
    "seriously", "slightly", "still", "there", "to", "was", "were", "who",
];

/// Words that say what befell the people before them, never those behind: "dead, 12 of them". Sorted.
#[rustfmt::skip]
pub(super) static FATES_BEHIND: &[&str] = &[
    "dead", "death", "die", "died", "missing", "wounds",
];

/// Words between a toll and its number: "the death toll rose to 12". Sorted.
#[rustfmt::skip]
pub(super) static TOLL_MOVES: &[&str] = &[
    "as", "at", "be", "exceeded", "had", "has", "hit", "is", "of", "passed", "reached", "stood", "surpassed", "than", "to", "topped", "was",
];

/// Words that open an aside about some of the people counted: "12 people, *including* three children, died". Sorted.
#[rustfmt::skip]
pub(super) static ASIDES: &[&str] = &[
    "all", "among", "both", "half", "including", "many", "most", "mostly", "none", "several", "some",
];
