//! `writethru site`: says how the pages of a site are read.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::ingest;
use crate::model::Selectors;
use crate::render::screen;
use crate::track::SitePage;

/// Say how the pages of a site are read, where the general rules fail
#[derive(clap::Subcommand, Debug)]
pub(crate) enum SiteCommand {
    Add(SiteAddArgs),
    List(SiteListArgs),
    Show(SiteNameArgs),
    Test(SiteTestArgs),
    Lines(SiteLinesArgs),
    Remove(SiteRemoveArgs),
}

/// CSS selectors for the parts of an article.
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "What to take")]
struct SelectorArgs {
    /// The element that holds the paragraphs
    #[arg(long, value_name = "CSS")]
    body: Option<String>,
    /// The headline
    #[arg(long, value_name = "CSS")]
    headline: Option<String>,
    /// The standfirst
    #[arg(long, value_name = "CSS")]
    standfirst: Option<String>,
    /// The line that names who wrote it
    #[arg(long, value_name = "CSS")]
    byline: Option<String>,
    /// What to leave out wherever it stands; may be given several times
    #[arg(long, value_name = "CSS")]
    remove: Vec<String>,
}

impl SelectorArgs {
    /// Returns what is given, if anything is.
    fn selectors(&self) -> Option<Selectors> {
        let selectors = Selectors {
            headline: self.headline.clone(),
            standfirst: self.standfirst.clone(),
            byline: self.byline.clone(),
            body: self.body.clone(),
            remove: self.remove.clone(),
        };
        (!selectors.parts().is_empty()).then_some(selectors)
    }
}

/// Say how the pages of a site are read from now on
///
/// What is said replaces what was said of the site before; versions that are recorded stay as they are. With `--file`, take
/// the sites of a file, as `site list --format json` writes it, so that one person's work helps others.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru site add example.org --body 'article .story' --remove .newsletter-box\n  \
    writethru site list --format json > sites.json\n  writethru site add --file sites.json"
)]
pub(crate) struct SiteAddArgs {
    /// Host of the site; hosts below it are meant too
    #[arg(required_unless_present = "file")]
    host: Option<String>,
    /// Take the sites of this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["host", "body", "headline", "standfirst", "byline", "remove"])]
    file: Option<PathBuf>,
    #[command(flatten)]
    parts: SelectorArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// List the sites that are read by selectors of their own
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru site list\n  writethru site list --format json > sites.json")]
pub(crate) struct SiteListArgs {
    #[command(flatten)]
    format: FormatFlag,
}

/// Show how a site is read
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru site show example.org")]
pub(crate) struct SiteNameArgs {
    /// Host of the site
    host: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Try selectors on pages, beside the general rules
///
/// Tried are the selectors that are given, else those that are kept; on the saved pages that are named, else on the latest
/// page of each article of the site that the archive keeps (20 at most). Nothing is changed.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru site test example.org --body 'article .story'\n  \
    writethru site test example.org page.html other.html")]
pub(crate) struct SiteTestArgs {
    /// Host of the site
    host: String,
    /// Saved pages
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    parts: SelectorArgs,
    #[command(flatten)]
    format: FormatFlag,
}

/// Show the lines that a site repeats on its pages, and say which are text
///
/// Lines that stand on many pages of a site (calls to subscribe, words of the house) are learnt from its latest articles and
/// left out of those that are recorded first from then on. Articles that are recorded already stay as they are: what they
/// hold they keep, and what was left out of them stays out. So no line comes or goes that the outlet did not touch.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru site lines\n  writethru site lines example.org --learn\n  \
    writethru site lines --keep 3\n  writethru site lines --drop 3")]
pub(crate) struct SiteLinesArgs {
    /// Host of the site [default: all]
    host: Option<String>,
    /// Look the latest articles of the site through now, not only after every twentieth
    #[arg(long, requires = "host")]
    learn: bool,
    /// Have the line of this number count as text in articles to come; may be given several times
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["host", "drop"])]
    keep: Vec<i64>,
    /// Leave the line of this number out of articles to come again; may be given several times
    #[arg(long, value_name = "NUMBER", conflicts_with = "host")]
    drop: Vec<i64>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Have a site read by the general rules again
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru site remove example.org")]
pub(crate) struct SiteRemoveArgs {
    /// Host of the site
    host: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &SiteCommand) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    match command {
        SiteCommand::Add(args) => {
            let sites = args.sites()?;
            let view = ctx.archive()?.add_sites(&sites, now)?;
            let what = "is read so from now on; `writethru site test` tries it";
            ctx.answer(args.format, &view, |look, view| screen::site_done(look, view, what))?;
        }
        SiteCommand::List(args) => {
            let view = ctx.archive()?.sites()?;
            ctx.answer(args.format, &view, screen::sites)?;
        }
        SiteCommand::Show(args) => {
            let view = ctx.archive()?.site(&args.host)?;
            ctx.answer(args.format, &view, screen::sites)?;
        }
        SiteCommand::Test(args) => {
            let pages = args.files.iter().map(|file| page(file)).collect::<Result<_, _>>()?;
            let view = ctx.archive()?.test_site(&args.host, args.parts.selectors(), pages)?;
            ctx.answer(args.format, &view, screen::site_test)?;
        }
        SiteCommand::Lines(args) => {
            let archive = ctx.archive()?;
            let view = match (args.host.as_deref(), &args.keep[..], &args.drop[..]) {
                (Some(host), ..) if args.learn => archive.learn_repeated_lines(host, now)?,
                (host, [], []) => archive.repeated_lines(host)?,
                (_, [], drop) => archive.keep_repeated_lines(drop, None)?,
                (_, keep, _) => archive.keep_repeated_lines(keep, Some(now))?,
            };
            ctx.answer(args.format, &view, screen::repeated_lines)?;
        }
        SiteCommand::Remove(args) => {
            let view = ctx.archive()?.remove_site(&args.host)?;
            let what = "is read by the general rules again";
            ctx.answer(args.format, &view, |look, view| screen::site_done(look, view, what))?;
        }
    }
    Ok(CommandOutcome::Done)
}

