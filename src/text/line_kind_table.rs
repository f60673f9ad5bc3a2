//! Lists the words by which a line shows that it is no prose: notices, stamps, bylines, captions, signposts, page controls.
//!
//! `OPENINGS` holds what opens a paragraph, `LINE_ROWS` what a sentence or line
//! begins or ends with, `PAGE_ROWS` what only readers of web pages need besides.

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
    /// A paragraph begins with them, but for marks.
    Opening,
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
    /// A paragraph of no more words that begins with them is of the kind as a whole; 0 where the beginning shows nothing.
    pub most_words: usize,
    /// Whether readers of web pages ask for the row too.
    pub on_pages: bool,
    /// A paragraph in the middle of an article; its last sentence is of the kind. Of an opening: a paragraph of the kind.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs every row on its example"))]
    pub example: &'static str,
}

const fn row(kind: LineKind, part: LinePart, words: &'static str, example: &'static str) -> LineRow {
    LineRow { words, part, kind, most_words: 0, on_pages: false, example }
}

const fn whole(kind: LineKind, words: &'static str, example: &'static str) -> LineRow {
    row(kind, LinePart::Whole, words, example)
}

const fn start(kind: LineKind, words: &'static str, example: &'static str) -> LineRow {
    row(kind, LinePart::Start, words, example)
}

/// A row of words that begin a sentence of a longer line as well as a whole paragraph.
const fn start_or_opening(kind: LineKind, most_words: usize, words: &'static str, example: &'static str) -> LineRow {
    LineRow { most_words, ..start(kind, words, example) }
}

const fn line_start(kind: LineKind, words: &'static str, example: &'static str) -> LineRow {
    row(kind, LinePart::LineStart, words, example)
}

const fn brackets(words: &'static str, example: &'static str) -> LineRow {
    row(LineKind::Caption, LinePart::Brackets, words, example)
}

const fn end(words: &'static str, example: &'static str) -> LineRow {
    row(LineKind::Caption, LinePart::End, words, example)
}

const fn opening(kind: LineKind, most_words: usize, words: &'static str, example: &'static str) -> LineRow {
    LineRow { most_words, ..row(kind, LinePart::Opening, words, example) }
}

const fn on_pages(row: LineRow) -> LineRow {
    LineRow { on_pages: true, ..row }
}

use LineKind::{Byline, Caption, Furniture, Notice, PageControl, Signpost, TimeStamp};

