//! Lists the words that put the times of a clause ahead.
//!
//! Every row shows a sentence of Wednesday, 15 May 2024, and the day it speaks
//! of. An infinitive takes the tense of the verb above it ("refused to speak
//! Friday"), unless that one looks ahead ("agreed to speak Friday").

/// How a word puts a time ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    /// Right before a time: "until Friday".
    Lead,
    /// A verb or adjective whose infinitive lies ahead: "agreed to meet Friday".
    Aim,
    /// A noun whose infinitive lies ahead: "a plan to meet Friday".
    Plan,
    /// A participle that looks ahead without more: "a vote scheduled for Friday".
    Fixed,
    /// A verb that puts something on the day behind "to": "postponed to Friday".
    To,
}

/// One word, in its dictionary form where it is a verb.
pub(super) struct TenseCue {
    /// The word in lower case.
    pub word: &'static str,
    /// How it puts a time ahead.
    pub lean: Lean,
    /// A sentence that is read wrongly without the row.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row on its example"))]
    pub example: &'static str,
}

use Lean::*;

const fn cue(word: &'static str, lean: Lean, example: &'static str) -> TenseCue {
    TenseCue { word, lean, example }
}

/// Words that put a time ahead, sorted by word; each example speaks of Friday, 17 May.
#[rustfmt::skip]
pub(super) static CUES: &[TenseCue] = &[
    cue("able", Aim, "The group felt able to meet on Friday."),
    cue("about", Aim, "The crew was about to leave on Friday."),
    cue("adjourn", To, "The hearing was adjourned to Friday."),
    cue("agree", Aim, "The board agreed to meet on Friday."),
    cue("agreement", Plan, "They reached an agreement to meet on Friday."),
    cue("aim", Aim, "The crew aimed to launch on Friday."),
    cue("allow", Aim, "The judge allowed her to leave on Friday."),
    cue("arrange", Aim, "They arranged to meet on Friday."),
    cue("ask", Aim, "The judge asked him to appear on Friday."),
    cue("bound", Aim, "The group felt bound to meet on Friday."),
    cue("commit", Aim, "The firm committed to pay on Friday."),
    cue("deal", Plan, "They struck a deal to meet on Friday."),
    cue("decide", Aim, "The board decided to meet on Friday."),
    cue("defer", To, "The vote was deferred to Friday."),
    cue("delay", To, "They delayed the vote to Friday."),
    cue("demand", Aim, "The union demanded to meet on Friday."),
    cue("due", Lead, "They filed a report due Friday."),
    cue("effective", Lead, "She resigned effective Friday."),
    cue("expect", Aim, "The board expected to meet on Friday."),
    cue("expected", Fixed, "A ruling was expected on Friday."),
    cue("go", Aim, "The board was going to meet on Friday."),
    cue("hope", Aim, "The board hoped to meet on Friday."),
    cue("intend", Aim, "The board intended to meet on Friday."),
    cue("intention", Plan, "She announced her intention to resign on Friday."),
    cue("invite", Aim, "The mayor invited them to meet on Friday."),
    cue("likely", Aim, "The board seemed likely to meet on Friday."),
    cue("move", To, "The match was moved to Friday."),
    cue("offer", Aim, "The mayor offered to meet on Friday."),
    cue("order", Aim, "The judge ordered him to appear on Friday."),
    cue("payable", Lead, "They announced a dividend payable Friday."),
    cue("plan", Aim, "The board planned to meet on Friday."),
    cue("planned", Fixed, "A rally was planned on Friday."),
    cue("pledge", Aim, "The mayor pledged to speak on Friday."),
    cue("poised", Aim, "The board seemed poised to meet on Friday."),
    cue("postpone", To, "The firm postponed the launch to Friday."),
    cue("prepare", Aim, "The crew prepared to launch on Friday."),
    cue("promise", Aim, "The mayor promised to speak on Friday."),
    cue("propose", Aim, "The mayor proposed to meet on Friday."),
    cue("push", To, "They pushed the launch to Friday."),
    cue("ready", Aim, "The crew seemed ready to launch on Friday."),
    cue("reschedule", To, "The match was rescheduled to Friday."),
    cue("schedule", Aim, "The court scheduled him to appear on Friday."),
    cue("scheduled", Fixed, "A vote was scheduled on Friday."),
    cue("set", Aim, "The board was set to meet on Friday."),
    cue("set", Fixed, "The hearing was set Friday."),
    cue("slated", Fixed, "The hearing was slated on Friday."),
    cue("tell", Aim, "The judge told him to appear on Friday."),
    cue("threaten", Aim, "The union threatened to strike on Friday."),
    cue("till", Lead, "The shop was closed till Friday."),
    cue("until", Lead, "The road was closed until Friday."),
    cue("urge", Aim, "The mayor urged them to vote on Friday."),
    cue("vow", Aim, "The union vowed to strike on Friday."),
    cue("want", Aim, "The mayor wanted to meet on Friday."),
];

/// Sentences that tempt a row and speak of Friday, 10 May.
#[cfg(test)]
pub(super) const BEHIND: &[&str] = &[
    "The spokesman declined to comment on Friday.",
    "Thousands gathered to protest on Friday.",
    "Police began to search the house on Friday.",
    "The deal had been due to expire on Friday.",
    "The vote had been scheduled for Friday.",
    "Officials could not be reached on Friday.",
    "The mayor refused to speak on Friday.",
    "Until Friday, they had not called him a suspect.",
    "The bill that passed on Friday takes effect soon.",
    "He was praised for Friday's rescue.",
];

/// Sentences without a word of their own for what lies ahead; they speak of Friday, 17 May.
#[cfg(test)]
pub(super) const AHEAD: &[&str] = &[
    "The race starts on Friday.",
    "The court must rule before the recount begins on Friday.",
    "The firm will pay what it owes once the vote takes place on Friday.",
    "The mayor meets the union on Friday.",
    "The board will meet on Friday.",
    "The board is meeting on Friday.",
    "The deadline is Friday.",
    "The board may meet on Friday.",
    "The train is to leave on Friday.",
    "The board has to meet on Friday.",
    "The road is closed through Friday.",
    "The share is to resume trading on Friday.",
    "The case is heard on Friday.",
    "The vote is on Friday.",
    "The governor goes to the islands on Friday.",
    "The union has called a rally for Friday.",
    "A judge is to hear the request for an injunction on Friday.",
];
