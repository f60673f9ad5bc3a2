//! Tries what of a page is text: what is kept, what is dropped, and what changes nothing.

use chrono_tz::Tz;

use crate::ingest::html::{Extracted, extract};

const LEAD: &str = "The ferry left the harbour at noon with two hundred people on board, a spokesman said on Tuesday.";
const SECOND: &str =
    "It burnt off the cape before the coast guard could reach it, and four boats took the passengers ashore.";
const THIRD: &str =
    "Divers are to go down to the wreck on Thursday, when the wind is expected to drop, the harbour office said.";

fn page(body: &str) -> Extracted {
    extract(&format!("<html><head><title>Ferry burns</title></head><body>{body}</body></html>"), None, Tz::UTC, None)
}

/// Returns the paragraphs of an article of three paragraphs with this between the second and the third.
fn with(between: &str) -> Vec<String> {
    let article = format!("<article><h1>Ferry burns</h1><p>{LEAD}</p><p>{SECOND}</p>{between}<p>{THIRD}</p></article>");
    page(&article).text.split("\n\n").map(str::to_owned).collect()
}

#[test]
fn what_sites_put_between_paragraphs_is_no_text() {
    for between in [
        "<aside><p>Our reporters have followed the ferry for years, and here is what they found in that time.</p></aside>",
        "<button>Share on Flotsam</button>",
        "<figure><img src=a><figcaption>The ferry at dawn on Monday, seen from the quay.</figcaption></figure>",
        "<div class='newsletter-box'><p>Sign up for our letter, which is sent every morning at six.</p></div>",
        "<div class='article__related-links'><h3>Related stories</h3><p>A boat sank off the cape last year as well.</p></div>",
        "<h3>More on this</h3><ul><li><a href=1>A boat sank off the cape</a></li><li><a href=2>Harbour to close</a></li></ul>",
        "<p><strong>READ MORE: <a href=1>A boat sank off the cape</a></strong></p>",
        "<ul class='share-tools'><li><a href=1>Mail</a></li></ul>",
        "<div class='advert'>Buy a boat today, the best there is, for little money.</div>",
        "<section id='comments'><p>First! And I always said that this ferry would burn one day.</p></section>",
        "<p hidden>Secret words that no reader of this page will ever see, however long.</p>",
        "<p style='display: none'>Secret words that no reader of this page will ever see, however long.</p>",
        "<p>12 comments</p>",
        "<p>2 hours ago</p>",
        "<p>Updated at 1:23 p.m. on 11 March 2025</p>",
        "<p>Advertisement</p>",
        "<p>Follow us on Flotsam and Jetsam.</p>",
        "<div><h4><a href=1>Harbour to close</a></h4><p>The harbour will close in May, the office said on Sunday evening.</p></div>",
    ] {
        assert_eq!(with(between), [LEAD, SECOND, THIRD], "for {between}");
    }
}

#[test]
fn what_belongs_to_the_article_is_kept() {
    let long = "The captain, who has sailed the route for twenty years, was the last to leave the ship, his wife said.";
    for (between, want) in [
        (format!("<p><a href=1>{long}</a></p>"), long),
        (format!("<div><p>{long}</p></div>"), long),
        (format!("<div class=has-related-items><blockquote>{long}</blockquote></div>"), long),
        (format!("<my-paragraph>{long}</my-paragraph>"), long),
        ("<h2>What is known</h2>".to_owned(), "What is known"),
        ("<p>Nobody was hurt.</p>".to_owned(), "Nobody was hurt."),
        ("<ul><li>Four boats came</li></ul>".to_owned(), "Four boats came"),
        ("<table><tr><th>Boats<td>4</table>".to_owned(), "Boats | 4"),
        (
            "<aside class=note><p>Correction: an earlier version gave the wrong day.</p></aside>".to_owned(),
            "Correction: an earlier version gave the wrong day.",
        ),
        (
            "<p><span class=dropcap aria-hidden=true>F</span>our boats were sent at once.</p>".to_owned(),
            "Four boats were sent at once.",
        ),
    ] {
        let want = [LEAD, SECOND, want, THIRD];
        assert_eq!(with(&between), want, "for {between}");
    }
}

