//! Decides by its media type whether an answer may hold an article.

/// Media types that may hold an article.
const READABLE: [&str; 4] = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown"];
/// What servers send that know nothing of a file: its bytes have to tell.
const UNKNOWN: [&str; 2] = ["", "application/octet-stream"];

/// Returns `Content-Type` as far as it tells how to read the answer.
///
/// # Errors
///
/// The media type, when it holds no article.
pub fn readable_type(content_type: Option<&str>) -> Result<Option<&str>, String> {
    let media_type = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match (READABLE.contains(&media_type.as_str()), UNKNOWN.contains(&media_type.as_str())) {
        (true, _) => Ok(content_type),
        (false, true) => Ok(None),
        (false, false) => Err(media_type),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_data_hold_no_article() {
        assert_eq!(readable_type(Some("Text/HTML; charset=utf-8")), Ok(Some("Text/HTML; charset=utf-8")));
        assert_eq!(readable_type(Some("application/octet-stream")), Ok(None));
        assert_eq!(readable_type(None), Ok(None));
        assert_eq!(readable_type(Some("application/json")), Err("application/json".to_owned()));
    }
}
