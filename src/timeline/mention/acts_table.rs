//! Lists verbs that tell of an act, not of words, where no clause with a verb of its own follows them.

/// Dictionary forms, sorted; each with an example in which nobody says anything.
#[rustfmt::skip]
pub(super) static ACTS: &[(&str, &str)] = &[
    ("agree",    "The drivers agreed to end the strike on 6 May."),
    ("discuss",  "The ministers discussed how to end the drought on 6 May."),
    ("read",     "The crew read how to open the hatch on 6 May."),
    ("refuse",   "The judge refused to hear the widow on 6 May."),
    ("remember", "Hundreds remembered hearing the blast on 6 May."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::{EntryKind, Setting};
    use crate::text::rule_table::needless_rows;
    use crate::timeline::{VersionMentions, gather};

    fn mentions(sentence: &str) -> VersionMentions {
        let published = "2024-06-03".parse().ok();
        let side = claim::read_side(None, sentence, Setting { published, ..Setting::default() });
        gather(&side, None)
    }

    fn kinds(sentence: &str) -> Vec<EntryKind> {
        mentions(sentence).mentions.iter().map(|mention| mention.kind).collect()
    }

    #[test]
    fn an_act_is_not_said() {
        assert!(ACTS.is_sorted());
        let said: Vec<_> = ACTS.iter().filter(|row| kinds(row.1).contains(&EntryKind::Statement)).collect();
        assert!(said.is_empty(), "{said:?}");
        let needless = needless_rows(ACTS, |(_, example)| mentions(example));
        assert!(needless.is_empty(), "{needless:?}");
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
