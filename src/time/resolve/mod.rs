//! Anchors time phrases: from "last month" and a document of May 2024 to April 2024.
//!
//! In: the phrases of a document, in order. Out: a TIMEX3 value and an EDTF
//! date for each. In reading order:
//!
//! - `document_date`: the date of a page that came without one
//! - `narrative`: whether the text tells the news of its date, or a history
//! - `year_path`: the years that the months of a history leave out
//! - `day_month_order`: whether 3/5/2024 is in March or in May
//! - `live_blog`: the day of each entry
//! - `quoted_speech`: the day on which a quotation was said
//! - `anchors`: what the text has dated so far, and the period that a phrase names
//! - `missing_year`: the year or day that a date leaves out
//! - `reporting_period`: the quarter that "a year ago" compares with
//! - `same_moment`: two clock times of one moment

pub(crate) mod anchors;
pub(crate) mod day_month_order;
mod day_month_order_table;
pub(crate) mod document_date;
pub(crate) mod live_blog;
mod missing_year;
pub(crate) mod narrative;
pub(crate) mod quoted_speech;
mod reporting_period;
pub(crate) mod same_moment;
pub(crate) mod year_path;
