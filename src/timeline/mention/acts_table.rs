//! Lists verbs that tell of an act, not of words, where a thing is their object.

/// Dictionary forms, sorted; each with an example in which nobody says anything.
#[rustfmt::skip]
pub(super) const ACTS: &[(&str, &str)] = &[
    ("accept",   "The farmers accepted the offer on 6 May."),
    ("agree",    "The drivers agreed a price with the firm on 6 May."),
    ("approve",  "The senate approved the treaty on 6 May."),
    ("back",     "Members backed the plan on 6 May."),
    ("discuss",  "The ministers discussed the drought on 6 May."),
    ("find",     "Divers found a second recorder on 6 May."),
    ("grant",    "The court granted a stay on 6 May."),
    ("read",     "The clerk read the verdict on 6 May."),
    ("refuse",   "The judge refused the widow a hearing on 6 May."),
    ("reject",   "The members rejected a lower offer on 6 May."),
    ("remember", "Hundreds remembered the dead on 6 May."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::{EntryKind, Setting};
    use crate::timeline::gather;

    fn kinds(sentence: &str) -> Vec<EntryKind> {
        let published = "2024-06-03".parse().ok();
        let side = claim::read_side(None, sentence, Setting { published, ..Setting::default() });
        gather(&side, None).mentions.iter().map(|mention| mention.kind).collect()
    }

    #[test]
    fn an_act_is_an_event() {
        assert!(ACTS.is_sorted());
        for (verb, example) in ACTS {
            assert_eq!(kinds(example), [EntryKind::Event], "{verb}: {example}");
        }
    }

    #[test]
    fn what_is_told_in_a_clause_is_said() {
        for sentence in [
            "The drivers agreed on 6 May that the firm had kept its word.",
            "The court found on 6 May that the mill had been sold too cheaply.",
        ] {
            assert!(kinds(sentence).contains(&EntryKind::Statement), "{sentence}");
        }
    }
}
