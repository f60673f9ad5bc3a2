//! Writes made-up stories as lines for `import jsonl`: as many versions as wanted, the same on every machine.
//!
//! `cargo run --release --example generate -- --versions 100000 | writethru --db big.db import jsonl -`
//!
//! Every story is made from its number alone, so `--skip` goes on where a load was interrupted, and story 0 is the
//! same in an archive of ten thousand versions and in one of five million. Rates follow NewsEdits (Spangher et al.,
//! NAACL 2022: 1,278,804 articles, 4,609,430 versions; between versions 10.9 million sentences added, 8.9 million
//! changed, 6.8 million removed): 3.6 versions an article; 3.3 sentences added, 2.7 changed and 2.0 removed an update.
//! What the paper does not tell is assumed: articles a story (half have one, the tail is long), 12 to 36 sentences an
//! article, gaps between captures that begin with minutes and double.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use chrono::{DateTime, Duration, SecondsFormat};

const USAGE: &str = "usage: generate --versions N [--skip N]";

/// 1 January 2024, from when on stories begin.
const EPOCH: i64 = 1_704_067_200;
/// Articles of story 0, by which archives of different sizes are compared.
const FIRST_STORY: usize = 40;

const PEOPLE: [&str; 16] = [
    "Ann Lee",
    "Marco Diaz",
    "Ravi Patel",
    "Lena Fischer",
    "Tom Okafor",
    "Sofia Rossi",
    "James Whitby",
    "Mei Tanaka",
    "Karim Haddad",
    "Olga Petrova",
    "Peter Novak",
    "Grace Mensah",
    "Daniel Ortiz",
    "Hannah Cole",
    "Yusuf Demir",
    "Clara Jensen",
];
const ROLES: [&str; 10] = [
    "the mayor",
    "a police spokesman",
    "the transport minister",
    "the coastguard",
    "the company's chairman",
    "a union leader",
    "the chief engineer",
    "an aid worker",
    "the regional governor",
    "a hospital director",
];
const PLACES: [&str; 16] = [
    "Lisbon", "Aleppo", "Manila", "Cardiff", "Nairobi", "Odessa", "Quito", "Hanoi", "Belfast", "Lagos", "Turin",
    "Dhaka", "Perth", "Gdansk", "Tunis", "Calgary",
];
const THINGS: [&str; 14] = [
    "ferry",
    "bridge",
    "factory",
    "school",
    "railway line",
    "refinery",
    "market",
    "dam",
    "stadium",
    "warehouse",
    "power station",
    "clinic",
    "harbour",
    "tunnel",
];
const DEEDS: [&str; 8] =
    ["collapsed", "caught fire", "was flooded", "was evacuated", "closed", "reopened", "was damaged", "lost power"];
const COUNTED: [&str; 8] = [
    "were injured",
    "were killed",
    "were rescued",
    "are missing",
    "were treated",
    "were arrested",
    "fled",
    "lost their homes",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const KINDS: [&str; 10] =
    ["old", "crowded", "new", "northern", "disputed", "main", "private", "half-built", "historic", "second"];

/// Numbers that look random (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn of(parts: [usize; 3]) -> Self {
        let mut dice = Self(0x5EED);
        for part in parts {
            dice.0 ^= part as u64;
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `n`.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn pick<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len())]
    }

    /// Returns how often something goes on that does so `more` times in a hundred, at most `most` times.
    fn runs(&mut self, more: usize, most: usize) -> usize {
        (0..most).take_while(|_| self.below(100) < more).count()
    }
}

/// What a story is about; its articles tell of the same things.
struct Topic {
    thing: &'static str,
    kind: &'static str,
    place: &'static str,
    people: [&'static str; 3],
}

impl Topic {
    fn of(story: usize) -> Self {
        let mut dice = Dice::of([story, 0, 1]);
        let people = [(); 3].map(|()| dice.pick(&PEOPLE));
        Self { thing: dice.pick(&THINGS), kind: dice.pick(&KINDS), place: dice.pick(&PLACES), people }
    }

    fn headline(&self, dice: &mut Dice) -> String {
        format!("{} {} {} after {} hours", self.place, self.thing, dice.pick(&DEEDS), 2 + dice.below(40))
    }

