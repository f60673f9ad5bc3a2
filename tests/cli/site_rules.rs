//! Tries selectors that a reader gives for a site: they are tried, kept, used wherever a page comes in, and shared.

use serde_json::Value;

use super::sandbox::Sandbox;

/// A page with a box that the general rules take for a part of the article.
fn page(url: &str) -> String {
    let line = |n: usize| format!("<p>The council met in room {n}, and heard what the engineers had found there.</p>");
    let lines: String = (0..8).map(line).collect();
    format!(
        "<html><head><link rel='canonical' href='{url}'></head><body><article><h1>The bridge</h1>{lines}\
         <div class='box'><p>Words of a box that stand in the article, though they are no part of it at all.</p></div>\
         </article></body></html>"
    )
}

fn text(desk: &Sandbox, reference: &str) -> String {
    desk.run(&format!("show {reference}"))
}

#[test]
fn selectors_are_tried_on_kept_pages_and_used_from_then_on() {
    let desk = Sandbox::new();
    let url = "https://www.post.example/bridge";
    let first = desk.file("first.html", page(url));
    desk.run(&format!("add {first} --article bridge --captured 2025-04-24T08:00:00Z"));
    assert!(text(&desk, "bridge").contains("Words of a box"));
    let tried = desk.run("site test post.example --remove .box --remove .none");
    for part in ["bridge@1", ".box: 1 element", ".none: 0 elements", "- Words of a box", "9 paragraphs", "8 paragraphs"]
    {
        assert!(tried.contains(part), "{part} in {tried}");
    }
    assert!(desk.run("site list").contains("general rules"), "a test keeps nothing");
    assert!(desk.run("site add https://www.post.example/ --remove .box").contains("post.example"));
    let second = desk.file("second.html", page("https://www.post.example/bridge-two"));
    desk.run(&format!("add {second} --article bridge-two --captured 2025-04-24T09:00:00Z"));
    assert!(!text(&desk, "bridge-two").contains("Words of a box"));
    assert!(text(&desk, "bridge").contains("Words of a box"), "versions stay as they are");
    assert!(desk.run("check").contains("well") && desk.run("site show post.example").contains(".box"));
    assert!(desk.run("site remove post.example").contains("general rules"));
}

#[test]
fn sites_are_shared_as_a_file_and_come_along_with_an_export() {
    let desk = Sandbox::new();
    desk.run("site add post.example --body 'article .story' --headline h1");
    let list = desk.run("site list --format json");
    let view: Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(view["sites"][0]["selectors"], serde_json::json!({"headline": "h1", "body": "article .story"}));
    let file = desk.file("sites.json", &list);
    let other = Sandbox::new();
    assert!(other.run(&format!("site add --file {file}")).contains("post.example"));
    assert_eq!(other.run("site show post.example"), desk.run("site show post.example"));
    let export = desk.file("export.jsonl", desk.run("export jsonl --quiet"));
    let third = Sandbox::new();
    let done = third.run(&format!("import jsonl {export}"));
    assert!(done.contains("1 site taken over"), "{done}");
    assert_eq!(third.run("export jsonl --quiet"), desk.run("export jsonl --quiet"));
}

#[test]
fn what_cannot_be_used_is_told_with_a_way_out() {
    let desk = Sandbox::new();
    let bad = desk.file("bad.json", r#"{"sites":[{"host":"a.example","selectors":{"boddy":"p"}}]}"#);
    for (line, want) in [
        ("site add post.example --body 'p['".to_owned(), "is no CSS selector"),
        ("site add post.example".to_owned(), "no selector is given"),
        (format!("site add --file {bad}"), "`boddy`"),
        ("site show pst.example".to_owned(), "no selectors are kept"),
        ("site test post.example".to_owned(), "no selectors are kept"),
        ("site add 'the post' --body p".to_owned(), "is no site"),
    ] {
        let told = desk.run(&line);
        assert!(told.contains(want) && told.contains("hint:") && told.contains("--- exit"), "{line}: {told}");
    }
    assert!(desk.run("site test post.example --body p").contains("no page of post.example is kept"));
}
