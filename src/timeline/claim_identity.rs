//! Names claims by the place where each stood first, so that links outlive another reading.

use std::collections::HashMap;

use crate::model::{Claim, ClaimKind, Named, Occurrence, identity};

/// Claims of one kind in one sentence that are looked for by an identity that has gone over to another claim.
const SAME_PLACE: usize = 4;

/// Gives each claim its identity.
pub(super) fn give_identities(claims: &mut [Claim]) {
    let mut met: HashMap<String, usize> = HashMap::new();
    for claim in claims {
        let ordinal = met.entry(claim_identity(claim.kind, &claim.stands[0], 0)).or_default();
        claim.id = claim_identity(claim.kind, &claim.stands[0], *ordinal);
        *ordinal += 1;
    }
}

/// Returns the identity of a claim that stood first in this place, where `ordinal` claims of its kind did before it.
fn claim_identity(kind: ClaimKind, first: &Occurrence, ordinal: usize) -> String {
    identity(Named::Claim, first.place, &format!("{}\n{ordinal}", kind.as_str()))
}

/// Returns the claim of this identity, else the one that has since taken in what was a claim by this name.
pub(crate) fn called<'c>(claims: &'c [Claim], id: &str) -> Option<&'c Claim> {
    let took_in = |claim: &&Claim| {
        let mut ids = claim.stands.iter().flat_map(|stand| (0..SAME_PLACE).map(move |n| (stand, n)));
        ids.any(|(stand, ordinal)| claim_identity(claim.kind, stand, ordinal) == id)
    };
    claims.iter().find(|claim| claim.id == id).or_else(|| claims.iter().find(took_in))
}