    /// Returns a sentence about the topic.
    fn sentence(&self, dice: &mut Dice) -> String {
        let Self { thing, kind, place, .. } = self;
        let (who, day, count) = (self.people[dice.below(3)], dice.pick(&DAYS), 2 + dice.below(90));
        let (role, deed, counted) = (dice.pick(&ROLES), dice.pick(&DEEDS), dice.pick(&COUNTED));
        let other = dice.pick(&PLACES);
        match dice.below(9) {
            0 => format!("At least {count} people {counted} when the {kind} {thing} in {place} {deed} on {day}."),
            1 => format!("“We had asked for {count} more inspections of the {thing},” said {who}, {role}, on {day}."),
            2 => format!("{who}, {role}, said that the {thing} would stay shut until {day} at the earliest."),
            3 => format!(
                "The {kind} {thing}, on the road from {place} to {other}, was built in {}.",
                1930 + dice.below(90)
            ),
            4 => format!("Repairs may cost ${count} million, according to a report that {who} presented in {other}."),
            5 => format!("About {count} percent of the trains between {place} and {other} were cancelled on {day}."),
            6 => {
                format!("{who} denied that warnings about the {kind} {thing} had been ignored by officials in {other}.")
            }
            7 => format!("Rescue teams from {other} were still searching the {thing} late on {day}, witnesses said."),
            _ => format!(
                "A court in {other} is expected to hear the case against the owners of the {thing} in {}.",
                2025 + dice.below(4)
            ),
        }
    }
}

/// Returns how many versions each article of a story has.
fn plan(story: usize) -> Vec<usize> {
    let mut dice = Dice::of([story, 0, 0]);
    let articles = match story {
        0 => FIRST_STORY,
        // Half have one article; one in a hundred has up to some dozens.
        _ if dice.below(100) == 0 => 10 + dice.below(50),
        _ => 1 + dice.runs(50, 9),
    };
    // 1 + 72 / 28 = 3.6 versions on average.
    (0..articles).map(|_| 1 + dice.runs(72, 60)).collect()
}

/// Changes the sentences as an update does; always at least one.
fn update(topic: &Topic, sentences: &mut Vec<String>, dice: &mut Dice) {
    let (added, changed, removed) = (dice.below(7), 1 + dice.below(4), dice.below(5));
    for _ in 0..removed.min(sentences.len().saturating_sub(8)) {
        let at = dice.below(sentences.len());
        sentences.remove(at);
    }
    for _ in 0..changed {
        let at = dice.below(sentences.len());
        sentences[at] = retold(&sentences[at], dice);
    }
    for _ in 0..added {
        let at = dice.below(sentences.len() + 1);
        sentences.insert(at, topic.sentence(dice));
    }
}

/// Returns a sentence with its figure changed, else with a phrase put to its end.
fn retold(sentence: &str, dice: &mut Dice) -> String {
    let start = sentence.find(|c: char| c.is_ascii_digit());
    match start {
        Some(start) if 0 < dice.below(3) => {
            let rest = sentence[start..].trim_start_matches(|c: char| c.is_ascii_digit());
            let old: usize = sentence[start..sentence.len() - rest.len()].parse().unwrap_or_default();
            format!("{}{}{rest}", &sentence[..start], old + 1 + dice.below(9))
        }
        _ => format!("{} as of {} {}.", sentence.trim_end_matches('.'), dice.pick(&DAYS), 1 + dice.below(28)),
    }
}

/// Writes the versions of an article but the first `skip`.
fn write_article(out: &mut impl Write, at: (usize, usize), versions: usize, skip: usize) -> io::Result<()> {
    let (story, article) = at;
    let topic = Topic::of(story);
    let mut dice = Dice::of([story, article, 2]);
    let headline = topic.headline(&mut dice);
    let outlet = dice.below(60);
    let mut sentences: Vec<String> = (0..12 + dice.below(25)).map(|_| topic.sentence(&mut dice)).collect();
    let begun = EPOCH + (story % 600) as i64 * 86_400 + dice.below(86_400) as i64;
    let mut captured = DateTime::from_timestamp(begun, 0).expect("a moment of this century");
    let mut gap = 5 + dice.below(30);
    let published = captured.to_rfc3339_opts(SecondsFormat::Secs, true);
    for version in 0..versions {
        if 0 < version {
            update(&topic, &mut sentences, &mut dice);
            captured += Duration::minutes(gap as i64);
            gap = (gap * 2).min(2880);
        }
        if version < skip {
            continue;
        }
        let text: Vec<String> = sentences.chunks(3).map(|paragraph| paragraph.join(" ")).collect();
        let line = serde_json::json!({
            "story": format!("story-{story}"), "article": format!("a-{story}-{article}"),
            "outlet": format!("Outlet {outlet}"), "url": format!("https://outlet-{outlet}.example/{story}/{article}"),
            "published": published, "captured": captured.to_rfc3339_opts(SecondsFormat::Secs, true),
            "headline": headline, "text": text.join("\n\n"),
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn write_versions(out: &mut impl Write, wanted: usize, mut skip: usize) -> io::Result<()> {
    let mut left = wanted;
    for story in 0.. {
        for (article, versions) in plan(story).into_iter().enumerate() {
            if left == 0 {
                return out.flush();
            }
            let versions = versions.min(left);
            left -= versions;
            if skip < versions {
                write_article(out, (story, article), versions, skip)?;
            }
            skip = skip.saturating_sub(versions);
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (mut versions, mut skip) = (None, Some(0));
    for pair in words.chunks(2) {
        let value = pair.get(1).and_then(|word| word.parse().ok());
        match pair[0].as_str() {
            "--versions" => versions = value,
            "--skip" => skip = value,
            _ => versions = None,
        }
    }
    let (Some(versions), Some(skip)) = (versions, skip) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match write_versions(&mut BufWriter::with_capacity(1 << 16, io::stdout().lock()), versions, skip) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: cannot write the lines\ncaused by: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
