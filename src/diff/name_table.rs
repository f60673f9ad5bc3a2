//! Lists forms of names that mean the same, titles that add nothing, and words for offices.

/// Names that mean the same; lower case, without "the" and full stops.
#[rustfmt::skip]
pub const ALIASES: &[&[&str]] = &[
    &["united states", "us", "usa", "america", "united states of america"],
    &["united kingdom", "uk", "britain", "great britain"],
    &["european union", "eu"],
    &["united nations", "un"],
    &["united arab emirates", "uae"],
    &["downing street", "no 10", "number 10", "number ten", "10 downing street"],
    &["kyiv", "kiev"],
    &["kharkiv", "kharkov"],
    &["odesa", "odessa"],
    &["lviv", "lvov"],
    &["mumbai", "bombay"],
    &["kolkata", "calcutta"],
    &["chennai", "madras"],
    &["myanmar", "burma"],
    &["turkey", "türkiye", "turkiye"],
    &["czech republic", "czechia"],
    &["ivory coast", "côte d'ivoire", "cote d'ivoire"],
    &["east timor", "timor-leste"],
    &["eswatini", "swaziland"],
    &["holland", "netherlands"],
    &["north korea", "dprk"],
    &["islamic state", "is", "isis", "isil", "daesh"],
    &["white house", "us administration"],
    &["scotland yard", "metropolitan police", "met police", "met"],
    &["federal reserve", "fed", "us federal reserve"],
    &["world health organization", "world health organisation", "who"],
    &["us geological survey", "usgs", "united states geological survey"],
    &["los angeles", "la"],
    &["washington dc", "washington"],
    &["new york city", "new york", "nyc"],
    &["fbi", "federal bureau of investigation"],
    &["cia", "central intelligence agency"],
    &["nhs", "national health service"],
    &["nato", "north atlantic treaty organization", "north atlantic treaty organisation"],
];

/// Titles that only go before a name.
#[rustfmt::skip]
pub const HONORIFICS: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "mx"];

/// Words for an office, a rank or a party.
#[rustfmt::skip]
pub const ROLES: &[&str] = &[
    "admiral", "adm", "ambassador", "analyst", "archbishop", "attorney", "bishop", "brigadier", "capt", "captain", "cdr", "ceo", "chair", "chairman",
    "chief-of-staff", "cmdr", "cpl", "corporal", "cst", "det", "detective", "insp",
    "chairwoman", "chancellor", "chief", "coach", "col", "colonel", "commander", "commissioner", "constable", "consul",
    "coroner", "correspondent", "councillor", "counsel", "democrat", "director", "envoy", "executive", "foreign", "gen", "general",
    "governor", "inspector", "judge", "king", "lawyer", "leader", "lieutenant", "lt", "maj", "major", "manager", "marshal", "mayor",
    "minister", "ministry", "officer", "pc", "premier", "president", "prime", "prince", "princess", "principal", "prosecutor", "queen",
    "rear", "rep", "representative", "republican", "secretary", "sen", "senator", "sergeant", "sgt", "sheriff", "speaker",
    "spokesman", "spokesperson", "spokeswoman", "superintendent", "supt", "treasurer", "trustee", "vice",
];
