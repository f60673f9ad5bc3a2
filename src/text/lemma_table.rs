//! Lists the words whose dictionary form no rule gives, and the stems that get their "e" back.

/// Irregular forms of verbs.
#[rustfmt::skip]
pub(super) const VERBS: &[(&str, &str)] = &[
    ("'d", "would"), ("'ll", "will"), ("'m", "be"), ("'re", "be"), ("'s", "be"), ("'ve", "have"), ("abode", "abide"),
    ("agreed", "agree"), ("ai", "be"), ("am", "be"), ("are", "be"), ("arisen", "arise"), ("arose", "arise"), ("ate", "eat"),
    ("awoke", "awake"), ("awoken", "awake"), ("beaten", "beat"), ("became", "become"), ("been", "be"), ("began", "begin"),
    ("begot", "beget"), ("begotten", "beget"), ("begun", "begin"), ("beheld", "behold"), ("being", "be"), ("belied", "belie"),
    ("bent", "bend"), ("bereft", "bereave"), ("bit", "bite"), ("bitten", "bite"), ("bled", "bleed"), ("blew", "blow"),
    ("blown", "blow"), ("bore", "bear"), ("borne", "bear"), ("bought", "buy"), ("bound", "bind"), ("bred", "breed"),
    ("broke", "break"), ("broken", "break"), ("brought", "bring"), ("built", "build"), ("burnt", "burn"), ("bussed", "bus"),
    ("ca", "can"), ("came", "come"), ("canoeing", "canoe"), ("caught", "catch"), ("chose", "choose"), ("chosen", "choose"),
    ("cleft", "cleave"), ("clung", "cling"), ("crept", "creep"), ("dealt", "deal"), ("decreed", "decree"), ("did", "do"),
    ("died", "die"), ("disagreed", "disagree"), ("dived", "dive"), ("does", "do"), ("doing", "do"), ("done", "do"), ("dos", "do"),
    ("dove", "dive"), ("drank", "drink"), ("drawn", "draw"), ("dreamt", "dream"), ("drew", "draw"), ("driven", "drive"),
    ("drove", "drive"), ("drunk", "drink"), ("dug", "dig"), ("dwelt", "dwell"), ("dyeing", "dye"), ("dying", "die"),
    ("eaten", "eat"), ("fallen", "fall"), ("fed", "feed"), ("fell", "fall"), ("felt", "feel"), ("fled", "flee"),
    ("fleeing", "flee"), ("flew", "fly"), ("flown", "fly"), ("flung", "fling"), ("focused", "focus"), ("focusing", "focus"),
    ("focussed", "focus"), ("forbade", "forbid"), ("forbidden", "forbid"), ("foresaw", "foresee"), ("foreseen", "foresee"),
    ("forgave", "forgive"), ("forgiven", "forgive"), ("forgone", "forgo"), ("forgot", "forget"), ("forgotten", "forget"),
    ("forwent", "forgo"), ("fought", "fight"), ("found", "find"), ("freed", "free"), ("froze", "freeze"), ("frozen", "freeze"),
    ("gases", "gas"), ("gassed", "gas"), ("gave", "give"), ("given", "give"), ("goes", "go"), ("going", "go"), ("gon", "go"),
    ("gone", "go"), ("got", "get"), ("gotten", "get"), ("grew", "grow"), ("ground", "grind"), ("grown", "grow"),
    ("guaranteed", "guarantee"), ("had", "have"), ("has", "have"), ("having", "have"), ("heard", "hear"), ("held", "hold"),
    ("hewed", "hew"), ("hewn", "hew"), ("hid", "hide"), ("hidden", "hide"), ("hung", "hang"), ("inlaid", "inlay"), ("is", "be"),
    ("kept", "keep"), ("knelt", "kneel"), ("knew", "know"), ("known", "know"), ("laid", "lay"), ("lays", "lay"), ("leant", "lean"),
    ("leapt", "leap"), ("learnt", "learn"), ("led", "lead"), ("left", "leave"), ("lent", "lend"), ("lied", "lie"), ("lit", "light"),
    ("lost", "lose"), ("lying", "lie"), ("m", "be"), ("made", "make"), ("meant", "mean"), ("met", "meet"), ("mislaid", "mislay"),
    ("misled", "mislead"), ("mistaken", "mistake"), ("mistook", "mistake"), ("misunderstood", "misunderstand"), ("mowed", "mow"),
    ("mown", "mow"), ("outdid", "outdo"), ("outdone", "outdo"), ("outgrew", "outgrow"), ("outgrown", "outgrow"),
    ("outran", "outrun"), ("overcame", "overcome"), ("overheard", "overhear"), ("overran", "overrun"), ("overridden", "override"),
    ("overrode", "override"), ("oversaw", "oversee"), ("overseen", "oversee"), ("overtaken", "overtake"),
    ("overthrew", "overthrow"), ("overthrown", "overthrow"), ("overtook", "overtake"), ("owed", "owe"), ("owing", "owe"), ("paid", "pay"), ("partaken", "partake"),
    ("partook", "partake"), ("pled", "plead"), ("proved", "prove"), ("proven", "prove"), ("quizzed", "quiz"), ("quizzes", "quiz"),
    ("r", "be"), ("ran", "run"), ("rang", "ring"), ("re", "be"), ("rebuilt", "rebuild"), ("redid", "redo"), ("redone", "redo"),
    ("rent", "rend"), ("repaid", "repay"), ("resat", "resit"), ("resold", "resell"), ("retaken", "retake"),
    ("rethought", "rethink"), ("retold", "retell"), ("retook", "retake"), ("rewritten", "rewrite"), ("rewrote", "rewrite"),
    ("ridden", "ride"), ("risen", "rise"), ("rode", "ride"), ("rose", "rise"), ("rung", "ring"), ("s", "be"), ("said", "say"),
    ("sang", "sing"), ("sank", "sink"), ("sat", "sit"), ("saw", "see"), ("sawed", "saw"), ("sawn", "saw"), ("seeing", "see"),
    ("seen", "see"), ("sent", "send"), ("sewed", "sew"), ("sewn", "sew"), ("sha", "shall"), ("shaken", "shake"),
    ("shaved", "shave"), ("shaven", "shave"), ("sheared", "shear"), ("shoeing", "shoe"), ("shone", "shine"), ("shook", "shake"),
    ("shorn", "shear"), ("shot", "shoot"), ("showed", "show"), ("shown", "show"), ("shrank", "shrink"), ("shrunk", "shrink"),
    ("singeing", "singe"), ("slain", "slay"), ("slept", "sleep"), ("slew", "slay"), ("slid", "slide"), ("slung", "sling"),
    ("slunk", "slink"), ("smelt", "smell"), ("sold", "sell"), ("sought", "seek"), ("sowed", "sow"), ("sown", "sow"),
    ("spat", "spit"), ("sped", "speed"), ("spelt", "spell"), ("spent", "spend"), ("spilt", "spill"), ("spoilt", "spoil"),
    ("spoke", "speak"), ("spoken", "speak"), ("sprang", "spring"), ("sprung", "spring"), ("spun", "spin"), ("stank", "stink"),
    ("stole", "steal"), ("stolen", "steal"), ("stood", "stand"), ("strewed", "strew"), ("strewn", "strew"), ("stridden", "stride"),
    ("striven", "strive"), ("strode", "stride"), ("strove", "strive"), ("struck", "strike"), ("stuck", "stick"), ("stung", "sting"),
    ("stunk", "stink"), ("sung", "sing"), ("sunk", "sink"), ("swam", "swim"), ("swelled", "swell"), ("swept", "sweep"),
    ("swollen", "swell"), ("swore", "swear"), ("sworn", "swear"), ("swum", "swim"), ("swung", "swing"), ("taken", "take"),
    ("taught", "teach"), ("thought", "think"), ("threw", "throw"), ("thriven", "thrive"), ("throve", "thrive"), ("thrown", "throw"),
    ("tied", "tie"), ("told", "tell"), ("took", "take"), ("tore", "tear"), ("torn", "tear"), ("trod", "tread"),
    ("trodden", "tread"), ("tying", "tie"), ("unbound", "unbind"), ("undergone", "undergo"), ("understood", "understand"),
    ("undertaken", "undertake"), ("undertook", "undertake"), ("underwent", "undergo"), ("undid", "undo"), ("undone", "undo"),
    ("untied", "untie"), ("unwound", "unwind"), ("upheld", "uphold"), ("ve", "have"), ("vied", "vie"), ("vying", "vie"),
    ("wan", "want"), ("wants", "want"), ("was", "be"), ("went", "go"), ("wept", "weep"), ("were", "be"), ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"), ("withheld", "withhold"), ("withstood", "withstand"), ("wo", "will"), ("woke", "wake"),
    ("woken", "wake"), ("won", "win"), ("wore", "wear"), ("worn", "wear"), ("wound", "wind"), ("wove", "weave"), ("woven", "weave"),
    ("written", "write"), ("wrote", "write"), ("wrung", "wring"),
];

