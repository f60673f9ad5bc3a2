//! Resolves host names to addresses that may be asked.
//!
//! The check stands here, after name resolution and before the connection, so that no name, no
//! redirect and no second answer of a name server (DNS rebinding) gets around it.

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::address_guard::is_public;
use super::error::FetchError;

/// Resolves names; refuses those that lead to the reader's own network, unless that is allowed.
#[derive(Debug)]
pub(super) struct GuardedResolver {
    pub allow_private: bool,
    pub inner: DefaultResolver,
}

impl Resolver for GuardedResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let private = found.iter().find(|address| !is_public(address.ip()));
        match private.filter(|_| !self.allow_private) {
            None => Ok(found),
            Some(address) => {
                let host = uri.host().unwrap_or_default().to_owned();
                Err(ureq::Error::Other(Box::new(FetchError::Private { host, ip: address.ip() })))
            }
        }
    }
}
