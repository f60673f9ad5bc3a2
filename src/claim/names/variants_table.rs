//! Lists names that are known to be spelt in several ways, and other names for the same.

/// Endings of surnames in several transliterations, longest first, and the one they fold to.
pub(super) const SURNAME_ENDINGS: &[(&str, &str)] = &[
    ("skyy", "sky"),
    ("skyi", "sky"),
    ("skiy", "sky"),
    ("skij", "sky"),
    ("skii", "sky"),
    ("skyj", "sky"),
    ("ski", "sky"),
    ("tskiy", "tsky"),
    ("eyev", "eev"),
    ("iyev", "iev"),
    ("yov", "ev"),
];

/// Spellings of one name, joined by `|`; the first stands for all.
#[rustfmt::skip]
pub(super) const VARIANTS: &[&str] = &[
    "alexander|aleksandr|oleksandr|aleksander|alexandr", "alexei|alexey|aleksei|aleksey|oleksii|oleksiy", "anatoly|anatoliy|anatolii", "andrei|andrey|andriy|andrii|andrij",
    "dmitry|dmitri|dmitriy|dmitrii|dmytro", "gennady|gennadiy|gennadi|hennadiy", "grigory|grigoriy|hryhoriy", "igor|ihor", "mikhail|mikhailo|mykhailo|mykhaylo", "nikolai|nikolay|mykola",
    "sergei|sergey|serhiy|serhii|sergiy|sergii", "vasily|vasiliy|vasyl", "vitaly|vitaliy|vitali|vitalii", "vladimir|volodymyr|wladimir", "yevgeny|evgeny|yevgeniy|evgeniy|yevhen|yevgeni|evgeni", "yuri|yuriy|yury|iurii|yurii|iouri",
    "zelensky|zelenskyy|zelenskiy|zelenskyi|zelenski|zelenskij", "lukashenko|lukashenka", "yanukovych|yanukovich", "medvedev|medvedyev", "tchaikovsky|chaikovsky", "yeltsin|jelzin",
    "mohammed|muhammad|mohamed|mohammad|mohamad|muhammed|mohamud", "ahmed|ahmad|achmed", "hussein|hussain|husayn|husain|hussayn", "hassan|hasan", "osama|usama", "gaddafi|qaddafi|gadhafi|kadafi|kadhafi|qadhafi|gadafi|khadafy",
    "abdullah|abdallah|abdulla", "yusuf|yousef|youssef|yousuf|yusef", "khaled|khalid", "omar|umar", "said|saeed|saiid", "nasser|nasir|nasr", "assad|asad", "khamenei|khamenai", "khashoggi|kashoggi", "sisi|elsisi|alsisi",
    "hezbollah|hizbollah|hizbullah|hezballah", "houthi|huthi", "alqaeda|alqaida|alqaedah", "taliban|taleban", "quran|koran",
    "kyiv|kiev|kyyiv", "kharkiv|kharkov", "odesa|odessa", "lviv|lvov", "dnipro|dnepr|dnipropetrovsk", "donbas|donbass", "chernobyl|chornobyl", "luhansk|lugansk", "mykolaiv|nikolaev|mykolayiv",
    "beijing|peking", "mumbai|bombay", "kolkata|calcutta", "chennai|madras", "yangon|rangoon", "myanmar|burma", "turkey|turkiye", "czechia|czechrepublic", "eswatini|swaziland",
    "belarus|byelorussia", "aleppo|halab", "mosul|mosel", "benghazi|bengazi", "guangzhou|canton", "kosovo|kosova", "pristina|prishtina", "macau|macao", "kathmandu|katmandu",
    "new hampshire|nh", "bedfordshire|beds", "berkshire|berks", "buckinghamshire|bucks", "cambridgeshire|cambs", "gloucestershire|glos", "hampshire|hants", "hertfordshire|herts",
    "lancashire|lancs", "leicestershire|leics", "lincolnshire|lincs", "northamptonshire|northants", "nottinghamshire|notts", "oxfordshire|oxon", "staffordshire|staffs", "wiltshire|wilts", "worcestershire|worcs", "yorkshire|yorks",
    "road|rd", "avenue|ave", "boulevard|blvd", "square|sq", "mount|mt", "fort|ft",
];