/// Irregular plurals, and words in -s that are none.
#[rustfmt::skip]
pub(super) const NOUNS: &[(&str, &str)] = &[
    ("aches", "ache"), ("aliases", "alias"), ("alumni", "alumnus"), ("analyses", "analysis"), ("appendices", "appendix"),
    ("atlases", "atlas"), ("axes", "axe"), ("bacteria", "bacterium"), ("bases", "base"), ("biases", "bias"), ("bonuses", "bonus"),
    ("brownies", "brownie"), ("buses", "bus"), ("businessmen", "businessman"), ("caches", "cache"), ("cacti", "cactus"),
    ("calories", "calorie"), ("calves", "calf"), ("campuses", "campus"), ("canoes", "canoe"), ("canvases", "canvas"),
    ("censuses", "census"), ("chassis", "chassis"), ("children", "child"), ("choruses", "chorus"), ("congressmen", "congressman"),
    ("cookies", "cookie"), ("corps", "corps"), ("crises", "crisis"), ("criteria", "criterion"), ("curricula", "curriculum"),
    ("data", "data"), ("diagnoses", "diagnosis"), ("dice", "die"), ("economics", "economics"), ("elves", "elf"),
    ("emphases", "emphasis"), ("errata", "erratum"), ("feet", "foot"), ("firemen", "fireman"), ("fishermen", "fisherman"),
    ("focuses", "focus"), ("foes", "foe"), ("fungi", "fungus"), ("gases", "gas"), ("geese", "goose"), ("genies", "genie"),
    ("geniuses", "genius"), ("gentlemen", "gentleman"), ("grandchildren", "grandchild"), ("gunmen", "gunman"), ("halves", "half"),
    ("headaches", "headache"), ("headquarters", "headquarters"), ("hippies", "hippie"), ("hoodies", "hoodie"), ("hooves", "hoof"),
    ("housewives", "housewife"), ("hypotheses", "hypothesis"), ("indices", "index"), ("irises", "iris"), ("knives", "knife"),
    ("leaves", "leaf"), ("lenses", "lens"), ("lies", "lie"), ("lives", "life"), ("loaves", "loaf"), ("matrices", "matrix"),
    ("means", "means"), ("media", "media"), ("memoranda", "memorandum"), ("men", "man"), ("mice", "mouse"), ("midwives", "midwife"),
    ("millennia", "millennium"), ("mosquitoes", "mosquito"), ("movies", "movie"), ("news", "news"), ("nuclei", "nucleus"),
    ("oases", "oasis"), ("ourselves", "ourselves"), ("oxen", "ox"), ("people", "people"), ("phenomena", "phenomenon"),
    ("pies", "pie"), ("policemen", "policeman"), ("politics", "politics"), ("prairies", "prairie"), ("quizzes", "quiz"),
    ("radii", "radius"), ("referenda", "referendum"), ("rookies", "rookie"), ("salespeople", "salesperson"), ("scarves", "scarf"),
    ("schoolchildren", "schoolchild"), ("selfies", "selfie"), ("selves", "self"), ("series", "series"),
    ("servicemen", "serviceman"), ("shelves", "shelf"), ("shoes", "shoe"), ("smoothies", "smoothie"), ("species", "species"),
    ("spokesmen", "spokesman"), ("spokespeople", "spokesperson"), ("spokeswomen", "spokeswoman"), ("spouses", "spouse"),
    ("statuses", "status"), ("stimuli", "stimulus"), ("strata", "stratum"), ("surpluses", "surplus"), ("taxis", "taxi"), ("teeth", "tooth"),
    ("theses", "thesis"), ("thieves", "thief"), ("thousands", "thousand"), ("ties", "tie"), ("toes", "toe"), ("vertices", "vertex"),
    ("viruses", "virus"), ("wives", "wife"), ("woes", "woe"), ("wolves", "wolf"), ("women", "woman"), ("zombies", "zombie"),
];

