//! The formats of answers that are handed on.

use super::context::Context;
use super::error::CliError;
use crate::render::json;
use crate::render::screen::{self, ScreenStyle};
use crate::render::sheet::{self, Sheet};

/// The flag that chooses how an answer that is handed on is written.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(super) struct SheetFlag {
    /// How to write it
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: SheetFormat,
}

/// How an answer that is handed on is written.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SheetFormat {
    #[default]
    Text,
    Json,
    /// One web page that needs nothing else
    Html,
    /// Markdown
    Md,
    /// A table for spreadsheets, with every column
    Csv,
}

impl Context {
    /// Hides what is held where an answer is written in a format for others; `name` is what is asked for.
    pub(super) fn publish_as(&mut self, format: SheetFormat, name: Option<&str>) -> Result<(), CliError> {
        match format {
            SheetFormat::Text | SheetFormat::Json => Ok(()),
            SheetFormat::Html | SheetFormat::Md | SheetFormat::Csv => self.publish(name),
        }
    }

    /// Writes a view as text, as JSON, or as the sheet that is laid out of it.
    pub(super) fn hand_on<V: serde::Serialize>(
        &mut self,
        format: SheetFormat,
        view: &V,
        text: impl FnOnce(ScreenStyle, &V) -> String,
        lay_out: impl FnOnce(&V) -> Sheet,
    ) -> Result<(), CliError> {
        let written = match format {
            SheetFormat::Text => screen::fitted(self.look, text(self.look, view)),
            SheetFormat::Json => json::write(view)?,
            SheetFormat::Html | SheetFormat::Md | SheetFormat::Csv => {
                let sheet = lay_out(view);
                let title = sheet.title.clone();
                match format {
                    SheetFormat::Csv => sheet::csv(&sheet),
                    SheetFormat::Md => sheet::markdown(&title, &[sheet]),
                    _ => sheet::html(&title, &[sheet]),
                }
            }
        };
        Ok(self.out.show(&written)?)
    }
}
