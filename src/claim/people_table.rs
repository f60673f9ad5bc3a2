//! Lists nouns for people, for parents, and endings of nouns that name people.

/// Nouns that name people, where no ending does. Sorted.
#[rustfmt::skip]
pub(crate) static PEOPLE: &[&str] = &[
    "abductees", "abusers", "academics", "accomplices", "accountants", "acrobats", "actors", "actresses", "adolescents", "adults", "advisers",
    "advocates", "aides", "ambassadors", "analysts", "ancestors", "applicants", "apprentices", "architects", "assailants", "athletes",
    "attackers", "attendants", "attorneys", "aunts", "authors", "aviators", "babies", "bakers", "bandits", "bankers", "barristers", "bathers",
    "beneficiaries", "bikers", "bishops", "boaters", "bodyguards", "borrowers", "bosses", "boxers", "boyfriends", "brides", "bridesmaids",
    "brothers", "builders", "burglars", "buyers", "bystanders", "cadets", "callers", "campaigners", "campers", "candidates", "captains",
    "captives", "carers", "caretakers", "casualties", "celebrities", "centenarians", "chefs", "choristers", "citizens", "civilians", "classmates",
    "clerics", "clerks", "clients", "climbers", "clubbers", "coaches", "colleagues", "comedians", "commanders", "commandos", "commuters",
    "competitors", "complainants", "composers", "congregants", "conscripts", "conspirators", "consumers", "contestants", "contractors",
    "convicts", "cooks", "councillors", "countesses", "couriers", "cousins", "crew", "cricketers", "criminals", "critics", "customers", "dancers",
    "daughters", "deckhands", "defectors", "defendants", "defenders", "delegates", "demonstrators", "deputies", "deserters", "designers",
    "detainees", "detectives", "developers", "diners", "diplomats", "directors", "dissidents", "divers", "dockers", "doctors", "donors",
    "drivers", "editors", "emigrants", "employees", "engineers", "entrepreneurs", "escapees", "evacuees", "executives", "exiles", "experts",
    "fans", "farmers", "farmhands", "fathers", "females", "fiancees", "fighters", "filmmakers", "firefighters", "flatmates", "followers",
    "footballers", "foreigners", "founders", "freelancers", "friends", "fugitives", "gamblers", "gangsters", "gardeners", "generals",
    "girlfriends", "goddaughters", "godsons", "golfers", "graduates", "granddaughters", "grandsons", "guards", "guerrillas", "guests", "gymnasts",
    "hackers", "heiresses", "helpers", "herders", "hikers", "historians", "holidaymakers", "hooligans", "hostages", "hostesses", "households",
    "housemates", "hunters", "husbands", "imams", "immigrants", "infants", "informants", "inhabitants", "inmates", "insiders", "inspectors",
    "instructors", "insurgents", "intruders", "investigators", "investors", "islanders", "jihadis", "jockeys", "joggers", "judges", "jurors",
    "kidnappers", "kids", "laborers", "labourers", "landlords", "lawmakers", "lawyers", "leaders", "lecturers", "legislators", "lifeguards",
    "listeners", "lives", "males", "managers", "marchers", "mariners", "marines", "mayors", "mechanics", "medics", "members",
    "mercenaries", "merchants", "midwives", "migrants", "militants", "miners", "ministers", "minors", "monks", "mothers", "mountaineers",
    "mourners", "murderers", "navigators", "negotiators", "neighbors", "neighbours", "nephews", "newborns", "newcomers", "nieces", "nominees",
    "nuns", "nurses", "observers", "occupants", "offenders", "officers", "officials", "onlookers", "opponents", "organisers", "organizers",
    "orphans", "others", "painters", "paramedics", "paratroopers", "parents", "parishioners", "participants", "passengers", "pastors", "patients",
    "peasants", "pedestrians", "pensioners", "people", "perpetrators", "personnel", "persons", "picnickers", "pilgrims", "pilots",
    "pirates", "plaintiffs", "players", "plumbers", "poachers", "poets", "police", "porters", "preachers", "presenters", "presidents", "priests",
    "princes", "prisoners", "producers", "professionals", "professors", "prosecutors", "prostitutes", "protesters", "protestors", "publishers",
    "pupils", "ramblers", "rangers", "readers", "rebels", "recipients", "recruits", "referees", "refugees", "relatives", "reporters",
    "representatives", "rescuers", "researchers", "residents", "respondents", "responders", "retirees", "revelers", "revellers", "riders",
    "rioters", "robbers", "roommates", "rowers", "runners", "sailors", "scholars", "scouts", "seafarers", "sellers", "senators", "sergeants",
    "servants", "settlers", "shareholders", "shepherds", "sheriffs", "shoppers", "siblings", "singers", "sisters", "skaters", "skiers",
    "smugglers", "snipers", "snowboarders", "soldiers", "solicitors", "sons", "spectators", "spies", "sprinters", "squatters", "staff",
    "staffers", "stepdaughters", "stepsons", "stewards", "stowaways", "strangers", "strikers", "students", "subscribers", "supporters", "surfers",
    "surgeons", "survivors", "suspects", "swimmers", "tailors", "taxpayers", "teachers", "teammates", "teenagers", "teens", "tenants", "thieves",
    "toddlers", "traders", "traffickers", "trainees", "traitors", "travellers", "trekkers", "trespassers", "troopers", "troops", "truckers",
    "trustees", "tutors", "twins", "uncles", "undergraduates", "users", "vendors", "veterans", "vets", "victims", "viewers", "villagers",
    "visitors", "volunteers", "voters", "waiters", "waitresses", "walkers", "wardens", "warriors", "weavers", "whistleblowers", "widowers",
    "widows", "witnesses", "wives", "workmates", "worshippers", "writers", "youngsters", "youths",
];

