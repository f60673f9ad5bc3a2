//! Lists words for offices and their ranks.

/// Words for an office, a rank or a party, sorted; callings are none.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "adm", "admiral", "ambassador", "analyst", "archbishop", "attorney", "bishop", "brig", "brigadier", "capt", "captain", "cardinal",
    "cdr", "ceo", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chief", "chief-of-staff", "cllr", "cmdr", "coach",
    "col", "colonel", "commander", "commissioner", "congressman", "congresswoman", "constable", "consul", "coroner", "corporal",
    "correspondent", "councillor", "councilman", "councilwoman", "counsel", "cpl", "cst", "dean", "democrat", "det", "detective",
    "director", "duchess", "duke", "emir", "emperor", "empress", "envoy", "executive", "foreign", "gen", "general", "gov", "governor",
    "insp", "inspector", "judge", "justice", "king", "lawyer", "leader", "lieutenant", "lt", "magistrate", "maj", "major", "manager",
    "marshal", "mayor", "minister", "ministry", "mp", "officer", "pc", "pope", "premier", "president", "prime", "prince", "princess",
    "principal", "prosecutor", "queen", "rear", "rep", "representative", "republican", "secretary", "sen", "senator", "sergeant", "sgt",
    "sheriff", "speaker", "spokesman", "spokesperson", "spokeswoman", "sultan", "superintendent", "supt", "treasurer", "trustee",
    "undersecretary", "vice", "vice-president",
];

/// Words that make another office of a title.
#[rustfmt::skip]
pub(super) static RANKING: &[&str] = &[
    "acting", "assistant", "associate", "deputy", "detective", "former", "interim", "junior", "lance", "lieutenant",
    "lt", "lt.", "petty", "rear", "senior", "shadow", "staff", "vice", "warrant",
];

/// Words of office that are words of quality as well.
pub(super) static QUALITIES: &[&str] = &["chief", "leader", "premier", "principal"];
