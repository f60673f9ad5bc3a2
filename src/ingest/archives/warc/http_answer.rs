//! Reads the HTTP answer inside a record: status, headers, and the body as the server meant it.

use std::io::Read as _;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use crate::ingest::archives::page::HttpAnswer;

impl HttpAnswer {
    /// Returns a file that was archived without the server's words.
    pub(super) fn resource(body: Vec<u8>, content_type: Option<String>) -> Self {
        Self { status: 200, content_type, body, ..Self::default() }
    }

    /// Reads an answer; at most `max_bytes` are unpacked.
    ///
    /// # Errors
    ///
    /// One word that says why it cannot be used.
    pub(super) fn read(block: Vec<u8>, max_bytes: usize) -> Result<Self, &'static str> {
        let end = head_end(&block).ok_or("no-http")?;
        let head = String::from_utf8_lossy(&block[..end.0]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.strip_prefix("HTTP/")?.split(' ').nth(1)?.parse().ok());
        let mut answer = Self { status: status.ok_or("no-http")?, ..Self::default() };
        let (mut is_chunked, mut packing) = (false, String::new());
        for line in lines {
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim().to_owned();
            match name.trim().to_ascii_lowercase().as_str() {
                "content-type" => answer.content_type = Some(value),
                "etag" => answer.etag = Some(value),
                "last-modified" => answer.last_modified = Some(value),
                "transfer-encoding" => is_chunked = value.to_ascii_lowercase().contains("chunked"),
                "content-encoding" => packing = value.to_ascii_lowercase(),
                _ => {}
            }
        }
        let mut body = block;
        body.drain(..end.1);
        // Many archives keep these headers beside a body that they unpacked.
        if is_chunked && let Some(joined) = unchunked(&body) {
            body = joined;
        }
        answer.body = unpacked(body, &packing, max_bytes)?;
        Ok(answer)
    }
}

/// Returns where a head ends and where the body begins.
fn head_end(block: &[u8]) -> Option<(usize, usize)> {
    let at = block.windows(2).position(|pair| pair == b"\n\n");
    let crlf = block.windows(4).position(|four| four == b"\r\n\r\n");
    match (crlf, at) {
        (Some(crlf), at) if at.is_none_or(|at| crlf < at) => Some((crlf, crlf + 4)),
        (_, Some(at)) => Some((at, at + 2)),
        _ => None,
    }
}

/// Joins the chunks of a body; `None` when it is not in chunks.
fn unchunked(body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let line = rest.iter().position(|byte| *byte == b'\n')?;
        let size = std::str::from_utf8(&rest[..line]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[line + 1..];
        if size == 0 {
            return Some(joined);
        }
        joined.extend(rest.get(..size)?);
        rest = rest[size..].strip_prefix(b"\r\n").or_else(|| rest[size..].strip_prefix(b"\n"))?;
    }
}

fn unpacked(body: Vec<u8>, packing: &str, max_bytes: usize) -> Result<Vec<u8>, &'static str> {
    let limit = max_bytes as u64 + 1;
    let mut plain = Vec::new();
    let read = match packing {
        "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => {
            MultiGzDecoder::new(&*body).take(limit).read_to_end(&mut plain)
        }
        "deflate" if body.first() == Some(&0x78) => ZlibDecoder::new(&*body).take(limit).read_to_end(&mut plain),
        // Packed in another way, its first bytes are those of no page.
        "br" | "zstd" if !body.trim_ascii_start().starts_with(b"<") => return Err("packed"),
        _ => return Ok(body),
    };
    match read {
        Err(_) => Err("broken"),
        Ok(_) if max_bytes < plain.len() => Err("too-large"),
        Ok(_) => Ok(plain),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn answers_are_read_however_they_are_packed() {
        let body =
            |block: &[u8]| HttpAnswer::read(block.to_vec(), 1000).map(|answer| String::from_utf8(answer.body).unwrap());
        assert_eq!(body(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a").as_deref(), Ok("<p>a"));
        assert_eq!(body(b"HTTP/1.0 200\n\n<p>a").as_deref(), Ok("<p>a"));
        let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n1;x=y\r\na\r\n0\r\n\r\n";
        assert_eq!(body(chunked).as_deref(), Ok("<p>a"));
        assert_eq!(body(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>a").as_deref(), Ok("<p>a"));
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&[b'a'; 2000]).unwrap();
        let packed = packer.finish().unwrap();
        let block = [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", &packed[..]].concat();
        assert_eq!(body(&block), Err("too-large"));
        assert_eq!(HttpAnswer::read(block, 2000).unwrap().body.len(), 2000);
        assert_eq!(body(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x0b\x02"), Err("packed"));
        assert_eq!(body(b"nonsense"), Err("no-http"));
    }
}
