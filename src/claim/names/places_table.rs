//! Lists countries with their short forms and demonyms, large cities, regions, and words that make a place.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A country or territory. All in lower case; forms are joined by `|`.
pub(crate) struct Country {
    pub name: &'static str,
    pub aliases: &'static str,
    pub demonyms: &'static str,
}

const fn country(name: &'static str, aliases: &'static str, demonyms: &'static str) -> Country {
    Country { name, aliases, demonyms }
}

/// Every country, sorted by name.
#[rustfmt::skip]
pub(crate) const COUNTRIES: &[Country] = &[
    country("afghanistan", "", "afghan"), country("albania", "", "albanian"), country("algeria", "", "algerian"), country("andorra", "", "andorran"),
    country("angola", "", "angolan"), country("argentina", "", "argentine|argentinian"), country("armenia", "", "armenian"),
    country("australia", "", "australian"), country("austria", "", "austrian"), country("azerbaijan", "", "azerbaijani|azeri"),
    country("bahamas", "", "bahamian"), country("bahrain", "", "bahraini"), country("bangladesh", "", "bangladeshi"),
    country("barbados", "", "barbadian"), country("belarus", "", "belarusian"), country("belgium", "", "belgian"), country("belize", "", "belizean"),
    country("benin", "", "beninese"), country("bhutan", "", "bhutanese"), country("bolivia", "", "bolivian"),
    country("bosnia", "bosnia and herzegovina|bosnia-herzegovina", "bosnian"), country("botswana", "", "botswanan"),
    country("brazil", "", "brazilian"), country("brunei", "", "bruneian"), country("bulgaria", "", "bulgarian"),
    country("burkina faso", "", "burkinabe"), country("burundi", "", "burundian"), country("cambodia", "", "cambodian"),
    country("cameroon", "", "cameroonian"), country("canada", "", "canadian"), country("catalonia", "", "catalan"), country("chad", "", "chadian"),
    country("chechnya", "", "chechen"), country("chile", "", "chilean"), country("china", "people's republic of china|prc|mainland china", "chinese"),
    country("colombia", "", "colombian"), country("congo", "democratic republic of the congo|dr congo|drc|democratic republic of congo", "congolese"),
    country("costa rica", "", "costa rican"), country("crimea", "", "crimean"), country("croatia", "", "croatian|croat"),
    country("cuba", "", "cuban"), country("cyprus", "", "cypriot"), country("czechia", "czech republic", "czech"), country("denmark", "", "danish"),
    country("djibouti", "", "djiboutian"), country("ecuador", "", "ecuadorian|ecuadorean"), country("egypt", "", "egyptian"),
    country("el salvador", "", "salvadoran"), country("england", "", "english"), country("eritrea", "", "eritrean"),
    country("estonia", "", "estonian"), country("ethiopia", "", "ethiopian"), country("european union", "eu|e.u.", "european"),
    country("fiji", "", "fijian"), country("finland", "", "finnish"), country("france", "", "french"), country("gabon", "", "gabonese"),
    country("gambia", "the gambia", "gambian"), country("gaza", "gaza strip", "gazan"), country("georgia", "", "georgian"),
    country("germany", "", "german"), country("ghana", "", "ghanaian"), country("greece", "", "greek"), country("greenland", "", "greenlandic"),
    country("grenada", "", "grenadian"), country("guatemala", "", "guatemalan"), country("guinea", "", "guinean"), country("guyana", "", "guyanese"),
    country("haiti", "", "haitian"), country("honduras", "", "honduran"), country("hong kong", "", "hongkonger"), country("hungary", "", "hungarian"),
    country("iceland", "", "icelandic"), country("india", "", "indian"), country("indonesia", "", "indonesian"),
    country("iran", "islamic republic of iran", "iranian"), country("iraq", "", "iraqi"), country("ireland", "republic of ireland", "irish"),
    country("israel", "", "israeli"), country("italy", "", "italian"), country("ivory coast", "côte d'ivoire|cote d'ivoire", "ivorian"),
    country("jamaica", "", "jamaican"), country("japan", "", "japanese"), country("jordan", "", "jordanian"), country("kazakhstan", "", "kazakh"),
    country("kenya", "", "kenyan"), country("kosovo", "", "kosovan"), country("kurdistan", "", "kurdish"), country("kuwait", "", "kuwaiti"),
    country("kyrgyzstan", "", "kyrgyz"), country("laos", "", "laotian"), country("latvia", "", "latvian"), country("lebanon", "", "lebanese"),
    country("lesotho", "", "basotho"), country("liberia", "", "liberian"), country("libya", "", "libyan"),
    country("liechtenstein", "", "liechtensteiner"), country("lithuania", "", "lithuanian"), country("luxembourg", "", "luxembourgish"),
    country("madagascar", "", "malagasy"), country("malawi", "", "malawian"), country("malaysia", "", "malaysian"),
    country("maldives", "", "maldivian"), country("mali", "", "malian"), country("malta", "", "maltese"), country("mauritania", "", "mauritanian"),
    country("mauritius", "", "mauritian"), country("mexico", "", "mexican"), country("moldova", "", "moldovan"), country("monaco", "", "monegasque"),
    country("mongolia", "", "mongolian"), country("montenegro", "", "montenegrin"), country("morocco", "", "moroccan"),
    country("mozambique", "", "mozambican"), country("myanmar", "burma", "burmese"), country("namibia", "", "namibian"),
    country("nepal", "", "nepali|nepalese"), country("netherlands", "holland", "dutch"), country("new zealand", "", "new zealander"),
    country("nicaragua", "", "nicaraguan"), country("niger", "", "nigerien"), country("nigeria", "", "nigerian"),
    country("north korea", "dprk|n. korea", "north korean"), country("north macedonia", "macedonia", "macedonian"),
    country("northern ireland", "", "northern irish"), country("norway", "", "norwegian"), country("oman", "", "omani"),
    country("pakistan", "", "pakistani"), country("palestine", "palestinian territories", "palestinian"), country("panama", "", "panamanian"),
    country("papua new guinea", "png", "papuan"), country("paraguay", "", "paraguayan"), country("peru", "", "peruvian"),
    country("philippines", "", "philippine|filipino"), country("poland", "", "polish"), country("portugal", "", "portuguese"),
    country("qatar", "", "qatari"), country("romania", "", "romanian"), country("russia", "russian federation", "russian"),
    country("rwanda", "", "rwandan"), country("samoa", "", "samoan"), country("saudi arabia", "kingdom of saudi arabia|ksa", "saudi"),
    country("scotland", "", "scottish"), country("senegal", "", "senegalese"), country("serbia", "", "serbian|serb"),
    country("seychelles", "", "seychellois"), country("sierra leone", "", "sierra leonean"), country("singapore", "", "singaporean"),
    country("slovakia", "", "slovak"), country("slovenia", "", "slovenian"), country("somalia", "", "somali"),
    country("south africa", "", "south african"), country("south korea", "republic of korea|s. korea", "south korean"),
    country("south sudan", "", "south sudanese"), country("spain", "", "spanish"), country("sri lanka", "", "sri lankan"),
    country("sudan", "", "sudanese"), country("sweden", "", "swedish"), country("switzerland", "", "swiss"), country("syria", "", "syrian"),
    country("taiwan", "republic of china", "taiwanese"), country("tajikistan", "", "tajik"), country("tanzania", "", "tanzanian"),
    country("thailand", "", "thai"), country("tibet", "", "tibetan"), country("togo", "", "togolese"), country("tonga", "", "tongan"),
    country("trinidad", "trinidad and tobago", "trinidadian"), country("tunisia", "", "tunisian"), country("turkey", "türkiye|turkiye", "turkish"),
    country("turkmenistan", "", "turkmen"), country("uganda", "", "ugandan"), country("ukraine", "", "ukrainian"),
    country("united arab emirates", "uae|u.a.e.|emirates", "emirati"), country("united kingdom", "uk|u.k.|britain|great britain|gb", "british"),
    country("united states", "u.s.|us|usa|u.s.a.|united states of america|america", "american"), country("uruguay", "", "uruguayan"),
    country("uzbekistan", "", "uzbek"), country("vanuatu", "", "vanuatuan"), country("vatican", "holy see|vatican city", ""),
    country("venezuela", "", "venezuelan"), country("vietnam", "", "vietnamese"), country("wales", "", "welsh"), country("yemen", "", "yemeni"),
    country("zambia", "", "zambian"), country("zimbabwe", "", "zimbabwean"),
];

