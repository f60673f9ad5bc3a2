//! Takes mail as a test says: an SMTP server of a few lines over `std::net`.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A mail as it came in.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    pub from: String,
    pub to: Vec<String>,
    pub text: String,
}

/// A running server; ends with the test.
pub struct MailSink {
    port: u16,
    mails: Arc<Mutex<Vec<Mail>>>,
}

impl MailSink {
    /// Starts a server that refuses so many mails for the time being, and takes those after.
    pub fn start(refuses: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let mails: Arc<Mutex<Vec<Mail>>> = Arc::default();
        let taken = Arc::clone(&mails);
        thread::spawn(move || {
            for (n, stream) in listener.incoming().flatten().enumerate() {
                if let Some(mail) = talk(stream, n < refuses) {
                    taken.lock().expect("no handler panicked").push(mail);
                }
            }
        });
        Self { port, mails }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().expect("no handler panicked").clone()
    }
}

/// Talks to one client; returns the mail that it handed over.
fn talk(mut stream: TcpStream, refuses: bool) -> Option<Mail> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let mut say = |line: &str| stream.write_all(format!("{line}\r\n").as_bytes()).ok();
    let mut mail = Mail::default();
    say("220 sink ready")?;
    while let Some(Ok(line)) = lines.next() {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match word.as_str() {
            "EHLO" | "HELO" => say("250 sink")?,
            "MAIL" if refuses => say("451 try again later")?,
            "MAIL" => {
                mail.from = line;
                say("250 ok")?;
            }
            "RCPT" => {
                mail.to.push(line);
                say("250 ok")?;
            }
            "DATA" => {
                say("354 go on")?;
                for line in lines.by_ref().map_while(Result::ok).take_while(|line| line != ".") {
                    mail.text.push_str(&line);
                    mail.text.push('\n');
                }
                say("250 taken")?;
            }
            "QUIT" => {
                say("221 bye")?;
                break;
            }
            _ => say("250 ok")?,
        }
    }
    (!mail.text.is_empty()).then_some(mail)
}
