//! Decides who may ask.
//!
//! On this machine alone a secret link opens the archive, since other users of the machine
//! reach the port as well; from elsewhere a password does. Either is exchanged for a cookie
//! that scripts cannot read. The name in `Host` must be one of ours, so that no other site's
//! name can be bent to this address; a form must come from our own pages, and bear their token.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method, header};
use sha2::{Digest, Sha256};

use super::error::ServeError;
use crate::model::hex;

/// Bytes of a secret: nobody guesses 16 random ones.
const SECRET_BYTES: usize = 16;

/// How visitors prove that they may look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GateAccess {
    /// By the link that is printed at the start.
    Link,
    /// By a password.
    Password(String),
}

/// What the gate knows.
#[derive(Debug)]
pub(super) struct Gate {
    /// The secret of the link; programs send it as `Authorization: Bearer`.
    link: String,
    /// Digest of the password.
    password: Option<[u8; 32]>,
    /// The secret in the cookie.
    session: String,
    cookie: String,
    /// Names by which we may be asked, without port, in lower case.
    names: Vec<String>,
}

impl Gate {
    /// Returns the gate of a server at this port; `names` are those by which it may be asked besides its own.
    pub(super) fn new(access: &GateAccess, port: u16, names: &[String]) -> Result<Self, ServeError> {
        let password = match access {
            GateAccess::Link => None,
            GateAccess::Password(password) => Some(Sha256::digest(password).into()),
        };
        let own = ["localhost", "127.0.0.1", "[::1]"].into_iter().map(str::to_owned);
        Ok(Self {
            link: secret()?,
            password,
            session: secret()?,
            // Cookies do not tell ports apart: two archives on one machine need two names.
            cookie: format!("writethru-{port}"),
            names: own.chain(names.iter().map(|name| name.to_lowercase())).collect(),
        })
    }

    /// Returns the secret of the link; `None` where a password is asked for.
    pub(super) fn link(&self) -> Option<&str> {
        self.password.is_none().then_some(self.link.as_str())
    }

    /// Returns whether a password is asked for.
    pub(super) fn asks_password(&self) -> bool {
        self.password.is_some()
    }

    /// Returns whether `secret` is the one of the link.
    pub(super) fn is_link(&self, secret: &str) -> bool {
        self.password.is_none() && is_same(secret.as_bytes(), self.link.as_bytes())
    }

    /// Returns whether `typed` is the password.
    pub(super) fn is_password(&self, typed: &str) -> bool {
        self.password.is_some_and(|own| is_same(Sha256::digest(typed).as_slice(), &own))
    }

    /// Returns whether a visitor has shown link or password before.
    pub(super) fn knows(&self, headers: &HeaderMap) -> bool {
        cookies(headers, &self.cookie).any(|own| is_same(own.as_bytes(), self.session.as_bytes()))
    }

    /// Returns the cookie that makes the sender of a request known.
    pub(super) fn pass(&self, headers: &HeaderMap) -> String {
        cookie(&self.cookie, &self.session, headers)
    }

    /// Returns the token that every form bears.
    pub(super) fn form_token(&self) -> String {
        hex(&Sha256::digest(format!("form {}", self.session))[..SECRET_BYTES])
    }

    /// Returns whether a form came from our pages.
    pub(super) fn is_form_token(&self, token: &str) -> bool {
        is_same(token.as_bytes(), self.form_token().as_bytes())
    }

    /// Returns whether the request names us: one of our names, or any address by its numbers.
    pub(super) fn is_our_name(&self, headers: &HeaderMap) -> bool {
        let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
        let name = name_of(host).to_lowercase();
        let numbers = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        // Whoever bends a name to our address cannot bend the address itself. On loopback, only loopback is ours.
        let is_ours = numbers.is_ok_and(|address| address.is_loopback() || self.asks_password());
        is_ours || self.names.contains(&name)
    }
}

/// Returns whether a request that changes something was sent by our own pages, or by no browser.
pub(super) fn is_own_origin(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    // Where the browser itself says who sent it, that decides: `Origin` is `null` where a page keeps its address to itself.
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text("origin") {
        None => true,
        Some(origin) => origin.split_once("://").is_some_and(|(_, host)| Some(host) == text("host")),
    }
}

