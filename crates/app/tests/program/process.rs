//! Running the program.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// A server that is killed when it is dropped.
pub struct Server {
    child: Child,
    pub at: SocketAddr,
}

impl Server {
    /// Starts one on a free port, and waits until it says where it listens.
    pub fn start(database: &str) -> Self {
        Self::start_with(database, &[])
    }

    /// The same with more words on its command line.
    pub fn start_with(database: &str, more: &[&str]) -> Self {
        Self::start_logging(database, more, Stdio::inherit())
    }

    /// The same with its log elsewhere.
    pub fn start_logging(database: &str, more: &[&str], log: Stdio) -> Self {
        let words = ["--database-url", database, "--json", "serve", "--listen", "127.0.0.1:0"];
        let mut server = dure(&[&words, more].concat());
        let mut child = server.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value =
            serde_json::from_str(&line).unwrap_or_else(|_| panic!("the server did not start: {line}"));
        Self { child, at: said["listening"].as_str().unwrap().parse().unwrap() }
    }

    /// `kill -9`: it gets no chance to tidy up.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end, as machines do, and waits; gives whether it ended well.
    pub fn stop(mut self) -> bool {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        self.child.wait().unwrap().success()
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The program with these words, untouched by the settings of whoever runs the tests.
pub fn dure(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dure"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DURE_")) {
        command.env_remove(name);
    }
    command.env("LANG", "ko_KR.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES").args(words);
    command
}

/// Runs it to its end.
pub fn run(words: &[&str]) -> Output {
    dure(words).output().unwrap()
}

/// What it said on standard error.
pub fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