/// Names that are places by themselves: countries, short forms, cities, regions. Sorted.
#[rustfmt::skip]
pub(crate) const KNOWN: &[&str] = &[
    "aberdeen", "abidjan", "abu dhabi", "abuja", "accra", "addis ababa", "adelaide", "afghanistan", "africa", "alabama", "alaska", "albania",
    "alberta", "algeria", "algiers", "america", "amman", "amsterdam", "andalusia", "andorra", "angola", "ankara", "antarctica", "antwerp", "arctic",
    "argentina", "arizona", "arkansas", "armenia", "asia", "athens", "atlanta", "atlantic", "auckland", "austin", "australia", "austria",
    "azerbaijan", "baghdad", "bahamas", "bahrain", "baku", "bali", "balkans", "baltimore", "bamako", "bangkok", "bangladesh", "barbados", "barcelona",
    "basel", "basra", "bavaria", "beijing", "beirut", "belarus", "belfast", "belgium", "belgrade", "belize", "benghazi", "benin", "berlin", "bermuda",
    "bern", "bethlehem", "bhutan", "bihar", "birmingham", "black sea", "bogota", "bogotá", "bolivia", "bonn", "bordeaux", "bosnia",
    "bosnia and herzegovina", "bosnia-herzegovina", "boston", "botswana", "brasilia", "brasília", "bratislava", "brazil", "bremen", "brighton",
    "brisbane", "bristol", "britain", "british columbia", "brittany", "bronx", "brooklyn", "brunei", "brussels", "bucharest", "budapest",
    "buenos aires", "bulgaria", "burkina faso", "burma", "burundi", "cairo", "calgary", "california", "cambodia", "cambridge", "cameroon", "canada",
    "canberra", "cape town", "capitol hill", "caracas", "cardiff", "caribbean", "casablanca", "catalonia", "central america", "chad", "charlotte",
    "chechnya", "chennai", "chicago", "chile", "china", "cleveland", "cologne", "colombia", "colombo", "colorado", "congo", "connecticut",
    "copenhagen", "cornwall", "costa rica", "cote d'ivoire", "crimea", "croatia", "cuba", "cyprus", "czech republic", "czechia", "côte d'ivoire",
    "dakar", "dallas", "damascus", "darfur", "darwin", "davos", "delaware", "delhi", "democratic republic of congo",
    "democratic republic of the congo", "denmark", "denver", "detroit", "devon", "dhaka", "djibouti", "doha", "donetsk", "dortmund", "downing street",
    "dprk", "dr congo", "drc", "dresden", "dubai", "dublin", "durban", "düsseldorf", "e.u.", "eastern europe", "ecuador", "edinburgh", "egypt",
    "el salvador", "emirates", "england", "eritrea", "essex", "estonia", "ethiopia", "eu", "europe", "european union", "exeter", "falklands",
    "fallujah", "fiji", "finland", "florence", "florida", "france", "frankfurt", "freetown", "gabon", "gambia", "gaza", "gaza city", "gaza strip",
    "gb", "geneva", "genoa", "georgia", "germany", "ghana", "gibraltar", "glasgow", "great britain", "greece", "greenland", "grenada", "guam",
    "guantanamo", "guatemala", "guernsey", "guinea", "gujarat", "guyana", "haiti", "hamburg", "hanoi", "harare", "harlem", "havana", "hawaii",
    "helsinki", "himalayas", "hiroshima", "ho chi minh city", "hobart", "hokkaido", "holland", "hollywood", "holy see", "homs", "honduras",
    "hong kong", "houston", "hungary", "iceland", "idaho", "idlib", "illinois", "india", "indiana", "indonesia", "iowa", "iran", "iraq", "ireland",
    "islamabad", "islamic republic of iran", "israel", "istanbul", "italy", "ivory coast", "jakarta", "jamaica", "japan", "jeddah", "jersey",
    "jerusalem", "johannesburg", "jordan", "kabul", "kampala", "kandahar", "kansas", "karachi", "kashmir", "kathmandu", "kazakhstan", "kent",
    "kentucky", "kenya", "kerala", "kharkiv", "khartoum", "kherson", "kiev", "kigali", "kingdom of saudi arabia", "kingston", "kinshasa", "kolkata",
    "kosovo", "krakow", "ksa", "kuala lumpur", "kurdistan", "kuwait", "kyiv", "kyoto", "kyrgyzstan", "lagos", "lahore", "lancashire", "laos",
    "las vegas", "latin america", "latvia", "lebanon", "leeds", "leicester", "leipzig", "lesotho", "liberia", "libya", "liechtenstein", "lima",
    "lithuania", "liverpool", "ljubljana", "lombardy", "london", "los angeles", "louisiana", "louisville", "luhansk", "luxembourg", "luxor", "lviv",
    "lyon", "macedonia", "madagascar", "madrid", "maharashtra", "maine", "mainland china", "malawi", "malaysia", "maldives", "mali", "malta",
    "managua", "manchester", "manhattan", "manila", "mariupol", "marrakesh", "marseille", "maryland", "massachusetts", "mauritania", "mauritius",
    "mecca", "medina", "mediterranean", "melbourne", "memphis", "mexico", "mexico city", "miami", "michigan", "middle east", "milan", "minneapolis",
    "minnesota", "minsk", "mississippi", "missouri", "mogadishu", "moldova", "monaco", "mongolia", "montana", "montenegro", "montevideo", "montreal",
    "morocco", "moscow", "mosul", "mozambique", "mumbai", "munich", "myanmar", "n. korea", "nagasaki", "nagorno-karabakh", "nairobi", "namibia",
    "naples", "nashville", "nebraska", "nepal", "netherlands", "nevada", "new delhi", "new hampshire", "new jersey", "new mexico", "new orleans",
    "new south wales", "new york", "new york city", "new zealand", "newcastle", "nicaragua", "nice", "niger", "nigeria", "norfolk", "normandy",
    "north america", "north carolina", "north dakota", "north korea", "north macedonia", "north sea", "northern ireland", "norway", "norwich",
    "nottingham", "nova scotia", "odesa", "odessa", "ohio", "okinawa", "oklahoma", "oman", "ontario", "oregon", "osaka", "oslo", "ottawa", "oxford",
    "pacific", "pakistan", "palermo", "palestine", "palestinian territories", "panama", "papua new guinea", "paraguay", "paris", "pennsylvania",
    "people's republic of china", "perth", "peru", "peshawar", "philadelphia", "philippines", "phnom penh", "phoenix", "pittsburgh", "png", "poland",
    "port-au-prince", "portland", "portugal", "prague", "prc", "pretoria", "pristina", "provence", "puerto rico", "punjab", "pyongyang", "qatar",
    "quebec", "queens", "queensland", "quito", "rabat", "ramallah", "rangoon", "red sea", "republic of china", "republic of ireland",
    "republic of korea", "reykjavik", "rhode island", "riga", "rio de janeiro", "riyadh", "romania", "rome", "rotterdam", "russia",
    "russian federation", "rwanda", "s. korea", "sahara", "sahel", "salisbury", "samoa", "san diego", "san francisco", "sanaa", "santiago",
    "sao paulo", "sarajevo", "sardinia", "saudi arabia", "saxony", "scandinavia", "scotland", "seattle", "sendai", "senegal", "seoul", "serbia",
    "seville", "seychelles", "shanghai", "sheffield", "shenzhen", "siberia", "sicily", "sierra leone", "silicon valley", "sindh", "singapore",
    "slovakia", "slovenia", "sofia", "somalia", "south africa", "south america", "south carolina", "south china sea", "south dakota", "south korea",
    "south sudan", "southampton", "southeast asia", "spain", "srebrenica", "sri lanka", "st petersburg", "st. petersburg", "stockholm", "strasbourg",
    "sudan", "suffolk", "surrey", "sussex", "sweden", "switzerland", "sydney", "syria", "são paulo", "taipei", "taiwan", "tajikistan", "tallinn",
    "tamil nadu", "tanzania", "tasmania", "tbilisi", "tehran", "tel aviv", "tennessee", "texas", "thailand", "the gambia", "tibet", "timbuktu",
    "tirana", "togo", "tokyo", "tonga", "toronto", "trinidad", "trinidad and tobago", "tripoli", "tunis", "tunisia", "turin", "turkey", "turkiye",
    "turkmenistan", "tuscany", "türkiye", "u.a.e.", "u.k.", "u.s.", "u.s.a.", "uae", "uganda", "uk", "ukraine", "united arab emirates",
    "united kingdom", "united states", "united states of america", "uruguay", "us", "usa", "utah", "uttar pradesh", "uzbekistan", "valencia",
    "valletta", "vancouver", "vanuatu", "vatican", "vatican city", "venezuela", "venice", "vermont", "vienna", "vietnam", "vilnius", "virginia",
    "volgograd", "wales", "wall street", "warsaw", "washington", "washington d.c.", "washington dc", "wellington", "west bank", "west virginia",
    "western europe", "westminster", "white house", "whitehall", "winnipeg", "wisconsin", "wuhan", "wyoming", "xinjiang", "yangon", "yemen",
    "yerevan", "york", "yorkshire", "zagreb", "zambia", "zaporizhzhia", "zimbabwe", "zurich",
];