/// Returns the name in a `Host` header, without its port.
fn name_of(host: &str) -> &str {
    match host.find(']') {
        Some(end) => &host[..=end],
        None => host.split(':').next().unwrap_or_default(),
    }
}

/// Returns the secret that a program shows with its request.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(str::trim)
}

/// Returns the values of the cookies of this name.
pub(super) fn cookies<'h>(headers: &'h HeaderMap, name: &'h str) -> impl Iterator<Item = &'h str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(own, _)| *own == name).map(|(_, value)| value)
}

/// Writes a cookie for the sender of a request: scripts cannot read it, and what came by HTTPS goes back by nothing else.
pub(super) fn cookie(name: &str, value: &str, headers: &HeaderMap) -> String {
    let secure = if is_https(headers) { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}")
}

/// Returns whether a proxy in front says that the visitor uses HTTPS.
pub(super) fn is_https(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|value| value.as_bytes() == b"https")
}

/// Returns whether two secrets are equal, in a time that does not tell where the first difference lies.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn secret() -> Result<String, ServeError> {
    let mut bytes = [0; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(ServeError::Random)?;
    Ok(hex(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (header::HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_names_are_answered() {
        let link = Gate::new(&GateAccess::Link, 7171, &["Desk.Example".to_owned()]).unwrap();
        let check = |gate: &Gate, host: &str, want: bool| {
            assert_eq!(gate.is_our_name(&headers(&[("host", host)])), want, "{host}");
        };
        for host in ["127.0.0.1:7171", "localhost:7171", "[::1]:7171", "desk.example", "DESK.example:443"] {
            check(&link, host, true);
        }
        for host in ["evil.example:7171", "127.0.0.1.evil.example", "192.0.2.7:7171", ""] {
            check(&link, host, false);
        }
        let password = Gate::new(&GateAccess::Password("x".to_owned()), 7171, &[]).unwrap();
        check(&password, "192.0.2.7:7171", true);
        check(&password, "evil.example", false);
        assert!(!link.is_our_name(&HeaderMap::new()));
    }

    #[test]
    fn a_form_from_elsewhere_is_refused() {
        let check = |lines: &[(&'static str, &str)], want: bool| {
            assert_eq!(is_own_origin(&Method::POST, &headers(lines)), want, "{lines:?}");
        };
        check(&[("host", "localhost:7171"), ("origin", "http://localhost:7171")], true);
        check(&[("host", "localhost:7171")], true); // curl sends no origin
        check(&[("host", "localhost:7171"), ("origin", "http://evil.example")], false);
        check(&[("host", "localhost:7171"), ("origin", "http://localhost:8080")], false);
        check(&[("host", "localhost:7171"), ("origin", "null")], false);
        check(&[("host", "localhost:7171"), ("sec-fetch-site", "cross-site")], false);
        check(&[("host", "localhost:7171"), ("origin", "null"), ("sec-fetch-site", "same-origin")], true);
        check(&[("host", "localhost:7171"), ("origin", "null"), ("sec-fetch-site", "same-site")], false);
    }

    #[test]
    fn a_visitor_is_known_by_cookie_or_secret() {
        let gate = Gate::new(&GateAccess::Link, 7171, &[]).unwrap();
        let own = gate.pass(&HeaderMap::new());
        let proxied = gate.pass(&headers(&[("x-forwarded-proto", "https")]));
        assert!(!own.contains("Secure") && proxied.ends_with("; HttpOnly; SameSite=Lax; Secure"), "{own} {proxied}");
        let cookie = own.split(';').next().unwrap();
        assert!(gate.knows(&headers(&[("cookie", &format!("a=b; {cookie}"))])));
        assert!(!gate.knows(&headers(&[("cookie", "writethru-7171=0123")])) && !gate.knows(&HeaderMap::new()));
        assert_eq!(bearer(&headers(&[("authorization", "Bearer  abc ")])), Some("abc"));
        assert_eq!(bearer(&headers(&[("authorization", "Basic abc")])), None);
        let locked = Gate::new(&GateAccess::Password("open sesame".to_owned()), 7171, &[]).unwrap();
        assert!(locked.link().is_none() && locked.is_password("open sesame") && !locked.is_password("sesame"));
        assert!(gate.is_form_token(&gate.form_token()) && !gate.is_form_token("") && !gate.is_password(""));
    }
}
