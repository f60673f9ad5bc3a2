//! Writes views as terminal text, HTML, JSON and the other formats; one file a format.

pub mod export;
pub mod json;
pub mod pipe;
pub mod screen;
