//! Learns what tells a changed fact from the same fact told otherwise, and prints the trees.
//!
//! `cargo run --release --example train_facts FILE…` reads a pair a line, in one of two forms:
//! `{id, doc?, a, b, published_a?, published_b?, plant?, expect: {weight, facets, optional?}}` is a labelled change, and
//! each facet that the finders propose for it is a sample: a fact where it overlaps a labelled fact, else none; both
//! directions of the pair are learnt from. `{id, doc?, a, b, label}` says only whether a fact changed (any label but
//! `style`); every fourth is used.
//!
//! Pairs that change no fact are used again with one planted change (a digit, a day, a letter of a name, a negation, a word
//! of a set of contrasts), so that a small change in a heavy rewrite is learnt too; `"plant": false` leaves that out.
//! `train_facts_rows.py` makes further rows: several changes in one text, changes among paragraphs that stay, and the
//! versions of whole stories.
//!
//! Boosted trees of three cuts; every fifth part of the documents is held out in turn to measure. The same input prints
//! the same table.

mod boost;

use std::collections::BTreeMap;
use std::fs;

use boost::{Samples, Settings, grow, print_table};
use serde_json::Value;
use writethru::claim;
use writethru::diff::coverage::features::{FactFeatures, N_FEATURES, name};
use writethru::diff::proposed_facets;
use writethru::diff::trees::{DecisionTree, score};
use writethru::model::{Facet, Setting};

const ROUNDS: usize = 150;
const SETTINGS: Settings = Settings { rate: 0.15, decay: 1.0, fewest: 15.0 };
const BIAS: f32 = -0.7;
/// Least overlap of a proposed and a labelled facet, as F1 of their words.
const LEAST_OVERLAP: f32 = 0.35;
/// A labelled fact inside a longer facet counts when the facet holds this share of its words.
const LEAST_HELD: f32 = 0.85;
const FOLDS: u32 = 5;
/// A pair with fewer bytes is used once, as it is.
const SHORT: usize = 150;

/// A facet with its label.
struct Sample {
    features: FactFeatures,
    is_fact: bool,
}

/// A pair of texts.
struct Row {
    file: String,
    fold: u32,
    is_material: bool,
    is_planted: bool,
    /// Facets as proposed from old to new, then from new to old.
    samples: [Vec<Sample>; 2],
}

fn main() {
    let contrasts = contrasts();
    let mut rows: Vec<Row> = Vec::new();
    for path in std::env::args().skip(1) {
        let text = fs::read_to_string(&path).expect("the file can be read");
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).expect("a JSON object a line");
            if value["expect"].is_object() {
                rows.push(labelled(&path, &value));
                rows.extend(planted(&path, &value, &contrasts));
            } else {
                rows.extend(labelled_as_whole(&path, &value));
            }
        }
    }
    let mut measured = BTreeMap::new();
    for held in 0..FOLDS {
        let known: Vec<&Row> = rows.iter().filter(|row| row.fold != held).collect();
        measure(&rows, held, &learn(&known), &mut measured);
    }
    measured.iter().for_each(|(file, counts)| report(file, counts));
    print_table(&learn(&rows.iter().collect::<Vec<_>>()), BIAS, name);
}

fn learn(rows: &[&Row]) -> Vec<DecisionTree> {
    let samples: Vec<&Sample> = rows.iter().flat_map(|row| row.samples.iter().flatten()).collect();
    let features: Vec<&FactFeatures> = samples.iter().map(|sample| &sample.features).collect();
    let binned = Samples::<N_FEATURES>::new(&features);
    let mut scores = vec![BIAS; samples.len()];
    let mut trees = Vec::new();
    for _ in 0..ROUNDS {
        let slope = |(sample, score): (&&Sample, &f32)| {
            let likely = 1.0 / (1.0 + (-score).exp());
            (f32::from(u8::from(sample.is_fact)) - likely, (likely * (1.0 - likely)).max(1e-6))
        };
        let slopes: Vec<(f32, f32)> = samples.iter().zip(&scores).map(slope).collect();
        let tree = grow(&binned, &slopes, SETTINGS);
        scores.iter_mut().zip(&features).for_each(|(score, features)| *score += tree.leaves[tree.leaf(&features[..])]);
        trees.push(tree);
    }
    trees
}

