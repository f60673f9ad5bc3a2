//! Tries the lines that a site repeats: they are learnt, left out, shown and given back, and no article changes by it.

use super::sandbox::Sandbox;

const MOTION: &str = "The fares of all ferries shall be lowered before winter, the motion of the five towns begins.";
const HOUSE: &str = "The Post is owned by those who read it, and has been printed in Ashford since 1898.";

/// A page with a line of the house below the report.
fn page(number: usize, lines: &[&str], changed: &str) -> String {
    let prose = |n: usize| {
        format!(
            "<p>District{number} heard from engineer{n} of firm{number} what pillar{n} of bridge{number} cost.{changed}</p>"
        )
    };
    let prose: String = (0..6).map(prose).collect();
    let lines = lines.iter().map(|line| format!("<p>{line}</p>")).collect::<Vec<_>>().concat();
    format!(
        "<html><head><link rel='canonical' href='https://www.post.example/news/bridge{number}'></head><body><article>\
         <h1>Bridge{number} in ward{number}</h1>{prose}{lines}</article></body></html>"
    )
}

/// Adds pages one after the other.
fn add(desk: &Sandbox, numbers: std::ops::Range<usize>, lines: &[&str], changed: &str) -> String {
    let file = |n: usize| desk.file(&format!("page{n}.html"), page(n, lines, changed));
    let files: Vec<String> = numbers.map(file).collect();
    desk.run(&format!("add {}", files.join(" ")))
}

fn text(desk: &Sandbox, number: usize) -> String {
    desk.run(&format!("show bridge{number}"))
}

#[test]
fn what_a_site_repeats_is_left_out_of_articles_to_come_and_of_none_before() {
    let desk = Sandbox::new();
    add(&desk, 0..20, &[HOUSE], "");
    let known = desk.run("site lines post.example");
    assert!(known.contains(HOUSE) && known.contains("left out; learnt") && known.contains("20 of 20"), "{known}");
    let told = add(&desk, 20..21, &[HOUSE], "");
    assert!(told.contains("post.example repeats it") && told.contains("The Post is owned"), "{told}");
    assert!(text(&desk, 3).contains(HOUSE), "an article keeps what it was recorded with");
    assert!(!text(&desk, 20).contains(HOUSE));
    // The same pages again, and with a change: no line comes or goes.
    let again = add(&desk, 0..21, &[HOUSE], "");
    assert!(!again.contains("v2") && !desk.run("log").contains("  v2  "), "{again}");
    add(&desk, 3..4, &[HOUSE], " It is safe.");
    add(&desk, 20..21, &[HOUSE], " It is safe.");
    for number in [3, 20] {
        let diff = desk.run(&format!("diff bridge{number}"));
        let is_edit = |line: &str| line.starts_with(['+', '-']) && line.contains("is owned by those");
        assert!(diff.contains("+ It is safe") && !diff.lines().any(is_edit), "{diff}");
    }
}

#[test]
fn a_line_that_the_reader_calls_text_stays_in_articles_to_come() {
    let desk = Sandbox::new();
    add(&desk, 0..20, &[HOUSE], "");
    add(&desk, 20..21, &[HOUSE], "");
    assert!(desk.run("site lines --keep 1").contains("text since"), "{}", desk.run("site lines"));
    add(&desk, 21..22, &[HOUSE], "");
    assert!(text(&desk, 21).contains(HOUSE));
    let again = add(&desk, 20..21, &[HOUSE], "");
    assert!(!text(&desk, 20).contains(HOUSE) && !again.contains("v2"), "{again}");
    assert!(desk.run("site lines --drop 1").contains("left out; learnt"));
    add(&desk, 22..23, &[HOUSE], "");
    assert!(!text(&desk, 22).contains(HOUSE) && text(&desk, 21).contains(HOUSE));
    assert!(desk.run("site lines --keep 7").contains("no repeated line has the number 7"));
    assert!(desk.run("check").contains("well"));
}

#[test]
fn what_only_some_articles_quote_is_text() {
    // The line is text as far as the page tells, so that only the number of articles that have it decides.
    for (having, is_learnt) in [(5, false), (7, true)] {
        let desk = Sandbox::new();
        add(&desk, 0..having, &[MOTION], "");
        assert!(text(&desk, 0).contains(MOTION), "it is recorded");
        add(&desk, having..24, &[], "");
        let known = desk.run("site lines post.example --learn --width 0");
        assert_eq!((known.contains(MOTION), known.contains("no line is known")), (is_learnt, !is_learnt), "{known}");
    }
}

#[test]
fn lines_and_where_they_are_left_out_come_along_with_an_export() {
    let desk = Sandbox::new();
    add(&desk, 0..20, &[HOUSE], "");
    add(&desk, 20..22, &[HOUSE], "");
    desk.run("site lines --keep 1");
    let export = desk.file("export.jsonl", desk.run("export jsonl --quiet"));
    let other = Sandbox::new();
    other.run(&format!("import jsonl {export}"));
    assert_eq!(other.run("export jsonl --quiet"), desk.run("export jsonl --quiet"));
    assert_eq!(other.run("site lines"), desk.run("site lines"));
    add(&other, 3..4, &[HOUSE], "");
    add(&other, 20..21, &[HOUSE], "");
    assert!(text(&other, 3).contains(HOUSE) && !text(&other, 20).contains(HOUSE));
    assert!(!other.run("log").contains("  v2  "));
}

#[test]
fn what_is_left_out_of_an_article_stays_out_however_short_the_rest_is_and_is_known_when_it_comes_again() {
    let desk = Sandbox::new();
    add(&desk, 0..20, &[HOUSE], "");
    add(&desk, 20..21, &[HOUSE], "");
    let brief = page(20, &[HOUSE], "");
    let (head, rest) = brief.split_once("<p>").unwrap();
    let (_, tail) = rest.split_once(&format!("<p>{HOUSE}")).unwrap();
    let file = desk.file("page20.html", format!("{head}<p>The bridge is shut.</p><p>{HOUSE}{tail}"));
    let told = desk.run(&format!("add {file}"));
    assert!(told.contains("v2") && text(&desk, 20).contains("The bridge is shut"), "{told}");
    assert!(!text(&desk, 20).contains("is owned by those"), "{}", text(&desk, 20));
    desk.run("forget bridge20@1 --reason asked --yes");
    let again = add(&desk, 20..21, &[HOUSE], "");
    assert!(again.contains("a version with these words was removed on"), "{again}");
}

#[test]
fn a_line_goes_with_the_last_article_that_had_it() {
    let desk = Sandbox::new();
    add(&desk, 0..20, &[HOUSE], "");
    add(&desk, 20..21, &[HOUSE], "");
    desk.run("forget bridge3 --reason asked --yes");
    assert!(desk.run("site lines").contains(HOUSE), "others have it");
    for number in (0..21).filter(|number| *number != 3) {
        desk.run(&format!("forget bridge{number} --reason asked --yes"));
    }
    let left = desk.run("site lines");
    assert!(!left.contains(HOUSE) && left.contains("no line is known"), "{left}");
    assert!(desk.run("check").contains("well"));
}
