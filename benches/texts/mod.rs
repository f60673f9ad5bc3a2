//! Makes the texts that the benches compare.

/// Returns `n_words` words in paragraphs of three sentences, the same for the same `seed`.
pub fn text(n_words: usize, seed: usize) -> String {
    const WHO: [&str; 7] = ["police", "the mayor", "a witness", "the union", "the court", "engineers", "the ministry"];
    const WHAT: [&str; 6] = ["homes", "workers", "schools", "passengers", "officers", "vehicles"];
    let mut text = String::new();
    let mut count = 0;
    let mut at = seed;
    while count < n_words {
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = |n: usize, shift: u32| (at >> shift) % n;
        let sentence = format!(
            "At least {} {} near street {} were affected by the water after number {} failed, {} said on Monday.",
            pick(900, 33),
            WHAT[pick(6, 20)],
            pick(4_000, 12),
            pick(9_000, 40),
            WHO[pick(7, 27)]
        );
        count += sentence.split(' ').count();
        text.push_str(&sentence);
        text.push_str(if pick(3, 9) == 0 { "\n\n" } else { " " });
    }
    text
}

/// Changes one sentence in nine.
pub fn edited(text: &str) -> String {
    let mut n = 0;
    text.split_inclusive(". ")
        .map(|sentence| {
            n += 1;
            if n % 9 == 0 {
                sentence.replace("At least", "More than").replace("Monday", "Tuesday")
            } else {
                sentence.to_owned()
            }
        })
        .collect()
}