/// Openings of paragraphs; the first that fits decides.
#[rustfmt::skip]
pub(super) static OPENINGS: &[LineRow] = &[
    on_pages(opening(Notice, 90, "correction", "Correction: An earlier version of this story gave the wrong year.")),
    on_pages(opening(Notice, 90, "corrections", "Corrections and clarifications: the fee is £40, not £400.")),
    on_pages(opening(Notice, 90, "clarification", "Clarification, 3 May: the hospital has two sites.")),
    on_pages(opening(Notice, 90, "clarifications", "Clarifications: the hospital has two sites.")),
    on_pages(opening(Notice, 90, "editor's note", "Editor's note: This story has been updated with a statement from the club.")),
    on_pages(opening(Notice, 90, "editors' note", "Editors' Note: We removed a photograph from this page.")),
    on_pages(opening(Notice, 90, "this article was amended", "This article was amended on 3 May 2025 to correct a name.")),
    on_pages(opening(Notice, 90, "this article was corrected", "This article was corrected to give the right day.")),
    on_pages(opening(Notice, 90, "this article was updated", "This article was updated to include the mayor's words.")),
    on_pages(opening(Notice, 90, "this report has been corrected", "This report has been corrected to give the right day.")),
    opening(Notice, 60, "this article has been", "This article has been corrected: the vote was on Tuesday."),
    opening(Notice, 60, "this story has been", "This story has been updated to include the police statement."),
    opening(Notice, 60, "this story was", "This story was corrected to say that the dam is in Norway."),
    opening(Notice, 60, "this version corrects", "This version corrects the spelling of the driver's name."),
    on_pages(opening(Notice, 90, "an earlier version of this", "An earlier version of this article misstated the date.")),
    on_pages(opening(Notice, 90, "a previous version of this", "A previous version of this story said that nine had died.")),
    opening(Notice, 40, "note:", "(Note: A photograph of another bridge has been removed.)"),
    opening(TimeStamp, 12, "updated", "Updated 14:32 BST"),
    opening(TimeStamp, 12, "last updated", "Last updated on 3 May 2025"),
    opening(TimeStamp, 12, "last modified", "Last modified: Sat 3 May 2025 09.10 BST"),
    opening(TimeStamp, 12, "published", "Published 3 May 2025"),
    opening(TimeStamp, 12, "first published", "First published at 10.15 on Friday"),
    opening(TimeStamp, 12, "posted", "Posted 3 hours ago"),
    opening(Byline, 14, "by", "By Ann Reyes and Tom Okafor in Leeds"),
    opening(Byline, 30, "writing by", "Writing by Ann Reyes"),
    opening(Caption, 30, "ap photo", "(AP Photo/Ann Reyes)"),
    opening(Furniture, 25, "read more", "Read more in our spring magazine"),
    opening(Furniture, 25, "read also", "Read also – Five bridges that fell"),
    opening(Furniture, 25, "read next", "Read next – The last ferry of the summer"),
    opening(Furniture, 16, "related", "Related – Five bridges that fell"),
    opening(Furniture, 16, "more on this story", "More on this story"),
    opening(Furniture, 10, "most read", "Most read"),
    opening(Furniture, 8, "more from", "More from the region"),
    opening(Furniture, 6, "advertisement", "Advertisement"),
    opening(Furniture, 8, "story continues below", "Story continues below advertisement"),
    opening(Furniture, 8, "article continues", "Article continues after this advertisement"),
    opening(Furniture, 12, "continue reading", "Continue reading the main story"),
    opening(Furniture, 10, "share this", "Share this article"),
    opening(Furniture, 10, "share on", "Share on Facebook"),
    opening(Furniture, 30, "sign up", "Sign up today and read the morning newsletter"),
    opening(Furniture, 25, "subscribe", "Subscribe now and read the Courier daily"),
    opening(Furniture, 20, "follow us", "Follow us wherever you are"),
    opening(Furniture, 20, "click here", "Click here to see the map"),
    opening(Furniture, 8, "skip to", "Skip to main content"),
    opening(Furniture, 60, "we use cookies", "We use cookies to improve this site."),
    opening(Furniture, 40, "copyright", "Copyright 2025 The Courier. All rights reserved."),
    opening(Furniture, 40, "©", "© 2025 The Courier. All rights reserved."),
    opening(Furniture, 20, "all rights reserved", "All rights reserved."),
    opening(Furniture, 30, "got a story?", "Got a story? Write to our newsroom."),
    opening(Furniture, 40, "do you have more information", "Do you have more information about this story? Write to us."),
    opening(Furniture, 12, "listen to this article", "Listen to this article 4 min"),
    opening(Furniture, 4, "comments", "Comments (12)"),
    opening(Furniture, 20, "watch:", "Watch: the mayor's speech"),
    opening(Furniture, 10, "photo gallery", "Photo gallery: the flood in pictures"),
];

