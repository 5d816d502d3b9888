//! A command line that was not understood, said in the reader's language.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use dure_texts::{Lang, cli};

/// Prints help, version, or what was not understood; gives the exit code.
pub fn tell(lang: Lang, error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            drop(error.print());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            drop(error.print());
            ExitCode::from(2)
        }
        _ => {
            eprintln!("{}\n  {}", sentence(lang, error), cli::misread_do(lang));
            ExitCode::from(2)
        }
    }
}

fn sentence(lang: Lang, error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(text).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => cli::misread_unknown(lang, part(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => cli::misread_command(lang, part(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => cli::misread_no_command(lang).to_owned(),
        ErrorKind::MissingRequiredArgument => cli::misread_missing(lang, part(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => {
            cli::misread_conflict(lang, part(ContextKind::InvalidArg), part(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if part(ContextKind::InvalidValue).is_empty() => {
            cli::misread_no_value(lang, part(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (name, value) = (part(ContextKind::InvalidArg), part(ContextKind::InvalidValue));
            match part(ContextKind::ValidValue) {
                known if known.is_empty() => cli::misread_value(lang, name, value),
                known => cli::misread_value_of(lang, name, value, known),
            }
        }
        _ => cli::misread_other(lang, error.kind().to_string()),
    };
    match part(ContextKind::SuggestedArg) + &part(ContextKind::SuggestedSubcommand) {
        near if near.is_empty() => said,
        near => format!("{said} {}", cli::misread_near(lang, near)),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}
