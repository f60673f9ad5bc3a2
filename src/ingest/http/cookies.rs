//! Reads a file of cookies, as browsers and `curl` write it, and sends each where it belongs.
//!
//! `.example.org  TRUE  /  TRUE  1790000000  session  abc`: domain, whether hosts below it are
//! meant, path, whether only over https, expiry in seconds since 1970 (0: none), name, value.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use url::Url;

/// A file of cookies is shorter than this.
const MAX_BYTES: u64 = 4 << 20;

/// Why a file of cookies cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CookiesError {
    #[error("cannot read the cookies in `{}`", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("no line of `{}` is a cookie: it needs seven fields with a tab between them", path.display())]
    NoCookie { path: PathBuf },
    #[error("`{}` holds no cookies", path.display())]
    Empty { path: PathBuf },
}

/// The cookies of a file. Servers cannot add any.
#[derive(Clone, Default)]
pub struct Cookies {
    all: Vec<Cookie>,
    /// Numbers of the lines that are no cookies.
    odd: Vec<usize>,
}

#[derive(Clone)]
struct Cookie {
    domain: String,
    below: bool,
    path: String,
    secure: bool,
    expires: i64,
    pair: String,
}

// The values are secrets: they stay out of every message.
impl std::fmt::Debug for Cookies {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} cookies", self.all.len())
    }
}

impl Cookies {
    /// Reads the file at `path`; leaves out those that have expired by `now`, in seconds since 1970.
    pub fn read_file(path: &Path, now: i64) -> Result<Self, CookiesError> {
        let failed = |source| CookiesError::File { path: path.to_owned(), source };
        let mut text = String::new();
        let file = std::fs::File::open(path).map_err(failed)?;
        file.take(MAX_BYTES).read_to_string(&mut text).map_err(failed)?;
        let (mut all, mut odd) = (Vec::new(), Vec::new());
        for (index, line) in text.lines().enumerate() {
            let line = line.strip_prefix("#HttpOnly_").unwrap_or(line);
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match cookie(line) {
                Some(cookie) => all.push(cookie),
                None => odd.push(index + 1),
            }
        }
        if all.is_empty() && !odd.is_empty() {
            return Err(CookiesError::NoCookie { path: path.to_owned() });
        }
        all.retain(|cookie| cookie.expires == 0 || now < cookie.expires);
        match all.is_empty() {
            true => Err(CookiesError::Empty { path: path.to_owned() }),
            false => Ok(Self { all, odd }),
        }
    }

    /// Returns the numbers of the lines that are no cookies and were left out.
    pub fn odd_lines(&self) -> &[usize] {
        &self.odd
    }

    /// Returns the header `Cookie` for a request to `url`, if any cookie belongs there.
    pub(super) fn header(&self, url: &Url) -> Option<String> {
        let pairs: Vec<&str> = self.all.iter().filter(|cookie| cookie.fits(url)).map(|cookie| &*cookie.pair).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

impl Cookie {
    fn fits(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let parent = host.strip_suffix(&self.domain).is_some_and(|head| head.ends_with('.'));
        let is_path = url.path() == self.path
            || url
                .path()
                .strip_prefix(&self.path)
                .is_some_and(|rest| self.path.ends_with('/') || rest.starts_with('/'));
        (host == self.domain || self.below && parent) && is_path && (!self.secure || url.scheme() == "https")
    }
}

fn cookie(line: &str) -> Option<Cookie> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [domain, below, path, secure, expires, name, value] = fields[..] else { return None };
    let is_plain = |text: &str| text.bytes().all(|byte| matches!(byte, b'!'..=b'~') && byte != b';');
    if !is_plain(name) || !is_plain(value) {
        return None;
    }
    Some(Cookie {
        domain: domain.trim_start_matches('.').to_ascii_lowercase(),
        below: below.eq_ignore_ascii_case("true"),
        path: path.to_owned(),
        secure: secure.eq_ignore_ascii_case("true"),
        expires: expires.parse().ok()?,
        pair: format!("{name}={value}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_goes_only_where_it_belongs() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let lines = "# Netscape HTTP Cookie File\n.post.example\tTRUE\t/\tTRUE\t0\tid\tabc\n\
            #HttpOnly_www.herald.example\tFALSE\t/news\tFALSE\t200\tkey\t1\nold.example\tFALSE\t/\tFALSE\t50\tx\ty\n";
        std::fs::write(file.path(), lines).unwrap();
        let cookies = Cookies::read_file(file.path(), 100).unwrap();
        let check = |url: &str, want: Option<&str>| {
            assert_eq!(cookies.header(&Url::parse(url).unwrap()).as_deref(), want, "for {url}");
        };
        check("https://www.post.example/a", Some("id=abc"));
        check("https://post.example/", Some("id=abc"));
        check("http://post.example/", None); // it is for https only
        check("https://outpost.example/", None);
        check("http://www.herald.example/news/a", Some("key=1"));
        check("http://www.herald.example/newsroom", None);
        check("http://a.www.herald.example/news", None);
        check("http://old.example/", None); // expired
        assert!(!format!("{cookies:?}").contains("abc"), "values are secrets");
    }

    #[test]
    fn a_file_that_holds_no_cookies_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "a=b\n").unwrap();
        assert!(Cookies::read_file(file.path(), 0).unwrap_err().to_string().contains("no line"));
        std::fs::write(file.path(), "# nothing\n").unwrap();
        assert!(Cookies::read_file(file.path(), 0).unwrap_err().to_string().contains("holds no cookies"));
        std::fs::write(file.path(), "a.example\tTRUE\t/\tTRUE\t0\tid\ta\rb\n").unwrap();
        assert!(Cookies::read_file(file.path(), 0).is_err(), "no line end gets into a header");
    }

    #[test]
    fn an_odd_line_is_left_out_and_told() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "post.example\tTRUE\t/\tTRUE\t0\tid\tabc\n\npost.example\tTRUE\t/\n").unwrap();
        let cookies = Cookies::read_file(file.path(), 0).unwrap();
        assert_eq!((cookies.all.len(), cookies.odd_lines()), (1, &[3][..]));
    }
}