/// Thresholds that are measured.
const THRESHOLDS: [f32; 4] = [-0.8, -0.4, 0.0, 0.4];

/// For each threshold: harmless rows called material, harmless rows, material rows missed, material rows.
type Counts = [[usize; 4]; THRESHOLDS.len()];

fn measure(rows: &[Row], held: u32, trees: &[DecisionTree], measured: &mut BTreeMap<String, Counts>) {
    for row in rows.iter().filter(|row| row.fold == held) {
        let best = row.samples[0].iter().map(|sample| score(trees, BIAS, &sample.features)).fold(f32::MIN, f32::max);
        let file = format!("{}{}", row.file, if row.is_planted { " (planted)" } else { "" });
        for (counts, threshold) in measured.entry(file).or_default().iter_mut().zip(THRESHOLDS) {
            let at = if row.is_material { 2 } else { 0 };
            counts[at] += usize::from((threshold < best) != row.is_material);
            counts[at + 1] += 1;
        }
    }
}

fn report(file: &str, counts: &Counts) {
    for ([called, harmless, missed, material], threshold) in counts.iter().zip(THRESHOLDS) {
        let share = |part: &usize, whole: &usize| *part as f32 / (*whole).max(1) as f32;
        eprintln!(
            "{file} at {threshold}: harmless called material {:.3}, material missed {:.3}, right {:.3}",
            share(called, harmless),
            share(missed, material),
            1.0 - share(&(called + missed), &(harmless + material))
        );
    }
}

/// Returns the facets that are proposed for a pair, read from `x` to `y`.
fn proposals(value: &Value, (x, a): (&str, &str), (y, b): (&str, &str)) -> Vec<(Facet, FactFeatures)> {
    let setting = |side: &str| {
        let published = value[format!("published_{side}")].as_str().and_then(|at| at.parse().ok());
        Setting { published, ..Setting::default() }
    };
    let (old, new) = (claim::read_side(None, a, setting(x)), claim::read_side(None, b, setting(y)));
    proposed_facets(&old, &new)
}

fn fold_of(id: &str) -> u32 {
    id.bytes().fold(7_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619)) / 64 % FOLDS
}

fn labelled(path: &str, value: &Value) -> Row {
    let expect = &value["expect"];
    let is_material = expect["weight"] == "material";
    let samples = [false, true].map(|turned| {
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let (mut x, mut y) = ("a", "b");
        if turned {
            (x, y) = (y, x);
        }
        let proposed = proposals(value, (x, &field(x)), (y, &field(y)));
        let label = |(mut facet, features): (Facet, FactFeatures)| {
            if turned {
                std::mem::swap(&mut facet.before, &mut facet.after);
            }
            let is_fact = if is_material { label(&facet, expect) } else { Some(false) };
            is_fact.map(|is_fact| Sample { features, is_fact })
        };
        proposed.into_iter().filter_map(label).collect()
    });
    Row { file: path.to_owned(), fold: fold_of(document_of(value)), is_material, is_planted: false, samples }
}

/// Returns what a pair is taken from, which is held out as a whole.
fn document_of(value: &Value) -> &str {
    value["doc"].as_str().or(value["id"].as_str()).unwrap_or_default()
}

/// Of pairs that are only known to change a fact or none, every so many are learnt from.
const EVERY_WHOLE: u32 = 4;

