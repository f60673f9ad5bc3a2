//! Lists small words of English, and codes of other languages.

use whatlang::Lang;

/// Words that a text in English holds, however short.
pub(super) const SMALL_WORDS: [&str; 12] =
    ["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "said", "it"];

/// Languages that news comes in, with their ISO 639-1 codes.
#[rustfmt::skip]
pub(super) const CODES: &[(Lang, &str)] = &[
    (Lang::Ara, "ar"), (Lang::Bul, "bg"), (Lang::Ces, "cs"), (Lang::Cmn, "zh"), (Lang::Dan, "da"), (Lang::Deu, "de"), (Lang::Ell, "el"),
    (Lang::Eng, "en"), (Lang::Est, "et"), (Lang::Fin, "fi"), (Lang::Fra, "fr"), (Lang::Heb, "he"), (Lang::Hin, "hi"), (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"), (Lang::Ind, "id"), (Lang::Ita, "it"), (Lang::Jpn, "ja"), (Lang::Kor, "ko"), (Lang::Lit, "lt"), (Lang::Lav, "lv"),
    (Lang::Nld, "nl"), (Lang::Nob, "no"), (Lang::Pes, "fa"), (Lang::Pol, "pl"), (Lang::Por, "pt"), (Lang::Ron, "ro"), (Lang::Rus, "ru"),
    (Lang::Slk, "sk"), (Lang::Slv, "sl"), (Lang::Spa, "es"), (Lang::Srp, "sr"), (Lang::Swe, "sv"), (Lang::Tha, "th"), (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"), (Lang::Urd, "ur"), (Lang::Vie, "vi"), (Lang::Cat, "ca"),
];
