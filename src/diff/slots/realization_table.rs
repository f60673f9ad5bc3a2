//! Holds the rule by which a deed told as done and a deed told as still to come exclude each other.

use super::realization;
use super::slot_rule::SlotRule;
use crate::model::ChangeKind;

/// A deed is done in one text and ahead in the other.
pub(super) const PLAN_TOLD_AS_DONE: SlotRule = SlotRule {
    kind: ChangeKind::Certainty,
    why: "plan-told-as-done",
    needs_context: true,
    read: |texts| texts.map(realization::slots_in),
    exclude: realization::exclude,
    examples: &[
        ("A ferry treaty is to be signed by Malta and Tunis.", "Malta and Tunis have signed a treaty on ferries."),
        ("The museum will sell the canvas to a bank.", "To a bank the canvas was sold by the museum."),
        ("The council has approved the tunnel.", "The tunnel is set to be approved by the council."),
    ],
    counter_examples: &[
        ("A ferry treaty is to be signed by Malta and Tunis.", "Malta and Tunis are due to sign a ferry treaty."),
        ("The museum will sell the canvas to a bank.", "The canvas is to be sold by the museum to a bank."),
        ("The museum will sell the canvas in May.", "The museum sold another canvas in April."),
        ("Shares will be sold if the board agrees.", "If shares were sold, the board would have to agree."),
        ("The crew managed to close the valve.", "The valve was closed by the crew."),
        ("The mill will close.", "The mine closed, and the mill lost its trade."),
        ("She will not sign the treaty.", "She signed the treaty's first draft."),
    ],
};
