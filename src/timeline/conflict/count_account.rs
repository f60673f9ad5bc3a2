//! Holds the figures of a story that count or measure something, each as an account of its article.

use rayon::prelude::*;

use super::account::Account;
use crate::timeline::cluster::story::EventClusters;
use crate::timeline::date_range::DateRange;
use crate::timeline::history::quantity::Quantity;
use crate::timeline::history::track::{ArticleTrack, SentenceChain};

/// A figure of a sentence, as an account of an article.
pub(super) struct CountAccount<'a> {
    /// Its place among all counts of the story.
    pub index: usize,
    /// Where it stands.
    pub account: Account<'a>,
    /// The figure.
    pub figure: &'a Quantity,
    /// The chains of its article that have its sentence.
    pub chains: &'a [usize],
    /// The words of its sentence, by number, sorted.
    pub words: &'a [u32],
    /// When the events of its sentence happened.
    pub bounds: Vec<DateRange>,
    /// When its article was first and last published with it, in seconds.
    pub as_of: (i64, i64),
    /// It stands in the latest version of its article.
    pub is_latest: bool,
    /// It is the first figure of its sentence.
    pub is_first: bool,
}

impl CountAccount<'_> {
    /// Returns the words of its sentence, and the stems beside its figure that are no words of it; each once.
    pub(super) fn vocabulary(&self) -> Vec<u32> {
        let mut words: Vec<u32> = self.words.iter().copied().chain(self.figure.surroundings()).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

/// Returns all counts of a story.
pub(super) fn counts_of(story: &EventClusters) -> Vec<CountAccount<'_>> {
    let articles = story.articles.par_iter().enumerate();
    let mut counts: Vec<CountAccount<'_>> =
        articles.flat_map_iter(|(article, track)| counts_of_article(story, article, track)).collect();
    counts.iter_mut().enumerate().for_each(|(index, count)| count.index = index);
    counts
}

/// Returns the counts of one article, each with the chains that have its sentence.
fn counts_of_article<'a>(
    story: &'a EventClusters,
    article: usize,
    track: &'a ArticleTrack,
) -> impl Iterator<Item = CountAccount<'a>> {
    let count = move |sentence_chain: &'a SentenceChain, (place, figure): (usize, &'a Quantity)| {
        let account = Account::of_sentence(article, sentence_chain, &figure.words, (figure.value.to_bits(), 0));
        let chains = sentence_chain.chains.as_slice();
        let summaries = chains.iter().map(|&chain| &track.summaries[chain]);
        let bounds: Vec<DateRange> =
            summaries.filter(|summary| !summary.is_statement).filter_map(|summary| summary.bounds).collect();
        CountAccount {
            index: 0,
            is_latest: story.is_latest(&account),
            is_first: place == 0,
            as_of: (story.reported_at(article, sentence_chain.from), story.reported_at(article, sentence_chain.to)),
            words: &sentence_chain.words,
            chains,
            account,
            figure,
            bounds,
        }
    };
    track.sentence_chains.iter().flat_map(move |sentence_chain| {
        sentence_chain.counts.iter().enumerate().map(move |figure| count(sentence_chain, figure))
    })
}
