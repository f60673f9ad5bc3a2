//! Holds the arguments of `add`, whose docs are its help.

use std::path::PathBuf;

use chrono_tz::Tz;

use super::name_pattern::NamePattern;
use crate::cli::context::FormatFlag;

/// Record versions of articles from files: plain text, Markdown or HTML
///
/// Headline, standfirst, byline and dates are read from the file where it states them;
/// flags say them otherwise. What is recorded was seen now, whatever the page says of
/// itself, unless you say when: `--captured` or `--captured-from`. The same text again
/// makes a look, not a version. Files of one call share their moment; of one article, those
/// that state an earlier time stand first. Each file is acknowledged on a line of its own
/// once it is safely stored.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru add page.html --story ukraine-talks --outlet 'The Lantern'\n  \
    writethru add draft-*.txt --story flood --article herald-1\n  \
    writethru add saved/ --story flood --captured-from mtime\n  \
    writethru add saved/ --name '{story}_{outlet}_{time}.txt'\n  \
    curl -s https://example.org/story | writethru add - --story flood")]
pub(crate) struct AddArgs {
    /// Files to record, or folders with them; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Story to file it under; made where there is none
    #[arg(long, value_name = "STORY")]
    pub(super) story: Option<String>,
    /// Zone of a story that is made: the days of its articles are counted in it
    #[arg(long, value_name = "ZONE", value_parser = crate::model::zone_named)]
    pub(super) timezone: Option<Tz>,
    /// Article it is a version of [default: found by address, file name or headline]
    #[arg(long, value_name = "ARTICLE")]
    pub(super) article: Option<String>,
    /// What the names of the files say: `{story}`, `{article}`, `{outlet}`, `{time}` and `{any}`
    #[arg(long, value_name = "PATTERN")]
    pub(super) name: Option<NamePattern>,
    /// Who publishes it
    #[arg(long)]
    pub(super) outlet: Option<String>,
    /// Address of the page
    #[arg(long)]
    pub(super) url: Option<String>,
    /// When the page says it was published
    #[arg(long, value_name = "TIME")]
    pub(super) published: Option<String>,
    /// When the page says it was last changed
    #[arg(long, value_name = "TIME")]
    pub(super) modified: Option<String>,
    /// When it was seen: ISO time, or words such as `yesterday 8pm` [default: now]
    #[arg(long, value_name = "TIME", conflicts_with = "captured_from")]
    pub(super) captured: Option<String>,
    /// Take the time when it was seen from the file's own time, its name, or what the page says
    #[arg(long, value_enum, value_name = "WHERE")]
    pub(super) captured_from: Option<CapturedFrom>,
    #[arg(long)]
    pub(super) headline: Option<String>,
    #[arg(long)]
    pub(super) standfirst: Option<String>,
    #[arg(long)]
    pub(super) byline: Option<String>,
    /// Keep only the text, not the page or file as received
    #[arg(long)]
    pub(super) no_originals: bool,
    #[command(flatten)]
    pub(super) format: FormatFlag,
}

/// Where the time of capture is taken from.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CapturedFrom {
    Mtime,
    Name,
    Page,
}
