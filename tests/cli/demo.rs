//! Holds what the demo shows.

use crate::sandbox::Sandbox;

#[test]
fn the_demo_shows_a_story_and_leaves_the_store_alone() {
    let sandbox = Sandbox::new();
    let told = sandbox.run("demo");
    for part in ["$ writethru log", "$ writethru diff", "$ writethru timeline", "Your turn:"] {
        assert!(told.contains(part), "no {part:?} in {told}");
    }
    assert!(!sandbox.path("store.db").exists());
    for line in [
        "  figure     At least eight → At least 12  killed",
        "» At least [-eight-]{+12+} people were killed when missiles struck Kyiv early on Thursday",
        "~ Russia [-may have-]{+has+} stepped up its attacks in the east since the weekend",
        "+ Correction, 24 April 2025: An earlier version of this article attributed the words",
        "  planned: Mr Witkoff is due to meet President Vladimir Putin in Moscow on Friday.",
    ] {
        assert!(told.contains(line), "no {line:?} in {told}");
    }
}
