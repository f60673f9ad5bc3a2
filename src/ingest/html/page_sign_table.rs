//! Lists the phrases by which pages give away that they show no article, each with a line of an article that comes near.

use SignPlace::{Alone, Anywhere, ShortLine};

use crate::ingest::error::Unusable;

/// Where a phrase gives a page away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum SignPlace {
    /// Wherever it stands: no article says so.
    Anywhere,
    /// In a line of so many words at most: a longer one tells a story.
    ShortLine(usize),
    /// Where it makes up a line, or a part of the title, alone but for a number and "error".
    Alone,
}

/// A phrase that gives a page away.
pub(super) struct PageSign {
    pub reason: Unusable,
    /// The phrase in lower case.
    pub words: &'static str,
    place: SignPlace,
    /// A line of an article that comes near to it and must not be taken for it.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    pub passes: &'static str,
}

const fn sign(reason: Unusable, words: &'static str, place: SignPlace, passes: &'static str) -> PageSign {
    PageSign { reason, words, place, passes }
}

/// Phrases of short pages.
#[rustfmt::skip]
pub(super) const SIGNS: &[PageSign] = &[
    sign(Unusable::BotWall, "are you a robot", Alone, "“Are you a robot?” the guard asked the man in the suit."),
    sign(Unusable::BotWall, "attention required! | cloudflare", Anywhere, "Attention required, said Cloudflare of its loss."),
    sign(Unusable::BotWall, "checking your browser", Anywhere, "The firm was checking your browsing habits, the report says."),
    sign(Unusable::BotWall, "access to this page has been denied", Anywhere, "Access to this page of the diary has been denied."),
    sign(Unusable::BotWall, "complete the security check to access", Anywhere, "They complete the security check to get access."),
    sign(Unusable::BotWall, "confirm you are a human", Anywhere, "The test has to confirm that you are a human, the firm said."),
    sign(Unusable::BotWall, "enable javascript and cookies to continue", Anywhere, "The form asks people to enable JavaScript and cookies."),
    sign(Unusable::BotWall, "incapsula incident id", Anywhere, "Incapsula told of an incident of identity theft."),
    sign(Unusable::BotWall, "just a moment", Alone, "“Just a moment,” the clerk said, and left the room."),
    sign(Unusable::BotWall, "making sure you're not a bot", Anywhere, "Making sure that you're not a bot takes time, the firm said."),
    sign(Unusable::BotWall, "pardon our interruption", Alone, "“Pardon our interruption of your lunch,” the bandleader said."),
    sign(Unusable::BotWall, "please enable javascript", Anywhere, "Please enable the alarm, a sign at the gate says."),
    sign(Unusable::BotWall, "please enable js", Anywhere, "The library will please enabled readers, a councillor said."),
    sign(Unusable::BotWall, "unusual traffic from your", Anywhere, "Unusual traffic built up near the Mill Bridge on Monday."),
    sign(Unusable::BotWall, "verify you are a human", Anywhere, "The test has to verify that you are a human, the firm said."),
    sign(Unusable::BotWall, "verify you are human", Anywhere, "The test has to verify that you are human, the firm said."),
    sign(Unusable::ErrorPage, "403 forbidden", Anywhere, "All 403 were forbidden to leave the ship."),
    sign(Unusable::ErrorPage, "404 not found", Anywhere, "Of the 404, not one was found in the cellar."),
    sign(Unusable::ErrorPage, "429 too many requests", Anywhere, "The office had 429 letters, too many for its clerks."),
    sign(Unusable::ErrorPage, "500 internal server error", Anywhere, "It cost 500 internal staff their jobs."),
    sign(Unusable::ErrorPage, "502 bad gateway", Anywhere, "The 502 gateways of the dam were in a bad state."),
    sign(Unusable::ErrorPage, "503 service temporarily unavailable", Anywhere, "The 503 service members are home."),
    sign(Unusable::ErrorPage, "503 service unavailable", Anywhere, "The 503 service members are home."),
    sign(Unusable::ErrorPage, "504 gateway time", Anywhere, "The 504 metre gateway took time to build."),
    sign(Unusable::ErrorPage, "access denied", Alone, "Access denied to them at the gate, the reporters went home."),
    sign(Unusable::ErrorPage, "article is no longer available", ShortLine(8), "The article is no longer available in shops since the maker went out of business, the town's traders say."),
    sign(Unusable::ErrorPage, "can't find that page", ShortLine(8), "He can't find that page of the ledger, the clerk told the court on Monday."),
    sign(Unusable::ErrorPage, "die gewünschte seite", ShortLine(16), "Die gewünschte Seite des Buches war auch nach der langen Suche im Archiv der Stadt am Montag nicht zu finden."),
    sign(Unusable::ErrorPage, "internal server error", Alone, "An internal server error kept the trains waiting."),
    sign(Unusable::ErrorPage, "la page que vous recherchez", ShortLine(16), "La page que vous recherchez depuis tant d'années se trouve dans le bureau d'à côté, lui a dit la vieille dame lundi."),
    sign(Unusable::ErrorPage, "la página que busca", ShortLine(16), "La página que busca desde hace tantos años estaba en el despacho de al lado, le dijo la anciana el lunes."),
    sign(Unusable::ErrorPage, "page can't be found", Anywhere, "The missing page of the atlas can't be traced."),
    sign(Unusable::ErrorPage, "page cannot be found", Anywhere, "The missing page of the atlas cannot be traced."),
    sign(Unusable::ErrorPage, "page introuvable", Alone, "Une page introuvable ailleurs a été vendue à Londres."),
    sign(Unusable::ErrorPage, "page not found", Alone, "A page not found in any other copy was sold in London."),
    sign(Unusable::ErrorPage, "page you requested cannot", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you requested could not", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you requested does not exist", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you requested was not found", Anywhere, "“The page you requested is torn,” the archivist told him."),
    sign(Unusable::ErrorPage, "page you were looking for", ShortLine(16), "The page you were looking for in vain all those years lay in a drawer of the desk next door, she said."),
    sign(Unusable::ErrorPage, "pagina niet gevonden", Alone, "Een pagina niet gevonden in andere boeken is verkocht."),
    sign(Unusable::ErrorPage, "pagina non trovata", Alone, "Una pagina non trovata altrove è stata venduta."),
    sign(Unusable::ErrorPage, "página no encontrada", Alone, "Una página no encontrada en otros libros se vendió."),
    sign(Unusable::ErrorPage, "seite nicht gefunden", Alone, "Eine Seite nicht gefunden zu haben, nannte er peinlich."),
    sign(Unusable::ErrorPage, "service temporarily unavailable", Alone, "The ferry has its service temporarily unavailable to cars."),
    sign(Unusable::ErrorPage, "service unavailable", Alone, "The storm left the bus service unavailable to villages."),
    sign(Unusable::ErrorPage, "too many requests", Alone, "The mayor said she had too many requests to answer."),
];

/// Phrases at the end of what is shown without a subscription.
#[rustfmt::skip]
pub(super) const STUB_SIGNS: &[PageSign] = &[
    sign(Unusable::PaywallStub, "already a subscriber", ShortLine(7), "Already a subscriber? Sign in for our daily newsletter."),
    sign(Unusable::PaywallStub, "become a subscriber to read", Anywhere, "She became a subscriber to read the crossword clues."),
    sign(Unusable::PaywallStub, "continue reading with a", Anywhere, "He had to continue reading without a lamp."),
    sign(Unusable::PaywallStub, "de cet article à lire", Anywhere, "Il faut un quart d'heure de cet article pour lire la suite."),
    sign(Unusable::PaywallStub, "exclusivo para assinantes", Anywhere, "O clube exclusivo para os assinantes fechou."),
    sign(Unusable::PaywallStub, "exclusivo para suscriptores", Anywhere, "El club exclusivo para los suscriptores cerró."),
    sign(Unusable::PaywallStub, "jetzt weiterlesen", Anywhere, "Jetzt wollen die Kinder weiterlesen, sagte er."),
    sign(Unusable::PaywallStub, "log in to continue reading", Anywhere, "Pupils log in to continue their reading at home."),
    sign(Unusable::PaywallStub, "riservato agli abbonati", Anywhere, "Il posto riservato ai vecchi abbonati era vuoto."),
    sign(Unusable::PaywallStub, "réservé aux abonnés", Anywhere, "Le quai réservé aux anciens abonnés est fermé."),
    sign(Unusable::PaywallStub, "sign in to continue reading", Anywhere, "Guests sign in to continue to the reading room."),
    sign(Unusable::PaywallStub, "subscribe to continue reading", Anywhere, "Many subscribe to continue their reading of the series."),
    sign(Unusable::PaywallStub, "subscribe to read more", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "subscribe to read on", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "subscribe to read the", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "subscribe to read this", Anywhere, "Parents subscribe to reading clubs for their children."),
    sign(Unusable::PaywallStub, "this article is for subscribers", Anywhere, "This article is for readers of the treaty the hardest one."),
    sign(Unusable::PaywallStub, "this article is reserved for", Anywhere, "This article is reserved about the cause of the fire."),
    sign(Unusable::PaywallStub, "to continue reading, subscribe", Anywhere, "To continue reading, the club moved to the lamp."),
    sign(Unusable::PaywallStub, "to read the full article", ShortLine(12), "To read the full article of the treaty aloud took the clerk of the court some forty minutes on Monday."),
    sign(Unusable::PaywallStub, "to read the full story", ShortLine(12), "To read the full story of the mill in its ledgers took the town's two historians some forty years."),
    sign(Unusable::PaywallStub, "to read this article, subscribe", Anywhere, "To read this article, the court needed a translator."),
    sign(Unusable::PaywallStub, "to read this story, subscribe", Anywhere, "To read this story, the actor needed four hours."),
];

/// Phrases by which a site asks for consent itself, as "we" or as the label of a button; they count where most of the text is
/// about it, and not where they are quoted.
#[rustfmt::skip]
pub(super) const CONSENT_SIGNS: &[PageSign] = &[
    sign(Unusable::ConsentWall, "accept all cookies", Alone, "Two in three accept all cookies, the study of consent says."),
    sign(Unusable::ConsentWall, "con su consentimiento, nosotros", Anywhere, "La Cámara dio su consentimiento a la ley de cookies."),
    sign(Unusable::ConsentWall, "consent to our use of cookies", Anywhere, "They consent to the use of cookies without a thought."),
    sign(Unusable::ConsentWall, "nous et nos partenaires", Anywhere, "Les partenaires stockent des cookies, selon l'enquête."),
    sign(Unusable::ConsentWall, "nous respectons votre vie privée", Anywhere, "La vie privée des abonnés et les cookies seront protégés."),
    sign(Unusable::ConsentWall, "votre vie privée est notre", Anywhere, "Cookies : votre vie privée est-elle protégée par la loi ?"),
    sign(Unusable::ConsentWall, "we and our", Anywhere, "The firm and its partners store cookies and personal data for years."),
    sign(Unusable::ConsentWall, "we use cookies to", Anywhere, "The firm used cookies to follow people without consent."),
    sign(Unusable::ConsentWall, "we value your privacy", Anywhere, "Judges value the privacy of users more than cookies."),
    sign(Unusable::ConsentWall, "wir benötigen ihre zustimmung", Anywhere, "Die Räte gaben ihre Zustimmung zum Gesetz über Cookies."),
    sign(Unusable::ConsentWall, "wir und unsere", Anywhere, "Die Firma und ihre Partner setzten Cookies ohne Zustimmung."),
    sign(Unusable::ConsentWall, "you agree to the storing of cookies", Anywhere, "They agree to the storing of cookies without a thought."),
];

/// Parts of words by which a line is about consent.
pub(super) const CONSENT_WORDS: &[&str] = &[
    "cookie",
    "consent",
    "datenschutz",
    "datos personales",
    "données",
    "einwillig",
    "personal data",
    "personenbezogen",
    "privacidad",
    "privacy",
    "privatsphäre",
    "tracking",
    "traitements",
    "vie privée",
    "zustimm",
];

impl PageSign {
    /// Returns whether lines in lower case give the page away.
    pub(super) fn is_in(&self, lines: &str) -> bool {
        match self.place {
            Anywhere => lines.contains(self.words),
            ShortLine(most) => {
                let mut lines = lines.lines().filter(|line| line.contains(self.words));
                lines.any(|line| line.split_whitespace().take(most + 1).count() <= most)
            }
            Alone => lines.lines().flat_map(|line| line.split(['|', '–', '—', '·'])).any(|part| self.is_all_of(part)),
        }
    }

    /// Returns whether a part of a line says this alone, or with the name of the site behind a hyphen.
    fn is_all_of(&self, part: &str) -> bool {
        let is_telling = |word: &&str| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            !word.is_empty() && !is_number && !matches!(*word, "error" | "http" | "oops" | "sorry" | "status")
        };
        part.split(" - ").any(|piece| {
            let words = piece.split(|sign: char| !sign.is_alphanumeric()).filter(is_telling);
            words.eq(self.words.split(' ').filter(is_telling))
        })
    }
}

/// Returns whether a line, in lower case, offers the rest of an article to subscribers.
pub(super) fn offers_the_rest(line: &str) -> bool {
    STUB_SIGNS.iter().any(|sign| sign.is_in(line))
}
