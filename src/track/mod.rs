//! Joins the layers into use cases: record a version, compare, build a timeline, rebuild.

pub mod tell;
