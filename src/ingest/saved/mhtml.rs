//! Reads MHTML (RFC 2557): a mail whose first part of HTML is the page.

use std::borrow::Cow;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::{DateTime, Utc};

use super::page::SavedPage;

/// A head that is longer belongs to no mail.
const MAX_HEAD: usize = 64 << 10;

/// Head lines of a mail or of a part, names in lower case.
struct MailHead(Vec<(String, String)>);

impl MailHead {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Returns whether it is of a page.
    fn is_html(&self) -> bool {
        let kind = self.get("content-type").unwrap_or_default().trim_start().to_ascii_lowercase();
        kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml")
    }
}

/// Returns the page of a mail, if the bytes are one.
pub(super) fn page(bytes: &[u8]) -> Option<SavedPage<'static>> {
    let (head, body) = split(bytes)?;
    head.get("mime-version")?;
    let kind = head.get("content-type")?;
    let saved = head.get("date").and_then(moment);
    let address = |part: &MailHead| {
        let own = head.get("snapshot-content-location").or_else(|| head.get("content-location"));
        own.or_else(|| part.get("content-location")).map(str::to_owned)
    };
    let (part, body) = match kind.trim_start().to_ascii_lowercase().starts_with("multipart/") {
        true => first_page(body, &parameter(kind, "boundary")?)?,
        false if head.is_html() => (split(bytes)?.0, body),
        false => return None,
    };
    Some(SavedPage {
        bytes: Cow::Owned(decoded(body, part.get("content-transfer-encoding").unwrap_or_default())),
        content_type: part.get("content-type").map(str::to_owned),
        url: address(&part),
        saved,
        notes: Vec::new(),
    })
}

/// Returns the first part that is a page.
fn first_page<'b>(body: &'b [u8], boundary: &str) -> Option<(MailHead, &'b [u8])> {
    let mark = format!("--{boundary}");
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(body.len());
    starts.windows(2).find_map(|pair| {
        let part = &body[pair[0]..pair[1]];
        let line = part.iter().position(|byte| *byte == b'\n')?;
        let (head, text) = split(&part[line + 1..])?;
        head.is_html().then_some((head, text))
    })
}

/// Splits a head from what follows; lines that begin with a blank go on with the line before.
fn split(bytes: &[u8]) -> Option<(MailHead, &[u8])> {
    let mut lines: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if MAX_HEAD < at {
            return None;
        }
        let line = std::str::from_utf8(line).ok()?.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            return (!lines.is_empty()).then(|| (MailHead(lines), &bytes[at..]));
        }
        match (line.starts_with([' ', '\t']), lines.last_mut()) {
            (true, Some((_, value))) => value.push_str(line.trim()),
            (true, None) => return None,
            (false, _) => {
                let (name, value) = line.split_once(':')?;
                let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                lines.push(is_name.then(|| (name.to_ascii_lowercase(), value.trim().to_owned()))?);
            }
        }
    }
    None
}

/// Returns a parameter of a head line: `boundary` of `multipart/related; boundary="x"`.
fn parameter(line: &str, name: &str) -> Option<String> {
    line.split(';').skip(1).find_map(|part| {
        let (own, value) = part.split_once('=')?;
        own.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

fn moment(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc2822(text).ok().map(|time| time.to_utc())
}

/// Undoes what a mail does to bytes so that they pass as text.
fn decoded(body: &[u8], encoding: &str) -> Vec<u8> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => unquoted(body),
        "base64" => {
            let plain: Vec<u8> = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
            BASE64_STANDARD.decode(&plain).unwrap_or(plain)
        }
        _ => body.to_vec(),
    }
}

/// Reads quoted-printable: `=E2=80=9C` is a quotation mark, `=` at the end joins two lines.
fn unquoted(body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            plain.push(byte);
            continue;
        }
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (digit(0), digit(1)) {
            (Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                rest = &after[2..];
            }
            _ if after.starts_with(b"\r\n") => rest = &after[2..],
            _ if after.starts_with(b"\n") => rest = &after[1..],
            _ => plain.push(byte),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/a\r\nSubject: =?utf-8?Q?x?=\r\n\
        Date: Thu, 24 Apr 2025 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
        \tboundary=\"----Multipart--x----\"\r\n\r\n\r\n------Multipart--x----\r\nContent-Type: text/html\r\nContent-ID: <frame@a>\r\n\
        Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/a\r\n\r\n<p>It=E2=80=99s =\r\nburning =3D 5=\r\n\
        ------Multipart--x----\r\nContent-Type: text/html\r\n\r\n<p>An advert\r\n------Multipart--x------\r\n";

    #[test]
    fn the_first_page_of_a_mail_is_the_page() {
        let page = page(MAIL.as_bytes()).unwrap();
        let text = String::from_utf8(page.bytes.into_owned()).unwrap();
        assert_eq!(text.trim_end(), "<p>It’s burning = 5");
        assert_eq!(page.url.as_deref(), Some("https://post.example/a"));
        assert_eq!(page.saved.map(|time| time.to_rfc3339()).as_deref(), Some("2025-04-24T08:00:00+00:00"));
    }

    #[test]
    fn a_page_may_be_packed_and_stand_alone() {
        let mail = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+\nRmlyZQ==\n";
        assert_eq!(page(mail.as_bytes()).unwrap().bytes.as_ref(), b"<p>Fire");
    }

    #[test]
    fn what_is_no_mail_is_none() {
        for text in [
            "",
            "<html><p>a",
            "Mill burns\n\nTwo people died: the mayor said so.\n",
            "MIME-Version: 1.0\n\nText",
            "A: b",
        ] {
            assert_eq!(page(text.as_bytes()), None, "{text}");
        }
        let without = MAIL.replace("text/html", "image/png");
        assert_eq!(page(without.as_bytes()), None);
    }
}
