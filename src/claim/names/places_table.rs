//! Lists countries with their short forms and demonyms, large cities, regions, and words that make a place.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::rule_table::is_listed;

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
    "aachen", "aarhus", "aberdeen", "abidjan", "abu dhabi", "abuja", "accra", "addis ababa", "adelaide", "aden", "afghanistan", "africa",
    "agadir", "ahmedabad", "alabama", "alaska", "albania", "alberta", "aleppo", "algeria", "algiers", "alicante", "almaty", "america", "amhara",
    "amman", "amsterdam", "andalusia", "andorra", "angola", "ankara", "antalya", "antarctica", "antwerp", "arctic", "argentina", "arizona",
    "arkansas", "armenia", "arusha", "asia", "assam", "astana", "asuncion", "asunción", "aswan", "athens", "atlanta", "atlantic", "auckland",
    "austin", "australia", "austria", "avignon", "azerbaijan", "baghdad", "bahamas", "bahrain", "baku", "bali", "balkans", "balochistan",
    "baltimore", "bamako", "bandung", "bangkok", "bangladesh", "bangui", "banjul", "barbados", "barcelona", "barranquilla", "basel", "basra",
    "bavaria", "beijing", "beira", "beirut", "belarus", "belfast", "belgium", "belgrade", "belize", "bengaluru", "benghazi", "benin", "bergen",
    "berlin", "bermuda", "bern", "bethlehem", "bhutan", "bihar", "bilbao", "birmingham", "bishkek", "bissau", "black sea", "blantyre",
    "bloemfontein", "bogota", "bogotá", "bolivia", "bologna", "bonn", "bordeaux", "borneo", "bosnia", "bosnia and herzegovina",
    "bosnia-herzegovina", "boston", "botswana", "bradford", "braga", "brasilia", "brasília", "bratislava", "brazil", "brazzaville", "bremen",
    "brest", "brighton", "brisbane", "bristol", "britain", "british columbia", "brittany", "bronx", "brooklyn", "bruges", "brunei", "brussels",
    "bucharest", "budapest", "buenos aires", "bukavu", "bulawayo", "bulgaria", "burkina faso", "burma", "burundi", "busan", "cagliari", "cairo",
    "calabria", "calais", "calgary", "california", "cambodia", "cambridge", "cameroon", "canada", "canary islands", "canberra", "cancun",
    "cannes", "cape town", "capitol hill", "caracas", "cardiff", "caribbean", "cartagena", "casablanca", "catalonia", "catania", "cebu",
    "central america", "ceuta", "chad", "chandigarh", "charlotte", "chechnya", "chengdu", "chennai", "chiang mai", "chiapas", "chicago", "chile",
    "china", "chittagong", "chongqing", "christchurch", "cincinnati", "clermont-ferrand", "cleveland", "coimbra", "cologne", "colombia",
    "colombo", "colorado", "conakry", "congo", "connecticut", "copenhagen", "cordoba", "cork", "cornwall", "corsica", "costa rica",
    "cote d'ivoire", "coventry", "crete", "crimea", "croatia", "cuba", "cyprus", "czech republic", "czechia", "córdoba", "côte d'ivoire",
    "cúcuta", "dagestan", "dakar", "dalian", "dallas", "damascus", "dar es salaam", "darfur", "darwin", "davao", "davos", "delaware", "delhi",
    "democratic republic of congo", "democratic republic of the congo", "denmark", "denver", "derby", "detroit", "devon", "dhaka", "djibouti",
    "dnipro", "dodoma", "doha", "donetsk", "dortmund", "douala", "downing street", "dprk", "dr congo", "drc", "dresden", "dubai", "dublin",
    "dundee", "dunkirk", "durban", "durham", "dushanbe", "düsseldorf", "e.u.", "eastern europe", "ecuador", "edinburgh", "egypt", "eindhoven",
    "el salvador", "emirates", "england", "entebbe", "eritrea", "essen", "essex", "estonia", "ethiopia", "eu", "europe", "european union",
    "exeter", "falklands", "fallujah", "fez", "fiji", "finland", "flanders", "florence", "florida", "france", "frankfurt", "freetown", "fukuoka",
    "fukushima", "gabon", "gaborone", "galicia", "galilee", "galway", "gambia", "gaza", "gaza city", "gaza strip", "gaziantep", "gb", "gdansk",
    "geneva", "genoa", "georgia", "germany", "ghana", "ghent", "gibraltar", "glasgow", "goma", "gothenburg", "graz", "great britain", "greece",
    "greenland", "grenada", "grenoble", "groningen", "grozny", "guadalajara", "guam", "guangdong", "guangzhou", "guantanamo", "guatemala",
    "guayaquil", "guernsey", "guinea", "gujarat", "guyana", "haifa", "hainan", "haiti", "halifax", "hamburg", "hangzhou", "hanoi",
    "hanover", "harare", "harbin", "hargeisa", "harlem", "havana", "hawaii", "hebei", "helsinki", "henan", "herat", "himalayas", "hiroshima",
    "ho chi minh city", "hobart", "hodeidah", "hokkaido", "holland", "hollywood", "holy see", "homs", "honduras", "hong kong", "houston", "hull",
    "hungary", "hyderabad", "ibadan", "iceland", "idaho", "idlib", "illinois", "india", "indiana", "indonesia", "innsbruck", "iowa", "ipswich",
    "iran", "iraq", "ireland", "irkutsk", "isfahan", "islamabad", "islamic republic of iran", "israel", "istanbul", "italy", "ivory coast",
    "izmir", "jaffna", "jaipur", "jakarta", "jalalabad", "jamaica", "japan", "jeddah", "jenin", "jersey", "jerusalem", "johannesburg",
    "jordan", "juba", "kabul", "kaduna", "kaliningrad", "kampala", "kandahar", "kano", "kansas", "kaohsiung", "karachi", "karnataka", "kashmir",
    "kathmandu", "katowice", "kazakhstan", "kazan", "kent", "kentucky", "kenya", "kerala", "kharkiv", "khartoum", "kherson", "kiev", "kigali",
    "kingdom of saudi arabia", "kingston", "kinshasa", "kisumu", "kobe", "kolkata", "kosice", "kosovo", "krakow", "kryvyi rih", "ksa",
    "kuala lumpur", "kumasi", "kunduz", "kurdistan", "kursk", "kuwait", "kyiv", "kyoto", "kyrgyzstan", "la paz", "lagos", "lahore", "lancashire",
    "laos", "lapland", "las vegas", "latin america", "latvia", "lausanne", "le havre", "lebanon", "leeds", "leicester", "leipzig", "lesotho",
    "leuven", "liberia", "libreville", "libya", "liechtenstein", "liege", "lille", "lima", "limassol", "limerick", "linz", "lisbon", "lithuania",
    "liverpool", "liège", "ljubljana", "lodz", "lombardy", "lome", "lomé", "london", "los angeles", "louisiana", "louisville", "luanda",
    "lubumbashi", "luhansk", "lusaka", "luxembourg", "luxor", "luzon", "lviv", "lyon", "macau", "macedonia", "madagascar", "madrid",
    "maharashtra", "maine", "mainland china", "malaga", "malawi", "malaysia", "maldives", "mali", "malmo", "malmö", "malta", "managua",
    "manchester", "manhattan", "manila", "maputo", "maracaibo", "mariupol", "marrakesh", "marseille", "maryland", "maseru", "massachusetts",
    "mauritania", "mauritius", "mecca", "medellin", "medellín", "medina", "mediterranean", "mekelle", "melbourne", "melilla", "memphis",
    "mendoza", "mersin", "mexico", "mexico city", "miami", "michigan", "middle east", "milan", "milwaukee", "mindanao", "minneapolis",
    "minnesota", "minsk", "mississippi", "missouri", "mogadishu", "moldova", "mombasa", "monaco", "mongolia", "monrovia", "montana", "montenegro",
    "monterrey", "montevideo", "montreal", "morocco", "moscow", "mosul", "mozambique", "mumbai", "munich", "mwanza", "myanmar", "mykolaiv",
    "málaga", "n. korea", "nablus", "nagasaki", "nagorno-karabakh", "nagoya", "nairobi", "namibia", "nantes", "naples", "nashville", "naypyidaw",
    "ndjamena", "nebraska", "nepal", "netherlands", "nevada", "new delhi", "new hampshire", "new jersey", "new mexico", "new orleans",
    "new south wales", "new york", "new york city", "new zealand", "newcastle", "niamey", "nicaragua", "nice", "nicosia", "niger", "nigeria",
    "norfolk", "normandy", "north america", "north carolina", "north dakota", "north korea", "north macedonia", "north sea", "northern ireland",
    "norway", "norwich", "nottingham", "nouakchott", "nova scotia", "novosibirsk", "nuuk", "oaxaca", "odesa", "odessa", "odisha", "ohio",
    "okinawa", "oklahoma", "oman", "omdurman", "ontario", "oran", "oregon", "oromia", "osaka", "oslo", "ostend", "ostrava", "ottawa",
    "ouagadougou", "oulu", "oxford", "pacific", "pakistan", "palermo", "palestine", "palestinian territories", "palma", "panama", "papua",
    "papua new guinea", "paraguay", "paris", "patagonia", "patna", "penang", "pennsylvania", "people's republic of china", "perth", "peru",
    "peshawar", "philadelphia", "philippines", "phnom penh", "phoenix", "pittsburgh", "plymouth", "png", "podgorica", "pokhara", "poland",
    "port sudan", "port-au-prince", "portland", "porto", "portsmouth", "portugal", "poznan", "prague", "prc", "pretoria", "pristina", "provence",
    "puebla", "puerto rico", "pune", "punjab", "puntland", "pyongyang", "qatar", "quebec", "queens", "queensland", "quetta", "quito", "rabat",
    "rafah", "raipur", "rajasthan", "rakhine", "ramallah", "rangoon", "rawalpindi", "recife", "red sea", "republic of china",
    "republic of ireland", "republic of korea", "reykjavik", "rhode island", "riga", "rio de janeiro", "riyadh", "romania", "rome", "rostov",
    "rotterdam", "rouen", "russia", "russian federation", "rwanda", "s. korea", "sahara", "sahel", "saint petersburg", "salisbury", "salonica",
    "salzburg", "samara", "samoa", "san diego", "san francisco", "san jose", "san juan", "sanaa", "santiago", "santo domingo", "sao paulo",
    "sapporo", "sarajevo", "sardinia", "saudi arabia", "saxony", "scandinavia", "scotland", "seattle", "sendai", "senegal", "seoul", "serbia",
    "seville", "seychelles", "sfax", "shanghai", "sharjah", "sheffield", "shenzhen", "shiraz", "siberia", "sichuan", "sicily", "sierra leone",
    "silicon valley", "sinaloa", "sindh", "singapore", "skopje", "slovakia", "slovenia", "sochi", "sofia", "somalia", "somaliland",
    "south africa", "south america", "south carolina", "south china sea", "south dakota", "south korea", "south sudan", "southampton",
    "southeast asia", "spain", "srebrenica", "sri lanka", "st petersburg", "st. petersburg", "stavanger", "stockholm", "stoke-on-trent",
    "strasbourg", "stuttgart", "sudan", "suffolk", "sulawesi", "sumatra", "sumy", "sunderland", "surabaya", "surat", "surrey", "sussex", "suva",
    "swansea", "sweden", "switzerland", "sydney", "syria", "são paulo", "tabriz", "taipei", "taiwan", "tajikistan", "tallinn", "tamil nadu",
    "tampere", "tangier", "tanzania", "tashkent", "tasmania", "tbilisi", "tegucigalpa", "tehran", "tel aviv", "tennessee", "texas", "thailand",
    "the gambia", "the hague", "thessaloniki", "tianjin", "tibet", "tigray", "tijuana", "timbuktu", "tirana", "togo", "tokyo", "tonga", "toronto",
    "toulouse", "transylvania", "trieste", "trinidad", "trinidad and tobago", "tripoli", "tromso", "trondheim", "tunis", "tunisia", "turin",
    "turkey", "turkiye", "turkmenistan", "turku", "tuscany", "tyrol", "türkiye", "u.a.e.", "u.k.", "u.s.", "u.s.a.", "uae", "uganda", "uk",
    "ukraine", "ulaanbaatar", "umbria", "united arab emirates", "united kingdom", "united states", "united states of america", "uppsala",
    "uruguay", "us", "usa", "utah", "utrecht", "uttar pradesh", "uzbekistan", "vaduz", "valencia", "valletta", "valparaiso", "vancouver",
    "vanuatu", "varanasi", "varna", "vatican", "vatican city", "venezuela", "venice", "vermont", "verona", "vienna", "vientiane", "vietnam",
    "vigo", "vilnius", "virginia", "vladivostok", "volgograd", "wales", "wall street", "wallonia", "warsaw", "washington", "washington d.c.",
    "washington dc", "wellington", "west bank", "west bengal", "west virginia", "western europe", "westminster", "white house", "whitehall",
    "windhoek", "winnipeg", "wisconsin", "wroclaw", "wuhan", "wyoming", "xinjiang", "yamoussoukro", "yangon", "yaounde", "yaoundé", "yemen",
    "yerevan", "york", "yorkshire", "yunnan", "zagreb", "zambia", "zanzibar", "zaporizhzhia", "zaragoza", "zimbabwe", "zululand", "zurich",
];

