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
mod house;
mod jobs;
mod mail;
mod names;
mod search;
mod shell;
mod stamp;
#[cfg(test)]
mod styles;
#[cfg(test)]
mod testing;

/// Gives memory back that was needed for a moment alone, such as while the index is built; the
/// machine's own allocator keeps nearly twice as much. Its settings are in `.cargo/config.toml`.
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
