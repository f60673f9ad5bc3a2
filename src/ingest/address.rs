//! Reduces an address to what identifies the page.

use super::address_table::TRACKING;

/// Returns what identifies the page: host and path, with the parameters that matter.
///
/// `https://www.example.org/a/?utm_source=x#top` and `http://example.org/a` are
/// one page. The path keeps its capitals, for servers tell them apart.
pub fn address_key(url: &str) -> String {
    let url = url.trim();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.find('/').map_or((place, ""), |at| place.split_at(at));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(host);
    let mut kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair)).collect();
    kept.sort_unstable();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    format!("{host}{}{query}", path.trim_end_matches('/'))
}

/// Returns the site of an address or host: its host in lower case, without `www.`; nothing where it is none.
pub fn site_of(address: &str) -> Option<String> {
    let address = address.trim();
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).trim_end_matches('.').to_owned();
    let is_host = host.chars().all(|sign| sign.is_alphanumeric() || "-.:[]_".contains(sign));
    (is_host && host.chars().any(char::is_alphanumeric)).then_some(host)
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.binary_search(&name.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_the_host_of_an_address() {
        let check = |address: &str, want: Option<&str>| assert_eq!(site_of(address).as_deref(), want, "{address}");
        check("https://www.Post.example/news?a=b", Some("post.example"));
        check("post.example", Some("post.example"));
        check("http://me@127.0.0.1:80/a", Some("127.0.0.1:80"));
        check("the post", None);
        check("https:///a", None);
        check("", None);
    }

    #[test]
    fn one_page_has_one_key() {
        let check = |url: &str, want: &str| assert_eq!(address_key(url), want);
        check("https://www.Example.org/News/Flood/?utm_source=x&id=7#top", "example.org/News/Flood?id=7");
        check("http://example.org:80/News/Flood?id=7&fbclid=abc", "example.org/News/Flood?id=7");
        check("https://example.org/", "example.org");
        check("example.org/a?b=2&a=1", "example.org/a?a=1&b=2");
        assert!(TRACKING.is_sorted());
    }
}