/// Words that names of places end in. Sorted.
#[rustfmt::skip]
pub(crate) static PLACE_WORDS: &[&str] = &[
    "airport", "archipelago", "avenue", "bay", "beach", "boulevard", "bridge", "canal", "canyon", "cape", "castle", "cathedral", "city", "coast",
    "county", "creek", "crossing", "desert", "district", "falls", "farm", "forest", "glacier", "gulf", "harbor", "harbour", "heights", "highway",
    "hill", "hills", "island", "islands", "isle", "isles", "junction", "lake", "lane", "mountain", "mountains", "ocean", "park", "peak", "peninsula",
    "plains", "plateau", "plaza", "port", "province", "quay", "range", "reef", "region", "republic", "reservoir", "ridge", "river", "road", "sea",
    "shire", "shore", "square", "state", "states", "station", "strait", "street", "territory", "town", "township", "valley", "village", "volcano",
    "zone",
];

/// Words that names of places begin with. Sorted.
#[rustfmt::skip]
pub(crate) static PLACE_OPENERS: &[&str] = &[
    "cape", "fort", "gulf", "lake", "las", "los", "mount", "mt", "mt.", "port", "rio", "river", "san", "santa",
];

/// Prepositions that, before a name of which nothing else is known, make it a place. Sorted.
pub(crate) static BEFORE_PLACES: &[&str] = &["across", "in", "near", "outside", "throughout", "toward", "towards"];

/// Names that begin like a place and are none. Sorted.
pub(crate) static NO_PLACES: &[&str] = &["los lobos", "rio ferdinand", "rio tinto", "santa claus"];

/// Returns whether a name in lower case only begins like a place.
pub(crate) fn is_no_place(name: &str) -> bool {
    is_listed(NO_PLACES, name)
}

/// The most tokens of a name in [`KNOWN`], marks counted too.
pub(crate) const MAX_PARTS: usize = 10;

/// Returns whether a name in lower case is a place by itself.
pub(crate) fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

pub(crate) fn is_place_word(word: &str) -> bool {
    is_listed(PLACE_WORDS, word)
}

pub(crate) fn opens_place(word: &str) -> bool {
    is_listed(PLACE_OPENERS, word)
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
pub(super) static SURNAMES: &[&str] = &["castle", "forest", "hill", "hills", "lake", "lane", "park", "port"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(COUNTRIES.is_sorted_by_key(|row| row.name));
        let parts = |name: &&str| 2 * name.split([' ', '.', '-', '\'']).count();
        assert!(KNOWN.iter().map(parts).max() <= Some(MAX_PARTS));
        for table in [KNOWN, NO_PLACES, PLACE_WORDS, PLACE_OPENERS] {
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
