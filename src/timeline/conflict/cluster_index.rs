//! Says which clusters report the sentence of an account.

use super::account::Account;
use crate::timeline::cluster::story::{Cluster, EventClusters};

/// The cluster of each chain, by article and place.
pub(super) struct ClusterIndex(Vec<Vec<usize>>);

impl ClusterIndex {
    /// Indexes the clusters of a story.
    pub(super) fn of(story: &EventClusters, clusters: &[&Cluster]) -> Self {
        let mut cluster_of: Vec<Vec<usize>> =
            story.articles.iter().map(|article| vec![0; article.summaries.len()]).collect();
        for (index, cluster) in clusters.iter().enumerate() {
            cluster
                .members
                .iter()
                .for_each(|member| cluster_of[member.chain_id.article][member.chain_id.chain] = index);
        }
        Self(cluster_of)
    }

    /// Returns the clusters with a chain that has a sentence of an article.
    pub(super) fn of_sentence(&self, account: &Account<'_>) -> Vec<usize> {
        let mut clusters: Vec<usize> = account.chains.iter().map(|&chain| self.0[account.article][chain]).collect();
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }
}
