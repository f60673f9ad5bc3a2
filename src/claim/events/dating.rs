//! Ties dates to events.
//!
//! A time belongs to the event that governs it ("left Cebu on Monday"), and
//! what hangs from that event in the same clause shares it. "By September" and
//! "since May" keep their open end. What no clause dates takes the date of the
//! sentence's story: of the verb it is joined to, of the same event told
//! elsewhere, else the document's own, which is only assumed.

use std::collections::HashMap;

use crate::model::{Basis, Document, Edtf, Modality, Rel, Setting, Timex, TimexType, Upos};
use crate::time::clause::{Clauses, Mark, Tense};

/// A date and where it comes from.
pub type Dated = (Option<Edtf>, Basis);

/// Returns the date of each event; `heads` are their tokens in order.
pub fn dates(
    document: &Document<'_>,
    clauses: &Clauses,
    timexes: &[Timex],
    heads: &[usize],
    modalities: &[Modality],
    setting: Setting,
) -> Vec<Dated> {
    let place = |token: usize| heads.binary_search(&token).ok();
    let mut dates: Vec<Dated> = vec![(None, Basis::None); heads.len()];
    for timex in timexes.iter().filter(|timex| timex.edtf.is_some()) {
        if let Some((event, when)) = stated(document, clauses, timex, &place) {
            let better = dates[event].0.as_ref().is_none_or(|known| known.precision() < when.precision());
            if better {
                dates[event] = (Some(when), Basis::Stated);
            }
        }
    }
    share(document, clauses, heads, &mut dates, &place);
    echo(document, heads, &mut dates);
    assume(document, clauses, heads, modalities, setting, &mut dates);
    dates
}

/// Climbs of a tree that is none end here.
const MAX_CLIMB: usize = 12;

/// Returns the event a time belongs to, with the date its preposition makes of it.
fn stated(
    document: &Document<'_>,
    clauses: &Clauses,
    timex: &Timex,
    place: &impl Fn(usize) -> Option<usize>,
) -> Option<(usize, Edtf)> {
    if !matches!(timex.kind, TimexType::Date | TimexType::Time) {
        return None;
    }
    let inside = document.tokens_in(timex.span);
    let head = inside.clone().find(|&token| !inside.contains(&document.tokens[token].head))?;
    let mut at = head;
    for _ in 0..MAX_CLIMB {
        let above = document.tokens[at].head;
        if above == at {
            break;
        }
        if let Some(event) = place(above) {
            let lead = inside.start.checked_sub(1).map_or("", |lead| document.norm(lead));
            return Some((event, bounded(timex.edtf.clone()?, lead)));
        }
        // A predicate that is no event keeps its times.
        if clauses.marks(above).has(Mark::Subject) {
            break;
        }
        at = above;
    }
    None
}

/// "by September" is open before, "since May" after.
fn bounded(when: Edtf, lead: &str) -> Edtf {
    let open = match lead {
        _ if when.is_interval() => None,
        "by" | "until" | "till" | "before" => Some(format!("../{when}")),
        "since" | "from" => Some(format!("{when}/..")),
        _ => None,
    };
    open.and_then(|open| Edtf::new(open).ok()).unwrap_or(when)
}

/// Lets what stands in the same clause share a date: "met and signed", "began searching".
fn share(
    document: &Document<'_>,
    clauses: &Clauses,
    heads: &[usize],
    dates: &mut [Dated],
    place: &impl Fn(usize) -> Option<usize>,
) {
    // Down the tree first, then up from nouns to their verb.
    for (event, &head) in heads.iter().enumerate() {
        let token = &document.tokens[head];
        let Some(above) = place(token.head).filter(|above| *above != event) else { continue };
        let shared = match token.rel {
            Rel::Xcomp | Rel::Obj | Rel::Nsubj => true,
            Rel::Conj => clauses.own_tense(document, head) == clauses.own_tense(document, token.head),
            Rel::Advcl => document.norm(head).ends_with("ing"),
            _ => false,
        };
        if !shared {
            continue;
        }
        match (dates[event].0.is_some(), dates[above].0.is_some()) {
            (false, true) => dates[event] = (dates[above].0.clone(), Basis::Inherited),
            (true, false) if token.upos != Upos::Verb && !is_saying(document, token.head) => {
                dates[above] = (dates[event].0.clone(), Basis::Inherited);
            }
            _ => {}
        }
    }
}

/// Lets the same event told again share the date it has elsewhere: "The ferry sank on Monday. The sinking …".
fn echo(document: &Document<'_>, heads: &[usize], dates: &mut [Dated]) {
    let mut known: HashMap<&str, Option<Edtf>> = HashMap::new();
    for (event, &head) in heads.iter().enumerate() {
        if let (Some(when), Basis::Stated) = &dates[event] {
            let same = known.entry(stem(document, head)).or_insert_with(|| Some(when.clone()));
            if same.as_ref() != Some(when) {
                *same = None; // two of the kind: nobody knows which
            }
        }
    }
    for (event, &head) in heads.iter().enumerate() {
        if dates[event].0.is_none() && !is_saying(document, head) {
            if let Some(Some(when)) = known.get(stem(document, head)) {
                dates[event] = (Some(when.clone()), Basis::Inherited);
            }
        }
    }
}

fn stem<'d>(document: &'d Document<'_>, head: usize) -> &'d str {
    let lemma = document.lemma(head);
    ["ing", "ed", "es", "s", "e"]
        .iter()
        .find_map(|ending| lemma.strip_suffix(ending).filter(|stem| 3 < stem.len()))
        .unwrap_or(lemma)
}

/// Verbs whose own date says nothing of what they report.
const SAYING: &[&str] =
    &["add", "added", "announce", "announced", "report", "reported", "said", "say", "saying", "says", "tell", "told"];

fn is_saying(document: &Document<'_>, token: usize) -> bool {
    SAYING.binary_search(&document.lemma(token)).is_ok() || SAYING.binary_search(&document.norm(token)).is_ok()
}

/// Assumes the document's day for facts that nothing dates.
fn assume(
    document: &Document<'_>,
    clauses: &Clauses,
    heads: &[usize],
    modalities: &[Modality],
    setting: Setting,
    dates: &mut [Dated],
) {
    let Some(today) = setting.published.and_then(|published| Edtf::from_day(published.day(setting.timezone))) else {
        return;
    };
    for (event, &head) in heads.iter().enumerate() {
        let is_fact = modalities[event] == Modality::Actual;
        if dates[event].0.is_none() && is_fact && clauses.tense(document, head) != Tense::Future {
            dates[event] = (Some(today.clone()), Basis::Document);
        }
    }
}
