//! Answers whether the server is well, and what it counted.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use crate::web::app::App;
use crate::web::error::Problem;

/// Answers "ok" where the store can be read; shows nothing of what is in it.
pub(crate) async fn healthz(State(app): State<Arc<App>>) -> Result<&'static str, Problem> {
    let read = app.ask(|archive| Ok(archive.data_version()?)).await;
    let problem =
        |_| Problem::new(StatusCode::SERVICE_UNAVAILABLE, "the store cannot be read", "ask whoever runs the server");
    read.map(|_| "ok\n").map_err(problem)
}

/// Writes the counts in the format of Prometheus.
pub(crate) async fn metrics(State(app): State<Arc<App>>) -> Result<impl IntoResponse, Problem> {
    let stories = app.ask(|archive| Ok(archive.stories()?.stories)).await?;
    let versions: usize = stories.iter().map(|story| story.versions).sum();
    let read = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::Relaxed);
    let rows = [
        ("requests_total", "counter", "Requests received", read(&app.counters.requests)),
        ("requests_refused_total", "counter", "Requests refused or not found", read(&app.counters.refused)),
        ("requests_failed_total", "counter", "Requests that failed on the server", read(&app.counters.failed)),
        ("stories", "gauge", "Stories in the archive", stories.len() as u64),
        ("story_versions", "gauge", "Versions of articles in stories", versions as u64),
    ];
    let lines = rows.map(|(name, kind, help, value)| {
        format!("# HELP writethru_{name} {help}\n# TYPE writethru_{name} {kind}\nwritethru_{name} {value}\n")
    });
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], lines.concat()))
}
