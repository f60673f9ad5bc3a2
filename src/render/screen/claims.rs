//! Writes how each claim fared: its value in each article, from version to version.

use super::facet::quoted;
use super::wrap::hang;
use super::{Look, Mark, cut, times};
use crate::model::Status;
use crate::model::view::{ClaimKind, ClaimTelling, ClaimView, ClaimsView};

pub fn claims(look: Look, view: &ClaimsView) -> String {
    let claims = view.claims.iter().map(|claim| claim_lines(look, claim, view.timezone));
    claims.collect::<Vec<_>>().join("\n")
}

fn claim_lines(look: Look, claim: &ClaimView, zone: chrono_tz::Tz) -> String {
    let speaker = claim.speaker.as_deref().map(|speaker| format!("{speaker}: ")).unwrap_or_default();
    let words = match claim.kind {
        ClaimKind::Statement => quoted(&cut(&claim.text, 160)),
        ClaimKind::Figure | ClaimKind::Event => cut(&claim.text, 160),
    };
    let about = claim.about.as_deref().map(|about| format!("{about}: ")).unwrap_or_default();
    let status = status_word(claim.status);
    let pieces = [
        (Mark::Strong, speaker + &about),
        (Mark::Plain, words),
        (if claim.status == Status::Reported { Mark::Faint } else { Mark::Alert }, format!("  {status}")),
    ];
    let number = look.paint(Mark::Faint, &format!("{:>3}  ", claim.number));
    let mut text = hang(look, &number, &pieces);
    for telling in &claim.tellings {
        text.push_str(&telling_line(look, telling, zone));
    }
    text
}

fn telling_line(look: Look, telling: &ClaimTelling, zone: chrono_tz::Tz) -> String {
    let outlet = telling.outlet.as_deref().unwrap_or(&telling.article);
    let until = match telling.until {
        Some(until) if until == telling.version => format!("only v{until}"),
        Some(until) => format!("v{} to v{until}", telling.version),
        None => format!("since v{}", telling.version),
    };
    let pieces = [
        (Mark::Plain, format!("{}  {}  ", times::moment(telling.captured, zone), cut(&telling.value, 60))),
        (Mark::Faint, format!("{outlet}, {until} [v{} s{}]", telling.version, telling.sentence)),
    ];
    hang(look, "       ", &pieces)
}

/// Returns what a status is called on the screen.
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Reported => "reported",
        Status::Revised => "revised",
        Status::Disputed => "accounts differ",
        Status::Withdrawn => "no longer in the text",
    }
}
