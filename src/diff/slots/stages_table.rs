//! Lists verbs whose stage tells nothing: what they say lies in their object or their complement.

/// Dictionary forms, sorted, each with its participle; verbs that go with every subject are left out before.
#[rustfmt::skip]
pub(super) static LIGHT: &[(&str, &str)] = &[
    ("add", "added"), ("begin", "begun"), ("bring", "brought"), ("call", "called"), ("hold", "held"), ("include", "included"),
    ("keep", "kept"), ("leave", "left"), ("need", "needed"), ("put", "put"), ("remain", "remained"),
    ("see", "seen"), ("seem", "seemed"), ("set", "set"), ("show", "shown"), ("start", "started"), ("stay", "stayed"), ("use", "used"),
];
