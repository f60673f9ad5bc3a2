//! Times the comparison of two versions: typed, by words only, and how it grows.
//!
//! `cargo bench --bench compare`. Analyses are made before the clock starts,
//! except where the name says `read`.

mod allocator;
mod texts;

use divan::{Bencher, black_box};
use texts::{edited, text};
use writethru::claim::read_side;
use writethru::diff::compare;
use writethru::diff::text_diff;
use writethru::diff::words::word_diff;
use writethru::model::Setting;

fn main() {
    divan::main();
}

#[divan::bench(args = [1_050, 20_000])]
fn typed(bencher: Bencher<'_, '_>, n_words: usize) {
    let old = text(n_words, 1);
    let new = edited(&old);
    let (a, b) = (read_side(None, &old, Setting::default()), read_side(None, &new, Setting::default()));
    bencher.bench_local(|| compare(black_box(&a), black_box(&b)));
}

#[divan::bench(args = [20_000])]
fn paragraphs_reversed(bencher: Bencher<'_, '_>, n_words: usize) {
    let old = text(n_words, 1);
    let mut new: Vec<&str> = old.split("\n\n").collect();
    new.reverse();
    let new = new.join("\n\n");
    let (a, b) = (read_side(None, &old, Setting::default()), read_side(None, &new, Setting::default()));
    bencher.bench_local(|| compare(black_box(&a), black_box(&b)));
}

#[divan::bench(args = [170_000], sample_count = 3)]
fn unrelated_megabyte(bencher: Bencher<'_, '_>, n_words: usize) {
    let (old, new) = (text(n_words, 1), text(n_words, 99));
    let (a, b) = (read_side(None, &old, Setting::default()), read_side(None, &new, Setting::default()));
    bencher.bench_local(|| compare(black_box(&a), black_box(&b)));
}

#[divan::bench(args = [1_050])]
fn words_only(bencher: Bencher<'_, '_>, n_words: usize) {
    let old = text(n_words, 1);
    let new = edited(&old);
    bencher.bench_local(|| word_diff::diff(black_box(&old), black_box(&new)));
}

#[divan::bench(args = [1_050, 20_000])]
fn words_and_moves(bencher: Bencher<'_, '_>, n_words: usize) {
    let old = text(n_words, 1);
    let new = edited(&old);
    bencher.bench_local(|| text_diff::diff(black_box(&old), black_box(&new)));
}
