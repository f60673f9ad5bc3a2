//! Lists what befalls people, nouns for people, and plurals that do not end in `s`.

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

/// What ends a deed that kills whoever it is told of: the verb (`*` any), the word that hangs on it, what befell them.
#[rustfmt::skip]
pub(super) static DEADLY_ENDS: &[(&str, &str, &str)] = &[
    ("*", "death", "killed"), ("*", "dead", "killed"), ("lose", "lives", "killed"), ("lose", "life", "killed"),
];

/// Nouns for parents, of whom a small number tells their children. Sorted.
pub(super) static PARENTS: &[&str] = &[
    "dad",
    "father",
    "grandad",
    "grandfather",
    "grandmother",
    "mom",
    "mother",
    "mum",
    "parent",
    "stepfather",
    "stepmother",
];

/// Verbs whose subject suffers what they say. Sorted.
pub(super) const SUFFERED: &[&str] = &["die", "drown", "flee", "perish"];

/// Nouns that name people. Sorted.
#[rustfmt::skip]
pub(super) static PEOPLE: &[&str] = &[
    "abductees", "abusers", "academics", "accomplices", "accountants", "acrobats", "activists", "actors", "adolescents", "adults", "advisers",
    "advocates", "aides", "airmen", "ambassadors", "americans", "analysts", "applicants", "apprentices", "archaeologists", "architects", "artists",
    "assailants", "athletes", "attackers", "attendants", "attorneys", "authors", "aviators", "babies", "bakers", "bandits", "bankers", "barristers",
    "bathers", "beachgoers", "beneficiaries", "bikers", "biologists", "bishops", "boaters", "bodyguards", "borrowers", "bosses", "boxers", "boys",
    "britons", "brothers", "builders", "burglars", "buyers", "bystanders", "cadets", "callers", "campaigners", "campers", "candidates", "captains",
    "captives", "carers", "caretakers", "casualties", "celebrities", "centenarians", "chefs", "chemists", "children", "choristers", "churchgoers",
    "citizens", "civilians", "clerics", "clerks", "clients", "climbers", "clubbers", "coaches", "colleagues", "comedians", "commanders", "commandos",
    "commuters", "competitors", "complainants", "composers", "congregants", "conscripts", "conspirators", "consumers", "contestants", "contractors",
    "convicts", "cooks", "councillors", "couriers", "cousins", "coworkers", "crew", "crewmen", "cricketers", "criminals", "critics", "customers",
    "cyclists", "dancers", "daughters", "deckhands", "defectors", "defendants", "defenders", "delegates", "demonstrators", "dentists", "deputies",
    "deserters", "designers", "detainees", "detectives", "developers", "diners", "diplomats", "directors", "dissidents", "divers", "dockers",
    "doctors", "donors", "drivers", "economists", "editors", "electricians", "emigrants", "employees", "engineers", "entrepreneurs", "escapees",
    "evacuees", "executives", "exiles", "experts", "extremists", "fans", "farmers", "farmhands", "farmworkers", "fathers", "females", "festivalgoers",
    "fighters", "filmmakers", "firefighters", "fishermen", "followers", "footballers", "foreigners", "founders", "freelancers", "friends",
    "fugitives", "gamblers", "gangsters", "gardeners", "generals", "geologists", "girls", "golfers", "graduates", "grandchildren", "guards",
    "guerrillas", "guests", "gunmen", "gymnasts", "hackers", "helpers", "herders", "hikers", "historians", "holidaymakers", "homeowners", "hooligans",
    "hostages", "households", "hunters", "husbands", "imams", "immigrants", "infants", "informants", "inhabitants", "inmates", "insiders",
    "inspectors", "instructors", "insurgents", "intruders", "investigators", "investors", "islanders", "israelis", "jihadis", "jockeys", "joggers",
    "journalists", "judges", "jurors", "kidnappers", "kids", "laborers", "labourers", "landlords", "lawmakers", "lawyers", "leaders", "lecturers",
    "legislators", "lifeguards", "listeners", "lives", "loyalists", "males", "man", "managers", "marchers", "mariners", "marines", "mayors",
    "mechanics", "medics", "members", "men", "mercenaries", "merchants", "midwives", "migrants", "militants", "miners", "ministers", "minors",
    "monks", "mothers", "motorcyclists", "motorists", "mountaineers", "mourners", "murderers", "musicians", "navigators", "negotiators", "neighbors",
    "neighbours", "newborns", "newcomers", "nominees", "novelists", "nuns", "nurses", "observers", "occupants", "offenders", "officers", "officials",
    "onlookers", "opponents", "organisers", "organizers", "orphans", "others", "owners", "painters", "palestinians", "parachutists", "paramedics",
    "paratroopers", "parents", "parishioners", "participants", "partygoers", "passengers", "pastors", "patients", "peacekeepers", "peasants",
    "pedestrians", "pensioners", "people", "perpetrators", "person", "personnel", "persons", "pharmacists", "photographers", "physicians",
    "physicists", "picnickers", "pilgrims", "pilots", "pirates", "plaintiffs", "players", "plumbers", "poachers", "poets", "police", "policemen",
    "politicians", "porters", "preachers", "presenters", "presidents", "priests", "princes", "prisoners", "producers", "professionals", "professors",
    "prosecutors", "prostitutes", "protesters", "protestors", "publishers", "pupils", "ramblers", "rangers", "readers", "rebels", "recipients",
    "recruits", "referees", "refugees", "relatives", "reporters", "representatives", "rescuers", "researchers", "reservists", "residents",
    "respondents", "responders", "retirees", "revelers", "revellers", "riders", "rioters", "robbers", "rowers", "runners", "russians", "sailors",
    "scholars", "schoolboys", "schoolchildren", "schoolgirls", "scientists", "scouts", "seafarers", "sellers", "senators", "separatists", "sergeants",
    "servants", "servicemen", "settlers", "shareholders", "shepherds", "sheriffs", "shopkeepers", "shoppers", "siblings", "singers", "sisters",
    "skaters", "skiers", "smugglers", "snipers", "snowboarders", "soldiers", "solicitors", "sons", "spectators", "spies", "sportsmen", "sprinters",
    "squatters", "staff", "staffers", "stewards", "stowaways", "strangers", "strikers", "students", "subscribers", "supporters", "surfers",
    "surgeons", "survivors", "suspects", "swimmers", "tailors", "taxpayers", "teachers", "technicians", "teenagers", "teens", "tenants", "terrorists",
    "thieves", "toddlers", "tourists", "traders", "tradesmen", "traffickers", "trainees", "traitors", "travellers", "trekkers", "trespassers",
    "troopers", "troops", "truckers", "trustees", "tutors", "twins", "ukrainians", "undergraduates", "users", "vendors", "veterans", "vets",
    "victims", "viewers", "villagers", "visitors", "volunteers", "voters", "waiters", "walkers", "wardens", "warriors", "weavers", "whistleblowers",
    "widows", "witnesses", "wives", "woman", "women", "workers", "workmates", "worshippers", "writers", "yachtsmen", "youngsters", "youths",
];

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
