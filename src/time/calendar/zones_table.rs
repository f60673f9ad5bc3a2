//! Lists the zones that news names by places and by names of zones.
//!
//! "1 a.m. Kyiv time", "8 a.m. local time" in Nairobi, "8 a.m. Eastern time".
//! A country stands here only if it has one time zone, or if its
//! news means one. Abbreviations such as "EST" and names such as "Eastern" stand in
//! `model`. No other files name zones: all take their words from these.

use chrono_tz::Tz;

use crate::model::ZONE_NAMES;

/// Returns the words before "time" that name a clock, with its zone: places first, then names of zones.
pub(crate) fn clock_names() -> impl Iterator<Item = (&'static str, Tz)> {
    PLACES.iter().chain(ZONE_NAMES).copied()
}

/// Places in lower case, sorted, with their zones.
#[rustfmt::skip]
pub(crate) const PLACES: &[(&str, Tz)] = &[
    ("abu dhabi", Tz::Asia__Dubai), ("abuja", Tz::Africa__Lagos), ("accra", Tz::Africa__Accra), ("addis ababa", Tz::Africa__Addis_Ababa),
    ("adelaide", Tz::Australia__Adelaide), ("afghanistan", Tz::Asia__Kabul), ("alaska", Tz::America__Anchorage),
    ("algeria", Tz::Africa__Algiers), ("algiers", Tz::Africa__Algiers), ("amman", Tz::Asia__Amman), ("amsterdam", Tz::Europe__Amsterdam),
    ("ankara", Tz::Europe__Istanbul), ("athens", Tz::Europe__Athens), ("atlanta", Tz::America__New_York), ("auckland", Tz::Pacific__Auckland),
    ("austria", Tz::Europe__Vienna), ("baghdad", Tz::Asia__Baghdad), ("baku", Tz::Asia__Baku), ("bali", Tz::Asia__Makassar),
    ("bangkok", Tz::Asia__Bangkok), ("bangladesh", Tz::Asia__Dhaka), ("barcelona", Tz::Europe__Madrid), ("beijing", Tz::Asia__Shanghai),
    ("beirut", Tz::Asia__Beirut), ("belfast", Tz::Europe__London), ("belgium", Tz::Europe__Brussels), ("belgrade", Tz::Europe__Belgrade),
    ("berlin", Tz::Europe__Berlin), ("bogota", Tz::America__Bogota), ("boston", Tz::America__New_York), ("brasilia", Tz::America__Sao_Paulo),
    ("brisbane", Tz::Australia__Brisbane), ("britain", Tz::Europe__London), ("brussels", Tz::Europe__Brussels), ("bucharest", Tz::Europe__Bucharest),
    ("budapest", Tz::Europe__Budapest), ("buenos aires", Tz::America__Argentina__Buenos_Aires), ("bulgaria", Tz::Europe__Sofia),
    ("cairo", Tz::Africa__Cairo), ("california", Tz::America__Los_Angeles), ("canberra", Tz::Australia__Sydney),
    ("cape town", Tz::Africa__Johannesburg), ("caracas", Tz::America__Caracas), ("chicago", Tz::America__Chicago), ("chile", Tz::America__Santiago),
    ("china", Tz::Asia__Shanghai), ("christchurch", Tz::Pacific__Auckland), ("colombia", Tz::America__Bogota), ("colombo", Tz::Asia__Colombo),
    ("copenhagen", Tz::Europe__Copenhagen), ("crimea", Tz::Europe__Simferopol), ("cuba", Tz::America__Havana), ("damascus", Tz::Asia__Damascus),
    ("dar es salaam", Tz::Africa__Dar_es_Salaam), ("delhi", Tz::Asia__Kolkata), ("denmark", Tz::Europe__Copenhagen), ("denver", Tz::America__Denver),
    ("dhaka", Tz::Asia__Dhaka), ("doha", Tz::Asia__Qatar), ("dubai", Tz::Asia__Dubai), ("dublin", Tz::Europe__Dublin), ("egypt", Tz::Africa__Cairo),
    ("england", Tz::Europe__London), ("ethiopia", Tz::Africa__Addis_Ababa), ("finland", Tz::Europe__Helsinki), ("florida", Tz::America__New_York),
    ("france", Tz::Europe__Paris), ("fukushima", Tz::Asia__Tokyo), ("gaza", Tz::Asia__Gaza), ("geneva", Tz::Europe__Zurich),
    ("germany", Tz::Europe__Berlin), ("greece", Tz::Europe__Athens), ("haiti", Tz::America__PortauPrince), ("hanoi", Tz::Asia__Ho_Chi_Minh),
    ("harare", Tz::Africa__Harare), ("havana", Tz::America__Havana), ("hawaii", Tz::Pacific__Honolulu), ("helsinki", Tz::Europe__Helsinki),
    ("hong kong", Tz::Asia__Hong_Kong), ("honolulu", Tz::Pacific__Honolulu), ("houston", Tz::America__Chicago), ("hungary", Tz::Europe__Budapest),
    ("india", Tz::Asia__Kolkata), ("iran", Tz::Asia__Tehran), ("iraq", Tz::Asia__Baghdad), ("ireland", Tz::Europe__Dublin),
    ("islamabad", Tz::Asia__Karachi), ("israel", Tz::Asia__Jerusalem), ("istanbul", Tz::Europe__Istanbul), ("italy", Tz::Europe__Rome),
    ("jakarta", Tz::Asia__Jakarta), ("japan", Tz::Asia__Tokyo), ("jerusalem", Tz::Asia__Jerusalem), ("johannesburg", Tz::Africa__Johannesburg),
    ("jordan", Tz::Asia__Amman), ("kabul", Tz::Asia__Kabul), ("karachi", Tz::Asia__Karachi), ("kathmandu", Tz::Asia__Kathmandu),
    ("kenya", Tz::Africa__Nairobi), ("kharkiv", Tz::Europe__Kyiv), ("khartoum", Tz::Africa__Khartoum), ("kiev", Tz::Europe__Kyiv),
    ("kigali", Tz::Africa__Kigali), ("kolkata", Tz::Asia__Kolkata), ("kosovo", Tz::Europe__Belgrade), ("kuala lumpur", Tz::Asia__Kuala_Lumpur),
    ("kuwait", Tz::Asia__Kuwait), ("kyiv", Tz::Europe__Kyiv), ("lagos", Tz::Africa__Lagos), ("lebanon", Tz::Asia__Beirut), ("libya", Tz::Africa__Tripoli),
    ("lima", Tz::America__Lima), ("lisbon", Tz::Europe__Lisbon), ("london", Tz::Europe__London), ("los angeles", Tz::America__Los_Angeles),
    ("madrid", Tz::Europe__Madrid), ("malaysia", Tz::Asia__Kuala_Lumpur), ("manila", Tz::Asia__Manila), ("melbourne", Tz::Australia__Melbourne),
    ("mexico city", Tz::America__Mexico_City), ("miami", Tz::America__New_York), ("milan", Tz::Europe__Rome), ("minsk", Tz::Europe__Minsk),
    ("mogadishu", Tz::Africa__Mogadishu), ("montreal", Tz::America__Toronto), ("morocco", Tz::Africa__Casablanca), ("moscow", Tz::Europe__Moscow),
    ("mumbai", Tz::Asia__Kolkata), ("munich", Tz::Europe__Berlin), ("myanmar", Tz::Asia__Yangon), ("nairobi", Tz::Africa__Nairobi),
    ("nepal", Tz::Asia__Kathmandu), ("netherlands", Tz::Europe__Amsterdam), ("new delhi", Tz::Asia__Kolkata), ("new orleans", Tz::America__Chicago),
    ("new york", Tz::America__New_York), ("new zealand", Tz::Pacific__Auckland), ("nigeria", Tz::Africa__Lagos), ("north korea", Tz::Asia__Pyongyang),
    ("norway", Tz::Europe__Oslo), ("odesa", Tz::Europe__Kyiv), ("oslo", Tz::Europe__Oslo), ("pakistan", Tz::Asia__Karachi), ("paris", Tz::Europe__Paris),
    ("perth", Tz::Australia__Perth), ("peru", Tz::America__Lima), ("philippines", Tz::Asia__Manila), ("poland", Tz::Europe__Warsaw),
    ("prague", Tz::Europe__Prague), ("pretoria", Tz::Africa__Johannesburg), ("puerto rico", Tz::America__Puerto_Rico), ("pyongyang", Tz::Asia__Pyongyang),
    ("qatar", Tz::Asia__Qatar), ("rio de janeiro", Tz::America__Sao_Paulo), ("riyadh", Tz::Asia__Riyadh), ("romania", Tz::Europe__Bucharest),
    ("rome", Tz::Europe__Rome), ("san francisco", Tz::America__Los_Angeles), ("santiago", Tz::America__Santiago), ("sao paulo", Tz::America__Sao_Paulo),
    ("sarajevo", Tz::Europe__Sarajevo), ("saudi arabia", Tz::Asia__Riyadh), ("scotland", Tz::Europe__London), ("seattle", Tz::America__Los_Angeles),
    ("seoul", Tz::Asia__Seoul), ("shanghai", Tz::Asia__Shanghai), ("singapore", Tz::Asia__Singapore), ("sofia", Tz::Europe__Sofia),
    ("south africa", Tz::Africa__Johannesburg), ("south korea", Tz::Asia__Seoul), ("spain", Tz::Europe__Madrid), ("sri lanka", Tz::Asia__Colombo),
    ("stockholm", Tz::Europe__Stockholm), ("sudan", Tz::Africa__Khartoum), ("sweden", Tz::Europe__Stockholm), ("switzerland", Tz::Europe__Zurich),
    ("sydney", Tz::Australia__Sydney), ("syria", Tz::Asia__Damascus), ("taipei", Tz::Asia__Taipei), ("taiwan", Tz::Asia__Taipei),
    ("tbilisi", Tz::Asia__Tbilisi), ("tehran", Tz::Asia__Tehran), ("tel aviv", Tz::Asia__Jerusalem), ("thailand", Tz::Asia__Bangkok),
    ("tokyo", Tz::Asia__Tokyo), ("toronto", Tz::America__Toronto), ("tripoli", Tz::Africa__Tripoli), ("tunis", Tz::Africa__Tunis),
    ("turkey", Tz::Europe__Istanbul), ("uk", Tz::Europe__London), ("ukraine", Tz::Europe__Kyiv), ("vancouver", Tz::America__Vancouver),
    ("venezuela", Tz::America__Caracas), ("vienna", Tz::Europe__Vienna), ("vietnam", Tz::Asia__Ho_Chi_Minh), ("wales", Tz::Europe__London),
    ("warsaw", Tz::Europe__Warsaw), ("washington", Tz::America__New_York), ("wellington", Tz::Pacific__Auckland), ("yangon", Tz::Asia__Yangon),
    ("yemen", Tz::Asia__Aden), ("yerevan", Tz::Asia__Yerevan), ("zagreb", Tz::Europe__Zagreb), ("zimbabwe", Tz::Africa__Harare),
    ("zurich", Tz::Europe__Zurich),
];
