//! Anchors time phrases: from "last month" and a document of May 2024 to April 2024.

pub(crate) mod anchors;
pub(crate) mod day_month_order;
pub(crate) mod document_date;
pub(crate) mod missing_year;
pub(crate) mod narrative;
pub(crate) mod reporting_period;
pub(crate) mod year_path;
