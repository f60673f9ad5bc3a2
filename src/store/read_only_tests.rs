//! Tries stores that may not be written to: they are read, with what their program has just written.

use super::tests::{article, record};
use super::*;

#[test]
fn a_store_that_may_not_be_written_to_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a#b?.db");
    let store = Store::open(&path).unwrap();
    let id = article(&store, "wire");
    record(&store, id, 1, "It burns.").unwrap();
    drop(store);
    // The file alone, as on a disk that takes no writing; the owner of a folder may write to it all the same.
    let store = Store::open_to_read(&path).unwrap();
    assert_eq!(store.versions(id).unwrap().len(), 1);
    let refused = record(&store, id, 2, "It burns on.").unwrap_err();
    assert!(matches!(refused, StoreError::ReadOnly { .. }), "{refused}");
    let older = folder.path().join("older.db");
    migrate::make_older(&older, 2);
    assert!(matches!(Store::open_to_read(&older).unwrap_err(), StoreError::OlderReadOnly { found: 2, .. }));
}

#[test]
fn a_reader_sees_what_stands_in_the_log_of_a_running_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let writer = Store::open(&path).unwrap();
    let id = article(&writer, "wire");
    record(&writer, id, 1, "It burns.").unwrap();
    assert!(log_of(&path).is_some(), "the log is not yet in the file");
    let reader = Store::open_to_read(&path).unwrap();
    assert_eq!((reader.versions(id).unwrap().len(), reader.unseen_log()), (1, None));
    record(&writer, id, 2, "It burns on.").unwrap();
    assert_eq!(reader.versions(id).unwrap().len(), 2);
}

#[test]
fn a_sound_store_has_no_fault_for_a_reader() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Store::open(&path).unwrap();
    let id = article(&store, "wire");
    record(&store, id, 1, "It burns.").unwrap();
    drop(store);
    assert_eq!(Store::open_to_read(&path).unwrap().file_faults().unwrap(), Vec::<String>::new());
}