/// Plurals of nouns in -o that end in -oes, in lower case.
#[rustfmt::skip]
pub(super) static PLURALS_IN_OES: &[&str] = &["heroes", "potatoes", "tomatoes", "vetoes", "echoes", "torpedoes", "embargoes", "volcanoes", "tornadoes", "cargoes", "mangoes"];

/// Stems of comparatives and superlatives, without "-er" or "-est", that want their "e" back: "later", "wider".
#[rustfmt::skip]
pub(super) static DEGREE_LOSES_E: &[&str] = &["at", "id", "in", "ur", "ir", "ar", "ut", "ok", "am", "ad", "af", "bl", "pl", "tl", "ik", "ip", "or"];

/// Stems among those that do not: "nearer", "broader".
#[rustfmt::skip]
pub(super) static DEGREE_KEEPS: &[&str] = &["ear", "eat", "oad", "ead", "oor", "hin", "ng", "ain", "ss"];

/// Words that look like a form of another word and are mostly their own dictionary form, sorted.
///
/// "wound" is a wound far more often than the past tense of "wind".
#[rustfmt::skip]
pub(super) const BASES: &[&str] = &[
    "abdomen", "acumen", "afterwards", "alias", "always", "annals", "anything", "asbestos", "athletics", "atlas", "barracks",
    "beijing", "besides", "bias", "bit", "bound", "canvas", "ceiling", "chaos", "christmas", "crooked", "crossroads", "cunning",
    "darling", "diabetes", "during", "embed", "ethics", "evening", "everything", "feed", "gallows", "ground", "gymnastics",
    "hamstring", "hatred", "herpes", "herring", "hundred", "indeed", "infrared", "inning", "its", "kindred", "lens",
    "lightning", "linguistics", "logistics", "mathematics", "measles", "moped", "morning", "mumps", "naked", "nothing",
    "offspring", "overseas", "pancreas", "pathos", "perhaps", "physics", "pudding", "rabies", "ragged", "regimen", "rent",
    "rugged", "sacred", "scabies", "shilling", "sibling", "something", "sometimes", "specimen", "sterling", "towards", "viking",
    "wedding", "wicked", "wound", "wretched",
];

