//! Tells those who look at a page that something was recorded meanwhile, also by other processes.
//!
//! The keeper of derived results publishes the line of the ledger up to which everything is worked out. What is new since
//! its own line each listener asks for itself, so that a slow one, or one that was away, misses nothing and hears nothing
//! twice. Listeners have turns of their own.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Pages that listen at the same time.
const LISTENERS: usize = 64;

/// How far the store has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct StoreProgress {
    /// The last line of the ledger of which everything is worked out.
    pub line: usize,
    /// The server ends.
    pub is_over: bool,
}

/// Where progress is published and listened to.
#[derive(Debug)]
pub(super) struct Newsroom {
    sender: watch::Sender<StoreProgress>,
    turns: Arc<Semaphore>,
}

impl Default for Newsroom {
    fn default() -> Self {
        Self { sender: watch::Sender::default(), turns: Arc::new(Semaphore::new(LISTENERS)) }
    }
}

impl Newsroom {
    /// Tells everybody who listens how far the store has come; whoever was let go stays so.
    pub(super) fn publish(&self, line: usize) {
        self.sender.send_if_modified(|now| std::mem::replace(&mut now.line, line) != line);
    }

    /// Lets everybody go who listens.
    pub(super) fn close(&self) {
        self.sender.send_modify(|now| now.is_over = true);
    }

    /// Begins to listen; `None` where too many do already.
    pub(super) fn listen(&self) -> Option<(watch::Receiver<StoreProgress>, OwnedSemaphorePermit)> {
        let turn = Arc::clone(&self.turns).try_acquire_owned().ok()?;
        Some((self.sender.subscribe(), turn))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_listen_and_no_more() {
        let room = Newsroom::default();
        let listeners: Vec<_> = (0..LISTENERS).map(|_| room.listen().expect("a turn")).collect();
        assert!(room.listen().is_none());
        room.publish(12);
        assert!(listeners.iter().all(|(receiver, _)| receiver.has_changed().unwrap()));
        drop(listeners);
        assert!(room.listen().is_some());
    }

    #[test]
    fn who_was_let_go_is_not_called_back() {
        let room = Newsroom::default();
        let (receiver, _turn) = room.listen().unwrap();
        room.close();
        room.publish(7);
        assert_eq!(*receiver.borrow(), StoreProgress { line: 7, is_over: true });
    }
}
