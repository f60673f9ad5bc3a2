//! Lists the words by which a line shows that it is no prose: bylines, captions, signposts, page controls.

/// What a line is, if it is no prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Opens a correction, clarification or update note.
    Notice,
    /// "Updated 14:32 BST"
    TimeStamp,
    /// The time over an entry of a live blog: "14.32 BST".
    EntryTime,
    /// "By Ines Marlow", "Additional reporting by Tom Reed".
    Byline,
    /// What stands under a picture, with or without who made it.
    Caption,
    /// A heading between two paragraphs.
    CrossHeading,
    /// "• One boat sank."
    ListItem,
    /// "More to follow."
    Signpost,
    /// A button or link of the page: "Share this", "Advertisement".
    PageControl,
    /// "12 comments", "Comments (12)".
    CommentCount,
    /// Any other line of the page that is no part of the article.
    Furniture,
    /// No words at all.
    Marks,
}

/// Where in a line the words of a row stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinePart {
    /// They are the whole line; case and punctuation do not count.
    Whole,
    /// A sentence of the line begins with them.
    Start,
    /// The line begins with them, however long it is.
    LineStart,
    /// They stand in the brackets that end the line.
    Brackets,
    /// The line ends with them, but for brackets and full stops.
    End,
}

/// A row: these words, in this place, make a line this kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineRow {
    /// In lower case.
    pub words: &'static str,
    /// Where they stand.
    pub part: LinePart,
    /// What the line then is.
    pub kind: LineKind,
    /// A paragraph in the middle of an article; its last sentence is of the kind.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs every row on its example"))]
    pub example: &'static str,
}

const fn whole(kind: LineKind, words: &'static str, example: &'static str) -> LineRow {
    LineRow { words, part: LinePart::Whole, kind, example }
}

const fn start(kind: LineKind, words: &'static str, example: &'static str) -> LineRow {
    LineRow { words, part: LinePart::Start, kind, example }
}

const fn brackets(words: &'static str, example: &'static str) -> LineRow {
    LineRow { words, part: LinePart::Brackets, kind: LineKind::Caption, example }
}

const fn end(words: &'static str, example: &'static str) -> LineRow {
    LineRow { words, part: LinePart::End, kind: LineKind::Caption, example }
}

use LineKind::{Byline, Caption, PageControl, Signpost};

