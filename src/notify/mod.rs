//! Hands messages of hooks over: to a program, a server, people with mail, a file.
//!
//! In: a target and a `HookMessage`. Out: nothing, or why it was not taken. One file a kind of target:
//!
//! - `command.rs`: a program gets the message as JSON on its standard input
//! - `webhook.rs`: a server gets it by `POST`, signed as [Standard Webhooks](https://www.standardwebhooks.com) has it
//! - `mail.rs`: people get it as a mail, by SMTP
//! - `feed.rs`: a file for newsreaders is written anew
//! - `secret.rs`: keys and passwords, read when they are used and kept nowhere
//! - `message.rs`: what programs and servers get, and why a message was not taken

mod command;
mod feed;
mod mail;
mod message;
mod secret;
mod webhook;

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::ingest::http::{Cookies, HttpSettings};
use crate::model::HookTarget;
use crate::render::html::site;
use crate::track::{DeliveryFailure, Messenger};
use crate::view::{ChangesView, HookMessage, UpdateView};

pub(crate) use mail::{MailServer, is_mail_address};

/// Hands messages over.
#[derive(Clone, Debug)]
pub(crate) struct Notifier {
    /// How the owner of a server reaches the reader.
    pub contact: Option<String>,
    /// The longest time for one message.
    pub timeout: Duration,
}

impl Messenger for Notifier {
    fn deliver(
        &self,
        target: &HookTarget,
        message: &HookMessage,
        feed: &ChangesView,
        now: DateTime<Utc>,
    ) -> Result<(), DeliveryFailure> {
        match target {
            HookTarget::Command { words } => command::deliver(words, message, self.timeout),
            HookTarget::Webhook { url, secret, allow_private } => {
                webhook::deliver(self.settings(*allow_private), now.timestamp(), url, secret.as_ref(), message)
            }
            HookTarget::Mail { to, from, server, secret } => {
                mail::deliver((to, from), server, secret.as_ref(), message, self.timeout)
            }
            HookTarget::Feed { path, format } => feed::deliver(path, *format, message, feed),
        }
    }

    fn page_of(&self, update: &UpdateView) -> String {
        site::diff_path(&update.article.reference, update.from.number, update.to.number)
    }
}

impl Notifier {
    fn settings(&self, allow_private: bool) -> HttpSettings {
        HttpSettings {
            contact: self.contact.clone(),
            allow_private,
            timeout: self.timeout,
            cookies: Cookies::default(),
        }
    }
}
