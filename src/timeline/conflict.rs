//! Finds accounts that cannot both stand.
//!
//! "At least 12 people were killed" beside "Thirteen people were killed" of the
//! same day, from two articles that both still stand, is an open conflict; the
//! same between versions that have since been brought in line is a past one.
//! Each side says the time it stands for, so that an older count beside a newer
//! one can be read as that. Accounts are compared only where they are about one
//! matter: rather a conflict missed than two disasters set against each other.

use std::collections::BTreeMap;

use crate::model::{ChangeKind, Conflict, ConflictSide, ConflictState};

use super::chronology::{Chronology, Group, Item};
use super::follow::Wording;
use super::revise::same_act;
use super::words::number;
use super::{contradict, counts};

/// An entry's part in a conflict.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// Index of its group.
    pub group: usize,
    pub state: ConflictState,
    pub kind: ChangeKind,
    /// The other side.
    pub article: String,
    pub version: usize,
    pub mine: String,
    pub theirs: String,
}

/// One account: words of a thread over a run of versions, with the value that is at stake.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    pub group: usize,
    pub item: Item,
    pub wording: &'a Wording,
    pub value: &'a str,
    /// Two accounts with the same mark do not differ: "90" and "about 90".
    pub mark: u64,
}

/// Accounts that differ, before they are written out.
pub struct Clash<'a> {
    pub kind: ChangeKind,
    pub about: String,
    pub accounts: Vec<Account<'a>>,
    /// For counts: whether two that still stand, and stand for about the same time, differ.
    pub open: Option<bool>,
}

/// Returns the conflicts of a story and what they mean for its entries.
pub fn find(story: &Chronology, groups: &[&Group]) -> (Vec<Conflict>, Vec<Dispute>) {
    let mut clashes = counts::find(story, groups);
    clashes.extend(speakers(story, groups));
    clashes.extend(contradict::find(story, groups));
    let mut conflicts = Vec::new();
    let mut disputes = Vec::new();
    for clash in clashes {
        let state = match story.open(&clash) {
            true => ConflictState::Open,
            false => ConflictState::Past,
        };
        disputes.extend(disputes_of(story, &clash, state));
        conflicts.push(story.write(clash, state));
    }
    (conflicts, disputes)
}

/// Returns groups in which the same words are given to different people.
fn speakers<'a>(story: &'a Chronology, groups: &[&Group]) -> Vec<Clash<'a>> {
    let mut clashes = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let mut by_name: BTreeMap<String, Account<'a>> = BTreeMap::new();
        for item in group.members.iter().map(|member| member.item) {
            let thread = story.thread(item);
            if thread.telling.said.is_none() {
                continue;
            }
            for wording in &thread.wordings {
                let Some(speaker) = wording.speaker.as_deref() else { continue };
                let last = speaker.split_whitespace().last().unwrap_or_default().to_lowercase();
                let mark = u64::from(number(&last));
                let account = Account { group: index, item, wording, value: speaker, mark };
                let kept = by_name.entry(last).or_insert(account);
                if kept.item == item && kept.wording.to < wording.to {
                    *kept = account;
                }
            }
        }
        if 1 < by_name.len() && named(by_name.values()) {
            let about = story.thread(group.members[0].item).telling.said.as_ref().map(|said| said.content.clone());
            let accounts = by_name.into_values().collect();
            clashes.push(Clash { kind: ChangeKind::Source, about: about.unwrap_or_default(), accounts, open: None });
        }
    }
    clashes
}

/// Tells whether all accounts name their speaker; "officials" beside "the minister" is no conflict.
fn named<'a, 'b: 'a>(accounts: impl Iterator<Item = &'a Account<'b>>) -> bool {
    let mut accounts = accounts;
    accounts.all(|account| {
        let last = account.value.split_whitespace().last().unwrap_or_default();
        last.chars().next().is_some_and(char::is_uppercase)
    })
}

impl Chronology {
    /// Tells whether a wording stands in the latest version of its article.
    pub(super) fn is_latest(&self, account: &Account<'_>) -> bool {
        account.wording.to + 1 == self.articles[account.item.article].versions.len()
    }

    /// Tells whether two accounts that both still stand differ.
    fn open(&self, clash: &Clash<'_>) -> bool {
        if let Some(open) = clash.open {
            return open;
        }
        let standing: Vec<_> = clash.accounts.iter().filter(|account| self.is_latest(account)).collect();
        standing.iter().any(|account| account.mark != standing[0].mark)
    }

    /// Tells whether a thread's own verbs are what `of` counts.
    fn counts_event(&self, item: Item, of: &str) -> bool {
        self.thread(item).telling.lemmas.iter().any(|lemma| same_act(of, lemma))
    }

    /// Returns the seconds during which a wording stood, as the archive knows it.
    pub(super) fn stood(&self, item: Item, wording: &Wording) -> (i64, i64) {
        let from = self.told_at(item.article, wording.from);
        let gone = wording.to + 1;
        let to =
            if gone < self.articles[item.article].versions.len() { self.told_at(item.article, gone) } else { i64::MAX };
        (from, to)
    }

    fn write(&self, clash: Clash<'_>, state: ConflictState) -> Conflict {
        let mut sides: Vec<ConflictSide> = Vec::new();
        for account in clash.accounts {
            let article = &self.articles[account.item.article];
            let side = ConflictSide {
                article: article.id.clone(),
                version: account.wording.from + 1,
                as_of: article.versions[account.wording.from]
                    .published
                    .or(article.versions[account.wording.from].captured),
                value: account.value.to_owned(),
                sentence: account.wording.text.clone(),
            };
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        Conflict { kind: clash.kind, about: clash.about, sides, state }
    }
}

/// Returns for each entry that takes part the other account that stands against it.
fn disputes_of(story: &Chronology, clash: &Clash<'_>, state: ConflictState) -> Vec<Dispute> {
    let mut disputes = Vec::new();
    for account in clash.accounts.iter().filter(|account| state == ConflictState::Past || story.is_latest(account)) {
        let differs = |other: &&Account<'_>| {
            other.mark != account.mark && (state == ConflictState::Past || story.is_latest(other))
        };
        let Some(other) = clash.accounts.iter().find(differs) else { continue };
        // "Thirteen were killed" disputes the killing, not the rescue told in the same sentence.
        if clash.kind == ChangeKind::Figure && !story.counts_event(account.item, &clash.about) {
            continue;
        }
        disputes.push(Dispute {
            group: account.group,
            state,
            kind: clash.kind,
            article: story.articles[other.item.article].id.clone(),
            version: other.wording.from + 1,
            mine: account.value.to_owned(),
            theirs: other.value.to_owned(),
        });
    }
    disputes
}
