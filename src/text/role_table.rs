//! Lists the words that show what a paragraph is for.

use crate::model::Role;

/// Words at the beginning of a paragraph.
pub(super) struct RoleOpening {
    /// In lower case.
    pub words: &'static str,
    /// The role that they give.
    pub role: Role,
    /// A longer paragraph, in words, is something else.
    pub most_words: usize,
    /// A paragraph of that role.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test fires every row on its example"))]
    pub example: &'static str,
}

const fn opening(words: &'static str, role: Role, most_words: usize, example: &'static str) -> RoleOpening {
    RoleOpening { words, role, most_words, example }
}

/// Openings; the first that fits decides.
#[rustfmt::skip]
pub(super) const OPENINGS: &[RoleOpening] = &[
    opening("correction", Role::Notice, 90, "Correction: An earlier version of this story gave the wrong year."),
    opening("corrections", Role::Notice, 90, "Corrections and clarifications: the fee is £40, not £400."),
    opening("clarification", Role::Notice, 90, "Clarification, 3 May: the hospital has two sites."),
    opening("editor's note", Role::Notice, 90, "Editor's note: This story has been updated with a statement from the club."),
    opening("editors' note", Role::Notice, 90, "Editors' Note: We removed a photograph from this page."),
    opening("this article was amended", Role::Notice, 90, "This article was amended on 3 May 2025 to correct a name."),
    opening("this article has been", Role::Notice, 60, "This article has been corrected: the vote was on Tuesday."),
    opening("this story has been", Role::Notice, 60, "This story has been updated to include the police statement."),
    opening("this story was", Role::Notice, 60, "This story was corrected to say that the dam is in Norway."),
    opening("this version corrects", Role::Notice, 60, "This version corrects the spelling of the driver's name."),
    opening("an earlier version of this", Role::Notice, 90, "An earlier version of this article misstated the date."),
    opening("a previous version of this", Role::Notice, 90, "A previous version of this story said that nine had died."),
    opening("note:", Role::Notice, 40, "(Note: A photograph of another bridge has been removed.)"),
    opening("updated", Role::Stamp, 12, "Updated 14:32 BST"),
    opening("last updated", Role::Stamp, 12, "Last updated on 3 May 2025"),
    opening("last modified", Role::Stamp, 12, "Last modified: Sat 3 May 2025 09.10 BST"),
    opening("published", Role::Stamp, 12, "Published 3 May 2025"),
    opening("first published", Role::Stamp, 12, "First published at 10.15 on Friday"),
    opening("posted", Role::Stamp, 12, "Posted 3 hours ago"),
    opening("by", Role::Byline, 14, "By Ann Reyes and Tom Okafor in Leeds"),
    opening("reporting by", Role::Byline, 30, "Reporting by Ann Reyes; editing by Tom Okafor"),
    opening("additional reporting by", Role::Byline, 30, "Additional reporting by Ann Reyes in Leeds"),
    opening("writing by", Role::Byline, 30, "Writing by Ann Reyes"),
    opening("photo:", Role::Caption, 60, "Photo: The old harbour at dusk."),
    opening("photograph:", Role::Caption, 60, "Photograph: Ann Reyes for the Courier"),
    opening("image:", Role::Caption, 60, "Image: a map of the flooded valley"),
    opening("image source", Role::Caption, 30, "Image source, Harbour Authority"),
    opening("image caption", Role::Caption, 60, "Image caption, The bridge before the storm"),
    opening("picture:", Role::Caption, 60, "Picture: Tom Okafor"),
    opening("video:", Role::Caption, 60, "Video: the moment the crane fell"),
    opening("file photo", Role::Caption, 60, "File photo of the refinery in 2019"),
    opening("caption:", Role::Caption, 60, "Caption: The mayor on Monday."),
    opening("ap photo", Role::Caption, 30, "(AP Photo/Ann Reyes)"),
    opening("read more", Role::Furniture, 25, "Read more: How the bridge was built"),
    opening("read also", Role::Furniture, 25, "Read also: Five bridges that fell"),
    opening("read next", Role::Furniture, 25, "Read next: The last ferry of the summer"),
    opening("related", Role::Furniture, 16, "Related: Five bridges that fell"),
    opening("more on this story", Role::Furniture, 16, "More on this story"),
    opening("most read", Role::Furniture, 10, "Most read"),
    opening("more from", Role::Furniture, 8, "More from the region"),
    opening("advertisement", Role::Furniture, 6, "Advertisement"),
    opening("story continues below", Role::Furniture, 8, "Story continues below advertisement"),
    opening("article continues", Role::Furniture, 8, "Article continues after this advertisement"),
    opening("continue reading", Role::Furniture, 12, "Continue reading the main story"),
    opening("share this", Role::Furniture, 10, "Share this article"),
    opening("share on", Role::Furniture, 10, "Share on Facebook"),
    opening("sign up", Role::Furniture, 30, "Sign up for our morning newsletter"),
    opening("subscribe", Role::Furniture, 25, "Subscribe to the Courier for daily news"),
    opening("follow us", Role::Furniture, 20, "Follow us on social media"),
    opening("click here", Role::Furniture, 20, "Click here to see the map"),
    opening("skip to", Role::Furniture, 8, "Skip to main content"),
    opening("we use cookies", Role::Furniture, 60, "We use cookies to improve this site."),
    opening("copyright", Role::Furniture, 40, "Copyright 2025 The Courier. All rights reserved."),
    opening("©", Role::Furniture, 40, "© 2025 The Courier. All rights reserved."),
    opening("all rights reserved", Role::Furniture, 20, "All rights reserved."),
    opening("got a story?", Role::Furniture, 30, "Got a story? Write to our newsroom."),
    opening("do you have more information", Role::Furniture, 40, "Do you have more information about this story? Write to us."),
    opening("listen to this article", Role::Furniture, 12, "Listen to this article 4 min"),
    opening("comments", Role::Furniture, 4, "Comments (12)"),
    opening("watch:", Role::Furniture, 20, "Watch: the mayor's speech"),
    opening("photo gallery", Role::Furniture, 10, "Photo gallery: the flood in pictures"),
];

/// Words of a line of date, time or both, besides names of days and months.
#[rustfmt::skip]
pub(super) const DATE_LINE_WORDS: &[&str] = &[
    "am", "pm", "a", "p", "m", "et", "est", "edt", "bst", "gmt", "utc", "cet", "cest", "pt", "pst", "pdt", "ist", "at", "on", "of", "st", "nd", "rd", "th",
];