/// Endings of nouns that name people: of many, of one, an example.
#[rustfmt::skip]
pub(crate) static PEOPLE_ENDINGS: &[(&str, &str, &str)] = &[
    ("men", "man", "fishermen"), ("children", "child", "schoolchildren"), ("boys", "boy", "schoolboys"), ("girls", "girl", "schoolgirls"),
    ("ists", "ist", "botanists"), ("icians", "ician", "electricians"), ("ographers", "ographer", "photographers"),
    ("workers", "worker", "farmworkers"), ("owners", "owner", "homeowners"), ("goers", "goer", "churchgoers"), ("keepers", "keeper", "shopkeepers"),
];

/// Nouns with such an ending that name no people, one and many. Sorted.
#[rustfmt::skip]
pub(crate) static NO_PEOPLE: &[&str] = &[
    "abdomen", "acumen", "assist", "assists", "blacklist", "blacklists", "checklist", "checklists", "fist", "fists", "list", "lists", "mist", "mists", "playlist",
    "playlists", "regimen", "shortlist", "shortlists", "specimen", "twist", "twists", "wrist", "wrists", "yemen",
];

/// What one of those that [`PEOPLE`] lists is called where that is no person: a group, or what people have. Sorted.
pub(crate) static GROUPS: &[&str] = &["crew", "household", "life", "personnel", "police", "staff", "troop"];

/// Nouns for kin, children and grown people behind which a number in brackets is an age: "her son (3)". Sorted.
#[rustfmt::skip]
pub(crate) static AGED_IN_BRACKETS: &[&str] = &[
    "aunt", "baby", "boy", "boyfriend", "brother", "child", "cousin", "daughter", "girl", "girlfriend", "granddaughter", "grandson", "husband",
    "man", "nephew", "niece", "pensioner", "schoolboy", "schoolgirl", "sister", "son", "stepdaughter", "stepson", "teenager", "toddler", "twin",
    "uncle", "widow", "widower", "wife", "woman",
];

/// Nouns for parents, of whom a small number tells their children. Sorted.
#[rustfmt::skip]
pub(crate) static PARENTS: &[&str] = &[
    "dad", "daddy", "father", "ma", "mam", "mama", "mom", "mommy", "mother", "mum", "mummy", "pa", "papa", "parent",
];

/// What makes another kind of parent of one: "stepmother", "grandpa". Sorted.
pub(crate) static KIN_PREFIXES: &[&str] = &["god", "grand", "step"];

/// Nouns for parents of parents that no prefix makes. Sorted.
pub(crate) static GRAND_KIN: &[&str] = &["gran", "grandad", "granny", "nan", "nana"];