/// Words that names of places end in. Sorted.
#[rustfmt::skip]
pub(crate) const PLACE_WORDS: &[&str] = &[
    "airport", "archipelago", "avenue", "bay", "beach", "boulevard", "bridge", "canal", "canyon", "cape", "castle", "cathedral", "city", "coast",
    "county", "creek", "crossing", "desert", "district", "falls", "farm", "forest", "glacier", "gulf", "harbor", "harbour", "heights", "highway",
    "hill", "hills", "island", "islands", "isle", "isles", "junction", "lake", "lane", "mountain", "mountains", "ocean", "park", "peak", "peninsula",
    "plains", "plateau", "plaza", "port", "province", "quay", "range", "reef", "region", "republic", "reservoir", "ridge", "river", "road", "sea",
    "shire", "shore", "square", "state", "states", "station", "strait", "street", "territory", "town", "township", "valley", "village", "volcano",
    "zone",
];

/// Words that names of places begin with. Sorted.
#[rustfmt::skip]
pub(crate) const PLACE_OPENERS: &[&str] = &[
    "cape", "fort", "gulf", "lake", "mount", "mt", "mt.", "port", "rio", "river",
];

/// The most tokens of a name in [`KNOWN`], marks counted too.
pub(crate) const MAX_PARTS: usize = 10;