/// Returns a pair of which only the whole has a label; one that changes a fact says which only where it has one facet.
fn labelled_as_whole(path: &str, value: &Value) -> Option<Row> {
    let id = value["id"].as_str().unwrap_or_default();
    let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let is_material = field("label") != "style";
    if !fold_of(&format!("whole {id}")).is_multiple_of(EVERY_WHOLE) {
        return None;
    }
    let proposed = proposals(value, ("a", &field("a")), ("b", &field("b")));
    let known = !is_material || proposed.len() == 1;
    let sample = |(_, features)| Sample { features, is_fact: is_material };
    let samples = [proposed.into_iter().filter(|_| known).map(sample).collect(), Vec::new()];
    let fold = fold_of(document_of(value));
    Some(Row { file: path.to_owned(), fold, is_material, is_planted: false, samples })
}

/// Returns whether a facet is a labelled fact; `None` where it is right and not asked for.
fn label(facet: &Facet, expect: &Value) -> Option<bool> {
    let list = |name: &str| expect[name].as_array().cloned().unwrap_or_default();
    let asked = list("facets").into_iter().map(|gold| (overlap(facet, &gold), true, gold));
    let optional = list("optional").into_iter().map(|gold| (overlap(facet, &gold) - 0.15, false, gold));
    let best = asked.chain(optional).filter(|(like, ..)| LEAST_OVERLAP < *like).max_by(|x, y| x.0.total_cmp(&y.0));
    let Some((_, asked, gold)) = best else { return Some(false) };
    let harmless = ["wording", "typography", "order", "byline", "notice", "headline"];
    match () {
        () if harmless.iter().any(|kind| gold["kind"] == *kind) => Some(false),
        () => asked.then_some(true),
    }
}

/// Returns how much a proposed facet and a labelled one have in common.
fn overlap(facet: &Facet, gold: &Value) -> f32 {
    let sides = [(facet.before.as_deref(), gold["before"].as_str()), (facet.after.as_deref(), gold["after"].as_str())];
    let mut like = 0.0_f32;
    let (mut held, mut n_words) = (false, 0);
    for (own, gold) in sides {
        n_words += own.map_or(0, |own| words(own).len());
        if let (Some(own), Some(gold)) = (own, gold) {
            let (own, gold) = (words(own), words(gold));
            let shared = gold.iter().filter(|word| own.contains(word)).count() as f32;
            like = like.max(2.0 * shared / (own.len() + gold.len()).max(1) as f32);
            held |= LEAST_HELD * gold.len() as f32 <= shared;
        }
    }
    if sides.iter().any(|(own, gold)| own.is_some() != gold.is_some()) {
        like *= 0.8;
    }
    if facet.kind.as_str() != "wording" && gold["kind"] == facet.kind.as_str() {
        like += 0.1;
    }
    let whole = gold["kind"] == "headline" || gold["kind"] == "order";
    if held && 6 <= n_words && !whole { like.max(LEAST_OVERLAP + 0.01) } else { like }
}

fn words(text: &str) -> Vec<String> {
    let own = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    own.map(str::to_lowercase).collect()
}

/// Returns a harmless pair with one change planted in the new text, one row for each kind of change that fits.
fn planted(path: &str, value: &Value, contrasts: &BTreeMap<String, String>) -> Vec<Row> {
    // In a short pair nothing hides a change.
    let is_short = value["b"].as_str().is_some_and(|text| text.len() < SHORT);
    if is_short || value["plant"] == false || value["expect"]["weight"] == "material" {
        return vec![];
    }
    let (a, b) = (value["a"].as_str().unwrap_or_default(), value["b"].as_str().unwrap_or_default());
    let id = document_of(value);
    let mut rows = Vec::new();
    for plant in [digit, day, letter, negation] {
        rows.extend(plant(b).map(|(text, old, new)| planted_row(path, value, (id, a), (&text, &old, &new))));
    }
    let own: Vec<&str> = b.split(' ').filter(|word| contrasts.contains_key(*word)).collect();
    for word in own.iter().step_by(own.len().div_ceil(2).max(1)) {
        let other = &contrasts[*word];
        let text = b.replacen(&format!(" {word} "), &format!(" {other} "), 1);
        if text != b {
            rows.push(planted_row(path, value, (id, a), (&text, word, other)));
        }
    }
    rows
}

