//! Lists how notes begin: labels, stamps, and phrases that name the article.

use crate::model::NoticeKind::{self, Clarification, Correction, EditorsNote, Retraction, Update};

/// Words that name a note, in lower case, at its start and before a colon or dash.
pub(super) struct Label {
    pub words: &'static str,
    pub kind: NoticeKind,
    /// The word means other things too; only a mark right behind it, or behind a date in marks, tells.
    pub needs_colon: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    pub example: &'static str,
}

const fn label(words: &'static str, kind: NoticeKind, example: &'static str) -> Label {
    Label { words, kind, needs_colon: true, example }
}

/// Every label; where one begins with another, the longer stands first.
#[rustfmt::skip]
pub(super) static LABELS: &[Label] = &[
    label("corrections and clarifications", Correction, "Corrections and clarifications: the fund holds £3m."),
    label("correction and clarification", Correction, "Correction and clarification: the fund holds £3m."),
    label("correction notice", Correction, "Correction notice: the fund holds £3m."),
    label("correction/clarification", Correction, "Correction/clarification: the fund holds £3m."),
    label("corrections", Correction, "Corrections: the fund holds £3m."),
    label("correction", Correction, "CORRECTION, 2 May: the fund holds £3m."),
    label("corrected", Correction, "CORRECTED - the fund holds £3m."),
    label("erratum", Correction, "Erratum: the fund holds £3m."),
    label("clarifications", Clarification, "Clarifications: she is the deputy."),
    label("clarification", Clarification, "Clarification — she is the deputy."),
    label("important update", Update, "Important update: the road is open."),
    label("update", Update, "Update 3 May: the road is open."),
    label("updated", Update, "UPDATED: the road is open."),
    label("edited to add", Update, "Edited to add: the road is open."),
    label("edit", Update, "Edit: the road is open."),
    label("addendum", Update, "Addendum: the road is open."),
    label("notice of retraction", Retraction, "Notice of retraction: the report was invented."),
    label("retraction", Retraction, "Retraction: the report was invented."),
    label("retracted", Retraction, "RETRACTED: the report was invented."),
    label("editor's note", EditorsNote, "Editor's note: the quotation was spoken by her deputy."),
    label("editors' note", EditorsNote, "Editors' note: the quotation was spoken by her deputy."),
    label("editor's update", Update, "Editor's update: the road is open."),
    label("editorial note", EditorsNote, "Editorial note: the quotation was spoken by her deputy."),
    label("publisher's note", EditorsNote, "Publisher's note: the quotation was spoken by her deputy."),
    label("note to readers", EditorsNote, "Note to readers: the quotation was spoken by her deputy."),
    label("a note to readers", EditorsNote, "A note to readers: the quotation was spoken by her deputy."),
    label("apology", Correction, "Apology: we named the wrong man."),
];

/// How update stamps begin.
pub(super) static STAMPS: &[&str] = &[
    "updated ",
    "last updated",
    "this story was last updated",
    "this article was last updated",
    "this page was last updated",
    "first published ",
    "last modified",
];

/// A phrase at the start of a sentence; `ARTICLE` stands for a word of `ARTICLES`, forms after it are joined by `|`.
pub(super) struct NoticePhrase {
    pub words: &'static str,
    pub kind: NoticeKind,
    /// The phrase begins the sentence.
    pub opens: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    pub example: &'static str,
}

const fn opening(words: &'static str, kind: NoticeKind, example: &'static str) -> NoticePhrase {
    NoticePhrase { words, kind, opens: true, example }
}

const fn within(words: &'static str, kind: NoticeKind, example: &'static str) -> NoticePhrase {
    NoticePhrase { words, kind, opens: false, example }
}

