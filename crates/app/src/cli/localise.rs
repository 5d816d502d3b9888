//! Headings and notes of the help, in the reader's language; clap knows English alone.

use clap::{Arg, ArgAction, Command};
use dure_texts::{Lang, cli};

/// Words the frame of the help of a command and all commands below it.
pub fn all(lang: Lang, command: Command) -> Command {
    let options = cli::heading_options(lang);
    let command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help)
                .help(cli::help_help(lang)),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(cli::help_version(lang)),
        );
    frame(lang, options, command)
}

fn frame(lang: Lang, options: &'static str, command: Command) -> Command {
    let usage = cli::heading_usage(lang);
    let sections = if command.has_subcommands() { "{all-args}" } else { "{all-args}{after-help}" };
    command
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{sections}\n"))
        .subcommand_help_heading(cli::heading_commands(lang))
        .subcommand_value_name(cli::value_command(lang))
        .disable_help_subcommand(true)
        .mut_args(|arg| noted(lang, arg.help_heading(options)))
        .mut_subcommands(|sub| frame(lang, options, sub))
}

/// Says in words what clap would say in English brackets: default value and variable.
fn noted(lang: Lang, arg: Arg) -> Arg {
    let mut notes = Vec::new();
    let defaults: Vec<_> = arg.get_default_values().iter().filter_map(|value| value.to_str()).collect();
    if defaults.iter().any(|value| !value.is_empty()) && arg.get_action().takes_values() {
        notes.push(cli::note_default(lang, defaults.join(" ")));
    }
    if let Some(variable) = arg.get_env().and_then(|name| name.to_str()) {
        notes.push(cli::note_variable(lang, variable));
    }
    let Some(help) = arg.get_help().filter(|_| !notes.is_empty()) else { return arg };
    let text = format!("{help} ({})", notes.join(", "));
    arg.help(text).hide_default_value(true).hide_env(true)
}
