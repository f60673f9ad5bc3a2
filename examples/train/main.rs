//! Learns the text models: `cargo run --release --example train -- OUT_DIR WORDNET DEV TRAIN…`
//!
//! `WORDNET` is the folder of `WordNet`'s database files (`data.noun`, `index.noun` …),
//! treebanks are CoNLL-U files. The tagger comes first; then each tenth of the
//! sentences is tagged by a tagger that has not seen it, so that the parser
//! learns from tags as wrong as it will meet. The same data gives the same
//! files: nothing depends on time, machine or the order of a hash map.

mod dictionary;
mod learner;
mod lexicon;
mod marks;
mod net;
mod steps;
mod tags;
mod treebank;

use std::error::Error;

use steps::Weights;
use treebank::Sentence;
use writethru::model::Rel;
use writethru::text::grammar::Models;
use writethru::text::grammar::model::Workspace;
use writethru::text::grammar::net::Net;
use writethru::text::grammar::tag_table::{MAX_TAGS, TAGS};
use writethru::text::grammar::tagger::{self, TAG_WIDTH};
use writethru::text::grammar::weights::{Pairs, Table, WeightRows, write};

/// Parts that are tagged in turn by a tagger learnt from the others.
const N_FOLDS: usize = 10;

/// A small deterministic source of chance (xorshift).
pub struct Chance(u64);

impl Chance {
    /// Begins a training of its own.
    pub fn new(run: u64) -> Self {
        Self(0x9876_5432_1fed_cba9 ^ run << 17)
    }

    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Leaves out some of `keys`, so that no decision rests on one feature alone.
    pub fn thin(&mut self, keys: &[u64], share: f64) -> Vec<u64> {
        keys.iter().copied().filter(|_| !self.falls(share)).collect()
    }

    /// Says yes in `share` of all cases.
    pub fn falls(&mut self, share: f64) -> bool {
        self.draw() & u64::from(u32::MAX) < (share * f64::from(u32::MAX)) as u64
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, (self.draw() % (end as u64 + 1)) as usize);
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [out, wordnet, dev, train @ ..] = args.as_slice() else {
        return Err("train OUT_DIR WORDNET DEV TRAIN…".into());
    };
    let dev = treebank::read(dev)?;
    let mut sentences = Vec::new();
    for path in train {
        sentences.extend(treebank::read(path)?);
    }
    let class_bytes = dictionary::learn(wordnet)?;
    let lexicon_bytes = lexicon::learn(sentences.iter());
    let (classes, lexicon) = (Table::new(&class_bytes), Table::new(&lexicon_bytes));
    let tags = tags::learn(&with_shouts(&sentences), &lexicon, &classes, tags::EPOCHS, tags::RUNS);
    let none = Weights::default();
    let with = Stored { classes, lexicon, tags: tags.weights() };
    report(&dev, &with.models(&none), "tagger");
    let tagged = jackknife(&sentences, classes);
    let weights = steps::learn(&tagged, &lexicon, &classes);
    report(&dev, &with.models(&weights), "parser");
    weights.save(out)?;
    let files = [
        ("classes", &class_bytes, 0),
        ("lexicon", &lexicon_bytes, 0),
        ("tags", &tags.linear, 0),
        ("tags_net", &tags.net, Net::<TAG_WIDTH, MAX_TAGS>::LEAD),
    ];
    for (name, bytes, lead) in files {
        std::fs::write(format!("{out}/{name}.bin"), write::packed(lead, bytes))?;
    }
    Ok(())
}

/// What is learnt before the parser.
#[derive(Clone, Copy)]
struct Stored<'w> {
    classes: Table<'w>,
    lexicon: Table<'w>,
    tags: tagger::Weights<'w>,
}

impl<'w> Stored<'w> {
    fn models(self, weights: &'w Weights) -> Models<'w> {
        let Self { classes, lexicon, tags } = self;
        Models {
            lexicon,
            classes,
            tags,
            steps: Pairs::new(&weights.steps),
            rels: WeightRows::new(&weights.rels),
            step_net: Net::new(&weights.step_net),
            rel_net: Net::new(&weights.rel_net),
            marks: Pairs::new(&weights.marks),
        }
    }
}

/// Adds headline and upper-case forms of some sentences.
fn with_shouts(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut all = sentences.to_vec();
    all.extend(sentences.iter().skip(3).step_by(12).map(|sentence| sentence.shout(false)));
    all.extend(sentences.iter().skip(7).step_by(24).map(|sentence| sentence.shout(true)));
    all
}

/// Returns the sentences with the tags that a tagger gives which has not seen them.
fn jackknife(sentences: &[Sentence], classes: Table<'_>) -> Vec<Sentence> {
    let mut tagged = Vec::new();
    for fold in 0..N_FOLDS {
        let is_in = |index: usize| index / 10 % N_FOLDS == fold;
        let pick = |inside: bool| {
            let chosen = sentences.iter().enumerate().filter(move |(index, _)| is_in(*index) == inside);
            chosen.map(|(_, sentence)| sentence.clone()).collect::<Vec<_>>()
        };
        let others = with_shouts(&pick(false));
        let lexicon = lexicon::learn(others.iter());
        let lexicon = Table::new(&lexicon);
        let bytes = tags::learn(&others, &lexicon, &classes, tags::FOLD_EPOCHS, 1);
        let none = Weights::default();
        let models = Stored { classes, lexicon, tags: bytes.weights() }.models(&none);
        let mut workspace = Workspace::default();
        for mut sentence in with_shouts(&pick(true)) {
            workspace.words.fill(sentence.pairs(), &models.lexicon, &models.classes);
            models.tag(&mut workspace);
            sentence.tags.clone_from(&workspace.tags);
            tagged.push(sentence);
        }
    }
    tagged
}

/// Prints how much of `dev` the models, as they are stored, get right.
fn report(dev: &[Sentence], models: &Models<'_>, name: &str) {
    let mut workspace = Workspace::default();
    let (mut words, mut upos, mut heads, mut both) = (0, 0, 0, 0);
    for sentence in dev {
        workspace.words.fill(sentence.pairs(), &models.lexicon, &models.classes);
        models.tag(&mut workspace);
        models.parse(&mut workspace);
        for (at, (head, rel)) in workspace.state.arcs().into_iter().enumerate() {
            words += 1;
            upos += usize::from(TAGS[usize::from(workspace.tags[at])].upos == sentence.upos[at]);
            heads += usize::from(head == sentence.heads[at]);
            both += usize::from(head == sentence.heads[at] && rel == Rel::ALL[usize::from(sentence.rels[at])]);
        }
    }
    let share = |count: usize| 100.0 * count as f64 / f64::from(words);
    println!("{name}: UPOS {:.2} UAS {:.2} LAS {:.2} ({words} words)", share(upos), share(heads), share(both));
}
