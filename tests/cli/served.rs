//! Starts `writethru serve` for a test, and asks it over a socket, header by header.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::sandbox::Sandbox;

/// A server that runs until the test ends.
pub struct Served {
    /// The store lives as long as the server.
    pub sandbox: Sandbox,
    pub child: Child,
    pub port: u16,
    pub key: String,
}

/// What came back.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Served {
    pub fn start(sandbox: Sandbox, options: &str) -> Self {
        Self::start_with(sandbox, options, &[])
    }

    pub fn start_with(sandbox: Sandbox, options: &str, variables: &[(&str, String)]) -> Self {
        let own = sandbox.command(&format!("serve --port 0 {options}"));
        let errors =
            std::fs::File::create(sandbox.path("stderr.txt")).expect("a file for what is told beside the link");
        let mut command = Command::new(own.get_program());
        command.args(own.get_args()).env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
        command.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("USER", "Ann Lee");
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        let mut child = command.spawn().expect("the program starts");
        let mut link = String::new();
        BufReader::new(child.stdout.as_mut().expect("a pipe")).read_line(&mut link).expect("a link is printed");
        let rest = link.trim().strip_prefix("http://127.0.0.1:").expect("a link to this machine").to_owned();
        let (port, path) = rest.split_once('/').expect("a path");
        let key = path.split_once("?key=").map_or("", |(_, key)| key).to_owned();
        Self { sandbox, child, port: port.parse().expect("a port"), key }
    }

    /// Sends a request as it is and returns what comes back.
    pub fn send(&self, request: &str) -> Reply {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.write_all(request.as_bytes()).expect("the request is taken");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    pub fn get_with(&self, path: &str, headers: &str) -> Reply {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{headers}\r\n",
            self.port
        ))
    }

    /// Asks as a visitor who has shown the key.
    pub fn get(&self, path: &str) -> Reply {
        self.get_with(path, &format!("Authorization: Bearer {}\r\n", self.key))
    }

    pub fn post(&self, path: &str, body: &str, headers: &str) -> Reply {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            self.port,
            self.key,
            body.len()
        ))
    }

    /// Returns the header by which a browser is known that has opened the link.
    pub fn pass(&self) -> String {
        let reply = self.get_with(&format!("/?key={}", self.key), "");
        let pass = reply.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie").to_owned();
        format!("Cookie: {pass}\r\n")
    }

    /// Opens a connection and begins to send something without an end.
    pub fn begin(&self, head: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        let host = format!("Host: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        let head = head.replacen("\r\n", &format!("\r\n{host}"), 1);
        stream.write_all(head.as_bytes()).expect("the request is taken");
        stream
    }

    /// Returns the token that the forms of a page bear.
    pub fn token(&self, page: &str) -> String {
        let body = self.get(page).body;
        let (_, rest) = body.split_once("name=\"form_token\" value=\"").expect("a form");
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