/// Comparatives and superlatives of other words.
#[rustfmt::skip]
pub(super) const DEGREES: &[(&str, &str)] = &[
    ("best", "good"), ("better", "good"), ("elder", "old"), ("eldest", "old"), ("farther", "far"), ("further", "far"),
    ("furthest", "far"), ("less", "less"), ("more", "more"), ("worse", "bad"), ("worst", "bad"),
];

/// Forms of pronouns and particles.
#[rustfmt::skip]
pub(super) const OTHERS: &[(&str, &str)] = &[
    ("'em", "they"), ("an", "a"), ("him", "he"), ("me", "i"), ("n't", "not"), ("nt", "not"), ("them", "they"), ("these", "this"),
    ("those", "that"), ("us", "we"), ("whom", "who"),
];

/// Endings of a stem, left when "-ed" or "-ing" is taken off, that want their "e" back.
///
/// The longest ending that fits decides; `true` gives the "e". A stem without one
/// gets none, so a row is needed only where it says otherwise than a shorter one.
#[rustfmt::skip]
pub(super) static STEM_ENDS: &[(&str, bool, &str)] = &[
    ("c", true, "announced"), ("v", true, "moved"), ("u", true, "argued"), ("z", true, "seized"), ("dg", true, "pledged"),
    ("s", true, "closed"), ("ss", false, "passed"), ("bias", false, "biasing"), ("ng", true, "plunged"),
    ("ang", false, "banging"), ("hang", true, "changing"), ("rang", true, "arranged"), ("ing", false, "bringing"),
    ("fring", true, "infringed"), ("hing", true, "hinged"), ("ong", false, "wronged"), ("rg", true, "emerged"),
    ("lg", true, "indulged"), ("ag", true, "managed"), ("eg", true, "alleged"), ("ig", true, "obliged"), ("at", true, "stated"),
    ("eat", false, "treated"), ("creat", true, "created"), ("oat", false, "floating"), ("combat", false, "combating"),
    ("format", false, "formated"), ("permeat", true, "permeated"), ("delineat", true, "delineated"), ("nit", true, "united"),
    ("cit", true, "cited"), ("vit", true, "invited"), ("writ", true, "writing"), ("bit", true, "biting"),
    ("monit", false, "monited"), ("spit", true, "spited"), ("pet", true, "competed"), ("let", true, "deleted"),
    ("carpet", false, "carpeted"), ("ot", true, "voted"), ("pilot", false, "piloted"), ("pivot", false, "pivoted"),
    ("oot", false, "shooting"), ("riot", false, "rioted"), ("boycot", false, "boycoted"), ("ut", true, "executed"),
    ("out", false, "shouted"), ("debut", false, "debuted"), ("id", true, "decided"), ("oid", false, "avoided"),
    ("aid", false, "raided"), ("ud", true, "included"), ("oud", false, "clouded"), ("od", true, "exploded"),
    ("ood", false, "flooded"), ("ad", true, "invaded"), ("ead", false, "leading"), ("oad", false, "loaded"),
    ("ed", true, "conceded"), ("eed", false, "needed"), ("embed", false, "embeded"), ("fin", true, "defined"),
    ("min", true, "examined"), ("bin", true, "combined"), ("agin", true, "imagined"), ("lin", true, "lined"),
    ("vin", true, "divined"), ("pon", true, "postponed"), ("hon", true, "phoned"), ("don", true, "condoned"),
    ("bandon", false, "abandoned"), ("pardon", false, "pardoned"), ("weapon", false, "weaponed"), ("un", true, "tuned"),
    ("an", true, "planed"), ("ean", false, "meaning"), ("ur", true, "secured"), ("our", false, "toured"),
    ("ir", true, "required"), ("air", false, "repaired"), ("eir", false, "coheired"), ("lor", true, "explored"),
    ("tor", true, "restored"), ("nor", true, "ignored"), ("scor", true, "scored"), ("monitor", false, "monitoring"),
    ("honor", false, "honored"), ("tutor", false, "tutored"), ("dor", true, "adored"), ("ar", true, "declared"),
    ("ear", false, "appeared"), ("oar", false, "soared"), ("adher", true, "adhered"), ("interfer", true, "interfered"),
    ("ap", true, "escaped"), ("eap", false, "leaped"), ("oap", false, "soaped"), ("op", true, "hoped"), ("oop", false, "looped"),
    ("velop", false, "developed"), ("gallop", false, "galloped"), ("ip", true, "wiped"), ("ak", true, "making"),
    ("eak", false, "speaking"), ("oak", false, "soaked"), ("ik", true, "striking"), ("ok", true, "provoked"),
    ("ook", false, "looked"), ("uk", true, "rebuked"), ("am", true, "named"), ("eam", false, "teamed"), ("oam", false, "roamed"),
    ("im", true, "timed"), ("aim", false, "claimed"), ("om", true, "welcomed"), ("oom", false, "boomed"),
    ("ansom", false, "ransomed"), ("um", true, "assumed"), ("em", true, "schemed"), ("eem", false, "seemed"),
    ("problem", false, "problemed"), ("ib", true, "described"), ("ob", true, "probed"), ("ub", true, "cubed"),
    ("il", true, "filed"), ("ail", false, "failed"), ("oil", false, "foiled"), ("al", true, "scaled"), ("eal", false, "revealed"),
    ("ignal", false, "signaled"), ("ival", false, "rivaled"), ("otal", false, "totaled"), ("ol", true, "cajoled"),
    ("ool", false, "cooled"), ("ul", true, "ruled"), ("aul", false, "hauled"), ("oul", false, "fouled"), ("bl", true, "enabled"),
    ("dl", true, "handled"), ("fl", true, "shuffled"), ("gl", true, "struggled"), ("kl", true, "tackled"),
    ("pl", true, "toppled"), ("tl", true, "settled"), ("zl", true, "puzzled"), ("cl", true, "cycled"), ("sl", true, "tousled"),
    ("eth", true, "teething"), ("breath", true, "breathed"), ("loath", true, "loathed"), ("bath", true, "bathed"),
    ("tast", true, "tasted"), ("wast", true, "wasted"), ("past", true, "pasted"), ("hast", true, "hasted"),
    ("typ", true, "typed"), ("tr", true, "centred"),
];

/// Endings of plurals and third persons that are a stem and "-es": "churches", "boxes".
pub(super) static ENDINGS_IN_ES: &[&str] = &["sses", "shes", "ches", "xes", "zzes"];

/// Stems that end in a double letter of their own: "added", "erred".
pub(super) static DOUBLE_LETTER_STEMS: &[&str] = &["add", "err", "purr", "butt", "odd", "inn", "ebb", "egg"];
