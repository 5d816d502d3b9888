//! The program itself, started with the demo on a free port of this machine.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A running server; it ends with this value.
pub struct Program {
    /// `http://127.0.0.1:…`
    pub address: String,
    process: Child,
    _folder: TempDir,
}

impl Program {
    /// Starts the demo on a new SQLite file.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut process = Command::new(env!("CARGO_BIN_EXE_dure"))
            .arg("--database-url")
            .arg(folder.path().join("demo.db"))
            .args(["--json", "--lang", "ko", "serve", "--demo", "--listen", "127.0.0.1:0"])
            .env("DURE_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program");
        let lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        let address = lines
            .map_while(Result::ok)
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(&line).ok())
            .find_map(|said| Some(said["address"].as_str()?.to_owned()))
            .expect("an address");
        Self { address, process, _folder: folder }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
