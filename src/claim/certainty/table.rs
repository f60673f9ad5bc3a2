//! Lists the cues of certainty and polarity that are no reporting verbs, each with a sentence that needs it.
//!
//! `words` gives the tokens in lower case; forms of one token are joined by `|`.

use super::cue::CueKind::{self, Conditional, Denial, Hedge, Modal, Negation, Plan, Question, Reporting};
use super::cue::Strength::{self, Distanced, Neutral, Strong, Weak};

/// One cue.
pub(super) struct CertaintyRow {
    pub words: &'static str,
    pub kind: CueKind,
    pub strength: Strength,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    pub example: &'static str,
}

const fn row(words: &'static str, kind: CueKind, strength: Strength, example: &'static str) -> CertaintyRow {
    CertaintyRow { words, kind, strength, example }
}

/// Every cue; of several that begin alike the longest wins.
#[rustfmt::skip]
pub(super) static ROWS: &[CertaintyRow] = &[
    // Hedges
    row("reportedly", Hedge, Weak, "The minister has reportedly resigned."),
    row("allegedly", Hedge, Weak, "The guard allegedly took a bribe."),
    row("alleged", Hedge, Weak, "The alleged bribe was paid in cash."),
    row("purported|supposed", Hedge, Weak, "A purported letter was posted."),
    row("purportedly|supposedly|ostensibly", Hedge, Weak, "The letter was purportedly written in May."),
    row("suspected", Hedge, Weak, "A suspected arson attack was reported."),
    row("rumoured|rumored", Hedge, Weak, "The rumoured sale fell through."),
    row("unconfirmed", Hedge, Weak, "Unconfirmed accounts speak of a blast."),
    row("apparently|seemingly|evidently", Hedge, Distanced, "The driver apparently fell asleep."),
    row("apparent", Hedge, Distanced, "It was an apparent suicide."),
    row("perhaps|maybe|possibly|conceivably", Hedge, Weak, "The vote is perhaps the last."),
    row("possible", Hedge, Weak, "A possible cause is the wiring."),
    row("potential|potentially", Hedge, Weak, "A potential buyer came forward."),
    row("probably|presumably", Hedge, Distanced, "The vote will probably be held."),
    row("probable", Hedge, Distanced, "The probable cause is the wiring."),
    row("likely", Hedge, Distanced, "Rain is likely on the coast."),
    row("unlikely", Hedge, Distanced, "A deal is unlikely this week."),
    row("unclear", Hedge, Weak, "The cause is unclear."),
    row("uncertain", Hedge, Weak, "The outcome is uncertain."),
    row("feared", Hedge, Weak, "Ten miners are feared dead."),
    row("so - called", Hedge, Distanced, "A so-called truce was signed."),
    row("appear|appears|appeared to", Hedge, Distanced, "The fire appears to have spread."),
    row("seem|seems|seemed to", Hedge, Distanced, "The fire seems to have spread."),
    row("it appears|seems|appeared|seemed", Hedge, Distanced, "It seems the fire has spread."),
    row("thought to", Hedge, Weak, "The thief is thought to have fled."),
    row("thought that", Hedge, Weak, "It is thought that the thief fled."),
    row("believed to", Hedge, Weak, "The thief is believed to have fled."),
    row("believed that", Hedge, Weak, "It is believed that the thief fled."),
    row("understood to", Hedge, Weak, "The firm is understood to have paid."),
    row("understood that", Hedge, Weak, "It is understood that the firm paid."),
    row("said to", Hedge, Weak, "The firm is said to have paid."),
    row("reported to", Hedge, Weak, "The firm is reported to have paid."),
    row("alleged to", Hedge, Weak, "The guard is alleged to have lied."),
    row("accused of", Hedge, Weak, "The guard is accused of lying."),
    row("suspected of", Hedge, Weak, "The guard is suspected of lying."),
    row("presumed", Hedge, Weak, "The sailor is presumed dead."),
    row("in theory", Hedge, Weak, "In theory the dam holds."),
    row("as far as is known", Hedge, Distanced, "As far as is known, nobody was hurt."),
    row("not confirmed|verified", Hedge, Weak, "The account was not verified."),
    row("could not be verified|confirmed", Hedge, Weak, "The account could not be verified."),
    row("certainly|definitely|undoubtedly|unquestionably|clearly|obviously", Hedge, Strong, "The dam certainly leaks."),
    row("no doubt", Hedge, Strong, "There is no doubt that the dam leaks."),
    // Modals
    row("may|might", Modal, Weak, "The bridge may close."),
    row("could", Modal, Weak, "The bridge could close."),
    row("can|ca", Modal, Distanced, "The bridge can close."),
    row("would", Modal, Distanced, "The bridge would close."),
    row("should", Modal, Distanced, "The bridge should close."),
    row("ought to", Modal, Distanced, "The bridge ought to close."),
    row("will|wo|shall|'ll", Modal, Neutral, "The bridge will close."),
    row("must", Modal, Strong, "The bridge must close."),
    // Plans
    row("due to be|meet|begin|start|open|close|arrive|visit|speak|appear|take|go|return|hold|vote|end", Plan, Distanced, "The bridge is due to open."),
    row("set to", Plan, Distanced, "The bridge is set to close."),
    row("expected to", Plan, Distanced, "The bridge is expected to close."),
    row("scheduled to", Plan, Distanced, "The bridge is scheduled to close."),
    row("slated to", Plan, Distanced, "The bridge is slated to close."),
    row("poised to", Plan, Distanced, "The firm is poised to buy it."),
    row("going to", Plan, Distanced, "The bridge is going to close."),
    row("about to", Plan, Distanced, "The bridge is about to close."),
    row("plan|plans|planned|planning to", Plan, Distanced, "The firm plans to buy it."),
    row("intend|intends|intended|intending to", Plan, Distanced, "The firm intends to buy it."),
    row("aim|aims|aimed|aiming to", Plan, Distanced, "The firm aims to buy it."),
    row("hope|hopes|hoped|hoping to", Plan, Weak, "The firm hopes to buy it."),
    row("consider|considers|considering", Plan, Weak, "The firm is considering a sale."),
    // Reporting words that are no row of `text/reporting_verbs_table.rs`
    row("according to", Reporting, Neutral, "According to police, two were hurt."),
    row("proven", Reporting, Strong, "Doctors have proven that he knew."),
    // Conditions
    row("if", Conditional, Weak, "If it rains, the match is off."),
    row("unless", Conditional, Weak, "Unless it rains, the match is on."),
    row("provided that", Conditional, Weak, "The match is on provided that it is dry."),
    row("providing that", Conditional, Weak, "The match is on providing that it is dry."),
    row("assuming", Conditional, Weak, "Assuming it is dry, the match is on."),
    row("in case", Conditional, Weak, "The match will move in case it rains."),
    row("in the event of|that", Conditional, Weak, "In the event of rain it will move."),
    row("as long as", Conditional, Weak, "It is on as long as it is dry."),
    row("subject to", Conditional, Weak, "The sale is subject to approval."),
    row("depending on", Conditional, Weak, "Depending on the weather it will move."),
    row("otherwise", Conditional, Weak, "It must pay; otherwise it will close."),
    // Questions
    row("whether", Question, Weak, "It was asked whether he knew."),
    row("?", Question, Weak, "Did he know?"),
    // Denials
    row("cast|casts|casting doubt on", Denial, Weak, "The report cast doubt on the claim."),
    row("false", Denial, Strong, "The claim is false."),
    row("untrue", Denial, Strong, "The claim is untrue."),
    // Negations
    row("not|n't", Negation, Neutral, "The bridge did not close."),
    row("no", Negation, Neutral, "No bridge was closed."),
    row("never", Negation, Neutral, "The bridge never closed."),
    row("no longer", Negation, Neutral, "The bridge is no longer closed."),
    row("no one", Negation, Neutral, "No one was hurt."),
    row("nobody|nothing|nowhere|none", Negation, Neutral, "Nobody was hurt."),
    row("neither", Negation, Neutral, "Neither bridge was closed."),
    row("nor", Negation, Neutral, "It did not close, nor did it leak."),
    row("without", Negation, Neutral, "The bridge opened without a permit."),
    row("hardly|scarcely|barely", Negation, Distanced, "The bridge barely moved."),
    row("fail|fails|failed|failing to", Negation, Neutral, "The firm failed to pay."),
    row("refuse|refuses|refused|refusing to", Negation, Neutral, "The firm refused to pay."),
    row("decline|declines|declined|declining to", Negation, Neutral, "The firm declined to pay."),
    row("unable to", Negation, Neutral, "The firm was unable to pay."),
    row("yet to", Negation, Neutral, "The firm has yet to pay."),
    row("not only", Hedge, Neutral, "It not only closed but sank."),
    row("not impossible|improbable|inconceivable|uncommon|unreasonable|unthinkable|unusual", Hedge, Distanced, "It is not impossible that it closed."),
    row("lack|lacks|lacked|lacking", Negation, Neutral, "The bridge lacked a permit."),
];
