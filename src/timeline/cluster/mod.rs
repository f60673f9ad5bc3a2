//! Clusters the mention chains of all articles that report the same event.
//!
//! In: an `ArticleTrack` for each article. Out: `EventClusters`, in which the first report of each cluster leads.
//! In this order:
//!
//! - `merge_reason`, `signs_table`: the signs by which two chains report the same event
//! - `same_event`: compares two chains
//! - `story`: clusters a whole story, and updates the clusters when a version comes

mod merge_reason;
pub(crate) mod same_event;
mod signs_table;
pub(crate) mod story;
