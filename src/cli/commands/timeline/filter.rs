//! The options that narrow a timeline: by day, outlet, speaker, kind, status and tag.

use chrono::{DateTime, Utc};

use super::dates;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::model::{EntryKind, Precision, Status};
use crate::view::EntryFilter;

/// Heading of the options that narrow a timeline.
const FILTERS: &str = "Filters";

/// The options that narrow a timeline.
#[derive(clap::Args, Debug)]
pub(super) struct EntryFilterArgs {
    /// Only what happened on this day or later: a day, or a month or year, which means its start
    #[arg(long, value_name = "DATE", help_heading = FILTERS)]
    from: Option<String>,
    /// Only what happened until this day: a month or year means its end
    #[arg(long, value_name = "DATE", help_heading = FILTERS)]
    to: Option<String>,
    /// Only what this outlet reports: its name, or a part of it
    #[arg(long, value_name = "NAME", help_heading = FILTERS)]
    pub(super) outlet: Vec<String>,
    /// Only what this speaker is reported to say: a name, or a part of it
    #[arg(long, value_name = "NAME", help_heading = FILTERS, conflicts_with = "top")]
    pub(super) speaker: Vec<String>,
    /// Only entries of this kind
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',', help_heading = FILTERS, conflicts_with = "top")]
    kind: Vec<EntryKindName>,
    /// Only entries that stand so
    #[arg(
        long, value_enum, value_name = "STATUS", value_delimiter = ',', help_heading = FILTERS, conflicts_with = "top"
    )]
    status: Vec<StatusName>,
    /// Only entries with this tag; `timeline tag` gives one
    #[arg(long, value_name = "TAG", help_heading = FILTERS, conflicts_with = "top")]
    tag: Vec<String>,
    /// What happened last comes first
    #[arg(long)]
    newest_first: bool,
}

impl EntryFilterArgs {
    /// Reads what of the timeline is asked for.
    pub(super) fn read(&self, ctx: &mut Context, story: &str) -> Result<EntryFilter, CliError> {
        let zone = ctx.archive()?.zone_of(Some(story))?;
        for outlet in &self.outlet {
            ctx.archive()?.refuse_unknown_outlet(Some(outlet))?;
        }
        let mut date =
            |words: &Option<String>| words.as_deref().map(|words| dates::read(ctx, story, words)).transpose();
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let (from, to) = (date(&self.from)?.flatten(), date(&self.to)?.flatten());
        for (option, words, date) in [("--from", &self.from, &from), ("--to", &self.to, &to)] {
            let has_hour = date.as_ref().is_some_and(|date| date.precision() == Precision::Second);
            if let (true, Some(words)) = (has_hour, words) {
                ctx.out.remark(&format!("`{option}` goes by days: the hour of `{words}` is left out"));
            }
        }
        let filter = EntryFilter {
            from: from.map(|date| day(date.earliest(zone))),
            to: to.map(|date| day(date.latest(zone))),
            outlets: self.outlet.clone(),
            speakers: self.speaker.clone(),
            kinds: self.kind.iter().map(|&kind| kind.into()).collect(),
            statuses: self.status.iter().map(|&status| status.into()).collect(),
            tags: self.tag.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect(),
            words: String::new(),
            newest_first: self.newest_first,
        };
        match (filter.from, filter.to) {
            (Some(from), Some(to)) if to < from => Err(CliError::usage(
                format!("{from} lies after {to}"),
                "`--from` takes the earlier day, `--to` the later",
            )),
            _ => Ok(filter),
        }
    }
}

/// What an entry tells.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
pub(super) enum EntryKindName {
    Event,
    Statement,
    Planned,
}

impl From<EntryKindName> for EntryKind {
    fn from(name: EntryKindName) -> Self {
        match name {
            EntryKindName::Event => Self::Event,
            EntryKindName::Statement => Self::Statement,
            EntryKindName::Planned => Self::Planned,
        }
    }
}

/// How an entry stands.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum StatusName {
    /// As it was first reported
    Reported,
    /// A later version told it otherwise
    Revised,
    /// Accounts differ
    Disputed,
    /// No longer in the text
    Withdrawn,
}

impl From<StatusName> for Status {
    fn from(name: StatusName) -> Self {
        match name {
            StatusName::Reported => Self::Reported,
            StatusName::Revised => Self::Revised,
            StatusName::Disputed => Self::Disputed,
            StatusName::Withdrawn => Self::Withdrawn,
        }
    }
}
