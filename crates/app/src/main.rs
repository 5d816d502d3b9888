//! `dure`: the program. The command line is in [`cli`].

mod access;
mod accounts;
mod api;
#[cfg(test)]
mod borders;
mod cli;
mod demo;
mod error;
mod faults;
mod features;
mod jobs;
mod mail;
mod router;
mod search;
mod shell;
mod stamp;
#[cfg(test)]
mod testing;
mod ui;

fn main() -> std::process::ExitCode {
    cli::main()
}
