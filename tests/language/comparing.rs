//! Holds that comparing two texts takes memory in line with their length.
//!
//! Every sentence of the two texts differs in a number, so each has a facet: were a whole text copied for each, ten times
//! the sentences would take a hundred times the memory.

use writethru::claim::read_side;
use writethru::diff::compare;
use writethru::model::Setting;

/// Returns a text of `n` sentences, each a paragraph of its own, in which each crew found `more` crates than its number.
fn crews(n: usize, more: usize) -> String {
    const GOODS: [&str; 7] = ["apples", "lamps", "kettles", "ropes", "candles", "bricks", "ladders"];
    const PLACES: [&str; 5] = ["harbour", "market", "station", "quarry", "school"];
    let sentence = |at: usize| {
        let (goods, place) = (GOODS[at % GOODS.len()], PLACES[at % PLACES.len()]);
        format!("Crew number {at} found {} crates of {goods} behind the {place}.", at + more)
    };
    (1..=n).map(sentence).collect::<Vec<_>>().join("\n\n")
}

/// Returns how many bytes the comparison of two texts of `n` sentences allocates in all, freed or not.
fn allocated(n: usize) -> u64 {
    let (old, new) = (crews(n, 200), crews(n, 300));
    let side = |text| read_side(None, text, Setting::default());
    let (old, new) = (side(&old), side(&new));
    let mut n_changes = 0;
    let used = allocation_counter::measure(|| n_changes = compare(&old, &new).changes.len());
    assert!(n / 2 < n_changes, "{n_changes} changes of {n}");
    used.bytes_total
}

#[test]
fn comparing_takes_memory_in_line_with_the_length() {
    let (short, long) = (allocated(100), allocated(1_000));
    assert!(long <= 12 * short, "{short} bytes for 100 sentences, {long} for ten times as many");
}
