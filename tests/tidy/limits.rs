//! Holds the numbers of `docs/LIMITS.md` against the code.

use std::fs;

/// A row of the document: the bound as people read it, and the constant behind it.
struct Limit<'d> {
    line: &'d str,
    shown: &'d str,
    file: &'d str,
    constant: &'d str,
}

fn limits(document: &str) -> Vec<Limit<'_>> {
    let rows = document.lines().filter(|line| line.contains("| `src/"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [_, shown, _, place] = cells[..] else { panic!("four cells: {line}") };
        let (file, constant) = place.trim_matches('`').split_once("` `").expect("a file and a constant");
        Limit { line, shown, file, constant }
    })
    .collect()
}

/// Returns the number that a bound begins with, in the unit that follows it.
fn shown_number(shown: &str) -> Option<f64> {
    let mut words = shown.split(' ');
    let number: f64 = words.next()?.replace(',', "").parse().ok()?;
    let unit = match words.next() {
        Some("MB") => f64::from(1 << 20),
        Some("kB") => f64::from(1 << 10),
        _ => 1.0,
    };
    Some(number * unit)
}

/// Returns the value of a constant: `64 << 20`, `5_000`, `Duration::from_mins(1)`.
fn value(constant: &str) -> Option<f64> {
    let value = constant.split_once(" = ")?.1.replace('_', "");
    let number = value.split_once('(').map_or(value.as_str(), |(_, rest)| rest.trim_end_matches(')'));
    match number.split_once(" << ") {
        Some((number, by)) => Some(number.parse::<f64>().ok()? * 2f64.powi(by.parse().ok()?)),
        None => number.parse().ok(),
    }
}

#[test]
fn the_limits_are_those_of_the_code() {
    let document = fs::read_to_string("docs/LIMITS.md").expect("the document is there");
    let limits = limits(&document);
    assert!(30 < limits.len(), "only {} limits are read", limits.len());
    for Limit { line, shown, file, constant } in limits {
        let code = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(code.contains(&format!("const {constant};")), "{file} has no `const {constant};`");
        // So many deltas are unpacked behind a first text.
        let more = if constant.starts_with("MAX_DEPTH: u32") { 1.0 } else { 0.0 };
        assert_eq!(shown_number(shown), value(constant).map(|value| value + more), "{line}");
    }
}
