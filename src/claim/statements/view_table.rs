//! Lists auxiliary verbs in all their forms.

/// Forms that may stand before a verb. Sorted.
pub(super) const AUXILIARIES: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "am", "are", "be", "been", "being", "ca", "can", "could", "dare", "did",
    "do", "does", "doing", "done", "get", "gets", "getting", "got", "had", "has", "have", "having", "is", "may",
    "might", "must", "need", "ought", "shall", "should", "to", "used", "was", "were", "will", "wo", "would",
];
