//! Lists words that say the opposite of each other; forms are joined by `|`.

/// Pairs of opposites.
#[rustfmt::skip]
pub(super) static OPPOSITES: &[(&str, &str)] = &[
    ("deny|denies|denied|denying", "admit|admits|admitted|admitting|accept|accepts|accepted|accepting|acknowledge|acknowledges|acknowledged|confirm|confirms|confirmed|confirming|confess|confessed"),
    ("refuse|refuses|refused|refusing", "agree|agrees|agreed|agreeing|accept|accepts|accepted|accepting|consent|consents|consented"),
    ("reject|rejects|rejected|rejecting", "accept|accepts|accepted|accepting|approve|approves|approved|approving|back|backs|backed|endorse|endorses|endorsed|welcome|welcomed"),
    ("decline|declines|declined", "agree|agrees|agreed|accept|accepts|accepted"),
    ("fail|fails|failed|failing", "manage|manages|managed|managing|pass|passes|passed|passing|succeed|succeeds|succeeded|succeeding"),
    ("ban|bans|banned|banning|bar|bars|barred|prohibit|prohibits|prohibited|forbid|forbids|forbidden|forbade", "allow|allows|allowed|allowing|permit|permits|permitted|permitting"),
    ("block|blocks|blocked|blocking", "approve|approves|approved|allow|allows|allowed"),
    ("oppose|opposes|opposed|opposing", "support|supports|supported|supporting|back|backs|backed|backing|favour|favours|favoured|favor|favors|favored"),
    ("against", "for|in favour of|in favor of"),
    ("without", "with"),
    ("guilty", "innocent|not guilty"),
    ("convict|convicts|convicted", "acquit|acquits|acquitted|clear|cleared"),
    ("true", "false|untrue"),
    ("correct", "incorrect|wrong"),
    ("right", "wrong"),
    ("open|opens|opened|opening|reopen|reopens|reopened", "close|closes|closed|closing|shut|shuts"),
    ("win|wins|won|winning", "lose|loses|lost|losing"),
    ("rise|rises|rose|risen|rising|increase|increases|increased|increasing|climb|climbs|climbed|grow|grows|grew|grown", "fall|falls|fell|fallen|falling|decrease|decreases|decreased|decreasing|drop|drops|dropped|decline|declines|declined|shrink|shrinks|shrank"),
    ("alive", "dead"),
    ("survive|survives|survived", "die|dies|died"),
    ("include|includes|included|including", "exclude|excludes|excluded|excluding"),
    ("always", "never"),
    ("all|every|everyone|everybody", "none|no|nobody|no one"),
    ("any|some|a|an", "no"),
    ("present", "absent"),
    ("safe", "unsafe|dangerous"),
    ("legal|lawful", "illegal|unlawful"),
    ("uphold|upholds|upheld|upholding", "overturn|overturns|overturned|overturning|quash|quashes|quashed|strike|strikes|struck"),
    ("join|joins|joined|joining", "leave|leaves|left|leaving|quit|quits"),
    ("remain|remains|remained|stay|stays|stayed", "leave|leaves|left|resign|resigns|resigned|quit"),
    ("before", "after"),
    ("ally|allies", "enemy|enemies|rival|rivals"),
    ("success", "failure"),
    ("public", "private"),
    ("lift|lifts|lifted|ease|eases|eased", "impose|imposes|imposed|tighten|tightens|tightened"),
    ("release|releases|released|free|freed", "detain|detains|detained|jail|jailed|arrest|arrested|hold|held"),
    ("continue|continues|continued", "stop|stops|stopped|halt|halts|halted|end|ends|ended|cease|ceases|ceased"),
    ("start|starts|started|begin|begins|began", "stop|stops|stopped|end|ends|ended"),
    ("praise|praises|praised", "criticise|criticises|criticised|criticize|criticizes|criticized|condemn|condemns|condemned"),
    ("minority", "majority"),
    ("first", "last"),
    ("up", "down"),
    ("more", "less|fewer"),
    ("above", "below"),
    ("ahead", "behind"),
];

/// Prefixes that turn a word into its opposite.
pub(crate) static NEGATIVE_PREFIXES: &[&str] = &["un", "non-", "non", "in", "im", "il", "ir", "dis"];

/// Words in which a prefix other than `un` and `non` does negate. Sorted.
#[rustfmt::skip]
pub(super) const PREFIXED: &[&str] = &[
    "disabled", "disadvantage", "disagree", "disagreed", "disagrees", "disallow", "disallowed", "disapprove", "disapproved", "disapproves", "disbelieve", "dishonest", "dislike", "disloyal", "disobeyed",
    "disproved", "disrespect", "disrespectful", "dissatisfied", "dissimilar", "distrust", "illegal", "illegally", "illegitimate", "illiterate", "illogical", "immature", "immoral", "impatient", "imperfect", "impossible", "imprecise", "improbable", "improper", "improperly",
    "inaccurate", "inaction", "inadequate", "inadmissible", "inappropriate", "incapable", "incompetent", "incomplete", "inconclusive", "inconsistent", "incorrect", "incorrectly", "independent", "indirect", "indirectly", "ineffective", "ineligible", "inevitable", "inexperienced",
    "infrequent", "innocuous", "insane", "insecure", "insensitive", "insignificant", "insolvent", "instability", "insufficient", "intolerant", "invalid", "invisible", "involuntary", "irrational", "irregular", "irrelevant", "irresponsible", "irreversible",
];