/// Every row.
#[rustfmt::skip]
pub(super) static LINE_ROWS: &[LineRow] = &[
    start_or_opening(Byline, 30, "additional reporting by ", "Additional reporting by Ann Rigg."),
    start(Byline, "edited by ",               "Edited by Tom Reed."),
    start_or_opening(Byline, 30, "reporting by ",            "Reporting by Ann Rigg."),
    start(Byline, "with reporting by ",       "With reporting by Ann Rigg."),

    line_start(Caption, "[image]", "[IMAGE] A ferry lies at the quay. It is painted blue. It holds 40 cars. It was built in May."),
    line_start(Caption, "alt text:", "Alt text: A ferry lies at the quay. It is painted blue. It holds 40 cars. It was built in May."),
    start_or_opening(Caption, 60, "caption:",        "The quay on Monday. Caption: The ferry lay there."),
    start_or_opening(Caption, 60, "file photo",      "The quay in winter. File photo"),
    start(Caption, "graphic:",        "Where the ferry sank. Graphic: Ann Rigg"),
    start_or_opening(Caption, 60, "image caption",   "The quay on Monday. Image caption: The ferry lay there."),
    start(Caption, "image copyright", "The quay on Monday. Image copyright Harbour Office"),
    start(Caption, "image credit",    "The quay on Monday. Image credit Harbour Office"),
    start_or_opening(Caption, 30, "image source",    "The quay on Monday. Image source Harbour Office"),
    start_or_opening(Caption, 60, "image:",          "The quay on Monday. Image: Ann Rigg"),
    start(Caption, "media caption",   "Media caption The ferry left the quay."),
    start(Caption, "photo by ",       "The quay on Monday. Photo by Ann Rigg"),
    start_or_opening(Caption, 60, "photo:",          "The quay on Monday. Photo: Ann Rigg"),
    start_or_opening(Caption, 60, "photograph:",     "The quay on Monday. Photograph: Ann Rigg"),
    start(Caption, "photos:",         "Photos: The ferry and the quay."),
    start_or_opening(Caption, 60, "picture:",        "The quay on Monday. Picture: Ann Rigg"),
    start(Caption, "pictured:",       "Pictured: The ferry left the quay."),
    start_or_opening(Caption, 60, "video:",          "The quay on Monday. Video: Ann Rigg"),
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

/// Words without a capital that a byline may hold: "By Ann Rigg and staff".
pub(super) static BYLINE_SMALL: &[&str] = &["and", "in", "at", "for", "of", "the", "staff", "&"];

/// Openings of lines of web pages: those that lead elsewhere, and notes on what was changed.
#[rustfmt::skip]
pub(super) static PAGE_ROWS: &[LineRow] = &[
    opening(Furniture, 45, "read more:", "Read more: The mill in pictures"),
    opening(Furniture, 45, "read more about", "Read more about the fire"),
    opening(Furniture, 45, "read more on", "Read more on this story"),
    opening(Furniture, 45, "read also:", "Read also: The mill in pictures"),
    opening(Furniture, 45, "also read:", "Also read: The mill in pictures"),
    opening(Furniture, 45, "read next:", "Read next: The mill in pictures"),
    opening(Furniture, 45, "more:", "More: The mill in pictures"),
    opening(Furniture, 45, "more :", "MORE : The mill in pictures"),
    opening(Furniture, 45, "see also:", "See also: The mill in pictures"),
    opening(Furniture, 45, "related:", "Related: The mill in pictures"),
    opening(Furniture, 45, "related article", "Related article: The mill in pictures"),
    opening(Furniture, 45, "related articles", "Related articles: The mill in pictures"),
    opening(Furniture, 45, "follow us on", "Follow us on social media"),
    opening(Furniture, 45, "follow him on", "Follow him on social media"),
    opening(Furniture, 45, "follow her on", "Follow her on social media"),
    opening(Furniture, 45, "follow them on", "Follow them on social media"),
    opening(Furniture, 45, "like us on", "Like us on social media"),
    opening(Furniture, 45, "join us on", "Join us on social media"),
    opening(Furniture, 45, "sign up for", "Sign up for our morning letter"),
    opening(Furniture, 45, "sign up to", "Sign up to our morning letter"),
    opening(Furniture, 45, "subscribe to", "Subscribe to our podcast"),
    opening(Furniture, 45, "get in touch with", "Get in touch with our newsdesk"),
    opening(Furniture, 45, "like this story?", "Like this story? Share it"),
    opening(Furniture, 45, "want more stories", "Want more stories like this?"),
    opening(Furniture, 45, "do you have a story", "Do you have a story for us?"),
    opening(Furniture, 45, "contact us at", "Contact us at the newsdesk"),
    opening(Furniture, 45, "download our app", "Download our app"),
    opening(Furniture, 45, "download the app", "Download the app"),
    opening(Notice, 90, "corrected", "Corrected on Monday: the bridge was shut."),
    opening(Notice, 90, "this article has been amended", "This article has been amended to give the right day."),
    opening(Notice, 90, "this article has been corrected", "This article has been corrected to give the right day."),
    opening(Notice, 90, "this article has been updated to", "This article has been updated to include the mayor's words."),
    opening(Notice, 90, "this story has been amended", "This story has been amended to give the right day."),
    opening(Notice, 90, "this story has been corrected", "This story has been corrected to give the right day."),
    opening(Notice, 90, "this story has been updated to", "This story has been updated to include the mayor's words."),
    opening(Notice, 90, "this story was corrected", "This story was corrected to give the right day."),
    opening(Notice, 90, "this story was updated", "This story was updated to give the right day."),
];

/// Words of a line of date, time or both, besides names of days, months and zones.
#[rustfmt::skip]
pub(super) static DATE_LINE_WORDS: &[&str] = &[
    "am", "pm", "a", "p", "m", "at", "on", "of", "st", "nd", "rd", "th",
];
