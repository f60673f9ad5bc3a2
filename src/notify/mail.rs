//! Sends a message as a mail, by SMTP.
//!
//! Mail leaves this machine encrypted or not at all: only a server on the machine itself is spoken to in the clear.

use std::sync::mpsc;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Message, SmtpTransport, Transport as _};
use url::Url;

use super::message::not_now;
use super::secret;
use crate::model::{SecretRef, with_causes};
use crate::render::export::message as words;
use crate::track::DeliveryFailure;
use crate::view::HookMessage;

/// A mail server: `smtps://user@host:465` speaks TLS from the start, `smtp://user@host:587` after `STARTTLS`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MailServer {
    host: String,
    port: u16,
    user: Option<String>,
    is_tls: bool,
}

impl MailServer {
    /// Reads the address of a server.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let wrong = || "write `smtps://user@host:465` or `smtp://user@host:587`".to_owned();
        let url = Url::parse(text).map_err(|_| wrong())?;
        let is_tls = match url.scheme() {
            "smtps" => true,
            "smtp" => false,
            _ => return Err(wrong()),
        };
        if url.password().is_some() {
            return Err("the password stands in the address; name it with `--secret env:NAME`".to_owned());
        }
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(wrong)?.to_owned();
        let user = Some(url.username()).filter(|user| !user.is_empty()).map(decoded);
        Ok(Self { host, port: url.port().unwrap_or(if is_tls { 465 } else { 587 }), user, is_tls })
    }

    fn is_this_machine(&self) -> bool {
        let host = self.host.trim_matches(['[', ']']);
        host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    fn transport(&self, password: Option<String>, timeout: Duration) -> Result<SmtpTransport, DeliveryFailure> {
        let parameters = || TlsParameters::new(self.host.clone()).map_err(|error| not_now(with_causes(&error)));
        let tls = match (self.is_tls, self.is_this_machine()) {
            (true, _) => Tls::Wrapper(parameters()?),
            (false, true) => Tls::None,
            (false, false) => Tls::Required(parameters()?),
        };
        let builder = SmtpTransport::builder_dangerous(self.host.trim_matches(['[', ']']));
        let builder = builder.port(self.port).timeout(Some(timeout)).tls(tls);
        Ok(match (self.user.clone(), password) {
            (Some(user), Some(password)) => builder.credentials(Credentials::new(user, password)).build(),
            _ => builder.build(),
        })
    }
}

/// Returns whether mail can be sent to an address, or to a name with one: `Ann <ann@desk.example>`.
pub(crate) fn is_mail_address(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok()
}

/// Reads `%40` and the like in a user's name.
fn decoded(text: &str) -> String {
    let form = format!("a={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(form.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

/// How long a server may take in all: some look at a mail for a minute before they take it, and whoever gives up sooner
/// sends it again.
const PATIENCE: Duration = Duration::from_secs(100);

/// Sends the mail, to all at once.
pub(super) fn deliver(
    (to, from): (&[String], &str),
    server: &str,
    secret: Option<&SecretRef>,
    message: &HookMessage,
    timeout: Duration,
) -> Result<(), DeliveryFailure> {
    let server = MailServer::read(server).map_err(not_now)?;
    let password = secret.map(secret::secret_text).transpose()?;
    let mailbox =
        |address: &str| address.parse::<Mailbox>().map_err(|_| not_now(format!("`{address}` is no mail address")));
    let mut mail = Message::builder().from(mailbox(from)?).subject(words::subject(message));
    for address in to {
        mail = mail.to(mailbox(address)?);
    }
    let mail = mail.message_id(Some(message_id(message))).body(words::text(message));
    let mail = mail.map_err(|error| not_now(with_causes(&error)))?;
    within(timeout.max(PATIENCE), server.transport(password, timeout)?, mail)
}

/// Sends a mail within a time: the transport itself bounds each step alone, and a server may take many.
fn within(timeout: Duration, transport: SmtpTransport, mail: Message) -> Result<(), DeliveryFailure> {
    let (sender, sent) = mpsc::channel();
    std::thread::spawn(move || sender.send(transport.send(&mail).map(drop).map_err(|error| with_causes(&error))));
    match sent.recv_timeout(timeout) {
        Ok(sent) => sent.map_err(not_now),
        Err(_) => Err(not_now(format!("the mail server did not take it within {} seconds", timeout.as_secs()))),
    }
}

/// The same at every try, so that mail programs drop what comes twice.
fn message_id(message: &HookMessage) -> String {
    format!("<{}@writethru>", message.id)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_server_that_goes_on_talking_is_not_waited_for() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            // Each line comes in good time, and the last one never.
            while stream.write_all(b"220-wait\r\n").is_ok() {
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        let patience = Duration::from_secs(1);
        let server = MailServer::read(&format!("smtp://127.0.0.1:{port}")).unwrap();
        let address = || "desk@post.example".parse::<Mailbox>().unwrap();
        let mail = Message::builder().from(address()).to(address()).body(String::new()).unwrap();
        let error = within(patience, server.transport(None, patience).unwrap(), mail).unwrap_err();
        assert_eq!(error.message, "the mail server did not take it within 1 seconds");
    }

    #[test]
    fn servers_are_read_and_passwords_refused() {
        let server = MailServer::read("smtps://desk%40post.example@mail.post.example").unwrap();
        assert_eq!((server.port, server.user.as_deref(), server.is_tls), (465, Some("desk@post.example"), true));
        assert_eq!(
            MailServer::read("smtp://[::1]:25").map(|server| (server.port, server.is_this_machine())),
            Ok((25, true))
        );
        assert!(!MailServer::read("smtp://mail.post.example").unwrap().is_this_machine());
        for (text, want) in [
            ("mail.post.example", "write `smtps"),
            ("https://mail.post.example", "write `smtps"),
            ("smtp://desk:secret@mail.post.example", "--secret"),
        ] {
            assert!(MailServer::read(text).unwrap_err().contains(want), "{text}");
        }
    }
}
