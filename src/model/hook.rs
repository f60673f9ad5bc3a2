//! Holds whom the reader wants told of changes, and of which ones.

use serde::{Deserialize, Serialize};

use super::{ChangeKind, Nature, Weight};

/// What is told when a change passes the filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum HookTarget {
    /// A program with its arguments, run without a shell; the message comes on its standard input.
    Command {
        /// The program and its arguments.
        words: Vec<String>,
    },
    /// A server that takes the message by `POST`.
    Webhook {
        /// Its address, or where that stands, as `env:NAME` or `file:/absolute/path`: it is as secret as a key.
        url: String,
        /// The key that messages are signed with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<SecretRef>,
        /// The server may be one of the reader's own network.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        allow_private: bool,
    },
    /// People who get a mail.
    Mail {
        /// Who is written to.
        to: Vec<String>,
        /// Who writes.
        from: String,
        /// The mail server: `smtps://user@host:465` or `smtp://user@host:587`.
        server: String,
        /// The password of that user.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<SecretRef>,
    },
    /// A file that newsreaders follow.
    Feed {
        /// Where it lies.
        path: String,
        /// How it is written.
        format: FeedFormat,
    },
}

impl HookTarget {
    /// Returns the word for the kind of target.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Command { .. } => "command",
            Self::Webhook { .. } => "webhook",
            Self::Mail { .. } => "mail",
            Self::Feed { .. } => "feed",
        }
    }

    /// Returns the target as it is shown: of the address of a webhook, whose path is often a key, scheme and host.
    pub fn shown(&self) -> Self {
        let mut shown = self.clone();
        if let Self::Webhook { url, .. } = &mut shown
            && let Some(path) = url.find("://").and_then(|scheme| Some(scheme + 3 + url[scheme + 3..].find('/')? + 1))
            && path < url.len()
        {
            url.truncate(path);
            url.push('…');
        }
        shown
    }
}

/// How a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeedFormat {
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    JsonFeed,
}

/// Names where a secret stands: `env:NAME` or `file:/absolute/path`. The secret itself is never kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SecretRef {
    /// A variable of the environment.
    Environment(String),
    /// A file that its owner alone may read.
    File(String),
}

/// Why a text names no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a secret is named by `env:NAME` or `file:/path/of/a/file`")]
pub struct SecretRefError;

impl std::str::FromStr for SecretRef {
    type Err = SecretRefError;

    fn from_str(text: &str) -> Result<Self, SecretRefError> {
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        match text.split_once(':') {
            Some(("env", name)) if is_name(name) => Ok(Self::Environment(name.to_owned())),
            Some(("file", path)) if std::path::Path::new(path).is_absolute() => Ok(Self::File(path.to_owned())),
            _ => Err(SecretRefError),
        }
    }
}

impl TryFrom<String> for SecretRef {
    type Error = SecretRefError;

    fn try_from(text: String) -> Result<Self, SecretRefError> {
        text.parse()
    }
}

impl std::fmt::Display for SecretRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Environment(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{path}"),
        }
    }
}

impl From<SecretRef> for String {
    fn from(secret: SecretRef) -> Self {
        secret.to_string()
    }
}

/// Which changes are told. A part that is empty asks for nothing; a change is told when it fits every part that is not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HookFilter {
    /// Only of these stories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stories: Vec<String>,
    /// Only of these outlets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outlets: Vec<String>,
    /// Only where one of these kinds of claim changed; `headline` means whatever changed in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<ChangeKind>,
    /// Only changes of this weight or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Only of these natures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub natures: Vec<Nature>,
    /// Only material changes that no notice names.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub silent: bool,
    /// Only where one of these words came or went.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Only where a figure passed one of these values, upwards or downwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Threshold>,
}

/// A value that figures may pass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// A word of what the figure counts, such as `killed`; without it, any figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The value.
    pub value: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_named_and_never_held() {
        for good in ["env:HOOK_KEY", "file:/run/secrets/hook"] {
            assert_eq!(good.parse::<SecretRef>().map(|secret| secret.to_string()), Ok(good.to_owned()));
        }
        for bad in ["hunter2", "env:", "env:A B", "file:key", "ENV:A", ""] {
            assert_eq!(bad.parse::<SecretRef>(), Err(SecretRefError), "{bad}");
        }
    }

    #[test]
    fn the_address_of_a_webhook_is_shown_without_its_path() {
        let check = |url: &str, want: &str| {
            let target = HookTarget::Webhook { url: url.to_owned(), secret: None, allow_private: false };
            let HookTarget::Webhook { url, .. } = target.shown() else { panic!("a webhook") };
            assert_eq!(url, want);
        };
        check("https://desk.example:8443/services/T0/key?a=b", "https://desk.example:8443/…");
        check("https://desk.example/?key=a", "https://desk.example/…");
        check("https://desk.example/", "https://desk.example/");
        check("env:HOOK_URL", "env:HOOK_URL");
    }

    #[test]
    fn targets_and_filters_are_read_back() {
        let secret = Some(SecretRef::Environment("KEY".to_owned()));
        let target = HookTarget::Webhook { url: "https://a.example/".to_owned(), secret, allow_private: false };
        let text = serde_json::to_string(&target).unwrap();
        assert_eq!(text, r#"{"kind":"webhook","url":"https://a.example/","secret":"env:KEY"}"#);
        assert_eq!(serde_json::from_str::<HookTarget>(&text).unwrap(), target);
        let filter = HookFilter { kinds: vec![ChangeKind::Headline], silent: true, ..HookFilter::default() };
        let text = serde_json::to_string(&filter).unwrap();
        assert_eq!(serde_json::from_str::<HookFilter>(&text).unwrap(), filter);
        assert!(serde_json::from_str::<HookFilter>(r#"{"silnt":true}"#).is_err());
    }
}
