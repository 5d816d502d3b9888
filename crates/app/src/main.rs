//! `dure`: the program. This file holds the command line.

mod access;
mod accounts;
mod error;
mod features;
mod jobs;
mod mail;
mod router;
mod search;
mod shell;
#[cfg(test)]
mod testing;
mod ui;

use std::sync::Arc;

use clap::Parser;
use dure_store::{Chance, Location, Store, SystemClock};
use tokio::net::TcpListener;

use crate::shell::{App, Config};

#[derive(Parser)]
struct Command {
    /// The database: a file, or postgres://user@host/name
    #[arg(long, env = "DURE_DATABASE_URL", default_value = "dure.db")]
    database_url: String,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: std::net::SocketAddr,
    #[arg(long)]
    demo: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let command = Command::parse();
    let location: Location = command.database_url.parse()?;
    let store = Store::open(location, true, Arc::new(SystemClock), Arc::new(Chance::from_machine())).await?;
    let config = Config {
        listen: command.listen,
        base_url: format!("http://{}", command.listen),
        demo: command.demo,
        smtp: None,
    };
    let app = App::new(config, store).await?;
    let listener = TcpListener::bind(command.listen).await?;
    println!("http://{}", listener.local_addr()?);
    let stop = async { drop(tokio::signal::ctrl_c().await) };
    Ok(shell::server::serve(app, listener, stop).await?)
}