fn planted_row(path: &str, value: &Value, (id, a): (&str, &str), (b, old, new): (&str, &str, &str)) -> Row {
    let proposed = proposals(value, ("a", a), ("b", b));
    let has = |side: &Option<String>, word: &str| {
        side.as_deref().is_some_and(|side| words(side).contains(&word.to_lowercase()))
    };
    let label = |(facet, features): (Facet, FactFeatures)| match () {
        () if has(&facet.after, new) && !has(&facet.before, new) => Some(Sample { features, is_fact: true }),
        () if has(&facet.before, old) => None,
        () => Some(Sample { features, is_fact: false }),
    };
    let samples = [proposed.into_iter().filter_map(label).collect(), Vec::new()];
    Row { file: path.to_owned(), fold: fold_of(id), is_material: true, is_planted: true, samples }
}

/// What a planted change makes: the text, the word that was there and the word that is.
type Planted = Option<(String, String, String)>;

/// Replaces the first word for which `change` gives another.
fn replace_word(text: &str, change: impl Fn(&str) -> Option<String>) -> Planted {
    let mut start = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let at = start;
        start += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        if let Some(new) = change(word) {
            return Some((format!("{}{new}{}", &text[..at], &text[at + word.len()..]), word.to_owned(), new));
        }
    }
    None
}

fn digit(text: &str) -> Planted {
    replace_word(text, |word| {
        let is_number = 2 <= word.len() && word.bytes().all(|byte| byte.is_ascii_digit());
        let last = word.as_bytes().last()?;
        is_number.then(|| format!("{}{}", &word[..word.len() - 1], (last - b'0' + 3) % 10))
    })
}

fn day(text: &str) -> Planted {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    replace_word(text, |word| Some(days[(days.iter().position(|day| *day == word)? + 3) % 7].to_owned()))
}

fn letter(text: &str) -> Planted {
    let body = text.find(". ").map_or(text, |at| &text[at + 2..]);
    let (first, rest) = (text.len() - body.len(), body.find(' ')?);
    let (head, tail) = text.split_at(first + rest);
    let change = |word: &str| {
        let is_name =
            5 <= word.len() && word.is_ascii() && word.as_bytes()[0].is_ascii_uppercase() && !word.ends_with("day");
        let vowel = word.get(1..)?.find(['a', 'e', 'i', 'o', 'u'])? + 1;
        let other = if word.as_bytes()[vowel] == b'a' { "o" } else { "a" };
        is_name.then(|| format!("{}{other}{}", &word[..vowel], &word[vowel + 1..]))
    };
    replace_word(tail, change).map(|(tail, old, new)| (format!("{head}{tail}"), old, new))
}

fn negation(text: &str) -> Planted {
    for verb in [" was ", " were ", " has ", " have ", " will ", " is ", " are "] {
        if let Some(at) = text.find(verb) {
            let end = at + verb.len();
            return Some((format!("{}not {}", &text[..end], &text[end..]), String::new(), "not".to_owned()));
        }
    }
    None
}

/// Returns a word for each word that a set of contrasts has beside it, from the tables of the lexicon.
fn contrasts() -> BTreeMap<String, String> {
    let mut contrasts = BTreeMap::new();
    let folder = fs::read_dir("src/diff/lexicon/news").expect("run from the project's folder");
    let mut files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for line in files.iter().flat_map(fs::read_to_string).collect::<String>().lines() {
        let Some((kind, rest)) = line.split_once(' ') else { continue };
        if matches!(kind, "unlike" | "opposite" | "rank") {
            let members = rest.get(2..).unwrap_or_default().split(['|', '<']).map(str::trim);
            let members: Vec<&str> = members.filter(|word| !word.contains(' ')).collect();
            for two in members.windows(2) {
                contrasts.entry(two[0].to_owned()).or_insert_with(|| two[1].to_owned());
            }
        }
    }
    contrasts
}
