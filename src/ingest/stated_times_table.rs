//! Lists the labels of lines that state a time.

/// Which time a line states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StatedKind {
    Published,
    Modified,
}

/// Words before the time at which a page was published, and whether they mean its last change instead.
pub(super) const LABELS: [(&str, StatedKind); 12] = [
    ("first published", StatedKind::Published),
    ("originally published", StatedKind::Published),
    ("published", StatedKind::Published),
    ("posted", StatedKind::Published),
    ("issued", StatedKind::Published),
    ("last updated", StatedKind::Modified),
    ("last modified", StatedKind::Modified),
    ("updated", StatedKind::Modified),
    ("modified", StatedKind::Modified),
    ("edited", StatedKind::Modified),
    ("last edited", StatedKind::Modified),
    ("revised", StatedKind::Modified),
];
