//! Learns the text models: `cargo run --release --example train -- OUT_DIR DEV TRAIN…`
//!
//! Treebanks are CoNLL-U files. The tagger comes first; then each fifth of the
//! sentences is tagged by a tagger that has not seen it, so that the parser
//! learns from tags as wrong as it will meet. The same data gives the same
//! files: nothing depends on time, machine or the order of a hash map.

mod learner;
mod lexicon;
mod steps;
mod tags;
mod treebank;

use std::error::Error;

use treebank::Sentence;
use writethru::model::Rel;
use writethru::text::grammar::Models;
use writethru::text::grammar::model::Desk;
use writethru::text::grammar::tag_table::TAGS;
use writethru::text::grammar::weights::{Pairs, Rows, Table};

/// Parts that are tagged in turn by a tagger learnt from the others.
const N_FOLDS: usize = 10;

/// A small deterministic source of chance (xorshift).
pub struct Chance(u64);

impl Chance {
    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, (self.draw() % (end as u64 + 1)) as usize);
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [out, dev, train @ ..] = args.as_slice() else { return Err("train OUT_DIR DEV TRAIN…".into()) };
    let dev = treebank::read(dev)?;
    let mut sentences = Vec::new();
    for path in train {
        sentences.extend(treebank::read(path)?);
    }
    let lexicon = lexicon::learn(sentences.iter());
    let tag_rows = tags::learn(&with_shouts(&sentences), &lexicon, tags::EPOCHS);
    report(&dev, &lexicon, &tag_rows, &[], &[], "tagger");
    let tagged = jackknife(&sentences);
    let (step_pairs, rel_rows) = steps::learn(&tagged, &lexicon, |epoch, steps, rels| {
        if epoch % 2 == 1 {
            report(&dev, &lexicon, &tag_rows, steps, rels, "dev");
        }
    });
    report(&dev, &lexicon, &tag_rows, &step_pairs, &rel_rows, "all");
    for (name, bytes) in [("lexicon", &lexicon), ("tags", &tag_rows), ("steps", &step_pairs), ("rels", &rel_rows)] {
        println!("{name}.bin: {} bytes", bytes.len());
        std::fs::write(format!("{out}/{name}.bin"), bytes)?;
    }
    Ok(())
}

/// Adds headline and upper-case forms of some sentences.
fn with_shouts(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut all = sentences.to_vec();
    all.extend(sentences.iter().skip(3).step_by(12).map(|sentence| sentence.shout(false)));
    all.extend(sentences.iter().skip(7).step_by(24).map(|sentence| sentence.shout(true)));
    all
}

/// Returns the sentences with the tags that a tagger gives which has not seen them.
fn jackknife(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut tagged = Vec::new();
    for fold in 0..N_FOLDS {
        let is_in = |index: usize| index / 10 % N_FOLDS == fold;
        let pick = |inside: bool| {
            let chosen = sentences.iter().enumerate().filter(move |(index, _)| is_in(*index) == inside);
            chosen.map(|(_, sentence)| sentence.clone()).collect::<Vec<_>>()
        };
        let others = with_shouts(&pick(false));
        let lexicon = lexicon::learn(others.iter());
        let rows = tags::learn(&others, &lexicon, tags::FOLD_EPOCHS);
        let models = models(&lexicon, &rows, &[], &[]);
        let mut desk = Desk::default();
        for mut sentence in with_shouts(&pick(true)) {
            desk.words.fill(sentence.pairs(), &models.lexicon);
            models.tag(&mut desk);
            sentence.tags.clone_from(&desk.tags);
            tagged.push(sentence);
        }
    }
    tagged
}

fn models<'w>(lexicon: &'w [u8], tags: &'w [u8], steps: &'w [u8], rels: &'w [u8]) -> Models<'w> {
    Models { lexicon: Table::new(lexicon), tags: Rows::new(tags), steps: Pairs::new(steps), rels: Rows::new(rels) }
}

/// Prints how much of `dev` the models, as they are stored, get right.
fn report(dev: &[Sentence], lexicon: &[u8], tags: &[u8], steps: &[u8], rels: &[u8], name: &str) {
    let models = models(lexicon, tags, steps, rels);
    let mut desk = Desk::default();
    let (mut words, mut upos, mut heads, mut both) = (0, 0, 0, 0);
    for sentence in dev {
        desk.words.fill(sentence.pairs(), &models.lexicon);
        models.tag(&mut desk);
        models.parse(&mut desk);
        for (at, (head, rel)) in desk.state.arcs().enumerate() {
            words += 1;
            upos += usize::from(TAGS[usize::from(desk.tags[at])].upos == sentence.upos[at]);
            heads += usize::from(head == sentence.heads[at]);
            both += usize::from(head == sentence.heads[at] && rel == Rel::ALL[usize::from(sentence.rels[at])]);
        }
    }
    let share = |count: usize| 100.0 * count as f64 / f64::from(words);
    println!("{name}: UPOS {:.2} UAS {:.2} LAS {:.2} ({words} words)", share(upos), share(heads), share(both));
}
