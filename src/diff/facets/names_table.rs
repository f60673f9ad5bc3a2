//! Lists titles that add nothing to a name, and words for offices.

/// Titles that only go before a name.
#[rustfmt::skip]
pub(super) const HONORIFICS: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "mx"];

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