/// Reads a saved page.
fn page(file: &Path) -> Result<SitePage, CliError> {
    let name = file.display().to_string();
    let failed =
        |why: String| CliError::refused(format!("cannot read `{name}`: {why}"), "name pages that were saved as HTML");
    let open = std::fs::File::open(file).map_err(|error| failed(error.to_string()))?;
    let mut bytes = Vec::new();
    open.take(ingest::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| failed(error.to_string()))?;
    if ingest::MAX_BYTES < bytes.len() as u64 {
        return Err(failed(format!("it is longer than {} MB", ingest::MAX_BYTES >> 20)));
    }
    let html = ingest::decode(&bytes, None).text;
    Ok(SitePage { name, url: None, html })
}

impl SiteAddArgs {
    fn sites(&self) -> Result<Vec<(String, Selectors)>, CliError> {
        if let Some(file) = &self.file {
            let name = file.display();
            let failed = |why: String| {
                CliError::refused(
                    format!("cannot read `{name}`: {why}"),
                    "take a file that `site list --format json` wrote",
                )
            };
            let text = std::fs::read_to_string(file).map_err(|error| failed(error.to_string()))?;
            return sites_in(&text).map_err(failed);
        }
        let host = self.host.clone().unwrap_or_default();
        let hint = "say what to take: `--body CSS`, `--headline CSS`, `--remove CSS` …";
        let selectors = self.parts.selectors().ok_or_else(|| CliError::usage("no selector is given", hint))?;
        Ok(vec![(host, selectors)])
    }
}

/// Reads the sites of a file; a misspelt part is a fault, since it would be left out without a word.
fn sites_in(text: &str) -> Result<Vec<(String, Selectors)>, String> {
    const PARTS: [&str; 5] = ["headline", "standfirst", "byline", "body", "remove"];
    let value: Value = serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}"))?;
    let sites = value["sites"].as_array().ok_or("it has no list `sites`")?;
    let read = |site: &Value| -> Result<(String, Selectors), String> {
        let host = site["host"].as_str().ok_or("a site has no `host`")?;
        let parts = site["selectors"].as_object().ok_or_else(|| format!("`{host}` has no `selectors`"))?;
        if let Some(odd) = parts.keys().find(|part| !PARTS.contains(&part.as_str())) {
            return Err(format!("`{host}` has a selector for `{odd}`; there are {}", PARTS.join(", ")));
        }
        let selectors = serde_json::from_value(site["selectors"].clone());
        Ok((host.to_owned(), selectors.map_err(|error| format!("`{host}`: {error}"))?))
    };
    sites.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_sites_is_read_whole_or_not_at_all() {
        let good =
            r#"{"schema":1,"sites":[{"host":"a.example","selectors":{"body":".a"},"created":"2025-01-01T00:00:00Z"}]}"#;
        assert_eq!(sites_in(good).unwrap()[0].0, "a.example");
        for (bad, want) in [
            ("nonsense", "no JSON"),
            ("[]", "no list"),
            (r#"{"sites":[{"selectors":{}}]}"#, "no `host`"),
            (r#"{"sites":[{"host":"a"}]}"#, "no `selectors`"),
            (r#"{"sites":[{"host":"a","selectors":{"boddy":".a"}}]}"#, "`boddy`"),
            (r#"{"sites":[{"host":"a","selectors":{"body":5}}]}"#, "`a`"),
        ] {
            let error = sites_in(bad).unwrap_err();
            assert!(error.contains(want), "{error}");
        }
    }
}