/// Every row.
#[rustfmt::skip]
pub(super) static LINE_ROWS: &[LineRow] = &[
    start(Byline, "additional reporting by ", "Additional reporting by Ann Rigg."),
    start(Byline, "edited by ",               "Edited by Tom Reed."),
    start(Byline, "reporting by ",            "Reporting by Ann Rigg."),
    start(Byline, "with reporting by ",       "With reporting by Ann Rigg."),

    LineRow { words: "[image]",   part: LinePart::LineStart, kind: Caption, example: "[IMAGE] A ferry lies at the quay. It is painted blue. It holds 40 cars. It was built in May." },
    LineRow { words: "alt text:", part: LinePart::LineStart, kind: Caption, example: "Alt text: A ferry lies at the quay. It is painted blue. It holds 40 cars. It was built in May." },
    start(Caption, "caption:",        "The quay on Monday. Caption: The ferry lay there."),
    start(Caption, "file photo",      "The quay in winter. File photo"),
    start(Caption, "graphic:",        "Where the ferry sank. Graphic: Ann Rigg"),
    start(Caption, "image caption",   "The quay on Monday. Image caption: The ferry lay there."),
    start(Caption, "image copyright", "The quay on Monday. Image copyright Harbour Office"),
    start(Caption, "image credit",    "The quay on Monday. Image credit Harbour Office"),
    start(Caption, "image source",    "The quay on Monday. Image source Harbour Office"),
    start(Caption, "image:",          "The quay on Monday. Image: Ann Rigg"),
    start(Caption, "media caption",   "Media caption The ferry left the quay."),
    start(Caption, "photo by ",       "The quay on Monday. Photo by Ann Rigg"),
    start(Caption, "photo:",          "The quay on Monday. Photo: Ann Rigg"),
    start(Caption, "photograph:",     "The quay on Monday. Photograph: Ann Rigg"),
    start(Caption, "photos:",         "Photos: The ferry and the quay."),
    start(Caption, "picture:",        "The quay on Monday. Picture: Ann Rigg"),
    start(Caption, "pictured:",       "Pictured: The ferry left the quay."),
    start(Caption, "video:",          "The quay on Monday. Video: Ann Rigg"),
    brackets("file photo",     "The ferry lay at Pelt quay (file photo)"),
    brackets("getty images",   "The ferry lay at Pelt quay (Getty Images file)"),
    brackets("handout",        "The ferry lay at Pelt quay (handout)"),
    brackets("image:",         "The ferry lay at Pelt quay (Image: Ann Rigg)"),
    brackets("photo by ",      "The ferry lay at Pelt quay (Photo by Tom Reed)"),
    brackets("photo courtesy", "The ferry lay at Pelt quay (Photo courtesy of the owner)"),
    brackets("photo:",         "The ferry lay at Pelt quay (Photo: Ann Rigg)"),
    brackets("photograph:",    "The ferry lay at Pelt quay (Photograph: Ann Rigg)"),
    brackets("picture:",       "The ferry lay at Pelt quay (Picture: Ann Rigg)"),
    brackets("pool photo",     "The ferry lay at Pelt quay (pool photo)"),
    brackets("via ap",         "The ferry lay at Pelt quay (Ann Rigg via AP)"),
    brackets("via getty",      "The ferry lay at Pelt quay (Ann Rigg via Getty)"),
    brackets("via reuters",    "The ferry lay at Pelt quay (Ann Rigg via Reuters)"),

    end("/afp",         "Crews at Pelt quay after a long night on the ice, Monday /AFP"),
    end("/alamy",       "Crews at Pelt quay after a long night on the ice, Monday /Alamy"),
    end("/ap",          "Crews at Pelt quay after a long night on the ice, Monday /AP"),
    end("/reuters",     "Crews at Pelt quay after a long night on the ice, Monday /Reuters"),
    end("ap photo",     "Crews at Pelt quay after a long night on the ice, Monday. AP Photo"),
    end("getty images", "Crews at Pelt quay after a long night on the ice, Monday. Getty Images"),
    end("shutterstock", "Crews at Pelt quay after a long night on the ice, Monday. Shutterstock"),

    whole(Signpost, "developing",                              "DEVELOPING…"),
    whole(Signpost, "follow live updates",                     "Follow live updates."),
    whole(Signpost, "follow the latest",                       "Follow the latest."),
    whole(Signpost, "more details soon",                       "More details soon."),
    whole(Signpost, "more follows",                            "More follows."),
    whole(Signpost, "more on this story shortly",              "- More on this story shortly."),
    whole(Signpost, "more soon",                               "More soon…"),
    whole(Signpost, "more to follow",                          "More to follow."),
    whole(Signpost, "please check back for updates",           "Please check back for updates."),
    whole(Signpost, "this breaking news story is being updated", "This breaking news story is being updated."),
    whole(Signpost, "this is a breaking news story",           "This is a breaking news story."),
    whole(Signpost, "this is a developing story",              "This is a developing story."),
    whole(Signpost, "this story has been updated",             "The ferry is back in Pelt. This story has been updated."),
    whole(Signpost, "this live page is now closed",            "This live page is now closed."),
    whole(Signpost, "this page is closed to updates",          "This page is closed to updates."),
    whole(Signpost, "we are ending our live coverage",         "We are ending our live coverage."),
    whole(Signpost, "breaking",                                "BREAKING:"),
    whole(Signpost, "this story is developing",                "This story is developing."),

    whole(PageControl, "advertisement",                          "- Advertisement -"),
    whole(PageControl, "advertising",                            "Advertising"),
    whole(PageControl, "article continues below advertisement",  "- Article continues below advertisement -"),
    whole(PageControl, "continue reading",                       "- Continue reading"),
    whole(PageControl, "copy link",                              "Copy link"),
    whole(PageControl, "email this",                             "Email this"),
    whole(PageControl, "most read",                              "- Most read"),
    whole(PageControl, "read more",                              "- Read more"),
    whole(PageControl, "recommended",                            "Recommended"),
    whole(PageControl, "related",                                "- Related"),
    whole(PageControl, "related articles",                       "- Related articles"),
    whole(PageControl, "related stories",                        "- Related stories"),
    whole(PageControl, "save",                                   "Save"),
    whole(PageControl, "scroll down to continue",                "Scroll down to continue"),
    whole(PageControl, "share",                                  "Share"),
    whole(PageControl, "share this",                             "- Share this"),
    whole(PageControl, "share this article",                     "- Share this article"),
    whole(PageControl, "sign up",                                "- Sign up"),
    whole(PageControl, "story continues below",                  "- Story continues below"),
    whole(PageControl, "story continues below advertisement",    "- Story continues below advertisement"),
    whole(PageControl, "subscribe",                              "- Subscribe"),
    whole(PageControl, "subscribe now",                          "- Subscribe now"),
    whole(PageControl, "this video can not be played",           "This video can not be played."),
    whole(PageControl, "watch",                                  "Watch"),
];

/// Words that open a heading that asks: "What changes?".
pub(super) const ASKING: &[&str] = &["how", "what", "when", "where", "which", "who", "why"];

/// Words without a capital that a byline may hold: "By Ann Rigg and staff".
pub(super) const BYLINE_SMALL: &[&str] = &["and", "in", "at", "for", "of", "the", "staff", "&"];