/// Every phrase; the first that fits decides.
#[rustfmt::skip]
pub(super) static PHRASES: &[NoticePhrase] = &[
    opening("this ARTICLE has been retracted| was retracted| has been withdrawn| was withdrawn| is retracted| is withdrawn", Retraction, "This article has been withdrawn."),
    opening("we have retracted", Retraction, "We have retracted the story below."),
    opening("we have withdrawn this", Retraction, "We have withdrawn this report."),
    opening("we are retracting", Retraction, "We are retracting the story below."),
    opening("this ARTICLE has been clarified| was clarified| has been amended to clarify| was amended to clarify| clarifies| has been updated to clarify| was updated to clarify", Clarification, "This story has been clarified to say that she is the deputy."),
    opening("this ARTICLE has been corrected| was corrected| corrects| has been amended to correct| was amended to correct| has been updated to correct| was updated to correct", Correction, "This story has been corrected to say £3m."),
    opening("this ARTICLE has been amended| was amended| has been changed| was changed| has been edited| was edited| has been revised| was revised", Correction, "This article was amended on 4 May to remove a picture."),
    opening("this ARTICLE has been updated| was updated| will be updated| is being updated| updates", Update, "This story has been updated with the club's answer."),
    opening("the headline of this ARTICLE was| has been", Correction, "The headline of this article was changed on 4 May."),
    opening("the headline on this ARTICLE was| has been", Correction, "The headline on this article was changed on 4 May."),
    opening("the headline and ARTICLE was| has been| have been| were", Correction, "The headline and text have been changed."),
    within("earlier version of this ARTICLE", Correction, "An earlier version of this article named the wrong fund."),
    within("earlier version of the ARTICLE", Correction, "An earlier version of the story gave the fund as £3bn."),
    within("previous version of this ARTICLE", Correction, "A previous version of this story named the wrong fund."),
    within("original version of this ARTICLE", Correction, "The original version of this story named the wrong fund."),
    within("earlier versions of this ARTICLE", Correction, "Earlier versions of this article gave the fund as £3bn."),
    within("previous versions of this ARTICLE", Correction, "Previous versions of this article gave the fund as £3bn."),
    within("version of this ARTICLE incorrectly| misstated| misidentified| wrongly| mistakenly| said| gave", Correction, "The first version of this story misstated the sum."),
    within("because of an editing error", Correction, "Because of an editing error, the sum was given as £3bn."),
    opening("owing to an editing error", Correction, "Owing to an editing error, the sum was given as £3bn."),
    opening("due to an editing error", Correction, "Due to an editing error, the sum was given as £3bn."),
    opening("an earlier headline", Correction, "An earlier headline gave the sum as £3bn."),
    opening("a previous headline", Correction, "A previous headline gave the sum as £3bn."),
    opening("an earlier version gave", Correction, "An earlier version gave the sum as £3bn."),
    opening("an earlier version said", Correction, "An earlier version said the sum was £3bn."),
    opening("an earlier version incorrectly", Correction, "An earlier version incorrectly said £3bn."),
    opening("an earlier version misstated", Correction, "An earlier version misstated the sum."),
    opening("corrects ", Correction, "(Corrects spelling of name in paragraph 3)"),
    opening("refiles to ", Correction, "(Refiles to fix typo in headline)"),
    opening("recasts", Update, "(Recasts with shares, adds analyst)"),
    opening("updates with ", Update, "(Updates with closing prices)"),
    opening("updates to ", Update, "(Updates to add comment from the firm)"),
    opening("adds comment", Update, "(Adds comment from the firm)"),
    opening("adds details", Update, "(Adds details of the sale)"),
    opening("we originally said", Correction, "We originally said the sum was £3bn."),
    opening("we originally gave", Correction, "We originally gave the sum as £3bn."),
    opening("we originally reported", Correction, "We originally reported that the sum was £3bn."),
    opening("we initially said", Correction, "We initially said the sum was £3bn."),
    opening("we initially reported", Correction, "We initially reported that the sum was £3bn."),
    opening("we wrongly said", Correction, "We wrongly said the sum was £3bn."),
    opening("we wrongly reported", Correction, "We wrongly reported that the sum was £3bn."),
    opening("we incorrectly said", Correction, "We incorrectly said the sum was £3bn."),
    opening("we incorrectly reported", Correction, "We incorrectly reported that the sum was £3bn."),
    opening("we misstated", Correction, "We misstated the sum."),
    opening("we apologise for the error", Correction, "We apologise for the error."),
    opening("we apologize for the error", Correction, "We apologize for the error."),
    opening("we regret the error", Correction, "We regret the error."),
    opening("this is a breaking news story", Update, "This is a breaking news story and will be updated."),
    opening("this breaking news story", Update, "This breaking news story is being updated."),
    opening("this is a developing story", Update, "This is a developing story."),
];

/// What an article calls itself.
#[rustfmt::skip]
pub(super) const ARTICLES: &[&str] = &[
    "article", "story", "report", "post", "headline", "column", "page", "piece", "dispatch", "caption", "graphic", "live blog", "liveblog", "newsletter", "review",
    "interview", "profile", "obituary", "text", "copy", "item", "news story", "news article", "blog post", "blog", "version of the story", "version", "subheading", "standfirst", "map", "chart",
    "summary", "transcript", "video", "photo caption", "explainer", "analysis", "essay",
];

/// What a note says of itself, in order of weight, with an example each.
#[rustfmt::skip]
pub(super) static KINDS: &[(&str, NoticeKind, &str)] = &[
    ("retract|withdrawn", Retraction, "Editor's note: the report below has been withdrawn."),
    ("clarif|make clear|make it clear|made clear", Clarification, "Editor's note: this story was changed to make clear that she is the deputy."),
    ("to correct|corrected|incorrect|misstated|misidentified|wrongly|inaccurate|mistaken|erroneous|an error", Correction, "Editor's note: the first version misstated the sum."),
    ("updated to|updated with", Update, "Editor's note: the story was updated with the club's answer."),
];