/// Returns whether a name in lower case is a place by itself.
pub(crate) fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

pub(crate) fn is_place_word(word: &str) -> bool {
    PLACE_WORDS.binary_search(&word).is_ok()
}

pub(crate) fn opens_place(word: &str) -> bool {
    PLACE_OPENERS.binary_search(&word).is_ok()
}

/// Every name, short form and demonym with its country; looked up only.
static NAMES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let forms =
        |row: &'static Country| [row.name, row.aliases, row.demonyms].into_iter().flat_map(|forms| forms.split('|'));
    COUNTRIES
        .iter()
        .flat_map(|row| forms(row).map(|form| (form, row.name)))
        .filter(|(form, _)| !form.is_empty())
        .collect()
});

/// Returns the country that a name, a short form or a demonym in lower case stands for.
pub(crate) fn country_of(name: &str) -> Option<&'static str> {
    NAMES.get(name).copied()
}

/// Returns whether a word is an adjective or noun for what comes from a country: "Dutch".
pub(crate) fn is_demonym(word: &str) -> bool {
    let plural = word.strip_suffix('s').filter(|stem| stem.len() > 3);
    let named = |word: &str| !is_known(word) && country_of(word).is_some();
    named(word) || plural.is_some_and(named)
}

/// Words for places that people bear as a name too: "John Hill". Sorted.
pub(super) const SURNAMES: &[&str] = &["castle", "forest", "hill", "hills", "lake", "lane", "park", "port"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(COUNTRIES.is_sorted_by_key(|row| row.name));
        let parts = |name: &&str| 2 * name.split([' ', '.', '-', '\'']).count();
        assert!(KNOWN.iter().map(parts).max() <= Some(MAX_PARTS));
        for table in [KNOWN, PLACE_WORDS, PLACE_OPENERS] {
            let unsorted = table.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
        }
    }

    #[test]
    fn short_forms_and_demonyms_lead_to_their_country() {
        for (form, want) in
            [("u.s.", "united states"), ("britain", "united kingdom"), ("dutch", "netherlands"), ("kenya", "kenya")]
        {
            assert_eq!(country_of(form), Some(want));
        }
    }
}
