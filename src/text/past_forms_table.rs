//! Lists past forms of verbs that do not show as such by their ending.

/// Verbs whose past form is their dictionary form; the news uses it for the past.
#[rustfmt::skip]
pub(crate) const SAME_IN_PAST: &[&str] = &[
    "beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read",
    "rid", "set", "shed", "shut", "slit", "split", "spread", "thrust", "upset",
];

/// Irregular past forms, for verbs whose lemma the grammar may not know.
#[rustfmt::skip]
pub(crate) const IRREGULAR_PAST: &[&str] = &[
    "ate", "became", "began", "begun", "blew", "bought", "broke", "broken", "brought", "built", "came", "caught", "chose", "chosen",
    "did", "done", "drew", "drawn", "drove", "driven", "fell", "fallen", "felt", "fled", "flew", "flown", "forced", "fought", "found",
    "gave", "given", "got", "gone", "grew", "grown", "heard", "held", "hung", "kept", "knew", "known", "laid", "led", "left", "lent",
    "lost", "made", "meant", "met", "paid", "ran", "rose", "risen", "said", "sank", "sunk", "sat", "saw", "seen", "sent", "shook", "shot",
    "showed", "shown", "slid", "sold", "sought", "spent", "spoke", "spoken", "stood", "stole", "stolen", "struck", "swore", "sworn",
    "taken", "taught", "thought", "threw", "thrown", "told", "took", "tore", "torn", "understood", "went", "withdrew", "withdrawn", "won",
    "wore", "wrote", "written",
];
