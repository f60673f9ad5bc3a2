//! `writethru demo`: records a story of our own in a store of its own and shows what one sees.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::ingest::{self, Source};
use crate::model::{CapturedBy, DocumentTime, TimelineQuery};
use crate::render::screen::{self, DiffOptions};
use crate::track::{Archive, Submission};
use crate::view::Reference;

/// Show a story in a second: versions, what changed, the timeline
///
/// Uses a store of its own, which is gone afterwards; yours is not touched.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru demo\n  writethru demo --serve")]
pub(crate) struct DemoArgs {
    /// Show the story in a browser instead, until Ctrl-C
    #[cfg(feature = "web")]
    #[arg(long)]
    serve: bool,
}

const STORY: &str = "ukraine-talks";
const ZONE: Tz = Tz::Europe__London;

/// A file of the story, as it was seen.
struct DemoPage {
    name: &'static str,
    article: &'static str,
    outlet: &'static str,
    captured: &'static str,
    bytes: &'static str,
}

macro_rules! page {
    ($name:literal, $article:literal, $outlet:literal, $captured:literal) => {
        DemoPage {
            name: $name,
            article: $article,
            outlet: $outlet,
            captured: $captured,
            bytes: include_str!(concat!("../../../fixtures/stories/ukraine-talks/", $name)),
        }
    };
}

#[rustfmt::skip]
const PAGES: &[DemoPage] = &[
    page!("lantern-1.v1.html", "lantern-1", "The Lantern", "2025-04-23T18:40:00+01:00"),
    page!("northgate-1.v1.txt", "northgate-1", "Northgate Wire", "2025-04-23T19:30:00+01:00"),
    page!("lantern-1.v2.html", "lantern-1", "The Lantern", "2025-04-24T08:05:00+01:00"),
    page!("lantern-1.v3.html", "lantern-1", "The Lantern", "2025-04-24T16:20:00+01:00"),
    page!("northgate-1.v2.txt", "northgate-1", "Northgate Wire", "2025-04-25T20:10:00+01:00"),
    page!("lantern-1.v4.html", "lantern-1", "The Lantern", "2025-04-25T21:40:00+01:00"),
];

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &DemoArgs) -> Result<CommandOutcome, CliError> {
    #[cfg(feature = "web")]
    if args.serve {
        return super::serve::demonstrate(ctx, record);
    }
    #[cfg(not(feature = "web"))]
    let DemoArgs {} = args;
    let archive = Archive::in_memory()?;
    record(&archive, ctx.now)?;
    let look = ctx.look;
    let article = "ukraine-talks/lantern-1";
    let reference: Reference = format!("{article}@2..3").parse().expect("a reference by its shape");
    let parts = [
        ("log ukraine-talks", screen::log(look, &archive.log(Some(STORY))?)),
        (
            "diff ukraine-talks/lantern-1@2..3",
            screen::diff(look, &archive.diff(&reference, None)?, DiffOptions::default()),
        ),
        ("timeline ukraine-talks", screen::timeline(look, &archive.timeline(STORY, &TimelineQuery::default())?)),
    ];
    for (command, text) in parts {
        let prompt = look.paint(screen::TextMark::Alert, &format!("$ writethru {command}"));
        ctx.out.show(&screen::fitted(look, format!("{prompt}\n{text}\n")))?;
    }
    ctx.out.show(
        "Your turn:\n  \
         writethru add FILE --story NAME          record a version: text, Markdown or a saved page\n  \
         writethru diff NAME                      see which claims changed, once there are two\n  \
         writethru timeline NAME                  put the story in order; `writethru help` lists the rest\n",
    )?;
    Ok(CommandOutcome::Done)
}

/// Records the story.
fn record(archive: &Archive, now: DateTime<Utc>) -> Result<(), CliError> {
    PAGES.iter().try_for_each(|page| archive.record(&submission(page)?, now).map(drop).map_err(CliError::from))
}

fn submission(page: &DemoPage) -> Result<Submission, CliError> {
    let source = Source { name: page.name, timezone: ZONE, ..Source::default() };
    let mut capture = ingest::read(page.bytes.as_bytes(), source)?;
    capture.outlet = Some(page.outlet.to_owned());
    Ok(Submission {
        captured_by: CapturedBy::Given,
        capture,
        story: Some(STORY.to_owned()),
        article: Some(page.article.to_owned()),
        timezone: Some(ZONE),
        captured: DocumentTime::read(page.captured, ZONE),
    })
}
