//! Answers HTTP requests as a test says: a server of a few lines over `std::net`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Heard {
    pub path: String,
    /// Lines of the head, names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Heard {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// What the server answers.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Waits so long before each kilobyte of the body.
    pub trickle: Duration,
    /// Says this length instead of the body's own; `None` says none and closes.
    pub length: Option<usize>,
    /// Writes the body again and again until the client hangs up.
    pub endless: bool,
}

impl Answer {
    pub fn status(status: u16) -> Self {
        Self { status, length: Some(0), ..Self::default() }
    }

    pub fn page(html: &str) -> Self {
        Self::bytes("text/html; charset=utf-8", html.as_bytes())
    }

    pub fn bytes(content_type: &str, body: &[u8]) -> Self {
        let headers = vec![("Content-Type".to_owned(), content_type.to_owned())];
        Self { status: 200, headers, body: body.to_vec(), length: Some(body.len()), ..Self::default() }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

/// A running server; ends with the test.
pub struct Server {
    port: u16,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Server {
    /// Starts a server. `answer` gets each request and how many came for that path before.
    pub fn start(answer: impl Fn(&Heard, usize) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
        let (log, answer) = (Arc::clone(&heard), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                thread::spawn(move || serve(stream, &log, &*answer));
            }
        });
        Self { port, heard }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Returns the requests for a path.
    pub fn heard(&self, path: &str) -> Vec<Heard> {
        self.heard.lock().expect("no handler panicked").iter().filter(|heard| heard.path == path).cloned().collect()
    }
}

fn serve(stream: TcpStream, log: &Mutex<Vec<Heard>>, answer: &dyn Fn(&Heard, usize) -> Answer) {
    let mut reader = BufReader::new(stream);
    while let Some(heard) = read(&mut reader) {
        let before = {
            let mut log = log.lock().expect("no handler panicked");
            let before = log.iter().filter(|other| other.path == heard.path).count();
            log.push(heard.clone());
            before
        };
        let answer = answer(&heard, before);
        if write(reader.get_mut(), &answer).is_err() || answer.length.is_none() {
            return;
        }
    }
}

fn read(reader: &mut BufReader<TcpStream>) -> Option<Heard> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut heard = Heard { path, headers, body: Vec::new() };
    let length: usize = heard.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    heard.body.resize(length, 0);
    reader.read_exact(&mut heard.body).ok()?;
    Some(heard)
}

fn write(stream: &mut TcpStream, answer: &Answer) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Said\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    match answer.length {
        Some(length) => head.push_str(&format!("Content-Length: {length}\r\n\r\n")),
        None => head.push_str("Connection: close\r\n\r\n"),
    }
    stream.write_all(head.as_bytes())?;
    loop {
        for piece in answer.body.chunks(1024) {
            thread::sleep(answer.trickle);
            stream.write_all(piece)?;
        }
        stream.flush()?;
        if !answer.endless {
            break;
        }
    }
    if answer.length.is_some_and(|length| length > answer.body.len()) {
        stream.shutdown(std::net::Shutdown::Both)?;
    }
    Ok(())
}
