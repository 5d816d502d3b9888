//! `dure serve`: the server.

use std::io;
use std::net::SocketAddr;

use dure_files::{Failed, Files};
use dure_texts::{Lang, cli};
use dure_web::config::Smtp;
use dure_web::{App, Config, server};
use lettre::message::Mailbox;
use serde_json::json;
use tokio::net::TcpListener;

use crate::cli::{Done, Failure, Global, Said, demo, open_or_make_store};
use crate::house::house;

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, env = "DURE_LISTEN", default_value = "127.0.0.1:8080", value_name = "IP:PORT")]
    listen: SocketAddr,
    #[arg(long, env = "DURE_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
    #[arg(long)]
    demo: bool,
    #[arg(long, env = "DURE_SMTP_URL", value_name = "URL", requires = "mail_from")]
    smtp_url: Option<String>,
    #[arg(long, env = "DURE_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<Mailbox>,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::serve_about(lang))
        .mut_arg("listen", |arg| arg.help(cli::serve_listen(lang)))
        .mut_arg("base_url", |arg| arg.help(cli::serve_base_url(lang)))
        .mut_arg("demo", |arg| arg.help(cli::serve_demo(lang)))
        .mut_arg("smtp_url", |arg| arg.help(cli::serve_smtp_url(lang)))
        .mut_arg("mail_from", |arg| arg.help(cli::serve_mail_from(lang)))
}

/// Serves until it is told to stop.
pub async fn run(global: &Global, args: Args) -> Done {
    // First the port: a second server must not touch the database of the first.
    let listener = TcpListener::bind(args.listen)
        .await
        .map_err(|error| cannot_listen(global.lang, args.listen, &error))?;
    let at = listener.local_addr()?;
    let store = open_or_make_store(global).await?;
    if args.demo {
        demo::fill_if_empty(&store, store.now()).await?;
    }
    let files = Files::open(global.files.clone()).map_err(|failed| no_place(global.lang, &failed))?;
    let config = config(args, at, files);
    let address = config.base_url.clone();
    let (app, routes) = App::new(config, store.clone(), house()).await?;
    let json = json!({ "listening": at.to_string(), "address": address });
    global.print(cli::serving(global.lang, &address, global.location.to_string()), &json);
    server::serve(app, routes, listener, told_to_stop()).await;
    Ok(store.close().await?)
}

fn config(args: Args, at: SocketAddr, files: Files) -> Config {
    let base_url = args.base_url.map(|url| url.trim_end_matches('/').to_owned());
    Config {
        base_url: base_url.unwrap_or_else(|| format!("http://{at}")),
        demo: args.demo,
        smtp: args.smtp_url.zip(args.mail_from).map(|(url, from)| Smtp { url, from }),
        files,
    }
}

fn no_place(lang: Lang, failed: &Failed) -> Failure {
    let what = cli::no_files_what(lang);
    Said::new("no_files", what, failed.to_string(), cli::no_files_do(lang)).into()
}

fn cannot_listen(lang: Lang, at: SocketAddr, error: &io::Error) -> Failure {
    let address = at.to_string();
    let (code, why, what_to_do) = match error.kind() {
        io::ErrorKind::AddrInUse => {
            ("port_in_use", cli::port_in_use_why(lang).to_owned(), cli::port_in_use_do(lang))
        }
        io::ErrorKind::PermissionDenied => {
            ("port_not_allowed", cli::port_not_allowed_why(lang).to_owned(), cli::port_not_allowed_do(lang))
        }
        io::ErrorKind::AddrNotAvailable => {
            ("address_not_here", cli::address_not_here_why(lang).to_owned(), cli::address_not_here_do(lang))
        }
        _ => ("cannot_listen", error.to_string(), cli::port_in_use_do(lang)),
    };
    Said::new(code, cli::cannot_listen(lang, address), why, what_to_do).into()
}

/// Ctrl-C, or the signal with which machines end their services.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    drop(interrupted.await);
}
