//! Lists words for offices and their ranks.

/// Words for an office, a rank or a party.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "admiral", "adm", "ambassador", "analyst", "archbishop", "attorney", "bishop", "brigadier", "capt", "captain", "cdr", "ceo", "chair", "chairman",
    "chief-of-staff", "cmdr", "cpl", "corporal", "cst", "det", "detective", "insp",
    "chairwoman", "chancellor", "chief", "coach", "col", "colonel", "commander", "commissioner", "constable", "consul",
    "coroner", "correspondent", "councillor", "counsel", "democrat", "director", "envoy", "executive", "foreign", "gen", "general",
    "governor", "inspector", "judge", "king", "lawyer", "leader", "lieutenant", "lt", "maj", "major", "manager", "marshal", "mayor",
    "minister", "ministry", "officer", "pc", "premier", "president", "prime", "prince", "princess", "principal", "prosecutor", "queen",
    "rear", "rep", "representative", "republican", "secretary", "sen", "senator", "sergeant", "sgt", "sheriff", "speaker",
    "spokesman", "spokesperson", "spokeswoman", "superintendent", "supt", "treasurer", "trustee", "vice",
];

/// Words that make another office of a title.
#[rustfmt::skip]
pub(super) static RANKING: &[&str] = &[
    "acting", "assistant", "associate", "deputy", "detective", "former", "interim", "junior", "lance", "lieutenant",
    "lt", "lt.", "petty", "rear", "senior", "shadow", "staff", "vice", "warrant",
];

/// Words of office that are words of quality as well.
pub(super) static QUALITIES: &[&str] = &["chief", "leader", "premier", "principal"];
