//! Works on several threads and hands the results over in the order of the input.
//!
//! ```text
//! reader ──► item 7 ──► whichever worker is free ──► result 7
//!    └─────► place 7 ───────────────────────────────► taken in order
//! ```
//!
//! A slow item holds back only what is written, not the workers: they go on with the items behind it until the reader
//! has run ahead as far as it may, in items and in bytes, so memory does not grow with the input. Batches were left
//! aside: the cores that finish first would wait at the end of each.
//!
//! No thread is waited for at the end: the reader may hang on input that never comes when the output is closed.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// Items that are read ahead of the one that is taken next; [`Ahead`] bounds their bytes.
const AHEAD_ITEMS: usize = 512;

/// The results of [`map`], in the order of their items.
pub(super) struct InOrder<O> {
    places: Receiver<Place<O>>,
    /// The place that is due, once it is known.
    due: Option<Place<O>>,
    budget: Arc<Budget>,
}

/// Where the result of one item arrives.
struct Place<O> {
    bytes: usize,
    result: Receiver<O>,
}

/// An item on its way to a worker, and where its result goes.
type QueuedItem<I, O> = (I, Sender<O>);

/// Whether the next result is there.
pub(super) enum Next<O> {
    Ready(O),
    /// It is being worked on, or not even read.
    Later,
    End,
}

/// How far the reader may run ahead.
pub(super) struct Ahead<I> {
    /// Tells how much memory an item takes.
    pub length: fn(&I) -> usize,
    /// Bytes of items under way from which on no further item is read.
    pub most: usize,
}

/// Applies `work` to each item on so many threads.
///
/// # Errors
///
/// When a thread cannot be started.
pub(super) fn map<I: Send + 'static, O: Send + 'static>(
    threads: usize,
    items: impl Iterator<Item = I> + Send + 'static,
    Ahead { length, most }: Ahead<I>,
    work: impl Fn(I) -> O + Send + Sync + 'static,
) -> io::Result<InOrder<O>> {
    let (to_workers, jobs) = mpsc::channel::<QueuedItem<I, O>>();
    let (to_taker, places) = mpsc::sync_channel(AHEAD_ITEMS);
    let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
    for _ in 0..threads {
        let (jobs, work) = (Arc::clone(&jobs), Arc::clone(&work));
        thread::Builder::new().spawn(move || {
            while let Some((item, to_place)) = next_job(&jobs) {
                // Nobody waits for the result any more where the taker has given up.
                let _ = to_place.send(work(item));
            }
        })?;
    }
    let budget = Arc::new(Budget { most, ..Budget::default() });
    let own = Arc::clone(&budget);
    thread::Builder::new().spawn(move || {
        for item in items {
            let bytes = length(&item);
            own.take(bytes);
            let (to_place, result) = mpsc::channel();
            if to_taker.send(Place { bytes, result }).is_err() || to_workers.send((item, to_place)).is_err() {
                break;
            }
        }
    })?;
    Ok(InOrder { places, due: None, budget })
}

fn next_job<I, O>(jobs: &Mutex<Receiver<QueuedItem<I, O>>>) -> Option<QueuedItem<I, O>> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

impl<O> InOrder<O> {
    /// Returns the next result if it is there.
    pub(super) fn try_next(&mut self) -> Next<O> {
        if self.due.is_none() {
            match self.places.try_recv() {
                Ok(place) => self.due = Some(place),
                Err(TryRecvError::Empty) => return Next::Later,
                Err(TryRecvError::Disconnected) => return Next::End,
            }
        }
        let Some(place) = &self.due else { return Next::Later };
        match place.result.try_recv() {
            Ok(result) => Next::Ready(self.taken(result)),
            Err(TryRecvError::Empty) => Next::Later,
            Err(TryRecvError::Disconnected) => panic!("the thread that worked on this item has panicked"),
        }
    }

    /// Returns the next result, waiting for it; `None` at the end.
    pub(super) fn wait(&mut self) -> Option<O> {
        let place = match self.due.take() {
            Some(place) => place,
            None => self.places.recv().ok()?,
        };
        let result = place.result.recv().expect("the thread that worked on this item has not panicked");
        self.due = Some(place);
        Some(self.taken(result))
    }

    fn taken(&mut self, result: O) -> O {
        let place = self.due.take().expect("a result has its place");
        self.budget.give_back(place.bytes);
        result
    }
}

/// Bytes of the items that are under way.
#[derive(Default)]
struct Budget {
    most: usize,
    used: Mutex<usize>,
    freed: Condvar,
}

impl Budget {
    /// Waits until there is room; one item has it, however long it is.
    fn take(&self, bytes: usize) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(used, |used| self.most <= *used);
        *waited.unwrap_or_else(PoisonError::into_inner) += bytes;
    }

    fn give_back(&self, bytes: usize) {
        *self.used.lock().unwrap_or_else(PoisonError::into_inner) -= bytes;
        self.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    /// Lets the reader run ahead so many items.
    fn ahead<I>(most: usize) -> Ahead<I> {
        Ahead { length: |_| 1, most }
    }

    fn all<O>(mut results: InOrder<O>) -> Vec<O> {
        std::iter::from_fn(|| results.wait()).collect()
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for threads in [1, 4] {
            let work = |n: usize| {
                if n.is_multiple_of(7) {
                    thread::sleep(Duration::from_millis(2));
                }
                n * n
            };
            let results = map(threads, 0..200, ahead(1000), work).unwrap();
            assert_eq!(all(results), (0..200).map(|n| n * n).collect::<Vec<_>>(), "with {threads} threads");
        }
    }

    #[test]
    fn the_reader_stays_within_its_bounds() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let items = (0..10_000).inspect(|_| {
            READ.fetch_add(1, Ordering::SeqCst);
        });
        let mut results = map(2, items, ahead(8), |n| n).unwrap();
        thread::sleep(Duration::from_millis(100));
        let ahead = READ.load(Ordering::SeqCst);
        assert!((8..=10).contains(&ahead), "{ahead} items");
        assert_eq!(results.wait(), Some(0));
        assert_eq!(all(results).len(), 9_999);
    }

    #[test]
    fn a_result_that_is_not_there_is_told_so() {
        let (to_work, go) = mpsc::channel::<()>();
        let go = Mutex::new(go);
        let mut results = map(1, 0..1, ahead(8), move |n| go.lock().unwrap().recv().map(|()| n)).unwrap();
        thread::sleep(Duration::from_millis(20));
        assert!(matches!(results.try_next(), Next::Later));
        to_work.send(()).unwrap();
        assert_eq!(results.wait(), Some(Ok(0)));
        assert_eq!(results.wait(), None);
        assert!(matches!(results.try_next(), Next::End));
    }
}