#[test]
fn the_article_is_found_wherever_it_stands() {
    let three = format!("<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>");
    let want = [LEAD, SECOND, THIRD].join("\n\n");
    let teasers = "<div><a href=1>Pool reopens after two years of repairs, to the joy of all</a><p>It opens on Monday at seven in the morning.</p></div>".repeat(3);
    for body in [
        format!("<main>{three}</main>"),
        format!("<aside>{three}</aside>"),
        format!("<form>{three}</form>"),
        format!("<table><tr><td>{teasers}</td><td><h1>Ferry burns</h1>{three}</td></tr></table>"),
        format!("<div class='page paywall'><div class=article-body>{three}</div></div>"),
        format!(
            "<h1>Ferry burns</h1><div><p>{LEAD}</p></div><div class=advert>Buy boats.</div><div><p>{SECOND}</p><p>{THIRD}</p></div>"
        ),
        format!("<h1>Ferry burns</h1><article>{teasers}</article><div class=story-body>{three}</div>"),
        format!("<h1>Ferry burns</h1>{LEAD}<br><br>{SECOND}<br>{THIRD}"),
    ] {
        assert_eq!(page(&body).text, want, "for {body}");
    }
}

#[test]
fn a_correction_is_kept_below_the_article() {
    let note = "Correction: An earlier version of this report said that three boats came.";
    let got = page(&format!(
        "<article><p>{LEAD}</p><p>{SECOND}</p></article><footer><p>{note}</p><p>All rights reserved.</p></footer>"
    ));
    assert_eq!(got.text, [LEAD, SECOND, note].join("\n\n"));
}

#[test]
fn entries_of_a_live_page_keep_their_times() {
    let entry = |time: &str, words: &str| {
        format!("<div class=post><time>{time}</time><h2>News</h2><div class=b><p>{words}</p></div></div>")
    };
    let got =
        page(&format!("<h1>Ferry burns</h1><div>{}{}</div>", entry("11.20 GMT", LEAD), entry("09.05 GMT", SECOND)));
    assert_eq!(got.text, ["11.20 GMT", "News", LEAD, "09.05 GMT", "News", SECOND].join("\n\n"));
}

#[test]
fn a_link_an_advert_or_a_class_more_changes_no_text() {
    let paragraphs = [
        LEAD,
        SECOND,
        THIRD,
        "Nobody was hurt.",
        "“It was over in an hour,” said Ann Lee, who keeps the light on the cape, on Wednesday.",
    ];
    let adverts = [
        "<div class=advert>Buy a boat today.</div>",
        "<aside><p>Buy a boat today, the best there is, at any price.</p></aside>",
        "<div><a href=1>Harbour to close in May</a><a href=2>Pool reopens</a></div>",
    ];
    let layouts = [
        ("<main><article>", "</article></main>", "<p", "</p>"),
        ("<div id=x><div>", "</div></div>", "<div><p", "</p></div>"),
        ("<section><div>", "</div></section>", "<div", "</div>"),
    ];
    let mut n_variants = 0;
    for (open, close, start, end) in layouts {
        let build = |linked: Option<usize>, advert: &str, at: usize, class: &str| {
            let mut body = format!("<nav><a href=1>News</a></nav>{open}<h1>Ferry burns</h1>");
            for (index, paragraph) in paragraphs.iter().enumerate() {
                if index == at {
                    body.push_str(advert);
                }
                let words =
                    if linked == Some(index) { format!("<a href=3>{paragraph}</a>") } else { (*paragraph).to_owned() };
                body.push_str(&format!("{start} class='{class}'>{words}{end}"));
            }
            page(&format!("{body}{close}<footer><p>All rights reserved.</p></footer>")).text
        };
        let want = paragraphs.join("\n\n");
        for linked in [None, Some(0), Some(1), Some(2), Some(4)] {
            for advert in adverts {
                for at in 1..5 {
                    for class in ["p1", "css-1f2e3d", "text__block"] {
                        assert_eq!(
                            build(linked, advert, at, class),
                            want,
                            "linked {linked:?}, {advert} at {at}, {class}, {open}{start}"
                        );
                        n_variants += 1;
                    }
                }
            }
        }
    }
    assert!(500 < n_variants, "{n_variants}");
}
