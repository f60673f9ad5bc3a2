//! Lists parameters of addresses that follow a reader and name no other page.

/// Parameters that say how a reader came, not which page it is.
#[rustfmt::skip]
pub(super) const TRACKING: &[&str] = &[
    "at_campaign", "at_medium", "cmp", "cmpid", "dclid", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid",
    "mkt_tok", "ns_campaign", "ns_mchannel", "ns_source", "ocid", "ref", "ref_src", "smid", "soc_src", "src", "yclid",
];
