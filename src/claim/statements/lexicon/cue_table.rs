//! Lists the words beside the reporting verbs that attribute, and what makes a deed of such a verb.
//!
//! The verbs themselves are rows of `text/reporting_verbs_table.rs`.

/// What a verb of saying must be done to for it to be a deed.
#[derive(Debug)]
pub(crate) enum DoneTo {
    /// One of these nouns.
    OneOf(&'static [&'static str]),
    /// Whoever it is.
    Anybody,
}

/// Objects that turn a verb of saying into a verb of doing: verb, object, example; sorted.
#[rustfmt::skip]
pub(crate) static DONE_NOT_SAID: &[(&str, DoneTo, &str)] = &[
    ("cite", DoneTo::OneOf(&["driver", "drivers", "motorist", "motorists"]), "Police cited the driver."),
    ("claim", DoneTo::OneOf(&["life", "lives", "victim", "victims"]), "The flood claimed nine lives."),
    ("question", DoneTo::Anybody, "Detectives questioned two suspects overnight."),
    ("recall", DoneTo::OneOf(&["ambassador", "ambassadors", "car", "cars", "envoy", "product", "products", "vehicle", "vehicles"]), "The carmaker recalled 4,000 vehicles."),
];

/// Verbs whose participle with a plain object tells what facts are a sign of, and its example; sorted.
pub(crate) static SIGNS: &[(&str, &str)] = &[
    ("indicate", "The lake had frozen early, indicating a hard winter."),
    ("signal", "Shops shut at noon, signalling a loss of nerve."),
    ("suggest", "Streets were quiet, suggesting fear."),
];

/// Verbs of wishing, asking and declining that somebody be named, in their dictionary form, sorted.
pub(crate) static WISHES: &[&str] = &["ask", "decline", "insist", "refuse", "request", "want", "wish"];

/// Conjunctions that end what somebody calls for, denies or judges, sorted; "as" and "when" need a look at what follows.
pub(crate) static ENDS_OF_OBJECTS: &[&str] = &["after", "although", "because", "before", "though", "while"];

/// Prepositions that open when, where or how something was said, and go on with no source, sorted: "said Lee *at* noon".
pub(crate) static OUTSIDE_OF_SOURCES: &[&str] = &["after", "as", "at", "before", "during", "in", "on"];

/// Days on which something is said, besides those of the week, sorted.
pub(crate) static DAYS: &[&str] = &["today", "yesterday"];

/// Words that open the time of a saying, besides days, sorted: "said last week", "said later".
pub(crate) static TIME_OPENERS: &[&str] = &["last", "late", "later", "this"];

/// Adjectives that lead to the verb of a saying, sorted: "was quick to say".
pub(crate) static ADJECTIVES_BEFORE_VERBS: &[&str] = &["able", "likely", "quick", "ready", "reluctant"];

/// Occasions on which something is said, sorted: "slammed the bill in a speech to farmers".
#[rustfmt::skip]
pub(crate) static OCCASIONS: &[&str] = &[
    "address", "article", "blog", "briefing", "broadcast", "column", "conference", "debate", "editorial", "email",
    "hearing", "interview", "lecture", "letter", "memo", "message", "podcast", "post", "rally", "sermon",
    "speech", "statement", "testimony", "tweet",
];

/// A noun that names a saying: "her claim that", "a statement by".
#[derive(Debug)]
pub(crate) struct NounCue {
    pub lemma: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test fires every row on its example"))]
    pub example: &'static str,
}

const fn noun(lemma: &'static str, example: &'static str) -> NounCue {
    NounCue { lemma, example }
}

/// Nouns after which "that" opens what is said, sorted.
#[rustfmt::skip]
pub(crate) static NOUNS: &[NounCue] = &[
    noun("accusation", "The union's accusation that the port had hidden three accidents led to a strike."),
    noun("allegation", "The bank did not answer the paper's allegation that it kept two sets of books."),
    noun("announcement", "The mayor's announcement that the pool would close drew a crowd."),
    noun("argument", "The firm's argument that the lease had ended won the case."),
    noun("assertion", "Engineers laughed at his assertion that the bridge was sound."),
    noun("assurance", "Tenants got the owner's assurance that the heating would work."),
    noun("belief", "It was the captain's belief that the ice would hold."),
    noun("claim", "Her claim that the map was a forgery made news."),
    noun("comment", "The mayor's comment that the town was finished hurt many."),
    noun("complaint", "The tenants' complaint that the lift was broken went unheard."),
    noun("concern", "It was the nurses' concern that beds would run out."),
    noun("conclusion", "The panel's conclusion that the alarm had worked surprised many."),
    noun("confirmation", "The lab's confirmation that the paint was new ended the sale."),
    noun("contention", "The court weighed the firm's contention that the part was safe."),
    noun("declaration", "The king's declaration that the war was over came at noon."),
    noun("denial", "The firm's denial that gas had leaked did not last."),
    noun("estimate", "The agency's estimate that half the grain was lost proved low."),
    noun("fear", "It was the villagers' fear that the dam would break."),
    noun("finding", "The panel's finding that two doors were locked led to arrests."),
    noun("hint", "The minister's hint that taxes would rise moved the market."),
    noun("hope", "It is the town's hope that the ferry will return."),
    noun("insistence", "The chef's insistence that the fish was fresh fooled no one."),
    noun("opinion", "It was the judge's opinion that the form was late."),
    noun("pledge", "The party's pledge that no school would close was soon broken."),
    noun("prediction", "The model's prediction that the river would crest at noon held."),
    noun("promise", "The maker's promise that the part would last was empty."),
    noun("remark", "The tailor's remark that the cloth was thin was not kind."),
    noun("report", "The paper's report that the mine had closed was wrong."),
    noun("revelation", "The paper's revelation that the mayor owned the mill led to a vote."),
    noun("statement", "The firm's statement that the part was tested came late."),
    noun("suggestion", "The doctor's suggestion that the boy should rest was ignored."),
    noun("suspicion", "It was the detective's suspicion that the fire was set."),
    noun("testimony", "The guard's testimony that the gate was open freed the man."),
    noun("view", "It is the coach's view that the side is ready."),
    noun("warning", "The coast guard's warning that the ice was thin came late."),
];

/// Adverbs that lay a sentence on somebody unnamed, with an example each, sorted.
#[rustfmt::skip]
pub(crate) static ADVERBS: &[(&str, &str)] = &[
    ("allegedly", "The clerk allegedly sold the files to a rival firm."),
    ("purportedly", "The letter was purportedly signed by the king in 1804."),
    ("reportedly", "The firm reportedly plans to close two of its plants."),
    ("supposedly", "The cellar supposedly holds three barrels of gold coins."),
];

/// Prepositions that name a source outright, with an example each.
#[rustfmt::skip]
pub(crate) static PREPOSITIONS: &[(&str, &str)] = &[
    ("according to", "According to police, two people were hurt in the crash."),
    ("in the opinion of", "In the opinion of the judges, the song was too long."),
    ("in the view of", "In the view of the board, the plant is too old to save."),
    ("in the words of", "In the words of the captain, the sea was flat as a plate."),
];
