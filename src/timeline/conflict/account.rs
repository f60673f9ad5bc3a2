//! Holds accounts and what it means that they differ: the words of the conflict finders.

use crate::model::{ChangeKind, DAY_IN_SECONDS};
use crate::timeline::cluster::story::{ChainId, EventClusters};
use crate::timeline::history::chain::Wording;
use crate::timeline::history::track::SentenceChain;

/// Seconds between two articles that may still be about the same state of things: a week.
const SAME_NEWS: i64 = 7 * DAY_IN_SECONDS;

/// What two accounts that agree have in common: the bits of a value, an article and its chain, a side.
pub(super) type Mark = (u64, u64);

/// One account: words of an article over a run of versions, with the value in which accounts differ.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Account<'a> {
    /// Index of the cluster that reports it, where one does.
    pub cluster: Option<usize>,
    /// Index of the article.
    pub article: usize,
    /// First version, from 0.
    pub from: usize,
    /// Last version, from 0.
    pub to: usize,
    /// The sentence.
    pub text: &'a str,
    /// What differs: a number, a name, a date, the words of a statement.
    pub value: &'a str,
    /// Two accounts with the same mark do not differ: "90" and "about 90".
    pub mark: Mark,
    /// The chains of its article that have its sentence, where it is not of a cluster.
    pub chains: &'a [usize],
}

impl<'a> Account<'a> {
    /// Returns the account of a wording of a chain.
    pub(crate) fn of_wording(
        cluster: usize,
        chain_id: ChainId,
        wording: &'a Wording,
        value: &'a str,
        mark: Mark,
    ) -> Self {
        let (from, to, text) = (wording.from, wording.to, wording.text.as_str());
        Self { cluster: Some(cluster), article: chain_id.article, from, to, text, value, mark, chains: &[] }
    }

    /// Returns the account of a sentence that counts something or leaves something open.
    pub(crate) fn of_sentence(article: usize, sentence_chain: &'a SentenceChain, value: &'a str, mark: Mark) -> Self {
        let (from, to, text) = (sentence_chain.from, sentence_chain.to, sentence_chain.text.as_str());
        Self { cluster: None, article, from, to, text, value, mark, chains: &sentence_chain.chains }
    }
}

/// Accounts that differ, before they are written as a conflict.
pub(crate) struct Clash<'a> {
    /// In what they differ.
    pub kind: ChangeKind,
    /// What they are about.
    pub about: String,
    /// All accounts, of either side.
    pub accounts: Vec<Account<'a>>,
    /// For counts: whether two differ that both still stand and are of about the same time.
    pub open: Option<bool>,
}

/// An entry's part in an open conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Dispute<'a> {
    /// Index of its cluster.
    pub cluster: usize,
    /// In what the accounts differ.
    pub kind: ChangeKind,
    /// The article of the other side.
    pub article: &'a str,
    /// The version of the other side, from 1.
    pub version: usize,
    /// The entry's value.
    pub mine: &'a str,
    /// The other side's value.
    pub theirs: &'a str,
}

impl EventClusters {
    /// Returns whether an account stands in the latest version of its article.
    pub(in crate::timeline) fn is_latest(&self, account: &Account<'_>) -> bool {
        account.to + 1 == self.articles[account.article].versions.len()
    }

    /// Returns whether two accounts that both still stand differ.
    pub(in crate::timeline) fn open(&self, clash: &Clash<'_>) -> bool {
        if let Some(open) = clash.open {
            return open;
        }
        let standing: Vec<_> = clash.accounts.iter().filter(|account| self.is_latest(account)).collect();
        standing.iter().any(|account| account.mark != standing[0].mark)
    }

    /// Returns the seconds during which an account stood, as the archive knows it.
    pub(in crate::timeline) fn stood(&self, account: &Account<'_>) -> (i64, i64) {
        let from = self.reported_at(account.article, account.from);
        let gone = account.to + 1;
        let to = if gone < self.articles[account.article].versions.len() {
            self.reported_at(account.article, gone)
        } else {
            i64::MAX
        };
        (from, to)
    }

    /// Returns whether two accounts stood at one time and were written at about the same time.
    ///
    /// A sentence that stays online is about the time at which it was written: an
    /// order of last year and one of today do not contradict each other.
    pub(in crate::timeline) fn together(&self, a: &Account<'_>, b: &Account<'_>) -> bool {
        let written = |account: &Account<'_>| {
            (self.reported_at(account.article, account.from), self.reported_at(account.article, account.to))
        };
        let (x, y) = (written(a), written(b));
        let apart = x.0.saturating_sub(y.1).max(y.0.saturating_sub(x.1));
        let (a, b) = (self.stood(a), self.stood(b));
        a.0 < b.1 && b.0 < a.1 && apart <= SAME_NEWS
    }
}
