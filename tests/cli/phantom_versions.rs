//! Looks at a page whose words stay the same while everything around and between them changes: none makes a version.

use crate::sandbox::{Sandbox, is_long};

/// Bytes as variation selectors, as C2PA writes a manifest into a text.
fn selectors(bytes: &[u8]) -> String {
    let selector = |byte: &u8| char::from_u32(u32::from(*byte) + if *byte < 16 { 0xFE00 } else { 0xE0100 - 16 });
    bytes.iter().filter_map(selector).collect()
}

/// The page as the `n`-th visitor gets it.
fn page(n: usize) -> String {
    let manifest = [b"C2PATXT\0\x01\0\0\0\x08".as_slice(), &n.to_be_bytes()].concat();
    let signed = format!("\u{FEFF}{}", selectors(&manifest));
    let watermark = |at: usize| if n >> at & 1 == 1 { "\u{200B}" } else { "&#8203;\u{200C}" };
    let (a, b) = (watermark(0), watermark(1));
    format!(
        r#"<!doctype html><html><head><title>Bridge closed | Courier</title><meta name="csrf" content="{n:x}">
<script nonce="n{n}">track("{n}")</script></head><body class="theme-{n}">
<nav><ul><li><a href="/">Home</a><li><a href="/live?{n}">Live ({n})</a></ul></nav>
<main><article data-id="{n}"><h1>Bridge{a} closed after storm{b}</h1>
<p>The old bridge in Marsh End was{a} closed on Monday{b} after a storm damaged two of its pillars, the council said.</p>
<aside class="advert"><p>Offer {n}: only today, shoes for {n} crowns.</p></aside>
<p>Engineers will examine the pillars this week, and buses{b} go by way of Kiln Road until then.{a}</p>
<p>“We ask everybody to stay away from the river,” said Ann Lee, who leads the council.{signed}</p></article></main>
<aside class="most-read"><h2>Most read</h2><ol><li><a href="/{n}">Story number {n}</a></ol></aside>
<footer><p>Page made in {n} ms</p></footer></body></html>"#
    )
}

#[test]
fn a_page_that_is_signed_and_marked_anew_makes_no_version() {
    let looks = if is_long() { 1000 } else { 60 };
    let sandbox = Sandbox::new();
    let lines = (0..looks).map(|n| {
        let (minutes, html) = (n % 60, page(n));
        let captured = format!("2025-03-{:02}T{:02}:{minutes:02}:00Z", 1 + n / 1440, n / 60 % 24);
        let url = "https://courier.example/bridge";
        serde_json::json!({"story": "bridge", "article": "courier", "url": url, "captured": captured, "html": html})
            .to_string()
    });
    let path = sandbox.file("looks.jsonl", lines.collect::<Vec<_>>().join("\n"));
    sandbox.run(&format!("import jsonl {path}"));
    let log: serde_json::Value = serde_json::from_str(&sandbox.run("log --looks --format json")).unwrap();
    let versions = log["articles"][0]["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 1, "{}", sandbox.run("changes"));
    assert_eq!(versions[0]["looks"], looks);
    for seen in versions[0]["seen"].as_array().unwrap() {
        let kinds: Vec<&str> =
            seen["hidden_marks"].as_array().unwrap().iter().filter_map(|mark| mark["kind"].as_str()).collect();
        assert_eq!(kinds, ["c2pa-manifest", "zero-width"]);
    }
    let text = sandbox.run("show bridge/courier --plain");
    assert!(text.is_ascii() || text.chars().all(|c| c.is_ascii() || matches!(c, '“' | '”')), "{text:?}");
    assert!(sandbox.run("log --looks").contains("with 1 C2PA manifest"), "{}", sandbox.run("log --looks"));
    assert!(sandbox.run("check").contains("all is well"));
}