/// Everyday forms of a first name, joined by `|`. A form that several names have stands with each of them.
#[rustfmt::skip]
pub(super) const EVERYDAY_FIRST_NAMES: &[&str] = &[
    "alexander|alex|sandy", "alexandra|alex|sandra", "andrew|andy|drew", "anthony|tony", "barbara|barb", "benjamin|ben|benny", "catherine|cathy|kate|katie",
    "charles|charlie|chuck", "christina|tina|chris", "christopher|chris|kit", "daniel|dan|danny", "david|dave", "deborah|deb|debbie", "donald|don",
    "edward|ed|eddie|ted|ned", "elizabeth|liz|beth|betty|eliza|lizzie", "francis|frank", "frederick|fred|freddie", "gerald|gerry|jerry", "gregory|greg",
    "james|jim|jimmy|jamie", "jennifer|jen|jenny", "john|johnny|jack", "jonathan|jon", "joseph|joe|joey", "joshua|josh", "katherine|kathy|kate|katie",
    "kenneth|ken|kenny", "lawrence|larry", "leonard|len|lenny", "margaret|maggie|meg|peggy", "matthew|matt", "michael|mike|mick|mickey", "nicholas|nick",
    "pamela|pam", "patricia|pat|patsy|tricia", "patrick|pat|paddy", "peter|pete", "philip|phil", "raymond|ray", "rebecca|becky|becca", "richard|rick|dick|rich|richie",
    "robert|bob|bobby|rob|robbie", "ronald|ron|ronnie", "samantha|sam", "samuel|sam|sammy", "stephen|steve", "steven|steve", "stuart|stu", "susan|sue|susie",
    "theodore|ted|theo", "thomas|tom|tommy", "timothy|tim", "victoria|vicky", "vincent|vince", "walter|walt", "william|bill|billy|will|liam",
];

/// Other names for the same, joined by `|`; lower case, without "the" and full stops. Countries have theirs in `places_table`.
#[rustfmt::skip]
pub(super) const ALIASES: &[&str] = &[
    "10 downing street|downing street|no 10|number 10|number ten", "alabama|ala", "alberta|alta", "arizona|ariz", "arkansas|ark",
    "british columbia|bc", "california|calif", "central intelligence agency|cia", "colorado|colo", "connecticut|conn", "delaware|del",
    "east timor|timor-leste", "european union|eu", "federal bureau of investigation|fbi", "federal reserve|fed|us federal reserve",
    "florida|fla", "georgia|ga", "illinois|ill", "indiana|ind", "islamic state|daesh|is|isil|isis", "kansas|kan", "kentucky|ky",
    "los angeles|la", "manitoba|man", "maryland|md", "massachusetts|mass", "metropolitan police|met|met police|scotland yard", "michigan|mich",
    "minnesota|minn", "mississippi|miss", "missouri|mo", "montana|mont", "national health service|nhs", "nebraska|neb", "nevada|nev",
    "new brunswick|nb", "new jersey|nj", "new mexico|nm", "new south wales|nsw", "new york|new york city|nyc", "newfoundland and labrador|nl",
    "north atlantic treaty organization|nato|north atlantic treaty organisation", "north carolina|nc", "north dakota|nd", "nova scotia|ns",
    "oklahoma|okla", "ontario|ont", "oregon|ore", "pennsylvania|pa", "prince edward island|pei", "quebec|que", "queensland|qld",
    "rhode island|ri", "saskatchewan|sask", "south australia|sa", "south carolina|sc", "south dakota|sd", "tasmania|tas", "tennessee|tenn",
    "un refugee agency|unhcr|united nations high commissioner for refugees|united nations refugee agency",
    "unicef|united nations children's fund|un children's fund", "united nations|un",
    "us geological survey|united states geological survey|usgs", "vermont|vt", "virginia|va", "washington|washington dc", "west virginia|wva",
    "western australia|wa", "white house|us administration", "wisconsin|wis", "world health organization|who|world health organisation",
    "wyoming|wyo",
];
