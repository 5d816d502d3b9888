//! `dure`: the program. The command line is in [`cli`].

mod api;
mod cli;
mod demo;
mod features;
mod house;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod whole;

/// Gives memory back that was needed for a moment alone, such as while the index is built; the
/// machine's own allocator keeps nearly twice as much. Its settings are in `.cargo/config.toml`.
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
